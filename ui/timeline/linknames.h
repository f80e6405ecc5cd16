#pragma once

#include "ui/timeline/layout.h"

#include <array>

namespace redoubt {

/// What is written on a link's curve, and how large that is.
struct LinkName
{
    std::array<QPointF, 4> curve;
    QSizeF size;
};

/// Where names stand on their curves, those that come first before the others: so that they cover neither each other nor a card. Where
/// time runs down they stand beside the cards. One that finds no such place may cover cards, but not that of the chosen entry; where
/// not even that is possible, its place is null.
[[nodiscard]] QList<QRectF> placeLinkNames(const QList<LinkName> &names, const TimelineLayout &layout, int chosen);

} // namespace redoubt
