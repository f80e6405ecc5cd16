#include "app/brief/sourcemerging.h"

#include "app/brief/brief.h"
#include "app/brief/renaming.h"

namespace redoubt {

Result<SourceMerge> mergeSources(Writer &writer, Id<Source> keep, Id<Source> drop)
{
    const auto dropped = source(writer, drop);
    if (!dropped)
        return failure(dropped);
    auto merge = mergeSourceRows(writer, keep, drop);
    const auto all = briefs(writer);
    if (!merge || !all)
        return merge ? failure(all) : std::move(merge);
    for (const Brief &brief : *all) {
        const QString text = withCitationsRenamed(brief.text, (*dropped)->key, merge->kept.key);
        if (text == brief.text)
            continue;
        if (auto changed = updateBriefText(writer, brief.id, text); !changed)
            return failure(changed);
    }
    return merge;
}

} // namespace redoubt
