#include "app/project/largeedit.h"

#include "app/base/id.h"
#include "app/project/changeset.h"
#include "app/project/recorder.h"
#include "app/project/sqlite.h"

namespace redoubt {

using namespace Qt::StringLiterals;

LargeEdit::LargeEdit(sqlite3 *db, Writer &writer, Recorder &recorder, qint64 seq)
    : m_db(db)
    , m_writer(writer)
    , m_recorder(recorder)
    , m_seq(seq)
{
}

LargeEdit::~LargeEdit()
{
    sqlite::checkReferences(m_db, true);
}

Result<> LargeEdit::keep(const QString &kind, const QByteArray &changes)
{
    return m_writer.run(u"INSERT INTO history_part (id, seq, part, kind, changes) VALUES (?, ?, "
                        "(SELECT coalesce(max(part), 0) + 1 FROM history_part WHERE seq = ?), ?, ?)"_s,
        {newIdNumber(), m_seq, m_seq, kind, changes});
}

Result<> LargeEdit::add(const std::function<Result<>()> &work)
{
    Result<AddedRows> rows;
    {
        const AddingRecorder recorder(m_db);
        if (auto done = work(); !done)
            return done;
        rows = recorder.added();
    }
    if (!rows)
        return failure(rows);
    if (rows->isEmpty())
        return {};
    return keepAdded(*rows);
}

Result<> LargeEdit::keepAdded(const AddedRows &rows)
{
    m_gatherer.add(rows);
    return keep(u"added"_s, rows.encoded());
}

Result<std::unique_ptr<RowInserter>> LargeEdit::wordsInserter(const QByteArray &table)
{
    const auto columns = m_pauses.emplace_back(m_db, table).beginForAdding();
    if (!columns)
        return failure(columns);
    return m_writer.inserter(QString::fromLatin1(table) + u"_search"_s, QStringList{u"rowid"_s} + *columns);
}

void LargeEdit::trustReferences()
{
    sqlite::checkReferences(m_db, false);
}

Result<> LargeEdit::finish()
{
    sqlite::checkReferences(m_db, true);
    for (SearchPause &pause : m_pauses) {
        if (auto ended = pause.end(); !ended)
            return ended;
    }
    return {};
}

Result<> LargeEdit::change(const std::function<Result<>()> &work)
{
    const auto changeset = m_recorder.record(work);
    if (!changeset)
        return failure(changeset);
    if (changeset->isEmpty())
        return {};
    m_gatherer.add(changesIn(*changeset));
    if (const auto rows = onlyAdded(*changeset))
        return keep(u"added"_s, rows->encoded());
    return keep(u"changeset"_s, *changeset);
}

Result<> LargeEdit::takeBack(const QString &kind, const QByteArray &changes)
{
    if (kind != "added"_L1)
        return change([&] { return applyInverse(m_db, changes); });
    const auto rows = AddedRows::decode(changes);
    if (!rows)
        return failure(rows);
    return change([&] { return removeAdded(m_db, *rows); });
}

} // namespace redoubt
