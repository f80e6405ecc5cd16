#pragma once

#include "ui/look/listrow.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <array>

/// What the two files that draw the timeline share. Inner to ui/timeline.
namespace redoubt::drawing {

/// Across a round mark.
inline constexpr double markSize = look::related + look::hair * 2;

/// How many pixels a unit an image needs to be sharp: those of the screen, or of a print where the device has none.
inline double pixelsPerUnit(const QPainter &painter)
{
    return painter.paintEngine()->type() == QPaintEngine::Raster ? painter.device()->devicePixelRatioF() : 4;
}

inline QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

/// What faded() looks like on the paper, opaque: large thin areas of it are drawn several times as fast.
inline QColor mixed(const QColor &colour, double alpha, const QColor &paper)
{
    const auto channel = [alpha](float a, float b) { return float(a * alpha + b * (1 - alpha)); };
    return QColor::fromRgbF(channel(colour.redF(), paper.redF()), channel(colour.greenF(), paper.greenF()),
        channel(colour.blueF(), paper.blueF()));
}

/// Of one line of text, in pixels.
inline double advanceOf(const QFont &font, const QString &text)
{
    return look::Line(font, nullptr, text).advance();
}

inline double heightOf(const QFont &font)
{
    return QFontMetricsF(font).height();
}

/// One line, elided at its end.
inline void writeElided(QPainter &painter, const QFont &font, const QColor &colour, const QRectF &rect, const QString &text,
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
{
    painter.setFont(font);
    painter.setPen(colour);
    look::drawElided(painter, rect, text, Qt::ElideRight, alignment);
}

inline void write(QPainter &painter, const QFont &font, const QColor &colour, const QRectF &rect, int flags,
    const QString &text)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, flags, text);
}

/// A rectangle on whole pixels. One that is smoothed is handed to other threads when it is tall, which takes longer than to fill it.
inline void fillWhole(QPainter &painter, const QRectF &place, const QColor &colour)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(place, colour);
    painter.setRenderHint(QPainter::Antialiasing);
}

inline QPointF pointOf(const std::array<QPointF, 4> &curve, double t)
{
    const double u = 1 - t;
    return curve[0] * (u * u * u) + curve[1] * (3 * u * u * t) + curve[2] * (3 * u * t * t) + curve[3] * (t * t * t);
}

/// A cubic curve in short pieces: a long one of one piece is handed to other threads, which takes longer than to draw it.
inline void drawCurve(QPainter &painter, const std::array<QPointF, 4> &curve)
{
    static constexpr int pieces = 8;
    for (int i = 0; i < pieces; ++i)
        painter.drawLine(pointOf(curve, double(i) / pieces), pointOf(curve, double(i + 1) / pieces));
}

} // namespace redoubt::drawing
