#include "app/project/projectinfo.h"
#include "app/timeline/calendar.h"
#include "app/timeline/filterquery.h"
#include "app/timeline/savedfilter.h"
#include "tests/support/temporaryproject.h"
#include "ui/look/look.h"
#include "ui/timeline/chronologytable.h"
#include "ui/timeline/filterbar.h"
#include "ui/timeline/filtermenu.h"
#include "ui/timeline/filterrunner.h"
#include "ui/timeline/timelinefilters.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/timelineviews.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace redoubt;

class TestTimelineFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void conditionsAreChips();
    void plainWordsNeedNoChips();
    void chipsAreTakenAwayByKeys();
    void aConditionThatIsWrongSaysSo();
    void theMenuWritesTheText();
    void theMenuOffersWhatThereIs();
    void aFilterIsKept();
    void aSpanThatIsDrawn();
    void tableAndTimelineShowTheSame();
    void deletesSeveralInOneAction();
    void viewsAreRemembered();
    void manyEventsAreFilteredMeanwhile();

private:
    void show(QSize size = {900, 700});
    void type(const QString &text);
    [[nodiscard]] QStringList chipTexts() const;
    [[nodiscard]] QAction *menuAction(const QString &text) const;
    template<class T> [[nodiscard]] T *find(const QString &name = {}) const { return m_panel->findChild<T *>(name); }
    [[nodiscard]] int shown() const { return m_panel->view()->density().size(); }

    std::unique_ptr<TemporaryProject> m_project;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<TimelinePanel> m_panel;
};

void TestTimelineFilters::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    look::apply(*qApp, look::Scheme::Light);
    QApplication::setEffectEnabled(Qt::UI_General, false);
}

void TestTimelineFilters::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_project->edit([](Writer &writer) -> Result<> {
        must(addLane(writer, {{11}, u"incidents"_s, u"Incidents"_s, 0, 3, false}));
        must(addLane(writer, {{12}, u"war"_s, u"War in Ukraine"_s, 1, 4, false}));
        for (const auto &[title, date, lane] : {std::tuple(u"A drone"_s, u"2022-03-10"_s, 11), {u"B drones"_s, u"2025"_s, 12},
                 {u"C missile"_s, u"2025-09-09"_s, 11}}) {
            Event event;
            event.title = title;
            event.date = date;
            event.bounds = readEdtf(date)->bounds;
            event.lane = {lane};
            event.actors = {u"Russia"_s};
            must(addEvent(writer, event));
        }
        return setTags(writer, u"event"_s, must(events(writer)).first().id.number, {u"air & sea"_s});
    });
    m_selection = std::make_unique<Selection>();
}

void TestTimelineFilters::cleanup()
{
    m_panel.reset();
    m_selection.reset();
    m_project.reset();
}

void TestTimelineFilters::show(QSize size)
{
    m_panel = std::make_unique<TimelinePanel>(m_project->project(), *m_selection);
    m_panel->resize(size);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestTimelineFilters::type(const QString &text)
{
    QLineEdit *field = m_panel->filterField();
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

QStringList TestTimelineFilters::chipTexts() const
{
    QStringList texts;
    for (const FilterChip *chip : find<FilterBar>()->chips())
        texts.append(chip->text());
    return texts;
}

QAction *TestTimelineFilters::menuAction(const QString &text) const
{
    auto *menu = find<FilterMenu>();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->findChildren<QAction *>()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void TestTimelineFilters::conditionsAreChips()
{
    show();
    type(u"drone lane:war -in:2022 certainty:conf"_s);
    QCOMPARE(chipTexts().join(u'|'), u"“drone”|Lane: war|not in 2022|Certainty: confirmed"_s);
    QVERIFY(find<FilterBar>()->isVisible());
    QCOMPARE(shown(), 1);
    FilterChip *chip = find<FilterBar>()->chips().at(1);
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_COMPARE(m_panel->filterField()->text(), u"drone -in:2022 certainty:conf"_s);
    QCOMPARE(chipTexts().size(), 3);
}

void TestTimelineFilters::plainWordsNeedNoChips()
{
    show();
    type(u"drone 2022"_s);
    QVERIFY(!find<FilterBar>()->isVisible());
    QCOMPARE(shown(), 1);
    QTest::keyClick(m_panel->filterField(), Qt::Key_Escape);
    QCOMPARE(shown(), 3);
}

void TestTimelineFilters::chipsAreTakenAwayByKeys()
{
    show();
    type(u"lane:war tag:x actor:y"_s);
    find<FilterBar>()->chips().first()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), find<FilterBar>()->chips().at(1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QTRY_COMPARE(m_panel->filterField()->text(), u"lane:war actor:y"_s);
    QCOMPARE(QApplication::focusWidget(), find<FilterBar>()->chips().at(1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QTRY_COMPARE(m_panel->filterField()->text(), u"lane:war"_s);
}

void TestTimelineFilters::aConditionThatIsWrongSaysSo()
{
    show();
    type(u"in:2026-02-30 missile"_s);
    const FilterChip *chip = find<FilterBar>()->chips().first();
    QVERIFY2(chip->toolTip().contains(u"no such day"), qPrintable(chip->toolTip()));
    QCOMPARE(chip->accessibleDescription(), chip->toolTip());
    QCOMPARE(shown(), 1);
}

void TestTimelineFilters::theMenuWritesTheText()
{
    show();
    type(u"drone"_s);
    QAction *lane = menuAction(u"War in Ukraine"_s);
    QVERIFY(lane && lane->isCheckable() && !lane->isChecked());
    lane->trigger();
    QCOMPARE(m_panel->filterField()->text(), u"drone lane:\"War in Ukraine\""_s);
    QCOMPARE(shown(), 1);
    lane = menuAction(u"War in Ukraine"_s);
    QVERIFY(lane->isChecked());
    lane->trigger();
    QCOMPARE(m_panel->filterField()->text(), u"drone"_s);
    menuAction(u"disputed"_s)->trigger();
    QCOMPARE(m_panel->filterField()->text(), u"drone certainty:disputed"_s);
    menuAction(u"No filter"_s)->trigger();
    QCOMPARE(m_panel->filterField()->text(), QString());
}

void TestTimelineFilters::theMenuOffersWhatThereIs()
{
    show();
    QVERIFY(menuAction(u"air && sea"_s));
    QVERIFY(menuAction(u"Russia"_s));
    QVERIFY(!menuAction(u"No lane"_s));
    QVERIFY(!menuAction(u"Keep this filter…"_s)->isEnabled());
    menuAction(u"air && sea"_s)->trigger();
    QCOMPARE(m_panel->filterField()->text(), u"tag:\"air & sea\""_s);
    QCOMPARE(shown(), 1);
}

void TestTimelineFilters::aFilterIsKept()
{
    show();
    type(u"lane:war"_s);
    menuAction(u"Keep this filter…"_s)->trigger();
    auto *name = find<QLineEdit>(u"filter-name"_s);
    QVERIFY(name && name->hasFocus());
    QTest::keyClicks(name, u"The war"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(must(savedFilters(m_project->reader())).size(), 1);
    QCOMPARE(m_project->project().undoText(), u"Keep filter “The war”"_s);
    m_panel->filterField()->clear();
    menuAction(u"The war"_s)->trigger();
    QCOMPARE(m_panel->filterField()->text(), u"lane:war"_s);
    auto *menu = find<FilterMenu>();
    Q_EMIT menu->aboutToShow();
    for (QMenu *part : menu->findChildren<QMenu *>()) {
        if (part->title() == u"Remove a kept filter")
            part->actions().first()->trigger();
    }
    QVERIFY(must(savedFilters(m_project->reader())).isEmpty());
    QVERIFY(m_project->project().undo());
    QCOMPARE(must(savedFilters(m_project->reader())).first().query, u"lane:war"_s);
}

void TestTimelineFilters::aSpanThatIsDrawn()
{
    show();
    type(u"drone after:2020"_s);
    Q_EMIT m_panel->view()->spanChosen(dayNumber(2025, 1, 1) * secondsOfDay, dayNumber(2025, 2, 1) * secondsOfDay - 1);
    QCOMPARE(m_panel->filterField()->text(), u"drone in:2025-01-01/2025-01-31"_s);
    QCOMPARE(shown(), 1);
}

void TestTimelineFilters::tableAndTimelineShowTheSame()
{
    show();
    auto *views = find<TimelineViews>();
    QVERIFY(m_panel->view()->isVisible() && !find<ChronologyTable>());
    find<QAction>(u"view-as-both"_s)->trigger();
    auto *table = find<ChronologyTable>();
    QVERIFY(m_panel->view()->isVisible() && table->isVisible());
    QCOMPARE(views->orientation(), Qt::Horizontal);
    m_panel->resize(500, 900);
    QTRY_COMPARE(views->orientation(), Qt::Vertical);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(m_selection->current(), Thing::of(table->chosen()));
    QCOMPARE(m_panel->view()->chosen(), table->chosen());
    const Id<Event> last = table->chronology()->idAt(2);
    m_selection->select(Thing::of(last));
    QCOMPARE(table->chosen(), last);
    QVERIFY(table->hasFocus());
    type(u"missile"_s);
    QCOMPARE(shown(), 1);
    QCOMPARE(table->chronology()->rowCount(), 1);
    find<QAction>(u"view-as-table"_s)->trigger();
    QVERIFY(!m_panel->view()->isVisible() && table->isVisible());
    find<QAction>(u"view-as-next"_s)->trigger();
    QVERIFY(m_panel->view()->isVisible());
}

void TestTimelineFilters::deletesSeveralInOneAction()
{
    show();
    find<QAction>(u"view-as-table"_s)->trigger();
    auto *table = find<ChronologyTable>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(must(eventCount(m_project->reader())), 0);
    const auto buttons = m_panel->notice()->findChildren<QToolButton *>();
    const auto undo = std::ranges::find_if(buttons, [](QToolButton *button) { return button->text() == u"Undo"_s; });
    QVERIFY(undo != buttons.end());
    QTest::mouseClick(*undo, Qt::LeftButton);
    QCOMPARE(must(eventCount(m_project->reader())), 3);
}

void TestTimelineFilters::viewsAreRemembered()
{
    show();
    find<QAction>(u"view-as-both"_s)->trigger();
    find<ChronologyTable>()->showColumn(ChronologyColumn::Tags, true);
    const QByteArray kept = m_panel->arrangement();
    m_panel.reset();
    show();
    QVERIFY(!find<ChronologyTable>());
    m_panel->setArrangement(kept);
    QVERIFY(find<ChronologyTable>()->isVisible() && m_panel->view()->isVisible());
    QVERIFY(find<ChronologyTable>()->isShown(ChronologyColumn::Tags));
    for (const QByteArray &broken : {QByteArray(), QByteArray("x"), kept.first(7)})
        m_panel->setArrangement(broken);
    QVERIFY(find<ChronologyTable>()->isVisible());
}

/// The newest filter wins, edits on the way do no harm, and what was found stays while it is looked for again.
void TestTimelineFilters::manyEventsAreFilteredMeanwhile()
{
    m_project->edit([](Writer &writer) {
        return writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                          "INSERT INTO event (id, key, title, date, start_earliest, start_latest, end_earliest, end_latest) "
                          "SELECT i, 'e' || i, 'Event ' || (i % 100), '1970', i, i, i, i FROM n"_s);
    });
    show();
    QCOMPARE(shown(), 20'003);
    type(u"\"event 4\""_s);
    QTRY_COMPARE(shown(), 2200);
    m_project->edit([](Writer &writer) { return writer.run(u"UPDATE event SET title = 'Other' WHERE id = 4"_s); });
    QVERIFY(shown() == 2200 || shown() == 2199);
    QTRY_COMPARE(shown(), 2199);
    type(u"Other"_s);
    QTRY_COMPARE(shown(), 1);
    m_panel->filterField()->clear();
    QTRY_COMPARE(shown(), 20'003);
}

QTEST_MAIN(TestTimelineFilters)
#include "tst_timelinefilters.moc"
