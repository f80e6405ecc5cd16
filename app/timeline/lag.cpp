#include "app/timeline/lag.h"

#include "app/timeline/calendar.h"

#include <QCoreApplication>

#include <limits>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Lag)
};

constexpr qint64 smallest = std::numeric_limits<qint64>::min();
constexpr qint64 largest = std::numeric_limits<qint64>::max();

constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;
constexpr qint64 day = secondsOfDay;
constexpr qint64 year = 31'556'952; // 365.2425 days
constexpr qint64 month = year / 12;

// Where one unit gives way to the next: below, the smaller one still says more than it burdens.
constexpr qint64 minutesEnd = 3 * hour;
constexpr qint64 hoursEnd = 4 * day;
constexpr qint64 daysEnd = 100 * day;
constexpr qint64 wideDaysEnd = 60 * day;
constexpr qint64 wide = 20 * day;
constexpr qint64 monthsEnd = 2 * year;
constexpr qint64 wideMonthsEnd = 18 * month;
constexpr qint64 veryWide = 6 * month;

struct Start
{
    std::optional<qint64> earliest;
    std::optional<qint64> latest;
};

/// The limits of what 64 bits reach are no limits of a start.
Start startOf(const Bounds &bounds)
{
    const auto within = [](std::optional<qint64> second) {
        return second && *second != smallest && *second != largest ? second : std::nullopt;
    };
    return {within(bounds.startEarliest), within(bounds.startLatest)};
}

qint64 unitOf(const Start &start)
{
    const auto isWhole = [&start](qint64 unit) {
        return (!start.earliest || *start.earliest % unit == 0) &&
               (!start.latest || (*start.latest + 1) % unit == 0);
    };
    return isWhole(day) ? day : isWhole(minute) ? minute : 1;
}

qint64 counted(qint64 second, qint64 unit)
{
    return second / unit - (second % unit < 0 ? 1 : 0);
}

std::optional<qint64> distance(std::optional<qint64> from, std::optional<qint64> to, qint64 unit)
{
    if (!from || !to) {
        return {};
    }
    qint64 seconds = 0;
    if (__builtin_sub_overflow(counted(*to, unit), counted(*from, unit), &seconds) ||
        __builtin_mul_overflow(seconds, unit, &seconds)) {
        return {};
    }
    return seconds;
}

enum class Rounding { Down, Nearest, Up };

qint64 rounded(qint64 seconds, qint64 unit, Rounding rounding = Rounding::Nearest)
{
    const qint64 rest = seconds % unit;
    const bool up =
        rounding == Rounding::Up ? rest > 0 : rounding == Rounding::Nearest && rest >= (unit + 1) / 2;
    return seconds / unit + (up ? 1 : 0);
}

/// "4–9 days": the text of the number, and the number that decides its plural.
QString amount(const QString &number, qint64 plural, qint64 unit)
{
    const int n = int(std::min(plural, qint64(std::numeric_limits<int>::max())));
    switch (unit) {
    case minute:
        return Words::tr("%1 min").arg(number);
    case hour:
        return Words::tr("%1 h").arg(number);
    case day:
        return Words::tr("%1 days", "%1 is the number", n).arg(number);
    case month:
        return Words::tr("%1 months", "%1 is the number", n).arg(number);
    case year:
        return Words::tr("%1 years", "%1 is the number", n).arg(number);
    default:
        return Words::tr("%1 s", "seconds").arg(number);
    }
}

/// To what a single length of time is rounded.
qint64 grainOf(qint64 seconds, qint64 known)
{
    if (known < day && seconds < hoursEnd) {
        return seconds < 10 * minute ? 1 : seconds < day ? minute : hour;
    }
    return seconds < daysEnd ? day : seconds < monthsEnd ? month : year;
}

/// "3 h 40 min", "4 days": one length of time, in two units where the second one still matters.
QString lengthText(qint64 seconds, qint64 known, Rounding rounding, const QLocale &locale)
{
    const qint64 grain = grainOf(seconds, known);
    const qint64 grains = rounded(seconds, grain, rounding);
    const qint64 above = grain == 1 ? minute : grain == minute ? hour : day;
    if (grain >= day || grains < above / grain) {
        return amount(locale.toString(grains), grains, grain);
    }
    const qint64 whole = grains / (above / grain);
    const qint64 rest = grains % (above / grain);
    const QString text = amount(locale.toString(whole), whole, above);
    return rest == 0 ? text : text + u' ' + amount(locale.toString(rest), rest, grain);
}

/// The unit in which a span of lengths is told; never a finer one than is known.
qint64 unitOfSpan(qint64 least, qint64 most, qint64 known)
{
    const qint64 width = most - least;
    const qint64 unit = most < 2 * minute                                        ? 1
                        : most < minutesEnd                                      ? minute
                        : most < hoursEnd                                        ? hour
                        : most < (width >= wide ? wideDaysEnd : daysEnd)         ? day
                        : most < (width >= veryWide ? wideMonthsEnd : monthsEnd) ? month
                                                                                 : year;
    return std::max(unit, known);
}

QString spanText(qint64 least, qint64 most, qint64 known, const QLocale &locale)
{
    if (least == most) {
        const QString text = lengthText(most, known, Rounding::Nearest, locale);
        return grainOf(most, known) > day ? Words::tr("about %1", "a length of time").arg(text) : text;
    }
    const qint64 unit = unitOfSpan(least, most, known);
    const qint64 low = rounded(least, unit);
    const qint64 high = rounded(most, unit);
    if (low == high) {
        return Words::tr("about %1", "a length of time").arg(amount(locale.toString(high), high, unit));
    }
    if (low == 0) {
        return Words::tr("up to %1", "a length of time").arg(amount(locale.toString(high), high, unit));
    }
    return amount(locale.toString(low) + u'–' + locale.toString(high), high, unit);
}

QString nothingText(qint64 unit)
{
    return unit == day      ? Words::tr("the same day")
           : unit == minute ? Words::tr("in the same minute")
                            : Words::tr("at the same moment");
}

QString atLeast(qint64 seconds, qint64 known, const QLocale &locale)
{
    return Words::tr("at least %1", "a length of time")
        .arg(lengthText(seconds, known, Rounding::Down, locale));
}

QString upTo(qint64 seconds, qint64 known, const QLocale &locale)
{
    return Words::tr("up to %1", "a length of time").arg(lengthText(seconds, known, Rounding::Up, locale));
}

/// The length of a lag that points backward.
qint64 reversed(qint64 seconds)
{
    return -std::max(seconds, -largest);
}

} // namespace

Lag lagBetween(const Edtf &cause, const Edtf &effect)
{
    const Start from = startOf(cause.bounds);
    const Start to = startOf(effect.bounds);
    const qint64 unit = std::max(unitOf(from), unitOf(to));
    return {distance(from.latest, to.earliest, unit), distance(from.earliest, to.latest, unit), unit};
}

Truth effectBeforeCause(const Lag &lag)
{
    return lag.most && *lag.most < 0      ? Truth::Yes
           : lag.least && *lag.least >= 0 ? Truth::No
                                          : Truth::Possibly;
}

QString lagText(const Lag &lag, const QLocale &locale)
{
    const auto &[least, most, unit] = lag;
    if (least == 0 && most == 0) {
        return nothingText(unit);
    }
    const QString later = Words::tr("%1 later", "a length of time");
    const QString before = Words::tr("%1 before", "a length of time");
    if (least && *least >= 0) {
        return later.arg(most ? spanText(*least, *most, unit, locale) : atLeast(*least, unit, locale));
    }
    if (most && *most <= 0) {
        return before.arg(least ? spanText(reversed(*most), reversed(*least), unit, locale)
                                : atLeast(reversed(*most), unit, locale));
    }
    if (most) {
        return Words::tr("%1, possibly before", "a lag such as “up to 3 days later”")
            .arg(later.arg(upTo(*most, unit, locale)));
    }
    return least ? Words::tr("%1, possibly later", "a lag such as “up to 3 days before”")
                       .arg(before.arg(upTo(reversed(*least), unit, locale)))
                 : Words::tr("it is not known how much later");
}

} // namespace redoubt
