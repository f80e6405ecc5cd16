#pragma once

#include "app/brief/brief.h"

namespace redoubt {

/// Automatic versions are kept no more often than this.
inline constexpr qint64 secondsBetweenRevisions = 300;

/// A kept version of a brief's text, without the text.
struct Revision
{
    Id<Revision> id;
    Id<Brief> brief;
    QDateTime at; ///< UTC
    QString name; ///< empty for an automatic one
    int words = -1; ///< of the prose; -1 where they were not counted

    bool operator==(const Revision &) const = default;
};

/// A text as a version keeps it.
struct PackedText
{
    QByteArray bytes;
    int words = 0;
};

/// Takes a second for very long texts, so it is better called on another thread.
[[nodiscard]] PackedText packText(const QString &text);

/// Latest first.
[[nodiscard]] Result<QList<Revision>> revisions(const Reader &reader, Id<Brief> brief);
[[nodiscard]] Result<std::optional<Revision>> revision(const Reader &reader, Id<Revision> id);
/// Error::Kind::Refused when it is not there any more, Error::Kind::Damaged when it cannot be unpacked.
[[nodiscard]] Result<QString> revisionText(const Reader &reader, Id<Revision> id);

/// A version without an id gets one; the words are those of the text.
Result<> addRevision(Writer &writer, Revision &revision, const PackedText &text);
/// For a change that all texts follow, as that of a citation key (renaming.h).
Result<> updateRevisionText(Writer &writer, Id<Revision> id, const QString &text);

/// Writes the text of a brief as it is typed; meant for Project::keep. When the last automatic version is older than five minutes, the
/// text that is written over is kept as one, unless it is empty or the latest version already, and automatic ones that are superfluous
/// go (thinnedOut): what stood there before one began to type can be had back. `now` is UTC.
Result<> writeBriefText(Writer &writer, Id<Brief> id, const QString &text, const QDateTime &now);

/// Which of the automatic versions, given by their times with the latest first, are superfluous: of the last hour all stay, of the last day the
/// latest of each hour, of the last 30 days the latest of each day, of the time before that the latest of each week (from Monday);
/// hours and days are those of UTC. The latest of all stays.
[[nodiscard]] QList<qsizetype> thinnedOut(const QList<QDateTime> &times, const QDateTime &now);

/// Keeps a text that stood in the brief until something else than typing wrote over it (an action, or taking one back) as an
/// automatic version, unless it is empty or kept already; meant for Project::keep.
Result<> keepOverwritten(Writer &writer, Id<Brief> id, const QString &text, const QDateTime &now);

// What follows is meant for Project::edit, and refused when the version or the brief is not there any more.

/// Keeps the present text of a brief as a version of this name. Refused without a name.
Result<> nameVersion(Writer &writer, Id<Brief> id, const QString &name, const QDateTime &now);
/// Gives a version a name, or another one: an automatic one is then kept for good. Refused without a name.
Result<> renameVersion(Writer &writer, Id<Revision> id, const QString &name);
Result<> removeVersion(Writer &writer, Id<Revision> id);
/// Makes a version the brief's text; the present one is kept as an automatic version first, unless it is kept already.
Result<> restoreVersion(Writer &writer, Id<Revision> id, const QDateTime &now);

/// The latest version of this name; the error lists the names that there are.
[[nodiscard]] Result<Revision> versionNamed(const Reader &reader, Id<Brief> brief, const QString &name);

} // namespace redoubt
