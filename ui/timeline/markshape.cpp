#include "ui/timeline/markshape.h"

#include <limits>

namespace redoubt {

namespace {

// Far outside any view, yet exact enough for gradients.
constexpr double farAway = 1e6;

double clampedPosition(const TimeScale &scale, qint64 second)
{
    return std::clamp(scale.position(second), -farAway, farAway);
}

} // namespace

MarkShape shapeOf(const TimelineEntry &entry, const TimeScale &scale, const TimelineMetrics &metrics)
{
    static constexpr qint64 smallest = std::numeric_limits<qint64>::min();
    static constexpr qint64 largest = std::numeric_limits<qint64>::max();
    const Bounds &b = entry.bounds;
    const bool startKnown = b.startLatest && *b.startLatest < largest;
    const bool endKnown = b.endEarliest && *b.endEarliest > smallest;
    MarkShape shape;
    shape.softStart = entry.softStart;
    shape.softEnd = entry.softEnd;
    shape.openStart = !b.startEarliest && !b.startLatest;
    shape.openEnd = !b.endEarliest && !b.endLatest;

    // A day lasts until its last second has passed.
    const double startLatest = startKnown ? clampedPosition(scale, *b.startLatest + 1) : -farAway;
    const double endEarliest = endKnown ? clampedPosition(scale, *b.endEarliest) : farAway;
    shape.fadeFrom = b.startEarliest   ? clampedPosition(scale, *b.startEarliest)
                     : shape.openStart ? -farAway
                                       : std::min(startLatest, endEarliest) - metrics.fade;
    const double known = startKnown ? startLatest : shape.fadeFrom;
    shape.fadeTo = b.endLatest     ? clampedPosition(scale, *b.endLatest + (*b.endLatest < largest ? 1 : 0))
                   : shape.openEnd ? farAway
                                   : std::max(known, endKnown ? endEarliest : known) + metrics.fade;
    shape.coreFrom = startKnown ? startLatest : shape.openStart ? -farAway : shape.fadeTo;
    shape.coreTo = endKnown ? endEarliest : shape.openEnd ? farAway : shape.fadeFrom;
    if (shape.coreFrom > shape.coreTo) {
        shape.isWithin = true;
        shape.coreFrom = shape.coreTo = shape.middle();
    }
    shape.isPoint = shape.fadeTo - shape.fadeFrom < metrics.mark * 1.5;
    return shape;
}

} // namespace redoubt
