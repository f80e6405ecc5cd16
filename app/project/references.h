#pragma once

#include "app/project/reader.h"

namespace redoubt {

/// Counts the rows of other tables that refer to a row, as the schema's foreign keys have it; tags are no references.
class References
{
public:
    /// To rows of `table`, without those from the tables in `except`.
    static Result<References> to(const Reader &reader, const QString &table, const QStringList &except);

    [[nodiscard]] Result<qint64> count(const Reader &reader, qint64 id) const;

private:
    QString m_sql; ///< empty when nothing can refer to it
    int m_values = 0;
};

/// Makes the rows of other tables that refer to the row `from` of a table refer to its row `to`, without those of the tables in
/// `except`. Where a rule of the data forbids it, since such a row is there already, the row stays as it is.
Result<> moveReferences(Writer &writer, const QString &table, qint64 from, qint64 to, const QStringList &except);

} // namespace redoubt
