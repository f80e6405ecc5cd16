#include "app/sources/capture/captured.h"
#include "tests/support/slowness.h"
#include "tests/support/sourcespaneltest.h"
#include "ui/sources/pictureview.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolTip>

#include <atomic>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace redoubt;

namespace {

/// A named pipe that notices who opens it to read: a writer gets in then only.
class WatchedPipe
{
public:
    explicit WatchedPipe(const QString &path)
        : m_path(QFile::encodeName(path))
    {
        if (::mkfifo(m_path.constData(), 0600) != 0)
            qFatal("no pipe");
        m_thread = std::thread([this] { watch(); });
    }
    ~WatchedPipe()
    {
        m_stop = true;
        m_thread.join();
    }

    [[nodiscard]] bool wasOpened() const { return m_opened; }
    [[nodiscard]] qint64 rounds() const { return m_rounds; }

private:
    void watch()
    {
        while (!m_stop) {
            const int pipe = ::open(m_path.constData(), O_WRONLY | O_NONBLOCK);
            if (pipe >= 0) {
                m_opened = true;
                ::close(pipe); // who reads gets an end of file
            }
            ++m_rounds;
            ::poll(nullptr, 0, 1);
        }
    }

    QByteArray m_path;
    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_opened = false;
    std::atomic<qint64> m_rounds = 0;
};

} // namespace

/// Showing what was captured opens no connection and no file, whatever stands in it.
class TestLoadsNothing : public SourcesPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theTrapsWork();
    void hostilePages_data();
    void hostilePages();
    void hostileBytes_data();
    void hostileBytes();
    void pictureOfOtherFormats();
    void deepLists();
    void aLongLine_data();
    void aLongLine();

private:
    QString trapped(const QString &html) const;
    void keep(Captured document);
    void showAll();
    void showTips();
    void settle();
    bool isQuiet();
    qint64 showing(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<WatchedPipe> m_pipe;
    std::unique_ptr<WatchedPipe> m_picturePipe;
};

void TestLoadsNothing::init()
{
    makePanel();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_pipe = std::make_unique<WatchedPipe>(m_folder->filePath(u"trap"_s));
    m_picturePipe = std::make_unique<WatchedPipe>(m_folder->filePath(u"trap.png"_s));
}

void TestLoadsNothing::cleanup()
{
    dropPanel();
    m_pipe.reset();
    m_picturePipe.reset();
    m_server.reset();
}

/// WEB and FILE become addresses that are watched.
QString TestLoadsNothing::trapped(const QString &html) const
{
    return QString(html)
        .replace(u"WEB"_s, u"http://127.0.0.1:%1"_s.arg(m_server->serverPort()))
        .replace(u"FILE"_s, QUrl::fromLocalFile(m_folder->filePath(u"trap"_s)).toString());
}

bool TestLoadsNothing::isQuiet()
{
    return !m_server->hasPendingConnections() && !m_pipe->wasOpened() && !m_picturePipe->wasOpened();
}

/// Until all that was asked for would have come: events are done and the pipes were tried many times more.
void TestLoadsNothing::settle()
{
    static constexpr qint64 tries = 20;
    const qint64 from = m_pipe->rounds();
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(m_pipe->rounds() > from + tries);
    QTRY_VERIFY(timer.elapsed() > 100);
}

void TestLoadsNothing::keep(Captured document)
{
    m_project->edit([&](Writer &writer) { return addCaptured(writer, m_wire, document); });
    m_selection->select(Thing::of(m_wire.id));
}

/// In every way that the reader has.
void TestLoadsNothing::showAll()
{
    text()->grab();
    text()->selectAll();
    text()->copy();
    for (const QString &name : {u"compareCaptures"_s, u"showPages"_s}) {
        if (action(name)->isEnabled()) {
            action(name)->trigger();
            m_panel->grab();
            action(name)->trigger();
        }
    }
    m_panel->grab();
    action(u"showDetails"_s)->trigger();
    m_panel->grab();
    action(u"showText"_s)->trigger();
}

/// All that is said where the mouse rests.
void TestLoadsNothing::showTips()
{
    QStringList tips{text()->viewport()->toolTip(), find<QLabel>(u"captureAddress"_s)->toolTip()};
    for (const QAction *offered : m_panel->menuActions())
        tips.append(offered->toolTip());
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        tips.append(list()->model()->index(row, 0).data(Qt::ToolTipRole).toString());
    for (const QString &tip : std::as_const(tips)) {
        QToolTip::showText(m_panel->mapToGlobal(QPoint(9, 9)), tip, m_panel.get());
        QToolTip::hideText();
    }
}

/// The traps would be sprung by what this test is about: rich text that loads what it names.
void TestLoadsNothing::theTrapsWork()
{
    QTextBrowser browser;
    browser.setHtml(trapped(u"<p>text <img src='FILE'> <img src='FILE.png'></p>"_s));
    browser.show();
    QVERIFY(QTest::qWaitForWindowExposed(&browser));
    browser.grab();
    QTRY_VERIFY(m_pipe->wasOpened() && m_picturePipe->wasOpened());
    // In a tool tip too.
    QVERIFY(Qt::mightBeRichText(trapped(u"<img src='FILE'>"_s)));
    QVERIFY(!m_server->hasPendingConnections());
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_server->serverPort());
    QTRY_VERIFY(!isQuiet() && m_server->hasPendingConnections());
}

void TestLoadsNothing::hostilePages_data()
{
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const QString &html) { QTest::newRow(name) << html; };
    row("remote image", u"<img src='WEB/a.png'><img srcset='WEB/b.png 2x'><picture><source srcset='WEB/c.png'><img></picture>"_s);
    row("image of a file", u"<img src='FILE'><img src='FILE.png'>"_s);
    row("style import", u"<style>@import url('WEB/a.css'); @import 'FILE'; body { background: url(WEB/b.png) }</style>"_s);
    row("linked style", u"<link rel=stylesheet href='WEB/a.css'><link rel=stylesheet href='FILE'>"_s);
    row("background", u"<body background='WEB/a.png'><table background='FILE'><tr><td style='background:url(FILE.png)'>cell</table>"_s);
    row("frames", u"<iframe src='WEB/a'></iframe><iframe src='FILE'></iframe><iframe srcdoc='&lt;img src=FILE&gt;'></iframe><frameset><frame src='WEB/b'></frameset>"_s);
    row("vector image", u"<svg xmlns:xlink='http://www.w3.org/1999/xlink'><image href='WEB/a.png'/><image xlink:href='FILE'/><use href='WEB/b.svg#c'/><script>fetch('WEB/c')</script></svg>"_s);
    row("script", u"<script src='WEB/a.js'></script><script src='FILE'></script><script>fetch('WEB/b'); document.write('<img src=FILE>')</script><p onclick=\"fetch('WEB/c')\" onload=\"fetch('WEB/d')\">x</p>"_s);
    row("refresh", u"<meta http-equiv=refresh content='0; url=WEB/a'><meta http-equiv=refresh content='0; url=FILE'>"_s);
    row("objects", u"<object data='WEB/a.pdf'></object><object data='FILE'></object><embed src='WEB/b'><embed src='FILE'><applet code='WEB/c'></applet>"_s);
    row("preload", u"<link rel=preload as=image href='WEB/a.png'><link rel=prefetch href='FILE'><link rel='dns-prefetch preconnect' href='WEB'><link rel=icon href='FILE.png'>"_s);
    row("media", u"<video src='WEB/a.mp4' poster='FILE.png'></video><audio src='FILE' autoplay></audio><track src='WEB/b.vtt'>"_s);
    row("base", u"<base href='FILE'><img src='.png'><base href='WEB'><img src='/a.png'>"_s);
    row("said as text", u"&lt;img src='FILE'&gt; &lt;img src='WEB/a.png'&gt; ![a](FILE.png) ![b](WEB/b.png)"_s);
    row("title and author", u"<title>&lt;img src='FILE.png'&gt;</title><meta name=author content=\"<img src='FILE.png'>\"><meta property='og:title' content=\"<img src='FILE'>\">"_s);
}

void TestLoadsNothing::hostilePages()
{
    QFETCH(QString, html);
    const QString words = u"<p>%1 They said that every inch of allied territory would be defended, and that they had said so before.</p>"_s;
    const QString page = u"<html><body>"_s + trapped(html) + words.arg(trapped(html)).repeated(4) + u"</body></html>"_s;
    // Two captures, to be compared, and the page as text, tags and all.
    keep(must(captureOfHtml(page, trapped(u"WEB/page"_s), QDateTime(QDate(2026, 5, 30), QTime(9, 0), QTimeZone::UTC))));
    keep(must(captureOfHtml(QString(page).replace(u"every inch"_s, u"each foot"_s), {}, QDateTime(QDate(2026, 5, 31), QTime(9, 0), QTimeZone::UTC))));
    QVERIFY(text()->toPlainText().contains(u"each foot"_s));
    showAll();
    QGuiApplication::clipboard()->setText(page);
    action(u"pasteCapture"_s)->trigger();
    QVERIFY(text()->toPlainText().contains(u"<html>"_s));
    select(u"They said"_s);
    action(u"keepExcerpt"_s)->trigger();
    type(u"excerptNote"_s, trapped(u"<img src='FILE.png'>"_s), Qt::Key_Return);
    QTest::mouseMove(text()->viewport(), placeOf(u"They said"_s));
    QVERIFY(!text()->viewport()->toolTip().isEmpty());
    m_project->edit([&](Writer &writer) {
        m_strike.title = m_wire.title = trapped(u"<img src='FILE.png'>"_s);
        must(updateSource(writer, m_wire));
        return updateEvent(writer, m_strike);
    });
    m_selection->select(Thing::of(m_strike.id));
    showTips();
    showAll();
    settle();
    QVERIFY(isQuiet());
}

void TestLoadsNothing::hostileBytes_data()
{
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("mediaType");
    QTest::newRow("SVG as a picture") << u"<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' width='9' height='9'><image x:href='FILE.png' width='9' height='9'/></svg>"_s << u"image/svg+xml"_s;
    QTest::newRow("SVG called PNG") << u"<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' width='9' height='9'><image x:href='FILE.png' width='9' height='9'/></svg>"_s << u"image/png"_s;
    QTest::newRow("page called PNG") << u"<html><img src='FILE'></html>"_s << u"image/png"_s;
    QTest::newRow("page called PDF") << u"<html><img src='FILE'></html>"_s << u"application/pdf"_s;
    QTest::newRow("XHTML with entities") << u"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a SYSTEM 'FILE'>]><html xmlns='http://www.w3.org/1999/xhtml'><body>&a;</body></html>"_s << u"application/xhtml+xml"_s;
}

/// As a file may hold them that somebody else made, whatever a capture of ours would have refused.
void TestLoadsNothing::hostileBytes()
{
    QFETCH(QString, bytes);
    QFETCH(QString, mediaType);
    Capture capture;
    capture.source = m_wire.id;
    capture.capturedAt = QDateTime(QDate(2026, 5, 30), QTime(9, 0), QTimeZone::UTC);
    capture.mediaType = mediaType;
    capture.bytes = trapped(bytes).toUtf8();
    capture.sha256 = sha256Of(capture.bytes);
    m_project->edit([&](Writer &writer) { return addCapture(writer, capture); });
    m_selection->select(Thing::of(m_wire.id));
    showAll();
    settle();
    QVERIFY(isQuiet());
}

void TestLoadsNothing::pictureOfOtherFormats()
{
    for (const QString &mediaType : {u"image/svg+xml"_s, u"image/svg"_s, u"image/x-xpixmap"_s, u"text/html"_s, QString()})
        QVERIFY(!PictureView::canShow(mediaType));
}

qint64 TestLoadsNothing::showing(const QString &shown)
{
    CaptureText view;
    view.resize(500, 700);
    Capture capture;
    capture.id = {1};
    capture.text = shown;
    QElapsedTimer timer;
    timer.start();
    view.setCapture(capture);
    view.show();
    view.grab();
    view.selectPassage(shown.size() / 2, shown.size() / 2 + 10);
    view.grab();
    return timer.elapsed();
}

void TestLoadsNothing::deepLists()
{
    static constexpr int depth = 10'000;
    const QString words = u"<li>They said that every inch of allied territory would be defended, and so on."_s;
    const QString html = u"<html><body>"_s + (u"<ul>"_s + words).repeated(depth) + u"</body></html>"_s;
    QElapsedTimer timer;
    timer.start();
    keep(must(captureOfHtml(html, {}, QDateTime(QDate(2026, 5, 30), QTime(9, 0), QTimeZone::UTC))));
    text()->grab();
    qInfo("captured and shown in %lld ms", timer.elapsed());
    QVERIFY(text()->capture().text.size() > depth);
    const qint64 plain = showing(u"They said that every inch of allied territory would be defended, and so on.\n\n"_s.repeated(depth));
    const qint64 lists = showing(text()->capture().text);
    qInfo("plain %lld ms, lists %lld ms", plain, lists);
    QVERIFY(lists < 4 * plain + 200 * slowness);
    QVERIFY(timer.elapsed() < 8000 * slowness);
}

void TestLoadsNothing::aLongLine_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("words") << u"every inch of allied territory "_s;
    QTest::newRow("one word") << u"everyinch"_s;
    QTest::newRow("no letter apart") << u"e\u0301"_s;
    QTest::newRow("pairs") << u"🛰"_s;
    QTest::newRow("right to left") << u"كل شبر من الأرض "_s;
}

/// A text without a line end takes no longer than one of the same size with them.
void TestLoadsNothing::aLongLine()
{
    QFETCH(QString, piece);
    static constexpr qsizetype size = 5'000'000;
    const QString line = piece.repeated(size / piece.size());
    const qint64 plain = showing(QString(u"every inch of allied territory, one paragraph after another.\n"_s).repeated(size / 60));
    const qint64 shown = showing(line);
    qInfo("plain %lld ms, one line %lld ms", plain, shown);
    QVERIFY(shown < 6 * plain + 300 * slowness);
}

QTEST_MAIN(TestLoadsNothing)
#include "tst_loadsnothing.moc"
