#pragma once

#include "app/project/historyparts.h"
#include "app/project/reader.h"
#include "app/project/rowinserter.h"
#include "app/project/searchpause.h"

#include <functional>

namespace redoubt {

class Recorder;

/// An action that may touch millions of rows: it is recorded in parts, so that memory does not grow with it. Everything is
/// written within add() and change(), a few thousand rows a call; what is written outside of them fails the action.
/// Only Project makes one, and only for the time of an edit.
class LargeEdit
{
public:
    LargeEdit(sqlite3 *db, Writer &writer, Recorder &recorder, qint64 seq);
    ~LargeEdit();
    LargeEdit(const LargeEdit &) = delete;
    LargeEdit &operator=(const LargeEdit &) = delete;

    [[nodiscard]] Writer &writer() { return m_writer; }

    /// `work` adds rows, and neither changes nor removes any that were there before: the cheap kind of part.
    Result<> add(const std::function<Result<>()> &work);

    /// From now on rows of this table are added without telling the full-text index. Who adds one puts its words (searchWords())
    /// into the index with what is returned: its id, then the words of each indexed column. Many rows' in a row cost the least:
    /// FTS5 writes out what it has gathered before other statements.
    Result<std::unique_ptr<RowInserter>> wordsInserter(const QByteArray &table);
    /// From now on it is not checked whether what the rows refer to is there, nor done what is to be done when it goes: for an
    /// action that only adds rows, all of which refer to what it has added or read itself.
    void trustReferences();
    /// Inner to app/project: the end of the action.
    Result<> finish();

    /// Inner to app/project: records rows that have been added already.
    Result<> keepAdded(const AddedRows &rows);

    /// `work` may do everything.
    Result<> change(const std::function<Result<>()> &work);

    /// Inner to app/project: takes back what a part says, and records that.
    Result<> takeBack(const QString &kind, const QByteArray &changes);

    [[nodiscard]] const Changes &changes() const { return m_gatherer.changes(); }

private:
    Result<> keep(const QString &kind, const QByteArray &changes);

    sqlite3 *m_db;
    Writer &m_writer;
    Recorder &m_recorder;
    qint64 m_seq;
    ChangesGatherer m_gatherer;
    std::vector<SearchPause> m_pauses;
};

} // namespace redoubt
