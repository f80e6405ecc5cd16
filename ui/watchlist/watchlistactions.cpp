// The panel's actions and its filter menu. What they do is in watchlistpanel.cpp.
#include "ui/watchlist/watchlistpanel.h"

#include "ui/look/look.h"
#include "ui/watchlist/watchlistmodel.h"
#include "ui/watchlist/watchlistview.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

QAction *WatchListPanel::makeListAction(const QString &name, const QString &icon, const QString &text,
    const QString &toolTip, const QKeySequence &shortcut, void (WatchListPanel::*act)())
{
    QAction *action = makeAction(name, icon, text, toolTip, shortcut);
    // Space and Delete are the list's: in the inspector they belong to fields and buttons.
    action->setShortcutContext(Qt::WidgetShortcut);
    removeAction(action);
    m_view->addAction(action);
    connect(action, &QAction::triggered, this, act);
    addMoreAction(action);
    return action;
}

void WatchListPanel::makeActions()
{
    m_new = makeAction(u"newIndicator"_s, u"new-indicator"_s, tr("New indicator"), tr("Put something to watch on the list"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), true);
    connect(m_new, &QAction::triggered, this, &WatchListPanel::newIndicator);
    addHeaderAction(m_new);
    addToToolBar(m_new);
    m_edit = makeListAction(u"editIndicator"_s, u"edit"_s, tr("Edit"), tr("Open the indicator below the list"),
        QKeySequence(Qt::Key_F2), &WatchListPanel::editIndicator);
    m_resolve = makeListAction(u"resolveIndicator"_s, u"resolve"_s, tr("Resolve…"), tr("Say what happened"),
        QKeySequence(Qt::Key_Space), &WatchListPanel::askOutcome);
    m_reopen = makeListAction(u"reopenIndicator"_s, u"reopen"_s, tr("Reopen"), tr("Take the resolution back"),
        QKeySequence(Qt::Key_Space), &WatchListPanel::reopenIndicator);
    m_delete = makeListAction(u"deleteIndicator"_s, u"delete"_s, tr("Delete"),
        tr("Delete the indicator with its outcomes, forecasts and observations"), QKeySequence::Delete,
        &WatchListPanel::deleteIndicator);
    addMoreSeparator();
    m_forecast = makeAction(u"addForecast"_s, {}, tr("Add forecast"), tr("Give the outcomes new probabilities"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F));
    connect(m_forecast, &QAction::triggered, this, &WatchListPanel::addForecast);
    addMoreAction(m_forecast);
    m_observation = makeAction(u"addObservation"_s, {}, tr("Add observation"), tr("Note something seen that bears on it"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O));
    connect(m_observation, &QAction::triggered, this, &WatchListPanel::addObservation);
    addMoreAction(m_observation);
    addMoreSeparator();
}

void WatchListPanel::makeFilter()
{
    showFilter(tr("Filter the watch list"));
    m_filterMenu = new QMenu(tr("Show"), this);
    const auto addChoices = [this](const QString &title, std::initializer_list<std::pair<QString, int>> choices) {
        auto *group = new QActionGroup(this);
        m_filterMenu->addSection(title);
        for (const auto &[text, value] : choices) {
            QAction *action = m_filterMenu->addAction(text);
            action->setCheckable(true);
            action->setChecked(value == 0);
            action->setData(value);
            group->addAction(action);
        }
        connect(group, &QActionGroup::triggered, this, &WatchListPanel::refresh);
        return group;
    };
    using Due = WatchFilter::Due;
    m_due = addChoices(tr("Due"), {{tr("At any time"), int(Due::Any)}, {tr("Overdue"), int(Due::Overdue)},
        {tr("Within 7 days"), int(Due::Week)}, {tr("Within 30 days"), int(Due::Month)}, {tr("Open-ended"), int(Due::OpenEnded)}});
    using Status = WatchFilter::Status;
    m_status = addChoices(tr("Status"),
        {{tr("Open and resolved"), int(Status::Any)}, {tr("Open"), int(Status::Open)}, {tr("Resolved"), int(Status::Resolved)}});
    m_clear = makeAction(u"clearWatchFilter"_s, {}, tr("Clear filter"), tr("Show the whole watch list"));
    connect(m_clear, &QAction::triggered, this, &WatchListPanel::clearFilter);
    m_filterMenu->addSeparator();
    m_filterMenu->addAction(m_clear);

    m_filterButton = new QToolButton(header());
    m_filterButton->setObjectName(u"watchFilter"_s);
    m_filterButton->setIcon(look::icon(u"filter"_s));
    m_filterButton->setToolTip(tr("Show only what is due, open or resolved"));
    m_filterButton->setAccessibleName(tr("Show only what is due, open or resolved"));
    m_filterButton->setPopupMode(QToolButton::InstantPopup);
    m_filterButton->setMenu(m_filterMenu);
    m_filterButton->setCheckable(true);
    addHeaderWidget(m_filterButton);
    addMoreAction(m_filterMenu->menuAction());
    connect(filterField(), &QLineEdit::textChanged, this, &WatchListPanel::refresh);
}

void WatchListPanel::clearFilter()
{
    for (QActionGroup *group : {m_due, m_status})
        group->actions().constFirst()->setChecked(true);
    filterField()->clear();
    refresh();
}

void WatchListPanel::updateActions()
{
    const Indicator *indicator = m_model->find(current());
    m_edit->setEnabled(indicator);
    m_delete->setEnabled(indicator);
    m_resolve->setEnabled(indicator && !indicator->isResolved());
    m_reopen->setEnabled(indicator && indicator->isResolved());
    m_forecast->setEnabled(indicator && !indicator->isResolved());
    m_observation->setEnabled(indicator);
}

} // namespace redoubt
