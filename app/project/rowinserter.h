#pragma once

#include "app/base/result.h"

#include <QByteArrayView>
#include <QStringList>

#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace redoubt {

/// Adds very many rows to one table, past Qt Sql. The values of a row are given in the order of the columns, then insert()
/// is called. Lives no longer than the edit that it was made in; made by Writer::inserter().
class RowInserter
{
public:
    RowInserter(sqlite3 *db, const QString &table, const QStringList &columns);
    ~RowInserter();
    RowInserter(const RowInserter &) = delete;
    RowInserter &operator=(const RowInserter &) = delete;

    RowInserter &null();
    RowInserter &number(qint64 value);
    RowInserter &real(double value);
    RowInserter &text(QStringView value);
    /// UTF-8 that stays as it is until insert().
    RowInserter &utf8(QByteArrayView value);
    RowInserter &bytes(QByteArray value);

    /// Error::Kind::Refused when the row would break a rule of the data; then it is not there.
    Result<> insert();

private:
    sqlite3 *m_db;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<QByteArray> m_values; ///< what the statement points at
    int m_next = 0;
};

} // namespace redoubt
