#pragma once

#include <QStringView>

namespace redoubt {

/// What a variable of CSL 1.0.2 is called in the interface, to be translated in the context redoubt::SourceFields; null for one
/// that CSL does not know.
[[nodiscard]] const char *cslName(QStringView variable);

} // namespace redoubt
