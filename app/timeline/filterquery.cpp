#include "app/timeline/filterquery.h"

#include "app/base/folding.h"
#include "app/timeline/naturaldate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::EventFilter)
};

constexpr qsizetype mostTerms = 64;

constexpr QStringView quotes = u"\"“”„";

bool isQuote(QChar c)
{
    return quotes.contains(c);
}

/// Walks through a text.
class Cursor
{
public:
    explicit Cursor(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool isAtSpace() const { return isAtEnd() || m_text[m_at].isSpace(); }
    [[nodiscard]] bool isAtQuote() const { return !isAtEnd() && isQuote(m_text[m_at]); }

    void skipSpace()
    {
        while (!isAtEnd() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(QChar c)
    {
        const bool is = !isAtEnd() && m_text[m_at] == c;
        m_at += is ? 1 : 0;
        return is;
    }

    /// A name before a colon, and passes over both.
    std::optional<FilterField> takeField()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end].isLetter())
            ++end;
        if (end == m_at || end == m_text.size() || m_text[end] != u':')
            return {};
        const auto field = filterFieldNames.value(m_text.sliced(m_at, end - m_at).toString().toLower());
        if (field)
            m_at = end + 1;
        return field;
    }

    QString takeBare()
    {
        const qsizetype from = m_at;
        while (!isAtSpace())
            ++m_at;
        return m_text.sliced(from, m_at - from).toString();
    }

    /// From the mark at the cursor to the closing one, or to the end.
    QString takeQuoted()
    {
        QString value;
        for (++m_at; !isAtEnd() && !isAtQuote(); ++m_at) {
            const bool escapes = m_text[m_at] == u'\\' && m_at + 1 < m_text.size() &&
                                 (isQuote(m_text[m_at + 1]) || m_text[m_at + 1] == u'\\');
            m_at += escapes ? 1 : 0;
            value += m_text[m_at];
        }
        m_at += isAtEnd() ? 0 : 1;
        return value;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

QString noSuchCertainty(const QString &value)
{
    QStringList names;
    for (const auto &[certainty, name] : certaintyNames.table)
        names.append(name);
    return Words::tr("There is no certainty “%1”, only %2.").arg(value, QLocale().createSeparatedList(names));
}

/// Brings the value to the form that a filter has.
void understand(QueryTerm &term, QDate today)
{
    QString &value = term.term.value;
    if (term.term.field == FilterField::Certainty) {
        const QString begun = folded(value);
        const auto found = std::ranges::find_if(certaintyNames.table,
            [&](const auto &entry) { return QString(entry.second).startsWith(begun); });
        if (found != certaintyNames.table.end())
            value = found->second;
        else
            term.problem = noSuchCertainty(value);
    } else if (term.term.field >= FilterField::From) {
        const auto date = readDate(value, today);
        if (date)
            value = date->text;
        else
            term.problem = date.error().text();
    }
}

bool isSame(const FilterTerm &term, FilterField field, const QString &value)
{
    return term.field == field && folded(term.value) == folded(value);
}

} // namespace

QList<QueryTerm> readQuery(QStringView text, QDate today)
{
    QList<QueryTerm> terms;
    Cursor cursor(text);
    for (cursor.skipSpace(); !cursor.isAtEnd(); cursor.skipSpace()) {
        QueryTerm term;
        term.start = cursor.at();
        term.term.isExcluded = cursor.take(u'-');
        const auto field = cursor.takeField();
        term.term.field = field.value_or(FilterField::Word);
        if (cursor.isAtQuote())
            term.term.value = cursor.takeQuoted();
        else if (!cursor.isAtSpace())
            term.term.value = cursor.takeBare();
        term.length = cursor.at() - term.start;
        if (term.term.value.trimmed().isEmpty())
            continue;
        if (terms.size() >= mostTerms)
            term.problem = Words::tr("A filter has at most %1 conditions.").arg(mostTerms);
        else
            understand(term, today);
        terms.append(term);
    }
    return terms;
}

EventFilter filterOf(const QList<QueryTerm> &terms)
{
    EventFilter filter;
    for (const QueryTerm &term : terms) {
        if (term.problem.isEmpty())
            filter.terms.append(term.term);
    }
    return filter;
}

QString queryText(const FilterTerm &term)
{
    const QString name = filterFieldNames.name(term.field);
    QString text = term.isExcluded ? u"-"_s : QString();
    if (!name.isEmpty())
        text += name + u':';
    const auto needsQuotes = [](QChar c) { return c.isSpace() || isQuote(c); };
    const bool isPlainWord = term.field != FilterField::Word ||
                             (!term.value.startsWith(u'-') && !term.value.contains(u':'));
    if (isPlainWord && !term.value.isEmpty() && std::ranges::none_of(term.value, needsQuotes))
        return text + term.value;
    text += u'"';
    for (const QChar c : term.value) {
        if (isQuote(c) || c == u'\\')
            text += u'\\';
        text += c;
    }
    return text + u'"';
}

QString queryText(const EventFilter &filter)
{
    QStringList texts;
    for (const FilterTerm &term : filter.terms)
        texts.append(queryText(term));
    return texts.join(u' ');
}

QString withTerm(const QString &query, const FilterTerm &term)
{
    const QString before = query.trimmed();
    return before.isEmpty() ? queryText(term) : before + u' ' + queryText(term);
}

QString withoutTerm(const QString &query, const QueryTerm &term)
{
    const QString before = query.first(term.start).trimmed();
    const QString after = query.sliced(term.start + term.length).trimmed();
    return before.isEmpty() || after.isEmpty() ? before + after : before + u' ' + after;
}

QString withoutTerms(const QString &query, FilterField field, const QString &value)
{
    QString text = query;
    QList<QueryTerm> terms = readQuery(query);
    while (!terms.isEmpty()) {
        const QueryTerm term = terms.takeLast();
        if (isSame(term.term, field, value))
            text = withoutTerm(text, term);
    }
    return text;
}

bool hasTerm(const QString &query, const FilterTerm &term)
{
    return std::ranges::any_of(readQuery(query), [&](const QueryTerm &has) {
        return isSame(has.term, term.field, term.value) && has.term.isExcluded == term.isExcluded;
    });
}

} // namespace redoubt
