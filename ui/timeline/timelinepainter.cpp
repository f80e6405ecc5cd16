#include "ui/timeline/timelinepainter.h"

#include "ui/timeline/drawing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;
using namespace redoubt::drawing;

namespace redoubt {

namespace {

/// Filled, ringed, half and struck through: the certainty does not rest on the colour.
void drawPoint(QPainter &painter, QPointF middle, double radius, Certainty certainty, bool isSoft,
    const QColor &colour, const QColor &paper)
{
    if (isSoft) {
        QRadialGradient halo(middle, radius * 2.2);
        halo.setColorAt(0.3, faded(colour, 0.55));
        halo.setColorAt(1, faded(colour, 0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(middle, radius * 2.2, radius * 2.2);
    }
    painter.setPen(QPen(colour, look::hair * 2));
    painter.setBrush(certainty == Certainty::Confirmed ? colour : paper);
    painter.drawEllipse(middle, radius - look::hair, radius - look::hair);
    painter.setBrush(colour);
    if (certainty == Certainty::Reported)
        painter.drawEllipse(middle, look::hair, look::hair);
    if (certainty == Certainty::Disputed)
        painter.drawPie(QRectF(middle.x() - radius + look::hair, middle.y() - radius + look::hair,
                            radius * 2 - 2 * look::hair, radius * 2 - 2 * look::hair),
            90 * 16, 180 * 16);
    if (certainty == Certainty::Retracted)
        painter.drawLine(middle + QPointF(-radius, radius), middle + QPointF(radius, -radius));
    painter.setBrush(Qt::NoBrush);
}

} // namespace

TimelinePainter::TimelinePainter(const look::Colours &colours)
    : m_colours(colours)
    , m_caption(look::font(look::Text::Caption))
    , m_captionHeavy(look::font(look::Text::Caption, true))
    , m_body(look::font(look::Text::Body))
    , m_heavy(look::font(look::Text::Body, true))
{
}

TimelineMetrics TimelinePainter::metrics(TimeDirection direction, const QList<Lane> &lanes) const
{
    double title = 0;
    for (const Lane &lane : lanes)
        title = std::max(title, advanceOf(m_captionHeavy, lane.title));
    const double caption = heightOf(m_captionHeavy);
    TimelineMetrics metrics;
    metrics.axis = direction == TimeDirection::Down
                       ? advanceOf(m_captionHeavy, u"30 Sept"_s) + look::group + look::related
                       : caption + look::related;
    metrics.top = direction == TimeDirection::Down ? caption * 2 + look::related * 2
                                                   : caption + look::related;
    metrics.laneTitle = std::min(title, double(look::page) * 6) + look::page + look::group;
    metrics.track = markSize + look::tight;
    metrics.mark = markSize;
    metrics.gap = direction == TimeDirection::Down ? look::tight : look::related;
    metrics.cluster = look::page;
    metrics.overview = look::page;
    metrics.fade = look::page * 2;
    metrics.cardColumn = look::page * 9;
    metrics.cardAnchor = look::related + caption / 2;
    return metrics;
}

void TimelinePainter::paint(QPainter &painter, const Scene &scene) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintLanes(painter, scene);
    paintAxis(painter, scene);
    paintOverview(painter, scene);
    painter.save();
    painter.setClipRect(scene.layout.content);
    for (const PlacedProfile &placed : scene.layout.profiles)
        paintProfile(painter, scene, placed);
    paintNow(painter, scene);
    for (const PlacedEvent &placed : scene.layout.events)
        paintLeader(painter, scene, placed);
    for (const PlacedEvent &placed : scene.layout.events)
        paintMark(painter, scene, placed);
    for (const PlacedCluster &placed : scene.layout.clusters)
        paintCluster(painter, scene, placed);
    paintLinks(painter, scene);
    for (const PlacedEvent &placed : scene.layout.events)
        paintCard(painter, scene, placed);
    paintLinkNames(painter, scene);
    painter.restore();
}

/// The name of a lane behind a triangle in its colour, which points down while the lane is open.
void TimelinePainter::paintLaneTitle(
    QPainter &painter, const PlacedLane &placed, const Lane &lane, bool down) const
{
    const QFont &font = down ? m_caption : m_captionHeavy;
    const double size = look::related;
    const double left = down ? placed.title.left() : look::group;
    const double y = down ? placed.title.center().y() : placed.track.center().y();
    const QPointF middle(left + size / 2, y);
    const double half = size / 2;
    QPolygonF triangle{middle + QPointF(-half, -half * 0.7), middle + QPointF(half, -half * 0.7), middle + QPointF(0, half)};
    if (lane.collapsed) {
        triangle = {middle + QPointF(-half * 0.7, -half), middle + QPointF(half, 0), middle + QPointF(-half * 0.7, half)};
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colours.lane.at(size_t(lane.colour)));
    painter.drawPolygon(triangle);
    painter.setBrush(Qt::NoBrush);
    const double textLeft = left + size + (down ? look::tight : look::related);
    const QRectF place(textLeft, y - look::page / 2.0, placed.title.right() - textLeft - look::tight, look::page);
    writeElided(painter, font, m_colours.inkSoft, place, lane.title);
}

void TimelinePainter::paintLanes(QPainter &painter, const Scene &scene) const
{
    const bool down = scene.layout.direction == TimeDirection::Down;
    for (const PlacedLane &placed : scene.layout.lanes) {
        const Lane &lane = scene.lanes.at(placed.lane);
        paintLaneTitle(painter, placed, lane, down);
        const QColor colour = mixed(m_colours.lane.at(size_t(lane.colour)), 0.35, m_colours.paper);
        const QPointF middle = placed.track.center();
        if (down) {
            fillWhole(painter, QRectF(middle.x() - look::hair, placed.track.top(), 2 * look::hair, placed.track.height()), colour);
            continue;
        }
        fillWhole(painter, QRectF(placed.track.left(), middle.y() - look::hair, placed.track.width(), 2 * look::hair), colour);
        if (placed.lane > 0) {
            painter.setPen(QPen(m_colours.line, look::hair));
            painter.drawLine(
                QPointF(look::group, placed.area.top()), QPointF(placed.area.right(), placed.area.top()));
        }
    }
}

void TimelinePainter::paintMark(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const
{
    static constexpr double faint = 0.45;
    const TimelineEntry &entry = scene.sight.entries.at(placed.entry);
    const QColor colour = m_colours.lane.at(size_t(scene.lanes.at(entry.lane).colour));
    const bool isFaint = entry.isFaint && placed.entry != scene.chosen;
    painter.setOpacity(isFaint ? faint : 1);
    if (placed.shape.isPoint)
        paintPoint(painter, entry, placed.mark.center(), colour);
    else
        paintSpan(painter, scene, placed, colour);
    painter.setOpacity(1);
    const bool isRelated = scene.related.contains(entry.id);
    if (placed.entry == scene.chosen || isRelated) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_colours.accent, placed.entry == scene.chosen ? look::hair * 2 : look::hair));
        const double radius = markSize / 2 + look::tight;
        painter.drawRoundedRect(
            placed.mark.adjusted(-look::tight, -look::tight, look::tight, look::tight), radius, radius);
    }
}

void TimelinePainter::paintPoint(
    QPainter &painter, const TimelineEntry &entry, QPointF middle, const QColor &colour) const
{
    const double radius = markSize / 2;
    const double whole = radius * 2.4;
    const bool isSoft = entry.softStart || entry.softEnd;
    const double ratio = drawing::pixelsPerUnit(painter);
    const quint64 key = quint64(colour.rgb()) << 32 | quint64(ratio * 100) << 8 | quint64(entry.certainty) << 1 | quint64(isSoft);
    QPixmap &mark = m_marks[key];
    if (mark.isNull()) {
        mark = QPixmap((QSizeF(whole, whole) * 2 * ratio).toSize());
        mark.setDevicePixelRatio(ratio);
        mark.fill(Qt::transparent);
        QPainter inner(&mark);
        inner.setRenderHint(QPainter::Antialiasing);
        drawPoint(inner, {whole, whole}, radius, entry.certainty, isSoft, colour, m_colours.paper);
    }
    painter.drawPixmap(middle - QPointF(whole, whole), mark);
}

/// Its core is opaque, and fades to both sides as far as it is not certain.
void TimelinePainter::paintSpan(
    QPainter &painter, const Scene &scene, const PlacedEvent &placed, const QColor &colour) const
{
    static constexpr double strongest = 0.85;
    static constexpr double weakest = 0.06;
    const MarkShape &shape = placed.shape;
    const bool down = scene.layout.direction == TimeDirection::Down;
    const double start = down ? scene.layout.content.top() : scene.layout.content.left();
    const double from = shape.softStart ? std::min(shape.fadeFrom, shape.coreFrom - look::group) : shape.fadeFrom;
    const double to = shape.softEnd ? std::max(shape.fadeTo, shape.coreTo + look::group) : shape.fadeTo;
    const double thick = markSize * 0.6;
    const QPointF middle = placed.mark.center();
    const double first = -double(look::page);
    const double last = scene.scale.length + look::page;
    const auto bar = [&](double a, double b) {
        a = start + std::clamp(a, first, last);
        b = start + std::clamp(b, first, last);
        return down ? QRectF(middle.x() - thick / 2, a, thick, b - a) : QRectF(a, middle.y() - thick / 2, b - a, thick);
    };
    const auto fade = [&](double outer, double inner) {
        const QRectF place = bar(std::min(outer, inner), std::max(outer, inner));
        if (place.isEmpty())
            return;
        const auto at = [&](double position) { return down ? QPointF(0, start + position) : QPointF(start + position, 0); };
        QLinearGradient gradient(at(outer), at(inner));
        gradient.setColorAt(0, faded(colour, weakest));
        gradient.setColorAt(1, faded(colour, strongest));
        painter.fillRect(place, gradient);
    };
    fade(from, shape.coreFrom);
    fade(to, shape.coreTo);
    const QRectF core = bar(shape.coreFrom, shape.coreTo);
    if (from < shape.coreFrom || to > shape.coreTo) {
        painter.fillRect(core, faded(colour, strongest));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(colour, strongest));
        painter.drawRoundedRect(core, thick / 2, thick / 2);
        painter.setBrush(Qt::NoBrush);
    }
    if (shape.openStart)
        paintArrow(painter, scene, placed, colour, false);
    if (shape.openEnd)
        paintArrow(painter, scene, placed, colour, true);
}

void TimelinePainter::paintArrow(
    QPainter &painter, const Scene &scene, const PlacedEvent &placed, const QColor &colour, bool atEnd) const
{
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QPointF middle = placed.mark.center();
    const double sign = atEnd ? 1 : -1;
    const QPointF tip = down ? QPointF(middle.x(), atEnd ? placed.mark.bottom() : placed.mark.top())
                             : QPointF(atEnd ? placed.mark.right() : placed.mark.left(), middle.y());
    const QPointF back = down ? QPointF(0, -sign * look::related) : QPointF(-sign * look::related, 0);
    const QPointF side = down ? QPointF(markSize / 2, 0) : QPointF(0, markSize / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, tip + back + side, tip + back - side});
    painter.setBrush(Qt::NoBrush);
}

} // namespace redoubt
