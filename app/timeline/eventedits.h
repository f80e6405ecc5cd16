#pragma once

#include "app/timeline/casualties.h"
#include "app/timeline/edtf.h"
#include "app/timeline/event.h"

namespace redoubt {

// One field of many events at once. Events that have the value already are left alone, so that an edit that changes
// nothing leaves no trace in the history.

Result<> setTitle(Writer &writer, const QList<Id<Event>> &ids, const QString &title);
Result<> setDate(Writer &writer, const QList<Id<Event>> &ids, const Edtf &date);
Result<> setLane(Writer &writer, const QList<Id<Event>> &ids, Id<Lane> lane);
Result<> setPlace(Writer &writer, const QList<Id<Event>> &ids, const QString &place);
Result<> setCertainty(Writer &writer, const QList<Id<Event>> &ids, Certainty certainty);
Result<> setActors(Writer &writer, const QList<Id<Event>> &ids, const QStringList &actors);

Result<> setCasualties(Writer &writer, const QList<Id<Event>> &ids, const Casualties &casualties);

Result<> removeEvents(Writer &writer, const QList<Id<Event>> &ids);

/// Those of the events that are there, in no order.
[[nodiscard]] Result<QList<Event>> eventsWithIds(const Reader &reader, const QList<Id<Event>> &ids);

/// The names of actors that stand at most events, those first; of large projects the first 50,000 are counted.
[[nodiscard]] Result<QStringList> frequentActors(const Reader &reader, int most);

} // namespace redoubt
