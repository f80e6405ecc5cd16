#include "app/timeline/shift.h"

#include "app/timeline/calendar.h"
#include "app/timeline/edtfcheck.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::DateShift)
};

constexpr double secondsOfYear = 365.2425 * 86400;

std::unexpected<Error> refuse(QString why)
{
    return failure(Words::tr("This date cannot be moved."), std::move(why),
        Words::tr("Change it in the event's date field."));
}

QString twoDigits(int number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QString mark(Qualifier qualifier)
{
    return qualifier.uncertain ? (qualifier.approximate ? u"%"_s : u"?"_s)
                               : (qualifier.approximate ? u"~"_s : QString());
}

/// The year in whole digits, or nothing when some are not known.
std::optional<qint64> wholeYear(const EdtfYear &year)
{
    if (year.digits.contains(u'X') || year.exponent != 0 || year.significant != 0)
        return {};
    bool isNumber = false;
    const qint64 value = year.digits.toLongLong(&isNumber);
    if (!isNumber || value > yearLimit)
        return {};
    return year.negative ? -value : value;
}

void setYear(EdtfDate &date, qint64 year)
{
    date.year.negative = year < 0;
    const qint64 size = std::abs(year);
    date.year.prefixed = size > 9999;
    date.year.digits = date.year.prefixed ? QString::number(size) : u"%1"_s.arg(size, 4, 10, QChar(u'0'));
}

/// As it is written: what is said of all of it stands behind it, what is said of parts before each of these.
QString textOf(const EdtfDate &date)
{
    const bool isWhole = (date.month.isEmpty() || date.monthQualifier == date.yearQualifier) &&
                         (date.day.isEmpty() || date.dayQualifier == date.yearQualifier);
    const auto before = [&](Qualifier qualifier) { return isWhole ? QString() : mark(qualifier); };
    QString text = before(date.yearQualifier) + (date.year.prefixed ? u"Y"_s : QString()) +
                   (date.year.negative ? u"-"_s : QString()) + date.year.digits;
    if (!date.month.isEmpty())
        text += u'-' + before(date.monthQualifier) + date.month;
    if (!date.day.isEmpty())
        text += u'-' + before(date.dayQualifier) + date.day;
    if (!date.time)
        return text + (isWhole ? mark(date.yearQualifier) : QString());
    text += u'T' + twoDigits(date.time->hour) + u':' + twoDigits(date.time->minute);
    if (date.time->second)
        text += u':' + twoDigits(*date.time->second);
    if (const auto offset = date.time->offsetMinutes) {
        const int size = std::abs(*offset);
        text += *offset == 0 ? u"Z"_s : (*offset < 0 ? u'-' : u'+') + twoDigits(size / 60) + u':' + twoDigits(size % 60);
    }
    return text;
}

void moveMonths(EdtfDate &date, qint64 year, qint64 months)
{
    const qint64 all = year * 12 + date.month.toInt() - 1 + months;
    const qint64 moved = all >= 0 ? all / 12 : -((11 - all) / 12);
    setYear(date, moved);
    date.month = twoDigits(int(all - moved * 12) + 1);
}

/// Four of a kind make a year, or three, or two.
void moveSeasons(EdtfDate &date, qint64 year, double seconds)
{
    const int season = date.season();
    const int first = season >= 40 ? 40 : season >= 37 ? 37 : season - (season - 21) % 4;
    const int count = season >= 40 ? 2 : season >= 37 ? 3 : 4;
    const qint64 all = year * count + season - first + std::llround(seconds * count / secondsOfYear);
    const qint64 moved = all >= 0 ? all / count : -((count - 1 - all) / count);
    setYear(date, moved);
    date.month = QString::number(first + int(all - moved * count));
}

Result<> moveTime(EdtfDate &date, qint64 year, qint64 seconds)
{
    EdtfTime &time = *date.time;
    const qint64 unit = time.second ? 1 : 60;
    const qint64 day = dayNumber(year, date.month.toInt(), date.day.toInt());
    const qint64 at = firstSecond(day) + time.hour * 3600LL + time.minute * 60LL + time.second.value_or(0) +
                      std::llround(double(seconds) / double(unit)) * unit;
    const CivilDay moved = civilDay(dayOfSecond(at));
    const qint64 rest = at - firstSecond(dayOfSecond(at));
    setYear(date, moved.year);
    date.month = twoDigits(moved.month);
    date.day = twoDigits(moved.day);
    time.hour = int(rest / 3600);
    time.minute = int(rest / 60 % 60);
    if (time.second)
        time.second = int(rest % 60);
    return {};
}

Result<> moveDate(EdtfDate &date, qint64 seconds)
{
    static constexpr qint64 farthest = 1'000'000'000'000'000;
    const auto year = wholeYear(date.year);
    if (!year || date.month.contains(u'X') || date.day.contains(u'X'))
        return refuse(Words::tr("Not all of its digits are known."));
    if (std::abs(seconds) > farthest)
        return refuse(Words::tr("That is too far."));
    if (date.time)
        return moveTime(date, *year, seconds);
    if (date.month.isEmpty()) {
        setYear(date, *year + std::llround(double(seconds) / secondsOfYear));
    } else if (date.season() > 0) {
        moveSeasons(date, *year, double(seconds));
    } else if (date.day.isEmpty()) {
        moveMonths(date, *year, std::llround(double(seconds) * 12 / secondsOfYear));
    } else {
        const qint64 days = std::llround(double(seconds) / double(secondsOfDay));
        const CivilDay moved = civilDay(dayNumber(*year, date.month.toInt(), date.day.toInt()) + days);
        setYear(date, moved.year);
        date.month = twoDigits(moved.month);
        date.day = twoDigits(moved.day);
    }
    return {};
}

QString textOf(const EdtfEnd &end)
{
    return end.kind == EdtfEnd::Kind::Known  ? textOf(end.date)
           : end.kind == EdtfEnd::Kind::Open ? u".."_s
                                             : QString();
}

Result<EdtfExpression> movable(const Edtf &date)
{
    const auto expression = readEdtfSyntax(date.text);
    if (!expression)
        return failure(expression);
    if (expression->form != EdtfExpression::Form::Date && expression->form != EdtfExpression::Form::Interval)
        return refuse(Words::tr("It names several dates."));
    return *expression;
}

/// What was written is checked as if it had been typed.
Result<QString> checked(const EdtfRange &range, bool isInterval)
{
    const QString text = isInterval ? textOf(range.from) + u'/' + textOf(range.to) : textOf(range.from);
    const auto read = readEdtf(text);
    if (!read)
        return failure(read);
    return text;
}

Result<QString> withEndAt(const Edtf &date, qint64 second, bool isStart)
{
    const auto expression = movable(date);
    if (!expression)
        return failure(expression);
    EdtfRange range = expression->members.front();
    EdtfEnd &end = isStart ? range.from : range.to;
    if (expression->form != EdtfExpression::Form::Interval || end.kind != EdtfEnd::Kind::Known)
        return refuse(Words::tr("It has no such end."));
    const EdtfSpan span = spanOf(end.date);
    if (auto moved = moveDate(end.date, second - (isStart ? span.first : span.last)); !moved)
        return failure(moved);
    return checked(range, true);
}

} // namespace

Result<QString> shifted(const Edtf &date, qint64 seconds)
{
    const auto expression = movable(date);
    if (!expression)
        return failure(expression);
    EdtfRange range = expression->members.front();
    const bool isInterval = expression->form == EdtfExpression::Form::Interval;
    for (EdtfEnd *end : {&range.from, &range.to}) {
        if (end->kind != EdtfEnd::Kind::Known)
            continue;
        if (auto moved = moveDate(end->date, seconds); !moved)
            return failure(moved);
    }
    return checked(range, isInterval);
}

Result<QString> withStart(const Edtf &date, qint64 second)
{
    return withEndAt(date, second, true);
}

Result<QString> withEnd(const Edtf &date, qint64 second)
{
    return withEndAt(date, second, false);
}

} // namespace redoubt
