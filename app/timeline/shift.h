#pragma once

#include "app/timeline/edtf.h"

namespace redoubt {

/// The date moved by about so many seconds, as precise as it was: years move by whole years, months by months, seasons by
/// seasons, days by days, and times by minutes, or by seconds where they were written. Both ends of an interval move;
/// what is said of a date (uncertain, approximate) stays. Refuses what is no day that could move: sets, masks, years
/// of which not all digits are known.
[[nodiscard]] Result<QString> shifted(const Edtf &date, qint64 seconds);

/// An interval whose start, or whose end, lies about a second, as precise as it was. Refuses what is no interval with
/// that end, and an end before its start.
[[nodiscard]] Result<QString> withStart(const Edtf &date, qint64 second);
[[nodiscard]] Result<QString> withEnd(const Edtf &date, qint64 second);

} // namespace redoubt
