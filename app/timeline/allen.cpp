#include "app/timeline/allen.h"

#include <algorithm>
#include <limits>
#include <ranges>

namespace redoubt {

namespace {

constexpr qint64 smallest = std::numeric_limits<qint64>::min();
constexpr qint64 largest = std::numeric_limits<qint64>::max();

/// Where one end of an interval can lie.
struct Reach
{
    qint64 first = 0;
    qint64 last = 0;
};

struct Ends
{
    Reach start;
    Reach end;
};

Ends endsOf(const Bounds &bounds)
{
    return {{bounds.startEarliest.value_or(smallest), bounds.startLatest.value_or(smallest)},
        {bounds.endEarliest.value_or(largest), bounds.endLatest.value_or(largest)}};
}

Reach both(const Reach &a, const Reach &b)
{
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

/// The second before an end; empty when there is none.
Reach secondBefore(const Reach &reach)
{
    if (reach.last == smallest) {
        return {0, -1};
    }
    return {reach.first == smallest ? smallest : reach.first - 1, reach.last - 1};
}

/// A moment in a row of moments, at least `gap` seconds after the one before.
struct Moment
{
    Reach reach;
    int gap = 0;
};

/// Whether the moments can be put in their row. Each is put as early as it can be, which leaves the most room
/// for the next one.
bool canFollow(std::initializer_list<Moment> row)
{
    qint64 at = smallest;
    for (const Moment &moment : row) {
        if (__builtin_add_overflow(at, qint64(moment.gap), &at)) {
            return false;
        }
        at = std::max(at, moment.reach.first);
        if (at > moment.reach.last) {
            return false;
        }
    }
    return true;
}

bool isPossible(Allen relation, const Ends &a, const Ends &b)
{
    switch (relation) {
    case Allen::Before:
        return canFollow({{a.start}, {a.end}, {b.start, 2}, {b.end}});
    case Allen::Meets:
        return canFollow({{a.start}, {both(a.end, secondBefore(b.start))}, {b.end, 1}});
    case Allen::Overlaps:
        return canFollow({{a.start}, {b.start, 1}, {a.end}, {b.end, 1}});
    case Allen::Starts:
        return canFollow({{both(a.start, b.start)}, {a.end}, {b.end, 1}});
    case Allen::During:
        return canFollow({{b.start}, {a.start, 1}, {a.end}, {b.end, 1}});
    case Allen::Finishes:
        return canFollow({{b.start}, {a.start, 1}, {both(a.end, b.end)}});
    case Allen::Equals:
        return canFollow({{both(a.start, b.start)}, {both(a.end, b.end)}});
    case Allen::FinishedBy:
    case Allen::Contains:
    case Allen::StartedBy:
    case Allen::OverlappedBy:
    case Allen::MetBy:
    case Allen::After:
        break;
    }
    return isPossible(converse(relation), b, a);
}

} // namespace

std::array<Truth, allenCount> allenRelations(const Bounds &a, const Bounds &b)
{
    const Ends first = endsOf(a);
    const Ends second = endsOf(b);
    std::array<Truth, allenCount> truths{};
    for (int i = 0; i < allenCount; ++i) {
        truths.at(size_t(i)) = isPossible(Allen(i), first, second) ? Truth::Possibly : Truth::No;
    }
    // One of the thirteen always holds: the only possible one is certain.
    if (std::ranges::count(truths, Truth::Possibly) == 1) {
        std::ranges::replace(truths, Truth::Possibly, Truth::Yes);
    }
    return truths;
}

Truth allen(Allen relation, const Bounds &a, const Bounds &b)
{
    return allenRelations(a, b).at(size_t(relation));
}

Allen converse(Allen relation)
{
    return Allen(allenCount - 1 - int(relation));
}

} // namespace redoubt
