#include "tests/support/temporaryproject.h"
#include "ui/timeline/layout.h"
#include "ui/timeline/overview.h"

#include <QRandomGenerator>

using namespace redoubt;

namespace {

constexpr qint64 day = 86400;

struct Case
{
    TemporaryProject project;
    std::shared_ptr<Chronology> chronology;
    std::unique_ptr<Density> density;

    /// Events of days in a lane; `days` are those since 1970.
    explicit Case(const QList<std::pair<qint64, qint64>> &days)
    {
        project.edit([&](Writer &writer) -> Result<> {
            const Lane lane{Id<Lane>::make(), u"a"_s, u"A"_s, 0, 0, false};
            must(addLane(writer, lane));
            for (const auto &[from, to] : days) {
                Event event;
                event.title = u"x"_s;
                event.lane = lane.id;
                event.bounds = {from * day, from * day + day - 1, to * day, to * day + day - 1};
                must(addEvent(writer, event));
            }
            return {};
        });
        chronology = std::make_shared<Chronology>(must(Chronology::read(project.reader())));
        density = std::make_unique<Density>(*chronology);
    }

    [[nodiscard]] Sight sight(const TimeScale &scale, std::vector<int> always = {}) const
    {
        return sightOf({*chronology, *density, {}, scale, {}, 1, std::move(always)});
    }
};

/// Each event that touches the span is drawn, or stands in a cluster or under a profile.
int drawn(const Case &of, const Sight &sight, const TimeScale &scale)
{
    int count = 0;
    for (const TimelineEntry &entry : sight.entries) {
        const Extent extent = extentOf(entry.bounds);
        count += extent.last >= scale.origin && extent.first <= scale.last() ? 1 : 0;
    }
    for (const Cluster &cluster : sight.clusters)
        count += cluster.starts.last >= scale.origin && cluster.starts.first <= scale.last() ? cluster.count : 0;
    return sight.profiles.isEmpty() ? count : of.density->size();
}

} // namespace

class TestSight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewAreDrawnOneByOne();
    void crowdsAreClusters();
    void crowdsBesideCrowdsAreAProfile();
    void longOnesAreDrawnInCrowds();
    void tooManyLongOnesAreAProfile();
    void whatIsChosenIsDrawn();
    void nobodyIsLost();
    void clustersStayWhileOnePans();
    void clustersAndProfilesHaveTheirPlaces();
    void theWindowOfTheOverview();
};

void TestSight::fewAreDrawnOneByOne()
{
    const Case some({{0, 0}, {100, 100}, {200, 230}});
    const Sight sight = some.sight({0, day, 400});
    QCOMPARE(sight.entries.size(), 3);
    QVERIFY(sight.clusters.isEmpty());
    QVERIFY(sight.profiles.isEmpty());
}

void TestSight::crowdsAreClusters()
{
    QList<std::pair<qint64, qint64>> days{{300, 300}};
    for (int i = 0; i < 9; ++i)
        days.append({100 + i / 5, 100 + i / 5});
    const Case crowd(days);
    const Sight sight = crowd.sight({0, day, 400});
    QCOMPARE(sight.clusters.size(), 1);
    QCOMPARE(sight.clusters.first().count, 9);
    QCOMPARE(sight.clusters.first().starts, (Extent{100 * day, 101 * day}));
    QVERIFY(!sight.clusters.first().isOneMoment());
    QCOMPARE(sight.entries.size(), 1);
    // From near enough they are apart.
    const Sight near = crowd.sight({99 * day, 600, 400});
    QVERIFY(near.clusters.size() <= 2);
    for (const Cluster &cluster : near.clusters)
        QVERIFY(cluster.isOneMoment());
}

void TestSight::crowdsBesideCrowdsAreAProfile()
{
    QList<std::pair<qint64, qint64>> days{{350, 350}};
    for (int i = 0; i < 2000; ++i)
        days.append({50 + i % 200, 50 + i % 200});
    const Case crowd(days);
    const Sight sight = crowd.sight({0, day, 400});
    QCOMPARE(sight.profiles.size(), 1);
    // Ten a day, in columns that touch two or three days.
    QVERIFY(sight.most >= 20 && sight.most <= 30);
    QCOMPARE(sight.profiles.first().edges.size(), sight.profiles.first().counts.size() + 1);
    QCOMPARE(sight.entries.size(), 1);
}

void TestSight::longOnesAreDrawnInCrowds()
{
    QList<std::pair<qint64, qint64>> days{{60, 300}};
    for (int i = 0; i < 2000; ++i)
        days.append({50 + i % 200, 50 + i % 200});
    const Case crowd(days);
    const Sight sight = crowd.sight({0, day, 400});
    QCOMPARE(sight.entries.size(), 1);
    QCOMPARE(extentOf(sight.entries.first().bounds).length(), 241 * day);
}

void TestSight::tooManyLongOnesAreAProfile()
{
    QList<std::pair<qint64, qint64>> days;
    for (int i = 0; i < 500; ++i)
        days.append({i % 100, 250 + i % 50});
    const Case crowd(days);
    const Sight sight = crowd.sight({0, day, 400});
    QCOMPARE(sight.profiles.size(), 1);
    QVERIFY(sight.entries.size() < 20);
    QCOMPARE(sight.most, 500);
}

void TestSight::whatIsChosenIsDrawn()
{
    QList<std::pair<qint64, qint64>> days;
    for (int i = 0; i < 50; ++i)
        days.append({100, 100});
    const Case crowd(days);
    QVERIFY(crowd.sight({0, day, 400}).entries.isEmpty());
    const Sight sight = crowd.sight({0, day, 400}, {7, 7});
    QCOMPARE(sight.entries.size(), 1);
    QCOMPARE(sight.entries.first().row, 7);
}

void TestSight::nobodyIsLost()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 12; ++round) {
        QList<std::pair<qint64, qint64>> days;
        for (int i = 0; i < 20 * (round + 1); ++i) {
            const qint64 from = random.bounded(1000);
            days.append({from, from + (random.bounded(6) == 0 ? random.bounded(40) : 0)});
        }
        const Case some(days);
        for (const double perPixel : {1.0, 0.3, 3.0}) {
            const TimeScale scale{random.bounded(800) * day, perPixel * day, 400};
            const int there = some.density->touching(0, {scale.origin, scale.last()});
            QVERIFY2(drawn(some, some.sight(scale), scale) >= there, qPrintable(QString::number(round)));
        }
    }
}

void TestSight::clustersStayWhileOnePans()
{
    QList<std::pair<qint64, qint64>> days;
    for (int i = 0; i < 40; ++i)
        days.append({150 + i / 10 * 3, 150 + i / 10 * 3});
    const Case crowd(days);
    const auto countsAt = [&](const TimeScale &scale) {
        QList<int> counts;
        for (const Cluster &cluster : crowd.sight(scale).clusters)
            counts.append(cluster.count);
        return counts;
    };
    const TimeScale scale{0, day, 400};
    QVERIFY(!countsAt(scale).isEmpty());
    for (int pixels = 1; pixels < 60; ++pixels)
        QCOMPARE(countsAt(scale.panned(pixels)), countsAt(scale));
}

void TestSight::clustersAndProfilesHaveTheirPlaces()
{
    QList<std::pair<qint64, qint64>> days;
    for (int i = 0; i < 2000; ++i)
        days.append({i % 200, i % 200});
    for (int i = 0; i < 9; ++i)
        days.append({300, 300});
    const Case crowd(days);
    for (const auto direction : {TimeDirection::Across, TimeDirection::Down}) {
        TimelineInput input;
        input.direction = direction;
        input.size = direction == TimeDirection::Across ? QSizeF(520, 200) : QSizeF(320, 440);
        input.scale = {0, day, timeLength(direction, input.size, {})};
        const Sight sight = crowd.sight(input.scale);
        input.entries = sight.entries;
        input.clusters = sight.clusters;
        input.profiles = sight.profiles;
        input.lanes = {{{1}, u"A"_s, 0, false}};
        input.cardSizes = [](int, double) { return std::array{QSizeF(9, 9), QSizeF(9, 9), QSizeF(9, 9)}; };
        const TimelineLayout layout = layOut(input);
        QCOMPARE(layout.profiles.size(), 1);
        QVERIFY(layout.content.contains(layout.profiles.first().area));
        QCOMPARE(layout.clusters.size(), 1);
        const QPointF middle = layout.clusters.first().mark.center();
        QCOMPARE(layout.clusterAt(middle), 0);
        QVERIFY(std::abs(layout.along(middle) - 300) < 1);
        QCOMPARE(layout.clusterAt(QPointF(1, 1)), -1);
        QCOMPARE(layout.titleAt(layout.lanes.first().title.center()), 0);
    }
}

void TestSight::theWindowOfTheOverview()
{
    const Case some({{0, 0}, {500, 500}, {1000, 1000}});
    const Overview overview = Overview::of(*some.density, 1000);
    QCOMPARE(overview.most, 1);
    const QRectF strip(100, 0, 1000, 24);
    const TimeScale shown{200 * day, day / 10.0, 1000};
    const QRectF window = overview.window(TimeDirection::Across, strip, shown);
    QVERIFY(std::abs(window.left() - 100 - overview.scale.position(200 * day)) < 1);
    QVERIFY(std::abs(window.width() - overview.scale.position(300 * day) + overview.scale.position(200 * day)) < 1);
    const auto partAt = [&](double x) { return overview.partAt(TimeDirection::Across, strip, shown, QPointF(x, 12)); };
    QCOMPARE(partAt(window.center().x()), Overview::Part::Window);
    QCOMPARE(partAt(window.left()), Overview::Part::Start);
    QCOMPARE(partAt(window.right()), Overview::Part::End);
    QCOMPARE(partAt(window.left() - 50), Overview::Part::Outside);
    const TimeScale moved = overview.dragged(Overview::Part::Window, shown, 50);
    QVERIFY(std::abs(overview.window(TimeDirection::Across, strip, moved).left() - window.left() - 50) < 1);
    const TimeScale longer = overview.dragged(Overview::Part::End, shown, 50);
    QCOMPARE(longer.origin, shown.origin);
    QVERIFY(std::abs(overview.window(TimeDirection::Across, strip, longer).width() - window.width() - 50) < 1);
    const TimeScale later = overview.dragged(Overview::Part::Start, shown, 40);
    QVERIFY(std::abs(overview.window(TimeDirection::Across, strip, later).left() - window.left() - 40) < 1);
    QVERIFY(std::abs(overview.window(TimeDirection::Across, strip, later).right() - window.right()) < 1);
    QVERIFY(Overview::of(Density(), 100).window(TimeDirection::Across, strip, shown).isNull());
}

QTEST_GUILESS_MAIN(TestSight)
#include "tst_sight.moc"
