#include "app/sources/evidence.h"
#include "tests/support/sourcespaneltest.h"
#include "ui/look/look.h"
#include "ui/sources/capturefacts.h"
#include "ui/workbench/draggedtext.h"
#include "ui/sources/pageview.h"
#include "ui/sources/pictureview.h"

#include <QBuffer>
#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPdfView>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTextFrame>
#include <QToolButton>
#include <QWheelEvent>

using namespace redoubt;

/// A capture as it is read: its facts, pages and pictures, the size of its type; and what excerpts can become.
class TestCaptureReading : public SourcesPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makePanel(); }
    void cleanup() { dropPanel(); }

    void factsAreShown();
    void factsOfPastedText();
    void factsArePlainText();
    void narrowHeader();
    void pagesInTheText();
    void pagesOfAPdf();
    void pagesFollowTheExcerpt();
    void damagedPdf_data();
    void damagedPdf();
    void picture();
    void damagedPicture_data();
    void damagedPicture();
    void typeSize();
    void typeSizeIsRemembered();
    void arrangementOfOthers_data();
    void arrangementOfOthers();
    void longParagraphsKeepTheirPositions_data();
    void longParagraphsKeepTheirPositions();
    void colourIsChosen();
    void noteIsInTheMargin();
    void attachingAsDisputing();
    void annotationIsCopied();
    void draggedTexts_data();
    void draggedTexts();
    void sourceIsDraggedAsACitation();
    void closingWhilePagesAreRead();

private:
    Capture capture(const QByteArray &bytes, const QString &mediaType, const QString &text = {});
    Capture pdf(const QStringList &pages);
    PageView *pages() { return find<PageView>(u"pageView"_s); }
    Excerpt keep(const QString &passage);
};

static QByteArray pdfOf(const QStringList &pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int page = 0; page < pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawText(500, 500, pages[page]);
    }
    painter.end();
    return buffer.data();
}

static QByteArray pngOf(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

Capture TestCaptureReading::capture(const QByteArray &bytes, const QString &mediaType, const QString &text)
{
    Capture made;
    made.source = m_wire.id;
    made.capturedAt = QDateTime(QDate(2026, 5, 30), QTime(9, 0), QTimeZone::UTC);
    made.mediaType = mediaType;
    made.bytes = bytes;
    made.sha256 = sha256Of(bytes);
    made.text = text;
    m_project->edit([&](Writer &writer) { return addCapture(writer, made); });
    m_selection->select(Thing::of(m_wire.id));
    return made;
}

Capture TestCaptureReading::pdf(const QStringList &pages)
{
    return capture(pdfOf(pages), u"application/pdf"_s, pages.join(u'\f'));
}

Excerpt TestCaptureReading::keep(const QString &passage)
{
    select(passage);
    action(u"keepExcerpt"_s)->trigger();
    return *must(excerpt(m_project->reader(), m_selection->current().excerpt()));
}

void TestCaptureReading::factsAreShown()
{
    Capture made = must(captureOfText(m_wire.id, u"Words"_s, QDateTime(QDate(2026, 5, 30), QTime(9, 0), QTimeZone::UTC)));
    made.address = u"https://example.org/final"_s;
    made.hops = {{u"http://example.org/first"_s, 301}, {u"https://example.org/second"_s, 302}};
    made.status = 200;
    made.headers = u"Content-Type: text/html\nServer: nginx"_s;
    made.title = u"What the page is called"_s;
    m_project->edit([&](Writer &writer) { return addCapture(writer, made); });
    m_selection->select(Thing::of(m_wire.id));
    auto *address = find<QLabel>(u"captureAddress"_s);
    QVERIFY(address->toolTip().contains(u"301 http://example.org/first<br>\n302 https://example.org/second"_s));

    QTest::mouseClick(find<QToolButton>(u"showFacts"_s), Qt::LeftButton);
    auto *facts = find<CaptureFacts>(u"captureFacts"_s);
    QVERIFY(facts->isVisible());
    const QString shown = find<QPlainTextEdit>(u"factsText"_s)->toPlainText();
    for (const QString &part : {u"What the page is called"_s, u"Address\nhttps://example.org/final"_s, u"301 http://example.org/first\n302"_s,
             u"Status\n200"_s, u"Server: nginx"_s, made.sha256})
        QVERIFY2(shown.contains(part), qPrintable(part + u" not in "_s + shown));
    QTest::mouseClick(facts->findChild<QPushButton *>(u"copyFacts"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Address: https://example.org/final\nRedirected from: \n301"_s));
    QTRY_VERIFY(!m_panel->findChild<CaptureFacts *>());

    QTest::mouseClick(find<QToolButton>(u"showFacts"_s), Qt::LeftButton);
    QTest::keyClick(find<QPlainTextEdit>(u"factsText"_s), Qt::Key_Escape);
    QTRY_VERIFY(!m_panel->findChild<CaptureFacts *>());
}

void TestCaptureReading::factsOfPastedText()
{
    const auto facts = factsOf(*must(latestCapture(m_project->reader(), m_nato.id)));
    QStringList names;
    for (const auto &[name, value] : facts)
        names.append(name);
    QCOMPARE(names, QStringList({u"Captured"_s, u"Kind"_s, u"SHA-256 of the captured bytes"_s}));
}

void TestCaptureReading::factsArePlainText()
{
    Capture made = must(captureOfText(m_wire.id, u"Words"_s, QDateTime::currentDateTimeUtc()));
    made.address = u"https://example.org/<b>x</b>"_s;
    made.title = u"<img src='file:///etc/passwd'>"_s;
    m_project->edit([&](Writer &writer) { return addCapture(writer, made); });
    m_selection->select(Thing::of(m_wire.id));
    QVERIFY(find<QLabel>(u"captureAddress"_s)->toolTip().contains(u"&lt;b&gt;"_s));
    QTest::mouseClick(find<QToolButton>(u"showFacts"_s), Qt::LeftButton);
    QVERIFY(find<QPlainTextEdit>(u"factsText"_s)->toPlainText().contains(made.title));
}

void TestCaptureReading::narrowHeader()
{
    Capture made = must(captureOfText(m_nato.id, u"Words"_s, QDateTime::currentDateTimeUtc()));
    made.address = u"https://example.org/"_s + QString(400, u'x');
    m_project->edit([&](Writer &writer) { return addCapture(writer, made); });
    m_selection->select(Thing::of(m_nato.id));
    for (const int width : {360, 900}) {
        m_panel->resize(width, 900);
        QCOMPARE(m_panel->width(), width);
        const auto *facts = find<QToolButton>(u"showFacts"_s);
        QVERIFY(m_panel->rect().contains(QRect(facts->mapTo(m_panel.get(), QPoint()), facts->size())));
    }
}

void TestCaptureReading::pagesInTheText()
{
    const Capture made = pdf({u"First page"_s, u"Second page\nand more"_s, u"Third"_s});
    QCOMPARE(text()->pageOf(0), 0);
    QCOMPARE(text()->pageOf(made.text.indexOf(u"and more"_s)), 1);
    QCOMPARE(text()->pageOf(made.text.size()), 2);
    QCOMPARE(text()->startOfPage(1), made.text.indexOf(u"Second"_s));
    QCOMPARE(text()->startOfPage(99), made.text.indexOf(u"Third"_s));
    // Room for the number of a page, and positions as before.
    const int first = placeOf(u"First page"_s).y();
    const int second = placeOf(u"Second page"_s).y();
    const int more = placeOf(u"and more"_s).y();
    QVERIFY(second - first > (more - second) * 3 / 2);
    QCOMPARE(keep(u"Third"_s).exact, u"Third"_s);
    select(u"page\fSecond"_s);
    text()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"page\nSecond"_s);
}

void TestCaptureReading::pagesOfAPdf()
{
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(!action(u"showPages"_s)->isEnabled());
    pdf({u"First page"_s, u"Second page"_s, u"Third"_s});
    QTest::keyClick(text(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(pages()->message(), QString());
    QVERIFY(pages()->view()->isVisible());
    QCOMPARE(pages()->page(), 0);
    QTest::keyClick(pages()->view(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(pages()->page(), 1);
    QTest::keyClick(pages()->view(), Qt::Key_End);
    QCOMPARE(pages()->page(), 2);
    QCOMPARE(find<QSpinBox>(u"pageNumber"_s)->value(), 3);
    QTest::mouseClick(find<QToolButton>(u"previousPage"_s), Qt::LeftButton);
    QCOMPARE(pages()->page(), 1);

    action(u"largerText"_s)->trigger();
    const double larger = pages()->view()->zoomFactor();
    QCOMPARE(pages()->view()->zoomMode(), QPdfView::ZoomMode::Custom);
    action(u"smallerText"_s)->trigger();
    QVERIFY(pages()->view()->zoomFactor() < larger);
    action(u"usualText"_s)->trigger();
    QCOMPARE(pages()->view()->zoomMode(), QPdfView::ZoomMode::FitToWidth);
    QCOMPARE(text()->typeSize(), 0);

    QTest::keyClick(pages()->view(), Qt::Key_End);
    QTest::keyClick(pages()->view(), Qt::Key_Escape);
    QVERIFY(text()->isVisible());
    QVERIFY(!action(u"showPages"_s)->isChecked());
    // Another source has no pages to go on with.
    action(u"showPages"_s)->trigger();
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(text()->isVisible());
}

void TestCaptureReading::pagesFollowTheExcerpt()
{
    const QString filler = u"A line of this page.\n"_s.repeated(60);
    pdf({u"First\n"_s + filler, u"Second\n"_s + filler, u"Third\n"_s + filler});
    const Excerpt first = keep(u"First"_s);
    const Excerpt third = keep(u"Third"_s);
    action(u"showPages"_s)->trigger();
    QTRY_COMPARE(pages()->message(), QString());
    QCOMPARE(pages()->page(), 2);
    m_selection->select(Thing::of(first.id));
    QCOMPARE(pages()->page(), 0);
    QTest::keyClick(pages()->view(), Qt::Key_PageDown, Qt::ControlModifier);
    QTest::keyClick(pages()->view(), Qt::Key_Escape);
    QCOMPARE(text()->pageOf(text()->firstShown()), 1);
}

void TestCaptureReading::damagedPdf_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no PDF") << QByteArray("<html>no</html>");
    QTest::newRow("half of one") << pdfOf({u"a"_s}).first(300);
}

void TestCaptureReading::damagedPdf()
{
    QFETCH(QByteArray, bytes);
    capture(bytes, u"application/pdf"_s, u"What was read of it"_s);
    action(u"showPages"_s)->trigger();
    QTRY_VERIFY2(pages()->message().startsWith(u"The pages cannot be shown. The PDF is damaged."_s), qPrintable(pages()->message()));
    action(u"largerText"_s)->trigger();
    QTest::keyClick(pages()->view(), Qt::Key_End);
    QTest::mouseClick(find<QToolButton>(u"closePages"_s), Qt::LeftButton);
    QVERIFY(text()->isVisible());
}

void TestCaptureReading::picture()
{
    capture(pngOf({2000, 300}), u"image/png"_s);
    auto *view = find<PictureView>(u"pictureView"_s);
    QVERIFY(view->isVisible());
    QTRY_COMPARE(view->message(), QString());
    QCOMPARE(view->picture().size(), QSize(2000, 300));
    QVERIFY(view->widget()->width() <= view->viewport()->width());
    const int width = view->widget()->width();
    action(u"largerText"_s)->trigger();
    QVERIFY(view->widget()->width() > width);
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(list()->hasFocus());
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(text()->isVisible());
}

void TestCaptureReading::damagedPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"It is damaged."_s;
    QTest::newRow("not one") << QByteArray("<svg/>") << u"It is damaged."_s;
    QByteArray bomb = pngOf({1, 1});
    bomb.replace(16, 8, QByteArray("\x00\x01\x00\x00\x00\x01\x00\x00", 8)); // says that it has 65,536 × 65,536
    QTest::newRow("bomb") << bomb << u""_s;
}

void TestCaptureReading::damagedPicture()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    capture(bytes, u"image/png"_s);
    auto *view = find<PictureView>(u"pictureView"_s);
    QTRY_VERIFY2(view->message().startsWith(u"The picture cannot be shown. "_s + why), qPrintable(view->message()));
}

void TestCaptureReading::typeSize()
{
    m_selection->select(Thing::of(m_nato.id));
    const double usual = text()->font().pointSizeF();
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(text()->font().pointSizeF() > usual);
    QVERIFY(text()->toPlainText().startsWith(u"The alliance"_s));
    QTest::keyClick(text(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(text(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(text()->font().pointSizeF() < usual);
    QTest::keyClick(text(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(text()->font().pointSizeF(), usual);
    for (int i = 0; i < 40; ++i)
        action(u"largerText"_s)->trigger();
    QCOMPARE(text()->typeSize(), ReadingText::largestType);
    QWheelEvent turned({9, 9}, text()->mapToGlobal(QPointF(9, 9)), {}, {0, -120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(text()->viewport(), &turned);
    QCOMPARE(text()->typeSize(), ReadingText::largestType - 1);
}

void TestCaptureReading::typeSizeIsRemembered()
{
    m_selection->select(Thing::of(m_nato.id));
    action(u"largerText"_s)->trigger();
    action(u"largerText"_s)->trigger();
    const QByteArray kept = m_panel->arrangement();
    m_panel.reset();
    m_selection->select({});
    openPanel();
    m_panel->setArrangement(kept);
    QCOMPARE(m_panel->arrangement(), kept);
    m_selection->select(Thing::of(m_nato.id));
    QCOMPARE(text()->typeSize(), 2);
}

void TestCaptureReading::arrangementOfOthers_data()
{
    QTest::addColumn<QByteArray>("arrangement");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("rubbish") << QByteArray("\x00\x01", 2);
    QTest::newRow("other words") << QByteArray("{\"typeSize\":\"large\"}");
    QTest::newRow("too large") << QByteArray("{\"typeSize\":1e9}");
}

void TestCaptureReading::arrangementOfOthers()
{
    QFETCH(QByteArray, arrangement);
    m_panel->setArrangement(arrangement);
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(text()->typeSize() >= 0 && text()->typeSize() <= ReadingText::largestType);
}

void TestCaptureReading::longParagraphsKeepTheirPositions_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("words") << u"every inch of it "_s;
    QTest::newRow("one word") << u"everyinch"_s;
    QTest::newRow("pairs") << u"🛰"_s;
}

void TestCaptureReading::longParagraphsKeepTheirPositions()
{
    QFETCH(QString, piece);
    const QString long100k = piece.repeated(100'000 / piece.size()) + u"\nNeedle in the hay"_s;
    QGuiApplication::clipboard()->setText(long100k);
    m_selection->select(Thing::of(m_wire.id));
    action(u"pasteCapture"_s)->trigger();
    QVERIFY(text()->document()->blockCount() > 20);
    const QString &shown = text()->capture().text;
    for (const qsizetype at : {qsizetype(0), qsizetype(4094), qsizetype(4096), qsizetype(50'000), shown.size() - 17}) {
        text()->selectPassage(at, std::min(at + 6, shown.size()));
        QCOMPARE(text()->selectionStart(), at);
        QCOMPARE(text()->selectionEnd(), std::min(at + 6, shown.size()));
    }
    select(u"Needle"_s);
    QCOMPARE(text()->textCursor().selectedText(), u"Needle"_s);
    QCOMPARE(keep(u"Needle"_s).exact, u"Needle"_s);
    text()->selectAll();
    text()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), shown);
}

void TestCaptureReading::colourIsChosen()
{
    m_selection->select(Thing::of(m_nato.id));
    const Excerpt kept = keep(u"every inch of allied territory"_s);
    const auto stroke = [&](const QColor &colour) {
        const QImage image = text()->viewport()->grab().toImage();
        int points = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                points += image.pixelColor(x, y) == colour;
        }
        return points;
    };
    const look::Colours &colours = look::colours(text()->palette());
    QVERIFY(stroke(colours.markers[0]) > 100);
    QCOMPARE(stroke(colours.markers[4]), 0);
    auto *menu = find<QMenu>(u"excerptColours"_s);
    QCOMPARE(menu->actions().size(), qsizetype(colours.markers.size()));
    menu->actions().at(4)->trigger();
    QCOMPARE(must(excerpt(m_project->reader(), kept.id))->colour, 4);
    QVERIFY(stroke(colours.markers[4]) > 100);
    QVERIFY(find<QToolButton>(u"excerptColour"_s)->toolTip().contains(u"Blue"_s));
    QCOMPARE((*m_project)->undoText(), u"Change colour of an excerpt"_s);
    must((*m_project)->undo());
    QVERIFY(stroke(colours.markers[0]) > 100);
    QVERIFY(find<QToolButton>(u"excerptColour"_s)->toolTip().contains(u"Yellow"_s));
}

void TestCaptureReading::noteIsInTheMargin()
{
    m_panel->resize(900, 900);
    m_selection->select(Thing::of(m_nato.id));
    keep(u"every inch of allied territory"_s);
    const auto right = [&] { return text()->document()->rootFrame()->frameFormat().rightMargin(); };
    const auto left = [&] { return text()->document()->rootFrame()->frameFormat().leftMargin(); };
    const auto before = right() - left();
    type(u"excerptNote"_s, u"Said twice that day, and again a week later in Vilnius, in the same words"_s, Qt::Key_Return);
    QVERIFY(right() - left() > before + 50);
    QTest::mouseMove(text()->viewport(), placeOf(u"every inch"_s));
    QTRY_VERIFY(text()->viewport()->toolTip().contains(u"Vilnius"_s));
}

void TestCaptureReading::attachingAsDisputing()
{
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(!action(u"attachDisputing"_s)->isEnabled());
    m_selection->select(Thing::of(m_strike.id));
    const Excerpt kept = keep(u"every inch"_s);
    action(u"attachDisputing"_s)->trigger();
    auto said = must(evidenceOf(m_project->reader(), m_strike.id));
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().stance, Stance::Disputes);
    QCOMPARE(said.first().excerpt, kept.id);
    QCOMPARE(m_panel->notice()->text(), u"Attached the excerpt to the event, as disputing it."_s);
    action(u"attach"_s)->trigger();
    said = must(evidenceOf(m_project->reader(), m_strike.id));
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().stance, Stance::Corroborates);
    must((*m_project)->undo());
    QCOMPARE(must(evidenceOf(m_project->reader(), m_strike.id)).first().stance, Stance::Disputes);
}

void TestCaptureReading::annotationIsCopied()
{
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(!action(u"copyAnnotation"_s)->isEnabled());
    keep(u"every inch"_s);
    action(u"copyAnnotation"_s)->trigger();
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QJsonObject annotation = QJsonDocument::fromJson(data->data(u"application/ld+json"_s)).object();
    QCOMPARE(annotation.value(u"type"_s).toString(), u"Annotation"_s);
    QVERIFY(data->text().contains(u"\"exact\": \"every inch\""_s));
}

void TestCaptureReading::draggedTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("dropped");
    QTest::newRow("in a line") << u"“a” [@b]"_s << u"“a” [@b]"_s;
    QTest::newRow("paragraphs") << u"> a\n>\n> b [@c]\n"_s << u"\n\n> a\n>\n> b [@c]\n\n"_s;
}

void TestCaptureReading::draggedTexts()
{
    QFETCH(QString, text);
    const std::unique_ptr<QMimeData> data(draggedText(text));
    QTEST(data->text(), "dropped");
}

void TestCaptureReading::sourceIsDraggedAsACitation()
{
    QAbstractItemModel *model = list()->model();
    const QModelIndex first = model->index(0, 0);
    QVERIFY(model->flags(first) & Qt::ItemIsDragEnabled);
    QVERIFY(list()->dragEnabled());
    const std::unique_ptr<QMimeData> one(model->mimeData({first}));
    QCOMPARE(one->text(), u"[@nato-2026]"_s);
    const std::unique_ptr<QMimeData> two(model->mimeData({first, model->index(1, 0)}));
    QCOMPARE(two->text(), u"[@nato-2026; @wire-2026]"_s);
}

void TestCaptureReading::closingWhilePagesAreRead()
{
    pdf({u"First"_s, u"Second"_s});
    action(u"showPages"_s)->trigger();
    m_panel.reset();
    m_project->reopen();
    QVERIFY(must(latestCapture(m_project->reader(), m_wire.id)));
}

QTEST_MAIN(TestCaptureReading)
#include "tst_capturereading.moc"
