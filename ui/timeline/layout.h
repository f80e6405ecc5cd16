#pragma once

#include "ui/timeline/sight.h"

#include <QRectF>

#include <functional>

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

struct PlacedLane
{
    int lane = 0;
    QRectF area;  ///< marks and, where time runs across, their cards
    QRectF track; ///< the marks' rows
    QRectF title; ///< across: before its first mark; down: in the row of titles above the time line
};

struct PlacedCluster
{
    int cluster = 0; ///< place in the list of clusters
    QRectF mark;
};

struct PlacedProfile
{
    int profile = 0; ///< place in the list of profiles
    QRectF area;     ///< its counts grow from the bottom of it where time runs across, and from its left where it runs down
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
    QRectF overview; ///< the strip that shows the whole chronology
    QList<PlacedLane> lanes;
    QList<PlacedProfile> profiles;
    QList<PlacedCluster> clusters;
    QList<PlacedEvent> events; ///< those that can be seen, in the order of time; the chosen one last

    /// The entry whose card or mark is at a point, or -1.
    [[nodiscard]] int entryAt(QPointF point) const;
    /// The cluster whose mark is at a point, the lane whose title is, or -1.
    [[nodiscard]] int clusterAt(QPointF point) const;
    [[nodiscard]] int titleAt(QPointF point) const;
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
    QList<Cluster> clusters;
    QList<Profile> profiles;
    int chosen = -1; ///< drawn whole with its card
    /// Called before cardSizes for all entries that may get a card.
    std::function<void(const QList<int> &entries)> prepareCards;
    /// Sizes of a Line, a Short and a Whole card of an entry. `breadth` is the width of its column where time
    /// runs down, and 0 where a card is as wide as its text.
    std::function<std::array<QSizeF, 3>(int entry, double breadth)> cardSizes;
};

/// How many rows of marks a lane has room for.
[[nodiscard]] int rowsOfMarks(TimeDirection direction, QSizeF size, const TimelineMetrics &metrics, qsizetype lanes);

/// What is left for time in a view of this size.
[[nodiscard]] double timeLength(TimeDirection direction, QSizeF size, const TimelineMetrics &metrics);

[[nodiscard]] TimelineLayout layOut(const TimelineInput &input);

} // namespace redoubt
