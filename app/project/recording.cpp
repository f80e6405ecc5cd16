#include "app/project/recording.h"

#include "app/project/sqlite.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace redoubt {

namespace {

int isRecorded(void *, const char *table)
{
    const QByteArrayView name(table);
    return name != "history" && !name.contains("_search");
}

int resolveConflict(void *, int kind, sqlite3_changeset_iter *)
{
    switch (kind) {
    case SQLITE_CHANGESET_DATA:
    case SQLITE_CHANGESET_CONFLICT:
        return SQLITE_CHANGESET_REPLACE;
    case SQLITE_CHANGESET_NOTFOUND:
        return SQLITE_CHANGESET_OMIT;
    default:
        return SQLITE_CHANGESET_ABORT;
    }
}

} // namespace

Recording::Recording(sqlite3 *db)
    : m_db(db)
{
    if (sqlite3session_create(db, "main", &m_session) != SQLITE_OK)
        return;
    sqlite3session_table_filter(m_session, isRecorded, nullptr);
    sqlite3session_attach(m_session, nullptr);
}

Recording::~Recording()
{
    sqlite3session_delete(m_session);
}

Result<QByteArray> Recording::changeset() const
{
    int size = 0;
    void *data = nullptr;
    if (!m_session || sqlite3session_changeset(m_session, &size, &data) != SQLITE_OK)
        return std::unexpected(sqlite::error(m_db));
    QByteArray changes(static_cast<const char *>(data), size);
    sqlite3_free(data);
    return changes;
}

Result<> applyInverse(sqlite3 *db, const QByteArray &changeset)
{
    const int applied = sqlite3changeset_apply_v2(db, int(changeset.size()),
        const_cast<char *>(changeset.constData()), isRecorded, resolveConflict, nullptr, nullptr, nullptr,
        SQLITE_CHANGESETAPPLY_FKNOACTION | SQLITE_CHANGESETAPPLY_INVERT | SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
    if (applied == SQLITE_OK)
        return {};
    if (applied == SQLITE_ABORT || applied == SQLITE_CONSTRAINT) {
        return failure(QCoreApplication::translate("redoubt::Project", "The action was not taken back or repeated."),
            QCoreApplication::translate("redoubt::Project", "Something that it needs has changed since."), {},
            Error::Kind::Refused);
    }
    return std::unexpected(sqlite::error(db));
}

Changes changesIn(const QByteArray &changeset)
{
    Changes changes;
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
