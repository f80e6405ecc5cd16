#include "app/sources/search.h"

#include "app/project/fulltext.h"

#include <QRegularExpression>

namespace redoubt {

namespace {

/// A word, or the words between quotation marks.
struct Term
{
    QString text;
    SoughtWords words;
};

QList<Term> termsOf(const QString &text)
{
    static const QRegularExpression pattern(uR"(["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+))"_s);
    const QString typed = QString(text).remove(QChar::Null);
    QList<Term> terms;
    for (auto found = pattern.globalMatch(typed); found.hasNext();) {
        const auto match = found.next();
        const QString term = match.captured(1) + match.captured(2);
        if (const SoughtWords words = soughtWords(term, !match.hasCaptured(1)); !words.words.isEmpty())
            terms.append({term, words});
    }
    return terms;
}

Result<QSet<Id<Source>>> matching(const Reader &reader, const Term &term)
{
    const QString match = matchText(term.words);
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

/// `sql` is a literal that gives ids.
Result<QSet<qint64>> idsOf(const Reader &reader, const QString &sql, const QVariantList &values)
{
    QSet<qint64> ids;
    const auto read = reader.eachRaw(sql, values, [&](const RawRow &row) {
        ids.insert(row.number(0));
        return true;
    });
    return read ? Result<QSet<qint64>>(std::move(ids)) : Result<QSet<qint64>>(failure(read));
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

Result<QSet<qint64>> sourcesGraded(const Reader &reader, const QString &reliability, int credibility)
{
    return idsOf(reader, u"SELECT id FROM source WHERE ?1 IN ('', reliability) AND ?2 IN (0, credibility)"_s, {reliability, credibility});
}

Result<QSet<qint64>> sourcesOfType(const Reader &reader, SourceType type)
{
    return idsOf(reader, u"SELECT id FROM source WHERE type = ?"_s, {QString(sourceTypeNames.name(type))});
}

Result<QSet<qint64>> sourcesInLanguage(const Reader &reader, const QString &language)
{
    return idsOf(reader, u"SELECT id FROM source WHERE lower(language) = ?1 OR instr(lower(language), ?1 || '-') = 1"_s, {language});
}

Result<QSet<qint64>> sourcesRetracted(const Reader &reader, bool isRetracted)
{
    return idsOf(reader, u"SELECT id FROM source WHERE (status = 'retracted') = ?"_s, {int(isRetracted)});
}

Result<> eachPublished(const Reader &reader, const std::function<void(qint64, const QString &)> &visit)
{
    return reader.eachRaw(u"SELECT id, published FROM source WHERE published <> ''"_s, {}, [&](const RawRow &row) {
        visit(row.number(0), QString::fromUtf8(row.text(1)));
        return true;
    });
}

} // namespace redoubt
