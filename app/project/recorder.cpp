#include "app/project/recorder.h"

#include "app/project/changeset.h"
#include "app/project/sqlite.h"

#include <QScopeGuard>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <bit>

namespace redoubt {

namespace {

// A changeset's format is told in the first comment of SQLite's sqlite3session.c.
constexpr char tableFollows = 'T';
constexpr char firstInPrimaryKey = 1;
constexpr char notInPrimaryKey = 0;
constexpr char notByTrigger = 0;
constexpr char noValue = 0;

/// As SQLite writes numbers that are mostly small: seven bits a byte, the highest first.
void appendLength(QByteArray &bytes, quint32 length)
{
    for (int shift = 28; shift > 0; shift -= 7) {
        if (length >> shift != 0)
            bytes.append(char(0x80 | (length >> shift)));
    }
    bytes.append(char(length & 0x7f));
}

void appendNumber(QByteArray &bytes, quint64 number)
{
    number = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

void noteChange(void *recorder, sqlite3 *, int operation, const char *database, const char *table, sqlite3_int64 before, sqlite3_int64 after)
{
    if (isRecordedTable(table) && qstrcmp(database, "main") == 0)
        static_cast<Recorder *>(recorder)->note(operation, table, before, after);
}

} // namespace

void Recorder::Row::append(sqlite3_value *value)
{
    const int type = sqlite3_value_type(value);
    bytes.append(char(type));
    if (type == SQLITE_INTEGER) {
        appendNumber(bytes, quint64(sqlite3_value_int64(value)));
    } else if (type == SQLITE_FLOAT) {
        appendNumber(bytes, std::bit_cast<quint64>(sqlite3_value_double(value)));
    } else if (type != SQLITE_NULL) {
        const void *content = type == SQLITE_TEXT ? sqlite3_value_text(value) : sqlite3_value_blob(value);
        const int length = sqlite3_value_bytes(value);
        appendLength(bytes, quint32(length));
        bytes.append(static_cast<const char *>(content), length);
    }
    ends.push_back(quint32(bytes.size()));
}

QByteArrayView Recorder::Row::value(int column) const
{
    const quint32 begin = column == 0 ? 0 : ends.at(size_t(column) - 1);
    return QByteArrayView(bytes).sliced(begin, ends.at(size_t(column)) - begin);
}

Recorder::Recorder(sqlite3 *db)
    : m_db(db)
{
}

Recorder::~Recorder() = default;

Result<QByteArray> Recorder::record(const std::function<Result<>()> &work)
{
    sqlite3_preupdate_hook(m_db, noteChange, this);
    const auto forget = qScopeGuard([this] {
        m_tables.clear();
        m_error = SQLITE_OK;
    });
    const auto done = [&] {
        const auto stop = qScopeGuard([this] { sqlite3_preupdate_hook(m_db, nullptr, nullptr); });
        return work();
    }();
    return done ? changeset() : Result<QByteArray>(failure(done));
}

void Recorder::note(int operation, const char *name, qint64 before, qint64 after)
{
    Table &touched = table(name);
    if (operation != SQLITE_INSERT && !touched.before.contains(before))
        touched.before.emplace(before, rowAtHand(touched.columns));
    if (operation == SQLITE_INSERT || before != after)
        touched.before.try_emplace(after);
}

Recorder::Table &Recorder::table(const char *name)
{
    const auto known = std::ranges::find_if(m_tables, [name](const Table &touched) { return touched.name == name; });
    return known != m_tables.end() ? *known : m_tables.emplace_back(name, sqlite3_preupdate_count(m_db));
}

Recorder::Row Recorder::rowAtHand(int columns)
{
    Row row;
    row.ends.reserve(size_t(columns));
    for (int column = 0; column < columns && m_error == SQLITE_OK; ++column) {
        sqlite3_value *value = nullptr;
        m_error = sqlite3_preupdate_old(m_db, column, &value);
        if (m_error == SQLITE_OK)
            row.append(value);
    }
    return row;
}

Result<Recorder::Row> Recorder::rowNow(const QByteArray &table, qint64 id)
{
    Statement &reader = m_readers.try_emplace(table, nullptr, [](sqlite3_stmt *statement) { sqlite3_finalize(statement); }).first->second;
    if (!reader) {
        const QByteArray sql = "SELECT * FROM main.\"" + table + "\" WHERE rowid = ?";
        sqlite3_stmt *prepared = nullptr;
        if (sqlite3_prepare_v3(m_db, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) != SQLITE_OK)
            return std::unexpected(sqlite::error(m_db));
        reader.reset(prepared);
    }
    Row row;
    sqlite3_bind_int64(reader.get(), 1, id);
    const int step = sqlite3_step(reader.get());
    for (int column = 0; step == SQLITE_ROW && column < sqlite3_column_count(reader.get()); ++column)
        row.append(sqlite3_column_value(reader.get(), column));
    if (sqlite3_reset(reader.get()) != SQLITE_OK)
        return std::unexpected(sqlite::error(m_db));
    return row;
}

Result<QByteArray> Recorder::changeset()
{
    if (m_error != SQLITE_OK)
        return std::unexpected(sqlite::error(m_error));
    QByteArray changes;
    for (const Table &table : m_tables) {
        const qsizetype start = changes.size();
        appendTable(changes, table);
        const qsizetype rows = changes.size();
        for (const auto &[id, before] : table.before) {
            const auto now = rowNow(table.name, id);
            if (!now)
                return failure(now);
            appendChange(changes, before, *now);
        }
        if (changes.size() == rows)
            changes.truncate(start);
    }
    if (!std::in_range<int>(changes.size()))
        return std::unexpected(sqlite::error(SQLITE_TOOBIG));
    return changes;
}

void Recorder::appendTable(QByteArray &changes, const Table &table)
{
    changes.append(tableFollows);
    appendLength(changes, quint32(table.columns));
    changes.append(firstInPrimaryKey);
    changes.append(table.columns - 1, notInPrimaryKey);
    changes.append(table.name).append('\0');
}

void Recorder::appendChange(QByteArray &changes, const Row &before, const Row &now)
{
    if (before.bytes == now.bytes)
        return;
    if (!before.isThere() || !now.isThere()) {
        changes.append(char(now.isThere() ? SQLITE_INSERT : SQLITE_DELETE)).append(notByTrigger).append(before.bytes).append(now.bytes);
        return;
    }
    const int columns = int(now.ends.size());
    const auto append = [&](const Row &row, int column, bool isTold) {
        if (isTold)
            changes.append(row.value(column));
        else
            changes.append(noValue);
    };
    const auto differs = [&](int column) { return before.value(column) != now.value(column); };
    changes.append(char(SQLITE_UPDATE)).append(notByTrigger);
    for (int column = 0; column < columns; ++column)
        append(before, column, column == 0 || differs(column));
    for (int column = 0; column < columns; ++column)
        append(now, column, differs(column));
}

} // namespace redoubt
