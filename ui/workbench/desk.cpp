#include "ui/workbench/desk.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QShowEvent>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace redoubt {

Desk::Desk(std::unique_ptr<Project> project, const Furnish &furnish, QWidget *parent)
    : QMainWindow(parent)
    , m_project(std::move(project))
{
    setWindowFlags(Qt::Widget);
    setObjectName(u"desk"_s);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    m_panels = furnish(*m_project, m_selection, this);
    for (Panel *panel : std::as_const(m_panels)) {
        auto *dock = new QDockWidget(panel->title(), this);
        dock->setObjectName(panel->objectName());
        dock->setWidget(panel);
        dock->setTitleBarWidget(panel->header());
        dock->toggleViewAction()->setToolTip(tr("Show or hide the panel “%1”").arg(panel->title()));
        m_docks.append(dock);
    }
    resetLayout();
}

Desk::~Desk()
{
    qDeleteAll(m_docks);
}

QDockWidget *Desk::dockOf(const Panel *panel) const
{
    return m_docks.at(m_panels.indexOf(panel));
}

QAction *Desk::toggleAction(const Panel *panel) const
{
    return dockOf(panel)->toggleViewAction();
}

void Desk::resetLayout()
{
    for (QDockWidget *dock : std::as_const(m_docks)) {
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        if (i == 0)
            addDockWidget(Qt::LeftDockWidgetArea, m_docks.first());
        else
            splitDockWidget(m_docks.at(i - 1), m_docks.at(i), Qt::Horizontal);
        m_docks.at(i)->show();
    }
    m_wantsSharing = true;
    if (isVisible())
        share();
}

void Desk::share()
{
    // Timeline, sources, brief, watch list: reading columns beside the one that is written in.
    static const QList<int> shares{24, 21, 33, 22};
    QList<int> widths;
    for (qsizetype i = 0; i < m_docks.size(); ++i)
        widths.append(width() * shares.value(i, 25) / 100);
    resizeDocks(m_docks, widths, Qt::Horizontal);
    m_wantsSharing = false;
}

void Desk::bringForward(Panel *panel)
{
    QDockWidget *dock = dockOf(panel);
    dock->show();
    dock->raise();
    panel->setFocus(Qt::ShortcutFocusReason);
}

void Desk::setAlone(Panel *panel)
{
    if ((panel != nullptr) == isAlone())
        return;
    if (!panel) {
        restoreState(std::exchange(m_beforeAlone, {}));
        return;
    }
    m_beforeAlone = saveState();
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->setVisible(dock == dockOf(panel));
}

QByteArray Desk::layoutState() const
{
    return isAlone() ? m_beforeAlone : saveState();
}

Result<> Desk::flush()
{
    for (Panel *panel : std::as_const(m_panels)) {
        if (auto flushed = panel->flush(); !panel->tell(flushed))
            return flushed;
    }
    return {};
}

void Desk::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (m_wantsSharing)
        QTimer::singleShot(0, this, &Desk::share);
}

} // namespace redoubt
