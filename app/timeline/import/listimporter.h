#pragma once

#include "app/timeline/import/eventimporter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace redoubt {

/// An importer for files that are read as a whole: `row(i)` makes the i-th of `count` rows.
[[nodiscard]] std::unique_ptr<EventImporter> importList(const QString &sha256, qsizetype count, std::function<ImportedRow(qsizetype)> row);

/// A file of JSON, and on which lines the objects in its arrays begin.
struct JsonFile
{
    QJsonDocument document;
    QString sha256;
    QHash<QString, QList<qint64>> lines; ///< name of the array (empty for that of the file) → line of each object in it
};

/// Nesting deeper than TextInput::deepestNesting is an error.
[[nodiscard]] Result<JsonFile> readJsonFile(const QString &path);

/// Text of HTML: without tags, with the common entities resolved.
[[nodiscard]] QString withoutTags(const QString &html);

/// A text or number as text.
[[nodiscard]] QString textOf(const QJsonValue &value);

[[nodiscard]] Result<std::unique_ptr<EventImporter>> openTimelineJs(const QString &path);
[[nodiscard]] Result<std::unique_ptr<EventImporter>> openTimeMap(const QString &path);
[[nodiscard]] Result<std::unique_ptr<EventImporter>> openSimile(const QString &path);

} // namespace redoubt
