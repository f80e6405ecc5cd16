#include "app/commands/sample.h"
#include "app/sources/capture.h"
#include "app/sources/excerpt.h"
#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/briefmargin.h"
#include "ui/brief/completion.h"
#include "ui/brief/hintcard.h"
#include "ui/brief/quotationcard.h"
#include "ui/brief/quotationstate.h"
#include "ui/brief/syntax.h"
#include "ui/look/look.h"
#include "ui/workbench/draggedtext.h"

#include <KSyntaxHighlighting/Theme>

#include <QApplication>
#include <QDropEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestBriefSources : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void marksQuotations();
    void verifiesAgainWhenCaptured();
    void usesTheCapturedWording();
    void showsACardByKey();
    void marksWhatRestsOnARetractedSource();
    void aCitationOfSeveralHasOneMark();
    void otherBriefsKeepNoRetractions();
    void showsAPlaceThatIsChosen();
    void cursorSelects();
    void selectionMarks();
    void selectionScrollsWithoutFocus();
    void inserts();
    void insertsFromElsewhere();
    void textIsDroppedAtThePointer_data();
    void textIsDroppedAtThePointer();
    void marksStates();
    void washesReadWell_data();
    void washesReadWell();
    void showsCards_data();
    void showsCards();
    void showsACardUnderThePointer();
    void goesWhereItLeads();
    void pictures_data();
    void pictures();
};

void TestBriefSources::marksQuotations()
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

void TestBriefSources::verifiesAgainWhenCaptured()
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

void TestBriefSources::usesTheCapturedWording()
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

void TestBriefSources::showsACardByKey()
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

void TestBriefSources::marksWhatRestsOnARetractedSource()
{
    const QString text = u"It is \"ready to defend every inch\" [@nato-2026].\n\nOthers repeat it [@pavel-2026].\n\nNobody else."_s;
    add(text);
    show();
    QTRY_COMPARE(marks(), u"✓"_s);
    m_nato.retracted = true;
    m_nato.retractedAt = u"2026-05-30"_s;
    m_nato.retractionNote = u"It was never said."_s;
    QVERIFY(m_project->edit(u"Retract"_s, [&](Writer &writer) { return updateSource(writer, m_nato); }));
    QTRY_COMPARE(marks(), u"✓⊘"_s);
    QCOMPARE(m_panel->margin()->shownEntries().at(1),
        u"⊘ This rests on “%1”. Retracted on 30 May 2026: It was never said."_s.arg(m_nato.title));
    // And what goes back to it.
    m_pavel.origin = m_nato.id;
    QVERIFY(m_project->edit(u"Origin"_s, [&](Writer &writer) { return updateSource(writer, m_pavel); }));
    QTRY_COMPARE(marks(), u"✓⊘⊘"_s);
    const QString said = m_panel->margin()->shownEntries().at(2);
    QVERIFY2(said.contains(u"It goes back to “%1”, retracted on 30 May 2026: It was never said."_s.arg(m_nato.title)), qPrintable(said));
    // Marks of one line stand side by side; a click shows the source.
    const QRect quotation = m_panel->margin()->entryRect(0);
    const QRect first = m_panel->margin()->entryRect(1);
    const QRect second = m_panel->margin()->entryRect(2);
    QVERIFY(m_panel->margin()->rect().contains(first));
    QCOMPARE(first.top(), quotation.top());
    QVERIFY(!first.intersects(quotation));
    QVERIFY(second.top() > first.bottom());
    QTest::mouseClick(m_panel->margin(), Qt::LeftButton, {}, second.center());
    QCOMPARE(m_selection->current(), Thing::of(m_pavel.id));
    QVERIFY(!m_panel->margin()->grab().isNull());
    // Marks follow the text as it is written.
    cursorTo(u"Others"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(m_panel->margin()->entryRect(2).top() > second.top());
    QVERIFY(m_project->undo());
    QTRY_COMPARE(marks(), u"✓⊘"_s);
    QVERIFY(m_project->undo());
    QTRY_COMPARE(marks(), u"✓"_s);
}

void TestBriefSources::aCitationOfSeveralHasOneMark()
{
    for (Source *source : {&m_nato, &m_pavel}) {
        source->retracted = true;
        QVERIFY(m_project->edit(u"Retract"_s, [&](Writer &writer) { return updateSource(writer, *source); }));
    }
    add(u"They say so [@pavel-2026; @nato-2026]."_s);
    show();
    QTRY_COMPARE(marks(), u"⊘"_s);
    QCOMPARE(m_panel->margin()->shownEntries().first(),
        u"⊘ This rests on “%1”. Retracted.\nThis rests on “%2”. Retracted."_s.arg(m_nato.title, m_pavel.title));
}

void TestBriefSources::otherBriefsKeepNoRetractions()
{
    m_nato.retracted = true;
    QVERIFY(m_project->edit(u"Retract"_s, [&](Writer &writer) { return updateSource(writer, m_nato); }));
    add(u"It is so [@nato-2026]."_s);
    show();
    QTRY_COMPARE(marks(), u"⊘"_s);
    Brief other;
    other.key = u"other"_s;
    other.title = u"Other"_s;
    other.text = u"Nothing is cited here."_s;
    QVERIFY(m_project->edit(u"Other"_s, [&](Writer &writer) { return addBrief(writer, other); }));
    m_selection->select(Thing::of(other.id));
    QCOMPARE(editor()->text(), other.text);
    QCOMPARE(marks(), QString());
    QTRY_VERIFY(m_panel->statusText().contains(u"4 words"_s));
    QCOMPARE(marks(), QString());
}

void TestBriefSources::showsAPlaceThatIsChosen()
{
    add(u"A line.\n\n"_s.repeated(200) + u"The hippopotamus.\n\n"_s + u"A line.\n\n"_s.repeated(200));
    show();
    const Id<Brief> shown = m_panel->brief();
    const qsizetype place = editor()->text().indexOf(u"hippopotamus"_s);
    m_selection->selectPlace(Thing::of(shown), place, 12);
    QCOMPARE(editor()->textCursor().selectedText(), u"hippopotamus"_s);
    QVERIFY(editor()->isOnScreen({place, 12}));
    // One that is not there any more does no harm.
    m_selection->selectPlace(Thing::of(shown), 1'000'000, 12);
    m_selection->selectPlace(Thing::of(m_nato.id), place, 12);
    QVERIFY(!editor()->textCursor().hasSelection());
}

void TestBriefSources::cursorSelects()
{
    add(u"See [@nato-2026] and [it](event:galati-strike) and [that](indicator:posture) and @unknown."_s);
    show();
    QTRY_VERIFY(m_panel->statusText().contains(u" words"_s));
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

void TestBriefSources::selectionMarks()
{
    add(u"See [@nato-2026] and [it](event:galati-strike) and @nato-2026."_s);
    show();
    QTRY_VERIFY(m_panel->statusText().contains(u" words"_s));
    m_selection->select(Thing::of(m_nato.id));
    QCOMPARE(marked(TextMarks::Kind::Mention), (QStringList{u"@nato-2026"_s, u"@nato-2026"_s}));
    m_selection->select(Thing::of(m_strike.id));
    QCOMPARE(marked(TextMarks::Kind::Mention), QStringList{u"[it](event:galati-strike)"_s});
    m_selection->select({});
    QVERIFY(marked(TextMarks::Kind::Mention).isEmpty());
}

void TestBriefSources::selectionScrollsWithoutFocus()
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

void TestBriefSources::inserts()
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

void TestBriefSources::insertsFromElsewhere()
{
    add(u"It is so"_s);
    show();
    QTest::keyClick(editor(), Qt::Key_End);
    editor()->clearFocus();
    m_selection->select(Thing::of(m_strike.id));
    trigger(u"brief.insert"_s);
    QCOMPARE(editor()->text(), u"It is so [Drone hits flats](event:galati-strike)"_s);
    m_selection->select(Thing::of(m_nato.id));
    trigger(u"brief.insert"_s);
    m_selection->select(Thing::of(m_posture.id));
    trigger(u"brief.insert"_s);
    QCOMPARE(editor()->text(),
        u"It is so [Drone hits flats](event:galati-strike) [@nato-2026] [Posture changes](indicator:posture)"_s);
    QVERIFY(!editor()->hasFocus());
    QCOMPARE(m_panel->thingActions().size(), 1);
    m_selection->select({});
    trigger(u"brief.insert"_s);
    QVERIFY(!m_panel->notice()->text().isEmpty());
}

void TestBriefSources::marksStates()
{
    add(u"It is \"ready to defend every inch\" [@nato-2026].\n\n"
        "It is \"ready to defend every foot of allied territory\" [@nato-2026].\n\n"
        "It is \"surrendering without any condition\" [@nato-2026].\n\n"
        "It should \"show its teeth\" [see @pavel-2026, p. 3].\n\n"
        "It is [@{no/body}; @nobody]."_s);
    show();
    using enum TextMarks::Kind;
    QTRY_COMPARE(marked(Unknown), (QStringList{u"@{no/body}"_s, u"@nobody"_s}));
    QCOMPARE(marked(Exact), QStringList{u"\"ready to defend every inch\""_s});
    QCOMPARE(marked(Altered), QStringList{u"\"ready to defend every foot of allied territory\""_s});
    QCOMPARE(marked(NotFound), QStringList{u"\"surrendering without any condition\""_s});
    QCOMPARE(marked(NothingCaptured), QStringList{u"\"show its teeth\""_s});
    QVERIFY(marked(Fallen).isEmpty());
    m_pavel.retracted = true;
    QVERIFY(m_project->edit(u"Retract"_s, [&](Writer &writer) { return updateSource(writer, m_pavel); }));
    QTRY_COMPARE(marked(Fallen), QStringList{u"@pavel-2026"_s});
    Source nobody;
    nobody.key = u"nobody"_s;
    nobody.title = u"Somebody"_s;
    QVERIFY(m_project->edit(u"Add"_s, [&](Writer &writer) { return addSource(writer, nobody); }));
    QTRY_COMPARE(marked(Unknown), QStringList{u"@{no/body}"_s});
    QVERIFY(!m_panel->grab().isNull());
}

void TestBriefSources::washesReadWell_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestBriefSources::washesReadWell()
{
    QFETCH(bool, dark);
    const look::Colours &colours = dark ? look::dark() : look::light();
    QPalette palette;
    palette.setColor(QPalette::Base, colours.paper);
    Syntax syntax;
    const auto theme = syntax.repository().theme(dark ? u"Redoubt Dark"_s : u"Redoubt Light"_s);
    const QColor quoted = QColor::fromRgb(theme.textColor(KSyntaxHighlighting::Theme::String));
    using enum Verification::Status;
    for (const Verification::Status status : {Exact, Altered, NotFound, NothingCaptured}) {
        const QColor wash = quotationWash(status, palette);
        QVERIFY(wash != colours.paper);
        QVERIFY(look::contrast(colours.ink, wash) >= 4.5);
        QVERIFY2(look::contrast(quoted, wash) >= 4.5, qPrintable(QString::number(look::contrast(quoted, wash))));
    }
}

void TestBriefSources::showsCards_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("citation") << u"[@na"_s << QStringList{u"A2 · NATO statement"_s, u"29 May 2026"_s, u"✓"_s, u"Ctrl"_s};
    QTest::newRow("unknown") << u"@nob"_s << QStringList{u"nobody"_s};
    QTest::newRow("event") << u"[it"_s << QStringList{u"Drone hits flats"_s, u"29 May 2026"_s};
    QTest::newRow("indicator") << u"[that"_s << QStringList{u"Posture changes"_s, u"Does it change?"_s};
    QTest::newRow("phrase") << u"very li"_s << QStringList{u"80–95"_s, u"ICD 203"_s};
    QTest::newRow("footnote") << u"so.[^"_s << QStringList{u"The note & more."_s};
    QTest::newRow("back from the footnote") << u"\n[^1"_s << QStringList{u"footnote"_s};
}

void TestBriefSources::showsCards()
{
    QFETCH(QString, at);
    QFETCH(QStringList, said);
    add(u"See [@nato-2026] and [it](event:galati-strike) and [that](indicator:posture) and @nobody; very likely so.[^1]\n\n"
        "[^1]: The note & more."_s);
    show();
    QTRY_VERIFY(m_panel->statusText().contains(u" words"_s));
    cursorTo(at);
    trigger(u"brief.quotation"_s);
    auto *card = m_panel->findChild<HintCard *>();
    QVERIFY(card->isVisible());
    for (const QString &part : std::as_const(said))
        QVERIFY2(card->text().contains(part), qPrintable(card->text()));
    QCOMPARE(card->accessibleName(), card->text());
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!card->isVisible());
}

void TestBriefSources::showsACardUnderThePointer()
{
    add(u"See [@nato-2026] and more."_s);
    show();
    QTRY_VERIFY(m_panel->statusText().contains(u" words"_s));
    auto *card = m_panel->findChild<HintCard *>();
    const auto pointAt = [&](qsizetype position) {
        QTextCursor cursor(editor()->document());
        cursor.setPosition(int(position));
        return editor()->cursorRect(cursor).center();
    };
    const auto rest = [&](QPoint point) {
        QHelpEvent help(QEvent::ToolTip, point, editor()->viewport()->mapToGlobal(point));
        QApplication::sendEvent(editor()->viewport(), &help);
    };
    rest(pointAt(8));
    QVERIFY(card->isVisible());
    QVERIFY(editor()->hasFocus());
    QVERIFY(editor()->rect().contains(card->geometry()));
    // It stays while the pointer is on what it speaks of, and goes a moment after it has left.
    QTest::mouseMove(editor()->viewport(), pointAt(10));
    QTest::mouseMove(editor()->viewport(), pointAt(24));
    QTRY_VERIFY(!card->isVisible());
    rest(pointAt(24));
    QVERIFY(!card->isVisible());
    rest(QPoint(editor()->viewport()->width() - 4, pointAt(8).y()));
    QVERIFY(!card->isVisible());
    rest(pointAt(8));
    QVERIFY(card->isVisible());
    type(u"x"_s);
    QVERIFY(!card->isVisible());
}

void TestBriefSources::goesWhereItLeads()
{
    add(u"See [@nato-2026] and [it](event:galati-strike) so.[^1]\n\n[^1]: The note."_s);
    show();
    QTRY_VERIFY(m_panel->statusText().contains(u" words"_s));
    QList<Thing> opened;
    connect(m_selection.get(), &Selection::opened, this, [&](const Thing &thing) { opened.append(thing); });
    cursorTo(u"See [@na"_s);
    trigger(u"brief.goThere"_s);
    QCOMPARE(opened, QList<Thing>{Thing::of(m_nato.id)});
    QTextCursor there(editor()->document());
    there.setPosition(int(editor()->text().indexOf(u"it](event"_s)) + 1);
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, Qt::ControlModifier, editor()->cursorRect(there).center());
    QCOMPARE(opened.last(), Thing::of(m_strike.id));
    QCOMPARE(m_selection->current(), Thing::of(m_strike.id));
    cursorTo(u"so.[^"_s);
    trigger(u"brief.goThere"_s);
    QCOMPARE(editor()->textCursor().position(), int(editor()->text().lastIndexOf(u"[^1]:"_s)));
    trigger(u"brief.goThere"_s);
    QCOMPARE(editor()->textCursor().position(), int(editor()->text().indexOf(u"[^1]"_s)));
    cursorTo(u"The note"_s);
    trigger(u"brief.goThere"_s);
    QVERIFY(!m_panel->notice()->text().isEmpty());
}

void TestBriefSources::textIsDroppedAtThePointer_data()
{
    QTest::addColumn<QString>("place"); // it is dropped before this
    QTest::addColumn<bool>("isOurs");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *place, bool isOurs, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(place) << isOurs << QString::fromUtf8(text);
    };
    row("before a word", "now", true, "They are ready “every inch” [@nato-2026] now (they say). Then.\n");
    row("behind a word", " now", true, "They are ready “every inch” [@nato-2026] now (they say). Then.\n");
    row("before a full stop", ". Then", true, "They are ready now (they say) “every inch” [@nato-2026]. Then.\n");
    row("behind a full stop", " Then", true, "They are ready now (they say). “every inch” [@nato-2026] Then.\n");
    row("behind a bracket", "they", true, "They are ready now (“every inch” [@nato-2026] they say). Then.\n");
    row("at the start", "They", true, "“every inch” [@nato-2026] They are ready now (they say). Then.\n");
    row("at the end of a line", "\n", true, "They are ready now (they say). Then. “every inch” [@nato-2026]\n");
    row("of another program, as it is", " now", false, "They are ready“every inch” [@nato-2026] now (they say). Then.\n");
}

/// As an excerpt or a source is dropped that is dragged from elsewhere.
void TestBriefSources::textIsDroppedAtThePointer()
{
    QFETCH(QString, place);
    QFETCH(bool, isOurs);
    add(u"They are ready now (they say). Then.\n"_s);
    show();
    QTextCursor cursor(editor()->document());
    cursor.setPosition(int(editor()->text().indexOf(place)));
    const QPoint there = editor()->cursorRect(cursor).center();
    const QString dragged = u"“every inch” [@nato-2026]"_s;
    const std::unique_ptr<QMimeData> data(isOurs ? draggedText(dragged) : new QMimeData);
    if (!isOurs)
        data->setText(dragged);
    QDragEnterEvent enter(there, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(editor()->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(there, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(editor()->viewport(), &drop);
    QTEST(editor()->text(), "text");
    editor()->undo();
    QCOMPARE(editor()->text(), u"They are ready now (they say). Then.\n"_s);
}

void TestBriefSources::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("wide light") << QSize(640, 850) << false;
    QTest::newRow("wide dark") << QSize(640, 850) << true;
    QTest::newRow("very wide") << QSize(1000, 700) << false;
    QTest::newRow("narrow light") << QSize(480, 640) << false;
    QTest::newRow("narrow dark") << QSize(480, 640) << true;
}

/// The panel on the sample, at its sizes: nothing may be cut off or warn. With REDOUBT_PICTURES a folder, pictures for people.
void TestBriefSources::pictures()
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
    show();
    m_panel->resize(size);
    QTRY_COMPARE(marks(), u"✓✓✓"_s);
    cursorTo(u"event:zagreb-drone"_s);
    const QString folder = qEnvironmentVariable("REDOUBT_PICTURES");
    const auto picture = [&](const QString &name) {
        const QString file = QStringLiteral("%1/brief-%2-%3-%4.png").arg(folder, name).arg(size.width()).arg(dark ? u"dark" : u"light");
        QVERIFY(folder.isEmpty() || m_panel->grab().save(file));
    };
    picture(u"selected"_s);
    cursorTo(u"ready to defend"_s);
    editor()->scrollTo(editor()->text().indexOf(u"## The received"_s));
    picture(u"text"_s);
    trigger(u"brief.quotation"_s);
    picture(u"card"_s);
    editor()->setFocus();
    QTest::keyClick(editor(), Qt::Key_Escape);
    cursorTo(u"ready to defend"_s);
    type(u" and [@"_s);
    QTRY_VERIFY(m_panel->findChild<Completion *>()->isVisible());
    picture(u"completion"_s);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QTRY_VERIFY(marks() != u"✓✓✓"_s);
    QTest::mouseClick(m_panel->margin(), Qt::LeftButton, {}, m_panel->margin()->entryRect(1).center());
    picture(u"altered"_s);
    trigger(u"brief.properties"_s);
    trigger(u"brief.find"_s);
    picture(u"properties"_s);
    QVERIFY(m_panel->minimumSizeHint().width() <= 480);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestBriefSources test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_briefsources.moc"
