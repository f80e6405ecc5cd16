#pragma once

#include "app/sources/page/pagetree.h"

namespace redoubt {

/// What an element of a page holds, counted in one walk: by this it is judged whether it belongs to the main text.
struct Measure
{
    TextLength text;
    double linkText = 0;        ///< characters in links; in those to a place in the same page a third of them
    qsizetype headingText = 0;  ///< characters in headings
    qsizetype listText = 0;     ///< characters in lists; those in lists within lists count again
    bool hasPlainText = false;  ///< in what usually holds text: paragraphs, list items, cells…
    bool hasVideo = false;      ///< embedded from a site that is known for videos
    bool hasDataTable = false;
    int paragraphs = 0;
    int pictures = 0;
    int listItems = 0;
    int inputs = 0;
    int embedded = 0;
    int commas = 0; ///< ","

    [[nodiscard]] double linkDensity() const { return ratio(linkText); }
    [[nodiscard]] double headingDensity() const { return ratio(double(headingText)); }
    [[nodiscard]] double ratio(double part) const { return text.length() == 0 ? 0 : part / double(text.length()); }
};

[[nodiscard]] Measure measure(const PageTree &page, PageTree::Index node);

/// Whether an embedded object is a video of a site that is known for them.
[[nodiscard]] bool isVideo(const PageTree &page, PageTree::Index node);

} // namespace redoubt
