#pragma once

#include "app/sources/sourcemerge.h"

namespace redoubt {

/// Makes one source of two, as mergeSourceRows() does, and lets what cites `drop` cite `keep`, as renameCitations() does: one
/// action, that is taken back as one.
[[nodiscard]] Result<SourceMerge> mergeSources(Writer &writer, Id<Source> keep, Id<Source> drop);

} // namespace redoubt
