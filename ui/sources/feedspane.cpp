#include "ui/sources/feedspane.h"

#include "ui/look/look.h"
#include "ui/sources/feedchooser.h"
#include "ui/sources/feeditemfilter.h"
#include "ui/sources/feeditemview.h"
#include "ui/sources/feedwords.h"
#include "ui/workbench/emptystate.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// From this many characters of the interface's font on, list and item stand side by side.
constexpr int wideFrom = 100;

/// From this many lines on, there is room for the item below the list.
constexpr int tallFrom = 34;

enum Page { Items, NoFeeds, NoItems };

} // namespace

FeedsPane::FeedsPane(Project &project, const Limits &limits, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_limits(limits)
    , m_model(new FeedItemModel(project, this))
    , m_filter(new FeedItemFilter(*m_model, this))
    , m_refresher(project, limits.feeds)
    , m_edit(project)
    , m_queue([this] { return makeQueue(); })
    , m_form([this] { return makeForm(); })
    , m_view([this] { return makeView(); })
    , m_chooser(new FeedChooser(project, this))
{
    setObjectName(u"feeds"_s);
    setAccessibleName(tr("Feeds"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    makeActions();
    layOut();
    connectParts();
    updateState();
}

/// Captures go before the widgets that follow them.
FeedsPane::~FeedsPane()
{
    delete m_queue.made();
}

void FeedsPane::connectParts()
{
    connect(m_chooser, &FeedChooser::chosen, this, &FeedsPane::chooseFeed);
    connect(m_chooser, &FeedChooser::reloaded, this, &FeedsPane::updateState);
    connect(m_chooser, &FeedChooser::failed, this, &FeedsPane::failed);
    connect(m_model, &FeedItemModel::failed, this, &FeedsPane::failed);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_restoring = true; });
    connect(m_model, &FeedItemModel::loaded, this, &FeedsPane::restoreCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (isOpen())
            openItem(m_open);
        updateState();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        syncCurrent();
        updateState();
    });
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { openItem(m_filter->at(index)); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (m_restoring)
            return;
        m_current = m_filter->at(current);
        if (isOpen() && m_current.isValid() && m_list->isVisible())
            openItem(m_current);
        updateActions();
    });
    connect(&m_refresher, &FeedRefresher::progressed, this, &FeedsPane::updateProgress);
    connect(&m_refresher, &FeedRefresher::finished, this, &FeedsPane::refreshed);
    connect(&m_refresher, &FeedRefresher::failed, this, &FeedsPane::notRefreshed);
}

void FeedsPane::chooseFeed(Id<Feed> id)
{
    closeItem();
    m_current = {};
    m_filter->forgetRead();
    m_model->setFeed(id);
    m_list->scrollToTop();
    updateState();
}

/// The items were read anew: the current one is found again, and so is the open one.
void FeedsPane::restoreCurrent()
{
    m_restoring = false;
    if (m_model->rowOf(m_current) < 0)
        m_current = {};
    syncCurrent();
    if (isOpen() && m_model->rowOf(m_open) < 0)
        closeItem();
    updateState();
}

/// The list's current row is the current item, where it is among those that are shown.
void FeedsPane::syncCurrent()
{
    const QScopedValueRollback restoring(m_restoring, true);
    const QModelIndex index = m_filter->indexOf(m_current);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->selectionModel()->clear();
}

Id<FeedItem> FeedsPane::currentItem() const
{
    return isOpen() ? m_open : m_current;
}

/// Reading is no action of the history, as typing is none.
void FeedsPane::openItem(Id<FeedItem> id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    const bool isOther = std::exchange(m_open, id) != id;
    m_filter->stay(id);
    m_view->show(id);
    if (isOther && m_model->row(row).state == FeedItemState::New && !m_project.isReadOnly()) {
        // What cannot be kept now stays new; that needs no word.
        (void)m_project.keep([&](Writer &writer) { return setFeedItemState(writer, id, FeedItemState::Read); });
    }
    if (isOther) {
        m_current = id;
        syncCurrent();
    }
    showCapture();
    arrange();
    updateActions();
}

void FeedsPane::closeItem()
{
    if (!isOpen())
        return;
    const bool hadFocus = m_view->isAncestorOf(focusWidget());
    m_open = {};
    m_view->show({});
    arrange();
    if (hadFocus)
        m_list->setFocus(Qt::OtherFocusReason);
    updateActions();
}

/// Where the list and the open item stand.
void FeedsPane::arrange()
{
    const bool isWide = width() > wideFrom * fontMetrics().averageCharWidth();
    const bool hasRoom = isWide || m_pages->height() > tallFrom * fontMetrics().lineSpacing();
    m_splitter->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
    const bool hadFocus = m_list->hasFocus();
    if (isOpen() || m_view.made())
        m_view->setVisible(isOpen());
    m_list->setVisible(!isOpen() || hasRoom);
    if (hadFocus && m_list->isHidden())
        m_view->setFocus(Qt::OtherFocusReason);
    if (isOpen() && hasRoom && m_splitter->sizes().contains(0))
        m_splitter->setSizes({m_splitter->width(), m_splitter->width()});
}

void FeedsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_problem) {
        updateProblem();
        showCapture();
    }
}

void FeedsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FeedsPane::updateState()
{
    const bool hasFeeds = !m_chooser->feeds().isEmpty();
    const bool isNarrowed = m_filter->isNewOnly() || !m_filter->text().isEmpty();
    const bool hasItems = m_model->rowCount() > 0;
    m_act.showAll->setVisible(isNarrowed && hasItems);
    m_noItems->setSentence(!hasItems ? tr("Nothing has come in yet: refresh asks for it (F5).")
            : m_filter->text().isEmpty() ? tr("Nothing new. All has been read.")
                                         : tr("No item has “%1”.").arg(m_filter->text()));
    const bool isEmpty = m_filter->rowCount() == 0 && !isOpen() && !m_model->isLoading();
    m_pages->setCurrentIndex(!hasFeeds ? NoFeeds : isEmpty ? NoItems : Items);
    m_text->setEnabled(hasFeeds);
    updateProblem();
    updateProgress();
    updateActions();
}

void FeedsPane::updateProblem()
{
    QPalette warning = palette();
    warning.setColor(m_problemGlyph->foregroundRole(), look::colours(warning).altered);
    m_problemGlyph->setPalette(warning);
    QString text;
    if (const Feed *feed = m_chooser->feed()) {
        text = feedwords::problem(*feed);
    } else {
        const auto broken = std::ranges::count_if(m_chooser->feeds(), [](const Feed &one) { return !one.problem.isEmpty(); });
        if (broken > 0)
            text = tr("%n feed(s) could not be refreshed. Choose one that is marked ▲ above to see why.", nullptr, int(broken));
    }
    m_problemText->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void FeedsPane::updateProgress()
{
    m_progress->setVisible(m_refresher.isRunning());
    m_act.stop->setEnabled(m_refresher.isRunning());
    if (!m_refresher.isRunning())
        return;
    const int total = int(m_refresher.total());
    m_bar->setRange(0, total == 1 ? 0 : total);
    m_bar->setValue(int(m_refresher.over()));
    m_progressText->setText(m_refresher.isAdding() ? tr("Asking for the feed…")
                                                   : tr("Refreshing: %1 of %2").arg(locale().toString(m_refresher.over()), locale().toString(total)));
}

bool FeedsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept(); // the panel would look for sources
        return true;
    }
    // Heights of rows follow their width.
    if (event->type() == QEvent::Resize && watched == m_list) {
        m_list->doItemsLayout();
        if (isOpen())
            m_list->scrollTo(m_list->currentIndex());
    }
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find)) {
            m_text->setFocus(Qt::ShortcutFocusReason);
            m_text->selectAll();
            return true;
        }
        const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (isPlain && (watched == m_text ? pressedInFilter(key->key()) : pressed(watched, key->key())))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// In the list, or in the text of the open item.
bool FeedsPane::pressed(QObject *watched, int key)
{
    const bool inList = watched == m_list;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isOpen())
            openItem(m_current.isValid() ? m_current : m_filter->at(m_filter->index(0, 0)));
        else if (m_act.addSource->isEnabled())
            m_act.addSource->trigger();
        return true;
    case Qt::Key_Space:
        nextNew();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!inList)
            step(key == Qt::Key_Left ? -1 : 1);
        return !inList;
    case Qt::Key_Escape:
        if (isOpen())
            closeItem();
        else if (!m_text->text().isEmpty())
            m_text->clear();
        else
            Q_EMIT closed();
        return true;
    default:
        return false;
    }
}

bool FeedsPane::pressedInFilter(int key)
{
    if (key == Qt::Key_Escape && m_text->text().isEmpty()) {
        Q_EMIT closed();
        return true;
    }
    if (key == Qt::Key_Escape)
        m_text->clear();
    else if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter->index(0, 0));
    return true;
}

void FeedsPane::step(int rows)
{
    const QModelIndex to = m_filter->index(m_filter->indexOf(m_open).row() + rows, 0);
    if (to.isValid())
        openItem(m_filter->at(to));
}

} // namespace redoubt
