#pragma once

#include <QString>

namespace redoubt {

/// The document with end tags made to fit, as readers of feeds have to: what is open within a field ends with it, an end tag of nothing
/// that is open is a misspelt one of the innermost element, or is left out where that one has its own behind it. Lines stay as they were.
/// Where an item, a channel or the document ends within a field, something is missing: that is left for the reader to refuse. In linear time.
[[nodiscard]] QString withFittingTags(const QString &xml);

} // namespace redoubt
