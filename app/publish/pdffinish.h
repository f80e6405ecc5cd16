#pragma once

#include "app/publish/pages.h"

namespace redoubt {

/// Gives a PDF drawn from the pages what cairo cannot: the structure tree, link annotations, language, XMP, viewer
/// preferences, page labels and an identity that depends on the content alone. In the PDF each piece that has an element
/// is marked content, numbered on its page in the order of drawing; the tree that cairo wrote is thrown away.
[[nodiscard]] Result<QByteArray> finishPdf(const QByteArray &drawn, const Pages &pages, const Publication &publication);

} // namespace redoubt
