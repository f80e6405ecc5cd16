#pragma once

#include "app/base/result.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

namespace redoubt {

/// Records what changes in the domain tables: all but the history itself and the full-text tables, which follow their
/// originals by triggers. For one connection, which must outlive it. Inner to app/project.
///
/// It does what a session of SQLite's session extension does: keeps what a row was before its first change, and in the end
/// compares that with what it is. A session asks SQLite for the columns of a table twice in each recording, and prepares
/// anew how to read a row; that was half of the time of a small edit, the disk apart. Here it is prepared once.
class Recorder
{
public:
    explicit Recorder(sqlite3 *db);
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    /// Runs `work`, which must not end a transaction, and says what it has changed, as a changeset of SQLite's session extension:
    /// table by table in the order in which they came up, the rows of each by their ids; empty where all is as it was. Fails as
    /// `work` does, and where the changeset would be longer than 2 GB.
    [[nodiscard]] Result<QByteArray> record(const std::function<Result<>()> &work);

    /// Inner: what SQLite calls before it changes a row.
    void note(int operation, const char *table, qint64 before, qint64 after);

private:
    /// The values of a row as they stand in a changeset.
    struct Row
    {
        void append(sqlite3_value *value);
        [[nodiscard]] QByteArrayView value(int column) const;
        [[nodiscard]] bool isThere() const { return !ends.empty(); }

        QByteArray bytes;
        std::vector<quint32> ends; ///< of each value in them
    };
    struct Table
    {
        QByteArray name;
        int columns;
        std::map<qint64, Row> before; ///< of each row that was touched
    };
    using Statement = std::unique_ptr<sqlite3_stmt, void (*)(sqlite3_stmt *)>;

    [[nodiscard]] Table &table(const char *name);
    [[nodiscard]] Row rowAtHand(int columns);
    [[nodiscard]] Result<Row> rowNow(const QByteArray &table, qint64 id);
    [[nodiscard]] Result<QByteArray> changeset();
    static void appendTable(QByteArray &changes, const Table &table);
    static void appendChange(QByteArray &changes, const Row &before, const Row &now);

    sqlite3 *m_db;
    std::map<QByteArray, Statement> m_readers; ///< table → what reads a row of it
    std::vector<Table> m_tables;
    int m_error = 0; ///< of SQLite, in reading what a row was
};

} // namespace redoubt
