#pragma once

#include "app/sources/page/maintext.h"

namespace redoubt {

/// Takes out of an article what stands within it without belonging to it: forms, buttons, asides, what is for sharing, lists
/// of links, boxes without text. Tables of data stay; tables of one cell become what is in it.
void cleanArticle(PageTree &page, PageTree::Index article, const Strictness &strictness);

} // namespace redoubt
