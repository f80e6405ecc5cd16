#include "app/brief/listlines.h"

#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype tabWidth = 4;
/// CommonMark: more spaces than this behind a marker begin code within the item, which is then one column in.
constexpr qsizetype widestGap = 4;

qsizetype columnsOf(QStringView spaces)
{
    qsizetype columns = 0;
    for (const QChar c : spaces)
        columns = c == u'\t' ? (columns / tabWidth + 1) * tabWidth : columns + 1;
    return columns;
}

qsizetype leadingSpaces(QStringView text)
{
    const auto isNone = [](QChar c) { return c != u' ' && c != u'\t'; };
    return std::ranges::find_if(text, isNone) - text.begin();
}

/// A level of a list while it is numbered: the item seen last on it.
struct Level
{
    ListItem item;
    int number = 0;
    int count = 1;
    bool isSame = false; ///< all its numbers are the same
};

} // namespace

qsizetype ListItem::inside() const
{
    return indent + marker.size() + (gap.size() > widestGap ? 1 : gap.size());
}

QString quoteMarks(const QString &line)
{
    static const QRegularExpression marks(u"^(?: {0,3}>[ \\t]?)+"_s);
    return marks.match(line).captured();
}

std::optional<ListItem> listItem(const QString &line)
{
    static const QRegularExpression shape(u"^([ \\t]*)([-*+]|\\d{1,9}[.)])([ \\t]+)(\\[[ xX]\\](?:[ \\t]+|$))?"_s);
    static const QRegularExpression rule(u"^\\s*([-*])(?:\\s*\\1){2,}\\s*$"_s);
    const QString quote = quoteMarks(line);
    const QStringView rest = QStringView(line).sliced(quote.size());
    const auto match = shape.matchView(rest);
    if (!match.hasMatch() || rule.matchView(rest).hasMatch())
        return std::nullopt;
    return ListItem{.quote = quote, .indent = columnsOf(match.capturedView(1)), .marker = match.captured(2),
        .gap = match.captured(3), .task = match.captured(4), .content = quote.size() + match.capturedLength()};
}

ListLines::Line::Line(const QString &line)
    : text(line)
    , quote(quoteMarks(line).size())
    , item(listItem(line))
{
    const QStringView rest = QStringView(text).sliced(quote);
    spaces = leadingSpaces(rest);
    indent = columnsOf(rest.first(spaces));
    isBlank = spaces == rest.size();
}

ListLines::ListLines(QStringView text)
{
    for (const QStringView line : text.split(u'\n'))
        m_lines.append(Line(line.toString()));
}

QString ListLines::join() const
{
    QStringList texts;
    for (const Line &line : m_lines)
        texts.append(line.text);
    return texts.join(u'\n');
}

/// A heading or a fence at the margin, or a paragraph there behind a blank line.
bool ListLines::endsList(qsizetype index) const
{
    static const QRegularExpression other(u"^(?:#{1,6}\\s|`{3}|~{3}|:{3})"_s);
    const Line &line = m_lines[index];
    if (line.isBlank || line.item || line.indent > 0)
        return false;
    return index == 0 || isBlank(index - 1) || other.matchView(QStringView(line.text).sliced(line.quote)).hasMatch();
}

qsizetype ListLines::endOfItem(qsizetype index, qsizetype inside) const
{
    qsizetype end = index + 1;
    for (qsizetype i = end; i < size() && !endsList(i); ++i) {
        if (isBlank(i))
            continue;
        const bool isLazy = !itemAt(i) && !isBlank(i - 1);
        if (m_lines[i].indent < inside && !isLazy)
            break;
        end = i + 1;
    }
    return end;
}

qsizetype ListLines::endOfList(qsizetype index) const
{
    qsizetype end = index + 1;
    while (end < size() && !endsList(end))
        ++end;
    return end;
}

qsizetype ListLines::startOfList(qsizetype index) const
{
    while (index > 0 && !endsList(index - 1))
        --index;
    return index;
}

void ListLines::shift(qsizetype first, qsizetype end, qsizetype columns)
{
    for (qsizetype i = first; columns != 0 && i < end; ++i) {
        if (isBlank(i))
            continue;
        const Line &line = m_lines[i];
        const qsizetype indent = std::max<qsizetype>(0, line.indent + columns);
        set(i, line.text.first(line.quote) + QString(indent, u' ') + line.text.sliced(line.quote + line.spaces));
    }
}

void ListLines::setItem(qsizetype index, qsizetype indent, const QString &marker)
{
    const auto item = itemAt(index);
    const qsizetype end = endOfItem(index, item->inside());
    const QString rest = m_lines[index].text.sliced(item->content);
    set(index, item->quote + QString(indent, u' ') + marker + item->gap + item->task + rest);
    shift(index + 1, end, indent - item->indent + marker.size() - item->marker.size());
}

void ListLines::renumber(qsizetype index, bool strictly)
{
    std::vector<Level> levels;
    const qsizetype end = endOfList(index);
    for (qsizetype i = startOfList(index); i < end; ++i) {
        auto item = itemAt(i);
        if (!item)
            continue;
        while (levels.size() > 1 && item->indent < levels.back().item.indent)
            levels.pop_back();
        const bool isDeeper = levels.empty() || item->indent >= levels.back().item.inside();
        if (isDeeper) {
            levels.push_back({*item, item->number()});
            continue;
        }
        Level &level = levels.back();
        if (item->marker.back() != level.item.marker.back() || item->isNumbered() != level.item.isNumbered()) {
            level = {*item, item->number()};
            continue;
        }
        if (item->isNumbered()) {
            level.isSame = !strictly && (level.count == 1 ? item->number() == level.number : level.isSame);
            level.number += level.isSame ? 0 : 1;
            ++level.count;
            if (item->number() != level.number)
                setItem(i, item->indent, item->numbered(level.number));
            item = itemAt(i);
        }
        level.item = *item;
    }
}

qsizetype ListLines::startOf(qsizetype index) const
{
    qsizetype start = 0;
    for (qsizetype i = 0; i < index; ++i)
        start += m_lines[i].text.size() + 1;
    return start;
}

qsizetype ListLines::indexAt(qsizetype position) const
{
    qsizetype index = 0;
    while (index + 1 < size() && position > m_lines[index].text.size()) {
        position -= m_lines[index].text.size() + 1;
        ++index;
    }
    return index;
}

} // namespace redoubt
