#pragma once

#include <QList>
#include <QString>

namespace redoubt {

/// A stretch of two texts laid over each other.
struct TextRun
{
    enum class Kind { Unchanged, Removed, Added };
    Kind kind = Kind::Unchanged;
    QString text;

    bool operator==(const TextRun &) const = default;
};

/// How one text became another: paragraph by paragraph, and word by word within paragraphs that changed. The unchanged and the
/// removed runs in a row are `before` to the letter, the unchanged and the added ones `after`; of a change what was removed
/// comes first, and no two neighbours are of one kind.
///
/// Paragraphs, then words, that stand once in both texts hold them together (the "patience" way); what lies between is compared
/// in full where it is short and given as removed and added where it is long. So it takes little more than linear time, and what it
/// gives is always true but not always the shortest. May be called from any thread.
[[nodiscard]] QList<TextRun> textDifference(QStringView before, QStringView after);

/// The runs with " […] " in the middle of those that are longer, each kind with a limit of its own.
[[nodiscard]] QList<TextRun> shortenedRuns(const QList<TextRun> &runs, qsizetype longestUnchanged, qsizetype longestChange);

} // namespace redoubt
