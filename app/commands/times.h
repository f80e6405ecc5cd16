#pragma once

#include <QJsonValue>

#include <optional>

namespace redoubt {

/// An ISO date-time in UTC for seconds since 1970-01-01T00:00Z, null for no limit. Years outside 0000–9999 have a sign and
/// as many digits as they need. Inner to app/commands.
[[nodiscard]] QJsonValue isoTime(const std::optional<qint64> &seconds);

} // namespace redoubt
