#pragma once

#include "app/brief/document.h"

namespace redoubt {

/// A passage of a brief that claims to be the words of a source: text in quotation marks, or a block quote, with a
/// citation in the same sentence or right after it.
struct Quotation
{
    TextRange range;    ///< with its marks; of a block quote, the block
    TextRange wording;  ///< what is between the marks, Markdown and all; of a block quote, up to the citation. Empty where
                        ///< the place of the marks is not known to the letter (in code, in an entity)
    QString text;       ///< the wording as it is read: without Markdown's marks, paragraphs joined by a line end
    QStringList keys;   ///< the sources cited for it, never empty
    TextRange citation; ///< where they are cited; of a note, where it is referred to
    bool block = false;

    bool operator==(const Quotation &) const = default;
};

/// The quotations of a document in the order of the text; a quotation within a quotation is part of the outer one.
/// Marks of all languages count (“…”, „…“, «…», »…«, ‘…’, 「…」, "…"), in pairs within one block. The citation is the next one
/// in the sentence, or right behind it; else the one before. One that is part of the sentence (`@key says "…"`) comes first
/// when the next is such a one too, or belongs to another quotation. A footnote that cites counts as a citation where it is
/// referred to. A block quote may also be cited right behind it, or in the sentence that leads to it with a colon.
/// Takes linear time and may be called from any thread.
[[nodiscard]] QList<Quotation> quotations(const Document &document);

} // namespace redoubt
