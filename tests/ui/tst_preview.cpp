#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/pagesheets.h"
#include "ui/brief/previewpane.h"
#include "ui/brief/writingdesk.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QScrollBar>
#include <QSpinBox>
#include <QTextBlock>
#include <QToolButton>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// The pages beside the text, and the second view of it.
class TestPreview : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        close();
        look::apply(*qApp, look::Scheme::Light);
    }

    void showsThePages();
    void followsTheText();
    void followsTheCursor();
    void goesToThePlaceOfAClick();
    void knowsPlacesBeforeTheNewPagesCome();
    void keepsItsPlace();
    void drawsOnlyWhatIsSeen();
    void forgetsWhatIsHidden();
    void zooms();
    void turnsPages();
    void followsThePropertiesAndTheProject();
    void saysWhatFailed();
    void isWhiteInTheDark();
    void showsAnotherBrief();
    void showsTheTextTwice();
    void entersTheOtherViewByMouse();
    void entersTheOtherViewByKey();
    void readsOnlyInTheOtherView();

private:
    void showPages(const QString &text)
    {
        add(text);
        show();
        m_panel->resize(900, 600);
        trigger(u"brief.pages"_s);
        settle();
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(pane()->isUpToDate() && sheets()->isDrawn(), 60000); }
    WritingDesk *desk() { return m_panel->findChild<WritingDesk *>(); }
    PreviewPane *pane() { return desk()->pages(); }
    PageSheets *sheets() { return pane()->sheets(); }
    void click(qsizetype source, QPointF by = {2, 4})
    {
        const auto place = sheets()->pages()->placeOf(source);
        QVERIFY(place);
        const QRectF sheet = sheets()->sheetRect(place->page);
        const double scale = sheet.width() / sheets()->pages()->size().width();
        QTest::mouseClick(sheets()->viewport(), Qt::LeftButton, {}, (sheet.topLeft() + (place->box.topLeft() + by) * scale).toPoint());
    }
    static QString paragraphs(int count)
    {
        QString text;
        for (int i = 0; i < count; ++i)
            text += u"Paragraph %1 says at some length what it has to say, so that it takes a line or two.\n\n"_s.arg(i);
        return text;
    }
};

void TestPreview::showsThePages()
{
    showPages(u"## A\n\n"_s + paragraphs(100));
    QVERIFY(sheets()->pages()->count() > 2);
    QCOMPARE(pane()->findChild<QSpinBox *>()->value(), 1);
    QCOMPARE(pane()->findChild<QSpinBox *>()->maximum(), sheets()->pages()->count());
    QCOMPARE(pane()->message(), QString());
    QVERIFY(sheets()->fitsWidth());
    // Something is printed on the sheet.
    const QImage image = sheets()->viewport()->grab().toImage();
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += image.pixelColor(x, y).lightness() < 100 ? 1 : 0;
    }
    QVERIFY(dark > 100);
    QTest::mouseClick(pane()->findChild<QToolButton *>(u"closePreview"_s), Qt::LeftButton);
    QVERIFY(!pane()->isVisible());
    QVERIFY(!m_panel->findChild<QAction *>(u"brief.pages"_s)->isChecked());
    QVERIFY(editor()->hasFocus());
}

void TestPreview::followsTheText()
{
    showPages(u"One."_s);
    const int before = sheets()->pages()->count();
    editor()->selectAll();
    editor()->insertPlainText(paragraphs(100));
    QVERIFY(!pane()->isUpToDate());
    settle();
    QVERIFY(sheets()->pages()->count() > before);
}

void TestPreview::followsTheCursor()
{
    showPages(paragraphs(200));
    QCOMPARE(sheets()->page(), 0);
    cursorTo(u"Paragraph 150"_s);
    QVERIFY(sheets()->isOnScreen(editor()->textCursor().position()));
    QVERIFY(sheets()->page() > 0);
    cursorTo(u"Paragraph 3 "_s);
    QVERIFY(sheets()->isOnScreen(editor()->textCursor().position()));
    QCOMPARE(sheets()->page(), 0);
}

void TestPreview::goesToThePlaceOfAClick()
{
    showPages(paragraphs(20));
    const qsizetype wanted = editor()->text().indexOf(u"Paragraph 7 "_s);
    click(wanted);
    QCOMPARE(editor()->textCursor().position(), int(wanted));
    QVERIFY(editor()->hasFocus());
    click(wanted, {60, 4});
    QVERIFY(editor()->textCursor().position() > wanted + 5);
    QVERIFY(editor()->textCursor().position() < wanted + 20);
}

void TestPreview::knowsPlacesBeforeTheNewPagesCome()
{
    showPages(paragraphs(20));
    const qsizetype old = editor()->text().indexOf(u"Paragraph 7 "_s);
    const qsizetype last = editor()->text().indexOf(u"Paragraph 19"_s);
    QTextCursor(editor()->document()).insertText(u"Before all of it.\n\n"_s);
    QVERIFY(!pane()->isUpToDate());
    click(old);
    QCOMPARE(editor()->textCursor().position(), int(editor()->text().indexOf(u"Paragraph 7 "_s)));
    cursorTo(u"Paragraph 19"_s);
    QVERIFY(sheets()->isOnScreen(last));
}

void TestPreview::keepsItsPlace()
{
    showPages(paragraphs(300));
    const auto top = [this](const QString &of) {
        const auto place = sheets()->pages()->placeOf(editor()->text().indexOf(of));
        const QRectF sheet = sheets()->sheetRect(place->page);
        return sheet.top() + place->box.top() * sheet.width() / sheets()->pages()->size().width();
    };
    cursorTo(u"Paragraph 200"_s);
    const double before = top(u"Paragraph 200"_s);
    QTextCursor(editor()->document()).insertText(paragraphs(30));
    settle();
    const double now = top(u"Paragraph 200"_s);
    QVERIFY2(std::abs(now - before) < 4, qPrintable(u"%1 was %2"_s.arg(now).arg(before)));
    QVERIFY(sheets()->page() > 3);
}

void TestPreview::drawsOnlyWhatIsSeen()
{
    showPages(paragraphs(1500));
    QVERIFY(sheets()->pages()->count() > 30);
    for (int page = 0; page < 30; page += 3) {
        sheets()->goToPage(page);
        QTRY_VERIFY_WITH_TIMEOUT(sheets()->isDrawn(), 60000);
        QVERIFY(sheets()->keptImages() <= 5);
    }
}

void TestPreview::forgetsWhatIsHidden()
{
    showPages(paragraphs(20));
    trigger(u"brief.pages"_s);
    QVERIFY(!pane()->isVisible());
    QVERIFY(!sheets()->pages());
    QCOMPARE(sheets()->keptImages(), 0);
    type(u"Now. "_s);
    trigger(u"brief.pages"_s);
    settle();
    QVERIFY(sheets()->pages());
}

void TestPreview::zooms()
{
    showPages(paragraphs(100));
    sheets()->goToPage(2);
    const double fitted = sheets()->zoomFactor();
    QTest::keyClick(sheets(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(qFuzzyCompare(sheets()->zoomFactor(), fitted * 1.25));
    QVERIFY(!sheets()->fitsWidth());
    QCOMPARE(sheets()->page(), 2);
    QCOMPARE(pane()->findChild<QLabel *>(u"previewZoom"_s)->text(), u"%1 %"_s.arg(qRound(fitted * 125)));
    settle();
    QTest::mouseClick(pane()->findChild<QToolButton *>(u"previewSmaller"_s), Qt::LeftButton);
    QVERIFY(qFuzzyCompare(sheets()->zoomFactor(), fitted));
    for (int i = 0; i < 20; ++i)
        sheets()->zoom(1);
    QVERIFY(qFuzzyCompare(sheets()->zoomFactor(), 4.0));
    QTest::keyClick(sheets(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(sheets()->fitsWidth());
    QCOMPARE(sheets()->page(), 2);
    settle();
}

void TestPreview::turnsPages()
{
    showPages(paragraphs(200));
    auto *number = pane()->findChild<QSpinBox *>();
    sheets()->setFocus();
    QTest::keyClick(sheets(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(sheets()->page(), 1);
    QCOMPARE(number->value(), 2);
    number->setValue(3);
    QCOMPARE(sheets()->page(), 2);
    QTest::keyClick(sheets(), Qt::Key_Home);
    QCOMPARE(sheets()->page(), 0);
    QTest::keyClick(sheets(), Qt::Key_End);
    QCOMPARE(number->value(), number->maximum());
    QTest::keyClick(sheets(), Qt::Key_PageUp, Qt::ControlModifier);
    const qsizetype top = sheets()->topSource();
    QTest::keyClick(sheets(), Qt::Key_Return);
    QCOMPARE(editor()->textCursor().position(), int(top));
    sheets()->setFocus();
    QTest::keyClick(sheets(), Qt::Key_Escape);
    QVERIFY(!pane()->isVisible());
}

void TestPreview::followsThePropertiesAndTheProject()
{
    showPages(u"Words [@nato-2026]."_s);
    const ViewedPages *before = sheets()->pages();
    Brief changed = brief(m_project->reader(), m_panel->brief()).value().value();
    changed.endnotes = true;
    QVERIFY(m_project->edit(u"Change"_s, [&](Writer &writer) { return updateBrief(writer, changed); }));
    QVERIFY(!pane()->isUpToDate());
    settle();
    QVERIFY(sheets()->pages() != before);
    m_strike.title = u"Another title"_s;
    QVERIFY(m_project->edit(u"Change"_s, [&](Writer &writer) { return updateEvent(writer, m_strike); }));
    QVERIFY(!pane()->isUpToDate());
    settle();
    // Writing the text to the file is no reason to set it again.
    type(u"x"_s);
    settle();
    QVERIFY(m_panel->flush());
    QVERIFY(pane()->isUpToDate());
}

void TestPreview::saysWhatFailed()
{
    showPages(u"Words."_s);
    const QString path = m_project->path();
    QVERIFY(QFile::rename(path, path + u".away"_s));
    type(u"More "_s);
    QTRY_VERIFY_WITH_TIMEOUT(!pane()->message().isEmpty(), 60000);
    QVERIFY(sheets()->pages());
    QVERIFY(QFile::rename(path + u".away"_s, path));
    type(u"words "_s);
    settle();
    QCOMPARE(pane()->message(), QString());
}

void TestPreview::isWhiteInTheDark()
{
    look::apply(*qApp, look::Scheme::Dark);
    showPages(u"Words."_s);
    const QImage image = sheets()->viewport()->grab().toImage();
    const QRectF sheet = sheets()->sheetRect(0);
    QCOMPARE(image.pixelColor(int(sheet.center().x()), int(sheet.top()) + 6), QColor(Qt::white));
    QVERIFY(image.pixelColor(2, 2).lightness() < 100);
}

void TestPreview::showsAnotherBrief()
{
    add(paragraphs(2));
    showPages(paragraphs(200));
    const int first = sheets()->pages()->count();
    m_panel->showBrief(briefs(m_project->reader())->last().id);
    settle();
    QVERIFY(sheets()->pages()->count() != first);
    QVERIFY(m_project->edit(u"Remove"_s, [&](Writer &writer) -> Result<> {
        const auto all = briefs(writer);
        for (const Brief &known : *all) {
            if (auto removed = removeBrief(writer, known.id); !removed)
                return removed;
        }
        return {};
    }));
    QVERIFY(!m_panel->brief().isValid());
    QTRY_VERIFY(!sheets()->pages());
}

void TestPreview::showsTheTextTwice()
{
    add(paragraphs(300));
    show();
    trigger(u"brief.twoViews"_s);
    BriefTextEdit *other = desk()->otherView();
    QVERIFY(other);
    QCOMPARE(other->document(), editor()->document());
    QCOMPARE(other->viewport()->width(), editor()->viewport()->width());
    other->verticalScrollBar()->setValue(300);
    const auto topOf = [](BriefTextEdit *view) { return view->cursorForPosition({1, 1}).block().text(); };
    const QString below = topOf(other);
    type(u"Here. "_s);
    QVERIFY(other->text().startsWith(u"Here. "_s));
    QVERIFY(topOf(editor()).startsWith(u"Here. Paragraph 0"_s));
    QCOMPARE(topOf(other), below);
    m_panel->resize(500, 480);
    QCOMPARE(other->viewport()->width(), editor()->viewport()->width());
    trigger(u"brief.twoViews"_s);
    QVERIFY(!desk()->otherView());
    m_panel->resize(640, 480);
    editor()->undo();
    QVERIFY(editor()->text().startsWith(u"Paragraph 0"_s));
}

void TestPreview::entersTheOtherViewByMouse()
{
    add(paragraphs(300));
    show();
    trigger(u"brief.twoViews"_s);
    BriefTextEdit *other = desk()->otherView();
    other->verticalScrollBar()->setValue(300);
    const QPoint upper = editor()->mapTo(m_panel.get(), QPoint());
    const QPoint lower = other->mapTo(m_panel.get(), QPoint());
    const int wanted = other->cursorForPosition({4, other->viewport()->height() / 2}).block().position();
    QVERIFY(wanted > 1000);
    const QPoint from(2, other->lineOf(wanted).center().y());
    const QPoint to = other->viewport()->mapToGlobal(from + QPoint(60, 0));
    QTest::mousePress(other->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(other->viewport(), other->viewport()->mapFromGlobal(to));
    QTest::mouseRelease(other->viewport(), Qt::LeftButton, {}, other->viewport()->mapFromGlobal(to));
    // The editor stands where the click was, the other one where the editor was.
    QCOMPARE(editor()->mapTo(m_panel.get(), QPoint()), lower);
    QCOMPARE(other->mapTo(m_panel.get(), QPoint()), upper);
    QVERIFY(editor()->hasFocus());
    QCOMPARE(editor()->textCursor().anchor(), wanted);
    QCOMPARE(editor()->verticalScrollBar()->value(), 300);
    QCOMPARE(other->verticalScrollBar()->value(), 0);
    QCOMPARE(other->textCursor().position(), 0);
}

void TestPreview::entersTheOtherViewByKey()
{
    add(paragraphs(300));
    show();
    trigger(u"brief.twoViews"_s);
    BriefTextEdit *other = desk()->otherView();
    const QPoint lower = other->mapTo(m_panel.get(), QPoint());
    other->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(editor()->hasFocus());
    QCOMPARE(editor()->mapTo(m_panel.get(), QPoint()), lower);
    type(u"x"_s);
    QVERIFY(other->text().startsWith(u"xParagraph"_s));
}

void TestPreview::readsOnlyInTheOtherView()
{
    add(u"Text"_s);
    const QString path = m_project->path();
    m_project.reset();
    auto again = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(again);
    m_project = std::move(*again);
    show();
    trigger(u"brief.twoViews"_s);
    QVERIFY(desk()->otherView()->isReadOnly());
    trigger(u"brief.pages"_s);
    settle();
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestPreview test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_preview.moc"
