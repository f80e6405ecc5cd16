#pragma once

#include "ui/workbench/window.h"

namespace redoubt {

/// The parts of the program put together: the four panels, and the export of a brief.
[[nodiscard]] Fittings fittings();

} // namespace redoubt
