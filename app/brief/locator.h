#pragma once

#include <QString>

namespace redoubt {

/// What follows the key of a citation, in two parts.
struct CitationEnd
{
    QString locator; ///< as written, without braces
    QString suffix;  ///< without the comma before it

    bool operator==(const CitationEnd &) const = default;
};

/// Splits it as Pandoc does. A locator stands in braces (`{pl. 3, left}`; `{}` says that there is none), or it begins with a word of
/// CSL's English locale ("p.", "chaps.", "§"; letter case does not count) and a number, or with a number alone. It goes on with
/// what has a digit, or behind a word a Roman numeral, in each piece: `pp. iv, vi-xi, (xv)-(xvii)`, `33, 35-37`. Inner to app/brief.
[[nodiscard]] CitationEnd splitCitationEnd(QStringView behindKey);

} // namespace redoubt
