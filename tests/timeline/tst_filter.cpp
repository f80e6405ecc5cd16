#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/timeline/filterquery.h"
#include "app/timeline/savedfilter.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void narrowsWhatWasFound();
    void manyConditions();
    void aDateThatIsNoneMatchesNothing();
    void stops();
    void countsWhatIsShown();
    void largeProjects();
    void filtersAreKept();

private:
    Id<Event> add(Writer &writer, const QString &key, const QString &date, Id<Lane> lane, const QString &more = {});
    [[nodiscard]] Matches found(const EventFilter &filter, const Matches *within = nullptr);
    /// The keys of what is found in the order of time, with ~ before those that are only possibly meant.
    [[nodiscard]] QString keys(const Matches &matches);

    TemporaryProject m_project;
    std::optional<Chronology> m_chronology;
    QHash<Id<Event>, QString> m_keys;
};

/// `more` is "title|place|summary|actors".
Id<Event> TestFilter::add(Writer &writer, const QString &key, const QString &date, Id<Lane> lane, const QString &more)
{
    Event event;
    event.key = key;
    event.date = date;
    event.bounds = readEdtf(date)->bounds;
    event.lane = lane;
    event.title = more.section(u'|', 0, 0).isEmpty() ? u"T"_s : more.section(u'|', 0, 0);
    event.place = more.section(u'|', 1, 1);
    event.summary = more.section(u'|', 2, 2);
    event.actors = more.section(u'|', 3, 3).split(u',', Qt::SkipEmptyParts);
    event.certainty = key == "c"_L1 ? Certainty::Disputed : key == "d"_L1 ? Certainty::Retracted : Certainty::Confirmed;
    must(addEvent(writer, event));
    m_keys.insert(event.id, key);
    return event.id;
}

void TestFilter::initTestCase()
{
    m_project.edit([&](Writer &writer) -> Result<> {
        const Lane incidents{Id<Lane>::make(), u"incidents"_s, u"Incidents at sea"_s, 0, 0, false};
        const Lane incoming{Id<Lane>::make(), u"incoming"_s, u"Incoming"_s, 1, 1, false};
        const Lane war{Id<Lane>::make(), u"war"_s, u"War in Ukraine"_s, 2, 2, false};
        for (const Lane &lane : {incidents, incoming, war})
            must(addLane(writer, lane));
        const auto a = add(writer, u"a"_s, u"2022-03"_s, incidents.id, u"A drone crashes|Zagreb, Croatia|In the night.|Croatia"_s);
        const auto b = add(writer, u"b"_s, u"2025-09-09/2025-09-10"_s, incoming.id, u"19 drones over Poland||Shot down|Russia,NATO"_s);
        add(writer, u"c"_s, u"2025"_s, war.id, u"Tu‑141 over Łódź|Łódź|“Not ours”"_s);
        add(writer, u"d"_s, u"2026-05-29"_s, {}, u"Drone hits flats in Galați|Galați, Romania|Two are hurt.|Russia,Romania"_s);
        must(setTags(writer, u"event"_s, a.number, {u"airspace"_s, u"Article 4"_s}));
        must(setTags(writer, u"event"_s, b.number, {u"Airspace defence"_s, u"Article 4"_s}));
        Source nato;
        nato.key = u"nato-2026"_s;
        nato.title = u"N"_s;
        must(addSource(writer, nato));
        Source other = nato;
        other.id = {};
        other.key = u"nato-2026-2"_s;
        must(addSource(writer, other));
        Evidence evidence;
        evidence.event = a;
        evidence.source = nato.id;
        must(addEvidence(writer, evidence));
        evidence = {};
        evidence.event = b;
        evidence.source = other.id;
        return addEvidence(writer, evidence);
    });
    m_chronology = must(Chronology::read(m_project.reader()));
}

Matches TestFilter::found(const EventFilter &filter, const Matches *within)
{
    return must(matches(m_project.reader(), *m_chronology, filter, eventsToldBy, nullptr, within));
}

QString TestFilter::keys(const Matches &matches)
{
    QStringList found;
    for (int row = 0; row < m_chronology->size(); ++row) {
        const Truth truth = matches.empty() ? Truth::Yes : matches.at(size_t(row));
        if (truth != Truth::No)
            found.append((truth == Truth::Possibly ? u"~"_s : QString()) + m_keys.value(m_chronology->id(row)));
    }
    return found.join(u' ');
}

void TestFilter::finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected"); ///< in the order of time: a c b d
    const auto row = [](const QString &query, const char *expected) {
        QTest::newRow(qPrintable(query)) << query << QString::fromLatin1(expected);
    };
    row({}, "a c b d");
    row(u"drone"_s, "a b d");
    row(u"DRONE"_s, "a b d");
    row(u"rone"_s, "a b d");
    row(u"Gal"_s, "d");
    row(u"alaț"_s, "d");
    row(u"galati"_s, "d");
    row(u"GALAŢI"_s, "d");
    row(u"lodz"_s, "c");
    row(u"Tu-141"_s, "c");
    row(u"\"'not\" "_s, "");
    row(u"\"\\\"not ours\\\"\""_s, "c");
    row(u"drone night"_s, "a");
    row(u"\"drone crashes\""_s, "a");
    row(u"\"crashes drone\""_s, "");
    row(u"\"crashes zagreb\""_s, "");
    row(u"russia"_s, "b d");
    row(u"drone -russia"_s, "a");
    row(u"-drone"_s, "c");
    row(u"sea"_s, "a");
    row(u"2025-09"_s, "b");
    row(u"text:russia"_s, "");
    row(u"text:hurt"_s, "d");
    row(u"text:romania text:drone"_s, "d");
    row(u"-text:drone"_s, "c");
    row(u"place:romania"_s, "d");
    row(u"place:romania place:łódź"_s, "c d");
    row(u"-place:romania"_s, "a c b");
    row(u"place:hurt"_s, "");
    row(u"actor:russ"_s, "b d");
    row(u"actor:nato actor:croatia"_s, "a b");
    row(u"actor:russia -actor:nato"_s, "d");
    row(u"actor:drone"_s, "");
    row(u"lane:incidents"_s, "a");
    row(u"lane:\"incidents at sea\""_s, "a");
    row(u"lane:Inc"_s, "a b");
    row(u"lane:incoming lane:war"_s, "c b");
    row(u"-lane:incoming"_s, "a c d");
    row(u"lane:Inc -lane:incoming"_s, "a");
    row(u"lane:none"_s, "d");
    row(u"lane:nowhere"_s, "");
    row(u"-lane:nowhere"_s, "a c b d");
    row(u"certainty:disputed"_s, "c");
    row(u"certainty:disputed certainty:retracted"_s, "c d");
    row(u"-certainty:confirmed"_s, "c d");
    row(u"tag:airspace"_s, "a");
    row(u"tag:AIR"_s, "a b");
    row(u"tag:\"article 4\" -tag:airspace"_s, "b");
    row(u"tag:none"_s, "");
    row(u"source:nato-2026"_s, "a");
    row(u"source:NATO-2026-2"_s, "b");
    row(u"source:nato"_s, "a b");
    row(u"-source:nato"_s, "c d");
    row(u"source:%"_s, "");
    row(u"in:2025"_s, "c b");
    row(u"in:2025-09"_s, "~c b");
    row(u"in:2022 in:2026"_s, "a d");
    row(u"-in:2025-09"_s, "a ~c d");
    row(u"from:2025-09"_s, "~c b d");
    row(u"after:2025-09"_s, "~c d");
    row(u"after:2025"_s, "d");
    row(u"before:2025"_s, "a");
    row(u"before:2025-09-10"_s, "a ~c b");
    row(u"to:2025-09-09"_s, "a ~c b");
    row(u"from:2025-09 before:2026"_s, "~c b");
    row(u"after:2022/.."_s, "");
    row(u"before:../2022"_s, "");
    row(u"in:2025 lane:war certainty:disputed łódź"_s, "c");
    row(u"in:2025-03 141 -tag:airspace"_s, "~c");
}

void TestFilter::finds()
{
    QFETCH(QString, query);
    QTEST(keys(found(filterOf(readQuery(query)))), "expected");
}

void TestFilter::narrowsWhatWasFound()
{
    const Matches wide = found(filterOf(readQuery(u"in:2025-09")));
    QCOMPARE(keys(found(filterOf(readQuery(u"in:2025-09 o")), &wide)), u"~c b"_s);
    QCOMPARE(keys(found(filterOf(readQuery(u"in:2025-09 russia")), &wide)), u"b"_s);
    const Matches ofAnother(2, Truth::No);
    QCOMPARE(keys(found(filterOf(readQuery(u"drone")), &ofAnother)), u"a b d"_s);
}

void TestFilter::manyConditions()
{
    EventFilter filter;
    for (int i = 0; i < 300; ++i)
        filter.terms.append({FilterField::Word, u"absent%1"_s.arg(i), true});
    QCOMPARE(keys(found(filter)), u"a c b d"_s);
    filter.terms.append({FilterField::Word, u"drone"_s, true});
    QCOMPARE(keys(found(filter)), u"c"_s);
    filter.terms.append({FilterField::Word, QString(1'000'000, u'x'), false});
    QCOMPARE(keys(found(filter)), QString());
}

void TestFilter::aDateThatIsNoneMatchesNothing()
{
    QCOMPARE(keys(found({{{FilterField::In, u"soon"_s}}})), QString());
    QCOMPARE(keys(found({{{FilterField::In, u"soon"_s, true}}})), u"a c b d"_s);
}

void TestFilter::stops()
{
    JobState state;
    state.stop();
    const auto stopped = matches(m_project.reader(), *m_chronology, {{{FilterField::Word, u"a"_s}}}, eventsToldBy, &state);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
}

void TestFilter::countsWhatIsShown()
{
    QCOMPARE(shownCount({}, 5), 5);
    QCOMPARE(shownCount({Truth::No, Truth::Possibly, Truth::Yes}, 3), 2);
}

/// All events in one pass, and few by their ids, find the same.
void TestFilter::largeProjects()
{
    TemporaryProject project;
    project.edit([](Writer &writer) {
        return writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                          "INSERT INTO event (id, key, title, date, start_earliest, start_latest, end_earliest, end_latest, place) "
                          "SELECT i, 'e' || i, 'Event ' || (i % 100), '1970', i, i, i, i, 'Galați ' || (i % 7) FROM n"_s);
    });
    const Chronology chronology = must(Chronology::read(project.reader()));
    const auto count = [&](const QString &query, const Matches *within = nullptr) {
        const auto filter = filterOf(readQuery(query));
        return shownCount(must(matches(project.reader(), chronology, filter, eventsToldBy, nullptr, within)), chronology.size());
    };
    QCOMPARE(count(u"place:\"galati 3\""_s), 2857);
    QCOMPARE(count(u"\"event 42\""_s), 200);
    const Matches few = must(matches(project.reader(), chronology, filterOf(readQuery(u"\"event 42\"")), eventsToldBy));
    QCOMPARE(count(u"\"event 42\" \"galati 3\""_s, &few), count(u"\"event 42\" \"galati 3\""_s));
    QVERIFY(count(u"\"event 42\" \"galati 3\""_s) > 20);
}

void TestFilter::filtersAreKept()
{
    TemporaryProject project;
    const auto names = [&] {
        QStringList all;
        for (const SavedFilter &filter : must(savedFilters(project.reader())))
            all.append(filter.name + u'=' + filter.query);
        return all.join(u';');
    };
    project.edit([](Writer &writer) { return keepFilter(writer, u"Drones"_s, u"drone"_s); });
    project.edit([](Writer &writer) { return keepFilter(writer, u"2025"_s, u"in:2025"_s); });
    project.edit([](Writer &writer) { return keepFilter(writer, u"drones"_s, u"drone lane:incidents"_s); });
    QCOMPARE(names(), u"Drones=drone lane:incidents;2025=in:2025"_s);
    QVERIFY(project->undo());
    QCOMPARE(names(), u"Drones=drone;2025=in:2025"_s);
    auto first = must(savedFilters(project.reader())).first();
    first.name = u"2025"_s;
    QCOMPARE(project->edit(u"Rename"_s, [&](Writer &writer) { return updateSavedFilter(writer, first); }).error().kind,
        Error::Kind::Refused);
    first.name = u"UAV"_s;
    project.edit([&](Writer &writer) { return updateSavedFilter(writer, first); });
    project.edit([&](Writer &writer) { return removeSavedFilter(writer, must(savedFilters(writer)).last().id); });
    QCOMPARE(names(), u"UAV=drone"_s);
    QVERIFY(project->undo());
    QCOMPARE(names(), u"UAV=drone;2025=in:2025"_s);
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
