#include "app/checks/rules.h"

namespace redoubt {

QList<Rule> rules()
{
    return {quotationRule(), uncitedQuotationRule(), unknownCitationRule()};
}

} // namespace redoubt
