#pragma once

#include "app/timeline/patterns.h"

namespace redoubt {

/// The lags as CSV: kind, cause, cause_title, cause_date, effect, effect_title, effect_date, least_seconds, most_seconds; the
/// size in bytes.
[[nodiscard]] Result<qint64> writeLags(const Reader &reader, const QString &file, LinkKind kind, const QList<LagPoint> &lags);

/// The counts as CSV: from and to (the first and last day of the period), lane, certain, possible; a line for each lane and
/// period, also for those without any; the size in bytes.
[[nodiscard]] Result<qint64> writeCounts(const QString &file, const PeriodCounts &counts);

} // namespace redoubt
