#include "ui/workbench/window.h"

#include "app/brief/template.h"
#include "app/sources/source.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "ui/look/look.h"
#include "ui/workbench/jobstrip.h"
#include "ui/workbench/owntemplates.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/translation.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace redoubt {

QAction *Window::makeAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, void (Window::*act)())
{
    auto *made = new QAction(icon.isEmpty() ? QIcon() : look::icon(icon), text, this);
    made->setObjectName(name);
    made->setShortcut(shortcut);
    made->setToolTip(
        shortcut.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
    connect(made, &QAction::triggered, this, act);
    addAction(made);
    return made;
}

QAction *Window::action(const QString &name) const
{
    return findChild<QAction *>(name, Qt::FindDirectChildrenOnly);
}

void Window::makeActions()
{
    for (const BriefTemplate &shape : briefTemplates()) {
        auto *made = new QAction(look::icon(u"new"_s), tr("New project: %1…").arg(shape.title), this);
        made->setToolTip(tr("Make a project with a brief. %1").arg(shape.about));
        connect(made, &QAction::triggered, this, [this, name = shape.name] { newFrom(name); });
        m_newActions.append(made);
    }
    m_newActions.first()->setShortcut(QKeySequence::New);
    auto *own = new OwnTemplates(tr("New project: template of your own"), [this](const QString &name) { newFrom(name); }, this);
    m_newActions.append(own->menuAction());
    makeAction(u"open"_s, u"open"_s, tr("&Open…"), tr("Open a project"), QKeySequence::Open, &Window::chooseProject);
    makeAction(u"open-sample"_s, u"brief"_s, tr("Open the sample"),
        tr("Make a copy of the sample project in your documents and open it"), {}, &Window::openSample);
    makeAction(u"save-copy"_s, {}, tr("Save a &copy…"), tr("Write the whole project to a new file"),
        {}, &Window::saveCopy);
    makeAction(u"export"_s, u"export"_s, tr("&Export…"), tr("Write the brief as a PDF"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
        &Window::chooseExport);
    makeAction(u"close"_s, {}, tr("&Close project"), tr("Back to the start page"), QKeySequence::Close,
        &Window::closeProject);
    makeAction(u"undo"_s, u"undo"_s, tr("&Undo"), tr("Take the last action back"), QKeySequence::Undo, &Window::undo);
    makeAction(u"redo"_s, u"redo"_s, tr("&Redo"), tr("Repeat the action taken back"), QKeySequence::Redo, &Window::redo);
    makeAction(u"back"_s, u"back"_s, tr("&Back"), tr("What was looked at before"), Qt::ALT | Qt::Key_Left,
        &Window::goBack);
    makeAction(u"forward"_s, u"forward"_s, tr("&Forward"), tr("Forward again"), Qt::ALT | Qt::Key_Right,
        &Window::goForward);
    makeAction(u"go-to"_s, u"search"_s, tr("&Go to anything…"), tr("Find anything by its words"),
        Qt::CTRL | Qt::Key_K, &Window::focusGoTo);
    makeAction(u"reset-layout"_s, {}, tr("Reset &layout"), tr("The four panels side by side"), {}, &Window::resetLayout);
    makeAction(u"about"_s, {}, tr("&About Redoubt"), tr("Version and licence"), {}, &Window::about);
}

void Window::makeMenus()
{
    auto *project = menuBar()->addMenu(tr("&Project"));
    project->addActions(m_newActions);
    project->addAction(action(u"open"_s));
    m_recentMenu = project->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, [this] {
        m_recentMenu->clear();
        for (const QString &path : m_settings.recentProjects())
            m_recentMenu->addAction(QFileInfo(path).fileName(), this, [this, path] { openProject(path); })->setToolTip(path);
        m_recentMenu->addSeparator();
        m_recentMenu->addAction(action(u"open-sample"_s));
    });
    project->addSeparator();
    project->addAction(action(u"save-copy"_s));
    project->addAction(action(u"export"_s));
    project->addSeparator();
    project->addAction(action(u"close"_s));
    auto *quit = project->addAction(tr("&Quit"), QKeySequence::Quit, qApp, &QApplication::closeAllWindows);
    quit->setMenuRole(QAction::QuitRole);

    auto *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({action(u"undo"_s), action(u"redo"_s)});
    edit->addSeparator();
    edit->addActions({action(u"go-to"_s), action(u"back"_s), action(u"forward"_s)});

    makeViewMenu();
    auto *help = menuBar()->addMenu(tr("&Help"));
    help->setObjectName(u"help"_s);
    help->addAction(action(u"about"_s));
}

void Window::makeViewMenu()
{
    auto *view = menuBar()->addMenu(tr("&View"));
    m_panelsMenu = view->addMenu(tr("&Panels"));
    view->addAction(action(u"reset-layout"_s));
    view->addSeparator();
    auto *schemes = new QActionGroup(this);
    const std::array choices{std::pair{look::Scheme::System, tr("Colours of the &system")},
        std::pair{look::Scheme::Light, tr("&Light")}, std::pair{look::Scheme::Dark, tr("&Dark")}};
    for (const auto &[scheme, text] : choices) {
        auto *choice = schemes->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(scheme == m_settings.scheme());
        connect(choice, &QAction::triggered, this, [this, scheme] { setScheme(scheme); });
    }
    view->addActions(schemes->actions());
    view->addSeparator();
    auto *languages = view->addMenu(tr("L&anguage"));
    auto *languageGroup = new QActionGroup(this);
    const QList<Language> choicesOfLanguage = QList{Language{{}, tr("Of the &system")}} + redoubt::languages();
    for (const Language &language : choicesOfLanguage) {
        auto *choice = languageGroup->addAction(language.name);
        choice->setCheckable(true);
        choice->setChecked(language.code == m_settings.language());
        connect(choice, &QAction::triggered, this, [this, code = language.code] {
            m_settings.setLanguage(code);
            m_notice->show(Notice::Severity::Done, tr("The language changes when Redoubt is started again."));
        });
    }
    languages->addActions(languageGroup->actions());
}

void Window::makeToolBar()
{
    m_toolBar = addToolBar(tr("Tools"));
    m_toolBar->setObjectName(u"tools"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->toggleViewAction()->setVisible(false);
    m_toolBar->addSeparator()->setObjectName(u"export-separator"_s);
    m_toolBar->addAction(action(u"export"_s));
    auto *space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_goTo->setLastResort([this](const QString &words) { return searchFor(words); });
    m_goTo->setMaximumWidth(look::page * 14);
    m_goTo->setMinimumWidth(look::page * 9);
    m_toolBar->addWidget(m_goTo);
}

void Window::makeStatusLine()
{
    statusBar()->setSizeGripEnabled(false);
    m_saved->setMargin(look::tight);
    m_saved->setIndent(look::related);
    statusBar()->addPermanentWidget(m_jobs);
    statusBar()->addPermanentWidget(m_saved);
}

void Window::fillPanelMenus()
{
    auto *help = menuBar()->findChild<QMenu *>(u"help"_s);
    QAction *separator = m_toolBar->actions().first();
    for (Panel *panel : m_desk->panels()) {
        panel->setWorkRunner([this](const QString &title, Panel::Work work, Panel::WhenDone done) {
            return m_jobs->start(title, std::move(work), std::move(done));
        });
        m_panelsMenu->addAction(m_desk->toggleAction(panel));
        auto *menu = new QMenu(panel->title(), this);
        for (QAction *entry : panel->menuActions())
            menu->addAction(entry);
        menuBar()->insertMenu(help->menuAction(), menu);
        m_panelMenus.append(menu);
        for (QAction *entry : panel->newActions())
            m_toolBar->insertAction(separator, entry);
        for (QAction *entry : panel->showActions())
            m_toolBar->insertAction(action(u"export"_s), entry);
    }
}

void Window::setScheme(look::Scheme scheme)
{
    m_settings.setScheme(scheme);
    look::apply(*qApp, scheme);
}

void Window::about()
{
    QMessageBox::about(this, tr("About Redoubt"),
        tr("<h3>Redoubt %1</h3><p>A workbench for short analysis of incidents.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QStringLiteral(REDOUBT_VERSION)));
}

QList<Destination> Window::destinations()
{
    QList<Destination> all;
    if (!m_desk)
        return all;
    const Reader &reader = m_desk->project().reader();
    const auto add = [&](const QString &text, const QString &kind, const QString &icon, const Thing &thing) {
        all.append({text, kind, look::icon(icon), [this, thing] { m_desk->selection().select(thing); }});
    };
    for (const Event &event : events(reader).value_or(QList<Event>()))
        add(event.title, tr("event"), u"timeline"_s, Thing::of(event.id));
    for (const Source &source : sources(reader).value_or(QList<Source>()))
        add(u"%1 @%2"_s.arg(source.title, source.key), tr("source"), u"sources"_s, Thing::of(source.id));
    for (const Indicator &indicator : indicators(reader).value_or(QList<Indicator>()))
        add(indicator.title, tr("indicator"), u"watchlist"_s, Thing::of(indicator.id));
    for (const Brief &brief : briefs(reader).value_or(QList<Brief>()))
        add(brief.title, tr("brief"), u"brief"_s, Thing::of(brief.id));
    for (QAction *menu : menuBar()->actions())
        addCommands(menu->menu()->actions(), all);
    return all;
}

/// Those of the panels' inner menus too; what the window offers in its own ones is chosen there.
void Window::addCommands(const QList<QAction *> &entries, QList<Destination> &all)
{
    for (QAction *entry : entries) {
        const bool isOfPanel = entry->menu() && qobject_cast<Panel *>(entry->menu()->parent());
        if (isOfPanel)
            addCommands(entry->menu()->actions(), all);
        if (entry->isSeparator() || entry->menu() || !entry->isEnabled())
            continue;
        QString text = entry->text();
        all.append({text.remove(u'&').remove(u'…'), tr("command"), entry->icon(), [entry] { entry->trigger(); }});
    }
}

void Window::setAlone(Panel *panel)
{
    if ((panel != nullptr) == m_desk->isAlone())
        return;
    if (panel)
        m_wasFullScreen = isFullScreen();
    m_desk->setAlone(panel);
    menuBar()->setVisible(!panel);
    m_toolBar->setVisible(!panel);
    if (!m_wasFullScreen)
        setWindowState(panel ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

Destination Window::searchFor(const QString &words)
{
    const QList<Panel *> panels = m_desk ? m_desk->panels() : QList<Panel *>();
    const auto found = std::ranges::find_if(panels, &Panel::searchesEverything);
    if (found == panels.cend())
        return {};
    const auto search = [this, words, panel = *found] {
        m_desk->bringForward(panel);
        panel->filterField()->setText(words);
        panel->filterField()->setFocus(Qt::ShortcutFocusReason);
    };
    return {tr("Search everything for “%1”").arg(words), tr("search"), look::icon(u"search"_s), search};
}

} // namespace redoubt
