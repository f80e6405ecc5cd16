#pragma once

#include "app/sources/source.h"

#include <QSet>

#include <functional>

namespace redoubt {

/// At most `most` sources whose keys have this in them, letter case aside; in the order of their keys.
[[nodiscard]] Result<QList<Source>> sourcesWithKey(const Reader &reader, const QString &part, int most);

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
