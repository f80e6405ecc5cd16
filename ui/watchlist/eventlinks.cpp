#include "ui/watchlist/eventlinks.h"

#include "app/timeline/datetext.h"
#include "ui/look/look.h"
#include "ui/watchlist/linkrow.h"

#include <QBoxLayout>

#include <algorithm>

namespace redoubt {

namespace {

QString dateOf(const Event &event)
{
    const auto date = readEdtf(event.date);
    return date ? dateText(*date) : event.date;
}

} // namespace

EventLinks::EventLinks(QWidget *parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout)
    , m_add(new ThingField(tr("Add an event"), tr("Add an event: a part of its title"), this))
{
    m_add->setObjectName(QStringLiteral("addEvent"));
    m_list->setSpacing(look::tight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::related);
    layout->addLayout(m_list);
    layout->addWidget(m_add);
    connect(m_add, &ThingField::chosen, this, [this](const Thing &thing) { link(thing.event()); });
}

QString EventLinks::name(const Event &event)
{
    const QString date = dateOf(event);
    return date.isEmpty() ? event.title : tr("%1 · %2", "title · date").arg(event.title, date);
}

void EventLinks::show(const QList<Id<Event>> &linked, const QList<Event> &all)
{
    if (linked == m_linked && all == m_all)
        return;
    m_linked = linked;
    m_all = all;
    fill();
}

void EventLinks::fill()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    ThingField::Choices choices;
    for (const Event &event : std::as_const(m_all)) {
        if (m_linked.contains(event.id))
            addRow(event);
        else
            choices.append({name(event), Thing::of(event.id)});
    }
    m_add->setChoices(choices);
}

void EventLinks::addRow(const Event &event)
{
    auto *row = new LinkRow(event.title, dateOf(event), true, tr("Remove this event"), this);
    m_list->addWidget(row);
    connect(row, &LinkRow::followed, this, [this, id = event.id] { Q_EMIT looked(Thing::of(id)); });
    connect(row, &LinkRow::removeRequested, this, [this, id = event.id, title = event.title] {
        m_linked.removeOne(id);
        fill();
        Q_EMIT linkedEdited(m_linked, tr("Take “%1” off the indicator").arg(title));
    });
}

void EventLinks::link(Id<Event> id)
{
    const auto event = std::ranges::find(m_all, id, &Event::id);
    m_add->clear();
    if (event == m_all.cend() || m_linked.contains(id))
        return;
    const QString what = tr("Link “%1” to the indicator").arg(event->title);
    m_linked.append(id);
    fill();
    Q_EMIT linkedEdited(m_linked, what);
}

} // namespace redoubt
