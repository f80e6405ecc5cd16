#pragma once

#include "ui/workbench/window.h"

namespace redoubt {

class Syntax;

/// The parts of the program put together: the panels, and the export of a brief.
/// `syntax` is what the briefs of all windows are set by.
[[nodiscard]] Fittings fittings(std::shared_ptr<Syntax> syntax);

} // namespace redoubt
