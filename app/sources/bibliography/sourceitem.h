#pragma once

#include "app/sources/bibliography/bibliographyitem.h"
#include "app/sources/source.h"

namespace redoubt {

/// A reference as a source of the project. What the columns of a source say is taken out of the item; Source::fields keeps the
/// rest, and the CSL of a column where that says more than the column (names in parts, a title with italics, a date in words).
/// The key is the item's `citation-key` or `id` where that can be cited, else empty. Without a title one is made of what
/// there is.
[[nodiscard]] Source sourceOfItem(const BibliographyItem &item);

/// The other way round. What a column says stands above what `fields` keep of it.
[[nodiscard]] BibliographyItem itemOfSource(const Source &source, const QStringList &tags);

/// The variables of CSL that the columns of the source say, its key, note and tags among them: they are not fields of their own.
[[nodiscard]] QStringList columnVariables(const Source &source);

/// The DOI among the fields, in small letters and without the address of a resolver.
[[nodiscard]] QString doiOf(const Source &source);

} // namespace redoubt
