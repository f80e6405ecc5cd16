#pragma once

#include "app/sources/evidence.h"

#include <QSet>

namespace redoubt {

/// Those sources that no longer stand, each with the retracted one that it rests on: itself, or the nearest of its
/// origins. All others stand.
[[nodiscard]] Result<QHash<Id<Source>, Id<Source>>> retractions(const Reader &reader);
/// The same of some sources; costs by their origins.
[[nodiscard]] Result<QHash<Id<Source>, Id<Source>>> retractionsAmong(const Reader &reader, const QSet<Id<Source>> &sources);

/// Why a source no longer stands, in a sentence: "Retracted on 3 June 2026: the ministry took it back.", or of another one than
/// `retracted` "It goes back to “Wire report”, retracted on 3 June 2026: …".
[[nodiscard]] QString retractionText(Id<Source> source, const Source &retracted);

/// An event some of whose sources no longer stand.
struct ShakenEvent
{
    int fallen = 0;   ///< corroborating sources that are retracted, or rest on a retracted origin
    int standing = 0; ///< independent origins of the corroborating sources that are left

    bool operator==(const ShakenEvent &) const = default;
};
[[nodiscard]] Result<QHash<Id<Event>, ShakenEvent>> shakenEvents(const Reader &reader);
/// The same of some events; costs by their own sources.
[[nodiscard]] Result<QHash<Id<Event>, ShakenEvent>> shakenEventsOf(const Reader &reader, const QList<Id<Event>> &events);

struct RestingEvent
{
    Evidence evidence;
    int standing = 0; ///< independent origins that corroborate the event without this source, and are not retracted

    bool operator==(const RestingEvent &) const = default;
};

/// What of events and excerpts rests on a source, or on one that goes back to it: what falls when it is retracted. For the
/// sentences of briefs see app/brief/citingsentences.h.
struct Resting
{
    QList<Id<Source>> sources; ///< those that go back to it, as goingBackTo() gives them
    QList<RestingEvent> events;
    QList<Excerpt> excerpts; ///< its own first, by their captures, latest first, and their places

    bool operator==(const Resting &) const = default;
};
[[nodiscard]] Result<Resting> restingOn(const Reader &reader, Id<Source> source);

} // namespace redoubt
