#pragma once

#include "app/sources/bibliography/bibliographyitem.h"

namespace redoubt {

/// CSL-JSON: an array of items, one item, or an object with `items`. Every member is kept, known or not. What is no object is
/// a problem of its line; a file that is no JSON, or is nested more than 256 deep, is an error (Error::Kind::Invalid).
[[nodiscard]] Result<Bibliography> readCslJson(const QByteArray &json);

/// An array, indented.
[[nodiscard]] QByteArray writeCslJson(const QList<BibliographyItem> &items);

} // namespace redoubt
