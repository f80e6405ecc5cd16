#pragma once

#include <QList>

#include <array>

namespace redoubt {

/// A card that wants a place on a line of a given length, near the position of its mark.
struct CardWish
{
    double desired = 0;              ///< where its first pixel would best be
    std::array<double, 3> lengths{}; ///< in its smallest, middle and largest style
    int style = 2;                   ///< the largest allowed; becomes the one that found room, or -1 for none
    bool isChosen = false;           ///< keeps its place and style
    int row = 0;                     ///< of the rows beside each other that share the cards
    double position = 0;             ///< where it is put
};

/// Places cards in `rows` lines of `length` pixels so that no two of a row overlap, in the order of their
/// wishes. In a crowd, where cards would have to move by more than `farthest` pixels, all of it becomes
/// smaller; in their smallest style cards move by `farthest` times three before some are left out. A chosen
/// card keeps its style, and stays where it wants to be as far as the line's ends allow.
void placeCards(QList<CardWish> &wishes, int rows, double length, double gap, double farthest);

} // namespace redoubt
