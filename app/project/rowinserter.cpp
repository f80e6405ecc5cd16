#include "app/project/rowinserter.h"

#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QStringEncoder>

#include <sqlite3.h>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

// Of 8, 32 and 100 rows, 32 took nearly all that can be had: a fifth to a third of what a row costs by itself.
constexpr size_t rowsOfStatement = 32;

} // namespace

void RowInserter::Value::bindTo(sqlite3_stmt *statement, int at) const
{
    switch (kind) {
    case Kind::Null:
        sqlite3_bind_null(statement, at);
        break;
    case Kind::Number:
        sqlite3_bind_int64(statement, at, number);
        break;
    case Kind::Real:
        sqlite3_bind_double(statement, at, real);
        break;
    case Kind::Text:
        sqlite3_bind_text(statement, at, data, size, SQLITE_STATIC);
        break;
    case Kind::Bytes:
        sqlite3_bind_blob(statement, at, data, size, SQLITE_STATIC);
        break;
    }
}

void RowInserter::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

RowInserter::RowInserter(sqlite3 *db, const QString &table, const QStringList &columns, RowWriting writing)
    : m_db(db)
    , m_table(table)
    , m_columns(columns)
    , m_writing(writing)
    , m_atOnce(writing == RowWriting::OneByOne ? 1 : rowsOfStatement)
    , m_kept(size_t(columns.size()) * m_atOnce)
{
    m_values.reserve(m_kept.size());
}

/// Without OR, a statement that writes more than one row keeps what it would need to take a part of them back.
QString RowInserter::sqlFor(size_t rows) const
{
    const QString row = u'(' + QStringList(m_columns.size(), u"?"_s).join(u", "_s) + u')';
    const QString otherwise = m_writing == RowWriting::OneByOne ? u""_s : m_writing == RowWriting::Many ? u"OR FAIL "_s : u"OR IGNORE "_s;
    return u"INSERT %1INTO %2 (%3) VALUES %4"_s.arg(otherwise, m_table, m_columns.join(u", "_s), QStringList(qsizetype(rows), row).join(u", "_s));
}

RowInserter &RowInserter::null()
{
    m_values.push_back({});
    return *this;
}

RowInserter &RowInserter::number(qint64 value)
{
    m_values.push_back({.kind = Value::Kind::Number, .number = value});
    return *this;
}

RowInserter &RowInserter::real(double value)
{
    m_values.push_back({.kind = Value::Kind::Real, .real = value});
    return *this;
}

RowInserter &RowInserter::text(QStringView value)
{
    QByteArray &kept = place();
    QStringEncoder encoder(QStringEncoder::Utf8);
    kept.resize(encoder.requiredSpace(value.size()));
    const char *end = encoder.appendToBuffer(kept.data(), value);
    return utf8(QByteArrayView(kept.constData(), end - kept.constData()));
}

RowInserter &RowInserter::utf8(QByteArrayView value)
{
    m_values.push_back({.kind = Value::Kind::Text, .size = int(value.size()), .data = value.isNull() ? "" : value.data()});
    return *this;
}

RowInserter &RowInserter::bytes(QByteArray value)
{
    QByteArray &kept = place();
    kept = std::move(value);
    m_values.push_back({.kind = Value::Kind::Bytes, .size = int(kept.size()), .data = kept.isEmpty() ? "" : kept.constData()});
    return *this;
}

Result<> RowInserter::insert()
{
    return m_values.size() < m_kept.size() ? Result<>() : write();
}

Result<std::vector<qint64>> RowInserter::finish()
{
    if (auto written = write(); !written)
        return failure(written);
    return std::exchange(m_leftOut, {});
}

Result<> RowInserter::write()
{
    const size_t rows = m_values.size() / size_t(m_columns.size());
    Result<> done;
    if (rows == m_atOnce)
        done = run(m_full, 0, rows);
    for (size_t row = 0; done && rows < m_atOnce && row < rows; ++row)
        done = run(m_single, row, 1);
    m_values.clear();
    return done;
}

Result<> RowInserter::prepare(Statement &statement, const QString &sql) const
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v3(m_db, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    statement.reset(prepared);
    return code == SQLITE_OK ? Result<>() : std::unexpected(sqlite::error(m_db));
}

Result<> RowInserter::run(Statement &statement, size_t firstRow, size_t rows)
{
    if (!statement) {
        if (auto prepared = prepare(statement, sqlFor(rows)); !prepared)
            return prepared;
    }
    // Some failures (a full disk) end the transaction at once; what comes after them would be written on its own.
    if (sqlite3_get_autocommit(m_db) != 0) {
        return failure(QCoreApplication::translate("redoubt::sqlite", "The project was not changed."),
            QCoreApplication::translate("redoubt::sqlite", "The action that this belongs to has been broken off."));
    }
    const size_t from = firstRow * size_t(m_columns.size());
    for (size_t i = 0; i < rows * size_t(m_columns.size()); ++i)
        m_values[from + i].bindTo(statement.get(), int(i) + 1);
    Result<> done;
    if (sqlite3_step(statement.get()) != SQLITE_DONE)
        done = std::unexpected(sqlite::error(m_db));
    const bool isComplete = m_writing != RowWriting::ManyAllowed || sqlite3_changes64(m_db) == qint64(rows);
    sqlite3_reset(statement.get());
    return done && !isComplete ? noteLeftOut(firstRow, rows) : done;
}

Result<> RowInserter::noteLeftOut(size_t firstRow, size_t rows)
{
    auto done = m_find ? Result<>() : prepare(m_find, u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(m_table));
    for (size_t row = firstRow; done && row < firstRow + rows; ++row) {
        const Value &id = m_values[row * size_t(m_columns.size())];
        id.bindTo(m_find.get(), 1);
        const int step = sqlite3_step(m_find.get());
        if (step == SQLITE_DONE)
            m_leftOut.push_back(id.number);
        else if (step != SQLITE_ROW)
            done = std::unexpected(sqlite::error(m_db));
        sqlite3_reset(m_find.get());
    }
    return done;
}

} // namespace redoubt
