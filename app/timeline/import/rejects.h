#pragma once

#include "app/base/result.h"

#include <QSaveFile>

namespace redoubt {

struct ImportedRow;

/// The rows that an import skipped, as a table to mend and import again: line and reason first, then the row as it stood. The
/// file is there once commit() has succeeded, and never in part.
class Rejects
{
public:
    /// `separator` is that of the rows; 0 when they are no rows of a table, which then take one column.
    Rejects(const QString &path, const QStringList &columns, char separator);

    Result<> open();
    Result<> add(const ImportedRow &row, const QString &why);
    Result<> commit();

private:
    Result<> write(const QStringList &fields, const QString &tail);
    [[nodiscard]] Error failed() const;

    QSaveFile m_file;
    QStringList m_columns;
    QChar m_separator;
    bool m_isTable;
};

} // namespace redoubt
