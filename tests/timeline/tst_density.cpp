#include "app/timeline/density.h"
#include "tests/support/slowness.h"
#include "tests/support/temporaryproject.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <limits>

using namespace redoubt;

namespace {

constexpr qint64 smallest = std::numeric_limits<qint64>::min();
constexpr qint64 largest = std::numeric_limits<qint64>::max();

QString text(const Extent &extent)
{
    const auto one = [](qint64 second) {
        return second == smallest  ? u"open"_s
               : second == largest ? u"open"_s
                                   : QString::number(second / 86400);
    };
    return one(extent.first) + u' ' + one(extent.last);
}

/// Events of two lanes and of none; some without limits.
void fill(TemporaryProject &project, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    project.edit([&](Writer &writer) -> Result<> {
        const QList<Lane> lanes{{Id<Lane>::make(), u"a"_s, u"A"_s, 0, 0, false},
            {Id<Lane>::make(), u"b"_s, u"B"_s, 1, 1, false}};
        for (const Lane &lane : lanes)
            must(addLane(writer, lane));
        for (int i = 0; i < count; ++i) {
            Event event;
            event.title = u"x"_s;
            event.lane = random.bounded(3) == 0 ? Id<Lane>() : lanes[random.bounded(2)].id;
            const qint64 start = random.bounded(100'000);
            const qint64 end = start + (random.bounded(5) == 0 ? random.bounded(60'000) : random.bounded(50));
            event.bounds = {start, start + 5, std::max(end - 5, start), end};
            switch (random.bounded(12)) {
            case 0:
                event.bounds = {start, start, {}, {}};
                break;
            case 1:
                event.bounds = {{}, {}, end, end};
                break;
            case 2:
                event.bounds.endLatest.reset();
                break;
            case 3:
                event.bounds.startEarliest.reset();
                break;
            default:
                break;
            }
            must(addEvent(writer, event));
        }
        return {};
    });
}

/// What the index says, found by looking at every row.
struct Plain
{
    const Chronology &chronology;
    std::span<const Truth> matches;

    [[nodiscard]] std::vector<int> touching(int lane, Extent span, qint64 length = 1) const
    {
        std::vector<int> rows;
        for (int row = 0; row < chronology.size(); ++row) {
            const Extent extent = extentOf(chronology.bounds(row));
            if (chronology.lane(row) == lane && (matches.empty() || matches[size_t(row)] != Truth::No) &&
                extent.first <= span.last && extent.last >= span.first && extent.length() >= length)
                rows.push_back(row);
        }
        return rows;
    }
};

} // namespace

class TestDensity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extents_data();
    void extents();
    void nothing();
    void equalsLookingAtAll_data();
    void equalsLookingAtAll();
    void manyAreSorted();
    void tooManyAreNotListed();
};

void TestDensity::extents_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("expected"); // days since 1970
    const auto row = [](const char *date, const char *expected) {
        QTest::newRow(date) << QString::fromUtf8(date) << QString::fromUtf8(expected);
    };
    row("1970-01-03", "2 2");
    row("1970-02", "31 58");
    row("1970-01-03/1970-02", "2 58");
    row("1970-02/..", "31 open");
    row("../1970-02", "open 58");
    row("../..", "open open");
    row("1970-02/", "31 58");
    row("/1970-02", "31 58");
    row("[..1970-02]", "open 58");
}

void TestDensity::extents()
{
    QFETCH(QString, date);
    const Extent extent = extentOf(readEdtf(date)->bounds);
    if (date == u"[..1970-02]")
        QVERIFY(extent.last == 59 * 86400 - 1);
    else
        QTEST(text(extent), "expected");
    QCOMPARE((Extent{5, 5}).length(), 1);
    QCOMPARE((Extent{smallest, 5}).length(), largest);
    QCOMPARE((Extent{0, largest}).length(), largest);
}

void TestDensity::nothing()
{
    TemporaryProject project;
    const Density density(must(Chronology::read(project.reader())));
    QCOMPARE(density.lanes(), 0);
    QVERIFY(!density.whole());
}

void TestDensity::equalsLookingAtAll_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("filtered");
    for (const int count : {1, 15, 16, 17, 257, 3000}) {
        QTest::addRow("%d", count) << count << false;
        QTest::addRow("%d filtered", count) << count << true;
    }
}

void TestDensity::equalsLookingAtAll()
{
    QFETCH(int, count);
    QFETCH(bool, filtered);
    TemporaryProject project;
    fill(project, count, quint32(count));
    const auto chronology = must(Chronology::read(project.reader()));
    QRandomGenerator random(7);
    std::vector<Truth> matches(filtered ? size_t(count) : 0);
    for (Truth &match : matches)
        match = Truth(random.bounded(3));
    const Density density(chronology, matches);
    const Plain plain{chronology, matches};
    QCOMPARE(density.lanes(), int(chronology.lanes().size()));
    for (int round = 0; round < 60; ++round) {
        const int lane = random.bounded(density.lanes());
        const qint64 from = random.bounded(-5000, 130'000);
        const Extent span{from, from + (round % 2 ? random.bounded(200) : random.bounded(60'000))};
        QCOMPARE(density.touching(lane, span), int(plain.touching(lane, span).size()));
        const qint64 length = random.bounded(2) ? 1 : random.bounded(40'000);
        auto longOnes = density.longOnes(lane, span, length, count);
        QVERIFY(longOnes);
        std::ranges::sort(*longOnes);
        QCOMPARE(*longOnes, plain.touching(lane, span, length));
        std::vector<qint64> edges;
        for (qint64 edge = span.first; edges.size() < 40; edge += random.bounded(2000))
            edges.push_back(edge);
        const auto profile = density.profile(lane, edges);
        for (size_t i = 0; i + 1 < edges.size(); ++i) {
            if (edges[i] < edges[i + 1])
                QCOMPARE(profile[i], int(plain.touching(lane, {edges[i], edges[i + 1] - 1}).size()));
        }
        const int before = density.startingBefore(lane, from);
        const auto rows = density.rows(lane, 0, density.size(lane));
        for (int place = 0; place < density.size(lane); ++place) {
            const Extent extent = density.extent(lane, place);
            QCOMPARE(extent, extentOf(chronology.bounds(rows[size_t(place)])));
            QCOMPARE(extent.first < from, place < before);
        }
    }
}

/// More than are sorted by comparing.
void TestDensity::manyAreSorted()
{
    TemporaryProject project;
    constexpr int count = 60'000;
    project.edit([&](Writer &writer) {
        return writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO event (id, key, "
                          "title, date, start_earliest, start_latest, end_earliest, end_latest) SELECT i, 'e' || i, 'E', "
                          "'2022', i * 10, i * 10, i * 10, iif(i % 1000 = 0, NULL, i * 10 + i * 7919 % 500) FROM n"_s.arg(count));
    });
    const auto chronology = must(Chronology::read(project.reader()));
    QElapsedTimer timer;
    timer.start();
    const Density density(chronology);
    QVERIFY2(timer.elapsed() < 60 * slowness, qPrintable(QString::number(timer.elapsed())));
    const Plain plain{chronology, {}};
    for (const qint64 from : {0, 5, 1000, 333'333, 599'000, 700'000}) {
        const Extent span{from, from + 777};
        QCOMPARE(density.touching(0, span), int(plain.touching(0, span).size()));
    }
    QCOMPARE(density.whole()->first, 10);
    QVERIFY(density.memory() < size_t(count) * 36);
}

void TestDensity::tooManyAreNotListed()
{
    TemporaryProject project;
    fill(project, 300, 3);
    const auto chronology = must(Chronology::read(project.reader()));
    const Density density(chronology);
    const Extent all{smallest, largest};
    const int there = int(density.longOnes(0, all, 1, 300)->size());
    QCOMPARE(there, density.size(0));
    QVERIFY(density.longOnes(0, all, 1, there));
    QVERIFY(!density.longOnes(0, all, 1, there - 1));
}

QTEST_GUILESS_MAIN(TestDensity)
#include "tst_density.moc"
