#pragma once

#include "app/brief/verification.h"

namespace redoubt {

/// A stretch of a quotation between two `[…]`, as the pieces around the editor's insertions.
struct Passage
{
    struct Piece
    {
        QString text;              ///< folded, never empty
        QString insertionBefore;   ///< `[words]`, or empty
        bool startsInWord = false; ///< an insertion touches its start: `[T]he`
        bool endsInWord = false;   ///< an insertion touches its end
    };
    QList<Piece> pieces;       ///< never empty
    QString insertionBehind;   ///< of the last piece
};

/// The passages of a quotation, without a comma or full stop at the end; none when there are no words.
[[nodiscard]] QList<Passage> passagesOf(QStringView quotation);

/// The first place at or behind `from` where the passage stands word for word in folded text.
[[nodiscard]] std::optional<TextRange> findExact(const Passage &passage, QStringView folded, qsizetype from);

/// The place where most of a passage stands, and how it differs.
struct Approximation
{
    TextRange range;      ///< in the folded text; empty when nothing is alike
    double alike = 0;     ///< letters of the passage in words that are there
    double letters = 0;   ///< all letters of the passage
    QList<WordChange> difference;
};

/// By the words that they share, then word by word. Linear in the folded text.
[[nodiscard]] Approximation findNearest(const Passage &passage, QStringView folded);

} // namespace redoubt
