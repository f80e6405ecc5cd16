#include "app/checks/rules.h"

#include "app/timeline/datetext.h"
#include "app/timeline/naturaldate.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ContradictingDateRule)
};

/// A sentence with more dates or events is a list, of which nothing is certain.
constexpr qsizetype mostInSentence = 32;
/// A date so near to a link, with no more letters between them than "on" has, belongs to it.
constexpr qsizetype nearby = 16;
constexpr qsizetype lettersBetween = 3;
/// What the time of day is somewhere on earth when it is another one in UTC.
constexpr qint64 mostOffset = 14 * 3600;

struct WrittenDate
{
    Edtf date;
    TextRange range; ///< in the brief
};

struct LinkedEvent
{
    const CheckedEvent *event;
    Bounds bounds;
    TextRange range; ///< of the link in the brief
};

/// The bounds of a date that says for certain when; with a time, what that is in any zone.
std::optional<Bounds> certainBounds(const CheckedEvent &event)
{
    const auto date = readEdtf(event.date);
    if (!date || date->isEmpty() || date->isUncertain() || date->isApproximate())
        return std::nullopt;
    Bounds bounds = date->bounds;
    if (date->precision >= Precision::Day)
        return bounds;
    for (std::optional<qint64> Bounds::*start : {&Bounds::startEarliest, &Bounds::endEarliest})
        bounds.*start = (bounds.*start).transform([](qint64 second) { return second - mostOffset; });
    for (std::optional<qint64> Bounds::*end : {&Bounds::startLatest, &Bounds::endLatest})
        bounds.*end = (bounds.*end).transform([](qint64 second) { return second + mostOffset; });
    return bounds;
}

class DateFinder
{
public:
    explicit DateFinder(const CheckedBrief &brief)
        : m_brief(brief)
    {
        for (const CheckedParagraph &paragraph : brief.paragraphs) {
            for (const CheckedSentence &sentence : paragraph.sentences) {
                const QList<LinkedEvent> events = eventsIn(sentence);
                if (events.isEmpty() || events.size() > mostInSentence)
                    continue;
                const QList<WrittenDate> dates = datesIn(paragraph, sentence);
                if (dates.size() <= mostInSentence)
                    compare(paragraph, sentence, events, dates);
            }
        }
    }

    QList<Finding> found;

private:
    /// None where one of them has a date that is not certain: the date in the text may be its.
    [[nodiscard]] QList<LinkedEvent> eventsIn(const CheckedSentence &sentence) const
    {
        QList<LinkedEvent> events;
        for (const Mention &mention : mentionsWithin(m_brief.draft, sentence.range)) {
            const auto event = m_brief.material.events.constFind(mention.key);
            if (mention.kind != Mention::Kind::Event || event == m_brief.material.events.cend())
                continue;
            const auto bounds = certainBounds(*event);
            if (!bounds)
                return {};
            events.append({&*event, *bounds, mention.range});
        }
        return events;
    }

    [[nodiscard]] QList<WrittenDate> datesIn(const CheckedParagraph &paragraph, const CheckedSentence &sentence) const
    {
        static const QRegularExpression written(
            uR"(\b(?:(?:\d{1,2}\s?[–-]\s?)?\d{1,2}(?:st|nd|rd|th)?\s+)?(?<word>[^\W\d_]{2,})\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?<year>\d{4})\b(?!-\d)|\b\d{4}-\d\d(?:-\d\d)?\b)"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        static const QRegularExpression lastWord(uR"(([^\W\d_]+)\s+\z)"_s, QRegularExpression::UseUnicodePropertiesOption);
        const CheckWords &words = *m_brief.words;
        const QStringView text = QStringView(paragraph.own).sliced(sentence.place.offset, sentence.place.length);
        QList<WrittenDate> dates;
        for (const auto &match : written.globalMatchView(text)) {
            const QString word = match.captured(u"word").toLower();
            const qsizetype from = std::max<qsizetype>(0, match.capturedStart() - nearby);
            const QString before = lastWord.match(text.sliced(from, match.capturedStart() - from).toString()).captured(1).toLower();
            if (words.besideDates.contains(word) || words.besideDates.contains(before))
                continue;
            const qsizetype start = words.withYears.contains(word) ? match.capturedStart(u"year") : match.capturedStart();
            const QStringView wording = text.sliced(start, match.capturedEnd() - start);
            const auto date = readDate(wording.toString().simplified());
            const qsizetype place = sentence.place.offset + start;
            if (date && !date->isUncertain() && !date->isApproximate())
                dates.append({*date, paragraph.reading.inBrief(place, place + wording.size())});
        }
        return dates;
    }

    void compare(const CheckedParagraph &paragraph, const CheckedSentence &sentence, const QList<LinkedEvent> &events,
        const QList<WrittenDate> &dates)
    {
        const auto contradicts
            = [](const WrittenDate &date, const LinkedEvent &event) { return overlaps(date.date.bounds, event.bounds) == Truth::No; };
        const auto isInside = [](const WrittenDate &date, const LinkedEvent &event) { return event.range.touches(date.range.offset); };
        // An event with a date in its link, or with any date of the sentence that can be its, is not that of another date.
        QList<LinkedEvent> open;
        for (const LinkedEvent &event : events) {
            const bool dated = std::ranges::any_of(
                dates, [&](const WrittenDate &date) { return isInside(date, event) || !contradicts(date, event); });
            if (!dated)
                open.append(event);
        }
        const bool speaks = tells(paragraph, sentence);
        for (const WrittenDate &date : dates) {
            const auto inside = std::ranges::find_if(events, [&](const LinkedEvent &event) { return isInside(date, event); });
            const auto beside = std::ranges::find_if(open, [&](const LinkedEvent &event) { return isBeside(date, event); });
            const bool contradictsAll = std::ranges::all_of(events, [&](const LinkedEvent &event) { return contradicts(date, event); });
            if (inside != events.cend() && contradicts(date, *inside))
                report(date, *inside);
            else if (inside == events.cend() && contradictsAll && beside != open.cend())
                report(date, *beside);
            else if (inside == events.cend() && contradictsAll && !open.isEmpty() && !speaks)
                report(date, open.first());
        }
    }

    /// It says what somebody said of an event, and a date in it can be that of the saying.
    [[nodiscard]] bool tells(const CheckedParagraph &paragraph, const CheckedSentence &sentence) const
    {
        static const QRegularExpression word(uR"([^\W\d_]+)"_s, QRegularExpression::UseUnicodePropertiesOption);
        for (const auto &match : word.globalMatchView(QStringView(paragraph.own).sliced(sentence.place.offset, sentence.place.length))) {
            if (m_brief.words->reporting.contains(match.captured().toLower()))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool isBeside(const WrittenDate &date, const LinkedEvent &event) const
    {
        const bool isBehind = date.range.offset >= event.range.end();
        const qsizetype start = isBehind ? event.range.end() : date.range.end();
        const qsizetype end = isBehind ? date.range.offset : event.range.offset;
        if (end < start || end - start > nearby)
            return false;
        const QStringView between = QStringView(m_brief.draft.text).sliced(start, end - start);
        return std::ranges::count_if(between, [](QChar c) { return c.isLetterOrNumber(); }) <= lettersBetween;
    }

    void report(const WrittenDate &date, const LinkedEvent &event)
    {
        const auto dated = readEdtf(event.event->date);
        found.append({.severity = Severity::Error,
            .range = date.range,
            .message = Words::tr("The text says %1, and “%2” is dated %3.").arg(dateText(date.date), event.event->title, dateText(*dated))});
    }

    const CheckedBrief &m_brief;
};

} // namespace

Rule contradictingDateRule()
{
    return {u"contradicting-date"_s, Severity::Error, Words::tr("Date that contradicts the event"),
        Words::tr("A sentence links to an event and has a date in it on which that event certainly was not. One of the two is wrong, or the "
                  "date is of something else and belongs in a sentence of its own. Dates that are approximate, uncertain, or may be the "
                  "same in another time zone are passed over."),
        [](const CheckedBrief &brief) { return brief.words ? DateFinder(brief).found : QList<Finding>(); }};
}

} // namespace redoubt
