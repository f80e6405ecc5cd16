#pragma once

#include "app/sources/source.h"

#include <QSet>

namespace redoubt {

/// The sources in which every word of `text` is found: at the beginning of a word in the fields of the source, in its key, its
/// captured text or its excerpts. "Words in quotation marks" are found as they stand. Letter case and accents do not count.
/// Nothing where `text` has no letter or digit.
[[nodiscard]] Result<std::optional<QSet<Id<Source>>>> sourcesMatching(const Reader &reader, const QString &text);

} // namespace redoubt
