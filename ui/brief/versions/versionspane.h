#pragma once

#include "app/brief/comparison.h"
#include "app/brief/revision.h"
#include "ui/workbench/newestread.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QToolButton;

namespace redoubt {

class ComparisonView;
class VersionList;

/// The kept versions of a brief: a list of them, and what became of one in another, or in the present text. They are named, deleted and
/// brought back, each as one action. Read and compared on a thread of its own.
class VersionsPane : public QWidget
{
    Q_OBJECT

public:
    /// The project must live longer.
    explicit VersionsPane(Project &project, QWidget *parent = nullptr);
    ~VersionsPane() override;

    /// Shows the versions of a brief; its text is as it stands in the file.
    void open(Id<Brief> brief);

    [[nodiscard]] VersionList *list() const { return m_list; }
    [[nodiscard]] ComparisonView *view() const { return m_view; }

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    /// An action was done that one may want to take back.
    void changed(const QString &text);
    void restored(const QString &title);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Read
    {
        QList<Revision> versions;
        int words = 0;
    };
    QWidget *makeComparison();
    QToolButton *addTool(QWidget *bar, const QString &name, const QString &icon, const QString &text, const QString &toolTip, const QKeySequence &shortcut,
        std::function<void()> act);
    void makeActions(QWidget *bar);
    void makeMenu();
    void read();
    void show(const Read &read);
    void compare();
    void showComparison(const VersionComparison &comparison, const Revision &earlier, const Revision &later);
    void tellCount();
    void updateActions();
    /// The one kept version that is chosen; nothing where none or several are.
    [[nodiscard]] std::optional<Revision> chosenVersion() const;
    bool edit(const QString &what, const std::function<Result<>(Writer &)> &work);
    void giveName(Id<Revision> version, const QString &name);
    void restore();
    void remove();
    void copyText();
    void setInline(bool isInline);

    Project &m_project;
    Id<Brief> m_brief;
    QSplitter *m_splitter;
    VersionList *m_list;
    ComparisonView *m_view;
    QLabel *m_note;
    QLabel *m_count;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_inline = nullptr;
    QAction *m_withBefore = nullptr;
    QAction *m_restore = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_copy = nullptr;
    NewestRead m_reading;
    NewestRead m_comparing;
};

} // namespace redoubt
