#pragma once

#include "app/sources/excerpt.h"

#include <vector>

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
/// What an excerpt says.
[[nodiscard]] Result<QList<Evidence>> evidenceBy(const Reader &reader, Id<Excerpt> excerpt);

/// The events that a source tells of: the one with this key, letter case aside, or where there is none, those whose keys
/// begin with it.
[[nodiscard]] Result<std::vector<Id<Event>>> eventsToldBy(const Reader &reader, const QString &key);

/// How many sources an event has, and how many of them do not repeat one of the same origin.
struct SourceCount
{
    int sources = 0;
    int independent = 0; ///< different last origins

    bool operator==(const SourceCount &) const = default;
};

/// For all events that have sources. Sources in a circle of origins, which only a merge can make, count as their own.
[[nodiscard]] Result<QHash<Id<Event>, SourceCount>> sourceCounts(const Reader &reader);

/// For one event, or for those of some that have sources; costs by their own sources.
[[nodiscard]] Result<SourceCount> sourceCount(const Reader &reader, Id<Event> event);
[[nodiscard]] Result<QHash<Id<Event>, SourceCount>> sourceCountsOf(const Reader &reader, const QList<Id<Event>> &events);

/// An excerpt has to be one of a capture of the source.
Result<> addEvidence(Writer &writer, Evidence &evidence);
Result<> updateEvidence(Writer &writer, const Evidence &evidence);
Result<> removeEvidence(Writer &writer, Id<Evidence> id);

/// Says that an excerpt tells of an event: its source is evidence then, by this passage. What the source said of the event
/// before is changed.
[[nodiscard]] Result<Evidence> attachExcerpt(Writer &writer, Id<Event> event, const Excerpt &excerpt, Stance stance);

} // namespace redoubt
