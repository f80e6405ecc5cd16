#include "app/sources/feed/feeddiscovery.h"
#include "app/sources/feed/feedrefresher.h"
#include "tests/support/temporaryproject.h"
#include "tests/support/webserver.h"

#include <QSignalSpy>

using namespace redoubt;

namespace {

QByteArray rss(const QByteArray &title, const QByteArrayList &items)
{
    QByteArray text = "<rss version=\"2.0\"><channel><title>" + title + "</title><link>https://example.org/</link>";
    for (const QByteArray &item : items)
        text += "<item><title>" + item + "</title><guid isPermaLink=\"false\">" + item + "</guid></item>";
    return text + "</channel></rss>";
}

QByteArray answer(const QByteArray &body, const QByteArray &headers = {})
{
    return WebServer::answerOf(body, "Content-Type: application/rss+xml\r\n" + headers);
}

} // namespace

/// Feeds are asked for, and what they answer is taken, as one action.
class TestFeedRefresher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<WebServer>();
        m_project = std::make_unique<TemporaryProject>();
        m_refresher = std::make_unique<FeedRefresher>(m_project->project());
        connect(m_refresher.get(), &FeedRefresher::finished, this, [this](const QList<RefreshedFeed> &feeds) { m_finished.append(feeds); });
        connect(m_refresher.get(), &FeedRefresher::failed, this, [this](const Error &error) { m_failed.append(error); });
        m_finished.clear();
        m_failed.clear();
    }
    void cleanup()
    {
        m_refresher.reset();
        m_project.reset();
        m_server.reset();
    }

    void aRefreshIsOneAction()
    {
        m_server->answer("/a", answer(rss("Wire", {"one", "two"})));
        m_server->answer("/b", answer(rss("Posts", {"three"})));
        const auto a = follow(u"/a"_s);
        follow(u"/b"_s);
        refresh();
        QCOMPARE(m_finished.size(), 1);
        QCOMPARE(m_finished.first().size(), 2);
        QCOMPARE(m_finished.first().first().title, u"Wire"_s);
        QCOMPARE(m_finished.first().first().refresh.merge.added, 2);
        QCOMPARE(must(feedItems(m_project->reader())).size(), 3);
        QCOMPARE(must(feed(m_project->reader(), a))->title, u"Wire"_s);
        QCOMPARE((*m_project)->undoText(), u"Refresh 2 feed(s)"_s);
        must((*m_project)->undo());
        QVERIFY(must(feedItems(m_project->reader())).isEmpty());
    }

    void whatHasNotChangedIsNotSentAgain()
    {
        m_server->behave("/a", [](QTcpSocket &socket, const WebServer::Request &request) {
            socket.write(request.says("If-None-Match: \"7\"") ? QByteArray("HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n")
                                                              : answer(rss("Wire", {"one"}), "ETag: \"7\"\r\n"));
        });
        follow(u"/a"_s);
        refresh();
        refresh();
        QCOMPARE(m_finished.size(), 2);
        QCOMPARE(m_finished.last().first().refresh.outcome, FeedRefresh::Outcome::NotNewer);
        QCOMPARE(must(feedItems(m_project->reader())).size(), 1);
    }

    void problemsAreKeptWithTheFeed_data()
    {
        QTest::addColumn<QByteArray>("answered");
        QTest::addColumn<QString>("problem");
        QTest::newRow("not there") << WebServer::answerOf("", {}, "404 Not Found") << u"nothing at its address (404)"_s;
        QTest::newRow("gone") << WebServer::answerOf("", {}, "410 Gone") << u"gone for good (410)"_s;
        QTest::newRow("fault") << WebServer::answerOf("", {}, "500 Oops") << u"fault of its own (500)"_s;
        QTest::newRow("a page") << WebServer::answerOf("<html><body><p>Hello</p></body></html>") << QString();
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<rss>") << QString();
        QTest::newRow("to a file") << WebServer::redirectTo("file:///etc/passwd") << QString();
        QTest::newRow("broken") << answer("<rss version=\"2.0\"><channel><title>a</channel></rss>") << u"line"_s;
    }

    void problemsAreKeptWithTheFeed()
    {
        QFETCH(QByteArray, answered);
        QFETCH(QString, problem);
        m_server->answer("/a", answer(rss("Wire", {"one"})));
        const auto id = follow(u"/a"_s);
        refresh();
        m_server->behave("/a", [answered](QTcpSocket &socket, const WebServer::Request &) {
            socket.write(answered);
            socket.disconnectFromHost();
        });
        refresh();
        QCOMPARE(m_finished.size(), 2);
        const Feed kept = *must(feed(m_project->reader(), id));
        QVERIFY(!kept.problem.isEmpty());
        QVERIFY2(kept.problem.contains(problem, Qt::CaseInsensitive), qPrintable(kept.problem));
        QCOMPARE(kept.gone, QByteArrayView(QTest::currentDataTag()) == "gone");
        QCOMPARE(must(feedItems(m_project->reader())).size(), 1);
    }

    void onlyAPermanentMoveIsFollowed_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("address");
        QTest::newRow("301") << QByteArray("301 Moved") << u"/new"_s;
        QTest::newRow("308") << QByteArray("308 Moved") << u"/new"_s;
        QTest::newRow("302") << QByteArray("302 Found") << u"/old"_s;
        QTest::newRow("307") << QByteArray("307 Found") << u"/old"_s;
    }

    void onlyAPermanentMoveIsFollowed()
    {
        QFETCH(QByteArray, status);
        QFETCH(QString, address);
        m_server->answer("/old", WebServer::redirectTo("/new", status));
        m_server->answer("/new", answer(rss("Wire", {"one"})));
        const auto id = follow(u"/old"_s);
        refresh();
        QCOMPARE(must(feed(m_project->reader(), id))->address, m_server->url(address));
        QCOMPARE(m_finished.first().first().refresh.moved, address == "/new"_L1);
        QCOMPARE(must(feedItems(m_project->reader())).size(), 1);
    }

    void neverTwoOfOneHost()
    {
        WebServer other({}, QHostAddress(u"127.0.0.2"_s));
        QList<QTcpSocket *> waiting;
        const auto hold = [&](QTcpSocket &socket, const WebServer::Request &) { waiting.append(&socket); };
        m_server->behave("/a", hold);
        m_server->behave("/b", hold);
        other.behave("/c", hold);
        follow(u"/a"_s);
        follow(u"/b"_s);
        follow(other.url(u"/c"_s, u"127.0.0.2"_s));
        m_refresher->refresh(must(feedRequests(m_project->reader())));
        QTRY_COMPARE(waiting.size(), 2);
        QCOMPARE(m_server->requests().size(), 1);
        QCOMPARE(other.requests().size(), 1);
        for (QTcpSocket *socket : std::exchange(waiting, {}))
            socket->write(answer(rss("x", {})));
        QTRY_COMPARE(m_server->requests().size(), 2);
        QTRY_COMPARE(waiting.size(), 1);
        QCOMPARE(m_refresher->total(), 3);
        QCOMPARE(m_refresher->over(), 2);
        waiting.first()->write(answer(rss("x", {})));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(m_finished.first().size(), 3);
    }

    void whatHasComeIsKeptWhenStopped()
    {
        m_server->answer("/a", answer(rss("Wire", {"one"})));
        m_server->behave("/b", [](QTcpSocket &, const WebServer::Request &) {});
        follow(u"/a"_s);
        follow(u"/b"_s);
        follow(u"/c"_s);
        m_refresher->refresh(must(feedRequests(m_project->reader())));
        QTRY_COMPARE(m_refresher->over(), 1);
        m_refresher->stop();
        QTRY_COMPARE(m_finished.size(), 1);
        QVERIFY(!m_refresher->isRunning());
        QCOMPARE(m_finished.first().size(), 1);
        QCOMPARE(must(feedItems(m_project->reader())).size(), 1);
        QCOMPARE(must(feedByAddress(m_project->reader(), m_server->url(u"/b"_s)))->problem, QString());
        QCOMPARE(m_server->requests().size(), 2);
    }

    void stoppedBeforeAnyAnswerChangesNothing()
    {
        m_server->behave("/b", [](QTcpSocket &, const WebServer::Request &) {});
        follow(u"/b"_s);
        m_refresher->refresh(must(feedRequests(m_project->reader())));
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_refresher->stop();
        QTRY_COMPARE(m_finished.size(), 1);
        QVERIFY(m_finished.first().isEmpty());
        QCOMPARE((*m_project)->undoText(), u"Test"_s);
    }

    void addingIsOneAction()
    {
        m_server->answer("/a", answer(rss("Wire", {"one", "two"})));
        add(u"/a"_s);
        QVERIFY(m_failed.isEmpty());
        const Feed added = *must(feedByAddress(m_project->reader(), m_server->url(u"/a"_s)));
        QCOMPARE(added.title, u"Wire"_s);
        QCOMPARE(m_finished.first().first().feed, added.id);
        QCOMPARE(must(feedItems(m_project->reader(), {.feed = added.id})).size(), 2);
        must((*m_project)->undo());
        QVERIFY(must(feeds(m_project->reader())).isEmpty());
        QVERIFY(must(feedItems(m_project->reader())).isEmpty());
    }

    void whatIsNoFeedIsNotAdded_data()
    {
        QTest::addColumn<QByteArray>("answered");
        QTest::newRow("page") << WebServer::answerOf("<html><body><p>Hello</p></body></html>");
        QTest::newRow("not there") << WebServer::answerOf("", {}, "404 Not Found");
    }

    void whatIsNoFeedIsNotAdded()
    {
        QFETCH(QByteArray, answered);
        m_server->answer("/a", answered);
        add(u"/a"_s);
        QCOMPARE(m_failed.size(), 1);
        QCOMPARE(m_failed.first().kind, Error::Kind::Invalid);
        QVERIFY(!m_failed.first().why.isEmpty());
        QVERIFY(must(feeds(m_project->reader())).isEmpty());
        add(u"/a"_s, true);
        QCOMPARE(m_finished.size(), 1);
        QCOMPARE(must(feeds(m_project->reader())).size(), 1);
        QVERIFY(!must(feeds(m_project->reader())).first().problem.isEmpty());
    }

    void aPageNamesItsFeed_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("address");
        const QByteArray type = "rel=alternate type='application/atom+xml'";
        QTest::newRow("relative") << QByteArray("<html><head><link " + type + " href='feed.xml?a=1&amp;b=2'>") << u"http://127.0.0.1/x/feed.xml?a=1&b=2"_s;
        QTest::newRow("base") << QByteArray("<html><base href='https://example.org/b/'><link " + type + " href=f>") << u"https://example.org/b/f"_s;
        QTest::newRow("the first") << QByteArray("<html><link rel=icon href=i><LINK " + type + " href=/a><link " + type + " href=/b>") << u"http://127.0.0.1/a"_s;
        QTest::newRow("in a comment") << QByteArray("<html><!-- <link " + type + " href=/a> --><p>") << QString();
        QTest::newRow("in a script") << QByteArray("<html><script>'<link " + type + " href=/a>'</script>") << QString();
        QTest::newRow("a script") << QByteArray("<html><link " + type + " href='javascript:x'>") << QString();
        QTest::newRow("cut off") << QByteArray("<html><link " + type + " href='/a") << QString();
        QTest::newRow("another language") << QByteArray("<html><link rel=alternate hreflang=de href=/de>") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }

    void aPageNamesItsFeed()
    {
        QFETCH(QByteArray, page);
        QTEST(feedOfPage(page, u"http://127.0.0.1/x/"_s), "address");
    }

    void addressesAreLookedAtFirst_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("no address") << u"nonsense"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("there already") << u"/a"_s;
    }

    void addressesAreLookedAtFirst()
    {
        QFETCH(QString, address);
        follow(u"/a"_s);
        add(address);
        QCOMPARE(m_failed.size(), 1);
        QVERIFY(m_failed.first().kind != Error::Kind::Invalid);
        QVERIFY(m_server->requests().isEmpty());
        QCOMPARE(must(feeds(m_project->reader())).size(), 1);
    }

    void aServerThatAsksToBeLeftAloneIs()
    {
        m_server->answer("/a", WebServer::answerOf("", "Retry-After: 600\r\n", "429 Too Many Requests"));
        const auto id = follow(u"/a"_s);
        refresh();
        QVERIFY(must(feed(m_project->reader(), id))->problem.contains(u"429"_s));
        const qsizetype asked = m_server->requests().size();
        refresh();
        QCOMPARE(m_server->requests().size(), asked);
        QVERIFY(must(feed(m_project->reader(), id))->problem.contains(u"left alone"_s));
    }

    void itWaitsWhileTheProjectIsLent()
    {
        m_server->answer("/a", answer(rss("Wire", {"one"})));
        follow(u"/a"_s);
        QVERIFY((*m_project)->lend());
        m_refresher->refresh(must(feedRequests(m_project->reader())));
        QTRY_COMPARE(m_refresher->over(), 1);
        QVERIFY(m_refresher->isRunning());
        QVERIFY(must(feedItems(m_project->reader())).isEmpty());
        (*m_project)->settle({});
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(must(feedItems(m_project->reader())).size(), 1);
    }

    void aReadOnlyProjectSaysSo()
    {
        m_server->answer("/a", answer(rss("Wire", {"one"})));
        follow(u"/a"_s);
        m_refresher.reset();
        m_project->reopen(Project::Mode::ReadOnly);
        m_refresher = std::make_unique<FeedRefresher>(m_project->project());
        QSignalSpy failed(m_refresher.get(), &FeedRefresher::failed);
        m_refresher->refresh(must(feedRequests(m_project->reader())));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!m_refresher->isRunning());
        QVERIFY(m_server->requests().isEmpty());
    }

    void removedMeanwhile()
    {
        QTcpSocket *waiting = nullptr;
        m_server->behave("/a", [&](QTcpSocket &socket, const WebServer::Request &) { waiting = &socket; });
        const auto id = follow(u"/a"_s);
        m_refresher->refresh(must(feedRequests(m_project->reader())));
        QTRY_VERIFY(waiting);
        m_project->edit([&](Writer &writer) { return removeFeed(writer, id); });
        waiting->write(answer(rss("Wire", {"one"})));
        QTRY_COMPARE(m_finished.size(), 1);
        QVERIFY(m_finished.first().isEmpty());
        QVERIFY(must(feeds(m_project->reader())).isEmpty());
    }

    void goingStopsIt()
    {
        m_server->behave("/a", [](QTcpSocket &, const WebServer::Request &) {});
        follow(u"/a"_s);
        m_refresher->refresh(must(feedRequests(m_project->reader())));
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_refresher.reset();
        must((*m_project)->edit(u"Still possible"_s, [](Writer &) { return Result<>(); }));
    }

private:
    Id<Feed> follow(const QString &path)
    {
        Feed feed;
        feed.address = path.startsWith(u'/') ? m_server->url(path) : path;
        m_project->edit([&](Writer &writer) { return addFeed(writer, feed); });
        return feed.id;
    }
    void refresh()
    {
        m_refresher->refresh(must(feedRequests(m_project->reader())));
        QTRY_VERIFY(!m_refresher->isRunning());
    }
    void add(const QString &path, bool evenSo = false)
    {
        Feed feed;
        feed.address = path.startsWith(u'/') ? m_server->url(path) : path;
        m_refresher->add(feed, evenSo);
        QTRY_VERIFY(!m_refresher->isRunning());
    }

    std::unique_ptr<WebServer> m_server;
    std::unique_ptr<TemporaryProject> m_project;
    std::unique_ptr<FeedRefresher> m_refresher;
    QList<QList<RefreshedFeed>> m_finished;
    QList<Error> m_failed;
};

QTEST_GUILESS_MAIN(TestFeedRefresher)
#include "tst_feedrefresher.moc"
