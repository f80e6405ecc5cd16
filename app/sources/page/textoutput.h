#pragma once

#include "app/sources/page/pagetree.h"

namespace redoubt {

/// What is said inside of an element, as plain text: paragraphs, headings and lists separated by an empty line, items (and
/// lists within them) by a line end, with "• " or their number, rows of tables as lines with tabs between their cells, <pre> as
/// it stands. White space is collapsed, soft hyphens and other invisible characters are left out. Line ends are LF; there is
/// none at the end.
[[nodiscard]] QString plainText(const PageTree &page, PageTree::Index top);

} // namespace redoubt
