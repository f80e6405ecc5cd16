#include "app/timeline/isotime.h"

#include "app/timeline/calendar.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

QString isoTimeText(const std::optional<qint64> &seconds)
{
    // The ends of the range stand for "no limit" too, see Edtf.
    using Limits = std::numeric_limits<qint64>;
    if (!seconds || *seconds == Limits::min() || *seconds == Limits::max())
        return {};
    const qint64 dayOf = dayOfSecond(*seconds);
    const CivilDay day = civilDay(dayOf);
    const qint64 second = *seconds - firstSecond(dayOf);
    const auto padded = [](qint64 number, int digits) {
        return QString::number(number).rightJustified(digits, u'0');
    };
    const QString sign = day.year < 0 ? u"-"_s : day.year > 9999 ? u"+"_s : QString();
    return sign + padded(std::abs(day.year), 4) + u'-' + padded(day.month, 2) + u'-' + padded(day.day, 2) + u'T'
        + padded(second / 3600, 2) + u':' + padded(second / 60 % 60, 2) + u':' + padded(second % 60, 2) + u'Z';
}

} // namespace redoubt
