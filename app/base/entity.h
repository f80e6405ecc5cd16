#pragma once

#include <QString>

namespace redoubt {

/// The letters that a character reference of HTML stands for, by what is between its & and its ;: "eacute", "#233", "#xE9". Numbers
/// that no letter has are U+FFFD. Empty for what is no reference. May be called from any thread.
[[nodiscard]] QString entityText(QStringView name);

/// The same for a reference with its & and ;, which stays as it is where it is none.
[[nodiscard]] QString readEntity(QStringView reference);

} // namespace redoubt
