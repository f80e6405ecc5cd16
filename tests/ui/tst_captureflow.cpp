#include "tests/support/capturepaneltest.h"
#include "ui/sources/capture/addresslines.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QMenu>
#include <QSignalSpy>

using namespace redoubt;

/// Addresses captured from the panel.
class TestCaptureFlow : public CapturePanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::apply(*qApp, look::Scheme::Light); }
    void init() { makeCapturePanel(); }
    void cleanup() { dropCapturePanel(); }

    void linesOfAddresses_data();
    void linesOfAddresses();
    void clipboardIsOffered_data();
    void clipboardIsOffered();
    void nothingIsFetchedUnasked();
    void capturingSeveral();
    void whatIsNoAddressStays();
    void aFailureIsToldAndTriedAgain();
    void unchangedIsSaid();
    void theEmptyReaderOffersIt();
    void aSourceWithoutAnAddress();
    void cancelling();
    void cancellingAll();
    void progressIsInTheStatusLine();
    void rowsLeadToTheirSource();
    void clearing();
    void goingStops();
    void modelKeepsItsWord();
    void narrowAndLong();
};

void TestCaptureFlow::linesOfAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("addresses");
    QTest::addColumn<QString>("refused");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("nothing") << QString() << QString() << QString() << false;
    QTest::newRow("one") << u"https://example.org/a"_s << u"https://example.org/a"_s << QString() << true;
    QTest::newRow("with space around") << u" \n https://example.org/a \r\n\n"_s << u"https://example.org/a"_s << QString() << true;
    QTest::newRow("several") << u"https://a.org\nHTTP://b.org/x?y=1#z"_s << u"https://a.org HTTP://b.org/x?y=1#z"_s << QString() << true;
    QTest::newRow("twice") << u"https://a.org\nhttps://a.org"_s << u"https://a.org"_s << QString() << true;
    QTest::newRow("without a scheme") << u"example.org/a"_s << u"https://example.org/a"_s << QString() << false;
    QTest::newRow("letters of other scripts") << u"пример.рф/новости"_s << u"https://пример.рф/новости"_s << QString() << false;
    QTest::newRow("a word") << u"drones"_s << QString() << u"drones"_s << false;
    QTest::newRow("a sentence") << u"See example.org for it."_s << QString() << u"See example.org for it."_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << QString() << u"file:///etc/passwd"_s << false;
    QTest::newRow("a script") << u"javascript:alert(1)"_s << QString() << u"javascript:alert(1)"_s << false;
    QTest::newRow("mixed") << u"https://a.org\nnot one"_s << u"https://a.org"_s << u"not one"_s << false;
    QTest::newRow("an address in a sentence") << u"https://a.org says so"_s << QString() << u"https://a.org says so"_s << false;
}

void TestCaptureFlow::linesOfAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, addresses);
    QFETCH(bool, isOffered);
    const AddressLines lines = addressLines(text);
    QCOMPARE(lines.addresses.join(u' '), addresses);
    QTEST(lines.refused.join(u' '), "refused");
    QCOMPARE(onlyAddresses(text).join(u' '), isOffered ? addresses : QString());
}

void TestCaptureFlow::clipboardIsOffered_data()
{
    QTest::addColumn<QString>("clipboard");
    QTest::addColumn<QString>("field");
    QTest::newRow("address") << u"https://example.org/a\n"_s << u"https://example.org/a"_s;
    QTest::newRow("list") << u"https://a.org\r\nhttps://b.org"_s << u"https://a.org\nhttps://b.org"_s;
    QTest::newRow("text") << u"Some text at example.org"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestCaptureFlow::clipboardIsOffered()
{
    QFETCH(QString, clipboard);
    QFETCH(QString, field);
    QGuiApplication::clipboard()->setText(clipboard);
    openPane();
    QVERIFY(entry()->hasFocus());
    QVERIFY(!list()->isVisible());
    QCOMPARE(entry()->toPlainText(), field);
    QCOMPARE(button(u"startCapture"_s)->isEnabled(), !field.isEmpty());
    QCOMPARE(find<QLabel>(u"captureNote"_s)->text().startsWith(u"Uses the network"), !field.isEmpty());
    // What is typed takes its place, and is not lost to what is copied meanwhile.
    QTest::keyClicks(entry(), u"https://mine.org"_s);
    QCOMPARE(entry()->toPlainText(), u"https://mine.org"_s);
    QGuiApplication::clipboard()->setText(u"https://other.org"_s);
    openPane();
    QCOMPARE(entry()->toPlainText(), u"https://mine.org"_s);
    QTest::keyClick(entry(), Qt::Key_Escape);
    QVERIFY(list()->isVisible());
    QVERIFY(list()->hasFocus());
}

void TestCaptureFlow::nothingIsFetchedUnasked()
{
    QGuiApplication::clipboard()->setText(m_server->url(u"/one"_s));
    openPane();
    action(u"pasteCapture"_s)->trigger();
    m_nato.address = m_server->url(u"/one"_s);
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_nato); });
    m_selection->select(Thing::of(m_nato.id));
    QTest::keyClick(entry(), Qt::Key_Escape);
    QCoreApplication::processEvents();
    QVERIFY(m_server->requests().isEmpty());
    QVERIFY(!m_panel->findChild<CaptureFlow *>()->isRunning());
}

void TestCaptureFlow::capturingSeveral()
{
    const auto before = actions();
    capture({u"/old"_s, u"/two"_s, u"/none"_s});
    QVERIFY(entry()->toPlainText().isEmpty());
    QVERIFY(queue()->hasFocus());
    QTRY_COMPARE(said(), u"Captured 2 of 3 addresses. Failed: 1."_s);
    QCOMPARE(states(), u"done done failed"_s);
    QCOMPARE(actions(), before + 2);
    QCOMPARE(shownKeys(), u"cable-cut-in-the-baltic drone-over-galati nato-2026 wire-2026"_s);
    const Source made = *must(sourceByKey(m_project->reader(), u"drone-over-galati"_s));
    QCOMPARE(made.author, u"Ana Pop"_s);
    QCOMPARE(made.language, u"en"_s);
    QCOMPARE(made.address, m_server->url(u"/old"_s));

    queue()->setCurrentIndex(queue()->model()->index(0, 0));
    QString story = find<QLabel>(u"captureStory"_s)->text().remove(QChar(0x200b));
    QCOMPARE(story, u"%1\nRedirected (301) to %2"_s.arg(m_server->url(u"/old"_s), m_server->url(u"/one"_s)));
    QTest::keyClick(queue(), Qt::Key_Escape);
    QVERIFY(!queue()->isVisible());
    pressOffer(u"Show"_s);
    QVERIFY(queue()->isVisible());
    QCOMPARE(queue()->currentIndex().row(), 2);
    story = find<QLabel>(u"captureStory"_s)->text().remove(QChar(0x200b));
    QVERIFY2(story.contains(u"there is nothing at this address"), qPrintable(story));

    must((*m_project)->undo());
    QCOMPARE(shownKeys().count(u' '), 2);
    must((*m_project)->undo());
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
}

void TestCaptureFlow::whatIsNoAddressStays()
{
    capture({u"not one"_s, u"/one"_s});
    QCOMPARE(entry()->toPlainText(), u"not one"_s);
    QVERIFY(find<QLabel>(u"captureNote"_s)->text().startsWith(u"▲ “not one” is no address"));
    QVERIFY(!button(u"startCapture"_s)->isEnabled());
    QTRY_COMPARE(said(), u"Captured “Drone over Galati”."_s);
    QCOMPARE(m_selection->current(), Thing::of(all().first().id));
    pressOffer(u"Undo"_s);
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
}

void TestCaptureFlow::aFailureIsToldAndTriedAgain()
{
    capture({u"/late"_s});
    QTRY_VERIFY2(said().contains(u"The server answered 404: there is nothing at this address."), qPrintable(said()));
    QCOMPARE(states(), u"failed"_s);
    m_server->answer("/late", WebServer::answerOf(page("Late")));
    QVERIFY(button(u"tryCaptureAgain"_s)->isEnabled());
    QTest::keyClick(queue(), Qt::Key_Return);
    QTRY_COMPARE(said(), u"Captured “Late”."_s);
    QCOMPARE(states(), u"done"_s);
    QVERIFY(!button(u"tryCaptureAgain"_s)->isEnabled());
}

void TestCaptureFlow::unchangedIsSaid()
{
    m_server->behave("/tagged", [](QTcpSocket &socket, const WebServer::Request &request) {
        socket.write(request.says("If-None-Match: \"1\"") ? QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n")
                                                           : WebServer::answerOf(page("Tagged"), "ETag: \"1\"\r\nContent-Type: text/html\r\n"));
    });
    capture({u"/tagged"_s});
    QTRY_COMPARE(said(), u"Captured “Tagged”."_s);
    QTest::keyClick(queue(), Qt::Key_Escape);
    QVERIFY(list()->isVisible());
    const auto before = actions();
    QTest::keyClick(list(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY2(said().startsWith(u"“Tagged” is unchanged since it was captured on "), qPrintable(said()));
    QCOMPARE(actions(), before);
    QCOMPARE(states(), u"done unchanged"_s);
    m_server->answer("/tagged", WebServer::answerOf(page("Tagged"), "ETag: \"2\"\r\nContent-Type: text/html\r\n"));
    QCOMPARE(action(u"captureAgain"_s)->text(), u"Capture again"_s);
    action(u"captureAgain"_s)->trigger();
    QTRY_VERIFY2(said().startsWith(u"Captured “Tagged” again, beside the capture of "), qPrintable(said()));
    const auto source = *must(sourceByKey(m_project->reader(), u"tagged"_s));
    QCOMPARE(must(captures(m_project->reader(), source.id)).size(), 2);
}

void TestCaptureFlow::theEmptyReaderOffersIt()
{
    m_wire.address = m_server->url(u"/one"_s);
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_wire); });
    m_selection->select(Thing::of(m_wire.id));
    QPushButton *offered = nullptr;
    for (auto *candidate : m_panel->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text() == u"Capture from its address")
            offered = candidate;
    }
    QVERIFY(offered && offered->isEnabled());
    QTest::mouseClick(offered, Qt::LeftButton);
    QTRY_COMPARE(said(), u"Captured “Wire report”."_s);
    QVERIFY(text()->toPlainText().startsWith(u"What is said of Drone over Galati"_s));
    QCOMPARE(all().size(), 2);
    QCOMPARE(read(m_wire).title, u"Wire report"_s);
}

void TestCaptureFlow::aSourceWithoutAnAddress()
{
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(!action(u"captureAgain"_s)->isEnabled());
    QVERIFY(action(u"captureAgain"_s)->toolTip().contains(u"has no address"_s));
    QVERIFY(action(u"captureFileOfSource"_s)->isEnabled());
    m_selection->select(Thing::of(Id<Source>{4711}));
    QVERIFY(!action(u"captureFileOfSource"_s)->isEnabled());
}

void TestCaptureFlow::cancelling()
{
    capture({u"/never"_s});
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(button(u"cancelCapture"_s)->isEnabled());
    QVERIFY(button(u"cancelAllCaptures"_s)->isVisible());
    const auto before = actions();
    QTest::keyClick(queue(), Qt::Key_Delete);
    QTRY_COMPARE(states(), u"cancelled"_s);
    QCOMPARE(said(), u"The capture was cancelled; nothing was kept."_s);
    QCOMPARE(actions(), before);
    QCOMPARE(m_panel->statusText(), QString());
    // Now that it is over, the same key takes it from the list.
    QTest::keyClick(queue(), Qt::Key_Delete);
    QCOMPARE(states(), QString());
    QVERIFY(!button(u"clearCaptures"_s)->isVisible());
}

void TestCaptureFlow::cancellingAll()
{
    capture({u"/one"_s});
    QTRY_COMPARE(said(), u"Captured “Drone over Galati”."_s);
    capture({u"/never"_s, u"/two"_s, u"/none"_s});
    QTRY_COMPARE(m_server->requests().size(), 2);
    QTest::mouseClick(button(u"cancelAllCaptures"_s), Qt::LeftButton);
    QTRY_COMPARE(states(), u"done cancelled cancelled cancelled"_s);
    QTRY_COMPARE(said(), u"Captured 0 of 3 addresses. Cancelled: 3."_s);
    QCOMPARE(all().size(), 3);
}

void TestCaptureFlow::progressIsInTheStatusLine()
{
    QPointer<QTcpSocket> waiting;
    const QByteArray whole = WebServer::answerOf(page("Slow"));
    m_server->behave("/slow", [&](QTcpSocket &socket, const WebServer::Request &) {
        socket.write(whole.first(whole.size() / 2));
        waiting = &socket;
    });
    QSignalSpy told(m_panel.get(), &Panel::statusTextChanged);
    capture({u"/slow"_s});
    QCOMPARE(m_panel->statusText(), u"Capturing 1 of 1 · 0 %"_s);
    QTRY_VERIFY2(m_panel->statusText().startsWith(u"Capturing 1 of 1 ·") && m_panel->statusText() != u"Capturing 1 of 1 · 0 %", qPrintable(m_panel->statusText()));
    QVERIFY(waiting);
    waiting->write(whole.sliced(whole.size() / 2));
    QTRY_COMPARE(m_panel->statusText(), QString());
    QTRY_COMPARE(said(), u"Captured “Slow”."_s);
}

void TestCaptureFlow::rowsLeadToTheirSource()
{
    capture({u"/one"_s, u"/two"_s});
    QTRY_COMPARE(states(), u"done done"_s);
    QTRY_VERIFY(!said().isEmpty());
    const auto at = [&](const QString &key) { return Thing::of(must(sourceByKey(m_project->reader(), key))->id); };
    QTest::keyClick(queue(), Qt::Key_Down);
    QTest::keyClick(queue(), Qt::Key_Return);
    QCOMPARE(m_selection->current(), at(u"cable-cut-in-the-baltic"_s));
    QTest::mouseClick(queue()->viewport(), Qt::LeftButton, {}, queue()->visualRect(queue()->model()->index(0, 0)).center());
    QCOMPARE(m_selection->current(), at(u"drone-over-galati"_s));
    QVERIFY(queue()->isVisible());
    // A choice of grades that hides it is cleared.
    find<QToolButton>(u"gradeChooser"_s)->menu()->actions().at(1)->trigger();
    QVERIFY(!list()->currentIndex().isValid());
    QTest::keyClick(queue(), Qt::Key_Return);
    QCOMPARE(currentKey(), u"drone-over-galati"_s);
}

void TestCaptureFlow::clearing()
{
    capture({u"/one"_s, u"/none"_s});
    QTRY_COMPARE(states(), u"done failed"_s);
    QTest::mouseClick(button(u"clearCaptures"_s), Qt::LeftButton);
    QCOMPARE(states(), QString());
    QCOMPARE(all().size(), 3);
    capture({u"/two"_s});
    QTRY_COMPARE(states(), u"done"_s);
    QTRY_COMPARE(said(), u"Captured “Cable cut in the Baltic”."_s);
}

void TestCaptureFlow::goingStops()
{
    capture({u"/never"_s, u"/two"_s});
    QTRY_COMPARE(m_server->requests().size(), 1);
    const auto before = actions();
    QElapsedTimer timer;
    timer.start();
    m_panel.reset();
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(actions(), before);
    m_project->reopen();
    QCOMPARE(all().size(), 2);
    QVERIFY(must((*m_project)->problems()).isEmpty());
}

void TestCaptureFlow::modelKeepsItsWord()
{
    CaptureQueue itemsOfIt(m_project->project());
    CaptureQueueModel model(itemsOfIt);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const QString &address : {m_server->url(u"/one"_s), u"file:///etc/passwd"_s, m_server->url(u"/one"_s), m_server->url(u"/none"_s)})
        model.add(address);
    QCOMPARE(model.rowCount(), 3); // the same once
    QTRY_VERIFY(!model.isRunning());
    model.tryAgain(0);
    QVERIFY(!model.isRunning());
    model.tryAgain(2);
    QVERIFY(model.isRunning());
    model.clear(2);
    QCOMPARE(model.rowCount(), 3);
    QTRY_VERIFY(!model.isRunning());
    QCOMPARE(model.index(0).data().toString(), u"Drone over Galati"_s);
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"failed"_s));
    QVERIFY(!model.index(1).data(Qt::ToolTipRole).toString().contains(u"<script"_s));
    model.clear(1);
    QCOMPARE(model.rowCount(), 2);
    model.clearOver();
    QCOMPARE(model.rowCount(), 0);
}

void TestCaptureFlow::narrowAndLong()
{
    const QByteArray words = QByteArray("A very long title of a very long page ").repeated(12);
    m_server->answer("/long", WebServer::answerOf(page(words)));
    m_panel->resize(look::page * 15, look::page * 37);
    capture({u"/long"_s, u"/"_s + u"no/such/place/"_s.repeated(20)});
    QTRY_COMPARE(states(), u"done failed"_s);
    queue()->setCurrentIndex(queue()->model()->index(1, 0));
    QCOMPARE(m_panel->width(), look::page * 15);
    for (const auto *part : m_panel->findChildren<QPushButton *>()) {
        if (part->isVisible())
            QVERIFY2(m_panel->rect().contains(QRect(part->mapTo(m_panel.get(), QPoint()), part->size())), qPrintable(part->text()));
    }
    QVERIFY(queue()->height() > 3 * look::page);
    const auto *story = find<QLabel>(u"captureStory"_s);
    QTRY_VERIFY(story->height() >= story->heightForWidth(story->width()));
    QVERIFY(story->height() < 9 * look::page);
}

QTEST_MAIN(TestCaptureFlow)
#include "tst_captureflow.moc"
