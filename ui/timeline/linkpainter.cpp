#include "ui/timeline/drawing.h"
#include "ui/timeline/timelinepainter.h"

#include <QFontMetricsF>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace redoubt::drawing;

// The part of the painter that is about links.

namespace redoubt {

namespace {

/// A curve that leaves the line of marks to one side, the further the longer it is.
std::array<QPointF, 4> curveOf(QPointF from, QPointF to, bool down)
{
    const QPointF apart = to - from;
    const double length = std::hypot(apart.x(), apart.y());
    const double bulge = std::min(look::page * 2.5, look::group + length * 0.2);
    const QPointF side = down ? QPointF(bulge, 0) : QPointF(0, bulge);
    return {from, from + apart * 0.25 + side, to - apart * 0.25 + side, to};
}

void drawHead(QPainter &painter, const std::array<QPointF, 4> &curve, const QColor &colour)
{
    const QPointF tip = curve[3];
    const QPointF back = tip - pointOf(curve, 0.92);
    const double length = std::max(0.01, std::hypot(back.x(), back.y()));
    const QPointF along = back / length * look::related;
    const QPointF side(-along.y() / 2, along.x() / 2);
    const QPointF end = tip - along / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{end, end - along + side, end - along - side});
    painter.setBrush(Qt::NoBrush);
}

QRectF placeOnCurve(QPointF middle, QSizeF size, const QRectF &within)
{
    const auto start = [](double at, double length, double from, double to) {
        return std::clamp(at - length / 2, from, std::max(from, to - length));
    };
    return {QPointF(start(middle.x(), size.width(), within.left(), within.right()),
                start(middle.y(), size.height(), within.top(), within.bottom())),
        size};
}

} // namespace

void TimelinePainter::paintLinks(QPainter &painter, const Scene &scene) const
{
    const bool down = scene.layout.direction == TimeDirection::Down;
    for (const DrawnLink &link : scene.links) {
        const auto curve = curveOf(link.from, link.to, down);
        const QColor colour = link.isReversed ? m_colours.altered : m_colours.accent;
        painter.setPen(QPen(colour, look::hair * 1.5));
        drawCurve(painter, curve);
        drawHead(painter, curve, colour);
    }
}

/// The names of links stand on their curves where they cover neither each other nor the chosen card; one that finds no such
/// place is left out: the event's own page has them all.
void TimelinePainter::paintLinkNames(QPainter &painter, const Scene &scene) const
{
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QRectF content = scene.layout.content;
    const PlacedEvent *chosen = scene.chosen < 0 ? nullptr : scene.layout.placed(scene.chosen);
    QList<QRectF> taken;
    if (chosen)
        taken.append(chosen->card);
    for (const bool warns : {true, false}) {
        for (const DrawnLink &link : scene.links) {
            if (link.isReversed != warns)
                continue;
            const auto curve = curveOf(link.from, link.to, down);
            const QString text = warns ? u"▲ "_s + link.text : link.text;
            const QSizeF size(m_texts.advance(TextCache::Face::Caption, text) + look::related,
                m_texts.height(TextCache::Face::Caption) + look::tight / 2.0);
            for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8}) {
                const QRectF place = placeOnCurve(pointOf(curve, part), size, content);
                if (std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(place); }))
                    continue;
                taken.append(place);
                paintLinkName(painter, place, text, warns);
                break;
            }
        }
    }
}

void TimelinePainter::paintLinkName(QPainter &painter, const QRectF &place, const QString &text, bool warns) const
{
    painter.setPen(QPen(warns ? m_colours.altered : m_colours.line, look::hair));
    painter.setBrush(m_colours.raised);
    painter.drawRoundedRect(place, look::radius, look::radius);
    painter.setBrush(Qt::NoBrush);
    m_texts.write(painter, TextCache::Face::Caption, warns ? m_colours.altered : m_colours.ink,
        place.adjusted(look::tight, 0, -look::tight + look::hair, 0), text);
}

/// What is being dragged says beside the pointer where it is.
void TimelinePainter::paintLabel(QPainter &painter, QPointF at, const QString &text, const QRectF &within) const
{
    const double width = m_texts.advance(TextCache::Face::Body, text) + look::group;
    const double height = m_texts.height(TextCache::Face::Body) + look::related;
    const double left = std::clamp(at.x() + look::group, within.left(), std::max(within.left(), within.right() - width));
    const double top = std::clamp(at.y() - height - look::related, within.top(), std::max(within.top(), within.bottom() - height));
    const QRectF place(left, top, width, height);
    painter.setPen(QPen(m_colours.accent, look::hair));
    painter.setBrush(m_colours.raised);
    painter.drawRoundedRect(place, look::radius, look::radius);
    painter.setBrush(Qt::NoBrush);
    m_texts.write(painter, TextCache::Face::Body, m_colours.ink, place.adjusted(look::related, 0, 0, 0), text);
}

} // namespace redoubt
