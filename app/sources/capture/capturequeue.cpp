#include "app/sources/capture/capturequeue.h"

#include "app/project/project.h"

#include <QFutureWatcher>
#include <QSet>
#include <QtConcurrentRun>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds progressInterval{100};

/// "The server asks to be left alone for 20 minutes."
QString waitText(std::chrono::milliseconds wait)
{
    const auto minutes = std::max<qint64>(1, wait.count() / 60'000);
    return minutes < 120 ? CaptureQueue::tr("The server asks to be left alone for %n minutes.", nullptr, int(minutes))
                         : CaptureQueue::tr("The server asks to be left alone for %n hours.", nullptr, int(minutes / 60));
}

} // namespace

/// What comes back from a thread.
struct CaptureQueue::Arrival
{
    Result<Captured> document;
    bool isUnchanged = false;
    bool isTransient = false;
    std::chrono::milliseconds retryAfter{0};
    int status = 0;
};

CaptureQueue::CaptureQueue(Project &project, const CaptureLimits &limits, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_limits(limits)
{
    m_threads.setMaxThreadCount(limits.atOnce);
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &CaptureQueue::startSome);
    connect(&m_progress, &QTimer::timeout, this, &CaptureQueue::showProgress);
}

CaptureQueue::~CaptureQueue()
{
    for (const Course &course : std::as_const(m_courses)) {
        if (course.work)
            course.work->stop();
    }
    m_threads.waitForDone();
}

void CaptureQueue::add(const QString &address, Id<Source> source)
{
    const auto url = fetchableAddress(address);
    CaptureItem item;
    item.address = url ? QString::fromLatin1(url->toEncoded()) : address.trimmed();
    item.source = source;
    if (!url) {
        item.state = CaptureItem::State::Failed;
        item.error = url.error();
    }
    m_items.append(item);
    m_courses.append(Course{QDeadlineTimer(0), {}});
    m_isFinished = false;
    m_wake.start(0);
}

bool CaptureQueue::isRunning() const
{
    return !std::ranges::all_of(m_items, &CaptureItem::isOver);
}

QString CaptureQueue::hostOf(qsizetype index) const
{
    return QUrl(m_items.at(index).address).host();
}

void CaptureQueue::startSome()
{
    QSet<QString> busy;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_courses.at(i).work)
            busy.insert(hostOf(i));
    }
    // A host that several wait for is seen to once; so the time until something is due is that of the first of each.
    qint64 next = -1;
    for (qsizetype i = 0; i < m_items.size() && busy.size() < m_limits.atOnce; ++i) {
        if (m_items.at(i).state != CaptureItem::State::Waiting || busy.contains(hostOf(i)))
            continue;
        const qint64 wait = std::max(m_courses.at(i).due.remainingTime(), m_quietHosts.value(hostOf(i), QDeadlineTimer(0)).remainingTime());
        if (wait > 0) {
            next = next < 0 ? wait : std::min(next, wait);
            continue;
        }
        busy.insert(hostOf(i));
        start(i);
    }
    if (next >= 0)
        m_wake.start(std::chrono::milliseconds(next + 1));
    if (!isRunning() && !std::exchange(m_isFinished, true)) {
        m_progress.stop();
        Q_EMIT finished();
    }
}

FetchRequest CaptureQueue::requestFor(qsizetype index)
{
    CaptureItem &item = m_items[index];
    FetchRequest request{item.address, {}, {}, {}};
    if (!item.source.isValid()) {
        const auto known = sourceByAddress(m_project.reader(), {item.address, QUrl(item.address).toString()});
        if (known && *known)
            item.source = (*known)->id;
    }
    if (!item.source.isValid())
        return request;
    if (const auto latest = latestCapture(m_project.reader(), item.source); latest && *latest) {
        item.earlierAt = (*latest)->capturedAt;
        request.knownAddress = (*latest)->address;
        request.etag = (*latest)->etag;
        request.lastModified = (*latest)->lastModified;
    }
    return request;
}

void CaptureQueue::start(qsizetype index)
{
    CaptureItem &item = m_items[index];
    const auto work = std::make_shared<JobState>();
    m_courses[index].work = work;
    item.state = CaptureItem::State::Fetching;
    item.progress = 0;
    ++item.attempts;
    auto *watcher = new QFutureWatcher<std::shared_ptr<Arrival>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, index] {
        watcher->deleteLater();
        arrive(index, std::move(*watcher->result()));
    });
    watcher->setFuture(QtConcurrent::run(&m_threads, [work, request = requestFor(index), limits = m_limits.fetch] {
        auto attempt = attemptFetch(request, limits, work.get());
        auto arrival = std::make_shared<Arrival>(Arrival{{}, false, attempt.isTransient, attempt.retryAfter, attempt.status});
        if (!attempt.fetched)
            arrival->document = failure(attempt.fetched);
        else if (attempt.fetched->isUnchanged())
            arrival->isUnchanged = true;
        else
            arrival->document = captureOfAnswer(*attempt.fetched, QDateTime::currentDateTimeUtc(), work.get());
        return arrival;
    }));
    if (!m_progress.isActive())
        m_progress.start(progressInterval);
    Q_EMIT changed(index);
}

void CaptureQueue::arrive(qsizetype index, Arrival &&arrival)
{
    CaptureItem &item = m_items[index];
    const bool isStopped = m_courses.at(index).work->isStopped();
    m_courses[index].work.reset();
    item.status = arrival.status;
    if (isStopped) {
        end(index, CaptureItem::State::Cancelled);
    } else if (arrival.isUnchanged) {
        const auto source = redoubt::source(m_project.reader(), item.source);
        const auto latest = latestCapture(m_project.reader(), item.source);
        if (source && *source && latest && *latest) {
            item.key = (*source)->key;
            item.title = (*source)->title;
            item.capture = (*latest)->id;
            item.capturedAt = (*latest)->capturedAt;
            item.sha256 = (*latest)->sha256;
        }
        end(index, CaptureItem::State::Unchanged);
    } else if (arrival.document) {
        keep(index, *std::move(arrival.document));
    } else if (!triesAgain(index, arrival)) {
        end(index, CaptureItem::State::Failed, arrival.document.error());
    }
    startSome();
}

bool CaptureQueue::triesAgain(qsizetype index, const Arrival &arrival)
{
    CaptureItem &item = m_items[index];
    if (arrival.retryAfter > m_limits.longestWait) {
        Error error = arrival.document.error();
        error.remedy = waitText(arrival.retryAfter);
        end(index, CaptureItem::State::Failed, error);
        return true;
    }
    if (arrival.retryAfter.count() > 0)
        m_quietHosts[hostOf(index)] = QDeadlineTimer(arrival.retryAfter);
    if (!arrival.isTransient || item.attempts > m_limits.retries)
        return false;
    m_courses[index].due = QDeadlineTimer(item.attempts == 1 ? m_limits.backOff : m_limits.backOff * 4);
    item.state = CaptureItem::State::Waiting;
    item.progress = 0;
    item.error = arrival.document.error();
    Q_EMIT changed(index);
    return true;
}

void CaptureQueue::keep(qsizetype index, Captured &&document)
{
    const CaptureItem asked = m_items.at(index);
    const Reader &reader = m_project.reader();
    auto known = asked.source.isValid() ? redoubt::source(reader, asked.source)
                                       : sourceByAddress(reader, {asked.address, QUrl(asked.address).toString(), document.capture.address});
    if (!known)
        return end(index, CaptureItem::State::Failed, known.error());
    if (!*known && asked.source.isValid()) {
        return end(index, CaptureItem::State::Failed,
            {tr("The capture was not kept."), tr("The source was removed meanwhile."), tr("Add it again, or undo that."), Error::Kind::Refused});
    }
    Source source = *known ? **known : sourceOf(document, asked.address);
    const auto kept = m_project.edit(tr("Capture “%1”").arg(source.title), [&](Writer &writer) { return addCaptured(writer, source, document); });
    if (!kept)
        return end(index, CaptureItem::State::Failed, kept.error());
    CaptureItem &item = m_items[index];
    item.source = source.id;
    item.key = source.key;
    item.title = source.title;
    item.isNewSource = !*known;
    item.capture = document.capture.id;
    item.capturedAt = document.capture.capturedAt;
    item.hops = document.capture.hops;
    item.finalAddress = document.capture.address;
    item.sha256 = document.capture.sha256;
    item.bytes = document.capture.bytes.size();
    item.remark = document.remark;
    item.progress = 1;
    end(index, CaptureItem::State::Done);
}

void CaptureQueue::end(qsizetype index, CaptureItem::State state, const Error &error)
{
    m_items[index].state = state;
    m_items[index].error = error;
    Q_EMIT changed(index);
}

void CaptureQueue::cancel(qsizetype index)
{
    if (m_items.at(index).isOver())
        return;
    if (m_courses.at(index).work)
        return m_courses.at(index).work->stop();
    end(index, CaptureItem::State::Cancelled);
    m_wake.start(0);
}

void CaptureQueue::cancelAll()
{
    for (qsizetype i = 0; i < m_items.size(); ++i)
        cancel(i);
}

void CaptureQueue::showProgress()
{
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const auto &work = m_courses.at(i).work;
        if (!work || work->progress() == m_items.at(i).progress)
            continue;
        m_items[i].progress = work->progress();
        Q_EMIT changed(i);
    }
}

} // namespace redoubt
