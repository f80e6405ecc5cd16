#include "ui/timeline/drawing.h"
#include "ui/timeline/timelinepainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace redoubt::drawing;

// The part of the painter that is about time itself, and about crowds.

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Timeline)
};

/// "950", "1.2k", "34k", "1.2M"
QString countText(int count)
{
    const QLocale locale;
    const auto few = [&](double value, const QString &unit) {
        return locale.toString(value, 'f', value < 9.95 ? 1 : 0) + unit;
    };
    return count < 1000        ? locale.toString(count)
           : count < 999'500 ? few(count / 1e3, u"k"_s)
                               : few(count / 1e6, u"M"_s);
}

} // namespace

void TimelinePainter::paintAxis(QPainter &painter, const Scene &scene) const
{
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QRectF axis = scene.layout.axis;
    const QRectF content = scene.layout.content;
    const QFontMetricsF caption(m_captionHeavy);
    const double distance = down ? caption.height() * 2.5 : caption.horizontalAdvance(u"30 Sept"_s) * 1.6;
    const QColor grid = faded(m_colours.line, 0.45);
    for (const Tick &tick : ticks(scene.scale, distance, QLocale(), scene.zone)) {
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
        Qt::AlignLeft | Qt::AlignVCenter, spanText(scene.scale, QLocale(), scene.zone));
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

/// Heights are square roots, so that the few still show beside the many.
void TimelinePainter::paintProfile(QPainter &painter, const Scene &scene, const PlacedProfile &placed) const
{
    const Profile &profile = scene.sight.profiles.at(placed.profile);
    const QColor colour = m_colours.lane.at(size_t(scene.lanes.at(profile.lane).colour));
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QRectF area = placed.area;
    const QRectF content = scene.layout.content;
    const double breadth = (down ? area.width() : area.height()) - look::hair;
    const double start = down ? content.top() : content.left();
    const double end = down ? content.bottom() : content.right();
    QList<QRect> columns;
    QList<QRect> tops;
    columns.reserve(qsizetype(profile.counts.size()));
    tops.reserve(qsizetype(profile.counts.size()));
    int from = int(std::floor(start + profile.edges.front()));
    for (size_t i = 0; i < profile.counts.size(); ++i) {
        const int to = int(std::floor(start + profile.edges[i + 1]));
        if (profile.counts[i] > 0 && to > from && to >= start && from <= end) {
            const double part = std::sqrt(double(profile.counts[i]) / std::max(scene.sight.most, 1));
            const int height = std::max(1, int(std::lround(part * breadth)));
            const int base = int(down ? area.left() : area.bottom());
            columns.append(down ? QRect(base, from, height, to - from) : QRect(from, base - height, to - from, height));
            tops.append(down ? QRect(base + height - 1, from, 1, to - from) : QRect(from, base - height, to - from, 1));
        }
        from = std::max(from, to);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(colour, 0.38));
    painter.drawRects(columns);
    painter.setBrush(colour);
    painter.drawRects(tops);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing);
}

void TimelinePainter::paintCluster(QPainter &painter, const Scene &scene, const PlacedCluster &placed) const
{
    const Cluster &cluster = scene.sight.clusters.at(placed.cluster);
    const QColor colour = m_colours.lane.at(size_t(scene.lanes.at(cluster.lane).colour));
    const QString text = countText(cluster.count);
    const QFontMetricsF caption(m_captionHeavy);
    // Round as long as the count has room in it.
    const double more = std::max(0.0, caption.horizontalAdvance(text) + look::related - placed.mark.width()) / 2;
    const QRectF mark = placed.mark.adjusted(-more, 0, more, 0);
    painter.setPen(QPen(colour, placed.cluster == scene.hoveredCluster ? look::hair * 2 : look::hair));
    painter.setBrush(m_colours.paper);
    painter.drawRoundedRect(mark, mark.height() / 2, mark.height() / 2);
    painter.setBrush(faded(colour, placed.cluster == scene.hoveredCluster ? 0.35 : 0.18));
    painter.drawRoundedRect(mark, mark.height() / 2, mark.height() / 2);
    painter.setBrush(Qt::NoBrush);
    write(painter, m_captionHeavy, m_colours.ink, mark, Qt::AlignCenter, text);
}

void TimelinePainter::paintOverview(QPainter &painter, const Scene &scene) const
{
    const QRectF strip = scene.layout.overview;
    if (strip.isEmpty() || scene.overview.counts.empty())
        return;
    const bool down = scene.layout.direction == TimeDirection::Down;
    painter.fillRect(strip, m_colours.sunken);
    const double breadth = (down ? strip.width() : strip.height()) - look::tight;
    QList<QRectF> columns;
    for (size_t i = 0; i < scene.overview.counts.size(); ++i) {
        if (scene.overview.counts[i] == 0)
            continue;
        const double part = std::sqrt(double(scene.overview.counts[i]) / std::max(scene.overview.most, 1));
        const double size = std::max(double(look::hair * 2), part * breadth);
        const double at = double(i) * scene.overview.step;
        columns.append(down ? QRectF(strip.left(), strip.top() + at, size, scene.overview.step)
                            : QRectF(strip.left() + at, strip.bottom() - size, scene.overview.step, size));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(m_colours.inkFaint, 0.55));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawRects(columns);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF window = scene.overview.window(scene.layout.direction, strip, scene.scale);
    painter.setPen(QPen(m_colours.accent, look::hair));
    painter.setBrush(faded(m_colours.accent, 0.12));
    painter.drawRoundedRect(window.adjusted(0.5, 0.5, -0.5, -0.5), look::radius / 2.0, look::radius / 2.0);
    painter.setBrush(Qt::NoBrush);
}

} // namespace redoubt
