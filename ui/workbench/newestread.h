#pragma once

#include "app/base/job.h"
#include "app/project/project.h"
#include "app/project/secondreader.h"

#include <QThreadPool>

namespace redoubt {

/// Reads on a thread of its own, with a reader of its own; what is started last wins, and what came before it is stopped.
class NewestRead : public QObject
{
    Q_OBJECT

public:
    /// The project must live longer.
    explicit NewestRead(const Project &project, QObject *parent = nullptr)
        : QObject(parent)
        , m_project(project)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~NewestRead() override { stop(); }

    [[nodiscard]] bool isRunning() const { return m_state != nullptr; }
    /// How far what runs is, 0 to 1.
    [[nodiscard]] double progress() const { return m_state ? m_state->progress() : 0; }

    /// Stops what runs; its result is not wanted any more.
    void cancel()
    {
        if (m_state)
            m_state->stop();
        finish();
    }

    /// Stops what runs, and waits until it has: what it reads may be changed then.
    void stop()
    {
        if (m_state)
            m_state->stop();
        m_pool.waitForDone();
        finish();
    }

    /// `done` is called on this thread with the result of `work`, unless something newer was started or it was stopped.
    template<class T>
    void start(std::function<Result<T>(const Reader &, JobState &)> work, std::function<void(Result<T>)> done)
    {
        if (m_state)
            m_state->stop();
        m_state = std::make_shared<JobState>();
        m_pool.start([this, state = m_state, path = m_project.path(), work = std::move(work), done = std::move(done)] {
            if (state->isStopped())
                return;
            const auto second = SecondReader::open(path);
            auto result = second ? work((*second)->reader(), *state) : Result<T>(failure(second));
            QMetaObject::invokeMethod(this, [this, state, done, result = std::move(result)]() mutable {
                if (state->isStopped() || state != m_state)
                    return;
                finish();
                done(std::move(result));
            }, Qt::QueuedConnection);
        });
        Q_EMIT runningChanged(true);
    }

Q_SIGNALS:
    void runningChanged(bool isRunning);

private:
    void finish()
    {
        if (std::exchange(m_state, nullptr))
            Q_EMIT runningChanged(false);
    }

    const Project &m_project;
    QThreadPool m_pool;
    std::shared_ptr<JobState> m_state; ///< of what was started last
};

} // namespace redoubt
