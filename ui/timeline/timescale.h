#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace redoubt {

/// Time to pixels along one line, and back. Times are seconds since 1970-01-01T00:00Z.
struct TimeScale
{
    qint64 origin = 0;              ///< the second at position 0
    double secondsPerPixel = 86400; ///< between `finest` and `coarsest`
    double length = 0;              ///< of the visible line, in pixels

    static constexpr double finest = 0.25;
    static constexpr double coarsest = 1e15;

    [[nodiscard]] double position(qint64 second) const;
    [[nodiscard]] qint64 second(double position) const;
    [[nodiscard]] qint64 last() const { return second(length); }

    /// A factor above 1 shows more detail; the time at the position `about` stays where it is.
    [[nodiscard]] TimeScale zoomed(double factor, double about) const;
    /// What was at `pixels` comes to 0.
    [[nodiscard]] TimeScale panned(double pixels) const;

    /// Shows all from one second to another with an equal margin of pixels on both sides.
    [[nodiscard]] static TimeScale fitting(qint64 from, qint64 to, double length, double margin);

    bool operator==(const TimeScale &) const = default;
};

/// A mark on the axis.
struct Tick
{
    double position = 0;
    QString label;       ///< empty for a tick between two labels
    bool isTurn = false; ///< a larger unit begins here: a year among months, a day among hours

    bool operator==(const Tick &) const = default;
};

/// Ticks at round times of the calendar of a time zone, from minutes to billions of years; labels are at least
/// `distance` pixels apart.
[[nodiscard]] QList<Tick> ticks(const TimeScale &scale, double distance, const QLocale &locale,
    const QTimeZone &zone = QTimeZone(QTimeZone::UTC));

/// The visible span in words, as precise as it needs to be: "2022 – 2026", "Sept 2025 – June 2026", "29 May
/// 2026, 03:00 – 05:20".
[[nodiscard]] QString spanText(
    const TimeScale &scale, const QLocale &locale, const QTimeZone &zone = QTimeZone(QTimeZone::UTC));

/// A second as clocks of a time zone show it, in seconds since 1970-01-01T00:00 there, and back. Beyond the years that
/// time zones have rules for, the last ones they have hold.
[[nodiscard]] qint64 toZone(qint64 second, const QTimeZone &zone);
[[nodiscard]] qint64 fromZone(qint64 second, const QTimeZone &zone);

} // namespace redoubt
