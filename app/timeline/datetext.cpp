#include "app/timeline/datetext.h"

#include "app/timeline/calendar.h"
#include "app/timeline/edtfcheck.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTime>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Dates)
};

using Form = EdtfExpression::Form;
using Kind = EdtfEnd::Kind;

/// The parts of a date as text, for the language's own order.
struct Parts
{
    QString day;
    QString month;
    QString year;
};

/// Puts parts in the order and with the marks of the language's long date; what is empty is left out.
QString arrange(const Parts &parts, const QLocale &locale)
{
    // A name of the day of the week with the marks around it, then the fields one by one.
    static const QRegularExpression weekday(u"[,.]?\\s*dddd[,.]?\\s*"_s);
    static const QRegularExpression field(u"(d{1,2}|M{1,4}|y{2,4})|'([^']*)'|([^dMy']+)"_s);
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.remove(weekday);
    QString text;
    QString between;
    bool dropped = false;
    for (auto it = field.globalMatch(format); it.hasNext();) {
        const auto match = it.next();
        if (!match.hasCaptured(1)) {
            between += match.hasCaptured(2) ? match.captured(2) : match.captured(3);
            continue;
        }
        const QChar kind = match.capturedView(1).front();
        const QString &part = kind == u'd' ? parts.day : kind == u'M' ? parts.month : parts.year;
        // Where the pattern marks a number, a month's short name may hold that mark already: 5月.
        if (!text.isEmpty() && between.startsWith(text.back())) {
            between.remove(0, 1);
        }
        if (!part.isEmpty()) {
            text += text.isEmpty() ? QString() : dropped ? u" "_s : between;
            text += part;
            dropped = false;
        } else {
            dropped = true;
        }
        between.clear();
    }
    return dropped ? text : text + between;
}

QString yearOf(const EdtfDate &date, const QLocale &locale)
{
    const EdtfYear &year = date.year;
    if (year.prefixed) {
        return dayOfSecond(spanOf(date).first) == 0
                   ? year.digits
                   : yearText(civilDay(dayOfSecond(spanOf(date).first)).year, locale);
    }
    return yearText(year.negative ? -year.digits.toLongLong() : year.digits.toLongLong(), locale);
}

QString seasonText(int season, const QString &year)
{
    switch (season) {
    case 21:
    case 25:
        return Words::tr("spring %1").arg(year);
    case 22:
    case 26:
        return Words::tr("summer %1").arg(year);
    case 23:
    case 27:
        return Words::tr("autumn %1").arg(year);
    case 24:
    case 28:
        return Words::tr("winter %1").arg(year);
    case 29:
        return Words::tr("southern spring %1").arg(year);
    case 30:
        return Words::tr("southern summer %1").arg(year);
    case 31:
        return Words::tr("southern autumn %1").arg(year);
    case 32:
        return Words::tr("southern winter %1").arg(year);
    case 37:
        return Words::tr("early %1").arg(year);
    case 38:
        return Words::tr("mid-%1").arg(year);
    case 39:
        return Words::tr("late %1").arg(year);
    case 40:
        return Words::tr("first half of %1").arg(year);
    case 41:
        return Words::tr("second half of %1").arg(year);
    default:
        return Words::tr("quarter %1 of %2").arg(season - 32).arg(year);
    }
}

QString timeText(const EdtfTime &time, const QLocale &locale)
{
    const QTime clock(time.hour % 24, time.minute, time.second.value_or(0));
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (time.second && !format.contains(u's')) {
        format.replace(u"mm"_s, u"mm:ss"_s);
    }
    const QString text = locale.toString(clock, format);
    if (!time.offsetMinutes) {
        return text;
    }
    if (*time.offsetMinutes == 0) {
        return Words::tr("%1 UTC").arg(text);
    }
    const int minutes = std::abs(*time.offsetMinutes);
    QString offset = (*time.offsetMinutes < 0 ? u"\u2212"_s : u"+"_s) + QString::number(minutes / 60);
    if (minutes % 60) {
        offset += u':' + QString::number(minutes % 60).rightJustified(2, u'0');
    }
    return Words::tr("%1 UTC%2").arg(text, offset);
}

/// Empty when there are no good words.
QString maskedText(const EdtfDate &date, const QLocale &locale)
{
    const QString &digits = date.year.digits;
    if (digits.contains(u'X')) {
        const bool alone = date.month.isEmpty() && !date.year.negative;
        static const QRegularExpression decade(u"\\A[0-9]{3}X\\z"_s);
        static const QRegularExpression century(u"\\A[0-9]{2}XX\\z"_s);
        if (alone && decade.match(digits).hasMatch()) {
            return Words::tr("the %1s").arg(digits.first(3) + u'0');
        }
        return alone && century.match(digits).hasMatch() ? u"%100–%199"_s.replace(u"%1"_s, digits.first(2))
                                                         : QString();
    }
    const QString year = yearOf(date, locale);
    if (date.month == u"XX" && (date.day.isEmpty() || date.day == u"XX")) {
        return date.day.isEmpty() ? Words::tr("%1, month unknown").arg(year)
                                  : Words::tr("%1, day unknown").arg(year);
    }
    if (!date.month.contains(u'X') && date.day == u"XX") {
        const QString month = monthText(year.toLongLong(), date.month.toInt(), QLocale::LongFormat, locale);
        return Words::tr("%1, day unknown").arg(month);
    }
    return {};
}

/// Nothing when there are no good words.
std::optional<Parts> partsOf(const EdtfDate &date, const QLocale &locale)
{
    if ((date.year.digits + date.month + date.day).contains(u'X') || date.season() || date.year.significant) {
        return {};
    }
    Parts parts{{}, {}, yearOf(date, locale)};
    if (!date.month.isEmpty()) {
        parts.month = date.day.isEmpty() ? locale.standaloneMonthName(date.month.toInt(), QLocale::LongFormat)
                                         : locale.monthName(date.month.toInt(), QLocale::ShortFormat);
    }
    if (!date.day.isEmpty()) {
        parts.day = QString::number(date.day.toInt());
    }
    return parts;
}

QString qualifiedText(const QString &text, Qualifier qualifier)
{
    const QString near = qualifier.approximate ? Words::tr("c. %1").arg(text) : text;
    return qualifier.uncertain ? Words::tr("%1?").arg(near) : near;
}

/// Empty when there are no good words.
QString oneText(const EdtfDate &date, const QLocale &locale)
{
    QString text;
    if (const auto parts = partsOf(date, locale)) {
        text = arrange(*parts, locale);
    } else if (date.season() && !date.year.digits.contains(u'X')) {
        text = seasonText(date.season(), yearOf(date, locale));
    } else if (date.year.significant) {
        const EdtfSpan span = spanOf(date);
        text = u"%1–%2"_s.arg(yearText(civilDay(dayOfSecond(span.first)).year, locale),
            yearText(civilDay(dayOfSecond(span.last)).year, locale));
    } else {
        text = maskedText(date, locale);
    }
    if (text.isEmpty()) {
        return text;
    }
    if (date.time) {
        text = Words::tr("%1, %2", "date, time").arg(text, timeText(*date.time, locale));
    }
    return qualifiedText(text, date.qualifier());
}

/// "9–10 Sept 2025", "9 Sept – 3 Oct 2025", "March–May 2022": what both ends share is said once.
QString sharedText(const EdtfDate &from, const EdtfDate &to, const QLocale &locale)
{
    const auto first = partsOf(from, locale);
    const auto last = partsOf(to, locale);
    const bool alike = first && last && from.qualifier() == to.qualifier() && !from.time && !to.time &&
                       from.year == to.year && from.month.isEmpty() == to.month.isEmpty() &&
                       from.day.isEmpty() == to.day.isEmpty() && !from.month.isEmpty();
    if (!alike) {
        return {};
    }
    Parts both = *last;
    if (from.month == to.month) {
        both.day = first->day + u'–' + last->day;
    } else if (from.day.isEmpty()) {
        both.month = first->month + u'–' + last->month;
    } else {
        const QString format = locale.dateFormat(QLocale::LongFormat);
        if (format.indexOf(u'y') < format.indexOf(u'M')) {
            return {};
        }
        return qualifiedText(
            arrange({first->day, first->month, {}}, locale) + u" – "_s + arrange(*last, locale),
            from.qualifier());
    }
    return qualifiedText(arrange(both, locale), from.qualifier());
}

QString intervalText(const EdtfRange &range, const QLocale &locale)
{
    if (range.from.kind == Kind::Known && range.to.kind == Kind::Known) {
        if (QString shared = sharedText(range.from.date, range.to.date, locale); !shared.isEmpty()) {
            return shared;
        }
    }
    const QString from = range.from.kind == Kind::Known ? oneText(range.from.date, locale) : u"?"_s;
    const QString to = range.to.kind == Kind::Known ? oneText(range.to.date, locale) : u"?"_s;
    if (from.isEmpty() || to.isEmpty()) {
        return {};
    }
    if (range.from.kind == Kind::Open) {
        return range.to.kind == Kind::Known ? Words::tr("until %1").arg(to) : QString();
    }
    if (range.to.kind == Kind::Open) {
        return range.from.kind == Kind::Known ? Words::tr("since %1").arg(from) : QString();
    }
    const bool words = from.contains(u' ') || to.contains(u' ');
    return from + (words ? u" – "_s : u"–"_s) + to;
}

QString memberText(const EdtfRange &range, bool alone, const QLocale &locale)
{
    if (range.single) {
        return oneText(range.from.date, locale);
    }
    const QString from = range.from.kind == Kind::Known ? oneText(range.from.date, locale) : QString();
    const QString to = range.to.kind == Kind::Known ? oneText(range.to.date, locale) : QString();
    if (range.from.kind != Kind::Known) {
        return to.isEmpty() ? to : Words::tr("%1 or before").arg(to);
    }
    if (range.to.kind != Kind::Known) {
        return from.isEmpty() ? from : Words::tr("%1 or after").arg(from);
    }
    if (QString shared = sharedText(range.from.date, range.to.date, locale); !shared.isEmpty()) {
        return alone ? Words::tr("within %1").arg(shared) : shared;
    }
    return from.isEmpty() || to.isEmpty() ? QString() : Words::tr("between %1 and %2").arg(from, to);
}

QString setText(const EdtfExpression &set, const QLocale &locale)
{
    QStringList texts;
    const bool alone = set.members.size() == 1 && set.form == Form::OneOf;
    for (const EdtfRange &member : set.members) {
        texts.append(set.form == Form::AllOf && !member.single ? intervalText(member, locale)
                                                               : memberText(member, alone, locale));
        if (texts.last().isEmpty()) {
            return {};
        }
    }
    if (texts.size() == 1) {
        return texts.first();
    }
    const QString last = texts.takeLast();
    return (set.form == Form::OneOf ? Words::tr("%1 or %2") : Words::tr("%1 and %2"))
        .arg(texts.join(u", "_s), last);
}

} // namespace

QString dateText(const Edtf &date, const QLocale &locale)
{
    const auto expression = readEdtfSyntax(date.text);
    if (!expression) {
        return date.text;
    }
    QString text;
    switch (expression->form) {
    case Form::Date:
        text = oneText(expression->members.front().from.date, locale);
        break;
    case Form::Interval:
        text = intervalText(expression->members.front(), locale);
        break;
    case Form::OneOf:
    case Form::AllOf:
        text = setText(*expression, locale);
        break;
    }
    return text.isEmpty() ? date.text : text;
}

QString dayText(qint64 second, const QLocale &locale)
{
    const CivilDay day = civilDay(dayOfSecond(second));
    return arrange({QString::number(day.day), locale.monthName(day.month, QLocale::ShortFormat),
                       yearText(day.year, locale)},
        locale);
}

QString yearText(qint64 year, const QLocale &locale)
{
    if (year <= 0) {
        return Words::tr("%1 BC").arg(
            1 - year > 9999 ? locale.toString(1 - year) : QString::number(1 - year));
    }
    return year > 9999 ? locale.toString(year) : QString::number(year);
}

QString monthText(qint64 year, int month, QLocale::FormatType format, const QLocale &locale)
{
    return arrange({{}, locale.standaloneMonthName(month, format), yearText(year, locale)}, locale);
}

QString readableDate(const QString &written, const QLocale &locale)
{
    const auto date = readEdtf(written);
    return date ? dateText(*date, locale) : written;
}

} // namespace redoubt
