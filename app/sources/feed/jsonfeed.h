#pragma once

#include "app/sources/feed/feeddocument.h"

namespace redoubt {

/// Why a document is no feed, or a broken one.
[[nodiscard]] Result<FeedDocument> noFeed(const QString &why);

/// JSON Feed 1.0 and 1.1, as readFeed().
[[nodiscard]] Result<FeedDocument> readJsonFeed(const QString &text, const QString &address);

} // namespace redoubt
