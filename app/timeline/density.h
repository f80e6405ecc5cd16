#pragma once

#include "app/timeline/chronology.h"
#include "app/timeline/edtf.h"

#include <functional>
#include <span>

namespace redoubt {

/// From the first to the last second that an event may take up. Open ends reach to the smallest and the largest number;
/// an unknown end reaches as far as the other bounds of the event do.
struct Extent
{
    qint64 first = 0;
    qint64 last = 0;

    /// In seconds, at most the largest number.
    [[nodiscard]] qint64 length() const;

    bool operator==(const Extent &) const = default;
};

[[nodiscard]] Extent extentOf(const Bounds &bounds);

/// Where the events of a chronology stand in time, lane by lane, so that what is in sight can be told without looking at
/// all of them: about 30 bytes an event. Its rows hold until the chronology changes.
class Density
{
public:
    Density() = default;

    /// The events that a filter leaves: `matches` has one for each row, or is empty for all.
    explicit Density(const Chronology &chronology, std::span<const Truth> matches = {});

    [[nodiscard]] int lanes() const { return int(m_lanes.size()); }
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] int size(int lane) const { return int(m_lanes[size_t(lane)].rows.size()); }

    /// How many events of the lane begin before a second.
    [[nodiscard]] int startingBefore(int lane, qint64 second) const;

    /// Rows of the lane in the order of their first seconds, from one place of that order to before another.
    [[nodiscard]] std::span<const int> rows(int lane, int from, int to) const;
    [[nodiscard]] Extent extent(int lane, int place) const;

    /// How many events of the lane share a second with the span.
    [[nodiscard]] int touching(int lane, Extent span) const;

    /// touching() for spans side by side; `edges` ascend, and one span lies from each edge to before the next.
    [[nodiscard]] std::vector<int> profile(int lane, std::span<const qint64> edges) const;

    /// The rows that share a second with the span and take up at least `length` seconds, in the order of their first
    /// seconds; nothing when they are more than `most`.
    [[nodiscard]] std::optional<std::vector<int>> longOnes(int lane, Extent span, qint64 length, int most) const;

    /// From the first to the last second that any event names; nothing when none does.
    [[nodiscard]] std::optional<Extent> whole() const { return m_whole; }

    /// What it takes up, in bytes.
    [[nodiscard]] size_t memory() const;

private:
    /// The largest of some neighbours.
    struct Most
    {
        qint64 last;
        qint64 length;
    };
    struct LaneOrder
    {
        std::vector<int> rows;     ///< by their first seconds
        std::vector<qint64> first; ///< of each of these
        std::vector<qint64> last;
        std::vector<qint64> ends; ///< the same as `last`, sorted
        std::vector<std::vector<Most>> most; ///< of 16 events each, of 16 of these each, and so on
    };
    struct Search;

    static void sortByFirst(LaneOrder &lane);
    static void climb(LaneOrder &lane);
    static bool search(const LaneOrder &lane, size_t level, size_t place, Search &search);
    void widen(const Bounds &bounds);

    std::vector<LaneOrder> m_lanes;
    std::optional<Extent> m_whole;
    int m_size = 0;
};

} // namespace redoubt
