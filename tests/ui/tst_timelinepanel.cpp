#include "app/project/key.h"
#include "app/sources/source.h"
#include "ui/look/look.h"
#include "ui/timeline/datefield.h"
#include "ui/timeline/eventinspector.h"
#include "ui/timeline/laneseditor.h"
#include "ui/timeline/relationrows.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestTimelinePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anEmptyPanelOffersTheFirstEvent();
    void aNewEventIsAddedByKeys();
    void aNewEventNeedsTitleAndDate();
    void theDateShowsHowItIsRead_data();
    void theDateShowsHowItIsRead();
    void fieldsAreWrittenWhenTheyAreLeft();
    void aDateThatIsNotUnderstoodIsNotWritten();
    void undoShowsInTheFields();
    void whatCannotBeWrittenStaysInItsField();
    void deletingCanBeTakenBack();
    void keysStepAlongAndAcross_data();
    void keysStepAlongAndAcross();
    void clickingChooses();
    void theSelectionOfOthersIsFollowed();
    void theWheelZoomsAtThePointer();
    void draggingPans();
    void homeShowsAll();
    void doubleClickOnEmptyStartsAnEvent();
    void theFilterNarrows();
    void sourcesAndStance();
    void links();
    void lanes();
    void timeRunsAlongTheLongerSide();
    void theChosenEventIsDescribed();
    void aReadOnlyProjectOffersNoEdits();
    void manyNewEventsAreReadAside();

private:
    Id<Event> addEventNow(const QString &title, const QString &date, Id<Lane> lane = {});
    Id<Lane> addLaneNow(const QString &title, int position);
    [[nodiscard]] Event eventNow(Id<Event> id) const;
    [[nodiscard]] QList<Event> eventsNow() const;
    void show(QSize size = {360, 800});
    template<class Widget> Widget *child(const QString &name) const
    {
        return m_panel->findChild<Widget *>(name);
    }
    void type(const QString &name, const QString &text) const;
    [[nodiscard]] QPoint pointOf(Id<Event> id) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<TimelinePanel> m_panel;
};

void TestTimelinePanel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    look::apply(*qApp, look::Scheme::Light);
    QApplication::setEffectEnabled(Qt::UI_General, false);
}

void TestTimelinePanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(u"case.redoubt"_s);
    QVERIFY(Project::create(path, u"Case"_s));
    auto project = Project::open(path);
    QVERIFY(project);
    m_project = std::move(*project);
    m_selection = std::make_unique<Selection>();
}

void TestTimelinePanel::cleanup()
{
    m_panel.reset();
    m_selection.reset();
    m_project.reset();
    m_folder.reset();
}

Id<Event> TestTimelinePanel::addEventNow(const QString &title, const QString &date, Id<Lane> lane)
{
    Event event;
    event.title = title;
    event.date = date;
    event.bounds = readEdtf(date)->bounds;
    event.lane = lane;
    const auto added = m_project->edit(u"Add"_s, [&](Writer &writer) { return addEvent(writer, event); });
    return added ? event.id : Id<Event>();
}

Id<Lane> TestTimelinePanel::addLaneNow(const QString &title, int position)
{
    const Lane lane{Id<Lane>::make(), keyFrom(title), title, position, position, false};
    const auto added = m_project->edit(u"Add lane"_s, [&](Writer &writer) { return addLane(writer, lane); });
    return added ? lane.id : Id<Lane>();
}

Event TestTimelinePanel::eventNow(Id<Event> id) const
{
    return redoubt::event(m_project->reader(), id)->value_or(Event{});
}

QList<Event> TestTimelinePanel::eventsNow() const
{
    return *events(m_project->reader());
}

void TestTimelinePanel::show(QSize size)
{
    m_panel = std::make_unique<TimelinePanel>(*m_project, *m_selection);
    m_panel->resize(size);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestTimelinePanel::type(const QString &name, const QString &text) const
{
    auto *field = child<QLineEdit>(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

QPoint TestTimelinePanel::pointOf(Id<Event> id) const
{
    const auto *placed = m_panel->view()->placed(id);
    return placed ? placed->mark.center().toPoint() : QPoint(-1, -1);
}

void TestTimelinePanel::anEmptyPanelOffersTheFirstEvent()
{
    show();
    QVERIFY(!m_panel->view()->isVisible());
    const auto buttons = m_panel->findChildren<QPushButton *>();
    const auto offer = std::ranges::find_if(
        buttons, [](QPushButton *b) { return b->isVisible() && b->text().contains(u"event"_s); });
    QVERIFY(offer != buttons.end());
    QTest::mouseClick(*offer, Qt::LeftButton);
    QVERIFY(m_panel->inspector()->isVisible());
    QVERIFY(child<QLineEdit>(u"title"_s)->hasFocus());
}

void TestTimelinePanel::aNewEventIsAddedByKeys()
{
    const auto lane = addLaneNow(u"Incidents"_s, 0);
    show();
    QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *title = child<QLineEdit>(u"title"_s);
    QTRY_VERIFY(title->hasFocus());
    QTest::keyClicks(title, u"Drone hits flats in Galati"_s);
    type(u"date"_s, u"29 May 2026 03:10 UTC"_s);
    QTest::keyClick(child<QLineEdit>(u"date"_s), Qt::Key_Return);

    const auto all = eventsNow();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().title, u"Drone hits flats in Galati"_s);
    QCOMPARE(all.first().date, u"2026-05-29T03:10Z"_s);
    QCOMPARE(all.first().bounds, readEdtf(u"2026-05-29T03:10Z")->bounds);
    QCOMPARE(all.first().lane, lane);
    QCOMPARE(m_selection->current(), Thing::of(all.first().id));
    QVERIFY(m_panel->view()->isVisible());
    QVERIFY(m_project->undoText().contains(u"Galati"_s));
    QVERIFY(m_project->undo());
    QVERIFY(eventsNow().isEmpty());
}

void TestTimelinePanel::aNewEventNeedsTitleAndDate()
{
    show();
    m_panel->newEvent();
    auto *add = child<QPushButton>(u"add-event"_s);
    QVERIFY(!add->isEnabled());
    type(u"title"_s, u"Something"_s);
    QVERIFY(!add->isEnabled());
    type(u"date"_s, u"31 April 2026"_s);
    QVERIFY(!add->isEnabled());
    QTest::keyClick(child<QLineEdit>(u"date"_s), Qt::Key_Return);
    QVERIFY(eventsNow().isEmpty());
    type(u"date"_s, u"30 April 2026"_s);
    QVERIFY(add->isEnabled());
    QTest::mouseClick(add, Qt::LeftButton);
    QCOMPARE(eventsNow().size(), 1);
    QTest::keyClick(child<QLineEdit>(u"title"_s), Qt::Key_Escape);
    QVERIFY(!m_panel->inspector()->isVisible());
}

void TestTimelinePanel::theDateShowsHowItIsRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("reading");
    const auto row = [](const char *typed, const char *reading) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(reading);
    };
    row("29 May 2026", "= 2026-05-29 · 29 May 2026");
    row("late 2022", "= 2022-39 · late 2022 · 1 Sept 2022 – 31 Dec 2022");
    row("c. March 2014", "= 2014-03~ · c. March 2014 · 1 Mar 2014 – 31 Mar 2014");
    row("2025-09-09/2025-09-10", "= 2025-09-09/2025-09-10 · 9–10 Sept 2025 · 9 Sept 2025 – 10 Sept 2025");
    row("since 2022", "= 2022/.. · since 2022");
    row("2026-02-30", "✕ That month has no such day.");
    row("soon",
        "✕ “soon” was not understood. Write it as in 29 May 2026, March 2022, late 2022 or 2026-05-29.");
    row("", "In words or in EDTF");
}

void TestTimelinePanel::theDateShowsHowItIsRead()
{
    QFETCH(QString, typed);
    QFETCH(QString, reading);
    show();
    m_panel->newEvent();
    type(u"date"_s, u"x"_s);
    QTest::keyClick(child<QLineEdit>(u"date"_s), Qt::Key_Backspace);
    QTest::keyClicks(child<QLineEdit>(u"date"_s), typed);
    QCOMPARE(child<QLabel>(u"reading"_s)->text(), reading);
    QCOMPARE(child<QLineEdit>(u"date"_s)->accessibleDescription(), reading);
}

void TestTimelinePanel::fieldsAreWrittenWhenTheyAreLeft()
{
    const auto lane = addLaneNow(u"Incidents"_s, 0);
    const auto id = addEventNow(u"Drone"_s, u"2026-05-29"_s);
    show();
    m_panel->editEvent(id);
    QVERIFY(child<QLineEdit>(u"title"_s)->hasFocus());
    type(u"title"_s, u"A drone"_s);
    QTest::keyClick(m_panel->focusWidget(), Qt::Key_Tab);
    QCOMPARE(eventNow(id).title, u"A drone"_s);
    QVERIFY(child<QLineEdit>(u"date"_s)->hasFocus());
    type(u"date"_s, u"spring 2026"_s);
    QTest::keyClick(m_panel->focusWidget(), Qt::Key_Tab);
    QCOMPARE(eventNow(id).date, u"2026-21"_s);
    QCOMPARE(eventNow(id).bounds, readEdtf(u"2026-21")->bounds);
    type(u"place"_s, u"Galati, Romania"_s);
    type(u"actors"_s, u"Russia, Romania , Russia"_s);
    QCOMPARE(eventNow(id).place, u"Galati, Romania"_s);
    auto *summary = child<QPlainTextEdit>(u"summary"_s);
    summary->setFocus();
    QCOMPARE(eventNow(id).actors, (QStringList{u"Russia"_s, u"Romania"_s}));
    QTest::keyClicks(summary, u"Two people are injured."_s);
    child<QComboBox>(u"certainty"_s)->setFocus();
    QCOMPARE(eventNow(id).summary, u"Two people are injured."_s);
    QTest::keyClick(child<QComboBox>(u"certainty"_s), Qt::Key_Down);
    QCOMPARE(eventNow(id).certainty, Certainty::Reported);
    QTest::keyClick(child<QComboBox>(u"lane"_s), Qt::Key_Down);
    QCOMPARE(eventNow(id).lane, lane);
    const Event shown = m_panel->view()->texts().whole(id).event;
    QCOMPARE(shown, eventNow(id));
}

void TestTimelinePanel::aDateThatIsNotUnderstoodIsNotWritten()
{
    const auto id = addEventNow(u"Drone"_s, u"2026-05-29"_s);
    show();
    m_panel->editEvent(id);
    type(u"date"_s, u"the other day"_s);
    QTest::keyClick(child<QLineEdit>(u"date"_s), Qt::Key_Tab);
    QCOMPARE(eventNow(id).date, u"2026-05-29"_s);
    QVERIFY(child<QLabel>(u"reading"_s)->text().startsWith(u'✕'));
}

void TestTimelinePanel::undoShowsInTheFields()
{
    const auto id = addEventNow(u"Drone"_s, u"2026-05-29"_s);
    show();
    m_panel->editEvent(id);
    type(u"date"_s, u"30 May 2026"_s);
    QTest::keyClick(child<QLineEdit>(u"date"_s), Qt::Key_Return);
    QCOMPARE(eventNow(id).date, u"2026-05-30"_s);
    QVERIFY(m_project->undo());
    QCOMPARE(child<QLineEdit>(u"date"_s)->text(), u"2026-05-29"_s);
    QVERIFY(m_project->undo());
    QVERIFY(!m_panel->inspector()->isVisible());
}

void TestTimelinePanel::whatCannotBeWrittenStaysInItsField()
{
    const auto id = addEventNow(u"Drone"_s, u"2026-05-29"_s);
    show();
    m_panel->editEvent(id);
    const QString away = m_folder->filePath(u"away.redoubt"_s);
    QVERIFY(QFile::rename(m_project->path(), away));
    type(u"place"_s, u"Galati"_s);
    child<QLineEdit>(u"place"_s)->clearFocus();
    QCOMPARE(child<QLineEdit>(u"place"_s)->text(), u"Galati"_s);
    QVERIFY(!m_panel->notice()->text().isEmpty());
    QVERIFY(!m_panel->flush());
    QVERIFY(QFile::rename(away, m_project->path()));
    QVERIFY(m_panel->flush());
    QCOMPARE(eventNow(id).place, u"Galati"_s);
}

void TestTimelinePanel::deletingCanBeTakenBack()
{
    const auto first = addEventNow(u"First"_s, u"2026-05-28"_s);
    const auto second = addEventNow(u"Second"_s, u"2026-05-29"_s);
    show();
    m_selection->select(Thing::of(first));
    m_panel->view()->setFocus();
    QTest::keyClick(m_panel->view(), Qt::Key_Delete);
    QCOMPARE(eventsNow().size(), 1);
    QCOMPARE(m_selection->current(), Thing::of(second));
    QVERIFY(m_panel->notice()->isVisible());
    QVERIFY(m_panel->notice()->text().contains(u"First"_s));
    const auto buttons = m_panel->notice()->findChildren<QToolButton *>();
    const auto undo =
        std::ranges::find_if(buttons, [](QToolButton *button) { return button->text() == u"Undo"_s; });
    QVERIFY(undo != buttons.end());
    QTest::mouseClick(*undo, Qt::LeftButton);
    QCOMPARE(eventsNow().size(), 2);
}

void TestTimelinePanel::keysStepAlongAndAcross_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("next");
    QTest::addColumn<int>("otherLane");
    QTest::newRow("down") << QSize(360, 800) << int(Qt::Key_Down) << int(Qt::Key_Right);
    QTest::newRow("across") << QSize(1200, 300) << int(Qt::Key_Right) << int(Qt::Key_Down);
}

void TestTimelinePanel::keysStepAlongAndAcross()
{
    QFETCH(QSize, size);
    QFETCH(int, next);
    QFETCH(int, otherLane);
    const auto incidents = addLaneNow(u"Incidents"_s, 0);
    const auto responses = addLaneNow(u"Responses"_s, 1);
    const auto a = addEventNow(u"a"_s, u"2024"_s, incidents);
    const auto b = addEventNow(u"b"_s, u"2025-03"_s, incidents);
    const auto c = addEventNow(u"c"_s, u"2025-04"_s, responses);
    show(size);
    auto *view = m_panel->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key(next));
    QCOMPARE(m_selection->current(), Thing::of(a));
    QTest::keyClick(view, Qt::Key(next));
    QCOMPARE(m_selection->current(), Thing::of(b));
    QTest::keyClick(view, Qt::Key(otherLane));
    QCOMPARE(m_selection->current(), Thing::of(c));
    QTest::keyClick(view, Qt::Key(otherLane));
    QCOMPARE(m_selection->current(), Thing::of(c));
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(m_selection->current(), Thing::of(a));
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(m_selection->current(), Thing::of(c));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(m_panel->inspector()->isVisible());
    QCOMPARE(m_panel->inspector()->event(), c);
}

void TestTimelinePanel::clickingChooses()
{
    const auto a = addEventNow(u"a"_s, u"2024-02-02"_s);
    addEventNow(u"b"_s, u"2026-05-29"_s);
    show();
    QTest::mouseClick(m_panel->view(), Qt::LeftButton, {}, pointOf(a));
    QCOMPARE(m_selection->current(), Thing::of(a));
    QTest::mouseDClick(m_panel->view(), Qt::LeftButton, {}, pointOf(a));
    QCOMPARE(m_panel->inspector()->event(), a);
}

void TestTimelinePanel::theSelectionOfOthersIsFollowed()
{
    addEventNow(u"a"_s, u"2024-02-02"_s);
    const auto b = addEventNow(u"b"_s, u"2026-05-29"_s);
    show();
    auto *view = m_panel->view();
    view->zoom(50);
    QLineEdit elsewhere;
    QSignalSpy chosen(view, &TimelineView::eventChosen);
    m_selection->select(Thing::of(b));
    QCOMPARE(view->chosen(), b);
    QVERIFY(view->placed(b));
    QCOMPARE(chosen.count(), 0);
    QVERIFY(!view->hasFocus());
}

void TestTimelinePanel::theWheelZoomsAtThePointer()
{
    addEventNow(u"a"_s, u"2024-02-02"_s);
    addEventNow(u"b"_s, u"2026-05-29"_s);
    show();
    auto *view = m_panel->view();
    const QPointF pointer(200, 300);
    const TimeScale before = view->scale();
    const qint64 under = before.second(view->shown().along(pointer));
    QWheelEvent wheel(pointer, view->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(view, &wheel);
    QVERIFY(view->scale().secondsPerPixel < before.secondsPerPixel / 1.3);
    QVERIFY(std::abs(view->scale().position(under) - view->shown().along(pointer)) < 1);
}

void TestTimelinePanel::draggingPans()
{
    addEventNow(u"a"_s, u"2024-02-02"_s);
    addEventNow(u"b"_s, u"2026-05-29"_s);
    show();
    auto *view = m_panel->view();
    const TimeScale before = view->scale();
    QTest::mousePress(view, Qt::LeftButton, {}, QPoint(300, 400));
    QTest::mouseMove(view, QPoint(300, 380));
    QTest::mouseMove(view, QPoint(300, 300));
    QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(300, 300));
    QVERIFY(std::abs(view->scale().position(before.origin) + 100) < 1);
    QVERIFY(m_selection->current().isNone());
}

void TestTimelinePanel::homeShowsAll()
{
    addEventNow(u"a"_s, u"2024-02-02"_s);
    addEventNow(u"b"_s, u"2026-05-29"_s);
    show();
    auto *view = m_panel->view();
    const TimeScale all = view->scale();
    QTest::keyClick(view, Qt::Key_Plus);
    QTest::keyClick(view, Qt::Key_Plus);
    QVERIFY(view->scale() != all);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->scale(), all);
    QCOMPARE(view->shown().events.size(), 2);
}

void TestTimelinePanel::doubleClickOnEmptyStartsAnEvent()
{
    addEventNow(u"a"_s, u"2024-02-02"_s);
    addEventNow(u"b"_s, u"2024-02-12"_s);
    show();
    auto *view = m_panel->view();
    const auto middle = readEdtf(u"2024-02-07")->bounds.startEarliest;
    const double y = view->shown().content.top() + view->scale().position(*middle) + 2;
    QTest::mouseDClick(view, Qt::LeftButton, {}, QPoint(int(view->shown().content.right()) - 8, int(y)));
    QVERIFY(m_panel->inspector()->isVisible());
    QCOMPARE(child<QLineEdit>(u"date"_s)->text(), u"2024-02-07"_s);
    QVERIFY(!m_panel->inspector()->event().isValid());
}

void TestTimelinePanel::theFilterNarrows()
{
    addEventNow(u"Drone over Galați"_s, u"2026-05-29"_s);
    addEventNow(u"Missile in Poland"_s, u"2023-12-29"_s);
    show();
    m_panel->view()->setFocus();
    QTest::keyClick(m_panel->view(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_panel->filterField()->hasFocus());
    QTest::keyClicks(m_panel->filterField(), u"poland 2023"_s);
    QCOMPARE(m_panel->view()->density().size(), 1);
    QCOMPARE(m_panel->view()->shown().events.size(), 1);
    const auto shown = m_panel->view()->sight().entries.first().id;
    QCOMPARE(m_panel->view()->texts().brief(shown).title, u"Missile in Poland"_s);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Escape);
    QCOMPARE(m_panel->view()->density().size(), 2);
}

void TestTimelinePanel::sourcesAndStance()
{
    const auto id = addEventNow(u"Drone"_s, u"2026-05-29"_s);
    Source source;
    source.title = u"NATO statement"_s;
    QVERIFY(m_project->edit(u"Add source"_s, [&](Writer &writer) { return addSource(writer, source); }));
    show({420, 1400});
    m_panel->editEvent(id);
    auto *rows = child<RelationRows>(u"event-sources"_s);
    QVERIFY(!rows->addButton()->isEnabled());
    rows->choiceField()->setFocus();
    rows->choiceField()->setEditText(u"nato statement · "_s + source.key);
    QTest::keyClick(rows->choiceField()->lineEdit(), Qt::Key_Return);
    auto told = *evidenceOf(m_project->reader(), id);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().source, source.id);
    QCOMPARE(told.first().stance, Stance::Corroborates);
    QCOMPARE(m_panel->view()->texts().whole(id).sources, (SourceCount{1, 1}));

    QComboBox *stance = nullptr;
    for (auto *box : rows->findChildren<QComboBox *>()) {
        if (box != rows->kindField() && box != rows->choiceField())
            stance = box;
    }
    QTest::keyClick(stance, Qt::Key_Down);
    QCOMPARE(evidenceOf(m_project->reader(), id)->first().stance, Stance::Disputes);
    const auto shownButton = [rows]() -> QToolButton * {
        for (auto *button : rows->findChildren<QToolButton *>(u"remove"_s)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    };
    m_selection->select(Thing::of(source.id));
    QCOMPARE(m_panel->view()->related(), QSet<Id<Event>>{id});
    m_selection->select(Thing::of(id));
    QVERIFY(m_panel->view()->related().isEmpty());
    QTRY_VERIFY(shownButton());
    QTest::mouseClick(shownButton(), Qt::LeftButton);
    QVERIFY(evidenceOf(m_project->reader(), id)->isEmpty());
    QVERIFY(m_project->undo());
    QCOMPARE(evidenceOf(m_project->reader(), id)->size(), 1);
}

void TestTimelinePanel::links()
{
    const auto cause = addEventNow(u"Strike"_s, u"2026-05-29"_s);
    const auto effect = addEventNow(u"Expulsion"_s, u"2026-05-30"_s);
    show({420, 1400});
    m_panel->editEvent(effect);
    auto *rows = child<RelationRows>(u"event-links"_s);
    rows->choiceField()->setEditText(u"strike · 2026-05-29"_s);
    QTest::mouseClick(rows->addButton(), Qt::LeftButton);
    const auto all = *redoubt::links(m_project->reader());
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().from, effect);
    QCOMPARE(all.first().to, cause);
    QCOMPARE(all.first().kind, LinkKind::ResponseTo);
    QCOMPARE(m_panel->view()->texts().whole(cause).responses, 1);
    Q_EMIT rows->followed(all.first().id.number);
    QCOMPARE(m_selection->current(), Thing::of(cause));
    QCOMPARE(m_panel->inspector()->event(), cause);
}

void TestTimelinePanel::lanes()
{
    addLaneNow(u"Incidents"_s, 0);
    const auto id = addEventNow(u"Drone"_s, u"2026-05-29"_s, addLaneNow(u"Responses"_s, 1));
    show();
    child<QAction>(u"edit-lanes"_s)->trigger();
    auto *list = child<QListWidget>(u"lanes"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 2);
    list->setCurrentRow(1);
    QTest::mouseClick(child<QToolButton>(u"lane-up"_s), Qt::LeftButton);
    QCOMPARE(redoubt::lanes(m_project->reader())->first().title, u"Responses"_s);
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"Answers"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(redoubt::lanes(m_project->reader())->first().title, u"Answers"_s);
    child<QToolButton>(u"lane-colour"_s)->menu()->actions().at(4)->trigger();
    QCOMPARE(redoubt::lanes(m_project->reader())->first().colour, 4);
    QTest::mouseClick(child<QToolButton>(u"lane-fold"_s), Qt::LeftButton);
    QVERIFY(redoubt::lanes(m_project->reader())->first().collapsed);
    QTest::mouseClick(child<QToolButton>(u"lane-add"_s), Qt::LeftButton);
    QCOMPARE(redoubt::lanes(m_project->reader())->size(), 3);
    list->setCurrentRow(0);
    QTest::mouseClick(child<QToolButton>(u"lane-remove"_s), Qt::LeftButton);
    QCOMPARE(redoubt::lanes(m_project->reader())->size(), 2);
    QVERIFY(!eventNow(id).lane.isValid());
    QVERIFY(m_project->undo());
    QVERIFY(eventNow(id).lane.isValid());
}

void TestTimelinePanel::timeRunsAlongTheLongerSide()
{
    addEventNow(u"a"_s, u"2024-02-02"_s);
    show({360, 800});
    QCOMPARE(m_panel->view()->direction(), TimeDirection::Down);
    m_panel->resize(1200, 300);
    QTRY_COMPARE(m_panel->view()->direction(), TimeDirection::Across);
}

void TestTimelinePanel::theChosenEventIsDescribed()
{
    const auto id = addEventNow(u"Drone over Galați"_s, u"2026-05-29~"_s);
    show();
    QVERIFY(m_panel->view()->accessibleDescription().contains(u"1"_s));
    m_selection->select(Thing::of(id));
    QVERIFY(m_panel->view()->accessibleDescription().contains(u"Drone over Galați"_s));
    QVERIFY(m_panel->view()->accessibleDescription().contains(u"c. 29 May 2026 (2026-05-29~)"_s));
}

void TestTimelinePanel::aReadOnlyProjectOffersNoEdits()
{
    const auto id = addEventNow(u"a"_s, u"2024-02-02"_s);
    const QString path = m_project->path();
    m_project.reset();
    auto project = Project::open(path, Project::Mode::ReadOnly);
    QVERIFY(project);
    m_project = std::move(*project);
    show();
    m_selection->select(Thing::of(id));
    QVERIFY(!child<QAction>(u"new-event"_s)->isEnabled());
    QVERIFY(!child<QAction>(u"edit-event"_s)->isEnabled());
    QTest::keyClick(m_panel->view(), Qt::Key_Delete);
    QTest::keyClick(m_panel->view(), Qt::Key_Return);
    QVERIFY(!m_panel->inspector()->isVisible());
    QCOMPARE(eventsNow().size(), 1);
}

void TestTimelinePanel::manyNewEventsAreReadAside()
{
    addEventNow(u"a"_s, u"2024-02-02"_s);
    show();
    {
        const QSignalBlocker silent(m_project.get());
        addEventNow(u"b"_s, u"2024-02-03"_s);
    }
    Q_EMIT m_project->changed({{}, {u"event"_s}});
    QCOMPARE(m_panel->view()->chronology().size(), 1);
    QTRY_COMPARE(m_panel->view()->chronology().size(), 2);
    // An edit that comes while they are read is in what is shown in the end.
    Q_EMIT m_project->changed({{}, {u"event"_s}});
    const auto last = addEventNow(u"c"_s, u"2024-02-04"_s);
    QTRY_COMPARE(m_panel->view()->chronology().size(), 3);
    QVERIFY(m_panel->view()->chronology().row(last) >= 0);
    // One that is closed meanwhile waits for nobody.
    Q_EMIT m_project->changed({{}, {u"event"_s}});
    m_panel.reset();
}

QTEST_MAIN(TestTimelinePanel)
#include "tst_timelinepanel.moc"
