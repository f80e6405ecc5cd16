#pragma once

#include "app/sources/source.h"

namespace redoubt {

struct Event;

/// What became of two sources that were one document.
struct SourceMerge
{
    Source kept;
    QList<Id<Event>> otherStance; ///< of which the one said that it was so, and the other that it was not

    bool operator==(const SourceMerge &) const = default;
};

/// Makes one source of two: `keep` gets the captures with their excerpts, the tags, what else refers to `drop`, and `drop`'s fields
/// where its own are empty; notes are put together; it is retracted when one of them is. What both say of an event is said
/// once: where they say different things the one with an excerpt counts, else `keep`. What repeats one of them repeats `keep`;
/// its origin is its own, else the other's, never a circle. `drop` is gone then; the briefs that cite it are not
/// looked at: see app/brief/sourcemerging.h. Refused when one of them is not there, or both are the same.
[[nodiscard]] Result<SourceMerge> mergeSourceRows(Writer &writer, Id<Source> keep, Id<Source> drop);

} // namespace redoubt
