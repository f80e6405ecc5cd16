#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace redoubt {

/// One item as a feed document has it, in plain text: markup taken off, character references read.
struct FeedEntry
{
    QString id;        ///< guid, atom:id, rdf:about; empty when the document gives none
    QString title;     ///< one line
    QString link;      ///< absolute where the document or its address says how; never one that runs a script
    QString published; ///< EDTF as precise as the document; the first of published, created, updated; empty when unknown
    QString summary;   ///< the description, or the content where there is none
    QStringList authors;

    bool operator==(const FeedEntry &) const = default;
};

/// What a feed document says, whatever its format.
struct FeedDocument
{
    QString title;
    QString link;    ///< of the site
    QString address; ///< of the feed, as it names itself; may be empty
    QList<FeedEntry> items;

    bool operator==(const FeedDocument &) const = default;
};

namespace feedlimits {
inline constexpr qint64 largestFile = 64LL * 1024 * 1024;
inline constexpr qsizetype largestField = 16 * 1024 * 1024;
inline constexpr int deepestNesting = 256;
} // namespace feedlimits

/// Reads RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, and JSON Feed 1.0 and 1.1. Relative addresses are those of `xml:base`, else of
/// `address`. Nothing is loaded, no entity is made of others. What is no feed, is cut off, or passes a limit is refused with the
/// line, the column and the reason (Error::Kind::Invalid).
///
/// All of it is read here, over QXmlStreamReader and QJsonDocument, without KF6 Syndication: see `feedreader.cpp`.
[[nodiscard]] Result<FeedDocument> readFeed(const QByteArray &bytes, const QString &address = {});

/// The bytes of a feed or an outline on the disk; refused when it is a folder or over the limit.
[[nodiscard]] Result<QByteArray> readFeedFile(const QString &path);

/// A FeedEntry's date as an ISO date-time in UTC, the beginning of a year, month or day: "2026-05-29T03:10:00Z"; empty for none.
[[nodiscard]] QString feedTime(const QString &published);

} // namespace redoubt
