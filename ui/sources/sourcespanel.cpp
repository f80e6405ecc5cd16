#include "ui/sources/sourcespanel.h"

#include "app/project/project.h"
#include "app/sources/evidence.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "ui/look/look.h"
#include "ui/sources/capture/captureflow.h"
#include "ui/sources/capture/drophint.h"
#include "ui/sources/capturetext.h"
#include "ui/sources/duplicatespane.h"
#include "ui/sources/feedspane.h"
#include "ui/sources/searchhelp.h"
#include "ui/sources/searchpane.h"
#include "ui/sources/sourcedelegate.h"
#include "ui/sources/sourcefilter.h"
#include "ui/sources/sourceinspector.h"
#include "ui/sources/sourcelistview.h"
#include "ui/sources/sourcereader.h"
#include "ui/workbench/emptystate.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace redoubt {

namespace {

/// From this many characters of the interface's font on, list and reader stand side by side.
constexpr int wideFrom = 100;

constexpr int shortestFilter = 14;

/// How list and reader share the panel at first.
constexpr int listShare = 2000;
constexpr int readerShare = 3000;

enum ListPage { Cards, NoSources, NothingFound };
enum DetailPage { Text, Details };

} // namespace

SourcesPanel::SourcesPanel(Project &project, Selection &selection, QWidget *parent)
    : Panel(tr("Sources"), u"sources"_s, parent)
    , m_project(project)
    , m_selection(selection)
    , m_model(new SourceListModel(project, this))
    , m_filter(new SourceFilter(*m_model, this))
    , m_reader([this] { return makeReader(); })
    , m_inspector([this] { return makeInspector(); })
    , m_carryOver([this] { return makeCarryOver(); })
    , m_duplicates([this] { return makeDuplicates(); })
    , m_bibliography([this] { return makeBibliography(); })
    , m_importReport([this] { return makeImportReport(); })
    , m_capture([this] { return makeCaptureFlow(); })
    , m_dropHint([this] { return new DropHint(this); })
    , m_feeds([this] { return makeFeeds(); })
    , m_search([this] { return makeSearch(); })
    , m_searchHelp([this] { return new SearchHelp(m_project, *m_model, filterField()); })
{
    makeActions();
    makeLibraryActions();
    layOut();
    addToMenus();
    addLibraryToMenus();
    connectParts();
    follow(selection.current());
    updateState();
}

SourcesPanel::~SourcesPanel()
{
    leaveFields();
    delete m_capture.made();
}

Result<> SourcesPanel::flush()
{
    return !m_inspector.made() || m_inspector->isDraft() ? Result<>() : m_inspector->flush();
}

void SourcesPanel::layOut()
{
    showFilter(tr("Search everything"));
    filterField()->setPlaceholderText(tr("Search"));
    filterField()->setToolTip(tr("Search sources, captured texts, excerpts, events and briefs (Ctrl+F). “Quotation marks” find the words as they stand."));
    filterField()->setMinimumWidth(shortestFilter * fontMetrics().averageCharWidth());
    filterField()->installEventFilter(this);
    addHeaderWidget(makeGradeChooser());
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(makeDetail());
    m_detail->hide();
    setContent(m_splitter);
}

QWidget *SourcesPanel::makeList()
{
    m_list = new SourceListView(this);
    m_list->setObjectName(u"sourceList"_s);
    m_list->setAccessibleName(tr("Sources"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setItemDelegate(new SourceDelegate(m_list));
    // Rows that go because of a filter must not choose another source: see connectParts().
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_following = true; });
    m_list->setModel(m_filter);
    m_list->addAction(m_act.remove);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        QMenu menu(this);
        menu.addActions({m_act.edit, m_act.attach, m_act.captureAgain, m_act.paste, m_act.open, m_act.remove});
        menu.addActions(m_thingActions);
        menu.exec(m_list->viewport()->mapToGlobal(point));
    });

    m_nothingFound = new EmptyState(tr("No source has this grade."), {m_act.showAll}, this);
    m_listPages = new QStackedWidget(this);
    m_listPages->addWidget(m_list);
    m_listPages->addWidget(new EmptyState(
        tr("Sources are the documents that say what happened: articles, statements, posts, reports."), {m_act.add, m_act.captureAddress, m_act.importBibliography}, this));
    m_listPages->addWidget(m_nothingFound);
    return m_listPages;
}

QWidget *SourcesPanel::makeDetail()
{
    m_detailPages = new QStackedWidget(this);
    m_detail = new QWidget(this);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(look::related, look::tight, look::related, 0);
    tabs->setSpacing(look::tight);
    for (QAction *action : {m_act.showText, m_act.showDetails}) {
        auto *button = new QToolButton(m_detail);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFont(look::font(look::Text::Caption, true));
        tabs->addWidget(button);
    }
    m_heading = new QLabel(m_detail);
    m_heading->setObjectName(u"citation"_s);
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setFont(look::font(look::Text::Caption));
    m_heading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_heading->setContentsMargins(look::related, 0, look::related, 0);
    tabs->addStretch(1);
    tabs->addWidget(m_heading);
    auto *column = new QVBoxLayout(m_detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabs);
    column->addWidget(m_detailPages, 1);
    return m_detail;
}

SourceReader *SourcesPanel::makeReader()
{
    auto *reader = new SourceReader(m_project,
        {.capture = m_act.captureAgain,
            .paste = m_act.paste,
            .keep = m_act.keep,
            .attach = m_act.attach,
            .dispute = m_read.dispute,
            .compare = m_read.compare,
            .showPages = m_read.showPages,
            .copyQuotation = m_act.copyQuotation,
            .removeExcerpt = m_act.removeExcerpt},
        this);
    reader->text()->addAction(m_act.removeExcerpt);
    reader->setTypeSize(m_typeSize);
    connect(reader, &SourceReader::excerptChosen, this, [this, reader](Id<Excerpt> id) {
        const auto chosen = reader->chosen();
        if (chosen && chosen->id == id)
            reader->editSpeaker();
        m_selection.select(Thing::of(id));
        reader->choose(id);
    });
    connect(reader, &SourceReader::stateChanged, this, &SourcesPanel::updateActions);
    connect(reader, &SourceReader::escaped, m_list, [this] { m_listPages->currentWidget()->setFocus(Qt::OtherFocusReason); });
    connect(reader, &SourceReader::failed, this, [this](const Error &error) { notice()->show(error); });
    m_detailPages->insertWidget(Text, reader);
    return reader;
}

SourceInspector *SourcesPanel::makeInspector()
{
    auto *inspector = new SourceInspector(m_project, m_selection, this);
    connect(inspector, &SourceInspector::left, this, [this] {
        showPage(Text);
        m_list->setFocus(Qt::OtherFocusReason);
        updateState();
    });
    connect(inspector, &SourceInspector::added, this, [this](Id<Source> id) {
        filterField()->clear();
        if (!m_filter->indexOf(id).isValid())
            m_allGrades->trigger();
        showPage(Text);
        m_selection.select(Thing::of(id));
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(inspector, &SourceInspector::failed, this, [this](const Error &error) { notice()->show(error); });
    connectLibrary(inspector);
    inspector->setSource(m_source);
    m_detailPages->addWidget(inspector);
    return inspector;
}

bool SourcesPanel::isDrafting() const
{
    return m_inspector.made() && m_inspector->isDraft() && m_detailPages->currentIndex() == Details;
}

QToolButton *SourcesPanel::makeGradeChooser()
{
    using Grades = SourceFilter::Grades;
    auto *button = new QToolButton(this);
    button->setObjectName(u"gradeChooser"_s);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("Show only sources of a certain grade"));
    auto *menu = new QMenu(button);
    auto *group = new QActionGroup(menu);
    const auto offer = [&](Grades grades, const QString &words, const QString &shown) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(grades == Grades::All);
        group->addAction(action);
        m_allGrades = m_allGrades ? m_allGrades : action;
        connect(action, &QAction::triggered, this, [=, this] {
            m_filter->setGrades(grades);
            button->setText(shown);
            button->setToolButtonStyle(grades == Grades::All ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
            button->setAccessibleName(words);
            search();
            updateState();
        });
    };
    offer(Grades::All, tr("All grades"), QString());
    offer(Grades::Reliable, tr("A, B: reliable sources"), tr("A–B"));
    offer(Grades::Probable, tr("1, 2: confirmed or probable"), tr("1–2"));
    offer(Grades::Doubtful, tr("D, E, 4, 5 or retracted: doubtful"), tr("Doubtful"));
    offer(Grades::NotRated, tr("F or 6: not rated"), tr("Not rated"));
    button->setIcon(look::icon(u"filter"_s));
    button->setAccessibleName(tr("All grades"));
    button->setMenu(menu);
    return button;
}

void SourcesPanel::connectParts()
{
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_following = false;
        updateState();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &SourcesPanel::updateState);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &SourcesPanel::updateState);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &SourcesPanel::updateActions);
    connect(m_list, &SourceListView::chosen, this, [this](const QModelIndex &index) {
        if (!m_following)
            m_selection.select(Thing::of(m_filter->at(index)));
    });
    connect(m_list, &QAbstractItemView::clicked, this,
        [this](const QModelIndex &index) { m_selection.select(Thing::of(m_filter->at(index))); });
    connect(m_list, &QAbstractItemView::activated, this, [this] { m_reader->text()->setFocus(Qt::OtherFocusReason); });
    connect(filterField(), &QLineEdit::textChanged, this, &SourcesPanel::search);
    connect(&m_selection, &Selection::changed, this, &SourcesPanel::follow);
    connect(&m_selection, &Selection::opened, this, [this](const Thing &thing) {
        if (thing.source().isValid() || thing.excerpt().isValid())
            Q_EMIT wanted();
    });
    connect(&m_project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touchesAny({u"event_source", u"observation"}))
            m_model->setRelated(relatedTo(m_selection.current()));
        updateState();
    });
    connect(m_model, &SourceListModel::failed, this, [this](const Error &error) { notice()->show(error); });
}

void SourcesPanel::follow(const Thing &thing)
{
    if (thing.kind == Thing::Kind::Source) {
        showSource(thing.source());
    } else if (thing.kind == Thing::Kind::Excerpt) {
        const auto owner = sourceOfRow(m_project.reader(), u"excerpt"_s, thing.number);
        if (tell(owner) && owner->isValid()) {
            showSource(*owner);
            showPage(Text);
            m_reader->choose(thing.excerpt());
        }
    } else if (thing.kind == Thing::Kind::Event) {
        m_event = thing.event();
    }
    const QSet<Id<Source>> related = relatedTo(thing);
    m_model->setRelated(related);
    showRelated(related);
    updateActions();
}

QSet<Id<Source>> SourcesPanel::relatedTo(const Thing &thing)
{
    QSet<Id<Source>> related;
    if (thing.kind == Thing::Kind::Event) {
        const auto said = evidenceOf(m_project.reader(), thing.event());
        tell(said);
        for (const Evidence &evidence : said.value_or(QList<Evidence>()))
            related.insert(evidence.source);
    } else if (thing.kind == Thing::Kind::Indicator) {
        const auto seen = observations(m_project.reader(), thing.indicator());
        tell(seen);
        for (const Observation &observation : seen.value_or(QList<Observation>()))
            related.insert(observation.source);
    }
    return related;
}

/// Moves related sources into view, unless one is there.
void SourcesPanel::showRelated(const QSet<Id<Source>> &related)
{
    QModelIndex first;
    for (const Id<Source> id : related) {
        const QModelIndex index = m_filter->indexOf(id);
        if (!index.isValid())
            continue;
        if (m_list->viewport()->rect().contains(m_list->visualRect(index)))
            return;
        if (!first.isValid() || index.row() < first.row())
            first = index;
    }
    if (first.isValid())
        m_list->scrollTo(first, QAbstractItemView::PositionAtTop);
}

void SourcesPanel::showSource(Id<Source> id)
{
    m_source = m_model->rowOf(id) >= 0 ? id : Id<Source>();
    if (m_source.isValid() || m_reader.made()) {
        m_reader->setSource(m_source);
        m_reader->choose({});
    }
    if (m_inspector.made())
        m_inspector->setSource(m_source);
    syncList();
    updateState();
}

void SourcesPanel::showPage(int page)
{
    (void)m_reader.get(); // the first page
    if (page == Details)
        (void)m_inspector.get();
    m_detailPages->setCurrentIndex(page);
    (page == Text ? m_act.showText : m_act.showDetails)->setChecked(true);
}

/// The list's current row is the source in the reader, when the filter lets it through.
void SourcesPanel::syncList()
{
    const QScopedValueRollback following(m_following, true);
    const QModelIndex index = m_filter->indexOf(m_source);
    if (index.isValid() && m_list->currentIndex() != index)
        m_list->setCurrentIndex(index);
    else if (!index.isValid())
        m_list->selectionModel()->clear();
}

void SourcesPanel::updateState()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    if (m_source.isValid() && m_model->rowOf(m_source) < 0)
        showSource({});
    syncList();
    setCount(shown, all);
    if (m_pane)
        m_listPages->setCurrentWidget(m_pane);
    else
        m_listPages->setCurrentIndex(all == 0 ? NoSources : shown == 0 ? NothingFound : Cards);
    const bool isDraft = isDrafting();
    m_listPages->setVisible(all > 0 || m_pane || !isDraft);
    // Where two stand side by side, one of them needs no room of its own.
    const bool isComparing = m_pane && m_pane == m_duplicates.made();
    showDetail((m_source.isValid() && !isComparing) || isDraft);
    updateActions();
}

void SourcesPanel::showPane(QWidget *pane)
{
    // Behind a pane a search goes on.
    QWidget *search = m_search.made() && m_search->isActive() ? m_search.made() : nullptr;
    m_pane = pane ? pane : search;
    if (m_pane)
        m_listPages->addWidget(m_pane); // again changes nothing
    updateState();
    (m_pane ? m_pane : m_list)->setFocus(Qt::OtherFocusReason);
}

/// The list has all the room until there is something to read beside it.
void SourcesPanel::showDetail(bool wanted)
{
    if (m_detail->isHidden() != wanted)
        return;
    m_detail->setVisible(wanted);
    if (wanted && m_splitter->sizes().last() == 0)
        m_splitter->setSizes({listShare, readerShare});
    m_list->scrollTo(m_list->currentIndex());
}

void SourcesPanel::updateActions()
{
    const bool hasSource = m_source.isValid();
    const SourceReader *reader = m_reader.made();
    const bool hasExcerpt = reader && reader->chosen().has_value();
    const auto event = m_event.isValid() ? redoubt::event(m_project.reader(), m_event) : Result<std::optional<Event>>(std::nullopt);
    const bool hasEvent = event && event->has_value();
    for (QAction *action : {m_act.edit, m_act.remove})
        action->setEnabled(hasSource);
    m_act.keep->setEnabled(reader && reader->text()->textCursor().hasSelection());
    m_act.attach->setEnabled(hasSource && hasEvent);
    const QString title = hasEvent ? (*event)->title.toHtmlEscaped() : QString();
    const QString keys = m_act.attach->shortcut().toString(QKeySequence::NativeText);
    m_act.attach->setToolTip(!hasEvent ? tr("Choose an event first, then attach a source or an excerpt to it")
            : hasExcerpt               ? u"<p>"_s + tr("Attach the excerpt to “%1” (%2)").arg(title, keys)
                                       : u"<p>"_s + tr("Attach the source to “%1” (%2)").arg(title, keys));
    m_act.feeds->setChecked(m_pane && m_pane == m_feeds.made());
    m_act.copyQuotation->setEnabled(hasExcerpt);
    m_act.removeExcerpt->setEnabled(hasExcerpt);
    const bool hasText = reader && !reader->text()->capture().text.isEmpty();
    m_act.find->setEnabled(hasText);
    for (QAction *action : {m_act.nextExcerpt, m_act.previousExcerpt})
        action->setEnabled(reader && !reader->text()->excerpts().isEmpty());
    updateLibraryActions();
    const int row = m_model->rowOf(m_source);
    const bool isDraft = isDrafting();
    m_heading->setText(isDraft ? tr("New source") : row < 0 ? QString() : u'@' + m_model->card(row).source.key);
    m_act.open->setEnabled(row >= 0 && !webAddress(m_model->card(row).source.address).isEmpty());
    updateReadingActions();
    updateCaptureActions();
}

void SourcesPanel::resizeEvent(QResizeEvent *event)
{
    const bool wide = width() > wideFrom * fontMetrics().averageCharWidth();
    m_splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    Panel::resizeEvent(event);
}

bool SourcesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == filterField() && event->type() == QEvent::FocusIn)
        (void)m_searchHelp.get();
    if (watched == filterField() && event->type() == QEvent::KeyPress && takeFieldKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return Panel::eventFilter(watched, event);
}

} // namespace redoubt
