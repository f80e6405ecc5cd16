#pragma once

#include "app/sources/bibliography/keptfields.h"

namespace redoubt {

/// The entries of a BibTeX or BibLaTeX file as they stand: type and field names in small letters, values as LaTeX without
/// their outer braces or quotation marks, macros (@string, months) put in and parts joined.
///
/// Entries are in braces or parentheses. What is outside of them, @comment, @preamble and lines that begin with % are skipped.
/// A missing comma is passed over. An entry that is not whole, up to the next line that begins one, is a problem and no entry.
struct BibtexEntries
{
    QList<TaggedEntry> entries;
    QList<BibliographyProblem> problems;
};
[[nodiscard]] BibtexEntries bibtexEntries(QStringView text);

/// Gives entries what they inherit: by `crossref` the fields of the other entry that they have not (a title becomes the
/// booktitle, or the journaltitle, that it is to them), by `xdata` those of the @xdata entries, which then are left out.
void inheritFields(QList<TaggedEntry> &entries);

} // namespace redoubt
