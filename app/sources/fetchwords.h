#pragma once

#include "app/base/result.h"
#include "app/sources/capture.h"

#include <QNetworkReply>

namespace redoubt {

struct FetchLimits;

/// Why a fetch failed, in words. Inner to app/sources.
namespace fetchwords {

[[nodiscard]] std::unexpected<Error> notWeb(const QString &address);
[[nodiscard]] std::unexpected<Error> failed(
    const QUrl &address, const QString &why, const QString &remedy = {}, Error::Kind kind = Error::Kind::General);
[[nodiscard]] std::unexpected<Error> cancelled(const QUrl &address);
[[nodiscard]] std::unexpected<Error> tooLarge(const QUrl &address, const FetchLimits &limits);
[[nodiscard]] std::unexpected<Error> empty(const QUrl &address);
[[nodiscard]] std::unexpected<Error> damaged(const QUrl &address);
[[nodiscard]] std::unexpected<Error> unknownEncoding(const QUrl &address, const QByteArray &encoding);
[[nodiscard]] std::unexpected<Error> cutOff(const QUrl &address);
[[nodiscard]] std::unexpected<Error> noAnswer(const QUrl &address);
[[nodiscard]] std::unexpected<Error> noHttp(const QUrl &address);
[[nodiscard]] std::unexpected<Error> status(const QUrl &address, int status);
[[nodiscard]] std::unexpected<Error> tls(const QUrl &address, const QList<QSslError> &errors);
[[nodiscard]] std::unexpected<Error> network(const QUrl &address, QNetworkReply::NetworkError error, const QString &text);

// Of redirects: `to` is as the server wrote it.
[[nodiscard]] std::unexpected<Error> redirectedElsewhere(const QUrl &address, const QString &to);
[[nodiscard]] std::unexpected<Error> redirectedInCircle(const QList<Hop> &hops, const QUrl &to);
[[nodiscard]] std::unexpected<Error> redirectedTooOften(const QList<Hop> &hops);

// Of time.
[[nodiscard]] std::unexpected<Error> noConnection(const QUrl &address, const FetchLimits &limits);
[[nodiscard]] std::unexpected<Error> silent(const QUrl &address, const FetchLimits &limits);
[[nodiscard]] std::unexpected<Error> tooSlow(const QUrl &address, const FetchLimits &limits);

} // namespace fetchwords

} // namespace redoubt
