#pragma once

#include <QtTypes>

#include <optional>

namespace redoubt {

/// Between what moments something started and ended, as far as its date says: seconds since 1970-01-01T00:00Z in the
/// proleptic Gregorian calendar. The latest bounds are the last second that is meant. Empty = without limit.
struct Bounds
{
    std::optional<qint64> startEarliest;
    std::optional<qint64> startLatest;
    std::optional<qint64> endEarliest;
    std::optional<qint64> endLatest;

    bool operator==(const Bounds &) const = default;
};

} // namespace redoubt
