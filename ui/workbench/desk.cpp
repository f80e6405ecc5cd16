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
        connect(panel, &Panel::wanted, this, [this, panel] { bringForward(panel); });
        connect(panel, &Panel::dismissed, dock, &QWidget::hide);
        connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool isVisible) {
            if (isVisible && m_neverSeen.remove(dock))
                QTimer::singleShot(0, this, [this, dock] { giveThird(dock); });
        });
        m_docks.append(dock);
    }
    for (const Panel *from : std::as_const(m_panels)) {
        for (Panel *to : std::as_const(m_panels)) {
            if (to != from)
                to->takeThingActions(from->thingActions());
        }
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
    QDockWidget *left = nullptr;
    QList<std::pair<QDockWidget *, QDockWidget *>> aside;
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        QDockWidget *dock = m_docks.at(i);
        if (left && m_panels.at(i)->isAside()) {
            aside.emplaceBack(left, dock);
            continue;
        }
        if (left)
            splitDockWidget(left, dock, Qt::Horizontal);
        else
            addDockWidget(Qt::LeftDockWidgetArea, dock);
        dock->show();
        left = dock;
    }
    for (const auto &[above, dock] : std::as_const(aside)) {
        splitDockWidget(above, dock, Qt::Vertical);
        dock->hide();
        m_neverSeen.insert(dock);
    }
    m_restored.clear();
    m_wantsSharing = true;
    if (isVisible())
        share();
}

void Desk::restoreLayout(const QByteArray &layout)
{
    if (layout.isEmpty() || !restoreState(layout))
        return;
    m_neverSeen.removeIf([](const QDockWidget *dock) { return !dock->isHidden(); });
    m_wantsSharing = false;
    if (!isVisible())
        m_restored = layout;
}

void Desk::share()
{
    // Timeline, sources, brief, watch list: reading columns beside the one that is written in.
    static const QList<int> shares{24, 21, 33, 22};
    QList<QDockWidget *> columns;
    QList<int> widths;
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        if (m_panels.at(i)->isAside())
            continue;
        widths.append(width() * shares.value(columns.size(), 25) / 100);
        columns.append(m_docks.at(i));
    }
    resizeDocks(columns, widths, Qt::Horizontal);
    layout()->activate();
    m_wantsSharing = false;
}

void Desk::giveThird(QDockWidget *dock)
{
    qsizetype above = m_docks.indexOf(dock);
    while (above > 0 && m_panels.at(above)->isAside())
        --above;
    if (!dock->isFloating())
        resizeDocks({m_docks.at(above), dock}, {height() * 2 / 3, height() / 3}, Qt::Vertical);
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
    return isAlone() ? m_beforeAlone : m_restored.isEmpty() ? saveState() : m_restored;
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
    // Now there is a size to share, and nothing has been painted yet.
    if (!m_restored.isEmpty())
        restoreState(std::exchange(m_restored, {}));
    else if (m_wantsSharing)
        share();
}

} // namespace redoubt
