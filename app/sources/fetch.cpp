#include "app/sources/fetch.h"

#include "app/sources/fetchbody.h"
#include "app/sources/fetchwords.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSet>
#include <QSslConfiguration>
#include <QTimer>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds stopCheck{50};
constexpr qint64 pieceSize = 64 * 1024;

/// The system's proxies, without the names and passwords that it may know for them.
class Proxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
            return {QNetworkProxy::NoProxy};
        QList<QNetworkProxy> proxies = systemProxyForQuery(query);
        for (QNetworkProxy &proxy : proxies) {
            proxy.setUser({});
            proxy.setPassword({});
        }
        return proxies;
    }
};

bool isTransient(int status)
{
    return status == 408 || status == 425 || status == 429 || status == 500 || (status >= 502 && status <= 504);
}

bool isTransient(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return true;
    default:
        return false;
    }
}

QString headersText(const QNetworkReply &reply)
{
    QString text;
    const auto &headers = reply.headers();
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const QLatin1StringView name = headers.nameAt(i);
        if (!name.startsWith("set-cookie"_L1, Qt::CaseInsensitive))
            text += QString(name) + ": "_L1 + cleanText(QString::fromUtf8(headers.valueAt(i))).simplified() + u'\n';
    }
    return text;
}

QString headerText(const QNetworkReply &reply, const char *name)
{
    return QString::fromLatin1(reply.rawHeader(name)).trimmed();
}

/// One document, from its first address to the end of its redirects. Lives on the thread that waits for it.
class Fetching : public QObject
{
public:
    Fetching(const FetchRequest &request, const FetchLimits &limits, JobState *state)
        : m_request(request)
        , m_limits(limits)
        , m_state(state)
    {
        m_manager.setProxyFactory(new Proxies);
        m_manager.setAutoDeleteReplies(false);
        m_silence.setSingleShot(true);
        connect(&m_silence, &QTimer::timeout, this, [this] {
            giveUp(m_isSent ? fetchwords::silent(m_address, m_limits) : fetchwords::noConnection(m_address, m_limits), true);
        });
        connect(&m_stopCheck, &QTimer::timeout, this, [this] {
            if (m_state && m_state->isStopped())
                giveUp(fetchwords::cancelled(m_address), false);
        });
    }

    FetchAttempt run(const QUrl &address)
    {
        QTimer::singleShot(m_limits.whole, this, [this] { giveUp(fetchwords::tooSlow(m_address, m_limits), true); });
        m_stopCheck.start(stopCheck);
        if (m_state && m_state->isStopped())
            return {fetchwords::cancelled(address)};
        ask(address);
        if (!m_isOver)
            m_loop.exec();
        return std::move(m_attempt);
    }

private:
    void ask(const QUrl &address)
    {
        m_address = address;
        m_isSent = false;
        m_body.reset();
        m_sslErrors.clear();
        m_silence.start(m_limits.connecting);
        m_reply.reset(m_manager.get(request()));
        QNetworkReply *reply = m_reply.get();
        reply->setReadBufferSize(pieceSize);
        connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_sslErrors += errors; });
        connect(reply, &QNetworkReply::requestSent, this, [this] {
            m_isSent = true;
            m_silence.start(m_limits.idle);
        });
        connect(reply, &QNetworkReply::metaDataChanged, this, [this] { m_silence.start(m_limits.idle); });
        connect(reply, &QNetworkReply::readyRead, this, [this] { take(); });
        connect(reply, &QNetworkReply::finished, this, [this] { finish(); });
    }

    [[nodiscard]] QNetworkRequest request() const
    {
        QNetworkRequest request(m_address);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setHeader(QNetworkRequest::UserAgentHeader, u"Mozilla/5.0 (compatible; Redoubt/" REDOUBT_VERSION ")"_s);
        // Named here, so that Qt leaves the unpacking to FetchBody, which notices when the end is missing.
        request.setRawHeader("Accept-Encoding", "gzip");
        if (!m_limits.alsoTrusted.isEmpty()) {
            QSslConfiguration tls = request.sslConfiguration();
            tls.addCaCertificates(m_limits.alsoTrusted);
            request.setSslConfiguration(tls);
        }
        if (asksWhetherChanged()) {
            if (!m_request.etag.isEmpty())
                request.setRawHeader("If-None-Match", m_request.etag.toLatin1());
            if (!m_request.lastModified.isEmpty())
                request.setRawHeader("If-Modified-Since", m_request.lastModified.toLatin1());
        }
        return request;
    }

    [[nodiscard]] bool asksWhetherChanged() const
    {
        return m_address == QUrl(m_request.knownAddress) && !(m_request.etag.isEmpty() && m_request.lastModified.isEmpty());
    }

    [[nodiscard]] int status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

    void take()
    {
        m_silence.start(m_limits.idle);
        if (status() >= 400)
            return refuseStatus(); // what it says besides is not wanted
        while (!m_isOver && m_reply->bytesAvailable() > 0) {
            const QByteArray piece = m_reply->read(pieceSize);
            if (piece.isEmpty())
                return;
            const FetchBody::State state = body().add(piece);
            if (state != FetchBody::State::Open)
                return refuseBody(state);
        }
        const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (m_state && announced > 0)
            m_state->setProgress(std::min(1.0, double(body().received()) / double(announced)));
    }

    FetchBody &body()
    {
        if (!m_body)
            m_body.emplace(m_reply->rawHeader("Content-Encoding"), m_limits.bytes);
        return *m_body;
    }

    void refuseBody(FetchBody::State state)
    {
        if (status() >= 300)
            return;
        if (state == FetchBody::State::TooLarge)
            return giveUp(fetchwords::tooLarge(m_address, m_limits), false);
        giveUp(state == FetchBody::State::Unknown ? fetchwords::unknownEncoding(m_address, m_reply->rawHeader("Content-Encoding"))
                                                  : fetchwords::damaged(m_address), false);
    }

    void finish()
    {
        if (m_isOver)
            return;
        m_attempt.status = status();
        if (!m_sslErrors.isEmpty() && m_reply->error() == QNetworkReply::SslHandshakeFailedError)
            return giveUp(fetchwords::tls(m_address, m_sslErrors), false);
        if (m_attempt.status >= 400)
            return refuseStatus();
        if (m_reply->error() != QNetworkReply::NoError)
            return refuseNetwork();
        take();
        if (m_isOver)
            return;
        if (m_attempt.status >= 300 && m_attempt.status != 304 && m_reply->hasRawHeader("Location"))
            return follow(headerText(*m_reply, "Location"));
        const bool unchanged = m_attempt.status == 304 && asksWhetherChanged();
        if (m_attempt.status >= 300 && !unchanged)
            return refuseStatus();
        const qint64 announced = m_reply->hasRawHeader("Content-Length") ? m_reply->rawHeader("Content-Length").toLongLong() : -1;
        if (!unchanged && body().received() == 0 && announced <= 0)
            return giveUp(fetchwords::empty(m_address), false);
        if (!unchanged && (body().received() < announced || !body().isWhole()))
            return giveUp(fetchwords::cutOff(m_address), true);
        if (!unchanged && body().bytes().isEmpty())
            return giveUp(fetchwords::empty(m_address), false);
        // Headers that are too many or too long are dropped by Qt, all of them and without a word.
        if (!unchanged && m_reply->headers().isEmpty())
            return giveUp(fetchwords::noHttp(m_address), false);
        succeed();
    }

    void refuseStatus()
    {
        m_attempt.status = status();
        m_attempt.retryAfter = retryAfter(m_reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
        giveUp(fetchwords::status(m_address, m_attempt.status), isTransient(m_attempt.status));
    }

    /// Where the connection ends before a status, Qt has tried several times.
    void refuseNetwork()
    {
        if (m_reply->error() == QNetworkReply::RemoteHostClosedError && m_attempt.status == 0)
            return giveUp(fetchwords::noAnswer(m_address), true);
        giveUp(fetchwords::network(m_address, m_reply->error(), m_reply->errorString()), isTransient(m_reply->error()));
    }

    void follow(const QString &location)
    {
        const QUrl to = m_address.resolved(QUrl(location));
        const auto next = fetchableAddress(QString::fromLatin1(to.toEncoded()));
        if (!next)
            return giveUp(fetchwords::redirectedElsewhere(m_address, location), false);
        m_hops.append({QString::fromLatin1(m_address.toEncoded()), m_attempt.status});
        for (const Hop &hop : std::as_const(m_hops)) {
            if (hop.address == QString::fromLatin1(next->toEncoded()))
                return giveUp(fetchwords::redirectedInCircle(m_hops, *next), false);
        }
        if (m_hops.size() > m_limits.redirects)
            return giveUp(fetchwords::redirectedTooOften(m_hops), false);
        m_reply.release()->deleteLater();
        ask(*next);
    }

    void succeed()
    {
        const QString type = headerText(*m_reply, "Content-Type");
        static const QRegularExpression charset(u"charset\\s*=\\s*\"?([^\"\\s;]+)"_s, QRegularExpression::CaseInsensitiveOption);
        if (m_state)
            m_state->setProgress(1);
        end(Fetched{body().bytes(), m_attempt.status, headersText(*m_reply), type.section(u';', 0, 0).trimmed().toLower(),
            charset.match(type).captured(1), QString::fromLatin1(m_address.toEncoded()), m_hops, headerText(*m_reply, "ETag"),
            headerText(*m_reply, "Last-Modified")});
    }

    void giveUp(const std::unexpected<Error> &error, bool isTransient)
    {
        m_attempt.isTransient = isTransient;
        end(error);
    }

    void end(Result<Fetched> fetched)
    {
        if (std::exchange(m_isOver, true))
            return;
        m_attempt.fetched = std::move(fetched);
        m_silence.stop();
        m_reply->disconnect(this);
        m_reply->abort();
        m_loop.quit();
    }

    const FetchRequest &m_request;
    const FetchLimits &m_limits;
    JobState *m_state;
    QNetworkAccessManager m_manager;
    std::unique_ptr<QNetworkReply> m_reply;
    QEventLoop m_loop;
    QTimer m_silence;
    QTimer m_stopCheck;
    QUrl m_address;
    QList<Hop> m_hops;
    QList<QSslError> m_sslErrors;
    std::optional<FetchBody> m_body;
    bool m_isSent = false;
    bool m_isOver = false;
    FetchAttempt m_attempt;
};

} // namespace

FetchAttempt attemptFetch(const FetchRequest &request, const FetchLimits &limits, JobState *state)
{
    const auto address = fetchableAddress(request.address);
    if (!address)
        return {failure(address)};
    Fetching fetching(request, limits, state);
    return fetching.run(*address);
}

Result<Fetched> fetch(const FetchRequest &request, const FetchLimits &limits, JobState *state)
{
    return attemptFetch(request, limits, state).fetched;
}

Result<QUrl> fetchableAddress(const QString &address)
{
    QUrl url = webAddress(address);
    if (url.isEmpty())
        return fetchwords::notWeb(QUrl(address.trimmed()).toDisplayString(QUrl::RemoveUserInfo));
    url.setUserInfo({});
    url.setFragment({});
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    return url;
}

std::chrono::milliseconds retryAfter(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::clamp<qint64>(seconds, 0, 365 * 24 * 3600));
    QDateTime until = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    until.setTimeZone(QTimeZone::UTC);
    return until.isValid() ? std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(until))) : std::chrono::milliseconds(0);
}

} // namespace redoubt
