#include "app/sources/feed/feeddate.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QTimeZone>

#include <optional>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

using Match = QRegularExpressionMatch;

/// The parts of a date as they stand in the text; what is empty was not said.
struct DateParts
{
    QString year;
    QString month;
    QString day;
    QString time{}; ///< "10:14:55.5"
    QString zone{};
};

/// Where a year has two digits: 90 to 99 belong to the last century in mail dates, in ISO's never.
enum class Century { Mail, Iso };

int monthNumber(const QString &name)
{
    static const QHash<QString, int> months{{u"jan"_s, 1}, {u"feb"_s, 2}, {u"mar"_s, 3}, {u"apr"_s, 4}, {u"may"_s, 5}, {u"jun"_s, 6}, {u"jul"_s, 7},
        {u"aug"_s, 8}, {u"sep"_s, 9}, {u"oct"_s, 10}, {u"nov"_s, 11}, {u"dec"_s, 12},
        // Greek, with and without accents.
        {u"ιαν"_s, 1}, {u"φεβ"_s, 2}, {u"μάρ"_s, 3}, {u"μαρ"_s, 3}, {u"μάώ"_s, 3}, {u"μαώ"_s, 3}, {u"απρ"_s, 4}, {u"μάι"_s, 5}, {u"μαϊ"_s, 5}, {u"μαι"_s, 5},
        {u"ιούν"_s, 6}, {u"ιον"_s, 6}, {u"ιουν"_s, 6}, {u"ιούλ"_s, 7}, {u"ιολ"_s, 7}, {u"ιουλ"_s, 7}, {u"αύγ"_s, 8}, {u"αυγ"_s, 8}, {u"σεπ"_s, 9}, {u"οκτ"_s, 10},
        {u"νοέ"_s, 11}, {u"νοε"_s, 11}, {u"δεκ"_s, 12},
        // Hungarian, where its first three letters are not the English ones.
        {u"már"_s, 3}, {u"ápr"_s, 4}, {u"máj"_s, 5}, {u"jún"_s, 6}, {u"júl"_s, 7}, {u"sze"_s, 9}, {u"okt"_s, 10}};
    const QString lower = name.toLower();
    const int number = months.value(lower.left(4));
    return number > 0 ? number : months.value(lower.left(3));
}

/// Minutes east of Greenwich; nothing for what is no zone. Unknown names are UTC, as no table has them all.
std::optional<int> zoneMinutes(QString zone)
{
    static const QHash<QString, int> names{{u"adt"_s, -3}, {u"ast"_s, -4}, {u"at"_s, -4}, {u"edt"_s, -4}, {u"est"_s, -5}, {u"et"_s, -5}, {u"cdt"_s, -5},
        {u"cst"_s, -6}, {u"ct"_s, -6}, {u"mdt"_s, -6}, {u"mst"_s, -7}, {u"mt"_s, -7}, {u"pdt"_s, -7}, {u"pst"_s, -8}, {u"pt"_s, -8},
        {u"akdt"_s, -8}, {u"akst"_s, -9}, {u"hst"_s, -10}, {u"a"_s, -1}, {u"n"_s, 1}, {u"m"_s, -12}, {u"y"_s, 12}, {u"met"_s, 1}, {u"mest"_s, 2}, {u"cet"_s, 1},
        {u"cest"_s, 2}, {u"bst"_s, 1}, {u"wet"_s, 0}, {u"west"_s, 1}, {u"eet"_s, 2}, {u"eest"_s, 3}, {u"msk"_s, 3}, {u"trt"_s, 3}, {u"jst"_s, 9}, {u"kst"_s, 9},
        {u"aest"_s, 10}, {u"aedt"_s, 11}, {u"nzst"_s, 12}, {u"nzdt"_s, 13}};
    static const QRegularExpression offset(u"\\A(?:gmt|utc?)?([+-])(\\d{1,2})(?::?(\\d{2}))?\\z"_s);
    static const QRegularExpression name(u"\\A[a-z]*\\z"_s);
    zone = zone.toLower();
    if (zone.startsWith(u"etc/"))
        zone.remove(0, 4);
    if (const Match match = offset.match(zone); match.hasMatch()) {
        const int minutes = match.captured(2).toInt() * 60 + match.captured(3).toInt();
        return match.captured(1) == u"-" ? -minutes : minutes;
    }
    return name.match(zone).hasMatch() ? std::optional(names.value(zone) * 60) : std::nullopt;
}

int fullYear(const QString &text, Century century)
{
    const int year = text.toInt();
    if (text.size() > 2)
        return year;
    return year + (century == Century::Mail && year >= 90 ? 1900 : 2000);
}

/// The second of the day; nothing when it is no time of day. 24:00 is the end of the day, and the 61st second the next minute.
std::optional<int> secondOfDay(const QString &time)
{
    static const QRegularExpression pattern(u"\\A(\\d{1,2})(?:[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,]\\d*)?)?)?\\z"_s);
    const Match match = pattern.match(time);
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    const int second = match.captured(3).toInt();
    if (!match.hasMatch() || minute > 59 || second > 60 || hour > 24 || (hour == 24 && minute + second > 0))
        return {};
    return (hour * 60 + minute) * 60 + second;
}

QString edtf(const DateParts &parts, Century century)
{
    const int year = fullYear(parts.year, century);
    const bool namesMonth = !parts.month.isEmpty() && !parts.month.front().isDigit();
    const int month = parts.month.isEmpty() ? 1 : namesMonth ? monthNumber(parts.month) : parts.month.toInt();
    const QDate day(year, month, parts.day.isEmpty() ? 1 : parts.day.toInt());
    if (!day.isValid() || year < 1)
        return {};
    if (parts.time.isEmpty())
        return day.toString(parts.month.isEmpty() ? u"yyyy"_s : parts.day.isEmpty() ? u"yyyy-MM"_s : u"yyyy-MM-dd"_s);
    const auto seconds = secondOfDay(parts.time);
    const QString half = parts.zone.toLower();
    const bool isHalf = half == "am"_L1 || half == "pm"_L1;
    const auto zone = zoneMinutes(isHalf ? QString() : parts.zone);
    if (!seconds || !zone || (isHalf && *seconds >= 13 * 3600))
        return {};
    const int hours = !isHalf ? 0 : half == "pm"_L1 && *seconds < 12 * 3600 ? 12 : half == "am"_L1 && *seconds >= 12 * 3600 ? -12 : 0;
    const QDateTime at = QDateTime(day, QTime(0, 0), QTimeZone::UTC).addSecs(hours * 3600 + *seconds - *zone * 60);
    return at.date().year() > 9999 || at.date().year() < 1 ? QString() : at.toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

const QString zonePattern = u"(?:\\s*([+-]\\d{1,2}:?\\d{0,2}|[A-Za-z]{1,5}(?:/[A-Za-z]+)?(?:[+-]\\d{1,2}:?\\d{0,2})?))?"_s;

/// "Thu, 01 Jan 2004 19:48:21 GMT", "Aug 30 2012 17:26:16 +0200", "Κυρ, 11 Ιούλ 2004 12:00:00 EST".
QString mailDate(const QString &text)
{
    static const QRegularExpression weekday(u"\\A\\p{L}+\\.?(?:\\s*,\\s*|\\s+)(?=\\p{L}+\\.?\\s*\\d|\\d)"_s);
    static const QRegularExpression dayFirst(
        u"\\A(\\d{1,2})(?:\\s*-\\s*|\\s+)(\\p{L}{3,})\\.?(?:\\s*-\\s*|,?\\s+)(\\d{4}|\\d{2}),?(?:\\s+(\\d[\\d:.]*)"_s + zonePattern + u")?\\z"_s);
    static const QRegularExpression monthFirst(u"\\A(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}|\\d{2}),?(?:\\s+(\\d[\\d:.]*)"_s + zonePattern + u")?\\z"_s);
    QString rest = text;
    if (const Match match = weekday.match(text); match.hasMatch() && monthNumber(match.captured().left(4).remove(u',').trimmed()) == 0)
        rest = text.sliced(match.capturedLength());
    else if (match.hasMatch() && match.captured().contains(u','))
        rest = text.sliced(match.capturedLength());
    if (const Match match = dayFirst.match(rest); match.hasMatch())
        return edtf({match.captured(3), match.captured(2), match.captured(1), match.captured(4), match.captured(5)}, Century::Mail);
    const Match match = monthFirst.match(rest);
    return match.hasMatch() ? edtf({match.captured(3), match.captured(1), match.captured(2), match.captured(4), match.captured(5)}, Century::Mail) : QString();
}

/// "Sun Jan  4 16:29:06 2004", "Sun Jul 15 01:16:00 +0000 2012".
QString ctimeDate(const QString &text)
{
    static const QRegularExpression pattern(u"\\A\\p{L}{3,9},?\\s+(\\p{L}{3,9})\\s+(\\d{1,2})\\s+(\\d{1,2}:[\\d:]+)"_s + zonePattern + u"\\s+(\\d{4})\\z"_s);
    const Match match = pattern.match(text);
    return match.hasMatch() ? edtf({match.captured(5), match.captured(1), match.captured(2), match.captured(3), match.captured(4)}, Century::Mail) : QString();
}

/// "2003-12-31T10:14:55.5-08:00" and its beginnings, "2004-07-08 23:56:58", "20031231", "2004-július-13T9:15-05:00",
/// "Fri, 2006/09/15 08:19:53 EDT".
QString isoDate(const QString &text)
{
    static const QRegularExpression pattern(u"\\A(?:\\p{L}{3},\\s*)?(\\d{4})(?:[-/]0?(\\d{1,2}|\\p{L}+)(?:[-/](\\d{1,2}))?)?(?:(?:[Tt]|\\s+)(\\d{1,2}[\\d:.,]*)"_s + zonePattern + u")?[Zz]?\\z"_s);
    static const QRegularExpression compact(u"\\A(\\d{4})(\\d{2})(\\d{2})(?:[Tt]?(\\d{2}:?\\d{2}(?::?\\d{2})?(?:\\.\\d+)?)"_s + zonePattern + u")?\\z"_s);
    if (const Match match = pattern.match(text); match.hasMatch())
        return edtf({match.captured(1), match.captured(2), match.captured(3), match.captured(4), match.captured(5)}, Century::Iso);
    const Match match = compact.match(text);
    if (!match.hasMatch())
        return {};
    QString time = match.captured(4);
    if (!time.isEmpty() && !time.contains(u':')) {
        time.insert(2, u':');
        if (time.size() > 5)
            time.insert(5, u':');
    }
    return edtf({match.captured(1), match.captured(2), match.captured(3), time, match.captured(5)}, Century::Iso);
}

/// ISO 8601 with two digits of the year or with the day of the year: "03-12-31", "031231", "-0312", "-03-12", "2003-335", "03335".
QString shortIsoDate(const QString &text)
{
    static const QRegularExpression days(u"\\A(\\d{2})-?(\\d{2})-?(\\d{2})\\z"_s);
    static const QRegularExpression months(u"\\A-(\\d{2})-?(\\d{2})\\z"_s);
    static const QRegularExpression ordinal(u"\\A(\\d{4}|\\d{2})-?(\\d{3})(?:[Tt](\\d{2}:[\\d:.]+)"_s + zonePattern + u")?\\z"_s);
    if (const Match match = ordinal.match(text); match.hasMatch()) {
        const int year = fullYear(match.captured(1), Century::Iso);
        const int number = match.captured(2).toInt();
        if (number < 1 || number > QDate(year, 1, 1).daysInYear())
            return {};
        const QDate day = QDate(year, 1, 1).addDays(number - 1);
        return edtf({day.toString(u"yyyy"_s), day.toString(u"MM"_s), day.toString(u"dd"_s), match.captured(3), match.captured(4)}, Century::Iso);
    }
    if (const Match match = days.match(text); match.hasMatch())
        return edtf({match.captured(1), match.captured(2), match.captured(3)}, Century::Iso);
    const Match match = months.match(text);
    return match.hasMatch() ? edtf({match.captured(1), match.captured(2), {}}, Century::Iso) : QString();
}

/// "2004-05-25 오후 11:23:17" and "2004년 05월 28일 01:31:15", in Korean time.
QString koreanDate(const QString &text)
{
    static const QRegularExpression pattern(u"\\A(\\d{4})(?:-|년\\s*)(\\d{1,2})(?:-|월\\s*)(\\d{1,2})일?\\s+(오전|오후)?\\s*(\\d{1,2})(:\\d{1,2}(?::\\d{1,2})?)\\z"_s);
    const Match match = pattern.match(text);
    if (!match.hasMatch() || (match.captured(4).isEmpty() && !text.contains(u'년')))
        return {};
    const int written = match.captured(5).toInt();
    const int hour = match.captured(4) == u"오후" && written < 12 ? written + 12 : match.captured(4) == u"오전" && written == 12 ? 0 : written;
    return edtf({match.captured(1), match.captured(2), match.captured(3), QString::number(hour) + match.captured(6), u"+09:00"_s}, Century::Iso);
}

} // namespace

QString feedDate(const QString &text)
{
    constexpr qsizetype longest = 200;
    static const QRegularExpression comment(u"\\([^()]*\\)"_s);
    if (text.size() > longest)
        return {};
    QString plain = text;
    const QString date = plain.remove(comment).simplified();
    for (QString (*read)(const QString &) : {koreanDate, isoDate, shortIsoDate, mailDate, ctimeDate}) {
        if (const QString found = read(date); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace redoubt
