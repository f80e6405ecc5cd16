#pragma once

#include "app/timeline/calendar.h"
#include "app/timeline/datewords.h"

namespace redoubt {

/// A date or a range of dates, each as EDTF writes it.
struct Written
{
    QString first;
    QString last; ///< the same as `first` when a single date says it all

    [[nodiscard]] QString oneOf() const;
};

/// Writes what words said. `whole` is what errors quote.
[[nodiscard]] Result<Written> writeDate(const WordedDate &date, QStringView whole);

[[nodiscard]] QString writtenYear(qint64 year);
[[nodiscard]] QString writtenMonth(qint64 year, int month);
[[nodiscard]] QString writtenDay(const CivilDay &day);

} // namespace redoubt
