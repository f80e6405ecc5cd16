#pragma once

#include "app/base/result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace redoubt {

/// One date in words, as far as it was said. It knows no ranges.
struct WordedDate
{
    enum class Part { Whole, Early, Middle, Late, FirstHalf, SecondHalf };
    enum class Unit { Year, Decade, Century };

    std::optional<qint64> year; ///< astronomical; the first year of a decade or century
    Unit unit = Unit::Year;
    int month = 0; ///< 1 to 12, or 21 to 41 as in EDTF
    int day = 0;   ///< 1 to 31
    Part part = Part::Whole;
    QString time;    ///< as EDTF writes it: "03:10", "03:10:00Z", "03:10+03:00"
    int weekday = 0; ///< 1 is Monday; 0 when not said
    int fromHour = 0;
    int toHour = 0;            ///< of the part of a day that was said, without this hour; 0 when none was
    bool beforeChrist = false; ///< of a century, whose `year` is then minus its hundreds
    bool wholeWeek = false;    ///< the week that begins on the day
    bool approximate = false;  ///< "around 3 am" within the words

    bool operator==(const WordedDate &) const = default;
};

/// Reads the words of one date, in lower case. `whole` is what errors quote.
[[nodiscard]] Result<WordedDate> readWordedDate(QStringView words, QStringView whole, QDate today);

} // namespace redoubt
