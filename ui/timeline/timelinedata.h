#pragma once

#include "app/sources/resting.h"
#include "app/timeline/edtf.h"
#include "app/timeline/link.h"

namespace redoubt {

/// An event with all that its card says.
struct TimelineItem
{
    Event event;
    Edtf date;        ///< empty when the text cannot be read
    QString dateText; ///< in the user's language
    SourceCount sources;
    int responses = 0; ///< events that are a response to this one
    ShakenEvent shaken{}; ///< what of its sources is retracted

    bool operator==(const TimelineItem &) const = default;
};

/// Nothing when the event is not there.
[[nodiscard]] Result<std::optional<TimelineItem>> readTimelineItem(const Reader &reader, Id<Event> id);

/// "confirmed", translated.
[[nodiscard]] QString certaintyText(Certainty certainty);
/// "response to", translated.
[[nodiscard]] QString linkKindText(LinkKind kind);

/// "3 independent of 5 sources" or "5 sources"; empty without sources.
[[nodiscard]] QString sourceCountText(const SourceCount &count);
/// The same where some are retracted: "✕ 2 of 3 sources retracted · 1 independent left".
[[nodiscard]] QString supportText(const SourceCount &count, const ShakenEvent &shaken);
/// "✕ 2 of 3 retracted · 1 left", for where that has no room.
[[nodiscard]] QString shortSupportText(const SourceCount &count, const ShakenEvent &shaken);

/// "2 injured" has no place of its own; this says "2 casualties", or "2–5 casualties".
[[nodiscard]] QString casualtiesText(const Event &event);

} // namespace redoubt
