#pragma once

#include "app/base/id.h"
#include "app/project/reader.h"

namespace redoubt {

/// A filter that was given a name and kept in the project.
struct SavedFilter
{
    Id<SavedFilter> id;
    QString name;  ///< unique, letter case aside
    QString query; ///< its text, see filterquery.h
    int position = 0;

    bool operator==(const SavedFilter &) const = default;
};

/// By position.
[[nodiscard]] Result<QList<SavedFilter>> savedFilters(const Reader &reader);

/// Keeps a filter behind the others, or, where one has that name already, in its place.
Result<> keepFilter(Writer &writer, const QString &name, const QString &query);

Result<> updateSavedFilter(Writer &writer, const SavedFilter &filter);
Result<> removeSavedFilter(Writer &writer, Id<SavedFilter> id);

} // namespace redoubt
