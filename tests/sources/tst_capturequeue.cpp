#include "app/sources/capture/capturequeue.h"
#include "tests/support/temporaryproject.h"
#include "tests/support/webserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTimer>

using namespace redoubt;
using namespace std::chrono_literals;

namespace {

QString stateText(const CaptureItem &item)
{
    switch (item.state) {
    case CaptureItem::State::Waiting:
        return u"waiting"_s;
    case CaptureItem::State::Fetching:
        return u"fetching"_s;
    case CaptureItem::State::Done:
        return u"done"_s;
    case CaptureItem::State::Unchanged:
        return u"unchanged"_s;
    case CaptureItem::State::Failed:
        return u"failed: "_s + item.error.why;
    case CaptureItem::State::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

QByteArray page(const QByteArray &title)
{
    return "<html><head><title>" + title + "</title></head><body><p>What is said of " + title + " in a whole sentence, and in another one.</p></body></html>";
}

} // namespace

/// Many addresses at once, from servers on several addresses of the loopback.
class TestCaptureQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPageBecomesASource();
    void aKnownAddressGetsAFurtherCapture();
    void aGivenSourceIsCapturedAgain();
    void unchangedAddsNothing();
    void whatFailsChangesNothing();
    void aFailureIsTriedAgain();
    void onlySoOften();
    void lastingFailuresAreNotTriedAgain();
    void retryAfterIsRespected();
    void tooLongAWaitIsGivenUp();
    void oneOfAHostAtATime();
    void severalHostsAtOnce();
    void cancelOne();
    void cancelAll();
    void goingStops();
    void progressIsShown();
    void eachIsOneAction();
    void sourceRemovedMeanwhile();

private:
    [[nodiscard]] static CaptureLimits quick()
    {
        CaptureLimits limits;
        limits.backOff = 20ms;
        return limits;
    }
    void finish(CaptureQueue &queue)
    {
        QSignalSpy finished(&queue, &CaptureQueue::finished);
        QTRY_VERIFY(!finished.isEmpty());
        QVERIFY(!queue.isRunning());
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 1);
    }
    [[nodiscard]] QString capture(const QString &path, Id<Source> source = {})
    {
        CaptureQueue queue(m_project->project(), quick());
        queue.add(m_server->url(path), source);
        finish(queue);
        m_last = queue.items().first();
        return stateText(m_last);
    }

    std::unique_ptr<WebServer> m_server;
    std::unique_ptr<TemporaryProject> m_project;
    CaptureItem m_last;
};

void TestCaptureQueue::init()
{
    m_server = std::make_unique<WebServer>();
    m_project = std::make_unique<TemporaryProject>();
}

void TestCaptureQueue::aPageBecomesASource()
{
    m_server->answer("/a", WebServer::redirectTo("/b"));
    m_server->answer("/b", WebServer::answerOf(page("Drone over Galati"), "Content-Type: text/html; charset=utf-8\r\nETag: \"1\"\r\n"));
    QCOMPARE(capture(u"/a"_s), u"done"_s);
    const Source source = must(sources(m_project->reader())).first();
    QCOMPARE(source.title, u"Drone over Galati"_s);
    QCOMPARE(source.key, u"drone-over-galati"_s);
    QCOMPARE(source.address, m_server->url(u"/a"_s));
    QCOMPARE(m_last.key, source.key);
    QCOMPARE(m_last.source, source.id);
    QCOMPARE(m_last.bytes, page("Drone over Galati").size());
    QCOMPARE(m_last.status, 200);
    const Capture kept = *must(latestCapture(m_project->reader(), source.id));
    QCOMPARE(kept.id, m_last.capture);
    QCOMPARE(m_last.title, source.title);
    QCOMPARE(m_last.capturedAt.toSecsSinceEpoch(), kept.capturedAt.toSecsSinceEpoch());
    QCOMPARE(m_last.hops, kept.hops);
    QCOMPARE(m_last.finalAddress, kept.address);
    QVERIFY(m_last.isNewSource);
    QVERIFY(m_last.earlierAt.isNull());
    QCOMPARE(kept.sha256, m_last.sha256);
    QCOMPARE(kept.address, m_server->url(u"/b"_s));
    QCOMPARE(kept.hops, (QList<Hop>{{m_server->url(u"/a"_s), 302}}));
    QCOMPARE(kept.etag, u"\"1\""_s);
    QVERIFY(kept.text.contains(u"What is said of Drone over Galati"_s));
    QCOMPARE(must(captureBytes(m_project->reader(), kept.id)), page("Drone over Galati"));
    QCOMPARE(must(alteredCaptures(m_project->reader())), QStringList());
}

void TestCaptureQueue::aKnownAddressGetsAFurtherCapture()
{
    m_server->answer("/a", WebServer::answerOf(page("One")));
    QCOMPARE(capture(u"/a"_s), u"done"_s);
    m_server->answer("/a", WebServer::answerOf(page("Two")));
    QCOMPARE(capture(u"/a#part"_s), u"done"_s);
    // Another address that leads there is of the same source.
    m_server->answer("/short", WebServer::redirectTo("/a"));
    QCOMPARE(capture(u"/short"_s), u"done"_s);
    const QList<Source> all = must(sources(m_project->reader()));
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().title, u"One"_s);
    QCOMPARE(must(captures(m_project->reader(), all.first().id)).size(), 3);
}

void TestCaptureQueue::aGivenSourceIsCapturedAgain()
{
    m_server->answer("/a", WebServer::answerOf(page("One")));
    Source source;
    source.title = u"Mine"_s;
    m_project->edit([&](Writer &writer) { return addSource(writer, source); });
    QCOMPARE(capture(u"/a"_s, source.id), u"done"_s);
    QCOMPARE(m_last.key, u"mine"_s);
    QCOMPARE(must(sourceCount(m_project->reader())), 1);
}

void TestCaptureQueue::unchangedAddsNothing()
{
    m_server->behave("/a", [](QTcpSocket &socket, const WebServer::Request &request) {
        socket.write(request.says("If-None-Match: \"1\"") ? QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n")
                                                                   : WebServer::answerOf(page("One"), "ETag: \"1\"\r\nContent-Type: text/html\r\n"));
    });
    QCOMPARE(capture(u"/a"_s), u"done"_s);
    const CaptureItem first = m_last;
    QCOMPARE(capture(u"/a"_s), u"unchanged"_s);
    QCOMPARE(m_last.capture, first.capture);
    QCOMPARE(m_last.key, first.key);
    QCOMPARE(m_last.title, first.title);
    QCOMPARE(m_last.capturedAt.toSecsSinceEpoch(), first.capturedAt.toSecsSinceEpoch());
    QCOMPARE(m_last.earlierAt, m_last.capturedAt);
    QVERIFY(!m_last.isNewSource);
    QCOMPARE(m_last.status, 304);
    QCOMPARE(must(captureCount(m_project->reader())), 1);
    QCOMPARE(must((*m_project)->history()).size(), 1);
}

void TestCaptureQueue::whatFailsChangesNothing()
{
    m_server->answer("/zip", WebServer::answerOf(QByteArray("PK\x03\x04\0\0", 6), "Content-Type: application/zip\r\n"));
    QCOMPARE(capture(u"/none"_s), u"failed: The server answered 404: there is nothing at this address."_s);
    QCOMPARE(capture(u"/zip"_s), u"failed: It is of a kind that is not known here."_s);
    CaptureQueue queue(m_project->project(), quick());
    queue.add(u"file:///etc/passwd"_s);
    finish(queue);
    QCOMPARE(stateText(queue.items().first()), u"failed: “file:///etc/passwd” is not an address of the web."_s);
    QCOMPARE(must(sourceCount(m_project->reader())), 0);
    QVERIFY(must((*m_project)->history()).isEmpty());
}

void TestCaptureQueue::aFailureIsTriedAgain()
{
    int asked = 0;
    m_server->behave("/a", [&](QTcpSocket &socket, const WebServer::Request &) {
        socket.write(++asked < 3 ? WebServer::answerOf("<p>Sorry", {}, "503 Service Unavailable") : WebServer::answerOf(page("One")));
    });
    QCOMPARE(capture(u"/a"_s), u"done"_s);
    QCOMPARE(asked, 3);
    QCOMPARE(m_last.attempts, 3);
    QCOMPARE(m_last.error, Error());
}

void TestCaptureQueue::onlySoOften()
{
    m_server->behave("/a", [](QTcpSocket &socket, const WebServer::Request &) { socket.abort(); });
    QVERIFY2(capture(u"/a"_s).startsWith(u"failed: "_s), qPrintable(stateText(m_last)));
    QCOMPARE(m_last.attempts, 3);
}

void TestCaptureQueue::lastingFailuresAreNotTriedAgain()
{
    QCOMPARE(capture(u"/none"_s), u"failed: The server answered 404: there is nothing at this address."_s);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestCaptureQueue::retryAfterIsRespected()
{
    bool isFirst = true;
    m_server->behave("/a", [&](QTcpSocket &socket, const WebServer::Request &) {
        socket.write(std::exchange(isFirst, false) ? WebServer::answerOf("<p>Sorry", "Retry-After: 1\r\n", "429 Too Many Requests") : WebServer::answerOf(page("One")));
    });
    m_server->answer("/b", WebServer::answerOf(page("Two")));
    CaptureQueue queue(m_project->project(), quick());
    queue.add(m_server->url(u"/a"_s));
    queue.add(m_server->url(u"/b"_s));
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE(queue.items().first().attempts, 1);
    QTRY_COMPARE(stateText(queue.items().first()), u"waiting"_s);
    QVERIFY(queue.items().first().error.why.contains(u"429"_s));
    // The other address of the host is left alone as well.
    QCOMPARE(m_server->requests().size(), 1);
    finish(queue);
    QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(stateText(queue.items().first()), u"done"_s);
    QCOMPARE(stateText(queue.items().last()), u"done"_s);
    QCOMPARE(m_server->requests().size(), 3);
}

void TestCaptureQueue::tooLongAWaitIsGivenUp()
{
    m_server->answer("/a", WebServer::answerOf("<p>Sorry", "Retry-After: 7200\r\n", "503 Service Unavailable"));
    QCOMPARE(capture(u"/a"_s), u"failed: The server answered 503: it is overloaded or being worked on."_s);
    QCOMPARE(m_last.error.remedy, u"The server asks to be left alone for 2 hours."_s);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestCaptureQueue::oneOfAHostAtATime()
{
    int open = 0;
    int most = 0;
    CaptureQueue queue(m_project->project(), quick());
    for (int i = 0; i < 6; ++i) {
        const QString path = u"/%1"_s.arg(i);
        m_server->behave(path.toUtf8(), [&, i](QTcpSocket &socket, const WebServer::Request &) {
            most = std::max(most, ++open);
            QTimer::singleShot(20ms, &socket, [&, i] {
                --open;
                socket.write(WebServer::answerOf(page("Page " + QByteArray::number(i))));
            });
        });
        queue.add(m_server->url(path));
    }
    finish(queue);
    QCOMPARE(most, 1);
    QCOMPARE(must(sourceCount(m_project->reader())), 6);
}

void TestCaptureQueue::severalHostsAtOnce()
{
    std::vector<std::unique_ptr<WebServer>> servers;
    int open = 0;
    int most = 0;
    CaptureQueue queue(m_project->project(), quick());
    for (int i = 0; i < 6; ++i) {
        const QString host = u"127.0.0.%1"_s.arg(i + 1);
        servers.push_back(std::make_unique<WebServer>(QString(), QHostAddress(host)));
        servers.back()->behave("/", [&, i](QTcpSocket &socket, const WebServer::Request &) {
            most = std::max(most, ++open);
            // The first four are answered once all of them have asked.
            auto *timer = new QTimer(&socket);
            connect(timer, &QTimer::timeout, &socket, [&, i, timer] {
                if (most < 4)
                    return;
                timer->stop();
                --open;
                socket.write(WebServer::answerOf(page("Page " + QByteArray::number(i))));
            });
            timer->start(1ms);
        });
        queue.add(servers.back()->url(u"/"_s, host));
    }
    finish(queue);
    QCOMPARE(most, 4);
    QCOMPARE(must(sourceCount(m_project->reader())), 6);
}

void TestCaptureQueue::cancelOne()
{
    m_server->answer("/slow", {});
    m_server->answer("/a", WebServer::answerOf(page("One")));
    CaptureQueue queue(m_project->project(), quick());
    for (const QString &path : {u"/slow"_s, u"/a"_s, u"/a?2"_s})
        queue.add(m_server->url(path));
    QTRY_COMPARE(m_server->requests().size(), 1);
    queue.cancel(2);
    QCOMPARE(stateText(queue.items().at(2)), u"cancelled"_s);
    queue.cancel(0);
    finish(queue);
    QCOMPARE(stateText(queue.items().at(0)), u"cancelled"_s);
    QCOMPARE(stateText(queue.items().at(1)), u"done"_s);
    queue.cancel(1);
    QCOMPARE(stateText(queue.items().at(1)), u"done"_s);
    QCOMPARE(must(sourceCount(m_project->reader())), 1);
}

void TestCaptureQueue::cancelAll()
{
    m_server->answer("/slow", {});
    CaptureQueue queue(m_project->project(), quick());
    for (int i = 0; i < 3; ++i)
        queue.add(m_server->url(u"/slow"_s));
    QTRY_COMPARE(m_server->requests().size(), 1);
    queue.cancelAll();
    finish(queue);
    for (const CaptureItem &item : queue.items())
        QCOMPARE(stateText(item), u"cancelled"_s);
    // It can go on being used.
    m_server->answer("/a", WebServer::answerOf(page("One")));
    queue.add(m_server->url(u"/a"_s));
    finish(queue);
    QCOMPARE(stateText(queue.items().last()), u"done"_s);
}

void TestCaptureQueue::goingStops()
{
    m_server->answer("/slow", {});
    QElapsedTimer timer;
    {
        CaptureQueue queue(m_project->project(), quick());
        queue.add(m_server->url(u"/slow"_s));
        QTRY_COMPARE(m_server->requests().size(), 1);
        timer.start();
    }
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(must(sourceCount(m_project->reader())), 0);
}

void TestCaptureQueue::progressIsShown()
{
    m_server->behave("/a", [](QTcpSocket &socket, const WebServer::Request &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n" + QByteArray(250, ' '));
    });
    CaptureQueue queue(m_project->project(), quick());
    queue.add(m_server->url(u"/a"_s));
    QTRY_COMPARE(queue.items().first().progress, 0.25);
    QCOMPARE(stateText(queue.items().first()), u"fetching"_s);
    queue.cancelAll();
    finish(queue);
}

void TestCaptureQueue::eachIsOneAction()
{
    m_server->answer("/a", WebServer::answerOf(page("One")));
    QCOMPARE(capture(u"/a"_s), u"done"_s);
    QCOMPARE((*m_project)->undoText(), u"Capture “One”"_s);
    must((*m_project)->undo());
    QCOMPARE(must(sourceCount(m_project->reader())), 0);
    QCOMPARE(must(captureCount(m_project->reader())), 0);
}

void TestCaptureQueue::sourceRemovedMeanwhile()
{
    Source source;
    source.title = u"Mine"_s;
    m_project->edit([&](Writer &writer) { return addSource(writer, source); });
    m_server->behave("/a", [&](QTcpSocket &socket, const WebServer::Request &) {
        m_project->edit([&](Writer &writer) { return removeSource(writer, source.id); });
        socket.write(WebServer::answerOf(page("One")));
    });
    QCOMPARE(capture(u"/a"_s, source.id), u"failed: The source was removed meanwhile."_s);
    QCOMPARE(must(sourceCount(m_project->reader())), 0);
}

QTEST_GUILESS_MAIN(TestCaptureQueue)
#include "tst_capturequeue.moc"
