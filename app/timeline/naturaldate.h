#pragma once

#include "app/timeline/edtf.h"

#include <QDate>

namespace redoubt {

/// What becomes of a text that is nearly EDTF (2026-5-9): it is read as what was meant, or refused with that.
enum class Slips { Mended, Refused };

/// Reads a date the way people write it in English, with month names of the user's language too: "29 May 2026
/// 03:10 UTC", "March 2022", "late 2022", "c. March 2014", "spring 2014", "the 1990s", "9–10 Sept 2025",
/// "from March to May 2022", "between 9 and 10 Sept 2025", "the night of 9 September 2025", "since 2022",
/// "before 2014", and EDTF itself. The text of the result is the EDTF that was understood, to be shown before
/// it is taken. With `today`, a missing year is this one, and "today" and "yesterday" are understood. What
/// can be read in two ways is refused, naming them; so is a year of two digits.
[[nodiscard]] Result<Edtf> readDate(QStringView text, QDate today = {}, Slips slips = Slips::Mended);

} // namespace redoubt
