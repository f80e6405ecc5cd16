#include "ui/watchlist/watchlistpanel.h"

#include "app/sources/evidence.h"
#include "app/watchlist/score.h"
#include "ui/look/look.h"
#include "ui/watchlist/calibrationfoot.h"
#include "ui/watchlist/indicatorinspector.h"
#include "ui/watchlist/watchlistmodel.h"
#include "ui/watchlist/watchlistview.h"
#include "ui/workbench/emptystate.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// In lines of text: lower than this the inspector takes the whole panel, wider than this it stands beside the list.
constexpr int lowPanel = 38;
constexpr int widePanel = 46;

} // namespace

WatchListPanel::WatchListPanel(Project &project, Selection &selection, QWidget *parent)
    : Panel(tr("Watch list"), u"watchlist"_s, parent)
    , m_project(project)
    , m_selection(selection)
    , m_model(new WatchListModel(project, this))
    , m_view(new WatchListView(*m_model, this))
    , m_foot(new CalibrationFoot(this))
    , m_inspector([this] { return makeInspector(); })
{
    makeActions();
    makeFilter();
    makeContent();
    connectParts();
    tell(m_model->reload());
    refresh();
    showSelection(selection.current());
    countDays();
}

WatchListPanel::~WatchListPanel()
{
    leaveFields();
}

void WatchListPanel::makeContent()
{
    m_empty = new EmptyState(tr("What to watch for: the few things one can see that would tell one reading from the other, "
                                "and by when."), {m_new}, this);
    m_noMatch = new EmptyState(tr("Nothing on the watch list matches the filter."), {m_clear}, this);
    m_lists = new QStackedWidget(this);
    m_lists->addWidget(m_view);
    m_lists->addWidget(m_empty);
    m_lists->addWidget(m_noMatch);
    m_listSide = new QWidget(this);
    auto *side = new QVBoxLayout(m_listSide);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_lists, 1);
    side->addWidget(m_foot);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_listSide);
    m_splitter->setStretchFactor(0, 2);
    setContent(m_splitter);
}

void WatchListPanel::connectParts()
{
    const auto showError = [this](const Error &error) { notice()->show(error); };
    connect(m_model, &WatchListModel::failed, this, showError);
    connect(m_view, &WatchListView::chosen, this, [this](Id<Indicator> id) { m_selection.select(Thing::of(id)); });
    connect(m_view, &WatchListView::openRequested, this, &WatchListPanel::editIndicator);
    connect(m_view, &WatchListView::checkRequested, this, [this](Id<Indicator> id) {
        const Indicator *indicator = m_model->find(id);
        if (indicator && indicator->isResolved())
            reopenIndicator();
        else
            askOutcome();
    });
    connect(m_view, &WatchListView::outcomeChosen, this, &WatchListPanel::resolveWith);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WatchListPanel::updateActions);
    connect(&m_project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touchesAny({u"indicator", u"outcome", u"forecast", u"indicator_event", u"observation"}))
            refresh();
        showSelection(m_selection.current());
    });
    connect(&m_selection, &Selection::changed, this, &WatchListPanel::showSelection);
    connect(&m_selection, &Selection::opened, this, [this](const Thing &thing) {
        if (thing.indicator().isValid())
            Q_EMIT wanted();
    });
}

void WatchListPanel::takeThingActions(const QList<QAction *> &actions)
{
    m_view->addActions(actions);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

IndicatorInspector *WatchListPanel::makeInspector()
{
    auto *inspector = new IndicatorInspector(m_project, this);
    connect(inspector, &IndicatorInspector::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(inspector, &IndicatorInspector::closeRequested, this, &WatchListPanel::closeInspector);
    connect(inspector, &IndicatorInspector::looked, &m_selection, &Selection::select);
    connect(inspector, &IndicatorInspector::added, this, [this](Id<Indicator> id) {
        m_selection.select(Thing::of(id));
        closeInspector();
    });
    inspector->setToday(m_model->today());
    m_splitter->addWidget(inspector);
    m_splitter->setStretchFactor(1, 3);
    inspector->hide();
    return inspector;
}

bool WatchListPanel::isInspectorOpen() const
{
    return m_inspector.made() && !m_inspector->isHidden();
}

Id<Indicator> WatchListPanel::current() const
{
    return m_view->current();
}

Result<> WatchListPanel::flush()
{
    return m_inspector.made() ? m_inspector->flush() : Result<>();
}

void WatchListPanel::setToday(QDate today)
{
    m_followsCalendar = false;
    m_model->setToday(today);
    if (m_inspector.made())
        m_inspector->setToday(today);
    refresh();
}

void WatchListPanel::countDays()
{
    if (!m_followsCalendar)
        return;
    const QDateTime now = QDateTime::currentDateTime();
    if (m_model->today() != now.date()) {
        m_model->setToday(now.date());
        if (m_inspector.made())
            m_inspector->setToday(now.date());
        refresh();
    }
    QTimer::singleShot(std::chrono::milliseconds(now.msecsTo(now.date().addDays(1).startOfDay()) + 1), Qt::VeryCoarseTimer, this,
        &WatchListPanel::countDays);
}

void WatchListPanel::refresh()
{
    const WatchFilter filter{.text = filterField()->text(),
        .due = WatchFilter::Due(m_due->checkedAction()->data().toInt()),
        .status = WatchFilter::Status(m_status->checkedAction()->data().toInt())};
    m_model->setFilter(filter);
    m_filterButton->setChecked(filter.due != WatchFilter::Due::Any || filter.status != WatchFilter::Status::Any);
    m_clear->setEnabled(!filter.isEmpty());
    setCount(m_model->passing(), m_model->all().size());
    if (m_model->all().isEmpty())
        m_lists->setCurrentWidget(m_empty);
    else
        m_lists->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_noMatch);
    const int overdue = m_model->overdue();
    setStatusText(overdue > 0 ? tr("%Ln overdue", nullptr, overdue) : QString());
    m_foot->show(score(m_model->all()));
    showSelection(m_selection.current());
    updateActions();
    arrange();
}

void WatchListPanel::showSelection(const Thing &thing)
{
    const auto related = relatedTo(thing);
    m_model->setRelated(related);
    m_view->show(thing.indicator());
    if (!thing.indicator().isValid() && !related.isEmpty()) {
        for (const Indicator &indicator : m_model->all()) {
            if (related.contains(indicator.id) && m_model->indexOf(indicator.id).isValid()) {
                m_view->scrollTo(m_model->indexOf(indicator.id));
                break;
            }
        }
    }
    if (isInspectorOpen() && !m_inspector->isDraft() && thing.indicator().isValid())
        m_inspector->edit(thing.indicator());
    updateActions();
}

QSet<Id<Indicator>> WatchListPanel::relatedTo(const Thing &thing)
{
    QSet<Id<Indicator>> related;
    QSet<Id<Event>> about;
    if (thing.event().isValid())
        about.insert(thing.event());
    if (thing.source().isValid() || thing.excerpt().isValid()) {
        const auto said = thing.source().isValid() ? evidenceFrom(m_project.reader(), thing.source())
                                                   : evidence(m_project.reader());
        const auto seen = indicatorsSeenIn(m_project.reader(), thing.source());
        if (!tell(said) || !tell(seen))
            return {};
        related = *seen;
        for (const Evidence &evidence : *said) {
            if (!thing.excerpt().isValid() || evidence.excerpt == thing.excerpt())
                about.insert(evidence.event);
        }
    }
    for (const Indicator &indicator : m_model->all()) {
        if (std::ranges::any_of(indicator.events, [&about](Id<Event> event) { return about.contains(event); }))
            related.insert(indicator.id);
    }
    return related;
}

void WatchListPanel::newIndicator()
{
    m_inspector->draft();
    openInspector();
    m_inspector->focusTitle();
}

void WatchListPanel::editIndicator()
{
    if (!current().isValid())
        return;
    m_inspector->edit(current());
    openInspector();
    m_inspector->focusTitle();
}

void WatchListPanel::addForecast()
{
    if (!current().isValid())
        return;
    m_inspector->edit(current());
    openInspector();
    m_inspector->focusForecast();
}

void WatchListPanel::addObservation()
{
    if (!current().isValid())
        return;
    m_inspector->edit(current());
    openInspector();
    m_inspector->focusObservation();
}

void WatchListPanel::deleteIndicator()
{
    const Indicator *indicator = m_model->find(current());
    if (!indicator)
        return;
    const QString title = indicator->title;
    const int row = m_view->currentIndex().row();
    const bool done = tell(m_project.edit(tr("Delete indicator “%1”").arg(title),
        [id = indicator->id](Writer &writer) { return removeIndicator(writer, id); }));
    if (!done)
        return;
    const QModelIndex next = m_model->index(std::min(row, m_model->rowCount() - 1));
    if (const Indicator *beside = m_model->at(next))
        m_selection.select(Thing::of(beside->id));
    offerUndo(tr("Deleted “%1”.").arg(title));
}

void WatchListPanel::offerUndo(const QString &text)
{
    notice()->show(Notice::Severity::Done, text, tr("Undo"), [this] { tell(m_project.undo()); });
}

void WatchListPanel::askOutcome()
{
    if (m_listSide->isHidden())
        closeInspector();
    m_view->ask(current());
}

void WatchListPanel::resolveWith(Id<Indicator> id, Id<Outcome> occurred)
{
    const Indicator *indicator = m_model->find(id);
    if (!indicator)
        return;
    const QString title = indicator->title;
    const bool done = tell(m_project.edit(tr("Resolve indicator “%1”").arg(title),
        [&](Writer &writer) { return resolve(writer, id, occurred, QDateTime::currentDateTimeUtc()); }));
    if (done)
        offerUndo(tr("Resolved “%1”.").arg(title));
}

void WatchListPanel::reopenIndicator()
{
    const Indicator *indicator = m_model->find(current());
    if (indicator) {
        tell(m_project.edit(tr("Reopen indicator “%1”").arg(indicator->title),
            [id = indicator->id](Writer &writer) { return reopen(writer, id); }));
    }
}

void WatchListPanel::openInspector()
{
    if (m_inspector->isHidden()) {
        m_inspector->show();
        arrange();
        const int whole = m_splitter->orientation() == Qt::Vertical ? m_splitter->height() : m_splitter->width();
        m_splitter->setSizes({2 * whole / 5, 3 * whole / 5});
    }
    // Once the list has its new height.
    QMetaObject::invokeMethod(m_view, [this] { m_view->show(m_inspector->current()); }, Qt::QueuedConnection);
}

void WatchListPanel::closeInspector()
{
    if (!m_inspector.made())
        return;
    tell(m_inspector->flush());
    m_inspector->hide();
    arrange();
    m_view->setFocus(Qt::OtherFocusReason);
}

void WatchListPanel::arrange()
{
    const int line = fontMetrics().height();
    const bool isOpen = isInspectorOpen();
    const bool isWide = width() > widePanel * line && width() > height();
    const bool isLow = height() < lowPanel * line;
    m_splitter->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
    m_listSide->setVisible(!isOpen || isWide || !isLow);
    m_foot->setCompact(isLow || isOpen);
}

void WatchListPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    arrange();
}

void WatchListPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    // A machine that slept has missed midnight.
    if (event->type() == QEvent::ActivationChange && m_followsCalendar && m_model->today() != QDate::currentDate()) {
        m_model->setToday(QDate::currentDate());
        if (m_inspector.made())
            m_inspector->setToday(QDate::currentDate());
        refresh();
    }
}

void WatchListPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !filterField()->text().isEmpty()) {
        filterField()->clear();
        m_view->setFocus(Qt::OtherFocusReason);
    } else {
        Panel::keyPressEvent(event);
    }
}

} // namespace redoubt
