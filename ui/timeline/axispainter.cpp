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

/// Bars side by side of one pixel each: upwards from the bottom, or from the left when time runs down. Written pixel by
/// pixel, since a painter takes much longer for thousands of thin rectangles.
QImage bars(const std::vector<int> &sizes, int breadth, bool down, const QColor &fill, const QColor &edge)
{
    const int length = int(sizes.size());
    QImage image(down ? QSize(breadth, length) : QSize(length, breadth), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    const QRgb inside = qPremultiply(fill.rgba());
    const QRgb border = qPremultiply(edge.rgba());
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        if (down) {
            const int size = std::min(sizes[size_t(y)], breadth);
            std::fill(line, line + size, inside);
            std::fill(line + size, line + breadth, QRgb(0));
            if (size > 0)
                line[size - 1] = border;
            continue;
        }
        const int height = breadth - y;
        for (int x = 0; x < length; ++x) {
            const int size = sizes[size_t(x)];
            line[x] = size < height ? QRgb(0) : size == height ? border : inside;
        }
    }
    return image;
}

} // namespace

void TimelinePainter::paintAxis(QPainter &painter, const Scene &scene) const
{
    const bool down = scene.layout.direction == TimeDirection::Down;
    const QRectF axis = scene.layout.axis;
    const QRectF content = scene.layout.content;
    const QFontMetricsF caption(m_captionHeavy);
    const double distance = down ? caption.height() * 2.5 : caption.horizontalAdvance(u"30 Sept"_s) * 1.6;
    const QColor grid = mixed(m_colours.line, 0.45, m_colours.paper);
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
            painter.fillRect(QRectF(axis.right(), y - 0.5, content.right() - axis.right(), look::hair), grid);
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
            fillWhole(painter, QRectF(x - 0.5, axis.bottom(), look::hair, content.bottom() - axis.bottom()), grid);
            const QRectF place(x + look::tight, axis.top(), distance, axis.height());
            if (x + caption.horizontalAdvance(tick.label) < content.right())
                write(painter, font, ink, place, Qt::AlignLeft | Qt::AlignVCenter, tick.label);
        }
    }
    fillWhole(painter, down ? QRectF(axis.right(), axis.top(), look::hair, axis.height()) : QRectF(axis.left(), axis.bottom(), axis.width(), look::hair), m_colours.line);
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
    const QRect area = placed.area.toRect();
    const double ratio = drawing::pixelsPerUnit(painter);
    const double start = down ? scene.layout.content.top() - area.top() : scene.layout.content.left() - area.left();
    const double breadth = (down ? area.width() : area.height()) * ratio;
    std::vector<int> sizes(size_t(std::max(0.0, (down ? area.height() : area.width()) * ratio)));
    for (size_t i = 0; i < profile.counts.size(); ++i) {
        const auto edge = [&](size_t which) {
            return size_t(std::clamp((start + profile.edges[which]) * ratio, 0.0, double(sizes.size())));
        };
        if (profile.counts[i] == 0)
            continue;
        const double part = std::sqrt(double(profile.counts[i]) / std::max(scene.sight.most, 1));
        const int size = std::max(1, int(std::lround(part * breadth)));
        for (size_t at = edge(i); at < edge(i + 1); ++at)
            sizes[at] = std::max(sizes[at], size);
    }
    QImage image = bars(sizes, int(breadth), down, faded(colour, 0.38), colour);
    image.setDevicePixelRatio(ratio);
    painter.drawImage(area.topLeft(), image);
}

void TimelinePainter::paintCluster(QPainter &painter, const Scene &scene, const PlacedCluster &placed) const
{
    const Cluster &cluster = scene.sight.clusters.at(placed.cluster);
    const QColor colour = m_colours.lane.at(size_t(scene.lanes.at(cluster.lane).colour));
    const QString text = countText(cluster.count);
    // Round as long as the count has room in it.
    const double needed = advanceOf(m_captionHeavy, text) + look::related;
    const double more = std::max(0.0, std::ceil(needed - placed.mark.width())) / 2;
    const QRectF mark = placed.mark.adjusted(-more, 0, more, 0);
    const bool isHovered = placed.cluster == scene.hoveredCluster;
    const double ratio = drawing::pixelsPerUnit(painter);
    // Above those of single marks.
    const quint64 key = quint64(colour.rgb()) << 32 | quint64(1) << 31 | quint64(mark.width() * 4) << 12 |
                        quint64(ratio * 100) << 1 | quint64(isHovered);
    QPixmap &drawn = m_marks[key];
    if (drawn.isNull()) {
        drawn = QPixmap(((mark.size() + QSizeF(look::hair, look::hair) * 2) * ratio).toSize());
        drawn.setDevicePixelRatio(ratio);
        drawn.fill(Qt::transparent);
        QPainter inner(&drawn);
        inner.setRenderHint(QPainter::Antialiasing);
        inner.setPen(QPen(colour, isHovered ? look::hair * 2 : look::hair));
        inner.setBrush(mixed(colour, isHovered ? 0.35 : 0.18, m_colours.paper));
        inner.drawRoundedRect(QRectF(QPointF(1, 1), mark.size()), mark.height() / 2, mark.height() / 2);
    }
    painter.drawPixmap(mark.topLeft() - QPointF(1, 1), drawn);
    const double width = advanceOf(m_captionHeavy, text);
    writeElided(painter, m_captionHeavy, m_colours.ink, QRectF(mark.center().x() - width / 2, mark.top(), width + look::hair, mark.height()), text);
}

void TimelinePainter::paintOverview(QPainter &painter, const Scene &scene) const
{
    const QRectF strip = scene.layout.overview;
    if (strip.isEmpty() || scene.overview.counts.empty())
        return;
    const bool down = scene.layout.direction == TimeDirection::Down;
    fillWhole(painter, strip, m_colours.sunken);
    const double ratio = drawing::pixelsPerUnit(painter);
    const QRect area = strip.toRect();
    const double breadth = ((down ? area.width() : area.height()) - look::tight) * ratio;
    std::vector<int> sizes(size_t(std::max(0.0, (down ? area.height() : area.width()) * ratio)));
    for (size_t at = 0; at < sizes.size(); ++at) {
        const auto column = size_t(double(at) / ratio / scene.overview.step);
        const int count = column < scene.overview.counts.size() ? scene.overview.counts[column] : 0;
        if (count > 0)
            sizes[at] = std::max(int(2 * ratio), int(std::sqrt(double(count) / scene.overview.most) * breadth));
    }
    const QColor grey = mixed(m_colours.inkFaint, 0.55, m_colours.sunken);
    QImage image = bars(sizes, (down ? area.width() : area.height()) * int(std::ceil(ratio)), down, grey, grey);
    image.setDevicePixelRatio(ratio);
    painter.drawImage(area.topLeft(), image);
    const QRectF window = scene.overview.window(scene.layout.direction, strip, scene.scale);
    fillWhole(painter, window, faded(m_colours.accent, 0.12));
    for (const QRectF &edge : {QRectF(window.topLeft(), QSizeF(window.width(), look::hair)), QRectF(window.left(), window.bottom() - look::hair, window.width(), look::hair),
             QRectF(window.topLeft(), QSizeF(look::hair, window.height())), QRectF(window.right() - look::hair, window.top(), look::hair, window.height())})
        fillWhole(painter, edge, m_colours.accent);
}

} // namespace redoubt
