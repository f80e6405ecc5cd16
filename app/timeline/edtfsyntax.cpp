#include "app/timeline/edtfsyntax.h"

#include "app/timeline/edtfcheck.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Dates)
};

constexpr qsizetype longestText = 4096;

Qualifier qualifierOf(QStringView mark)
{
    return {mark == u'?' || mark == u'%', mark == u'~' || mark == u'%'};
}

Result<EdtfDate> readPrefixedYear(QStringView text)
{
    static const QRegularExpression pattern(
        uR"(\AY(-?)([0-9]+)(?:E([0-9]{1,9}))?(?:S([0-9]{1,9}))?([?~%]?)\z)"_s);
    const auto match = pattern.matchView(text);
    if (!match.hasMatch()) {
        return refuseDate(text, Words::tr("After Y there must be a whole number and nothing else."),
            Words::tr("Write a distant year as in Y-170000002, Y17E7 or Y171010000S3."));
    }
    EdtfDate date;
    const bool exponential = match.hasCaptured(3);
    const bool rounded = match.hasCaptured(4);
    date.year = {!match.capturedView(1).isEmpty(), match.captured(2), true, match.capturedView(3).toInt(),
        match.capturedView(4).toInt()};
    date.yearQualifier = qualifierOf(match.capturedView(5));
    date.level = exponential || rounded ? 2 : 1;
    if (date.year.digits.startsWith(u'0')) {
        return refuseDate(text, Words::tr("A year after Y does not begin with a zero."));
    }
    if (exponential && date.year.exponent == 0) {
        return refuseDate(text, Words::tr("The exponent after E counts zeros, at least one."));
    }
    if (!exponential && date.year.digits.size() < 5) {
        return refuseDate(text, Words::tr("Y is for years of more than four digits."),
            Words::tr("Write a year of up to four digits without Y, as in %1.")
                .arg((date.year.negative ? u"-"_s : QString()) + date.year.digits.rightJustified(4, u'0')));
    }
    if (rounded &&
        (date.year.significant < 1 || date.year.significant > date.year.digits.size() + date.year.exponent)) {
        return refuseDate(
            text, Words::tr("The number after S counts the digits of the year that are certain."));
    }
    return date;
}

bool isMasked(const EdtfDate &date)
{
    return (date.year.digits + date.month + date.day).contains(u'X');
}

/// The level that unknown digits ask for: from the right up to two of the year, or whole months and days, is
/// level 1.
int levelOfMasks(const EdtfDate &date)
{
    if (!isMasked(date)) {
        return 0;
    }
    static const QRegularExpression levelOne(
        uR"(\A[0-9]{2}(?:[0-9]X|XX|[0-9]{2}(?:XX|[0-9]{2}XX|XXXX))\z)"_s);
    return levelOne.match(date.year.digits + date.month + date.day).hasMatch() ? 1 : 2;
}

/// Year, month and day in digits and nothing else: the form of nearly all dates, read without a pattern.
std::optional<EdtfDate> readPlainDate(QStringView text)
{
    const bool whole = text.size() == 4 || text.size() == 7 || text.size() == 10;
    for (qsizetype i = 0; whole && i < text.size(); ++i) {
        const bool hyphen = i == 4 || i == 7;
        if (hyphen ? text[i] != u'-' : text[i] < u'0' || text[i] > u'9') {
            return {};
        }
    }
    if (!whole) {
        return {};
    }
    EdtfDate date;
    date.year.digits = text.first(4).toString();
    date.month = text.size() > 4 ? text.sliced(5, 2).toString() : QString();
    date.day = text.size() > 7 ? text.last(2).toString() : QString();
    const int season = date.season();
    date.level = season > 24 ? 2 : season > 0 ? 1 : 0;
    return date;
}

Result<EdtfDate> readCalendarDate(QStringView text)
{
    if (const auto plain = readPlainDate(text)) {
        const auto possible = checkDay(text, *plain);
        return possible ? Result<EdtfDate>(*plain) : failure(possible);
    }
    static const QRegularExpression pattern(
        uR"(\A([?~%]?)(-?)([0-9X]{4})(?:S([0-9]{1,9}))?([?~%]?))"
        uR"((?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?\z)"_s);
    const auto match = pattern.matchView(text);
    if (!match.hasMatch()) {
        return refuseShape(text);
    }
    EdtfDate date;
    date.year = {
        !match.capturedView(2).isEmpty(), match.captured(3), false, 0, match.capturedView(4).toInt()};
    date.month = match.captured(7);
    date.day = match.captured(10);

    // A mark on the right of a part speaks of that part and of all before it; one on its left of that part
    // alone.
    const Qualifier afterYear = qualifierOf(match.capturedView(5));
    const Qualifier afterMonth = qualifierOf(match.capturedView(8));
    const Qualifier afterDay = qualifierOf(match.capturedView(11));
    date.dayQualifier = qualifierOf(match.capturedView(9)) | afterDay;
    date.monthQualifier = qualifierOf(match.capturedView(6)) | afterMonth | afterDay;
    date.yearQualifier = qualifierOf(match.capturedView(1)) | afterYear | afterMonth | afterDay;

    const bool inside = std::ranges::any_of(text.chopped(1), [](QChar c) { return u"?~%"_s.contains(c); });
    const bool whole = !inside && date.qualifier() != Qualifier{};
    const int season = date.season();
    date.level =
        std::max({inside ? 2 : 0, whole ? 1 : 0, levelOfMasks(date), season > 24 ? 2 : 0, season > 0 ? 1 : 0,
            match.hasCaptured(4) ? 2 : 0, season > 0 && date.year.digits.contains(u'X') ? 2 : 0});
    if (match.hasCaptured(4) && (date.year.significant < 1 || date.year.significant > 4 ||
                                    !date.month.isEmpty() || date.year.digits.contains(u'X'))) {
        return refuseDate(text,
            Words::tr("The number after S counts the digits of the year that are certain."),
            Words::tr("Write it after a year alone, as in 1950S2."));
    }
    if (const auto possible = checkDay(text, date); !possible) {
        return failure(possible);
    }
    return date;
}

/// Minutes east of UTC. ISO 8601 gives UTC itself a plus sign.
Result<int> readOffset(QStringView text, QStringView sign, QStringView hours, QStringView rest)
{
    const int minutes = hours.toInt() * 60 + rest.toInt();
    const bool west = sign == u'-';
    if (west && minutes == 0) {
        return refuseDate(text, Words::tr("UTC has no minus sign."), Words::tr("Write it as Z or +00:00."));
    }
    if (minutes > (west ? 12 : 14) * 60 || rest.toInt() > 59) {
        return refuseDate(
            text, Words::tr("No place on Earth is more than 14 hours ahead of UTC, or 12 behind it."));
    }
    return west ? -minutes : minutes;
}

Result<EdtfDate> readDateTime(QStringView text, QStringView day, QStringView clock)
{
    static const QRegularExpression pattern(uR"(\A([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?)"_s
                                            uR"((?:(Z)|([+-])([0-9]{2})(?::([0-9]{2}))?)?([?~%]?)\z)"_s);
    auto date = readCalendarDate(day);
    if (!date) {
        return date;
    }
    if (date->day.isEmpty() || date->level > 0) {
        return refuseDate(text, Words::tr("A time needs a plain, complete day before it."),
            Words::tr("Write it as in 2026-05-29T03:10."));
    }
    const auto match = pattern.matchView(clock);
    if (!match.hasMatch()) {
        return refuseDate(text, Words::tr("The time after T is not complete."),
            Words::tr("Write it as in 2026-05-29T03:10:00Z or 2026-05-29T03:10+03:00."));
    }
    EdtfTime time{match.capturedView(1).toInt(), match.capturedView(2).toInt(), {},
        match.captured(4).leftJustified(9, u'0').toInt(), {}};
    if (match.hasCaptured(3)) {
        time.second = match.capturedView(3).toInt();
    }
    if (match.hasCaptured(5)) {
        time.offsetMinutes = 0;
    } else if (match.hasCaptured(6)) {
        const auto offset =
            readOffset(text, match.capturedView(6), match.capturedView(7), match.capturedView(8));
        if (!offset) {
            return failure(offset);
        }
        time.offsetMinutes = *offset;
    }
    date->time = time;
    if (const auto possible = checkTime(text, *date); !possible) {
        return failure(possible);
    }
    const Qualifier mark = qualifierOf(match.capturedView(9));
    date->yearQualifier = date->monthQualifier = date->dayQualifier = mark;
    date->level = mark == Qualifier{} ? 0 : 1;
    return date;
}

Result<EdtfDate> readOneDate(QStringView text)
{
    if (text.startsWith(u'Y')) {
        return readPrefixedYear(text);
    }
    if (const qsizetype separator = text.indexOf(u'T'); separator >= 0) {
        return readDateTime(text, text.first(separator), text.sliced(separator + 1));
    }
    return readCalendarDate(text);
}

Result<EdtfEnd> readEnd(QStringView text, EdtfEnd::Kind whenEmpty)
{
    if (text.isEmpty()) {
        return EdtfEnd{whenEmpty, {}};
    }
    // Within a set, two dots stand between its ends already.
    if (text == u".." && whenEmpty == EdtfEnd::Kind::Unknown) {
        return EdtfEnd{EdtfEnd::Kind::Open, {}};
    }
    const auto date = readOneDate(text);
    if (!date) {
        return failure(date);
    }
    return EdtfEnd{EdtfEnd::Kind::Known, *date};
}

Result<EdtfRange> readRange(QStringView from, QStringView to, EdtfEnd::Kind whenEmpty)
{
    const auto start = readEnd(from, whenEmpty);
    if (!start) {
        return failure(start);
    }
    const auto end = readEnd(to, whenEmpty);
    if (!end) {
        return failure(end);
    }
    return EdtfRange{*start, *end, false};
}

Result<EdtfRange> readMember(QStringView text)
{
    if (const qsizetype dots = text.indexOf(u".."); dots >= 0 && text.size() > 2) {
        return readRange(text.first(dots), text.sliced(dots + 2), EdtfEnd::Kind::Open);
    }
    const auto date = readOneDate(text);
    if (!date) {
        return failure(date);
    }
    const EdtfEnd end{EdtfEnd::Kind::Known, *date};
    return EdtfRange{end, end, true};
}

/// Of an interval. Unknown digits within one are a matter of level 2, whatever they are on their own.
int levelOf(const EdtfRange &range)
{
    const bool bothKnown = range.from.kind == EdtfEnd::Kind::Known && range.to.kind == EdtfEnd::Kind::Known;
    const bool masked = isMasked(range.from.date) || isMasked(range.to.date);
    return std::max({range.from.date.level, range.to.date.level, bothKnown ? 0 : 1, masked ? 2 : 0});
}

Result<EdtfExpression> readInterval(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto range = readRange(text.first(slash), text.sliced(slash + 1), EdtfEnd::Kind::Unknown);
    if (!range) {
        return failure(range);
    }
    return EdtfExpression{EdtfExpression::Form::Interval, {*range}, levelOf(*range), text.toString()};
}

Result<EdtfExpression> readSet(QStringView text)
{
    const bool all = text.startsWith(u'{');
    if (text.size() < 2 || !text.endsWith(all ? u'}' : u']')) {
        return refuseDate(text, Words::tr("The set has no closing bracket."),
            Words::tr("Write [a,b] for one of several dates and {a,b} for all of them."));
    }
    EdtfExpression set{
        all ? EdtfExpression::Form::AllOf : EdtfExpression::Form::OneOf, {}, 2, text.first(1).toString()};
    const auto parts = text.sliced(1, text.size() - 2).split(u',');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QStringView part = i > 0 && parts[i].startsWith(u' ') ? parts[i].sliced(1) : parts[i];
        const auto member = readMember(part);
        if (!member) {
            return failure(member);
        }
        const bool openInside = (member->from.kind == EdtfEnd::Kind::Open && i > 0) ||
                                (member->to.kind == EdtfEnd::Kind::Open && i + 1 < parts.size());
        if (openInside) {
            return refuseDate(text,
                Words::tr("Only the first date of a set can be open before, and only the last one after."));
        }
        set.members.push_back(*member);
        set.text += (i > 0 ? u","_s : QString()) + part.toString();
    }
    set.text += text.last(1);
    return set;
}

} // namespace

int EdtfDate::season() const
{
    const int number = month.contains(u'X') ? 0 : month.toInt();
    return number > 12 ? number : 0;
}

Result<EdtfExpression> readEdtfSyntax(QStringView text)
{
    text = text.trimmed();
    if (text.size() > longestText) {
        return refuseDate(
            text.first(40), Words::tr("It is longer than %Ln characters.", nullptr, int(longestText)));
    }
    if (text.startsWith(u'[') || text.startsWith(u'{')) {
        return readSet(text);
    }
    if (text.count(u'/') > 1) {
        return refuseDate(text, Words::tr("An interval has one slash, between its first and its last date."));
    }
    if (text.contains(u'/')) {
        return readInterval(text);
    }
    const auto range = readMember(text);
    if (!range) {
        return failure(range);
    }
    if (!range->single) {
        return refuseDate(text, Words::tr("Two dots outside brackets have no meaning here."),
            Words::tr("Write an interval with a slash (2014/2016, 2014/..), or one of several dates as in "
                      "[2014..2016]."));
    }
    return EdtfExpression{EdtfExpression::Form::Date, {*range}, range->from.date.level, text.toString()};
}

std::unexpected<Error> refuseDate(QStringView text, QString why, QString remedy)
{
    return failure(Words::tr("“%1” could not be read as a date.").arg(text), std::move(why),
        std::move(remedy), Error::Kind::Invalid);
}

} // namespace redoubt
