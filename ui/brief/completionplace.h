#pragma once

#include "app/base/likelihood.h"
#include "app/brief/citation.h"

#include <functional>

namespace redoubt {

/// What can be completed.
enum class CompletionKind {
    Source,     ///< `@key`
    Event,      ///< `[text](event:key)`
    Indicator,  ///< `[text](indicator:key)`
    Role,       ///< `{.role}` behind a heading
    Statement,  ///< `[title]` in a fence of Argdown
    Argument,   ///< `<title>` in such a fence
    Likelihood, ///< a phrase of a scale in the text
};

/// A word that is being written, and what it is.
struct CompletionPlace
{
    CompletionKind kind = CompletionKind::Source;
    TextRange written; ///< in the line; empty where nothing of it is written yet

    bool operator==(const CompletionPlace &) const = default;
};

/// What stands around the cursor.
struct WritingPlace
{
    QStringView line;
    qsizetype column = 0;
    LikelihoodScale scale = LikelihoodScale::Icd203;
    /// The language of the fence that the line stands in, null outside of fences. Only asked where it matters.
    std::function<QString()> fence;
};

/// What is being written there. A phrase of likelihood counts from its fourth letter, as the same letters begin many words; with
/// `asked` from none. Looks at a few hundred characters before the cursor, however long the line is.
[[nodiscard]] std::optional<CompletionPlace> completionPlace(const WritingPlace &place, bool asked = false);

/// What closes a word of a kind, and stands behind it unless it does already; null where nothing does.
[[nodiscard]] QChar closingMark(CompletionKind kind);

} // namespace redoubt
