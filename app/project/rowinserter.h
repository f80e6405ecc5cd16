#pragma once

#include "app/base/result.h"

#include <QByteArrayView>
#include <QStringList>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace redoubt {

/// When a RowInserter writes its rows.
enum class RowWriting {
    OneByOne,   ///< insert() writes the row. One that would break a rule of the data is Error::Kind::Refused, and is not there
    Many,       ///< several by one statement, the rest by finish(). A refused row is an error that the edit must not survive
    ManyAllowed ///< as Many, but rows that would break a rule of the data are left out. The first column is the table's `id`
};

/// Adds very many rows to one table, past Qt Sql. The values of a row are given in the order of the columns, then insert()
/// is called. Lives no longer than the edit that it was made in; made by Writer::inserter().
class RowInserter
{
public:
    RowInserter(sqlite3 *db, const QString &table, const QStringList &columns, RowWriting writing);
    RowInserter(const RowInserter &) = delete;
    RowInserter &operator=(const RowInserter &) = delete;

    RowInserter &null();
    RowInserter &number(qint64 value);
    RowInserter &real(double value);
    RowInserter &text(QStringView value);
    /// UTF-8 that stays as it is until the row is written.
    RowInserter &utf8(QByteArrayView value);
    RowInserter &bytes(QByteArray value);

    Result<> insert();

    /// Writes the rows that wait. The ids of those that were left out since the last call, in the order in which they were given.
    Result<std::vector<qint64>> finish();

private:
    struct Value
    {
        enum class Kind : quint8 { Null, Number, Real, Text, Bytes };

        Kind kind = Kind::Null;
        int size = 0;
        qint64 number = 0;
        double real = 0;
        const char *data = "";

        void bindTo(sqlite3_stmt *statement, int at) const;
    };
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    [[nodiscard]] QString sqlFor(size_t rows) const;
    /// Where what the next value points at can be kept. The place that the text of an earlier row had is used again.
    QByteArray &place() { return m_kept.at(m_values.size()); }
    Result<> write();
    Result<> run(Statement &statement, size_t firstRow, size_t rows);
    Result<> noteLeftOut(size_t firstRow, size_t rows);
    Result<> prepare(Statement &statement, const QString &sql) const;

    sqlite3 *m_db;
    QString m_table;
    QStringList m_columns;
    RowWriting m_writing;
    size_t m_atOnce; ///< rows
    Statement m_full; ///< for as many
    Statement m_single;
    Statement m_find;
    std::vector<Value> m_values; ///< of the rows that wait
    std::vector<QByteArray> m_kept; ///< what some of them point at
    std::vector<qint64> m_leftOut;
};

} // namespace redoubt
