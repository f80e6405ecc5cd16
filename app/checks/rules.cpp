#include "app/checks/rules.h"

namespace redoubt {

QList<Rule> rules()
{
    return {quotationRule(), uncitedQuotationRule(), unknownCitationRule(), uncapturedCitationRule(),
        retractedCitationRule(), lowGradeRule(), singleOriginRule(), unsourcedFactRule(), likelihoodScaleRule(),
        likelihoodRowsRule(), likelihoodConfidenceRule(), barePercentageRule(), vagueLikelihoodRule(), receivedWisdomRule(),
        unansweredReadingRule(), contradictingDateRule(), watchListRule()};
}

} // namespace redoubt
