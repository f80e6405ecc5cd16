#pragma once

#include <QFile>
#include <QHash>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace redoubt {

using namespace Qt::StringLiterals;

/// A server on the loopback that answers each path as it is told. Lives on the thread that made it, which runs its events.
class WebServer : public QObject
{
public:
    struct Request
    {
        QByteArray path;
        QByteArray text; ///< with all headers, as it came

        /// Names of headers may be written in any case.
        [[nodiscard]] bool says(const QByteArray &header) const { return text.toLower().contains(header.toLower()); }
    };
    using Behaviour = std::function<void(QTcpSocket &socket, const Request &request)>;

    /// With `certificate`, the name of a pair of files under tests/data/tls, it speaks TLS.
    explicit WebServer(const QString &certificate = {}, QHostAddress address = QHostAddress::LocalHost)
        : m_server(certificate.isEmpty() ? std::make_unique<QTcpServer>() : secured(certificate))
    {
        m_scheme = certificate.isEmpty() ? u"http"_s : u"https"_s;
        if (!m_server->listen(address))
            qFatal("%s", qPrintable(m_server->errorString()));
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = m_server->nextPendingConnection()) {
                m_waiting.remove(socket);
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                read(*socket);
            }
        });
    }

    ~WebServer() override
    {
        for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
            socket->disconnect(this);
    }

    void behave(const QByteArray &path, Behaviour behaviour) { m_behaviours[path] = std::move(behaviour); }
    void answer(const QByteArray &path, const QByteArray &bytes)
    {
        behave(path, [bytes](QTcpSocket &socket, const Request &) { socket.write(bytes); });
    }

    [[nodiscard]] QString url(const QString &path, const QString &host = u"127.0.0.1"_s) const
    {
        return u"%1://%2:%3%4"_s.arg(m_scheme, host).arg(m_server->serverPort()).arg(path);
    }
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }

    /// A whole answer; `headers` end with a line end each.
    [[nodiscard]] static QByteArray answerOf(const QByteArray &body, const QByteArray &headers = "Content-Type: text/html\r\n", const QByteArray &status = "200 OK")
    {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    [[nodiscard]] static QByteArray redirectTo(const QByteArray &location, const QByteArray &status = "302 Found")
    {
        return answerOf({}, "Location: " + location + "\r\n", status);
    }

    [[nodiscard]] static QByteArray tlsFile(const QString &name)
    {
        QFile file(QStringLiteral(TEST_DATA "/tls/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    static std::unique_ptr<QTcpServer> secured(const QString &certificate)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(tlsFile(certificate + u".pem"_s)));
        tls.setPrivateKey(QSslKey(tlsFile(certificate + u".key"_s), QSsl::Ec));
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(tls);
        return server;
    }

    void read(QTcpSocket &socket)
    {
        QByteArray &waiting = m_waiting[&socket];
        waiting += socket.readAll();
        for (qsizetype end = waiting.indexOf("\r\n\r\n"); end >= 0; end = waiting.indexOf("\r\n\r\n")) {
            const Request request{waiting.split(' ').value(1), waiting.first(end)};
            waiting = waiting.sliced(end + 4);
            m_requests.append(request);
            const Behaviour behaviour = m_behaviours.value(request.path);
            if (behaviour)
                behaviour(socket, request);
            else
                socket.write(answerOf("<p>nothing</p>", {}, "404 Not Found"));
        }
    }

    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme;
    QHash<QByteArray, Behaviour> m_behaviours;
    QHash<QTcpSocket *, QByteArray> m_waiting;
    QList<Request> m_requests;
};

} // namespace redoubt
