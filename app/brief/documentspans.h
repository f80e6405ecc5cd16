#pragma once

#include "app/brief/document.h"

#include <QSet>

namespace redoubt {

/// Finds citations and references to the given footnotes in running text and makes spans of them. Code, links, images
/// and escaped marks are not looked into.
void resolveSpans(QList<Span> &spans, QStringView text, const QSet<QString> &footnotes);

/// Takes the attributes `{…}` off the end of a heading's spans; nothing when there are none.
[[nodiscard]] std::optional<Attributes> takeHeadingAttributes(QList<Span> &spans, QStringView text);

/// The range of a link or image whose content is `inside`: with its brackets and what follows them, or its angle brackets.
[[nodiscard]] TextRange linkRange(QStringView text, TextRange inside, bool image);

/// The range with the marks on both sides (`*`, `_`, `~`, a backtick), at most `longest` a side.
[[nodiscard]] TextRange markedRange(QStringView text, TextRange inside, QStringView marks, qsizetype longest);

} // namespace redoubt
