#include "app/project/project.h"
#include "app/timeline/event.h"
#include "app/watchlist/due.h"

#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QDateTime hour(int number)
{
    return {QDate(2026, 5, 29), QTime(number, 0), QTimeZone::UTC};
}

Indicator posture()
{
    Indicator indicator;
    indicator.title = u"Posture change"_s;
    indicator.question = u"Does NATO go beyond words?"_s;
    indicator.due = u"2026-07-31"_s;
    indicator.threshold = u"Forces moved and announced"_s;
    indicator.note = u"Visits do not count"_s;
    indicator.position = 3;
    indicator.outcomes = {
        {{}, u"More than words"_s, u"Deterrence renewed"_s, false, {{{}, hour(9), 0.5, u"First"_s}, {{}, hour(18), 0.62, {}}}},
        {{}, u"Words only"_s, u"The line creeps"_s, false, {{{}, hour(9), 0.5, {}}}}};
    return indicator;
}

/// Outcomes in order with their forecasts: "More than words=0.50,0.62 | Words only=0.50"; a star for what occurred.
QString dump(const Indicator &indicator)
{
    QStringList outcomes;
    for (const Outcome &outcome : indicator.outcomes) {
        QStringList forecasts;
        for (const Forecast &forecast : outcome.forecasts)
            forecasts.append(QString::number(forecast.probability, 'f', 2));
        outcomes.append(outcome.label + (outcome.occurred ? u"*="_s : u"="_s) + forecasts.join(u','));
    }
    return outcomes.join(u" | "_s);
}

} // namespace

class TestIndicator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addedAsGiven();
    void listedByPosition();
    void keysAreUnique();
    void dueIsUnderstood_data();
    void dueIsUnderstood();
    void dueThatIsNoDateIsRefused();
    void outcomesChange_data();
    void outcomesChange();
    void fieldsChange();
    void eventsChange();
    void resolvedAndReopened();
    void resolvedWithNone();
    void resolvedWithSomethingElse();
    void forecastsAreKept();
    void observationsAreKept();
    void removingTakesAllAlong();
    void removingAnEvent();
    void refused_data();
    void refused();
    void manyIndicators();

private:
    Result<> edit(const std::function<Result<>(Writer &)> &work) { return m_project->edit(u"Edit"_s, work); }
    Indicator added(Indicator indicator);
    Indicator stored(Id<Indicator> id) { return indicator(m_project->reader(), id).value().value(); }
    Id<Event> anEvent(const QString &title);
    qint64 count(const QString &table) { return m_project->reader().number(u"SELECT count(*) FROM %1"_s.arg(table)).value(); }
    QList<qint64> counts() { return {count(u"indicator"_s), count(u"outcome"_s), count(u"forecast"_s), count(u"observation"_s), count(u"indicator_event"_s)}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void TestIndicator::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(u"test.redoubt"_s);
    QVERIFY(Project::create(path, u"Test"_s));
    m_project = Project::open(path).value();
}

void TestIndicator::cleanup()
{
    m_project.reset();
    m_folder.reset();
}

Indicator TestIndicator::added(Indicator indicator)
{
    const auto result = edit([&](Writer &writer) { return addIndicator(writer, indicator); });
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return indicator;
}

Id<Event> TestIndicator::anEvent(const QString &title)
{
    Event event;
    event.title = title;
    event.date = u"2026-05-29"_s;
    const auto result = edit([&](Writer &writer) { return addEvent(writer, event); });
    return result ? event.id : Id<Event>{};
}

void TestIndicator::addedAsGiven()
{
    Indicator given = posture();
    given.events = {anEvent(u"One"_s), anEvent(u"Two"_s)};
    given = added(given);
    QVERIFY(given.id.isValid());
    QCOMPARE(given.key, u"posture-change"_s);
    QVERIFY(given.outcomes[0].id.isValid() && given.outcomes[0].forecasts[1].id.isValid());
    QCOMPARE(stored(given.id), given);
    QVERIFY(m_project->undo());
    QCOMPARE(counts(), (QList<qint64>{0, 0, 0, 0, 0}));
    QVERIFY(m_project->redo());
    QCOMPARE(stored(given.id), given);
}

void TestIndicator::listedByPosition()
{
    Indicator last = posture();
    last.position = 9;
    const Indicator b = added(last);
    const Indicator a = added(posture());
    QCOMPARE(indicators(m_project->reader()).value(), (QList{a, b}));
}

void TestIndicator::keysAreUnique()
{
    added(posture());
    QCOMPARE(added(posture()).key, u"posture-change-2"_s);
    Indicator taken = posture();
    taken.key = u"posture-change"_s;
    QVERIFY(!edit([&](Writer &writer) { return addIndicator(writer, taken); }));
    QCOMPARE(count(u"indicator"_s), 2);
}

void TestIndicator::dueIsUnderstood_data()
{
    QTest::addColumn<QString>("due");
    QTest::addColumn<QDate>("last");
    QTest::newRow("open-ended") << u""_s << QDate();
    QTest::newRow("day") << u"2026-07-31"_s << QDate(2026, 7, 31);
    QTest::newRow("month ends with its last day") << u"2028-02"_s << QDate(2028, 2, 29);
    QTest::newRow("year") << u"2026"_s << QDate(2026, 12, 31);
    QTest::newRow("approximate") << u"2026-06~"_s << QDate(2026, 6, 30);
    QTest::newRow("interval") << u"2026-06/2026-09"_s << QDate(2026, 9, 30);
    QTest::newRow("summer") << u"2026-22"_s << QDate(2026, 8, 31);
    QTest::newRow("no end") << u"2026-06/.."_s << QDate();
}

void TestIndicator::dueIsUnderstood()
{
    QFETCH(QString, due);
    Indicator given = posture();
    given.due = due;
    given.dueLatest = 42;
    given = added(given);
    QTEST(lastDay(stored(given.id)), "last");
    QCOMPARE(stored(given.id), given);
}

void TestIndicator::dueThatIsNoDateIsRefused()
{
    Indicator given = added(posture());
    given.due = u"soon"_s;
    const auto result = edit([&](Writer &writer) { return updateIndicator(writer, given); });
    QVERIFY(!result);
    QVERIFY(result.error().text().contains(u"soon"_s));
    QCOMPARE(stored(given.id).due, u"2026-07-31"_s);
}

using Change = std::function<void(Indicator &)>;

void TestIndicator::outcomesChange_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Change &change, const QString &expected) {
        QTest::newRow(name) << change << expected;
    };
    row("none", [](Indicator &) {}, u"More than words=0.50,0.62 | Words only=0.50"_s);
    row("added", [](Indicator &i) { i.outcomes.append({{}, u"Less"_s, {}, false, {}}); },
        u"More than words=0.50,0.62 | Words only=0.50 | Less="_s);
    row("added in front with a forecast",
        [](Indicator &i) { i.outcomes.prepend({{}, u"Less"_s, {}, false, {{{}, hour(1), 0.1, {}}}}); },
        u"Less=0.10 | More than words=0.50,0.62 | Words only=0.50"_s);
    row("removed", [](Indicator &i) { i.outcomes.removeFirst(); }, u"Words only=0.50"_s);
    row("all removed", [](Indicator &i) { i.outcomes.clear(); }, u""_s);
    row("renamed", [](Indicator &i) { i.outcomes[0].label = u"Deeds"_s; }, u"Deeds=0.50,0.62 | Words only=0.50"_s);
    row("moved", [](Indicator &i) { i.outcomes.swapItemsAt(0, 1); }, u"Words only=0.50 | More than words=0.50,0.62"_s);
    row("labels exchanged", [](Indicator &i) { i.outcomes[0].label.swap(i.outcomes[1].label); },
        u"Words only=0.50,0.62 | More than words=0.50"_s);
    row("labels shifted",
        [](Indicator &i) {
            i.outcomes[0].label = u"Words only"_s;
            i.outcomes[1].label = u"Nothing"_s;
        },
        u"Words only=0.50,0.62 | Nothing=0.50"_s);
    row("label of a removed one taken",
        [](Indicator &i) {
            i.outcomes[1].label = i.outcomes[0].label;
            i.outcomes.removeFirst();
        },
        u"More than words=0.50"_s);
    row("replaced by one of the same label",
        [](Indicator &i) { i.outcomes[0] = {{}, i.outcomes[0].label, {}, false, {}}; },
        u"More than words= | Words only=0.50"_s);
    row("letter case", [](Indicator &i) { i.outcomes[0].label = u"more than WORDS"_s; },
        u"more than WORDS=0.50,0.62 | Words only=0.50"_s);
    row("forecast added", [](Indicator &i) { i.outcomes[1].forecasts.append({{}, hour(20), 0.38, {}}); },
        u"More than words=0.50,0.62 | Words only=0.50,0.38"_s);
}

void TestIndicator::outcomesChange()
{
    QFETCH(Change, change);
    const Indicator before = added(posture());
    Indicator changed = before;
    change(changed);
    const auto result = edit([&](Writer &writer) { return updateIndicator(writer, changed); });
    QVERIFY2(result, result ? "" : qPrintable(result.error().text()));
    QTEST(dump(stored(before.id)), "expected");
    QCOMPARE(stored(before.id), changed);
    if (changed == before)
        return;
    QVERIFY(m_project->undo());
    QCOMPARE(stored(before.id), before);
    QVERIFY(m_project->redo());
    QCOMPARE(stored(before.id), changed);
    QVERIFY(m_project->undo());
    QCOMPARE(stored(before.id), before);
    QCOMPARE(m_project->problems().value(), QStringList());
}

void TestIndicator::fieldsChange()
{
    Indicator changed = added(posture());
    changed.title = u"Another"_s;
    changed.question = u"Why?"_s;
    changed.due = u"2026-08"_s;
    changed.threshold = u"T"_s;
    changed.note.clear();
    changed.position = 1;
    changed.key = u"other"_s;
    QVERIFY(edit([&](Writer &writer) { return updateIndicator(writer, changed); }));
    QCOMPARE(stored(changed.id), changed);
    QCOMPARE(lastDay(changed), QDate(2026, 8, 31));
}

void TestIndicator::eventsChange()
{
    const auto one = anEvent(u"One"_s);
    const auto two = anEvent(u"Two"_s);
    Indicator changed = posture();
    changed.events = {one};
    changed = added(changed);
    changed.events = {two};
    QVERIFY(edit([&](Writer &writer) { return updateIndicator(writer, changed); }));
    QCOMPARE(stored(changed.id).events, QList{two});
    QVERIFY(m_project->undo());
    QCOMPARE(stored(changed.id).events, QList{one});
}

void TestIndicator::resolvedAndReopened()
{
    const Indicator before = added(posture());
    QVERIFY(edit([&](Writer &writer) { return resolve(writer, before.id, before.outcomes[1].id, hour(20)); }));
    QCOMPARE(dump(stored(before.id)), u"More than words=0.50,0.62 | Words only*=0.50"_s);
    QCOMPARE(stored(before.id).resolvedAt, hour(20));
    QVERIFY(edit([&](Writer &writer) { return resolve(writer, before.id, before.outcomes[0].id, hour(21)); }));
    QCOMPARE(dump(stored(before.id)), u"More than words*=0.50,0.62 | Words only=0.50"_s);
    QVERIFY(edit([&](Writer &writer) { return reopen(writer, before.id); }));
    QCOMPARE(stored(before.id), before);
    QVERIFY(m_project->undo());
    QVERIFY(stored(before.id).isResolved());
}

void TestIndicator::resolvedWithNone()
{
    const Indicator before = added(posture());
    QVERIFY(edit([&](Writer &writer) { return resolve(writer, before.id, {}, hour(20)); }));
    QVERIFY(stored(before.id).isResolved());
    QCOMPARE(dump(stored(before.id)), dump(before));
}

void TestIndicator::resolvedWithSomethingElse()
{
    const Indicator before = added(posture());
    const Indicator other = added(posture());
    const auto result = edit([&](Writer &writer) { return resolve(writer, before.id, other.outcomes[0].id, hour(20)); });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Refused);
    QCOMPARE(stored(before.id), before);
}

void TestIndicator::forecastsAreKept()
{
    Indicator before = added(posture());
    Forecast later{{}, hour(22), 0.7, u"Troops"_s};
    QVERIFY(edit([&](Writer &writer) { return addForecast(writer, before.outcomes[0].id, later); }));
    before.outcomes[0].forecasts.append(later);
    QCOMPARE(stored(before.id), before);
    Forecast impossible{{}, hour(22), 1.2, {}};
    QVERIFY(!edit([&](Writer &writer) { return addForecast(writer, before.outcomes[0].id, impossible); }));
    QCOMPARE(stored(before.id), before);
}

void TestIndicator::observationsAreKept()
{
    const Indicator indicator = added(posture());
    Observation second{{}, indicator.id, hour(12), u"Convoy"_s, anEvent(u"One"_s), {}};
    Observation first{{}, indicator.id, hour(11), u"Statement"_s, {}, {}};
    for (Observation *observation : {&second, &first})
        QVERIFY(edit([&](Writer &writer) { return addObservation(writer, *observation); }));
    QCOMPARE(observations(m_project->reader(), indicator.id).value(), (QList{first, second}));
    QVERIFY(edit([&](Writer &writer) { return removeObservation(writer, first.id); }));
    QCOMPARE(observations(m_project->reader(), indicator.id).value(), QList{second});
    Observation empty{{}, indicator.id, hour(11), {}, {}, {}};
    QVERIFY(!edit([&](Writer &writer) { return addObservation(writer, empty); }));
}

void TestIndicator::removingTakesAllAlong()
{
    Indicator given = posture();
    given.events = {anEvent(u"One"_s)};
    given = added(given);
    Observation observation{{}, given.id, hour(12), u"Convoy"_s, given.events.first(), {}};
    QVERIFY(edit([&](Writer &writer) { return addObservation(writer, observation); }));
    QCOMPARE(counts(), (QList<qint64>{1, 2, 3, 1, 1}));
    QVERIFY(edit([&](Writer &writer) { return removeIndicator(writer, given.id); }));
    QCOMPARE(counts(), (QList<qint64>{0, 0, 0, 0, 0}));
    QVERIFY(m_project->undo());
    QCOMPARE(stored(given.id), given);
    QCOMPARE(observations(m_project->reader(), given.id).value(), QList{observation});
}

void TestIndicator::removingAnEvent()
{
    Indicator given = posture();
    const Id<Event> event = anEvent(u"One"_s);
    given.events = {event};
    given = added(given);
    Observation observation{{}, given.id, hour(12), u"Convoy"_s, event, {}};
    QVERIFY(edit([&](Writer &writer) { return addObservation(writer, observation); }));
    QVERIFY(edit([&](Writer &writer) { return removeEvent(writer, event); }));
    QCOMPARE(stored(given.id).events, QList<Id<Event>>());
    QCOMPARE(observations(m_project->reader(), given.id).value().first().event, Id<Event>());
    QVERIFY(m_project->undo());
    QCOMPARE(stored(given.id), given);
    QCOMPARE(observations(m_project->reader(), given.id).value(), QList{observation});
}

using Work = std::function<Result<>(Writer &, Indicator &)>;

void TestIndicator::refused_data()
{
    QTest::addColumn<Work>("work");
    const auto row = [](const char *name, const Work &work) { QTest::newRow(name) << work; };
    const auto update = [](const Change &change) {
        return Work([change](Writer &writer, Indicator &indicator) {
            change(indicator);
            return updateIndicator(writer, indicator);
        });
    };
    row("no title", update([](Indicator &i) { i.title.clear(); }));
    row("no key", update([](Indicator &i) { i.key.clear(); }));
    row("no label", update([](Indicator &i) { i.outcomes[0].label.clear(); }));
    row("two labels the same", update([](Indicator &i) { i.outcomes[0].label = i.outcomes[1].label; }));
    row("no such event", update([](Indicator &i) { i.events = {Id<Event>::make()}; }));
    row("no such day", update([](Indicator &i) { i.due = u"2026-02-30"_s; }));
    row("gone", update([](Indicator &i) { i.id = Id<Indicator>::make(); }));
    row("resolve what is gone", [](Writer &writer, Indicator &) { return resolve(writer, Id<Indicator>::make(), {}, hour(1)); });
    row("reopen what is gone", [](Writer &writer, Indicator &) { return reopen(writer, Id<Indicator>::make()); });
    row("remove what is gone", [](Writer &writer, Indicator &) { return removeIndicator(writer, Id<Indicator>::make()); });
    row("forecast of nothing", [](Writer &writer, Indicator &) {
        Forecast forecast{{}, hour(1), 0.5, {}};
        return addForecast(writer, Id<Outcome>::make(), forecast);
    });
}

void TestIndicator::refused()
{
    QFETCH(Work, work);
    const Indicator before = added(posture());
    Indicator copy = before;
    const auto result = edit([&](Writer &writer) { return work(writer, copy); });
    QVERIFY(!result);
    QVERIFY(!result.error().what.isEmpty());
    QVERIFY(!result.error().why.isEmpty());
    QCOMPARE(stored(before.id), before);
    QCOMPARE(m_project->history().value().size(), 1);
}

void TestIndicator::manyIndicators()
{
    static constexpr int many = 2000;
    QVERIFY(edit([](Writer &writer) {
        Result<> done;
        for (int i = 0; done && i < many; ++i) {
            Indicator indicator = posture();
            indicator.key = u"k%1"_s.arg(i);
            indicator.position = many - i;
            done = addIndicator(writer, indicator);
        }
        return done;
    }));
    const auto list = indicators(m_project->reader()).value();
    QCOMPARE(list.size(), many);
    QCOMPARE(list.first().key, u"k1999"_s);
    for (const Indicator &indicator : list)
        QCOMPARE(dump(indicator), u"More than words=0.50,0.62 | Words only=0.50"_s);
}

QTEST_GUILESS_MAIN(TestIndicator)
#include "tst_indicator.moc"
