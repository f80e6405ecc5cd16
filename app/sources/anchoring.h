#pragma once

#include "app/sources/excerpt.h"

namespace redoubt {

/// Where a passage stands in another text than the one that it was taken from: a later capture of its source.
struct Anchoring
{
    enum class Kind {
        Exact,       ///< word for word, as a quotation is: see FoldedText
        Context,     ///< other words between the same prefix and suffix
        Approximate, ///< other words in another surrounding
        Lost,        ///< nowhere
    };
    Kind kind = Kind::Lost;
    qsizetype start = 0; ///< [start, end) of the text, in UTF-16 units
    qsizetype end = 0;
    double score = 0; ///< 0 to 1: of an exact one, how much of it and its context is there; else how much of its letters

    bool operator==(const Anchoring &) const = default;
};

/// Word for word before all else: where most of its context is, and of equals the nearest to where it stood. Then what
/// stands between its prefix and its suffix, where at least two fifths of the letters are the same. Then what has at
/// least two thirds of its letters in their order. A few letters are only found with some of their context.
[[nodiscard]] Anchoring anchor(const Excerpt &excerpt, const QString &text);

/// The same for many in one pass, in their order. Takes time linear in the text, and bounded for each excerpt, whatever the
/// texts are; may be called from any thread.
[[nodiscard]] QList<Anchoring> anchorAll(const QList<Excerpt> &excerpts, const QString &text);

/// Makes the passage stand on another capture of the same source too, where it was found there, with its speaker, note,
/// colour and tags. The excerpt that was there stays. One that stands on that place of that capture already is taken instead.
/// Refused where the passage is lost, or where the capture is another source's.
[[nodiscard]] Result<Excerpt> carryOver(Writer &writer, const Excerpt &excerpt, const Capture &later);
/// The same, to where it was found before.
[[nodiscard]] Result<Excerpt> carryOver(Writer &writer, const Excerpt &excerpt, const Capture &later, const Anchoring &found);

/// An excerpt of an earlier capture, and where it is in a later one.
struct FoundAgain
{
    Excerpt excerpt;
    Anchoring place;

    bool operator==(const FoundAgain &) const = default;
};

/// Where the excerpts of earlier captures are in a later one's text, those left out that stand in it already: `there` are its own.
/// Of several that are at one place only the first is given. May be called from any thread.
[[nodiscard]] QList<FoundAgain> findAgain(const QList<Excerpt> &earlier, const QList<Excerpt> &there, const QString &text);

} // namespace redoubt
