#include "app/brief/listediting.h"

#include "app/brief/listlines.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// A place that stays with the end of its line while the start of the line changes.
struct Place
{
    qsizetype line;
    qsizetype fromEnd;

    static Place of(const ListLines &lines, qsizetype position)
    {
        const qsizetype line = lines.indexAt(position);
        return {line, lines.startOf(line) + lines[line].size() - position};
    }
    [[nodiscard]] qsizetype in(const ListLines &lines) const
    {
        return lines.startOf(line) + std::max<qsizetype>(0, lines[line].size() - fromEnd);
    }
};

TypedChange changed(QStringView before, const ListLines &lines, qsizetype cursor)
{
    return changeBetween(before, lines.join(), {cursor, 0});
}

/// The number that follows, or the same one in a list where all are the same.
QString nextMarker(const ListLines &lines, qsizetype index, const ListItem &item)
{
    if (!item.isNumbered())
        return item.marker;
    const auto isSame = [&](const std::optional<ListItem> &other) {
        return other && other->indent == item.indent && other->marker == item.marker;
    };
    const qsizetype above = lines.itemBefore(index, [&](const ListItem &other) { return other.indent <= item.indent; });
    const qsizetype below = lines.endOfItem(index, item.inside());
    const bool areSame = (above >= 0 && isSame(lines.itemAt(above))) || (below < lines.size() && isSame(lines.itemAt(below)));
    return areSame ? item.marker : item.numbered(item.number() + 1);
}

/// A marker that goes on with the list of another item.
QString markerAfter(const ListItem &before)
{
    return before.isNumbered() ? before.numbered(before.number() + 1) : before.marker;
}

bool moveIn(ListLines &lines, qsizetype index, const ListItem &item)
{
    const qsizetype above = lines.itemBefore(index, [&](const ListItem &other) { return other.indent <= item.indent; });
    if (above < 0 || item.indent >= lines.itemAt(above)->inside())
        return false;
    const qsizetype indent = lines.itemAt(above)->inside();
    const qsizetype sibling = lines.itemBefore(index, [&](const ListItem &other) { return other.indent == indent; });
    const QString marker = sibling > above ? markerAfter(*lines.itemAt(sibling)) : item.isNumbered() ? item.numbered(1) : item.marker;
    lines.setItem(index, indent, marker);
    return true;
}

bool moveOut(ListLines &lines, qsizetype index, const ListItem &item)
{
    if (item.indent == 0)
        return false;
    const qsizetype parent = lines.itemBefore(index, [&](const ListItem &other) { return other.inside() <= item.indent; });
    const qsizetype end = lines.endOfItem(index, item.inside());
    const qsizetype indent = parent < 0 ? 0 : lines.itemAt(parent)->indent;
    lines.setItem(index, indent, parent < 0 ? item.marker : markerAfter(*lines.itemAt(parent)));
    // Those that stood below it on its old level are its own now, and begin anew.
    const auto follower = end < lines.size() ? lines.itemAt(end) : std::nullopt;
    if (parent >= 0 && follower && follower->indent == item.indent && follower->isNumbered())
        lines.setItem(end, follower->indent, follower->numbered(1));
    return true;
}

/// The item has no text: it goes one level out, or the list ends here.
TypedChange endItem(QStringView text, ListLines lines, qsizetype index, const ListItem &item)
{
    if (moveOut(lines, index, item)) {
        lines.renumber(index);
        return changed(text, lines, lines.startOf(index) + lines[index].size());
    }
    const qsizetype below = index + 1;
    const auto next = below < lines.size() ? lines.itemAt(below) : std::nullopt;
    lines.set(index, item.quote);
    if (next && item.isNumbered() && next->isNumbered()) {
        lines.setItem(below, next->indent, next->numbered(item.number()));
        lines.renumber(below);
    }
    // Text right below an item would go on with it.
    if (index > 0 && !lines.isBlank(index - 1))
        lines.insert(index++, item.quote.trimmed());
    return changed(text, lines, lines.startOf(index) + lines[index].size());
}

TypedChange nextItem(QStringView text, ListLines lines, qsizetype index, const ListItem &item, qsizetype column)
{
    const QString rest = QStringView(lines[index]).sliced(column).trimmed().toString();
    const QString start = item.quote + QString(item.indent, u' ') + nextMarker(lines, index, item) + item.gap
        + (item.task.isEmpty() ? QString() : u"[ ] "_s);
    qsizetype end = column;
    while (end > item.content && lines[index][end - 1].isSpace())
        --end;
    lines.set(index, lines[index].first(end));
    lines.insert(index + 1, start + rest);
    lines.renumber(index + 1);
    return changed(text, lines, lines.startOf(index + 1) + lines[index + 1].size() - rest.size());
}

/// Goes on with the quotation; a line of it without text ends it, or its innermost level.
std::optional<TypedChange> breakQuotation(QStringView text, ListLines lines, qsizetype index, qsizetype column)
{
    const QString marks = quoteMarks(lines[index]);
    if (marks.isEmpty() || column < marks.size())
        return std::nullopt;
    if (!lines.isBlank(index)) {
        const QString rest = QStringView(lines[index]).sliced(column).trimmed().toString();
        lines.set(index, lines[index].first(column));
        lines.insert(index + 1, marks + rest);
        return changed(text, lines, lines.startOf(index + 1) + marks.size());
    }
    const QString outer = marks.first(marks.lastIndexOf(u'>'));
    lines.set(index, outer);
    if (index > 0 && !lines.isBlank(index - 1))
        lines.insert(index++, outer.trimmed());
    return changed(text, lines, lines.startOf(index) + lines[index].size());
}

} // namespace

std::optional<TypedChange> breakListLine(QStringView text, qsizetype cursor)
{
    const ListLines lines(text);
    const qsizetype index = lines.indexAt(cursor);
    const qsizetype column = cursor - lines.startOf(index);
    const auto item = lines.itemAt(index);
    if (!item)
        return breakQuotation(text, lines, index, column);
    if (column < item->content)
        return std::nullopt;
    const bool isEmpty = QStringView(lines[index]).sliced(item->content).trimmed().isEmpty();
    return isEmpty ? endItem(text, lines, index, *item) : nextItem(text, lines, index, *item, column);
}

std::optional<TypedChange> shiftListItems(QStringView text, TextRange selection, bool inwards)
{
    ListLines lines(text);
    const qsizetype first = lines.indexAt(selection.offset);
    const qsizetype last = lines.indexAt(selection.end());
    if (!lines.itemAt(first))
        return std::nullopt;
    const Place start = Place::of(lines, selection.offset);
    const Place end = Place::of(lines, selection.end());
    for (qsizetype i = first; i <= last;) {
        const auto item = lines.itemAt(i);
        const qsizetype behind = item ? lines.endOfItem(i, item->inside()) : i + 1;
        if (item)
            inwards ? moveIn(lines, i, *item) : moveOut(lines, i, *item);
        i = behind;
    }
    lines.renumber(first);
    return changeBetween(text, lines.join(), {start.in(lines), end.in(lines) - start.in(lines)});
}

std::optional<TypedChange> renumberList(QStringView text, qsizetype cursor)
{
    ListLines lines(text);
    const Place place = Place::of(lines, cursor);
    if (!lines.itemAt(place.line))
        return std::nullopt;
    lines.renumber(place.line, true);
    return changed(text, lines, place.in(lines));
}

} // namespace redoubt
