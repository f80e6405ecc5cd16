#pragma once

#include "app/timeline/density.h"
#include "ui/timeline/layout.h"

namespace redoubt {

/// The whole chronology on one strip, and the visible span as a window on it.
struct Overview
{
    TimeScale scale; ///< of the strip
    double step = 1; ///< breadth of a column, in pixels
    std::vector<int> counts; ///< events that are going on, in columns side by side, all lanes together
    int most = 0;

    [[nodiscard]] static Overview of(const Density &density, double length);

    /// Where the visible span is, within the strip's rectangle; at least a few pixels long, so that it can be held.
    [[nodiscard]] QRectF window(TimeDirection direction, const QRectF &strip, const TimeScale &shown) const;

    enum class Part { Outside, Window, Start, End };
    [[nodiscard]] Part partAt(
        TimeDirection direction, const QRectF &strip, const TimeScale &shown, QPointF point) const;

    /// The scale that shows what the window covers after one of its parts was dragged by so many pixels from where it was.
    [[nodiscard]] TimeScale dragged(Part part, const TimeScale &shown, double by) const;
};

} // namespace redoubt
