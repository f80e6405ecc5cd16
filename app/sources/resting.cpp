#include "app/sources/resting.h"

#include "app/base/idlist.h"
#include "app/sources/origins.h"
#include "app/timeline/datetext.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Resting)
};

/// How many independent origins corroborate each event, those of fallen sources left out.
Result<QHash<Id<Event>, int>> standingOrigins(
    const Reader &reader, const QSet<Id<Event>> &events, const QSet<Id<Source>> &fallen)
{
    QMultiHash<Id<Event>, Id<Source>> standing;
    QSet<Id<Source>> sources;
    const auto read = reader.eachRaw(u"SELECT event_id, source_id FROM event_source "
                                     "WHERE stance = 'corroborates' AND event_id IN (SELECT value FROM json_each(?))"_s,
        {idList(events)}, [&](const RawRow &row) {
            const Id<Source> source{row.number(1)};
            if (!fallen.contains(source)) {
                standing.insert({row.number(0)}, source);
                sources.insert(source);
            }
            return true;
        });
    if (!read)
        return failure(read);
    const auto origins = originsOf(reader, sources.values());
    if (!origins)
        return failure(origins);
    QHash<Id<Event>, int> counts;
    for (const Id<Event> event : events) {
        QSet<Id<Source>> different;
        for (auto [at, end] = standing.equal_range(event); at != end; ++at)
            different.insert(origins->value(*at));
        counts.insert(event, int(different.size()));
    }
    return counts;
}

} // namespace

Result<QHash<Id<Source>, Id<Source>>> retractions(const Reader &reader)
{
    QHash<Id<Source>, Id<Source>> fallen;
    const auto read = reader.eachRaw(
        u"WITH RECURSIVE fallen(id, retracted) AS (SELECT id, id FROM source WHERE status = 'retracted' UNION "
        "SELECT origin.source_id, fallen.retracted FROM fallen JOIN origin ON origin.repeats_id = fallen.id "
        "JOIN source ON source.id = origin.source_id AND source.status = 'active') SELECT id, retracted FROM fallen"_s,
        {}, [&](const RawRow &row) {
            fallen.insert({row.number(0)}, {row.number(1)});
            return true;
        });
    if (!read)
        return failure(read);
    return fallen;
}

Result<QHash<Id<Source>, Id<Source>>> retractionsAmong(const Reader &reader, const QSet<Id<Source>> &sources)
{
    QHash<Id<Source>, Id<Source>> fallen;
    const auto read = reader.eachRaw(
        u"WITH RECURSIVE up(source_id, above_id, status) AS (SELECT id, id, status FROM source "
        "WHERE id IN (SELECT value FROM json_each(?)) UNION SELECT up.source_id, source.id, source.status FROM up "
        "JOIN origin ON origin.source_id = up.above_id JOIN source ON source.id = origin.repeats_id "
        "WHERE up.status = 'active') SELECT source_id, above_id FROM up WHERE status = 'retracted'"_s,
        {idList(sources)}, [&](const RawRow &row) {
            fallen.insert({row.number(0)}, {row.number(1)});
            return true;
        });
    if (!read)
        return failure(read);
    return fallen;
}

QString retractionText(Id<Source> source, const Source &retracted)
{
    const auto date = readEdtf(retracted.retractedAt);
    const QString when = date ? dateText(*date) : retracted.retractedAt;
    const QString why = retracted.retractionNote.simplified();
    const QString title = retracted.title.simplified();
    QString text;
    if (source == retracted.id)
        text = when.isEmpty() ? Words::tr("Retracted") : Words::tr("Retracted on %1").arg(when);
    else
        text = when.isEmpty() ? Words::tr("It goes back to “%1”, which is retracted").arg(title)
                              : Words::tr("It goes back to “%1”, retracted on %2").arg(title, when);
    if (why.isEmpty())
        return text + u'.';
    return Words::tr("%1: %2", "retracted, and why").arg(text, why);
}

Result<QHash<Id<Event>, ShakenEvent>> shakenEventsOf(const Reader &reader, const QList<Id<Event>> &events)
{
    QMultiHash<Id<Source>, Id<Event>> told;
    const auto read = reader.eachRaw(u"SELECT source_id, event_id FROM event_source WHERE stance = 'corroborates' "
                                     "AND event_id IN (SELECT value FROM json_each(?))"_s,
        {idList(events)}, [&](const RawRow &row) {
            told.insert({row.number(0)}, {row.number(1)});
            return true;
        });
    const auto fallen = retractionsAmong(reader, QSet<Id<Source>>(told.keyBegin(), told.keyEnd()));
    if (!read || !fallen)
        return read ? failure(fallen) : failure(read);
    QHash<Id<Event>, ShakenEvent> shaken;
    for (const Id<Source> source : fallen->keys()) {
        for (auto [at, end] = told.equal_range(source); at != end; ++at)
            ++shaken[*at].fallen;
    }
    if (shaken.isEmpty())
        return shaken;
    const auto standing = standingOrigins(
        reader, QSet<Id<Event>>(shaken.keyBegin(), shaken.keyEnd()), QSet<Id<Source>>(fallen->keyBegin(), fallen->keyEnd()));
    if (!standing)
        return failure(standing);
    for (const auto &[event, count] : standing->asKeyValueRange())
        shaken[event].standing = count;
    return shaken;
}

Result<QHash<Id<Event>, ShakenEvent>> shakenEvents(const Reader &reader)
{
    const auto all = retractions(reader);
    if (!all)
        return failure(all);
    const QList<Id<Source>> sources = all->keys();
    QHash<Id<Event>, ShakenEvent> events;
    const auto read = reader.eachRaw(u"SELECT event_id, count(*) FROM event_source WHERE stance = 'corroborates' "
                                     "AND source_id IN (SELECT value FROM json_each(?)) GROUP BY event_id"_s,
        {idList(sources)}, [&](const RawRow &row) {
            events[{row.number(0)}].fallen = int(row.number(1));
            return true;
        });
    if (!read)
        return failure(read);
    const QSet<Id<Event>> shaken(events.keyBegin(), events.keyEnd());
    const auto standing = standingOrigins(reader, shaken, QSet<Id<Source>>(sources.begin(), sources.end()));
    if (!standing)
        return failure(standing);
    for (const auto &[event, count] : standing->asKeyValueRange())
        events[event].standing = count;
    return events;
}

Result<Resting> restingOn(const Reader &reader, Id<Source> source)
{
    Resting resting;
    const auto below = goingBackTo(reader, source);
    const auto retracted = retractions(reader);
    if (!below || !retracted)
        return below ? failure(retracted) : failure(below);
    resting.sources = *below;
    QSet<Id<Source>> fallen(retracted->keyBegin(), retracted->keyEnd());
    QSet<Id<Event>> events;
    for (const Id<Source> each : QList{source} + *below) {
        fallen.insert(each);
        const auto told = evidenceFrom(reader, each);
        const auto passages = excerpts(reader, each);
        if (!told || !passages)
            return told ? failure(passages) : failure(told);
        for (const Evidence &evidence : *told) {
            resting.events.append({evidence, 0});
            events.insert(evidence.event);
        }
        resting.excerpts += *passages;
    }
    const auto standing = standingOrigins(reader, events, fallen);
    if (!standing)
        return failure(standing);
    for (RestingEvent &event : resting.events)
        event.standing = standing->value(event.evidence.event);
    return resting;
}

} // namespace redoubt
