// The part of Composer that sets tables, and rows of texts side by side.

#include "app/publish/composer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr double columnGap = 10;
constexpr double rowPadding = 3.6;
/// A row this long may be divided: it would not stand on any page.
constexpr double longestRow = 560;

ParagraphSettings::Align alignment(Block::Align align)
{
    switch (align) {
    case Block::Align::Centre:
        return ParagraphSettings::Align::Centre;
    case Block::Align::Right:
        return ParagraphSettings::Align::Right;
    default:
        return ParagraphSettings::Align::Left;
    }
}

} // namespace

Strip Composer::rowStrip(std::vector<CellText> &cells, double padding)
{
    Strip row;
    row.onGrid = false;
    double height = 0;
    const auto baselineOf = [](const CellText &cell) {
        return cell.line / 2 + (cell.texts.empty() ? style::table.size : cell.texts.front().style.size) * 0.35;
    };
    double baseline = 0;
    for (const CellText &cell : cells)
        baseline = std::max(baseline, baselineOf(cell));
    for (CellText &cell : cells) {
        std::vector<SetLine> lines = m_typesetter.set(cell.texts, {.width = cell.width, .align = cell.align});
        if (lines.empty())
            attach(cell.element);
        Frame frame;
        frame.x = m_left + cell.x;
        frame.width = cell.width;
        frame.line = cell.line;
        // First lines share their baseline whatever their sizes.
        const double top = padding + baseline - baselineOf(cell);
        for (size_t i = 0; i < lines.size(); ++i) {
            Strip line = lineStrip(lines[i], frame, padding + baseline + double(i) * cell.line);
            row.notes.insert(row.notes.end(), line.notes.begin(), line.notes.end());
            for (Piece &piece : line.pieces) {
                piece.y = top + double(i) * cell.line;
                row.pieces.push_back(std::move(piece));
            }
        }
        height = std::max(height, top - padding + double(lines.size()) * cell.line);
    }
    row.height = height + 2 * padding;
    return row;
}

void Composer::addTableRule(Strip &strip, double y, const Colour &colour, double height)
{
    Piece rule;
    rule.marks.push_back(Shape{.x = m_left, .y = y, .width = m_width, .height = height, .colour = colour});
    strip.pieces.push_back(std::move(rule));
}

/// A row joins the flow; one that no page can hold is divided between its lines.
void Composer::addRow(Strip row, int header, size_t first)
{
    row.header = header;
    const bool opens = m_flow.strips.size() == first + m_flow.headers[size_t(header)].size();
    if (row.height <= longestRow) {
        row.keepWithNext = opens;
        m_flow.strips.push_back(std::move(row));
        return;
    }
    const auto slices = size_t(std::ceil(row.height / style::tableLine));
    std::vector<Strip> parts(slices);
    for (Strip &part : parts) {
        part.height = style::tableLine;
        part.onGrid = false;
        part.header = header;
    }
    parts.front().notes = std::move(row.notes);
    for (Piece &piece : row.pieces) {
        const auto slice = std::min(slices - 1, size_t(std::max(0.0, piece.y / style::tableLine)));
        const double up = double(slice) * style::tableLine;
        movePiece(piece, -up);
        parts[slice].pieces.push_back(std::move(piece));
    }
    std::ranges::move(parts, std::back_inserter(m_flow.strips));
}

Composer::TableShape Composer::shapeOf(const Block &block, double width)
{
    const auto count = size_t(std::max<qsizetype>(1, block.columns.size()));
    std::vector<double> natural(count, 20);
    std::vector<double> least(count, 16);
    for (const QList<Block::Cell> &row : block.rows) {
        for (qsizetype i = 0; i < row.size() && size_t(i) < count; ++i) {
            const QString text = plainText(row[i].spans);
            natural[size_t(i)] = std::max(natural[size_t(i)], m_typesetter.width(text, style::table) + 1);
            for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
                least[size_t(i)] = std::max(least[size_t(i)], std::min(90.0, m_typesetter.width(word, style::table) + 1));
        }
    }
    const double room = width - columnGap * double(count - 1);
    const double wanted = std::accumulate(natural.begin(), natural.end(), 0.0);
    std::vector<double> widths = natural;
    if (wanted > room) {
        // Long columns give way more than short ones, none to less than its longest word.
        const double needed = std::accumulate(least.begin(), least.end(), 0.0);
        double weight = 0;
        for (size_t i = 0; i < count; ++i)
            weight += std::sqrt(std::max(0.0, natural[i] - least[i]));
        const double spare = std::max(0.0, room - needed);
        for (size_t i = 0; i < count; ++i) {
            const double share = weight > 0 ? std::sqrt(std::max(0.0, natural[i] - least[i])) / weight : 1.0 / double(count);
            widths[i] = needed > room ? least[i] * room / needed : least[i] + spare * share;
        }
    } else {
        for (double &one : widths)
            one += (room - wanted) / double(count);
    }
    TableShape shape{{}, widths};
    double x = 0;
    for (const double one : widths) {
        shape.starts.push_back(x);
        x += one + columnGap;
    }
    return shape;
}

void Composer::addTable(const Block &block, const Frame &frame)
{
    const TableShape shape = shapeOf(block, m_width);
    const int table = element(Element::Role::Table, frame.parent);
    const size_t first = m_flow.strips.size();
    const int header = int(m_flow.headers.size());
    m_flow.headers.emplace_back();
    for (qsizetype i = 0; i < block.rows.size(); ++i) {
        if (!proceeds())
            return;
        const bool isHeader = i < block.headerRows;
        const int row = element(Element::Role::TR, table);
        std::vector<CellText> cells;
        for (qsizetype column = 0; column < block.rows[i].size() && size_t(column) < shape.widths.size(); ++column) {
            CellText cell;
            cell.element = element(isHeader ? Element::Role::TH : Element::Role::TD, row);
            cell.x = shape.starts[size_t(column)];
            cell.width = shape.widths[size_t(column)];
            cell.align = alignment(block.columns.value(column));
            addSpans(block.rows[i][column].spans, isHeader ? style::tableHead : style::table, cell.element, cell.texts);
            cells.push_back(std::move(cell));
        }
        Strip strip = rowStrip(cells, rowPadding);
        addTableRule(strip, isHeader ? strip.height - 0.8 : strip.height - 0.2, isHeader ? style::accent : style::faint,
            isHeader ? 0.8 : 0.4);
        if (isHeader) {
            strip.keepWithNext = true;
            m_flow.headers[size_t(header)].push_back(strip);
            m_flow.strips.push_back(std::move(strip));
        } else {
            addRow(std::move(strip), header, first);
        }
    }
    if (first < m_flow.strips.size())
        m_flow.strips[first].before = style::line;
    if (!m_flow.headers[size_t(header)].empty())
        m_flow.headers[size_t(header)].front().before = style::line;
    addBreak();
}

} // namespace redoubt
