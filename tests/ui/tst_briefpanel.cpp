#include "app/brief/revision.h"
#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/completion.h"
#include "ui/brief/completionmodel.h"
#include "ui/brief/outlinelist.h"
#include "ui/brief/outlineview.h"
#include "ui/look/look.h"
#include "ui/workbench/emptystate.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTextBlock>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestBriefPanel : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void offersTemplatesWhenEmpty();
    void writesWhatIsTyped();
    void writesOnFocusOut();
    void keepsWhatWasThereBefore();
    void keepsWhatAnUndoWritesOver();
    void undoesByKeyInTheEditor();
    void leavesUndoToTheWindowWhenItHasNone();
    void takesTextFromOutside();
    void completesACitation();
    void completesALink();
    void completionStealsNoKey();
    void completesARole();
    void completesAPhrase();
    void completesATitleOfTheArgument();
    void offersWhatIsUsedFirst();
    void switchesBriefs();
    void deletesAndTakesBack();
    void changesProperties();
    void namesAVersion();
    void tellsWords();
    void goesToASection();
    void togglesEmphasis();
    void putsTheCursorBetweenLines();
    void marksFollowTheText_data();
    void marksFollowTheText();
    void drawsMarks();
    void isReadOnlyInAReadOnlyProject();
};

void TestBriefPanel::offersTemplatesWhenEmpty()
{
    show();
    QVERIFY(!m_panel->brief().isValid());
    QVERIFY(m_panel->findChild<EmptyState *>()->isVisible());
    auto *button = m_panel->findChild<EmptyState *>()->findChild<QPushButton *>();
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_panel->brief().isValid());
    QVERIFY(inFile().contains(u"{.received}"_s));
    QVERIFY(!m_panel->findChild<EmptyState *>()->isVisible());
    QVERIFY(m_project->undo());
    QVERIFY(!m_panel->brief().isValid());
    QVERIFY(m_panel->findChild<EmptyState *>()->isVisible());
}

void TestBriefPanel::writesWhatIsTyped()
{
    add({});
    show();
    const auto actions = m_project->history().value().size();
    type(u"A drone."_s);
    QCOMPARE(inFile(), u""_s);
    QTRY_COMPARE_WITH_TIMEOUT(inFile(), u"A drone."_s, 1000);
    QCOMPARE(m_project->history().value().size(), actions);

    type(u" Two."_s);
    const QString path = m_project->path();
    m_panel.reset();
    m_project.reset();
    auto again = Project::open(path);
    QVERIFY(again);
    m_project = std::move(*again);
    QCOMPARE(inFile(), u"A drone. Two."_s);
    show();
    QCOMPARE(editor()->text(), u"A drone. Two."_s);
}

void TestBriefPanel::writesOnFocusOut()
{
    add({});
    show();
    type(u"One"_s);
    QLineEdit other;
    other.show();
    editor()->clearFocus();
    QTRY_COMPARE(inFile(), u"One"_s);
    m_panel->setFocus();
    type(u" two"_s);
    QVERIFY(m_panel->flush());
    QCOMPARE(inFile(), u"One two"_s);
}

void TestBriefPanel::keepsWhatWasThereBefore()
{
    add(u"Before"_s);
    show();
    type(u"x"_s);
    QVERIFY(m_panel->flush());
    const auto kept = revisions(m_project->reader(), m_panel->brief());
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QCOMPARE(revisionText(m_project->reader(), kept->first().id).value(), u"Before"_s);
}

void TestBriefPanel::keepsWhatAnUndoWritesOver()
{
    add(u"Before @old."_s);
    show();
    const Id<Brief> id = m_panel->brief();
    QVERIFY(m_project->edit(u"Rename"_s, [&](Writer &writer) { return updateBriefText(writer, id, u"Before @new."_s); }));
    QTest::keyClick(editor(), Qt::Key_End);
    type(u" Much more."_s);
    QVERIFY(m_panel->flush());
    QVERIFY(m_project->undo());
    QCOMPARE(editor()->text(), u"Before @old."_s);
    const auto kept = revisions(m_project->reader(), id);
    QVERIFY(kept);
    QVERIFY(std::ranges::any_of(*kept, [&](const Revision &revision) {
        return revisionText(m_project->reader(), revision.id).value() == u"Before @new. Much more."_s;
    }));
    QVERIFY(m_project->redo());
    QCOMPARE(editor()->text(), u"Before @new. Much more."_s);
    QCOMPARE(revisions(m_project->reader(), id)->size(), kept->size());
}

void TestBriefPanel::undoesByKeyInTheEditor()
{
    add(u"Before. "_s);
    show();
    const QString last = m_project->undoText();
    QTest::keyClick(editor(), Qt::Key_End);
    type(u"After"_s);
    QVERIFY(m_panel->flush());
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"Before. "_s);
    QTRY_COMPARE(inFile(), u"Before. "_s);
    QCOMPARE(m_project->undoText(), last);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor()->text(), u"Before. After"_s);
}

void TestBriefPanel::leavesUndoToTheWindowWhenItHasNone()
{
    add(u"Text"_s);
    show();
    QAction undo;
    undo.setShortcut(QKeySequence::Undo);
    m_panel->addAction(&undo);
    int asked = 0;
    connect(&undo, &QAction::triggered, this, [&] { ++asked; });
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(asked, 1);
    type(u"a"_s);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(asked, 1);
    QCOMPARE(editor()->text(), u"Text"_s);
}

void TestBriefPanel::takesTextFromOutside()
{
    add(u"One two three"_s);
    show();
    cursorTo(u"One two thr"_s);
    const Id<Brief> id = m_panel->brief();
    QVERIFY(m_project->edit(u"Replace"_s, [&](Writer &writer) { return updateBriefText(writer, id, u"One 2 three"_s); }));
    QCOMPARE(editor()->text(), u"One 2 three"_s);
    QCOMPARE(editor()->textCursor().position(), int(QString(u"One 2 thr"_s).size()));
    QVERIFY(m_project->undo());
    QCOMPARE(editor()->text(), u"One two three"_s);
    QVERIFY(m_project->redo());
    QCOMPARE(editor()->text(), u"One 2 three"_s);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"One two three"_s);
}

void TestBriefPanel::completesACitation()
{
    add({});
    show();
    auto *completion = m_panel->findChild<Completion *>();
    type(u"As said [@na"_s);
    QTRY_VERIFY(completion->isVisible());
    QVERIFY(editor()->hasFocus());
    QCOMPARE(completion->list()->model()->rowCount(), 1);
    const QModelIndex first = completion->list()->currentIndex();
    QCOMPARE(first.data(CompletionModel::TextRole).toString(), u"nato-2026"_s);
    QCOMPARE(first.data(CompletionModel::AsideRole).toString(), u"A2"_s);
    QCOMPARE(first.data(CompletionModel::DetailRole).toString(), u"NATO · 29 May 2026"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(editor()->text(), u"As said [@nato-2026"_s);
    QVERIFY(!completion->isVisible());
    type(u"; @"_s);
    QCOMPARE(completion->list()->model()->rowCount(), 2);
    QTest::keyClick(editor(), Qt::Key_Down);
    QTest::keyClick(editor(), Qt::Key_Tab);
    type(u"]"_s);
    QCOMPARE(editor()->text(), u"As said [@nato-2026; @pavel-2026]"_s);
    QTRY_COMPARE(inFile(), editor()->text());
}

void TestBriefPanel::completesALink()
{
    add({});
    show();
    auto *completion = m_panel->findChild<Completion *>();
    type(u"[it](event:"_s);
    QTRY_VERIFY(completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Return);
    type(u" and [that](indicator:po"_s);
    QTRY_VERIFY(completion->isVisible());
    QTest::mouseClick(completion->list()->viewport(), Qt::LeftButton, {},
        completion->list()->visualRect(completion->list()->currentIndex()).center());
    type(u"."_s);
    QCOMPARE(editor()->text(), u"[it](event:galati-strike) and [that](indicator:posture)."_s);
}

void TestBriefPanel::completionStealsNoKey()
{
    add({});
    show();
    auto *completion = m_panel->findChild<Completion *>();
    type(u"@na"_s);
    QTRY_VERIFY(completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!completion->isVisible());
    type(u"t"_s);
    QVERIFY(!completion->isVisible());
    type(u" writes to me@example.org about @nobody-knows. "_s);
    QVERIFY(!completion->isVisible());
    QCOMPARE(editor()->text(), u"@nat writes to me@example.org about @nobody-knows. "_s);
    type(u"@p"_s);
    QVERIFY(completion->isVisible());
    type(u" "_s);
    QVERIFY(!completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Left);
    QVERIFY(!completion->isVisible());
}

void TestBriefPanel::completesARole()
{
    add({});
    show();
    auto *completion = m_panel->findChild<Completion *>();
    type(u"## What happened {.in"_s);
    QVERIFY(completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(editor()->text(), u"## What happened {.incident}"_s);
    QVERIFY(editor()->textCursor().atEnd());
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"## What happened {.in"_s);
}

void TestBriefPanel::completesAPhrase()
{
    add({});
    show();
    auto *completion = m_panel->findChild<Completion *>();
    type(u"It is unl"_s);
    QVERIFY(!completion->isVisible());
    type(u"i"_s);
    QVERIFY(completion->isVisible());
    QCOMPARE(completion->list()->model()->index(0, 0).data(CompletionModel::AsideRole).toString(),
        bandText(*likelihoodBand(LikelihoodScale::Icd203, u"unlikely")));
    // In prose Return is a new line unless a phrase was chosen.
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(editor()->text(), u"It is unli\n"_s);
    type(u"Very l"_s);
    QVERIFY(completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Down);
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(editor()->text(), u"It is unli\nVery likely"_s);
    QVERIFY(!completion->isVisible());
    type(u" and "_s);
    QTest::keyClick(editor(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(completion->isVisible());
    QCOMPARE(completion->list()->model()->rowCount(), 14);
    type(u"remo"_s);
    QTest::keyClick(editor(), Qt::Key_Tab);
    QCOMPARE(editor()->text(), u"It is unli\nVery likely and remote"_s);
}

void TestBriefPanel::completesATitleOfTheArgument()
{
    add(u"```argdown\n[Drones cross]: They do.\n  - <Stray drone>\n\n```\n"_s);
    show();
    QTRY_VERIFY(!m_panel->statusText().isEmpty());
    cursorTo(u"<Stray drone>\n"_s);
    auto *completion = m_panel->findChild<Completion *>();
    type(u"  + <St"_s);
    QVERIFY(completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Return);
    type(u" [Dr"_s);
    QVERIFY(completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Tab);
    QVERIFY(editor()->text().contains(u"  + <Stray drone> [Drones cross]\n```"_s));
}

void TestBriefPanel::offersWhatIsUsedFirst()
{
    add(u"As [@pavel-2026] and again [@pavel-2026] say. "_s);
    show();
    QTRY_VERIFY(m_panel->statusText().contains(u"words"_s));
    QTest::keyClick(editor(), Qt::Key_End);
    type(u"@"_s);
    auto *completion = m_panel->findChild<Completion *>();
    QTRY_VERIFY(completion->isVisible());
    QCOMPARE(completion->list()->currentIndex().data().toString(), u"pavel-2026"_s);
}

void TestBriefPanel::switchesBriefs()
{
    add(u"First"_s);
    add(u"Second"_s);
    show();
    QCOMPARE(editor()->text(), u"First"_s);
    type(u"My "_s);
    const auto all = briefs(m_project->reader());
    m_panel->showBrief(all->at(1).id);
    QCOMPARE(editor()->text(), u"Second"_s);
    QCOMPARE(inFile(0), u"My First"_s);
    type(u"A "_s);
    m_selection->select(Thing::of(all->at(0).id));
    QCOMPARE(editor()->text(), u"My First"_s);
    QCOMPARE(inFile(1), u"A Second"_s);
    QVERIFY(!editor()->document()->isUndoAvailable());
}

void TestBriefPanel::deletesAndTakesBack()
{
    add(u"First"_s);
    add(u"Second"_s);
    show();
    trigger(u"brief.remove"_s);
    QCOMPARE(editor()->text(), u"Second"_s);
    QVERIFY(m_panel->notice()->text().contains(u"Brief 1"_s));
    QVERIFY(m_project->undo());
    QCOMPARE(inFile(0), u"First"_s);
    QCOMPARE(editor()->text(), u"Second"_s);
}

void TestBriefPanel::changesProperties()
{
    add(u"Text"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_Return, Qt::AltModifier);
    auto *title = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(title);
    QCOMPARE(title->text(), u"Brief 1"_s);
    title->clear();
    QTest::keyClicks(title, u"Galati"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(briefs(m_project->reader())->first().title, u"Galati"_s);
    QVERIFY(m_project->undoText().contains(u"Brief 1"_s));
    title->clear();
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(title->text(), u"Galati"_s);
    QVERIFY(m_project->undo());
    QCOMPARE(title->text(), u"Brief 1"_s);
    QTest::keyClicks(title, u"x"_s);
    QTest::keyClick(title, Qt::Key_Escape);
    QVERIFY(!title->isVisible());
    QCOMPARE(briefs(m_project->reader())->first().title, u"Brief 1"_s);
}

void TestBriefPanel::namesAVersion()
{
    add(u"Text"_s);
    show();
    type(u"My "_s);
    QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(inFile(), u"My Text"_s);
    QVERIFY(m_panel->notice()->text().contains(u"saved"_s));
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QTest::keyClicks(field, u"Sent to J."_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(editor()->hasFocus());
    const auto kept = revisions(m_project->reader(), m_panel->brief());
    QVERIFY(std::ranges::any_of(*kept, [&](const Revision &revision) {
        return revision.name == "Sent to J."_L1 && revisionText(m_project->reader(), revision.id).value() == u"My Text"_s;
    }));
}

void TestBriefPanel::tellsWords()
{
    add(u"## First {.incident}\n\nOne two three.\n\n## Second\n\nFour."_s);
    show();
    QTRY_COMPARE(m_panel->statusText(), u"6 words · 1 min · Draft § First"_s);
    QTest::keyClick(editor(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_panel->statusText(), u"6 words · 1 min · Draft § Second"_s);
    type(u" Five."_s);
    QTRY_COMPARE(m_panel->statusText(), u"7 words · 1 min · Draft § Second"_s);
}

void TestBriefPanel::goesToASection()
{
    add(u"## First {.incident}\n\n"_s + u"Word\n\n"_s.repeated(100) + u"## Second\n\nOne."_s);
    show();
    QTRY_VERIFY(m_panel->statusText().contains(u"103 words"_s));
    QTest::keyClick(editor(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *outline = m_panel->findChild<OutlineList *>();
    QVERIFY(outline->isVisible());
    QAbstractItemModelTester tester(&outline->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(outline->model().rowCount(), 2);
    QCOMPARE(outline->list()->currentIndex().row(), 0);
    QCOMPARE(outline->model().index(0).data(OutlineModel::RoleTextRole).toString(), u"incident"_s);
    QCOMPARE(outline->model().index(0).data(OutlineModel::WordsRole).toInt(), 101);
    QTest::keyClick(outline->list(), Qt::Key_Down);
    QTest::keyClick(outline->list(), Qt::Key_Return);
    QVERIFY(!outline->isVisible());
    QCOMPARE(editor()->textCursor().block().text(), u"## Second"_s);
    QVERIFY(editor()->hasFocus());
}

void TestBriefPanel::togglesEmphasis()
{
    add(u"every single inch"_s);
    show();
    editor()->find(u"single"_s);
    QTest::keyClick(editor(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"every **single** inch"_s);
    QTest::keyClick(editor(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"every single inch"_s);
    QTest::keyClick(editor(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"every *single* inch"_s);
}

void TestBriefPanel::putsTheCursorBetweenLines()
{
    add(u"word "_s.repeated(60));
    show();
    const QRect first = editor()->lineOf(0);
    QTextCursor down = editor()->textCursor();
    down.setPosition(0);
    down.movePosition(QTextCursor::Down);
    const QRect second = editor()->cursorRect(down);
    const double wanted = QFontInfo(editor()->font()).pixelSize() * look::writingLineHeight;
    QVERIFY2(std::abs(second.top() - first.top() - wanted) <= 1.0, "lines stand apart");
    const int x = first.left() + 100;
    const int gap = second.top() - first.bottom();
    QVERIFY(gap > 1);
    // Just above the second line: in the second line, not at the end of the first.
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, {}, QPoint(x, second.top() - 1));
    QCOMPARE(editor()->cursorRect().top(), second.top());
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, {}, QPoint(x, first.bottom() + 1));
    QCOMPARE(editor()->cursorRect().top(), first.top());
    QVERIFY(std::abs(editor()->cursorRect().left() - x) < 20);
}

void TestBriefPanel::marksFollowTheText_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("marked");
    QTest::newRow("before") << 0 << 0 << u"Two "_s << u"drone|Drone"_s;
    QTest::newRow("behind") << 20 << 20 << u" Two"_s << u"drone|Drone"_s;
    QTest::newRow("right before") << 4 << 4 << u"x"_s << u"drone|Drone"_s;
    QTest::newRow("right behind") << 9 << 9 << u"x"_s << u"drone|Drone"_s;
    QTest::newRow("inside") << 6 << 7 << u"xyz"_s << u"drxyzne|Drone"_s;
    QTest::newRow("over an end") << 7 << 12 << u"x"_s << u"Drone"_s;
    QTest::newRow("over all") << 0 << 20 << u"x"_s << u""_s;
    QTest::newRow("line end") << 10 << 10 << u"\n"_s << u"drone|Drone"_s;
}

void TestBriefPanel::marksFollowTheText()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, typed);
    add(u"One drone, two Drone"_s);
    show();
    editor()->marks().set(TextMarks::Kind::Found, {{15, 5}, {4, 5}});
    editor()->replace({from, to - from}, typed);
    QTEST(marked(TextMarks::Kind::Found).join(u'|'), "marked");
}

void TestBriefPanel::drawsMarks()
{
    add(u"One drone, two.\n\n"_s + u"Word\n"_s.repeated(1000));
    show();
    const auto colours = [this](TextRange range) {
        QTextCursor cursor(editor()->document());
        cursor.setPosition(int(range.offset));
        QRect area = editor()->cursorRect(cursor);
        cursor.setPosition(int(range.end()));
        area.setRight(editor()->cursorRect(cursor).left());
        const QImage picture = editor()->viewport()->grab(area).toImage();
        QSet<QRgb> found;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                found.insert(picture.pixel(x, y));
        }
        return found;
    };
    const TextRange drone{4, 5};
    const QRgb marker = look::light().marker.rgb();
    QVERIFY(!colours(drone).contains(marker));
    editor()->marks().set(TextMarks::Kind::Found, {drone, {2000, 4}});
    QVERIFY(colours(drone).contains(marker));
    QVERIFY(!colours({11, 3}).contains(marker));
    editor()->marks().set(TextMarks::Kind::Found, {});
    QVERIFY(!colours(drone).contains(marker));
    const auto before = colours(drone);
    editor()->marks().set(TextMarks::Kind::Misspelt, {drone});
    QVERIFY(colours(drone) != before);
    QCOMPARE(editor()->marks().touching(TextMarks::Kind::Misspelt, {5, 1}), QList{drone});
    QVERIFY(editor()->marks().touching(TextMarks::Kind::Misspelt, {10, 100}).isEmpty());
}

void TestBriefPanel::isReadOnlyInAReadOnlyProject()
{
    add(u"Text"_s);
    const QString path = m_project->path();
    m_project.reset();
    auto opened = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(opened);
    m_project = std::move(*opened);
    show();
    type(u"x"_s);
    QCOMPARE(editor()->text(), u"Text"_s);
    QVERIFY(!m_panel->findChild<QAction *>(u"brief.nameVersion"_s)->isEnabled());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestBriefPanel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_briefpanel.moc"
