#pragma once

#include <QString>

namespace redoubt {

/// What of an address of the web says which document it is, to compare it with others; empty for what is none. Scheme, "www.",
/// the port that goes without saying, letter case of the host, a slash at the end, the fragment (but not "#!…"), and parameters
/// that only say where a reader came from (utm_…, fbclid, …) do not count, nor does the order of the parameters. For speed
/// it is made of the text alone: two addresses may only be written so differently that they stay apart.
[[nodiscard]] QString addressIdentity(const QString &address);

/// The DOI in a text ("10.1000/182", "doi:10.1000/182") or in an address that names one, in lower case; empty where there is none.
[[nodiscard]] QString doiIn(const QString &text);

} // namespace redoubt
