#pragma once

#include "app/base/result.h"

#include <QSqlDatabase>

struct sqlite3;

/// What Qt Sql lacks, on the sqlite3 * behind it. Inner to app/project.
namespace redoubt::sqlite {

/// The handle of an open QSQLITE connection; it belongs to the connection.
[[nodiscard]] sqlite3 *handle(const QSqlDatabase &connection);

/// The connection's last error as the user reads it. `what` defaults to a sentence on a change that was not made.
[[nodiscard]] Error error(sqlite3 *db, const QString &what = {});

/// The same for a result code by itself: the connection may have had others since.
[[nodiscard]] Error error(int code);

/// Runs SQL that gives no rows: pragmas, BEGIN, whole schema steps.
Result<> execute(sqlite3 *db, const char *sql, const QString &what = {});

/// The first column of the first row as text; empty where there is none.
[[nodiscard]] Result<QString> text(sqlite3 *db, const char *sql);

/// Writes all that the database holds to a file, which is empty or not there yet.
Result<> copyTo(sqlite3 *db, const QString &path);

/// Whether foreign keys are checked and acted upon, within a transaction too.
void checkReferences(sqlite3 *db, bool check);

/// Defensive mode, untrusted schema, checked cells, no memory map, foreign keys on; and the function search_words that the
/// full-text indexes need.
Result<> harden(sqlite3 *db);

} // namespace redoubt::sqlite
