#include "app/timeline/chronology.h"
#include "app/timeline/edtf.h"
#include "tests/support/slowness.h"
#include "tests/support/temporaryproject.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace redoubt;

namespace {

Event eventOf(const QString &date, Id<Lane> lane = {}, Certainty certainty = Certainty::Confirmed)
{
    Event event;
    event.title = u"On "_s + date;
    event.date = date;
    event.bounds = readEdtf(date) ? readEdtf(date)->bounds : Bounds{};
    event.lane = lane;
    event.certainty = certainty;
    return event;
}

/// A line a row: bounds as days, place of the lane, certainty, what is approximate.
QString dump(const Chronology &chronology)
{
    QStringList lines;
    for (const Lane &lane : chronology.lanes())
        lines.append(u"lane %1%2"_s.arg(lane.title, lane.collapsed ? u" collapsed"_s : QString()));
    for (int row = 0; row < chronology.size(); ++row) {
        const Bounds b = chronology.bounds(row);
        QString line;
        for (const auto &bound : {b.startEarliest, b.startLatest, b.endEarliest, b.endLatest})
            line += bound ? QString::number(*bound) + u' ' : u"- "_s;
        line += u"%1 %2"_s.arg(chronology.lane(row)).arg(certaintyNames.name(chronology.certainty(row)));
        line += chronology.isApproximateStart(row) ? u" ~start"_s : QString();
        line += chronology.isApproximateEnd(row) ? u" ~end"_s : QString();
        lines.append(line);
    }
    return lines.join(u'\n');
}

/// As dump(), with ids, and every row found by its id.
QString wholeDump(const Chronology &chronology)
{
    QString text = dump(chronology);
    for (int row = 0; row < chronology.size(); ++row) {
        text += u"\n%1 %2"_s.arg(chronology.id(row).number).arg(chronology.row(chronology.id(row)));
        if (chronology.row(chronology.id(row)) != row)
            text += u" lost"_s;
    }
    return text;
}

QString randomDate(QRandomGenerator &random)
{
    const QString year = QString::number(random.bounded(1990, 1996));
    const QString month = u"%1"_s.arg(random.bounded(1, 13), 2, 10, QChar(u'0'));
    switch (random.bounded(9)) {
    case 0:
        return year;
    case 1:
        return year + u'-' + month + u'~';
    case 2:
        return year + u"/1999~"_s;
    case 3:
        return u"../"_s + year;
    case 4:
        return year + u"/.."_s;
    case 5:
        return year + u'/';
    case 6:
        return u'/' + year;
    default:
        return u"%1-%2-%3"_s.arg(year, month).arg(random.bounded(1, 29), 2, 10, QChar(u'0'));
    }
}

} // namespace

class TestChronology : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void columns();
    void approximateEnds_data();
    void approximateEnds();
    void ordersAsListedBefore();
    void lanesFollow();
    void anEditOfWordsKeepsTheRows();
    void followingEqualsReading_data();
    void followingEqualsReading();
    void stops();
    void holdsManyInLittle();
};

void TestChronology::nothing()
{
    TemporaryProject project;
    const auto chronology = must(Chronology::read(project.reader()));
    QCOMPARE(chronology.size(), 0);
    QCOMPARE(chronology.row({5}), -1);
    QVERIFY(chronology.lanes().isEmpty());
}

void TestChronology::columns()
{
    TemporaryProject project;
    const Lane lane{Id<Lane>::make(), u"a"_s, u"A"_s, 0, 3, true};
    auto first = eventOf(u"1970-01-02"_s, lane.id, Certainty::Disputed);
    auto open = eventOf(u"1970-01-01/.."_s);
    auto unread = eventOf(u"who knows"_s, lane.id, Certainty::Retracted);
    project.edit([&](Writer &writer) -> Result<> {
        must(addLane(writer, lane));
        for (Event *event : {&first, &open, &unread})
            must(addEvent(writer, *event));
        return {};
    });
    const auto chronology = must(Chronology::read(project.reader()));
    QCOMPARE(dump(chronology), uR"(lane A collapsed
lane No lane
- - - - 0 retracted
0 86399 - - 1 confirmed
86400 172799 86400 172799 0 disputed)"_s);
    QCOMPARE(chronology.id(2), first.id);
    QCOMPARE(chronology.row(open.id), 1);
    QCOMPARE(chronology.row({1}), -1);
}

void TestChronology::approximateEnds_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *date, const char *expected) {
        QTest::newRow(date) << QString::fromUtf8(date) << QString::fromUtf8(expected);
    };
    row("2026", "");
    row("2026?", "");
    row("2026~", "start end");
    row("2026-05%", "start end");
    row("2026-~05", "start end");
    row("2026~/2027", "start");
    row("2026/2027%", "end");
    row("2026~/2027~", "start end");
    row("[2026,2027~]", "start end");
    row("~nonsense/2026", "");
}

void TestChronology::approximateEnds()
{
    QFETCH(QString, date);
    QFETCH(QString, expected);
    TemporaryProject project;
    Event event = eventOf(date);
    project.edit([&](Writer &writer) { return addEvent(writer, event); });
    const auto chronology = must(Chronology::read(project.reader()));
    QStringList said;
    if (chronology.isApproximateStart(0))
        said.append(u"start"_s);
    if (chronology.isApproximateEnd(0))
        said.append(u"end"_s);
    QCOMPARE(said.join(u' '), expected);
}

void TestChronology::ordersAsListedBefore()
{
    TemporaryProject project;
    QRandomGenerator random(5);
    project.edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 300; ++i) {
            Event event = eventOf(randomDate(random));
            must(addEvent(writer, event));
        }
        return {};
    });
    const auto chronology = must(Chronology::read(project.reader()));
    QCOMPARE(chronology.size(), 300);
    for (int row = 1; row < chronology.size(); ++row) {
        QVERIFY(!listedBefore(chronology.bounds(row), chronology.bounds(row - 1)));
        if (!listedBefore(chronology.bounds(row - 1), chronology.bounds(row)))
            QVERIFY(chronology.id(row - 1) < chronology.id(row));
    }
}

void TestChronology::lanesFollow()
{
    TemporaryProject project;
    auto chronology = must(Chronology::read(project.reader()));
    connect(project.operator->(), &Project::changed, this,
        [&](const Changes &changes) { must(chronology.follow(project.reader(), changes)); });
    Lane a{Id<Lane>::make(), u"a"_s, u"A"_s, 0, 0, false};
    Lane b{Id<Lane>::make(), u"b"_s, u"B"_s, 1, 1, false};
    Event event = eventOf(u"1970-01-01"_s, b.id);
    project.edit([&](Writer &writer) -> Result<> {
        must(addLane(writer, a));
        must(addLane(writer, b));
        return addEvent(writer, event);
    });
    QCOMPARE(dump(chronology), u"lane A\nlane B\n0 86399 0 86399 1 confirmed"_s);
    a.position = 2;
    b.collapsed = true;
    project.edit([&](Writer &writer) -> Result<> {
        must(updateLane(writer, a));
        return updateLane(writer, b);
    });
    QCOMPARE(dump(chronology), u"lane B collapsed\nlane A\n0 86399 0 86399 0 confirmed"_s);
    project.edit([&](Writer &writer) { return removeLane(writer, b.id); });
    QCOMPARE(dump(chronology), u"lane A\nlane No lane\n0 86399 0 86399 1 confirmed"_s);
    must(project->undo());
    QCOMPARE(dump(chronology), u"lane B collapsed\nlane A\n0 86399 0 86399 0 confirmed"_s);
    project.edit([&](Writer &writer) { return removeEvent(writer, event.id); });
    QCOMPARE(dump(chronology), u"lane B collapsed\nlane A"_s);
}

void TestChronology::anEditOfWordsKeepsTheRows()
{
    TemporaryProject project;
    Event event = eventOf(u"1970"_s);
    project.edit([&](Writer &writer) { return addEvent(writer, event); });
    auto chronology = must(Chronology::read(project.reader()));
    const QString before = wholeDump(chronology);
    must(chronology.follow(project.reader(), {{{u"event"_s, {event.id.number, 77}}}}));
    QCOMPARE(wholeDump(chronology), before);
}

void TestChronology::followingEqualsReading_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void TestChronology::followingEqualsReading()
{
    QFETCH(int, seed);
    QRandomGenerator random{quint32(seed)};
    TemporaryProject project;
    auto chronology = must(Chronology::read(project.reader()));
    connect(project.operator->(), &Project::changed, this,
        [&](const Changes &changes) { must(chronology.follow(project.reader(), changes)); });
    int laneNumber = 0;
    for (int round = 0; round < 25; ++round) {
        const auto lanesNow = must(lanes(project.reader()));
        const auto eventsNow = must(events(project.reader()));
        const auto anyLane = [&] {
            return lanesNow.isEmpty() || random.bounded(5) == 0 ? Id<Lane>()
                                                                : lanesNow[random.bounded(int(lanesNow.size()))].id;
        };
        switch (random.bounded(6)) {
        case 0:
            (void)(project->undoText().isEmpty() ? Result<>() : project->undo());
            break;
        case 1:
            (void)(project->redoText().isEmpty() ? Result<>() : project->redo());
            break;
        case 2:
            project.edit([&](Writer &writer) {
                ++laneNumber;
                if (lanesNow.size() > 3)
                    return removeLane(writer, anyLane());
                return addLane(writer, Lane{Id<Lane>::make(), u"l%1"_s.arg(laneNumber), u"L%1"_s.arg(laneNumber),
                                           random.bounded(10), laneNumber % 8, false});
            });
            break;
        default:
            project.edit([&](Writer &writer) -> Result<> {
                for (int i = random.bounded(20); i > 0; --i) {
                    Event event = eventOf(randomDate(random), anyLane(), Certainty(random.bounded(4)));
                    must(addEvent(writer, event));
                }
                for (const Event &old : eventsNow) {
                    Event event = eventOf(randomDate(random), anyLane(), old.certainty);
                    event.id = old.id;
                    event.key = old.key;
                    if (const int dice = random.bounded(8); dice == 0)
                        must(removeEvent(writer, old.id));
                    else if (dice < 3)
                        must(updateEvent(writer, event));
                }
                return {};
            });
        }
        QCOMPARE(wholeDump(chronology), wholeDump(must(Chronology::read(project.reader()))));
        QVERIFY(!wholeDump(chronology).contains(u"lost"_s));
    }
    QVERIFY(chronology.size() > 0);
}

void TestChronology::stops()
{
    TemporaryProject project;
    Event event = eventOf(u"1970"_s);
    project.edit([&](Writer &writer) { return addEvent(writer, event); });
    JobState state;
    QVERIFY(Chronology::read(project.reader(), &state));
    state.stop();
    const auto stopped = Chronology::read(project.reader(), &state);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
}

void TestChronology::holdsManyInLittle()
{
    TemporaryProject project;
    constexpr int count = 100'000;
    project.edit([&](Writer &writer) {
        return writer.run(
            u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO event (id, key, title, "
            "date, start_earliest, start_latest, end_earliest, end_latest) SELECT i, 'e' || i, 'Event', '2022', "
            "i * 7919 % 1000003, i * 7919 % 1000003, i * 7919 % 1000003, i * 7919 % 1000003 FROM n"_s.arg(count));
    });
    QElapsedTimer timer;
    timer.start();
    auto chronology = must(Chronology::read(project.reader()));
    QVERIFY2(timer.elapsed() < 1000 * slowness, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(chronology.size(), count);
    QVERIFY(chronology.memory() < size_t(count) * 64);
    timer.start();
    must(chronology.follow(project.reader(), {{{u"event"_s, {500}}}}));
    QVERIFY2(timer.elapsed() < 20 * slowness, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestChronology)
#include "tst_chronology.moc"
