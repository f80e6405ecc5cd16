#pragma once

#include "app/timeline/chronology.h"
#include "app/timeline/lag.h"
#include "app/timeline/link.h"

namespace redoubt {

/// How much later an effect came than its cause.
struct LagPoint
{
    Id<Event> cause;
    Id<Event> effect;
    Bounds at; ///< the cause's
    Lag lag;

    bool operator==(const LagPoint &) const = default;
};

/// Those of all links of a kind whose events both are asked for, by the date of the cause. `matches` has a truth for each row of
/// the chronology, or is empty for all. Links whose lag has no limit on either side are left out.
[[nodiscard]] Result<QList<LagPoint>> lags(
    const Reader &reader, const Chronology &chronology, LinkKind kind, const std::vector<Truth> &matches = {});

/// The median of the least and of the most that the lags may be; nothing for none. The true median lies between.
[[nodiscard]] std::optional<std::pair<double, double>> medianLag(const QList<LagPoint> &lags);

/// How many events lie in each period, lane by lane. One counts as certain where it certainly was going on at some time of the
/// period, and as possible where it may have been but need not. Events without limit count as far as others reach.
struct PeriodCounts
{
    int months = 1;   ///< of each period: 1, or 12, 120, 1200, … where the events reach too far for months
    qint64 first = 0; ///< the number of the first period since the year 0
    QList<Lane> lanes;
    struct Count
    {
        int certain = 0;
        int possible = 0; ///< more
        bool operator==(const Count &) const = default;
    };
    std::vector<std::vector<Count>> counts; ///< of each lane, of each period

    [[nodiscard]] int size() const { return counts.empty() ? 0 : int(counts.front().size()); }
    /// The first and the last second of a period.
    [[nodiscard]] std::pair<qint64, qint64> span(int period) const;
};

inline constexpr int mostPeriods = 600;

[[nodiscard]] PeriodCounts countsByPeriod(const Chronology &chronology, const std::vector<Truth> &matches = {});

/// The events of a lane that count in a period, in the order of time, at most `most`.
[[nodiscard]] QList<Id<Event>> eventsOfPeriod(const Chronology &chronology, const std::vector<Truth> &matches,
    const PeriodCounts &counts, int lane, int period, int most);

/// "March 2026", "2026", "1560 – 1569": the name of a period.
[[nodiscard]] QString periodText(const PeriodCounts &counts, int period);

} // namespace redoubt
