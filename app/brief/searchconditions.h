#pragma once

#include "app/brief/searchquery.h"
#include "app/project/reader.h"

#include <QSet>

namespace redoubt {

/// The rows of one kind that fulfil the conditions of a search. Inner to app/brief.
class SearchConditions
{
public:
    [[nodiscard]] static Result<SearchConditions> read(const Reader &reader, const SearchQuery &query, SearchKind kind);

    /// No row can.
    [[nodiscard]] bool excludeAll() const { return m_excludeAll; }
    [[nodiscard]] bool pass(qint64 row) const;

private:
    /// Of each group one set must have the row, or, where it is excluded, none may.
    struct Group
    {
        QSet<qint64> rows;
        bool isExcluded = false;
    };

    QList<Group> m_groups;
    bool m_excludeAll = false;
};

} // namespace redoubt
