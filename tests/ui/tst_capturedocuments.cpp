#include "tests/support/capturepaneltest.h"

using namespace redoubt;

/// Documents that come into the panel as files, from the clipboard, or dropped.
class TestCaptureDocuments : public CapturePanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::apply(*qApp, look::Scheme::Light); }
    void init() { makeCapturePanel(); }
    void cleanup() { dropCapturePanel(); }

    void perhapsTheSame();
    void dropped_data();
    void dropped();
    void droppedAddressOfASource();
    void whatIsNoDocumentIsNotTaken();
    void badFilesAreReported();
    void allBad();
    void filesAreReadBeside();
    void pasted_data();
    void pasted();
    void readOnly_data();
    void readOnly();
};

void TestCaptureDocuments::perhapsTheSame()
{
    m_nato.title = u"Drone over Galati"_s;
    m_nato.address = u"https://www.example.org/drone?utm_source=x"_s;
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_nato); });
    QMimeData html;
    html.setHtml(QString::fromUtf8(page("Drone over Galati")));
    html.setData(u"chromium/x-source-url"_s, "https://example.org/drone");
    QVERIFY(drop(list(), html));
    QTRY_VERIFY2(said().startsWith(u"Captured “Drone over Galati”. “Drone over Galati” is perhaps the same as “Drone over Galati”: same address"), qPrintable(said()));
    QCOMPARE(all().size(), 3);
    pressOffer(u"Look at it"_s);
    QCOMPARE(m_selection->current(), Thing::of(m_nato.id));
}

void TestCaptureDocuments::dropped_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("onReader");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("undone");
    QTest::newRow("a page on the list") << u"page"_s << false << u"A new source"_s << u"Capture “Drone over Galati”"_s;
    QTest::newRow("a page on the reader") << u"page"_s << true << u"A further capture of “Statement on Galați”"_s << u"Capture “Statement on Galați”"_s;
    QTest::newRow("a text file") << u"text"_s << false << u"A new source"_s << u"Capture “note”"_s;
    QTest::newRow("a picture") << u"picture"_s << false << u"A new source"_s << u"Capture “photo”"_s;
    QTest::newRow("two files") << u"page text"_s << false << u"A new source"_s << u"Capture 2 documents"_s;
    QTest::newRow("two files on the reader") << u"page text"_s << true << u"A further capture of “Statement on Galați”"_s << u"Capture 2 documents"_s;
    QTest::newRow("HTML") << u"html"_s << false << u"A new source"_s << u"Capture “Drone over Galati”"_s;
    QTest::newRow("HTML on the reader") << u"html"_s << true << u"A further capture of “Statement on Galați”"_s << u"Capture “Statement on Galați”"_s;
    QTest::newRow("words") << u"words"_s << false << u"A new source"_s << u"Paste a capture of “Kyiv says so”"_s;
    QTest::newRow("words on the reader") << u"words"_s << true << u"A further capture of “Statement on Galați”"_s << u"Paste a capture of “Statement on Galați”"_s;
}

void TestCaptureDocuments::dropped()
{
    QFETCH(QString, what);
    QFETCH(bool, onReader);
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::white);
    picture.save(m_folder->filePath(u"photo.png"_s));
    const QMap<QString, QString> files{{u"page"_s, file(u"a.html"_s, page("Drone over Galati"))}, {u"text"_s, file(u"note.txt"_s, "A note.")},
        {u"picture"_s, m_folder->filePath(u"photo.png"_s)}};
    std::unique_ptr<QMimeData> data;
    if (files.contains(what.section(u' ', 0, 0))) {
        QStringList paths;
        for (const QString &name : what.split(u' '))
            paths.append(files.value(name));
        data.reset(filesData(paths));
    } else {
        data = std::make_unique<QMimeData>();
        data->setText(u"Kyiv says so\nand more"_s);
        if (what == u"html")
            data->setHtml(QString::fromUtf8(page("Drone over Galati")));
    }
    m_selection->select(Thing::of(m_nato.id));
    const auto before = actions();
    QVERIFY(drop(onReader ? static_cast<QWidget *>(text()) : list(), *data));
    QTEST(m_hint, "hint");
    QCOMPARE(m_panel->findChild<DropHint *>()->text(), QString());
    QTRY_VERIFY(!said().isEmpty());
    QTEST((*m_project)->undoText(), "undone");
    QCOMPARE(actions(), before + 1);
    const auto count = what.split(u' ').size();
    QCOMPARE(all().size(), onReader ? 2 : 2 + count);
    QCOMPARE(must(captures(m_project->reader(), m_nato.id)).size(), onReader ? 1 + count : 1);
    must((*m_project)->undo());
    QCOMPARE(all().size(), 2);
    QCOMPARE(must(captures(m_project->reader(), m_nato.id)).size(), 1);
}

void TestCaptureDocuments::droppedAddressOfASource()
{
    m_selection->select(Thing::of(m_nato.id));
    QMimeData data;
    data.setUrls({QUrl(m_server->url(u"/one"_s))});
    QVERIFY(drop(text(), data));
    QCOMPARE(entry()->toPlainText(), m_server->url(u"/one"_s));
    QCOMPARE(find<QLabel>(u"captureNote"_s)->text(), u"Uses the network. What comes is a further capture of “Statement on Galați”."_s);
    QVERIFY(m_server->requests().isEmpty());
    QTest::mouseClick(button(u"startCapture"_s), Qt::LeftButton);
    QTRY_VERIFY2(said().startsWith(u"Captured “Statement on Galați” again"), qPrintable(said()));
    QCOMPARE(all().size(), 2);
    QCOMPARE(must(captures(m_project->reader(), m_nato.id)).size(), 2);
    // The next one is for a source of its own.
    QVERIFY(drop(entry(), data));
    QVERIFY(find<QLabel>(u"captureNote"_s)->text().startsWith(u"Uses the network: asks 127.0.0.1"));
}

void TestCaptureDocuments::whatIsNoDocumentIsNotTaken()
{
    QMimeData nothing;
    nothing.setData(u"application/x-other"_s, "x");
    QVERIFY(!drop(list(), nothing));
    QVERIFY(!m_panel->findChild<DropHint *>());
}

void TestCaptureDocuments::badFilesAreReported()
{
    const std::unique_ptr<QMimeData> data(filesData({file(u"a.html"_s, page("Drone over Galati")), file(u"b.zip"_s, QByteArray("PK\x03\x04\0\0", 6)),
        file(u"c.txt"_s, {}), m_folder->path(), m_folder->filePath(u"gone.pdf"_s)}));
    QVERIFY(drop(list(), *data));
    QTRY_VERIFY2(said().startsWith(u"Captured 1 of 5 documents. “b.zip” was not captured. It is of a kind that is not known here."), qPrintable(said()));
    QVERIFY(said().contains(u"“c.txt” was not captured. It is empty."));
    QVERIFY(said().contains(u"It is a folder."));
    QVERIFY(said().endsWith(u"Others were not captured either: 1."));
    QCOMPARE(all().size(), 3);
    pressOffer(u"Undo"_s);
    QCOMPARE(all().size(), 2);
}

void TestCaptureDocuments::allBad()
{
    const auto before = actions();
    const std::unique_ptr<QMimeData> data(filesData({file(u"a.pdf"_s, "%PDF-1.7 broken")}));
    QVERIFY(drop(list(), *data));
    QTRY_VERIFY2(said().startsWith(u"“a.pdf” was not captured."), qPrintable(said()));
    QCOMPARE(actions(), before);
}

void TestCaptureDocuments::filesAreReadBeside()
{
    Panel::Work work;
    Panel::WhenDone done;
    bool isFree = true;
    m_panel->setWorkRunner([&](const QString &, Panel::Work given, Panel::WhenDone back) {
        work = std::move(given);
        done = std::move(back);
        return isFree;
    });
    const auto before = actions();
    const std::unique_ptr<QMimeData> data(filesData({file(u"a.html"_s, page("One")), file(u"b.html"_s, page("Two"))}));
    QVERIFY(drop(list(), *data));
    QVERIFY(work);
    QCOMPARE(actions(), before);
    JobState state;
    const auto result = work(state);
    QCOMPARE(state.progress(), 1.0);
    QCOMPARE(actions(), before);
    done(result);
    QCOMPARE(actions(), before + 1);
    QCOMPARE(all().size(), 4);

    state.stop();
    QCOMPARE(work(state).error().kind, Error::Kind::Cancelled);
    isFree = false;
    QVERIFY(drop(list(), *data));
    QTRY_VERIFY(said().startsWith(u"Other long work is still running"));
}

void TestCaptureDocuments::pasted_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QString>("address");
    QTest::newRow("HTML of Chromium") << u"chromium"_s << u"text/html"_s << u"https://example.org/a"_s;
    QTest::newRow("HTML of Firefox") << u"firefox"_s << u"text/html"_s << u"https://example.org/ä"_s;
    QTest::newRow("HTML of an unknown page") << u"html"_s << u"text/html"_s << QString();
    QTest::newRow("HTML copied on a page of this computer") << u"local"_s << u"text/html"_s << QString();
    QTest::newRow("a picture") << u"picture"_s << u"image/png"_s << QString();
    QTest::newRow("a file") << u"file"_s << u"text/html"_s << QString();
    QTest::newRow("text") << u"text"_s << u"text/plain"_s << QString();
}

void TestCaptureDocuments::pasted()
{
    QFETCH(QString, what);
    QFETCH(QString, address);
    auto *data = what == u"file" ? filesData({file(u"a.html"_s, page("One"))}) : new QMimeData;
    if (what == u"picture") {
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::white);
        data->setImageData(picture);
    } else if (what != u"file") {
        data->setText(u"What is said"_s);
    }
    if (what == u"chromium")
        data->setData(u"chromium/x-source-url"_s, "https://example.org/a");
    if (what == u"local")
        data->setData(u"chromium/x-source-url"_s, "file:///home/ana/a.html");
    const QString told = u"https://example.org/ä"_s;
    if (what == u"firefox")
        data->setData(u"text/x-moz-url-priv"_s, QByteArray(reinterpret_cast<const char *>(told.utf16()), told.size() * 2));
    if (what != u"picture" && what != u"file" && what != u"text")
        data->setHtml(QString::fromUtf8(page("One")));
    QGuiApplication::clipboard()->setMimeData(data);
    m_selection->select(Thing::of(m_wire.id));
    const auto before = actions();
    QTest::keyClick(list(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(actions(), before + 1);
    const auto kept = must(latestCapture(m_project->reader(), m_wire.id));
    QVERIFY(kept);
    QTEST(kept->mediaType, "mediaType");
    QCOMPARE(QUrl(kept->address), QUrl(address));
    QCOMPARE(kept->text.isEmpty(), what == u"picture");
    QCOMPARE(all().size(), 2);
}

void TestCaptureDocuments::readOnly_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"captureAddress", "captureAgain", "captureFiles", "captureFileOfSource", "pasteCapture", "drop"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestCaptureDocuments::readOnly()
{
    QFETCH(QString, how);
    m_nato.address = m_server->url(u"/one"_s);
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_nato); });
    m_panel.reset();
    m_project->reopen(Project::Mode::ReadOnly);
    openPanel();
    m_selection->select(Thing::of(m_nato.id));
    QGuiApplication::clipboard()->setText(m_server->url(u"/one"_s));
    const std::unique_ptr<QMimeData> data(filesData({file(u"a.html"_s, page("One"))}));
    if (how == u"drop")
        QVERIFY(drop(list(), *data));
    else
        action(how)->trigger();
    QCOMPARE(said(), u"Nothing was changed. The project is open to read only. Save a copy and work in that."_s);
    QVERIFY(!m_panel->findChild<CapturePane *>());
    QCoreApplication::processEvents();
    QVERIFY(m_server->requests().isEmpty());
}

QTEST_MAIN(TestCaptureDocuments)
#include "tst_capturedocuments.moc"
