#include "app/timeline/naturaldate.h"

#include "app/timeline/writtendate.h"

#include <QCoreApplication>
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

QString zoneIn(const QString &time)
{
    static const QRegularExpression zone(u"[Z+-].*"_s);
    return zone.match(time).captured();
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
    // "02:00 to 03:00 UTC": the zone is that of both.
    if (!first.time.isEmpty() && zoneIn(first.time).isEmpty()) {
        first.time += zoneIn(second.time);
    }
}

/// "9 Sept 2025, 03:10 to 05:00", "Sept 9 to 10, 2025": and the other way round.
void completeAfter(WordedDate &second, const WordedDate &first)
{
    if (!second.time.isEmpty() && !second.day && !second.month && !second.year) {
        second.day = first.day;
        second.month = first.month;
        second.year = first.year;
    }
    if (second.day && !second.month && first.month <= 12) {
        second.month = first.month;
    }
    if ((second.day || second.month) && !second.year) {
        second.year = first.year;
    }
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
        static const QRegularExpression between(u"\\A(?:(.+?),? )?between (.+) and (.+)\\z"_s);
        static const QRegularExpression night(
            u"\\A(?:(?:in|on|during|over) )?(?:(?:the )?night (?:of|from)|overnight(?: of| on)?) (.+)\\z"_s);
        static const QRegularExpression slashed(
            u"\\A(\\d{1,2})/(\\d{1,2}) ([a-z].+)\\z"_s, QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression either(u"\\A(?:either )?(.+) or (.+)\\z"_s);
        static const QRegularExpression range(
            u"\\A(?:from )?(.+?)(?: to | until | till | through | and | - "
            u"|\\s*–\\s*|(?<=[a-z])(?<!utc|gmt)-(?=[a-z\\d])|"
            u"(?<=\\A\\d|\\A\\d\\d|[^-\\d]\\d|[^-\\d]\\d\\d)-(?=\\d{1,2}(?: [a-z]|,? \\d{4})))(.+)\\z"_s);

        if (const auto match = between.match(words); match.hasMatch()) {
            const QString day = match.captured(1).isEmpty() ? QString() : match.captured(1) + u' ';
            return pair(day + match.captured(2), match.captured(3), u"[%1..%2]"_s);
        }
        if (const auto match = night.match(words); match.hasMatch()) {
            return readNight(match.captured(1));
        }
        if (const auto match = slashed.matchView(m_whole); match.hasMatch()) {
            return refuseDate(m_whole, Words::tr("A slash can mean “or” as well as “to”."),
                Words::tr("Write “%1 or %2 %3” or “%1 to %2 %3”.")
                    .arg(match.captured(1), match.captured(2), match.captured(3)));
        }
        if (auto open = readOpen(words)) {
            return *std::move(open);
        }
        if (const auto match = either.match(words); match.hasMatch()) {
            return pair(match.captured(1), match.captured(2), u"[%1,%2]"_s);
        }
        if (const auto match = range.match(words); match.hasMatch()) {
            return pair(match.captured(1), match.captured(2), u"%1/%2"_s);
        }
        if (words.startsWith(u"from ")) {
            return single(words.sliced(5), [](const Written &date) { return date.first + u"/.."_s; });
        }
        return single(words, [](const Written &date) { return date.oneOf(); });
    }

private:
    Result<WordedDate> worded(const QString &words, bool needsYear = true) const
    {
        auto date = readWordedDate(words, m_whole, m_today);
        if (date && needsYear && !date->year && date->month != 0 && m_today.isValid()) {
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
        const auto written = writeDate(*date, m_whole);
        if (!written) {
            return failure(written);
        }
        return date->approximate ? qualified(form(*written), {false, true}) : form(*written);
    }

    Result<QString> pair(const QString &left, const QString &right, const QString &form) const
    {
        auto first = worded(left, false);
        auto second = worded(right, false);
        if (!first || !second) {
            return !first ? failure(first) : failure(second);
        }
        completeAfter(*second, *first);
        if (!second->year && second->month != 0 && m_today.isValid()) {
            second->year = m_today.year();
        }
        completeFrom(*first, *second);
        const auto from = writeDate(*first, m_whole);
        const auto to = writeDate(*second, m_whole);
        if (!from || !to) {
            return !from ? failure(from) : failure(to);
        }
        const Qualifier near{false, first->approximate || second->approximate};
        return qualified(form.arg(from->first, to->last), near);
    }

    /// What has a limit on one side only; nothing when these words have none.
    std::optional<Result<QString>> readOpen(const QString &words) const
    {
        static const QRegularExpression since(
            u"\\A(?:since (.+)|from (.+?)(?: on| onwards?)|(.+?) onwards?|(.+?)(?: to | until | – | - |–)(?:present|now))\\z"_s);
        static const QRegularExpression until(u"\\A(?:until|till|up to) (.+)\\z"_s);
        static const QRegularExpression atMost(
            u"\\A(?:(?:no later than|not later than|not after|on or before|by) (.+)|(.+?)(?: or (?:earlier|before)| at the latest))\\z"_s);
        static const QRegularExpression atLeast(
            u"\\A(?:(?:no earlier than|not earlier than|not before|on or after) (.+)|(.+?)(?: or (?:later|after)| at the earliest))\\z"_s);
        static const QRegularExpression outside(u"\\A(before|after) (.+)\\z"_s);
        const auto said = [](const QRegularExpressionMatch &match) {
            return match.capturedTexts().sliced(1).join(QString());
        };
        if (const auto match = since.match(words); match.hasMatch()) {
            return single(said(match), [](const Written &date) { return date.first + u"/.."_s; });
        }
        if (const auto match = until.match(words); match.hasMatch()) {
            return single(said(match), [](const Written &date) { return u"../"_s + date.last; });
        }
        if (const auto match = atMost.match(words); match.hasMatch()) {
            return single(said(match), [](const Written &date) { return u"[..%1]"_s.arg(date.last); });
        }
        if (const auto match = atLeast.match(words); match.hasMatch()) {
            return single(said(match), [](const Written &date) { return u"[%1..]"_s.arg(date.first); });
        }
        if (const auto match = outside.match(words); match.hasMatch()) {
            return readOutside(match.captured(1), match.captured(2));
        }
        return {};
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
        const auto written = writeDate(*date, m_whole);
        if (!written) {
            return failure(written);
        }
        if (!date->day || !date->time.isEmpty()) {
            return refuseDate(m_whole, Words::tr("A night needs the day on which it begins."));
        }
        const CivilDay next = civilDay(dayNumber(*date->year, date->month, date->day) + 1);
        return u"%1/%2"_s.arg(written->first, writtenDay(next));
    }

    /// Before and after do not include the date itself.
    Result<QString> readOutside(const QString &word, const QString &words) const
    {
        const auto date = worded(words);
        if (!date) {
            return failure(date);
        }
        const auto written = writeDate(*date, m_whole);
        if (!written) {
            return failure(written);
        }
        if (!date->time.isEmpty() || date->month > 12 || date->unit != Unit::Year ||
            date->part != Part::Whole || date->toHour || date->wholeWeek) {
            return refuseDate(m_whole, Words::tr("“Before” and “after” need a plain year, month or day."));
        }
        const int step = word == u"before" ? -1 : 1;
        QString beside;
        if (date->day) {
            beside = writtenDay(civilDay(dayNumber(*date->year, date->month, date->day) + step));
        } else if (date->month) {
            const CivilDay month = civilDay(dayNumber(*date->year, date->month + step, 1));
            beside = writtenMonth(month.year, month.month);
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
        u"\\A(?:c\\.? ?(?=\\d)|c\\. ?|c |ca\\.? |circa |(?:on or |at )?(?:about|around) |approximately |approx\\.? |roughly |~ ?)"_s);
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

/// What differs from EDTF only in how it is set: a true minus sign, a small x, spaces around commas.
QString plainlySet(QStringView text)
{
    static const QRegularExpression comma(u"\\s*,\\s*"_s);
    static const QRegularExpression mask(u"(?<![a-wyz])x(?![a-wyz])"_s);
    static const QRegularExpression spaceBeforeTime(u"(?<=\\d) (?=\\d{2}:\\d{2})"_s);
    QString plain = text.toString().replace(u'\u2212', u'-');
    if (plain.startsWith(u'[') || plain.startsWith(u'{')) {
        plain.replace(comma, u","_s);
    }
    return plain.replace(mask, u"X"_s).replace(spaceBeforeTime, u"T"_s);
}

/// EDTF with slips: single digits, small letters, other separators, both qualifiers one after the other.
QString tidied(QStringView text)
{
    static const QRegularExpression singleDigit(u"(?<=-)(\\d)(?!\\d)"_s);
    static const QRegularExpression spaceBeforeTime(u"(?<=\\d) +(?=\\d{1,2}:\\d{2})"_s);
    static const QRegularExpression singleHour(u"(?<=T)(?=\\d:)"_s);
    static const QRegularExpression separators(u"\\A(\\d{4})([./])(\\d{1,2})\\2(\\d{1,2})(?!\\d)"_s);
    static const QRegularExpression years(u"\\A(\\d{4})-(\\d{4})\\z"_s);
    QString tidy = plainlySet(text).toUpper();
    tidy.replace(separators, u"\\1-\\3-\\4"_s).replace(years, u"\\1/\\2"_s);
    tidy.replace(singleDigit, u"0\\1"_s).replace(spaceBeforeTime, u"T"_s).replace(singleHour, u"0"_s);
    return tidy.replace(u"?~"_s, u"%"_s).replace(u"~?"_s, u"%"_s);
}

/// Phrases for which one word will do, and compounds that hold no range.
QString simplified(QStringView text)
{
    static const QRegularExpression partOf(u"\\b(early|mid|late)-"_s);
    static const QRegularExpression beforeDawn(
        u"\\b(?:before (?:dawn|daybreak|sunrise)|pre-dawn|small hours)\\b"_s);
    static const QRegularExpression winter(u"\\bwinter (?:of )?(\\d{4}) ?[/–-] ?(\\d{2}|\\d{4})\\b"_s);
    static const QRegularExpression quarter(u"\\b(\\d{4})-?([qh][1-4])\\b"_s);
    static const QRegularExpression joined(u"\\b(\\d{1,2})-?([a-z]{3,9})-?(\\d{4})\\b"_s);
    QString words = text.toString().simplified().toLower().replace(u'\u2014', u'\u2013');
    // The hyphen of "mid-March" joins words, while that of "March-May" makes a range.
    words.replace(partOf, u"\\1 "_s).replace(beforeDawn, u"predawn"_s);
    words.replace(quarter, u"\\1 \\2"_s).replace(joined, u"\\1 \\2 \\3"_s);
    if (const auto match = winter.match(words); match.hasMatch()) {
        const int first = match.capturedView(1).toInt();
        const int second = match.capturedView(2).toInt();
        if (second == first + 1 || second == (first + 1) % 100) {
            words.replace(winter, u"winter \\1"_s);
        }
    }
    return words;
}

} // namespace

Result<Edtf> readDate(QStringView text, QDate today, Slips slips)
{
    text = text.trimmed();
    auto plain = readEdtf(text);
    if (plain) {
        return plain;
    }
    if (const auto set = readEdtf(plainlySet(text))) {
        return set;
    }
    if (const auto tidy = readEdtf(tidied(text))) {
        return slips == Slips::Mended
                   ? tidy
                   : refuseDate(text, plain.error().why, Words::tr("Write %1.").arg(tidy->text));
    }
    static const QRegularExpression looksLikeEdtf(
        uR"(\A[\[{]|\A[-?~%]*(?:Y|[0-9X]{4}(?![\s'–s]|-?[QqHh]\d))|\A\.\.|\A\d*\z)"_s);
    static const QRegularExpression longWord(u"[A-Za-z]{3}|\\s(?:to|or)\\s"_s);
    if (text.size() > longestPhrase ||
        (looksLikeEdtf.matchView(text).hasMatch() && !longWord.matchView(text).hasMatch())) {
        return plain;
    }
    QString words = simplified(text);
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
