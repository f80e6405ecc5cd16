#include "app/project/changeset.h"

#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QStringList>

#include <sqlite3.h>

namespace redoubt {

namespace {

int isRecorded(void *, const char *table)
{
    return isRecordedTable(table);
}

/// What came up while a changeset was applied.
struct Trouble
{
    bool danglingReferences = false;
    QStringList parking; ///< SQL that moves rows out of each other's way
};

/// Rows that exchange what must be unique (two keys) cannot be updated one after the other. This gives a row values
/// meanwhile that no other has: SQL for the row at hand, whose new values come with the next attempt.
QString parkingOf(sqlite3_changeset_iter *row, const char *table, int columns)
{
    sqlite3_value *id = nullptr;
    sqlite3changeset_old(row, 0, &id);
    QStringList changed;
    for (int column = 1; column < columns; ++column) {
        sqlite3_value *value = nullptr;
        sqlite3changeset_new(row, column, &value);
        if (value)
            changed.append(QString::number(column));
    }
    return QStringLiteral("SELECT printf('UPDATE \"%w\" SET %s WHERE rowid = %2', '%1', group_concat(printf("
                          "'\"%w\" = CASE typeof(\"%w\") WHEN ''text'' THEN char(31) || rowid WHEN ''integer'' THEN -rowid "
                          "ELSE \"%w\" END', name, name, name))) FROM pragma_table_info('%1') WHERE cid IN (%3)")
        .arg(QString::fromUtf8(table), QString::number(sqlite3_value_int64(id)), changed.join(u','));
}

int resolveConflict(void *context, int kind, sqlite3_changeset_iter *row)
{
    auto *trouble = static_cast<Trouble *>(context);
    switch (kind) {
    case SQLITE_CHANGESET_DATA:
    case SQLITE_CHANGESET_CONFLICT:
        return SQLITE_CHANGESET_REPLACE;
    case SQLITE_CHANGESET_NOTFOUND:
        return SQLITE_CHANGESET_OMIT;
    case SQLITE_CHANGESET_FOREIGN_KEY:
        trouble->danglingReferences = true;
        return SQLITE_CHANGESET_OMIT;
    case SQLITE_CHANGESET_CONSTRAINT: {
        const char *table = nullptr;
        int columns = 0;
        int operation = 0;
        sqlite3changeset_op(row, &table, &columns, &operation, nullptr);
        if (operation != SQLITE_UPDATE)
            return SQLITE_CHANGESET_ABORT;
        trouble->parking.append(parkingOf(row, table, columns));
        return SQLITE_CHANGESET_OMIT;
    }
    default:
        return SQLITE_CHANGESET_ABORT;
    }
}

/// Without the rules that only the final values have to keep.
Result<> park(sqlite3 *db, const QStringList &parking)
{
    Result<> done = sqlite::execute(db, "PRAGMA ignore_check_constraints = ON");
    sqlite::checkReferences(db, false);
    for (qsizetype i = 0; done && i < parking.size(); ++i) {
        const auto sql = sqlite::text(db, parking.at(i).toUtf8().constData());
        done = sql ? sqlite::execute(db, sql->toUtf8().constData()) : Result<>(failure(sql));
    }
    sqlite::checkReferences(db, true);
    auto restored = sqlite::execute(db, "PRAGMA ignore_check_constraints = OFF");
    return done ? restored : done;
}

/// Does with rows that refer to something that is not there what the schema says is to be done with them.
Result<> mendReferences(sqlite3 *db)
{
    static const char mending[] =
        "SELECT group_concat(CASE k.on_delete "
        "WHEN 'SET NULL' THEN printf('UPDATE \"%w\" SET \"%w\" = NULL WHERE rowid = %d', c.\"table\", k.\"from\", c.rowid) "
        "ELSE printf('DELETE FROM \"%w\" WHERE rowid = %d', c.\"table\", c.rowid) END, ';') "
        "FROM pragma_foreign_key_check c JOIN pragma_foreign_key_list(c.\"table\") k ON k.id = c.fkid";
    for (;;) {
        const auto sql = sqlite::text(db, mending);
        if (!sql)
            return failure(sql);
        if (sql->isEmpty())
            return {};
        if (auto mended = sqlite::execute(db, sql->toUtf8().constData()); !mended)
            return mended;
    }
}

Error notApplied()
{
    return {QCoreApplication::translate("redoubt::Project", "The action was not taken back or repeated."),
        QCoreApplication::translate("redoubt::Project", "Something that it needs has changed since."), {},
        Error::Kind::Refused};
}

Result<Trouble> attempt(sqlite3 *db, const QByteArray &changeset)
{
    Trouble trouble;
    const int applied = sqlite3changeset_apply_v2(db, int(changeset.size()),
        const_cast<char *>(changeset.constData()), isRecorded, resolveConflict, &trouble, nullptr, nullptr,
        SQLITE_CHANGESETAPPLY_FKNOACTION | SQLITE_CHANGESETAPPLY_INVERT | SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
    if (applied == SQLITE_OK)
        return trouble;
    return std::unexpected(applied == SQLITE_ABORT || applied == SQLITE_CONSTRAINT ? notApplied() : sqlite::error(db));
}

} // namespace

bool isRecordedTable(const char *table)
{
    const QByteArrayView name(table);
    return name != "history" && name != "history_part" && !name.contains("_search");
}

Result<> applyInverse(sqlite3 *db, const QByteArray &changeset)
{
    if (changeset.isEmpty())
        return {};
    if (auto marked = sqlite::execute(db, "SAVEPOINT taking_back"); !marked)
        return marked;
    auto trouble = attempt(db, changeset);
    if (trouble && !trouble->parking.isEmpty()) {
        auto parked = sqlite::execute(db, "ROLLBACK TO taking_back");
        if (parked)
            parked = park(db, trouble->parking);
        trouble = parked ? attempt(db, changeset) : Result<Trouble>(failure(parked));
        if (trouble && !trouble->parking.isEmpty())
            return std::unexpected(notApplied());
        // What was parked is outside of SQLite's own counting.
        if (trouble)
            trouble->danglingReferences = true;
    }
    if (!trouble)
        return failure(trouble);
    if (auto released = sqlite::execute(db, "RELEASE taking_back"); !released)
        return released;
    return trouble->danglingReferences ? mendReferences(db) : Result<>();
}

Changes changesIn(const QByteArray &changeset)
{
    Changes changes;
    if (changeset.isEmpty())
        return changes;
    sqlite3_changeset_iter *row = nullptr;
    sqlite3changeset_start(&row, int(changeset.size()), const_cast<char *>(changeset.constData()));
    while (sqlite3changeset_next(row) == SQLITE_ROW) {
        const char *table = nullptr;
        int columns = 0;
        int operation = 0;
        sqlite3changeset_op(row, &table, &columns, &operation, nullptr);
        sqlite3_value *id = nullptr;
        if (operation == SQLITE_INSERT)
            sqlite3changeset_new(row, 0, &id);
        else
            sqlite3changeset_old(row, 0, &id);
        if (id)
            changes.rows[QString::fromUtf8(table)].insert(sqlite3_value_int64(id));
    }
    sqlite3changeset_finalize(row);
    return changes;
}

} // namespace redoubt
