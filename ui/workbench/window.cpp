#include "ui/workbench/window.h"

#include "app/commands/sample.h"
#include "app/project/projectinfo.h"
#include "ui/look/look.h"
#include "ui/workbench/jobstrip.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/startpage.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLocalServer>
#include <QLocalSocket>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScreen>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Asks the window that has the project open to come to the front; false when none answers.
bool raiseOther(const QString &path)
{
    static constexpr int patience = 500; // ms
    QLocalSocket socket;
    socket.connectToServer(Project::sessionName(path));
    return socket.waitForConnected(patience);
}

/// A file name that is free, beside which "Sample 2.redoubt" may stand.
QString freeName(const QString &folder, const QString &name)
{
    QString path = u"%1/%2.redoubt"_s.arg(folder, name);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = u"%1/%2 %3.redoubt"_s.arg(folder, name, QString::number(number));
    return path;
}

QString documentsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).exists() ? folder : QDir::homePath();
}

/// Whether an editor has something of its own to undo (or to redo).
bool hasOwnUndo(const QWidget *editor, bool redo)
{
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(editor))
        return redo ? text->document()->isRedoAvailable() : text->document()->isUndoAvailable();
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return redo ? line->isRedoAvailable() : line->isUndoAvailable();
    return false;
}

} // namespace

Window::Window(Settings &settings, Fittings fittings)
    : m_settings(settings)
    , m_fittings(std::move(fittings))
    , m_stack(new QStackedWidget(this))
    , m_notice(new Notice(this))
    , m_goTo(new GoToAnything([this] { return destinations(); }, this))
    , m_jobs(new JobStrip(this))
    , m_saved(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Redoubt"));
    makeActions();
    makeMenus();
    makeToolBar();
    makeStatusLine();

    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    setCentralWidget(centre);

    qApp->installEventFilter(this);
    if (!restoreGeometry(m_settings.geometry()))
        resize(look::usualWindow.boundedTo(screen()->availableSize()));
    updateActions();
}

Window::~Window()
{
    if (m_desk) {
        (void)m_desk->flush(); // too late to ask; closeEvent() has asked already
        clearDesk();
    }
}

void Window::showStartPage()
{
    if (!m_startPage) {
        m_startPage = new StartPage(m_settings, m_newActions, action(u"open"_s), action(u"open-sample"_s), this);
        connect(m_startPage, &StartPage::projectChosen, this, &Window::openProject);
        m_stack->addWidget(m_startPage);
    }
    m_stack->setCurrentWidget(m_startPage);
}

void Window::showEvent(QShowEvent *event)
{
    if (!m_desk)
        showStartPage();
    QMainWindow::showEvent(event);
    settle();
}

void Window::settle()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (!m_desk)
        return;
    for (Panel *panel : m_desk->panels()) {
        if (panel->isVisible())
            panel->settle();
    }
}

void Window::openProject(const QString &path)
{
    if (m_desk) {
        if (QFileInfo(path).canonicalFilePath() == QFileInfo(m_desk->project().path()).canonicalFilePath())
            return;
        auto *other = new Window(m_settings, m_fittings);
        other->openProject(path);
        other->show();
        return;
    }
    if (opensAtOnce(path) || !checkThenOpen(path))
        showProject(path, Project::open(path));
}

bool Window::opensAtOnce(const QString &path)
{
    static constexpr qint64 most = 64LL * 1024 * 1024; // bytes
    return QFileInfo(path).size() <= most;
}

/// False when another job is running.
bool Window::checkThenOpen(const QString &path)
{
    const auto check = [path](JobState &state) -> Result<QString> {
        const auto whole = Project::checkPages(path, state);
        return whole ? Result<QString>(path) : failure(whole);
    };
    const auto open = [this](const Result<QString> &checked) {
        updateActions();
        if (!checked)
            m_notice->show(checked.error());
        else if (m_desk)
            openProject(*checked); // something else was opened here meanwhile
        else
            showProject(*checked, Project::open(*checked, Project::Mode::ReadWrite, Project::Pages::Known), Project::Pages::Known);
    };
    const bool isStarted = m_jobs->start(tr("Opening “%1”").arg(QFileInfo(path).fileName()), check, open, [this] { updateActions(); });
    // The start page has none but for this.
    if (isStarted)
        statusBar()->show();
    return isStarted;
}

void Window::showProject(const QString &path, Result<std::unique_ptr<Project>> project, Project::Pages pages)
{
    if (project) {
        showDesk(std::move(*project));
        return;
    }
    const Error error = project.error();
    if (error.kind == Error::Kind::InUse && raiseOther(path)) {
        m_notice->show(Notice::Severity::Warning, tr("%1 is already open; its window was brought to the front.").arg(QFileInfo(path).fileName()));
        return;
    }
    const bool readable = error.kind == Error::Kind::InUse || error.kind == Error::Kind::ReadOnly
        || error.kind == Error::Kind::NewerStep;
    if (readable)
        project = Project::open(path, Project::Mode::ReadOnly, pages);
    if (project) {
        showDesk(std::move(*project));
        m_notice->show(Notice::Severity::Warning, tr("%1 It is shown to read only.").arg(error.why), tr("Save a copy…"), [this] { saveCopy(); });
    } else {
        m_notice->show(project.error());
    }
}

void Window::showDesk(std::unique_ptr<Project> project)
{
    m_notice->close();
    m_desk = new Desk(std::move(project), m_fittings.furnish, this);
    m_desk->restoreLayout(m_settings.layout());
    for (Panel *panel : m_desk->panels()) {
        if (const QByteArray kept = m_settings.arrangement(panel->objectName()); !kept.isEmpty())
            panel->setArrangement(kept);
        panel->setSettings(m_settings);
        connect(panel, &Panel::aloneWanted, this, [this, panel](bool alone) { setAlone(alone ? panel : nullptr); });
    }
    m_stack->addWidget(m_desk);
    m_stack->setCurrentWidget(m_desk);
    m_settings.addRecentProject(m_desk->project().path());
    setWindowFilePath(m_desk->project().path());
    const auto info = projectInfo(m_desk->project().reader());
    setWindowTitle(info ? tr("%1 — Redoubt").arg(info->title) : tr("Redoubt"));
    fillPanelMenus();
    watch();
    showSaved();
    updateActions();
    if (!m_desk->panels().isEmpty())
        m_desk->panels().first()->setFocus();
    if (isVisible())
        settle();
}

void Window::watch()
{
    connect(&m_desk->project(), &Project::changed, this, [this] {
        showSaved();
        updateActions();
    });
    connect(&m_desk->selection(), &Selection::changed, this, &Window::updateActions);
    for (Panel *panel : m_desk->panels()) {
        auto *state = new QToolButton(this);
        state->setAutoRaise(true);
        state->setToolTip(tr("Show the panel “%1”").arg(panel->title()));
        const auto say = [state](const QString &text) {
            state->setText(QString(text).replace(u'&', u"&&"_s));
            state->setAccessibleName(text);
            state->setVisible(!text.isEmpty());
        };
        connect(panel, &Panel::statusTextChanged, state, say);
        connect(state, &QToolButton::clicked, panel, &Panel::wanted);
        statusBar()->insertWidget(panel->isAside() ? 0 : int(m_panelStates.size()), state);
        say(panel->statusText());
        m_panelStates.append(state);
    }
    if (m_desk->project().isReadOnly())
        return;
    m_server = new QLocalServer(this);
    const QString name = Project::sessionName(m_desk->project().path());
    QLocalServer::removeServer(name);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->listen(name);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        m_server->nextPendingConnection()->deleteLater();
        setWindowState(windowState() & ~Qt::WindowMinimized);
        raise();
        activateWindow();
    });
}

void Window::closeProject()
{
    // What cannot be written stays on the screen, and its panel says why.
    if (!m_desk || !m_desk->flush())
        return;
    clearDesk();
    showStartPage();
}

void Window::clearDesk()
{
    setAlone(nullptr);
    m_settings.setLayout(m_desk->layoutState());
    for (const Panel *panel : m_desk->panels())
        m_settings.setArrangement(panel->objectName(), panel->arrangement());
    delete std::exchange(m_server, nullptr);
    qDeleteAll(std::exchange(m_panelStates, {}));
    for (QMenu *menu : std::exchange(m_panelMenus, {}))
        delete menu;
    m_panelsMenu->clear();
    for (QAction *added : m_toolBar->actions()) {
        if (added->parent() != this && added->parent() != m_toolBar)
            m_toolBar->removeAction(added);
    }
    delete std::exchange(m_desk, nullptr);
    m_saved->clear();
    setWindowFilePath({});
    setWindowTitle(tr("Redoubt"));
    updateActions();
}

void Window::showSaved()
{
    m_saved->setText(m_desk->project().isReadOnly()
            ? tr("Read only")
            : tr("All changes saved %1").arg(locale().toString(QTime::currentTime(), tr("HH:mm", "time of day"))));
}

void Window::updateActions()
{
    const bool open = m_desk != nullptr;
    const QString undoes = open ? m_desk->project().undoText() : QString();
    const QString redoes = open ? m_desk->project().redoText() : QString();
    action(u"undo"_s)->setText(undoes.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undoes));
    action(u"redo"_s)->setText(redoes.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redoes));
    for (const QString &name : {u"undo"_s, u"redo"_s, u"save-copy"_s, u"export"_s, u"close"_s, u"reset-layout"_s})
        action(name)->setEnabled(open);
    action(u"back"_s)->setEnabled(open && m_desk->selection().canGoBack());
    action(u"forward"_s)->setEnabled(open && m_desk->selection().canGoForward());
    m_goTo->setEnabled(open);
    m_toolBar->setVisible(open && !m_desk->isAlone());
    statusBar()->setVisible(open || m_jobs->isRunning());
}

void Window::newFrom(const QString &templateName)
{
    QString path = QFileDialog::getSaveFileName(this, tr("New project"),
        freeName(documentsFolder(), tr("Untitled")), tr("Redoubt projects (*.redoubt)"), nullptr,
        QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (!path.endsWith(".redoubt"_L1))
        path += ".redoubt"_L1;
    if (auto made = createFromTemplate(path, templateName, QFileInfo(path).completeBaseName()); !made)
        m_notice->show(made.error());
    else
        openProject(path);
}

void Window::chooseProject()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open project"), documentsFolder(), tr("Redoubt projects (*.redoubt)"));
    if (!path.isEmpty())
        openProject(path);
}

void Window::openSample()
{
    const QString path = freeName(documentsFolder(), tr("Redoubt sample"));
    if (auto made = createSample(path); !made)
        m_notice->show(made.error());
    else
        openProject(path);
}

void Window::saveCopy()
{
    if (!m_desk || !m_desk->flush())
        return;
    const QFileInfo info(m_desk->project().path());
    const QString path = QFileDialog::getSaveFileName(this, tr("Save a copy"),
        freeName(info.absolutePath(), info.completeBaseName()), tr("Redoubt projects (*.redoubt)"), nullptr,
        QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (auto saved = m_desk->project().saveCopy(path); !saved)
        m_notice->show(saved.error());
    else
        m_notice->show(Notice::Severity::Done, tr("Saved a copy as %1.").arg(QDir::toNativeSeparators(path)));
}

void Window::chooseExport()
{
    const auto brief = m_fittings.briefOn(*m_desk);
    if (!brief) {
        m_notice->show(Notice::Severity::Warning, tr("There is no brief to export yet. Make one in the brief panel."));
        return;
    }
    const auto since = m_fittings.askSince(*m_desk, *brief, this);
    if (!since)
        return;
    const QString folder = QFileInfo(m_desk->project().path()).absolutePath();
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export brief"), u"%1/%2.pdf"_s.arg(folder, brief->key), tr("PDF documents (*.pdf)"));
    if (path.isEmpty() || !m_desk->flush())
        return;
    const bool started = m_jobs->start(tr("Exporting “%1”").arg(brief->title),
        [write = m_fittings.exportBrief, project = m_desk->project().path(), id = brief->id, since = *since, path](
            JobState &state) { return write(project, id, since, path, state); },
        [this, path](const Result<QString> &written) {
            if (!written) {
                m_notice->show(written.error());
                return;
            }
            m_notice->show(Notice::Severity::Done, tr("Exported to %1.").arg(QDir::toNativeSeparators(path)),
                tr("Show it"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
        });
    if (!started)
        m_notice->show(Notice::Severity::Warning, tr("Another export is still running; wait for it or stop it."));
}

void Window::undo()
{
    if (hasOwnUndo(QApplication::focusWidget(), false)) {
        QMetaObject::invokeMethod(QApplication::focusWidget(), "undo");
    } else if (m_desk->flush() && !m_desk->project().undoText().isEmpty()) {
        if (auto undone = m_desk->project().undo(); !undone)
            m_notice->show(undone.error());
    }
}

void Window::redo()
{
    if (hasOwnUndo(QApplication::focusWidget(), true)) {
        QMetaObject::invokeMethod(QApplication::focusWidget(), "redo");
    } else if (m_desk->flush() && !m_desk->project().redoText().isEmpty()) {
        if (auto redone = m_desk->project().redo(); !redone)
            m_notice->show(redone.error());
    }
}

void Window::goBack()
{
    m_desk->selection().back();
}

void Window::goForward()
{
    m_desk->selection().forward();
}

void Window::focusGoTo()
{
    m_goTo->setFocus(Qt::ShortcutFocusReason);
    m_goTo->selectAll();
}

void Window::resetLayout()
{
    m_desk->resetLayout();
}

bool Window::eventFilter(QObject *watched, QEvent *event)
{
    // A text field keeps Ctrl+Z to itself even when it has nothing to undo; then it is the project's turn.
    if (event->type() == QEvent::ShortcutOverride && watched == QApplication::focusWidget()) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isUndo = key->matches(QKeySequence::Undo);
        if ((isUndo || key->matches(QKeySequence::Redo)) && isAncestorOf(QApplication::focusWidget())
            && !hasOwnUndo(QApplication::focusWidget(), !isUndo))
            return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void Window::closeEvent(QCloseEvent *event)
{
    if (m_desk && !m_desk->flush()) {
        event->ignore();
        return;
    }
    if (m_desk)
        clearDesk();
    m_settings.setGeometry(saveGeometry());
    event->accept();
}

} // namespace redoubt
