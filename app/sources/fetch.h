#pragma once

#include "app/base/job.h"
#include "app/base/result.h"
#include "app/sources/capture.h"

#include <QSslCertificate>
#include <QUrl>

#include <chrono>

namespace redoubt {

/// What may be asked of a server, and how much is taken from it.
struct FetchLimits
{
    qint64 bytes = 128 * 1024 * 1024; ///< of the body, after decompression
    int redirects = 10;
    std::chrono::milliseconds connecting{20'000}; ///< until the request is sent: name, connection, TLS
    std::chrono::milliseconds idle{30'000};       ///< between two pieces of the answer
    std::chrono::milliseconds whole{300'000};     ///< with all redirects
    QList<QSslCertificate> alsoTrusted;           ///< beside the system's authorities
};

struct FetchRequest
{
    QString address;
    // What an earlier answer said; asked for only where the earlier answer came from, after the same redirects.
    QString knownAddress;
    QString etag;
    QString lastModified;
};

/// A document as a server gave it.
struct Fetched
{
    QByteArray bytes; ///< the body as it was meant: without the transfer's own compression and chunks. What is hashed and kept
    int status = 0;   ///< 200 to 299, or 304
    QString headers;  ///< "Name: value" a line, without cookies
    QString mediaType; ///< lower case, without parameters; empty when not told
    QString charset;
    QString finalAddress;
    QList<Hop> hops;
    QString etag;
    QString lastModified;

    /// The server says that it is what it was: there are no bytes.
    [[nodiscard]] bool isUnchanged() const { return status == 304; }

    bool operator==(const Fetched &) const = default;
};

/// A fetch and, where it failed, whether it is worth another try.
struct FetchAttempt
{
    Result<Fetched> fetched;
    bool isTransient = false;                 ///< it may work later: no connection, too slow, cut off, 408, 425, 429, 500, 502 to 504
    std::chrono::milliseconds retryAfter{0};  ///< how long the server asks to be left alone; 0 when it does not say
    int status = 0;                           ///< of the last answer; 0 when there was none
};

/// Gets one document of the web. Blocks the calling thread, which is not the window's, and may be called from several at once.
///
/// Only http and https, also behind redirects. Nothing tells who asks: no cookies are sent or kept, no referrer, and no names and
/// passwords, be they in the address or asked for by a server or a proxy; nothing is cached. A certificate that does not hold is never accepted.
/// An answer that is cut off, longer than the limit (also once unpacked) or not of status 2xx is an error, which says why;
/// Error::Kind::Cancelled when the state says stop. Not always noticed: that an answer in chunks, not packed, was cut off without
/// an error of the connection; Qt does not tell of the chunks.
[[nodiscard]] FetchAttempt attemptFetch(const FetchRequest &request, const FetchLimits &limits = {}, JobState *state = nullptr);

/// The same for one try only.
[[nodiscard]] Result<Fetched> fetch(const FetchRequest &request, const FetchLimits &limits = {}, JobState *state = nullptr);

/// The address as it is asked for: http or https with a host, without name, password and fragment. Error::Kind::Invalid for all else.
[[nodiscard]] Result<QUrl> fetchableAddress(const QString &address);

/// "404: there is nothing at this address". Translated.
[[nodiscard]] QString httpStatusText(int status);

/// What a Retry-After header asks for, seconds or a date, seen at `now`; 0 for what is neither, and for the past.
[[nodiscard]] std::chrono::milliseconds retryAfter(const QByteArray &header, const QDateTime &now);

} // namespace redoubt
