#pragma once

#include "app/sources/page/maintext.h"

namespace redoubt {

/// Scores what the elements in `holders` stand in, and moves the best of it, with the siblings that belong to it, into an
/// element of its own, which is returned.
[[nodiscard]] PageTree::Index gatherArticle(
    PageTree &page, const std::vector<PageTree::Index> &holders, const Strictness &strictness);

} // namespace redoubt
