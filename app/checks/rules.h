#pragma once

#include "app/checks/checkedbrief.h"

namespace redoubt {

// Each in a file of its own.
[[nodiscard]] Rule quotationRule();
[[nodiscard]] Rule uncitedQuotationRule();
[[nodiscard]] Rule unknownCitationRule();
[[nodiscard]] Rule uncapturedCitationRule();
[[nodiscard]] Rule retractedCitationRule();
[[nodiscard]] Rule lowGradeRule();
[[nodiscard]] Rule singleOriginRule();
[[nodiscard]] Rule unsourcedFactRule();
[[nodiscard]] Rule likelihoodScaleRule();
[[nodiscard]] Rule likelihoodRowsRule();
[[nodiscard]] Rule likelihoodConfidenceRule();
[[nodiscard]] Rule barePercentageRule();
[[nodiscard]] Rule vagueLikelihoodRule();
[[nodiscard]] Rule receivedWisdomRule();
[[nodiscard]] Rule unansweredReadingRule();
[[nodiscard]] Rule contradictingDateRule();
[[nodiscard]] Rule watchListRule();

} // namespace redoubt
