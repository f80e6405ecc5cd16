#pragma once

#include "app/timeline/event.h"
#include "ui/timeline/timescale.h"

#include <QRectF>

namespace redoubt {

/// Where time runs: down a tall panel, across a wide one. Everything below is said along the time line and
/// across it.
enum class TimeDirection { Down, Across };

/// How much of an event is written beside its mark.
enum class CardStyle { None, Line, Short, Whole };

struct TimelineLane
{
    Id<Lane> id; ///< none for the events without a lane
    QString title;
    int colour = 0;
    bool collapsed = false;
};

struct TimelineEntry
{
    Id<Event> id;
    int lane = 0; ///< place in the list of lanes
    Bounds bounds;
    bool softStart = false; ///< approximate: the edge is soft
    bool softEnd = false;
    Certainty certainty = Certainty::Confirmed;
    /// Sizes of a Line, a Short and a Whole card; a width of 0 takes what there is.
    std::array<QSizeF, 3> cards;
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

struct PlacedLane
{
    int lane = 0;
    QRectF area;  ///< marks and, where time runs across, their cards
    QRectF track; ///< the marks' rows
    QRectF title; ///< empty where time runs down
};

struct PlacedEvent
{
    int entry = 0; ///< place in the list of entries
    MarkShape shape;
    QRectF mark;    ///< around the visible mark
    QPointF anchor; ///< the point that the card belongs to
    CardStyle style = CardStyle::None;
    QRectF card;
};

struct TimelineLayout
{
    TimeDirection direction = TimeDirection::Down;
    QRectF axis;
    QRectF content; ///< where time is drawn
    QRectF span;    ///< for the text of the visible span
    QList<PlacedLane> lanes;
    QList<PlacedEvent> events; ///< those that can be seen, in the order of time; the chosen one last

    /// The entry whose card or mark is at a point, or -1.
    [[nodiscard]] int entryAt(QPointF point) const;
    [[nodiscard]] const PlacedEvent *placed(int entry) const;
    /// A position on the time line as a point's coordinate, and back.
    [[nodiscard]] double along(QPointF point) const;

    /// One line a lane and an event, whole pixels; for tests.
    [[nodiscard]] QString dump() const;
};

struct TimelineInput
{
    TimeDirection direction = TimeDirection::Down;
    QSizeF size;
    TimeScale scale; ///< its length is that of the time line: see timeLength()
    TimelineMetrics metrics;
    QList<TimelineLane> lanes;
    QList<TimelineEntry> entries; ///< in the order of time
    int chosen = -1;              ///< drawn whole with its card
};

/// What is left for time in a view of this size.
[[nodiscard]] double timeLength(TimeDirection direction, QSizeF size, const TimelineMetrics &metrics);

[[nodiscard]] MarkShape shapeOf(
    const TimelineEntry &entry, const TimeScale &scale, const TimelineMetrics &metrics);

[[nodiscard]] TimelineLayout layOut(const TimelineInput &input);

} // namespace redoubt
