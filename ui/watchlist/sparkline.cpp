#include "ui/watchlist/sparkline.h"

#include "ui/look/look.h"

#include <QPainter>

namespace redoubt {

void drawSparkline(QPainter &painter, const QRectF &rect, const QList<Forecast> &forecasts, const QColor &colour)
{
    if (forecasts.isEmpty())
        return;
    const double dot = look::tight / 2.0;
    const QRectF plot = rect.adjusted(dot, dot, -dot, -dot);
    const qint64 first = forecasts.constFirst().at.toMSecsSinceEpoch();
    const qint64 last = forecasts.constLast().at.toMSecsSinceEpoch();
    QPolygonF points;
    for (const Forecast &forecast : forecasts) {
        const double share = last > first ? double(forecast.at.toMSecsSinceEpoch() - first) / double(last - first) : 1;
        points.append({plot.left() + share * plot.width(), plot.bottom() - forecast.probability * plot.height()});
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    static constexpr float wash = 0.15F;
    QColor below = colour;
    below.setAlphaF(wash);
    painter.setPen(Qt::NoPen);
    painter.setBrush(below);
    painter.drawPolygon(QPolygonF(points) << QPointF(points.constLast().x(), plot.bottom())
                                          << QPointF(points.constFirst().x(), plot.bottom()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, look::hair * 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(points.constLast(), dot, dot);
    painter.restore();
}

} // namespace redoubt
