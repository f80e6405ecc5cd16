#pragma once

#include "app/publish/pages.h"

#include <vector>

namespace redoubt {

/// What is never split over two pages: a line, a row, a figure. Its pieces have their place across the page, and down
/// from the strip's own top.
struct Strip
{
    double height = 0;
    double before = 0;         ///< space above it, except at the top of a page
    bool keepWithNext = false; ///< no page ends behind it
    bool floats = false;       ///< may stand at the top of the next page while the text goes on
    bool onGrid = true;        ///< starts on a line of the baseline grid
    std::vector<Piece> pieces;
    std::vector<int> notes;    ///< footnotes that are cited in it
    int header = -1;           ///< the table header that is repeated when this strip starts a page
    int bookmark = -1;
};

/// A publication before it is divided into pages.
struct Flow
{
    std::vector<Strip> strips;
    std::vector<std::vector<Strip>> notes;   ///< the lines of each footnote
    std::vector<std::vector<Strip>> headers; ///< of the tables
    std::vector<Element> elements;
    std::vector<Bookmark> bookmarks; ///< without their places
    int pieceCount = 0;
};

/// Quotation marks, dashes and ellipses as they are printed. `before` is the letter that the text follows.
[[nodiscard]] QString typographic(const QString &text, QChar before = u' ');

/// Moves a piece down the page.
void movePiece(Piece &piece, double by);

/// Divides the flow into pages of the size: see setInPages for the rules.
[[nodiscard]] Pages paginate(Flow flow, QSizeF size);

/// Puts "page n of m" on every page, and project and title over all but the first: decoration, outside the tree of meaning.
void addRunningHeads(Pages &pages, const Publication &publication);

} // namespace redoubt
