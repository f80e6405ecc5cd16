#pragma once

#include "app/timeline/event.h"

#include <QSet>

namespace redoubt {

/// An event as a list to choose from names it.
struct EventName
{
    Id<Event> id;
    QString title;
    QString date; ///< EDTF as written

    bool operator==(const EventName &) const = default;
};

/// At most `most` events in whose title, place or summary a word begins with each word of the text; letter case and accents
/// do not count. Nothing where the text has no word. Costs by what is found, not by the size of the project.
[[nodiscard]] Result<QList<EventName>> eventsCalled(const Reader &reader, const QString &text, int most);

/// At most `most` events that may have begun before one did or with it, the latest first.
[[nodiscard]] Result<QList<EventName>> eventsBefore(const Reader &reader, const Event &event, int most);

/// The ids of the dated events that share at least a second with a span, certainly or possibly.
[[nodiscard]] Result<QSet<qint64>> eventsWithin(const Reader &reader, const Bounds &span);

/// The ids of the events that are retracted, or of all others.
[[nodiscard]] Result<QSet<qint64>> eventsRetracted(const Reader &reader, bool isRetracted);

} // namespace redoubt
