#include "app/timeline/import/dataset.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

const QStringList columns{u"name"_s, u"format"_s, u"mapping"_s, u"columns"_s, u"file"_s, u"sha256"_s, u"imported_at"_s};
const QString selectDataSets = u"SELECT id, name, format, mapping, columns, file, sha256, imported_at FROM data_set "_s;

QString jsonText(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QVariantList values(const DataSet &set)
{
    return {set.name, QString(importFormatNames.name(set.format)), jsonText(QJsonDocument(set.mapping.json())),
        jsonText(QJsonDocument(QJsonArray::fromStringList(set.columns))), set.file, set.sha256, set.importedAt.toUTC().toString(Qt::ISODateWithMs)};
}

DataSet readDataSet(const QSqlQuery &row)
{
    DataSet set;
    set.id = {row.value(0).toLongLong()};
    set.name = row.value(1).toString();
    set.format = importFormatNames.value(row.value(2).toString()).value_or(ImportFormat::Csv);
    set.mapping = ColumnMapping::fromJson(QJsonDocument::fromJson(row.value(3).toByteArray()).object()).value_or(ColumnMapping());
    for (const QJsonValue name : QJsonDocument::fromJson(row.value(4).toByteArray()).array())
        set.columns.append(name.toString());
    set.file = row.value(5).toString();
    set.sha256 = row.value(6).toString();
    set.importedAt = QDateTime::fromString(row.value(7).toString(), Qt::ISODateWithMs);
    return set;
}

} // namespace

Result<QList<DataSet>> dataSets(const Reader &reader)
{
    static const QString sql = selectDataSets + u"ORDER BY id"_s;
    return reader.all(sql, {}, readDataSet);
}

Result<std::optional<DataSet>> dataSet(const Reader &reader, Id<DataSet> id)
{
    static const QString sql = selectDataSets + u"WHERE id = ?"_s;
    return reader.first(sql, {id.number}, readDataSet);
}

Result<std::optional<DataRow>> dataRowOf(const Reader &reader, Id<Event> event)
{
    return reader.first(u"SELECT id, data_set_id, external_id, event_id, raw FROM data_row WHERE event_id = ? ORDER BY id LIMIT 1"_s, {event.number},
        [](const QSqlQuery &row) {
            return DataRow{row.value(0).toLongLong(), {row.value(1).toLongLong()}, row.value(2).toString(), {row.value(3).toLongLong()}, row.value(4).toString()};
        });
}

Result<std::optional<ColumnMapping>> mappingFor(const Reader &reader, const QStringList &header)
{
    const auto all = dataSets(reader);
    if (!all)
        return failure(all);
    std::optional<ColumnMapping> found;
    QDateTime latest;
    for (const DataSet &set : *all) {
        if (set.format != ImportFormat::Csv || set.columns != header || set.mapping.columns.isEmpty() || (found && set.importedAt < latest))
            continue;
        found = ColumnMapping{set.mapping.columns, ImportDates::Order::Unknown};
        latest = set.importedAt;
    }
    return found;
}

Result<> addDataSet(Writer &writer, DataSet &dataSet)
{
    if (!dataSet.id.isValid())
        dataSet.id = Id<DataSet>::make();
    return writer.insert(u"data_set"_s, QStringList{u"id"_s} + columns, QVariantList{dataSet.id.number} + values(dataSet));
}

Result<> updateDataSet(Writer &writer, const DataSet &dataSet)
{
    return writer.update(u"data_set"_s, dataSet.id.number, columns, values(dataSet));
}

Result<std::optional<DataSet>> earlierVersion(
    const Reader &reader, ImportFormat format, const QString &name, const QStringList &externalIds)
{
    const auto all = dataSets(reader);
    if (!all)
        return failure(all);
    std::optional<DataSet> found;
    qint64 most = 0;
    for (const DataSet &set : *all) {
        if (set.format != format)
            continue;
        const auto known = reader.number(u"SELECT count(*) FROM data_row WHERE data_set_id = ? AND external_id IN (SELECT value FROM json_each(?))"_s,
            {set.id.number, jsonText(QJsonDocument(QJsonArray::fromStringList(externalIds)))});
        if (!known)
            return failure(known);
        if (*known > most && *known * 2 >= externalIds.size()) {
            most = *known;
            found = set;
        }
    }
    for (const DataSet &set : *all) {
        if (!found && set.format == format && set.name.compare(name, Qt::CaseInsensitive) == 0)
            found = set;
    }
    return found;
}

} // namespace redoubt
