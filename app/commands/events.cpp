#include "app/commands/command.h"

#include "app/commands/eventchoice.h"
#include "app/commands/times.h"
#include "app/project/project.h"
#include "app/sources/evidence.h"
#include "app/timeline/datetext.h"
#include "app/timeline/link.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::EventsCommand)
};

/// What the events refer to.
struct Surroundings
{
    QHash<Id<Lane>, Lane> lanes;
    QHash<Id<Event>, QString> keys;
    QMultiHash<Id<Event>, QString> sources;
    QMultiHash<Id<Event>, Link> links;
};

Result<Surroundings> surroundings(const Reader &reader, const QList<Event> &all)
{
    const auto rows = lanes(reader);
    const auto documents = sources(reader);
    const auto proofs = evidence(reader);
    const auto between = links(reader);
    if (!rows || !documents || !proofs || !between)
        return !rows        ? failure(rows)
               : !documents ? failure(documents)
               : !proofs    ? failure(proofs)
                            : failure(between);
    Surroundings result;
    QHash<Id<Source>, QString> sourceKeys;
    for (const Lane &lane : *rows)
        result.lanes.insert(lane.id, lane);
    for (const Source &source : *documents)
        sourceKeys.insert(source.id, source.key);
    for (const Event &event : all)
        result.keys.insert(event.id, event.key);
    for (const Evidence &proof : *proofs)
        result.sources.insert(proof.event, sourceKeys.value(proof.source));
    for (const Link &link : *between)
        result.links.insert(link.from, link);
    return result;
}

QJsonObject jsonOf(const Event &event, const Surroundings &around)
{
    QStringList sourceKeys = around.sources.values(event.id);
    sourceKeys.sort();
    QJsonArray linked;
    for (const Link &link : around.links.values(event.id))
        linked.prepend(
            QJsonObject{{u"kind"_s, linkKindNames.name(link.kind)}, {u"to"_s, around.keys.value(link.to)}});
    return {{u"key"_s, event.key}, {u"title"_s, event.title}, {u"date"_s, event.date},
        {u"earliest"_s, isoTime(event.bounds.startEarliest)}, {u"latest"_s, isoTime(event.bounds.endLatest)},
        {u"lane"_s, around.lanes.value(event.lane).key}, {u"place"_s, event.place},
        {u"certainty"_s, certaintyNames.name(event.certainty)},
        {u"sources"_s, QJsonArray::fromStringList(sourceKeys)}, {u"links"_s, linked}};
}

Result<Answer> run(const QCommandLineParser &parser)
{
    auto filter = eventFilterFrom(parser);
    if (!filter)
        return failure(filter);
    if (const QString match = parser.value(u"match"_s); !match.isEmpty())
        filter->terms.append({FilterField::Text, match});
    const auto project = Project::open(parser.positionalArguments().first(), Project::Mode::ReadOnly);
    if (!project)
        return failure(project);
    const auto all = events((*project)->reader());
    if (!all)
        return failure(all);
    const auto around = surroundings((*project)->reader(), *all);
    if (!around)
        return failure(around);
    const auto chosen = eventsPassing((*project)->reader(), *filter);
    if (!chosen)
        return failure(chosen);
    Answer answer;
    QJsonArray json;
    for (const Event &event : *all) {
        if (!chosen->contains(event.id))
            continue;
        const Lane lane = around->lanes.value(event.lane);
        json.append(jsonOf(event, *around));
        const auto date = readEdtf(event.date);
        answer.text += u"%1  %2  %3\n"_s.arg((date ? dateText(*date) : event.date).leftJustified(24),
            lane.title.leftJustified(14), event.title);
    }
    answer.json = json;
    return answer;
}

} // namespace

Command eventsCommand()
{
    return {u"events"_s, u"FILE [--from D] [--to D] [--lane L] [--match TEXT]"_s,
        Words::tr("Lists the chronology."),
        Words::tr("Dates are EDTF or words. An event whose date is uncertain is listed when it may lie "
                  "within the span."),
        eventOptions()
            + QList{QCommandLineOption{u"match"_s, Words::tr("only with this in title, summary or place"), u"TEXT"_s}},
        1, 1, run};
}

} // namespace redoubt
