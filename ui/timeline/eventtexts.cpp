#include "ui/timeline/eventtexts.h"

#include "app/timeline/datetext.h"

namespace redoubt {

namespace {

constexpr qsizetype mostBriefs = 20'000;
constexpr qsizetype mostWholes = 2'000;

} // namespace

EventTexts::EventTexts(const Reader &reader)
    : m_reader(reader)
{
}

void EventTexts::prepare(const QList<Id<Event>> &ids)
{
    if (m_briefs.size() > mostBriefs)
        m_briefs.clear();
    QList<Id<Event>> unknown;
    std::ranges::copy_if(
        ids, std::back_inserter(unknown), [this](Id<Event> id) { return !m_briefs.contains(id); });
    if (unknown.isEmpty())
        return;
    const auto titles = eventTitles(m_reader, unknown);
    for (const EventTitle &title : titles ? *titles : QList<EventTitle>()) {
        const auto date = readEdtf(title.date);
        m_briefs.insert(title.id, {title.title, date ? redoubt::dateText(*date) : title.date});
    }
}

const EventTexts::Brief &EventTexts::brief(Id<Event> id)
{
    if (const auto known = m_briefs.constFind(id); known != m_briefs.cend())
        return *known;
    prepare({id});
    return m_briefs[id];
}

const TimelineItem &EventTexts::whole(Id<Event> id)
{
    if (m_wholes.size() > mostWholes)
        m_wholes.clear();
    auto known = m_wholes.find(id);
    if (known == m_wholes.end()) {
        const auto read = readTimelineItem(m_reader, id);
        known = m_wholes.insert(id, read && *read ? **read : TimelineItem());
    }
    return *known;
}

void EventTexts::forget(const Changes &changes)
{
    for (const qint64 id : changes.rows.value(QStringLiteral("event"))) {
        m_briefs.remove({id});
        m_wholes.remove({id});
    }
    if (changes.touchesAny({u"event_actor", u"event_source", u"link", u"source", u"origin"}))
        m_wholes.clear();
}

} // namespace redoubt
