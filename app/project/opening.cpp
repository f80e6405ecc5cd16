#include "app/project/opening.h"

#include "app/project/newfile.h"
#include "app/project/schema.h"
#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QtEndian>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace redoubt::opening {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Project)
};

QString notOpened(const QString &path)
{
    return Words::tr("“%1” was not opened.").arg(QFileInfo(path).fileName());
}

constexpr int headerSize = 100;

/// The first bytes of a file; nothing when the system does not let us read it.
std::optional<QByteArray> firstBytes(const QString &path)
{
    sqlite3 *raw = nullptr;
    const QByteArray name = QFileInfo(path).absoluteFilePath().toUtf8();
    const int opened = sqlite3_open_v2(name.constData(), &raw, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> db(raw, sqlite3_close);
    sqlite3_file *file = nullptr;
    if (opened != SQLITE_OK
        || sqlite3_file_control(raw, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file)) != SQLITE_OK)
        return {};
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return {};
    QByteArray bytes(int(qMin<sqlite3_int64>(size, headerSize)), Qt::Uninitialized);
    if (!bytes.isEmpty() && file->pMethods->xRead(file, bytes.data(), int(bytes.size()), 0) != SQLITE_OK)
        return {};
    return bytes;
}

Result<QSqlDatabase> connectWith(const QString &name, const QString &options, const QString &path)
{
    static std::atomic<int> number = 0;
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"project-%1"_s.arg(++number));
    connection.setDatabaseName(name);
    connection.setConnectOptions(options + u";QSQLITE_BUSY_TIMEOUT=3000"_s);
    if (!connection.open()) {
        const QString why = connection.lastError().databaseText();
        disconnect(std::exchange(connection, {}), false);
        return failure(notOpened(path), Words::tr("The system does not allow it (%1).").arg(why),
            Words::tr("Check that the file is there and that you may read it."), Error::Kind::NotAllowed);
    }
    if (auto hardened = sqlite::harden(sqlite::handle(connection)); !hardened) {
        disconnect(std::exchange(connection, {}), false);
        return failure(notOpened(path), hardened.error().why, hardened.error().remedy, hardened.error().kind);
    }
    return connection;
}

Error newerStep(const QString &path)
{
    return {notOpened(path), Words::tr("It was written by a later version of Redoubt."),
        Words::tr("Update Redoubt, or open it to read only."), Error::Kind::NewerStep};
}

Error damaged(const QString &path, const QString &how)
{
    return {notOpened(path), Words::tr("The file is damaged (%1).").arg(how),
        Words::tr("Nothing was written to it. Go back to a copy of it."), Error::Kind::Damaged};
}

std::unexpected<Error> passOn(const QString &path, const Error &error)
{
    return error.kind == Error::Kind::Damaged
        ? failure(notOpened(path), error.why, Words::tr("Nothing was written to it. Go back to a copy of it."), error.kind)
        : failure(notOpened(path), error.why, error.remedy, error.kind);
}

constexpr int stepsBetweenLooks = 10'000; // of SQLite's machine

/// How far the pages have been looked through. Of a large file each is read about twice: as part of its tree, and for its rows.
struct Looking
{
    sqlite3 *db;
    JobState *state;
    qint64 pages = 0;
};

/// SQLite's progress handler: breaks off when the job is to stop.
int tellProgress(void *with)
{
    const auto *looking = static_cast<const Looking *>(with);
    int read = 0;
    int highest = 0;
    sqlite3_db_status(looking->db, SQLITE_DBSTATUS_CACHE_MISS, &read, &highest, 0);
    looking->state->setProgress(looking->pages > 0 ? std::min(1.0, double(read) / (2 * double(looking->pages))) : 0);
    return looking->state->isStopped() ? 1 : 0;
}

} // namespace

Result<Header> look(const QString &path)
{
    const QFileInfo info(path);
    const QString what = notOpened(path);
    if (!info.exists())
        return failure(what, Words::tr("There is no such file."),
            Words::tr("Check the name, or where it was moved to."), Error::Kind::NotAProject);
    if (info.isDir())
        return failure(what, Words::tr("It is a folder."), Words::tr("Choose a .redoubt file in it."), Error::Kind::NotAProject);
    if (!info.isFile())
        return failure(what, Words::tr("It is a device, not a file."), Words::tr("Choose a .redoubt file."), Error::Kind::NotAProject);
    const auto header = info.isReadable() ? firstBytes(path) : std::nullopt;
    if (!header) {
        return failure(what, Words::tr("You are not allowed to read it."),
            Words::tr("Ask its owner for permission, or for a copy."), Error::Kind::NotAllowed);
    }
    if (header->isEmpty())
        return failure(what, Words::tr("The file is empty."), Words::tr("Go back to a copy of it, or make a new project."), Error::Kind::NotAProject);
    const QByteArrayView magic("SQLite format 3\0", 16);
    if (!header->startsWith(magic.first(qMin(header->size(), magic.size())))) {
        return failure(what, Words::tr("It is not a Redoubt project."),
            Words::tr("Choose a .redoubt file; other documents come in through a project's import."), Error::Kind::NotAProject);
    }
    if (header->size() < headerSize)
        return failure(what, Words::tr("The file is cut off after a few bytes."), Words::tr("Go back to a copy of it."), Error::Kind::Damaged);
    if (qFromBigEndian<qint32>(header->constData() + 68) != schema::applicationId) {
        return failure(what, Words::tr("It is a database of another program."), Words::tr("Choose a .redoubt file."),
            Error::Kind::NotAProject);
    }
    return Header{qFromBigEndian<qint32>(header->constData() + 60), header->at(18) == 2};
}

Result<> checkWritable(const QString &path)
{
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    const QString what = Words::tr("“%1” was not opened for writing.").arg(QFileInfo(path).fileName());
    const QString remedy = Words::tr("Open it to read only, or save a copy in a folder of your own.");
    if (!file.isWritable())
        return failure(what, Words::tr("The file can only be read."), remedy, Error::Kind::ReadOnly);
    if (!QFileInfo(file.absolutePath()).isWritable())
        return failure(what, Words::tr("Its folder “%1” can only be read.").arg(file.absolutePath()), remedy, Error::Kind::ReadOnly);
    return {};
}

Result<std::unique_ptr<QLockFile>> lock(const QString &path)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder = !runtime.isEmpty() && QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
    auto file = std::make_unique<QLockFile>(u"%1/%2.lock"_s.arg(folder, Project::sessionName(path)));
    file->setStaleLockTime(0);
    if (file->tryLock(0))
        return file;
    if (file->error() != QLockFile::LockFailedError) {
        return failure(notOpened(path), Words::tr("No note could be left in “%1” that it is open.").arg(folder),
            Words::tr("Make room there, or open the project to read only."), Error::Kind::ReadOnly);
    }
    return failure(notOpened(path), Words::tr("It is already open in another window."),
        Words::tr("Work in that window, or open it here to read only."), Error::Kind::InUse);
}

Result<QSqlDatabase> connect(const QString &path, Project::Mode mode)
{
    return connectWith(QFileInfo(path).absoluteFilePath(),
        mode == Project::Mode::ReadOnly ? u"QSQLITE_OPEN_READONLY"_s : QString(), path);
}

Result<QSqlDatabase> connectToRead(const QString &path, const Header &header)
{
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    if (!header.isWal || QFileInfo(file.absolutePath()).isWritable() || QFile::exists(file.filePath() + u"-wal"_s))
        return connect(path, Project::Mode::ReadOnly);
    const QByteArray address = "file:" + QUrl::toPercentEncoding(file.filePath(), "/") + "?immutable=1";
    return connectWith(QString::fromLatin1(address), u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s, path);
}

void disconnect(QSqlDatabase connection, bool checkpoint)
{
    const QString name = connection.connectionName();
    if (sqlite3 *db = connection.isOpen() ? sqlite::handle(connection) : nullptr) {
        if (checkpoint)
            sqlite3_exec(db, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
        else
            sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
    connection.close();
    connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<int> check(const QSqlDatabase &connection, const QString &path, Project::Mode mode)
{
    sqlite3 *db = sqlite::handle(connection);
    const auto version = sqlite::text(db, "PRAGMA user_version");
    if (!version)
        return passOn(path, version.error());
    const int step = version->toInt();
    const int last = schema::lastStep();
    if (step < 1)
        return std::unexpected(damaged(path, Words::tr("it has no format number")));
    if (step > last && mode == Project::Mode::ReadWrite)
        return std::unexpected(newerStep(path));
    if (step <= last) {
        if (auto same = schema::compare(db, step); !same)
            return passOn(path, same.error());
    }
    return step;
}

Result<> checkPages(const QSqlDatabase &connection, const QString &path, JobState *state)
{
    Looking looking{sqlite::handle(connection), state};
    if (state) {
        looking.pages = sqlite::text(looking.db, "PRAGMA page_count").value_or(QString()).toLongLong();
        sqlite3_progress_handler(looking.db, stepsBetweenLooks, tellProgress, &looking);
    }
    const auto answer = sqlite::text(looking.db, "PRAGMA quick_check(1)");
    sqlite3_progress_handler(looking.db, 0, nullptr, nullptr);
    if (!answer)
        return passOn(path, answer.error());
    if (*answer != "ok"_L1)
        return std::unexpected(damaged(path, answer->section(u'\n', -1)));
    return {};
}

Result<> checkAside(const QString &path, JobState &state)
{
    const auto header = look(path);
    if (!header)
        return failure(header);
    auto connection = connectToRead(path, *header);
    if (!connection)
        return failure(connection);
    const auto step = check(*connection, path, Project::Mode::ReadOnly);
    const auto whole = step ? checkPages(*connection, path, &state) : failure(step);
    disconnect(std::exchange(*connection, {}), false);
    return whole;
}

Result<> bringUpToDate(const QSqlDatabase &connection, const QString &path, int step)
{
    sqlite3 *db = sqlite::handle(connection);
    const QFileInfo info(QFileInfo(path).canonicalFilePath());
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    const auto name = [&](int number) {
        const QString again = number == 1 ? QString() : u'-' + QString::number(number);
        return u"%1/%2.step%3%4%5"_s.arg(
            info.absolutePath(), info.completeBaseName(), QString::number(step), again, suffix);
    };
    int number = 1;
    while (QFileInfo::exists(name(number)))
        ++number;
    const QString copy = name(number);
    auto kept = makeFile(copy, [db](const QString &unfinished) { return sqlite::copyTo(db, unfinished); });
    if (!kept) {
        return failure(notOpened(path),
            Words::tr("It has an older format, and no copy of it could be kept as “%1”: %2").arg(copy, kept.error().why),
            Words::tr("Make room there, or open the project to read only."), kept.error().kind);
    }
    auto migrated = schema::migrate(db, schema::lastStep());
    if (migrated)
        return migrated;
    QFile::remove(copy);
    return failure(notOpened(path),
        Words::tr("It has an older format and could not be brought to that of today: %1").arg(migrated.error().why),
        migrated.error().remedy, migrated.error().kind);
}

Result<QSqlDatabase> upToDateCopy(QSqlDatabase old, const QString &path)
{
    auto copy = connectWith(QString(), QString(), path);
    Result<> done;
    if (copy) {
        sqlite3 *to = sqlite::handle(*copy);
        sqlite3_backup *backup = sqlite3_backup_init(to, "main", sqlite::handle(old), "main");
        sqlite3_backup_step(backup, -1);
        done = sqlite3_backup_finish(backup) == SQLITE_OK ? schema::migrate(to, schema::lastStep())
                                                          : Result<>(std::unexpected(sqlite::error(to)));
        if (done)
            done = sqlite::execute(to, "PRAGMA query_only = ON");
    }
    disconnect(std::exchange(old, {}), false);
    if (!copy || done)
        return copy;
    disconnect(std::exchange(*copy, {}), false);
    return failure(notOpened(path), done.error().why, done.error().remedy, done.error().kind);
}

} // namespace redoubt::opening
