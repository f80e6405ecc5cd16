#include "app/project/projectinfo.h"
#include "app/timeline/edtf.h"
#include "app/timeline/ordering.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

class TestOrdering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders_data();
    void orders();
    void emptyNumbersStandLast();
    void stops();
};

void TestOrdering::orders_data()
{
    QTest::addColumn<EventOrder>("order");
    QTest::addColumn<QString>("keys");
    QTest::newRow("title") << EventOrder::Title << u"c d a b"_s;
    QTest::newRow("lane") << EventOrder::Lane << u"b d a c"_s;
    QTest::newRow("place") << EventOrder::Place << u"b d a c"_s;
    QTest::newRow("actor") << EventOrder::Actor << u"c a d b"_s;
    QTest::newRow("certainty") << EventOrder::Certainty << u"c a b d"_s;
    QTest::newRow("tag") << EventOrder::Tag << u"d b a c"_s;
    QTest::newRow("casualties") << EventOrder::Casualties << u"b a d c"_s;
    QTest::newRow("key") << EventOrder::Key << u"a b c d"_s;
}

void TestOrdering::orders()
{
    QFETCH(EventOrder, order);
    TemporaryProject project;
    QHash<Id<Event>, QString> keys;
    project.edit([&](Writer &writer) -> Result<> {
        const Lane late{Id<Lane>::make(), u"late"_s, u"A"_s, 2, 0, false};
        const Lane early{Id<Lane>::make(), u"early"_s, u"B"_s, 1, 0, false};
        must(addLane(writer, late));
        must(addLane(writer, early));
        const auto add = [&](const QString &key, const QString &date, auto fill) {
            Event event;
            event.key = key;
            event.date = date;
            event.bounds = readEdtf(date)->bounds;
            fill(event);
            must(addEvent(writer, event));
            keys.insert(event.id, key);
            return event.id.number;
        };
        // In the order of time: d c b a.
        const qint64 a = add(u"a"_s, u"2026"_s, [&](Event &e) {
            e.title = u"Łódź"_s;
            e.place = u"zagreb"_s;
            e.lane = late.id;
            e.actors = {u"Poland"_s, u"A"_s};
            e.casualtiesLow = 7;
        });
        const qint64 b = add(u"b"_s, u"2025"_s, [&](Event &e) {
            e.title = u"zz"_s;
            e.place = u"Äa"_s;
            e.lane = early.id;
            e.certainty = Certainty::Disputed;
            e.casualtiesBest = 2;
            e.casualtiesHigh = 100;
        });
        add(u"c"_s, u"2024"_s, [&](Event &e) {
            e.title = u"émigré"_s;
            e.actors = {u"NATO"_s};
        });
        const qint64 d = add(u"d"_s, u"2023"_s, [&](Event &e) {
            e.title = u"Emigre!"_s;
            e.place = u"Galați, a place of more than eight letters"_s;
            e.lane = late.id;
            e.certainty = Certainty::Retracted;
        });
        must(setTags(writer, u"event"_s, a, {u"sea"_s, u"war"_s}));
        must(setTags(writer, u"event"_s, b, {u"Romania"_s, u"zebra"_s}));
        return setTags(writer, u"event"_s, d, {u"airspace"_s});
    });
    const Chronology chronology = must(Chronology::read(project.reader()));
    QStringList found;
    for (const int row : must(rowsInOrder(project.reader(), chronology, order)))
        found.append(keys.value(chronology.id(row)));
    QTEST(found.join(u' '), "keys");
}

void TestOrdering::emptyNumbersStandLast()
{
    QCOMPARE(placesInOrder({3, {}, -1, 3, {}}), (std::vector<int>{2, 0, 3, 1, 4}));
    QVERIFY(placesInOrder({}).empty());
}

void TestOrdering::stops()
{
    TemporaryProject project;
    const Chronology chronology = must(Chronology::read(project.reader()));
    JobState state;
    state.stop();
    for (const EventOrder order : {EventOrder::Title, EventOrder::Actor, EventOrder::Casualties})
        QCOMPARE(rowsInOrder(project.reader(), chronology, order, &state).error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestOrdering)
#include "tst_ordering.moc"
