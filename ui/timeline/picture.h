#pragma once

#include "app/base/result.h"

#include <QSizeF>

#include <functional>

class QPainter;

namespace redoubt {

/// Writes what paint() draws as SVG, or as PNG with 300 dots an inch, by the name of the file. `size` is in pixels of the
/// screen, 96 to the inch. The file stands there only once it is whole.
Result<> writePicture(const QString &file, QSizeF size, const QString &title, const std::function<void(QPainter &)> &paint);

/// What a file dialog offers for it.
[[nodiscard]] QString pictureFilters();

} // namespace redoubt
