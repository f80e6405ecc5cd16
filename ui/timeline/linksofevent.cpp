#include "ui/timeline/linksofevent.h"

#include "app/timeline/eventsearch.h"
#include "app/timeline/lag.h"
#include "ui/timeline/timelinedata.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr std::array allKinds{LinkKind::ResponseTo, LinkKind::PrecedentOf, LinkKind::Escalates, LinkKind::SameIncident};
constexpr int mostOffered = 60;

int placeOf(LinkKind kind)
{
    return int(std::ranges::find(allKinds, kind) - allKinds.begin());
}

QStringList kindTexts()
{
    QStringList texts;
    std::ranges::transform(allKinds, std::back_inserter(texts), linkKindText);
    return texts;
}

Edtf dateOf(const Event &event)
{
    return readEdtf(event.date).value_or(Edtf());
}

} // namespace

LinksOfEvent::LinksOfEvent(Project &project, QWidget *parent)
    : RelationRows(kindTexts(), tr("Link to an event"), parent)
    , m_project(project)
{
    setObjectName(u"event-links"_s);
    setInverseKinds({tr("answered by"), tr("has the precedent"), tr("escalated by"), linkKindText(LinkKind::SameIncident)});
    connect(this, &RelationRows::added, this, [this](qint64 event, int kind) {
        Link link{{}, m_event.id, {event}, allKinds.at(size_t(kind)), {}};
        write(tr("Link “%1”"), [&](Writer &writer) { return addLink(writer, link); });
    });
    connect(this, &RelationRows::kindChanged, this, &LinksOfEvent::changeKind);
    connect(this, &RelationRows::removed, this, [this](qint64 row) {
        write(tr("Remove a link of “%1”"), [=](Writer &writer) { return removeLink(writer, {row}); });
    });
    connect(this, &RelationRows::followed, this, [this](qint64 row) {
        if (const Link *link = linked(row))
            Q_EMIT eventFollowed(link->from == m_event.id ? link->to : link->from);
    });
    connect(this, &RelationRows::searched, this, &LinksOfEvent::offer);
}

void LinksOfEvent::show(const Event &event)
{
    m_event = event;
    const auto all = linksOf(m_project.reader(), event.id);
    if (!all) {
        Q_EMIT failed(all.error());
        return;
    }
    m_links = *all;
    QList<Row> rows;
    for (const Link &link : std::as_const(m_links)) {
        const auto other = redoubt::event(m_project.reader(), link.from == event.id ? link.to : link.from);
        if (other && *other)
            rows.append(rowOf(link, **other));
    }
    setRows(rows);
    offer(choiceField()->currentText());
}

QString LinksOfEvent::countText() const
{
    return m_links.isEmpty() ? QString() : tr("%n link(s)", nullptr, int(m_links.size()));
}

RelationRows::Row LinksOfEvent::rowOf(const Link &link, const Event &other) const
{
    const bool isInverse = link.from != m_event.id;
    Row row{link.id.number, placeOf(link.kind), other.title, u"%1 · %2"_s.arg(other.title, other.date), link.note, false,
        isInverse, {}, 0};
    const auto order = causeAndEffect(link);
    if (!order)
        return row;
    const bool isCause = order->cause == m_event.id;
    const Lag lag = lagBetween(dateOf(isCause ? m_event : other), dateOf(isCause ? other : m_event));
    row.warns = effectBeforeCause(lag) == Truth::Yes;
    const QString text = row.warns ? tr("%1: certainly before what it follows", "a lag").arg(lagText(lag)) : lagText(lag);
    row.detail = row.detail.isEmpty() ? text : u"%1 · %2"_s.arg(text, row.detail);
    return row;
}

/// Events to link to: those called so, or without a text those that come before in time.
void LinksOfEvent::offer(const QString &text)
{
    const QString words = text.section(u" · "_s, 0, 0);
    const auto found = words.trimmed().isEmpty() ? eventsBefore(m_project.reader(), m_event, mostOffered)
                                                 : eventsCalled(m_project.reader(), words, mostOffered);
    QList<Choice> choices;
    for (const EventName &name : found ? *found : QList<EventName>()) {
        if (name.id != m_event.id)
            choices.append({name.id.number, u"%1 · %2"_s.arg(name.title, name.date)});
    }
    setChoices(choices);
}

void LinksOfEvent::changeKind(qint64 row, int kind)
{
    const Link *before = linked(row);
    if (!before)
        return;
    Link changed = *before;
    changed.kind = allKinds.at(size_t(kind));
    write(tr("Change a link of “%1”"), [&](Writer &writer) { return updateLink(writer, changed); });
}

void LinksOfEvent::write(const QString &what, const std::function<Result<>(Writer &)> &work)
{
    if (const auto written = m_project.edit(what.arg(m_event.title), work); !written)
        Q_EMIT failed(written.error());
}

const Link *LinksOfEvent::linked(qint64 row) const
{
    const auto found = std::ranges::find(m_links, Id<Link>{row}, &Link::id);
    return found == m_links.cend() ? nullptr : &*found;
}

} // namespace redoubt
