#include "app/commands/eventchoice.h"

#include "app/sources/evidence.h"
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

QList<QCommandLineOption> eventOptions()
{
    return {{u"from"_s, Words::tr("leaves out what certainly ended before"), u"D"_s},
        {u"to"_s, Words::tr("leaves out what certainly began later"), u"D"_s},
        {u"lane"_s, Words::tr("only this lane, by key or title"), u"L"_s}};
}

Result<EventFilter> eventFilterFrom(const QCommandLineParser &parser)
{
    EventFilter filter;
    for (const FilterField field : {FilterField::From, FilterField::To}) {
        const QString name = filterFieldNames.name(field);
        if (!parser.isSet(name))
            continue;
        const auto date = readDate(parser.value(name));
        if (!date)
            return failure(date);
        filter.terms.append({field, date->text});
    }
    if (const QString lane = parser.value(u"lane"_s); !lane.isEmpty())
        filter.terms.append({FilterField::Lane, lane});
    return filter;
}

bool isNamed(const Lane &lane, const QString &name)
{
    return lane.id.isValid() && (lane.key.compare(name, Qt::CaseInsensitive) == 0 ||
                                    lane.title.compare(name, Qt::CaseInsensitive) == 0);
}

Result<QSet<Id<Event>>> eventsPassing(const Reader &reader, const EventFilter &filter)
{
    const auto chronology = Chronology::read(reader);
    if (!chronology)
        return failure(chronology);
    for (const FilterTerm &term : filter.terms) {
        const auto isMeant = [&](const Lane &lane) { return isNamed(lane, term.value); };
        if (term.field == FilterField::Lane && std::ranges::none_of(chronology->lanes(), isMeant))
            return QSet<Id<Event>>();
    }
    const auto found = matches(reader, *chronology, filter, eventsToldBy);
    if (!found)
        return failure(found);
    QSet<Id<Event>> ids;
    for (int row = 0; row < chronology->size(); ++row) {
        if (found->empty() || (*found)[size_t(row)] != Truth::No)
            ids.insert(chronology->id(row));
    }
    return ids;
}

} // namespace redoubt
