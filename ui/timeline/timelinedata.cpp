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

} // namespace

Result<std::optional<TimelineItem>> readTimelineItem(const Reader &reader, Id<Event> id)
{
    const auto found = event(reader, id);
    const auto sources = sourceCount(reader, id);
    const auto links = linksOf(reader, id);
    const auto shaken = shakenEventsOf(reader, {id});
    if (!found)
        return failure(found);
    if (!sources)
        return failure(sources);
    if (!links)
        return failure(links);
    if (!shaken)
        return failure(shaken);
    if (!*found)
        return std::optional<TimelineItem>();
    TimelineItem item{**found, {}, (*found)->date, *sources, 0, shaken->value(id)};
    if (const auto date = readEdtf(item.event.date)) {
        item.date = *date;
        item.dateText = dateText(*date);
    }
    item.responses = int(std::ranges::count_if(
        *links, [id](const Link &link) { return link.to == id && link.kind == LinkKind::ResponseTo; }));
    return std::optional(item);
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

QString supportText(const SourceCount &count, const ShakenEvent &shaken)
{
    if (shaken.fallen == 0)
        return sourceCountText(count);
    const QString left = shaken.standing == 0 ? Words::tr("none left")
                                              : Words::tr("%n independent left", nullptr, shaken.standing);
    return u"✕ "_s + Words::tr("%1 of %n source(s) retracted · %2", nullptr, count.sources).arg(QString::number(shaken.fallen), left);
}

QString shortSupportText(const SourceCount &count, const ShakenEvent &shaken)
{
    return shaken.fallen == 0 ? sourceCountText(count)
                              : u"✕ "_s + Words::tr("%1 of %2 retracted · %3 left").arg(shaken.fallen).arg(count.sources).arg(shaken.standing);
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
