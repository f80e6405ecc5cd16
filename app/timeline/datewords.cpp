#include "app/timeline/datewords.h"

#include "app/timeline/edtfsyntax.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Dates)
};

using Part = WordedDate::Part;
using Unit = WordedDate::Unit;

/// 1-based place of a word in a list of names that may be cut short after three letters; 0 when it is none of
/// them.
int placeOf(QStringView word, const QStringList &names)
{
    for (int i = 0; i < names.size(); ++i) {
        if (word.size() >= 3 && names[i].startsWith(word)) {
            return i + 1;
        }
    }
    return 0;
}

int monthOf(QStringView word)
{
    static const QStringList english{u"january"_s, u"february"_s, u"march"_s, u"april"_s, u"may"_s, u"june"_s,
        u"july"_s, u"august"_s, u"september"_s, u"october"_s, u"november"_s, u"december"_s};
    if (const int month = placeOf(word, english)) {
        return month;
    }
    const QLocale locale;
    for (int month = 1; month <= 12; ++month) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            for (QString name :
                {locale.monthName(month, format), locale.standaloneMonthName(month, format)}) {
                name.remove(u'.');
                if (word.compare(name, Qt::CaseInsensitive) == 0) {
                    return month;
                }
            }
        }
    }
    return 0;
}

int weekdayOf(QStringView word)
{
    static const QStringList names{
        u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s};
    return placeOf(word, names);
}

int seasonOf(QStringView word)
{
    static const QStringList names{u"spring"_s, u"summer"_s, u"autumn"_s, u"winter"_s};
    const qsizetype place = names.indexOf(word);
    return word == u"fall" ? 23 : place < 0 ? 0 : 21 + int(place);
}

Part partOf(QStringView word)
{
    if (word == u"early" || word == u"beginning" || word == u"start") {
        return Part::Early;
    }
    if (word == u"mid" || word == u"middle") {
        return Part::Middle;
    }
    return word == u"late" || word == u"end" ? Part::Late : Part::Whole;
}

int ordinalOf(QStringView word)
{
    static const QStringList names{u"first"_s, u"second"_s, u"third"_s, u"fourth"_s};
    static const QStringList numbers{u"1st"_s, u"2nd"_s, u"3rd"_s, u"4th"_s};
    return int(std::max(names.indexOf(word), numbers.indexOf(word))) + 1;
}

/// The hours of a part of the day; with "early" and "late" before it where that has a meaning.
struct Hours
{
    int from = 0;
    int to = 0;
};

std::optional<Hours> hoursOf(QStringView word, Part part)
{
    const bool early = part == Part::Early;
    const bool late = part == Part::Late;
    if (word == u"predawn" || (word == u"hours" && early)) {
        return Hours{0, 6};
    }
    if (word == u"dawn" || word == u"daybreak") {
        return Hours{4, 8};
    }
    if (word == u"morning") {
        return early ? Hours{0, 9} : late ? Hours{9, 12} : Hours{6, 12};
    }
    if (word == u"afternoon") {
        return early ? Hours{12, 15} : late ? Hours{15, 18} : Hours{12, 18};
    }
    if (word == u"evening") {
        return early ? Hours{18, 21} : late ? Hours{21, 24} : Hours{18, 24};
    }
    return word == u"dusk" || word == u"nightfall" ? std::optional(Hours{16, 22}) : std::nullopt;
}

/// The time zones of Europe whose names mean nothing else.
QString zoneOfName(QStringView word)
{
    static const std::pair<QLatin1StringView, QLatin1StringView> zones[] = {{"wet"_L1, "Z"_L1},
        {"west"_L1, "+01:00"_L1}, {"cet"_L1, "+01:00"_L1}, {"cest"_L1, "+02:00"_L1}, {"eet"_L1, "+02:00"_L1},
        {"eest"_L1, "+03:00"_L1}, {"msk"_L1, "+03:00"_L1}};
    const auto *zone = std::ranges::find_if(zones, [&](const auto &pair) { return word == pair.first; });
    return zone == std::end(zones) ? QString() : QString(zone->second);
}

/// Reads word after word into one date.
class Reader
{
public:
    Reader(QStringView words, QStringView whole, QDate today)
        : m_whole(whole)
        , m_today(today)
    {
        QString text = words.toString();
        // "sept." and "29 may, 2026" hold the same words as without the marks.
        static const QRegularExpression marks(u"[,;]|\\.(?=\\s|$)|(?<=[a-z])\\.(?=\\d)"_s);
        static const QRegularExpression halfDay(u"(?<=\\d|\\s)([ap])\\.? ?m\\b\\.?"_s);
        text.replace(halfDay, u"\\1m"_s);
        text.replace(marks, u" "_s);
        m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    }

    Result<WordedDate> read()
    {
        if (m_words.isEmpty()) {
            return refuseDate(m_whole, Words::tr("A date is missing."));
        }
        for (m_at = 0; m_at < m_words.size(); ++m_at) {
            const QString word = m_words[m_at];
            if (!takeDayPart(word) && !isFiller(word) && !takeGroup(word) && !takeName(word) &&
                !takeTime(word) && !takeMilitaryTime(word) && !takeZone(word) && !takeNumber(word) &&
                !takeNumericDate(word)) {
                return refuseDate(m_whole,
                    m_why.isEmpty() ? Words::tr("“%1” was not understood.").arg(word) : m_why,
                    Words::tr("Write it as in 29 May 2026, March 2022, late 2022 or 2026-05-29."));
            }
        }
        if (!m_zone.isEmpty() && m_date.time.isEmpty()) {
            return refuseDate(m_whole, Words::tr("A time zone needs a time of day."));
        }
        m_date.time += m_zone;
        if (m_date.unit != Unit::Year && m_date.month >= 40) {
            m_date.part = m_date.month == 40 ? Part::FirstHalf : Part::SecondHalf;
            m_date.month = 0;
        }
        return m_date;
    }

private:
    static bool isFiller(QStringView word)
    {
        static const QStringList fillers{u"of"_s, u"the"_s, u"in"_s, u"on"_s, u"at"_s, u"year"_s, u"ad"_s,
            u"ce"_s, u"local"_s, u"time"_s, u"hours"_s, u"hrs"_s, u"h"_s, u"during"_s, u"sometime"_s,
            u"some"_s, u"day"_s};
        return fillers.contains(word);
    }

    QString next(int after = 1) const { return m_words.value(m_at + after); }

    /// "morning", "early hours", "noon", "the week of".
    bool takeDayPart(const QString &word)
    {
        if (word == u"week" && !m_date.wholeWeek) {
            m_date.wholeWeek = true;
            m_at += next() == u"beginning" || next() == u"starting" ? 1 : 0;
            return true;
        }
        if ((word == u"noon" || word == u"midday") && m_date.time.isEmpty()) {
            m_date.time = u"12:00"_s;
            return true;
        }
        if (word == u"midnight") {
            m_why = Words::tr("Midnight can begin a day or end it: 00:00 or 24:00.");
            return false;
        }
        static const QStringList near{u"around"_s, u"about"_s, u"circa"_s, u"approximately"_s, u"roughly"_s};
        if (near.contains(word) && m_at > 0 && !m_date.approximate) {
            m_date.approximate = true;
            return true;
        }
        const auto hours = hoursOf(word, m_date.part);
        if (!hours || m_date.toHour > 0) {
            return false;
        }
        m_date.fromHour = hours->from;
        m_date.toHour = hours->to;
        m_date.part = Part::Whole;
        return true;
    }

    bool takeName(const QString &word)
    {
        if (word == u"today" || word == u"yesterday") {
            const QDate day = word == u"today" ? m_today : m_today.addDays(-1);
            m_date.year = day.year();
            m_date.month = day.month();
            m_date.day = day.day();
            m_why = m_today.isValid() ? QString() : Words::tr("Today's date is not known here.");
            return m_today.isValid();
        }
        if (const Part part = partOf(word); part != Part::Whole && m_date.part == Part::Whole) {
            m_date.part = part;
            return true;
        }
        if (const int season = seasonOf(word); season && !m_date.month) {
            m_date.month = season;
            return true;
        }
        const bool halfSaid = m_date.month >= 40 && m_date.part == Part::Whole;
        if (const int month = monthOf(word); month && (!m_date.month || halfSaid)) {
            if (halfSaid) {
                m_date.part = m_date.month == 40 ? Part::FirstHalf : Part::SecondHalf;
            }
            m_date.month = month;
            return true;
        }
        if (const int weekday = weekdayOf(word); weekday && !m_date.weekday) {
            m_date.weekday = weekday;
            return true;
        }
        const bool isCentury = m_date.unit == Unit::Century;
        if ((word == u"bc" || word == u"bce") && !m_date.beforeChrist && m_date.unit != Unit::Decade &&
            (m_date.year.value_or(0) > 0 || (isCentury && m_date.year))) {
            m_date.year = isCentury ? -*m_date.year : 1 - *m_date.year;
            m_date.beforeChrist = isCentury;
            return true;
        }
        return false;
    }

    /// "q1", "first quarter", "h2", "second half", "1990s", "20th century".
    bool takeGroup(const QString &word)
    {
        static const QRegularExpression shortForm(u"\\A(?:([qh])([1-4])|([1-4])([qh]))\\z"_s);
        static const QRegularExpression decade(u"\\A(\\d{3})0'?s\\z"_s);
        static const QRegularExpression century(u"\\A(\\d{1,2})(?:st|nd|rd|th)\\z"_s);
        const auto group = shortForm.match(word);
        const int number =
            group.hasMatch() ? (group.captured(2) + group.captured(3)).toInt() : ordinalOf(word);
        const QString kind = group.captured(1) + group.captured(4);
        const bool quarter = group.hasMatch() ? kind == u"q" : next() == u"quarter";
        const bool half = group.hasMatch() ? kind == u"h" : next() == u"half";
        if (number > 0 && !m_date.month && (quarter || (half && number <= 2))) {
            m_date.month = (quarter ? 32 : 39) + number;
            m_at += group.hasMatch() ? 0 : 1;
            return true;
        }
        if (const auto match = decade.match(word); match.hasMatch() && !m_date.year) {
            m_date.year = match.capturedView(1).toInt() * 10;
            m_date.unit = Unit::Decade;
            return true;
        }
        if (const auto match = century.match(word);
            match.hasMatch() && match.capturedView(1).toInt() > 0 && next() == u"century" && !m_date.year) {
            m_date.year = (match.capturedView(1).toInt() - 1) * 100;
            m_date.unit = Unit::Century;
            m_at += 1;
            return true;
        }
        return false;
    }

    bool takeTime(const QString &word)
    {
        static const QRegularExpression clock(
            uR"(\A(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(am|pm)?(z|[+-]\d{2}:?\d{2})?\z)"_s);
        static const QRegularExpression hourAlone(u"\\A(\\d{1,2})(am|pm)\\z"_s);
        if (!m_date.time.isEmpty()) {
            return false;
        }
        QString half;
        int hour = 0;
        QString rest = u":00"_s;
        if (const auto match = clock.match(word); match.hasMatch()) {
            hour = match.capturedView(1).toInt();
            rest = u':' + match.captured(2) + (match.hasCaptured(3) ? u':' + match.captured(3) : QString());
            half = match.captured(4);
            m_zone = zoneOf(match.captured(5));
            if (m_zone.startsWith(u'-')) {
                m_why = Words::tr("It can be read as a time until %1 or as a time behind UTC.")
                            .arg(m_zone.sliced(1));
                return false;
            }
        } else if (const auto alone = hourAlone.match(word); alone.hasMatch()) {
            hour = alone.capturedView(1).toInt();
            half = alone.captured(2);
        } else if ((next() == u"am" || next() == u"pm") && word.size() <= 2 && word.toInt() > 0) {
            hour = word.toInt();
        } else {
            return false;
        }
        if (half.isEmpty() && (next() == u"am" || next() == u"pm")) {
            half = next();
            m_at += 1;
        }
        if (!half.isEmpty()) {
            if (hour < 1 || hour > 12) {
                m_why = Words::tr("With am and pm, hours go from 1 to 12.");
                return false;
            }
            hour = hour % 12 + (half == u"pm" ? 12 : 0);
        }
        m_date.time = QString::number(hour).rightJustified(2, u'0') + rest;
        return true;
    }

    /// "0310Z", "0310 UTC", "0310 hrs"; and "290310Z", the 29th at 03:10.
    bool takeMilitaryTime(const QString &word)
    {
        static const QRegularExpression digits(uR"(\A(\d{2})?(\d{2})(\d{2})(z|h|hrs)?\z)"_s);
        static const QStringList hours{u"hours"_s, u"hrs"_s, u"h"_s};
        static const QStringList zones{u"z"_s, u"utc"_s, u"gmt"_s, u"local"_s};
        const auto match = digits.match(word);
        const bool isTime = match.hasMatch() && (match.hasCaptured(4) || hours.contains(next()) ||
                                                    (m_date.year && zones.contains(next())));
        if (!isTime || !m_date.time.isEmpty() || (match.hasCaptured(1) && m_date.day)) {
            return false;
        }
        if (match.hasCaptured(1) && !match.capturedView(1).isEmpty()) {
            m_date.day = match.capturedView(1).toInt();
        }
        m_date.time = match.captured(2) + u':' + match.captured(3);
        m_zone = match.capturedView(4) == u"z" ? u"Z"_s : m_zone;
        return true;
    }

    static QString zoneOf(QString offset)
    {
        if (offset.size() == 5) {
            offset.insert(3, u':');
        }
        return offset.toUpper();
    }

    bool takeZone(const QString &word)
    {
        static const QRegularExpression zone(uR"(\A(?:utc|gmt|z)?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\z)"_s);
        if (const QString named = zoneOfName(word); !named.isEmpty() && m_zone.isEmpty()) {
            m_zone = named;
            return true;
        }
        const auto match = zone.match(word);
        if (!match.hasMatch() || !m_zone.isEmpty() || word.isEmpty()) {
            return false;
        }
        m_zone = match.hasCaptured(1) ? match.captured(1) + match.captured(2).rightJustified(2, u'0') + u':' +
                                            (match.hasCaptured(3) ? match.captured(3) : u"00"_s)
                                      : u"Z"_s;
        return true;
    }

    /// A day of the month, or a year.
    bool takeNumber(const QString &word)
    {
        static const QRegularExpression day(u"\\A(\\d{1,2})(?:st|nd|rd|th)?\\z"_s);
        static const QRegularExpression year(u"\\A-?\\d{3,4}\\z"_s);
        if (const auto match = day.match(word); match.hasMatch()) {
            const bool isYear = next() == u"bc" || next() == u"bce" || next() == u"ad" || next() == u"ce" ||
                                (m_at > 0 && m_words[m_at - 1] == u"ad");
            if (isYear && !m_date.year) {
                m_date.year = match.capturedView(1).toInt();
                return true;
            }
            const int number = match.capturedView(1).toInt();
            if (m_date.day || number < 1 || number > 31) {
                m_why =
                    m_date.month && !m_date.year ? Words::tr("The year must have four digits.") : QString();
                return false;
            }
            m_date.day = number;
            return true;
        }
        if (year.match(word).hasMatch() && !m_date.year) {
            m_date.year = word.toLongLong();
            return true;
        }
        return false;
    }

    /// 29.5.2026, and 29/5/2026 where only one reading is possible; 5/2026, 2026-05-29, 2026-05.
    bool takeNumericDate(const QString &word)
    {
        static const QRegularExpression isoDate(uR"(\A(\d{4})-(\d{2})(?:-(\d{2}))?\z)"_s);
        if (const auto match = isoDate.match(word);
            match.hasMatch() && !m_date.year && !m_date.month && !m_date.day) {
            m_date.year = match.capturedView(1).toInt();
            m_date.month = match.capturedView(2).toInt();
            m_date.day = match.capturedView(3).toInt();
            return true;
        }
        static const QRegularExpression numeric(uR"(\A(?:(\d{1,2})([./-]))?(\d{1,2})([./-])(\d{4})\z)"_s);
        static const QRegularExpression short_(uR"(\A\d{1,2}[./-]\d{1,2}[./-]\d{2}\z|\A'\d{2}\z)"_s);
        if (short_.match(word).hasMatch()) {
            m_why = Words::tr("The year must have four digits.");
            return false;
        }
        const auto match = numeric.match(word);
        if (!match.hasMatch() || m_date.year || m_date.month || m_date.day) {
            return false;
        }
        const bool hasDay = !match.capturedView(1).isEmpty();
        if (hasDay && match.capturedView(2) != match.capturedView(4)) {
            return false;
        }
        int day = match.capturedView(1).toInt();
        int month = match.capturedView(3).toInt();
        const QString year = match.captured(5);
        const bool eitherWay = match.capturedView(4) != u'.';
        if (hasDay && eitherWay && day <= 12 && month <= 12 && day != month) {
            m_why =
                Words::tr("It can be read as %1 or as %2.").arg(iso(year, month, day), iso(year, day, month));
            return false;
        }
        if (hasDay && month > 12 && eitherWay) {
            std::swap(day, month);
        }
        m_date.day = day;
        m_date.month = month;
        m_date.year = year.toInt();
        return month >= 1 && month <= 12;
    }

    static QString iso(const QString &year, int month, int day)
    {
        return u"%1-%2-%3"_s.arg(year).arg(month, 2, 10, QChar(u'0')).arg(day, 2, 10, QChar(u'0'));
    }

    QStringView m_whole;
    QDate m_today;
    QStringList m_words;
    qsizetype m_at = 0;
    WordedDate m_date;
    QString m_zone;
    QString m_why;
};

} // namespace

Result<WordedDate> readWordedDate(QStringView words, QStringView whole, QDate today)
{
    return Reader(words, whole, today).read();
}

} // namespace redoubt
