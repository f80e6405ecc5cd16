#include "app/project/historyparts.h"

#include "app/project/changeset.h"
#include "app/project/sqlite.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>
#include <memory>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

void appendNumber(QByteArray &bytes, quint64 number)
{
    while (number >= 0x80) {
        bytes.append(char(number | 0x80));
        number >>= 7;
    }
    bytes.append(char(number));
}

/// Small for small differences of either sign.
quint64 folded(qint64 difference)
{
    return (quint64(difference) << 1) ^ quint64(difference >> 63);
}

qint64 unfolded(quint64 number)
{
    return qint64(number >> 1) ^ -qint64(number & 1);
}

std::optional<quint64> takeNumber(QByteArrayView &bytes)
{
    quint64 number = 0;
    for (int shift = 0; shift < 64 && !bytes.isEmpty(); shift += 7) {
        const auto byte = uchar(bytes.front());
        bytes = bytes.sliced(1);
        number |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    return {};
}

Error damaged()
{
    return {QCoreApplication::translate("redoubt::Project", "The action was not taken back or repeated."),
        QCoreApplication::translate("redoubt::Project", "What the history says of it cannot be read."), {}, Error::Kind::Damaged};
}

bool isTableName(QByteArrayView name)
{
    return !name.isEmpty() && !name.startsWith("sqlite") && isRecordedTable(name.toByteArray().constData())
        && std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

void noteChange(void *recorder, sqlite3 *, int operation, const char *, const char *table, sqlite3_int64 before, sqlite3_int64 after)
{
    static_cast<AddingRecorder *>(recorder)->note(operation, table, before, after);
}

} // namespace

bool AddedRows::isEmpty() const
{
    return std::ranges::all_of(tables, [](const Table &table) { return table.ids.empty(); });
}

QByteArray AddedRows::encoded() const
{
    QByteArray bytes;
    for (const Table &table : tables) {
        if (table.ids.empty())
            continue;
        appendNumber(bytes, quint64(table.name.size()));
        bytes.append(table.name);
        appendNumber(bytes, table.ids.size());
        qint64 last = 0;
        for (const qint64 id : table.ids)
            appendNumber(bytes, folded(id - std::exchange(last, id)));
    }
    return bytes;
}

Result<AddedRows> AddedRows::decode(QByteArrayView bytes)
{
    AddedRows rows;
    while (!bytes.isEmpty()) {
        const auto length = takeNumber(bytes);
        if (!length || *length > quint64(bytes.size()))
            return std::unexpected(damaged());
        Table table{bytes.first(qsizetype(*length)).toByteArray(), {}};
        bytes = bytes.sliced(qsizetype(*length));
        const auto count = takeNumber(bytes);
        if (!count || *count > quint64(bytes.size()) || !isTableName(table.name))
            return std::unexpected(damaged());
        quint64 id = 0;
        for (quint64 i = 0; i < *count; ++i) {
            const auto difference = takeNumber(bytes);
            if (!difference)
                return std::unexpected(damaged());
            id += quint64(unfolded(*difference));
            table.ids.push_back(qint64(id));
        }
        rows.tables.push_back(std::move(table));
    }
    return rows;
}

AddingRecorder::AddingRecorder(sqlite3 *db)
    : m_db(db)
{
    sqlite3_preupdate_hook(db, noteChange, this);
}

AddingRecorder::~AddingRecorder()
{
    sqlite3_preupdate_hook(m_db, nullptr, nullptr);
}

void AddingRecorder::note(int operation, const char *name, qint64 before, qint64 after)
{
    auto table = std::ranges::find_if(m_rows.tables, [name](const AddedRows::Table &known) { return qstrcmp(known.name.constData(), name) == 0; });
    if (table == m_rows.tables.end()) {
        if (!isRecordedTable(name))
            return;
        m_rows.tables.push_back({QByteArray(name), {}});
        table = m_rows.tables.end() - 1;
    }
    if (operation == SQLITE_INSERT) {
        table->ids.push_back(after);
        return;
    }
    // Of a row that was added in the same part, the last state is what it is about.
    const auto own = std::ranges::find(table->ids.rbegin(), table->ids.rend(), before);
    if (own == table->ids.rend() || (operation == SQLITE_UPDATE && before != after))
        m_otherChanges = true;
    else if (operation == SQLITE_DELETE)
        table->ids.erase(std::next(own).base());
}

Result<AddedRows> AddingRecorder::added() const
{
    if (!m_otherChanges)
        return m_rows;
    return failure(QCoreApplication::translate("redoubt::Project", "The project was not changed."),
        QCoreApplication::translate("redoubt::Project", "An action that only adds has changed something that was there."));
}

Result<> removeAdded(sqlite3 *db, const AddedRows &rows)
{
    for (auto table = rows.tables.rbegin(); table != rows.tables.rend(); ++table) {
        const QByteArray sql = "DELETE FROM \"" + table->name + "\" WHERE id = ?";
        sqlite3_stmt *raw = nullptr;
        if (sqlite3_prepare_v2(db, sql.constData(), -1, &raw, nullptr) != SQLITE_OK)
            return std::unexpected(sqlite::error(db));
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(raw, sqlite3_finalize);
        for (auto id = table->ids.rbegin(); id != table->ids.rend(); ++id) {
            sqlite3_bind_int64(raw, 1, *id);
            if (sqlite3_step(raw) != SQLITE_DONE)
                return std::unexpected(sqlite::error(db));
            sqlite3_reset(raw);
        }
    }
    return {};
}

std::optional<AddedRows> onlyAdded(const QByteArray &changeset)
{
    AddedRows rows;
    sqlite3_changeset_iter *row = nullptr;
    if (sqlite3changeset_start(&row, int(changeset.size()), const_cast<char *>(changeset.constData())) != SQLITE_OK)
        return {};
    bool onlyAdds = true;
    while (onlyAdds && sqlite3changeset_next(row) == SQLITE_ROW) {
        const char *name = nullptr;
        int columns = 0;
        int operation = 0;
        sqlite3changeset_op(row, &name, &columns, &operation, nullptr);
        sqlite3_value *id = nullptr;
        onlyAdds = operation == SQLITE_INSERT && sqlite3changeset_new(row, 0, &id) == SQLITE_OK && id;
        if (!onlyAdds)
            break;
        if (rows.tables.empty() || rows.tables.back().name != name)
            rows.tables.push_back({QByteArray(name), {}});
        rows.tables.back().ids.push_back(sqlite3_value_int64(id));
    }
    sqlite3changeset_finalize(row);
    return onlyAdds ? std::optional(std::move(rows)) : std::nullopt;
}

qsizetype rowsIn(const QString &kind, const QByteArray &changes, const QString &table)
{
    if (kind != "added"_L1)
        return changesIn(changes).rows.value(table).size();
    const auto rows = AddedRows::decode(changes);
    if (!rows)
        return 0;
    const auto found = std::ranges::find(rows->tables, table.toUtf8(), &AddedRows::Table::name);
    return found == rows->tables.end() ? 0 : qsizetype(found->ids.size());
}

void ChangesGatherer::add(const QString &table, const std::vector<qint64> &ids)
{
    if (ids.empty() || m_changes.whole.contains(table))
        return;
    QSet<qint64> &rows = m_changes.rows[table];
    if (rows.size() + qsizetype(ids.size()) > mostNamed) {
        m_changes.rows.remove(table);
        m_changes.whole.insert(table);
        return;
    }
    for (const qint64 id : ids)
        rows.insert(id);
}

void ChangesGatherer::add(const AddedRows &rows)
{
    for (const AddedRows::Table &table : rows.tables)
        add(QString::fromUtf8(table.name), table.ids);
}

void ChangesGatherer::add(const Changes &changes)
{
    for (const auto &[table, ids] : changes.rows.asKeyValueRange())
        add(table, std::vector<qint64>(ids.begin(), ids.end()));
}

} // namespace redoubt
