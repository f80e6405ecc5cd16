#pragma once

#include "app/checks/rules.h"

#include <functional>

namespace redoubt {

/// Calls visit(sentence, sources) for each sentence that cites sources, all of which the project has; each source once, by key.
/// Footnotes are passed over: their sources are those of the sentence that refers to them.
void eachSourcedStatement(const CheckedBrief &brief,
    const std::function<void(const CheckedSentence &, const QHash<QString, CheckedSource> &)> &visit);

} // namespace redoubt
