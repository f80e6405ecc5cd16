#pragma once

#include "app/base/job.h"
#include "app/base/result.h"
#include "ui/workbench/notice.h"

#include <QAction>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace redoubt {

class Settings;

/// What the panels share: one header line (name, count, filter field, at most three actions, a menu for the
/// rest), a place for messages, and the content below.
class Panel : public QWidget
{
    Q_OBJECT

public:
    /// `title` is shown; `name` is the object name, by which the layout is remembered.
    Panel(const QString &title, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const { return m_title; }

    /// The header line; the window takes it as the title bar of the panel's dock.
    [[nodiscard]] QWidget *header() const { return m_header; }

    /// All actions of the panel in the order in which they were added, for its menu in the menu bar.
    [[nodiscard]] QList<QAction *> menuActions() const { return m_menuActions; }

    /// Those of them that make something new, for the window's tool bar.
    [[nodiscard]] QList<QAction *> newActions() const { return m_newActions; }
    /// Those that show something, right of them.
    [[nodiscard]] QList<QAction *> showActions() const { return m_showActions; }

    /// Its actions on what is selected, in whatever panel that was; the others have them in the menus of their things.
    [[nodiscard]] virtual QList<QAction *> thingActions() const { return {}; }
    /// Takes those of another panel.
    virtual void takeThingActions(const QList<QAction *> &) {}

    /// Whether it stands below the panel that was made before it, and is hidden until it is wanted; the others stand side by side.
    [[nodiscard]] virtual bool isAside() const { return false; }

    /// A short text for the window's status line, and a signal when it is another one.
    [[nodiscard]] QString statusText() const { return m_statusText; }

    /// Writes what has been typed and is not in the file yet.
    virtual Result<> flush() { return {}; }

    /// What the panel remembers between two runs of how it is arranged. One that it does not understand changes nothing.
    [[nodiscard]] virtual QByteArray arrangement() const { return {}; }
    virtual void setArrangement(const QByteArray &) {}

    /// Lays out what it shows, once it has its size and before it is painted.
    virtual void settle();

    /// What the user chose and what is remembered outside of the project; it lives longer than the panel. Called once, before the
    /// panel is shown.
    virtual void setSettings(Settings &) {}

    /// Whether its filter field looks through the whole project.
    [[nodiscard]] virtual bool searchesEverything() const { return false; }

    [[nodiscard]] QLineEdit *filterField() const { return m_filter; }
    [[nodiscard]] Notice *notice() const { return m_notice; }

    using Work = std::function<Result<QString>(JobState &)>;
    using WhenDone = std::function<void(const Result<QString> &)>;

    /// Who runs the panel's long work: the window, beside it. False when it cannot be started now. Without one, a panel runs its
    /// work itself.
    using WorkRunner = std::function<bool(const QString &title, Work work, WhenDone done)>;
    void setWorkRunner(WorkRunner runner) { m_runner = std::move(runner); }

    /// Shows the error of a failed result in the panel; true when there was none.
    template<class T>
    bool tell(const Result<T> &result)
    {
        if (!result)
            m_notice->show(result.error());
        return result.has_value();
    }

Q_SIGNALS:
    void statusTextChanged(const QString &text);
    /// The panel wants to be alone on the screen, or not any more.
    void aloneWanted(bool alone);
    /// It is to be seen, and to have the focus; or to be hidden.
    void wanted();
    void dismissed();

protected:
    /// For the destructor of a panel whose fields are written when they are left: as long as all of it is there.
    void leaveFields();

    /// Long work: values in, values out, on a thread of its own, with a figure of how far it is; `done` comes back to this one,
    /// unless the work was stopped or the panel is gone.
    void runLong(const QString &title, Work work, WhenDone done);

    /// The panel owns the content.
    void setContent(QWidget *content);

    /// A filter field with this hint; without a call there is none.
    void showFilter(const QString &hint);

    /// "12" or, while filtered, "3 of 12".
    void setCount(qsizetype shown, qsizetype all);

    void setStatusText(const QString &text);

    /// A widget in the header between the name and the actions (a chooser).
    void addHeaderWidget(QWidget *widget);
    /// An icon in the header, an entry of the panel's menus, or both places' separator.
    void addHeaderAction(QAction *action);
    void addMoreAction(QAction *action);
    void addMoreSeparator();
    /// An entry of both menus that opens another one with these actions; a null one among them is a separator.
    void addMoreMenu(const QString &title, const QList<QAction *> &actions);

    /// Puts an action of the panel in the window's tool bar as well.
    void addToToolBar(QAction *action) { m_newActions.append(action); }
    void addShowAction(QAction *action) { m_showActions.append(action); }

    /// An action that belongs to this panel: its shortcut works where the panel has the focus, unless `anywhere`.
    QAction *makeAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
        const QKeySequence &shortcut = {}, bool anywhere = false);

private:
    QString m_title;
    QString m_statusText;
    WorkRunner m_runner;
    QWidget *m_header;
    QBoxLayout *m_headerRow;
    QLabel *m_count;
    QLineEdit *m_filter;
    QToolButton *m_more;
    QMenu *m_moreMenu;
    Notice *m_notice;
    QBoxLayout *m_body;
    QWidget *m_content = nullptr;
    QList<QAction *> m_menuActions;
    QList<QAction *> m_newActions;
    QList<QAction *> m_showActions;
};

} // namespace redoubt
