#include "app/sources/search.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

/// A word, or the words between quotation marks.
struct Term
{
    QString text;
    bool asItStands = false;
};

QList<Term> termsOf(const QString &text)
{
    static const QRegularExpression pattern(uR"(["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+))"_s);
    static const QRegularExpression something(u"[\\p{L}\\p{N}]"_s, QRegularExpression::UseUnicodePropertiesOption);
    QList<Term> terms;
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const Term term{.text = match.captured(1) + match.captured(2), .asItStands = match.hasCaptured(1)};
        if (something.match(term.text).hasMatch())
            terms.append(term);
    }
    return terms;
}

/// An FTS5 string: nothing in it is an operator.
QString phrase(const Term &term)
{
    QString text = term.text;
    text.remove(QChar::Null);
    return u'"' + text + (term.asItStands ? u"\""_s : u"\"*"_s);
}

Result<QSet<Id<Source>>> matching(const Reader &reader, const Term &term)
{
    const QString match = phrase(term);
    QSet<Id<Source>> found;
    const auto read = reader.each(
        u"SELECT rowid FROM source_search WHERE source_search MATCH ? "
        "UNION SELECT source_id FROM capture_search JOIN capture ON capture.id = capture_search.rowid "
        "WHERE capture_search MATCH ? "
        "UNION SELECT source_id FROM excerpt_search JOIN excerpt ON excerpt.id = excerpt_search.rowid "
        "JOIN capture ON capture.id = capture_id WHERE excerpt_search MATCH ? "
        "UNION SELECT id FROM source WHERE instr(lower(key), ?)"_s,
        {match, match, match, term.text.toLower()},
        [&](const QSqlQuery &row) { found.insert({row.value(0).toLongLong()}); });
    if (!read)
        return failure(read);
    return found;
}

} // namespace

Result<std::optional<QSet<Id<Source>>>> sourcesMatching(const Reader &reader, const QString &text)
{
    std::optional<QSet<Id<Source>>> found;
    for (const Term &term : termsOf(text)) {
        const auto more = matching(reader, term);
        if (!more)
            return failure(more);
        found = found ? std::optional(*found & *more) : std::optional(*more);
    }
    return found;
}

} // namespace redoubt
