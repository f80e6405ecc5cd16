#pragma once

#include "app/watchlist/indicator.h"

/// What the watch list says of an indicator in words.
namespace redoubt::watchtext {

/// The outcome with the highest latest forecast, the first of equals; null when none has a forecast.
[[nodiscard]] const Outcome *leading(const Indicator &indicator);

/// What happened; null while it is open and when none of the outcomes did.
[[nodiscard]] const Outcome *occurred(const Indicator &indicator);

/// "Words only", or that none of the outcomes occurred.
[[nodiscard]] QString result(const Indicator &indicator);

/// "8 wk", "3 d overdue", "open-ended"; the day on which it was resolved.
[[nodiscard]] QString when(const Indicator &indicator, QDate today);

/// "likely 55–80 %"; where the scale has no words, nothing.
[[nodiscard]] QString likelihood(double probability);

/// The whole indicator, over several lines.
[[nodiscard]] QString toolTip(const Indicator &indicator);

/// The whole indicator as a screen reader says it.
[[nodiscard]] QString spoken(const Indicator &indicator, QDate today);

} // namespace redoubt::watchtext
