#include "app/project/project.h"

#include "app/project/opening.h"
#include "app/project/recording.h"
#include "app/project/schema.h"
#include "app/project/sqlite.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

Result<> fill(const QString &path, const QString &title)
{
    auto connection = opening::connect(path, Project::Mode::ReadWrite);
    if (!connection)
        return failure(connection);
    const auto close = qScopeGuard([&] { opening::disconnect(std::exchange(*connection, {}), true); });
    if (auto made = schema::migrate(sqlite::handle(*connection), int(schema::steps().size())); !made)
        return made;
    Writer writer(*connection);
    return writer.run(u"INSERT INTO project (id, title, created_at) VALUES (1, ?, ?)"_s, {title, now()});
}

/// A name beside the final one, so that the last step is a rename within one folder.
QString unfinishedName(const QString &path)
{
    QTemporaryFile file(path + u".XXXXXX"_s);
    return file.open() ? file.fileName() : QString();
}

Error notMade(const QString &path, const QString &why, const QString &remedy, Error::Kind kind)
{
    return {Project::tr("“%1” was not made.").arg(QFileInfo(path).fileName()), why, remedy, kind};
}

/// Lets `write` make a file under a name of its own, and gives it the final name only when that went well.
Result<> makeFile(const QString &path, const std::function<Result<>(const QString &)> &write)
{
    if (QFileInfo::exists(path)) {
        return std::unexpected(notMade(path, Project::tr("There is a file of that name already."),
            Project::tr("Choose another name."), Error::Kind::Exists));
    }
    const QString unfinished = unfinishedName(path);
    if (unfinished.isEmpty()) {
        return std::unexpected(notMade(path,
            Project::tr("The folder “%1” is not there, is full or cannot be written.").arg(QFileInfo(path).path()),
            Project::tr("Choose another folder."), Error::Kind::ReadOnly));
    }
    auto done = write(unfinished);
    if (done && QFile::rename(unfinished, path))
        return {};
    QFile::remove(unfinished);
    QFile::remove(unfinished + u"-journal"_s);
    if (!done)
        return std::unexpected(notMade(path, done.error().why, done.error().remedy, done.error().kind));
    return std::unexpected(notMade(
        path, Project::tr("The finished file could not be given its name."), {}, Error::Kind::General));
}

/// Asks each full-text index whether it fits its table: a statement that writes nothing but needs a connection that may.
Result<QStringList> indexProblems(const QString &path)
{
    QStringList found;
    auto connection = opening::connect(path, Project::Mode::ReadWrite);
    if (!connection)
        return failure(connection);
    const auto close = qScopeGuard([&] { opening::disconnect(std::exchange(*connection, {}), false); });
    sqlite3 *db = sqlite::handle(*connection);
    if (!QFileInfo(path).isWritable() || !sqlite::execute(db, "BEGIN IMMEDIATE"))
        return found;
    for (const char *table : {"event", "source", "capture", "excerpt", "brief"}) {
        const QByteArray sql = QByteArray("INSERT INTO %_search (%_search, rank) VALUES ('integrity-check', 1)").replace('%', table);
        if (!sqlite::execute(db, sql.constData()))
            found.append(Project::tr("The full-text index of %1 does not fit its table.").arg(QLatin1StringView(table)));
    }
    (void)sqlite::execute(db, "ROLLBACK");
    return found;
}

} // namespace

Result<> Project::create(const QString &path, const QString &title)
{
    return makeFile(path, [&](const QString &unfinished) { return fill(unfinished, title); });
}

Result<std::unique_ptr<Project>> Project::open(const QString &path, Mode mode)
{
    const auto step = opening::readStep(path);
    if (!step)
        return failure(step);
    const QString name = QFileInfo(path).fileName();
    const bool newer = *step > int(schema::steps().size());
    if (mode == Mode::ReadWrite && newer) {
        return failure(tr("“%1” was not opened.").arg(name), tr("It was written by a later version of Redoubt."),
            tr("Update Redoubt, or open it to read only."), Error::Kind::NewerStep);
    }
    std::unique_ptr<QLockFile> lock;
    if (mode == Mode::ReadWrite) {
        if (!QFileInfo(path).isWritable() || !QFileInfo(QFileInfo(path).absolutePath()).isWritable()) {
            return failure(tr("“%1” was not opened for writing.").arg(name),
                tr("The file, or its folder, can only be read."),
                tr("Open it to read only, or save a copy in a folder of your own."), Error::Kind::ReadOnly);
        }
        auto taken = opening::lock(path);
        if (!taken)
            return failure(taken);
        lock = std::move(*taken);
    }
    auto connection = opening::connect(path, mode);
    if (!connection)
        return failure(connection);
    auto ready = newer ? Result<>() : opening::check(*connection, *step);
    if (ready && mode == Mode::ReadWrite) {
        ready = opening::bringUpToDate(*connection, path, *step);
        if (ready) {
            ready = sqlite::execute(
                sqlite::handle(*connection), "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        }
    }
    if (!ready) {
        opening::disconnect(std::exchange(*connection, {}), false);
        return failure(ready);
    }
    return std::unique_ptr<Project>(
        new Project(QFileInfo(path).absoluteFilePath(), mode, *connection, std::move(lock)));
}

QString Project::sessionName(const QString &path)
{
    const QString owner = qEnvironmentVariable("USER", u"user"_s);
    const QByteArray file = QFileInfo(path).canonicalFilePath().toUtf8();
    return u"redoubt-%1-%2"_s.arg(
        owner, QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha1).toHex()));
}

Project::Project(const QString &path, Mode mode, const QSqlDatabase &connection, std::unique_ptr<QLockFile> lock)
    : m_path(path)
    , m_mode(mode)
    , m_connectionName(connection.connectionName())
    , m_writer(std::make_unique<Writer>(connection))
    , m_lock(std::move(lock))
{
}

Project::~Project()
{
    m_writer.reset();
    opening::disconnect(QSqlDatabase::database(m_connectionName, false), m_mode == Mode::ReadWrite);
}

int Project::step() const
{
    return int(reader().number(u"PRAGMA user_version"_s).value_or(0));
}

Result<> Project::transact(const std::function<Result<>(Writer &)> &work,
    const std::function<Result<>(const QByteArray &changeset)> &record)
{
    if (isReadOnly()) {
        return failure(tr("Nothing was changed."), tr("The project is open to read only."),
            tr("Save a copy and work in that."), Error::Kind::ReadOnly);
    }
    Q_ASSERT_X(!m_inTransaction, "Project", "edit() within an edit");
    m_inTransaction = true;
    const auto leave = qScopeGuard([this] { m_inTransaction = false; });

    sqlite3 *db = sqlite::handle(QSqlDatabase::database(m_connectionName, false));
    if (auto begun = sqlite::execute(db, "BEGIN IMMEDIATE"); !begun)
        return begun;
    auto rollBack = qScopeGuard([db] { (void)sqlite::execute(db, "ROLLBACK"); });

    Result<QByteArray> changeset;
    {
        const Recording recording(db);
        if (auto done = work(*m_writer); !done)
            return done;
        changeset = recording.changeset();
    }
    if (!changeset)
        return failure(changeset);
    if (changeset->isEmpty())
        return {};
    if (auto recorded = record(*changeset); !recorded)
        return recorded;
    if (auto committed = sqlite::execute(db, "COMMIT"); !committed)
        return committed;
    rollBack.dismiss();
    m_inTransaction = false;
    Q_EMIT changed(changesIn(*changeset));
    return {};
}

Result<> Project::edit(const QString &what, const std::function<Result<>(Writer &)> &work)
{
    return transact(work, [&](const QByteArray &changeset) -> Result<> {
        if (auto cut = m_writer->run(u"DELETE FROM history WHERE undone = 1"_s); !cut)
            return cut;
        return m_writer->run(
            u"INSERT INTO history (at, what, changeset) VALUES (?, ?, ?)"_s, {now(), what, changeset});
    });
}

Result<> Project::keep(const std::function<Result<>(Writer &)> &work)
{
    return transact(work, [](const QByteArray &) { return Result<>(); });
}

Result<> Project::takeBack(const QString &sql, bool undone)
{
    struct Entry
    {
        qint64 seq;
        QByteArray changeset;
    };
    const auto entry = reader().first(
        sql, {}, [](const QSqlQuery &row) { return Entry{row.value(0).toLongLong(), row.value(1).toByteArray()}; });
    if (!entry)
        return failure(entry);
    if (!*entry) {
        return failure(undone ? tr("There is nothing to undo.") : tr("There is nothing to redo."), {}, {},
            Error::Kind::Refused);
    }
    sqlite3 *db = sqlite::handle(QSqlDatabase::database(m_connectionName, false));
    return transact([&](Writer &) { return applyInverse(db, (*entry)->changeset); },
        [&](const QByteArray &changeset) {
            return m_writer->run(u"UPDATE history SET at = ?, undone = ?, changeset = ? WHERE seq = ?"_s,
                {now(), undone, changeset, (*entry)->seq});
        });
}

Result<> Project::undo()
{
    return takeBack(u"SELECT seq, changeset FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1"_s, true);
}

Result<> Project::redo()
{
    return takeBack(u"SELECT seq, changeset FROM history WHERE undone = 1 ORDER BY seq LIMIT 1"_s, false);
}

QString Project::undoText() const
{
    const auto what = reader().first(u"SELECT what FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1"_s, {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    return what ? what->value_or(QString()) : QString();
}

QString Project::redoText() const
{
    const auto what = reader().first(u"SELECT what FROM history WHERE undone = 1 ORDER BY seq LIMIT 1"_s, {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    return what ? what->value_or(QString()) : QString();
}

Result<QList<Action>> Project::history() const
{
    return reader().all(u"SELECT seq, at, what, undone FROM history ORDER BY seq"_s, {}, [](const QSqlQuery &row) {
        return Action{row.value(0).toLongLong(), QDateTime::fromString(row.value(1).toString(), Qt::ISODateWithMs),
            row.value(2).toString(), row.value(3).toBool()};
    });
}

Result<> Project::saveCopy(const QString &path) const
{
    return makeFile(path, [&](const QString &unfinished) -> Result<> {
        QString quoted = unfinished;
        quoted.replace(u'\'', u"''"_s);
        return sqlite::execute(sqlite::handle(QSqlDatabase::database(m_connectionName, false)),
            u"VACUUM INTO '%1'"_s.arg(quoted).toUtf8().constData());
    });
}

Result<QStringList> Project::problems() const
{
    QStringList found;
    const auto add = [&](const QSqlQuery &row) {
        if (row.value(0).toString() != "ok"_L1)
            found.append(row.value(0).toString());
    };
    if (auto pages = reader().each(u"PRAGMA integrity_check"_s, {}, add); !pages)
        return failure(pages);
    const auto addReference = [&](const QSqlQuery &row) {
        found.append(tr("A row of %1 refers to a row of %2 that is not there.")
                .arg(row.value(0).toString(), row.value(2).toString()));
    };
    if (auto references = reader().each(u"PRAGMA foreign_key_check"_s, {}, addReference); !references)
        return failure(references);
    const auto index = indexProblems(m_path);
    if (!index)
        return failure(index);
    return found + *index;
}

} // namespace redoubt
