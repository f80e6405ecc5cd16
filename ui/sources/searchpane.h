#pragma once

#include "ui/sources/foundthings.h"
#include "ui/workbench/newestread.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace redoubt {

class EmptyState;
class SearchResultModel;

/// What a search through the whole project finds, as it is typed: how much, what is wrong with the question, and the results.
/// Looks on a thread of its own; what was found before stays until there is something new, and follows what changes in the project.
/// Return opens a result, Escape leaves.
class SearchPane : public QWidget
{
    Q_OBJECT

public:
    /// The project must live longer. `widen` is offered where nothing is found.
    SearchPane(const Project &project, QAction *widen, QWidget *parent = nullptr);

    /// Whether something is asked for in the text, be it wrongly.
    [[nodiscard]] static bool asks(const QString &text);

    /// Looks for what is typed, of it only what meets the conditions: a search's text too.
    void search(const QString &text, const QString &conditions);
    /// Ends the search; nothing is followed any more.
    void stop();

    /// Takes the focus into the results, to the first one.
    void enter();
    /// Opens the chosen result, or the first; that of a search that is at work when it comes.
    void openBest();

    /// From search() to stop().
    [[nodiscard]] bool isActive() const { return m_isActive; }
    [[nodiscard]] bool isAtWork() const { return m_read.isRunning(); }

Q_SIGNALS:
    void opened(const redoubt::SearchResult &result);
    void left();
    /// Up was pressed on the first result.
    void fieldWanted();
    void failed(const redoubt::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void run();
    void take(const Result<FoundThings> &found);
    void show(const FoundThings &found);
    void showNothingAsked(const QStringList &problems);
    void sayState();
    void sayProblems(const QStringList &problems);
    void open(const QModelIndex &index);

    NewestRead m_read;
    QTimer m_slow;   ///< until it is said that the search is at work
    QTimer m_settle; ///< between a change of the project and looking again
    QString m_text;
    QString m_conditions;
    QString m_shown; ///< the question whose results are seen
    bool m_isCut = false;
    bool m_isActive = false;
    bool m_opensBest = false;
    SearchResultModel *m_model;
    QLabel *m_state;
    QLabel *m_problems;
    QStackedWidget *m_pages;
    QListView *m_list;
    EmptyState *m_nothing;
};

} // namespace redoubt
