#pragma once

#include "app/sources/page/pagetree.h"

namespace redoubt {

// What the elements of a page are made up of, as far as the choice of the main text turns on it.

/// Text, and elements that stand in a line of it.
[[nodiscard]] bool isPhrasing(const PageTree &page, PageTree::Index node);
[[nodiscard]] bool hasBlockInside(const PageTree &page, PageTree::Index node);
/// The only child where it is an element of this tag and no text stands beside it; otherwise none.
[[nodiscard]] PageTree::Index onlyChild(const PageTree &page, PageTree::Index node, GumboTag tag);
/// No text, and no elements but line breaks and rules.
[[nodiscard]] bool isEmptyElement(const PageTree &page, PageTree::Index node);
[[nodiscard]] bool isVisible(const PageTree &page, PageTree::Index node);
[[nodiscard]] bool isHeading(GumboTag tag);

/// Once for a page, before anything is looked for: two line breaks and more begin a paragraph, pictures without a source go.
void unifyMarkup(PageTree &page);
/// Runs of text that stand in a <div> become paragraphs of it.
void makeParagraphs(PageTree &page, PageTree::Index div);

} // namespace redoubt
