#pragma once

#include <QStringView>

namespace redoubt {

/// How many characters (UTF-16 units) have to be put in, taken out or changed to make one text of the other. Takes time
/// proportional to the product of the lengths, 64 steps at once.
[[nodiscard]] int editDistance(QStringView a, QStringView b);

/// The stretch [start, end) of a text that a pattern is made of with the fewest changes.
struct NearestPlace
{
    qsizetype start = 0;
    qsizetype end = 0;
    int distance = 0;

    bool operator==(const NearestPlace &) const = default;
};

/// The first of the best; an empty stretch where no character is in common.
[[nodiscard]] NearestPlace nearestPlace(QStringView pattern, QStringView text);

} // namespace redoubt
