#pragma once

#include "app/brief/revision.h"
#include "ui/look/look.h"
#include "ui/workbench/desk.h"
#include "ui/workbench/gotoanything.h"

#include <QMainWindow>

class QLabel;
class QLocalServer;
class QStackedWidget;
class QToolButton;

namespace redoubt {

class JobState;
class JobStrip;
class Settings;
class StartPage;

/// What whoever puts the program together gives to a window.
struct Fittings
{
    Furnish furnish;
    /// The brief on the desk that an export is about; nothing when there is none.
    std::function<std::optional<Brief>(const Desk &desk)> briefOn;
    /// Asks since which of its versions the changes are printed; an invalid one for none. Nothing when nothing is to be exported.
    std::function<std::optional<Id<Revision>>(const Desk &desk, const Brief &brief, QWidget *window)> askSince;
    /// Writes that brief to a file, on any thread; the text is where it was written.
    std::function<Result<QString>(const QString &project, Id<Brief> brief, Id<Revision> since, const QString &path, JobState &state)> exportBrief;
};

/// A window of the workbench: menus, tool bar and status line around the desk of a project, or the start page.
class Window : public QMainWindow
{
    Q_OBJECT

public:
    Window(Settings &settings, Fittings fittings);
    ~Window() override;

    /// Opens a project in this window, or in a new one when this has one already. A project that cannot be written is opened
    /// to read only, and the window says why; one that is open elsewhere brings that window to the front.
    void openProject(const QString &path);
    /// Whether that takes no time worth telling of: the pages of a larger file are looked through as a job.
    [[nodiscard]] static bool opensAtOnce(const QString &path);
    /// The same with what Project::open() gave for the path, in a window that has none yet.
    void showProject(const QString &path, Result<std::unique_ptr<Project>> project, Project::Pages pages = Project::Pages::ToBeChecked);

    /// The desk of the open project; null on the start page.
    [[nodiscard]] Desk *desk() const { return m_desk; }

    /// The message line above the panels.
    [[nodiscard]] Notice *notice() const { return m_notice; }

    /// Back to the start page. The project stays open when something that was typed cannot be written.
    void closeProject();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    /// Lays out what is shown before it is painted: what takes another size meanwhile, or soon afterwards, is painted twice.
    void settle();
    bool checkThenOpen(const QString &path);
    QAction *makeAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut, void (Window::*act)());
    void makeActions();
    void makeMenus();
    void makeViewMenu();
    void makeToolBar();
    void makeStatusLine();
    void fillPanelMenus();
    void showStartPage();
    void showDesk(std::unique_ptr<Project> project);
    void watch();
    void clearDesk();
    /// One panel fills the screen, with nothing but the status line; without one, all is as it was before.
    void setAlone(Panel *panel);
    void updateActions();
    void showSaved();

    void newFrom(const QString &templateName);
    void chooseProject();
    void openSample();
    void saveCopy();
    void chooseExport();
    void undo();
    void redo();
    void goBack();
    void goForward();
    void focusGoTo();
    void resetLayout();
    void about();
    void setScheme(look::Scheme scheme);
    [[nodiscard]] QList<Destination> destinations();
    void addCommands(const QList<QAction *> &entries, QList<Destination> &all);
    /// The search of everything for some words; nothing where no panel can.
    [[nodiscard]] Destination searchFor(const QString &words);
    [[nodiscard]] QAction *action(const QString &name) const;

    Settings &m_settings;
    Fittings m_fittings;
    QStackedWidget *m_stack;
    StartPage *m_startPage = nullptr; ///< made when it is first shown
    Notice *m_notice;
    GoToAnything *m_goTo;
    JobStrip *m_jobs;
    QLabel *m_saved;
    QList<QToolButton *> m_panelStates;
    QMenu *m_recentMenu = nullptr;
    QMenu *m_panelsMenu = nullptr;
    QToolBar *m_toolBar = nullptr;
    QList<QAction *> m_newActions;
    QList<QMenu *> m_panelMenus;
    Desk *m_desk = nullptr;
    QLocalServer *m_server = nullptr;
    bool m_wasFullScreen = false; ///< before a panel was alone
};

} // namespace redoubt
