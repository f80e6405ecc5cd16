#pragma once

#include "app/base/job.h"
#include "app/timeline/event.h"

namespace redoubt {

/// Two events that perhaps tell of the same incident, and why.
struct Candidate
{
    Id<Event> first;
    Id<Event> second;
    double score = 0;                 ///< 0 to 1
    qint64 daysApart = 0;             ///< at least, as far as their dates allow; 0 when they may be on the same day
    bool samePlace = false;           ///< by name
    std::optional<double> kilometres; ///< apart, where both have coordinates
    int commonWords = 0;              ///< of their titles
    double likeness = 0;              ///< of their titles, 0 to 1

    bool operator==(const Candidate &) const = default;
};

/// Near in time (at most three days apart, and neither date vaguer than a month), near in place (one name within the
/// other, letter case and accents aside, or at most 50 km; unknown is no hindrance where the titles are very like), and like in
/// title; not linked yet, and not kept apart. The best first, at most `most`. Those of one event cost by how many
/// events there are about its date.
[[nodiscard]] Result<QList<Candidate>> candidatesOf(const Reader &reader, const Event &event, int most);

/// Among all events, or those that may lie within a span. In one pass in the order of time, comparing only what is near in
/// time and has a place or words in common.
[[nodiscard]] Result<QList<Candidate>> candidates(const Reader &reader, int most, const Bounds &within = {}, JobState *job = nullptr);

/// Those among them that are still to be decided: neither linked nor kept apart since, and with both events still there.
/// Costs by their number.
[[nodiscard]] Result<QList<Candidate>> undecided(const Reader &reader, QList<Candidate> candidates);

/// Why, in words: "may be on the same day · same place · 4 words of the titles in common".
[[nodiscard]] QString reasonText(const Candidate &candidate);

/// The two are not the same incident: they are no candidates any more.
Result<> keepApart(Writer &writer, Id<Event> one, Id<Event> other);

} // namespace redoubt
