#pragma once

#include "app/base/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace redoubt {

/// What `?` (uncertain), `~` (approximate) and `%` (both) say of a part of a date.
struct Qualifier
{
    bool uncertain = false;
    bool approximate = false;

    bool operator==(const Qualifier &) const = default;
    Qualifier operator|(Qualifier other) const
    {
        return {uncertain || other.uncertain, approximate || other.approximate};
    }
};

/// A year as written: digits, of which some may be unknown.
struct EdtfYear
{
    bool negative = false;
    QString digits;        ///< as written, with X for an unknown digit
    bool prefixed = false; ///< Y…, and therefore of any length
    int exponent = 0;      ///< E…: zeros that follow the digits
    int significant = 0;   ///< S…: how many digits are certain; 0 when all are

    bool operator==(const EdtfYear &) const = default;
};

struct EdtfTime
{
    int hour = 0;
    int minute = 0;
    std::optional<int> second;        ///< 60 in a leap second
    int nanosecond = 0;               ///< does not change the bounds
    std::optional<int> offsetMinutes; ///< east of UTC; none when no zone was written

    bool operator==(const EdtfTime &) const = default;
};

/// One date, as precise as it was written.
struct EdtfDate
{
    EdtfYear year;
    QString month; ///< two digits or X; 21 to 41 for a part of the year; empty when not written
    QString day;   ///< two digits or X; empty when not written
    std::optional<EdtfTime> time;
    Qualifier yearQualifier;
    Qualifier monthQualifier;
    Qualifier dayQualifier;
    int level = 0;

    /// 21 to 41, or 0 when the month is a month.
    [[nodiscard]] int season() const;
    [[nodiscard]] Qualifier qualifier() const { return yearQualifier | monthQualifier | dayQualifier; }

    bool operator==(const EdtfDate &) const = default;
};

/// One end of an interval or of a range in a set.
struct EdtfEnd
{
    enum class Kind { Known, Open, Unknown };
    Kind kind = Kind::Known;
    EdtfDate date; ///< when known

    bool operator==(const EdtfEnd &) const = default;
};

struct EdtfRange
{
    EdtfEnd from;
    EdtfEnd to; ///< the same as `from` when a single date was written
    bool single = true;

    bool operator==(const EdtfRange &) const = default;
};

/// An expression of the Extended Date/Time Format (ISO 8601-2:2019, as the Library of Congress publishes its
/// levels).
struct EdtfExpression
{
    enum class Form {
        Date,     ///< 2026-05-29
        Interval, ///< 2025-09-09/2025-09-10
        OneOf,    ///< [1667,1670..1672]
        AllOf,    ///< {1960,1961-12}
    };
    Form form = Form::Date;
    std::vector<EdtfRange> members; ///< exactly one for a date and for an interval
    int level = 0;
    QString text; ///< as written, without spaces

    bool operator==(const EdtfExpression &) const = default;
};

/// Reads the syntax, and refuses what is no possible day or time: month 13, 30 February, hour 25.
/// Whether an interval runs forward is for `readEdtf` to say. Where implementations differ: unknown digits
/// within an interval are level 2, as the Library of Congress lists them; the two and three digits of a
/// century and a decade of ISO 8601-1 are no EDTF, nor is 2014..2016 outside brackets; an offset reaches from
/// −12:00 to +14:00, and UTC has no minus sign; `/` is an interval of which neither end is known.
[[nodiscard]] Result<EdtfExpression> readEdtfSyntax(QStringView text);

/// "“2026-13” could not be read as a date." and so on: the one sentence for every refused date.
[[nodiscard]] std::unexpected<Error> refuseDate(QStringView text, QString why, QString remedy = {});

} // namespace redoubt
