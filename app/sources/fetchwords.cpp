#include "app/sources/fetchwords.h"

#include "app/sources/fetch.h"

#include <QCoreApplication>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Fetch)
};

int seconds(std::chrono::milliseconds time)
{
    return int(std::max<qint64>(1, time.count() / 1000));
}

QString chain(const QList<Hop> &hops, const QString &to)
{
    QStringList addresses;
    for (const Hop &hop : hops)
        addresses.append(hop.address);
    return (addresses << to).join(u" → "_s);
}

QString certificateTrouble(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    const auto day = [](const QDateTime &time) { return time.toUTC().date().toString(Qt::ISODate); };
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Words::tr("Its certificate expired on %1.").arg(day(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return Words::tr("Its certificate holds from %1 only; check this computer's clock.").arg(day(certificate.effectiveDate()));
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Words::tr("Its certificate is self-signed: nobody vouches for it.");
    case QSslError::HostNameMismatch: {
        const QStringList names = certificate.subjectAlternativeNames().values() + certificate.subjectInfo(QSslCertificate::CommonName);
        return Words::tr("Its certificate is for another host name: %1, not %2.").arg(names.value(0, u"?"_s), host);
    }
    case QSslError::CertificateRevoked:
        return Words::tr("Its certificate was revoked.");
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Words::tr("Its certificate comes from an authority that this computer does not know.");
    default:
        return Words::tr("Its certificate does not hold: %1.").arg(error.errorString());
    }
}

} // namespace

std::unexpected<Error> fetchwords::notWeb(const QString &address)
{
    return failure(Words::tr("Nothing was fetched."), Words::tr("“%1” is not an address of the web.").arg(address.left(200)),
        Words::tr("Write an address that begins with https:// or http://."), Error::Kind::Invalid);
}

std::unexpected<Error> fetchwords::failed(const QUrl &address, const QString &why, const QString &remedy, Error::Kind kind)
{
    return failure(Words::tr("“%1” was not fetched.").arg(address.toDisplayString().left(200)), why, remedy, kind);
}

std::unexpected<Error> fetchwords::cancelled(const QUrl &address)
{
    return failed(address, Words::tr("It was stopped."), {}, Error::Kind::Cancelled);
}

std::unexpected<Error> fetchwords::tooLarge(const QUrl &address, const FetchLimits &limits)
{
    return failed(address, Words::tr("It is larger than %1 MiB.").arg(double(limits.bytes) / (1024 * 1024), 0, 'g', 3),
        Words::tr("Save it with a browser, and keep the part that matters."));
}

std::unexpected<Error> fetchwords::empty(const QUrl &address)
{
    return failed(address, Words::tr("The answer is empty."), Words::tr("Open the address in a browser to see what is there."));
}

std::unexpected<Error> fetchwords::damaged(const QUrl &address)
{
    return failed(address, Words::tr("The answer is damaged: it cannot be unpacked."), Words::tr("Try again."));
}

std::unexpected<Error> fetchwords::unknownEncoding(const QUrl &address, const QByteArray &encoding)
{
    return failed(address, Words::tr("The answer is packed in a way that was not asked for (%1).").arg(QString::fromLatin1(encoding.left(40))),
        Words::tr("Save the page with a browser and capture the file."));
}

std::unexpected<Error> fetchwords::cutOff(const QUrl &address)
{
    return failed(address, Words::tr("The answer was cut off: less came than the server announced."), Words::tr("Try again."));
}

std::unexpected<Error> fetchwords::noAnswer(const QUrl &address)
{
    return failed(address, Words::tr("The server ended the connection without an answer in HTTP."), Words::tr("Check the address, then try again."));
}

std::unexpected<Error> fetchwords::noHttp(const QUrl &address)
{
    return failed(address, Words::tr("What the server answered is not HTTP, or its headers are too large."), Words::tr("Check the address."));
}

std::unexpected<Error> fetchwords::status(const QUrl &address, int status)
{
    const QString remedy = status == 401 || status == 403 || status == 407 || status == 451
                               ? Words::tr("Open it in a browser, save the page as a file, and capture that.")
                           : status == 404 || status == 410 ? Words::tr("Check the address, or look for it in a web archive.")
                                                            : Words::tr("Try again later.");
    return failed(address, Words::tr("The server answered %1.").arg(httpStatusText(status)), remedy);
}

std::unexpected<Error> fetchwords::tls(const QUrl &address, const QList<QSslError> &errors)
{
    QStringList troubles;
    for (const QSslError &error : errors)
        troubles.append(certificateTrouble(error, address.host()));
    troubles.removeDuplicates();
    return failed(address, Words::tr("The connection is not safe.") + u' ' + troubles.join(u' '),
        Words::tr("Somebody may stand in between. If a browser shows the page all the same, save it there and capture the file."));
}

std::unexpected<Error> fetchwords::network(const QUrl &address, QNetworkReply::NetworkError error, const QString &text)
{
    const QString again = Words::tr("Check the connection, then try again.");
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return failed(address, Words::tr("There is no host “%1”, or no connection to the internet.").arg(address.host()),
            Words::tr("Check the address and the connection, then try again."));
    case QNetworkReply::ConnectionRefusedError:
        return failed(address, Words::tr("The server refused the connection."), again);
    case QNetworkReply::RemoteHostClosedError:
        return cutOff(address);
    case QNetworkReply::SslHandshakeFailedError:
        return failed(address, Words::tr("No safe connection could be agreed on: %1.").arg(text), Words::tr("Open the address in a browser to see what is there."));
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return noHttp(address);
    default:
        return failed(address, text, again);
    }
}

std::unexpected<Error> fetchwords::redirectedElsewhere(const QUrl &address, const QString &to)
{
    return failed(address, Words::tr("It redirects to “%1”, which is not an address of the web.").arg(to.left(200)),
        Words::tr("Open it in a browser to see where it leads."));
}

std::unexpected<Error> fetchwords::redirectedInCircle(const QList<Hop> &hops, const QUrl &to)
{
    return failed(QUrl(hops.first().address), Words::tr("It redirects in a circle: %1.").arg(chain(hops, to.toDisplayString())),
        Words::tr("Such pages often want cookies. Save the page with a browser and capture the file."));
}

std::unexpected<Error> fetchwords::redirectedTooOften(const QList<Hop> &hops)
{
    return failed(QUrl(hops.first().address), Words::tr("It redirects more than %n times: %1.", nullptr, int(hops.size() - 1)).arg(chain(hops, u"…"_s)),
        Words::tr("Open it in a browser to see where it leads."));
}

std::unexpected<Error> fetchwords::noConnection(const QUrl &address, const FetchLimits &limits)
{
    return failed(address, Words::tr("No connection came about within %n seconds.", nullptr, seconds(limits.connecting)), Words::tr("Try again later."));
}

std::unexpected<Error> fetchwords::silent(const QUrl &address, const FetchLimits &limits)
{
    return failed(address, Words::tr("The server has said nothing for %n seconds.", nullptr, seconds(limits.idle)), Words::tr("Try again later."));
}

std::unexpected<Error> fetchwords::tooSlow(const QUrl &address, const FetchLimits &limits)
{
    return failed(address, Words::tr("It was not there after %n seconds.", nullptr, seconds(limits.whole)), Words::tr("Try again later, or save it with a browser."));
}

QString httpStatusText(int status)
{
    switch (status) {
    case 304:
        return Words::tr("304: unchanged, though nothing was there to compare with");
    case 400:
        return Words::tr("400: it does not understand the address");
    case 401:
        return Words::tr("401: one has to sign in to read this");
    case 402:
        return Words::tr("402: one has to pay to read this");
    case 403:
        return Words::tr("403: it does not allow this to be read");
    case 404:
        return Words::tr("404: there is nothing at this address");
    case 407:
        return Words::tr("407: a proxy on the way asks for a password");
    case 408:
        return Words::tr("408: the connection was too slow for it");
    case 410:
        return Words::tr("410: this was taken away for good");
    case 429:
        return Words::tr("429: it was asked too often");
    case 451:
        return Words::tr("451: this may not be shown for legal reasons");
    case 500:
        return Words::tr("500: it has an error of its own");
    case 502:
    case 504:
        return Words::tr("%1: the server behind it does not answer").arg(status);
    case 503:
        return Words::tr("503: it is overloaded or being worked on");
    default:
        return status >= 500 ? Words::tr("%1: it failed").arg(status) : Words::tr("%1: it will not give this").arg(status);
    }
}

} // namespace redoubt
