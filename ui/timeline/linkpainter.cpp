#include "ui/timeline/drawing.h"
#include "ui/timeline/linknames.h"
#include "ui/timeline/timelinepainter.h"

#include <QFontMetricsF>

#include <algorithm>
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

/// Warnings come first to a place; a name that finds none is left out: the event's own page has them all.
void TimelinePainter::paintLinkNames(QPainter &painter, const Scene &scene) const
{
    QList<DrawnLink> links = scene.links;
    std::ranges::stable_partition(links, &DrawnLink::isReversed);
    QList<LinkName> names;
    for (DrawnLink &link : links) {
        if (link.isReversed)
            link.text.prepend(u"▲ "_s);
        names.append({curveOf(link.from, link.to, scene.layout.direction == TimeDirection::Down),
            QSizeF(advanceOf(m_caption, link.text) + look::related,
                heightOf(m_caption) + look::tight / 2.0)});
    }
    const QList<QRectF> places = placeLinkNames(names, scene.layout, scene.chosen);
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (!places.at(i).isNull())
            paintLinkName(painter, places.at(i), links.at(i).text, links.at(i).isReversed);
    }
}

void TimelinePainter::paintLinkName(QPainter &painter, const QRectF &place, const QString &text, bool warns) const
{
    painter.setPen(QPen(warns ? m_colours.altered : m_colours.line, look::hair));
    painter.setBrush(m_colours.raised);
    painter.drawRoundedRect(place, look::radius, look::radius);
    painter.setBrush(Qt::NoBrush);
    writeElided(painter, m_caption, warns ? m_colours.altered : m_colours.ink, place.adjusted(look::tight, 0, -look::tight + look::hair, 0), text);
}

/// What is being dragged says beside the pointer where it is.
void TimelinePainter::paintLabel(QPainter &painter, QPointF at, const QString &text, const QRectF &within) const
{
    const double width = advanceOf(m_body, text) + look::group;
    const double height = heightOf(m_body) + look::related;
    const double left = std::clamp(at.x() + look::group, within.left(), std::max(within.left(), within.right() - width));
    const double top = std::clamp(at.y() - height - look::related, within.top(), std::max(within.top(), within.bottom() - height));
    const QRectF place(left, top, width, height);
    painter.setPen(QPen(m_colours.accent, look::hair));
    painter.setBrush(m_colours.raised);
    painter.drawRoundedRect(place, look::radius, look::radius);
    painter.setBrush(Qt::NoBrush);
    writeElided(painter, m_body, m_colours.ink, place.adjusted(look::related, 0, 0, 0), text);
}

} // namespace redoubt
