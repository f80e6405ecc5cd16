#pragma once

#include "app/watchlist/indicator.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace redoubt {

/// Draws how a probability went, on the whole scale from 0 to 1: a line, a wash below it, a dot at the last.
void drawSparkline(QPainter &painter, const QRectF &rect, const QList<Forecast> &forecasts, const QColor &colour);

} // namespace redoubt
