#pragma once

#include "app/project/project.h"
#include "ui/watchlist/watchfilter.h"
#include "ui/workbench/lazy.h"
#include "ui/workbench/panel.h"
#include "ui/workbench/selection.h"

#include <QDate>

class QActionGroup;
class QSplitter;
class QStackedWidget;

namespace redoubt {

class CalibrationFoot;
class EmptyState;
class IndicatorInspector;
class WatchListModel;
class WatchListView;

/// The watch list: what to look for, when it falls due, how likely its outcomes seemed, and how good these forecasts were.
class WatchListPanel : public Panel
{
    Q_OBJECT

public:
    WatchListPanel(Project &project, Selection &selection, QWidget *parent = nullptr);
    ~WatchListPanel() override;

    Result<> flush() override;
    void takeThingActions(const QList<QAction *> &actions) override;

    /// The day from which days are counted. It follows the calendar by itself until it is set.
    void setToday(QDate today);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeActions();
    void makeFilter();
    void makeContent();
    QAction *makeListAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut, void (WatchListPanel::*act)());
    void connectParts();
    IndicatorInspector *makeInspector();
    [[nodiscard]] bool isInspectorOpen() const;

    void newIndicator();
    void editIndicator();
    void deleteIndicator();
    void askOutcome();
    void reopenIndicator();
    void addForecast();
    void addObservation();
    void clearFilter();

    void resolveWith(Id<Indicator> id, Id<Outcome> occurred);
    void openInspector();
    void closeInspector();
    void showSelection(const Thing &thing);
    [[nodiscard]] QSet<Id<Indicator>> relatedTo(const Thing &thing);
    void refresh();
    void updateActions();
    void arrange();
    void countDays();
    void offerUndo(const QString &text);
    [[nodiscard]] Id<Indicator> current() const;

    Project &m_project;
    Selection &m_selection;
    bool m_followsCalendar = true;
    WatchListModel *m_model;
    WatchListView *m_view;
    CalibrationFoot *m_foot;
    Lazy<IndicatorInspector> m_inspector;
    QWidget *m_listSide = nullptr;
    QStackedWidget *m_lists = nullptr;
    QSplitter *m_splitter = nullptr;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noMatch = nullptr;
    QMenu *m_filterMenu = nullptr;
    QToolButton *m_filterButton = nullptr;
    QActionGroup *m_due = nullptr;
    QActionGroup *m_status = nullptr;
    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_resolve = nullptr;
    QAction *m_reopen = nullptr;
    QAction *m_forecast = nullptr;
    QAction *m_observation = nullptr;
    QAction *m_clear = nullptr;
};

} // namespace redoubt
