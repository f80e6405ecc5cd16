#pragma once

#include "app/project/project.h"

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

    [[nodiscard]] bool isRunning() const { return m_done != nullptr; }

private:
    struct Outcome
    {
        Result<> written;
        Changes changes;
    };
    void tryToStart();
    void run();
    void finish(const Result<> &written);

    Project &m_project;
    QString m_what;
    Work m_work;
    WhenDone m_done; ///< of what runs
    QThreadPool m_thread;
    QTimer m_again;
    int m_tries = 0;
    bool m_isLent = false;
};

} // namespace redoubt
