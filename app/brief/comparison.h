#pragma once

#include "app/base/job.h"
#include "app/base/textdifference.h"
#include "app/brief/paragraphs.h"

#include <optional>

namespace redoubt {

/// A paragraph of two versions of a brief, or a place where it was.
struct ComparisonRow
{
    enum class Kind {
        Same,
        Changed,   ///< in its place, with other words
        Added,     ///< only in the later version
        Removed,   ///< only in the earlier version
        MovedHere, ///< in the later version, at its new place; `runs` where its words were changed on the way
        MovedAway, ///< in the earlier version, at its old place
    };
    Kind kind = Kind::Same;
    QString before; ///< its wording in the earlier version; empty for an added one
    QString after;  ///< in the later one; empty for one that was removed or moved away
    QList<TextRun> runs;
    QString section;      ///< the heading that it stands below; empty before the first one
    QString otherSection; ///< of one that moved: where it came from or went to
    qsizetype otherRow = -1;

    bool operator==(const ComparisonRow &) const = default;
};

/// What became of one version of a brief's text in another one.
struct VersionComparison
{
    QList<ComparisonRow> rows; ///< all paragraphs; at each change what was there before what came
    int changed = 0;           ///< paragraphs
    int added = 0;
    int removed = 0;
    int moved = 0;
    int wordsAdded = 0; ///< without those that moved
    int wordsRemoved = 0;
    bool otherLayout = false; ///< the paragraphs are the same, but not the blank lines between them or the line ends in them

    [[nodiscard]] int changes() const { return changed + added + removed + moved; }

    bool operator==(const VersionComparison &) const = default;
};

/// Compares by paragraphs (paragraphs.h), and by words where a paragraph has changed. A paragraph that stands elsewhere is told as
/// moved, also when most of its words (three of five) are the same only. Takes little more than linear time, also for texts that
/// have nothing in common: then a likeness may be missed, never made up. May be called from any thread; nothing when `job` was stopped.
[[nodiscard]] std::optional<VersionComparison> compareParagraphs(const QList<Paragraph> &before, const QList<Paragraph> &after, const JobState *job = nullptr);
[[nodiscard]] std::optional<VersionComparison> compareVersions(const QString &before, const QString &after, const JobState *job = nullptr);

} // namespace redoubt
