#pragma once

#include <QString>

namespace redoubt {

/// The address as a published file may link to it: http, https or mailto, every other character than RFC 3986 allows
/// percent-encoded (also the brackets and backslashes by which an address could end the PDF string that it stands in).
/// Empty for any other scheme, for one without a host, and for what is no address: then the link is set as text.
[[nodiscard]] QString publishableAddress(const QString &address);

} // namespace redoubt
