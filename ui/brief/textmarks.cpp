#include "ui/brief/textmarks.h"

#include "ui/brief/quotationstate.h"
#include "ui/look/look.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

QColor colourOf(TextMarks::Kind kind, const QPalette &palette)
{
    const look::Colours &colours = look::colours(palette);
    switch (kind) {
    case TextMarks::Kind::Exact:
        return quotationWash(Verification::Status::Exact, palette);
    case TextMarks::Kind::Altered:
        return quotationWash(Verification::Status::Altered, palette);
    case TextMarks::Kind::NotFound:
        return quotationWash(Verification::Status::NotFound, palette);
    case TextMarks::Kind::NothingCaptured:
        return quotationWash(Verification::Status::NothingCaptured, palette);
    case TextMarks::Kind::Scope:
        return colours.related;
    case TextMarks::Kind::Mention:
        return colours.selection;
    case TextMarks::Kind::Found:
        return colours.marker;
    case TextMarks::Kind::Note:
        return colours.nothing;
    case TextMarks::Kind::Warning:
        return colours.altered;
    case TextMarks::Kind::Error:
    case TextMarks::Kind::Misspelt:
    case TextMarks::Kind::Unknown:
    case TextMarks::Kind::Fallen:
        return colours.notFound;
    }
    return colours.ink;
}

/// All waves are pieces of one, so that those that meet go on in each other.
void drawWave(QPainter &painter, qreal left, qreal right, qreal middle)
{
    constexpr qreal half = look::waveLength / 2;
    const auto y = [&](qreal step) { return middle + (std::fmod(step, 2) == 0 ? look::waveHeight : -look::waveHeight); };
    QPainterPath wave;
    qreal step = std::floor(left / half);
    wave.moveTo(step * half, y(std::abs(step)));
    while (step * half < right) {
        ++step;
        wave.lineTo(step * half, y(std::abs(step)));
    }
    painter.save();
    painter.setClipRect(QRectF(left, middle - look::waveLength, right - left, 2 * look::waveLength), Qt::IntersectClip);
    painter.drawPath(wave);
    painter.restore();
}

int firstLineAt(const QTextLayout &layout, qreal y)
{
    int low = 0;
    int high = layout.lineCount();
    while (low < high) {
        const int middle = (low + high) / 2;
        const QRectF line = layout.lineAt(middle).rect();
        if (line.bottom() < y)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

TextMarks::TextMarks(QTextDocument *document, QObject *parent)
    : QObject(parent)
{
    connect(document, &QTextDocument::contentsChange, this, &TextMarks::follow);
}

void TextMarks::set(Kind kind, QList<TextRange> ranges)
{
    Marks &marks = m_marks.at(size_t(kind));
    if (marks.ranges == ranges)
        return;
    marks.longest = 0;
    for (const TextRange &range : std::as_const(ranges))
        marks.longest = std::max(marks.longest, range.length);
    if (!std::ranges::is_sorted(ranges, {}, &TextRange::offset))
        std::ranges::stable_sort(ranges, {}, &TextRange::offset);
    marks.ranges = std::move(ranges);
    Q_EMIT changed();
}

QList<TextRange> TextMarks::touching(Kind kind, TextRange stretch) const
{
    const Marks &marks = at(kind);
    QList<TextRange> found;
    auto next = std::ranges::lower_bound(marks.ranges, stretch.offset - marks.longest, {}, &TextRange::offset);
    for (; next != marks.ranges.end() && next->offset <= stretch.end(); ++next) {
        if (next->end() >= stretch.offset)
            found.append(*next);
    }
    return found;
}

void TextMarks::follow(int from, int removed, int added)
{
    if (removed == added)
        return; // mostly the highlighter, which changes no letter
    const qsizetype end = from + removed;
    const qsizetype more = added - removed;
    for (Marks &marks : m_marks) {
        const qsizetype first = std::ranges::lower_bound(marks.ranges, from - marks.longest, {}, &TextRange::offset) - marks.ranges.begin();
        if (first == marks.ranges.size())
            continue;
        const auto begin = marks.ranges.begin() + first;
        const auto cut = [&](const TextRange &range) {
            const bool isApart = range.end() <= from || range.offset >= end;
            const bool isInside = range.offset <= from && range.end() >= end;
            return !isApart && !isInside;
        };
        marks.ranges.erase(std::remove_if(begin, marks.ranges.end(), cut), marks.ranges.end());
        for (auto range = marks.ranges.begin() + first; range != marks.ranges.end(); ++range) {
            if (range->offset >= end)
                range->offset += more;
            else if (range->end() > from)
                range->length += more;
            marks.longest = std::max(marks.longest, range->length);
        }
    }
}

void TextMarks::eachPiece(Kind first, Kind last, const QPainter &painter, const QTextBlock &block, QPointF origin, const Draw &draw) const
{
    const QTextLayout *layout = block.layout();
    const QRectF clip = painter.clipBoundingRect().translated(-origin);
    for (int number = firstLineAt(*layout, clip.top()); number < layout->lineCount(); ++number) {
        const QTextLine line = layout->lineAt(number);
        if (line.y() > clip.bottom())
            return;
        const qsizetype start = block.position() + line.textStart();
        const TextRange letters{start, line.textLength()};
        for (size_t kind = size_t(first); kind <= size_t(last); ++kind) {
            for (const TextRange &range : touching(Kind(kind), letters)) {
                const bool isElsewhere = !range.isEmpty() && (range.end() == start || range.offset == letters.end());
                if (isElsewhere)
                    continue;
                const qreal a = line.cursorToX(int(std::max(range.offset, start) - block.position()));
                const qreal b = line.cursorToX(int(std::min(range.end(), letters.end()) - block.position()));
                const qreal width = range.isEmpty() ? look::writingCursor : std::abs(b - a);
                draw(Kind(kind), QRectF(std::min(a, b), line.y(), width, line.height()).translated(origin), origin.y() + line.y() + line.ascent());
            }
        }
    }
}

void TextMarks::drawBehind(QPainter &painter, const QTextBlock &block, QPointF origin, const QPalette &palette) const
{
    eachPiece(Kind::Exact, Kind::Found, painter, block, origin, [&](Kind kind, const QRectF &line, qreal) {
        painter.fillRect(line, colourOf(kind, palette));
    });
}

void TextMarks::drawOver(QPainter &painter, const QTextBlock &block, QPointF origin, const QPalette &palette) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    eachPiece(Kind::Unknown, Kind::Misspelt, painter, block, origin, [&](Kind kind, const QRectF &line, qreal baseline) {
        const bool isDotted = kind == Kind::Note || kind == Kind::Unknown;
        const Qt::PenStyle style = kind == Kind::Warning ? Qt::DashLine : isDotted ? Qt::DotLine : Qt::SolidLine;
        painter.setPen(QPen(colourOf(kind, palette), look::underline, style));
        const qreal under = kind == Kind::Fallen ? line.center().y() : baseline + look::underlineBelow;
        if (kind == Kind::Misspelt)
            drawWave(painter, line.left(), line.right(), under);
        else
            painter.drawLine(QPointF(line.left(), under), QPointF(line.right(), under));
    });
}

} // namespace redoubt
