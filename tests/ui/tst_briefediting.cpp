#include "app/brief/brief.h"
#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/dateentry.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/findreplacebar.h"
#include "ui/brief/folding.h"
#include "ui/brief/outlinelist.h"
#include "ui/look/look.h"
#include "ui/workbench/settings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestBriefEditing : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void listsGoOn();
    void tabIndentsItems();
    void tabLeavesProse();
    void setsMarksOfTheLanguage();
    void takesBackTheSubstitutionAlone();
    void setsNoMarksInCode_data();
    void setsNoMarksInCode();
    void marksCanBeSwitchedOff();
    void wrapsTheSelection();
    void walksThroughATable();
    void changesATable();
    void insertsATable();
    void togglesAComment();
    void insertsADate();
    void setsTargets();
    void showsTargetsInTheOutline();
    void folds();
    void foldsByItsMark();
    void foldedTextIsNeverLost();
    void foldsAll();
    void dims();
    void focusModeWantsToBeAlone();
    void typewriterKeepsTheLine();
    void restoresThePlace();
    void restoresInAReadOnlyProject();
    void remembersWhatIsSwitched();
    void writesNothingInAReadOnlyProject();
    void everyActionSaysWhatItDoes();
    void staysQuickInALongBrief_data();
    void staysQuickInALongBrief();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(editor(), key, modifiers); }
    void toEnd() { press(Qt::Key_End, Qt::ControlModifier); }
    void select(const QString &text)
    {
        const qsizetype at = editor()->text().indexOf(text);
        QVERIFY(at >= 0);
        QTextCursor cursor = editor()->textCursor();
        cursor.setPosition(int(at));
        cursor.setPosition(int(at + text.size()), QTextCursor::KeepAnchor);
        editor()->setTextCursor(cursor);
    }
    void setLanguage(const QString &language)
    {
        Brief changed = briefs(m_project->reader()).value().first();
        changed.language = language;
        QVERIFY(m_project->edit(u"Language"_s, [&](Writer &writer) { return updateBrief(writer, changed); }));
    }
    QString selected() { return editor()->textCursor().selectedText(); }
    QStringList shownLines()
    {
        QStringList lines;
        for (QTextBlock line = editor()->document()->begin(); line.isValid(); line = line.next()) {
            if (line.isVisible())
                lines.append(line.text());
        }
        return lines;
    }
    static QString sections()
    {
        return u"# One\n\nFirst.\n\n## Inner\n\nSecond.\n\n# Two\n\nThird."_s;
    }
};

void TestBriefEditing::listsGoOn()
{
    add({});
    show();
    type(u"1. one"_s);
    press(Qt::Key_Return);
    type(u"two"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    type(u"Text"_s);
    QCOMPARE(editor()->text(), u"1. one\n2. two\n\nText"_s);
    cursorTo(u"one"_s);
    press(Qt::Key_Return);
    type(u"half"_s);
    QCOMPARE(editor()->text(), u"1. one\n2. half\n3. two\n\nText"_s);
    editor()->undo();
    QCOMPARE(editor()->text(), u"1. one\n2. \n3. two\n\nText"_s);
    editor()->undo();
    QCOMPARE(editor()->text(), u"1. one\n2. two\n\nText"_s);
}

void TestBriefEditing::tabIndentsItems()
{
    add(u"- one\n- two"_s);
    show();
    toEnd();
    press(Qt::Key_Tab);
    QCOMPARE(editor()->text(), u"- one\n  - two"_s);
    QVERIFY(editor()->hasFocus());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(editor()->text(), u"- one\n- two"_s);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(editor()->hasFocus());
    QTRY_COMPARE(inFile(), editor()->text());
}

void TestBriefEditing::tabLeavesProse()
{
    add(u"Text"_s);
    show();
    press(Qt::Key_Tab);
    QCOMPARE(editor()->text(), u"Text"_s);
    QVERIFY(!editor()->hasFocus());
}

void TestBriefEditing::setsMarksOfTheLanguage()
{
    add({});
    show();
    type(u"He said \"it's so\" -- twice."_s);
    QCOMPARE(editor()->text(), u"He said “it’s so” – twice."_s);
    setLanguage(u"de"_s);
    press(Qt::Key_Return);
    type(u"\"So\" sagt er."_s);
    QCOMPARE(editor()->textCursor().block().text(), u"„So“ sagt er."_s);
}

void TestBriefEditing::takesBackTheSubstitutionAlone()
{
    add({});
    show();
    type(u"word \""_s);
    QCOMPARE(editor()->text(), u"word “"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"word \""_s);
    QCOMPARE(editor()->textCursor().position(), 6);
    type(u"x \"y"_s);
    QCOMPARE(editor()->text(), u"word \"x “y"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"word \"x “"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"word \"x \""_s);
}

void TestBriefEditing::setsNoMarksInCode_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("fence") << u"```\n"_s;
    QTest::newRow("argument") << u"Text\n\n```argdown\n[A]: one\n"_s;
    QTest::newRow("metadata") << u"---\n"_s;
    QTest::newRow("indented") << u"Text\n\n    code "_s;
    QTest::newRow("code in a line") << u"the `code "_s;
}

void TestBriefEditing::setsNoMarksInCode()
{
    QFETCH(QString, before);
    add(before);
    show();
    toEnd();
    type(u"a \"b\" -- c"_s);
    QCOMPARE(editor()->text(), before + u"a \"b\" -- c"_s);
}

void TestBriefEditing::marksCanBeSwitchedOff()
{
    add({});
    show();
    trigger(u"brief.typographicMarks"_s);
    type(u"\"so\" --"_s);
    QCOMPARE(editor()->text(), u"\"so\" --"_s);
    select(u"so"_s);
    type(u"'"_s);
    QCOMPARE(editor()->text(), u"\"'so'\" --"_s);
}

void TestBriefEditing::wrapsTheSelection()
{
    add(u"every single inch"_s);
    show();
    select(u"single"_s);
    type(u"**\"["_s);
    QCOMPARE(editor()->text(), u"every **“[single]”** inch"_s);
    QCOMPARE(selected(), u"single"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"every **“single”** inch"_s);
}

void TestBriefEditing::walksThroughATable()
{
    add(u"Text\n\n|a|b|\n|-|-|\n|c|d|"_s);
    show();
    toEnd();
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(selected(), u"c"_s);
    type(u"longer"_s);
    press(Qt::Key_Tab);
    QCOMPARE(selected(), u"d"_s);
    QCOMPARE(editor()->text(), u"Text\n\n| a      | b   |\n| ------ | --- |\n| longer | d   |"_s);
    press(Qt::Key_Tab);
    type(u"e"_s);
    press(Qt::Key_Return);
    QCOMPARE(editor()->document()->lastBlock().text(), u"|        |     |"_s);
    press(Qt::Key_Return);
    type(u"Behind"_s);
    QCOMPARE(editor()->text(),
        u"Text\n\n| a      | b   |\n| ------ | --- |\n| longer | d   |\n| e      |     |\n\nBehind"_s);
    QVERIFY(editor()->hasFocus());
}

void TestBriefEditing::changesATable()
{
    const QString before = u"|a|b|\n|-|-:|\n|c|d|\n|e|f|"_s;
    add(before);
    show();
    toEnd();
    press(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(editor()->text(), u"| a   |   b |\n| --- | --: |\n| e   |   f |\n| c   |   d |"_s);
    editor()->undo();
    QCOMPARE(editor()->text(), before);
    trigger(u"brief.table.removeColumn"_s);
    QCOMPARE(editor()->text(), u"| a   |\n| --- |\n| c   |\n| e   |"_s);
    editor()->undo();
    QCOMPARE(editor()->text(), before);
}

void TestBriefEditing::insertsATable()
{
    add(u"Text"_s);
    show();
    trigger(u"brief.insertTable"_s);
    type(u"Date"_s);
    press(Qt::Key_Tab);
    type(u"What"_s);
    press(Qt::Key_Tab);
    QCOMPARE(editor()->text(),
        u"Text\n\n| Date | What |     |\n| ---- | ---- | --- |\n|      |      |     |\n|      |      |     |\n"_s);
    trigger(u"brief.foldAll"_s);
    press(Qt::Key_Home, Qt::ControlModifier);
    trigger(u"brief.table.rowBelow"_s);
    QVERIFY(m_panel->notice()->text().contains(u"no table"_s));
}

void TestBriefEditing::togglesAComment()
{
    add(u"One two three."_s);
    show();
    QTRY_VERIFY(m_panel->statusText().startsWith(u"3 words"_s));
    select(u"two"_s);
    press(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"One <!-- two --> three."_s);
    QTRY_VERIFY(m_panel->statusText().startsWith(u"2 words"_s));
    press(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"One two three."_s);
    QCOMPARE(selected(), u"two"_s);
}

void TestBriefEditing::insertsADate()
{
    add(u"On "_s);
    show();
    toEnd();
    setLanguage(u"de"_s);
    press(Qt::Key_Semicolon, Qt::ControlModifier);
    auto *entry = m_panel->findChild<DateEntry *>();
    QVERIFY(entry->isVisible());
    QTest::keyClicks(entry->field(), u"29 May 2026"_s);
    QVERIFY2(entry->preview().contains(u"29. Mai 2026"_s), qPrintable(entry->preview()));
    QTest::keyClick(entry->field(), Qt::Key_Return);
    QVERIFY(!entry->isVisible());
    QCOMPARE(editor()->text(), u"On 29. Mai 2026"_s);
    editor()->setFocus();
    press(Qt::Key_Semicolon, Qt::ControlModifier);
    QTest::keyClicks(entry->field(), u"no date"_s);
    QTest::keyClick(entry->field(), Qt::Key_Return);
    QVERIFY(entry->isVisible());
    entry->field()->clear();
    QTest::keyClick(entry->field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(editor()->text(), u"On 29. Mai 2026"_s + QDate::currentDate().toString(Qt::ISODate));
}

void TestBriefEditing::setsTargets()
{
    add(u"## First {.incident}\n\nOne two three."_s);
    show();
    QTRY_COMPARE(m_panel->statusText(), u"4 words · 1 min · Draft § First"_s);
    toEnd();
    const auto answer = [this](const QString &action, const QString &words) {
        trigger(action);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        field->clear();
        QTest::keyClicks(field, words);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(editor()->hasFocus());
    };
    answer(u"brief.sectionTarget"_s, u"300"_s);
    QCOMPARE(editor()->text(), u"## First {.incident words=300}\n\nOne two three."_s);
    QVERIFY(editor()->textCursor().atEnd());
    QTRY_COMPARE(m_panel->statusText(), u"4 words · 1 min · Draft § First · 4 of 300 words"_s);
    answer(u"brief.target"_s, u"900"_s);
    QCOMPARE(editor()->text(), u"---\nwords: 900\n---\n\n## First {.incident words=300}\n\nOne two three."_s);
    QTRY_COMPARE(m_panel->statusText(), u"4 of 900 words · 1 min · Draft § First · 4 of 300 words"_s);
    answer(u"brief.target"_s, u""_s);
    QTRY_COMPARE(m_panel->statusText(), u"4 words · 1 min · Draft § First · 4 of 300 words"_s);
    answer(u"brief.sectionTarget"_s, u"many"_s);
    QVERIFY(m_panel->notice()->text().contains(u"many"_s));
    QCOMPARE(editor()->text(), u"## First {.incident words=300}\n\nOne two three."_s);
}

void TestBriefEditing::showsTargetsInTheOutline()
{
    add(u"## First {words=300}\n\nOne."_s);
    show();
    OutlineModel &model = m_panel->findChild<OutlineList *>()->model();
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(OutlineModel::TargetRole).toInt(), 300);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"First, 2 of 300 words"_s);
}

void TestBriefEditing::folds()
{
    add(sections());
    show();
    cursorTo(u"Second"_s);
    press(Qt::Key_F9);
    QCOMPARE(shownLines(), (QStringList{u"# One"_s, {}, u"First."_s, {}, u"## Inner"_s, u"# Two"_s, {}, u"Third."_s}));
    QCOMPARE(editor()->textCursor().block().text(), u"## Inner"_s);
    press(Qt::Key_Down);
    QCOMPARE(editor()->textCursor().block().text(), u"# Two"_s);
    press(Qt::Key_Up);
    press(Qt::Key_F9);
    QCOMPARE(shownLines().join(u'\n'), sections());
    cursorTo(u"First"_s);
    press(Qt::Key_F9);
    QCOMPARE(shownLines(), (QStringList{u"# One"_s, u"# Two"_s, {}, u"Third."_s}));
    QCOMPARE(editor()->text(), sections());
    editor()->goTo(sections().indexOf(u"Second"_s));
    QCOMPARE(shownLines().join(u'\n'), sections());
}

void TestBriefEditing::foldsByItsMark()
{
    add(u"```\n# code\n```\n"_s + sections());
    show();
    const auto heading = [this](int line) { return editor()->document()->findBlockByNumber(line); };
    Folding *folding = m_panel->folding();
    QTest::mouseClick(folding, Qt::LeftButton, {}, folding->markOf(heading(3)).center());
    QVERIFY(folding->isFolded(heading(3)));
    QTest::mouseClick(folding, Qt::LeftButton, {}, folding->markOf(heading(3)).center());
    QVERIFY(!folding->isFolded(heading(3)));
    QTest::mouseClick(folding, Qt::LeftButton, {}, folding->markOf(heading(1)).center());
    QVERIFY(!folding->isFolded(heading(1)));
}

void TestBriefEditing::foldedTextIsNeverLost()
{
    add(sections());
    show();
    const auto fold = [this] {
        cursorTo(u"Second"_s);
        press(Qt::Key_F9);
        QVERIFY(!shownLines().contains(u"Second."_s));
    };
    fold();
    press(Qt::Key_End);
    press(Qt::Key_Return);
    QVERIFY(shownLines().contains(u"Second."_s));
    editor()->undo();
    fold();
    press(Qt::Key_Home);
    press(Qt::Key_Delete);
    press(Qt::Key_Delete);
    press(Qt::Key_Delete);
    QVERIFY(shownLines().contains(u"Second."_s));
    for (int i = 0; i < 3; ++i)
        editor()->undo();
    fold();
    cursorTo(u"# Two"_s);
    press(Qt::Key_Home);
    press(Qt::Key_Backspace);
    QVERIFY(shownLines().contains(u"# Two"_s));
    editor()->undo();
    fold();
    const Id<Brief> id = m_panel->brief();
    QVERIFY(m_panel->flush());
    QVERIFY(m_project->edit(u"Replace"_s, [&](Writer &writer) {
        return updateBriefText(writer, id, sections().replace(u"## Inner"_s, u"Inner"_s));
    }));
    QVERIFY(shownLines().contains(u"Second."_s));
}

void TestBriefEditing::foldsAll()
{
    add(sections());
    show();
    trigger(u"brief.foldAll"_s);
    QCOMPARE(shownLines(), (QStringList{u"# One"_s, u"# Two"_s}));
    trigger(u"brief.unfoldAll"_s);
    QCOMPARE(shownLines().join(u'\n'), sections());
}

void TestBriefEditing::dims()
{
    add(u"One. Two.\nThree."_s);
    show();
    const auto lit = [this] {
        const auto dimmed = editor()->extraSelections();
        return dimmed.size() != 2 ? u"all"_s
                                  : editor()->text().sliced(dimmed.first().cursor.selectionEnd(),
                                        dimmed.last().cursor.selectionStart() - dimmed.first().cursor.selectionEnd());
    };
    QCOMPARE(lit(), u"all"_s);
    trigger(u"brief.focus"_s);
    QCOMPARE(lit(), u"One. Two."_s);
    press(Qt::Key_Down);
    QCOMPARE(lit(), u"Three."_s);
    trigger(u"brief.lit.sentence"_s);
    cursorTo(u"Tw"_s);
    QCOMPARE(lit(), u"Two."_s);
    type(u"xx"_s);
    QCOMPARE(lit(), u"Twxxo."_s);
    trigger(u"brief.lit.all"_s);
    QCOMPARE(lit(), u"all"_s);
}

void TestBriefEditing::focusModeWantsToBeAlone()
{
    add(u"Text"_s);
    show();
    QSignalSpy wanted(m_panel.get(), &Panel::aloneWanted);
    press(Qt::Key_F11);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.last().first().toBool(), true);
    press(Qt::Key_F, Qt::ControlModifier);
    editor()->setFocus();
    press(Qt::Key_Escape);
    QVERIFY(!m_panel->findChild<FindReplaceBar *>()->isVisible());
    QCOMPARE(wanted.size(), 1);
    press(Qt::Key_Escape);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted.last().first().toBool(), false);
    QVERIFY(!m_panel->findChild<QAction *>(u"brief.focus"_s)->isChecked());
}

void TestBriefEditing::typewriterKeepsTheLine()
{
    add(u"Line\n"_s.repeated(200));
    show();
    trigger(u"brief.typewriter"_s);
    cursorTo(u"Line\n"_s.repeated(100));
    const int middle = editor()->viewport()->height() / 2;
    for (int i = 0; i < 5; ++i) {
        press(Qt::Key_Down);
        QVERIFY(std::abs(editor()->cursorRect().center().y() - middle) <= editor()->cursorRect().height());
    }
    type(u"x"_s);
    QVERIFY(std::abs(editor()->cursorRect().center().y() - middle) <= editor()->cursorRect().height());
}

void TestBriefEditing::restoresThePlace()
{
    add(sections() + u"\n\nLine"_s.repeated(100));
    add(u"Other"_s);
    Settings settings(m_folder.filePath(u"settings"_s));
    const auto actions = m_project->history().value().size();
    show();
    m_panel->setSettings(settings);
    cursorTo(u"First"_s);
    editor()->goTo(sections().indexOf(u"Second"_s));
    press(Qt::Key_F9);
    editor()->goTo(editor()->text().size() - 100);
    const int top = editor()->verticalScrollBar()->value();
    const int cursor = editor()->textCursor().position();
    QVERIFY(top > 0);
    m_panel->showBrief(briefs(m_project->reader()).value().at(1).id);
    QCOMPARE(editor()->textCursor().position(), 0);
    m_panel->showBrief(briefs(m_project->reader()).value().at(0).id);
    QCOMPARE(editor()->textCursor().position(), cursor);
    QCOMPARE(editor()->verticalScrollBar()->value(), top);
    QVERIFY(!shownLines().contains(u"Second."_s));
    QVERIFY(m_panel->flush());

    show();
    m_panel->hide();
    m_panel->setSettings(settings);
    m_panel->show();
    QCOMPARE(m_panel->brief(), briefs(m_project->reader()).value().at(0).id);
    QCOMPARE(editor()->textCursor().position(), cursor);
    QTRY_COMPARE(editor()->verticalScrollBar()->value(), top);
    QVERIFY(!shownLines().contains(u"Second."_s));
    QVERIFY(!editor()->document()->isUndoAvailable());
    QCOMPARE(m_project->history().value().size(), actions);
}

void TestBriefEditing::restoresInAReadOnlyProject()
{
    add(sections());
    Settings settings(m_folder.filePath(u"settings"_s));
    const QString path = m_project->path();
    const auto reopen = [&] {
        m_panel.reset();
        m_project.reset();
        auto opened = Project::open(path, Project::Mode::ReadOnly);
        QVERIFY(opened);
        m_project = std::move(*opened);
        show();
        m_panel->setSettings(settings);
    };
    reopen();
    cursorTo(u"Third"_s);
    QVERIFY(m_panel->flush());
    reopen();
    QCOMPARE(editor()->textCursor().positionInBlock(), 5);
    QCOMPARE(editor()->textCursor().block().text(), u"Third."_s);
}

void TestBriefEditing::remembersWhatIsSwitched()
{
    add(u"Text"_s);
    show();
    trigger(u"brief.typographicMarks"_s);
    trigger(u"brief.typewriter"_s);
    trigger(u"brief.lit.sentence"_s);
    const QByteArray kept = m_panel->arrangement();
    show();
    m_panel->setArrangement(kept);
    QVERIFY(!m_panel->findChild<QAction *>(u"brief.typographicMarks"_s)->isChecked());
    QVERIFY(m_panel->findChild<QAction *>(u"brief.typewriter"_s)->isChecked());
    QVERIFY(m_panel->findChild<QAction *>(u"brief.lit.sentence"_s)->isChecked());
    QCOMPARE(m_panel->arrangement(), kept);
    m_panel->setArrangement("nonsense");
    QVERIFY(m_panel->findChild<QAction *>(u"brief.typographicMarks"_s)->isChecked());
}

void TestBriefEditing::writesNothingInAReadOnlyProject()
{
    add(u"- one\n\n|a|\n|-|"_s);
    const QString path = m_project->path();
    m_project.reset();
    auto opened = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(opened);
    m_project = std::move(*opened);
    show();
    press(Qt::Key_End);
    press(Qt::Key_Return);
    type(u"\""_s);
    editor()->setFocus();
    press(Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(editor()->text(), u"- one\n\n|a|\n|-|"_s);
    QVERIFY(!m_panel->findChild<QAction *>(u"brief.table.align"_s)->isEnabled());
    QVERIFY(m_panel->findChild<QAction *>(u"brief.fold"_s)->isEnabled());
}

void TestBriefEditing::everyActionSaysWhatItDoes()
{
    add(u"Text"_s);
    show();
    QHash<QString, QString> keys;
    int inMenus = 0;
    for (const QMenu *menu : m_panel->findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions())
            inMenus += !action->isSeparator() && !action->menu();
    }
    QVERIFY(inMenus > 30);
    for (const QAction *action : m_panel->actions()) {
        QVERIFY2(!action->toolTip().isEmpty() && !action->text().isEmpty(), qPrintable(action->objectName()));
        const QString key = action->shortcut().toString();
        QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key + u" "_s + action->objectName()));
        keys.insert(key, action->objectName());
    }
}

void TestBriefEditing::staysQuickInALongBrief_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("typed");
    QTest::newRow("quotation") << u"\n\nText"_s << u"\""_s;
    QTest::newRow("list") << u"\n\n1. Item"_s << u"\n"_s;
    QTest::newRow("table") << u"\n\n|a|b|\n|-|-|\n|c|d"_s << u"\t"_s;
}

/// What a key does looks at the lines around the cursor alone: it takes no longer in a brief of 32,000 lines than in a short one.
void TestBriefEditing::staysQuickInALongBrief()
{
    QFETCH(QString, before);
    QFETCH(QString, typed);
    add(u"# Section\n\nA paragraph of a few words.\n\n"_s.repeated(5) + before);
    add(u"# Section\n\nA paragraph of a few words.\n\n"_s.repeated(8'000) + before);
    show();
    const auto time = [&](int brief) {
        m_panel->showBrief(briefs(m_project->reader()).value().at(brief).id);
        qint64 least = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            toEnd();
            QElapsedTimer timer;
            timer.start();
            if (typed == "\t"_L1)
                press(Qt::Key_Tab);
            else if (typed == "\n"_L1)
                press(Qt::Key_Return);
            else
                type(typed);
            least = std::min(least, timer.nsecsElapsed());
            if (typed == "\n"_L1)
                type(u"x"_s);
        }
        return least;
    };
    const qint64 small = time(0);
    const qint64 large = time(1);
    QVERIFY2(large < 8 * small + 4'000'000, qPrintable(u"%1 against %2 ns"_s.arg(large).arg(small)));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestBriefEditing test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_briefediting.moc"
