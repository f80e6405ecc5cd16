#include "ui/timeline/timelinepanel.h"

#include "app/timeline/calendar.h"
#include "app/project/projectinfo.h"
#include "app/timeline/datetext.h"
#include "app/timeline/lag.h"
#include "ui/look/look.h"
#include "ui/timeline/chronologytable.h"
#include "ui/timeline/eventinspector.h"
#include "ui/timeline/importflow.h"
#include "ui/timeline/laneseditor.h"
#include "ui/timeline/timelinefilters.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/zonemenu.h"
#include "ui/workbench/emptystate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// The day of a second, as EDTF writes it; empty beyond four digits of a year.
QString dayOf(qint64 second)
{
    const CivilDay day = civilDay(dayOfSecond(second));
    if (day.year < 0 || day.year > 9999)
        return {};
    return u"%1-%2-%3"_s.arg(day.year, 4, 10, QChar(u'0'))
        .arg(day.month, 2, 10, QChar(u'0'))
        .arg(day.day, 2, 10, QChar(u'0'));
}

} // namespace

TimelinePanel::TimelinePanel(Project &project, Selection &selection, QWidget *parent)
    : Panel(tr("Timeline"), u"timeline"_s, parent)
    , m_project(project)
    , m_selection(selection)
    , m_chronology(std::make_shared<Chronology>())
    , m_anew(project)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_shown(new QStackedWidget(this))
    , m_view(new TimelineView(project.reader(), this))
    , m_table([this] { return makeTable(); })
    , m_views(new TimelineViews(m_view, [this] { return m_table.get(); }, this))
    , m_filters(new TimelineFilters(project, filterField(), notice(), this))
    , m_aside(new QStackedWidget(this))
    , m_inspector([this] { return makeInspector(); })
    , m_lanes([this] { return makeLanes(); })
    , m_import(new ImportFlow(project, this))
{
    showFilter(tr("Filter events"));
    makeActions();
    m_empty = new EmptyState(
        tr("What happened, when, and who says so: the events of the case go here."), {m_new}, this);
    m_shown->addWidget(m_views);
    m_shown->addWidget(m_empty);
    m_aside->hide();
    m_splitter->addWidget(m_shown);
    m_splitter->addWidget(m_aside);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    setContent(makeContent());
    connectParts();
    connectFilters();
    read();
    follow(m_selection.current());
}

TimelinePanel::~TimelinePanel()
{
    leaveFields();
}

void TimelinePanel::makeActions()
{
    m_new = makeAction(u"new-event"_s, u"new-event"_s, tr("New &event"), tr("Add something that happened"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_N, true);
    m_edit = makeAction(u"edit-event"_s, u"edit"_s, tr("&Edit event"), tr("Change the chosen event"));
    m_delete = makeAction(u"delete-event"_s, u"delete"_s, tr("&Delete event"), tr("Delete the chosen event"));
    auto *fit =
        makeAction(u"show-all-events"_s, u"fit"_s, tr("&Show all"), tr("The whole chronology at once"));
    auto *zoomIn = makeAction(u"zoom-in-timeline"_s, u"zoom-in"_s, tr("Zoom &in"), tr("More detail (+)"));
    auto *zoomOut = makeAction(u"zoom-out-timeline"_s, u"zoom-out"_s, tr("Zoom &out"), tr("Less detail (−)"));
    auto *lanes =
        makeAction(u"edit-lanes"_s, u"lane"_s, tr("&Lanes…"), tr("Add, name, colour and order lanes"));
    auto *import = makeAction(u"import-events"_s, u"open"_s, tr("&Import events…"),
        tr("Take in events from a data set: a table, ACLED, UCDP, GDELT, TimelineJS and others"), Qt::CTRL | Qt::ALT | Qt::Key_I, true);
    import->setEnabled(!m_project.isReadOnly());
    connect(import, &QAction::triggered, m_import, &ImportFlow::choose);
    addHeaderAction(m_new);
    addHeaderAction(fit);
    addMoreAction(m_edit);
    addMoreAction(m_delete);
    addMoreSeparator();
    addMoreAction(zoomIn);
    addMoreAction(zoomOut);
    addMoreSeparator();
    addMoreAction(lanes);
    m_zones = new ZoneMenu(this);
    m_zones->menuAction()->setObjectName(u"time-zone-menu"_s);
    addMoreAction(m_zones->menuAction());
    connect(m_zones, &ZoneMenu::zoneChosen, this, &TimelinePanel::keepZone);
    makeViewActions();
    makeOutputActions();
    addMoreAction(import);
    addToToolBar(m_new);
    m_view->addActions({m_edit, m_delete, m_new, fit, lanes});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);

    connect(m_new, &QAction::triggered, this, [this] { newEvent(); });
    connect(m_edit, &QAction::triggered, this, [this] { editEvent(m_view->chosen()); });
    connect(m_delete, &QAction::triggered, this, [this] { deleteEvent(m_view->chosen()); });
    connect(fit, &QAction::triggered, m_view, &TimelineView::fitAll);
    connect(zoomIn, &QAction::triggered, m_view, [this] { m_view->zoom(1.5); });
    connect(zoomOut, &QAction::triggered, m_view, [this] { m_view->zoom(1 / 1.5); });
    connect(lanes, &QAction::triggered, this, &TimelinePanel::showLanes);
}

void TimelinePanel::connectParts()
{
    connect(&m_project, &Project::changed, this, &TimelinePanel::followChanges);
    connect(m_view, &TimelineView::foldRequested, this, &TimelinePanel::foldLane);
    connect(m_view, &TimelineView::dateChosen, this, &TimelinePanel::moveEvent);
    connect(m_view, &TimelineView::eventCarriedOut, this, &TimelinePanel::carryOut);
    connect(&m_selection, &Selection::changed, this, &TimelinePanel::follow);
    connect(&m_selection, &Selection::opened, this, [this](const Thing &thing) {
        if (thing.event().isValid())
            Q_EMIT wanted();
    });
    connect(m_view, &TimelineView::eventChosen, this,
        [this](Id<Event> id) { m_selection.select(Thing::of(id)); });
    connect(m_view, &TimelineView::editRequested, this, &TimelinePanel::editEvent);
    connect(m_view, &TimelineView::deleteRequested, this, &TimelinePanel::deleteEvent);
    connect(m_view, &TimelineView::newRequested, this, [this](qint64 second) { newEvent(dayOf(second)); });
}

EventInspector *TimelinePanel::makeInspector()
{
    auto *inspector = new EventInspector(m_project, this);
    connect(inspector, &EventInspector::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(inspector, &EventInspector::closed, this, &TimelinePanel::closeAside);
    connect(inspector, &EventInspector::created, this, [this, inspector](Id<Event> id) {
        filterField()->clear();
        m_selection.select(Thing::of(id));
        inspector->edit(id, false);
    });
    connect(inspector, &EventInspector::followed, this,
        [this](Id<Event> id) { m_selection.select(Thing::of(id)); });
    connect(inspector, &EventInspector::sourceFollowed, this,
        [this](Id<Source> id) { m_selection.select(Thing::of(id)); });
    m_aside->addWidget(inspector);
    return inspector;
}

LanesEditor *TimelinePanel::makeLanes()
{
    auto *lanes = new LanesEditor(m_project, this);
    connect(lanes, &LanesEditor::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(lanes, &LanesEditor::closed, this, &TimelinePanel::closeAside);
    m_aside->addWidget(lanes);
    return lanes;
}

void TimelinePanel::read()
{
    auto chronology = Chronology::read(m_project.reader());
    if (tell(chronology))
        m_chronology = std::make_shared<Chronology>(std::move(*chronology));
    m_filters->setChronology(m_chronology);
    m_view->setMovable(!m_project.isReadOnly());
    showZone();
    filter();
}

void TimelinePanel::followChanges(const Changes &changes)
{
    if (changes.touches(u"project"_s))
        showZone();
    if (!changes.touchesAny({u"event", u"event_actor", u"event_source", u"lane", u"link", u"source", u"origin",
            u"tag", u"tagging", u"excerpt"}))
        return;
    m_view->texts().forget(changes);
    m_filters->stop();
    if (m_table.made())
        m_table->forget(changes);
    if (changes.whole.contains(u"event"_s) || m_anew.isRunning())
        return readAnew();
    if (tell(m_chronology->follow(m_project.reader(), changes)))
        showChronology();
}

void TimelinePanel::showChronology(std::optional<Density> density)
{
    m_filters->setChronology(m_chronology);
    filter(std::move(density));
    showTable();
    showLinks();
    if (!m_aside->isVisibleTo(this))
        return;
    if (m_inspector.made())
        m_inspector->refresh();
    if (m_lanes.made())
        m_lanes->refresh();
}

/// `density` is that of all events, where it is known.
void TimelinePanel::filter(std::optional<Density> density)
{
    const bool isFiltered = !m_filters->matches()->empty();
    if (isFiltered || !density)
        density = m_filters->takeDensity();
    m_view->setChronology(m_chronology, isFiltered ? m_filters->matches() : nullptr, std::move(density));
    setCount(m_view->density().size(), m_chronology->size());
    m_shown->setCurrentWidget(m_chronology->size() == 0 ? static_cast<QWidget *>(m_empty) : m_views);
    fillPatterns();
    updateActions();
}

void TimelinePanel::updateActions()
{
    const bool isChosen = row(m_view->chosen()) >= 0;
    const bool canWrite = !m_project.isReadOnly();
    m_new->setEnabled(canWrite);
    m_edit->setEnabled(isChosen && canWrite);
    m_delete->setEnabled(isChosen && canWrite);
}

void TimelinePanel::foldLane(Id<Lane> id)
{
    const auto found = std::ranges::find(m_chronology->lanes(), id, &Lane::id);
    if (!id.isValid() || found == m_chronology->lanes().end() || m_project.isReadOnly())
        return;
    Lane lane = *found;
    lane.collapsed = !lane.collapsed;
    (void)tell(m_project.edit((lane.collapsed ? tr("Fold lane “%1”") : tr("Unfold lane “%1”")).arg(lane.title),
        [&](Writer &writer) { return updateLane(writer, lane); }));
}

void TimelinePanel::follow(const Thing &thing)
{
    QSet<Id<Event>> related;
    if (thing.kind == Thing::Kind::Source) {
        const auto told = evidenceFrom(m_project.reader(), thing.source());
        for (const Evidence &evidence : told ? *told : QList<Evidence>())
            related.insert(evidence.event);
    }
    m_view->setRelated(related);
    if (thing.kind != Thing::Kind::Event)
        return;
    m_view->choose(thing.event());
    if (m_table.made())
        m_table->choose(thing.event());
    showLinks();
    if (m_aside->isVisibleTo(this) && m_inspector.made() &&
        m_aside->currentWidget() == m_inspector.made() && thing.event() != m_inspector->event())
        m_inspector->edit(thing.event(), false);
    updateActions();
}

void TimelinePanel::moveEvent(Id<Event> id, const QString &date)
{
    const auto read = readEdtf(date);
    const auto found = redoubt::event(m_project.reader(), id);
    if (!tell(read) || !tell(found) || !*found)
        return;
    Event moved = **found;
    moved.date = read->text;
    moved.bounds = read->bounds;
    (void)tell(m_project.edit(tr("Move event “%1” to %2").arg(moved.title, dateText(*read)),
        [&](Writer &writer) { return updateEvent(writer, moved); }));
}

/// Those of the chosen event; a response says how much later it came.
void TimelinePanel::showLinks()
{
    const auto found = linksOf(m_project.reader(), m_view->chosen());
    QList<TimelineLink> shown;
    for (const Link &link : found ? *found : QList<Link>()) {
        const bool isForward = link.kind == LinkKind::PrecedentOf;
        const Edtf cause = m_view->texts().whole(isForward ? link.from : link.to).date;
        const Edtf effect = m_view->texts().whole(isForward ? link.to : link.from).date;
        TimelineLink one{link.from, link.to, linkKindText(link.kind), false};
        if (link.kind != LinkKind::SameIncident && !cause.isEmpty() && !effect.isEmpty()) {
            const Lag lag = lagBetween(cause, effect);
            one.isReversed = effectBeforeCause(lag) == Truth::Yes;
            if (link.kind == LinkKind::ResponseTo || one.isReversed)
                one.text += u" · "_s + lagText(lag);
        }
        shown.append(one);
    }
    m_view->setLinks(shown);
}

void TimelinePanel::showZone()
{
    const auto info = projectInfo(m_project.reader());
    if (!tell(info))
        return;
    const QTimeZone zone(info->timeZone.toLatin1());
    m_zones->setZone(info->timeZone);
    m_view->setZone(zone.isValid() && info->timeZone != u"UTC" ? zone : QTimeZone(QTimeZone::UTC));
}

void TimelinePanel::keepZone(const QString &zone)
{
    auto info = projectInfo(m_project.reader());
    if (!tell(info))
        return;
    info->timeZone = zone;
    (void)tell(m_project.edit(
        tr("Time zone %1").arg(zone), [&](Writer &writer) { return updateProjectInfo(writer, *info); }));
}

void TimelinePanel::editEvent(Id<Event> id)
{
    if (row(id) < 0 || m_project.isReadOnly())
        return;
    m_selection.select(Thing::of(id));
    showAside(m_inspector.get());
    m_inspector->edit(id, true);
}

void TimelinePanel::newEvent(const QString &date)
{
    const int chosen = row(m_view->chosen());
    const auto &lanes = m_chronology->lanes();
    const Id<Lane> lane = chosen >= 0       ? lanes.at(m_chronology->lane(chosen)).id
                          : lanes.isEmpty() ? Id<Lane>()
                                            : lanes.first().id;
    showAside(m_inspector.get());
    m_inspector->create(date, lane);
}

void TimelinePanel::deleteEvent(Id<Event> id)
{
    const int deleted = row(id);
    if (deleted < 0)
        return;
    const QString title = m_view->texts().brief(id).title;
    const int next = deleted + 1 < m_chronology->size() ? deleted + 1 : deleted - 1;
    const Thing after = next >= 0 ? Thing::of(m_chronology->id(next)) : Thing();
    const auto removed = m_project.edit(
        tr("Delete event “%1”").arg(title), [&](Writer &writer) { return removeEvent(writer, id); });
    if (!tell(removed))
        return;
    m_selection.select(after);
    notice()->show(Notice::Severity::Done, tr("“%1” was deleted.").arg(title), tr("Undo"),
        [this] { (void)tell(m_project.undo()); });
}

void TimelinePanel::showLanes()
{
    showAside(m_lanes.get());
    m_lanes->refresh();
    m_lanes->setFocus(Qt::ShortcutFocusReason);
}

void TimelinePanel::showAside(QWidget *part)
{
    m_aside->setCurrentWidget(part);
    if (m_aside->isVisibleTo(this))
        return;
    m_aside->show();
    const bool beside = m_splitter->orientation() == Qt::Horizontal;
    const int whole = beside ? m_splitter->width() : m_splitter->height();
    const int wanted = std::min(whole / 2, look::page * 15);
    m_splitter->setSizes({whole - wanted, wanted});
}

void TimelinePanel::closeAside()
{
    m_aside->hide();
    m_views->current()->setFocus(Qt::OtherFocusReason);
}

Result<> TimelinePanel::flush()
{
    return m_aside->isVisibleTo(this) && m_inspector.made() ? m_inspector->flush() : Result<>();
}

void TimelinePanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    m_splitter->setOrientation(width() > height() * 1.2 ? Qt::Horizontal : Qt::Vertical);
}

void TimelinePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !filterField()->text().isEmpty())
        filterField()->clear();
    else
        Panel::keyPressEvent(event);
}

} // namespace redoubt
