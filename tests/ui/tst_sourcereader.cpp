#include "tests/support/sourcespaneltest.h"

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>

using namespace redoubt;

/// Captures and their excerpts, as they are pasted, read, found in and kept.
class TestSourceReader : public SourcesPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makePanel(); }
    void cleanup() { dropPanel(); }

    void pastingACapture();
    void pastingWithoutASource();
    void pastingNothing();
    void earlierCapturesCanBeRead();
    void keepingAnExcerpt();
    void keepingByTheFloatingButton();
    void excerptIsChosenByAClick();
    void excerptFieldsAreKept();
    void excerptSaysThatItsSourceIsRetracted();
    void excerptIsDeleted();
    void excerptIsCopiedAsAQuotation();
    void excerptsAreSteppedThrough();
    void textIsPlain();
    void findingInTheText();
    void aLongText();
};

void TestSourceReader::pastingACapture()
{
    m_selection->select(Thing::of(m_wire.id));
    QGuiApplication::clipboard()->setText(u"First line\r\nsecond"_s);
    QTest::keyClick(list(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    const auto captured = must(latestCapture(m_project->reader(), m_wire.id));
    QVERIFY(captured);
    QCOMPARE(captured->text, u"First line\nsecond"_s);
    QCOMPARE(text()->toPlainText(), u"First line\nsecond"_s);
    QCOMPARE(find<QLabel>(u"captureHash"_s)->text(), u"SHA-256 %1…"_s.arg(captured->sha256.first(12)));
    must((*m_project)->undo());
    QVERIFY(!text()->isVisible());
}

void TestSourceReader::pastingWithoutASource()
{
    QGuiApplication::clipboard()->setText(u"\n  Kyiv says   drones came \nMore of it"_s);
    action(u"pasteCapture"_s)->trigger();
    const auto added = must(sourceByKey(m_project->reader(), u"kyiv-says-drones-came"_s));
    QVERIFY(added);
    QCOMPARE(added->title, u"Kyiv says drones came"_s);
    QCOMPARE(m_selection->current(), Thing::of(added->id));
    QVERIFY(text()->toPlainText().endsWith(u"More of it"_s));
    must((*m_project)->undo());
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
}

void TestSourceReader::pastingNothing()
{
    QGuiApplication::clipboard()->clear();
    action(u"pasteCapture"_s)->trigger();
    QCOMPARE(m_panel->notice()->text(),
        u"The text was not kept as a capture. There is no text in it. Copy the text of the document first."_s);
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
}

void TestSourceReader::earlierCapturesCanBeRead()
{
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(!find<QComboBox>(u"captureChooser"_s)->isVisible());
    select(u"every inch"_s);
    action(u"keepExcerpt"_s)->trigger();
    const Excerpt excerpt = must(excerpts(m_project->reader(), m_nato.id)).first();
    QGuiApplication::clipboard()->setText(u"A later version"_s);
    action(u"pasteCapture"_s)->trigger();
    QCOMPARE(text()->toPlainText(), u"A later version"_s);
    auto *chooser = find<QComboBox>(u"captureChooser"_s);
    QVERIFY(chooser->isVisible());
    QCOMPARE(chooser->count(), 2);
    QTest::keyClick(chooser, Qt::Key_Down);
    QVERIFY(text()->toPlainText().startsWith(u"The alliance"_s));
    QTest::keyClick(chooser, Qt::Key_Up);
    QCOMPARE(text()->toPlainText(), u"A later version"_s);
    // An excerpt leads to the capture that it stands in.
    m_selection->select(Thing::of(m_wire.id));
    m_selection->select(Thing::of(excerpt.id));
    QVERIFY(text()->toPlainText().startsWith(u"The alliance"_s));
    QCOMPARE(text()->chosen(), excerpt.id);
}

void TestSourceReader::keepingAnExcerpt()
{
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(!action(u"keepExcerpt"_s)->isEnabled());
    select(u" every inch of "_s);
    QVERIFY(action(u"keepExcerpt"_s)->isEnabled());
    QTest::keyClick(text(), Qt::Key_E, Qt::ControlModifier);
    const auto kept = must(excerpts(m_project->reader(), m_nato.id));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().exact, u"every inch of"_s);
    QVERIFY(kept.first().prefix.endsWith(u"ready to defend "_s));
    QCOMPARE(m_selection->current(), Thing::of(kept.first().id));
    QCOMPARE(text()->chosen(), kept.first().id);
    QVERIFY(field(u"speaker"_s)->isVisible());
    must((*m_project)->undo());
    QVERIFY(text()->excerpts().isEmpty());
    QVERIFY(!field(u"speaker"_s)->isVisible());
}

void TestSourceReader::keepingByTheFloatingButton()
{
    m_selection->select(Thing::of(m_nato.id));
    auto *button = find<QPushButton>(u"keepButton"_s);
    QVERIFY(!button->isVisible());
    const QPoint place = placeOf(u"territory"_s);
    QTest::mouseDClick(text()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseRelease(text()->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(must(excerpts(m_project->reader(), m_nato.id)).value(0).exact, u"territory"_s);
    QVERIFY(!button->isVisible());
}

void TestSourceReader::excerptIsChosenByAClick()
{
    m_selection->select(Thing::of(m_nato.id));
    for (const QString &passage : {u"every inch of allied territory"_s, u"Russia's reckless behaviour"_s}) {
        select(passage);
        action(u"keepExcerpt"_s)->trigger();
    }
    const auto kept = must(excerpts(m_project->reader(), m_nato.id));
    QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, placeOf(u"inch of"_s));
    QCOMPARE(m_selection->current(), Thing::of(kept.at(0).id));
    QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, placeOf(u"The alliance"_s));
    QCOMPARE(m_selection->current(), Thing::of(kept.at(0).id));
    // By the keyboard: the cursor within the passage, then Return.
    const qsizetype at = text()->capture().text.indexOf(u"reckless"_s);
    text()->selectPassage(at, at);
    QTest::keyClick(text(), Qt::Key_Return);
    QCOMPARE(m_selection->current(), Thing::of(kept.at(1).id));
    QTest::keyClick(text(), Qt::Key_Return);
    QVERIFY(field(u"speaker"_s)->hasFocus());
}

void TestSourceReader::excerptFieldsAreKept()
{
    m_selection->select(Thing::of(m_nato.id));
    select(u"every inch"_s);
    action(u"keepExcerpt"_s)->trigger();
    type(u"speaker"_s, u"Mark Rutte"_s);
    type(u"excerptNote"_s, u"twice that day"_s, Qt::Key_Return);
    const Excerpt kept = must(excerpts(m_project->reader(), m_nato.id)).first();
    QCOMPARE(kept.speaker, u"Mark Rutte"_s);
    QCOMPARE(kept.note, u"twice that day"_s);
    QCOMPARE(text()->excerpts().first().speaker, u"Mark Rutte"_s);
    QTest::keyClicks(field(u"speaker"_s), u"xyz"_s);
    QTest::keyClick(field(u"speaker"_s), Qt::Key_Escape);
    QCOMPARE(field(u"speaker"_s)->text(), u"Mark Rutte"_s);
    QVERIFY(text()->hasFocus());
    must((*m_project)->undo());
    QCOMPARE(field(u"excerptNote"_s)->text(), QString());
}

void TestSourceReader::excerptSaysThatItsSourceIsRetracted()
{
    m_selection->select(Thing::of(m_nato.id));
    select(u"every inch"_s);
    action(u"keepExcerpt"_s)->trigger();
    auto *label = find<QLabel>(u"retraction"_s);
    QVERIFY(!label->isVisible());
    m_nato.origin = m_wire.id;
    m_wire.retracted = true;
    m_wire.retractedAt = u"2026-05-30"_s;
    m_project->edit([&](Writer &writer) -> Result<> {
        must(updateSource(writer, m_nato));
        return updateSource(writer, m_wire);
    });
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), u"✕ Its source no longer stands. It goes back to “Wire report”, retracted on 30 May 2026."_s);
    must((*m_project)->undo());
    QVERIFY(!label->isVisible());
}

void TestSourceReader::excerptIsDeleted()
{
    m_selection->select(Thing::of(m_nato.id));
    select(u"every inch"_s);
    action(u"keepExcerpt"_s)->trigger();
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_Delete);
    QVERIFY(must(excerpts(m_project->reader(), m_nato.id)).isEmpty());
    QCOMPARE(m_panel->notice()->text(), u"Deleted the excerpt."_s);
    QCOMPARE(m_selection->current(), Thing::of(m_nato.id));
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
}

void TestSourceReader::excerptIsCopiedAsAQuotation()
{
    m_selection->select(Thing::of(m_nato.id));
    select(u"every inch of allied territory"_s);
    action(u"keepExcerpt"_s)->trigger();
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"“every inch of allied territory” [@nato-2026]"_s);
}

void TestSourceReader::excerptsAreSteppedThrough()
{
    m_selection->select(Thing::of(m_nato.id));
    for (const QString &passage : {u"every inch"_s, u"reckless"_s}) {
        select(passage);
        action(u"keepExcerpt"_s)->trigger();
    }
    const auto kept = must(excerpts(m_project->reader(), m_nato.id));
    QCOMPARE(text()->chosen(), kept.at(1).id);
    QTest::keyClick(text(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(text()->chosen(), kept.at(0).id);
    QTest::keyClick(text(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(text()->chosen(), kept.at(1).id);
}

void TestSourceReader::textIsPlain()
{
    const QString hostile = u"<img src='https://example.org/x.png'> <b>bold</b>\n&amp; \u2028 \ufdd0 %1 🛰 end"_s;
    QGuiApplication::clipboard()->setText(hostile);
    m_selection->select(Thing::of(m_wire.id));
    action(u"pasteCapture"_s)->trigger();
    const QString kept = must(latestCapture(m_project->reader(), m_wire.id))->text;
    QCOMPARE(kept, hostile);
    // Positions in the view are those of the text, whatever signs are in it.
    select(u"end"_s);
    QCOMPARE(text()->textCursor().selectedText(), u"end"_s);
    QVERIFY(!text()->document()->toHtml().contains(u"<img"_s));
    QVERIFY(!text()->loadResource(QTextDocument::ImageResource, QUrl(u"https://example.org/x.png"_s)).isValid());
    QVERIFY(text()->isReadOnly());
    QTest::keyClicks(text(), u"typed"_s);
    QCOMPARE(must(latestCapture(m_project->reader(), m_wire.id))->text, hostile);
}

void TestSourceReader::findingInTheText()
{
    m_selection->select(Thing::of(m_nato.id));
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_F, Qt::ControlModifier);
    auto *find = field(u"findField"_s);
    QVERIFY(find->hasFocus());
    QTest::keyClicks(find, u"al"_s);
    auto *count = m_panel->findChild<QLabel *>(u"findCount"_s);
    QCOMPARE(count->text(), u"1 of 3"_s);
    QCOMPARE(text()->selectionStart(), text()->capture().text.indexOf(u"alliance"_s));
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(count->text(), u"2 of 3"_s);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count->text(), u"3 of 3"_s);
    QTest::keyClicks(find, u"q"_s);
    QCOMPARE(count->text(), u"not found"_s);
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    QVERIFY(text()->hasFocus());
}

void TestSourceReader::aLongText()
{
    const QString long4MB = u"The alliance is ready to defend every inch of allied territory, in one paragraph after another.\n"_s.repeated(42'000) + u"The end"_s;
    QGuiApplication::clipboard()->setText(long4MB);
    m_selection->select(Thing::of(m_wire.id));
    QElapsedTimer timer;
    timer.start();
    action(u"pasteCapture"_s)->trigger();
    text()->grab();
    qInfo("4 MB kept and shown in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 2000);
    select(u"The end"_s);
    action(u"keepExcerpt"_s)->trigger();
    const Excerpt excerpt = must(excerpts(m_project->reader(), m_wire.id)).first();
    QCOMPARE(excerpt.exact, u"The end"_s);
    m_selection->select(Thing::of(m_nato.id));
    timer.start();
    m_selection->select(Thing::of(m_wire.id));
    text()->grab();
    qInfo("shown again in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 1000);
    m_selection->select(Thing::of(excerpt.id));
    QVERIFY(text()->viewport()->rect().contains(placeOf(u"The end"_s)));
}

QTEST_MAIN(TestSourceReader)
#include "tst_sourcereader.moc"
