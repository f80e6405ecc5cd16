#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace redoubt {

class JobState;
class RowInserter;
enum class RowWriting;

/// A row as SQLite itself hands it out; may only be read during the call that it is given to.
class RawRow
{
public:
    explicit RawRow(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] double real(int column) const;
    /// UTF-8; the bytes go with the row.
    [[nodiscard]] QByteArrayView text(int column) const;

private:
    sqlite3_stmt *m_statement;
};

/// Reads a project. The query functions of each room take one of these; nothing else runs SQL.
/// Prepared statements are kept, so SQL texts should be literals. For one thread.
class Reader
{
public:
    explicit Reader(const QSqlDatabase &connection);
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    /// Calls visit(row) for each row; `row` is a QSqlQuery that may only be read, and only during the call. A visit that
    /// returns false is the last one.
    template<class Visit>
    Result<> each(const QString &sql, const QVariantList &values, Visit visit) const
    {
        Statement statement(*this, sql);
        if (auto started = statement.execute(values); !started)
            return started;
        while (statement.query.next()) {
            if constexpr (std::is_same_v<std::invoke_result_t<Visit, const QSqlQuery &>, bool>) {
                if (!visit(std::as_const(statement.query)))
                    return {};
            } else {
                visit(std::as_const(statement.query));
            }
        }
        return statement.finished();
    }

    /// As each(), past Qt Sql, for very many rows: several times as fast. Where visit(row) returns false no more are read.
    /// The values are numbers and texts.
    Result<> eachRaw(
        const QString &sql, const QVariantList &values, const std::function<bool(const RawRow &)> &visit) const;

    /// From now on, reading fails with Error::Kind::Cancelled soon after the state says so; with nullptr no more. The state must
    /// last until then.
    void stopWith(const JobState *state) const;

    /// What read(row) makes of each row, in order.
    template<class Read>
    auto all(const QString &sql, const QVariantList &values, Read read) const
    {
        using Value = std::decay_t<std::invoke_result_t<Read, const QSqlQuery &>>;
        QList<Value> list;
        auto done = each(sql, values, [&](const QSqlQuery &row) { list.append(read(row)); });
        return done ? Result<QList<Value>>(std::move(list)) : Result<QList<Value>>(failure(done));
    }

    /// What read(row) makes of the first row, or nothing where there is none.
    template<class Read>
    auto first(const QString &sql, const QVariantList &values, Read read) const
    {
        using Value = std::decay_t<std::invoke_result_t<Read, const QSqlQuery &>>;
        using Maybe = Result<std::optional<Value>>;
        Statement statement(*this, sql);
        if (auto started = statement.execute(values); !started)
            return Maybe(failure(started));
        if (!statement.query.next()) {
            auto ended = statement.finished();
            return ended ? Maybe(std::optional<Value>()) : Maybe(failure(ended));
        }
        return Maybe(std::optional<Value>(read(std::as_const(statement.query))));
    }

    /// The first column of the first row as a number; 0 where there is none.
    [[nodiscard]] Result<qint64> number(const QString &sql, const QVariantList &values = {}) const;

protected:
    /// A prepared statement, borrowed from the kept ones and given back when the scope ends.
    struct Statement
    {
        Statement(const Reader &reader, const QString &sql);
        ~Statement();
        Statement(const Statement &) = delete;
        Statement &operator=(const Statement &) = delete;

        Result<> execute(const QVariantList &values);
        Result<> finished();
        [[nodiscard]] Error failed() const;

        const Reader &reader;
        QString sql;
        QSqlQuery query;
        bool prepared;
    };

    [[nodiscard]] const QSqlDatabase &connection() const { return m_connection; }

private:
    QSqlDatabase m_connection;
    mutable QHash<QString, std::shared_ptr<QSqlQuery>> m_kept;
};

/// Writes a project. Only Project makes one, and only for the time of an edit.
class Writer : public Reader
{
public:
    using Reader::Reader;

    /// Runs one INSERT, UPDATE or DELETE. The error says which rule of the data it would break. Refuses once the edit has
    /// been broken off.
    Result<> run(const QString &sql, const QVariantList &values = {});

    /// Inserts a row; the columns and the values stand in the same order.
    Result<> insert(const QString &table, const QStringList &columns, const QVariantList &values);

    /// Sets columns of the row with this id.
    Result<> update(const QString &table, qint64 id, const QStringList &columns, const QVariantList &values);

    /// For adding very many rows to one table (rowinserter.h); unless told otherwise, one by one.
    [[nodiscard]] std::unique_ptr<RowInserter> inserter(const QString &table, const QStringList &columns, RowWriting writing = {});

    /// Removes the row with this id, and by the schema's cascades all that hangs on it.
    Result<> remove(const QString &table, qint64 id);
};

} // namespace redoubt
