#include "app/project/reader.h"

#include "app/base/job.h"
#include "app/project/rowinserter.h"
#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QSqlError>

#include <sqlite3.h>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

/// How many of SQLite's own steps lie between two looks at whether to stop.
constexpr int stepsBetweenLooks = 1000;

int isToStop(void *state)
{
    return static_cast<const JobState *>(state)->isStopped();
}

/// Qt Sql binds a null QString or QByteArray as NULL; to us it is an empty one. NULL is written as an invalid QVariant.
QVariant withoutNullText(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

} // namespace

bool RawRow::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 RawRow::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double RawRow::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArrayView RawRow::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes ? QByteArrayView(bytes, sqlite3_column_bytes(m_statement, column)) : QByteArrayView();
}

Reader::Reader(const QSqlDatabase &connection)
    : m_connection(connection)
{
}

Reader::Statement::Statement(const Reader &aReader, const QString &aSql)
    : reader(aReader)
    , sql(aSql)
    , query(reader.m_connection)
    , prepared(false)
{
    if (const auto kept = reader.m_kept.take(sql)) {
        query = std::move(*kept);
        prepared = true;
        return;
    }
    query.setForwardOnly(true);
    prepared = query.prepare(sql);
}

Reader::Statement::~Statement()
{
    if (!prepared)
        return;
    query.finish();
    reader.m_kept.insert(sql, std::make_shared<QSqlQuery>(std::move(query)));
}

Result<> Reader::Statement::execute(const QVariantList &values)
{
    if (prepared) {
        for (qsizetype i = 0; i < values.size(); ++i)
            query.bindValue(int(i), withoutNullText(values.at(i)));
        if (query.exec())
            return {};
    }
    return std::unexpected(failed());
}

Error Reader::Statement::failed() const
{
    sqlite3 *db = sqlite::handle(reader.m_connection);
    if (db && sqlite3_errcode(db) != SQLITE_OK)
        return sqlite::error(db);
    return {QCoreApplication::translate("redoubt::sqlite", "The project could not be read or changed; it is as it was."),
        query.lastError().text(), {}, Error::Kind::General};
}

Result<> Reader::Statement::finished()
{
    if (!query.lastError().isValid())
        return {};
    return std::unexpected(failed());
}

Result<> Reader::eachRaw(
    const QString &sql, const QVariantList &values, const std::function<bool(const RawRow &)> &visit) const
{
    sqlite3 *db = sqlite::handle(m_connection);
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    if (!db || sqlite3_prepare_v2(db, text.constData(), int(text.size()), &prepared, nullptr) != SQLITE_OK)
        return std::unexpected(sqlite::error(db));
    const std::unique_ptr<sqlite3_stmt, decltype([](sqlite3_stmt *s) { sqlite3_finalize(s); })> statement(prepared);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QVariant &value = values.at(i);
        const QByteArray bytes = value.typeId() == QMetaType::QString ? value.toString().toUtf8() : QByteArray();
        const int bound = value.typeId() == QMetaType::QString
                              ? sqlite3_bind_text(prepared, int(i) + 1, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT)
                              : sqlite3_bind_int64(prepared, int(i) + 1, value.toLongLong());
        if (bound != SQLITE_OK)
            return std::unexpected(sqlite::error(db));
    }
    const RawRow row(prepared);
    int step = sqlite3_step(prepared);
    while (step == SQLITE_ROW && visit(row))
        step = sqlite3_step(prepared);
    if (step != SQLITE_ROW && step != SQLITE_DONE)
        return std::unexpected(sqlite::error(db));
    return {};
}

void Reader::stopWith(const JobState *state) const
{
    sqlite3_progress_handler(sqlite::handle(m_connection), stepsBetweenLooks, state ? isToStop : nullptr, const_cast<JobState *>(state));
}

Result<qint64> Reader::number(const QString &sql, const QVariantList &values) const
{
    auto found = first(sql, values, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!found)
        return failure(found);
    return found->value_or(0);
}

Result<> Writer::run(const QString &sql, const QVariantList &values)
{
    // Some failures (a full disk) end the transaction at once; what comes after them would be written on its own.
    if (sqlite3_get_autocommit(sqlite::handle(connection())) != 0) {
        return failure(QCoreApplication::translate("redoubt::sqlite", "The project was not changed."),
            QCoreApplication::translate("redoubt::sqlite", "The action that this belongs to has been broken off."), {},
            Error::Kind::Refused);
    }
    Statement statement(*this, sql);
    return statement.execute(values);
}

Result<> Writer::insert(const QString &table, const QStringList &columns, const QVariantList &values)
{
    QStringList marks(columns.size(), u"?"_s);
    return run(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), marks.join(u", "_s)), values);
}

Result<> Writer::update(
    const QString &table, qint64 id, const QStringList &columns, const QVariantList &values)
{
    return run(u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(table, columns.join(u" = ?, "_s)), values + QVariantList{id});
}

std::unique_ptr<RowInserter> Writer::inserter(const QString &table, const QStringList &columns, RowWriting writing)
{
    return std::make_unique<RowInserter>(sqlite::handle(connection()), table, columns, writing);
}

Result<> Writer::remove(const QString &table, qint64 id)
{
    return run(u"DELETE FROM %1 WHERE id = ?"_s.arg(table), {id});
}

} // namespace redoubt
