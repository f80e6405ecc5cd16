#include "app/timeline/likeness.h"

#include "app/timeline/calendar.h"
#include "app/timeline/coordinates.h"

#include <algorithm>

namespace redoubt {

namespace {

constexpr qint64 vaguest = 31 * secondsOfDay;
constexpr double farthest = 50;       ///< kilometres
constexpr double leastLikeness = 0.25;
constexpr double leastWithoutPlace = 0.6; ///< of the titles, where a place is unknown or named otherwise
constexpr double leastScore = 0.6;

} // namespace

bool Traits::isPlaced() const
{
    return to - from <= vaguest;
}

std::optional<Candidate> compared(const Traits &a, const Traits &b)
{
    const qint64 days = std::max<qint64>(0, dayOfSecond(std::max(a.from, b.from)) - dayOfSecond(std::min(a.to, b.to)));
    if (!a.isPlaced() || !b.isPlaced() || days > mostDaysApart)
        return {};
    Candidate found;
    found.first = {a.id};
    found.second = {b.id};
    found.daysApart = days;
    found.commonWords = inCommon(a.words, b.words);
    if (const size_t all = a.words.size() + b.words.size(); all > 0)
        found.likeness = 2.0 * found.commonWords / double(all);
    if (found.likeness < leastLikeness)
        return {};
    const auto shorter = std::min(a.place.size(), b.place.size());
    found.samePlace = shorter > 0 && size_t(inCommon(a.place, b.place)) == shorter;
    if (a.at && b.at)
        found.kilometres = distance(*a.at, *b.at);
    const bool isNear = found.samePlace || (found.kilometres && *found.kilometres <= farthest);
    const bool isFar = found.kilometres && *found.kilometres > farthest;
    if (isFar || (!isNear && found.likeness < leastWithoutPlace))
        return {};
    const double time = 1 - double(found.daysApart) / double(mostDaysApart + 1);
    const double sharpness = std::max(a.to - a.from, b.to - b.from) > 7 * secondsOfDay ? 0.6 : 1;
    const double place = found.kilometres ? std::max(found.samePlace ? 0.8 : 0.0, 1 - *found.kilometres / farthest / 2)
                         : found.samePlace ? 0.9
                                           : 0.4;
    found.score = 0.35 * time * sharpness + 0.25 * place + 0.4 * found.likeness;
    return found.score >= leastScore ? std::optional(found) : std::nullopt;
}

} // namespace redoubt
