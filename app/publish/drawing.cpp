#include "app/publish/drawing.h"

#include <algorithm>

namespace redoubt {

namespace {

void draw(cairo_t *cairo, const GlyphRun &run)
{
    std::vector<cairo_glyph_t> glyphs;
    glyphs.reserve(run.glyphs.size());
    for (const GlyphRun::Glyph &glyph : run.glyphs)
        glyphs.push_back({glyph.index, double(glyph.x), double(glyph.y)});
    std::vector<cairo_text_cluster_t> clusters;
    clusters.reserve(run.clusters.size());
    for (const GlyphRun::Cluster &cluster : run.clusters)
        clusters.push_back({cluster.bytes, cluster.glyphs});
    cairo_set_source_rgb(cairo, run.colour.red, run.colour.green, run.colour.blue);
    cairo_set_scaled_font(cairo, run.font.get());
    cairo_show_text_glyphs(cairo, run.text.constData(), int(run.text.size()), glyphs.data(), int(glyphs.size()), clusters.data(),
        int(clusters.size()), run.backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0));
}

void draw(cairo_t *cairo, const Shape &shape)
{
    const Colour &colour = shape.colour;
    if (shape.opacity != shape.endOpacity) {
        cairo_pattern_t *fade = cairo_pattern_create_linear(shape.x, 0, shape.x + shape.width, 0);
        cairo_pattern_add_color_stop_rgba(fade, 0, colour.red, colour.green, colour.blue, shape.opacity);
        cairo_pattern_add_color_stop_rgba(fade, 1, colour.red, colour.green, colour.blue, shape.endOpacity);
        cairo_set_source(cairo, fade);
        cairo_pattern_destroy(fade);
    } else {
        cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, shape.opacity);
    }
    const double round = std::min({shape.round, shape.width / 2, shape.height / 2});
    if (round > 0) {
        constexpr double quarter = 1.5707963267948966;
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, shape.x + shape.width - round, shape.y + round, round, -quarter, 0);
        cairo_arc(cairo, shape.x + shape.width - round, shape.y + shape.height - round, round, 0, quarter);
        cairo_arc(cairo, shape.x + round, shape.y + shape.height - round, round, quarter, 2 * quarter);
        cairo_arc(cairo, shape.x + round, shape.y + round, round, 2 * quarter, 3 * quarter);
        cairo_close_path(cairo);
    } else {
        cairo_rectangle(cairo, shape.x, shape.y, shape.width, shape.height);
    }
    cairo_fill(cairo);
}

} // namespace

void draw(cairo_t *cairo, const Piece &piece)
{
    for (const Mark &mark : piece.marks)
        std::visit([cairo](const auto &what) { draw(cairo, what); }, mark);
}

void paintWhite(cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
}

QImage drawnImage(QSizeF size, double scale, const std::function<void(cairo_t *)> &draw)
{
    QImage image(qCeil(size.width() * scale), qCeil(size.height() * scale), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    const Surface surface(cairo_image_surface_create_for_data(
        image.bits(), CAIRO_FORMAT_RGB24, image.width(), image.height(), int(image.bytesPerLine())));
    const Cairo cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), scale, scale);
    draw(cairo.get());
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS)
        return {};
    cairo_surface_finish(surface.get());
    return image;
}

} // namespace redoubt
