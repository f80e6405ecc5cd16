#pragma once

#include "app/timeline/calendar.h"
#include "app/timeline/edtf.h"

#include <QHash>

namespace redoubt {

/// A date as files write it → what the file says of it, as EDTF. Keeps what it has read, as rows of one day stand together.
class ImportDates
{
public:
    /// Which of the numbers in 3/4/2022 is the month. Unknown: a date that can be read either way is one of the two days.
    enum class Order { Unknown, DayFirst, MonthFirst };

    explicit ImportDates(Order order = Order::Unknown);

    /// EDTF, ISO with a space, 20220304, 3/4/2022, words. The text of the result is EDTF.
    [[nodiscard]] Result<Edtf> read(QStringView text);

    /// The day of a date that says one, also with a time behind it; nothing for anything else.
    [[nodiscard]] std::optional<CivilDay> dayOf(QStringView text);

    /// EDTF itself.
    [[nodiscard]] Result<Edtf> edtf(const QString &text);

    /// An interval from the one to the other; `to` may be empty.
    [[nodiscard]] Result<Edtf> span(QStringView from, QStringView to);

    /// Some time from the first day to the last: a day, a month or a year where that says it, else [first..last].
    [[nodiscard]] static QString within(const CivilDay &first, const CivilDay &last);

    /// 2022-03-04
    [[nodiscard]] static QString day(const CivilDay &day);
    /// 0 for a part that is not known; EDTF of what is.
    [[nodiscard]] static QString partly(qint64 year, int month, int day);

    /// "T03:10:00" of "3:10", "3:10:05 pm"; empty for what is no time.
    [[nodiscard]] static QString time(QStringView text);

    /// What a date in numbers says of the order.
    [[nodiscard]] static Order orderOf(QStringView text);

private:
    [[nodiscard]] QString written(QStringView text) const;
    [[nodiscard]] QString fromNumbers(QStringView text) const;

    Order m_order;
    QHash<QString, Edtf> m_known;
};

} // namespace redoubt
