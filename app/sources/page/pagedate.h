#pragma once

#include <QString>

namespace redoubt {

/// A date as pages declare it (ISO 8601 in its spellings, 20260529, 2026/05/29, that of e-mail) as EDTF: to the second
/// with its zone, or as far as it goes. Midnight sharp is taken as no time. Empty when it is none of these.
[[nodiscard]] QString declaredDate(const QString &written);

} // namespace redoubt
