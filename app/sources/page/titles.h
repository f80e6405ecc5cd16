#pragma once

#include "app/sources/page/pagetree.h"

namespace redoubt {

/// The title of a page by its <title>, without the name of the site where that can be told apart.
[[nodiscard]] QString titleOf(const PageTree &page);

/// How far a heading says what a title says: 1 when the title has all its words, 0 when none. Words are of ASCII's letters and
/// digits, as Readability counts them: headings in other scripts are never alike.
[[nodiscard]] double titleLikeness(const QString &title, const QString &heading);

} // namespace redoubt
