#pragma once

#include "app/publish/pages.h"

typedef struct _cairo cairo_t;

namespace redoubt {

/// Draws the marks of a piece where they stand. Inner to app/publish.
void draw(cairo_t *cairo, const Piece &piece);

} // namespace redoubt
