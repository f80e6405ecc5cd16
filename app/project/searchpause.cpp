#include "app/project/searchpause.h"

#include "app/project/sqlite.h"

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

const QByteArray manyBytes = QByteArray::number(32 * 1024 * 1024);
const QByteArray fewBytes = QByteArray::number(1024 * 1024); // the default of FTS5

} // namespace

SearchPause::SearchPause(sqlite3 *db, const QByteArray &table)
    : m_db(db)
    , m_table(table)
{
}

Result<> SearchPause::takeOut(const QByteArray &names)
{
    for (const QByteArray &name : names.split(' ')) {
        const QByteArray trigger = m_table + "_search_" + name;
        const auto sql = sqlite::text(m_db, ("SELECT coalesce((SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = '" + trigger + "'), '')").constData());
        if (!sql)
            return failure(sql);
        if (auto dropped = sqlite::execute(m_db, ("DROP TRIGGER " + trigger).constData()); !dropped)
            return dropped;
        m_triggers.append(sql->toUtf8());
    }
    return {};
}

Result<> SearchPause::beginForAdding()
{
    m_onlyAdds = true;
    return takeOut("added");
}

Result<> SearchPause::begin()
{
    return takeOut("added removed changed");
}

Result<> SearchPause::end()
{
    if (m_triggers.isEmpty())
        return {};
    const QByteArray index = m_table + "_search";
    const QByteArray words = m_table + "_words";
    QByteArray sql = "INSERT INTO " + index + " (" + index + ") VALUES ('rebuild')";
    if (m_onlyAdds) {
        const auto columns = sqlite::text(m_db, ("SELECT group_concat(name, ', ') FROM pragma_table_info('" + index + "')").constData());
        if (!columns)
            return failure(columns);
        // FTS5 keeps the length of every row that it knows.
        sql = "INSERT INTO " + index + " (rowid, " + columns->toUtf8() + ") SELECT id, " + columns->toUtf8() + " FROM " + words
            + " WHERE NOT EXISTS (SELECT 1 FROM " + index + "_docsize AS known WHERE known.id = " + words + ".id)";
    }
    // FTS5 merges what it writes out; the more it gathers before, the less there is to merge.
    const auto gather = [&](const QByteArray &bytes) {
        return sqlite::execute(m_db, ("INSERT INTO " + index + " (" + index + ", rank) VALUES ('hashsize', " + bytes + ")").constData());
    };
    auto done = gather(manyBytes);
    if (done)
        done = sqlite::execute(m_db, sql.constData());
    if (done)
        done = gather(fewBytes);
    for (const QByteArray &trigger : std::as_const(m_triggers)) {
        if (done)
            done = sqlite::execute(m_db, trigger.constData());
    }
    return done;
}

} // namespace redoubt
