#pragma once

#include "app/checks/checkedbrief.h"

namespace redoubt {

// Each in a file of its own.
[[nodiscard]] Rule quotationRule();
[[nodiscard]] Rule uncitedQuotationRule();
[[nodiscard]] Rule unknownCitationRule();

} // namespace redoubt
