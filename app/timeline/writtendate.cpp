#include "app/timeline/writtendate.h"

#include "app/timeline/edtfsyntax.h"

#include <QCoreApplication>
#include <QLocale>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Dates)
};

using Part = WordedDate::Part;
using Unit = WordedDate::Unit;

QString twoDigits(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

/// Of `count` things in a row, which ones a part of them is, without the last one.
std::pair<int, int> placesOf(Part part, int count)
{
    const int third = count / 3 + (count % 3 > 0 ? 1 : 0);
    switch (part) {
    case Part::Early:
        return {0, third};
    case Part::Middle:
        return {third, count - (count - third) / 2};
    case Part::Late:
        return {count - (count - third) / 2, count};
    case Part::FirstHalf:
        return {0, count / 2};
    case Part::SecondHalf:
        return {count / 2, count};
    case Part::Whole:
        break;
    }
    return {0, count};
}

Written writeYears(const WordedDate &date)
{
    const bool decade = date.unit == Unit::Decade;
    if (date.part == Part::Whole) {
        const int unknown = decade ? 1 : 2;
        const QString sign = date.beforeChrist ? u"-"_s : QString();
        const QString mask =
            sign + writtenYear(std::abs(*date.year)).chopped(unknown) + QString(unknown, u'X');
        return {mask, mask};
    }
    const auto [from, to] = placesOf(date.part, decade ? 10 : 100);
    // The centuries before Christ are counted backward, their years are not.
    const qint64 first = date.beforeChrist ? *date.year - 99 : *date.year;
    return {writtenYear(first + from), writtenYear(first + to - 1)};
}

Result<Written> writeYear(const WordedDate &date, QStringView whole)
{
    const QString year = writtenYear(*date.year);
    if (date.day || !date.time.isEmpty() || date.weekday || date.toHour) {
        return refuseDate(whole, Words::tr("The month is missing."));
    }
    // The thirds of a year are what EDTF has for its early, middle and late months.
    const QString text = date.part == Part::Whole ? year : u"%1-%2"_s.arg(year).arg(36 + int(date.part));
    return Written{text, text};
}

Result<Written> writeMonth(const WordedDate &date, const QString &month, QStringView whole)
{
    if (!date.time.isEmpty() || date.weekday || date.toHour || date.wholeWeek) {
        return refuseDate(whole, Words::tr("The day is missing."));
    }
    if (date.part == Part::Whole || date.month > 12) {
        return Written{month, month};
    }
    int first = 1;
    int last = daysInMonth(*date.year, date.month);
    if (date.part == Part::FirstHalf || date.part == Part::SecondHalf) {
        first = date.part == Part::FirstHalf ? 1 : 16;
        last = date.part == Part::FirstHalf ? 15 : last;
    } else {
        first = date.part == Part::Early ? 1 : date.part == Part::Middle ? 11 : 21;
        last = date.part == Part::Late ? last : first + 9;
    }
    return Written{u"%1-%2"_s.arg(month, twoDigits(first)), u"%1-%2"_s.arg(month, twoDigits(last))};
}

Result<Written> writeDay(const WordedDate &date, const QString &day, QStringView whole)
{
    const bool isDay = date.month <= 12 && date.day <= daysInMonth(*date.year, date.month);
    const qint64 number = isDay ? dayNumber(*date.year, date.month, date.day) : 0;
    if (const int weekday = int((number % 7 + 10) % 7) + 1;
        isDay && date.weekday && date.weekday != weekday) {
        return refuseDate(whole, Words::tr("That day is a %1.").arg(QLocale().dayName(weekday)));
    }
    if (isDay && date.wholeWeek) {
        return Written{day, writtenDay(civilDay(number + 6))};
    }
    if (!date.time.isEmpty()) {
        return Written{day + u'T' + date.time, day + u'T' + date.time};
    }
    int from = date.fromHour;
    int to = date.toHour;
    if (date.part != Part::Whole && !to) {
        std::tie(from, to) = placesOf(date.part, 24);
    }
    return to ? Written{day + u'T' + twoDigits(from) + u":00"_s, day + u'T' + twoDigits(to - 1) + u":59"_s}
              : Written{day, day};
}

} // namespace

QString Written::oneOf() const
{
    return first == last ? first : u"[%1..%2]"_s.arg(first, last);
}

Result<Written> writeDate(const WordedDate &date, QStringView whole)
{
    if (!date.year) {
        return refuseDate(whole, Words::tr("The year is missing."));
    }
    if (date.unit != Unit::Year) {
        return date.month || date.day || !date.time.isEmpty() || date.toHour
                   ? Result<Written>(
                         refuseDate(whole, Words::tr("A decade or century has no months and days here.")))
                   : writeYears(date);
    }
    if (!date.month) {
        return writeYear(date, whole);
    }
    const QString month = writtenMonth(*date.year, date.month);
    return date.day ? writeDay(date, u"%1-%2"_s.arg(month, twoDigits(date.day)), whole)
                    : writeMonth(date, month, whole);
}

QString writtenYear(qint64 year)
{
    const QString digits = QString::number(std::abs(year)).rightJustified(4, u'0');
    return (digits.size() > 4 ? u"Y"_s : QString()) + (year < 0 ? u"-"_s : QString()) + digits;
}

QString writtenMonth(qint64 year, int month)
{
    return u"%1-%2"_s.arg(writtenYear(year), twoDigits(month));
}

QString writtenDay(const CivilDay &day)
{
    return u"%1-%2-%3"_s.arg(writtenYear(day.year), twoDigits(day.month), twoDigits(day.day));
}

} // namespace redoubt
