#pragma once

#include "app/sources/source.h"

#include <QSet>

#include <functional>

namespace redoubt {

/// The sources in which every word of `text` is found: at the beginning of a word in the fields of the source, in its key, its
/// captured text or its excerpts. "Words in quotation marks" are found as they stand. Letter case and accents do not count.
/// Nothing where `text` has no letter or digit.
[[nodiscard]] Result<std::optional<QSet<Id<Source>>>> sourcesMatching(const Reader &reader, const QString &text);

// The ids of sources that fulfil one condition.

/// An empty reliability or a credibility of 0 stands for any.
[[nodiscard]] Result<QSet<qint64>> sourcesGraded(const Reader &reader, const QString &reliability, int credibility);
[[nodiscard]] Result<QSet<qint64>> sourcesOfType(const Reader &reader, SourceType type);
/// `language` in lower case: "en" is "en-GB" too.
[[nodiscard]] Result<QSet<qint64>> sourcesInLanguage(const Reader &reader, const QString &language);
[[nodiscard]] Result<QSet<qint64>> sourcesRetracted(const Reader &reader, bool isRetracted);

/// Calls visit(id, published) for each source with a date: EDTF as written.
Result<> eachPublished(const Reader &reader, const std::function<void(qint64, const QString &)> &visit);

} // namespace redoubt
