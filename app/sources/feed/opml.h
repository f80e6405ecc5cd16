#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace redoubt {

/// A feed in a list of feeds.
struct OpmlFeed
{
    QString title;
    QString address;    ///< xmlUrl
    QString site;       ///< htmlUrl; may be empty
    QStringList folder; ///< the titles of the outlines that it lies in, outermost first
    qint64 line = 0;    ///< where it stands in what was read

    bool operator==(const OpmlFeed &) const = default;
};

struct OpmlList
{
    QString title;
    QList<OpmlFeed> feeds;

    bool operator==(const OpmlList &) const = default;
};

/// Reads OPML 1.0 and 2.0, with the tolerance and the limits of readFeed(). Outlines without an address are folders; what an
/// outline includes from elsewhere is not loaded.
[[nodiscard]] Result<OpmlList> readOpml(const QByteArray &bytes);

/// OPML 2.0 in UTF-8. Feeds of one folder stand together, in their order; readOpml() gives back what went in.
[[nodiscard]] QByteArray writeOpml(const OpmlList &list);

} // namespace redoubt
