#include "app/sources/feed/feedanswer.h"

#include "app/sources/source.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Feed)
};

QString problemOf(const FeedAnswer &answer)
{
    if (answer.status == 0)
        return answer.networkProblem.isEmpty() ? Words::tr("There was no answer.") : answer.networkProblem;
    if (answer.status == 404)
        return Words::tr("There is nothing at its address (404).");
    if (answer.status == 401 || answer.status == 403)
        return Words::tr("The server does not let us read it (%1).").arg(answer.status);
    if (answer.status == 429)
        return Words::tr("The server was asked too often (429).");
    if (answer.status >= 500)
        return Words::tr("The server has a fault of its own (%1).").arg(answer.status);
    return Words::tr("The server answered with %1.").arg(answer.status);
}

/// A permanent redirect gives the feed a new address, unless another one has that.
Result<> followRedirect(const Reader &reader, Feed &feed, const FeedAnswer &answer, FeedRefresh &refresh)
{
    if (answer.movedTo.isEmpty() || answer.movedTo == feed.address || webAddress(answer.movedTo).isEmpty())
        return {};
    const auto holder = feedByAddress(reader, answer.movedTo);
    if (!holder)
        return failure(holder);
    if (*holder) {
        refresh.problem = Words::tr("It has moved to the address of “%1”: one of the two is enough.").arg((*holder)->title);
        return {};
    }
    feed.address = answer.movedTo;
    refresh.moved = true;
    return {};
}

Result<> takeDocument(Writer &writer, Feed &feed, const FeedAnswer &answer, FeedRefresh &refresh)
{
    const auto document = readFeed(answer.bytes, answer.address.isEmpty() ? feed.address : answer.address);
    if (!document) {
        refresh.problem = document.error().why;
        return {};
    }
    if (auto moved = followRedirect(writer, feed, answer, refresh); !moved)
        return moved;
    const auto merge = mergeItems(writer, feed.id, document->items);
    if (!merge)
        return failure(merge);
    refresh.outcome = FeedRefresh::Outcome::Read;
    refresh.merge = *merge;
    feed.etag = answer.etag;
    feed.lastModified = answer.lastModified;
    if (!webAddress(document->link).isEmpty())
        feed.site = document->link;
    feed.gone = false;
    const bool isUnnamed = !webAddress(feed.title).isEmpty();
    if (isUnnamed && !document->title.isEmpty())
        feed.title = document->title;
    return {};
}

} // namespace

Result<QList<FeedRequest>> feedRequests(const Reader &reader)
{
    return reader.all(u"SELECT id, address, etag, last_modified FROM feed WHERE address <> '' AND gone = 0 ORDER BY id"_s, {}, [](const QSqlQuery &row) {
        return FeedRequest{{row.value(0).toLongLong()}, row.value(1).toString(), row.value(2).toString(), row.value(3).toString()};
    });
}

Result<FeedRefresh> takeAnswer(Writer &writer, Id<Feed> id, const FeedAnswer &answer, const QDateTime &at)
{
    auto found = feed(writer, id);
    if (!found)
        return failure(found);
    if (!*found)
        return failure(Words::tr("The feed was not refreshed."), Words::tr("It is not in the project any more."), {}, Error::Kind::Refused);
    Feed changed = **std::move(found);
    FeedRefresh refresh;
    if (answer.status == 304) {
        refresh.outcome = FeedRefresh::Outcome::NotNewer;
        if (auto moved = followRedirect(writer, changed, answer, refresh); !moved)
            return failure(moved);
    } else if (answer.status == 410) {
        refresh.outcome = FeedRefresh::Outcome::Gone;
        refresh.problem = Words::tr("Its server says that it is gone for good (410).");
        changed.gone = true;
    } else if (answer.status >= 200 && answer.status < 300) {
        if (auto done = takeDocument(writer, changed, answer, refresh); !done)
            return failure(done);
    } else {
        refresh.problem = problemOf(answer);
    }
    changed.refreshedAt = at.toUTC();
    changed.problem = refresh.problem;
    auto kept = updateFeed(writer, changed);
    return kept ? Result<FeedRefresh>(std::move(refresh)) : failure(kept);
}

} // namespace redoubt
