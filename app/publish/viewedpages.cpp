#include "app/publish/viewedpages.h"

#include "app/publish/drawing.h"

#include <algorithm>

namespace redoubt {

namespace {

/// How far a point is from a piece. One that stands beside it is nearer than one above or below.
double distance(const Piece &piece, QPointF point)
{
    constexpr double downWeighs = 100;
    const double across = std::max({piece.x - point.x(), point.x() - piece.x - piece.width, 0.0});
    const double down = std::max({piece.y - point.y(), point.y() - piece.y - piece.height, 0.0});
    return across + down * downWeighs;
}

/// How many letters of a piece begin left of `x`, in units of UTF-16.
qsizetype lettersBefore(const Piece &piece, double x)
{
    qsizetype letters = 0;
    for (const Mark &mark : piece.marks) {
        const auto *run = std::get_if<GlyphRun>(&mark);
        if (!run)
            continue;
        qsizetype byte = 0;
        qsizetype glyph = 0;
        for (const GlyphRun::Cluster &cluster : run->clusters) {
            const bool isBehind = glyph + cluster.glyphs < qsizetype(run->glyphs.size())
                && double(run->glyphs[size_t(glyph + cluster.glyphs)].x) > x;
            if (isBehind && !run->backward)
                return letters;
            letters += QString::fromUtf8(QByteArrayView(run->text).sliced(byte, cluster.bytes)).size();
            byte += cluster.bytes;
            glyph += cluster.glyphs;
        }
    }
    return std::max<qsizetype>(0, letters - 1);
}

} // namespace

QImage pageImage(const SetPage &page, QSizeF size, double scale)
{
    return drawnImage(size, scale, [&](cairo_t *cairo) {
        paintWhite(cairo);
        for (const Piece &piece : page.pieces)
            draw(cairo, piece);
    });
}

ViewedPages::ViewedPages(Pages pages) : m_pages(std::move(pages))
{
    for (size_t number = 0; number < m_pages.pages.size(); ++number) {
        for (const Piece &piece : m_pages.pages[number].pieces) {
            if (piece.source >= 0)
                m_places.push_back({piece.source, int(number), {piece.x, piece.y, piece.width, piece.height}});
        }
    }
    // Of two with one position, as a note and its number, the one that comes first on the pages is meant.
    std::ranges::stable_sort(m_places, {}, &Place::source);
}

std::optional<ViewedPages::Place> ViewedPages::placeOf(qsizetype position) const
{
    const auto behind = std::ranges::upper_bound(m_places, position, {}, &Place::source);
    if (behind == m_places.begin())
        return m_places.empty() ? std::nullopt : std::optional(m_places.front());
    return *std::ranges::lower_bound(m_places, std::prev(behind)->source, {}, &Place::source);
}

qsizetype ViewedPages::sourceAt(int page, QPointF point) const
{
    const Piece *nearest = nullptr;
    for (const Piece &piece : m_pages.pages[size_t(page)].pieces) {
        if (piece.source >= 0 && (!nearest || distance(piece, point) < distance(*nearest, point)))
            nearest = &piece;
    }
    if (!nearest)
        return -1;
    return nearest->source + (nearest->isVerbatim ? lettersBefore(*nearest, point.x()) : 0);
}

} // namespace redoubt
