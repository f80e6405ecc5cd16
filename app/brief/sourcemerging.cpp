#include "app/brief/sourcemerging.h"

#include "app/brief/renaming.h"

namespace redoubt {

Result<SourceMerge> mergeSources(Writer &writer, Id<Source> keep, Id<Source> drop)
{
    const auto dropped = source(writer, drop);
    if (!dropped)
        return failure(dropped);
    auto merge = mergeSourceRows(writer, keep, drop);
    if (!merge)
        return merge;
    if (auto renamed = renameCitations(writer, (*dropped)->key, merge->kept.key); !renamed)
        return failure(renamed);
    return merge;
}

} // namespace redoubt
