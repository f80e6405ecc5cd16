#include "app/timeline/import/importdates.h"

#include "app/timeline/naturaldate.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

constexpr qsizetype mostKnown = 4096;

QString padded(qint64 number, int digits)
{
    return QString::number(number).rightJustified(digits, u'0');
}

QString yearOf(qint64 year)
{
    const QString digits = padded(std::abs(year), 4);
    return (digits.size() > 4 ? u"Y"_s : QString()) + (year < 0 ? u"-"_s : QString()) + digits;
}

bool isDay(qint64 year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/// "3/4/2022", "03.04.2022 12:30:15", "3-4-2022", with the time.
const QRegularExpression &numbers()
{
    static const QRegularExpression pattern(
        uR"(\A(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T,]+(\d{1,2}:.*))?\z)"_s);
    return pattern;
}

} // namespace

ImportDates::ImportDates(Order order)
    : m_order(order)
{
}

QString ImportDates::day(const CivilDay &day)
{
    return yearOf(day.year) + u'-' + padded(day.month, 2) + u'-' + padded(day.day, 2);
}

QString ImportDates::partly(qint64 year, int month, int day)
{
    QString text = yearOf(year);
    if (month != 0)
        text += u'-' + padded(month, 2);
    else if (day != 0)
        text += u"-XX"_s;
    if (day != 0)
        text += u'-' + padded(day, 2);
    return text;
}

QString ImportDates::within(const CivilDay &first, const CivilDay &last)
{
    if (first == last)
        return day(first);
    const bool wholeMonths = first.day == 1 && last.day == daysInMonth(last.year, last.month) && first.year == last.year;
    if (wholeMonths && first.month == last.month)
        return yearOf(first.year) + u'-' + padded(first.month, 2);
    if (wholeMonths && first.month == 1 && last.month == 12)
        return yearOf(first.year);
    return u"[%1..%2]"_s.arg(day(first), day(last));
}

QString ImportDates::time(QStringView text)
{
    static const QRegularExpression pattern(uR"(\A(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp])?\.?[Mm]?\.?\z)"_s);
    const auto match = pattern.matchView(text.trimmed());
    if (!match.hasMatch())
        return {};
    int hour = match.capturedView(1).toInt();
    const QString half = match.captured(4).toLower();
    if (half == "p"_L1 && hour < 12)
        hour += 12;
    else if (half == "a"_L1 && hour == 12)
        hour = 0;
    const int minute = match.capturedView(2).toInt();
    const int second = match.capturedView(3).toInt();
    if (hour > 23 || minute > 59 || second > 59)
        return {};
    return u"T%1:%2:%3"_s.arg(padded(hour, 2), padded(minute, 2), padded(second, 2));
}

ImportDates::Order ImportDates::orderOf(QStringView text)
{
    const auto match = numbers().matchView(text.trimmed());
    if (!match.hasMatch())
        return Order::Unknown;
    const int first = match.capturedView(1).toInt();
    const int second = match.capturedView(3).toInt();
    return first > 12 && second <= 12 ? Order::DayFirst : second > 12 && first <= 12 ? Order::MonthFirst : Order::Unknown;
}

QString ImportDates::fromNumbers(QStringView text) const
{
    const auto match = numbers().matchView(text);
    if (!match.hasMatch())
        return {};
    const int first = match.capturedView(1).toInt();
    const int second = match.capturedView(3).toInt();
    const qint64 year = match.capturedView(4).toInt();
    // Midnight is what spreadsheets write for a day.
    QString time = match.hasCaptured(5) ? ImportDates::time(match.capturedView(5)) : QString();
    if (match.hasCaptured(5) && time.isEmpty())
        return {};
    if (time == "T00:00:00"_L1)
        time.clear();
    const bool dayFirst = isDay(year, second, first) && m_order != Order::MonthFirst;
    const bool monthFirst = isDay(year, first, second) && m_order != Order::DayFirst;
    const QString either = dayFirst ? day({year, second, first}) + time : QString();
    const QString other = monthFirst ? day({year, first, second}) + time : QString();
    if (either.isEmpty() || either == other)
        return other;
    // A dot is never put between a month and a day.
    if (other.isEmpty() || match.capturedView(2) == u".")
        return either;
    return time.isEmpty() ? u"[%1,%2]"_s.arg(std::min(either, other), std::max(either, other)) : QString();
}

QString ImportDates::written(QStringView text) const
{
    static const QRegularExpression packed(uR"(\A(\d{4})(\d{2})(\d{2})\z)"_s);
    static const QRegularExpression iso(
        uR"(\A(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?\z)"_s);
    if (const auto match = packed.matchView(text); match.hasMatch())
        return u"%1-%2-%3"_s.arg(match.captured(1), match.captured(2), match.captured(3));
    if (const auto match = iso.matchView(text); match.hasMatch()) {
        const QString seconds = match.capturedLength(3) > 0 ? match.captured(3) : u":00"_s;
        QString zone = match.captured(4);
        if (zone == "UTC"_L1 || zone == "GMT"_L1)
            zone = u"Z"_s;
        if (zone.size() == 5 && !zone.contains(u':'))
            zone.insert(3, u':');
        if (zone.isEmpty() && match.captured(2) == "00:00"_L1 && seconds == ":00"_L1)
            return match.captured(1);
        return match.captured(1) + u'T' + match.captured(2) + seconds + zone;
    }
    const QString numeric = fromNumbers(text);
    return numeric.isEmpty() ? text.toString() : numeric;
}

Result<Edtf> ImportDates::edtf(const QString &text)
{
    if (const auto known = m_known.constFind(text); known != m_known.cend())
        return *known;
    auto date = readEdtf(text);
    if (date) {
        if (m_known.size() >= mostKnown)
            m_known.clear();
        m_known.insert(text, *date);
    }
    return date;
}

Result<Edtf> ImportDates::read(QStringView text)
{
    const QString clean = text.trimmed().toString();
    if (const auto known = m_known.constFind(clean); known != m_known.cend())
        return *known;
    // The plain shapes first: words are slow to read, and every row has a date.
    const QString edtfText = written(clean);
    auto date = edtfText == clean ? readDate(clean) : readEdtf(edtfText);
    if (!date)
        return refuseDate(clean, date.error().why, date.error().remedy);
    if (m_known.size() >= mostKnown)
        m_known.clear();
    m_known.insert(clean, *date);
    return date;
}

Result<Edtf> ImportDates::span(QStringView from, QStringView to)
{
    auto first = read(from);
    if (!first || to.trimmed().isEmpty())
        return first;
    const auto last = read(to);
    if (!last || last->text == first->text)
        return last;
    if (first->form != EdtfExpression::Form::Date || last->form != EdtfExpression::Form::Date)
        return refuseDate(u"%1 – %2"_s.arg(from, to), Words::tr("A start and an end must be single dates."));
    return edtf(first->text + u'/' + last->text);
}

std::optional<CivilDay> ImportDates::dayOf(QStringView text)
{
    const auto date = read(text);
    if (!date || date->form != EdtfExpression::Form::Date || date->precision > Precision::Day || !date->bounds.startEarliest)
        return {};
    return civilDay(dayOfSecond(*date->bounds.startEarliest));
}

} // namespace redoubt
