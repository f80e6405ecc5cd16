#pragma once

#include "app/base/id.h"
#include "app/project/reader.h"

#include <QDateTime>
#include <QSet>

namespace redoubt {

struct Event;
struct Source;

/// A probability that was given to an outcome at a time. Forecasts are never changed: a later one stands beside it.
struct Forecast
{
    Id<Forecast> id;
    QDateTime at;           ///< UTC
    double probability = 0; ///< 0 to 1
    QString note;

    bool operator==(const Forecast &) const = default;
};

/// One of the ways in which an indicator may come out, and what that would mean.
struct Outcome
{
    Id<Outcome> id;
    QString label;
    QString reading;
    bool occurred = false;     ///< known once the indicator is resolved
    QList<Forecast> forecasts; ///< oldest first

    bool operator==(const Outcome &) const = default;
};

/// An observable on the watch list.
struct Indicator
{
    Id<Indicator> id;
    QString key;
    QString title;
    QString question;
    QString due; ///< EDTF as written; empty when open-ended
    std::optional<qint64> dueLatest; ///< the last second of `due`, since 1970-01-01T00:00Z; worked out when written
    QString threshold;              ///< what has to be seen for an outcome to count
    QString note;
    int position = 0;
    QDateTime resolvedAt; ///< UTC; null while open
    QList<Outcome> outcomes;
    QList<Id<Event>> events; ///< the events that it bears on

    [[nodiscard]] bool isResolved() const { return !resolvedAt.isNull(); }

    bool operator==(const Indicator &) const = default;
};

/// Something seen that bears on an indicator.
struct Observation
{
    Id<Observation> id;
    Id<Indicator> indicator;
    QDateTime at; ///< UTC
    QString note;
    Id<Event> event;   ///< may be none
    Id<Source> source; ///< may be none

    bool operator==(const Observation &) const = default;
};

/// All indicators with outcomes and forecasts, by position.
[[nodiscard]] Result<QList<Indicator>> indicators(const Reader &reader);
[[nodiscard]] Result<std::optional<Indicator>> indicator(const Reader &reader, Id<Indicator> id);
[[nodiscard]] Result<QList<Observation>> observations(const Reader &reader, Id<Indicator> indicator);
[[nodiscard]] Result<qint64> indicatorCount(const Reader &reader);
/// Those with an observation that rests on this source.
[[nodiscard]] Result<QSet<Id<Indicator>>> indicatorsSeenIn(const Reader &reader, Id<Source> source);

/// Adds it with its outcomes, their forecasts and its events. Missing ids, the key, and what `due` means are completed in the
/// caller's value. A due date that is no EDTF is refused (Error::Kind::Invalid).
Result<> addIndicator(Writer &writer, Indicator &indicator);
/// Makes the file hold this value: outcomes that are not in it any more go, with their forecasts; new forecasts
/// are added, known ones stay as they are. An outcome that takes the label of another one gets a new id, and so do its forecasts.
Result<> updateIndicator(Writer &writer, Indicator &indicator);
Result<> removeIndicator(Writer &writer, Id<Indicator> id);

/// Closes the indicator with what happened; an empty `occurred` means that none of the outcomes did.
Result<> resolve(Writer &writer, Id<Indicator> id, Id<Outcome> occurred, const QDateTime &at);
Result<> reopen(Writer &writer, Id<Indicator> id);

Result<> addForecast(Writer &writer, Id<Outcome> outcome, Forecast &forecast);
Result<> addObservation(Writer &writer, Observation &observation);
Result<> removeObservation(Writer &writer, Id<Observation> id);

} // namespace redoubt
