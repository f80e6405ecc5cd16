#pragma once

#include <QString>

namespace redoubt {

/// A date as feeds write it, as EDTF of the same precision; date-times in UTC to the second. Empty for what is no date.
///
/// Read are RFC 822 with its usual faults (two-digit years, no seconds, day and month exchanged, zone names, comments, any weekday,
/// 24:00), W3C date-times and ISO 8601's shorter forms, `asctime`, SQL Server, Perforce, Korean, Greek and Hungarian ones.
/// Where there is no zone it is UTC.
[[nodiscard]] QString feedDate(const QString &text);

} // namespace redoubt
