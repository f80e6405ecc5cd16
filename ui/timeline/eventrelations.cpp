#include "app/sources/source.h"
#include "ui/timeline/eventinspector.h"

using namespace Qt::StringLiterals;

// The part of the inspector that is about an event's sources and its links to other events.

namespace redoubt {

namespace {

constexpr std::array allStances{Stance::Corroborates, Stance::Disputes};
constexpr std::array allLinkKinds{
    LinkKind::ResponseTo, LinkKind::PrecedentOf, LinkKind::Escalates, LinkKind::SameIncident};

template<class Value, size_t N> int placeOf(const std::array<Value, N> &all, Value value)
{
    return int(std::ranges::find(all, value) - all.begin());
}

template<class Value> std::optional<Value> withId(const Result<QList<Value>> &all, qint64 id)
{
    if (!all)
        return {};
    const auto found = std::ranges::find(*all, id, [](const Value &value) { return value.id.number; });
    return found == all->end() ? std::nullopt : std::optional(*found);
}

} // namespace

void EventInspector::fillRelations()
{
    const Reader &reader = m_project.reader();
    const auto allSources = sources(reader);
    const auto given = evidenceOf(reader, m_id);
    const auto allEvents = events(reader);
    const auto allLinks = links(reader);
    if (!allSources || !given || !allEvents || !allLinks)
        return;
    QList<RelationRows::Row> sourceRows;
    QList<RelationRows::Choice> sourceChoices;
    for (const Source &source : *allSources) {
        const auto told = std::ranges::find(*given, source.id, &Evidence::source);
        const QString text = u"%1 · %2"_s.arg(source.title, source.key);
        if (told == given->end())
            sourceChoices.append({source.id.number, text});
        else
            sourceRows.append({told->id.number, placeOf(allStances, told->stance),
                u"%1 %2"_s.arg(source.grade.text(), source.title), text});
    }
    m_sources->setRows(sourceRows);
    m_sources->setChoices(sourceChoices);

    QHash<Id<Event>, QString> titles;
    QList<RelationRows::Choice> eventChoices;
    for (const Event &event : *allEvents) {
        titles.insert(event.id, event.title);
        if (event.id != m_id)
            eventChoices.append({event.id.number, u"%1 · %2"_s.arg(event.title, event.date)});
    }
    QList<RelationRows::Row> linkRows;
    for (const Link &link : *allLinks) {
        if (link.from == m_id)
            linkRows.append(
                {link.id.number, placeOf(allLinkKinds, link.kind), titles.value(link.to), link.note});
    }
    m_links->setRows(linkRows);
    m_links->setChoices(eventChoices);
}

void EventInspector::addSource(qint64 source, int stance)
{
    Evidence evidence{{}, m_id, {source}, allStances.at(size_t(stance)), {}};
    (void)tell(m_project.edit(tr("Add a source to “%1”").arg(m_event.title),
        [&](Writer &writer) { return addEvidence(writer, evidence); }));
}

void EventInspector::changeStance(qint64 evidence, int stance)
{
    auto changed = withId(evidenceOf(m_project.reader(), m_id), evidence);
    if (!changed)
        return;
    changed->stance = allStances.at(size_t(stance));
    (void)tell(m_project.edit(tr("Change what a source says of “%1”").arg(m_event.title),
        [&](Writer &writer) { return updateEvidence(writer, *changed); }));
}

void EventInspector::removeSource(qint64 evidence)
{
    (void)tell(m_project.edit(tr("Take a source from “%1”").arg(m_event.title),
        [&](Writer &writer) { return removeEvidence(writer, {evidence}); }));
}

void EventInspector::addLinkTo(qint64 event, int kind)
{
    Link link{{}, m_id, {event}, allLinkKinds.at(size_t(kind)), {}};
    (void)tell(m_project.edit(
        tr("Link “%1”").arg(m_event.title), [&](Writer &writer) { return addLink(writer, link); }));
}

void EventInspector::changeLink(qint64 link, int kind)
{
    auto changed = withId(links(m_project.reader()), link);
    if (!changed)
        return;
    changed->kind = allLinkKinds.at(size_t(kind));
    changed->id = {};
    (void)tell(m_project.edit(tr("Change a link of “%1”").arg(m_event.title), [&](Writer &writer) {
        auto removed = removeLink(writer, {link});
        return removed ? addLink(writer, *changed) : removed;
    }));
}

void EventInspector::takeLink(qint64 link)
{
    (void)tell(m_project.edit(tr("Remove a link of “%1”").arg(m_event.title),
        [&](Writer &writer) { return removeLink(writer, {link}); }));
}

void EventInspector::followLink(qint64 link)
{
    if (const auto found = withId(links(m_project.reader()), link))
        Q_EMIT followed(found->to);
}

} // namespace redoubt
