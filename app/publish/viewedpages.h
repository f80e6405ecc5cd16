#pragma once

#include "app/publish/pages.h"

#include <QImage>
#include <QPointF>
#include <QRectF>

#include <optional>

namespace redoubt {

/// A page as it is printed, on white, with `scale` dots a point; null where it cannot be drawn, as without memory. From any thread.
[[nodiscard]] QImage pageImage(const SetPage &page, QSizeF size, double scale);

/// Pages that are looked at beside the text that they are made from. Places on a page are in points from its top left corner.
class ViewedPages
{
public:
    explicit ViewedPages(Pages pages);

    struct Place
    {
        qsizetype source = 0; ///< in the brief's text
        int page = 0;         ///< from 0
        QRectF box;
    };
    [[nodiscard]] QSizeF size() const { return m_pages.size; }
    [[nodiscard]] int count() const { return int(m_pages.pages.size()); }
    [[nodiscard]] const SetPage &page(int number) const { return m_pages.pages[size_t(number)]; }

    /// Where a position of the text stands: what begins last at or before it. Nothing when none of the text is on the pages.
    [[nodiscard]] std::optional<Place> placeOf(qsizetype position) const;
    /// The position of the text that stands nearest to a point of a page; -1 when there is none on the page.
    [[nodiscard]] qsizetype sourceAt(int page, QPointF point) const;

private:
    Pages m_pages;
    std::vector<Place> m_places; ///< by their place in the text
};

} // namespace redoubt
