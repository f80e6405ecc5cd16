#pragma once

#include "ui/look/look.h"

#include <QPainter>

/// What the two files that draw the timeline share. Inner to ui/timeline.
namespace redoubt::drawing {

/// Across a round mark.
inline constexpr double markSize = look::related + look::hair * 2;

inline QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

inline QString elided(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

inline void write(QPainter &painter, const QFont &font, const QColor &colour, const QRectF &rect, int flags,
    const QString &text)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, flags, text);
}

} // namespace redoubt::drawing
