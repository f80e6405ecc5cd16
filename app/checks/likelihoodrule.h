#pragma once

#include "app/checks/rules.h"

#include <functional>

namespace redoubt {

/// Calls visit(paragraph, sentence, use) for each word of likelihood or confidence that is the author's own.
void eachUse(const CheckedBrief &brief,
    const std::function<void(const CheckedParagraph &, const CheckedSentence &, const CheckedUse &)> &visit);

/// As it stands in the text: "Highly likely".
[[nodiscard]] QString writtenAs(const CheckedParagraph &paragraph, const CheckedUse &use);

/// Puts another phrase where one stands, with a capital letter where that had one. Nothing where Markdown's marks are within it.
[[nodiscard]] std::optional<Fix> phraseFix(const CheckedParagraph &paragraph, TextRange place, const QString &phrase, const QString &what);

/// "Write “likely” (55–80 %)"
[[nodiscard]] QString writePhraseText(const CheckWords &words, const QString &phrase);
/// "“likely” (55–80 %)"
[[nodiscard]] QString phraseText(const CheckWords &words, const QString &phrase);

/// The row of ICD 203 that most of the brief's terms are of, the one that it begins with when there are as many of both.
[[nodiscard]] int usualRow(const CheckedBrief &brief);

} // namespace redoubt
