#include "app/project/searchpause.h"

#include "app/project/sqlite.h"

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

// Bytes that FTS5 gathers before it writes them, and how many parts of a size it merges.
constexpr int largePart = 32 * 1024 * 1024;
constexpr int usualPart = 1024 * 1024; // the default of FTS5
constexpr int usualMerge = 4;          // the default of FTS5

// FTS5 writes out what it has gathered for each row that is changed by itself, which costs about ten times what a row costs where
// the index is made anew.
constexpr qsizetype fewestToMakeAnew = 1000;
constexpr qsizetype costOfOne = 10;

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

Result<> SearchPause::set(const char *option, const QByteArray &value)
{
    const QByteArray index = m_table + "_search";
    return sqlite::execute(m_db, ("INSERT INTO " + index + " (" + index + ", rank) VALUES ('" + option + "', " + value + ")").constData());
}

Result<> SearchPause::write(Parts parts)
{
    // Few large parts need no merging while they are written; smaller changes do that by and by.
    auto done = set("hashsize", QByteArray::number(parts == Parts::Large ? largePart : usualPart));
    return done ? set("automerge", QByteArray::number(parts == Parts::Large ? 0 : usualMerge)) : done;
}

Result<QStringList> SearchPause::beginForAdding()
{
    m_onlyAdds = true;
    const auto columns = sqlite::text(m_db, ("SELECT group_concat(name, ' ') FROM pragma_table_info('" + m_table + "_search')").constData());
    if (!columns)
        return failure(columns);
    auto begun = takeOut("added");
    if (begun)
        begun = write(Parts::Large);
    return begun ? Result<QStringList>(columns->split(u' ')) : Result<QStringList>(failure(begun));
}

Result<> SearchPause::begin()
{
    auto begun = takeOut("added removed changed");
    return begun ? write(Parts::Large) : begun;
}

Result<> SearchPause::end()
{
    if (m_triggers.isEmpty())
        return {};
    const QByteArray index = m_table + "_search";
    Result<> done;
    if (!m_onlyAdds)
        done = sqlite::execute(m_db, ("INSERT INTO " + index + " (" + index + ") VALUES ('rebuild')").constData());
    if (done)
        done = write(Parts::Usual);
    for (const QByteArray &trigger : std::as_const(m_triggers)) {
        if (done)
            done = sqlite::execute(m_db, trigger.constData());
    }
    return done;
}

Result<> takeBackWithIndex(sqlite3 *db, const QByteArray &table, qsizetype rows, const std::function<Result<>()> &takeBack)
{
    SearchPause pause(db, table);
    Result<> done;
    if (rows >= fewestToMakeAnew) {
        const auto indexed = sqlite::text(db, ("SELECT count(*) FROM " + table + "_search_docsize").constData());
        if (!indexed)
            return failure(indexed);
        if (rows * costOfOne >= indexed->toLongLong())
            done = pause.begin();
    }
    if (done)
        done = takeBack();
    return done ? pause.end() : done;
}

} // namespace redoubt
