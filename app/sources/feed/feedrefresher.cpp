#include "app/sources/feed/feedrefresher.h"

#include "app/sources/feed/feeddiscovery.h"

#include <QFutureWatcher>
#include <QSet>
#include <QtConcurrentRun>

namespace redoubt {

namespace {

/// Of a document, where a page says that it is one.
constexpr qsizetype longestStart = 4096;

/// The answer to a request as the project takes it.
FeedAnswer answerOf(const FetchAttempt &attempt)
{
    if (!attempt.fetched) {
        const Error &error = attempt.fetched.error();
        return {.status = attempt.status >= 400 ? attempt.status : 0, .networkProblem = error.why.isEmpty() ? error.what : error.why};
    }
    const Fetched &fetched = *attempt.fetched;
    FeedAnswer answer{.status = fetched.status,
        .bytes = fetched.bytes,
        .etag = fetched.etag,
        .lastModified = fetched.lastModified,
        .address = fetched.finalAddress};
    const auto isPermanent = [](const Hop &hop) { return hop.status == 301 || hop.status == 308; };
    if (!fetched.hops.isEmpty() && std::ranges::all_of(fetched.hops, isPermanent))
        answer.movedTo = fetched.finalAddress;
    return answer;
}

FetchRequest fetchOf(const FeedRequest &request)
{
    const auto asked = fetchableAddress(request.address);
    return {request.address, asked ? QString::fromLatin1(asked->toEncoded()) : QString(), request.etag, request.lastModified};
}

Result<> takeOne(Writer &writer, Id<Feed> id, const FeedAnswer &answer, const QDateTime &at, QList<RefreshedFeed> &done)
{
    const auto refresh = takeAnswer(writer, id, answer, at);
    if (!refresh)
        return failure(refresh);
    const auto now = feed(writer, id);
    if (!now)
        return failure(now);
    done.append({id, now->value_or(Feed()).title, *refresh});
    return {};
}

Result<> takeAll(Writer &writer, const QList<std::pair<Id<Feed>, FeedAnswer>> &answers, const QDateTime &at, QList<RefreshedFeed> &done)
{
    for (const auto &[id, answer] : answers) {
        const auto there = feed(writer, id);
        if (!there)
            return failure(there);
        if (!*there)
            continue; // removed meanwhile
        if (auto taken = takeOne(writer, id, answer, at, done); !taken)
            return taken;
    }
    return {};
}

Error notAdded(const QString &why)
{
    return {FeedRefresher::tr("The feed was not added."), why, FeedRefresher::tr("Check the address, or add it all the same."), Error::Kind::Invalid};
}

Result<> takeNew(Writer &writer, Feed added, bool evenSo, const FeedAnswer &answer, const QDateTime &at, QList<RefreshedFeed> &done)
{
    if (auto kept = addFeed(writer, added); !kept)
        return kept;
    if (auto taken = takeOne(writer, added.id, answer, at, done); !taken)
        return taken;
    const QString problem = done.first().refresh.problem;
    return evenSo || problem.isEmpty() ? Result<>() : Result<>(std::unexpected(notAdded(problem)));
}

} // namespace

FeedRefresher::FeedRefresher(Project &project, const FeedLimits &limits, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_limits(limits)
    , m_edit(project)
{
    m_threads.setMaxThreadCount(limits.atOnce);
}

FeedRefresher::~FeedRefresher()
{
    for (const Course &course : std::as_const(m_courses)) {
        if (course.work)
            course.work->stop();
    }
    m_threads.waitForDone();
}

void FeedRefresher::refresh(const QList<FeedRequest> &requests)
{
    if (m_isRunning || requests.isEmpty())
        return;
    m_new.reset();
    begin(requests);
}

void FeedRefresher::add(const Feed &feed, bool evenSo)
{
    if (m_isRunning)
        return;
    if (const auto address = fetchableAddress(feed.address); !address)
        return Q_EMIT failed({tr("The feed was not added."), address.error().why, address.error().remedy, Error::Kind::General});
    const auto known = feedByAddress(m_project.reader(), feed.address);
    if (!known)
        return Q_EMIT failed(known.error());
    if (*known) {
        return Q_EMIT failed(
            {tr("The feed was not added."), tr("The feed “%1” has this address already.").arg((*known)->title), tr("Use that one."), Error::Kind::Exists});
    }
    m_new = feed;
    m_evenSo = evenSo;
    begin({FeedRequest{{}, feed.address, {}, {}}});
}

void FeedRefresher::begin(const QList<FeedRequest> &requests)
{
    // Nobody is asked for what could not be kept.
    if (m_project.isReadOnly()) {
        const auto refused = m_project.edit(tr("Refresh"), [](Writer &) { return Result<>(); });
        return Q_EMIT failed(refused.error());
    }
    m_elsewhere.clear();
    m_courses.clear();
    for (const FeedRequest &request : requests)
        m_courses.append(Course{request, {}, {}});
    m_isRunning = true;
    startSome();
}

void FeedRefresher::stop()
{
    if (!m_isRunning || m_edit.isRunning())
        return;
    for (Course &course : m_courses) {
        if (course.work)
            course.work->stop();
        else
            course.isOver = true;
    }
    startSome();
}

qsizetype FeedRefresher::over() const
{
    return std::ranges::count_if(m_courses, &Course::isOver);
}

QString FeedRefresher::hostOf(qsizetype index) const
{
    return QUrl(m_courses.at(index).request.address).host();
}

void FeedRefresher::startSome()
{
    QSet<QString> busy;
    for (qsizetype i = 0; i < m_courses.size(); ++i) {
        if (m_courses.at(i).work)
            busy.insert(hostOf(i));
    }
    for (qsizetype i = 0; i < m_courses.size() && busy.size() < m_limits.atOnce; ++i) {
        if (m_courses.at(i).isOver || busy.contains(hostOf(i)))
            continue;
        start(i);
        if (m_courses.at(i).work)
            busy.insert(hostOf(i));
    }
    Q_EMIT progressed();
    if (over() == total())
        write();
}

void FeedRefresher::start(qsizetype index)
{
    Course &course = m_courses[index];
    if (const auto quiet = m_quietHosts.constFind(hostOf(index)); quiet != m_quietHosts.constEnd() && !quiet->hasExpired()) {
        const int minutes = int(std::max<qint64>(1, quiet->remainingTime() / 60'000));
        course.answer = FeedAnswer{.networkProblem = tr("The server asks to be left alone for %n minute(s).", nullptr, minutes)};
        course.isOver = true;
        return;
    }
    course.work = std::make_shared<JobState>();
    auto *watcher = new QFutureWatcher<std::shared_ptr<FetchAttempt>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, index] {
        watcher->deleteLater();
        arrive(index, *watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_threads, [work = course.work, request = fetchOf(course.request), limits = m_limits.fetch] {
        return std::make_shared<FetchAttempt>(attemptFetch(request, limits, work.get()));
    }));
}

void FeedRefresher::arrive(qsizetype index, const FetchAttempt &attempt)
{
    Course &course = m_courses[index];
    const bool isStopped = !attempt.fetched && attempt.fetched.error().kind == Error::Kind::Cancelled;
    course.work.reset();
    course.isOver = true;
    if (!isStopped)
        course.answer = answerOf(attempt);
    if (m_new && course.answer && course.answer->bytes.first(std::min<qsizetype>(course.answer->bytes.size(), longestStart)).toLower().contains("<html"))
        m_elsewhere = feedOfPage(course.answer->bytes, course.answer->address);
    if (attempt.retryAfter.count() > 0)
        m_quietHosts[hostOf(index)] = QDeadlineTimer(attempt.retryAfter);
    startSome();
}

/// All answers in one action, and not on the window's thread: a document may be long.
void FeedRefresher::write()
{
    if (m_edit.isRunning())
        return;
    QList<std::pair<Id<Feed>, FeedAnswer>> answers;
    for (const Course &course : std::as_const(m_courses)) {
        if (course.answer)
            answers.append({course.request.feed, *course.answer});
    }
    if (answers.isEmpty()) {
        m_isRunning = false;
        return Q_EMIT finished({});
    }
    const auto done = std::make_shared<QList<RefreshedFeed>>();
    const auto work = [answers, done, added = m_new, evenSo = m_evenSo, at = QDateTime::currentDateTimeUtc()](Writer &writer) {
        return added ? takeNew(writer, *added, evenSo, answers.first().second, at, *done) : takeAll(writer, answers, at, *done);
    };
    const QString what = m_new ? tr("Add feed “%1”").arg(m_new->title.isEmpty() ? m_new->address : m_new->title)
                               : tr("Refresh %n feed(s)", nullptr, int(answers.size()));
    m_edit.start(what, work, [this, done](const Result<> &written) {
        m_isRunning = false;
        if (written)
            Q_EMIT finished(*done);
        else
            Q_EMIT failed(written.error());
    });
}

} // namespace redoubt
