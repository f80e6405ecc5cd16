#include "app/watchlist/indicator.h"

#include "app/project/key.h"
#include "app/timeline/edtf.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Indicator)
};

QString fromTime(const QDateTime &at)
{
    return at.isNull() ? u""_s : at.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime toTime(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

const QStringList columns{u"key"_s, u"title"_s, u"question"_s, u"due"_s, u"due_latest"_s, u"threshold"_s, u"note"_s,
    u"position"_s, u"resolved_at"_s, u"due_earliest"_s};

/// The columns' values, once `due` is understood.
Result<QVariantList> values(Indicator &indicator)
{
    Bounds due;
    if (!indicator.due.isEmpty()) {
        const auto date = readEdtf(indicator.due);
        if (!date)
            return failure(date);
        due = date->bounds;
    }
    indicator.dueLatest = due.endLatest;
    return QVariantList{indicator.key, indicator.title, indicator.question, indicator.due, orNull(indicator.dueLatest),
        indicator.threshold, indicator.note, indicator.position, fromTime(indicator.resolvedAt),
        orNull(due.startEarliest)};
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

/// The rows of the parts of one indicator, or of all when none is given.
struct Parts
{
    QHash<qint64, QList<Outcome>> outcomes;
    QHash<qint64, QList<Id<Event>>> events;

    static Result<Parts> read(const Reader &reader, std::optional<Id<Indicator>> only);
    void moveInto(Indicator &indicator)
    {
        indicator.outcomes = outcomes.take(indicator.id.number);
        indicator.events = events.take(indicator.id.number);
    }
};

Result<Parts> Parts::read(const Reader &reader, std::optional<Id<Indicator>> only)
{
    const QString where = only ? u"WHERE indicator_id = ?"_s : u""_s;
    const QVariantList values = only ? QVariantList{only->number} : QVariantList{};
    Parts parts;
    QHash<qint64, QList<Forecast>> forecasts;
    auto done = reader.each(u"SELECT forecast.id, outcome_id, at, probability, note FROM forecast "
                            "JOIN outcome ON outcome.id = outcome_id %1 ORDER BY at, forecast.id"_s.arg(where),
        values, [&](const QSqlQuery &row) {
            forecasts[row.value(1).toLongLong()].append(Forecast{{row.value(0).toLongLong()}, toTime(row.value(2)),
                row.value(3).toDouble(), row.value(4).toString()});
        });
    if (done) {
        done = reader.each(
            u"SELECT id, indicator_id, label, reading, occurred FROM outcome %1 ORDER BY position, id"_s.arg(where),
            values, [&](const QSqlQuery &row) {
                const qint64 id = row.value(0).toLongLong();
                parts.outcomes[row.value(1).toLongLong()].append(Outcome{{id}, row.value(2).toString(),
                    row.value(3).toString(), row.value(4).toBool(), forecasts.take(id)});
            });
    }
    if (done) {
        done = reader.each(u"SELECT indicator_id, event_id FROM indicator_event %1 ORDER BY id"_s.arg(where), values,
            [&](const QSqlQuery &row) {
                parts.events[row.value(0).toLongLong()].append(Id<Event>{row.value(1).toLongLong()});
            });
    }
    return done ? Result<Parts>(std::move(parts)) : Result<Parts>(failure(done));
}

Result<> remove(Writer &writer, const Outcome &outcome)
{
    return writer.remove(u"outcome"_s, outcome.id.number);
}

Result<> writeForecasts(Writer &writer, Outcome &outcome, const QList<Forecast> &before)
{
    for (Forecast &forecast : outcome.forecasts) {
        if (std::ranges::contains(before, forecast.id, &Forecast::id))
            continue;
        if (auto added = addForecast(writer, outcome.id, forecast); !added)
            return added;
    }
    return {};
}

/// Removes the outcomes that the value has no more. One that takes over a label that another one had is removed too and
/// becomes a new row: SQLite's change recording cannot take an exchange of unique values back in place.
Result<> clearOutcomes(Writer &writer, Indicator &indicator, const QList<Outcome> &before)
{
    for (const Outcome &old : before) {
        const auto kept = std::ranges::find(indicator.outcomes, old.id, &Outcome::id);
        const bool isKept = kept != indicator.outcomes.end();
        const bool takesLabel = isKept && kept->label != old.label
            && std::ranges::contains(before, kept->label, &Outcome::label);
        if (isKept && !takesLabel)
            continue;
        if (auto removed = remove(writer, old); !removed)
            return removed;
        if (takesLabel) {
            kept->id = {};
            for (Forecast &forecast : kept->forecasts)
                forecast.id = {};
        }
    }
    return {};
}

Result<> writeOutcomes(Writer &writer, Indicator &indicator, const QList<Outcome> &before)
{
    static const QStringList names{u"indicator_id"_s, u"label"_s, u"reading"_s, u"position"_s, u"occurred"_s};
    if (auto cleared = clearOutcomes(writer, indicator, before); !cleared)
        return cleared;
    const auto row = [&](qsizetype i) {
        const Outcome &outcome = indicator.outcomes[i];
        return QVariantList{indicator.id.number, outcome.label, outcome.reading, i, int(outcome.occurred)};
    };
    const auto known = [&](Id<Outcome> id) { return std::ranges::find(before, id, &Outcome::id); };
    // Known ones first: a new one may take a label that one of them gives up.
    for (qsizetype i = 0; i < indicator.outcomes.size(); ++i) {
        const Id<Outcome> id = indicator.outcomes[i].id;
        if (known(id) == before.end())
            continue;
        if (auto updated = writer.update(u"outcome"_s, id.number, names, row(i)); !updated)
            return updated;
    }
    for (qsizetype i = 0; i < indicator.outcomes.size(); ++i) {
        Outcome &outcome = indicator.outcomes[i];
        const auto old = known(outcome.id);
        Result<> written;
        if (old == before.end()) {
            if (!outcome.id.isValid())
                outcome.id = Id<Outcome>::make();
            written = writer.insert(u"outcome"_s, QStringList{u"id"_s} + names, QVariantList{outcome.id.number} + row(i));
        }
        if (written)
            written = writeForecasts(writer, outcome, old == before.end() ? QList<Forecast>() : old->forecasts);
        if (!written)
            return written;
    }
    return {};
}

Result<> writeEvents(Writer &writer, const Indicator &indicator, const QList<Id<Event>> &before)
{
    for (Id<Event> event : before) {
        if (indicator.events.contains(event))
            continue;
        auto removed = writer.run(u"DELETE FROM indicator_event WHERE indicator_id = ? AND event_id = ?"_s,
            {indicator.id.number, event.number});
        if (!removed)
            return removed;
    }
    for (Id<Event> event : indicator.events) {
        if (before.contains(event))
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
    auto before = Parts::read(writer, indicator.id);
    if (!before)
        return failure(before);
    auto written = writeOutcomes(writer, indicator, before->outcomes[indicator.id.number]);
    return written ? writeEvents(writer, indicator, before->events[indicator.id.number]) : written;
}

Result<QList<Indicator>> select(const Reader &reader, std::optional<Id<Indicator>> only)
{
    auto list = only ? reader.all(u"SELECT id, %1 FROM indicator WHERE id = ?"_s.arg(columns.join(u", "_s)),
                           {only->number}, readIndicator)
                     : reader.all(u"SELECT id, %1 FROM indicator ORDER BY position, id"_s.arg(columns.join(u", "_s)), {},
                           readIndicator);
    if (!list || list->isEmpty())
        return list;
    auto parts = Parts::read(reader, only);
    if (!parts)
        return failure(parts);
    for (Indicator &indicator : *list)
        parts->moveInto(indicator);
    return list;
}

Result<> require(const Reader &reader, Id<Indicator> id)
{
    const auto count = reader.number(u"SELECT count(*) FROM indicator WHERE id = ?"_s, {id.number});
    if (!count)
        return failure(count);
    if (*count == 0) {
        return failure(Words::tr("The indicator was not changed."), Words::tr("It is not in the project any more."),
            Words::tr("Undo brings it back if it was deleted."), Error::Kind::Refused);
    }
    return {};
}

} // namespace

Result<QList<Indicator>> indicators(const Reader &reader)
{
    return select(reader, {});
}

Result<std::optional<Indicator>> indicator(const Reader &reader, Id<Indicator> id)
{
    auto found = select(reader, id);
    if (!found)
        return failure(found);
    return found->isEmpty() ? std::nullopt : std::optional(std::move(found->first()));
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

Result<QSet<Id<Indicator>>> indicatorsSeenIn(const Reader &reader, Id<Source> source)
{
    const auto list = reader.all(u"SELECT DISTINCT indicator_id FROM observation WHERE source_id = ?"_s,
        {source.number}, [](const QSqlQuery &row) { return Id<Indicator>{row.value(0).toLongLong()}; });
    return list ? Result<QSet<Id<Indicator>>>(QSet(list->begin(), list->end())) : failure(list);
}

Result<> addIndicator(Writer &writer, Indicator &indicator)
{
    if (auto named = nameNew(writer, u"indicator"_s, indicator); !named)
        return named;
    const auto row = values(indicator);
    if (!row)
        return failure(row);
    auto added = writer.insert(
        u"indicator"_s, QStringList{u"id"_s} + columns, QVariantList{indicator.id.number} + *row);
    return added ? writeParts(writer, indicator) : added;
}

Result<> updateIndicator(Writer &writer, Indicator &indicator)
{
    if (auto there = require(writer, indicator.id); !there)
        return there;
    const auto row = values(indicator);
    if (!row)
        return failure(row);
    auto changed = writer.update(u"indicator"_s, indicator.id.number, columns, *row);
    return changed ? writeParts(writer, indicator) : changed;
}

Result<> removeIndicator(Writer &writer, Id<Indicator> id)
{
    if (auto there = require(writer, id); !there)
        return there;
    return writer.remove(u"indicator"_s, id.number);
}

Result<> resolve(Writer &writer, Id<Indicator> id, Id<Outcome> occurred, const QDateTime &at)
{
    if (auto there = require(writer, id); !there)
        return there;
    const auto known = Parts::read(writer, id);
    if (!known)
        return failure(known);
    if (occurred.isValid() && !std::ranges::contains(known->outcomes.value(id.number), occurred, &Outcome::id)) {
        return failure(Words::tr("The indicator was not resolved."), Words::tr("The outcome chosen is not one of its own."),
            Words::tr("Choose one of the indicator's outcomes."), Error::Kind::Refused);
    }
    auto marked = writer.run(
        u"UPDATE outcome SET occurred = (id = ?) WHERE indicator_id = ?"_s, {occurred.number, id.number});
    return marked ? writer.update(u"indicator"_s, id.number, {u"resolved_at"_s}, {fromTime(at)}) : marked;
}

Result<> reopen(Writer &writer, Id<Indicator> id)
{
    if (auto there = require(writer, id); !there)
        return there;
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
