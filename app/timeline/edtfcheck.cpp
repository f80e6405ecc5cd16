#include "app/timeline/edtfcheck.h"

#include "app/timeline/calendar.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <ranges>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Dates)
};

constexpr qint64 minutesOfDay = 24 * 60;

struct Years
{
    qint64 first = 0;
    qint64 last = 0;
};

bool isMasked(const EdtfDate &date)
{
    return date.year.digits.contains(u'X') || date.month.contains(u'X') || date.day.contains(u'X');
}

qint64 magnitude(const QString &digits)
{
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    return fits ? std::min(number, yearLimit) : yearLimit;
}

Years yearsOf(const EdtfYear &year)
{
    if (year.exponent == 0 && year.significant == 0 && !year.digits.contains(u'X')) {
        const qint64 number = magnitude(year.digits);
        return year.negative ? Years{-number, -number} : Years{number, number};
    }
    // Twenty zeros are beyond every limit already.
    QString low = year.digits + QString(std::min(year.exponent, 20), u'0');
    QString high = low;
    low.replace(u'X', u'0');
    high.replace(u'X', u'9');
    if (year.significant > 0 && year.significant < low.size()) {
        const qsizetype rounded = low.size() - year.significant;
        low = low.first(year.significant) + QString(rounded, u'0');
        high = high.first(year.significant) + QString(rounded, u'9');
    }
    return year.negative ? Years{-magnitude(high), -magnitude(low)} : Years{magnitude(low), magnitude(high)};
}

/// Whether a number has the digits of a mask of two or four characters.
bool fits(qint64 number, const QString &mask)
{
    for (qsizetype i = mask.size() - 1; i >= 0; --i) {
        if (mask[i] != u'X' && mask[i].digitValue() != number % 10) {
            return false;
        }
        number /= 10;
    }
    return true;
}

struct Reach
{
    int first = 0;
    int last = 0;
};

/// The numbers that a mask leaves to try: one where nothing is unknown.
Reach reachOf(const QString &mask, int last)
{
    if (mask.isEmpty() || mask.contains(u'X')) {
        return {1, last};
    }
    const int number = mask.toInt();
    return {number, number};
}

/// The days of one year that a date with a month can mean, the first and the last of them.
std::optional<std::pair<CivilDay, CivilDay>> daysInYear(const EdtfDate &date, qint64 year)
{
    std::optional<std::pair<CivilDay, CivilDay>> found;
    const Reach months = reachOf(date.month, 12);
    for (int month = std::max(months.first, 1); month <= std::min(months.last, 12); ++month) {
        if (!fits(month, date.month)) {
            continue;
        }
        const int length = daysInMonth(year, month);
        const Reach days = reachOf(date.day, length);
        for (int day = std::max(days.first, 1); day <= std::min(days.last, length); ++day) {
            if (!date.day.isEmpty() && !fits(day, date.day)) {
                continue;
            }
            const CivilDay civil{year, month, day};
            found = found ? std::pair(found->first, civil) : std::pair(civil, civil);
        }
    }
    return found;
}

std::optional<CivilDay> edgeDay(const EdtfDate &date, Years years, bool first)
{
    const qint64 step = first ? 1 : -1;
    for (qint64 year = first ? years.first : years.last; year >= years.first && year <= years.last;
         year += step) {
        if (!fits(std::abs(year), date.year.digits)) {
            continue;
        }
        if (const auto days = daysInYear(date, year)) {
            return first ? days->first : days->second;
        }
    }
    return {};
}

qint64 lastSecondOf(qint64 dayNumber)
{
    return saturatingAdd(firstSecond(dayNumber), secondsOfDay - 1);
}

/// The minute in which a time lies, since 1970-01-01T00:00Z.
qint64 minuteOf(const CivilDay &day, const EdtfTime &time)
{
    return dayNumber(day.year, day.month, day.day) * minutesOfDay + time.hour * 60 + time.minute -
           time.offsetMinutes.value_or(0);
}

/// A leap second counts as the last second of its minute: there is no count of seconds that has it.
EdtfSpan spanOfTime(const CivilDay &day, const EdtfTime &time)
{
    const qint64 first = minuteOf(day, time) * 60 + std::min(time.second.value_or(0), 59);
    return {first, time.second ? first : first + 59};
}

bool endsWithLeapSecond(const CivilDay &day, const EdtfTime &time)
{
    const qint64 next = minuteOf(day, time) + 1;
    const CivilDay after = civilDay(next / minutesOfDay);
    return next % minutesOfDay == 0 && after.year >= 1972 && after.day == 1 &&
           (after.month == 7 || (after.month == 1 && after.year > 1972));
}

} // namespace

SeasonMonths monthsOfSeason(int season)
{
    if (season >= 40) {
        return {1 + (season - 40) * 6, 6};
    }
    if (season >= 37) {
        return {1 + (season - 37) * 4, 4};
    }
    if (season >= 33) {
        return {1 + (season - 33) * 3, 3};
    }
    const int quarter = (season - 21) % 4; // spring, summer, autumn, winter
    const bool southern = season >= 29;
    return {(2 + quarter * 3 + (southern ? 6 : 0)) % 12 + 1, 3};
}

EdtfSpan spanOf(const EdtfDate &date)
{
    const Years years = yearsOf(date.year);
    if (date.month.isEmpty()) {
        return {firstSecond(dayNumber(years.first, 1, 1)), lastSecondOf(dayNumber(years.last, 12, 31))};
    }
    if (const int season = date.season()) {
        const auto months = monthsOfSeason(season);
        return {firstSecond(dayNumber(years.first, months.first, 1)),
            firstSecond(dayNumber(years.last, months.first + months.count, 1)) - 1};
    }
    const CivilDay first = edgeDay(date, years, true).value_or(CivilDay{});
    if (date.time) {
        return spanOfTime(first, *date.time);
    }
    const bool isOneDay = years.first == years.last && !date.day.isEmpty() && !isMasked(date);
    const CivilDay last = isOneDay ? first : edgeDay(date, years, false).value_or(CivilDay{});
    return {firstSecond(dayNumber(first.year, first.month, first.day)),
        lastSecondOf(dayNumber(last.year, last.month, last.day))};
}

Result<> checkDay(QStringView text, const EdtfDate &date)
{
    if (date.year.negative && date.year.digits == u"0000") {
        return refuseDate(text, Words::tr("The year 0000 has no minus sign."),
            Words::tr("0000 is the year 1 BC, and -0001 is 2 BC."));
    }
    if (date.month.isEmpty()) {
        return {};
    }
    const bool isMonth =
        std::ranges::any_of(std::views::iota(1, 13), [&](int m) { return fits(m, date.month); });
    const int season = date.season();
    if (!isMonth && (season < 21 || season > 41)) {
        return refuseDate(text, Words::tr("There is no month %1.").arg(date.month),
            Words::tr("Months are 01 to 12, and seasons and other parts of the year 21 to 41."));
    }
    if (season > 0) {
        return date.day.isEmpty()
                   ? Result<>()
                   : refuseDate(text, Words::tr("A season or another part of the year has no days."));
    }
    // A leap year has every day that there is; only then is it worth looking for one among the years meant.
    const Years years = yearsOf(date.year);
    const bool isOneYear = years.first == years.last;
    if ((!isOneYear && !daysInYear(date, 2000)) || !edgeDay(date, years, true)) {
        return refuseDate(text, Words::tr("That month has no such day."));
    }
    return {};
}

Result<> checkTime(QStringView text, const EdtfDate &date)
{
    const EdtfTime &time = *date.time;
    const int second = time.second.value_or(0);
    const bool endOfDay = time.hour == 24 && time.minute == 0 && second == 0 && time.nanosecond == 0;
    if ((time.hour > 23 && !endOfDay) || time.minute > 59 || second > 60) {
        return refuseDate(text, Words::tr("There is no such time of day."),
            Words::tr("Hours go from 00 to 23, minutes and seconds from 00 to 59."));
    }
    const auto day = edgeDay(date, yearsOf(date.year), true);
    if (second == 60 && !(day && endsWithLeapSecond(*day, time))) {
        return refuseDate(text, Words::tr("There is no leap second at that time."),
            Words::tr("Leap seconds are the last ones of June or December in UTC, since 1972."));
    }
    return {};
}

std::unexpected<Error> refuseShape(QStringView text)
{
    static const QRegularExpression compact(u"\\A[0-9]{8}\\z"_s);
    static const QRegularExpression longYear(u"\\A-?[0-9]{5,}"_s);
    static const QRegularExpression shortYear(u"\\A-?[0-9X]{1,3}(?:\\z|-)"_s);
    static const QRegularExpression shortPart(u"-[0-9X](?:[?~%]?\\z|-)"_s);
    static const QRegularExpression smallMask(u"[ux]"_s);
    static const QRegularExpression oldWord(u"\\A(?:unknown|open)\\z"_s);
    static const QRegularExpression twoMarks(u"\\?~|~\\?"_s);
    const auto like = [&](const QRegularExpression &shape) { return shape.matchView(text).hasMatch(); };
    if (text.isEmpty()) {
        return refuseDate(
            text, Words::tr("There is nothing to read."), Words::tr("Write a date, as in 2026-05-29."));
    }
    if (like(compact)) {
        return refuseDate(text, Words::tr("The parts of a date are separated by hyphens."),
            Words::tr("Write %1-%2-%3.").arg(text.first(4), text.sliced(4, 2), text.last(2)));
    }
    if (like(longYear)) {
        return refuseDate(text, Words::tr("A year of more than four digits begins with Y."),
            Words::tr("Write it as in Y%1.").arg(text));
    }
    if (like(shortYear)) {
        return refuseDate(text, Words::tr("A year has four digits."), Words::tr("Write 79 as 0079."));
    }
    if (like(shortPart)) {
        return refuseDate(text, Words::tr("Months and days have two digits."), Words::tr("Write May as 05."));
    }
    if (like(smallMask)) {
        return refuseDate(text, Words::tr("An unknown digit is written as a capital X."),
            Words::tr("Write it as in 201X or 2004-XX."));
    }
    if (like(oldWord)) {
        return refuseDate(text, Words::tr("This word belongs to an older draft of the format."),
            Words::tr("Write .. for an open end, and nothing for an unknown one."));
    }
    if (like(twoMarks)) {
        return refuseDate(
            text, Words::tr("Uncertain and approximate together are written as %1.").arg(u"%"_s));
    }
    return refuseDate(text, Words::tr("It has not the shape of a date."),
        Words::tr(
            "Write it as in 2026, 2026-05, 2026-05-29, 2026-05-29T03:10Z, 2025-09-09/2025-09-10 or 2014~."));
}

} // namespace redoubt
