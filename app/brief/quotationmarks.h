#pragma once

#include "app/brief/citation.h"

namespace redoubt {

/// The outermost pairs of quotation marks in running text, marks included, in their order. An apostrophe within a word is
/// none; a mark without a partner is passed over. Takes linear time.
[[nodiscard]] QList<TextRange> quotationMarkPairs(QStringView text);

} // namespace redoubt
