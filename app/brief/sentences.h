#pragma once

#include "app/brief/reading.h"

namespace redoubt {

/// Where the sentences of a paragraph end: the start of the next one. What ends within quotation marks ends only them, unless
/// the marks end the sentence too. A bracket of citations behind the full stop belongs to the sentence before.
[[nodiscard]] QList<qsizetype> sentenceEnds(const Reading &reading, const QList<TextRange> &pairs);

/// The sentence that a position of a paragraph stands in, without the space behind it; between two of them, the one before.
[[nodiscard]] TextRange sentenceAround(QStringView paragraph, qsizetype position);

} // namespace redoubt
