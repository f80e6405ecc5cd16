#include "app/brief/revision.h"
#include "app/project/project.h"
#include "app/sources/capture.h"
#include "app/sources/excerpt.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "ui/brief/briefmargin.h"
#include "ui/brief/briefpanel.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/completion.h"
#include "ui/brief/completionmodel.h"
#include "ui/brief/findreplacebar.h"
#include "ui/brief/outlinelist.h"
#include "ui/brief/quotationcard.h"
#include "ui/look/look.h"
#include "ui/workbench/emptystate.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestBriefPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void offersTemplatesWhenEmpty();
    void writesWhatIsTyped();
    void writesOnFocusOut();
    void keepsWhatWasThereBefore();
    void undoesByKeyInTheEditor();
    void leavesUndoToTheWindowWhenItHasNone();
    void takesTextFromOutside();
    void completesACitation();
    void completesALink();
    void completionStealsNoKey();
    void findsSourcesByWords_data();
    void findsSourcesByWords();
    void marksQuotations();
    void verifiesAgainWhenCaptured();
    void usesTheCapturedWording();
    void showsACardByKey();
    void switchesBriefs();
    void deletesAndTakesBack();
    void changesProperties();
    void namesAVersion();
    void cursorSelects();
    void selectionMarks();
    void selectionScrollsWithoutFocus();
    void finds();
    void replacesAll();
    void tellsWords();
    void goesToASection();
    void inserts();
    void togglesEmphasis();
    void putsTheCursorBetweenLines();
    void isReadOnlyInAReadOnlyProject();

private:
    void add(const QString &text);
    void show();
    void type(const QString &text) { QTest::keyClicks(m_panel->editor(), text); }
    QString inFile(int index = 0);
    QString marks();
    BriefTextEdit *editor() { return m_panel->editor(); }
    void trigger(const QString &name);
    void cursorTo(const QString &text);

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<BriefPanel> m_panel;
    Source m_nato;
    Source m_pavel;
    Event m_strike;
    Indicator m_posture;
};

void TestBriefPanel::init()
{
    const QString path = m_folder.filePath(u"%1.redoubt"_s.arg(++m_files));
    QVERIFY(Project::create(path, u"Test"_s));
    auto opened = Project::open(path);
    QVERIFY(opened);
    m_project = std::move(*opened);
    m_selection = std::make_unique<Selection>();
    m_nato = {};
    m_nato.key = u"nato-2026"_s;
    m_nato.title = u"NATO statement"_s;
    m_nato.publisher = u"NATO"_s;
    m_nato.published = u"2026-05-29"_s;
    m_nato.grade = {u'A', 2};
    m_pavel = {};
    m_pavel.key = u"pavel-2026"_s;
    m_pavel.title = u"Președintele vorbește"_s;
    m_strike = {};
    m_strike.key = u"galati-strike"_s;
    m_strike.title = u"Drone hits flats"_s;
    m_strike.date = u"2026-05-29"_s;
    m_posture = {};
    m_posture.key = u"posture"_s;
    m_posture.title = u"Posture changes"_s;
    m_posture.question = u"Does it change?"_s;
    const auto done = m_project->edit(u"Set up"_s, [&](Writer &writer) -> Result<> {
        for (Source *source : {&m_nato, &m_pavel}) {
            if (auto added = addSource(writer, *source); !added)
                return added;
        }
        auto capture = captureOfText(m_nato.id, u"The alliance is “ready to defend every inch of allied territory”."_s,
            QDateTime::currentDateTimeUtc());
        if (!capture)
            return failure(capture);
        if (auto added = addCapture(writer, *capture); !added)
            return added;
        if (auto added = addEvent(writer, m_strike); !added)
            return added;
        return addIndicator(writer, m_posture);
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
}

void TestBriefPanel::cleanup()
{
    m_panel.reset();
    m_selection.reset();
    m_project.reset();
}

void TestBriefPanel::add(const QString &text)
{
    const auto count = briefs(m_project->reader());
    QVERIFY(count);
    Brief brief;
    brief.title = u"Brief %1"_s.arg(count->size() + 1);
    brief.position = int(count->size());
    brief.text = text;
    QVERIFY(m_project->edit(u"Add brief"_s, [&](Writer &writer) { return addBrief(writer, brief); }));
}

void TestBriefPanel::show()
{
    m_panel = std::make_unique<BriefPanel>(*m_project, *m_selection);
    m_panel->resize(640, 480);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->setFocus();
}

QString TestBriefPanel::inFile(int index)
{
    const auto all = briefs(m_project->reader());
    return all && index < all->size() ? all->at(index).text : QString();
}

QString TestBriefPanel::marks()
{
    QString glyphs;
    for (const QString &entry : m_panel->margin()->shownEntries())
        glyphs += entry.front();
    return glyphs;
}

void TestBriefPanel::trigger(const QString &name)
{
    auto *action = m_panel->findChild<QAction *>(name);
    QVERIFY2(action, qPrintable(name));
    QVERIFY2(action->isEnabled(), qPrintable(name));
    action->trigger();
}

void TestBriefPanel::cursorTo(const QString &text)
{
    const qsizetype at = editor()->text().indexOf(text);
    QVERIFY(at >= 0);
    QTextCursor cursor = editor()->textCursor();
    cursor.setPosition(int(at + text.size()));
    editor()->setTextCursor(cursor);
}

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
    QCOMPARE(inFile(), u"One"_s);
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
    QCOMPARE(kept->first().text, u"Before"_s);
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
    QVERIFY(completion->isVisible());
    QVERIFY(editor()->hasFocus());
    QCOMPARE(completion->list()->model()->rowCount(), 1);
    const QModelIndex first = completion->list()->currentIndex();
    QCOMPARE(first.data(CompletionModel::KeyRole).toString(), u"nato-2026"_s);
    QCOMPARE(first.data(CompletionModel::GradeRole).toString(), u"A2"_s);
    QCOMPARE(first.data(CompletionModel::DetailRole).toString(), u"NATO · 2026-05-29"_s);
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
    QVERIFY(completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Return);
    type(u" and [that](indicator:po"_s);
    QVERIFY(completion->isVisible());
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
    QVERIFY(completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!completion->isVisible());
    type(u" writes to me@example.org about @nobody-knows. "_s);
    QVERIFY(!completion->isVisible());
    QCOMPARE(editor()->text(), u"@na writes to me@example.org about @nobody-knows. "_s);
    type(u"@p"_s);
    QVERIFY(completion->isVisible());
    type(u" "_s);
    QVERIFY(!completion->isVisible());
    QTest::keyClick(editor(), Qt::Key_Left);
    QVERIFY(!completion->isVisible());
}

void TestBriefPanel::findsSourcesByWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("all") << u""_s << u"nato-2026 pavel-2026"_s;
    QTest::newRow("start of the key") << u"pa"_s << u"pavel-2026"_s;
    QTest::newRow("part of the key") << u"2026"_s << u"nato-2026 pavel-2026"_s;
    QTest::newRow("word of the title") << u"stat"_s << u"nato-2026"_s;
    QTest::newRow("without accents") << u"presed"_s << u"pavel-2026"_s;
    QTest::newRow("capitals") << u"NATO"_s << u"nato-2026"_s;
    QTest::newRow("nothing") << u"xyz"_s << u""_s;
}

void TestBriefPanel::findsSourcesByWords()
{
    QFETCH(QString, typed);
    QFETCH(QString, found);
    CompletionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.load(*m_project, CompletionModel::Kind::Source));
    model.narrow(typed);
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.append(model.index(row).data().toString());
    QCOMPARE(keys.join(u' '), found);
}

void TestBriefPanel::marksQuotations()
{
    add(u"It is \"ready to defend every inch\" [@nato-2026].\n\n"
        "It is \"ready to defend every foot of allied territory\" [@nato-2026].\n\n"
        "It is \"surrendering without any condition\" [@nato-2026].\n\n"
        "It should \"show its teeth\" [@pavel-2026].\n\n"
        "It is \"unknown\" [@nobody]."_s);
    show();
    QTRY_COMPARE(marks(), u"✓≠✕○○"_s);
    QVERIFY(m_panel->margin()->shownEntries().at(1).contains(u"NATO statement"_s));
    QVERIFY(m_panel->margin()->shownEntries().last().contains(u"nobody"_s));
    const QRect first = m_panel->margin()->entryRect(0);
    const QRect second = m_panel->margin()->entryRect(1);
    QVERIFY(!first.isEmpty() && m_panel->margin()->rect().contains(first));
    QVERIFY(second.top() > first.bottom());
    // Marks move with the text before it is read again.
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(m_panel->margin()->entryRect(0).top() > first.top());

    cursorTo(u"every foot"_s);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(editor(), Qt::Key_Backspace);
    type(u"inch"_s);
    QTRY_COMPARE(marks(), u"✓✓✕○○"_s);
}

void TestBriefPanel::verifiesAgainWhenCaptured()
{
    add(u"It should \"show its teeth\" [@pavel-2026]."_s);
    show();
    QTRY_COMPARE(marks(), u"○"_s);
    auto capture = captureOfText(m_pavel.id, u"NATO must show its teeth."_s, QDateTime::currentDateTimeUtc());
    QVERIFY(m_project->edit(u"Capture"_s, [&](Writer &writer) { return addCapture(writer, *capture); }));
    QTRY_COMPARE(marks(), u"✓"_s);
    QVERIFY(m_project->undo());
    QTRY_COMPARE(marks(), u"○"_s);
}

void TestBriefPanel::usesTheCapturedWording()
{
    add(u"It is “ready to protect every inch of allied territory.” [@nato-2026]"_s);
    show();
    QTRY_COMPARE(marks(), u"≠"_s);
    auto *card = m_panel->findChild<QuotationCard *>();
    QTest::mouseClick(m_panel->margin(), Qt::LeftButton, {}, m_panel->margin()->entryRect(0).center());
    QVERIFY(card->isVisible());
    QVERIFY(card->useCaptured()->isVisible());
    const auto labels = card->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](QLabel *label) { return label->text().contains(u"defend</u>"_s); }));
    QTest::mouseClick(card->useCaptured(), Qt::LeftButton);
    QCOMPARE(editor()->text(), u"It is “ready to defend every inch of allied territory.” [@nato-2026]"_s);
    QVERIFY(!card->isVisible());
    QTRY_COMPARE(marks(), u"✓"_s);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(editor()->text().contains(u"protect"_s));
}

void TestBriefPanel::showsACardByKey()
{
    add(u"It is “ready to protect every inch of allied territory” [@nato-2026]. More."_s);
    show();
    QTRY_COMPARE(marks(), u"≠"_s);
    auto *card = m_panel->findChild<QuotationCard *>();
    cursorTo(u"protect"_s);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(card->isVisible());
    QVERIFY(card->useCaptured()->hasFocus());
    QTest::keyClick(card->useCaptured(), Qt::Key_Escape);
    QVERIFY(!card->isVisible());
    QVERIFY(editor()->hasFocus());
    cursorTo(u"More"_s);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!card->isVisible());
    QVERIFY(!m_panel->notice()->text().isEmpty());
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
    QTest::keyClicks(title, u"Galați"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(briefs(m_project->reader())->first().title, u"Galați"_s);
    QVERIFY(m_project->undoText().contains(u"Brief 1"_s));
    title->clear();
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(title->text(), u"Galați"_s);
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
    QVERIFY(std::ranges::any_of(*kept, [](const Revision &revision) {
        return revision.name == "Sent to J."_L1 && revision.text == "My Text"_L1;
    }));
}

void TestBriefPanel::cursorSelects()
{
    add(u"See [@nato-2026] and [it](event:galati-strike) and [that](indicator:posture) and @unknown."_s);
    show();
    QTRY_VERIFY(!m_panel->statusText().contains(u"0 words"_s));
    cursorTo(u"See [@na"_s);
    QCOMPARE(m_selection->current(), Thing::of(m_nato.id));
    cursorTo(u"[it"_s);
    QCOMPARE(m_selection->current(), Thing::of(m_strike.id));
    cursorTo(u"[that](indi"_s);
    QCOMPARE(m_selection->current(), Thing::of(m_posture.id));
    cursorTo(u"@unkn"_s);
    QCOMPARE(m_selection->current(), Thing::of(m_posture.id));
    // A citation selects as soon as it is read.
    QTest::keyClick(editor(), Qt::Key_End);
    type(u" And @pavel-2026"_s);
    QTRY_COMPARE(m_selection->current(), Thing::of(m_pavel.id));
}

void TestBriefPanel::selectionMarks()
{
    add(u"See [@nato-2026] and [it](event:galati-strike) and @nato-2026."_s);
    show();
    QTRY_VERIFY(!m_panel->statusText().contains(u"0 words"_s));
    m_selection->select(Thing::of(m_nato.id));
    QCOMPARE(editor()->extraSelections().size(), 2);
    QCOMPARE(editor()->extraSelections().first().cursor.selectedText(), u"@nato-2026"_s);
    m_selection->select(Thing::of(m_strike.id));
    QCOMPARE(editor()->extraSelections().size(), 1);
    QCOMPARE(editor()->extraSelections().first().cursor.selectedText(), u"[it](event:galati-strike)"_s);
    m_selection->select({});
    QVERIFY(editor()->extraSelections().isEmpty());
}

void TestBriefPanel::selectionScrollsWithoutFocus()
{
    add(u"Line\n\n"_s.repeated(200) + u"[it](event:galati-strike)\n\n"_s + u"Line\n\n"_s.repeated(50));
    show();
    QTRY_VERIFY(!m_panel->statusText().contains(u" 0 words"_s) && m_panel->statusText().contains(u"25"_s));
    QCOMPARE(editor()->verticalScrollBar()->value(), 0);
    m_panel->filterField()->setFocus();
    QWidget *focus = QApplication::focusWidget();
    m_selection->select(Thing::of(m_strike.id));
    QVERIFY(editor()->verticalScrollBar()->value() > 0);
    QVERIFY(editor()->isOnScreen({editor()->text().indexOf(u"[it]"_s), 4}));
    QCOMPARE(QApplication::focusWidget(), focus);
    QCOMPARE(editor()->textCursor().position(), 0);
    const int place = editor()->verticalScrollBar()->value();
    m_selection->select({});
    m_selection->select(Thing::of(m_strike.id));
    QCOMPARE(editor()->verticalScrollBar()->value(), place);
}

void TestBriefPanel::finds()
{
    add(u"One drone, two Drones.\n\nNo more."_s);
    show();
    QTest::keyClick(editor(), Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QTest::keyClicks(field, u"drone"_s);
    QCOMPARE(editor()->extraSelections().size(), 2);
    QCOMPARE(editor()->textCursor().selectionStart(), 4);
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(editor()->textCursor().selectionStart(), 15);
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(editor()->textCursor().selectionStart(), 4);
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(editor()->textCursor().selectionStart(), 15);
    field->setText(u"Drone"_s);
    QCOMPARE(editor()->extraSelections().size(), 1);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(editor()->hasFocus());
    QVERIFY(editor()->extraSelections().isEmpty());
    QVERIFY(!m_panel->findChild<FindReplaceBar *>()->isVisible());
}

void TestBriefPanel::replacesAll()
{
    add(u"a cat, a cat, a cat"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QTest::keyClicks(field, u"cat"_s);
    QTest::keyClick(field, Qt::Key_Tab);
    auto *replacement = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(replacement && replacement != field);
    QTest::keyClicks(replacement, u"dog"_s);
    QTest::keyClick(replacement, Qt::Key_Return);
    QCOMPARE(editor()->text(), u"a dog, a cat, a cat"_s);
    const auto buttons = m_panel->findChild<FindReplaceBar *>()->findChildren<QToolButton *>();
    const auto all = std::ranges::find(buttons, u"All"_s, &QToolButton::text);
    QVERIFY(all != buttons.end());
    QTest::mouseClick(*all, Qt::LeftButton);
    QCOMPARE(editor()->text(), u"a dog, a dog, a dog"_s);
    editor()->undo();
    QCOMPARE(editor()->text(), u"a dog, a cat, a cat"_s);
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

void TestBriefPanel::inserts()
{
    add(u"It is so"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_End);
    const auto captured = latestCapture(m_project->reader(), m_nato.id);
    auto excerpt = excerptOf(**captured, 17, 32);
    QVERIFY(excerpt);
    QVERIFY(m_project->edit(u"Excerpt"_s, [&](Writer &writer) { return addExcerpt(writer, *excerpt); }));
    trigger(u"brief.insertCitation"_s);
    QVERIFY(!m_panel->notice()->text().isEmpty());
    QCOMPARE(editor()->text(), u"It is so"_s);
    m_selection->select(Thing::of(m_nato.id));
    trigger(u"brief.insertCitation"_s);
    QCOMPARE(editor()->text(), u"It is so [@nato-2026]"_s);
    m_selection->select(Thing::of(excerpt->id));
    trigger(u"brief.insertQuotation"_s);
    QCOMPARE(editor()->text(), u"It is so [@nato-2026] “ready to defend” [@nato-2026]"_s);
    m_selection->select(Thing::of(m_strike.id));
    trigger(u"brief.insertLink"_s);
    QVERIFY(editor()->text().endsWith(u" [Drone hits flats](event:galati-strike)"_s));
    QTRY_COMPARE(marks(), u"✓"_s);
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
    QVERIFY2(second.top() - first.top() > first.height() * 1.4, "lines stand apart");
    const int x = first.left() + 100;
    const int gap = second.top() - first.bottom();
    QVERIFY(gap > 3);
    // Just above the second line: in the second line, not at the end of the first.
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, {}, QPoint(x, second.top() - 1));
    QCOMPARE(editor()->cursorRect().top(), second.top());
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, {}, QPoint(x, first.bottom() + 1));
    QCOMPARE(editor()->cursorRect().top(), first.top());
    QVERIFY(std::abs(editor()->cursorRect().left() - x) < 20);
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
