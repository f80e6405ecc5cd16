#pragma once

#include "app/project/project.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>

namespace redoubt {

/// One action of the user that takes too long for the window's thread: it is written on a thread of its own, while the project
/// is lent out. Where the project is lent already, it waits until that has ended. Lives on the project's thread, and goes before it.
class LentEdit : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<Result<>(Writer &)>;
    using WhenDone = std::function<void(const Result<> &)>;

    explicit LentEdit(Project &project, QObject *parent = nullptr);
    /// Waits until what runs has ended; its `done` is not called any more.
    ~LentEdit() override;

    /// `work` runs on the other thread, as in Project::edit(); what it refers to lasts until `done` was called, on this thread.
    /// One at a time: what is started while another one runs is refused by a `done` with Error::Kind::InUse.
    void start(const QString &what, Work work, WhenDone done);

    /// The same for what Project::keep() is for; `what` is said where it fails. It has to be short: who wants to change the
    /// project meanwhile waits for it.
    void keep(const QString &what, Work work, WhenDone done);

    /// Returns when nothing runs any more and `done` was called. What has not begun is refused (Error::Kind::InUse).
    void wait();

    [[nodiscard]] bool isRunning() const { return m_done != nullptr; }
    /// What changes in the project now is what this one writes.
    [[nodiscard]] bool isWriting() const { return m_isLent; }

private:
    struct Outcome
    {
        Result<> written;
        Changes changes;
    };
    using Outcomes = QFutureWatcher<std::shared_ptr<Outcome>>;

    void begin(const QString &what, bool isAction, Work work, WhenDone done);
    void tryToStart();
    void run();
    void settle();
    void finish(const Result<> &written);

    Project &m_project;
    QString m_what;
    Work m_work;
    WhenDone m_done; ///< of what runs
    bool m_isAction = true;
    Outcomes m_outcome;
    QThreadPool m_thread;
    QTimer m_again;
    int m_tries = 0;
    bool m_isLent = false;
};

} // namespace redoubt
