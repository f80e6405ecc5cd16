#pragma once

#include "app/project/changes.h"
#include "app/base/result.h"

#include <QByteArray>

#include <vector>

struct sqlite3;

/// The changes of an action that are too many for one changeset, in parts. Inner to app/project.
namespace redoubt {

/// Rows that were added, table by table in the order in which the tables came up. Their ids are all that is needed to take
/// them back.
struct AddedRows
{
    struct Table
    {
        QByteArray name;
        std::vector<qint64> ids;
    };
    std::vector<Table> tables;

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QByteArray encoded() const;
    /// Fails for what encoded() never makes: it comes out of a file.
    [[nodiscard]] static Result<AddedRows> decode(QByteArrayView bytes);
};

/// Notes, while it lives, which rows are added to the domain tables. Other changes to rows that were there before it are not
/// its business: they make added() fail. Not within Recorder::record(), which SQLite tells of changes in its place.
class AddingRecorder
{
public:
    explicit AddingRecorder(sqlite3 *db);
    ~AddingRecorder();
    AddingRecorder(const AddingRecorder &) = delete;
    AddingRecorder &operator=(const AddingRecorder &) = delete;

    [[nodiscard]] Result<AddedRows> added() const;

    /// Inner: what SQLite calls for each row.
    void note(int operation, const char *table, qint64 before, qint64 after);

private:
    sqlite3 *m_db;
    AddedRows m_rows;
    bool m_otherChanges = false;
};

/// Removes added rows again, the last first, and by the schema's cascades what came to hang on them.
Result<> removeAdded(sqlite3 *db, const AddedRows &rows);

/// How many rows of a table a part is about: `changes` as LargeEdit keeps them, "added" or "changeset".
[[nodiscard]] qsizetype rowsIn(const QString &kind, const QByteArray &changes, const QString &table);

/// The rows that a changeset adds, when it does nothing else; else nothing.
[[nodiscard]] std::optional<AddedRows> onlyAdded(const QByteArray &changeset);

/// Gathers the tables and rows of many changes; a table in which more than `mostNamed` rows changed is given as a whole.
class ChangesGatherer
{
public:
    static constexpr qsizetype mostNamed = 20'000;

    void add(const AddedRows &rows);
    void add(const Changes &changes);
    [[nodiscard]] const Changes &changes() const { return m_changes; }

private:
    void add(const QString &table, const std::vector<qint64> &ids);

    Changes m_changes;
};

} // namespace redoubt
