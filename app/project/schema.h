#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>

struct sqlite3;

/// The shape of a project file: numbered steps under resources/schema, of which a file has taken the first
/// `user_version` ones. Inner to app/project.
namespace redoubt::schema {

/// "RDBT", at offset 68 of every project file.
inline constexpr qint32 applicationId = 0x52444254;

/// The steps in order; the first is step 1.
[[nodiscard]] const QList<QByteArray> &steps();
/// How many there are; known without reading them.
[[nodiscard]] int lastStep();

/// Brings a file from the step it has to `target`, in one transaction.
Result<> migrate(sqlite3 *db, int target);

/// Fails unless the file holds exactly the tables, indexes and triggers that the steps up to `step` make:
/// a trigger or a view from elsewhere could change what we write.
Result<> compare(sqlite3 *db, int step);

} // namespace redoubt::schema
