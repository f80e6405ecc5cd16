#pragma once

#include <QString>

#include <optional>

namespace redoubt {

/// An ISO date-time in UTC for seconds since 1970-01-01T00:00Z: "2026-05-29T03:10:00Z", empty for no limit. Years outside
/// 0000–9999 have a sign and as many digits as they need.
[[nodiscard]] QString isoTimeText(const std::optional<qint64> &seconds);

} // namespace redoubt
