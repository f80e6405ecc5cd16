#pragma once

#include "app/sources/page/pagetree.h"

#include <optional>

namespace redoubt {

/// The part of a page that holds its main text, cleaned of what does not belong to it.
struct MainText
{
    PageTree page;
    PageTree::Index article; ///< an element of its own, whose content it is
    QString byline;          ///< found in the text and taken out of it; empty when none was
};

/// Chooses it by the published behaviour of Mozilla's Readability: paragraphs give points to what they stand in, for their
/// length and commas; class names and the share of links weigh in; the best element is joined by its siblings that are like
/// it. Where less than 500 characters come out, it tries again with less strictness, and takes the longest in the end.
/// A heading that repeats `title` goes; so does a byline, unless the page's metadata has one (`hasByline`).
[[nodiscard]] std::optional<MainText> findMainText(PageTree page, const QString &title, bool hasByline);

/// How strict one attempt is.
struct Strictness
{
    bool dropsUnlikely = true; ///< what its class names say to be something else
    bool weighsNames = true;
    bool cleans = true;
};

} // namespace redoubt
