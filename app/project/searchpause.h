#pragma once

#include "app/base/result.h"

#include <QByteArrayList>
#include <QString>

#include <functional>

struct sqlite3;

namespace redoubt {

/// Lets the full-text index of a table lag behind while very many rows change: the triggers that keep it up to date cost
/// several times what the rows do, as FTS5 writes out what it has gathered after every statement. Within one transaction, at
/// the end of which the index is complete and the triggers are the same as before, to the letter. Inner to app/project.
class SearchPause
{
public:
    SearchPause(sqlite3 *db, const QByteArray &table);

    /// Takes the trigger for added rows out: who adds one puts its words into the index, too. Its columns, in their order.
    Result<QStringList> beginForAdding();
    /// Takes all triggers out.
    Result<> begin();

    /// Makes the index anew unless rows were only added, and puts the triggers back.
    Result<> end();

private:
    enum class Parts { Usual, Large };

    Result<> takeOut(const QByteArray &names);
    Result<> set(const char *option, const QByteArray &value);
    /// How FTS5 is to write from now on.
    Result<> write(Parts parts);

    sqlite3 *m_db;
    QByteArray m_table;
    QByteArrayList m_triggers; ///< the SQL that makes them again
    bool m_onlyAdds = false;
};

/// Takes back what happened to so many rows of a table, whose full-text index is made anew where that is less work than to follow
/// each of them.
Result<> takeBackWithIndex(sqlite3 *db, const QByteArray &table, qsizetype rows, const std::function<Result<>()> &takeBack);

} // namespace redoubt
