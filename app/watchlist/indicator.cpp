#include "app/watchlist/indicator.h"

#include "app/project/key.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QString fromTime(const QDateTime &at)
{
    return at.isNull() ? u""_s : at.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime toTime(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

const QStringList columns{u"key"_s, u"title"_s, u"question"_s, u"due"_s, u"due_latest"_s, u"threshold"_s, u"note"_s,
    u"position"_s, u"resolved_at"_s};

QVariantList values(const Indicator &indicator)
{
    return {indicator.key, indicator.title, indicator.question, indicator.due, orNull(indicator.dueLatest),
        indicator.threshold, indicator.note, indicator.position, fromTime(indicator.resolvedAt)};
}

Indicator readIndicator(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .key = row.value(1).toString(),
        .title = row.value(2).toString(),
        .question = row.value(3).toString(),
        .due = row.value(4).toString(),
        .dueLatest = optionalValue<qint64>(row, 5),
        .threshold = row.value(6).toString(),
        .note = row.value(7).toString(),
        .position = row.value(8).toInt(),
        .resolvedAt = toTime(row.value(9)),
        .outcomes = {},
        .events = {}};
}

QString select(const QString &tail)
{
    return u"SELECT id, %1 FROM indicator %2"_s.arg(columns.join(u", "_s), tail);
}

Result<QList<Outcome>> outcomesOf(const Reader &reader, Id<Indicator> id)
{
    auto outcomes = reader.all(
        u"SELECT id, label, reading, occurred FROM outcome WHERE indicator_id = ? ORDER BY position, id"_s,
        {id.number}, [](const QSqlQuery &row) {
            return Outcome{{row.value(0).toLongLong()}, row.value(1).toString(), row.value(2).toString(),
                row.value(3).toBool(), {}};
        });
    if (!outcomes)
        return outcomes;
    for (Outcome &outcome : *outcomes) {
        auto forecasts = reader.all(
            u"SELECT id, at, probability, note FROM forecast WHERE outcome_id = ? ORDER BY at, id"_s,
            {outcome.id.number}, [](const QSqlQuery &row) {
                return Forecast{{row.value(0).toLongLong()}, toTime(row.value(1)), row.value(2).toDouble(),
                    row.value(3).toString()};
            });
        if (!forecasts)
            return failure(forecasts);
        outcome.forecasts = *forecasts;
    }
    return outcomes;
}

Result<QList<Id<Event>>> eventsOf(const Reader &reader, Id<Indicator> id)
{
    return reader.all(u"SELECT event_id FROM indicator_event WHERE indicator_id = ? ORDER BY id"_s, {id.number},
        [](const QSqlQuery &row) { return Id<Event>{row.value(0).toLongLong()}; });
}

Result<> complete(const Reader &reader, Indicator &indicator)
{
    auto outcomes = outcomesOf(reader, indicator.id);
    if (!outcomes)
        return failure(outcomes);
    indicator.outcomes = *outcomes;
    auto events = eventsOf(reader, indicator.id);
    if (!events)
        return failure(events);
    indicator.events = *events;
    return {};
}

Result<> writeForecasts(Writer &writer, Outcome &outcome)
{
    for (Forecast &forecast : outcome.forecasts) {
        if (forecast.id.isValid())
            continue;
        if (auto added = addForecast(writer, outcome.id, forecast); !added)
            return added;
    }
    return {};
}

Result<> writeOutcomes(Writer &writer, Indicator &indicator)
{
    static const QStringList outcomeColumns{u"indicator_id"_s, u"label"_s, u"reading"_s, u"position"_s, u"occurred"_s};
    const auto before = outcomesOf(writer, indicator.id);
    if (!before)
        return failure(before);
    const auto isKept = [&](Id<Outcome> id) {
        return std::ranges::any_of(indicator.outcomes, [id](const Outcome &outcome) { return outcome.id == id; });
    };
    for (const Outcome &outcome : *before) {
        if (isKept(outcome.id))
            continue;
        if (auto removed = writer.remove(u"outcome"_s, outcome.id.number); !removed)
            return removed;
    }
    for (qsizetype i = 0; i < indicator.outcomes.size(); ++i) {
        Outcome &outcome = indicator.outcomes[i];
        const QVariantList row{indicator.id.number, outcome.label, outcome.reading, i, int(outcome.occurred)};
        Result<> written;
        if (outcome.id.isValid()) {
            written = writer.update(u"outcome"_s, outcome.id.number, outcomeColumns, row);
        } else {
            outcome.id = Id<Outcome>::make();
            written = writer.insert(
                u"outcome"_s, QStringList{u"id"_s} + outcomeColumns, QVariantList{outcome.id.number} + row);
        }
        if (written)
            written = writeForecasts(writer, outcome);
        if (!written)
            return written;
    }
    return {};
}

Result<> writeEvents(Writer &writer, const Indicator &indicator)
{
    const auto before = eventsOf(writer, indicator.id);
    if (!before)
        return failure(before);
    for (Id<Event> event : *before) {
        if (indicator.events.contains(event))
            continue;
        auto removed = writer.run(u"DELETE FROM indicator_event WHERE indicator_id = ? AND event_id = ?"_s,
            {indicator.id.number, event.number});
        if (!removed)
            return removed;
    }
    for (Id<Event> event : indicator.events) {
        if (before->contains(event))
            continue;
        auto added = writer.insert(u"indicator_event"_s, {u"id"_s, u"indicator_id"_s, u"event_id"_s},
            {newIdNumber(), indicator.id.number, event.number});
        if (!added)
            return added;
    }
    return {};
}

Result<> writeParts(Writer &writer, Indicator &indicator)
{
    auto written = writeOutcomes(writer, indicator);
    return written ? writeEvents(writer, indicator) : written;
}

} // namespace

Result<QList<Indicator>> indicators(const Reader &reader)
{
    static const QString sql = select(u"ORDER BY position, id"_s);
    auto list = reader.all(sql, {}, readIndicator);
    if (!list)
        return list;
    for (Indicator &indicator : *list) {
        if (auto completed = complete(reader, indicator); !completed)
            return failure(completed);
    }
    return list;
}

Result<std::optional<Indicator>> indicator(const Reader &reader, Id<Indicator> id)
{
    static const QString sql = select(u"WHERE id = ?"_s);
    auto found = reader.first(sql, {id.number}, readIndicator);
    if (!found || !*found)
        return found;
    if (auto completed = complete(reader, **found); !completed)
        return failure(completed);
    return found;
}

Result<QList<Observation>> observations(const Reader &reader, Id<Indicator> indicator)
{
    return reader.all(u"SELECT id, indicator_id, at, note, event_id, source_id FROM observation "
                      "WHERE indicator_id = ? ORDER BY at, id"_s,
        {indicator.number}, [](const QSqlQuery &row) {
            return Observation{{row.value(0).toLongLong()}, {row.value(1).toLongLong()}, toTime(row.value(2)),
                row.value(3).toString(), {row.value(4).toLongLong()}, {row.value(5).toLongLong()}};
        });
}

Result<> addIndicator(Writer &writer, Indicator &indicator)
{
    if (!indicator.id.isValid())
        indicator.id = Id<Indicator>::make();
    if (indicator.key.isEmpty()) {
        auto key = freeKey(writer, u"indicator"_s, indicator.title);
        if (!key)
            return failure(key);
        indicator.key = *key;
    }
    auto added = writer.insert(
        u"indicator"_s, QStringList{u"id"_s} + columns, QVariantList{indicator.id.number} + values(indicator));
    return added ? writeParts(writer, indicator) : added;
}

Result<> updateIndicator(Writer &writer, Indicator &indicator)
{
    auto changed = writer.update(u"indicator"_s, indicator.id.number, columns, values(indicator));
    return changed ? writeParts(writer, indicator) : changed;
}

Result<> removeIndicator(Writer &writer, Id<Indicator> id)
{
    return writer.remove(u"indicator"_s, id.number);
}

Result<> resolve(Writer &writer, Id<Indicator> id, Id<Outcome> occurred, const QDateTime &at)
{
    auto marked = writer.run(
        u"UPDATE outcome SET occurred = (id = ?) WHERE indicator_id = ?"_s, {occurred.number, id.number});
    return marked ? writer.update(u"indicator"_s, id.number, {u"resolved_at"_s}, {fromTime(at)}) : marked;
}

Result<> reopen(Writer &writer, Id<Indicator> id)
{
    auto cleared = writer.run(u"UPDATE outcome SET occurred = 0 WHERE indicator_id = ?"_s, {id.number});
    return cleared ? writer.update(u"indicator"_s, id.number, {u"resolved_at"_s}, {u""_s}) : cleared;
}

Result<> addForecast(Writer &writer, Id<Outcome> outcome, Forecast &forecast)
{
    if (!forecast.id.isValid())
        forecast.id = Id<Forecast>::make();
    return writer.insert(u"forecast"_s, {u"id"_s, u"outcome_id"_s, u"at"_s, u"probability"_s, u"note"_s},
        {forecast.id.number, outcome.number, fromTime(forecast.at), forecast.probability, forecast.note});
}

Result<> addObservation(Writer &writer, Observation &observation)
{
    if (!observation.id.isValid())
        observation.id = Id<Observation>::make();
    const auto orNothing = [](qint64 id) { return id == 0 ? QVariant() : QVariant(id); };
    return writer.insert(u"observation"_s,
        {u"id"_s, u"indicator_id"_s, u"at"_s, u"note"_s, u"event_id"_s, u"source_id"_s},
        {observation.id.number, observation.indicator.number, fromTime(observation.at), observation.note,
            orNothing(observation.event.number), orNothing(observation.source.number)});
}

Result<> removeObservation(Writer &writer, Id<Observation> id)
{
    return writer.remove(u"observation"_s, id.number);
}

Result<qint64> indicatorCount(const Reader &reader)
{
    return reader.number(u"SELECT count(*) FROM indicator"_s);
}

} // namespace redoubt
