#pragma once

#include <QString>

namespace redoubt {

/// The document with end tags made to fit, as readers of feeds have to: elements that a surrounding one ends before they do end with it, an
/// end tag of nothing that is open is a misspelt one of the innermost element, or is left out where that one has its own behind it.
/// Lines stay as they were. What is not closed at the end stays open, so that a document that was cut off is still known as one. In linear time.
[[nodiscard]] QString withFittingTags(const QString &xml);

} // namespace redoubt
