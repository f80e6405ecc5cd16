#include "ui/timeline/timelinepainter.h"

#include "ui/timeline/drawing.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;
using namespace redoubt::drawing;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Timeline)
};

constexpr double markSize = look::related + look::hair * 2;

} // namespace

TimelinePainter::TimelinePainter(const look::Colours &colours)
    : m_colours(colours)
    , m_caption(look::font(look::Text::Caption))
    , m_captionHeavy(look::font(look::Text::Caption, true))
    , m_body(look::font(look::Text::Body))
    , m_heavy(look::font(look::Text::Body, true))
{
}

TimelineMetrics TimelinePainter::metrics(TimeDirection direction, const TimelineData &data) const
{
    const QFontMetricsF caption(m_captionHeavy);
    double title = 0;
    for (const Lane &lane : data.lanes)
        title = std::max(title, caption.horizontalAdvance(lane.title));
    TimelineMetrics metrics;
    metrics.axis = direction == TimeDirection::Down
                       ? caption.horizontalAdvance(u"30 Sept"_s) + look::group + look::related
                       : caption.height() + look::related;
    metrics.top = direction == TimeDirection::Down ? caption.height() * 2 + look::related * 2
                                                   : caption.height() + look::related;
    metrics.laneTitle = std::min(title, double(look::page) * 6) + look::page + look::group;
    metrics.track = markSize + look::tight;
    metrics.mark = markSize;
    metrics.gap = direction == TimeDirection::Down ? look::tight : look::related;
    metrics.fade = look::page * 2;
    metrics.cardColumn = look::page * 9;
    metrics.cardAnchor = look::related + caption.height() / 2;
    return metrics;
}

TimelineEntry TimelinePainter::entry(const TimelineItem &item)
{
    return {item.event.id, item.lane, item.event.bounds, item.date.start.approximate,
        item.date.end.approximate, item.event.certainty};
}

void TimelinePainter::paint(QPainter &painter, const Scene &scene) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintLanes(painter, scene);
    paintAxis(painter, scene);
    painter.save();
    painter.setClipRect(scene.layout.content);
    paintNow(painter, scene);
    for (const PlacedEvent &placed : scene.layout.events)
        paintLeader(painter, scene, placed);
    for (const PlacedEvent &placed : scene.layout.events)
        paintMark(painter, scene, placed);
    for (const PlacedEvent &placed : scene.layout.events)
        paintCard(painter, scene, placed);
    painter.restore();
}

void TimelinePainter::paintAxis(QPainter &painter, const Scene &scene) const
{
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QRectF axis = scene.layout.axis;
    const QRectF content = scene.layout.content;
    const QFontMetricsF caption(m_captionHeavy);
    const double distance = down ? caption.height() * 2.5 : caption.horizontalAdvance(u"30 Sept"_s) * 1.6;
    const QColor grid = faded(m_colours.line, 0.45);
    for (const Tick &tick : ticks(scene.scale, distance, QLocale())) {
        const bool isLabelled = !tick.label.isEmpty();
        const double at = std::round(tick.position) + 0.5;
        painter.setPen(QPen(isLabelled ? m_colours.inkFaint : m_colours.line, look::hair));
        const double size = isLabelled ? look::related : look::tight;
        const QFont &font = tick.isTurn ? m_captionHeavy : m_caption;
        const QColor ink = tick.isTurn ? m_colours.ink : m_colours.inkSoft;
        if (down) {
            const double y = axis.top() + at;
            painter.drawLine(QPointF(axis.right() - size, y), QPointF(axis.right(), y));
            if (!isLabelled)
                continue;
            painter.setPen(QPen(grid, look::hair));
            painter.drawLine(QPointF(axis.right(), y), QPointF(content.right(), y));
            const QRectF place(axis.left(), y - caption.height() / 2,
                axis.width() - look::related - look::tight, caption.height());
            if (place.top() >= scene.layout.span.bottom() - look::tight &&
                place.bottom() <= content.bottom() + look::tight)
                write(painter, font, ink, place, Qt::AlignRight | Qt::AlignVCenter, tick.label);
        } else {
            const double x = axis.left() + at;
            painter.drawLine(QPointF(x, axis.bottom() - size), QPointF(x, axis.bottom()));
            if (!isLabelled)
                continue;
            painter.setPen(QPen(grid, look::hair));
            painter.drawLine(QPointF(x, axis.bottom()), QPointF(x, content.bottom()));
            const QRectF place(x + look::tight, axis.top(), distance, axis.height());
            if (x + caption.horizontalAdvance(tick.label) < content.right())
                write(painter, font, ink, place, Qt::AlignLeft | Qt::AlignVCenter, tick.label);
        }
    }
    painter.setPen(QPen(m_colours.line, look::hair));
    if (down)
        painter.drawLine(axis.topRight(), axis.bottomRight());
    else
        painter.drawLine(axis.bottomLeft(), axis.bottomRight());
    write(painter, m_captionHeavy, m_colours.inkSoft,
        QRectF(look::group, look::tight, scene.layout.span.width() - look::group, caption.height()),
        Qt::AlignLeft | Qt::AlignVCenter, spanText(scene.scale, QLocale()));
}

void TimelinePainter::paintNow(QPainter &painter, const Scene &scene) const
{
    if (!scene.now)
        return;
    const double at = scene.scale.position(*scene.now);
    if (at < 0 || at > scene.scale.length)
        return;
    const QRectF content = scene.layout.content;
    const QFontMetricsF caption(m_captionHeavy);
    const QString text = Words::tr("now");
    const double width = caption.horizontalAdvance(text) + look::tight;
    painter.setPen(QPen(m_colours.accent, look::hair, Qt::DashLine));
    if (scene.layout.direction == TimeDirection::Down) {
        const double y = content.top() + at;
        painter.drawLine(QPointF(content.left(), y), QPointF(content.right() - width - look::tight, y));
        write(painter, m_captionHeavy, m_colours.accent,
            QRectF(content.right() - width - look::tight, y - caption.height() / 2, width, caption.height()),
            Qt::AlignCenter, text);
    } else {
        const double x = content.left() + at;
        painter.drawLine(QPointF(x, content.top()), QPointF(x, content.bottom()));
        write(painter, m_captionHeavy, m_colours.accent,
            QRectF(x + look::tight, content.bottom() - caption.height(), width, caption.height()),
            Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

/// The names of the lanes above a time line that runs down, each with an equal share of what there is.
void TimelinePainter::paintLegend(QPainter &painter, const Scene &scene) const
{
    const QFontMetricsF caption(m_caption);
    const double size = look::related;
    double room = scene.layout.span.width() - look::group * 2;
    double x = look::group;
    const double y = look::tight + caption.height() + look::tight;
    for (qsizetype i = 0; i < scene.data.lanes.size(); ++i) {
        const Lane &lane = scene.data.lanes[i];
        const double share = room / double(scene.data.lanes.size() - i);
        const QString title = elided(m_caption, lane.title, share - size - look::tight - look::related);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colours.lane.at(size_t(lane.colour)));
        painter.drawRoundedRect(
            QRectF(x, y + (caption.height() - size) / 2, size, size), look::hair * 2, look::hair * 2);
        painter.setBrush(Qt::NoBrush);
        const double used = size + look::tight + caption.horizontalAdvance(title) + look::related;
        write(painter, m_caption, m_colours.inkSoft,
            QRectF(x + size + look::tight, y, used, caption.height()), Qt::AlignLeft | Qt::AlignVCenter,
            title);
        x += used;
        room -= used;
    }
}

void TimelinePainter::paintLanes(QPainter &painter, const Scene &scene) const
{
    const bool down = scene.layout.direction == TimeDirection::Down;
    if (down)
        paintLegend(painter, scene);
    for (const PlacedLane &placed : scene.layout.lanes) {
        const Lane &lane = scene.data.lanes.at(placed.lane);
        const QColor colour = m_colours.lane.at(size_t(lane.colour));
        painter.setPen(QPen(faded(colour, 0.35), look::hair * 2));
        const QPointF middle = placed.track.center();
        if (down) {
            painter.drawLine(
                QPointF(middle.x(), placed.track.top()), QPointF(middle.x(), placed.track.bottom()));
            continue;
        }
        painter.drawLine(QPointF(placed.track.left(), middle.y()), QPointF(placed.track.right(), middle.y()));
        if (placed.lane > 0) {
            painter.setPen(QPen(m_colours.line, look::hair));
            painter.drawLine(
                QPointF(look::group, placed.area.top()), QPointF(placed.area.right(), placed.area.top()));
        }
        const double size = look::related;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(
            QRectF(look::group, middle.y() - size / 2, size, size), look::hair * 2, look::hair * 2);
        painter.setBrush(Qt::NoBrush);
        const QRectF place(look::group + size + look::related, middle.y() - look::page / 2.0,
            placed.title.width() - look::group * 2 - size, look::page);
        write(painter, m_captionHeavy, m_colours.inkSoft, place, Qt::AlignLeft | Qt::AlignVCenter,
            elided(m_captionHeavy, lane.title, place.width()));
    }
}

void TimelinePainter::paintMark(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const
{
    const TimelineItem &item = scene.data.items.at(placed.entry);
    const QColor colour = m_colours.lane.at(size_t(scene.data.lanes.at(item.lane).colour));
    if (placed.shape.isPoint)
        paintPoint(painter, item, placed, colour);
    else
        paintSpan(painter, scene, placed, colour);
    const bool isRelated = scene.related.contains(item.event.id);
    if (placed.entry == scene.chosen || isRelated) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_colours.accent, placed.entry == scene.chosen ? look::hair * 2 : look::hair));
        const double radius = markSize / 2 + look::tight;
        painter.drawRoundedRect(
            placed.mark.adjusted(-look::tight, -look::tight, look::tight, look::tight), radius, radius);
    }
}

void TimelinePainter::paintPoint(
    QPainter &painter, const TimelineItem &item, const PlacedEvent &placed, const QColor &colour) const
{
    const QPointF middle = placed.mark.center();
    const double radius = markSize / 2;
    if (placed.shape.softStart || placed.shape.softEnd) {
        QRadialGradient halo(middle, radius * 2.2);
        halo.setColorAt(0.3, faded(colour, 0.55));
        halo.setColorAt(1, faded(colour, 0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(middle, radius * 2.2, radius * 2.2);
    }
    // Filled, ringed, half and struck through: the certainty does not rest on the colour.
    const bool isFilled = item.event.certainty == Certainty::Confirmed;
    painter.setPen(QPen(colour, look::hair * 2));
    painter.setBrush(isFilled ? colour : m_colours.paper);
    painter.drawEllipse(middle, radius - look::hair, radius - look::hair);
    painter.setBrush(colour);
    if (item.event.certainty == Certainty::Reported)
        painter.drawEllipse(middle, look::hair, look::hair);
    if (item.event.certainty == Certainty::Disputed)
        painter.drawPie(QRectF(middle.x() - radius + look::hair, middle.y() - radius + look::hair,
                            markSize - 2 * look::hair, markSize - 2 * look::hair),
            90 * 16, 180 * 16);
    if (item.event.certainty == Certainty::Retracted)
        painter.drawLine(middle + QPointF(-radius, radius), middle + QPointF(radius, -radius));
    painter.setBrush(Qt::NoBrush);
}

void TimelinePainter::paintSpan(
    QPainter &painter, const Scene &scene, const PlacedEvent &placed, const QColor &colour) const
{
    static constexpr double strongest = 0.85;
    const MarkShape &shape = placed.shape;
    const bool down = scene.layout.direction == TimeDirection::Down;
    const double start = down ? scene.layout.content.top() : scene.layout.content.left();
    const double from =
        shape.softStart ? std::min(shape.fadeFrom, shape.coreFrom - look::group) : shape.fadeFrom;
    const double to = shape.softEnd ? std::max(shape.fadeTo, shape.coreTo + look::group) : shape.fadeTo;
    const double whole = std::max(1.0, to - from);
    const auto at = [&](double position) {
        return down ? QPointF(0, start + position) : QPointF(start + position, 0);
    };
    QLinearGradient gradient(at(from), at(to));
    gradient.setColorAt(0, faded(colour, shape.coreFrom > from ? 0.06 : strongest));
    gradient.setColorAt(std::clamp((shape.coreFrom - from) / whole, 0.0, 1.0), faded(colour, strongest));
    gradient.setColorAt(std::clamp((shape.coreTo - from) / whole, 0.0, 1.0), faded(colour, strongest));
    gradient.setColorAt(1, faded(colour, shape.coreTo < to ? 0.06 : strongest));
    const double thick = markSize * 0.6;
    const QPointF middle = placed.mark.center();
    const QRectF bar =
        down ? QRectF(middle.x() - thick / 2, start + std::max(from, -double(look::page)), thick, 0)
             : QRectF(start + std::max(from, -double(look::page)), middle.y() - thick / 2, 0, thick);
    const double length = std::min(to, scene.scale.length + look::page) - std::max(from, -double(look::page));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(
        QRectF(bar.topLeft(), down ? QSizeF(thick, length) : QSizeF(length, thick)), thick / 2, thick / 2);
    painter.setBrush(Qt::NoBrush);
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
