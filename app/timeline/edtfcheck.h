#pragma once

#include "app/timeline/edtfsyntax.h"

#include <optional>

namespace redoubt {

/// The whole span of seconds that a date covers: its first and its last, since 1970-01-01T00:00Z, both within
/// it; the smallest or largest qint64 where 64 bits do not reach.
struct EdtfSpan
{
    qint64 first = 0;
    qint64 last = 0;

    bool operator==(const EdtfSpan &) const = default;
};

/// Unknown digits stand for every day that they can. The parts of the year are those of `product.md`: 21 to
/// 24 and 25 to 28 are the northern meteorological seasons, 29 to 32 the southern ones, 33 to 36 quarters, 37
/// to 39 thirds, 40 and 41 halves; a season that begins in December runs into the next year.
[[nodiscard]] EdtfSpan spanOf(const EdtfDate &date);

/// The months of a part of the year 21 to 41: the first (1 to 12) and how many.
struct SeasonMonths
{
    int first = 1;
    int count = 3;
};
[[nodiscard]] SeasonMonths monthsOfSeason(int season);

/// Whether there is such a month and day; `text` is what the error quotes.
[[nodiscard]] Result<> checkDay(QStringView text, const EdtfDate &date);

/// Whether there is such a time on its day. A leap second is one where leap seconds are put: at the end of a
/// June or December in UTC, since 1972.
[[nodiscard]] Result<> checkTime(QStringView text, const EdtfDate &date);

/// Says what is wrong with a text that has not the shape of a date, as helpfully as it can.
[[nodiscard]] std::unexpected<Error> refuseShape(QStringView text);

} // namespace redoubt
