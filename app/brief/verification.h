#pragma once

#include "app/brief/citation.h"
#include "app/base/foldedtext.h"

#include <span>

namespace redoubt {

/// What a quotation and the captured text have in common, word by word.
struct WordChange
{
    enum class Kind {
        Same,
        Missing,   ///< in the captured text, not in the quotation
        Added,     ///< in the quotation, not in the captured text
        Insertion, ///< `[words]` of the editor
        Join,      ///< `[…]`: what is left out on purpose
    };
    Kind kind = Kind::Same;
    QString text; ///< one or more words

    bool operator==(const WordChange &) const = default;
};

/// Whether a quotation is what was captured.
struct Verification
{
    enum class Status { Exact, Altered, NotFound, NothingCaptured };
    Status status = Status::NothingCaptured;

    // Of an exact or altered one:
    qsizetype capture = -1;         ///< which of the given texts
    QList<TextRange> passages;      ///< where its passages stand in that text, in the order of the quotation
    QString nearest;                ///< the captured wording of the passages, joined by " […] "
    QList<WordChange> difference;   ///< of an altered one
    bool otherOrder = false;        ///< every passage is there word for word, in another order

    bool operator==(const Verification &) const = default;
};

/// Verifies the wording of a quotation against captured texts, by what FoldedText leaves of both. `[…]`, `(…)`, `…` and
/// `...` join passages that follow each other in one text; `[words]` are an editor's insertion, which stands for at most 64
/// characters of the captured text. A passage starts and ends where words do, except beside an insertion ("[T]he"). A comma
/// or full stop before the closing mark may belong to the sentence around the quotation and need not be there.
///
/// An altered quotation has more than half of its letters in words that stand in the nearest passage in the same order;
/// only its first 2,000 words are looked at. Takes time linear in the texts, and may be called from any thread.
[[nodiscard]] Verification verify(QStringView quotation, std::span<const FoldedText> captures);
[[nodiscard]] Verification verify(QStringView quotation, const QStringList &captureTexts);

/// The difference in one line of plain text, for tests, commands and screen readers:
/// "ready to defend every {-single-} {+inch of+} …", where {-…-} is only in the quotation and {+…+} only in the capture.
[[nodiscard]] QString differenceText(const QList<WordChange> &difference);

} // namespace redoubt
