#pragma once

#include "app/timeline/patterns.h"
#include "ui/timeline/timescale.h"

#include <QRectF>

namespace redoubt {

/// Where the bars of events by period stand: a row for each lane that has any, all with one scale.
struct CountPlot
{
    struct Row
    {
        int lane = 0; ///< place in the counts
        double base = 0; ///< the line that its bars stand on
    };
    struct Bar
    {
        int lane = 0;
        int period = 0;
        QRectF certain;  ///< may be empty
        QRectF possible; ///< above it
    };

    QRectF area;
    TimeScale time;
    QList<Tick> dates;
    QList<Row> rows;
    double rowHeight = 0;
    int most = 0; ///< of one lane in one period, certain and possible
    QList<Bar> bars;

    /// The bar whose column a position is in; -1 for none.
    [[nodiscard]] int at(QPointF position) const;

    /// The rows share the height of the area.
    [[nodiscard]] static CountPlot of(const PeriodCounts &counts, const QRectF &area, double lineHeight, const QLocale &locale);
};

} // namespace redoubt
