#pragma once

#include "app/base/id.h"
#include "app/base/names.h"
#include "app/project/reader.h"
#include "app/timeline/bounds.h"
#include "app/timeline/lane.h"

#include <functional>

namespace redoubt {

enum class Certainty { Confirmed, Reported, Disputed, Retracted };

inline constexpr Names<Certainty, 4> certaintyNames{{{{Certainty::Confirmed, "confirmed"_L1},
    {Certainty::Reported, "reported"_L1},
    {Certainty::Disputed, "disputed"_L1},
    {Certainty::Retracted, "retracted"_L1}}}};

struct Coordinates
{
    double latitude = 0;  ///< degrees, -90 to 90
    double longitude = 0; ///< degrees, -180 to 180

    bool operator==(const Coordinates &) const = default;
};

/// Something that happened.
struct Event
{
    Id<Event> id;
    QString key;
    QString title;
    QString date; ///< EDTF as written
    Bounds bounds; ///< what `date` says
    Id<Lane> lane; ///< may be none
    QString place;
    std::optional<Coordinates> coordinates;
    QString summary;
    QStringList actors;
    Certainty certainty = Certainty::Confirmed;
    std::optional<int> casualtiesLow;
    std::optional<int> casualtiesBest;
    std::optional<int> casualtiesHigh;

    bool operator==(const Event &) const = default;
};

/// All events, or one, in the order of their earliest start; those without one first.
[[nodiscard]] Result<QList<Event>> events(const Reader &reader);
/// One after the other, so that the memory taken does not grow with their number; visit(event) returns whether to go on.
Result<> eachEvent(const Reader &reader, const std::function<bool(const Event &)> &visit);
[[nodiscard]] Result<std::optional<Event>> event(const Reader &reader, Id<Event> id);
[[nodiscard]] Result<std::optional<Event>> eventByKey(const Reader &reader, const QString &key);
[[nodiscard]] Result<qint64> eventCount(const Reader &reader);

/// What the shortest card of an event says.
struct EventTitle
{
    Id<Event> id;
    QString title;
    QString date; ///< EDTF as written

    bool operator==(const EventTitle &) const = default;
};

/// Those of some events, in no order; events that are not there are left out.
[[nodiscard]] Result<QList<EventTitle>> eventTitles(const Reader &reader, const QList<Id<Event>> &ids);

/// An event without an id or a key gets them: the caller's value is completed.
Result<> addEvent(Writer &writer, Event &event);
Result<> updateEvent(Writer &writer, const Event &event);
Result<> removeEvent(Writer &writer, Id<Event> id);

} // namespace redoubt
