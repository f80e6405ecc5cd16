#pragma once

#include "app/project/project.h"

/// The checks between a path and an open project. Inner to app/project.
namespace redoubt::opening {

/// What the first page of a file says, read before SQLite makes anything of it.
struct Header
{
    int step = 0;
    bool isWal = false; ///< it was not closed cleanly, is open, or is a copy of such a file
};

/// The first look: a file, readable, a project. Reads through SQLite's own file layer: to open and close a file of an open
/// database by other means would drop the locks that this process holds on it (SQLite, "How to corrupt", 2.2).
Result<Header> look(const QString &path);

/// Fails unless the file and its folder can be written.
Result<> checkWritable(const QString &path);

/// The lock that only one window has; held by the file's canonical path in the session's runtime folder, so that it works
/// for a file in a folder that cannot be written.
Result<std::unique_ptr<QLockFile>> lock(const QString &path);

/// A hardened connection with a name of its own.
Result<QSqlDatabase> connect(const QString &path, Project::Mode mode);

/// The same for reading only. A file that is in WAL mode but has no log, in a folder where SQLite cannot make one, is read
/// as one that nobody changes meanwhile.
Result<QSqlDatabase> connectToRead(const QString &path, const Header &header);

/// Closes and forgets a connection. With `checkpoint` off, nothing is written to the file by it.
void disconnect(QSqlDatabase connection, bool checkpoint);

/// The schema is what it should be. Returns the step, which only SQLite knows for sure: the header of a file that
/// was not closed cleanly may be out of date. A newer step than ours passes for reading only.
Result<int> check(const QSqlDatabase &connection, const QString &path, Project::Mode mode);

/// The pages are what they should be; after check() only, as nothing of the schema is to be run before it is known to be ours. Takes
/// about 4 ms for each megabyte.
Result<> checkPages(const QSqlDatabase &connection, const QString &path, JobState *state = nullptr);

/// All of these checks, on a connection of its own.
Result<> checkAside(const QString &path, JobState &state);

/// Brings a file of an older step to the last one; before that, keeps a copy beside it.
Result<> bringUpToDate(const QSqlDatabase &connection, const QString &path, int step);

/// The same for reading only: a temporary copy that goes with the connection. `old` is closed.
Result<QSqlDatabase> upToDateCopy(QSqlDatabase old, const QString &path);

} // namespace redoubt::opening
