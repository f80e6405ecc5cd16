#pragma once

#include "app/sources/duplicates.h"
#include "app/sources/sourcecard.h"

namespace redoubt {

/// Two sources that are perhaps one, with what is there to compare.
struct DuplicatePair
{
    struct Side
    {
        SourceCard card;
        QStringList tags;
        QString origin; ///< its title

        bool operator==(const Side &) const = default;
    };
    Duplicate why;
    Side first;
    Side second;

    [[nodiscard]] bool concerns(Id<Source> id) const { return why.first == id || why.second == id; }
    bool operator==(const DuplicatePair &) const = default;
};

/// The likeliest first, at most `most`.
[[nodiscard]] Result<QList<DuplicatePair>> duplicatePairs(const Reader &reader, int most, JobState &job);

/// What the two say of one thing.
struct PairLine
{
    QString label;
    QString first;
    QString second;

    bool operator==(const PairLine &) const = default;
};

/// Where they differ, in the order of the form: fields, tags, what hangs on them.
[[nodiscard]] QList<PairLine> differences(const DuplicatePair &pair);

/// Whether the first is the one to keep when nothing else is said: more hangs on it, or it says more.
[[nodiscard]] bool isFirstRicher(const DuplicatePair &pair);

} // namespace redoubt
