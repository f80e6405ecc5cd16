#include "app/timeline/calendar.h"

#include <limits>

namespace redoubt {

namespace {

constexpr qint64 daysOf400Years = 146097;
constexpr qint64 daysOf100Years = 36524;
constexpr qint64 daysOf4Years = 1461;
// From 0000-03-01, where the count of years that begin in March starts, to 1970-01-01.
constexpr qint64 daysTo1970 = 719468;

constexpr qint64 floorDivide(qint64 value, qint64 by)
{
    const qint64 quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

/// Days from 1 March to the first of the month that comes `months` after March.
constexpr qint64 daysAfterMarch(qint64 months)
{
    return (153 * months + 2) / 5;
}

} // namespace

bool isLeapYear(qint64 year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(qint64 year, int month)
{
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

qint64 dayNumber(qint64 year, int month, int day)
{
    // A year that begins in March has its leap day at its end, which makes the months a plain formula.
    const qint64 monthsSinceMarch = year * 12 + month - 3;
    const qint64 marchYear = floorDivide(monthsSinceMarch, 12);
    const qint64 leapDays =
        floorDivide(marchYear, 4) - floorDivide(marchYear, 100) + floorDivide(marchYear, 400);
    return marchYear * 365 + leapDays + daysAfterMarch(monthsSinceMarch - marchYear * 12) + day - 1 -
           daysTo1970;
}

CivilDay civilDay(qint64 dayNumber)
{
    const qint64 days = dayNumber + daysTo1970;
    const qint64 era = floorDivide(days, daysOf400Years);
    const qint64 dayOfEra = days - era * daysOf400Years;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / (daysOf4Years - 1) + dayOfEra / daysOf100Years -
                                 dayOfEra / (daysOf400Years - 1)) /
                             365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 month = (5 * dayOfYear + 2) / 153;
    const qint64 marchYear = era * 400 + yearOfEra;
    return {month < 10 ? marchYear : marchYear + 1, int(month < 10 ? month + 3 : month - 9),
        int(dayOfYear - daysAfterMarch(month) + 1)};
}

qint64 dayOfSecond(qint64 second)
{
    return floorDivide(second, secondsOfDay);
}

qint64 firstSecond(qint64 dayNumber)
{
    qint64 second = 0;
    if (__builtin_mul_overflow(dayNumber, secondsOfDay, &second)) {
        return dayNumber < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    }
    return second;
}

qint64 saturatingAdd(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) {
        return b < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    }
    return sum;
}

} // namespace redoubt
