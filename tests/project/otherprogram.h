#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace redoubt {

/// A connection to a file as any other program would have it: nothing of ours on it.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        connection.setDatabaseName(path);
        connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=100"));
        connection.open();
    }
    ~OtherProgram()
    {
        QSqlDatabase::database(QStringLiteral("other")).close();
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }
    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;

    /// The first value of the answer, or the error.
    [[nodiscard]] QString run(const QString &sql) const
    {
        QSqlQuery query(QSqlDatabase::database(QStringLiteral("other")));
        if (!query.exec(sql))
            return query.lastError().databaseText();
        return query.next() ? query.value(0).toString() : QString();
    }
};

} // namespace redoubt
