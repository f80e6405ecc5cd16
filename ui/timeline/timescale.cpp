#include "ui/timeline/timescale.h"

#include "app/timeline/calendar.h"
#include "app/timeline/datetext.h"

#include <QDateTime>
#include <QTime>

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr double minute = 60;
constexpr double hour = 3600;
constexpr double day = 86400;
constexpr double month = 30.4 * day;
constexpr double year = 365.2425 * day;

enum class Unit { Minute, Day, Month, Year };

struct Step
{
    Unit unit;
    qint64 count;

    [[nodiscard]] double seconds() const
    {
        static constexpr std::array sizes{minute, day, month, year};
        return sizes.at(size_t(unit)) * double(count);
    }
    [[nodiscard]] bool isDividedBy(Step finer) const
    {
        return unit != finer.unit || count % finer.count == 0;
    }
};

/// From the finest to the coarsest; years go on by 1, 2, 5 to the largest power of ten.
const QList<Step> &steps()
{
    static const QList<Step> all = [] {
        QList<Step> list;
        for (const qint64 minutes : {1, 5, 15, 30, 60, 180, 360, 720})
            list.append({Unit::Minute, minutes});
        for (const qint64 days : {1, 5, 10})
            list.append({Unit::Day, days});
        for (const qint64 months : {1, 3, 6})
            list.append({Unit::Month, months});
        for (qint64 years = 1; years <= yearLimit; years *= 10)
            list.append({{Unit::Year, years}, {Unit::Year, years * 2}, {Unit::Year, years * 5}});
        return list;
    }();
    return all;
}

qint64 floorTo(qint64 value, qint64 step)
{
    const qint64 rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

/// The largest tick at or before a second.
qint64 tickAtOrBefore(qint64 second, Step step)
{
    const CivilDay at = civilDay(dayOfSecond(second));
    switch (step.unit) {
    case Unit::Minute:
        return floorTo(second, step.count * 60);
    case Unit::Day: {
        // The last days of a month belong to its last full step: 21, not 31.
        const qint64 steps = std::min((at.day - 1) / step.count, 30 / step.count - 1);
        return firstSecond(
            dayNumber(at.year, at.month, step.count == 1 ? at.day : int(1 + steps * step.count)));
    }
    case Unit::Month:
        return firstSecond(dayNumber(at.year, int(floorTo(at.month - 1, step.count)) + 1, 1));
    case Unit::Year:
        break;
    }
    return firstSecond(dayNumber(std::max(floorTo(at.year, step.count), -yearLimit), 1, 1));
}

qint64 tickAfter(qint64 tick, Step step)
{
    const CivilDay at = civilDay(dayOfSecond(tick));
    switch (step.unit) {
    case Unit::Minute:
        return saturatingAdd(tick, step.count * 60);
    case Unit::Day: {
        const bool turns = step.count > 1 && at.day + step.count > 30;
        return turns ? firstSecond(dayNumber(at.year, at.month + 1, 1)) : tick + step.count * secondsOfDay;
    }
    case Unit::Month:
        return firstSecond(dayNumber(at.year, at.month + int(step.count), 1));
    case Unit::Year:
        break;
    }
    return firstSecond(dayNumber(std::min(at.year + step.count, yearLimit), 1, 1));
}

QString clockText(qint64 second, const QLocale &locale)
{
    const qint64 seconds = second - dayOfSecond(second) * secondsOfDay;
    return locale.toString(QTime::fromMSecsSinceStartOfDay(int(seconds) * 1000), QLocale::ShortFormat);
}

QString dayAndMonth(const CivilDay &at, const QLocale &locale)
{
    return dayText(firstSecond(dayNumber(at.year, at.month, at.day)), locale)
        .remove(yearText(at.year, locale))
        .remove(u',')
        .trimmed();
}

/// The second is one of the zone's clocks.
Tick labelled(double position, qint64 second, Step step, const QLocale &locale)
{
    const CivilDay at = civilDay(dayOfSecond(second));
    Tick tick{position, {}, false};
    switch (step.unit) {
    case Unit::Minute:
        tick.isTurn = second == firstSecond(dayOfSecond(second));
        tick.label = tick.isTurn ? dayAndMonth(at, locale) : clockText(second, locale);
        break;
    case Unit::Day:
        tick.isTurn = at.day == 1;
        tick.label = !tick.isTurn    ? QString::number(at.day)
                     : at.month == 1 ? yearText(at.year, locale)
                                     : locale.standaloneMonthName(at.month, QLocale::ShortFormat);
        break;
    case Unit::Month:
        tick.isTurn = at.month == 1;
        tick.label = tick.isTurn ? yearText(at.year, locale)
                                 : locale.standaloneMonthName(at.month, QLocale::ShortFormat);
        break;
    case Unit::Year:
        tick.label = yearText(at.year, locale);
        break;
    }
    return tick;
}

} // namespace

double TimeScale::position(qint64 second) const
{
    qint64 difference = 0;
    if (__builtin_sub_overflow(second, origin, &difference))
        return (double(second) - double(origin)) / secondsPerPixel;
    return double(difference) / secondsPerPixel;
}

qint64 TimeScale::second(double position) const
{
    static constexpr double most = 9.2e18;
    const double offset = std::clamp(std::floor(position * secondsPerPixel), -most, most);
    return saturatingAdd(origin, qint64(offset));
}

TimeScale TimeScale::zoomed(double factor, double about) const
{
    TimeScale scale = *this;
    const qint64 fixed = second(about);
    scale.secondsPerPixel = std::clamp(secondsPerPixel / factor, finest, coarsest);
    scale.origin = fixed;
    return scale.panned(-about);
}

TimeScale TimeScale::panned(double pixels) const
{
    TimeScale scale = *this;
    scale.origin = second(pixels);
    return scale;
}

TimeScale TimeScale::fitting(qint64 from, qint64 to, double length, double margin)
{
    const double room = std::max(1.0, length - 2 * margin);
    TimeScale scale{from, std::clamp((double(to) - double(from)) / room, finest, coarsest), length};
    // Where the span is shorter than the finest scale shows, it stands in the middle.
    const double used = (double(to) - double(from)) / scale.secondsPerPixel;
    return scale.panned(-(length - used) / 2);
}

qint64 toZone(qint64 second, const QTimeZone &zone)
{
    // About 3,000 years around 1970.
    static constexpr qint64 most = 100'000'000'000;
    if (zone.timeSpec() == Qt::UTC)
        return second;
    const auto at = QDateTime::fromSecsSinceEpoch(std::clamp(second, -most, most), QTimeZone(QTimeZone::UTC));
    return saturatingAdd(second, zone.offsetFromUtc(at));
}

qint64 fromZone(qint64 second, const QTimeZone &zone)
{
    const qint64 about = saturatingAdd(second, second - toZone(second, zone));
    return saturatingAdd(second, about - toZone(about, zone));
}

QList<Tick> ticks(const TimeScale &scale, double distance, const QLocale &locale, const QTimeZone &zone)
{
    if (scale.length <= 0)
        return {};
    const auto wideEnough = [&](double pixels) {
        return [&scale, pixels](Step step) { return step.seconds() / scale.secondsPerPixel >= pixels; };
    };
    auto step = std::ranges::find_if(steps(), wideEnough(distance));
    if (step == steps().end())
        --step;
    auto finer = std::find_if(steps().begin(), step,
        [&](Step candidate) { return wideEnough(distance / 4)(candidate) && step->isDividedBy(candidate); });

    QList<Tick> list;
    const qint64 last = scale.last();
    const qint64 origin = toZone(scale.origin, zone);
    static constexpr int most = 10'000;
    qint64 label = tickAtOrBefore(origin, *step);
    for (qint64 second = tickAtOrBefore(origin, *finer); list.size() < most;) {
        const qint64 at = fromZone(second, zone);
        if (at > last)
            break;
        const bool isLabel = second == label;
        if (isLabel)
            label = tickAfter(label, *step);
        if (at >= scale.origin) {
            const double position = scale.position(at);
            list.append(isLabel ? labelled(position, second, *step, locale) : Tick{position, {}, false});
        }
        const qint64 next = tickAfter(second, *finer);
        if (next <= second)
            break;
        second = next;
        while (label < second) {
            const qint64 following = tickAfter(label, *step);
            if (following <= label)
                break;
            label = following;
        }
    }
    return list;
}

QString spanText(const TimeScale &scale, const QLocale &locale, const QTimeZone &zone)
{
    const qint64 from = toZone(scale.origin, zone);
    const qint64 to = toZone(scale.last(), zone);
    const CivilDay first = civilDay(dayOfSecond(from));
    const CivilDay last = civilDay(dayOfSecond(to));
    const double seconds = scale.length * scale.secondsPerPixel;
    QString start;
    QString end;
    if (seconds > 3 * year) {
        start = yearText(first.year, locale);
        end = yearText(last.year, locale);
    } else if (seconds > 2 * month) {
        start = monthText(first.year, first.month, QLocale::ShortFormat, locale);
        end = monthText(last.year, last.month, QLocale::ShortFormat, locale);
    } else {
        start = dayText(from, locale);
        end = dayText(to, locale);
        if (seconds <= 2 * day) {
            start += u", "_s + clockText(from, locale);
            end = (first == last ? QString() : end + u", "_s) + clockText(to, locale);
        }
    }
    return start == end ? start : u"%1 – %2"_s.arg(start, end);
}

} // namespace redoubt
