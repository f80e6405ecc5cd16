#pragma once

#include <QString>

namespace redoubt {

/// "&eacute;" and "&#233;" as their letter, by the names of HTML; as it is when the name is not known. May be called from any
/// thread. Inner to app/brief.
[[nodiscard]] QString entityText(QStringView entity);

} // namespace redoubt
