#pragma once

#include "ui/checks/findingfilter.h"
#include "ui/workbench/panel.h"
#include "ui/workbench/selection.h"

class QActionGroup;
class QStackedWidget;

namespace redoubt {

class CheckRunner;
class EmptyState;
class FindingView;

/// What the checks find in the brief on the screen: a list that is hidden until it is wanted. It checks all the same, and says in
/// the status line what there is.
class ChecksPanel : public Panel
{
    Q_OBJECT

public:
    /// All must live longer.
    ChecksPanel(Project &project, Selection &selection, Review &review, QWidget *parent = nullptr);

    [[nodiscard]] bool isAside() const override { return true; }

    [[nodiscard]] FindingView *view() const { return m_view; }

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    // checkspanel.cpp: what is seen
    void layOut();
    void connectParts();
    void refresh();
    void showRows();
    void showCounts();
    void showPlace(qsizetype finding);

    // checksactions.cpp: what can be done
    void makeActions();
    void makeGoActions();
    void makeFindingActions();
    void makeListActions();
    QMenu *makeOrderMenu();
    QMenu *makeSeverityMenu();
    QMenu *makeRuleMenu();
    QAction *addAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut, bool anywhere, std::function<void()> act);
    void updateActions();
    [[nodiscard]] const Finding *current() const;
    void fix(qsizetype finding);
    void offer(const Finding &finding);
    void fixAll();
    void askToIgnore(qsizetype finding);
    void takeBack(const Finding &finding);
    void clearFilter();

    Project &m_project;
    Selection &m_selection;
    Review &m_review;
    CheckRunner *m_runner;
    FindingModel *m_model;
    FindingFilter *m_filter;
    FindingView *m_view;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noMatch = nullptr;
    QStackedWidget *m_pages;
    QAction *m_show = nullptr;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_open = nullptr;
    QAction *m_fix = nullptr;
    QAction *m_fixAll = nullptr;
    QAction *m_ignore = nullptr;
    QAction *m_takeBack = nullptr;
    QAction *m_showIgnored = nullptr;
    QAction *m_clearFilter = nullptr;
    QList<QAction *> m_severities;
    QActionGroup *m_rules = nullptr;
    bool m_isStale = true; ///< what the list shows is not what the review has
};

} // namespace redoubt
