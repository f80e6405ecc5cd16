#pragma once

#include "app/timeline/patterns.h"
#include "ui/timeline/timescale.h"

#include <QRectF>

namespace redoubt {

/// Where the lags of links stand: across the date of the cause, upwards how much later its effect came. The height is
/// linear up to `knee` seconds on either side of zero and logarithmic beyond, so that minutes and years have room beside
/// each other.
struct LagPlot
{
    struct Mark
    {
        int point = 0;   ///< place in the list it was made from
        double left = 0; ///< as far as the date of the cause is known
        double right = 0;
        double top = 0; ///< as far as the lag is known
        double bottom = 0;
    };

    QRectF area;
    TimeScale time;
    QList<Tick> dates;   ///< along the lower edge
    QList<Tick> heights; ///< along the left edge, from the top
    QList<Mark> marks;   ///< in the order of the list
    std::optional<std::pair<double, double>> median; ///< from the top, upper and lower
    double knee = 86400;
    double low = 0;  ///< of the scale, after the bend
    double high = 1;

    [[nodiscard]] double y(double seconds) const;

    /// The mark at a position, or the nearest within `reach`; -1 for none.
    [[nodiscard]] int at(QPointF position, double reach) const;

    [[nodiscard]] static LagPlot of(const QList<LagPoint> &points, const QRectF &area, double lineHeight, const QLocale &locale);
};

} // namespace redoubt
