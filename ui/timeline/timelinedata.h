#pragma once

#include "app/project/reader.h"
#include "app/sources/evidence.h"
#include "app/timeline/edtf.h"
#include "app/timeline/link.h"

namespace redoubt {

/// An event with all that its card says.
struct TimelineItem
{
    Event event;
    Edtf date;        ///< empty when the text cannot be read
    QString dateText; ///< in the user's language
    int lane = 0;     ///< place in TimelineData::lanes
    SourceCount sources;
    int responses = 0; ///< events that are a response to this one

    [[nodiscard]] bool matches(const QStringList &words, const QString &laneTitle) const;

    bool operator==(const TimelineItem &) const = default;
};

/// What the timeline shows of a project.
struct TimelineData
{
    QList<Lane> lanes; ///< by position; the last one has no id and is there when events without a lane are
    QList<TimelineItem> items; ///< in the order of time

    [[nodiscard]] int indexOf(Id<Event> id) const;

    bool operator==(const TimelineData &) const = default;
};

[[nodiscard]] Result<TimelineData> readTimeline(const Reader &reader);

/// The items that hold all words of a text in their title, place, date, actors, summary or lane; all lanes.
[[nodiscard]] TimelineData filtered(const TimelineData &data, const QString &text);

/// "confirmed", translated.
[[nodiscard]] QString certaintyText(Certainty certainty);
/// "response to", translated.
[[nodiscard]] QString linkKindText(LinkKind kind);

/// "3 independent of 5 sources" or "5 sources"; empty without sources.
[[nodiscard]] QString sourceCountText(const SourceCount &count);

/// "2 injured" has no place of its own; this says "2 casualties", or "2–5 casualties".
[[nodiscard]] QString casualtiesText(const Event &event);

} // namespace redoubt
