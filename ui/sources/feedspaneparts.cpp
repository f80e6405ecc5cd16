#include "ui/sources/feedspane.h"

#include "ui/look/look.h"
#include "ui/sources/feedchooser.h"
#include "ui/sources/feedform.h"
#include "ui/sources/feeditemdelegate.h"
#include "ui/sources/feeditemfilter.h"
#include "ui/sources/feeditemview.h"
#include "ui/workbench/emptystate.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// What FeedsPane is made of.
namespace redoubt {

namespace {

QLabel *caption(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(look::font(look::Text::Caption));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// The heights of the rows follow their width; a current row that was in sight stays there.
class ItemList : public QListView
{
public:
    using QListView::QListView;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        const bool wasSeen = currentIndex().isValid() && QRect(QPoint(), event->oldSize()).intersects(visualRect(currentIndex()));
        QListView::resizeEvent(event);
        if (event->size().width() != event->oldSize().width())
            scheduleDelayedItemsLayout();
        if (wasSeen)
            scrollTo(currentIndex());
    }
};

} // namespace

void FeedsPane::layOut()
{
    m_formPlace = new QWidget(this);
    auto *formColumn = new QVBoxLayout(m_formPlace);
    formColumn->setContentsMargins(0, 0, 0, 0);
    m_formPlace->hide();
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeItems());
    m_pages->addWidget(new EmptyState(tr("Feeds bring in what sites publish: articles, statements, reports. They are asked only when you refresh them."),
        {m_act.add, m_act.import}, this));
    m_noItems = new EmptyState(QString(), {m_act.showAll}, this);
    m_pages->addWidget(m_noItems);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(m_formPlace);
    column->addWidget(makeProgress());
    column->addWidget(makeProblem());
    column->addWidget(m_pages, 1);
    setFocusProxy(m_list);
}

QWidget *FeedsPane::makeTop()
{
    auto *top = new QWidget(this);
    const auto button = [&](QAction *action) {
        auto *made = new QToolButton(top);
        made->setDefaultAction(action);
        made->setAccessibleName(action->text());
        return made;
    };
    auto *more = new QToolButton(top);
    more->setObjectName(u"moreForFeeds"_s);
    more->setIcon(look::icon(u"more"_s));
    more->setToolTip(tr("More for feeds"));
    more->setAccessibleName(more->toolTip());
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    menu->addActions({m_act.refreshAll, m_act.markAll, m_act.markNew, m_act.nextNew});
    menu->addSeparator();
    menu->addActions({m_act.edit, m_act.remove});
    menu->addSeparator();
    menu->addActions({m_act.import, m_act.exportList});
    more->setMenu(menu);
    auto *feeds = new QHBoxLayout;
    feeds->setSpacing(look::tight);
    feeds->addWidget(m_chooser, 1);
    for (QWidget *widget : {button(m_act.refresh), button(m_act.add), more, button(m_act.close)})
        feeds->addWidget(widget);
    m_text = new QLineEdit(top);
    m_text->setObjectName(u"feedFilter"_s);
    m_text->setPlaceholderText(tr("Search items"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setToolTip(tr("Show the items that hold all of these words (Ctrl+F)"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    auto *narrowing = new QHBoxLayout;
    narrowing->setSpacing(look::tight);
    narrowing->addWidget(m_text, 1);
    auto *newOnly = button(m_act.newOnly);
    newOnly->setToolButtonStyle(Qt::ToolButtonTextOnly);
    narrowing->addWidget(newOnly);
    auto *rows = new QVBoxLayout(top);
    rows->setContentsMargins(look::group, look::related, look::related, look::related);
    rows->setSpacing(look::related);
    rows->addLayout(feeds);
    rows->addLayout(narrowing);
    return top;
}

QWidget *FeedsPane::makeProgress()
{
    m_progress = new QWidget(this);
    m_progress->setObjectName(u"feedProgress"_s);
    m_progressText = caption(m_progress);
    m_bar = new QProgressBar(m_progress);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(look::page * 4);
    m_bar->setMaximumHeight(look::group);
    auto *stop = new QToolButton(m_progress);
    stop->setDefaultAction(m_act.stop);
    stop->setAccessibleName(m_act.stop->text());
    auto *row = new QHBoxLayout(m_progress);
    row->setContentsMargins(look::group, 0, look::related, look::tight);
    row->setSpacing(look::related);
    row->addWidget(m_progressText, 1);
    row->addWidget(m_bar);
    row->addWidget(stop);
    m_progress->hide();
    return m_progress;
}

QWidget *FeedsPane::makeProblem()
{
    m_problem = new QWidget(this);
    m_problemGlyph = caption(m_problem);
    m_problemGlyph->setText(u"▲"_s);
    m_problemGlyph->setWordWrap(false);
    m_problemText = caption(m_problem);
    m_problemText->setObjectName(u"feedProblem"_s);
    m_problemText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(m_problem);
    row->setContentsMargins(look::group, 0, look::group, look::related);
    row->setSpacing(look::related);
    row->addWidget(m_problemGlyph, 0, Qt::AlignTop);
    row->addWidget(m_problemText, 1);
    m_problem->hide();
    return m_problem;
}

QWidget *FeedsPane::makeItems()
{
    m_list = new ItemList(this);
    m_list->setObjectName(u"feedItems"_s);
    m_list->setAccessibleName(tr("Items"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new FeedItemDelegate(m_list));
    // Rows that go because of a filter must not open another item.
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_restoring = true; });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, [this] { m_restoring = false; });
    m_list->setModel(m_filter);
    m_list->installEventFilter(this);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        QMenu menu(this);
        menu.addActions({m_act.addSource, m_act.showSource, m_act.openAddress, m_act.markNew, m_act.markAll});
        menu.exec(m_list->viewport()->mapToGlobal(point));
    });
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    return m_splitter;
}

FeedItemView *FeedsPane::makeView()
{
    auto *view = new FeedItemView(m_project,
        {.addSource = m_act.addSource, .showSource = m_act.showSource, .openAddress = m_act.openAddress, .close = m_act.closeItem}, this);
    connect(view, &FeedItemView::failed, this, &FeedsPane::failed);
    view->text()->installEventFilter(this);
    m_splitter->addWidget(view);
    return view;
}

FeedForm *FeedsPane::makeForm()
{
    auto *form = new FeedForm(m_formPlace);
    m_formPlace->layout()->addWidget(form);
    connect(form, &FeedForm::accepted, this, &FeedsPane::takeForm);
    connect(form, &FeedForm::left, this, [this] {
        m_refresher.stop();
        leaveForm();
    });
    return form;
}

} // namespace redoubt
