#pragma once

#include "app/base/id.h"
#include "app/timeline/import/eventimporter.h"

#include <QDateTime>

namespace redoubt {

/// What events were imported from.
struct DataSet
{
    Id<DataSet> id;
    QString name;
    ImportFormat format = ImportFormat::Csv;
    ColumnMapping mapping;
    QStringList columns; ///< of its rows, where they are those of a table
    QString file;        ///< the name of the file that was imported last
    QString sha256;
    QDateTime importedAt; ///< UTC

    bool operator==(const DataSet &) const = default;
};

/// A row of a data set as it stands in the file, and the event that it became; none when the user has removed that.
struct DataRow
{
    qint64 id = 0;
    Id<DataSet> dataSet;
    QString externalId;
    Id<Event> event;
    QString raw;

    bool operator==(const DataRow &) const = default;
};

/// In the order in which they were first imported.
[[nodiscard]] Result<QList<DataSet>> dataSets(const Reader &reader);
[[nodiscard]] Result<std::optional<DataSet>> dataSet(const Reader &reader, Id<DataSet> id);

/// The row that an event came from; nothing for events of the user's own.
[[nodiscard]] Result<std::optional<DataRow>> dataRowOf(const Reader &reader, Id<Event> event);

/// Which columns were last taken from a table with these columns; nothing when there was none. Its order of dates is unknown:
/// the same columns may hold dates of another country.
[[nodiscard]] Result<std::optional<ColumnMapping>> mappingFor(const Reader &reader, const QStringList &columns);

Result<> addDataSet(Writer &writer, DataSet &dataSet);
Result<> updateDataSet(Writer &writer, const DataSet &dataSet);

/// The data set of this format that holds at least half of these rows; else the one of this name; else nothing.
[[nodiscard]] Result<std::optional<DataSet>> earlierVersion(
    const Reader &reader, ImportFormat format, const QString &name, const QStringList &externalIds);

} // namespace redoubt
