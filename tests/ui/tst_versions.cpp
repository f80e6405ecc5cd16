#include "app/brief/revision.h"
#include "app/commands/sample.h"
#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/versions/comparisonview.h"
#include "ui/brief/versions/versionlist.h"
#include "ui/brief/versions/versionspane.h"
#include "ui/look/look.h"
#include "ui/publish/exportoptions.h"
#include "ui/workbench/changeformat.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// The kept versions of a brief: what is listed, compared, named, deleted and brought back.
class TestVersions : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void saysWhatBelongsThere();
    void listsVersions();
    void comparesWithThePresentText();
    void comparesAnyTwo();
    void comparesWithTheOneBefore();
    void showsChanges_data();
    void showsChanges();
    void foldsWhatIsTheSame();
    void stepsThroughChanges();
    void goesToTheOtherPlaceOfWhatMoved();
    void changesAreNotShownByColourAlone();
    void restores();
    void namesAnAutomaticOne();
    void deletes();
    void deletesWhatIsBeingCompared();
    void copies();
    void leavesTheTextAlone();
    void closes();
    void onlyLooksInAReadOnlyProject();
    void followsTheBrief();
    void holdsAHugeBrief();
    void exportAsksSinceWhich();
    void onTheSample_data();
    void onTheSample();

private:
    void keep(const QString &text, const QDateTime &at, const QString &name = {});
    void showVersions();
    VersionsPane *pane() { return m_panel->findChild<VersionsPane *>(u"versions"_s); }
    VersionList *list() { return pane()->list(); }
    ComparisonView *view() { return pane()->view(); }
    QString count() { return pane()->findChild<QLabel *>(u"versionChanges"_s)->text(); }
    QStringList rows();
    QString table(const QAbstractItemModel &model);
    void choose(const QString &name, Qt::KeyboardModifiers modifiers = {});
    void press(const QString &action);

    QDateTime m_at = QDateTime(QDate(2026, 5, 29), QTime(14, 2));
};

static const QString drone = u"Before dawn a drone struck a block of flats in Galați."_s;
static const QString words = u"Each incursion was met with words and nothing more than words."_s;

void TestVersions::keep(const QString &text, const QDateTime &at, const QString &name)
{
    const Id<Brief> id = briefs(m_project->reader())->first().id;
    Revision revision{{}, id, at.toUTC(), name};
    QVERIFY(m_project->keep([&](Writer &writer) { return addRevision(writer, revision, packText(text)); }));
}

void TestVersions::showVersions()
{
    show();
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(pane() && pane()->isVisible());
    const auto kept = revisions(m_project->reader(), m_panel->brief());
    QTRY_VERIFY_WITH_TIMEOUT(list()->topLevelItemCount() > (kept->isEmpty() ? 0 : 1), 30'000);
}

/// "Name | kept | words", children indented.
QStringList TestVersions::rows()
{
    QStringList lines;
    for (QTreeWidgetItemIterator at(list()); *at; ++at)
        lines.append(((*at)->parent() ? u"  "_s : QString()) + QStringList{(*at)->text(0), (*at)->text(1), (*at)->text(2)}.join(u" | "_s));
    return lines;
}

/// A line a row, the cells apart by " | ".
QString TestVersions::table(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines.join(u'\n');
}

void TestVersions::choose(const QString &name, Qt::KeyboardModifiers modifiers)
{
    for (QTreeWidgetItemIterator at(list()); *at; ++at) {
        if ((*at)->text(0) != name && (*at)->text(1) != name)
            continue;
        if ((*at)->parent())
            (*at)->parent()->setExpanded(true);
        list()->scrollToItem(*at);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers, list()->visualItemRect(*at).center());
        return;
    }
    QFAIL(qPrintable(name));
}

void TestVersions::press(const QString &action)
{
    auto *found = pane()->findChild<QAction *>(action);
    QVERIFY2(found && found->isEnabled(), qPrintable(action));
    found->trigger();
}

void TestVersions::saysWhatBelongsThere()
{
    add(u"Text"_s);
    showVersions();
    QTRY_VERIFY(pane()->findChild<QLabel *>(u"versionsNote"_s)->text().contains(u"Ctrl+S"_s));
    QCOMPARE(view()->comparisonModel().rowCount(), 0);
    QVERIFY(!pane()->findChild<QAction *>(u"versions.restore"_s)->isEnabled());
    QVERIFY(!pane()->findChild<QAction *>(u"versions.next"_s)->isEnabled());
}

void TestVersions::listsVersions()
{
    add(u"One two three four five."_s);
    keep(u"One."_s, m_at.addDays(-1));
    keep(u"One two."_s, m_at.addSecs(-600));
    keep(u"One two three."_s, m_at.addSecs(-300));
    keep(u"One two three four."_s, m_at, u"Sent to J."_s);
    keep(u"One two."_s, m_at.addSecs(300));
    showVersions();
    QCOMPARE(rows().join(u'\n'), QStringList({u"Present text |  | 5 (+3)"_s, u"1 automatic version(s) | 29 May 2026 | "_s, u"   | 14:07 | 2 (−2)"_s,
        u"Sent to J. | 29 May 2026, 14:02 | 4 (+1)"_s, u"2 automatic version(s) | 29 May 2026 | "_s, u"   | 13:57 | 3 (+1)"_s, u"   | 13:52 | 2 (+1)"_s,
        u"1 automatic version(s) | 28 May 2026 | "_s, u"   | 14:02 | 1"_s}).join(u'\n'));
    // The latest with a name is what one asks about first.
    QCOMPARE(list()->chosen().size(), 1);
    QCOMPARE(list()->chosen().first().name, u"Sent to J."_s);
    QVERIFY(!list()->topLevelItem(1)->isExpanded());
    QVERIFY(list()->topLevelItem(2)->font(0).weight() > list()->font().weight());
}

void TestVersions::comparesWithThePresentText()
{
    add(u"NATO will defend each inch."_s);
    keep(u"NATO will defend every inch."_s, m_at, u"Sent"_s);
    showVersions();
    QTRY_COMPARE(table(view()->comparisonModel()), u"≠ | NATO will defend [removed: every] inch. | NATO will defend [added: each] inch."_s);
    QCOMPARE(count(), u"1 of 1 · 1 changed · words +1 −1"_s);
    const auto header = [&](int column) { return view()->comparisonModel().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); };
    QCOMPARE(header(1), u"“Sent”"_s);
    QCOMPARE(header(2), u"Present text"_s);
    QTest::keyClick(list(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(table(view()->comparisonModel()), u"≠ | NATO will defend [removed: every][added: each] inch."_s);
    QCOMPARE(header(1), u"“Sent” → Present text"_s);
    QCOMPARE(count(), u"1 of 1 · 1 changed · words +1 −1"_s);
    QVERIFY(!view()->grab().isNull());
}

void TestVersions::comparesAnyTwo()
{
    add(u"Present."_s);
    keep(u"Alpha beta gamma."_s, m_at, u"First"_s);
    keep(u"Alpha beta delta."_s, m_at.addSecs(60), u"Second"_s);
    keep(u"Alpha beta epsilon."_s, m_at.addSecs(120), u"Third"_s);
    showVersions();
    choose(u"First"_s);
    choose(u"Third"_s, Qt::ControlModifier);
    QTRY_COMPARE(table(view()->comparisonModel()), u"≠ | Alpha beta [removed: gamma]. | Alpha beta [added: epsilon]."_s);
    choose(u"Second"_s, Qt::ControlModifier);
    QCOMPARE(count(), u"Choose two to compare them"_s);
    QCOMPARE(view()->comparisonModel().rowCount(), 0);
    choose(u"Second"_s);
    choose(u"Present text"_s, Qt::ControlModifier);
    QTRY_COMPARE(table(view()->comparisonModel()), u"− | [removed: Alpha beta delta.] | \n+ |  | [added: Present.]"_s);
    choose(u"Present text"_s);
    QCOMPARE(count(), u"Choose a version to compare with"_s);
}

void TestVersions::comparesWithTheOneBefore()
{
    add(u"Present."_s);
    keep(u"Alpha beta gamma."_s, m_at, u"First"_s);
    keep(u"Alpha beta delta."_s, m_at.addSecs(60), u"Second"_s);
    showVersions();
    choose(u"Second"_s);
    QTest::keyClick(list(), Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE(table(view()->comparisonModel()), u"≠ | Alpha beta [removed: gamma]. | Alpha beta [added: delta]."_s);
    QCOMPARE(inFile(), u"Present."_s);
}

void TestVersions::showsChanges_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("sideBySide");
    QTest::addColumn<QString>("laidOver");
    const auto row = [](const char *name, const QString &before, const QString &after, const QString &sideBySide, const QString &laidOver) {
        QTest::newRow(name) << before << after << sideBySide << laidOver;
    };
    row("nothing", u""_s, u""_s, u""_s, u""_s);
    row("no change", drone, drone, u" | "_s + drone + u" | "_s + drone, u" | "_s + drone);
    row("added", u""_s, drone, u"+ |  | [added: "_s + drone + u"]"_s, u"+ | [added: "_s + drone + u"]"_s);
    row("removed", drone, u""_s, u"− | [removed: "_s + drone + u"] | "_s, u"− | [removed: "_s + drone + u"]"_s);
    row("moved", drone + u"\n\n## Later\n\nEnd."_s, u"## Later\n\nEnd.\n\n"_s + drone,
        u"↧ | moved to § Later: "_s + drone + u" | \n | ## Later | ## Later\n | End. | End.\n↧ |  | moved from the beginning: "_s + drone,
        u"↧ | moved to § Later: "_s + drone + u"\n | ## Later\n | End.\n↧ | moved from the beginning: "_s + drone);
    row("moved and changed", u"## One\n\n"_s + drone + u"\n\n## Two\n\n"_s + words, u"## One\n\n"_s + QString(words).replace(u"nothing"_s, u"little"_s) + u"\n\n"_s + drone + u"\n\n## Two"_s,
        u" | ## One | ## One\n↥ |  | moved from § Two and changed: Each incursion was met with words and [added: little] more than words.\n | "_s + drone + u" | "_s + drone
            + u"\n | ## Two | ## Two\n↥ | moved to § One: "_s + words + u" | "_s,
        u" | ## One\n↥ | moved from § Two and changed: Each incursion was met with words and [removed: nothing][added: little] more than words.\n | "_s + drone
            + u"\n | ## Two\n↥ | moved to § One: "_s + words);
}

void TestVersions::showsChanges()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    ComparisonView shown;
    const QAbstractItemModelTester tester(shown.model());
    shown.resize(640, 480);
    shown.setComparison(compareVersions(before, after).value(), u"A"_s, u"B"_s);
    QTEST(table(shown.comparisonModel()), "sideBySide");
    shown.setArrangement(ComparisonModel::Arrangement::Inline);
    QTEST(table(shown.comparisonModel()), "laidOver");
    shown.grab();
}

void TestVersions::foldsWhatIsTheSame()
{
    QString before;
    for (int i = 0; i < 40; ++i)
        before += u"Paragraph %1.\n\n"_s.arg(i);
    ComparisonView shown;
    const QAbstractItemModelTester tester(shown.model());
    shown.resize(640, 480);
    shown.show();
    shown.setComparison(compareVersions(before, QString(before).replace(u"Paragraph 20"_s, u"Section 20"_s)).value(), u"A"_s, u"B"_s);
    QCOMPARE(table(shown.comparisonModel()), u" | ⋯ 19 paragraph(s) unchanged | \n | Paragraph 19. | Paragraph 19.\n"
                                             "≠ | [removed: Paragraph] 20. | [added: Section] 20.\n"
                                             " | Paragraph 21. | Paragraph 21.\n | ⋯ 18 paragraph(s) unchanged | "_s);
    QCOMPARE(shown.changeCount(), 1);
    QCOMPARE(shown.currentIndex().row(), 2);
    shown.setCurrentIndex(shown.model()->index(0, 1));
    QTest::keyClick(&shown, Qt::Key_Return);
    QCOMPARE(shown.model()->rowCount(), 19 + 4);
    QCOMPARE(shown.model()->index(18, 1).data().toString(), u"Paragraph 18."_s);
    shown.step(1);
    QCOMPARE(shown.currentIndex().row(), 20);
    QTest::mouseClick(shown.viewport(), Qt::LeftButton, {}, shown.visualRect(shown.model()->index(22, 1)).center());
    QCOMPARE(shown.model()->rowCount(), 40);
}

void TestVersions::stepsThroughChanges()
{
    const QString filler = u"A paragraph that stays as it is, with enough words to fill a line or two.\n\n"_s;
    QString before, after;
    for (int i = 0; i < 5; ++i) {
        before += u"Part %1 has a word.\n\n"_s.arg(i) + filler.repeated(3);
        after += u"Part %1 has another.\n\n"_s.arg(i) + filler.repeated(3);
    }
    add(after);
    keep(before, m_at, u"First"_s);
    showVersions();
    QTRY_VERIFY(count().startsWith(u"1 of 5"_s));
    QTest::keyClick(list(), Qt::Key_F7);
    QVERIFY(count().startsWith(u"2 of 5"_s));
    QTest::keyClick(list(), Qt::Key_F7, Qt::ShiftModifier);
    QTest::keyClick(view(), Qt::Key_F7, Qt::ShiftModifier);
    QVERIFY(count().startsWith(u"5 of 5"_s));
    QVERIFY(view()->viewport()->rect().intersects(view()->visualRect(view()->currentIndex())));
    QTest::keyClick(view(), Qt::Key_F7);
    QVERIFY(count().startsWith(u"1 of 5"_s));
    // From a row between two changes, to the next and to the previous one.
    view()->setCurrentIndex(view()->model()->index(view()->comparisonModel().changes().at(2) + 1, 1));
    QVERIFY(count().startsWith(u"3 of 5"_s));
    view()->step(-1);
    QVERIFY(count().startsWith(u"3 of 5"_s));
    view()->step(1);
    QVERIFY(count().startsWith(u"4 of 5"_s));
}

void TestVersions::goesToTheOtherPlaceOfWhatMoved()
{
    ComparisonView shown;
    shown.resize(640, 480);
    shown.setComparison(compareVersions(drone + u"\n\n## Later\n\nA.\n\nB.\n\nC.\n\nD."_s, u"## Later\n\nA.\n\nB.\n\nC.\n\nD.\n\n"_s + drone).value(), u"A"_s, u"B"_s);
    QCOMPARE(shown.changeCount(), 1);
    QCOMPARE(shown.currentIndex().row(), 4);
    QTest::keyClick(&shown, Qt::Key_Return);
    QCOMPARE(shown.currentIndex().row(), 0);
    QTest::keyClick(&shown, Qt::Key_Return);
    QCOMPARE(shown.currentIndex().row(), 4);
}

/// Every change has a mark, a word for those who do not see it, and a line through or under its words.
void TestVersions::changesAreNotShownByColourAlone()
{
    ComparisonView shown;
    shown.setComparison(compareVersions(u"Stays.\n\nGone."_s, u"Stays.\n\nDeterrence is new."_s).value(), u"A"_s, u"B"_s);
    const auto said = [&](int row, int role) { return shown.model()->index(row, ComparisonModel::Mark).data(role).toString(); };
    QCOMPARE(said(1, Qt::DisplayRole), u"−"_s);
    QCOMPARE(said(1, Qt::AccessibleTextRole), u"removed"_s);
    QCOMPARE(said(2, Qt::DisplayRole), u"+"_s);
    QCOMPARE(said(2, Qt::ToolTipRole), u"added"_s);
    const look::Colours &colours = look::light();
    QVERIFY(changeFormat(TextRun::Kind::Removed, colours).fontStrikeOut());
    QVERIFY(changeFormat(TextRun::Kind::Added, colours).fontUnderline());
    QVERIFY(!changeFormat(TextRun::Kind::Unchanged, colours).fontUnderline());
}

void TestVersions::restores()
{
    add(u"Present."_s);
    keep(u"As it was."_s, m_at, u"Sent"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_End);
    type(u" More."_s);
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(list()->chosen().size(), 1);
    choose(u"Sent"_s);
    QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(editor()->isVisible());
    QVERIFY(editor()->hasFocus());
    QCOMPARE(editor()->text(), u"As it was."_s);
    QCOMPARE(inFile(), u"As it was."_s);
    QVERIFY(m_panel->notice()->text().contains(u"“Sent”"_s));
    const auto kept = revisions(m_project->reader(), m_panel->brief());
    QVERIFY(std::ranges::any_of(*kept, [&](const Revision &version) {
        return version.name.isEmpty() && revisionText(m_project->reader(), version.id).value() == u"Present. More."_s;
    }));
    QVERIFY(m_project->undo());
    QCOMPARE(editor()->text(), u"Present. More."_s);
}

void TestVersions::namesAnAutomaticOne()
{
    add(u"Present."_s);
    keep(u"As it was."_s, m_at);
    showVersions();
    choose(u"14:02"_s);
    QTest::keyClick(list(), Qt::Key_F2);
    auto *field = list()->findChild<QLineEdit *>();
    QVERIFY(field);
    QTest::keyClicks(field, u"Read by J."_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(rows().join(u'\n'), u"Present text |  | 1 (−2)\nRead by J. | 29 May 2026, 14:02 | 3"_s);
    QCOMPARE(list()->chosen().first().name, u"Read by J."_s);
    QTRY_COMPARE(view()->comparisonModel().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"“Read by J.”"_s);
    // Emptied, it keeps its name.
    QTest::keyClick(list(), Qt::Key_F2);
    field = list()->findChild<QLineEdit *>();
    QVERIFY(field);
    field->clear();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(rows().last().startsWith(u"Read by J."_s));
    QVERIFY(m_project->undo());
    QTRY_VERIFY(rows().last().startsWith(u"   | 14:02"_s));
}

void TestVersions::deletes()
{
    add(u"Present."_s);
    keep(u"As it was."_s, m_at, u"Sent"_s);
    showVersions();
    choose(u"Sent"_s);
    QTest::keyClick(list(), Qt::Key_Delete);
    QTRY_COMPARE(rows(), QStringList{u"Present text |  | 1"_s});
    QCOMPARE(view()->comparisonModel().rowCount(), 0);
    QVERIFY(m_panel->notice()->text().contains(u"“Sent”"_s));
    QVERIFY(m_project->undo());
    QTRY_COMPARE(rows().size(), 2);
}

/// The comparison of what is gone is no failure to tell of.
void TestVersions::deletesWhatIsBeingCompared()
{
    const QString large = (drone + u"\n\n"_s).repeated(50'000);
    add(large); // holds up what is read after the deletion
    keep(u"As it was."_s, m_at, u"Sent"_s);
    keep(large, m_at.addSecs(60), u"Long"_s); // holds up the comparison
    showVersions();
    choose(u"Long"_s);
    choose(u"Sent"_s);
    QTest::keyClick(list(), Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(count(), u"no change"_s, 30'000);
    QCOMPARE(m_panel->notice()->text(), u"Deleted version “Sent”."_s);
}

void TestVersions::copies()
{
    add(u"Present.\n\n"_s + drone);
    keep(u"As it was.\n\n"_s + drone, m_at, u"Sent"_s);
    showVersions();
    choose(u"Sent"_s);
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"As it was.\n\n"_s + drone);
    QTRY_VERIFY(view()->changeCount() > 0);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"As it was."_s);
}

/// Keys of the text do nothing to it while it is not seen.
void TestVersions::leavesTheTextAlone()
{
    add(u"Present."_s);
    keep(u"As it was."_s, m_at, u"Sent"_s);
    showVersions();
    for (const QString &name : {u"brief.strong"_s, u"brief.find"_s, u"brief.insertCitation"_s, u"brief.outline"_s, u"brief.nextMisspelling"_s, u"brief.rename"_s})
        QVERIFY2(!m_panel->findChild<QAction *>(name)->isEnabled(), qPrintable(name));
    QVERIFY(m_panel->findChild<QAction *>(u"brief.nameVersion"_s)->isEnabled());
    QTest::keyClick(list(), Qt::Key_Escape);
    QVERIFY(m_panel->findChild<QAction *>(u"brief.strong"_s)->isEnabled());
}

void TestVersions::closes()
{
    add(u"Present."_s);
    keep(u"As it was."_s, m_at, u"Sent"_s);
    showVersions();
    QTest::keyClick(list(), Qt::Key_Escape);
    QVERIFY(editor()->hasFocus());
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(pane()->isVisible());
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Escape);
    QVERIFY(editor()->hasFocus());
    QTest::keyClick(editor(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::mouseClick(pane()->findChild<QToolButton *>(u"closeVersions"_s), Qt::LeftButton);
    QVERIFY(editor()->isVisible());
}

void TestVersions::onlyLooksInAReadOnlyProject()
{
    add(u"Present text here."_s);
    keep(u"Earlier text here."_s, m_at, u"Sent"_s);
    const QString path = m_project->path();
    m_project.reset();
    auto opened = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(opened);
    m_project = std::move(*opened);
    showVersions();
    QTRY_COMPARE(view()->changeCount(), 1);
    for (const QString &name : {u"versions.restore"_s, u"versions.rename"_s, u"versions.remove"_s})
        QVERIFY2(!pane()->findChild<QAction *>(name)->isEnabled(), qPrintable(name));
    QVERIFY(pane()->findChild<QAction *>(u"versions.copy"_s)->isEnabled());
    QTest::keyClick(list(), Qt::Key_F2);
    QVERIFY(!list()->findChild<QLineEdit *>());
}

void TestVersions::followsTheBrief()
{
    add(u"First text."_s);
    keep(u"First."_s, m_at, u"Of the first"_s);
    add(u"Second text."_s);
    showVersions();
    QTRY_COMPARE(rows().size(), 2);
    m_panel->showBrief(briefs(m_project->reader())->at(1).id);
    QVERIFY(editor()->isVisible());
    trigger(u"brief.versions"_s);
    QTRY_COMPARE(rows(), QStringList{u"Present text |  | 2"_s});
}

void TestVersions::holdsAHugeBrief()
{
    QString text;
    for (int i = 0; i < 20'000; ++i)
        text += u"Paragraph %1 says that every inch of this territory is defended, and so says the next one.\n\n"_s.arg(i);
    add(QString(text).replace(u"every inch"_s, u"each foot"_s) + QString(1'000'000, u'x'));
    keep(text, m_at, u"Sent"_s);
    showVersions();
    QTRY_COMPARE_WITH_TIMEOUT(view()->changeCount(), 20'001, 60'000);
    view()->grab();
    view()->step(-1);
    view()->grab();
    QCOMPARE(view()->currentIndex().row(), view()->model()->rowCount() - 1);
    QVERIFY(view()->model()->index(view()->currentIndex().row(), 2).data().toString().contains(u"[…]"_s));
    press(u"versions.inline"_s);
    view()->grab();
}

void TestVersions::exportAsksSinceWhich()
{
    add(u"Text."_s);
    keep(u"One."_s, m_at);
    keep(u"Two."_s, m_at.addSecs(60), u"Sent"_s);
    keep(u"Three."_s, m_at.addSecs(120), u"Read"_s);
    const auto named = namedVersions(m_project->reader(), briefs(m_project->reader())->first().id);
    QVERIFY(named);
    QCOMPARE(named->size(), 2);
    ExportOptions options(u"Brief"_s, *named);
    auto *since = options.findChild<QComboBox *>(u"changesSince"_s);
    QVERIFY(!options.since().isValid());
    QTest::keyClick(since, Qt::Key_Down);
    QCOMPARE(options.since(), named->at(0).id);
    QVERIFY(since->currentText().startsWith(u"“Read”"_s));
    QTest::keyClick(since, Qt::Key_Down);
    QCOMPARE(options.since(), named->at(1).id);
}

void TestVersions::onTheSample_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("narrow, light") << QSize(420, 620) << false;
    QTest::newRow("usual, light") << QSize(640, 820) << false;
    QTest::newRow("wide, light") << QSize(1280, 720) << false;
    QTest::newRow("wide, dark") << QSize(1280, 720) << true;
}

/// Pictures of it are saved where $REDOUBT_PICTURES says.
void TestVersions::onTheSample()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    look::apply(*qApp, dark ? look::Scheme::Dark : look::Scheme::Light);
    const auto back = qScopeGuard([] { look::apply(*qApp, look::Scheme::Light); });
    const QString path = m_folder.filePath(u"sample%1.redoubt"_s.arg(m_files));
    m_project.reset();
    QVERIFY(createSample(path));
    auto opened = Project::open(path);
    QVERIFY(opened);
    m_project = std::move(*opened);
    const Brief sample = briefs(m_project->reader())->first();
    keep(sample.text.first(sample.text.size() / 2), m_at.addDays(-2));
    keep(sample.text.first(sample.text.size() * 2 / 3), m_at.addDays(-2).addSecs(900));
    keep(sample.text, m_at, u"Sent to J."_s);
    QStringList paragraphs = sample.text.split(u"\n\n"_s);
    paragraphs.move(2, paragraphs.size() - 2);
    paragraphs.removeAt(5);
    paragraphs.insert(7, u"A sentence that was not there before."_s);
    const QString text = paragraphs.join(u"\n\n"_s).replace(u" alliance "_s, u" Alliance "_s).replace(u" but "_s, u" and yet "_s);
    QVERIFY(m_project->keep([&](Writer &writer) { return updateBriefText(writer, sample.id, text); }));
    showVersions();
    m_panel->resize(size);
    QTRY_VERIFY(view()->changeCount() >= 3);
    QCOMPARE(view()->comparisonModel().comparison().moved, 1);
    const QString folder = qEnvironmentVariable("REDOUBT_PICTURES");
    const auto picture = [&](const QString &name) {
        const QString file = QStringLiteral("%1/versions-%2-%3-%4.png").arg(folder, name).arg(size.width()).arg(dark ? u"dark" : u"light");
        QVERIFY(folder.isEmpty() || m_panel->grab().save(file));
    };
    picture(u"beside"_s);
    press(u"versions.inline"_s);
    view()->step(1);
    picture(u"over"_s);
    // Nothing is cut off at the side.
    QCOMPARE(view()->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TestVersions)
#include "tst_versions.moc"
