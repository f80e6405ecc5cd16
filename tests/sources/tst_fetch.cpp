#include "app/sources/fetch.h"
#include "tests/support/temporaryproject.h"
#include "tests/support/webserver.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <atomic>

using namespace redoubt;
using namespace std::chrono_literals;

/// Fetching from a server on the loopback that does everything wrong that servers do.
class TestFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDocumentComesWithItsHeaders();
    void redirectsAreRecorded();
    void refusedAddresses_data();
    void refusedAddresses();
    void addressesAreNormal_data();
    void addressesAreNormal();
    void failures_data();
    void failures();
    void statuses_data();
    void statuses();
    void redirectsThatFail_data();
    void redirectsThatFail();
    void packedAnswersAreUnpacked();
    void whatUnpacksToTooMuchIsRefused();
    void slowness_data();
    void slowness();
    void endlessAnswersEnd();
    void stopping();
    void nothingTellsWhoAsks();
    void unchanged();
    void unchangedIsAskedOnlyWhereItCameFrom();
    void safeConnections();
    void unsafeConnections_data();
    void unsafeConnections();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
    void severalThreadsAtOnce();

private:
    [[nodiscard]] FetchAttempt attempt(const QString &path, FetchLimits limits = {})
    {
        return attemptFetch({m_server->url(path), {}, {}, {}}, limits);
    }
    /// The error without the address, which has another port each time.
    [[nodiscard]] static QString why(const FetchAttempt &attempt)
    {
        return attempt.fetched ? u"fetched"_s : attempt.fetched.error().why;
    }

    std::unique_ptr<WebServer> m_server;
};

void TestFetch::init()
{
    m_server = std::make_unique<WebServer>();
}

void TestFetch::aDocumentComesWithItsHeaders()
{
    m_server->answer("/a", WebServer::answerOf("<p>caf\xe9</p>", "Content-Type: Text/HTML; charset=\"ISO-8859-1\"\r\nETag: \"x1\"\r\n"
                                                               "Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT\r\nSet-Cookie: id=7\r\nX-Note: one\r\n"));
    const Fetched fetched = must(fetch({m_server->url(u"/a#part"_s), {}, {}, {}}));
    QCOMPARE(fetched.bytes, QByteArray("<p>caf\xe9</p>"));
    QCOMPARE(fetched.status, 200);
    QCOMPARE(fetched.mediaType, u"text/html"_s);
    QCOMPARE(fetched.charset, u"ISO-8859-1"_s);
    QCOMPARE(fetched.etag, u"\"x1\""_s);
    QCOMPARE(fetched.lastModified, u"Wed, 21 Oct 2015 07:28:00 GMT"_s);
    QCOMPARE(fetched.finalAddress, m_server->url(u"/a"_s));
    QVERIFY(fetched.hops.isEmpty());
    QVERIFY2(fetched.headers.toLower().contains(u"x-note: one\n"), qPrintable(fetched.headers));
    QVERIFY(!fetched.headers.contains(u"cookie"_s, Qt::CaseInsensitive));
}

void TestFetch::redirectsAreRecorded()
{
    m_server->answer("/1", WebServer::redirectTo("/2", "301 Moved Permanently"));
    m_server->answer("/2", WebServer::redirectTo(m_server->url(u"/sub/3"_s, u"localhost"_s).toUtf8(), "307 Temporary Redirect"));
    m_server->answer("/sub/3", WebServer::redirectTo("4?q=1#part", "303 See Other"));
    m_server->answer("/sub/4?q=1", WebServer::answerOf("here"));
    const Fetched fetched = must(attempt(u"/1"_s).fetched);
    QCOMPARE(fetched.bytes, QByteArray("here"));
    QCOMPARE(fetched.finalAddress, m_server->url(u"/sub/4?q=1"_s, u"localhost"_s));
    QCOMPARE(fetched.hops, (QList<Hop>{{m_server->url(u"/1"_s), 301}, {m_server->url(u"/2"_s), 307}, {m_server->url(u"/sub/3"_s, u"localhost"_s), 303}}));
}

void TestFetch::refusedAddresses_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"", " ", "file:///etc/passwd", "ftp://example.org/a", "data:text/html,hi", "javascript:alert(1)", "http:///path",
             "https://", "example.org", "//example.org/", "http://exa mple.org/", "mailto:a@example.org", "qrc:/schema/001-project.sql", "http://[::1/", "unix:/tmp/x"})
        QTest::newRow(address) << QString::fromUtf8(address);
}

void TestFetch::refusedAddresses()
{
    QFETCH(QString, address);
    const auto attempt = attemptFetch({address, {}, {}, {}});
    QVERIFY(!attempt.fetched);
    QVERIFY(!attempt.isTransient);
    QCOMPARE(attempt.fetched.error().kind, Error::Kind::Invalid);
    QVERIFY2(attempt.fetched.error().why.endsWith(u"is not an address of the web."_s), qPrintable(attempt.fetched.error().text()));
}

void TestFetch::addressesAreNormal_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("asked");
    QTest::newRow("as it is") << u"https://example.org/a?b=c"_s << u"https://example.org/a?b=c"_s;
    QTest::newRow("no path") << u"https://example.org"_s << u"https://example.org/"_s;
    QTest::newRow("fragment") << u"https://example.org/a#b"_s << u"https://example.org/a"_s;
    QTest::newRow("name and password") << u"https://user:pass@example.org/a"_s << u"https://example.org/a"_s;
    QTest::newRow("name") << u"http://user@example.org:8080/"_s << u"http://example.org:8080/"_s;
    QTest::newRow("spaces around") << u"  https://example.org/ \n"_s << u"https://example.org/"_s;
    QTest::newRow("other letters") << u"https://bücher.example/ü"_s << u"https://xn--bcher-kva.example/%C3%BC"_s;
    QTest::newRow("capitals") << u"HTTPS://Example.ORG/A"_s << u"https://example.org/A"_s;
}

void TestFetch::addressesAreNormal()
{
    QFETCH(QString, address);
    QTEST(QString::fromLatin1(must(fetchableAddress(address)).toEncoded()), "asked");
}

/// As gzip, which is what servers send: qCompress() makes the same stream in another frame.
static QByteArray gzipped(const QByteArray &bytes)
{
    const QByteArray stream = qCompress(bytes, 9);
    quint32 check = ~0u;
    for (const char c : bytes) {
        check ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            check = (check >> 1) ^ (check & 1 ? 0xedb88320u : 0u);
    }
    check = ~check;
    const auto length = quint32(bytes.size());
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + stream.sliced(6, stream.size() - 10)
        + QByteArray(reinterpret_cast<const char *>(&check), 4) + QByteArray(reinterpret_cast<const char *>(&length), 4);
}

void TestFetch::failures_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("transient");
    QTest::addColumn<QString>("why");
    const QString cutOff = u"The answer was cut off: less came than the server announced."_s;
    const QString noAnswer = u"The server ended the connection without an answer in HTTP."_s;
    const QString noHttp = u"What the server answered is not HTTP, or its headers are too large."_s;
    QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") << true << cutOff;
    QTest::newRow("cut off headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << true << noAnswer;
    QTest::newRow("said nothing") << QByteArray() << true << noAnswer;
    QTest::newRow("empty") << WebServer::answerOf({}) << false << u"The answer is empty."_s;
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << false << u"The answer is empty."_s;
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << true << noAnswer;
    QTest::newRow("headers too large") << "HTTP/1.1 200 OK\r\nX-A: " + QByteArray(600 * 1024, 'a') + "\r\n\r\nx" << false << noHttp;
    QTest::newRow("too many headers") << "HTTP/1.1 200 OK\r\n" + QByteArray("X-A: b\r\n").repeated(5000) + "\r\nx" << false << noHttp;
    QTest::newRow("broken gzip") << WebServer::answerOf("this is no gzip", "Content-Encoding: gzip\r\n") << false << u"The answer is damaged: it cannot be unpacked."_s;
    const QByteArray packed = gzipped(QByteArray("<p>Every inch of it.</p>\n").repeated(50));
    QTest::newRow("half a gzip") << WebServer::answerOf(packed.first(40), "Content-Encoding: gzip\r\n") << true << cutOff;
    QTest::newRow("half a gzip in a cut off chunk")
        << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n40\r\n" + packed.first(40) << true << cutOff;
    QTest::newRow("half a gzip of no said length") << "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed.chopped(4) << true << cutOff;
    QTest::newRow("gzip with a wrong sum") << WebServer::answerOf(packed.chopped(8) + QByteArray(8, 'x'), "Content-Encoding: gzip\r\n") << false
                                           << u"The answer is damaged: it cannot be unpacked."_s;
    QTest::newRow("not asked for") << WebServer::answerOf("x", "Content-Encoding: br\r\n") << false
                                   << u"The answer is packed in a way that was not asked for (br)."_s;
    QTest::newRow("too large") << WebServer::answerOf(QByteArray(3000, 'a')) << false << u"It is larger than 0.00195 MiB."_s;
    QTest::newRow("redirect to nowhere") << QByteArray("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n") << false
                                         << u"The server answered 302: it will not give this."_s;
}

void TestFetch::failures()
{
    QFETCH(QByteArray, answer);
    m_server->behave("/", [answer](QTcpSocket &socket, const WebServer::Request &) {
        socket.write(answer);
        socket.disconnectFromHost();
    });
    FetchLimits limits;
    limits.bytes = 2048;
    const auto failed = attempt(u"/"_s, limits);
    QTEST(why(failed), "why");
    QTEST(failed.isTransient, "transient");
    QVERIFY(!failed.fetched.error().remedy.isEmpty());
    QVERIFY(failed.fetched.error().what.contains(m_server->url(u"/"_s)));
}

void TestFetch::statuses_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("transient");
    QTest::addColumn<QString>("words");
    QTest::newRow("304 not asked for") << QByteArray("304 Not Modified") << false << u"304: unchanged, though nothing was there to compare with"_s;
    QTest::newRow("401") << QByteArray("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"") << false << u"401: one has to sign in to read this"_s;
    QTest::newRow("403") << QByteArray("403 Forbidden") << false << u"403: it does not allow this to be read"_s;
    QTest::newRow("404") << QByteArray("404 Not Found") << false << u"404: there is nothing at this address"_s;
    QTest::newRow("407") << QByteArray("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"") << false
                         << u"407: a proxy on the way asks for a password"_s;
    QTest::newRow("410") << QByteArray("410 Gone") << false << u"410: this was taken away for good"_s;
    QTest::newRow("418") << QByteArray("418 Teapot") << false << u"418: it will not give this"_s;
    QTest::newRow("429") << QByteArray("429 Too Many Requests\r\nRetry-After: 7") << true << u"429: it was asked too often"_s;
    QTest::newRow("500") << QByteArray("500 Internal Server Error") << true << u"500: it has an error of its own"_s;
    QTest::newRow("501") << QByteArray("501 Not Implemented") << false << u"501: it failed"_s;
    QTest::newRow("503") << QByteArray("503 Service Unavailable") << true << u"503: it is overloaded or being worked on"_s;
}

void TestFetch::statuses()
{
    QFETCH(QByteArray, status);
    QFETCH(QString, words);
    m_server->answer("/", status.startsWith("304") ? "HTTP/1.1 304 Not Modified\r\n\r\n" : WebServer::answerOf("<p>Sorry</p>", {}, status));
    const auto failed = attempt(u"/"_s);
    QCOMPARE(why(failed), u"The server answered %1."_s.arg(words));
    QTEST(failed.isTransient, "transient");
    QCOMPARE(failed.status, status.first(3).toInt());
    QCOMPARE(failed.retryAfter, status.startsWith("429") ? 7000ms : 0ms);
}

void TestFetch::redirectsThatFail_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("why"); ///< with the server as SERVER
    const QString elsewhere = u"It redirects to “%1”, which is not an address of the web."_s;
    for (const char *location : {"file:///etc/passwd", "ftp://example.org/", "data:text/html,hi", "javascript:alert(1)", "http:///a"})
        QTest::newRow(location) << QByteArray(location) << elsewhere.arg(QString::fromLatin1(location));
    QTest::newRow("to itself") << QByteArray("/") << u"It redirects in a circle: SERVER/ → SERVER/."_s;
    QTest::newRow("to itself with a fragment") << QByteArray("/#a") << u"It redirects in a circle: SERVER/ → SERVER/."_s;
    QTest::newRow("in a circle") << QByteArray("/a") << u"It redirects in a circle: SERVER/ → SERVER/a → SERVER/b → SERVER/a."_s;
    QTest::newRow("too often") << QByteArray("/x") << u"It redirects more than 3 times: SERVER/ → SERVER/x → SERVER/xx → SERVER/xxx → …."_s;
}

void TestFetch::redirectsThatFail()
{
    QFETCH(QByteArray, location);
    m_server->answer("/", WebServer::redirectTo(location));
    m_server->answer("/a", WebServer::redirectTo("/b"));
    m_server->answer("/b", WebServer::redirectTo("/a"));
    for (QByteArray path = "/x"; path.size() < 10; path += 'x')
        m_server->answer(path, WebServer::redirectTo(path + 'x'));
    FetchLimits limits;
    limits.redirects = 3;
    const auto failed = attempt(u"/"_s, limits);
    QTEST(why(failed).replace(m_server->url({}), u"SERVER"_s), "why");
    QVERIFY(!failed.isTransient);
}

void TestFetch::packedAnswersAreUnpacked()
{
    const QByteArray page = QByteArray("<p>Every inch of it.</p>\n").repeated(200);
    m_server->answer("/", WebServer::answerOf(gzipped(page), "Content-Encoding: gzip\r\nContent-Type: text/html\r\n"));
    QCOMPARE(must(attempt(u"/"_s).fetched).bytes, page);
    m_server->answer("/two", WebServer::answerOf(gzipped("one ") + gzipped("two") + QByteArray(2, '\0'), "Content-Encoding: x-gzip\r\n"));
    QCOMPARE(must(attempt(u"/two"_s).fetched).bytes, QByteArray("one two"));
    m_server->answer("/zlib", WebServer::answerOf(qCompress(page).sliced(4), "Content-Encoding: deflate\r\n"));
    QCOMPARE(must(attempt(u"/zlib"_s).fetched).bytes, page);
    m_server->answer("/plain", WebServer::answerOf("plain", "Content-Encoding: identity\r\n"));
    QCOMPARE(must(attempt(u"/plain"_s).fetched).bytes, QByteArray("plain"));
}

void TestFetch::whatUnpacksToTooMuchIsRefused()
{
    const QByteArray bomb = gzipped(QByteArray(64 * 1024 * 1024, 'a'));
    QVERIFY(bomb.size() < 100'000);
    m_server->answer("/", WebServer::answerOf(bomb, "Content-Encoding: gzip\r\n"));
    FetchLimits limits;
    limits.bytes = 4 * 1024 * 1024;
    const auto failed = attempt(u"/"_s, limits);
    QCOMPARE(why(failed), u"It is larger than 4 MiB."_s);
    QVERIFY(!failed.isTransient);
}

void TestFetch::slowness_data()
{
    QTest::addColumn<QByteArray>("said"); ///< before silence
    QTest::addColumn<QString>("why");
    const QString silent = u"The server has said nothing for 1 seconds."_s;
    QTest::newRow("says nothing") << QByteArray() << silent;
    QTest::newRow("stops in the headers") << QByteArray("HTTP/1.1 200 OK\r\nX-A:") << silent;
    QTest::newRow("stops in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") << silent;
}

void TestFetch::slowness()
{
    QFETCH(QByteArray, said);
    m_server->answer("/", said);
    FetchLimits limits;
    limits.idle = 150ms;
    QElapsedTimer timer;
    timer.start();
    const auto failed = attempt(u"/"_s, limits);
    QTEST(why(failed), "why");
    QVERIFY(failed.isTransient);
    QVERIFY(timer.elapsed() < 5000);
}

void TestFetch::endlessAnswersEnd()
{
    m_server->behave("/", [](QTcpSocket &socket, const WebServer::Request &) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket] {
            if (socket.bytesToWrite() < 100'000)
                socket.write(QByteArray(100'000, 'a'));
        });
    });
    FetchLimits limits;
    limits.bytes = 1024 * 1024;
    QCOMPARE(why(attempt(u"/"_s, limits)), u"It is larger than 1 MiB."_s);

    // A byte now and then is never silent long enough.
    m_server->behave("/drops", [](QTcpSocket &socket, const WebServer::Request &) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("a"); });
        timer->start(20ms);
    });
    limits.whole = 300ms;
    const auto failed = attempt(u"/drops"_s, limits);
    QCOMPARE(why(failed), u"It was not there after 1 seconds."_s);
    QVERIFY(failed.isTransient);
}

void TestFetch::stopping()
{
    m_server->answer("/", {});
    JobState state;
    QTimer::singleShot(30ms, this, [&] { state.stop(); });
    const auto stopped = attemptFetch({m_server->url(u"/"_s), {}, {}, {}}, {}, &state);
    QVERIFY(!stopped.fetched);
    QCOMPARE(stopped.fetched.error().kind, Error::Kind::Cancelled);
    const qsizetype asked = m_server->requests().size();
    const auto again = attemptFetch({m_server->url(u"/"_s), {}, {}, {}}, {}, &state);
    QCOMPARE(again.fetched.error().kind, Error::Kind::Cancelled);
    QCOMPARE(m_server->requests().size(), asked);
}

void TestFetch::nothingTellsWhoAsks()
{
    m_server->answer("/1", WebServer::answerOf({}, "Location: " + m_server->url(u"/2"_s).replace(u"http://"_s, u"http://user:pass@"_s).toUtf8() + "\r\nSet-Cookie: id=7; Path=/\r\n", "302 Found"));
    m_server->answer("/2", WebServer::answerOf("here"));
    QString address = m_server->url(u"/1"_s);
    address.replace(u"http://"_s, u"http://user:pass@"_s);
    const Fetched fetched = must(fetch({address, {}, {}, {}}));
    QCOMPARE(fetched.finalAddress, m_server->url(u"/2"_s));
    QCOMPARE(fetched.hops, (QList<Hop>{{m_server->url(u"/1"_s), 302}}));
    QCOMPARE(m_server->requests().size(), 2);
    for (const WebServer::Request &request : m_server->requests()) {
        for (const char *tell : {"cookie", "authorization", "referer", "pass"})
            QVERIFY2(!request.says(tell), request.text.constData());
        QVERIFY2(request.text.contains("Redoubt/"), request.text.constData());
    }
}

void TestFetch::unchanged()
{
    m_server->behave("/", [](QTcpSocket &socket, const WebServer::Request &request) {
        const bool known = request.says("If-None-Match: \"x1\"") || request.says("If-Modified-Since: Wed, 21 Oct 2015 07:28:00 GMT");
        socket.write(known ? "HTTP/1.1 304 Not Modified\r\nETag: \"x1\"\r\n\r\n" : WebServer::answerOf("new"));
    });
    const QString address = m_server->url(u"/"_s);
    const Fetched byTag = must(fetch({address, address, u"\"x1\""_s, {}}));
    QVERIFY(byTag.isUnchanged());
    QVERIFY(byTag.bytes.isEmpty());
    QVERIFY(must(fetch({address, address, {}, u"Wed, 21 Oct 2015 07:28:00 GMT"_s})).isUnchanged());
    const Fetched other = must(fetch({address, address, u"\"x2\""_s, {}}));
    QVERIFY(!other.isUnchanged());
    QCOMPARE(other.bytes, QByteArray("new"));
}

void TestFetch::unchangedIsAskedOnlyWhereItCameFrom()
{
    m_server->answer("/1", WebServer::redirectTo("/2"));
    m_server->answer("/2", "HTTP/1.1 304 Not Modified\r\n\r\n");
    const Fetched fetched = must(fetch({m_server->url(u"/1"_s), m_server->url(u"/2"_s), u"\"x1\""_s, {}}));
    QVERIFY(fetched.isUnchanged());
    QVERIFY(!m_server->requests().at(0).says("If-None-Match"));
    QVERIFY(m_server->requests().at(1).says("If-None-Match: \"x1\""));
}

void TestFetch::safeConnections()
{
    WebServer server(u"good"_s);
    server.answer("/", WebServer::answerOf("here"));
    FetchLimits limits;
    limits.alsoTrusted = QSslCertificate::fromData(WebServer::tlsFile(u"authority.pem"_s));
    QCOMPARE(must(fetch({server.url(u"/"_s, u"localhost"_s), {}, {}, {}}, limits)).bytes, QByteArray("here"));
}

void TestFetch::unsafeConnections_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("why");
    const QString start = u"The connection is not safe. "_s;
    QTest::newRow("self-signed") << u"selfsigned"_s << true << start + u"Its certificate is self-signed: nobody vouches for it."_s;
    QTest::newRow("expired") << u"expired"_s << true << start + u"Its certificate expired on 2021-01-01."_s;
    QTest::newRow("other name") << u"othername"_s << true << start + u"Its certificate is for another host name: elsewhere.example, not localhost."_s;
    QTest::newRow("unknown authority") << u"good"_s << false << start + u"Its certificate comes from an authority that this computer does not know."_s;
}

void TestFetch::unsafeConnections()
{
    QFETCH(QString, certificate);
    QFETCH(bool, trusted);
    WebServer server(certificate);
    server.answer("/", WebServer::answerOf("here"));
    FetchLimits limits;
    if (trusted)
        limits.alsoTrusted = QSslCertificate::fromData(WebServer::tlsFile(u"authority.pem"_s));
    const auto failed = attemptFetch({server.url(u"/"_s, u"localhost"_s), {}, {}, {}}, limits);
    QTEST(why(failed), "why");
    QVERIFY(!failed.isTransient);
    QVERIFY(server.requests().isEmpty());
}

void TestFetch::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("none") << QByteArray() << 0LL;
    QTest::newRow("seconds") << QByteArray(" 120 ") << 120'000LL;
    QTest::newRow("negative") << QByteArray("-5") << 0LL;
    QTest::newRow("huge") << QByteArray("9999999999999") << 31'536'000'000LL;
    QTest::newRow("date") << QByteArray("Wed, 21 Oct 2015 07:28:30 GMT") << 30'000LL;
    QTest::newRow("past") << QByteArray("Wed, 21 Oct 2015 07:27:00 GMT") << 0LL;
    QTest::newRow("words") << QByteArray("later") << 0LL;
}

void TestFetch::retryAfterIsRead()
{
    QFETCH(QByteArray, header);
    const QDateTime now(QDate(2015, 10, 21), QTime(7, 28), QTimeZone::UTC);
    QTEST(qint64(retryAfter(header, now).count()), "milliseconds");
}

void TestFetch::severalThreadsAtOnce()
{
    m_server->answer("/", WebServer::answerOf("here"));
    std::atomic<int> right = 0;
    QThreadPool threads;
    for (int i = 0; i < 8; ++i) {
        threads.start([&right, address = m_server->url(u"/"_s)] {
            const auto fetched = fetch({address, {}, {}, {}});
            right += fetched && fetched->bytes == "here";
        });
    }
    QTRY_COMPARE(right.load(), 8);
}

QTEST_GUILESS_MAIN(TestFetch)
#include "tst_fetch.moc"
