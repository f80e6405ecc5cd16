#pragma once

#include "app/project/project.h"
#include "ui/workbench/panel.h"
#include "ui/workbench/selection.h"

#include <QMainWindow>
#include <QSet>

namespace redoubt {

/// Makes the panels of a project, from left to right, each with those that stand below it behind it; `desk` becomes their parent.
/// The workbench knows no panel: who puts the program together says which there are.
using Furnish = std::function<QList<Panel *>(Project &project, Selection &selection, QWidget *desk)>;

/// One open project on the screen: its panels in docks, and the selection that runs through them. Owns the project.
class Desk : public QMainWindow
{
    Q_OBJECT

public:
    Desk(std::unique_ptr<Project> project, const Furnish &furnish, QWidget *parent = nullptr);
    ~Desk() override;

    [[nodiscard]] Project &project() const { return *m_project; }
    [[nodiscard]] Selection &selection() { return m_selection; }
    [[nodiscard]] const QList<Panel *> &panels() const { return m_panels; }

    /// For showing and hiding a panel.
    [[nodiscard]] QAction *toggleAction(const Panel *panel) const;

    /// Four panels side by side, in the proportions of the plan; those that stand aside are hidden below theirs.
    void resetLayout();

    /// As saveState() gave it; one of another version changes nothing.
    void restoreLayout(const QByteArray &layout);

    /// Shows a hidden panel, brings a stacked one to the front, and gives it the focus.
    void bringForward(Panel *panel);

    /// Hides all panels but this one; without one, shows again those that were there.
    void setAlone(Panel *panel);
    [[nodiscard]] bool isAlone() const { return !m_beforeAlone.isEmpty(); }

    /// The arrangement of the panels, as Qt saves it; while one is alone, that before.
    [[nodiscard]] QByteArray layoutState() const;

    /// Writes what has been typed and is not in the file yet.
    Result<> flush();

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QDockWidget *dockOf(const Panel *panel) const;
    void share();
    void giveThird(QDockWidget *dock);

    std::unique_ptr<Project> m_project;
    Selection m_selection;
    QList<Panel *> m_panels;
    QList<QDockWidget *> m_docks;
    QByteArray m_beforeAlone; ///< the arrangement, while a panel is alone
    QSet<QDockWidget *> m_neverSeen; ///< of those aside: they get their height when they are first shown
    QByteArray m_restored; ///< the arrangement until it is shown: the widths in it need the window's
    bool m_wantsSharing = true;
};

} // namespace redoubt
