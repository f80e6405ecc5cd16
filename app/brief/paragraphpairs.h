#pragma once

#include "app/base/commonpieces.h"
#include "app/base/job.h"
#include "app/brief/paragraphs.h"

#include <optional>

namespace redoubt {

/// Which paragraphs of two texts are the same one.
struct ParagraphPairs
{
    std::vector<PiecePair> inPlace; ///< in the order of both texts
    std::vector<PiecePair> moved;   ///< by their place in the later text
};

/// Pairs equal paragraphs first, then those that are alike: two fifths of the words at the same place, three fifths elsewhere. Nothing when
/// `job` was stopped. Inner to app/brief/comparison.
[[nodiscard]] std::optional<ParagraphPairs> pairParagraphs(const QList<Paragraph> &before, const QList<Paragraph> &after, const JobState *job);

} // namespace redoubt
