#pragma once

#include "app/watchlist/indicator.h"

#include <QDate>

namespace redoubt {

/// The last day on which an outcome counts; none for an open-ended indicator, or when its date has no end.
[[nodiscard]] QDate lastDay(const Indicator &indicator);

/// From `today` to the last day: 0 on that day, negative when it is overdue.
[[nodiscard]] std::optional<qint64> daysLeft(const Indicator &indicator, QDate today);

/// An open indicator whose last day lies before `today`.
[[nodiscard]] bool isOverdue(const Indicator &indicator, QDate today);

/// Short, for a card: "today", "12 d", "3 wk", "5 mo", "2 y", "4 d overdue". Rounded down, so that it never promises more time
/// than there is.
[[nodiscard]] QString daysLeftText(qint64 days);

/// The order of the watch list: open ones by their last day, so that overdue ones come first; open-ended ones after
/// them; resolved ones at the end, the latest first. Else by position.
[[nodiscard]] bool watchedBefore(const Indicator &a, const Indicator &b);

} // namespace redoubt
