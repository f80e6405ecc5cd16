#pragma once

#include "app/base/job.h"
#include "app/project/changes.h"
#include "app/project/reader.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>

#include <functional>
#include <memory>

struct sqlite3;

namespace redoubt {

class LargeEdit;
class Recorder;

/// One action of the history.
struct Action
{
    qint64 seq = 0;
    QDateTime at; ///< UTC, of the last time that it was done, taken back or repeated
    QString what; ///< "Add event “Drone over Galați”", in the language it was done in
    bool undone = false;

    bool operator==(const Action &) const = default;
};

/// One open project file, and the only way to change it. Every change is on the disk when the call returns.
///
/// SQLite; WAL with synchronous=FULL while open, one file again after a clean close. Lives on one thread.
class Project : public QObject
{
    Q_OBJECT

public:
    enum class Mode { ReadWrite, ReadOnly };
    enum class Pages { ToBeChecked, Known };

    /// Makes a new project, empty but for `content`, which is not an action of the history. The file is there only once it is
    /// complete; an existing file is never overwritten (Error::Kind::Exists).
    static Result<> create(
        const QString &path, const QString &title, const std::function<Result<>(Writer &)> &content = {});

    /// How many schema steps this version knows.
    [[nodiscard]] static int lastStep();

    /// Opens a project. The checks come before anything is written: the header, the permissions, whether it is open in another
    /// window (ReadWrite only), the schema, the pages (quick_check). A file that fails one is left untouched.
    /// An older step is migrated after a copy was kept beside the file, or, in Mode::ReadOnly, in a temporary copy; a newer one
    /// opens in Mode::ReadOnly only.
    static Result<std::unique_ptr<Project>> open(const QString &path, Mode mode = Mode::ReadWrite, Pages pages = Pages::ToBeChecked);

    /// The part of those checks that takes long for a large file, seconds for one of a gigabyte: its pages, looked through on any thread.
    /// Whoever has done it just before may open() the file as one whose pages are known. Nothing is written.
    static Result<> checkPages(const QString &path, JobState &state);

    /// The name by which the windows of this user agree on who has the file open: of its lock, and of the local socket that
    /// brings the first window to the front.
    [[nodiscard]] static QString sessionName(const QString &path);

    /// A second access to a project that is open in this process and lent out, for one long edit on another thread. It is
    /// closed before the lender goes on.
    static Result<std::unique_ptr<Project>> openLent(const QString &path);

    ~Project() override;

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return m_mode == Mode::ReadOnly; }
    /// The number of schema steps that the file has taken.
    [[nodiscard]] int step() const;
    [[nodiscard]] const Reader &reader() const { return *m_writer; }

    /// One action of the user: one transaction, one entry of the history. `what` is shown in the history and in
    /// "Undo …". If `work` or the writing fails nothing has changed. Work that changes nothing leaves no entry.
    /// Actions that were undone can be repeated no more afterwards. Refused within `work`, and when the file is not at
    /// its place any more.
    Result<> edit(const QString &what, const std::function<Result<>(Writer &)> &work);

    /// The same for an action that may touch millions of rows, in memory that does not grow with them. `changed` then names
    /// tables as a whole. Undo and redo take such an action in memory that does not grow either.
    Result<> editLarge(const QString &what, const std::function<Result<>(LargeEdit &)> &work);

    /// Says that nobody needs to read the file while this object has it: large actions are then written once, not twice, and others
    /// who want to read meanwhile are told that the file is in use.
    void keepOthersOut() { m_isAlone = true; }

    /// Until settle() nothing can be changed through this object (Error::Kind::InUse): another thread writes. Reading goes on,
    /// and shows what was there before. False when it is lent already. With `finish`, which waits for the other thread and
    /// settles, who wants to change something waits too instead of being refused: for what is short.
    bool lend(std::function<void()> finish = {});
    /// Tells of what the other thread has changed.
    void settle(const Changes &changes);

    /// A change outside the history: the text of a brief while it is typed, and its automatic revisions.
    Result<> keep(const std::function<Result<>(Writer &)> &work);

    /// Takes the last action back, or repeats the last one taken back. Error::Kind::Refused when there is none.
    Result<> undo();
    Result<> redo();

    /// What undo() or redo() would do; empty when there is nothing.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;

    /// All actions, oldest first.
    [[nodiscard]] Result<QList<Action>> history() const;

    /// Writes the whole project, its history too, to a new file; never overwrites.
    Result<> saveCopy(const QString &path) const;

    /// What is wrong with the file's structure, its references and its full-text index; empty when all is well. Whether the
    /// index says what the rows say is told for files that can be written only.
    [[nodiscard]] Result<QStringList> problems() const;

Q_SIGNALS:
    /// After each edit and keep that changed something, and after each undo and redo.
    void changed(const redoubt::Changes &changes);

private:
    Project(const QString &path, Mode mode, const QSqlDatabase &connection, std::unique_ptr<QLockFile> lock);

    [[nodiscard]] Result<> checkChangeable() const;
    /// One transaction; if `work` fails nothing has changed.
    Result<> inTransaction(const std::function<Result<>()> &work);
    /// Runs `work` and then `record` in one transaction; says what `work` changed.
    Result<Changes> transact(const std::function<Result<>(Writer &)> &work,
        const std::function<Result<>(const QByteArray &changeset)> &record);
    Result<> tell(const Result<Changes> &changes);
    Result<> takeBack(const QString &sql, bool undone);
    Result<Changes> takeBackParts(qint64 seq, bool undone);
    /// Enters an action that is not undone; `changeset` is empty where parts follow. What was undone can be repeated no more.
    Result<> enter(const QString &what, const QByteArray &changeset);

    QString m_path;
    Mode m_mode;
    QString m_connectionName;
    sqlite3 *m_db; ///< of that connection
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<QLockFile> m_lock;
    bool m_inTransaction = false;
    bool m_isLent = false;
    std::function<void()> m_finish; ///< what is lent
    bool m_isAlone = false;
};

} // namespace redoubt
