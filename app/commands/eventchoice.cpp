#include "app/commands/eventchoice.h"

#include "app/timeline/naturaldate.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::EventsCommand)
};

} // namespace

bool EventOptions::passes(const Event &event, const Lane &ofEvent) const
{
    if (overlaps(event.bounds, span) == Truth::No)
        return false;
    if (!lane.isEmpty() && ofEvent.key.compare(lane, Qt::CaseInsensitive) != 0 &&
        ofEvent.title.compare(lane, Qt::CaseInsensitive) != 0)
        return false;
    return match.isEmpty() || event.title.contains(match, Qt::CaseInsensitive) ||
           event.summary.contains(match, Qt::CaseInsensitive) || event.place.contains(match, Qt::CaseInsensitive);
}

QList<QCommandLineOption> eventOptions()
{
    return {{u"from"_s, Words::tr("leaves out what certainly ended before"), u"D"_s},
        {u"to"_s, Words::tr("leaves out what certainly began later"), u"D"_s},
        {u"lane"_s, Words::tr("only this lane, by key or title"), u"L"_s}};
}

Result<EventOptions> eventOptionsFrom(const QCommandLineParser &parser)
{
    EventOptions options;
    options.lane = parser.value(u"lane"_s);
    if (parser.isSet(u"from"_s)) {
        const auto from = readDate(parser.value(u"from"_s));
        if (!from)
            return failure(from);
        options.span.startEarliest = options.span.startLatest = from->bounds.startEarliest;
    }
    if (parser.isSet(u"to"_s)) {
        const auto to = readDate(parser.value(u"to"_s));
        if (!to)
            return failure(to);
        options.span.endEarliest = options.span.endLatest = to->bounds.endLatest;
    }
    return options;
}

} // namespace redoubt
