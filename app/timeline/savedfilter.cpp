#include "app/timeline/savedfilter.h"

using namespace Qt::StringLiterals;

namespace redoubt {

Result<QList<SavedFilter>> savedFilters(const Reader &reader)
{
    return reader.all(u"SELECT id, name, query, position FROM saved_filter ORDER BY position, id"_s, {},
        [](const QSqlQuery &row) {
            return SavedFilter{{row.value(0).toLongLong()}, row.value(1).toString(), row.value(2).toString(),
                row.value(3).toInt()};
        });
}

Result<> keepFilter(Writer &writer, const QString &name, const QString &query)
{
    const auto known = writer.number(u"SELECT id FROM saved_filter WHERE name = ?"_s, {name});
    if (!known)
        return failure(known);
    if (*known != 0)
        return writer.update(u"saved_filter"_s, *known, {u"query"_s}, {query});
    const auto position = writer.number(u"SELECT coalesce(max(position) + 1, 0) FROM saved_filter"_s);
    if (!position)
        return failure(position);
    return writer.insert(u"saved_filter"_s, {u"id"_s, u"name"_s, u"query"_s, u"position"_s},
        {newIdNumber(), name, query, *position});
}

Result<> updateSavedFilter(Writer &writer, const SavedFilter &filter)
{
    return writer.update(u"saved_filter"_s, filter.id.number, {u"name"_s, u"query"_s, u"position"_s},
        {filter.name, filter.query, filter.position});
}

Result<> removeSavedFilter(Writer &writer, Id<SavedFilter> id)
{
    return writer.remove(u"saved_filter"_s, id.number);
}

} // namespace redoubt
