#pragma once

#include <QFont>

namespace redoubt::look {

/// A font as many steps of a tenth larger, or smaller where `steps` is below zero, as the reader wants it.
[[nodiscard]] QFont stepped(QFont font, int steps);

} // namespace redoubt::look
