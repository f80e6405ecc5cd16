#pragma once

#include <QByteArray>
#include <QString>

namespace redoubt {

/// Text of an encoding that is not known for certain, by the rules of WHATWG's Encoding and HTML standards: a byte-order
/// mark counts first, then `charset` (what an HTTP header declared; may be empty), then what the text declares at its
/// beginning (`<meta charset>`, `<?xml encoding?>`). Without any of these it is UTF-8 where it is well formed, else
/// windows-1252. What cannot be decoded becomes U+FFFD. The mark is not part of the text.
[[nodiscard]] QString decodeText(const QByteArray &bytes, const QString &charset = {});

/// The name of the encoding that decodeText() takes, in the standard's spelling ("windows-1252" for the label "latin1").
[[nodiscard]] QString encodingOf(const QByteArray &bytes, const QString &charset = {});

} // namespace redoubt
