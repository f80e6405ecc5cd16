#include "app/project/rowinserter.h"

#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QStringEncoder>

#include <sqlite3.h>

namespace redoubt {

using namespace Qt::StringLiterals;

RowInserter::RowInserter(sqlite3 *db, const QString &table, const QStringList &columns)
    : m_db(db)
    , m_values(size_t(columns.size()))
{
    const QStringList marks(columns.size(), u"?"_s);
    const QByteArray sql = u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), marks.join(u", "_s)).toUtf8();
    sqlite3_prepare_v3(db, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
}

RowInserter::~RowInserter()
{
    sqlite3_finalize(m_statement);
}

RowInserter &RowInserter::null()
{
    sqlite3_bind_null(m_statement, ++m_next);
    return *this;
}

RowInserter &RowInserter::number(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_next, value);
    return *this;
}

RowInserter &RowInserter::real(double value)
{
    sqlite3_bind_double(m_statement, ++m_next, value);
    return *this;
}

RowInserter &RowInserter::text(QStringView value)
{
    // The place that the text of the row before had is used again.
    QByteArray &kept = m_values.at(size_t(m_next));
    QStringEncoder encoder(QStringEncoder::Utf8);
    kept.resize(encoder.requiredSpace(value.size()));
    const char *end = encoder.appendToBuffer(kept.data(), value);
    sqlite3_bind_text(m_statement, ++m_next, kept.constData(), int(end - kept.constData()), SQLITE_STATIC);
    return *this;
}

RowInserter &RowInserter::utf8(QByteArrayView value)
{
    sqlite3_bind_text(m_statement, ++m_next, value.isNull() ? "" : value.data(), int(value.size()), SQLITE_STATIC);
    return *this;
}

RowInserter &RowInserter::bytes(QByteArray value)
{
    QByteArray &kept = m_values.at(size_t(m_next));
    kept = std::move(value);
    sqlite3_bind_blob(m_statement, ++m_next, kept.isEmpty() ? "" : kept.constData(), int(kept.size()), SQLITE_STATIC);
    return *this;
}

Result<> RowInserter::insert()
{
    m_next = 0;
    if (!m_statement)
        return std::unexpected(sqlite::error(m_db));
    // Some failures (a full disk) end the transaction at once; what comes after them would be written on its own.
    if (sqlite3_get_autocommit(m_db) != 0) {
        return failure(QCoreApplication::translate("redoubt::sqlite", "The project was not changed."),
            QCoreApplication::translate("redoubt::sqlite", "The action that this belongs to has been broken off."));
    }
    const int step = sqlite3_step(m_statement);
    Result<> done;
    if (step != SQLITE_DONE)
        done = std::unexpected(sqlite::error(m_db));
    sqlite3_reset(m_statement);
    return done;
}

} // namespace redoubt
