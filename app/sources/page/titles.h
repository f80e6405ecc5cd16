#pragma once

#include "app/sources/page/pagetree.h"

#include <QSet>

namespace redoubt {

/// The title of a page by its <title>, without the name of the site where that can be told apart.
[[nodiscard]] QString titleOf(const PageTree &page);

/// The words of a title: of ASCII's letters and digits, as Readability counts them. Titles in other scripts have none.
[[nodiscard]] QSet<QString> titleWords(const QString &title);
/// How far a heading says what a title says: 1 when all its words are among those of the title, 0 when none.
[[nodiscard]] double titleLikeness(const QSet<QString> &ofTitle, const QString &heading);

} // namespace redoubt
