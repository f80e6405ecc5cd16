#pragma once

#include "app/sources/source.h"

#include <QDateTime>

namespace redoubt {

/// What a list says of a source.
struct SourceCard
{
    Source source;
    int captures = 0;
    int excerpts = 0; ///< of all its captures
    int events = 0;
    QDateTime capturedAt; ///< of the latest capture; null when nothing was captured

    bool operator==(const SourceCard &) const = default;
};

/// All, in the order of their keys, or one.
[[nodiscard]] Result<QList<SourceCard>> sourceCards(const Reader &reader);
[[nodiscard]] Result<std::optional<SourceCard>> sourceCard(const Reader &reader, Id<Source> id);

/// Which source each row of `table` (capture, excerpt, event_source or origin) hangs on: a view that keeps this knows
/// what to refresh when such a row is gone.
[[nodiscard]] Result<QHash<qint64, Id<Source>>> sourcesOfRows(const Reader &reader, const QString &table);

/// The same of one row; none when it is not there.
[[nodiscard]] Result<Id<Source>> sourceOfRow(const Reader &reader, const QString &table, qint64 id);

} // namespace redoubt
