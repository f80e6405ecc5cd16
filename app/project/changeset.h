#pragma once

#include "app/project/changes.h"
#include "app/base/result.h"

#include <QByteArray>

struct sqlite3;

/// Changesets of SQLite's session extension: what they tell, and taking them back. Inner to app/project.
namespace redoubt {

/// Whether the history records a table: all but the history itself and the full-text tables.
[[nodiscard]] bool isRecordedTable(const char *table);

/// Takes the changes of a changeset back. Rows that were changed since, outside the history (the text of a brief
/// while it is typed), are taken back all the same, and rows that came to hang on them (its automatic revisions) go with
/// them: a recording of the call holds what they were.
/// Foreign-key actions stay off until all is applied, else a cascade deletes rows before their own inverse comes.
Result<> applyInverse(sqlite3 *db, const QByteArray &changeset);

/// The tables and rows in a changeset.
[[nodiscard]] Changes changesIn(const QByteArray &changeset);

} // namespace redoubt
