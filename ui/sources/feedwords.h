#pragma once

#include "app/sources/capture/capturequeue.h"
#include "app/sources/feed/feedimport.h"
#include "app/sources/feed/feedrefresher.h"

/// What the panel says of feeds, in words.
namespace redoubt::feedwords {

/// When an item was published, in the user's own time zone: its day, or with the minute where the feed tells it. Empty when unknown.
[[nodiscard]] QString day(const QString &published);
[[nodiscard]] QString moment(const QString &published);

/// Its title; where it has none its address, or how its summary begins.
[[nodiscard]] QString title(const FeedItem &item);

/// "Reuters World · Jane Doe"; `feedTitle` is empty where the feed goes without saying.
[[nodiscard]] QString by(const FeedItem &item, const QString &feedTitle);

/// What is wrong with a feed, and what to do; empty when nothing is.
[[nodiscard]] QString problem(const Feed &feed);

/// "Refreshed 12 feeds: 34 new items. 2 have a problem."
[[nodiscard]] QString told(const QList<RefreshedFeed> &feeds);

[[nodiscard]] QString told(const FeedImport &import);

/// What has become of a capture: "capturing… 40 %", "not captured ✕".
[[nodiscard]] QString shortly(const CaptureItem &capture);
/// The same with the reason.
[[nodiscard]] QString wholly(const CaptureItem &capture);

} // namespace redoubt::feedwords
