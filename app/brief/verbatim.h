#pragma once

#include "app/brief/citation.h"

#include <QStringList>

namespace redoubt {

/// Whether a line may open or close a fence (``` or ~~~), as far as its start tells.
[[nodiscard]] bool mayBeFence(QStringView line);

/// Whether the line below these stands in a fence (code, an argument). Only those of the lines above it that may be fences need
/// be there. What a fence says decides (```argdown opens one); where none says anything, the first is taken to open one.
[[nodiscard]] bool isInFence(const QStringList &fences);

/// Whether a position of a line of prose is not prose: in code between backticks, in the address of a link, an address as it
/// stands, a citation, attributes in braces, HTML or a comment. A mark that is not closed yet counts: one types from left to right.
[[nodiscard]] bool isVerbatim(QStringView line, qsizetype position);

} // namespace redoubt
