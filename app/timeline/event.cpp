#include "app/timeline/event.h"

#include "app/base/idlist.h"
#include "app/project/key.h"
#include "app/timeline/eventedits.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

const QStringList columns{u"key"_s, u"title"_s, u"date"_s, u"start_earliest"_s, u"start_latest"_s,
    u"end_earliest"_s, u"end_latest"_s, u"lane_id"_s, u"place"_s, u"latitude"_s, u"longitude"_s, u"summary"_s,
    u"certainty"_s, u"casualties_low"_s, u"casualties_best"_s, u"casualties_high"_s};

QVariantList values(const Event &event)
{
    const auto latitude = event.coordinates ? QVariant(event.coordinates->latitude) : QVariant();
    const auto longitude = event.coordinates ? QVariant(event.coordinates->longitude) : QVariant();
    return {event.key, event.title, event.date, orNull(event.bounds.startEarliest), orNull(event.bounds.startLatest),
        orNull(event.bounds.endEarliest), orNull(event.bounds.endLatest),
        event.lane.isValid() ? QVariant(event.lane.number) : QVariant(), event.place, latitude, longitude,
        event.summary, QString(certaintyNames.name(event.certainty)), orNull(event.casualtiesLow),
        orNull(event.casualtiesBest), orNull(event.casualtiesHigh)};
}

Event readEvent(const QSqlQuery &row)
{
    Event event;
    event.id = {row.value(0).toLongLong()};
    event.key = row.value(1).toString();
    event.title = row.value(2).toString();
    event.date = row.value(3).toString();
    event.bounds = {optionalValue<qint64>(row, 4), optionalValue<qint64>(row, 5), optionalValue<qint64>(row, 6),
        optionalValue<qint64>(row, 7)};
    event.lane = {row.value(8).toLongLong()};
    event.place = row.value(9).toString();
    if (!row.value(10).isNull())
        event.coordinates = Coordinates{row.value(10).toDouble(), row.value(11).toDouble()};
    event.summary = row.value(12).toString();
    event.certainty = certaintyNames.value(row.value(13).toString()).value_or(Certainty::Reported);
    event.casualtiesLow = optionalValue<int>(row, 14);
    event.casualtiesBest = optionalValue<int>(row, 15);
    event.casualtiesHigh = optionalValue<int>(row, 16);
    const QString actors = row.value(17).toString();
    if (!actors.isEmpty())
        event.actors = actors.split(u'\n');
    return event;
}

/// `tail` is a literal: what follows FROM event.
QString select(const QString &tail)
{
    return u"SELECT id, %1, (SELECT group_concat(name, char(10)) FROM (SELECT name FROM event_actor "
           "WHERE event_id = event.id ORDER BY position)) FROM event %2"_s.arg(columns.join(u", "_s), tail);
}

Result<> writeActors(Writer &writer, const Event &event)
{
    if (auto cleared = writer.run(u"DELETE FROM event_actor WHERE event_id = ?"_s, {event.id.number}); !cleared)
        return cleared;
    for (qsizetype i = 0; i < event.actors.size(); ++i) {
        auto added = writer.insert(u"event_actor"_s, {u"id"_s, u"event_id"_s, u"position"_s, u"name"_s},
            {newIdNumber(), event.id.number, i, event.actors.at(i)});
        if (!added)
            return added;
    }
    return {};
}

} // namespace

Result<QList<Event>> events(const Reader &reader)
{
    QList<Event> all;
    const auto read = eachEvent(reader, [&](const Event &event) {
        all.append(event);
        return true;
    });
    return read ? Result<QList<Event>>(std::move(all)) : Result<QList<Event>>(failure(read));
}

Result<> eachEvent(const Reader &reader, const std::function<bool(const Event &)> &visit)
{
    static const QString sql = select(u"ORDER BY start_earliest, end_latest, id"_s);
    return reader.each(sql, {}, [&](const QSqlQuery &row) { return visit(readEvent(row)); });
}

Result<std::optional<Event>> event(const Reader &reader, Id<Event> id)
{
    static const QString sql = select(u"WHERE id = ?"_s);
    return reader.first(sql, {id.number}, readEvent);
}

Result<QList<Event>> eventsWithIds(const Reader &reader, const QList<Id<Event>> &ids)
{
    static const QString sql = select(u"WHERE id IN (SELECT value FROM json_each(?))"_s);
    return reader.all(sql, {idList(ids)}, readEvent);
}

Result<std::optional<Event>> eventByKey(const Reader &reader, const QString &key)
{
    static const QString sql = select(u"WHERE key = ?"_s);
    return reader.first(sql, {key}, readEvent);
}

Result<QList<EventTitle>> eventTitles(const Reader &reader, const QList<Id<Event>> &ids)
{
    QStringList numbers;
    for (const Id<Event> id : ids)
        numbers.append(QString::number(id.number));
    QList<EventTitle> titles;
    const auto done = reader.eachRaw(u"SELECT id, title, date FROM event WHERE id IN (SELECT value FROM json_each(?))"_s,
        {QString(u'[' + numbers.join(u',') + u']')}, [&](const RawRow &row) {
            titles.append({{row.number(0)}, QString::fromUtf8(row.text(1)), QString::fromUtf8(row.text(2))});
            return true;
        });
    if (!done)
        return failure(done);
    return titles;
}

Result<> addEvent(Writer &writer, Event &event)
{
    if (auto named = nameNew(writer, u"event"_s, event); !named)
        return named;
    auto added = writer.insert(u"event"_s, QStringList{u"id"_s} + columns, QVariantList{event.id.number} + values(event));
    return added ? writeActors(writer, event) : added;
}

Result<> updateEvent(Writer &writer, const Event &event)
{
    const auto before = redoubt::event(writer, event.id);
    if (!before)
        return failure(before);
    auto changed = writer.update(u"event"_s, event.id.number, columns, values(event));
    if (!changed || (*before && (*before)->actors == event.actors))
        return changed;
    return writeActors(writer, event);
}

Result<> removeEvent(Writer &writer, Id<Event> id)
{
    return writer.remove(u"event"_s, id.number);
}

Result<qint64> eventCount(const Reader &reader)
{
    return reader.number(u"SELECT count(*) FROM event"_s);
}

} // namespace redoubt
