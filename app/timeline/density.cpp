#include "app/timeline/density.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace redoubt {

namespace {

constexpr qint64 smallest = std::numeric_limits<qint64>::min();
constexpr qint64 largest = std::numeric_limits<qint64>::max();
constexpr size_t fan = 16;

/// Sorts in linear time where std::sort would be what a filter waits for.
void sortNumbers(std::vector<qint64> &numbers)
{
    static constexpr size_t few = 2048;
    static constexpr int digit = 11;
    const auto open = std::partition(numbers.begin(), numbers.end(), [](qint64 n) { return n != largest; });
    const auto count = size_t(open - numbers.begin());
    if (count < few) {
        std::sort(numbers.begin(), open);
        return;
    }
    const auto [least, most] = std::minmax_element(numbers.begin(), open);
    const auto base = quint64(*least);
    const quint64 range = quint64(*most) - base;
    std::vector<qint64> other(numbers.size(), largest);
    for (int shift = 0; shift < 64 && range >> shift != 0; shift += digit) {
        static constexpr size_t buckets = size_t(1) << digit;
        const auto bucket = [&](qint64 n) { return ((quint64(n) - base) >> shift) % buckets; };
        std::array<size_t, buckets> places{};
        for (size_t i = 0; i < count; ++i)
            ++places[bucket(numbers[i])];
        std::exclusive_scan(places.begin(), places.end(), places.begin(), size_t(0));
        for (size_t i = 0; i < count; ++i)
            other[places[bucket(numbers[i])]++] = numbers[i];
        numbers.swap(other);
    }
}

/// The first place, from `from` on, whose number is not below `second`; quick where it is near.
size_t gallop(const std::vector<qint64> &numbers, size_t from, qint64 second)
{
    size_t step = 1;
    size_t low = from;
    while (low + step < numbers.size() && numbers[low + step - 1] < second) {
        low += step;
        step *= 2;
    }
    const auto end = numbers.begin() + qsizetype(std::min(low + step, numbers.size()));
    return size_t(std::lower_bound(numbers.begin() + qsizetype(low), end, second) - numbers.begin());
}

} // namespace

qint64 Extent::length() const
{
    qint64 difference = 0;
    if (__builtin_sub_overflow(last, first, &difference) || difference == largest)
        return largest;
    return difference + 1;
}

Extent extentOf(const Bounds &bounds)
{
    const qint64 startLatest = bounds.startLatest.value_or(smallest);
    const qint64 endEarliest = bounds.endEarliest.value_or(largest);
    const qint64 first = bounds.startEarliest  ? *bounds.startEarliest
                         : bounds.startLatest ? std::min(startLatest, endEarliest)
                                              : smallest;
    const qint64 last = bounds.endLatest     ? *bounds.endLatest
                        : bounds.endEarliest ? std::max(startLatest, endEarliest)
                                             : largest;
    return {first, std::max(first, last)};
}

Density::Density(const Chronology &chronology, std::span<const Truth> matches)
    : m_lanes(size_t(chronology.lanes().size()))
{
    for (int row = 0; row < chronology.size(); ++row) {
        if (!matches.empty() && matches[size_t(row)] == Truth::No)
            continue;
        const Bounds bounds = chronology.bounds(row);
        const Extent extent = extentOf(bounds);
        LaneOrder &lane = m_lanes[size_t(chronology.lane(row))];
        lane.rows.push_back(row);
        lane.first.push_back(extent.first);
        lane.last.push_back(extent.last);
        widen(bounds);
        ++m_size;
    }
    for (LaneOrder &lane : m_lanes) {
        sortByFirst(lane);
        lane.rows.shrink_to_fit();
        lane.first.shrink_to_fit();
        lane.last.shrink_to_fit();
        lane.ends = lane.last;
        sortNumbers(lane.ends);
        climb(lane);
    }
}

void Density::widen(const Bounds &bounds)
{
    for (const auto &bound : {bounds.startEarliest, bounds.startLatest, bounds.endEarliest, bounds.endLatest}) {
        if (!bound || *bound == smallest || *bound == largest)
            continue;
        m_whole = m_whole ? Extent{std::min(m_whole->first, *bound), std::max(m_whole->last, *bound)}
                          : Extent{*bound, *bound};
    }
}

/// Rows come by their earliest starts; unknown ones stand elsewhere.
void Density::sortByFirst(LaneOrder &lane)
{
    if (std::ranges::is_sorted(lane.first))
        return;
    std::vector<int> places(lane.rows.size());
    std::iota(places.begin(), places.end(), 0);
    std::ranges::stable_sort(places, {}, [&](int place) { return lane.first[size_t(place)]; });
    const auto arranged = [&](const auto &values) {
        auto result = values;
        std::ranges::transform(places, result.begin(), [&](int place) { return values[size_t(place)]; });
        return result;
    };
    lane.rows = arranged(lane.rows);
    lane.first = arranged(lane.first);
    lane.last = arranged(lane.last);
}

void Density::climb(LaneOrder &lane)
{
    const auto join = [](Most a, Most b) {
        return Most{std::max(a.last, b.last), std::max(a.length, b.length)};
    };
    std::vector<Most> level((lane.rows.size() + fan - 1) / fan, Most{smallest, 0});
    for (size_t i = 0; i < lane.rows.size(); ++i)
        level[i / fan] = join(level[i / fan], {lane.last[i], Extent{lane.first[i], lane.last[i]}.length()});
    while (!level.empty()) {
        lane.most.push_back(level);
        std::vector<Most> above(level.size() > 1 ? (level.size() + fan - 1) / fan : 0, Most{smallest, 0});
        for (size_t i = 0; i < level.size() && !above.empty(); ++i)
            above[i / fan] = join(above[i / fan], level[i]);
        level = std::move(above);
    }
}

int Density::startingBefore(int lane, qint64 second) const
{
    const auto &first = m_lanes[size_t(lane)].first;
    return int(std::ranges::lower_bound(first, second) - first.begin());
}

std::span<const int> Density::rows(int lane, int from, int to) const
{
    return std::span(m_lanes[size_t(lane)].rows).subspan(size_t(from), size_t(to - from));
}

Extent Density::extent(int lane, int place) const
{
    const LaneOrder &order = m_lanes[size_t(lane)];
    return {order.first[size_t(place)], order.last[size_t(place)]};
}

int Density::touching(int lane, Extent span) const
{
    const LaneOrder &order = m_lanes[size_t(lane)];
    const auto begun = std::ranges::upper_bound(order.first, span.last) - order.first.begin();
    const auto over = std::ranges::lower_bound(order.ends, span.first) - order.ends.begin();
    return int(begun - over);
}

std::vector<int> Density::profile(int lane, std::span<const qint64> edges) const
{
    if (edges.size() < 2)
        return {};
    const LaneOrder &order = m_lanes[size_t(lane)];
    std::vector<int> counts(edges.size() - 1);
    size_t begun = size_t(std::ranges::lower_bound(order.first, edges[0]) - order.first.begin());
    size_t over = size_t(std::ranges::lower_bound(order.ends, edges[0]) - order.ends.begin());
    for (size_t i = 0; i + 1 < edges.size(); ++i) {
        over = gallop(order.ends, over, edges[i]);
        begun = gallop(order.first, begun, edges[i + 1]);
        counts[i] = std::max(0, int(begun) - int(over));
    }
    return counts;
}

struct Density::Search
{
    Extent span;
    qint64 length;
    size_t most;
    std::vector<int> found;
};

/// False when there are too many.
bool Density::search(const LaneOrder &lane, size_t level, size_t place, Search &search)
{
    const Most &most = lane.most[level][place];
    size_t stride = 1;
    for (size_t i = 0; i <= level; ++i)
        stride *= fan;
    if (most.last < search.span.first || most.length < search.length ||
        lane.first[place * stride] > search.span.last)
        return true;
    if (level > 0) {
        const size_t end = std::min((place + 1) * fan, lane.most[level - 1].size());
        for (size_t i = place * fan; i < end; ++i) {
            if (!Density::search(lane, level - 1, i, search))
                return false;
        }
        return true;
    }
    const size_t end = std::min((place + 1) * fan, lane.rows.size());
    for (size_t i = place * fan; i < end && lane.first[i] <= search.span.last; ++i) {
        if (lane.last[i] < search.span.first || Extent{lane.first[i], lane.last[i]}.length() < search.length)
            continue;
        if (search.found.size() == search.most)
            return false;
        search.found.push_back(lane.rows[i]);
    }
    return true;
}

std::optional<std::vector<int>> Density::longOnes(int lane, Extent span, qint64 length, int most) const
{
    const LaneOrder &order = m_lanes[size_t(lane)];
    Search search{span, length, size_t(most), {}};
    if (!order.most.empty() && !Density::search(order, order.most.size() - 1, 0, search))
        return {};
    return std::move(search.found);
}

size_t Density::memory() const
{
    size_t bytes = 0;
    for (const LaneOrder &lane : m_lanes) {
        bytes += lane.rows.capacity() * sizeof(int) +
                 (lane.first.capacity() + lane.last.capacity() + lane.ends.capacity()) * sizeof(qint64);
        for (const auto &level : lane.most)
            bytes += level.capacity() * sizeof(Most);
    }
    return bytes;
}

} // namespace redoubt
