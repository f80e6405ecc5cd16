#pragma once

#include "app/timeline/import/eventimport.h"

namespace redoubt {

/// What sources and briefs do for an import of events: sources are found or made, and what a brief speaks of stays.
[[nodiscard]] ImportHooks importHooks(const Reader &reader);

} // namespace redoubt
