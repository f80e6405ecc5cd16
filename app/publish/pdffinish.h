#pragma once

#include "app/publish/pages.h"

namespace redoubt {

/// Whether a piece is marked content of the PDF: it has a meaning, and something to see.
[[nodiscard]] bool isContent(const Piece &piece);

/// Whether a piece is one marked content with the one that is drawn before it: the lines of a paragraph. Each line of a
/// link is its own, as each has its own place to press.
[[nodiscard]] bool continuesContent(const Pages &pages, const Piece &before, const Piece &piece);

/// Gives a PDF drawn from the pages what cairo cannot: the structure tree, link annotations, language, XMP, viewer
/// preferences, page labels and an identity that depends on the content alone. In the PDF the pieces with
/// content are marked, numbered on their page in the order of drawing; the tree that cairo wrote is thrown away.
[[nodiscard]] Result<QByteArray> finishPdf(const QByteArray &drawn, const Pages &pages, const Publication &publication);

} // namespace redoubt
