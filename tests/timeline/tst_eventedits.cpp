#include "app/sources/evidence.h"
#include "app/timeline/eventedits.h"
#include "app/project/secondreader.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

class TestEventEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFieldOfSeveral_data();
    void aFieldOfSeveral();
    void whatIsSoAlreadyLeavesNoTrace();
    void aRuleOfTheDataIsKept();
    void severalAreRemoved();
    void readsThoseThatAreThere();
    void countsSourcesOfSome();
    void frequentActorsComeFirst();
    void aSecondReaderSeesWhatIsWritten();

private:
    [[nodiscard]] QList<Event> all() { return must(events(m_project->reader())); }
    [[nodiscard]] QList<Id<Event>> firstTwo() const { return m_ids.first(2); }

    std::unique_ptr<TemporaryProject> m_project;
    QList<Id<Event>> m_ids;
    Id<Lane> m_lane;
};

using Change = std::function<Result<>(Writer &, const QList<Id<Event>> &)>;
using Same = std::function<bool(const Event &)>;

void TestEventEdits::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_ids.clear();
    m_lane = {77};
    m_project->edit([this](Writer &writer) -> Result<> {
        must(addLane(writer, {m_lane, u"l"_s, u"L"_s, 0, 0, false}));
        for (const auto &[title, actors] : {std::pair(u"a"_s, u"x,y"_s), {u"b"_s, u"y"_s}, {u"c"_s, u"y,z"_s}}) {
            Event event;
            event.title = title;
            event.date = u"2026"_s;
            event.actors = actors.split(u',');
            must(addEvent(writer, event));
            m_ids.append(event.id);
        }
        return {};
    });
}

void TestEventEdits::cleanup()
{
    m_project.reset();
}

void TestEventEdits::aFieldOfSeveral_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Same>("isChanged");
    const auto row = [](const char *name, const Change &change, const Same &same) { QTest::newRow(name) << change << same; };
    row("title", [](Writer &w, const auto &ids) { return setTitle(w, ids, u"It's"_s); }, [](const Event &e) { return e.title == "It's"_L1; });
    row("date", [](Writer &w, const auto &ids) { return setDate(w, ids, *readEdtf(u"2022-03/..")); },
        [](const Event &e) { return e.date == "2022-03/.."_L1 && e.bounds == readEdtf(u"2022-03/..")->bounds; });
    row("lane", [](Writer &w, const auto &ids) { return setLane(w, ids, {77}); }, [](const Event &e) { return e.lane.number == 77; });
    row("place", [](Writer &w, const auto &ids) { return setPlace(w, ids, u"Galați"_s); }, [](const Event &e) { return e.place == u"Galați"_s; });
    row("certainty", [](Writer &w, const auto &ids) { return setCertainty(w, ids, Certainty::Disputed); },
        [](const Event &e) { return e.certainty == Certainty::Disputed; });
    row("actors", [](Writer &w, const auto &ids) { return setActors(w, ids, {u"q"_s, u"p"_s}); },
        [](const Event &e) { return e.actors == QStringList{u"q"_s, u"p"_s}; });
    row("casualties", [](Writer &w, const auto &ids) { return setCasualties(w, ids, {1, {}, 3}); },
        [](const Event &e) { return e.casualtiesLow == 1 && !e.casualtiesBest && e.casualtiesHigh == 3; });
}

void TestEventEdits::aFieldOfSeveral()
{
    QFETCH(Change, change);
    QFETCH(Same, isChanged);
    const QList<Event> before = all();
    m_project->edit([&](Writer &writer) { return change(writer, firstTwo()); });
    int changed = 0;
    for (const Event &event : all()) {
        changed += isChanged(event) ? 1 : 0;
        QCOMPARE(isChanged(event), firstTwo().contains(event.id));
    }
    QCOMPARE(changed, 2);
    QVERIFY((*m_project)->undo());
    QCOMPARE(all(), before);
}

void TestEventEdits::whatIsSoAlreadyLeavesNoTrace()
{
    m_project->edit([&](Writer &writer) { return setLane(writer, m_ids, m_lane); });
    const qsizetype actions = (*m_project)->history()->size();
    m_project->edit([&](Writer &writer) -> Result<> {
        must(setLane(writer, m_ids, m_lane));
        must(setActors(writer, m_ids.first(1), {u"x"_s, u"y"_s}));
        return setCasualties(writer, m_ids, {});
    });
    QCOMPARE((*m_project)->history()->size(), actions);
}

void TestEventEdits::aRuleOfTheDataIsKept()
{
    const QList<Event> before = all();
    const auto refused = (*m_project)->edit(u"Test"_s, [&](Writer &writer) { return setTitle(writer, m_ids, {}); });
    QCOMPARE(refused.error().kind, Error::Kind::Refused);
    QCOMPARE(all(), before);
}

void TestEventEdits::severalAreRemoved()
{
    m_project->edit([&](Writer &writer) { return removeEvents(writer, firstTwo()); });
    QCOMPARE(all().size(), 1);
    QCOMPARE(all().first().id, m_ids.last());
    QVERIFY((*m_project)->undo());
    QCOMPARE(all().size(), 3);
}

void TestEventEdits::readsThoseThatAreThere()
{
    const auto found = must(eventsWithIds(m_project->reader(), {m_ids.last(), {1}, m_ids.first()}));
    QCOMPARE(found.size(), 2);
    for (const Event &event : found)
        QCOMPARE(event, *must(redoubt::event(m_project->reader(), event.id)));
    QVERIFY(must(eventsWithIds(m_project->reader(), {})).isEmpty());
}

void TestEventEdits::countsSourcesOfSome()
{
    m_project->edit([&](Writer &writer) -> Result<> {
        QList<Id<Source>> sources;
        for (int i = 0; i < 3; ++i) {
            Source source;
            source.title = u"S"_s;
            if (i == 1)
                source.origin = sources.first();
            must(addSource(writer, source));
            sources.append(source.id);
            for (const Id<Event> event : firstTwo()) {
                Evidence evidence;
                evidence.event = event;
                evidence.source = source.id;
                must(addEvidence(writer, evidence));
            }
        }
        return {};
    });
    const auto everywhere = must(sourceCounts(m_project->reader()));
    const auto some = must(sourceCountsOf(m_project->reader(), {m_ids.first(), m_ids.last()}));
    QCOMPARE(everywhere.size(), 2);
    QCOMPARE(some.size(), 1);
    QCOMPARE(some.value(m_ids.first()), (SourceCount{3, 2}));
    QCOMPARE(everywhere.value(m_ids.first()), some.value(m_ids.first()));
}

void TestEventEdits::frequentActorsComeFirst()
{
    QCOMPARE(must(frequentActors(m_project->reader(), 2)), (QStringList{u"y"_s, u"x"_s}));
}

void TestEventEdits::aSecondReaderSeesWhatIsWritten()
{
    const auto second = must(SecondReader::open(m_project->path()));
    m_project->edit([&](Writer &writer) { return setPlace(writer, m_ids, u"Here"_s); });
    QCOMPARE(must(events(second->reader())), all());
    QVERIFY(!SecondReader::open(m_project->path() + u".none"_s));
}

QTEST_GUILESS_MAIN(TestEventEdits)
#include "tst_eventedits.moc"
