#pragma once

#include <QByteArray>
#include <QStringList>

namespace redoubt {

/// A line of a CSV file as RFC 4180 has it, in UTF-8, with its end. Inner to app/publish.
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

} // namespace redoubt
