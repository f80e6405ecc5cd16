#pragma once

#include "app/base/result.h"

#include <QUrl>

namespace redoubt {

/// The page in a web archive as browsers save it (MHTML, RFC 2557): one message of several parts, of which one is the page.
struct WebArchive
{
    QByteArray html; ///< decoded to the bytes that the server sent
    QString charset; ///< as its part says; may be empty
    QUrl address;    ///< where it was saved from, as the archive says (Snapshot-Content-Location, else Content-Location)

    bool operator==(const WebArchive &) const = default;
};

/// Whether it begins with the headers of a message of parts.
[[nodiscard]] bool looksLikeWebArchive(const QByteArray &bytes);

/// The part that `start` names, else the first of HTML; parts may hold parts, eight deep. Error::Kind::Invalid when there is none.
/// What is damaged in other parts does not matter. Takes time in proportion to the size.
[[nodiscard]] Result<WebArchive> readWebArchive(const QByteArray &bytes);

} // namespace redoubt
