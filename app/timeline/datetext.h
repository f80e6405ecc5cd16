#pragma once

#include "app/timeline/edtf.h"

#include <QLocale>

namespace redoubt {

/// A date as the user's language writes it: "29 May 2026", "29 May 2026, 03:10 UTC", "c. March 2014", "9–10
/// Sept 2025", "spring 2014", "since 2022". Where words would be longer than the notation (156X-12-25), the
/// EDTF text itself.
[[nodiscard]] QString dateText(const Edtf &date, const QLocale &locale = QLocale());

/// The same of a date as it is kept; what is no EDTF is shown as it was written.
[[nodiscard]] QString readableDate(const QString &written, const QLocale &locale = QLocale());

/// A second as a day of the user's language, or as its year when it lies beyond what QDate reaches.
[[nodiscard]] QString dayText(qint64 second, const QLocale &locale = QLocale());

/// A year as people write it: "2026", "44 BC", "170,000,002".
[[nodiscard]] QString yearText(qint64 year, const QLocale &locale = QLocale());

/// A month's name with its year: "Sept 2025", or "September 2025" when it stands alone.
[[nodiscard]] QString monthText(
    qint64 year, int month, QLocale::FormatType format, const QLocale &locale = QLocale());

} // namespace redoubt
