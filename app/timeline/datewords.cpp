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
    return int(names.indexOf(word)) + 1;
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
            if (!isFiller(word) && !takeName(word) && !takeGroup(word) && !takeTime(word) &&
                !takeZone(word) && !takeNumber(word) && !takeNumericDate(word)) {
                return refuseDate(m_whole,
                    m_why.isEmpty() ? Words::tr("“%1” was not understood.").arg(word) : m_why,
                    Words::tr("Write it as in 29 May 2026, March 2022, late 2022 or 2026-05-29."));
            }
        }
        if (!m_zone.isEmpty() && m_date.time.isEmpty()) {
            return refuseDate(m_whole, Words::tr("A time zone needs a time of day."));
        }
        m_date.time += m_zone;
        return m_date;
    }

private:
    static bool isFiller(QStringView word)
    {
        static const QStringList fillers{u"of"_s, u"the"_s, u"in"_s, u"on"_s, u"at"_s, u"year"_s, u"ad"_s,
            u"ce"_s, u"local"_s, u"time"_s, u"hours"_s, u"hrs"_s};
        return fillers.contains(word);
    }

    QString next(int after = 1) const { return m_words.value(m_at + after); }

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
        if (const int month = monthOf(word); month && !m_date.month) {
            m_date.month = month;
            return true;
        }
        if (const int weekday = weekdayOf(word); weekday && !m_date.weekday) {
            m_date.weekday = weekday;
            return true;
        }
        if ((word == u"bc" || word == u"bce") && m_date.year.value_or(0) > 0) {
            m_date.year = 1 - *m_date.year;
            return true;
        }
        return false;
    }

    /// "q1", "first quarter", "h2", "second half", "1990s", "20th century".
    bool takeGroup(const QString &word)
    {
        static const QRegularExpression shortForm(u"\\A([qh])([1-4])\\z"_s);
        static const QRegularExpression decade(u"\\A(\\d{3})0'?s\\z"_s);
        static const QRegularExpression century(u"\\A(\\d{1,2})(?:st|nd|rd|th)\\z"_s);
        const auto group = shortForm.match(word);
        int number = group.hasMatch() ? group.capturedView(2).toInt() : ordinalOf(word);
        const bool quarter = group.hasMatch() ? group.capturedView(1) == u'q' : next() == u"quarter";
        const bool half = group.hasMatch() ? group.capturedView(1) == u'h' : next() == u"half";
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
            match.hasMatch() && next() == u"century" && !m_date.year) {
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
            uR"(\A(\d{1,2}):(\d{2})(?::(\d{2}))?(am|pm)?(z|[+-]\d{2}:?\d{2})?\z)"_s);
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

    /// 29.5.2026, and 29/5/2026 where only one reading is possible.
    bool takeNumericDate(const QString &word)
    {
        static const QRegularExpression numeric(uR"(\A(\d{1,2})([./])(\d{1,2})\2(\d{4})\z)"_s);
        const auto match = numeric.match(word);
        if (!match.hasMatch() || m_date.year || m_date.month || m_date.day) {
            return false;
        }
        int day = match.capturedView(1).toInt();
        int month = match.capturedView(3).toInt();
        if (match.capturedView(2) == u'/' && day <= 12 && month <= 12 && day != month) {
            m_why = Words::tr("It can be read as day/month or as month/day.");
            return false;
        }
        if (month > 12 && match.capturedView(2) == u'/') {
            std::swap(day, month);
        }
        m_date.day = day;
        m_date.month = month;
        m_date.year = match.capturedView(4).toInt();
        return month >= 1 && month <= 12;
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
