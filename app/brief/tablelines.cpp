#include "app/brief/tablelines.h"

#include "app/base/displaywidth.h"
#include "app/brief/listlines.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype narrowest = 3; // columns: what the line below the header needs
constexpr qsizetype widest = 60;   // columns: a longer cell stands out of its column

QString prefixOf(const QString &line)
{
    static const QRegularExpression spaces(u"^[ \\t]*"_s);
    const QString quote = quoteMarks(line);
    return quote + spaces.matchView(QStringView(line).sliced(quote.size())).captured();
}

/// Where the cells of a line begin and end, without the marks between them; an escaped mark stands between none.
QList<TextRange> cellsOf(QStringView line)
{
    QList<TextRange> cells;
    qsizetype start = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'\\') {
            ++i;
        } else if (line[i] == u'|') {
            if (i > 0)
                cells.append({start, i - start});
            start = i + 1;
        }
    }
    if (start < line.size() && !line.sliced(start).trimmed().isEmpty())
        cells.append({start, line.size() - start});
    return cells;
}

QStringList textsOf(QStringView line)
{
    QStringList texts;
    for (const TextRange &cell : cellsOf(line))
        texts.append(line.sliced(cell.offset, cell.length).trimmed().toString());
    return texts;
}

std::optional<QList<Block::Align>> delimiters(QStringView line)
{
    static const QRegularExpression shape(u"^(:?)-+(:?)$"_s);
    QList<Block::Align> columns;
    for (const QString &cell : textsOf(line)) {
        const auto match = shape.match(cell);
        if (!match.hasMatch())
            return std::nullopt;
        const bool left = match.hasCaptured(1) && !match.capturedView(1).isEmpty();
        const bool right = !match.capturedView(2).isEmpty();
        columns.append(left && right ? Block::Align::Centre
                : left               ? Block::Align::Left
                : right              ? Block::Align::Right
                                     : Block::Align::Default);
    }
    return columns.isEmpty() ? std::nullopt : std::optional(columns);
}

QString delimiter(Block::Align align, qsizetype width)
{
    using enum Block::Align;
    const bool left = align == Left || align == Centre;
    const bool right = align == Right || align == Centre;
    return (left ? u":"_s : u""_s) + QString(width - left - right, u'-') + (right ? u":"_s : u""_s);
}

QString padded(const QString &text, Block::Align align, qsizetype width)
{
    const qsizetype space = std::max<qsizetype>(0, width - displayWidth(text));
    const qsizetype before = align == Block::Align::Right ? space : align == Block::Align::Centre ? space / 2 : 0;
    return QString(before, u' ') + text + QString(space - before, u' ');
}

} // namespace

std::optional<TableLines> TableLines::read(const QStringList &lines, qsizetype index)
{
    TableLines table;
    const QString quote = quoteMarks(lines[index]);
    const auto rest = [&](qsizetype i) { return QStringView(lines[i]).sliced(prefixOf(lines[i]).size()); };
    const auto belongs = [&](qsizetype i) { return quoteMarks(lines[i]) == quote && rest(i).contains(u'|'); };
    if (!belongs(index))
        return std::nullopt;
    qsizetype top = index;
    while (top > 0 && belongs(top - 1))
        --top;
    // The first line below the top one that can be the one below a header.
    qsizetype below = top + 1;
    while (below < lines.size() && below <= index + 1 && belongs(below) && !delimiters(rest(below)))
        ++below;
    if (below >= lines.size() || below > index + 1 || !belongs(below))
        return std::nullopt;
    table.firstLine = below - 1;
    table.prefix = prefixOf(lines[table.firstLine]);
    table.columns = *delimiters(rest(below));
    table.rows.append(textsOf(rest(table.firstLine)));
    qsizetype end = below + 1;
    for (; end < lines.size() && belongs(end); ++end)
        table.rows.append(textsOf(rest(end)));
    table.lineCount = end - table.firstLine;
    for (const QStringList &row : std::as_const(table.rows))
        table.columns.resize(std::max(table.columns.size(), row.size()), Block::Align::Default);
    for (QStringList &row : table.rows)
        row.resize(table.columns.size());
    return table;
}

TableLines::Cell TableLines::cellAt(const QString &line, qsizetype lineOfTable, qsizetype position) const
{
    const qsizetype before = prefixOf(line).size();
    const QStringView rest = QStringView(line).sliced(before);
    position = std::max<qsizetype>(0, position - before);
    const QList<TextRange> cells = cellsOf(rest);
    Cell cell;
    cell.row = lineOfTable < 2 ? 0 : lineOfTable - 1;
    while (cell.column + 1 < cells.size() && position > cells[cell.column].end())
        ++cell.column;
    if (lineOfTable == 1 || cell.column >= cells.size())
        return cell;
    const TextRange range = cells[cell.column];
    qsizetype start = range.offset;
    while (start < range.end() && rest[start].isSpace())
        ++start;
    cell.offset = std::clamp<qsizetype>(position - start, 0, rows[cell.row][cell.column].size());
    return cell;
}

QList<qsizetype> TableLines::widths() const
{
    QList<qsizetype> all(columns.size(), narrowest);
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < all.size(); ++column)
            all[column] = std::max(all[column], std::min(widest, displayWidth(row[column])));
    }
    return all;
}

QStringList TableLines::write() const
{
    const QList<qsizetype> wide = widths();
    QStringList lines;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (qsizetype column = 0; column < wide.size(); ++column)
            cells.append(padded(row[column], columns[column], wide[column]));
        lines.append(prefix + u"| "_s + cells.join(u" | "_s) + u" |"_s);
    }
    QStringList marks;
    for (qsizetype column = 0; column < wide.size(); ++column)
        marks.append(delimiter(columns[column], wide[column]));
    lines.insert(1, prefix + u"| "_s + marks.join(u" | "_s) + u" |"_s);
    return lines;
}

TextRange TableLines::cellRange(const QStringList &written, const Cell &cell) const
{
    const QStringView rest = QStringView(written[lineOf(cell.row)]).sliced(prefix.size());
    const TextRange range = cellsOf(rest)[cell.column];
    const QString &text = rows[cell.row][cell.column];
    const QStringView within = rest.sliced(range.offset, range.length);
    const qsizetype before = text.isEmpty() ? 1 : within.indexOf(text);
    return {prefix.size() + range.offset + before, text.size()};
}

} // namespace redoubt
