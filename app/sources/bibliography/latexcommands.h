#pragma once

#include <QString>

namespace redoubt {

/// The combining character of an accent command ("'", "c", "textasciiacute"); null when it is none.
[[nodiscard]] QChar latexAccent(QStringView command);

/// The text of a command without arguments ("ss", "textendash", "&"); null when not known.
[[nodiscard]] QString latexSymbol(QStringView command);

} // namespace redoubt
