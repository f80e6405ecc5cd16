#include "app/project/projectinfo.h"
#include "tests/support/temporaryproject.h"
#include "ui/look/listrow.h"
#include "ui/look/look.h"
#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"
#include "ui/timeline/zonemenu.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMenu>
#include <QSignalSpy>

using namespace redoubt;

/// What the mouse does on a timeline of a real project, seen from the project.
class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void draggingAMarkMovesTheEvent();
    void draggingAMarkBeyondCarriesItOut();
    void escapePutsItBack();
    void draggingAnEndChangesTheSpan();
    void aSetSaysWhyItStays();
    void aTitleFoldsItsLane();
    void aClusterOpens();
    void oneMomentIsListed();
    void shiftDrawsASpan();
    void theOverviewPans();
    void aFlickGoesOn();
    void linksAreDrawnWithTheirLag();
    void theTimeZoneIsKept();
    void aCardHasASecondLineWhereItsTitleNeedsOne_data();
    void aCardHasASecondLineWhereItsTitleNeedsOne();

private:
    Id<Event> add(const QString &date, Id<Lane> lane = {});
    void show(QSize size = {1000, 400});
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) const;
    [[nodiscard]] QString dateOf(Id<Event> id) { return must(redoubt::event(m_case->reader(), id))->date; }
    [[nodiscard]] TimelineView *view() const { return m_panel->view(); }

    std::unique_ptr<TemporaryProject> m_case;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<TimelinePanel> m_panel;
};

void TestTimelineView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    look::apply(*qApp, look::Scheme::Light);
    QApplication::setEffectEnabled(Qt::UI_General, false);
}

void TestTimelineView::init()
{
    m_case = std::make_unique<TemporaryProject>();
    m_selection = std::make_unique<Selection>();
}

void TestTimelineView::cleanup()
{
    QApplication::setEffectEnabled(Qt::UI_General, false);
    m_panel.reset();
    m_selection.reset();
    m_case.reset();
}

Id<Event> TestTimelineView::add(const QString &date, Id<Lane> lane)
{
    Event event;
    event.title = u"On "_s + date;
    event.date = date;
    event.bounds = must(readEdtf(date)).bounds;
    event.lane = lane;
    m_case->edit([&](Writer &writer) { return addEvent(writer, event); });
    return event.id;
}

void TestTimelineView::show(QSize size)
{
    m_panel = std::make_unique<TimelinePanel>(m_case->project(), *m_selection);
    m_panel->resize(size);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestTimelineView::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers) const
{
    QTest::mousePress(view(), Qt::LeftButton, modifiers, from);
    QTest::mouseMove(view(), (from + to) / 2);
    QTest::mouseMove(view(), to);
    QTest::mouseRelease(view(), Qt::LeftButton, modifiers, to);
}

void TestTimelineView::draggingAMarkBeyondCarriesItOut()
{
    const auto id = add(u"2026-05-10"_s);
    add(u"2026-04-01"_s);
    add(u"2026-06-30"_s);
    show();
    // Without the panel, which would begin to drag a link.
    QList<Id<Event>> carried;
    disconnect(view(), &TimelineView::eventCarriedOut, nullptr, nullptr);
    connect(view(), &TimelineView::eventCarriedOut, this, [&](Id<Event> out) { carried.append(out); });
    const QSignalSpy chosen(view(), &TimelineView::eventChosen);
    const QPoint from = view()->placed(id)->mark.center().toPoint();
    QTest::mousePress(view(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view(), from + QPoint(60, 0));
    QVERIFY(carried.isEmpty());
    QTest::mouseMove(view(), QPoint(from.x(), -40));
    QCOMPARE(carried, QList<Id<Event>>{id});
    QVERIFY2(chosen.isEmpty(), "others that follow what is chosen take away the place to drop it");
    QTest::mouseRelease(view(), Qt::LeftButton, {}, QPoint(from.x(), -40));
    QCOMPARE(dateOf(id), u"2026-05-10"_s);
    QVERIFY(std::abs(view()->placed(id)->mark.center().x() - from.x()) < 2);
}

void TestTimelineView::draggingAMarkMovesTheEvent()
{
    const auto id = add(u"2026-05-10"_s);
    add(u"2026-04-01"_s);
    add(u"2026-06-30"_s);
    show();
    const QPoint from = view()->placed(id)->mark.center().toPoint();
    const int tenDays = int(10 * 86400 / view()->scale().secondsPerPixel);
    drag(from, from + QPoint(tenDays, 0));
    QCOMPARE(dateOf(id), u"2026-05-20"_s);
    QCOMPARE(must(redoubt::event(m_case->reader(), id))->bounds, must(readEdtf(u"2026-05-20")).bounds);
    must(m_case->project().undo());
    QCOMPARE(dateOf(id), u"2026-05-10"_s);
}

void TestTimelineView::escapePutsItBack()
{
    const auto id = add(u"2026-05-10"_s);
    add(u"2026-04-01"_s);
    add(u"2026-06-30"_s);
    show();
    const QPoint from = view()->placed(id)->mark.center().toPoint();
    QTest::mousePress(view(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view(), from + QPoint(100, 0));
    QTest::mouseMove(view(), from + QPoint(200, 0));
    QVERIFY(view()->placed(id)->mark.center().x() > from.x() + 150);
    QTest::keyClick(view(), Qt::Key_Escape);
    QVERIFY(std::abs(view()->placed(id)->mark.center().x() - from.x()) < 2);
    QTest::mouseRelease(view(), Qt::LeftButton, {}, from + QPoint(200, 0));
    QCOMPARE(dateOf(id), u"2026-05-10"_s);
}

void TestTimelineView::draggingAnEndChangesTheSpan()
{
    const auto id = add(u"2026-05-01/2026-06-01"_s);
    add(u"2026-04-01"_s);
    add(u"2026-08-30"_s);
    show();
    const QRectF mark = view()->placed(id)->mark;
    const int days = int(14 * 86400 / view()->scale().secondsPerPixel);
    const QPoint end(int(mark.right()) - 1, int(mark.center().y()));
    drag(end, end + QPoint(days, 0));
    QCOMPARE(dateOf(id), u"2026-05-01/2026-06-15"_s);
}

void TestTimelineView::aSetSaysWhyItStays()
{
    const auto id = add(u"[2026-05-10,2026-05-11]"_s);
    add(u"2026-04-01"_s);
    add(u"2026-06-30"_s);
    show();
    const QPoint from = view()->placed(id)->mark.center().toPoint();
    drag(from, from + QPoint(100, 0));
    QCOMPARE(dateOf(id), u"[2026-05-10,2026-05-11]"_s);
}

void TestTimelineView::aTitleFoldsItsLane()
{
    const Lane lane{Id<Lane>::make(), u"a"_s, u"A"_s, 0, 0, false};
    m_case->edit([&](Writer &writer) { return addLane(writer, lane); });
    add(u"2026-05-10"_s, lane.id);
    for (const QSize size : {QSize(1000, 400), QSize(320, 800)}) {
        show(size);
        const QPoint title = view()->shown().lanes.first().title.center().toPoint();
        QTest::mouseClick(view(), Qt::LeftButton, {}, title);
        QVERIFY(must(lanes(m_case->reader())).first().collapsed);
        QVERIFY(view()->chronology().lanes().first().collapsed);
        must(m_case->project().undo());
        QVERIFY(!view()->chronology().lanes().first().collapsed);
    }
}

void TestTimelineView::aClusterOpens()
{
    for (int i = 0; i < 20; ++i)
        add(u"2026-05-10T%1:00Z"_s.arg(i, 2, 10, QChar(u'0')));
    add(u"2020"_s);
    show({700, 240});
    QCOMPARE(view()->sight().clusters.size(), 1);
    QVERIFY(view()->accessibleDescription().contains(u"21"_s));
    QTest::mouseClick(view(), Qt::LeftButton, {}, view()->shown().clusters.first().mark.center().toPoint());
    QTRY_VERIFY(view()->sight().clusters.isEmpty());
    QTRY_VERIFY(view()->sight().entries.size() >= 20);
}

void TestTimelineView::oneMomentIsListed()
{
    QList<Id<Event>> ids;
    for (int i = 1; i <= 12; ++i)
        ids.append(add(u"2026-05-10"_s));
    add(u"2020"_s);
    show({700, 240});
    QCOMPARE(view()->sight().clusters.size(), 1);
    QTest::mouseClick(view(), Qt::LeftButton, {}, view()->shown().clusters.first().mark.center().toPoint());
    auto *menu = view()->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 12);
    menu->actions().at(3)->trigger();
    QVERIFY(ids.contains(m_selection->current().event()));
    menu->close();
}

void TestTimelineView::shiftDrawsASpan()
{
    add(u"2026-01-01"_s);
    add(u"2026-12-31"_s);
    show();
    QSignalSpy spans(view(), &TimelineView::spanChosen);
    const TimeScale before = view()->scale();
    const QRectF content = view()->shown().content;
    const QPoint from(int(content.left()) + 200, int(content.bottom()) - 10);
    drag(from, from + QPoint(150, 0), Qt::ShiftModifier);
    QCOMPARE(spans.count(), 1);
    QVERIFY(std::abs(before.position(spans.first().at(0).toLongLong()) - 200) < 2);
    QVERIFY(std::abs(before.position(spans.first().at(1).toLongLong()) - 350) < 2);
    QCOMPARE(view()->scale(), before);
}

void TestTimelineView::theOverviewPans()
{
    add(u"2020-01-01"_s);
    add(u"2026-12-31"_s);
    show();
    view()->setScale(view()->scale().zoomed(8, 300));
    const TimeScale before = view()->scale();
    const QRectF window = view()->overview().window(view()->direction(), view()->shown().overview, before);
    drag(window.center().toPoint(), window.center().toPoint() + QPoint(40, 0));
    const QRectF after = view()->overview().window(view()->direction(), view()->shown().overview, view()->scale());
    QVERIFY(std::abs(after.left() - window.left() - 40) < 2);
    QCOMPARE(view()->scale().secondsPerPixel, before.secondsPerPixel);
    drag(QPoint(int(after.right()), int(after.center().y())), QPoint(int(after.right()) + 30, int(after.center().y())));
    QVERIFY(view()->scale().secondsPerPixel > before.secondsPerPixel);
}

void TestTimelineView::aFlickGoesOn()
{
    add(u"2020-01-01"_s);
    add(u"2026-12-31"_s);
    show();
    const QRectF content = view()->shown().content;
    const QPoint from(int(content.right()) - 100, int(content.bottom()) - 10);
    const auto pass = [](int milliseconds) {
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(timer.elapsed() >= milliseconds);
    };
    const auto flick = [&] {
        QTest::mousePress(view(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 6; ++i) {
            pass(5);
            QTest::mouseMove(view(), from - QPoint(i * 20, 0));
        }
        QTest::mouseRelease(view(), Qt::LeftButton, {}, from - QPoint(120, 0));
        return view()->scale();
    };
    QCOMPARE(look::motion(), 0);
    const TimeScale still = flick();
    pass(50);
    QCOMPARE(view()->scale(), still);
    QApplication::setEffectEnabled(Qt::UI_General, true);
    if (look::motion() == 0)
        QSKIP("This system asks for no motion.");
    const TimeScale released = flick();
    QTRY_VERIFY(view()->scale().origin > released.origin);
    QTest::mousePress(view(), Qt::LeftButton, {}, from);
    const TimeScale stopped = view()->scale();
    pass(50);
    QCOMPARE(view()->scale(), stopped);
    QTest::mouseRelease(view(), Qt::LeftButton, {}, from);
}

void TestTimelineView::linksAreDrawnWithTheirLag()
{
    const auto cause = add(u"2026-05-10"_s);
    const auto effect = add(u"2026-05-13"_s);
    const auto tooEarly = add(u"2026-05-01"_s);
    m_case->edit([&](Writer &writer) -> Result<> {
        Link late{{}, effect, cause, LinkKind::ResponseTo, {}};
        Link early{{}, tooEarly, cause, LinkKind::ResponseTo, {}};
        must(addLink(writer, late));
        return addLink(writer, early);
    });
    show();
    QVERIFY(view()->links().isEmpty());
    m_selection->select(Thing::of(cause));
    QCOMPARE(view()->links().size(), 2);
    QCOMPARE(view()->links().first().text, u"response to · 3 days later"_s);
    QVERIFY(!view()->links().first().isReversed);
    QVERIFY(view()->links().last().isReversed);
    QVERIFY(!view()->grab().isNull());
    m_selection->select(Thing::of(effect));
    QCOMPARE(view()->links().size(), 1);
}

void TestTimelineView::theTimeZoneIsKept()
{
    add(u"2026-05-10"_s);
    show();
    auto *zones = m_panel->findChild<ZoneMenu *>();
    QVERIFY(zones);
    Q_EMIT zones->aboutToShow();
    QVERIFY(zones->actions().size() > 4);
    Q_EMIT zones->zoneChosen(u"Europe/Bucharest"_s);
    QCOMPARE(must(projectInfo(m_case->reader())).timeZone, u"Europe/Bucharest"_s);
    must(m_case->project().undo());
    QCOMPARE(must(projectInfo(m_case->reader())).timeZone, u"UTC"_s);
}

void TestTimelineView::aCardHasASecondLineWhereItsTitleNeedsOne_data()
{
    QTest::addColumn<int>("style");
    QTest::addColumn<int>("around"); ///< the title, to the edges of the card
    QTest::newRow("short") << 1 << look::hair + look::related + look::tight;
    QTest::newRow("whole") << 2 << look::hair + 2 * look::related;
}

void TestTimelineView::aCardHasASecondLineWhereItsTitleNeedsOne()
{
    QFETCH(int, style);
    QFETCH(int, around);
    const TimelinePainter painter(look::colours(QApplication::palette()));
    const QString title = u"A missile kills two at Przewodów"_s;
    const double needed = look::Line(look::font(look::Text::Body, true), nullptr, title).advance() + around;
    const auto height = [&](const QString &words, double breadth) { return painter.cardSizes({words, {}}, breadth)[size_t(style)].height(); };
    QCOMPARE(height(title, std::ceil(needed)), height(u"A"_s, 300));
    QVERIFY(height(title, std::floor(needed) - 1) > height(u"A"_s, 300));
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
