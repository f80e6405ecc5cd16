#pragma once

#include "app/sources/feed/feeds.h"

namespace redoubt {

/// What to ask a server for.
struct FeedRequest
{
    Id<Feed> feed;
    QString address;
    QString etag;         ///< for If-None-Match; empty for none
    QString lastModified; ///< for If-Modified-Since; empty for none

    bool operator==(const FeedRequest &) const = default;
};

/// The feeds that can be refreshed: all with an address that are not gone.
[[nodiscard]] Result<QList<FeedRequest>> feedRequests(const Reader &reader);

/// What a server answered, after redirects.
struct FeedAnswer
{
    int status = 0; ///< of HTTP; 0 when there was no answer
    QByteArray bytes{};
    QString etag{};
    QString lastModified{};
    QString address{};         ///< where the answer came from in the end
    QString movedTo{};         ///< where all the redirects up to there were permanent (301, 308); else empty
    QString networkProblem{};  ///< why there was no answer, in words
};

/// What a refresh did.
struct FeedRefresh
{
    enum class Outcome {
        Read,      ///< the document was read; `merge` tells what it brought
        NotNewer,  ///< the server says that nothing has changed
        Gone,      ///< the feed will not come back
        Failed,    ///< no answer, no feed, or a broken one
    };

    Outcome outcome = Outcome::Failed;
    FeedMerge merge{};
    QString problem{}; ///< as it is kept with the feed
    bool moved = false; ///< the feed's address has changed

    bool operator==(const FeedRefresh &) const = default;
};

/// Takes an answer into the project. A problem is kept with the feed, in words, and its items stay as they are; marks of the last
/// good answer stay then too, so that the next one is read anew. A feed that was named by its address gets the title that it
/// gives itself.
[[nodiscard]] Result<FeedRefresh> takeAnswer(Writer &writer, Id<Feed> feed, const FeedAnswer &answer, const QDateTime &at);

} // namespace redoubt
