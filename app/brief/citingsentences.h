#pragma once

#include "app/brief/document.h"
#include "app/project/reader.h"
#include "app/sources/source.h"

#include <QSet>

namespace redoubt {

struct Brief;

/// A sentence of a brief that cites a source.
struct CitingSentence
{
    Id<Brief> brief;
    QString key;        ///< of the source
    TextRange citation; ///< the bracket, or the key in the sentence; of a source cited in a footnote, where the note is referred to
    TextRange sentence;
    QString text; ///< the sentence as it is read, without its citations, in one line

    bool operator==(const CitingSentence &) const = default;
};

/// Those of a text that cite one of these sources, by their place; a sentence that cites two stands twice. A footnote's
/// sentences count too; of Argdown it is the line.
[[nodiscard]] QList<CitingSentence> citingSentences(const Document &document, const QSet<QString> &keys);

/// Those of all briefs, in the order of the briefs.
[[nodiscard]] Result<QList<CitingSentence>> sentencesCiting(const Reader &reader, const QSet<QString> &keys);

/// What of all briefs rests on a source, or on one that goes back to it.
[[nodiscard]] Result<QList<CitingSentence>> sentencesRestingOn(const Reader &reader, Id<Source> source);

} // namespace redoubt
