#pragma once

#include "app/timeline/edtf.h"

#include <QLocale>

namespace redoubt {

/// How much later one event begins than another, in seconds; negative where it begins before. Empty = without
/// limit.
struct Lag
{
    std::optional<qint64> least;
    std::optional<qint64> most;
    qint64 unit = 1; ///< what it is counted in: 1, 60 or 86400 seconds, as both dates are known

    bool operator==(const Lag &) const = default;
};

/// From the start of a cause to the start of its effect. It is counted the way people do, in the unit of the
/// less exact date: from 9 to 13 September it is four days, whatever the hours were, and from 03:10:45 to
/// 03:12 two minutes. A month or a year counts as any of its days.
[[nodiscard]] Lag lagBetween(const Edtf &cause, const Edtf &effect);

/// Whether the effect begins before its cause. On the same day, where only days are known, it does not.
[[nodiscard]] Truth effectBeforeCause(const Lag &lag);

/// "3 h 40 min later", "4–9 days later", "about 2 years later", "up to 12 days later, possibly before", "the
/// same day". A month is a twelfth of a mean Gregorian year there.
[[nodiscard]] QString lagText(const Lag &lag, const QLocale &locale = QLocale());

} // namespace redoubt
