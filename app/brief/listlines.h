#pragma once

#include "app/brief/citation.h"

#include <QStringList>

#include <optional>

namespace redoubt {

/// The start of a line of a list: `> - [ ] `. Inner to app/brief.
struct ListItem
{
    QString quote;        ///< `> `
    qsizetype indent = 0; ///< columns before the marker, a tab to the next multiple of 4
    QString marker;       ///< `-`, `12.`
    QString gap;          ///< the spaces behind it
    QString task;         ///< `[x] `
    qsizetype content = 0; ///< where its text begins in the line

    [[nodiscard]] bool isNumbered() const { return marker.size() > 1; }
    [[nodiscard]] int number() const { return marker.chopped(1).toInt(); }
    /// What belongs to the item has this indent or more.
    [[nodiscard]] qsizetype inside() const;
    [[nodiscard]] QString numbered(int number) const { return QString::number(number) + marker.back(); }
};

/// Nothing when the line does not begin an item: a thematic break, a marker without a space behind it.
[[nodiscard]] std::optional<ListItem> listItem(const QString &line);

/// The marks of a block quote at the start of a line; empty when there are none.
[[nodiscard]] QString quoteMarks(const QString &line);

/// The lines around a cursor, as lists.
class ListLines
{
public:
    explicit ListLines(QStringView text);

    [[nodiscard]] qsizetype size() const { return m_lines.size(); }
    [[nodiscard]] const QString &operator[](qsizetype index) const { return m_lines[index].text; }
    void set(qsizetype index, const QString &line) { m_lines[index] = Line(line); }
    void insert(qsizetype index, const QString &line) { m_lines.insert(index, Line(line)); }

    [[nodiscard]] const std::optional<ListItem> &itemAt(qsizetype index) const { return m_lines[index].item; }
    [[nodiscard]] bool isBlank(qsizetype index) const { return m_lines[index].isBlank; }

    /// Behind the last line that belongs to an item with this line and this inside().
    [[nodiscard]] qsizetype endOfItem(qsizetype index, qsizetype inside) const;
    /// Behind the list that a line of it belongs to, and its first line.
    [[nodiscard]] qsizetype endOfList(qsizetype index) const;
    [[nodiscard]] qsizetype startOfList(qsizetype index) const;
    /// The last item before a line, in the same list, that `wanted` accepts; -1 when there is none.
    template<class Wanted>
    [[nodiscard]] qsizetype itemBefore(qsizetype index, Wanted wanted) const
    {
        const qsizetype first = startOfList(index);
        for (qsizetype i = index - 1; i >= first; --i) {
            if (const auto item = itemAt(i); item && wanted(*item))
                return i;
        }
        return -1;
    }

    /// Moves the lines [first, end) by columns; blank ones stay.
    void shift(qsizetype first, qsizetype end, qsizetype columns);
    /// Gives an item another indent and marker; what belongs to it goes along.
    void setItem(qsizetype index, qsizetype indent, const QString &marker);
    /// Numbers all of the list that a line belongs to. A list whose numbers are all the same keeps them, unless `strictly`.
    void renumber(qsizetype index, bool strictly = false);

    [[nodiscard]] QString join() const;
    [[nodiscard]] qsizetype startOf(qsizetype index) const;
    [[nodiscard]] qsizetype indexAt(qsizetype position) const;

private:
    struct Line
    {
        explicit Line(const QString &line);

        QString text;
        qsizetype quote = 0;  ///< the length of its quotation marks
        qsizetype spaces = 0; ///< how many follow them, and the columns that they take
        qsizetype indent = 0;
        bool isBlank = false;
        std::optional<ListItem> item;
    };
    [[nodiscard]] bool endsList(qsizetype index) const;

    QList<Line> m_lines;
};

} // namespace redoubt
