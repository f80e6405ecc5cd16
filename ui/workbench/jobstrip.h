#pragma once

#include "app/base/job.h"
#include "app/base/result.h"

#include <QFuture>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace redoubt {

/// The long work that goes on: what it is, how far it is, and a button to stop it. It runs on a thread of its own
/// with values only, and comes back to the window's thread once. Work that still goes on when this is destroyed is stopped and waited for.
class JobStrip : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(QWidget *parent = nullptr);
    ~JobStrip() override;

    /// Starts `work`; `done` is called on the window's thread with its result, or `stopped` when it was stopped. One job at
    /// a time: false when another one is running.
    bool start(const QString &title, std::function<Result<QString>(JobState &)> work,
        std::function<void(const Result<QString> &)> done, std::function<void()> stopped = {});

    [[nodiscard]] bool isRunning() const { return m_state != nullptr; }

private:
    /// The parts, for the first job.
    void make();
    void finish();

    QLabel *m_title = nullptr;
    QProgressBar *m_bar = nullptr;
    QTimer *m_timer;
    std::shared_ptr<JobState> m_state;
    QFuture<void> m_work;
};

} // namespace redoubt
