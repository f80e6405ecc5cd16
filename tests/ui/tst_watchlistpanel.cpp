#include "app/commands/sample.h"
#include "app/sources/evidence.h"
#include "app/sources/source.h"
#include "app/timeline/event.h"
#include "app/watchlist/score.h"
#include "tests/ui/watchlistfixture.h"
#include "ui/look/look.h"
#include "ui/watchlist/calibrationfoot.h"
#include "ui/watchlist/watchlistdelegate.h"
#include "ui/watchlist/watchlistmodel.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestWatchListPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_case = std::make_unique<WatchListFixture>(); }
    void cleanup() { m_case.reset(); }
    void emptyProject();
    void resolveByKeys();
    void resolveByMouse();
    void resolveCancelled();
    void reopen();
    void deleteAndUndo();
    void selectionBothWays();
    void sourceMarksIndicators();
    void filterAndEscape();
    void foldLine();
    void calibration();
    void lowPanel();

private:
    std::unique_ptr<WatchListFixture> m_case;
};

void TestWatchListPanel::emptyProject()
{
    m_case->open();
    QVERIFY(!m_case->view()->isVisible());
    const auto buttons = m_case->panel->findChildren<QPushButton *>();
    const auto first = std::ranges::find_if(buttons, [](QPushButton *button) { return button->isVisible(); });
    QVERIFY(first != buttons.end());
    QTest::mouseClick(*first, Qt::LeftButton);
    QVERIFY(m_case->inspector()->isVisible());
    QVERIFY(m_case->inspector()->isDraft());
    QVERIFY(!m_case->act(u"deleteIndicator"_s)->isEnabled());
}

void TestWatchListPanel::resolveByKeys()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->selection.select(Thing::of(before.id));
    m_case->view()->setFocus();
    QTest::keyClick(m_case->view(), Qt::Key_Space);
    auto *first = m_case->part<QPushButton>(u"choice1"_s);
    QVERIFY(first);
    QTRY_VERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Down);
    QVERIFY(m_case->part<QPushButton>(u"choice2"_s)->hasFocus());
    QTest::keyClick(m_case->part<QPushButton>(u"choice2"_s), Qt::Key_Return);
    QTRY_VERIFY(m_case->stored(before.id).isResolved());
    QVERIFY(!m_case->stored(before.id).outcomes[0].occurred);
    QVERIFY(m_case->stored(before.id).outcomes[1].occurred);
    QCOMPARE(m_case->file.project().undoText(), u"Resolve indicator “Posture”"_s);
    QCOMPARE(m_case->titles(), QStringList{u"1 resolved"_s});
    QCOMPARE(m_case->panel->notice()->text(), u"Resolved “Posture”."_s);
    must(m_case->file.project().undo());
    QCOMPARE(m_case->stored(before.id), before);
    QCOMPARE(m_case->titles(), QStringList{u"Posture"_s});
}

void TestWatchListPanel::resolveByMouse()
{
    m_case->add(watched(u"Before"_s, u"2026-06-02"_s));
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    const QRect card = m_case->view()->visualRect(m_case->view()->model()->index(1, 0));
    QTest::mouseClick(m_case->view()->viewport(), Qt::LeftButton, {}, WatchListDelegate::checkArea(card).center());
    QCOMPARE(m_case->selection.current(), Thing::of(before.id));
    auto *none = m_case->part<QPushButton>(u"choice3"_s);
    QVERIFY(none);
    QVERIFY(m_case->view()->viewport()->rect().contains(none->parentWidget()->geometry()));
    QTest::mouseClick(none, Qt::LeftButton);
    QTRY_VERIFY(m_case->stored(before.id).isResolved());
    QVERIFY(!m_case->stored(before.id).outcomes[0].occurred && !m_case->stored(before.id).outcomes[1].occurred);
}

void TestWatchListPanel::resolveCancelled()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->selection.select(Thing::of(before.id));
    m_case->view()->setFocus();
    const int height = m_case->view()->visualRect(m_case->view()->currentIndex()).height();
    QTest::keyClick(m_case->view(), Qt::Key_Space);
    QTRY_VERIFY(m_case->part<QPushButton>(u"choice1"_s)->hasFocus());
    QVERIFY(m_case->view()->visualRect(m_case->view()->currentIndex()).height() > height);
    QTest::keyClick(m_case->part<QPushButton>(u"choice1"_s), Qt::Key_Escape);
    QTRY_VERIFY(!m_case->part<QPushButton>(u"choice1"_s));
    QTRY_COMPARE(m_case->view()->visualRect(m_case->view()->currentIndex()).height(), height);
    QVERIFY(m_case->view()->hasFocus());
    QTest::keyClick(m_case->view(), Qt::Key_Space);
    QTRY_VERIFY(m_case->part<QPushButton>(u"choice1"_s)->hasFocus());
    m_case->panel->filterField()->setFocus();
    QTRY_VERIFY(!m_case->part<QPushButton>(u"choice1"_s));
    QVERIFY(m_case->panel->filterField()->hasFocus());
    QCOMPARE(m_case->stored(before.id), before);
}

void TestWatchListPanel::reopen()
{
    const Indicator before = m_case->add(watched(u"Posture"_s, {}));
    m_case->file.edit([&](Writer &writer) { return resolve(writer, before.id, before.outcomes[0].id, day(30)); });
    m_case->open();
    qobject_cast<WatchListModel *>(m_case->view()->model())->setResolvedShown(true);
    m_case->selection.select(Thing::of(before.id));
    m_case->view()->setFocus();
    QVERIFY(!m_case->act(u"resolveIndicator"_s)->isEnabled());
    QVERIFY(m_case->act(u"reopenIndicator"_s)->isEnabled());
    QTest::keyClick(m_case->view(), Qt::Key_Space);
    QCOMPARE(m_case->stored(before.id), before);
    QVERIFY(m_case->act(u"resolveIndicator"_s)->isEnabled());
}

void TestWatchListPanel::deleteAndUndo()
{
    const Indicator first = m_case->add(watched(u"First"_s, u"2026-06-02"_s));
    const Indicator second = m_case->add(watched(u"Second"_s, u"2026-06-03"_s));
    m_case->open();
    m_case->selection.select(Thing::of(first.id));
    m_case->view()->setFocus();
    QTest::keyClick(m_case->view(), Qt::Key_Delete);
    QCOMPARE(must(indicators(m_case->file.reader())), QList{second});
    QCOMPARE(m_case->selection.current(), Thing::of(second.id));
    QCOMPARE(m_case->panel->notice()->text(), u"Deleted “First”."_s);
    const auto buttons = m_case->panel->notice()->findChildren<QToolButton *>();
    const auto undo = std::ranges::find(buttons, u"Undo"_s, &QToolButton::text);
    QVERIFY(undo != buttons.end());
    QTest::mouseClick(*undo, Qt::LeftButton);
    QCOMPARE(m_case->stored(first.id), first);
    QCOMPARE(m_case->titles(), (QStringList{u"First"_s, u"Second"_s}));
}

void TestWatchListPanel::selectionBothWays()
{
    Event event;
    event.title = u"Strike"_s;
    m_case->file.edit([&](Writer &writer) { return addEvent(writer, event); });
    const Indicator first = m_case->add(watched(u"First"_s, u"2026-06-02"_s));
    Indicator linked = watched(u"Linked"_s, u"2026-06-03"_s);
    linked.events = {event.id};
    linked = m_case->add(linked);
    m_case->open();
    const auto related = [this](int row) { return m_case->view()->model()->index(row, 0).data(WatchListModel::RelatedRole).toBool(); };
    m_case->panel->filterField()->setFocus();
    m_case->selection.select(Thing::of(event.id));
    QVERIFY(!related(0));
    QVERIFY(related(1));
    QVERIFY(!m_case->act(u"editIndicator"_s)->isEnabled());
    m_case->selection.select(Thing::of(linked.id));
    QCOMPARE(m_case->view()->currentIndex().row(), 1);
    QVERIFY(m_case->view()->selectionModel()->isSelected(m_case->view()->currentIndex()));
    QVERIFY(!related(1));
    QVERIFY(m_case->panel->filterField()->hasFocus());
    m_case->view()->setFocus();
    QTest::keyClick(m_case->view(), Qt::Key_Up);
    QCOMPARE(m_case->selection.current(), Thing::of(first.id));
    // What may be dragged away is chosen only when it is let go.
    const QPoint second = m_case->view()->visualRect(m_case->view()->model()->index(1, 0)).center();
    QTest::mousePress(m_case->view()->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(m_case->selection.current(), Thing::of(first.id));
    QTest::mouseRelease(m_case->view()->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(m_case->selection.current(), Thing::of(linked.id));
    m_case->selection.back();
    QCOMPARE(m_case->view()->currentIndex().row(), 0);
}

void TestWatchListPanel::sourceMarksIndicators()
{
    Event event;
    event.title = u"Strike"_s;
    Source source;
    source.title = u"Wire"_s;
    Source other;
    other.title = u"Post"_s;
    m_case->file.edit([&](Writer &writer) { return addEvent(writer, event); });
    m_case->file.edit([&](Writer &writer) { return addSource(writer, source); });
    m_case->file.edit([&](Writer &writer) { return addSource(writer, other); });
    Evidence evidence{{}, event.id, source.id, Stance::Corroborates, {}};
    m_case->file.edit([&](Writer &writer) { return addEvidence(writer, evidence); });
    Indicator byEvent = watched(u"By event"_s, u"2026-06-02"_s);
    byEvent.events = {event.id};
    m_case->add(byEvent);
    const Indicator bySeen = m_case->add(watched(u"By observation"_s, u"2026-06-03"_s));
    Observation observation{{}, bySeen.id, day(2), u"Seen"_s, {}, other.id};
    m_case->file.edit([&](Writer &writer) { return addObservation(writer, observation); });
    m_case->open();
    const auto marked = [this] {
        QStringList list;
        for (int row = 0; row < m_case->view()->model()->rowCount(); ++row) {
            if (m_case->view()->model()->index(row, 0).data(WatchListModel::RelatedRole).toBool())
                list.append(m_case->view()->model()->index(row, 0).data().toString());
        }
        return list;
    };
    m_case->selection.select(Thing::of(source.id));
    QCOMPARE(marked(), QStringList{u"By event"_s});
    m_case->selection.select(Thing::of(other.id));
    QCOMPARE(marked(), QStringList{u"By observation"_s});
}

void TestWatchListPanel::filterAndEscape()
{
    m_case->add(watched(u"Posture"_s, u"2026-06-02"_s));
    m_case->add(watched(u"Severance"_s, u"2026-05-02"_s));
    m_case->open();
    QTest::keyClick(m_case->panel.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_case->panel->filterField()->hasFocus());
    QTest::keyClicks(m_case->panel->filterField(), u"sever"_s);
    QCOMPARE(m_case->titles(), QStringList{u"Severance"_s});
    QTest::keyClicks(m_case->panel->filterField(), u"xx"_s);
    QVERIFY(!m_case->view()->isVisible());
    QTest::keyClick(m_case->panel->filterField(), Qt::Key_Escape);
    QCOMPARE(m_case->titles(), (QStringList{u"Severance"_s, u"Posture"_s}));
    QVERIFY(m_case->view()->isVisible());
    const auto actions = m_case->part<QToolButton>(u"watchFilter"_s)->menu()->actions();
    const auto overdue = std::ranges::find(actions, u"Overdue"_s, &QAction::text);
    (*overdue)->trigger();
    QCOMPARE(m_case->titles(), QStringList{u"Severance"_s});
    QVERIFY(m_case->part<QToolButton>(u"watchFilter"_s)->isChecked());
    m_case->act(u"clearWatchFilter"_s)->trigger();
    QCOMPARE(m_case->titles().size(), 2);
    QCOMPARE(m_case->panel->statusText(), u"1 overdue"_s);
}

void TestWatchListPanel::foldLine()
{
    const Indicator done = m_case->add(watched(u"Done"_s, {}));
    m_case->file.edit([&](Writer &writer) { return resolve(writer, done.id, {}, day(30)); });
    m_case->open();
    QCOMPARE(m_case->titles(), QStringList{u"1 resolved"_s});
    QTest::mouseClick(m_case->view()->viewport(), Qt::LeftButton, {}, m_case->view()->visualRect(m_case->view()->model()->index(0, 0)).center());
    QCOMPARE(m_case->titles(), (QStringList{u"1 resolved"_s, u"Done"_s}));
    m_case->view()->setFocus();
    QTest::keyClick(m_case->view(), Qt::Key_Left);
    QCOMPARE(m_case->titles().size(), 1);
    QTest::keyClick(m_case->view(), Qt::Key_Space);
    QCOMPARE(m_case->titles().size(), 2);
    QCOMPARE(must(indicators(m_case->file.reader())).first().isResolved(), true);
}

void TestWatchListPanel::calibration()
{
    m_case->open();
    auto *foot = m_case->part<CalibrationFoot>();
    for (int i = 0; i < Score::enough; ++i) {
        QVERIFY(!foot->isVisible());
        const Indicator indicator = m_case->add(watched(u"Done %1"_s.arg(i), {}));
        m_case->file.edit([&](Writer &writer) { return resolve(writer, indicator.id, indicator.outcomes[0].id, day(30)); });
    }
    QVERIFY(foot->isVisible());
    const auto labels = foot->findChildren<QLabel *>();
    QVERIFY(std::ranges::contains(labels, u"Brier 0.14"_s, &QLabel::text));
    QVERIFY(std::ranges::contains(labels, u"5 resolved, 10 forecasts"_s, &QLabel::text));
    must(m_case->file.project().undo());
    QVERIFY(!foot->isVisible());
}

void TestWatchListPanel::lowPanel()
{
    const Indicator indicator = m_case->add(watched(u"Posture"_s, {}));
    m_case->open();
    m_case->panel->resize(320, 500);
    m_case->edit(indicator);
    QVERIFY(!m_case->view()->isVisible());
    QTest::mouseClick(m_case->part<QToolButton>(u"closeInspector"_s), Qt::LeftButton);
    QVERIFY(m_case->view()->isVisible());
    m_case->panel->resize(360, 900);
    m_case->edit(indicator);
    QVERIFY(m_case->view()->isVisible());
}

QTEST_MAIN(TestWatchListPanel)
#include "tst_watchlistpanel.moc"
