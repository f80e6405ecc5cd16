#pragma once

#include "app/sources/feed/feeds.h"
#include "app/sources/feed/opml.h"

namespace redoubt {

struct FeedImportError
{
    qint64 line = 0;
    QString message;

    bool operator==(const FeedImportError &) const = default;
};

/// What taking a file into the project did.
struct FeedImport
{
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 skipped = 0;
    QList<FeedImportError> errors{}; ///< why each of the skipped ones was

    bool operator==(const FeedImport &) const = default;
};

/// The feeds of a list become feeds of the project, known by their addresses; the title, site and folder of the list replace
/// those that are there. Outlines whose address is none of the web are skipped. Counts feeds.
[[nodiscard]] Result<FeedImport> importOpml(Writer &writer, const OpmlList &list);

/// A feed document becomes a feed of the project with its items: the one of its address, else, where it does not say it, the one
/// without an address of the same title and site. Counts items; a feed that was not there counts as one more.
[[nodiscard]] Result<FeedImport> importFeed(Writer &writer, const FeedDocument &document);

/// The project's feeds that have an address, for writeOpml().
[[nodiscard]] Result<OpmlList> opmlOf(const Reader &reader, const QString &title);

} // namespace redoubt
