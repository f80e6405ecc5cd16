#include "app/brief/tableediting.h"

#include "app/brief/tablelines.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

using Cell = TableLines::Cell;

/// Where the cursor goes once a table is changed.
struct Goal
{
    Cell cell;
    bool selects = true; ///< the text of the cell, not a place in it
    bool leaves = false; ///< the table, to the line below
};

bool isEmpty(const QStringList &row)
{
    return std::ranges::all_of(row, &QString::isEmpty);
}

void insertColumn(TableLines &table, qsizetype column)
{
    table.columns.insert(column, Block::Align::Default);
    for (QStringList &row : table.rows)
        row.insert(column, QString());
}

void removeColumn(TableLines &table, qsizetype column)
{
    table.columns.removeAt(column);
    for (QStringList &row : table.rows)
        row.removeAt(column);
}

void swapColumns(TableLines &table, qsizetype a, qsizetype b)
{
    table.columns.swapItemsAt(a, b);
    for (QStringList &row : table.rows)
        row.swapItemsAt(a, b);
}

Goal nextCell(TableLines &table, Cell cell)
{
    if (++cell.column == table.columns.size()) {
        cell.column = 0;
        if (++cell.row == table.rows.size())
            table.rows.append(table.emptyRow());
    }
    return {cell};
}

Goal previousCell(const TableLines &table, Cell cell)
{
    if (cell.column == 0 && cell.row == 0)
        return {cell};
    if (--cell.column < 0) {
        cell.column = table.columns.size() - 1;
        --cell.row;
    }
    return {cell};
}

Goal nextRow(TableLines &table, Cell cell)
{
    const bool isLast = ++cell.row == table.rows.size();
    if (isLast && table.rows.size() > 1 && isEmpty(table.rows.last())) {
        table.rows.removeLast();
        return {.cell = {}, .leaves = true};
    }
    if (isLast)
        table.rows.append(table.emptyRow());
    return {cell};
}

Goal changeRows(TableLines &table, Cell cell, TableAct act)
{
    const qsizetype other = act == TableAct::MoveRowUp ? cell.row - 1 : cell.row + 1;
    switch (act) {
    case TableAct::InsertRowAbove:
        cell.row = std::max<qsizetype>(cell.row, 1);
        table.rows.insert(cell.row, table.emptyRow());
        return {cell};
    case TableAct::InsertRowBelow:
        table.rows.insert(++cell.row, table.emptyRow());
        return {cell};
    case TableAct::RemoveRow:
        if (cell.row == 0)
            return {cell, false};
        table.rows.removeAt(cell.row);
        cell.row = std::min(cell.row, table.rows.size() - 1);
        return {cell};
    default:
        if (cell.row == 0 || other == 0 || other == table.rows.size())
            return {cell, false};
        table.rows.swapItemsAt(cell.row, other);
        cell.row = other;
        return {cell, false};
    }
}

Goal changeColumns(TableLines &table, Cell cell, TableAct act)
{
    const qsizetype other = act == TableAct::MoveColumnLeft ? cell.column - 1 : cell.column + 1;
    switch (act) {
    case TableAct::InsertColumnLeft:
        insertColumn(table, cell.column);
        return {cell};
    case TableAct::InsertColumnRight:
        insertColumn(table, ++cell.column);
        return {cell};
    case TableAct::RemoveColumn:
        if (table.columns.size() == 1)
            return {cell, false};
        removeColumn(table, cell.column);
        cell.column = std::min(cell.column, table.columns.size() - 1);
        return {cell};
    default:
        if (other < 0 || other == table.columns.size())
            return {cell, false};
        swapColumns(table, cell.column, other);
        cell.column = other;
        return {cell, false};
    }
}

Goal align(TableLines &table, Cell cell, Block::Align align)
{
    Block::Align &column = table.columns[cell.column];
    column = column == align ? Block::Align::Default : align;
    return {cell, false};
}

Goal carryOut(TableLines &table, Cell cell, TableAct act)
{
    switch (act) {
    case TableAct::Align:
        return {cell, false};
    case TableAct::NextCell:
        return nextCell(table, cell);
    case TableAct::PreviousCell:
        return previousCell(table, cell);
    case TableAct::NextRow:
        return nextRow(table, cell);
    case TableAct::InsertRowAbove:
    case TableAct::InsertRowBelow:
    case TableAct::RemoveRow:
    case TableAct::MoveRowUp:
    case TableAct::MoveRowDown:
        return changeRows(table, cell, act);
    case TableAct::AlignLeft:
        return align(table, cell, Block::Align::Left);
    case TableAct::AlignCentre:
        return align(table, cell, Block::Align::Centre);
    case TableAct::AlignRight:
        return align(table, cell, Block::Align::Right);
    default:
        return changeColumns(table, cell, act);
    }
}

qsizetype startOf(const QStringList &lines, qsizetype index)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i < index; ++i)
        start += lines[i].size() + 1;
    return start;
}

qsizetype lineAt(const QStringList &lines, qsizetype position)
{
    qsizetype index = 0;
    for (; index + 1 < lines.size() && position > lines[index].size(); ++index)
        position -= lines[index].size() + 1;
    return index;
}

} // namespace

bool mayBeTableRow(QStringView line)
{
    return line.contains(u'|');
}

std::optional<TypedChange> changeTable(QStringView text, qsizetype cursor, TableAct act)
{
    QStringList lines = text.toString().split(u'\n');
    const qsizetype line = lineAt(lines, cursor);
    auto table = TableLines::read(lines, line);
    if (!table)
        return std::nullopt;
    const Cell cell = table->cellAt(lines[line], line - table->firstLine, cursor - startOf(lines, line));
    const Goal goal = carryOut(*table, cell, act);

    const QStringList written = table->write();
    lines.remove(table->firstLine, table->lineCount);
    for (qsizetype i = 0; i < written.size(); ++i)
        lines.insert(table->firstLine + i, written[i]);
    if (goal.leaves) {
        // A line right below would be a row.
        const qsizetype behind = table->firstLine + written.size();
        lines.insert(behind, table->prefix);
        if (behind + 1 == lines.size() || !lines[behind + 1].trimmed().isEmpty())
            lines.insert(behind + 1, table->prefix);
        return changeBetween(text, lines.join(u'\n'), {startOf(lines, behind + 1) + lines[behind + 1].size(), 0});
    }
    TextRange selection = table->cellRange(written, goal.cell);
    if (!goal.selects)
        selection = {selection.offset + std::min(goal.cell.offset, selection.length), 0};
    selection.offset += startOf(lines, table->firstLine + TableLines::lineOf(goal.cell.row));
    return changeBetween(text, lines.join(u'\n'), selection);
}

QString emptyTable(int rows, int columns)
{
    TableLines table;
    table.columns.fill(Block::Align::Default, columns);
    table.rows.fill(table.emptyRow(), rows + 1);
    return table.write().join(u'\n');
}

} // namespace redoubt
