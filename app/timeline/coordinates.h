#pragma once

#include "app/timeline/event.h"

namespace redoubt {

/// Reads a point on the map, latitude first: "45.43, 28.05", "45,43; 28,05", "45°25′48″ N 28°03′ E", "28.05E 45.43N",
/// "45 25 48 N, 28 3 0 E", "geo:45.43,28.05;u=35". In WGS 84; an altitude and an uncertainty of a geo address are left out.
[[nodiscard]] Result<Coordinates> readCoordinates(const QString &text);

/// "45.43, 28.05": what readCoordinates() reads back as the same point.
[[nodiscard]] QString coordinatesText(const Coordinates &point);

/// "45°25′48″ N, 28°03′00″ E", to the nearest second.
[[nodiscard]] QString coordinatesInDegrees(const Coordinates &point);

/// Along the great circle, in kilometres.
[[nodiscard]] double distance(const Coordinates &a, const Coordinates &b);

} // namespace redoubt
