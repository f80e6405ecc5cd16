#pragma once

#include <QtTypes>

namespace redoubt {

/// A day of the proleptic Gregorian calendar with astronomical years: 0 is 1 BC, −1 is 2 BC.
struct CivilDay
{
    qint64 year = 1970;
    int month = 1; ///< 1 to 12
    int day = 1;   ///< 1 to 31

    auto operator<=>(const CivilDay &) const = default;
};

inline constexpr qint64 secondsOfDay = 86400;

/// Years beyond this lie outside what 64 bits of seconds reach, on either side.
inline constexpr qint64 yearLimit = 1'000'000'000'000;

[[nodiscard]] bool isLeapYear(qint64 year);
[[nodiscard]] int daysInMonth(qint64 year, int month);

/// Days since 1970-01-01. The month may lie outside 1 to 12 and is then carried into the year; |year| ≤
/// yearLimit.
[[nodiscard]] qint64 dayNumber(qint64 year, int month, int day);
[[nodiscard]] CivilDay civilDay(qint64 dayNumber);

/// The day in which a second lies.
[[nodiscard]] qint64 dayOfSecond(qint64 second);

/// The first second of a day, in seconds since 1970-01-01T00:00Z; the smallest or largest qint64 where that
/// is out of reach.
[[nodiscard]] qint64 firstSecond(qint64 dayNumber);

/// Sum that stops at the smallest and largest qint64.
[[nodiscard]] qint64 saturatingAdd(qint64 a, qint64 b);

} // namespace redoubt
