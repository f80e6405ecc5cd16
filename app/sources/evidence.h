#pragma once

#include "app/sources/excerpt.h"

namespace redoubt {

struct Event;

enum class Stance { Corroborates, Disputes };

inline constexpr Names<Stance, 2> stanceNames{
    {{{Stance::Corroborates, "corroborates"_L1}, {Stance::Disputes, "disputes"_L1}}}};

/// What a source says of an event.
struct Evidence
{
    Id<Evidence> id;
    Id<Event> event;
    Id<Source> source;
    Stance stance = Stance::Corroborates;
    Id<Excerpt> excerpt; ///< the passage that says it; may be none

    bool operator==(const Evidence &) const = default;
};

[[nodiscard]] Result<QList<Evidence>> evidence(const Reader &reader);
[[nodiscard]] Result<QList<Evidence>> evidenceOf(const Reader &reader, Id<Event> event);
[[nodiscard]] Result<QList<Evidence>> evidenceFrom(const Reader &reader, Id<Source> source);

/// How many sources an event has, and how many of them do not repeat one of the same origin.
struct SourceCount
{
    int sources = 0;
    int independent = 0; ///< different last origins

    bool operator==(const SourceCount &) const = default;
};

/// For all events that have sources. Sources in a circle of origins, which only a merge can make, count as their own.
[[nodiscard]] Result<QHash<Id<Event>, SourceCount>> sourceCounts(const Reader &reader);

Result<> addEvidence(Writer &writer, Evidence &evidence);
Result<> updateEvidence(Writer &writer, const Evidence &evidence);
Result<> removeEvidence(Writer &writer, Id<Evidence> id);

} // namespace redoubt
