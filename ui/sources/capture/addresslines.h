#pragma once

#include <QStringList>

namespace redoubt {

/// Addresses that somebody has typed or pasted, one a line.
struct AddressLines
{
    QStringList addresses; ///< each once, with http:// or https://
    QStringList refused;   ///< what is no address of the web, as it was written
};

/// Empty lines do not count. A line without a scheme that begins with the name of a host ("example.org/a") is meant as https.
[[nodiscard]] AddressLines addressLines(const QString &text);

/// The addresses in a text that is nothing else, each written with http:// or https://; none of any other text.
[[nodiscard]] QStringList onlyAddresses(const QString &text);

} // namespace redoubt
