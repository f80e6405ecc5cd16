#pragma once

#include "app/base/id.h"
#include "app/base/names.h"
#include "app/project/reader.h"
#include "app/sources/feed/feeddocument.h"

#include <QDateTime>

namespace redoubt {

struct Source;

/// A feed that the project follows.
struct Feed
{
    Id<Feed> id;
    QString address; ///< empty for one that came from a file and does not say where it lives: it is never refreshed
    QString title;
    QString site;
    QStringList folder; ///< the names of the folders that it lies in, outermost first
    QString etag;       ///< of the last answer that was read, as the server wrote it
    QString lastModified;
    QDateTime refreshedAt; ///< UTC; not valid before the first answer
    QString problem;       ///< why the last refresh brought nothing; empty when it went well
    bool gone = false;     ///< its server says that it will not come back: it is not refreshed any more

    bool operator==(const Feed &) const = default;
};

enum class FeedItemState { New, Read, Kept };

inline constexpr Names<FeedItemState, 3> feedItemStateNames{
    {{{FeedItemState::New, "new"_L1}, {FeedItemState::Read, "read"_L1}, {FeedItemState::Kept, "kept"_L1}}}};

/// What came in through a feed.
struct FeedItem
{
    Id<FeedItem> id;
    Id<Feed> feed;
    QString item; ///< its id in the feed, else its link, else a hash of what it says
    QString title;
    QString link;
    QString published; ///< EDTF
    QString summary;
    QStringList authors;
    FeedItemState state = FeedItemState::New;
    Id<Source> source; ///< once it was added as one

    bool operator==(const FeedItem &) const = default;
};

/// In the order of their folders, then of their titles.
[[nodiscard]] Result<QList<Feed>> feeds(const Reader &reader);
[[nodiscard]] Result<std::optional<Feed>> feed(const Reader &reader, Id<Feed> id);
[[nodiscard]] Result<std::optional<Feed>> feedByAddress(const Reader &reader, const QString &address);

/// Which items to list; what is not set does not narrow.
struct FeedItemChoice
{
    std::optional<Id<Feed>> feed{};
    std::optional<FeedItemState> state{};
};

/// Latest first; those without a date last.
[[nodiscard]] Result<QList<FeedItem>> feedItems(const Reader &reader, const FeedItemChoice &choice = {});
[[nodiscard]] Result<std::optional<FeedItem>> feedItem(const Reader &reader, Id<FeedItem> id);
/// How many new items each feed has; feeds without one are not in it.
[[nodiscard]] Result<QHash<Id<Feed>, qint64>> newItemCounts(const Reader &reader);

/// A feed without an id gets one, one without a title its address as title. The address is http or https, and that of one feed
/// only (Error::Kind::Exists).
Result<> addFeed(Writer &writer, Feed &feed);
Result<> updateFeed(Writer &writer, const Feed &feed);
Result<> renameFeed(Writer &writer, Id<Feed> id, const QString &title);
/// With its items. Sources that were made of them stay.
Result<> removeFeed(Writer &writer, Id<Feed> id);

struct FeedMerge
{
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;

    bool operator==(const FeedMerge &) const = default;
};

/// Brings the items of a feed up to what its document says now. One is known by its id, else by its link where only one has it;
/// what it says is replaced, its state and source stay. Items that the document no longer has stay too.
[[nodiscard]] Result<FeedMerge> mergeItems(Writer &writer, Id<Feed> feed, const QList<FeedEntry> &items);

Result<> setFeedItemState(Writer &writer, Id<FeedItem> id, FeedItemState state);

/// Makes a source of an item: title, address, author, publisher (the feed's title), published. The item is kept then, and
/// knows the source. A source that has its address already, or that was made of it before, is that one.
[[nodiscard]] Result<Id<Source>> addItemAsSource(Writer &writer, Id<FeedItem> id);

} // namespace redoubt
