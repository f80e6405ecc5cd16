#include "app/brief/typing.h"

#include "app/brief/verbatim.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr QChar noBreakSpace{QChar::Nbsp};
constexpr QChar apostrophe{u'’'};

std::pair<QString, QString> quotesOf(const QLocale &locale, QLocale::QuotationStyle style)
{
    const QStringList parts = locale.quoteString(u"\n"_s, style).split(u'\n');
    return {parts.value(0), parts.value(1)};
}

bool isSingle(const QString &mark)
{
    return mark.size() == 1 && u"‘’‚‹›"_s.contains(mark.front());
}

bool opensAfter(QChar c)
{
    switch (c.category()) {
    case QChar::Punctuation_Open:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_Dash:
    case QChar::Separator_Space:
        return true;
    default:
        return c.isSpace() || u"„‚=|/>#"_s.contains(c);
    }
}

/// The letter that a mark stands behind; marks of emphasis that open there are looked through. Null at the start of a line.
QChar letterBefore(QStringView before)
{
    qsizetype end = before.size();
    while (end > 0 && (before[end - 1] == u'*' || before[end - 1] == u'_'))
        --end;
    const bool opens = end == 0 || opensAfter(before[end - 1]);
    if (!opens)
        end = before.size();
    return end == 0 ? QChar() : before[end - 1];
}

bool isOpen(QStringView before, const QString &open, const QString &close)
{
    return !open.isEmpty() && open != close && before.lastIndexOf(open) > before.lastIndexOf(close);
}

TypedChange put(qsizetype from, qsizetype to, const QString &text)
{
    return {{from, to - from}, text, {from + text.size(), 0}};
}

TypedChange doubleMark(QStringView before, qsizetype cursor, const QuotationStyle &style)
{
    const QChar last = letterBefore(before);
    const bool isApart = style.close.startsWith(noBreakSpace);
    const bool hasSpace = !before.isEmpty() && before.back().isSpace();
    if (isApart && hasSpace && isOpen(before, style.open.first(1), style.close.last(1)))
        return put(cursor - 2, cursor, style.close);
    return put(cursor - 1, cursor, last.isNull() || opensAfter(last) ? style.open : style.close);
}

TypedChange singleMark(QStringView before, QChar after, qsizetype cursor, const QuotationStyle &style)
{
    const QChar last = letterBefore(before);
    if (last.isNull() || opensAfter(last))
        return put(cursor - 1, cursor, style.innerOpen);
    const bool closes = !after.isLetterOrNumber() && isOpen(before, style.innerOpen, style.innerClose);
    return put(cursor - 1, cursor, closes ? style.innerClose : QString(apostrophe));
}

/// Two hyphens after some prose; a dash and one more.
std::optional<TypedChange> dash(QStringView before, qsizetype cursor)
{
    if (before.endsWith(u'–'))
        return put(cursor - 2, cursor, u"—"_s);
    const QStringView prose = before.chopped(before.endsWith(u'-') ? 1 : 0);
    const bool hasWords = std::ranges::any_of(prose, [](QChar c) { return c.isLetterOrNumber(); });
    const bool isRow = prose.trimmed().startsWith(u'|') && !hasWords;
    if (!before.endsWith(u'-') || prose.endsWith(u'-') || prose.endsWith(u'!') || prose.endsWith(u'<') || !hasWords || isRow)
        return std::nullopt;
    return put(cursor - 2, cursor, u"–"_s);
}

} // namespace

QuotationStyle quotationStyle(const QString &language)
{
    const QLocale found(language);
    const QLocale locale = found.language() == QLocale::C ? QLocale(QLocale::English) : found;
    const auto standard = quotesOf(locale, QLocale::StandardQuotation);
    const auto alternate = quotesOf(locale, QLocale::AlternateQuotation);
    // The key for double marks gives double ones, also where a language sets single ones first.
    const auto outer = !isSingle(standard.first) ? standard : !isSingle(alternate.first) ? alternate : std::pair(u"“"_s, u"”"_s);
    const std::pair<QString, QString> other = outer == standard ? alternate : standard;
    const std::pair<QString, QString> inner = isSingle(other.first) ? other : std::pair(u"‘"_s, u"’"_s);
    QuotationStyle style{outer.first, outer.second, inner.first, inner.second};
    if (locale.language() == QLocale::French && locale.territory() != QLocale::Switzerland && style.open == u"«"_s) {
        style.open += noBreakSpace;
        style.close.prepend(noBreakSpace);
    }
    return style;
}

std::optional<TypedChange> afterTyping(QStringView line, qsizetype cursor, const QuotationStyle &style)
{
    const QChar typed = line[cursor - 1];
    const QStringView before = line.first(cursor - 1);
    const QChar after = cursor < line.size() ? line[cursor] : QChar();
    if (before.endsWith(u'\\') || isVerbatim(line, cursor - 1))
        return std::nullopt;
    switch (typed.unicode()) {
    case u'"':
        return doubleMark(before, cursor, style);
    case u'\'':
        return singleMark(before, after, cursor, style);
    case u'-':
        return dash(before, cursor);
    case u'>':
        // An arrow was meant.
        return before.endsWith(u'–') ? std::optional(put(cursor - 2, cursor, u"-->"_s)) : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::pair<QString, QString> marksAround(QChar typed, const QuotationStyle &style)
{
    switch (typed.unicode()) {
    case u'*':
    case u'_':
    case u'`':
        return {typed, typed};
    case u'[':
        return {u"["_s, u"]"_s};
    case u'(':
        return {u"("_s, u")"_s};
    case u'"':
        return {style.open, style.close};
    case u'\'':
        return {style.innerOpen, style.innerClose};
    default:
        return {};
    }
}

TypedChange wrap(QStringView text, TextRange selection, const std::pair<QString, QString> &marks)
{
    const QStringView chosen = text.sliced(selection.offset, selection.length);
    const QStringView words = chosen.trimmed();
    const qsizetype start = selection.offset + (words.isEmpty() ? 0 : words.begin() - chosen.begin());
    const TextRange inner{start, words.isEmpty() ? selection.length : words.size()};
    return {inner, marks.first + text.sliced(inner.offset, inner.length).toString() + marks.second,
        {inner.offset + marks.first.size(), inner.length}};
}

} // namespace redoubt
