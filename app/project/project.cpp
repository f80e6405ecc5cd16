#include "app/project/project.h"

#include "app/project/changeset.h"
#include "app/project/largeedit.h"
#include "app/project/newfile.h"
#include "app/project/opening.h"
#include "app/project/recorder.h"
#include "app/project/schema.h"
#include "app/project/sqlite.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QScopeGuard>

#include <sqlite3.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// What was undone always stands after what is done, so neither end of the history needs to be searched for.
const QString lastDone = u"coalesce((SELECT seq FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1), 0)"_s;

/// The history of an action that only adds, and more than this many bytes, tells which rows, not what is in them.
constexpr qsizetype longChangeset = 64 * 1024;

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

Result<> fill(const QString &path, const QString &title, const std::function<Result<>(Writer &)> &content)
{
    auto connection = opening::connect(path, Project::Mode::ReadWrite);
    if (!connection)
        return failure(connection);
    const auto close = qScopeGuard([&] { opening::disconnect(std::exchange(*connection, {}), true); });
    sqlite3 *db = sqlite::handle(*connection);
    auto done = schema::migrate(db, schema::lastStep());
    if (done)
        done = sqlite::execute(db, "BEGIN IMMEDIATE");
    if (!done)
        return done;
    Writer writer(*connection);
    done = writer.run(u"INSERT INTO project (id, title, created_at) VALUES (1, ?, ?)"_s, {title, now()});
    if (done && content)
        done = content(writer);
    return done ? sqlite::execute(db, "COMMIT") : done;
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
    if (!sqlite::execute(db, "BEGIN IMMEDIATE"))
        return found;
    for (const char *table : {"event", "source", "capture", "excerpt", "brief"}) {
        const QByteArray sql = QByteArray("INSERT INTO %_search (%_search, rank) VALUES ('integrity-check', 1)").replace('%', table);
        const auto fits = sqlite::execute(db, sql.constData());
        if (!fits && fits.error().kind == Error::Kind::Damaged)
            found.append(Project::tr("The full-text index of %1 does not fit its table.").arg(QLatin1StringView(table)));
    }
    (void)sqlite::execute(db, "ROLLBACK");
    return found;
}

Result<> takeBackPart(LargeEdit &large, qint64 id)
{
    const auto part = large.writer().first(u"SELECT kind, changes FROM history_part WHERE id = ?"_s, {id},
        [](const QSqlQuery &row) { return std::pair(row.value(0).toString(), row.value(1).toByteArray()); });
    if (!part || !*part)
        return part ? Result<>() : failure(part);
    const auto taken = large.takeBack((*part)->first, (*part)->second);
    return taken ? large.writer().run(u"DELETE FROM history_part WHERE id = ?"_s, {id}) : taken;
}

/// Reading opens the log and takes the lock that keeps other programs from ending it: both stay until the file is closed.
constexpr const char *useLog = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; SELECT count(*) FROM project;";

/// Checks the file and brings it to today's format. What is to be used from then on is left in `connection`.
Result<> makeReady(QSqlDatabase &connection, const QString &path, Project::Mode mode, Project::Pages pages)
{
    const auto step = opening::check(connection, path, mode);
    if (!step)
        return failure(step);
    if (pages == Project::Pages::ToBeChecked) {
        if (auto whole = opening::checkPages(connection, path); !whole)
            return whole;
    }
    const bool isOld = *step < schema::lastStep();
    if (mode == Project::Mode::ReadOnly) {
        if (!isOld)
            return {};
        auto copy = opening::upToDateCopy(std::exchange(connection, {}), path);
        if (!copy)
            return failure(copy);
        connection = *copy;
        return {};
    }
    if (isOld) {
        if (auto done = opening::bringUpToDate(connection, path, *step); !done)
            return done;
    }
    // Beginning the log changes a few bytes of the first sector that say how the file is written, and need not wait for the disk: a file
    // that a power failure leaves with the old ones is read with its log all the same (pagerOpenWalIfPresent in SQLite's pager.c).
    const QString what = Project::tr("“%1” was not opened.").arg(QFileInfo(path).fileName());
    auto ready = sqlite::execute(sqlite::handle(connection), "PRAGMA synchronous = OFF", what);
    return ready ? sqlite::execute(sqlite::handle(connection), useLog, what) : ready;
}

/// How the file is written for the time of a large action. More of it in memory: the default of 2 MB makes SQLite write the same
/// pages again and again. And where nobody else reads, with a rollback journal, as a log has all that is new written twice;
/// else the log, which has become large, is emptied afterwards.
class LargeWriting
{
public:
    LargeWriting(sqlite3 *db, bool isAlone)
        : m_db(db)
    {
        sqlite3_exec(m_db, "PRAGMA cache_size = -65536", nullptr, nullptr, nullptr);
        if (isAlone)
            sqlite3_exec(m_db, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    }
    ~LargeWriting()
    {
        sqlite3_exec(m_db, (QByteArray("PRAGMA cache_size = -2000; PRAGMA wal_checkpoint(TRUNCATE);") + useLog).constData(), nullptr, nullptr, nullptr);
        sqlite3_db_release_memory(m_db);
    }
    LargeWriting(const LargeWriting &) = delete;
    LargeWriting &operator=(const LargeWriting &) = delete;

private:
    sqlite3 *m_db;
};

} // namespace

Result<> Project::create(
    const QString &path, const QString &title, const std::function<Result<>(Writer &)> &content)
{
    return makeFile(path, [&](const QString &unfinished) { return fill(unfinished, title, content); });
}

int Project::lastStep()
{
    return schema::lastStep();
}

Result<> Project::checkPages(const QString &path, JobState &state)
{
    return opening::checkAside(path, state);
}

Result<std::unique_ptr<Project>> Project::open(const QString &path, Mode mode, Pages pages)
{
    const auto header = opening::look(path);
    if (!header)
        return failure(header);
    std::unique_ptr<QLockFile> lock;
    if (mode == Mode::ReadWrite) {
        if (auto writable = opening::checkWritable(path); !writable)
            return failure(writable);
        auto taken = opening::lock(path);
        if (!taken)
            return failure(taken);
        lock = std::move(*taken);
    }
    auto connection = mode == Mode::ReadOnly ? opening::connectToRead(path, *header) : opening::connect(path, mode);
    if (!connection)
        return failure(connection);
    auto ready = makeReady(*connection, path, mode, pages);
    if (!ready) {
        if (connection->isValid())
            opening::disconnect(std::exchange(*connection, {}), false);
        return failure(ready);
    }
    return std::unique_ptr<Project>(
        new Project(QFileInfo(path).absoluteFilePath(), mode, *connection, std::move(lock)));
}

Result<std::unique_ptr<Project>> Project::openLent(const QString &path)
{
    auto connection = opening::connect(path, Mode::ReadWrite);
    if (!connection)
        return failure(connection);
    auto ready = sqlite::execute(sqlite::handle(*connection), "PRAGMA synchronous = FULL");
    if (!ready) {
        opening::disconnect(std::exchange(*connection, {}), false);
        return failure(ready);
    }
    return std::unique_ptr<Project>(new Project(QFileInfo(path).absoluteFilePath(), Mode::ReadWrite, *connection, nullptr));
}

QString Project::sessionName(const QString &path)
{
    const QByteArray file = QFileInfo(path).canonicalFilePath().toUtf8();
    return u"redoubt-%1-%2"_s.arg(QString::number(::getuid()),
        QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha1).toHex()));
}

Project::Project(const QString &path, Mode mode, const QSqlDatabase &connection, std::unique_ptr<QLockFile> lock)
    : m_path(path)
    , m_mode(mode)
    , m_connectionName(connection.connectionName())
    , m_db(sqlite::handle(connection))
    , m_writer(std::make_unique<Writer>(connection))
    , m_recorder(std::make_unique<Recorder>(m_db))
    , m_lock(std::move(lock))
{
}

Project::~Project()
{
    m_recorder.reset();
    m_writer.reset();
    opening::disconnect(QSqlDatabase::database(m_connectionName, false), m_mode == Mode::ReadWrite && m_lock);
}

int Project::step() const
{
    return int(reader().number(u"PRAGMA user_version"_s).value_or(0));
}

Result<> Project::checkChangeable() const
{
    if (isReadOnly()) {
        return failure(tr("Nothing was changed."), tr("The project is open to read only."),
            tr("Save a copy and work in that."), Error::Kind::ReadOnly);
    }
    if (m_inTransaction)
        return failure(tr("Nothing was changed."), tr("Another change is not finished yet."), {}, Error::Kind::InUse);
    if (m_isLent) {
        return failure(tr("Nothing was changed."), tr("An import is writing to the project."), tr("Wait until it has ended, or stop it."),
            Error::Kind::InUse);
    }
    int hasMoved = 0;
    sqlite3_file_control(m_db, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
    if (hasMoved) {
        return failure(tr("Nothing was changed."), tr("The file “%1” was moved, replaced or deleted by another program.").arg(m_path),
            tr("Save a copy, then go on in that."), Error::Kind::General);
    }
    return {};
}

Result<> Project::inTransaction(const std::function<Result<>()> &work)
{
    if (m_finish)
        std::exchange(m_finish, nullptr)();
    if (auto changeable = checkChangeable(); !changeable)
        return changeable;
    m_inTransaction = true;
    const auto leave = qScopeGuard([this] { m_inTransaction = false; });
    if (auto begun = sqlite::execute(m_db, "BEGIN IMMEDIATE"); !begun)
        return begun;
    auto rollBack = qScopeGuard([this] { sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr); });
    if (auto done = work(); !done)
        return done;
    if (auto committed = sqlite::execute(m_db, "COMMIT"); !committed)
        return committed;
    rollBack.dismiss();
    return {};
}

Result<Changes> Project::transact(const std::function<Result<>(Writer &)> &work,
    const std::function<Result<>(const QByteArray &changeset)> &record)
{
    Changes changes;
    const auto done = inTransaction([&]() -> Result<> {
        const auto changeset = m_recorder->record([&] { return work(*m_writer); });
        if (!changeset)
            return failure(changeset);
        changes = changesIn(*changeset);
        return record(*changeset);
    });
    if (!done)
        return failure(done);
    return changes;
}

Result<> Project::enter(const QString &what, const QByteArray &changeset)
{
    if (auto cut = m_writer->run(u"DELETE FROM history WHERE seq > "_s + lastDone); !cut)
        return cut;
    return m_writer->run(u"INSERT INTO history (at, what, changeset) VALUES (?, ?, ?)"_s, {now(), what, changeset});
}

Result<> Project::edit(const QString &what, const std::function<Result<>(Writer &)> &work)
{
    const auto changes = transact(work, [&](const QByteArray &changeset) -> Result<> {
        if (changeset.isEmpty())
            return {};
        // What was added stands in its tables already: a long document is not kept a second time.
        const auto added = changeset.size() > longChangeset ? onlyAdded(changeset) : std::nullopt;
        auto entered = enter(what, added ? QByteArray() : changeset);
        return entered && added ? LargeEdit(m_db, *m_writer, *m_recorder, sqlite3_last_insert_rowid(m_db)).keepAdded(*added) : entered;
    });
    return tell(changes);
}

Result<> Project::editLarge(const QString &what, const std::function<Result<>(LargeEdit &)> &work)
{
    Changes changes;
    const LargeWriting writing(m_db, m_isAlone);
    const auto done = inTransaction([&]() -> Result<> {
        // What was undone stays until it is known that something changes.
        if (auto entered = m_writer->run(u"INSERT INTO history (at, what, changeset) VALUES (?, ?, ?)"_s, {now(), what, QByteArray()}); !entered)
            return entered;
        const qint64 seq = sqlite3_last_insert_rowid(m_db);
        LargeEdit large(m_db, *m_writer, *m_recorder, seq);
        auto worked = work(large);
        if (worked)
            worked = large.finish();
        if (!worked)
            return worked;
        changes = large.changes();
        if (changes.isEmpty())
            return m_writer->run(u"DELETE FROM history WHERE seq = ?"_s, {seq});
        return m_writer->run(u"DELETE FROM history WHERE undone = 1 AND seq <> ?"_s, {seq});
    });
    return tell(done ? Result<Changes>(changes) : Result<Changes>(failure(done)));
}

Result<> Project::keep(const std::function<Result<>(Writer &)> &work)
{
    return tell(transact(work, [](const QByteArray &) { return Result<>(); }));
}

bool Project::lend(std::function<void()> finish)
{
    if (!checkChangeable())
        return false;
    m_isLent = true;
    m_finish = std::move(finish);
    return true;
}

void Project::settle(const Changes &changes)
{
    m_isLent = false;
    m_finish = nullptr;
    if (!changes.isEmpty())
        Q_EMIT changed(changes);
}

Result<> Project::tell(const Result<Changes> &changes)
{
    if (!changes)
        return failure(changes);
    if (!changes->isEmpty())
        Q_EMIT changed(*changes);
    return {};
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
    const qint64 seq = (*entry)->seq;
    const auto parts = reader().number(u"SELECT count(*) FROM history_part WHERE seq = ?"_s, {seq});
    if (!parts)
        return failure(parts);
    const auto takeBackWhole = [this](const QByteArray &changeset) {
        return takeBackWithIndex(m_db, "event", rowsIn(u"changeset"_s, changeset, u"event"_s), [&] { return applyInverse(m_db, changeset); });
    };
    // Also where nothing is left to take back: else the action would stand in the way of those before it.
    const auto changes = *parts > 0 ? takeBackParts(seq, undone)
                                    : transact([&](Writer &) { return takeBackWhole((*entry)->changeset); },
                                          [&](const QByteArray &changeset) {
                                              return m_writer->run(u"UPDATE history SET at = ?, undone = ?, changeset = ? WHERE seq = ?"_s,
                                                  {now(), int(undone), changeset, seq});
                                          });
    if (!changes)
        return failure(changes);
    Q_EMIT changed(*changes);
    return {};
}

Result<Changes> Project::takeBackParts(qint64 seq, bool undone)
{
    Changes changes;
    const LargeWriting writing(m_db, m_isAlone);
    const auto done = inTransaction([&]() -> Result<> {
        qsizetype events = 0;
        std::vector<qint64> parts;
        const auto listed = reader().each(u"SELECT id, kind, changes FROM history_part WHERE seq = ? ORDER BY part DESC"_s, {seq}, [&](const QSqlQuery &row) {
            parts.push_back(row.value(0).toLongLong());
            events += rowsIn(row.value(1).toString(), row.value(2).toByteArray(), u"event"_s);
        });
        if (!listed)
            return listed;
        LargeEdit large(m_db, *m_writer, *m_recorder, seq);
        const auto taken = takeBackWithIndex(m_db, "event", events, [&]() -> Result<> {
            for (const qint64 id : parts) {
                if (auto one = takeBackPart(large, id); !one)
                    return one;
            }
            return {};
        });
        if (!taken)
            return taken;
        changes = large.changes();
        return m_writer->run(u"UPDATE history SET at = ?, undone = ?, changeset = ? WHERE seq = ?"_s, {now(), int(undone), QByteArray(), seq});
    });
    return done ? Result<Changes>(changes) : Result<Changes>(failure(done));
}

Result<> Project::undo()
{
    return takeBack(u"SELECT seq, changeset FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1"_s, true);
}

Result<> Project::redo()
{
    return takeBack(u"SELECT seq, changeset FROM history WHERE seq > %1 ORDER BY seq LIMIT 1"_s.arg(lastDone), false);
}

QString Project::undoText() const
{
    const auto what = reader().first(u"SELECT what FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1"_s, {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    return what ? what->value_or(QString()) : QString();
}

QString Project::redoText() const
{
    const auto what = reader().first(u"SELECT what FROM history WHERE seq > %1 ORDER BY seq LIMIT 1"_s.arg(lastDone),
        {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
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
    return makeFile(path, [this](const QString &unfinished) { return sqlite::copyTo(m_db, unfinished); });
}

Result<QStringList> Project::problems() const
{
    QStringList found;
    const auto add = [&](const QSqlQuery &row) {
        if (row.value(0).toString() != "ok"_L1)
            found.append(row.value(0).toString());
    };
    const auto addReference = [&](const QSqlQuery &row) {
        found.append(tr("A row of %1 refers to a row of %2 that is not there.")
                .arg(row.value(0).toString(), row.value(2).toString()));
    };
    auto read = reader().each(u"PRAGMA integrity_check"_s, {}, add);
    if (read)
        read = reader().each(u"PRAGMA foreign_key_check"_s, {}, addReference);
    if (!read && read.error().kind == Error::Kind::Damaged)
        return found << read.error().why;
    if (!read)
        return failure(read);
    if (!opening::checkWritable(m_path))
        return found;
    const auto index = indexProblems(m_path);
    if (!index)
        return failure(index);
    return found + *index;
}

} // namespace redoubt
