#pragma once

#include "app/project/lentedit.h"
#include "app/sources/feed/feedanswer.h"
#include "app/sources/fetch.h"

#include <QDeadlineTimer>

namespace redoubt {

/// What a refresh asks of servers.
struct FeedLimits
{
    FetchLimits fetch{.bytes = feedlimits::largestFile, .whole = std::chrono::milliseconds(120'000), .alsoTrusted = {}};
    int atOnce = 4; ///< and never two of one host
};

/// What became of one feed.
struct RefreshedFeed
{
    Id<Feed> feed;
    QString title;
    FeedRefresh refresh;

    bool operator==(const RefreshedFeed &) const = default;
};

/// Asks for feeds, a few at once, on threads of its own, and then takes all the answers into the project as one action. What was
/// stopped is as if it had not been asked for. A server that asks to be left alone (Retry-After) is, as long as this lives.
/// Lives on the project's thread, and goes before it; going stops what is under way.
class FeedRefresher : public QObject
{
    Q_OBJECT

public:
    explicit FeedRefresher(Project &project, const FeedLimits &limits = {}, QObject *parent = nullptr);
    ~FeedRefresher() override;

    /// Nothing happens while it runs, or for none.
    void refresh(const QList<FeedRequest> &requests);

    /// Asks for a feed that the project does not have, and adds it with its items as one action. One that cannot be read is not
    /// added, unless `evenSo`: then its problem is kept with it.
    void add(const Feed &feed, bool evenSo = false);

    /// No more is asked for; what has come is kept.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] bool isAdding() const { return m_new.has_value(); }
    /// Where the page that stood in the place of the feed to be added says that the feed is; empty when it does not.
    [[nodiscard]] QString elsewhere() const { return m_elsewhere; }
    /// How many were asked for, and how many of them are over.
    [[nodiscard]] qsizetype total() const { return m_courses.size(); }
    [[nodiscard]] qsizetype over() const;

Q_SIGNALS:
    void progressed();
    /// Of those that were answered, in the order asked for; after isRunning() has become false.
    void finished(const QList<redoubt::RefreshedFeed> &feeds);
    /// Nothing was changed, but for Error::Kind::Invalid: a feed that was to be added cannot be read.
    void failed(const redoubt::Error &error);

private:
    struct Course
    {
        FeedRequest request;
        std::shared_ptr<JobState> work; ///< while it is asked for
        std::optional<FeedAnswer> answer;
        bool isOver = false;
    };
    void begin(const QList<FeedRequest> &requests);
    void startSome();
    void start(qsizetype index);
    void arrive(qsizetype index, const FetchAttempt &attempt);
    void write();
    [[nodiscard]] QString hostOf(qsizetype index) const;

    Project &m_project;
    FeedLimits m_limits;
    QList<Course> m_courses;
    std::optional<Feed> m_new; ///< the one that is to be added
    bool m_evenSo = false;
    QString m_elsewhere;
    bool m_isRunning = false;
    QHash<QString, QDeadlineTimer> m_quietHosts;
    QThreadPool m_threads;
    LentEdit m_edit;
};

} // namespace redoubt
