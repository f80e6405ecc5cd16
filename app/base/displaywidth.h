#pragma once

#include <QStringView>

namespace redoubt {

/// How many columns a text takes where every letter has one width: 2 for wide and full-width ones (East Asian Width W and F of
/// Unicode's UAX #11, emoji among them), 0 for marks, joiners and what an emoji is joined to.
[[nodiscard]] qsizetype displayWidth(QStringView text);

} // namespace redoubt
