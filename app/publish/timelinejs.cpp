#include "app/project/projectinfo.h"
#include "app/publish/eventexport.h"
#include "app/publish/outfile.h"
#include "app/timeline/calendar.h"
#include "app/timeline/datetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::TimelineJs)
};

/// Beyond these years JavaScript has no dates; a timeline that goes there counts in years only.
constexpr qint64 lastYearOfJavaScript = 271'000;

enum class Unit { Year, Month, Day, Minute, Second };

bool isLimit(const std::optional<qint64> &second)
{
    return !second || *second == std::numeric_limits<qint64>::min() || *second == std::numeric_limits<qint64>::max();
}

/// The coarsest unit of the calendar that a date from a second to another keeps to.
Unit unitOf(const std::optional<qint64> &from, const std::optional<qint64> &to)
{
    if (isLimit(from) || isLimit(to))
        return Unit::Day;
    const qint64 after = saturatingAdd(*to, 1);
    const auto startsDay = [](qint64 second) { return firstSecond(dayOfSecond(second)) == second; };
    if (!startsDay(*from) || !startsDay(after))
        return *from % 60 == 0 && after % 60 == 0 ? Unit::Minute : Unit::Second;
    const CivilDay first = civilDay(dayOfSecond(*from));
    const CivilDay next = civilDay(dayOfSecond(after));
    if (first.day != 1 || next.day != 1)
        return Unit::Day;
    return first.month == 1 && next.month == 1 ? Unit::Year : Unit::Month;
}

QJsonObject parts(qint64 second, Unit unit)
{
    const qint64 number = dayOfSecond(second);
    const CivilDay day = civilDay(number);
    const qint64 time = second - firstSecond(number);
    QJsonObject date{{u"year"_s, day.year}};
    if (unit >= Unit::Month)
        date.insert(u"month"_s, day.month);
    if (unit >= Unit::Day)
        date.insert(u"day"_s, day.day);
    if (unit >= Unit::Minute) {
        date.insert(u"hour"_s, time / 3600);
        date.insert(u"minute"_s, time / 60 % 60);
    }
    if (unit >= Unit::Second)
        date.insert(u"second"_s, time % 60);
    return date;
}

/// start_date and end_date as far as the bounds are known; empty when TimelineJS has nowhere to place the event. A single
/// date that fills a unit (a year, a month, a day) needs no end.
QJsonObject dates(const Bounds &bounds)
{
    const bool hasStart = !isLimit(bounds.startEarliest);
    const bool hasEnd = !isLimit(bounds.endLatest);
    const QJsonObject first = hasStart ? parts(*bounds.startEarliest, unitOf(bounds.startEarliest, bounds.startLatest)) : QJsonObject();
    const QJsonObject last = hasEnd ? parts(*bounds.endLatest, unitOf(bounds.endEarliest, bounds.endLatest)) : QJsonObject();
    if (!hasStart && !hasEnd)
        return {};
    QJsonObject found{{u"start_date"_s, hasStart ? first : last}};
    if (hasStart && hasEnd && last != first)
        found.insert(u"end_date"_s, last);
    return found;
}

QString paragraphs(const QString &text)
{
    QString html;
    for (const QString &paragraph : text.split(u'\n', Qt::SkipEmptyParts))
        html += u"<p>"_s + paragraph.toHtmlEscaped() + u"</p>"_s;
    return html;
}

/// What happened, then what is known about it in one line.
QString body(const ExportedEvent &exported)
{
    const Event &event = exported.event;
    QStringList facts{event.place, event.actors.join(u", "_s)};
    if (event.certainty == Certainty::Reported)
        facts.append(Tr::tr("reported, not confirmed"));
    if (event.certainty == Certainty::Disputed)
        facts.append(Tr::tr("disputed"));
    if (event.certainty == Certainty::Retracted)
        facts.append(Tr::tr("retracted"));
    facts.removeAll(QString());
    QString html = paragraphs(event.summary) + paragraphs(facts.join(u" · "_s));
    if (!exported.sources.isEmpty())
        html += paragraphs(Tr::tr("Sources: %1").arg(exported.sources.join(u", "_s)));
    return html;
}

/// All fields as they are in the project.
QJsonObject ourFields(const ExportedEvent &exported)
{
    const Event &event = exported.event;
    QJsonObject fields{{u"title"_s, event.title}, {u"lane"_s, exported.lane}, {u"place"_s, event.place},
        {u"certainty"_s, certaintyNames.name(event.certainty)}, {u"summary"_s, event.summary},
        {u"actors"_s, QJsonArray::fromStringList(event.actors)}, {u"tags"_s, QJsonArray::fromStringList(exported.tags)},
        {u"sources"_s, QJsonArray::fromStringList(exported.sources)}};
    if (event.coordinates) {
        fields.insert(u"latitude"_s, event.coordinates->latitude);
        fields.insert(u"longitude"_s, event.coordinates->longitude);
    }
    const auto insert = [&](const QString &name, const std::optional<int> &value) {
        if (value)
            fields.insert(name, *value);
    };
    insert(u"casualties_low"_s, event.casualtiesLow);
    insert(u"casualties_best"_s, event.casualtiesBest);
    insert(u"casualties_high"_s, event.casualtiesHigh);
    return fields;
}

QJsonObject slide(const ExportedEvent &exported, QJsonObject slide, const QLocale &locale)
{
    const Event &event = exported.event;
    const auto date = readEdtf(event.date);
    slide.insert(u"display_date"_s, (date ? dateText(*date, locale) : event.date).toHtmlEscaped());
    slide.insert(u"text"_s, QJsonObject{{u"headline"_s, event.title.toHtmlEscaped()}, {u"text"_s, body(exported)}});
    slide.insert(u"unique_id"_s, event.key);
    if (!exported.lane.isEmpty())
        slide.insert(u"group"_s, exported.lane.toHtmlEscaped());
    slide.insert(u"edtf"_s, event.date);
    slide.insert(u"redoubt"_s, ourFields(exported));
    return slide;
}

bool isBeyondJavaScript(const QJsonObject &slide)
{
    const auto beyond = [&](const QString &name) {
        return std::abs(slide[name][u"year"_s].toInteger()) > lastYearOfJavaScript;
    };
    return beyond(u"start_date"_s) || beyond(u"end_date"_s);
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<WrittenEvents> writeSlides(OutFile &out, const ProjectInfo &info, const Reader &reader, const EventChoice &choose, JobState *job)
{
    WrittenEvents written;
    bool isCosmological = false;
    const QLocale locale(info.language);
    if (auto begun = out.write("{\"events\":["); !begun)
        return failure(begun);
    const auto all = eachExportedEvent(
        reader, choose,
        [&](const ExportedEvent &exported) -> Result<> {
            const QJsonObject when = dates(exported.event.bounds);
            if (when.isEmpty()) {
                ++written.leftOut;
                return {};
            }
            isCosmological = isCosmological || isBeyondJavaScript(when);
            return out.write((written.events++ == 0 ? "\n" : ",\n") + json(slide(exported, when, locale)));
        },
        job);
    if (!all)
        return failure(all);
    const QJsonObject title{{u"text"_s, QJsonObject{{u"headline"_s, info.title.toHtmlEscaped()},
        {u"text"_s, paragraphs(Tr::tr("%n event(s)", nullptr, int(written.events)))}}}};
    const QByteArray scale = isCosmological ? "cosmological" : "human";
    if (auto ended = out.write("\n],\n\"scale\":\"" + scale + "\",\n\"title\":" + json(title) + "}\n"); !ended)
        return failure(ended);
    return written;
}

} // namespace

Result<WrittenEvents> writeTimelineJs(const Reader &reader, const QString &file, const EventChoice &choose, JobState *job)
{
    const auto info = projectInfo(reader);
    if (!info)
        return failure(info);
    OutFile out(file);
    if (auto opened = out.open(); !opened)
        return failure(opened);
    auto written = writeSlides(out, *info, reader, choose, job);
    if (!written)
        return written;
    const auto size = out.commit();
    if (!size)
        return failure(size);
    written->bytes = *size;
    return written;
}

} // namespace redoubt
