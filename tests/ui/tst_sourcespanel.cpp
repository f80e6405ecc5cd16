#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/sources/sourcecard.h"
#include "app/timeline/event.h"
#include "tests/support/temporaryproject.h"
#include "ui/sources/capturetext.h"
#include "ui/sources/sourcelistmodel.h"
#include "ui/sources/sourcespanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QToolButton>

using namespace redoubt;

/// The panel as it is used: keys and mouse on the widgets, assertions on the project and on what is seen.
class TestSourcesPanel : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init();
    void cleanup();

    void addingASource();
    void draftWaitsAndIsDiscarded();
    void refusedDraftStays();
    void fieldIsKeptWhenLeft_data();
    void fieldIsKeptWhenLeft();
    void choicesAreKept();
    void circleOfOriginsIsRefused();
    void escapeRestoresTheField();
    void undoShowsInTheField();
    void addressIsOpenedOnlyWhenAsked();
    void deletingIsUndoneByTheNotice();
    void pastingACapture();
    void pastingWithoutASource();
    void pastingNothing();
    void earlierCapturesCanBeRead();
    void keepingAnExcerpt();
    void keepingByTheFloatingButton();
    void excerptIsChosenByAClick();
    void excerptFieldsAreKept();
    void excerptIsDeleted();
    void excerptIsCopiedAsAQuotation();
    void excerptsAreSteppedThrough();
    void textIsPlain();
    void findingInTheText();
    void searching();
    void filteringByGrade();
    void searchNeverChangesWhatIsLookedAt();
    void selectionComesIn();
    void selectionGoesOut();
    void eventMarksItsSources();
    void attachingToAnEvent();
    void evidenceIsTurnedAndTakenOff();
    void readOnlyProjectGivesANotice();
    void emptyStates();
    void besideInAWidePanel();
    void everyActionCanBeReached();

private:
    template<class T>
    T *find(const QString &name)
    {
        auto *found = m_panel->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QAction *action(const QString &name) { return find<QAction>(name); }
    QLineEdit *field(const QString &name) { return find<QLineEdit>(name); }
    QListView *list() { return find<QListView>(u"sourceList"_s); }
    CaptureText *text() { return find<CaptureText>(u"captureText"_s); }

    void openPanel()
    {
        m_panel = std::make_unique<SourcesPanel>(m_project->project(), *m_selection);
        m_panel->resize(500, 900);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void type(const QString &name, const QString &words, Qt::Key end = Qt::Key_Tab)
    {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClicks(field(name), words);
        QTest::keyClick(field(name), end);
    }

    void showDetails(const Source &source)
    {
        m_selection->select(Thing::of(source.id));
        action(u"editSource"_s)->trigger();
    }

    void select(const QString &passage)
    {
        const qsizetype at = text()->capture().text.indexOf(passage);
        QVERIFY(at >= 0);
        text()->selectPassage(at, at + passage.size());
    }

    /// Where the passage begins on the screen, a little to the right.
    QPoint placeOf(const QString &passage)
    {
        QTextCursor cursor(text()->document());
        cursor.setPosition(int(text()->capture().text.indexOf(passage)) + 2);
        return text()->cursorRect(cursor).center();
    }

    Source read(const Source &source) { return must(redoubt::source(m_project->reader(), source.id)).value_or(Source()); }
    QString shownKeys()
    {
        QStringList keys;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            keys.append(list()->model()->index(row, 0).data(SourceListModel::CardRole).value<SourceCard>().source.key);
        return keys.join(u' ');
    }
    QString currentKey()
    {
        return list()->currentIndex().data(SourceListModel::CardRole).value<SourceCard>().source.key;
    }

    QList<QUrl> m_opened;
    std::unique_ptr<TemporaryProject> m_project;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<SourcesPanel> m_panel;
    Source m_nato;
    Source m_wire;
    Event m_strike;
};

void TestSourcesPanel::init()
{
    m_opened.clear();
    m_project = std::make_unique<TemporaryProject>();
    m_selection = std::make_unique<Selection>();
    m_nato = Source();
    m_nato.key = u"nato-2026"_s;
    m_nato.title = u"Statement on Galați"_s;
    m_nato.grade = {u'A', 2};
    m_wire = Source();
    m_wire.key = u"wire-2026"_s;
    m_wire.title = u"Wire report"_s;
    m_strike = Event();
    m_strike.title = u"Drone hits flats"_s;
    m_strike.date = u"2026-05-29"_s;
    m_project->edit([&](Writer &writer) -> Result<> {
        must(addSource(writer, m_nato));
        must(addSource(writer, m_wire));
        must(addEvent(writer, m_strike));
        Capture capture = must(captureOfText(m_nato.id,
            u"The alliance is ready to defend every inch of allied territory.\n\nRussia's reckless behaviour is a danger to us all."_s,
            QDateTime(QDate(2026, 5, 29), QTime(9, 12), QTimeZone::UTC)));
        return addCapture(writer, capture);
    });
    openPanel();
}

void TestSourcesPanel::cleanup()
{
    m_panel.reset();
    m_selection.reset();
    m_project.reset();
}

void TestSourcesPanel::addingASource()
{
    QTest::keyClick(m_panel.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(field(u"title"_s)->hasFocus());
    QVERIFY(!find<QPushButton>(u"addDraft"_s)->isEnabled());
    type(u"title"_s, u"Pavel on teeth"_s);
    type(u"published"_s, u"29 May 2026"_s);
    type(u"tags"_s, u"airspace, Article 4"_s);
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
    QTest::keyClick(field(u"title"_s), Qt::Key_Return, Qt::ControlModifier);

    const auto added = must(sourceByKey(m_project->reader(), u"pavel-on-teeth"_s));
    QVERIFY(added);
    QCOMPARE(added->published, u"2026-05-29"_s);
    QCOMPARE(must(tags(m_project->reader(), u"source"_s, added->id.number)), QStringList({u"airspace"_s, u"Article 4"_s}));
    QCOMPARE(m_selection->current(), Thing::of(added->id));
    QCOMPARE(currentKey(), u"pavel-on-teeth"_s);
    QCOMPARE((*m_project)->undoText(), u"Add source “Pavel on teeth”"_s);
    must((*m_project)->undo());
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
}

void TestSourcesPanel::draftWaitsAndIsDiscarded()
{
    action(u"addSource"_s)->trigger();
    type(u"title"_s, u"Half written"_s);
    QTest::keyClick(field(u"title"_s), Qt::Key_Escape);
    QVERIFY(!field(u"title"_s)->isVisible());
    m_selection->select(Thing::of(m_nato.id));
    action(u"editSource"_s)->trigger();
    QCOMPARE(field(u"title"_s)->text(), m_nato.title);
    action(u"addSource"_s)->trigger();
    QCOMPARE(field(u"title"_s)->text(), u"Half written"_s);
    QTest::mouseClick(find<QPushButton>(u"discardDraft"_s), Qt::LeftButton);
    action(u"addSource"_s)->trigger();
    QCOMPARE(field(u"title"_s)->text(), QString());
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
}

void TestSourcesPanel::refusedDraftStays()
{
    action(u"addSource"_s)->trigger();
    type(u"title"_s, u"Another"_s);
    type(u"key"_s, u"nato-2026"_s);
    QTest::mouseClick(find<QPushButton>(u"addDraft"_s), Qt::LeftButton);
    QCOMPARE(m_panel->notice()->text(),
        u"The source was not kept. “Statement on Galați” has the key “nato-2026” already. Choose another key."_s);
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
    type(u"key"_s, u"another"_s);
    QTest::mouseClick(find<QPushButton>(u"addDraft"_s), Qt::LeftButton);
    QVERIFY(must(sourceByKey(m_project->reader(), u"another"_s)));
}

void TestSourcesPanel::fieldIsKeptWhenLeft_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("error");
    const QString none;
    QTest::newRow("title") << u"title"_s << u"On the strike"_s << u"On the strike"_s << none;
    QTest::newRow("author") << u"author"_s << u" Mark Rutte "_s << u"Mark Rutte"_s << none;
    QTest::newRow("publisher") << u"publisher"_s << u"NATO"_s << u"NATO"_s << none;
    QTest::newRow("EDTF") << u"published"_s << u"2026-05~"_s << u"2026-05~"_s << none;
    QTest::newRow("date as said") << u"published"_s << u"late 2022"_s << none << none;
    QTest::newRow("no date") << u"published"_s << u"some time ago, who knows"_s << u"some time ago, who knows"_s << none;
    QTest::newRow("address") << u"address"_s << u"https://example.org/a"_s << u"https://example.org/a"_s << none;
    QTest::newRow("address refused") << u"address"_s << u"javascript:alert(1)"_s << none
                                     << u"“javascript:alert(1)” is not an address of the web."_s;
    QTest::newRow("language") << u"language"_s << u"ro"_s << u"ro"_s << none;
    QTest::newRow("key") << u"key"_s << u"nato"_s << u"nato"_s << none;
    QTest::newRow("key refused") << u"key"_s << u"wire-2026"_s << u"nato-2026"_s << u"has the key “wire-2026” already."_s;
    QTest::newRow("empty title refused") << u"title"_s << u" "_s << u"Statement on Galați"_s << u"It has no title."_s;
}

void TestSourcesPanel::fieldIsKeptWhenLeft()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    QFETCH(QString, error);
    showDetails(m_nato);
    const auto before = must((*m_project)->history()).size();
    type(name, typed);
    const Source now = read(m_nato);
    const QHash<QString, QString> values{{u"title"_s, now.title}, {u"author"_s, now.author}, {u"publisher"_s, now.publisher},
        {u"published"_s, now.published}, {u"address"_s, now.address}, {u"language"_s, now.language}, {u"key"_s, now.key}};
    if (QByteArrayView(QTest::currentDataTag()) == QByteArrayView("date as said"))
        QVERIFY2(values.value(name).startsWith(u"2022"), qPrintable(values.value(name)));
    else
        QCOMPARE(values.value(name), kept);
    QVERIFY2(m_panel->notice()->text().contains(error), qPrintable(m_panel->notice()->text()));
    QCOMPARE(m_panel->notice()->text().isEmpty(), error.isEmpty());
    QCOMPARE(must((*m_project)->history()).size(), before + (error.isEmpty() ? 1 : 0));
}

void TestSourcesPanel::choicesAreKept()
{
    showDetails(m_nato);
    const auto choose = [&](const QString &name, Qt::Key key) { QTest::keyClick(find<QComboBox>(name), key); };
    choose(u"reliability"_s, Qt::Key_Down);
    QCOMPARE(read(m_nato).grade.text(), u"B2"_s);
    QCOMPARE((*m_project)->undoText(), u"Change reliability of “Statement on Galați”"_s);
    choose(u"credibility"_s, Qt::Key_End);
    QCOMPARE(read(m_nato).grade.text(), u"B6"_s);
    choose(u"type"_s, Qt::Key_Down);
    QCOMPARE(read(m_nato).type, SourceType::Wire);
    QTest::keyClick(find<QCheckBox>(u"retracted"_s), Qt::Key_Space);
    QVERIFY(read(m_nato).retracted);
    find<QComboBox>(u"origin"_s)->setFocus();
    choose(u"origin"_s, Qt::Key_Down);
    QCOMPARE(read(m_nato).origin, m_wire.id);
    auto *note = find<QPlainTextEdit>(u"note"_s);
    note->setFocus();
    QTest::keyClicks(note, u"The only one"_s);
    QTest::keyClick(note, Qt::Key_Tab);
    QCOMPARE(read(m_nato).note, u"The only one"_s);
    QCOMPARE(m_panel->notice()->text(), QString());
}

void TestSourcesPanel::circleOfOriginsIsRefused()
{
    m_wire.origin = m_nato.id;
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_wire); });
    showDetails(m_nato);
    auto *origin = find<QComboBox>(u"origin"_s);
    origin->setFocus();
    QTest::keyClick(origin, Qt::Key_Down);
    QVERIFY(m_panel->notice()->text().startsWith(u"The origin was not changed."));
    QVERIFY(!read(m_nato).origin.isValid());
    QCOMPARE(origin->currentText(), u"Itself"_s);
}

void TestSourcesPanel::escapeRestoresTheField()
{
    showDetails(m_nato);
    field(u"author"_s)->setFocus();
    QTest::keyClicks(field(u"author"_s), u"nobody"_s);
    QTest::keyClick(field(u"author"_s), Qt::Key_Escape);
    QVERIFY(!field(u"author"_s)->isVisible());
    QCOMPARE(read(m_nato), m_nato);
    QVERIFY(list()->hasFocus());
}

void TestSourcesPanel::undoShowsInTheField()
{
    showDetails(m_nato);
    type(u"title"_s, u"Changed"_s, Qt::Key_Return);
    // Somebody is typing in another field meanwhile.
    field(u"author"_s)->setFocus();
    QTest::keyClicks(field(u"author"_s), u"Ma"_s);
    must((*m_project)->undo());
    QCOMPARE(field(u"title"_s)->text(), m_nato.title);
    QCOMPARE(field(u"author"_s)->text(), u"Ma"_s);
}

void TestSourcesPanel::addressIsOpenedOnlyWhenAsked()
{
    QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl");
    const auto reset = qScopeGuard([] { QDesktopServices::unsetUrlHandler(u"https"_s); });
    showDetails(m_nato);
    QVERIFY(!find<QToolButton>(u"openAddress"_s)->isEnabled());
    type(u"address"_s, u"https://example.org/a"_s);
    QVERIFY(m_opened.isEmpty());
    QTest::mouseClick(find<QToolButton>(u"openAddress"_s), Qt::LeftButton);
    QCOMPARE(m_opened, QList{QUrl(u"https://example.org/a"_s)});
    action(u"openSource"_s)->trigger();
    QCOMPARE(m_opened.size(), 2);
}

void TestSourcesPanel::deletingIsUndoneByTheNotice()
{
    m_selection->select(Thing::of(m_nato.id));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(shownKeys(), u"wire-2026"_s);
    QCOMPARE(m_selection->current(), Thing::of(m_wire.id));
    QCOMPARE(m_panel->notice()->text(), u"Deleted “Statement on Galați”."_s);
    for (auto *button : m_panel->notice()->findChildren<QToolButton *>()) {
        if (button->text() == u"Undo"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
    QCOMPARE(read(m_nato), m_nato);
}

void TestSourcesPanel::pastingACapture()
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

void TestSourcesPanel::pastingWithoutASource()
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

void TestSourcesPanel::pastingNothing()
{
    QGuiApplication::clipboard()->clear();
    action(u"pasteCapture"_s)->trigger();
    QCOMPARE(m_panel->notice()->text(),
        u"The text was not kept as a capture. There is no text in it. Copy the text of the document first."_s);
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
}

void TestSourcesPanel::earlierCapturesCanBeRead()
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

void TestSourcesPanel::keepingAnExcerpt()
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

void TestSourcesPanel::keepingByTheFloatingButton()
{
    m_selection->select(Thing::of(m_nato.id));
    auto *button = find<QToolButton>(u"keepButton"_s);
    QVERIFY(!button->isVisible());
    const QPoint place = placeOf(u"territory"_s);
    QTest::mouseDClick(text()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseRelease(text()->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(must(excerpts(m_project->reader(), m_nato.id)).value(0).exact, u"territory"_s);
    QVERIFY(!button->isVisible());
}

void TestSourcesPanel::excerptIsChosenByAClick()
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

void TestSourcesPanel::excerptFieldsAreKept()
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

void TestSourcesPanel::excerptIsDeleted()
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

void TestSourcesPanel::excerptIsCopiedAsAQuotation()
{
    m_selection->select(Thing::of(m_nato.id));
    select(u"every inch of allied territory"_s);
    action(u"keepExcerpt"_s)->trigger();
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"“every inch of allied territory” [@nato-2026]"_s);
}

void TestSourcesPanel::excerptsAreSteppedThrough()
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

void TestSourcesPanel::textIsPlain()
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

void TestSourcesPanel::findingInTheText()
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

void TestSourcesPanel::searching()
{
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_panel->filterField()->hasFocus());
    QTest::keyClicks(m_panel->filterField(), u"galati"_s);
    QCOMPARE(shownKeys(), u"nato-2026"_s);
    m_panel->filterField()->selectAll();
    QTest::keyClicks(m_panel->filterField(), u"reckless"_s); // in the captured text only
    QCOMPARE(shownKeys(), u"nato-2026"_s);
    QTest::keyClicks(m_panel->filterField(), u"x"_s);
    QCOMPARE(shownKeys(), QString());
    QVERIFY(!list()->isVisible());
    QTest::keyClick(m_panel->filterField(), Qt::Key_Escape);
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
    QVERIFY(list()->hasFocus());
}

void TestSourcesPanel::filteringByGrade()
{
    const auto actions = find<QToolButton>(u"gradeChooser"_s)->menu()->actions();
    actions.at(1)->trigger();
    QCOMPARE(shownKeys(), u"nato-2026"_s);
    actions.at(4)->trigger();
    QCOMPARE(shownKeys(), u"wire-2026"_s);
    actions.at(0)->trigger();
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
}

void TestSourcesPanel::searchNeverChangesWhatIsLookedAt()
{
    m_selection->select(Thing::of(m_nato.id));
    QSignalSpy changed(m_selection.get(), &Selection::changed);
    QTest::keyClicks(m_panel->filterField(), u"wire"_s);
    QCOMPARE(shownKeys(), u"wire-2026"_s);
    QVERIFY(text()->toPlainText().startsWith(u"The alliance"_s));
    m_panel->filterField()->clear();
    QCOMPARE(currentKey(), u"nato-2026"_s);
    QCOMPARE(changed.size(), 0);
}

void TestSourcesPanel::selectionComesIn()
{
    m_panel->filterField()->setFocus();
    m_selection->select(Thing::of(m_wire.id));
    QCOMPARE(currentKey(), u"wire-2026"_s);
    m_selection->select(Thing::of(m_nato.id));
    QCOMPARE(currentKey(), u"nato-2026"_s);
    QVERIFY(text()->isVisible());
    m_selection->back();
    QCOMPARE(currentKey(), u"wire-2026"_s);
    QVERIFY(m_panel->filterField()->hasFocus());
    m_selection->select(Thing::of(Id<Source>{12345}));
    QCOMPARE(currentKey(), QString());
}

void TestSourcesPanel::selectionGoesOut()
{
    const auto rowRect = [&](int row) { return list()->visualRect(list()->model()->index(row, 0)); };
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, rowRect(1).center());
    QCOMPARE(m_selection->current(), Thing::of(m_wire.id));
    QTest::keyClick(list(), Qt::Key_Up);
    QCOMPARE(m_selection->current(), Thing::of(m_nato.id));
    // A click on the current row chooses it again when something else is looked at.
    m_selection->select(Thing::of(m_strike.id));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, rowRect(0).center());
    QCOMPARE(m_selection->current(), Thing::of(m_nato.id));
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(text()->hasFocus());
    QTest::keyClick(text(), Qt::Key_Escape);
    QVERIFY(list()->hasFocus());
}

void TestSourcesPanel::eventMarksItsSources()
{
    const auto related = [&] {
        QStringList keys;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QModelIndex index = list()->model()->index(row, 0);
            if (index.data(SourceListModel::RelatedRole).toBool())
                keys.append(index.data(SourceListModel::CardRole).value<SourceCard>().source.key);
        }
        return keys.join(u' ');
    };
    Source last;
    m_project->edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 50; ++i) {
            Source source;
            source.key = u"x-%1"_s.arg(i, 2, 10, QChar(u'0'));
            source.title = source.key;
            must(addSource(writer, source));
            last = source;
        }
        Evidence evidence{.id = {}, .event = m_strike.id, .source = last.id, .excerpt = {}};
        return addEvidence(writer, evidence);
    });
    m_selection->select(Thing::of(m_nato.id));
    m_selection->select(Thing::of(m_strike.id));
    QCOMPARE(related(), last.key);
    QCOMPARE(currentKey(), u"nato-2026"_s);
    const QRect place = list()->visualRect(list()->model()->index(51, 0));
    QVERIFY(list()->viewport()->rect().intersects(place));
    // What is attached while the event is chosen is marked at once.
    action(u"attach"_s)->trigger();
    QCOMPARE(related(), u"nato-2026 x-49"_s);
    m_selection->select(Thing::of(m_wire.id));
    QCOMPARE(related(), QString());
}

void TestSourcesPanel::attachingToAnEvent()
{
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(!action(u"attach"_s)->isEnabled());
    m_selection->select(Thing::of(m_strike.id));
    QTest::keyClick(list(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto said = must(evidenceOf(m_project->reader(), m_strike.id));
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().source, m_nato.id);
    QVERIFY(!said.first().excerpt.isValid());

    select(u"every inch"_s);
    action(u"keepExcerpt"_s)->trigger();
    QVERIFY(action(u"attach"_s)->toolTip().contains(u"Drone hits flats"_s));
    action(u"attach"_s)->trigger();
    said = must(evidenceOf(m_project->reader(), m_strike.id));
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().excerpt, must(excerpts(m_project->reader(), m_nato.id)).first().id);
    // The event may go while the panel remembers it.
    m_project->edit([&](Writer &writer) { return removeEvent(writer, m_strike.id); });
    QVERIFY(!action(u"attach"_s)->isEnabled());
}

void TestSourcesPanel::evidenceIsTurnedAndTakenOff()
{
    m_project->edit([&](Writer &writer) {
        Evidence evidence{.id = {}, .event = m_strike.id, .source = m_nato.id, .excerpt = {}};
        return addEvidence(writer, evidence);
    });
    showDetails(m_nato);
    auto *evidence = find<QListWidget>(u"evidenceList"_s);
    QCOMPARE(evidence->item(0)->text(), u"✓ corroborates · 29 May 2026 · Drone hits flats"_s);
    evidence->setFocus();
    evidence->setCurrentRow(0);
    QTest::keyClick(evidence, Qt::Key_Space);
    QCOMPARE(must(evidenceOf(m_project->reader(), m_strike.id)).first().stance, Stance::Disputes);
    QCOMPARE(evidence->item(0)->text(), u"≠ disputes · 29 May 2026 · Drone hits flats"_s);
    QTest::keyClick(evidence, Qt::Key_Return);
    QCOMPARE(m_selection->current(), Thing::of(m_strike.id));
    QCOMPARE(field(u"title"_s)->text(), m_nato.title);
    QTest::keyClick(evidence, Qt::Key_Delete);
    QVERIFY(must(evidenceOf(m_project->reader(), m_strike.id)).isEmpty());
    QCOMPARE(must(sources(m_project->reader())).size(), 2);
}

void TestSourcesPanel::readOnlyProjectGivesANotice()
{
    m_panel.reset();
    m_project->reopen(Project::Mode::ReadOnly);
    openPanel();
    const QString refused = u"Nothing was changed. The project is open to read only. Save a copy and work in that."_s;
    const auto isRefused = [&](const QString &name) {
        m_panel->notice()->close();
        action(name)->trigger();
        return m_panel->notice()->text() == refused;
    };
    QVERIFY(isRefused(u"addSource"_s));
    QVERIFY(!find<QPushButton>(u"addDraft"_s)->isVisible());
    m_selection->select(Thing::of(m_nato.id));
    QGuiApplication::clipboard()->setText(u"text"_s);
    QVERIFY(isRefused(u"pasteCapture"_s));
    QVERIFY(isRefused(u"removeSource"_s));
    select(u"every inch"_s);
    QVERIFY(isRefused(u"keepExcerpt"_s));
    action(u"editSource"_s)->trigger();
    QVERIFY(field(u"title"_s)->isReadOnly());
    QVERIFY(!find<QComboBox>(u"reliability"_s)->isEnabled());
}

void TestSourcesPanel::emptyStates()
{
    const auto sees = [&](const QString &words) {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    QVERIFY(sees(u"Choose a source to read"_s));
    m_selection->select(Thing::of(m_wire.id));
    QVERIFY(sees(u"Nothing of this source is captured yet"_s));
    m_panel->filterField()->setText(u"zzz"_s);
    QVERIFY(sees(u"No source has “zzz”."_s));
    m_panel->filterField()->clear();
    m_project->edit([&](Writer &writer) -> Result<> {
        must(removeSource(writer, m_wire.id));
        return removeSource(writer, m_nato.id);
    });
    QVERIFY(sees(u"Sources are the documents"_s));
    QVERIFY(!text()->isVisible());
    must((*m_project)->undo());
    QVERIFY(list()->isVisible());
}

void TestSourcesPanel::besideInAWidePanel()
{
    auto *splitter = m_panel->findChild<QSplitter *>();
    m_panel->resize(400, 900);
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    m_panel->resize(1200, 700);
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
}

void TestSourcesPanel::everyActionCanBeReached()
{
    QSet<QKeySequence> shortcuts;
    for (const QAction *action : m_panel->menuActions()) {
        if (action->isSeparator())
            continue;
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
        if (!action->shortcut().isEmpty() && action->shortcutContext() != Qt::WidgetShortcut) {
            QVERIFY2(!shortcuts.contains(action->shortcut()), qPrintable(action->text()));
            shortcuts.insert(action->shortcut());
        }
    }
    for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus && !widget->objectName().startsWith(u"qt_"_s)) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
                || qobject_cast<const QAbstractScrollArea *>(widget) || qobject_cast<const QLineEdit *>(widget);
            QVERIFY2(named, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        }
    }
}

QTEST_MAIN(TestSourcesPanel)
#include "tst_sourcespanel.moc"
