#pragma once

#include "app/brief/reading.h"

namespace redoubt {

/// Where the sentences of a paragraph end: the start of the next one. What ends within quotation marks ends only them, unless
/// the marks end the sentence too. A bracket of citations behind the full stop belongs to the sentence before.
[[nodiscard]] QList<qsizetype> sentenceEnds(const Reading &reading, const QList<TextRange> &pairs);

} // namespace redoubt
