#pragma once

#include "app/base/result.h"

#include <QByteArrayList>
#include <QString>

struct sqlite3;

namespace redoubt {

/// Lets the full-text index of a table lag behind while very many rows change: the triggers that keep it up to date cost
/// several times what the rows do, as FTS5 writes out what it has gathered after every statement. Within one transaction, at
/// the end of which the index is complete and the triggers are the same as before, to the letter. Inner to app/project.
class SearchPause
{
public:
    SearchPause(sqlite3 *db, const QByteArray &table);

    /// Takes the triggers out: that for added rows only, or all. Rows that were added meanwhile may then neither be changed
    /// nor removed.
    Result<> beginForAdding();
    Result<> begin();

    /// Puts into the index what it lacks, or makes it anew, and puts the triggers back.
    Result<> end();

private:
    Result<> takeOut(const QByteArray &names);

    sqlite3 *m_db;
    QByteArray m_table;
    QByteArrayList m_triggers; ///< the SQL that makes them again
    bool m_onlyAdds = false;
};

} // namespace redoubt
