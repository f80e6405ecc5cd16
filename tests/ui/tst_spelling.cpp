#include "app/brief/projectwords.h"
#include "app/commands/sample.h"
#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/projectwordspane.h"
#include "ui/brief/spelling.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTextBlock>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// Takes any word for misspelt that has an x in it (in French, a z); there are dictionaries of English and French.
class XDictionary : public Dictionary
{
public:
    explicit XDictionary(QChar wrong)
        : m_wrong(wrong)
    {
    }
    bool knows(const QString &word) override { return !word.contains(m_wrong); }
    QStringList suggestions(const QString &word) override
    {
        return word == "qx"_L1 ? QStringList() : QStringList{QString(word).remove(m_wrong), word + u"s"_s};
    }

private:
    QChar m_wrong;
};

std::unique_ptr<Dictionary> openX(const QString &language)
{
    if (language == "en-GB"_L1)
        return std::make_unique<XDictionary>(u'x');
    return language == "fr"_L1 ? std::make_unique<XDictionary>(u'z') : nullptr;
}

} // namespace

class TestSpelling : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void wordsOfALine_data();
    void wordsOfALine();
    void foreignStretches_data();
    void foreignStretches();
    void divFences_data();
    void divFences();
    void knownWords_data();
    void knownWords();
    void wordsAreKept();

    void marksMisspeltWords();
    void passesOverWhatIsNoProse();
    void marksByLanguage();
    void waitsForTheWordThatIsTyped();
    void marksOnlyWhatIsSeen();
    void marksALongParagraph();
    void passesOverAVeryLongLine();
    void saysThatThereIsNoDictionary();
    void goesThroughMisspellings();
    void offersWhatWasMeant();
    void opensByTheMouse();
    void keepsAWord();
    void ignoresInOneBrief();
    void isTurnedOff();
    void changesTheWords();
    void changesNothingInAReadOnlyProject();
    void findsNothingInTheSample();

private:
    void showWithDictionaries();
    QStringList misspelt() { return marked(TextMarks::Kind::Misspelt); }
    QMenu *menu() { return m_panel->spelling().menu(); }
    QStringList entries();
};

void TestSpelling::showWithDictionaries()
{
    show();
    m_panel->spelling().setDictionaries(openX);
}

QStringList TestSpelling::entries()
{
    QStringList texts;
    for (const QAction *action : menu() ? menu()->actions() : QList<QAction *>()) {
        if (!action->isSeparator())
            texts.append(action->text());
    }
    return texts;
}

void TestSpelling::wordsOfALine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *line, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(words);
    };
    row("empty", "", "");
    row("sentence", "The drone, which fell (at dawn), was Russian.", "The drone which fell at dawn was Russian");
    row("single letters", "I saw a drone", "saw drone");
    row("apostrophes", "it's 'quoted' the allies' l’homme", "it's quoted the allies l’homme");
    row("hyphens", "cable-cutting co-ordinated", "cable cutting co ordinated");
    row("capitals", "NATO said so; GitHub, iPhone, McDonald too", "said so too");
    row("figures", "29th May 2nd F16 B2 word", "May word");
    row("underscore", "my_name here", "here");
    row("addresses", "see https://example.org/some-page, www.example.org, example.org or me@example.org now", "see or now");
    row("paths", "in /usr/share/doc and ~/file, C:\\Files and report.pdf", "in and and");
    row("and or", "and/or either", "and or either");
    row("points", "i.e. the U.S. said", "the said");
    row("marks of Markdown", "# A **strong** word, *soft* and ~~gone~~", "strong word soft and gone");
    row("entities", "caf&eacute; &nbsp;and", "caf and");
    row("attributes behind a bracket", "a [mot juste]{lang=fr .small} here", "mot juste here");
    row("attributes with a point", "a [mot juste]{lang=fr title=\"a.b so\"}here", "mot juste here");
    row("the format of raw text", "a `x`{=latex} here", "here");
    row("braces that stay open", "a [mot juste]{lang", "mot juste lang");
    row("letters with accents", "Galați, Łódź, naïve", "Galați Łódź naïve");
    row("accents apart", "nai\u0308ve", "nai\u0308ve");
    row("soft hyphen", "defen\u00adce", "defen\u00adce");
    row("written without spaces", "北京 and ไทย", "and");
    row("emoji", "so 😀drone", "so");
    row("apart", "see <code> here", "see here");
    row("apart in a piece", "(see<code>behind)", "see behind");
}

void TestSpelling::wordsOfALine()
{
    QFETCH(QString, line);
    QList<TextRange> apart;
    if (const qsizetype at = line.indexOf(u"<code>"); at >= 0)
        apart.append({at, 6});
    QStringList words;
    for (const TextRange &range : checkedWords(line, apart))
        words.append(line.mid(range.offset, range.length));
    QTEST(words.join(u' '), "words");
}

void TestSpelling::foreignStretches_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("stretches");
    QTest::newRow("none") << u"a [link](event:x) {lang=fr}"_s << u""_s;
    QTest::newRow("one") << u"a [mot juste]{lang=fr} here"_s << u"mot juste:fr"_s;
    QTest::newRow("quoted, with others") << u"[Wort]{.x lang=\"de-AT\" key=v}"_s << u"Wort:de-AT"_s;
    QTest::newRow("two") << u"[a]{lang=fr}[b]{lang=de}"_s << u"a:fr b:de"_s;
    QTest::newRow("no language") << u"[a]{.lang}"_s << u"a:"_s;
}

void TestSpelling::foreignStretches()
{
    QFETCH(QString, line);
    QStringList found;
    for (const ForeignStretch &stretch : redoubt::foreignStretches(line))
        found.append(line.mid(stretch.range.offset, stretch.range.length) + u':' + stretch.language);
    QTEST(found.join(u' '), "stretches");
}

void TestSpelling::divFences_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("fence");
    QTest::newRow("text") << u"text"_s << u"none"_s;
    QTest::newRow("two colons") << u":: {lang=fr}"_s << u"none"_s;
    QTest::newRow("closes") << u":::"_s << u"closes"_s;
    QTest::newRow("closes, longer") << u":::::  "_s << u"closes"_s;
    QTest::newRow("opens") << u"::: {.box}"_s << u"opens"_s;
    QTest::newRow("opens by name") << u"::: box"_s << u"opens"_s;
    QTest::newRow("opens in French") << u":::: {.box lang=fr} ::::"_s << u"opens fr"_s;
}

void TestSpelling::divFences()
{
    QFETCH(QString, line);
    const auto fence = divFence(line);
    const QString text = !fence ? u"none"_s : !fence->opens ? u"closes"_s : QString(u"opens "_s + fence->language).trimmed();
    QTEST(text, "fence");
}

void TestSpelling::knownWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("known");
    QTest::newRow("as it is") << u"Galați"_s << true;
    QTest::newRow("small") << u"galați"_s << false;
    QTest::newRow("capitals") << u"GALAȚI"_s << true;
    QTest::newRow("genitive") << u"Galați’s"_s << true;
    QTest::newRow("begins a sentence") << u"Geofence"_s << true;
    QTest::newRow("apostrophe") << u"Qur'an"_s << true;
    QTest::newRow("of this brief") << u"here"_s << true;
    QTest::newRow("of another brief") << u"there"_s << false;
    QTest::newRow("other") << u"Galat"_s << false;
    QTest::newRow("only a genitive") << u"'s"_s << false;
}

void TestSpelling::knownWords()
{
    QFETCH(QString, word);
    const KnownWords known({{{1}, u"Galați"_s, {}}, {{2}, u"geofence"_s, {}}, {{3}, u"Qur’an"_s, {}}, {{4}, u"here"_s, {7}}, {{5}, u"there"_s, {8}}}, {7});
    QTEST(known.contains(word), "known");
    QVERIFY(!KnownWords().contains(word));
}

void TestSpelling::wordsAreKept()
{
    add(u"One"_s);
    const Id<Brief> brief = briefs(m_project->reader())->first().id;
    const auto edit = [&](const std::function<Result<>(Writer &)> &work) { return m_project->edit(u"Words"_s, work); };
    const auto kept = [&] {
        QStringList texts;
        const auto words = projectWords(m_project->reader());
        for (const ProjectWord &word : words.value_or(QList<ProjectWord>()))
            texts.append(word.word + (word.brief.isValid() ? u"*"_s : u""_s));
        return texts.join(u' ');
    };
    QVERIFY(edit([&](Writer &writer) { return addProjectWord(writer, u"zeta"_s); }));
    QVERIFY(edit([&](Writer &writer) { return addProjectWord(writer, u" Alpha "_s, brief); }));
    QVERIFY(edit([&](Writer &writer) { return addProjectWord(writer, u"zeta"_s, brief); }));
    QCOMPARE(kept(), u"Alpha* zeta"_s);
    QVERIFY(edit([&](Writer &writer) { return addProjectWord(writer, u"Alpha"_s); }));
    QCOMPARE(kept(), u"Alpha zeta"_s);
    QVERIFY(!edit([&](Writer &writer) { return addProjectWord(writer, u" "_s); }));
    QVERIFY(!edit([&](Writer &writer) { return addProjectWord(writer, u"two words"_s); }));
    const auto words = projectWords(m_project->reader());
    QVERIFY(!edit([&](Writer &writer) { return updateProjectWord(writer, words->last().id, u"Alpha"_s); }));
    QVERIFY(edit([&](Writer &writer) { return updateProjectWord(writer, words->last().id, u"Zeta"_s); }));
    QVERIFY(edit([&](Writer &writer) { return removeProjectWord(writer, words->first().id); }));
    QCOMPARE(kept(), u"Zeta"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_project->undo());
    QCOMPARE(kept(), u"Alpha* zeta"_s);
    QVERIFY(edit([&](Writer &writer) { return removeBrief(writer, brief); }));
    QCOMPARE(kept(), u"zeta"_s);
}

void TestSpelling::marksMisspeltWords()
{
    add(u"The drxne fell at dawxn.\n\nAgain, a drxne."_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt(), (QStringList{u"drxne"_s, u"dawxn"_s, u"drxne"_s}));
    editor()->replace({4, 5}, u"drone"_s);
    QTRY_COMPARE(misspelt(), (QStringList{u"dawxn"_s, u"drxne"_s}));
}

void TestSpelling::passesOverWhatIsNoProse()
{
    add(u"---\ntitle: Metaxdata\n---\n\n## Heaxding {.received #axttribute}\n\nA `cxode` and [textx](https://exxample.org/x \"x\") as [@citxation, p. 3] and @inx-text says.[^nxote]\n\n"
        "```\nfexnce\n```\n\n```argdown\n[Txitle]: claxim\n```\n\n<https://addxress.org> and **stroxng**\n"_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt(), (QStringList{u"Heaxding"_s, u"textx"_s, u"stroxng"_s}));
}

void TestSpelling::marksByLanguage()
{
    add(u"taxi zone [taxi zone]{lang=fr} taxi\n\n::: {lang=fr}\ntaxi zone\n\n::: {.box}\nzone taxi\n:::\n:::\n\ntaxi zone\n\n::: {lang=tlh}\ntaxi zone\n:::"_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt(), (QStringList{u"taxi"_s, u"zone"_s, u"taxi"_s, u"zone"_s, u"zone"_s, u"taxi"_s}));
}

void TestSpelling::waitsForTheWordThatIsTyped()
{
    add(u"A drxne. "_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt(), QStringList{u"drxne"_s});
    QTest::keyClick(editor(), Qt::Key_End);
    type(u"woxrd"_s);
    editor()->replace({0, 0}, u"Thex "_s);
    QTRY_COMPARE(misspelt(), (QStringList{u"Thex"_s, u"drxne"_s}));
    type(u" "_s);
    QTRY_COMPARE(misspelt(), (QStringList{u"Thex"_s, u"drxne"_s, u"woxrd"_s}));
    // It is marked when the cursor rests in it, too.
    type(u"last_x lasxt"_s);
    QTRY_COMPARE(misspelt(), (QStringList{u"Thex"_s, u"drxne"_s, u"woxrd"_s, u"lasxt"_s}));
}

void TestSpelling::marksOnlyWhatIsSeen()
{
    add(u"A drxne.\n\n"_s.repeated(2000) + u"The laxst."_s);
    showWithDictionaries();
    QTRY_VERIFY(!misspelt().isEmpty());
    QVERIFY(misspelt().size() < 200);
    editor()->moveCursor(QTextCursor::End);
    QTRY_VERIFY(misspelt().contains(u"laxst"_s));
    QVERIFY(misspelt().size() < 200);
}

/// It is shown in pieces.
void TestSpelling::marksALongParagraph()
{
    add(u"A drxne "_s + u"long "_s.repeated(10'000) + u"woxrd end."_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt(), QStringList{u"drxne"_s});
    trigger(u"brief.nextMisspelling"_s);
    trigger(u"brief.nextMisspelling"_s);
    QTRY_COMPARE(editor()->textCursor().selectedText(), u"woxrd"_s);
    QTRY_COMPARE(misspelt(), QStringList{u"woxrd"_s});
}

/// It has no space at which it could be shown in pieces.
void TestSpelling::passesOverAVeryLongLine()
{
    add(u"A drxne.\n\n"_s + u"loxng-"_s.repeated(10'000) + u"\n\nA woxrd."_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt(), QStringList{u"drxne"_s});
    trigger(u"brief.nextMisspelling"_s);
    trigger(u"brief.nextMisspelling"_s);
    QTRY_COMPARE(editor()->textCursor().selectedText(), u"woxrd"_s);
}

void TestSpelling::saysThatThereIsNoDictionary()
{
    add(u"A drxne."_s);
    auto brief = briefs(m_project->reader())->first();
    brief.language = u"tlh"_s;
    QVERIFY(m_project->edit(u"Language"_s, [&](Writer &writer) { return updateBrief(writer, brief); }));
    showWithDictionaries();
    auto *missing = m_panel->findChild<QAction *>(u"brief.noDictionary"_s);
    QTRY_VERIFY(missing->isVisible());
    QVERIFY(missing->text().contains(u"“tlh”"_s));
    QVERIFY(m_panel->menuActions().contains(missing));
    QVERIFY(misspelt().isEmpty());
    trigger(u"brief.nextMisspelling"_s);
    QTRY_VERIFY(m_panel->notice()->text().contains(u"“tlh”"_s));
    brief.language = u"en-GB"_s;
    QVERIFY(m_project->edit(u"Language"_s, [&](Writer &writer) { return updateBrief(writer, brief); }));
    QTRY_COMPARE(misspelt(), QStringList{u"drxne"_s});
    QVERIFY(!missing->isVisible());
}

void TestSpelling::goesThroughMisspellings()
{
    add(u"A drxne. A woxrd.\n\n"_s + u"Right.\n\n"_s.repeated(300) + u"The laxst."_s);
    showWithDictionaries();
    QTest::keyClick(editor(), Qt::Key_F7);
    QTRY_COMPARE(editor()->textCursor().selectedText(), u"drxne"_s);
    QTest::keyClick(editor(), Qt::Key_F7);
    QTRY_COMPARE(editor()->textCursor().selectedText(), u"woxrd"_s);
    QTest::keyClick(editor(), Qt::Key_F7);
    QTRY_COMPARE(editor()->textCursor().selectedText(), u"laxst"_s);
    QTest::keyClick(editor(), Qt::Key_F7);
    QTRY_COMPARE(editor()->textCursor().selectedText(), u"drxne"_s);
    QTest::keyClick(editor(), Qt::Key_F7, Qt::ShiftModifier);
    QTRY_COMPARE(editor()->textCursor().selectedText(), u"laxst"_s);
    QTest::keyClick(editor(), Qt::Key_F7, Qt::ShiftModifier);
    QTRY_COMPARE(editor()->textCursor().selectedText(), u"woxrd"_s);
    editor()->selectAll();
    type(u"Right. "_s);
    QTest::keyClick(editor(), Qt::Key_F7);
    QTRY_VERIFY(m_panel->notice()->text().contains(u"No other word"_s));
}

void TestSpelling::offersWhatWasMeant()
{
    add(u"A drxne fell. A qx too."_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt().size(), 2);
    cursorTo(u"A dr"_s);
    QTest::keyClick(editor(), Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(menu() && menu()->isVisible());
    QTRY_COMPARE(entries().first(2), (QStringList{u"drne"_s, u"drxnes"_s}));
    QTest::keyClick(menu(), Qt::Key_Return);
    QCOMPARE(editor()->text(), u"A drne fell. A qx too."_s);
    QTRY_COMPARE(misspelt(), QStringList{u"qx"_s});
    editor()->undo();
    QCOMPARE(editor()->text(), u"A drxne fell. A qx too."_s);
    cursorTo(u"A q"_s);
    QTest::keyClick(editor(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(entries().value(0).contains(u"Nothing like it"_s));
    menu()->close();
    cursorTo(u"fell"_s);
    QTest::keyClick(editor(), Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(m_panel->notice()->text().contains(u"not misspelt"_s));
}

void TestSpelling::opensByTheMouse()
{
    add(u"A drxne fell."_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt().size(), 1);
    QTextCursor cursor(editor()->document());
    cursor.setPosition(4);
    const QPoint there = editor()->cursorRect(cursor).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, there, editor()->viewport()->mapToGlobal(there));
    QApplication::sendEvent(editor()->viewport(), &event);
    QVERIFY(menu());
    QTRY_COMPARE(entries().value(0), u"drne"_s);
    // The usual entries are there too, behind.
    QVERIFY(entries().size() > 6);
    menu()->actions().first()->trigger();
    QCOMPARE(editor()->text(), u"A drne fell."_s);
    menu()->close();
}

void TestSpelling::keepsAWord()
{
    add(u"Galaxți and Galaxți’s"_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt().size(), 2);
    cursorTo(u"Gal"_s);
    trigger(u"brief.suggestSpelling"_s);
    menu()->findChild<QAction *>(u"spelling.keep"_s)->trigger();
    QTRY_VERIFY(misspelt().isEmpty());
    QVERIFY(m_project->undoText().contains(u"Galaxți"_s));
    QVERIFY(m_project->undo());
    QTRY_COMPARE(misspelt().size(), 2);
}

void TestSpelling::ignoresInOneBrief()
{
    add(u"A drxne."_s);
    add(u"Another drxne."_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt().size(), 1);
    cursorTo(u"A dr"_s);
    trigger(u"brief.suggestSpelling"_s);
    menu()->findChild<QAction *>(u"spelling.ignore"_s)->trigger();
    QTRY_VERIFY(misspelt().isEmpty());
    m_panel->showBrief(briefs(m_project->reader())->at(1).id);
    QTRY_COMPARE(misspelt().size(), 1);
}

void TestSpelling::isTurnedOff()
{
    add(u"A drxne."_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt().size(), 1);
    auto *action = m_panel->findChild<QAction *>(u"brief.spelling"_s);
    QVERIFY(action->isChecked());
    trigger(u"brief.spelling"_s);
    QVERIFY(!action->isChecked());
    QVERIFY(misspelt().isEmpty());
    const QByteArray arrangement = m_panel->arrangement();
    m_panel.reset();
    showWithDictionaries();
    m_panel->setArrangement(arrangement);
    QVERIFY(!m_panel->findChild<QAction *>(u"brief.spelling"_s)->isChecked());
    trigger(u"brief.spelling"_s);
    QTRY_COMPARE(misspelt().size(), 1);
}

void TestSpelling::changesTheWords()
{
    add(u"A drxne."_s);
    showWithDictionaries();
    QTRY_COMPARE(misspelt().size(), 1);
    trigger(u"brief.projectWords"_s);
    auto *pane = m_panel->findChild<ProjectWordsPane *>();
    QVERIFY(pane->isVisible());
    QTest::keyClicks(pane->field(), u"drxne"_s);
    QTest::keyClick(pane->field(), Qt::Key_Return);
    QCOMPARE(pane->list()->count(), 1);
    QTRY_VERIFY(misspelt().isEmpty());
    pane->list()->item(0)->setText(u"droxne"_s);
    QTRY_COMPARE(misspelt().size(), 1);
    QCOMPARE(pane->list()->item(0)->text(), u"droxne"_s);
    pane->list()->item(0)->setText(u"two words"_s);
    QTRY_COMPARE(pane->list()->item(0)->text(), u"droxne"_s);
    QVERIFY(m_panel->notice()->text().contains(u"two words"_s));
    pane->list()->setFocus();
    pane->list()->setCurrentRow(0);
    QTest::keyClick(pane->list(), Qt::Key_Delete);
    QCOMPARE(pane->list()->count(), 0);
    QVERIFY(m_project->undo());
    QCOMPARE(pane->list()->count(), 1);
    QTest::keyClick(pane->field(), Qt::Key_Escape);
    QVERIFY(!pane->isVisible());
    QVERIFY(editor()->hasFocus());
}

void TestSpelling::changesNothingInAReadOnlyProject()
{
    add(u"A drxne."_s);
    const QString path = m_project->path();
    m_project.reset();
    auto opened = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(opened);
    m_project = std::move(*opened);
    showWithDictionaries();
    QTRY_COMPARE(misspelt().size(), 1);
    cursorTo(u"A dr"_s);
    trigger(u"brief.suggestSpelling"_s);
    QTRY_COMPARE(entries().value(0), u"drne"_s);
    for (const QAction *action : menu()->actions())
        QVERIFY(action->isSeparator() || !action->isEnabled());
    menu()->close();
    trigger(u"brief.projectWords"_s);
    QVERIFY(!m_panel->findChild<ProjectWordsPane *>()->field()->isEnabled());
}

/// With the dictionary of the system, which packaging/packages brings.
void TestSpelling::findsNothingInTheSample()
{
    close();
    const QString path = m_folder.filePath(u"sample.redoubt"_s);
    QVERIFY(createSample(path));
    auto opened = Project::open(path);
    QVERIFY(opened);
    m_project = std::move(*opened);
    m_selection = std::make_unique<Selection>();
    show();
    QTest::keyClick(editor(), Qt::Key_F7);
    QTRY_COMPARE_WITH_TIMEOUT(m_panel->notice()->text(), u"No other word is misspelt."_s, 60'000);
    QCOMPARE(editor()->textCursor().selectedText(), QString());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestSpelling test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_spelling.moc"
