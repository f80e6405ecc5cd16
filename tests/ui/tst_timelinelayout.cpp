#include "app/timeline/edtf.h"
#include "ui/timeline/cards.h"
#include "ui/timeline/layout.h"
#include "ui/timeline/linknames.h"

#include <QRandomGenerator>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

TimelineEntry entry(const QString &date, int lane = 0)
{
    static qint64 number = 0;
    const auto edtf = readEdtf(date);
    TimelineEntry result{
        {++number}, lane, edtf->bounds, edtf->start.approximate, edtf->end.approximate, Certainty::Confirmed, -1, false};
    return result;
}

TimelineInput inputOf(
    TimeDirection direction, QSizeF size, const QStringList &dates, const QString &from, const QString &to)
{
    TimelineInput input{direction, size, {}, {},
        {{{1}, u"Incidents"_s, 0, false}, {{2}, u"Responses"_s, 1, false}}, {}, {}, {}, -1, {}, [](int, double) {
            return std::array{QSizeF(100, 20), QSizeF(120, 40), QSizeF(160, 80)};
        }};
    if (direction == TimeDirection::Across)
        input.metrics.axis = 24;
    const double length = timeLength(direction, size, input.metrics);
    input.scale = TimeScale::fitting(
        *readEdtf(from)->bounds.startEarliest, *readEdtf(to)->bounds.startEarliest, length, 0);
    for (int i = 0; i < dates.size(); ++i)
        input.entries.append(entry(dates[i], i % 2));
    return input;
}

bool overlaps(const TimelineLayout &layout)
{
    for (qsizetype i = 0; i < layout.events.size(); ++i) {
        for (qsizetype j = i + 1; j < layout.events.size(); ++j) {
            if (layout.events[i].card.intersects(layout.events[j].card))
                return true;
        }
    }
    return false;
}

} // namespace

class TestTimelineLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void bothDirections_data();
    void bothDirections();
    void cardsNeverOverlap_data();
    void cardsNeverOverlap();
    void theChosenOneIsWhole();
    void crowdsShrink();
    void collapsedLanesHaveNoCards();
    void hits();
    void linkNames_data();
    void linkNames();
    void nothing();
};

void TestTimelineLayout::shapes_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("expected"); // fade from, core, fade to; what it is
    const auto row = [](const char *date, const char *expected) {
        QTest::newRow(date) << QString::fromUtf8(date) << QString::fromUtf8(expected);
    };
    // One pixel a day from 2026-01-01.
    row("2026-01-11", "10 11 11 11 point");
    row("2026-01-11T12:00Z", "11 11 11 11 point");
    row("2026-02", "31 45 45 59 within");
    row("2026-02~", "31 45 45 59 within soft-start soft-end");
    row("2026-01-11/2026-02-10", "10 11 40 41 span");
    row("2026-01/2026-03", "0 31 59 90 span");
    row("2026-01-11/2026-03~", "10 11 59 90 span soft-end");
    row("2026-02/..", "31 59 1000000 1000000 span open-end");
    row("../2026-02", "-1000000 -1000000 31 59 span open-start");
    row("2026-02/", "31 69 69 107 within");
    row("/2026-02", "-17 21 21 59 within");
    row("[..2026-02]", "11 35 35 59 within");
    row("../..", "-1000000 -1000000 1000000 1000000 span open-start open-end");
}

void TestTimelineLayout::shapes()
{
    QFETCH(QString, date);
    QFETCH(QString, expected);
    const TimeScale scale{*readEdtf(u"2026-01-01")->bounds.startEarliest, 86400, 365};
    const MarkShape shape = shapeOf(entry(date), scale, {});
    QString text = u"%1 %2 %3 %4 "_s.arg(qRound(shape.fadeFrom))
                       .arg(qRound(shape.coreFrom))
                       .arg(qRound(shape.coreTo))
                       .arg(qRound(shape.fadeTo));
    text += shape.isPoint ? u"point"_s : shape.isWithin ? u"within"_s : u"span"_s;
    text += (shape.softStart ? u" soft-start"_s : QString()) + (shape.softEnd ? u" soft-end"_s : QString());
    text += (shape.openStart ? u" open-start"_s : QString()) + (shape.openEnd ? u" open-end"_s : QString());
    QCOMPARE(text, expected);
}

void TestTimelineLayout::bothDirections_data()
{
    QTest::addColumn<int>("direction");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QString>("expected");
    QTest::newRow("down") << int(TimeDirection::Down) << QSizeF(400, 636)
                          << uR"(lane 0 area 68,28 24x600 track 72,28 16x600
lane 1 area 92,28 24x600 track 96,28 16x600
event 0 point 75,58 10x10 short 124,51 268x40
event 1 within 99,131 10x93 whole 124,168 268x80
event 2 span 75,131 10x96 short 124,124 268x40
event 3 point 99,515 10x10 whole 124,508 268x80)"_s;
    QTest::newRow("across") << int(TimeDirection::Across) << QSizeF(718, 300)
                            << uR"(lane 0 area 110,52 600x124 track 110,56 600x16
lane 1 area 110,176 600x124 track 110,180 600x16
event 0 point 140,59 10x10 short 140,76 120x40
event 1 within 213,183 93x10 short 254,200 120x40
event 2 span 213,59 96x10 short 216,120 120x40
event 3 point 597,183 10x10 short 590,200 120x40)"_s;
}

void TestTimelineLayout::bothDirections()
{
    QFETCH(int, direction);
    QFETCH(QSizeF, size);
    QFETCH(QString, expected);
    const auto layout = layOut(inputOf(TimeDirection(direction), size,
        {u"2026-01-11"_s, u"2026-02"_s, u"2026-02-01/2026-03-01"_s, u"2026-05-29"_s}, u"2026"_s,
        u"2026-07"_s));
    QCOMPARE(layout.dump(), expected);
    QVERIFY(!overlaps(layout));
}

void TestTimelineLayout::cardsNeverOverlap_data()
{
    QTest::addColumn<int>("direction");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("count");
    for (const int count : {1, 5, 20, 100, 2000}) {
        QTest::addRow("%d down", count) << int(TimeDirection::Down) << QSizeF(320, 700) << count;
        QTest::addRow("%d down in columns", count) << int(TimeDirection::Down) << QSizeF(900, 1400) << count;
        QTest::addRow("%d across", count) << int(TimeDirection::Across) << QSizeF(1400, 300) << count;
        QTest::addRow("%d across, flat", count) << int(TimeDirection::Across) << QSizeF(1400, 220) << count;
    }
}

void TestTimelineLayout::cardsNeverOverlap()
{
    QFETCH(int, direction);
    QFETCH(QSizeF, size);
    QFETCH(int, count);
    QRandomGenerator random(quint32(count) + quint32(size.width()));
    for (int round = 0; round < 10; ++round) {
        QStringList dates;
        for (int i = 0; i < count; ++i)
            dates.append(u"2026-%1-%2"_s.arg(random.bounded(1, 13), 2, 10, QChar(u'0'))
                             .arg(random.bounded(1, 29), 2, 10, QChar(u'0')));
        dates.sort();
        auto input = inputOf(TimeDirection(direction), size, dates, u"2026"_s, u"2027"_s);
        input.chosen = round % 2 ? random.bounded(count) : -1;
        const auto layout = layOut(input);
        QCOMPARE(layout.events.size(), count);
        QVERIFY(!overlaps(layout));
        QVERIFY(std::ranges::any_of(
            layout.events, [](const PlacedEvent &event) { return event.style != CardStyle::None; }));
        for (const PlacedEvent &event : layout.events) {
            QVERIFY(event.card.isNull() || layout.content.adjusted(-1, -1, 1, 1).contains(event.card));
            if (event.style != CardStyle::None && event.entry != input.chosen)
                QVERIFY(layout.entryAt(event.card.center()) == event.entry);
        }
    }
}

void TestTimelineLayout::theChosenOneIsWhole()
{
    QStringList dates;
    for (int day = 1; day <= 28; ++day)
        dates.append(u"2026-05-%1"_s.arg(day, 2, 10, QChar(u'0')));
    for (const auto direction : {TimeDirection::Down, TimeDirection::Across}) {
        auto input = inputOf(direction, QSizeF(600, 600), dates, u"2026"_s, u"2027"_s);
        input.chosen = 13;
        const auto layout = layOut(input);
        QCOMPARE(layout.events.last().entry, 13);
        QCOMPARE(layout.events.last().style, CardStyle::Whole);
        QVERIFY(!overlaps(layout));
        input.chosen = 14;
        QCOMPARE(layOut(input).placed(14)->style, CardStyle::Whole);
        QVERIFY(layOut(input).placed(13)->style < CardStyle::Whole);
    }
}

void TestTimelineLayout::crowdsShrink()
{
    QStringList dates{u"2026-01-15"_s};
    for (int day = 1; day <= 6; ++day)
        dates.append(u"2026-06-0%1"_s.arg(day));
    const auto layout = layOut(inputOf(TimeDirection::Down, QSizeF(320, 700), dates, u"2026"_s, u"2027"_s));
    QCOMPARE(layout.placed(0)->style, CardStyle::Whole);
    QVERIFY(layout.placed(3)->style < CardStyle::Whole);
    QVERIFY(layout.placed(3)->style > CardStyle::None);
}

void TestTimelineLayout::collapsedLanesHaveNoCards()
{
    auto input = inputOf(
        TimeDirection::Across, QSizeF(800, 300), {u"2026-02-01"_s, u"2026-03-01"_s}, u"2026"_s, u"2027"_s);
    input.lanes[0].collapsed = true;
    const auto layout = layOut(input);
    QCOMPARE(layout.placed(0)->style, CardStyle::None);
    QVERIFY(layout.placed(1)->style != CardStyle::None);
    QVERIFY(layout.lanes[0].area.height() < layout.lanes[1].area.height());
}

void TestTimelineLayout::hits()
{
    const auto layout = layOut(inputOf(
        TimeDirection::Down, QSizeF(320, 700), {u"2026-02-01"_s, u"2026-08-01"_s}, u"2026"_s, u"2027"_s));
    QCOMPARE(layout.entryAt(layout.placed(0)->mark.center()), 0);
    QCOMPARE(layout.entryAt(layout.placed(0)->mark.topLeft() - QPointF(3, 3)), 0);
    QCOMPARE(layout.entryAt(layout.placed(1)->card.center()), 1);
    QCOMPARE(layout.entryAt(QPointF(2, 2)), -1);
    QCOMPARE(layout.placed(7), nullptr);
}

void TestTimelineLayout::linkNames_data()
{
    QTest::addColumn<TimeDirection>("direction");
    QTest::addColumn<QList<QRectF>>("cards"); ///< the first is the chosen one's
    QTest::addColumn<QList<QSizeF>>("names"); ///< all on a line from (40, 0) to (40, 200)
    QTest::addColumn<QList<QRectF>>("places");
    const QSizeF name(60, 20);
    QTest::newRow("on the middle") << TimeDirection::Down << QList<QRectF>{} << QList{name} << QList<QRectF>{{10, 90, 60, 20}};
    QTest::newRow("beside the cards") << TimeDirection::Down << QList<QRectF>{{69, 0, 100, 200}} << QList{name}
                                      << QList<QRectF>{{5, 90, 60, 20}};
    QTest::newRow("beside each other") << TimeDirection::Down << QList<QRectF>{{69, 0, 100, 200}} << QList{name, name, name}
                                       << QList<QRectF>{{5, 90, 60, 20}, {5, 60, 60, 20}, {5, 120, 60, 20}};
    QTest::newRow("no room beside the cards") << TimeDirection::Down << QList<QRectF>{{65, 0, 100, 40}, {50, 80, 100, 40}} << QList{name}
                                              << QList<QRectF>{{10, 60, 60, 20}};
    QTest::newRow("between cards") << TimeDirection::Across << QList<QRectF>{{0, 0, 100, 40}, {0, 80, 100, 40}} << QList{name}
                                   << QList<QRectF>{{10, 60, 60, 20}};
    QTest::newRow("no place but over a card") << TimeDirection::Across << QList<QRectF>{{0, 0, 100, 100}, {0, 100, 100, 100}} << QList{name}
                                              << QList<QRectF>{{10, 120, 60, 20}};
    QTest::newRow("no place but over the chosen one") << TimeDirection::Across << QList<QRectF>{{0, 0, 100, 200}} << QList{name} << QList{QRectF()};
}

void TestTimelineLayout::linkNames()
{
    QFETCH(TimeDirection, direction);
    QFETCH(QList<QRectF>, cards);
    QFETCH(QList<QSizeF>, names);
    QFETCH(QList<QRectF>, places);
    TimelineLayout layout;
    layout.direction = direction;
    layout.content = {0, 0, 200, 200};
    for (const QRectF &card : cards) {
        layout.events.append(PlacedEvent());
        layout.events.last().entry = int(layout.events.size()) - 1;
        layout.events.last().card = card;
    }
    QList<LinkName> written;
    for (const QSizeF &size : names)
        written.append({{QPointF(40, 0), QPointF(40, 200 / 3.0), QPointF(40, 400 / 3.0), QPointF(40, 200)}, size});
    const QList<QRectF> placed = placeLinkNames(written, layout, cards.isEmpty() ? -1 : 0);
    QCOMPARE(placed.size(), places.size());
    for (qsizetype i = 0; i < placed.size(); ++i)
        QCOMPARE(placed.at(i).toRect(), places.at(i).toRect());
}

void TestTimelineLayout::nothing()
{
    QVERIFY(layOut(inputOf(TimeDirection::Down, QSizeF(0, 0), {}, u"2026"_s, u"2027"_s)).events.isEmpty());
    const auto tiny =
        layOut(inputOf(TimeDirection::Across, QSizeF(5, 5), {u"2026-02"_s}, u"2026"_s, u"2027"_s));
    QVERIFY(tiny.events.size() <= 1);
}

QTEST_APPLESS_MAIN(TestTimelineLayout)
#include "tst_timelinelayout.moc"
