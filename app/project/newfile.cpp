#include "app/project/newfile.h"

#include "app/base/id.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Project)
};

std::unexpected<Error> exists()
{
    return failure({}, Words::tr("There is a file of that name already."), Words::tr("Choose another name."), Error::Kind::Exists);
}

/// The log of another file that had this name and was removed without it: SQLite would play it into the new file.
QString leftover(const QString &path)
{
    for (const QLatin1StringView end : {"-wal"_L1, "-journal"_L1}) {
        if (QFile::exists(path + end))
            return path + end;
    }
    return {};
}

std::unexpected<Error> hasLeftover(const QString &log)
{
    return failure({}, Words::tr("Unsaved changes of an older file of that name are still there, in “%1”.").arg(log),
        Words::tr("Choose another name, or remove that file if the older project is not needed."), Error::Kind::Exists);
}

/// What the system said, as the user reads it.
std::unexpected<Error> systemFailure(int code, const QString &folder)
{
    switch (code) {
    case EEXIST:
        return exists();
    case ENOENT:
    case ENOTDIR:
        return failure({}, Words::tr("There is no folder “%1”.").arg(folder), Words::tr("Choose a folder that is there."));
    case EACCES:
    case EPERM:
        return failure({}, Words::tr("You are not allowed to write in the folder “%1”.").arg(folder),
            Words::tr("Choose a folder of your own."), Error::Kind::NotAllowed);
    case EROFS:
        return failure({}, Words::tr("The folder “%1” can only be read.").arg(folder), Words::tr("Choose another folder."),
            Error::Kind::ReadOnly);
    case ENOSPC:
    case EDQUOT:
        return failure({}, Words::tr("The disk is full."), Words::tr("Free some space, then do it again."), Error::Kind::DiskFull);
    case ENAMETOOLONG:
        return failure({}, Words::tr("The name is too long."), Words::tr("Choose a shorter name."));
    default:
        return failure({}, Words::tr("The system reported: %1.").arg(QString::fromStdString(std::generic_category().message(code))));
    }
}

/// SQLite's files beside a database have its name and more.
bool isTooLong(const QString &name)
{
    return QFile::encodeName(name).size() + qsizetype(qstrlen("-journal")) > NAME_MAX;
}

/// 0, or the system's error code.
int createEmpty(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return file < 0 || ::close(file) < 0 ? errno : 0;
}

int writeThrough(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    const int code = ::fsync(file) < 0 ? errno : 0;
    ::close(file);
    return code;
}

int giveName(const QString &unfinished, const QString &path)
{
    const QByteArray from = QFile::encodeName(unfinished);
    const QByteArray to = QFile::encodeName(path);
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A file system that cannot rename without replacing: only a file that appears at this very moment would be lost.
    struct stat there = {};
    if (::lstat(to.constData(), &there) == 0)
        return EEXIST;
    return ::rename(from.constData(), to.constData()) < 0 ? errno : 0;
}

} // namespace

Result<> makeFile(const QString &path, const std::function<Result<>(const QString &unfinished)> &write)
{
    const QFileInfo info(path);
    const QString folder = info.absolutePath();
    const QString unfinished = u"%1/.redoubt-%2.unfinished"_s.arg(folder, QString::number(newIdNumber()));
    const auto checked = [&folder](int code) { return code == 0 ? Result<>() : Result<>(systemFailure(code, folder)); };

    const QString log = leftover(info.absoluteFilePath());
    auto done = info.exists() || info.isSymLink() ? Result<>(exists())
        : !log.isEmpty()                          ? Result<>(hasLeftover(log))
        : isTooLong(info.fileName())              ? checked(ENAMETOOLONG)
                                                  : checked(createEmpty(unfinished));
    if (done) {
        done = write(unfinished);
        if (done)
            done = checked(writeThrough(unfinished));
        if (done)
            done = checked(giveName(unfinished, info.absoluteFilePath()));
        if (!done) {
            QFile::remove(unfinished);
            QFile::remove(unfinished + u"-journal"_s);
        }
    }
    if (!done) {
        Error error = done.error();
        error.what = Words::tr("“%1” was not made.").arg(info.fileName());
        return std::unexpected(error);
    }
    // The file is there and complete; that its name is on the disk as well is the best that can be asked for.
    (void)writeThrough(folder);
    return {};
}

} // namespace redoubt
