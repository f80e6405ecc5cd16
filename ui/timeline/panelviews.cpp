#include "ui/timeline/timelinepanel.h"

#include "app/timeline/eventedits.h"
#include "ui/look/look.h"
#include "ui/timeline/chronologytable.h"
#include "ui/timeline/filterbar.h"
#include "ui/timeline/filtermenu.h"
#include "ui/timeline/timelinefilters.h"
#include "ui/timeline/timelineview.h"
#include "ui/workbench/draggedtext.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QDataStream>
#include <QLineEdit>
#include <QSplitter>

// What the panel has to do with the table, with showing it, the timeline or both, and with reading what they show anew.

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qint32 arrangementFormat = 1;

using ViewAs = TimelineViews::ViewAs;

} // namespace

/// The bar of the filter's conditions stands over all that it filters.
QWidget *TimelinePanel::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters->bar());
    column->addWidget(m_splitter, 1);
    content->setFocusProxy(m_view);
    filterField()->setToolTip(TimelineFilters::syntax());
    return content;
}

/// What was there stands until all of it is read.
void TimelinePanel::readAnew()
{
    using Anew = std::pair<Chronology, Density>;
    const auto read = [](const Reader &reader, JobState &state) -> Result<Anew> {
        auto chronology = Chronology::read(reader, &state);
        if (!chronology)
            return failure(chronology);
        Density density(*chronology);
        return Anew(std::move(*chronology), std::move(density));
    };
    m_anew.start<Anew>(read, [this](Result<Anew> anew) {
        if (!tell(anew))
            return;
        m_chronology = std::make_shared<Chronology>(std::move(anew->first));
        showChronology(std::move(anew->second));
    });
}

void TimelinePanel::makeViewActions()
{
    auto *next = makeAction(u"view-as-next"_s, u"table"_s, tr("View as…"),
        tr("The chronology as a timeline, as a table beside it, or as a table"), Qt::CTRL | Qt::Key_T);
    addHeaderAction(next);
    connect(next, &QAction::triggered, this, [this] {
        const ViewAs now = m_views->viewAs();
        m_views->setViewAs(now == ViewAs::Timeline ? ViewAs::Both : now == ViewAs::Both ? ViewAs::Table : ViewAs::Timeline);
    });
    auto *choices = new QActionGroup(this);
    addMoreSeparator();
    const std::tuple<ViewAs, QString, QString> ways[] = {{ViewAs::Timeline, u"view-as-timeline"_s, tr("View as &timeline")},
        {ViewAs::Table, u"view-as-table"_s, tr("View as ta&ble")}, {ViewAs::Both, u"view-as-both"_s, tr("View as &both")}};
    for (const auto &[way, name, text] : ways) {
        QAction *action = makeAction(name, {}, text, QString(text).remove(u'&'));
        action->setCheckable(true);
        action->setChecked(way == m_views->viewAs());
        choices->addAction(action);
        addMoreAction(action);
        connect(action, &QAction::triggered, this, [this, way] { m_views->setViewAs(way); });
        connect(m_views, &TimelineViews::viewAsChanged, action, [action, way](ViewAs now) { action->setChecked(now == way); });
    }
    auto *keep = makeAction(u"keep-filter"_s, {}, tr("&Keep this filter…"), tr("Give the filter a name and keep it in the project"));
    addMoreSeparator();
    addMoreAction(keep);
    connect(keep, &QAction::triggered, m_filters, &TimelineFilters::keep);
}

void TimelinePanel::connectFilters()
{
    connect(m_filters, &TimelineFilters::filtered, this, [this] {
        filter();
        if (m_views->viewAs() != ViewAs::Timeline)
            m_table->setMatches(m_filters->matches());
    });
    connect(m_filters, &TimelineFilters::runningChanged, this,
        [this](bool isRunning) { setStatusText(isRunning ? tr("Filtering events…") : QString()); });
    connect(m_view, &TimelineView::spanChosen, m_filters, &TimelineFilters::setSpan);
    m_filters->menu()->setVisibleSpan([this] {
        return TimelineFilters::daysOf(m_view->scale().origin, m_view->scale().last());
    });
    connect(m_views, &TimelineViews::viewAsChanged, this, [this] {
        showTable();
        m_table->choose(m_view->chosen());
    });
}

void TimelinePanel::takeThingActions(const QList<QAction *> &actions)
{
    m_thingActions += actions;
    m_view->addActions(actions);
    if (m_table.made())
        m_table->addActions(actions);
}

/// Dragged beyond the timeline an event is a link to it, wherever it is dropped.
void TimelinePanel::carryOut(Id<Event> id)
{
    const auto carried = redoubt::event(m_project.reader(), id);
    if (tell(carried) && *carried)
        dragText(projectLink((*carried)->title, u"event:"_s + (*carried)->key), m_view);
}

ChronologyTable *TimelinePanel::makeTable()
{
    auto *table = new ChronologyTable(m_project, this);
    connect(table, &ChronologyTable::eventChosen, this, [this](Id<Event> id) { m_selection.select(Thing::of(id)); });
    connect(table, &ChronologyTable::openRequested, this, &TimelinePanel::editEvent);
    connect(table, &ChronologyTable::deleteRequested, this, &TimelinePanel::deleteEvents);
    connect(table, &ChronologyTable::failed, this, [this](const Error &error) { notice()->show(error); });
    table->addActions(m_thingActions);
    return table;
}

/// It follows while it is on the screen only: until it is shown nobody needs its rows.
void TimelinePanel::showTable()
{
    if (m_views->viewAs() != ViewAs::Timeline)
        m_table->setChronology(m_chronology, m_filters->matches());
}

void TimelinePanel::deleteEvents(const QList<Id<Event>> &ids)
{
    if (ids.size() == 1)
        return deleteEvent(ids.first());
    const auto removed = m_project.edit(tr("Delete %n event(s)", nullptr, int(ids.size())),
        [&](Writer &writer) { return removeEvents(writer, ids); });
    if (!tell(removed))
        return;
    notice()->show(Notice::Severity::Done, tr("%n event(s) were deleted.", nullptr, int(ids.size())), tr("Undo"),
        [this] { (void)tell(m_project.undo()); });
}

QByteArray TimelinePanel::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << arrangementFormat << qint32(m_views->viewAs()) << (m_table.made() ? m_views->saveState() : QByteArray())
           << (m_table.made() ? m_table->arrangement() : QByteArray());
    return bytes;
}

void TimelinePanel::setArrangement(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    qint32 format = 0;
    qint32 viewAs = 0;
    QByteArray views;
    QByteArray table;
    stream >> format >> viewAs >> views >> table;
    if (format != arrangementFormat || stream.status() != QDataStream::Ok || viewAs < 0 || viewAs > qint32(ViewAs::Both))
        return;
    if (!table.isEmpty())
        m_table->setArrangement(table);
    m_views->setViewAs(ViewAs(viewAs));
    const Qt::Orientation orientation = m_views->orientation();
    m_views->restoreState(views);
    m_views->setOrientation(orientation);
}

} // namespace redoubt
