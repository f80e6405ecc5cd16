#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "tests/support/sourcespaneltest.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QToolButton>

using namespace redoubt;

/// The panel as it is used: keys and mouse on the widgets, assertions on the project and on what is seen.
class TestSourcesPanel : public SourcesPanelTest
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init() { makePanel(); }
    void cleanup() { dropPanel(); }

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
    void filteringByGrade();
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
    QList<QUrl> m_opened;
};

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
    // What may be dragged away is chosen only when it is let go.
    QTest::mousePress(list()->viewport(), Qt::LeftButton, {}, rowRect(1).center());
    QCOMPARE(m_selection->current(), Thing::of(m_nato.id));
    QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, rowRect(1).center());
    QCOMPARE(m_selection->current(), Thing::of(m_wire.id));
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
    QTest::keyClick(list(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
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
    QVERIFY(field(u"title"_s)->isVisible());
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
    QVERIFY(m_panel->findChildren<QPushButton *>(u"addDraft"_s).isEmpty());
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
    // Made when there is something to read.
    QVERIFY(!m_panel->findChild<CaptureText *>(u"captureText"_s));
    m_selection->select(Thing::of(m_nato.id));
    QVERIFY(text()->isVisible());
    QVERIFY(text()->height() > list()->height());
    m_selection->select(Thing::of(m_wire.id));
    QVERIFY(sees(u"Nothing of this source is captured yet"_s));
    m_panel->filterField()->setText(u"zzz"_s);
    QTRY_VERIFY(sees(u"Nothing in this project has “zzz”."_s));
    action(u"showAllSources"_s)->trigger();
    find<QToolButton>(u"gradeChooser"_s)->menu()->actions().at(3)->trigger();
    QVERIFY(sees(u"No source has this grade."_s));
    action(u"showAllSources"_s)->trigger();
    QCOMPARE(shownKeys(), u"nato-2026 wire-2026"_s);
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
