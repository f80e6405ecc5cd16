#include "ui/timeline/timelinedata.h"

#include "app/timeline/datetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Timeline)
};

TimelineItem itemOf(const Event &event, const QList<Lane> &lanes)
{
    TimelineItem item{event, {}, event.date, 0, {}, 0};
    if (const auto date = readEdtf(event.date)) {
        item.date = *date;
        item.dateText = dateText(*date);
    }
    const auto lane = std::ranges::find(lanes, event.lane, &Lane::id);
    item.lane = int(lane - lanes.begin());
    return item;
}

} // namespace

bool TimelineItem::matches(const QStringList &words, const QString &laneTitle) const
{
    const QString all = QStringList{event.title, event.place, event.date, dateText, event.summary,
        event.actors.join(u' '), laneTitle, event.key}
                            .join(u'\n');
    return std::ranges::all_of(
        words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

int TimelineData::indexOf(Id<Event> id) const
{
    const auto found = std::ranges::find(items, id, [](const TimelineItem &item) { return item.event.id; });
    return found == items.end() ? -1 : int(found - items.begin());
}

Result<TimelineData> readTimeline(const Reader &reader)
{
    const auto allLanes = lanes(reader);
    const auto allEvents = events(reader);
    const auto counts = sourceCounts(reader);
    const auto allLinks = links(reader);
    if (!allLanes)
        return failure(allLanes);
    if (!allEvents)
        return failure(allEvents);
    if (!counts)
        return failure(counts);
    if (!allLinks)
        return failure(allLinks);

    QHash<Id<Event>, int> responses;
    for (const Link &link : *allLinks)
        responses[link.to] += link.kind == LinkKind::ResponseTo ? 1 : 0;
    TimelineData data{*allLanes, {}};
    for (const Event &event : *allEvents) {
        TimelineItem item = itemOf(event, *allLanes);
        item.sources = counts->value(event.id);
        item.responses = responses.value(event.id);
        data.items.append(item);
    }
    if (std::ranges::any_of(
            data.items, [&](const TimelineItem &item) { return item.lane == data.lanes.size(); }))
        data.lanes.append(Lane{{}, {}, Words::tr("No lane"), int(data.lanes.size()), 7, false});
    std::ranges::stable_sort(
        data.items, listedBefore, [](const TimelineItem &item) { return item.event.bounds; });
    return data;
}

TimelineData filtered(const TimelineData &data, const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return data;
    TimelineData some{data.lanes, {}};
    std::ranges::copy_if(data.items, std::back_inserter(some.items),
        [&](const TimelineItem &item) { return item.matches(words, data.lanes.value(item.lane).title); });
    return some;
}

QString certaintyText(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Confirmed:
        return Words::tr("confirmed");
    case Certainty::Reported:
        return Words::tr("reported");
    case Certainty::Disputed:
        return Words::tr("disputed");
    case Certainty::Retracted:
        break;
    }
    return Words::tr("retracted");
}

QString linkKindText(LinkKind kind)
{
    switch (kind) {
    case LinkKind::ResponseTo:
        return Words::tr("response to");
    case LinkKind::PrecedentOf:
        return Words::tr("precedent of");
    case LinkKind::Escalates:
        return Words::tr("escalates");
    case LinkKind::SameIncident:
        break;
    }
    return Words::tr("same incident as");
}

QString sourceCountText(const SourceCount &count)
{
    if (count.sources == 0)
        return {};
    return count.independent == count.sources
               ? Words::tr("%n source(s)", nullptr, count.sources)
               : Words::tr("%1 independent of %n source(s)", nullptr, count.sources).arg(count.independent);
}

QString casualtiesText(const Event &event)
{
    if (event.casualtiesLow && event.casualtiesHigh && *event.casualtiesLow < *event.casualtiesHigh)
        return Words::tr("%1–%2 casualties").arg(*event.casualtiesLow).arg(*event.casualtiesHigh);
    const auto one = event.casualtiesBest  ? event.casualtiesBest
                     : event.casualtiesLow ? event.casualtiesLow
                                           : event.casualtiesHigh;
    return one && *one > 0 ? Words::tr("%n casualt(y/ies)", nullptr, *one) : QString();
}

} // namespace redoubt
