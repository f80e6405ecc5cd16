// bench_edit [--small]: Project::edit() of one row against the same transaction by bare SQLite: the same schema, settings,
// row and statement, so the same triggers and the same waiting for the disk. The mark: at most 1.5 times as long.

#include "app/project/project.h"
#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double mostFactor = 1.5;
constexpr int rows = 2000;

Result<> content(Writer &writer)
{
    return writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO event (id, key, title, date, "
                      "summary) SELECT i, 'e' || i, 'Event ' || i, '2022', 'What happened on that day, in a sentence.' FROM n"_s.arg(rows));
}

QString title(int number)
{
    return u"Drone hits a block of flats, report %1"_s.arg(number);
}

class BareSqlite
{
public:
    explicit BareSqlite(const QString &path)
    {
        sqlite3_open(path.toUtf8().constData(), &m_db);
        (void)sqlite::harden(m_db); // the triggers call a function of ours
        sqlite3_exec(m_db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(m_db, "BEGIN IMMEDIATE", -1, &m_begin, nullptr);
        sqlite3_prepare_v2(m_db, "UPDATE event SET title = ? WHERE id = ?", -1, &m_update, nullptr);
        sqlite3_prepare_v2(m_db, "COMMIT", -1, &m_commit, nullptr);
    }
    ~BareSqlite()
    {
        for (sqlite3_stmt *statement : {m_begin, m_update, m_commit})
            sqlite3_finalize(statement);
        sqlite3_close(m_db);
    }
    BareSqlite(const BareSqlite &) = delete;
    BareSqlite &operator=(const BareSqlite &) = delete;

    bool edit(qint64 id, const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        sqlite3_bind_text(m_update, 1, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
        sqlite3_bind_int64(m_update, 2, id);
        return run(m_begin) && run(m_update) && run(m_commit);
    }

private:
    static bool run(sqlite3_stmt *statement) { return sqlite3_step(statement) == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK; }

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_begin = nullptr;
    sqlite3_stmt *m_update = nullptr;
    sqlite3_stmt *m_commit = nullptr;
};

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/// The ratio of the medians; 0 when something went wrong.
double compare(const QString &name, const QString &folder, int edits)
{
    const QString ours = folder + u"/ours.redoubt"_s;
    const QString bares = folder + u"/bare.redoubt"_s;
    if (!Project::create(ours, u"Benchmark"_s, content) || !Project::create(bares, u"Benchmark"_s, content))
        return 0;
    auto project = Project::open(ours);
    if (!project)
        return 0;
    BareSqlite bare(bares);
    QList<double> times;
    QList<double> bareTimes;
    QElapsedTimer timer;
    for (int i = 0; i < edits; ++i) {
        const qint64 id = 1 + (i * 37) % rows;
        const QString text = title(i);
        timer.start();
        const auto edited = (*project)->edit(u"Change title"_s, [&](Writer &writer) { return writer.update(u"event"_s, id, {u"title"_s}, {text}); });
        times.append(double(timer.nsecsElapsed()) / 1000);
        timer.start();
        const bool done = bare.edit(id, text);
        bareTimes.append(double(timer.nsecsElapsed()) / 1000);
        if (!edited || !done)
            return 0;
    }
    const double ratio = median(times) / median(bareTimes);
    std::printf("%s: %.0f µs, bare SQLite: %.0f µs, ratio %.2f", qPrintable(name), median(times), median(bareTimes), ratio);
    return ratio;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int edits = QCoreApplication::arguments().contains(u"--small"_s) ? 200 : 3000;
    // On the disk of the build, not on one that is only memory: what a user waits for is mostly the disk.
    const QTemporaryDir onDisk(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    const double ratio = compare(u"edit"_s, onDisk.path(), edits);
    std::printf(" (goal <= %.1f)\n", mostFactor);
    const QTemporaryDir inMemory(u"/dev/shm/bench-XXXXXX"_s);
    if (inMemory.isValid() && compare(u"edit, no disk to wait for"_s, inMemory.path(), edits) > 0)
        std::printf("\n");
    return ratio <= 0 ? 2 : ratio <= mostFactor ? 0 : 1;
}
