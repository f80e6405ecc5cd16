#include "app/project/opening.h"

#include "app/project/schema.h"
#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
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

} // namespace

Result<int> readStep(const QString &path)
{
    const QFileInfo info(path);
    const QString what = notOpened(path);
    if (!info.exists())
        return failure(what, Words::tr("There is no such file."),
            Words::tr("Check the name, or where it was moved to."), Error::Kind::NotAProject);
    if (info.isDir())
        return failure(what, Words::tr("It is a folder."), Words::tr("Choose a .redoubt file in it."),
            Error::Kind::NotAProject);
    QFile file(path);
    if (!info.isReadable() || !file.open(QIODevice::ReadOnly)) {
        return failure(what, Words::tr("You are not allowed to read it."),
            Words::tr("Ask its owner for permission, or for a copy."), Error::Kind::NotAllowed);
    }
    const QByteArray header = file.read(100);
    if (header.isEmpty())
        return failure(what, Words::tr("The file is empty."),
            Words::tr("Go back to a copy of it, or make a new project."), Error::Kind::NotAProject);
    if (!header.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        return failure(what, Words::tr("It is not a Redoubt project."),
            Words::tr("Choose a .redoubt file; other documents come in through a project's import."),
            Error::Kind::NotAProject);
    }
    if (header.size() < 100)
        return failure(what, Words::tr("The file is cut off after a few bytes."),
            Words::tr("Go back to a copy of it."), Error::Kind::Damaged);
    if (qFromBigEndian<qint32>(header.constData() + 68) != schema::applicationId) {
        return failure(what, Words::tr("It is a database of another program."),
            Words::tr("Choose a .redoubt file."), Error::Kind::NotAProject);
    }
    return qFromBigEndian<qint32>(header.constData() + 60);
}

Result<std::unique_ptr<QLockFile>> lock(const QString &path)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder = QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
    auto file = std::make_unique<QLockFile>(u"%1/%2.lock"_s.arg(folder, Project::sessionName(path)));
    file->setStaleLockTime(0);
    if (file->tryLock(0))
        return file;
    return failure(notOpened(path), Words::tr("It is already open in another window."),
        Words::tr("Work in that window, or open it here to read only."), Error::Kind::InUse);
}

Result<QSqlDatabase> connect(const QString &path, Project::Mode mode)
{
    static std::atomic<int> number = 0;
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"project-%1"_s.arg(++number));
    connection.setDatabaseName(path);
    connection.setConnectOptions(mode == Project::Mode::ReadOnly
                                     ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=3000"_s
                                     : u"QSQLITE_BUSY_TIMEOUT=3000"_s);
    if (!connection.open()) {
        const QString why = connection.lastError().databaseText();
        disconnect(connection, false);
        return failure(
            notOpened(path), why, Words::tr("Check that the file is there and that you may read it."));
    }
    if (auto hardened = sqlite::harden(sqlite::handle(connection)); !hardened) {
        disconnect(connection, false);
        return failure(hardened);
    }
    return connection;
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

Result<> check(const QSqlDatabase &connection, int step)
{
    sqlite3 *db = sqlite::handle(connection);
    const QString what = notOpened(connection.databaseName());
    const auto answer = sqlite::text(db, "PRAGMA quick_check(1)");
    const bool damaged = answer ? *answer != "ok"_L1 : answer.error().kind == Error::Kind::Damaged;
    if (damaged) {
        return failure(what, Words::tr("The file is damaged: %1.").arg(answer ? *answer : answer.error().why),
            Words::tr("Nothing was written to it. Go back to a copy of it."), Error::Kind::Damaged);
    }
    if (!answer)
        return failure(what, answer.error().why, answer.error().remedy, answer.error().kind);
    return schema::compare(db, step);
}

Result<> bringUpToDate(const QSqlDatabase &connection, const QString &path, int step)
{
    const int last = int(schema::steps().size());
    if (step == last)
        return {};
    const QFileInfo info(path);
    const QString copy = u"%1/%2.step%3.%4"_s.arg(
        info.absolutePath(), info.completeBaseName(), QString::number(step), info.suffix());
    if (!QFile::exists(copy) && !QFile::copy(path, copy)) {
        return failure(notOpened(path),
            Words::tr("It has an older format, and no copy could be kept at “%1”.").arg(copy),
            Words::tr("Make room there, or open the project to read only."), Error::Kind::ReadOnly);
    }
    return schema::migrate(sqlite::handle(connection), last);
}

} // namespace redoubt::opening
