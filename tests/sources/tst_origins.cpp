#include "app/sources/origins.h"
#include "app/sources/resting.h"
#include "app/timeline/event.h"
#include "tests/support/slowness.h"
#include "tests/support/temporaryproject.h"

#include <QElapsedTimer>

using namespace redoubt;

/// Who repeats whom, and what falls with a source that is retracted.
class TestOrigins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_project = std::make_unique<TemporaryProject>(); }
    void tree_data();
    void tree();
    void goingBack_data();
    void goingBack();
    void independent_data();
    void independent();
    void retractionIsKept();
    void retracted_data();
    void retracted();
    void resting_data();
    void resting();
    void longChains();

private:
    /// "a b>a c>b": sources and whom they repeat; "!a" is retracted.
    void make(const QString &shape);
    /// "e: a b -c": an event, what corroborates it and what disputes it.
    void tell(const QString &events);
    [[nodiscard]] Id<Source> id(const QString &key) { return must(sourceByKey(m_project->reader(), key)).value_or(Source()).id; }
    [[nodiscard]] QString key(Id<Source> id) { return must(source(m_project->reader(), id)).value_or(Source()).key; }
    [[nodiscard]] QString eventKey(Id<Event> id) { return must(redoubt::event(m_project->reader(), id)).value_or(Event()).key; }
    [[nodiscard]] QList<Id<Source>> ids(const QString &keys);
    [[nodiscard]] QString keys(const QList<Id<Source>> &ids);

    std::unique_ptr<TemporaryProject> m_project;
};

void TestOrigins::make(const QString &shape)
{
    m_project->edit([&](Writer &writer) -> Result<> {
        const QStringList words = shape.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            Source source;
            source.key = source.title = word.section(u'>', 0, 0).remove(u'!');
            source.retracted = word.startsWith(u'!');
            must(addSource(writer, source));
        }
        for (const QString &word : words) {
            if (word.contains(u'>')) { // by hand, so that circles can be made, as a merge of two copies makes them
                must(writer.run(u"INSERT INTO origin (id, source_id, repeats_id) SELECT ?, a.id, b.id FROM source a, source b "
                                "WHERE a.key = ? AND b.key = ?"_s,
                    {newIdNumber(), word.section(u'>', 0, 0).remove(u'!'), word.section(u'>', 1)}));
            }
        }
        return {};
    });
}

void TestOrigins::tell(const QString &events)
{
    m_project->edit([&](Writer &writer) -> Result<> {
        for (const QString &line : events.split(u';', Qt::SkipEmptyParts)) {
            Event event;
            event.key = event.title = line.section(u':', 0, 0).trimmed();
            must(addEvent(writer, event));
            for (QString word : line.section(u':', 1).split(u' ', Qt::SkipEmptyParts)) {
                const Stance stance = word.startsWith(u'-') ? Stance::Disputes : Stance::Corroborates;
                Evidence evidence{{}, event.id, must(sourceByKey(writer, word.remove(u'-')))->id, stance, {}};
                must(addEvidence(writer, evidence));
            }
        }
        return {};
    });
}

QList<Id<Source>> TestOrigins::ids(const QString &keys)
{
    QList<Id<Source>> found;
    for (const QString &key : keys.split(u' ', Qt::SkipEmptyParts))
        found.append(id(key));
    return found;
}

QString TestOrigins::keys(const QList<Id<Source>> &ids)
{
    QStringList found;
    for (const Id<Source> id : ids)
        found.append(key(id));
    return found.join(u' ');
}

void TestOrigins::tree_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("lines"); ///< "key depth repeats origin"
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("alone") << u"b a"_s << u"a 0 0 a, b 0 0 b"_s;
    QTest::newRow("repeated") << u"c>b a b"_s << u"a 0 0 a, b 0 1 b, c 1 0 b"_s;
    QTest::newRow("followed to the end") << u"a>b b>c c d>b"_s << u"c 0 3 c, b 1 2 c, a 2 0 c, d 2 0 c"_s;
    QTest::newRow("back up a level") << u"a b>a c>b d>a e"_s << u"a 0 3 a, b 1 1 a, c 2 0 a, d 1 0 a, e 0 0 e"_s;
    QTest::newRow("back up to the top") << u"a b>a c>b d e>d"_s << u"a 0 2 a, b 1 1 a, c 2 0 a, d 0 1 d, e 1 0 d"_s;
    QTest::newRow("a circle") << u"a>b b>a c>b d"_s << u"a 0 0 a, b 0 0 b, c 0 0 c, d 0 0 d"_s;
}

void TestOrigins::tree()
{
    QFETCH(QString, shape);
    make(shape);
    QStringList lines;
    for (const OriginLine &line : must(originTree(m_project->reader())))
        lines.append(u"%1 %2 %3 %4"_s.arg(key(line.source)).arg(line.depth).arg(line.repeats).arg(key(line.origin)));
    QTEST(lines.join(u", "_s), "lines");
}

void TestOrigins::goingBack_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("all");
    QTest::newRow("none") << u"a b"_s << u"a"_s << QString();
    QTest::newRow("at once, then through others") << u"a c>a d>c b>d e"_s << u"a"_s << u"c b d"_s;
    QTest::newRow("from the middle") << u"a c>a d>c b>d e"_s << u"c"_s << u"d b"_s;
    QTest::newRow("in a circle") << u"a>b b>a c>b"_s << u"a"_s << u"b c"_s;
}

void TestOrigins::goingBack()
{
    QFETCH(QString, shape);
    QFETCH(QString, to);
    make(shape);
    QTEST(keys(must(goingBackTo(m_project->reader(), id(to)))), "all");
}

void TestOrigins::independent_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("of");
    QTest::addColumn<int>("number");
    const QString shape = u"wire b>wire c>b d e>x x"_s;
    QTest::newRow("none") << shape << QString() << 0;
    QTest::newRow("one") << shape << u"b"_s << 1;
    QTest::newRow("with its origin") << shape << u"b wire"_s << 1;
    QTest::newRow("two that repeat one") << shape << u"b c"_s << 1;
    QTest::newRow("two alone") << shape << u"d b"_s << 2;
    QTest::newRow("all") << shape << u"wire b c d e x"_s << 3;
    QTest::newRow("twice the same") << shape << u"d d"_s << 1;
    QTest::newRow("a circle") << u"a>b b>a"_s << u"a b"_s << 2;
}

void TestOrigins::independent()
{
    QFETCH(QString, shape);
    QFETCH(QString, of);
    make(shape);
    QTEST(must(independentOrigins(m_project->reader(), ids(of))), "number");
}

void TestOrigins::retractionIsKept()
{
    Source source;
    source.title = u"Wire"_s;
    source.retracted = true;
    source.retractedAt = u"2026-05-30"_s;
    source.retractionNote = u"The agency withdrew the report."_s;
    m_project->edit([&](Writer &writer) { return addSource(writer, source); });
    QCOMPARE(must(redoubt::source(m_project->reader(), source.id)), source);
    source.retractedAt = u"2026-06"_s;
    source.retracted = false;
    m_project->edit([&](Writer &writer) { return updateSource(writer, source); });
    QCOMPARE(must(redoubt::source(m_project->reader(), source.id)), source);
}

void TestOrigins::retracted_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("sources"); ///< "key<retracted"
    QTest::addColumn<QString>("shaken");  ///< "event fallen standing"
    QTest::newRow("none") << u"a b>a"_s << u"e: a b"_s << QString() << QString();
    QTest::newRow("itself") << u"!a b"_s << u"e: a; f: b"_s << u"a<a"_s << u"e 1 0"_s;
    QTest::newRow("its origin") << u"!a b>a c>b"_s << u"e: c"_s << u"a<a b<a c<a"_s << u"e 1 0"_s;
    QTest::newRow("the nearest") << u"!a !b>a c>b"_s << u"e: c"_s << u"a<a b<b c<b"_s << u"e 1 0"_s;
    QTest::newRow("another stands") << u"!a b"_s << u"e: a b"_s << u"a<a"_s << u"e 1 1"_s;
    QTest::newRow("others of one origin") << u"!a w b>w c>w"_s << u"e: a b c"_s << u"a<a"_s << u"e 1 1"_s;
    QTest::newRow("the origin of one that fell stands") << u"w !a>w b>w"_s << u"e: a b"_s << u"a<a"_s << u"e 1 1"_s;
    QTest::newRow("what disputes it does not hold it up") << u"!a b"_s << u"e: a -b"_s << u"a<a"_s << u"e 1 0"_s;
    QTest::newRow("only disputed by it") << u"!a b"_s << u"e: b -a"_s << u"a<a"_s << QString();
    QTest::newRow("a circle") << u"!a>b b>a"_s << u"e: b"_s << u"a<a b<a"_s << u"e 1 0"_s;
}

void TestOrigins::retracted()
{
    QFETCH(QString, shape);
    QFETCH(QString, events);
    make(shape);
    tell(events);
    QStringList sources;
    for (const auto &[source, fallen] : must(retractions(m_project->reader())).asKeyValueRange())
        sources.append(key(source) + u'<' + key(fallen));
    sources.sort();
    QTEST(sources.join(u' '), "sources");
    QStringList shaken;
    for (const auto &[event, found] : must(shakenEvents(m_project->reader())).asKeyValueRange())
        shaken.append(u"%1 %2 %3"_s.arg(eventKey(event)).arg(found.fallen).arg(found.standing));
    shaken.sort();
    QTEST(shaken.join(u", "_s), "shaken");
    // Asked for some of them, the same.
    QSet<Id<Source>> all;
    for (const Source &source : must(redoubt::sources(m_project->reader())))
        all.insert(source.id);
    QCOMPARE(must(retractionsAmong(m_project->reader(), all)), must(retractions(m_project->reader())));
    QList<Id<Event>> told;
    for (const Event &event : must(redoubt::events(m_project->reader())))
        told.append(event.id);
    QCOMPARE(must(shakenEventsOf(m_project->reader(), told)), must(shakenEvents(m_project->reader())));
    QCOMPARE(must(shakenEventsOf(m_project->reader(), {})).size(), 0);
}

void TestOrigins::resting_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("sources");
    QTest::addColumn<QString>("rests"); ///< "event source stance standing"
    QTest::newRow("nothing") << u"a b"_s << u"e: b"_s << QString() << QString();
    QTest::newRow("alone") << u"a"_s << u"e: a"_s << QString() << u"e a corroborates 0"_s;
    QTest::newRow("another stands") << u"a b c"_s << u"e: a b c; f: b"_s << QString() << u"e a corroborates 2"_s;
    QTest::newRow("those that repeat it") << u"a b>a c>b"_s << u"e: a c; f: b"_s << u"b c"_s
                                          << u"e a corroborates 0, e c corroborates 0, f b corroborates 0"_s;
    QTest::newRow("its own origin stands") << u"w a>w b>w"_s << u"e: a b"_s << QString() << u"e a corroborates 1"_s;
    QTest::newRow("another is retracted") << u"a !b c>b"_s << u"e: a b c"_s << QString() << u"e a corroborates 0"_s;
    QTest::newRow("it disputes") << u"a b"_s << u"e: b -a"_s << QString() << u"e a disputes 1"_s;
}

void TestOrigins::resting()
{
    QFETCH(QString, shape);
    QFETCH(QString, events);
    make(shape);
    tell(events);
    Excerpt own;
    Excerpt others;
    m_project->edit([&](Writer &writer) -> Result<> {
        for (const auto &[keyOf, excerpt] : {std::pair(u"a"_s, &own), std::pair(u"b"_s, &others)}) {
            const auto source = must(sourceByKey(writer, keyOf));
            if (!source)
                continue;
            Capture capture = must(captureOfText(source->id, u"one two"_s, QDateTime::currentDateTimeUtc()));
            must(addCapture(writer, capture));
            *excerpt = must(excerptOf(capture, 0, 3));
            must(addExcerpt(writer, *excerpt));
        }
        return {};
    });
    const Resting found = must(restingOn(m_project->reader(), id(u"a"_s)));
    QTEST(keys(found.sources), "sources");
    QStringList rests;
    for (const RestingEvent &event : found.events) {
        rests.append(u"%1 %2 %3 %4"_s.arg(eventKey(event.evidence.event), key(event.evidence.source),
            stanceNames.name(event.evidence.stance)).arg(event.standing));
    }
    rests.sort();
    QTEST(rests.join(u", "_s), "rests");
    QCOMPARE(found.excerpts, found.sources.isEmpty() ? QList{own} : (QList{own, others}));
}

void TestOrigins::longChains()
{
    constexpr int number = 20'000;
    m_project->edit([&](Writer &writer) -> Result<> {
        must(writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO source (id, key, title) "
                        "SELECT i, printf('s%06d', i), 'Source' FROM n"_s.arg(number)));
        return writer.run(u"INSERT INTO origin (id, source_id, repeats_id) SELECT id, id, id - 1 FROM source WHERE id > 1"_s);
    });
    QElapsedTimer timer;
    timer.start();
    const QList<OriginLine> tree = must(originTree(m_project->reader()));
    QCOMPARE(tree.size(), number);
    QCOMPARE(tree.last().depth, number - 1);
    QCOMPARE(tree.first().repeats, number - 1);
    QCOMPARE(must(goingBackTo(m_project->reader(), {1})).size(), number - 1);
    QCOMPARE(must(independentOrigins(m_project->reader(), {Id<Source>{number}, Id<Source>{1}})), 1);
    QVERIFY2(timer.elapsed() < 2'000 * slowness, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestOrigins)
#include "tst_origins.moc"
