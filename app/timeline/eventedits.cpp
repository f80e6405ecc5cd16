#include "app/timeline/eventedits.h"

#include "app/base/idlist.h"
#include "app/project/key.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Sets columns of the events where one of them has another value.
Result<> set(Writer &writer, const QList<Id<Event>> &ids, const QStringList &columns, const QVariantList &values)
{
    return writer.run(
        u"UPDATE event SET %1 = ? WHERE id IN (SELECT value FROM json_each(?)) AND (%2 IS NOT ?)"_s.arg(
            columns.join(u" = ?, "_s), columns.join(u" IS NOT ? OR "_s)),
        values + QVariantList{idList(ids)} + values);
}

} // namespace

Result<> setTitle(Writer &writer, const QList<Id<Event>> &ids, const QString &title)
{
    return set(writer, ids, {u"title"_s}, {title});
}

Result<> setDate(Writer &writer, const QList<Id<Event>> &ids, const Edtf &date)
{
    const Bounds &bounds = date.bounds;
    return set(writer, ids,
        {u"date"_s, u"start_earliest"_s, u"start_latest"_s, u"end_earliest"_s, u"end_latest"_s},
        {date.text, orNull(bounds.startEarliest), orNull(bounds.startLatest), orNull(bounds.endEarliest),
            orNull(bounds.endLatest)});
}

Result<> setLane(Writer &writer, const QList<Id<Event>> &ids, Id<Lane> lane)
{
    return set(writer, ids, {u"lane_id"_s}, {lane.isValid() ? QVariant(lane.number) : QVariant()});
}

Result<> setPlace(Writer &writer, const QList<Id<Event>> &ids, const QString &place)
{
    return set(writer, ids, {u"place"_s}, {place});
}

Result<> setCertainty(Writer &writer, const QList<Id<Event>> &ids, Certainty certainty)
{
    return set(writer, ids, {u"certainty"_s}, {QString(certaintyNames.name(certainty))});
}

Result<> setActors(Writer &writer, const QList<Id<Event>> &ids, const QStringList &actors)
{
    const auto before = eventsWithIds(writer, ids);
    if (!before)
        return failure(before);
    for (Event event : *before) {
        if (std::exchange(event.actors, actors) == actors)
            continue;
        if (auto written = updateEvent(writer, event); !written)
            return written;
    }
    return {};
}

Result<> setCasualties(Writer &writer, const QList<Id<Event>> &ids, const Casualties &casualties)
{
    return set(writer, ids, {u"casualties_low"_s, u"casualties_best"_s, u"casualties_high"_s},
        {orNull(casualties.low), orNull(casualties.best), orNull(casualties.high)});
}

Result<> removeEvents(Writer &writer, const QList<Id<Event>> &ids)
{
    return writer.run(u"DELETE FROM event WHERE id IN (SELECT value FROM json_each(?))"_s, {idList(ids)});
}

Result<QStringList> frequentActors(const Reader &reader, int most)
{
    const auto names = reader.all(u"SELECT name FROM (SELECT name FROM event_actor LIMIT 50000) "
                                  "GROUP BY name ORDER BY count(*) DESC, name LIMIT ?"_s,
        {most}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!names)
        return failure(names);
    return QStringList(*names);
}

} // namespace redoubt
