#pragma once

#include "app/brief/document.h"
#include "app/brief/typedchange.h"

namespace redoubt {

/// How many words a section or a brief is meant to have. A section says it among the attributes of its heading, `{words=300}`,
/// a brief in its metadata, `words: 900`: both stand in the text, so that they go where it goes, and Pandoc passes them over.
/// 0 stands for none, in what is read and in what is written.
[[nodiscard]] int wordTarget(const Attributes &heading);
[[nodiscard]] int wordTarget(const Document &document);

/// The line of a heading with this target; its other attributes stay.
[[nodiscard]] TypedChange setSectionTarget(QStringView heading, int words);

/// For the start of a brief: with all of its metadata, or any piece of it when it has none.
[[nodiscard]] TypedChange setBriefTarget(QStringView start, int words);

} // namespace redoubt
