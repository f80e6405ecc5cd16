#pragma once

#include "app/brief/document.h"

namespace redoubt {

/// The titles that the Argdown of a brief uses, each once, in alphabetical order.
struct ArgumentTitles
{
    QStringList statements; ///< `[title]`
    QStringList arguments;  ///< `<title>`

    bool operator==(const ArgumentTitles &) const = default;
};

/// Titles stand on one line. Citations and the texts of links are none.
[[nodiscard]] ArgumentTitles argumentTitles(const Document &document);

} // namespace redoubt
