#pragma once

#include "app/sources/capture/captured.h"
#include "app/sources/fetch.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace redoubt {

class Project;

/// How the queue behaves towards servers.
struct CaptureLimits
{
    FetchLimits fetch;
    int atOnce = 4; ///< and never two of one host
    int retries = 2;
    std::chrono::milliseconds backOff{2'000};      ///< before the first retry; four times as long before the next
    std::chrono::milliseconds longestWait{600'000}; ///< a server that asks to be left alone for longer is given up
};

/// An address and what has become of it.
struct CaptureItem
{
    enum class State { Waiting, Fetching, Done, Unchanged, Failed, Cancelled };

    QString address; ///< without name and password
    Id<Source> source; ///< given, or found by its address, or made
    State state = State::Waiting;
    double progress = 0;  ///< 0 to 1 while fetching; stays 0 where the length is not known
    int attempts = 0;     ///< that have begun
    int status = 0;       ///< of HTTP; 0 when there was no answer
    Error error;          ///< why it failed, also while it waits for the next attempt
    QString remark;       ///< why a page was kept without text; else empty
    Id<Capture> capture;  ///< the new one; of Unchanged, the earlier one
    QString key;          ///< of the source, and its title
    QString title;
    bool isNewSource = false; ///< made for this address
    QString sha256;       ///< of the capture, and how many bytes it has as they came
    qint64 bytes = 0;
    QDateTime capturedAt; ///< of the capture, so for Unchanged the time of the earlier one
    QDateTime earlierAt;  ///< of the source's latest capture before; null where there was none
    QList<Hop> hops;      ///< the redirects before the new capture, and where they ended
    QString finalAddress;

    [[nodiscard]] bool isOver() const { return state != State::Waiting && state != State::Fetching; }
    bool operator==(const CaptureItem &) const = default;
};

/// Captures many addresses, a few at once, on threads of its own. Each that has come is one action in the project; a source
/// of that address gets it as a further capture, else there is a new source. What fails for a passing reason is tried again;
/// a server that asks to be left alone is, with all its addresses. Lives on the project's thread, and goes before it; going
/// stops what is under way.
class CaptureQueue : public QObject
{
    Q_OBJECT

public:
    explicit CaptureQueue(Project &project, const CaptureLimits &limits = {}, QObject *parent = nullptr);
    ~CaptureQueue() override;

    /// Behind those that are there; what is no address of the web fails at once. `source` is the one to be captured again; without
    /// it, the one of this address.
    void add(const QString &address, Id<Source> source = {});

    void cancel(qsizetype index);
    void cancelAll();

    [[nodiscard]] const QList<CaptureItem> &items() const { return m_items; }
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void changed(qsizetype index);
    /// All that were added are over.
    void finished();

private:
    struct Arrival;
    /// What the screen does not see of an item.
    struct Course
    {
        QDeadlineTimer due;
        std::shared_ptr<JobState> work; ///< while it is fetched
    };

    void startSome();
    void start(qsizetype index);
    [[nodiscard]] FetchRequest requestFor(qsizetype index);
    void arrive(qsizetype index, Arrival &&arrival);
    void keep(qsizetype index, Captured &&document);
    [[nodiscard]] bool triesAgain(qsizetype index, const Arrival &arrival);
    void end(qsizetype index, CaptureItem::State state, const Error &error = {});
    void showProgress();
    [[nodiscard]] QString hostOf(qsizetype index) const;

    Project &m_project;
    CaptureLimits m_limits;
    QList<CaptureItem> m_items;
    QList<Course> m_courses; ///< one for each item
    QHash<QString, QDeadlineTimer> m_quietHosts;
    QThreadPool m_threads;
    QTimer m_wake;
    QTimer m_progress;
    bool m_isFinished = true; ///< and told so
};

} // namespace redoubt
