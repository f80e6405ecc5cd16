#pragma once

#include <QStringView>

#include <vector>

namespace redoubt {

/// A text cut into pieces.
using Pieces = std::vector<QStringView>;

/// Words, runs of white space, and marks, each of which stands alone: all of the text.
[[nodiscard]] Pieces wordPieces(QStringView text);

/// Some pieces in a row.
struct PieceSpan
{
    qsizetype from = 0;
    qsizetype to = 0;

    [[nodiscard]] qsizetype size() const { return to - from; }
};

/// A piece of one text and a piece of another.
struct PiecePair
{
    qsizetype before = 0;
    qsizetype after = 0;

    bool operator==(const PiecePair &) const = default;
};

/// Both texts in numbers below `count`: equal pieces have equal numbers.
struct NumberedPieces
{
    std::vector<int> before;
    std::vector<int> after;
    int count = 0;
};
[[nodiscard]] NumberedPieces numbered(const Pieces &before, const Pieces &after);

/// Equal pieces that stand in both texts in one order, in that order. Those that stand once in both texts hold them together (the
/// "patience" way); what lies between is compared in full where it is short, and has nothing in common where it is long. So it takes
/// little more than linear time, and what it gives is always true but not always the most.
[[nodiscard]] std::vector<PiecePair> commonPieces(NumberedPieces pieces);

/// Of pairs in the order of `after`, each piece in one of them at most, the most that are in the order of `before` too.
[[nodiscard]] std::vector<PiecePair> longestRising(const std::vector<PiecePair> &pairs);

} // namespace redoubt
