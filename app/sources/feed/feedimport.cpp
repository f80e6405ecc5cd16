#include "app/sources/feed/feedimport.h"

#include "app/sources/source.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Feed)
};

/// The feed that a document belongs to, or nothing.
Result<std::optional<Feed>> feedOf(const Reader &reader, const QString &address, const QString &title, const QString &site)
{
    if (!address.isEmpty())
        return feedByAddress(reader, address);
    const auto all = feeds(reader);
    if (!all)
        return failure(all);
    const auto found = std::ranges::find_if(*all, [&](const Feed &feed) { return feed.address.isEmpty() && feed.title == title && feed.site == site; });
    return found == all->end() ? std::optional<Feed>() : std::optional<Feed>(*found);
}

Result<> importOutline(Writer &writer, const OpmlFeed &outline, FeedImport &done)
{
    if (webAddress(outline.address).isEmpty()) {
        ++done.skipped;
        done.errors.append(FeedImportError{outline.line, Words::tr("“%1” is not an address of the web.").arg(outline.address.left(200))});
        return {};
    }
    const auto there = feedByAddress(writer, outline.address);
    if (!there)
        return failure(there);
    Feed feed = there->value_or(Feed());
    const Feed before = feed;
    feed.address = outline.address;
    if (!outline.title.simplified().isEmpty())
        feed.title = outline.title.simplified();
    if (!webAddress(outline.site).isEmpty())
        feed.site = outline.site;
    feed.folder = outline.folder;
    if (!*there) {
        ++done.added;
        return addFeed(writer, feed);
    }
    ++(feed == before ? done.unchanged : done.updated);
    return feed == before ? Result<>() : updateFeed(writer, feed);
}

} // namespace

Result<FeedImport> importOpml(Writer &writer, const OpmlList &list)
{
    FeedImport done;
    for (const OpmlFeed &outline : list.feeds) {
        if (auto taken = importOutline(writer, outline, done); !taken)
            return failure(taken);
    }
    return done;
}

Result<FeedImport> importFeed(Writer &writer, const FeedDocument &document)
{
    const QString address = webAddress(document.address).isEmpty() ? QString() : document.address;
    const QString title = !document.title.isEmpty() ? document.title : !document.link.isEmpty() ? document.link : Words::tr("Feed without a title");
    const auto there = feedOf(writer, address, title, document.link);
    if (!there)
        return failure(there);
    FeedImport done;
    Feed feed = there->value_or(Feed());
    if (!*there) {
        feed.address = address;
        feed.title = title;
        feed.site = document.link;
        if (auto added = addFeed(writer, feed); !added)
            return failure(added);
        ++done.added;
    }
    const auto merge = mergeItems(writer, feed.id, document.items);
    if (!merge)
        return failure(merge);
    done.added += merge->added;
    done.updated = merge->updated;
    done.unchanged = merge->unchanged + (*there ? 1 : 0);
    return done;
}

Result<OpmlList> opmlOf(const Reader &reader, const QString &title)
{
    const auto all = feeds(reader);
    if (!all)
        return failure(all);
    OpmlList list{title, {}};
    for (const Feed &feed : *all) {
        if (!feed.address.isEmpty())
            list.feeds.append(OpmlFeed{feed.title, feed.address, feed.site, feed.folder});
    }
    return list;
}

} // namespace redoubt
