#include "tests/support/sourcespaneltest.h"
#include "ui/look/look.h"
#include "ui/sources/comparison.h"
#include "ui/sources/differencetext.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace redoubt;

/// Two captures of a source: what changed between them, and the excerpts of the earlier one in the later.
class TestCaptureCompare : public SourcesPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { dropPanel(); }

    void changesOfARow_data();
    void changesOfARow();
    void oneCaptureIsNotCompared();
    void comparing();
    void comparingFromTheEarlier();
    void changesAreSteppedThrough();
    void sameTexts();
    void changesAreNotShownByColourAlone();
    void aLargeDifference();
    void carryingOver();
    void lostExcerptsAreReported();
    void approximateOnesAreTickedByTheUser();
    void nothingToCarryOver();
    void paneLeavesWithTheCapture();
    void carryingOverInAReadOnlyProject();

private:
    void capture(const QString &text, int day);
    void keep(const QString &passage);
    DifferenceText *difference() { return find<DifferenceText>(u"differenceText"_s); }
    QLabel *count() { return find<QLabel>(u"changeCount"_s); }
    QListWidget *found() { return find<QListWidget>(u"carryOverList"_s); }
    QStringList rows();
    QList<Excerpt> excerptsOfLatest();
};

static const QString earlier = u"The alliance is ready to defend every inch of allied territory.\n\nRussia's reckless behaviour is a danger to us all."_s;

void TestCaptureCompare::init()
{
    makePanel();
    m_selection->select(Thing::of(m_nato.id));
}

void TestCaptureCompare::capture(const QString &text, int day)
{
    m_project->edit([&](Writer &writer) {
        Capture later = must(captureOfText(m_nato.id, text, QDateTime(QDate(2026, 6, day), QTime(9, 0), QTimeZone::UTC)));
        return addCapture(writer, later);
    });
}

void TestCaptureCompare::keep(const QString &passage)
{
    select(passage);
    action(u"keepExcerpt"_s)->trigger();
}

QStringList TestCaptureCompare::rows()
{
    QStringList texts;
    for (int row = 0; row < found()->count(); ++row)
        texts.append(found()->item(row)->text().section(u'\n', 0, 0));
    return texts;
}

QList<Excerpt> TestCaptureCompare::excerptsOfLatest()
{
    return must(excerpts(m_project->reader(), must(latestCapture(m_project->reader(), m_nato.id))->id));
}

void TestCaptureCompare::changesOfARow_data()
{
    using enum TextRun::Kind;
    QTest::addColumn<QList<TextRun>>("runs");
    QTest::addColumn<int>("changes");
    QTest::newRow("nothing") << QList<TextRun>() << 0;
    QTest::newRow("no change") << QList<TextRun>{{Unchanged, u"a"_s}} << 0;
    QTest::newRow("replaced is one") << QList<TextRun>{{Unchanged, u"a"_s}, {Removed, u"b"_s}, {Added, u"c"_s}} << 1;
    QTest::newRow("two") << QList<TextRun>{{Removed, u"b"_s}, {Unchanged, u"a"_s}, {Added, u"c"_s}} << 2;
    QTest::newRow("all new") << QList<TextRun>{{Added, u"c"_s}} << 1;
}

void TestCaptureCompare::changesOfARow()
{
    QFETCH(QList<TextRun>, runs);
    DifferenceText text;
    text.setDifference(runs);
    QTEST(int(text.changeCount()), "changes");
    text.step(1);
    text.step(-1);
    QCOMPARE(text.currentChange(), runs.isEmpty() || text.changeCount() == 0 ? -1 : text.changeCount() - 1);
}

void TestCaptureCompare::oneCaptureIsNotCompared()
{
    QVERIFY(!action(u"compareCaptures"_s)->isEnabled());
    QVERIFY(!action(u"carryOver"_s)->isEnabled());
}

void TestCaptureCompare::comparing()
{
    capture(QString(earlier).replace(u"every inch"_s, u"each foot"_s) + u"\n\nAdded on 1 June."_s, 1);
    QVERIFY(action(u"compareCaptures"_s)->isEnabled());
    QTest::keyClick(text(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(difference()->isVisible());
    QVERIFY(action(u"compareCaptures"_s)->isChecked());
    QTRY_COMPARE(count()->text(), u"changes: 2"_s);
    QVERIFY(difference()->shownText().contains(u"every inch"_s));
    QVERIFY(difference()->shownText().contains(u"each foot"_s));
    QVERIFY(find<QComboBox>(u"comparedWith"_s)->currentText().startsWith(u"Changes since 29 May 2026"_s));
    difference()->setFocus();
    QTest::keyClick(difference(), Qt::Key_Escape);
    QVERIFY(text()->isVisible());
    QVERIFY(text()->hasFocus());
    QVERIFY(!action(u"compareCaptures"_s)->isChecked());
}

void TestCaptureCompare::comparingFromTheEarlier()
{
    capture(u"Second"_s, 1);
    capture(u"Third"_s, 2);
    QTest::keyClick(find<QComboBox>(u"captureChooser"_s), Qt::Key_End);
    QVERIFY(text()->toPlainText().startsWith(u"The alliance"_s));
    action(u"compareCaptures"_s)->trigger();
    auto *with = find<QComboBox>(u"comparedWith"_s);
    QVERIFY(with->currentText().startsWith(u"Changes until 1 Jun"_s));
    QTRY_VERIFY(difference()->shownText().endsWith(u"Second"_s));
    QTest::keyClick(with, Qt::Key_Up);
    QTRY_VERIFY(difference()->shownText().endsWith(u"Third"_s));
    // Another capture in the reader is compared at once.
    QTest::keyClick(find<QComboBox>(u"captureChooser"_s), Qt::Key_Home);
    QVERIFY(difference()->isVisible());
    QTRY_COMPARE(difference()->shownText(), u"SecondThird"_s);
}

void TestCaptureCompare::changesAreSteppedThrough()
{
    const QString filler = u"A paragraph that stays as it is.\n"_s.repeated(80);
    capture(u"One\n"_s + filler + u"two\n"_s + filler + u"three"_s, 1);
    capture(u"Uno\n"_s + filler + u"due\n"_s + filler + u"tre"_s, 2);
    action(u"compareCaptures"_s)->trigger();
    QTRY_COMPARE(count()->text(), u"changes: 3"_s);
    difference()->setFocus();
    QTest::keyClick(difference(), Qt::Key_F7);
    QCOMPARE(count()->text(), u"1 of 3"_s);
    QTest::keyClick(difference(), Qt::Key_F7);
    QCOMPARE(count()->text(), u"2 of 3"_s);
    QVERIFY(difference()->verticalScrollBar()->value() > 0);
    QVERIFY(difference()->viewport()->rect().contains(difference()->cursorRect().center()));
    QCOMPARE(difference()->textCursor().selectedText(), u"twodue"_s);
    QTest::keyClick(difference(), Qt::Key_F7, Qt::ShiftModifier);
    QTest::mouseClick(find<QToolButton>(u"previousChange"_s), Qt::LeftButton);
    QCOMPARE(count()->text(), u"3 of 3"_s);
    QTest::mouseClick(find<QToolButton>(u"nextChange"_s), Qt::LeftButton);
    QCOMPARE(count()->text(), u"1 of 3"_s);
}

void TestCaptureCompare::sameTexts()
{
    capture(earlier, 1);
    action(u"compareCaptures"_s)->trigger();
    QTRY_COMPARE(count()->text(), u"no change"_s);
    QVERIFY(!find<QToolButton>(u"nextChange"_s)->isEnabled());
    QTest::keyClick(difference(), Qt::Key_F7);
    QCOMPARE(count()->text(), u"no change"_s);
}

void TestCaptureCompare::changesAreNotShownByColourAlone()
{
    using enum TextRun::Kind;
    DifferenceText view;
    view.setDifference({{Unchanged, u"a"_s}, {Removed, u"b"_s}, {Added, u"c"_s}});
    const auto formatAt = [&](int position) {
        QTextCursor cursor(view.document());
        cursor.setPosition(position);
        return cursor.charFormat();
    };
    QVERIFY(!formatAt(1).fontStrikeOut() && !formatAt(1).fontUnderline());
    QVERIFY(formatAt(2).fontStrikeOut() && !formatAt(2).fontUnderline());
    QVERIFY(!formatAt(3).fontStrikeOut() && formatAt(3).fontUnderline());
    QVERIFY(formatAt(2).background() != formatAt(3).background());
}

void TestCaptureCompare::aLargeDifference()
{
    QString before;
    QString after;
    for (int i = 0; i < 20'000; ++i) {
        before += u"Paragraph %1 says that every inch is defended.\n"_s.arg(i);
        after += u"Paragraph %1 says that every %2 is defended.\n"_s.arg(i).arg(i % 7 == 0 ? u"foot"_s : u"inch"_s);
    }
    capture(before, 1);
    capture(after, 2);
    action(u"compareCaptures"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(difference()->changeCount(), 2858, 30'000);
    difference()->grab();
    difference()->step(-1);
    QVERIFY(difference()->viewport()->rect().contains(difference()->cursorRect().center()));
}

void TestCaptureCompare::carryingOver()
{
    keep(u"every inch of allied territory"_s);
    type(u"speaker"_s, u"Mark Rutte"_s);
    const Excerpt before = excerptsOfLatest().first();
    capture(u"Corrected. "_s + earlier, 1);
    QVERIFY(text()->excerpts().isEmpty());
    action(u"carryOver"_s)->trigger();
    QTRY_COMPARE(rows(), QStringList{u"✓ word for word"_s});
    QVERIFY(found()->isVisible() && found()->hasFocus());
    QCOMPARE(text()->textCursor().selectedText(), before.exact);
    QTest::keyClick(found(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(excerptsOfLatest().size(), 1);
    QCOMPARE(excerptsOfLatest().first().speaker, u"Mark Rutte"_s);
    QCOMPARE(excerptsOfLatest().first().start, before.start + 11);
    QCOMPARE(m_panel->notice()->text(), u"Excerpts carried over: 1."_s);
    QVERIFY(list()->isVisible());
    // The one that was there stays; all of it is one action.
    QCOMPARE(must(excerpts(m_project->reader(), m_nato.id)).size(), 2);
    must((*m_project)->undo());
    QVERIFY(excerptsOfLatest().isEmpty());
}

void TestCaptureCompare::lostExcerptsAreReported()
{
    keep(u"every inch of allied territory"_s);
    capture(u"This page is gone."_s, 1);
    action(u"carryOver"_s)->trigger();
    QTRY_COMPARE(rows(), QStringList{u"✕ lost: not in this capture"_s});
    QVERIFY(!(found()->item(0)->flags() & Qt::ItemIsUserCheckable));
    QVERIFY(!find<QPushButton>(u"carryTicked"_s)->isEnabled());
    QVERIFY(find<QLabel>(u"carryOverNote"_s)->text().startsWith(u"Found: 0. Lost: 1"_s));
    QTest::keyClick(found(), Qt::Key_Space);
    QTest::keyClick(found(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(excerptsOfLatest().isEmpty());
    QTest::keyClick(found(), Qt::Key_Escape);
    QVERIFY(list()->isVisible());
}

void TestCaptureCompare::approximateOnesAreTickedByTheUser()
{
    keep(u"ready to defend every inch of allied territory"_s);
    capture(u"Other words now. It stays ready to protect every inch of alliance territory, they wrote elsewhere."_s, 1);
    action(u"carryOver"_s)->trigger();
    QTRY_COMPARE(found()->count(), 1);
    QVERIFY2(rows().first().startsWith(u"≠ alike, "_s), qPrintable(rows().first()));
    QVERIFY(found()->item(0)->text().contains(u"here: “ready to protect every inch of alliance territory"_s));
    QCOMPARE(found()->item(0)->checkState(), Qt::Unchecked);
    QVERIFY(!find<QPushButton>(u"carryTicked"_s)->isEnabled());
    QTest::keyClick(found(), Qt::Key_Space);
    QCOMPARE(found()->item(0)->checkState(), Qt::Checked);
    const QRect row = found()->visualItemRect(found()->item(0));
    QTest::mouseClick(found()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(found()->item(0)->checkState(), Qt::Checked);
    const QPoint box = row.topLeft() + QPoint(look::related + look::group / 2, look::related + look::group / 2);
    QTest::mouseClick(found()->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(found()->item(0)->checkState(), Qt::Unchecked);
    QTest::mouseClick(found()->viewport(), Qt::LeftButton, {}, box);
    QTest::mouseClick(find<QPushButton>(u"carryTicked"_s), Qt::LeftButton);
    QVERIFY(excerptsOfLatest().first().exact.startsWith(u"ready to protect"_s));
}

void TestCaptureCompare::nothingToCarryOver()
{
    keep(u"every inch"_s);
    capture(earlier, 1);
    keep(u"every inch"_s);
    action(u"carryOver"_s)->trigger();
    QTRY_COMPARE(find<QLabel>(u"carryOverNote"_s)->text(), u"All excerpts of the earlier captures stand in this one already."_s);
    QCOMPARE(found()->count(), 0);
}

void TestCaptureCompare::paneLeavesWithTheCapture()
{
    keep(u"every inch"_s);
    capture(u"Corrected. "_s + earlier, 1);
    action(u"carryOver"_s)->trigger();
    QTRY_COMPARE(found()->count(), 1);
    m_selection->select(Thing::of(m_wire.id));
    QVERIFY(!found()->isVisible());
    QVERIFY(list()->isVisible());
}

void TestCaptureCompare::carryingOverInAReadOnlyProject()
{
    keep(u"every inch"_s);
    capture(u"Corrected. "_s + earlier, 1);
    m_panel.reset();
    m_project->reopen(Project::Mode::ReadOnly);
    openPanel();
    m_selection->select(Thing::of(m_wire.id));
    m_selection->select(Thing::of(m_nato.id));
    action(u"carryOver"_s)->trigger();
    QTRY_COMPARE(found()->count(), 1);
    QVERIFY(!find<QPushButton>(u"carryTicked"_s)->isEnabled());
    action(u"compareCaptures"_s)->trigger();
    QTRY_COMPARE(count()->text(), u"changes: 1"_s);
}

QTEST_MAIN(TestCaptureCompare)
#include "tst_capturecompare.moc"
