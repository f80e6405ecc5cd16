#pragma once

#include "app/timeline/event.h"
#include "ui/timeline/timescale.h"

namespace redoubt {

struct TimelineEntry
{
    Id<Event> id;
    int lane = 0; ///< place in the list of lanes
    Bounds bounds;
    bool softStart = false; ///< approximate: the edge is soft
    bool softEnd = false;
    Certainty certainty = Certainty::Confirmed;
    int row = -1;         ///< of the chronology
    bool isFaint = false; ///< what a filter only possibly asks for
};

/// Breadths in pixels; the painter takes them from the look and the fonts.
struct TimelineMetrics
{
    double axis = 60;       ///< of the axis, across
    double top = 28;        ///< above the first pixel of a time line that runs down: the span's text
    double laneTitle = 110; ///< before the first pixel of a time line that runs across
    double track = 16;      ///< of a row of marks
    double mark = 10;       ///< of a round mark
    double gap = 8;
    double fade = 48;        ///< of an unknown bound
    double cardColumn = 216; ///< the least breadth of a column of cards
    double cluster = 20;     ///< the least distance of two round marks that stand for many
    double overview = 0;     ///< breadth of the strip that shows the whole chronology
    double cardAnchor = 12;  ///< from a card's edge to the line that points at its mark, where time runs down
};

/// An event's mark along the time line, in pixels from the scale's origin. Opaque from coreFrom to coreTo,
/// fading outside of it to nothing at fadeFrom and fadeTo.
struct MarkShape
{
    double fadeFrom = 0;
    double coreFrom = 0;
    double coreTo = 0;
    double fadeTo = 0;
    bool isPoint = false;  ///< too short to draw as a span: a round mark in the middle
    bool isWithin = false; ///< a moment somewhere within, so that nothing of it is certain
    bool openStart = false;
    bool openEnd = false;
    bool softStart = false;
    bool softEnd = false;

    [[nodiscard]] double middle() const { return (fadeFrom + fadeTo) / 2; }
};

[[nodiscard]] MarkShape shapeOf(
    const TimelineEntry &entry, const TimeScale &scale, const TimelineMetrics &metrics);

} // namespace redoubt
