#pragma once

#include "app/sources/source.h"

namespace redoubt {

/// One line of the tree of who repeats whom.
struct OriginLine
{
    Id<Source> source;
    Id<Source> origin; ///< followed to the end; the source itself where it repeats none
    int depth = 0;     ///< 0 for a source that repeats none
    int repeats = 0;   ///< how many sources go back to this one, through others too

    bool operator==(const OriginLine &) const = default;
};

/// All sources: those that repeat none in the order of their keys, each with what goes back to it right behind, in the same
/// order. A circle of origins, which only two copies of a project that are merged can make, is no origin: the sources in it,
/// and those that go back to it, stand as if they repeated none.
[[nodiscard]] Result<QList<OriginLine>> originTree(const Reader &reader);

/// The origin of each source followed to its end; costs by their number and the length of the ways.
[[nodiscard]] Result<QHash<Id<Source>, Id<Source>>> originsOf(const Reader &reader, const QList<Id<Source>> &sources);

/// How many different origins some sources have.
[[nodiscard]] Result<int> independentOrigins(const Reader &reader, const QList<Id<Source>> &sources);

/// All that go back to a source, through others too: without itself, those that repeat it at once first, then by key.
[[nodiscard]] Result<QList<Id<Source>>> goingBackTo(const Reader &reader, Id<Source> source);

} // namespace redoubt
