#include "app/timeline/naturaldate.h"

#include "app/timeline/calendar.h"
#include "app/timeline/datewords.h"

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

constexpr qsizetype longestPhrase = 200;

/// A date or a range of dates, each as EDTF writes it.
struct Written
{
    QString first;
    QString last; ///< the same as `first` when a single date says it all

    [[nodiscard]] QString oneOf() const { return first == last ? first : u"[%1..%2]"_s.arg(first, last); }
};

QString twoDigits(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

QString writtenYear(qint64 year)
{
    const QString digits = QString::number(std::abs(year)).rightJustified(4, u'0');
    return (digits.size() > 4 ? u"Y"_s : QString()) + (year < 0 ? u"-"_s : QString()) + digits;
}

QString writtenDay(const CivilDay &day)
{
    return u"%1-%2-%3"_s.arg(writtenYear(day.year), twoDigits(day.month), twoDigits(day.day));
}

Written writeYears(qint64 year, Unit unit, Part part)
{
    if (part == Part::Whole) {
        QString mask = writtenYear(year);
        const int unknown = unit == Unit::Decade ? 1 : 2;
        mask = mask.chopped(unknown) + QString(unknown, u'X');
        return {mask, mask};
    }
    const int early = unit == Unit::Decade ? 3 : 33;
    const int middle = unit == Unit::Decade ? 6 : 66;
    const int all = unit == Unit::Decade ? 9 : 99;
    const int from = part == Part::Early ? 0 : part == Part::Middle ? early + 1 : middle + 1;
    const int to = part == Part::Early ? early : part == Part::Middle ? middle : all;
    return {writtenYear(year + from), writtenYear(year + to)};
}

Result<Written> write(const WordedDate &date, QStringView whole)
{
    if (!date.year) {
        return refuseDate(whole, Words::tr("The year is missing."));
    }
    const QString year = writtenYear(*date.year);
    if (date.unit != Unit::Year) {
        return date.month || date.day || !date.time.isEmpty()
                   ? Result<Written>(
                         refuseDate(whole, Words::tr("A decade or century has no months and days here.")))
                   : writeYears(*date.year, date.unit, date.part);
    }
    if (!date.month) {
        if (date.day || !date.time.isEmpty() || date.weekday) {
            return refuseDate(whole, Words::tr("The month is missing."));
        }
        // The thirds of a year are what EDTF has for its early, middle and late months.
        const QString text = date.part == Part::Whole ? year : u"%1-%2"_s.arg(year).arg(36 + int(date.part));
        return Written{text, text};
    }
    const QString month = u"%1-%2"_s.arg(year, twoDigits(date.month));
    if (!date.day) {
        if (!date.time.isEmpty() || date.weekday) {
            return refuseDate(whole, Words::tr("The day is missing."));
        }
        if (date.part == Part::Whole || date.month > 12) {
            return Written{month, month};
        }
        const int from = date.part == Part::Early ? 1 : date.part == Part::Middle ? 11 : 21;
        const int to = date.part == Part::Late ? daysInMonth(*date.year, date.month) : from + 9;
        return Written{u"%1-%2"_s.arg(month, twoDigits(from)), u"%1-%2"_s.arg(month, twoDigits(to))};
    }
    const QString day = u"%1-%2"_s.arg(month, twoDigits(date.day));
    const int weekday =
        date.month <= 12 ? int((dayNumber(*date.year, date.month, date.day) % 7 + 10) % 7) + 1 : 0;
    if (date.weekday && date.weekday != weekday) {
        return refuseDate(whole, Words::tr("That day is a %1.").arg(QLocale().dayName(weekday)));
    }
    const QString text = date.time.isEmpty() ? day : day + u'T' + date.time;
    return Written{text, text};
}

/// "9 and 10 Sept 2025": what the first date leaves out, the second one says.
void completeFrom(WordedDate &first, const WordedDate &second)
{
    if (!first.year) {
        first.year = second.year;
    }
    if (!first.month && (first.day || !first.time.isEmpty())) {
        first.month = second.month;
    }
    if (!first.day && !first.time.isEmpty()) {
        first.day = second.day;
    }
}

/// "9 Sept 2025, 03:10 to 05:00": and the other way round.
void completeAfter(WordedDate &second, const WordedDate &first)
{
    if (second.time.isEmpty() || second.day || second.month || second.year) {
        return;
    }
    second.day = first.day;
    second.month = first.month;
    second.year = first.year;
}

class Phrase
{
public:
    Phrase(QStringView whole, QDate today)
        : m_whole(whole)
        , m_today(today)
    {
    }

    /// EDTF for a whole phrase, without what qualifies it.
    Result<QString> read(const QString &words) const
    {
        static const QRegularExpression between(u"\\Abetween (.+) and (.+)\\z"_s);
        static const QRegularExpression either(u"\\A(?:either )?(.+) or (.+)\\z"_s);
        static const QRegularExpression night(
            u"\\A(?:(?:in |during )?(?:the )?night of|overnight(?: of| on)?) (.+)\\z"_s);
        static const QRegularExpression since(
            u"\\A(?:since (.+)|from (.+?)(?: on| onwards?)|(.+?) onwards?|(.+?)(?: to | until | – | - |–)(?:present|now))\\z"_s);
        static const QRegularExpression until(u"\\A(?:until|till|up to) (.+)\\z"_s);
        static const QRegularExpression outside(u"\\A(before|after|by) (.+)\\z"_s);
        static const QRegularExpression range(
            u"\\A(?:from )?(.+?)(?: to | until | till | through | and | - |\\s*–\\s*|(?<=[a-z])-(?=[a-z])|(?<=\\b\\d{1}|\\b\\d{2})-(?=\\d{1,2} [a-z]))(.+)\\z"_s);

        if (const auto match = between.match(words); match.hasMatch()) {
            return pair(match.captured(1), match.captured(2), u"[%1..%2]"_s);
        }
        if (const auto match = night.match(words); match.hasMatch()) {
            return readNight(match.captured(1));
        }
        if (const auto match = since.match(words); match.hasMatch()) {
            const auto groups = match.capturedTexts().sliced(1).join(QString());
            return single(groups, [](const Written &date) { return date.first + u"/.."_s; });
        }
        if (const auto match = until.match(words); match.hasMatch()) {
            return single(match.captured(1), [](const Written &date) { return u"../"_s + date.last; });
        }
        if (const auto match = outside.match(words); match.hasMatch()) {
            return readOutside(match.captured(1), match.captured(2));
        }
        if (const auto match = either.match(words); match.hasMatch()) {
            return pair(match.captured(1), match.captured(2), u"[%1,%2]"_s);
        }
        if (const auto match = range.match(words); match.hasMatch()) {
            return pair(match.captured(1), match.captured(2), u"%1/%2"_s);
        }
        return single(words, [](const Written &date) { return date.oneOf(); });
    }

private:
    Result<WordedDate> worded(const QString &words, bool needsYear = true) const
    {
        auto date = readWordedDate(words, m_whole, m_today);
        if (date && needsYear && !date->year && m_today.isValid()) {
            date->year = m_today.year();
        }
        return date;
    }

    template<class Form> Result<QString> single(const QString &words, Form form) const
    {
        const auto date = worded(words);
        if (!date) {
            return failure(date);
        }
        const auto written = write(*date, m_whole);
        return written ? Result<QString>(form(*written)) : failure(written);
    }

    Result<QString> pair(const QString &left, const QString &right, const QString &form) const
    {
        auto first = worded(left, false);
        auto second = worded(right, false);
        if (!first || !second) {
            return !first ? failure(first) : failure(second);
        }
        completeAfter(*second, *first);
        if (!second->year && m_today.isValid()) {
            second->year = m_today.year();
        }
        completeFrom(*first, *second);
        const auto from = write(*first, m_whole);
        const auto to = write(*second, m_whole);
        if (!from || !to) {
            return !from ? failure(from) : failure(to);
        }
        return form.arg(from->first, to->last);
    }

    /// A night begins on one day and ends on the next; both may be said.
    Result<QString> readNight(const QString &words) const
    {
        static const QRegularExpression two(u"\\A(.+?)(?: to | and |\\s*[–-]\\s*|/)(.+)\\z"_s);
        if (const auto match = two.match(words); match.hasMatch()) {
            return pair(match.captured(1), match.captured(2), u"%1/%2"_s);
        }
        const auto date = worded(words);
        if (!date) {
            return failure(date);
        }
        const auto written = write(*date, m_whole);
        if (!written) {
            return failure(written);
        }
        if (!date->day || !date->time.isEmpty()) {
            return refuseDate(m_whole, Words::tr("A night needs the day on which it begins."));
        }
        const CivilDay next = civilDay(dayNumber(*date->year, date->month, date->day) + 1);
        return u"%1/%2"_s.arg(written->first, writtenDay(next));
    }

    /// Before and after do not include the date itself, by does.
    Result<QString> readOutside(const QString &word, const QString &words) const
    {
        const auto date = worded(words);
        if (!date) {
            return failure(date);
        }
        const auto written = write(*date, m_whole);
        if (!written) {
            return failure(written);
        }
        if (word == u"by") {
            return u"[..%1]"_s.arg(written->last);
        }
        if (!date->time.isEmpty() || date->month > 12 || date->unit != Unit::Year ||
            date->part != Part::Whole) {
            return refuseDate(m_whole, Words::tr("“Before” and “after” need a plain year, month or day."));
        }
        const int step = word == u"before" ? -1 : 1;
        QString beside;
        if (date->day) {
            beside = writtenDay(civilDay(dayNumber(*date->year, date->month, date->day) + step));
        } else if (date->month) {
            const CivilDay month = civilDay(dayNumber(*date->year, date->month + step, 1));
            beside = u"%1-%2"_s.arg(writtenYear(month.year), twoDigits(month.month));
        } else {
            beside = writtenYear(*date->year + step);
        }
        return (step < 0 ? u"[..%1]"_s : u"[%1..]"_s).arg(beside);
    }

    QStringView m_whole;
    QDate m_today;
};

/// Takes "c.", "probably" and a question mark off; what they say.
Qualifier takeQualifier(QString &words)
{
    static const QRegularExpression approximate(
        u"\\A(?:c\\.? ?(?=\\d)|c\\. ?|c |ca\\.? |circa |about |around |approximately |approx\\.? |roughly |~ ?)"_s);
    static const QRegularExpression uncertain(u"\\A(?:probably|possibly|perhaps|maybe) "_s);
    Qualifier qualifier;
    for (bool again = true; again;) {
        const qsizetype length = words.size();
        words.remove(approximate);
        qualifier.approximate = qualifier.approximate || words.size() < length;
        const qsizetype then = words.size();
        words.remove(uncertain);
        if (words.endsWith(u'?')) {
            words.chop(1);
        }
        qualifier.uncertain = qualifier.uncertain || words.size() < then;
        words = words.trimmed();
        again = words.size() < length && !words.isEmpty();
    }
    return qualifier;
}

/// Marks every date of an EDTF text as a whole.
QString qualified(QString edtf, Qualifier qualifier)
{
    if (qualifier == Qualifier{}) {
        return edtf;
    }
    const QString mark = qualifier.uncertain && qualifier.approximate ? u"%"_s
                         : qualifier.uncertain                        ? u"?"_s
                                                                      : u"~"_s;
    static const QRegularExpression dateEnd(u"(?<=[0-9XZ])(?=/|\\.\\.|,|\\]|\\}|\\z)"_s);
    return edtf.replace(dateEnd, mark);
}

/// EDTF with small slips: single digits, a space before the time, small letters, a true minus sign.
QString tidied(QStringView text)
{
    static const QRegularExpression singleDigit(u"(?<=-)(\\d)(?!\\d)"_s);
    static const QRegularExpression spaceBeforeTime(u"(?<=\\d) (?=\\d{1,2}:\\d{2})"_s);
    QString tidy = text.toString().toUpper().replace(u'\u2212', u'-');
    tidy.replace(singleDigit, u"0\\1"_s).replace(spaceBeforeTime, u"T"_s);
    return tidy.replace(u"?~"_s, u"%"_s).replace(u"~?"_s, u"%"_s);
}

} // namespace

Result<Edtf> readDate(QStringView text, QDate today)
{
    text = text.trimmed();
    auto plain = readEdtf(text);
    if (plain) {
        return plain;
    }
    if (const auto tidy = readEdtf(tidied(text))) {
        return tidy;
    }
    static const QRegularExpression looksLikeEdtf(
        uR"(\A[\[{]|\A[-?~%]*(?:Y|[0-9X]{4}(?![\s'–s]))|\A\.\.|\A\d*\z)"_s);
    static const QRegularExpression longWord(u"[A-Za-z]{3}"_s);
    if (text.size() > longestPhrase ||
        (looksLikeEdtf.matchView(text).hasMatch() && !longWord.matchView(text).hasMatch())) {
        return plain;
    }
    QString words = text.toString().simplified().toLower().replace(u'\u2014', u'\u2013');
    // The hyphen of "mid-March" joins words, while that of "March-May" makes a range.
    static const QRegularExpression partOf(u"\\b(early|mid|late)-"_s);
    words.replace(partOf, u"\\1 "_s);
    const Qualifier qualifier = takeQualifier(words);
    const auto edtf = Phrase(text, today).read(words);
    if (!edtf) {
        return failure(edtf);
    }
    auto read = readEdtf(qualified(*edtf, qualifier));
    if (!read) {
        // The user wrote words: the sentence must quote them.
        return refuseDate(text, read.error().why, read.error().remedy);
    }
    return read;
}

} // namespace redoubt
