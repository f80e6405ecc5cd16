#pragma once

#include <QString>

namespace redoubt {

/// What a reader sees of HTML: no markup, no scripts or styles, references read, blocks on lines of their own. In linear time.
[[nodiscard]] QString textOfHtml(QStringView html);

/// Whether a text that may be either is HTML: it has an end tag, an empty element or a reference, and nothing that HTML does not
/// know. "1 < 2" and "Use <b> sparingly" are none.
[[nodiscard]] bool looksLikeHtml(const QString &text);

/// Whether an element, by its name in lower case, stands on lines of its own; whether a reader never sees what is in it.
[[nodiscard]] bool isBlockElement(const QString &name);
[[nodiscard]] bool isHiddenElement(const QString &name);

/// Lines without outer white space and without empty ones.
[[nodiscard]] QString tidyLines(const QString &text);

/// Windows-1252's characters where a text has the control codes 80 to 9F.
[[nodiscard]] QString withoutC1(QString text);

} // namespace redoubt
