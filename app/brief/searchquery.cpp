#include "app/brief/searchquery.h"

#include "app/base/folding.h"
#include "app/base/words.h"
#include "app/sources/source.h"
#include "app/timeline/naturaldate.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::SearchQuery)
};

constexpr qsizetype mostTerms = 64;
constexpr qsizetype mostCharacters = 1000;
constexpr QStringView quotes = u"\"“”„";

bool isQuote(QChar c)
{
    return quotes.contains(c);
}

bool hasWord(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return WordReader(bytes).next();
}

template<size_t N, class Enum>
std::optional<QString> begun(const Names<Enum, N> &names, const QString &value)
{
    const QString wanted = folded(value);
    for (const auto &[is, name] : names.table) {
        if (QString(name).startsWith(wanted))
            return name;
    }
    return {};
}

template<size_t N, class Enum>
QString listed(const Names<Enum, N> &names)
{
    QStringList all;
    for (const auto &[is, name] : names.table)
        all.append(name);
    return QLocale().createSeparatedList(all);
}

/// Brings the value to the form that a query has; says what is wrong with it.
QString understand(SearchTerm &term, QDate today)
{
    static const QRegularExpression grade(u"\\A(?=.)[A-F]?[1-6]?\\z"_s);
    QString &value = term.value;
    const auto take = [&](const std::optional<QString> &name, const QString &problem) {
        value = name.value_or(value);
        return name ? QString() : problem;
    };
    switch (term.field) {
    case SearchField::Word:
    case SearchField::Tag:
        return {};
    case SearchField::By:
    case SearchField::Publisher:
        return hasWord(value) ? QString() : Words::tr("“%1” has no letter or digit.").arg(value);
    case SearchField::Grade:
        value = value.toUpper();
        return grade.match(value).hasMatch()
                   ? QString()
                   : Words::tr("There is no grade “%1”; write A to F, 1 to 6, or both: B2.").arg(value);
    case SearchField::Type:
        return take(begun(sourceTypeNames, value), Words::tr("There is no type “%1”, only %2.").arg(value, listed(sourceTypeNames)));
    case SearchField::Kind:
        return take(begun(searchKindNames, value), Words::tr("There is no kind “%1”, only %2.").arg(value, listed(searchKindNames)));
    case SearchField::Lang:
        value = value.toLower();
        return {};
    case SearchField::Retracted: {
        static constexpr Names<bool, 2> answers{{{{true, "yes"_L1}, {false, "no"_L1}}}};
        return take(begun(answers, value), Words::tr("“retracted:” is “yes” or “no”, not “%1”.").arg(value));
    }
    case SearchField::After:
    case SearchField::Before:
        break;
    }
    const auto date = readDate(value, today);
    value = date ? date->text : value;
    return date ? QString() : date.error().text();
}

/// Walks through a text, a term at a time.
class QueryReader
{
public:
    QueryReader(QStringView text, Typed typed, QDate today)
        : m_text(text)
        , m_typed(typed)
        , m_today(today)
    {
    }

    SearchQuery read()
    {
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            const qsizetype start = m_at;
            if (takeOr()) {
                m_isAlternative = !m_query.terms.isEmpty();
                continue;
            }
            SearchTerm term = take();
            if (term.value.trimmed().isEmpty() || (term.field == SearchField::Word && !hasWord(term.value)))
                continue;
            term.isAlternative = std::exchange(m_isAlternative, false);
            if (const QString problem = problemOf(term); problem.isEmpty())
                m_query.terms.append(term);
            else
                m_query.problems.append({start, m_at - start, problem});
        }
        return m_query;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    [[nodiscard]] bool isAtQuote() const { return m_at < m_text.size() && isQuote(m_text[m_at]); }

    bool takeSign(QChar sign)
    {
        const bool is = m_at < m_text.size() && m_text[m_at] == sign;
        m_at += is ? 1 : 0;
        return is;
    }

    bool takeOr()
    {
        const QStringView rest = m_text.sliced(m_at);
        const bool is = rest.startsWith(u"OR") && (rest.size() == 2 || rest[2].isSpace());
        m_at += is ? 2 : 0;
        return is;
    }

    /// A name before a colon, and passes over both.
    SearchField takeField()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end].isLetter())
            ++end;
        if (end == m_at || end == m_text.size() || m_text[end] != u':')
            return SearchField::Word;
        const auto field = searchFieldNames.value(m_text.sliced(m_at, end - m_at).toString().toLower());
        m_at = field ? end + 1 : m_at;
        return field.value_or(SearchField::Word);
    }

    QString takeQuoted()
    {
        QString value;
        for (++m_at; m_at < m_text.size() && !isAtQuote(); ++m_at) {
            const bool escapes = m_text[m_at] == u'\\' && m_at + 1 < m_text.size()
                                 && (isQuote(m_text[m_at + 1]) || m_text[m_at + 1] == u'\\');
            m_at += escapes ? 1 : 0;
            value += m_text[m_at];
        }
        m_at += m_at < m_text.size() ? 1 : 0;
        return value;
    }

    QString takeBare()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace())
            ++m_at;
        return m_text.sliced(from, m_at - from).toString();
    }

    SearchTerm take()
    {
        SearchTerm term;
        term.isExcluded = takeSign(u'-');
        term.field = takeField();
        const bool isWord = term.field == SearchField::Word;
        if (isAtQuote()) {
            term.value = takeQuoted();
            term.isPrefix = isWord && takeSign(u'*');
        } else {
            term.value = takeBare();
            term.isPrefix = isWord && (term.value.endsWith(u'*') || (m_typed == Typed::SoFar && m_at == m_text.size() && !term.isExcluded));
            while (isWord && term.value.endsWith(u'*'))
                term.value.chop(1);
        }
        term.value.remove(QChar::Null);
        return term;
    }

    QString problemOf(SearchTerm &term)
    {
        if (m_query.terms.size() >= mostTerms)
            return Words::tr("A search has at most %1 terms.").arg(mostTerms);
        if (term.value.size() > mostCharacters)
            return Words::tr("A term of a search has at most %1 characters.").arg(mostCharacters);
        if (term.isAlternative && (term.isExcluded || m_query.terms.last().isExcluded))
            return Words::tr("OR joins only what shall be found: write “-” terms without it.");
        if (term.isAlternative && (term.field == SearchField::Word) != (m_query.terms.last().field == SearchField::Word))
            return Words::tr("OR joins words with words and conditions with conditions: write them side by side.");
        return understand(term, m_today);
    }

    QStringView m_text;
    Typed m_typed;
    QDate m_today;
    SearchQuery m_query;
    qsizetype m_at = 0;
    bool m_isAlternative = false;
};

QString textOf(const SearchTerm &term)
{
    const QString name = searchFieldNames.name(term.field);
    QString text = term.isAlternative ? u"OR "_s : QString();
    text += term.isExcluded ? u"-"_s : QString();
    text += name.isEmpty() ? QString() : name + u':';
    const auto needsQuotes = [](QChar c) { return c.isSpace() || isQuote(c); };
    const bool isPlainWord = term.field != SearchField::Word
                             || (!term.value.startsWith(u'-') && !term.value.contains(u':') && !term.value.endsWith(u'*') && term.value != "OR"_L1);
    if (isPlainWord && std::ranges::none_of(term.value, needsQuotes))
        return text + term.value + (term.isPrefix ? u"*"_s : QString());
    text += u'"';
    for (const QChar c : term.value) {
        if (isQuote(c) || c == u'\\')
            text += u'\\';
        text += c;
    }
    return text + (term.isPrefix ? u"\"*"_s : u"\""_s);
}

} // namespace

SearchQuery readSearch(QStringView text, Typed typed, QDate today)
{
    return QueryReader(text, typed, today).read();
}

QString searchText(const SearchQuery &query)
{
    QStringList texts;
    for (const SearchTerm &term : query.terms)
        texts.append(textOf(term));
    return texts.join(u' ');
}

} // namespace redoubt
