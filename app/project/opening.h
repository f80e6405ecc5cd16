#pragma once

#include "app/project/project.h"

/// The checks between a path and an open project. Inner to app/project.
namespace redoubt::opening {

/// The first look at a file, without SQLite: a file, readable, a project, of which step.
Result<int> readStep(const QString &path);

/// The lock that only one window has; held by the file's canonical path in the session's runtime folder, so that it works
/// for a file in a folder that cannot be written.
Result<std::unique_ptr<QLockFile>> lock(const QString &path);

/// A hardened connection with a name of its own.
Result<QSqlDatabase> connect(const QString &path, Project::Mode mode);

/// Closes and forgets a connection. With `checkpoint` off, nothing is written to the file by it.
void disconnect(QSqlDatabase connection, bool checkpoint);

/// Pages and schema are what they should be.
Result<> check(const QSqlDatabase &connection, int step);

/// Keeps a copy beside the file, then migrates. Nothing when the file has the last step.
Result<> bringUpToDate(const QSqlDatabase &connection, const QString &path, int step);

} // namespace redoubt::opening
