#pragma once

#include "app/publish/pages.h"

#include <QImage>

#include <cairo.h>

#include <functional>

// Inner to app/publish.
namespace redoubt {

using Cairo = std::unique_ptr<cairo_t, decltype([](cairo_t *cairo) { cairo_destroy(cairo); })>;
using Surface = std::unique_ptr<cairo_surface_t, decltype([](cairo_surface_t *surface) { cairo_surface_destroy(surface); })>;

/// Draws the marks of a piece where they stand.
void draw(cairo_t *cairo, const Piece &piece);

void paintWhite(cairo_t *cairo);

/// What is drawn on a sheet of this size in points, with `scale` dots a point; null where it cannot be, as without memory.
[[nodiscard]] QImage drawnImage(QSizeF size, double scale, const std::function<void(cairo_t *)> &draw);

} // namespace redoubt
