#include "app/brief/revision.h"
#include "app/brief/sourcemerging.h"
#include "app/project/projectinfo.h"
#include "app/sources/duplicates.h"
#include "app/sources/evidence.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "tests/project/dump.h"
#include "tests/support/temporaryproject.h"

#include <random>

using namespace redoubt;

/// Two sources that were one document become one, and two again.
class TestSourceMerging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fieldsAreFilled();
    void ownFieldsStay();
    void furtherFields_data();
    void furtherFields();
    void everythingMoves();
    void stances_data();
    void stances();
    void origins_data();
    void origins();
    void decisionsMove();
    void briefsCiteTheKept();
    void isRefused();
    void isTakenBack_data();
    void isTakenBack();

private:
    Source add(const QString &key, const std::function<void(Source &)> &change = {});
    Capture addCaptureOf(const Source &source, const QString &text);
    SourceMerge merge(const QString &keep, const QString &drop);
    [[nodiscard]] const Reader &reader() { return m_project->reader(); }
    [[nodiscard]] Id<Source> id(const QString &key) { return must(sourceByKey(reader(), key)).value_or(Source()).id; }

    std::unique_ptr<TemporaryProject> m_project;
};

void TestSourceMerging::init()
{
    m_project = std::make_unique<TemporaryProject>();
}

Source TestSourceMerging::add(const QString &key, const std::function<void(Source &)> &change)
{
    Source source;
    source.key = source.title = key;
    if (change)
        change(source);
    m_project->edit([&](Writer &writer) { return addSource(writer, source); });
    return source;
}

Capture TestSourceMerging::addCaptureOf(const Source &source, const QString &text)
{
    Capture capture = must(captureOfText(source.id, text, QDateTime::currentDateTimeUtc()));
    m_project->edit([&](Writer &writer) { return addCapture(writer, capture); });
    return capture;
}

SourceMerge TestSourceMerging::merge(const QString &keep, const QString &drop)
{
    SourceMerge merged;
    const Dump before = dump(reader());
    m_project->edit([&](Writer &writer) -> Result<> {
        merged = must(mergeSources(writer, id(keep), id(drop)));
        return {};
    });
    const Dump after = dump(reader());
    must((*m_project)->undo());
    if (const QString other = difference(before, dump(reader())); !other.isEmpty())
        qFatal("not taken back: %s", qPrintable(other));
    must((*m_project)->redo());
    if (const QString other = difference(after, dump(reader())); !other.isEmpty())
        qFatal("not done again: %s", qPrintable(other));
    return merged;
}

void TestSourceMerging::fieldsAreFilled()
{
    add(u"keep"_s, [](Source &source) { source.note = u"Mine."_s; });
    const Source drop = add(u"drop"_s, [](Source &source) {
        source.author = u"A"_s;
        source.publisher = u"P"_s;
        source.published = u"2026-05-29"_s;
        source.address = u"https://example.org/a"_s;
        source.language = u"ro"_s;
        source.grade = {u'B', 2};
        source.retracted = true;
        source.retractedAt = u"2026-06"_s;
        source.retractionNote = u"Withdrawn."_s;
        source.note = u"Theirs."_s;
    });
    const SourceMerge merged = merge(u"keep"_s, u"drop"_s);
    Source expected = drop;
    expected.id = merged.kept.id;
    expected.key = expected.title = u"keep"_s;
    expected.note = u"Mine.\n\nTheirs."_s;
    QCOMPARE(merged.kept, expected);
    QCOMPARE(must(sources(reader())), QList{expected});
}

void TestSourceMerging::ownFieldsStay()
{
    const Source keep = add(u"keep"_s, [](Source &source) {
        source.author = u"A"_s;
        source.published = u"2026"_s;
        source.grade = {u'A', 6};
        source.note = u"Same."_s;
    });
    add(u"drop"_s, [](Source &source) {
        source.author = u"B"_s;
        source.published = u"2025"_s;
        source.grade = {u'D', 3};
        source.note = u"Same."_s;
    });
    merge(u"keep"_s, u"drop"_s);
    Source expected = keep;
    expected.grade.credibility = 3;
    QCOMPARE(must(sources(reader())), QList{expected});
}

void TestSourceMerging::furtherFields_data()
{
    QTest::addColumn<QString>("keep");
    QTest::addColumn<QString>("drop");
    QTest::addColumn<QString>("merged");
    QTest::newRow("none") << u"{}"_s << u"{}"_s << u"{}"_s;
    QTest::newRow("own") << u"{\"DOI\":\"1\"}"_s << u"{}"_s << u"{\"DOI\":\"1\"}"_s;
    QTest::newRow("the other's") << u"{}"_s << u"{\"DOI\":\"2\"}"_s << u"{\"DOI\":\"2\"}"_s;
    QTest::newRow("both") << u"{\"DOI\":\"1\",\"a\":[1]}"_s << u"{\"DOI\":\"2\",\"page\":\"3\",\"a\":[2]}"_s
                          << u"{\"DOI\":\"1\",\"page\":\"3\",\"a\":[1]}"_s;
    QTest::newRow("not to be read") << u"{\"DOI\":\"1\"}"_s << u"{\"DOI"_s << u"{\"DOI\":\"1\"}"_s;
    QTest::newRow("no object") << u"{\"DOI\":\"1\"}"_s << u"[2]"_s << u"{\"DOI\":\"1\"}"_s;
}

void TestSourceMerging::furtherFields()
{
    QFETCH(QString, keep);
    QFETCH(QString, drop);
    const Source kept = add(u"keep"_s);
    const Source dropped = add(u"drop"_s);
    m_project->edit([&](Writer &writer) -> Result<> {
        must(writer.update(u"source"_s, kept.id.number, {u"fields"_s}, {keep}));
        return writer.update(u"source"_s, dropped.id.number, {u"fields"_s}, {drop});
    });
    const SourceMerge merged = merge(u"keep"_s, u"drop"_s);
    QCOMPARE(merged.kept, must(source(reader(), kept.id)));
    const auto read = [](const QSqlQuery &row) { return row.value(0).toString(); };
    QTEST(must(reader().first(u"SELECT fields FROM source"_s, {}, read)).value_or(QString()), "merged");
}

void TestSourceMerging::everythingMoves()
{
    const Source keep = add(u"keep"_s);
    const Source drop = add(u"drop"_s);
    addCaptureOf(keep, u"one two"_s);
    const Capture other = addCaptureOf(drop, u"three four"_s);
    Excerpt excerpt = must(excerptOf(other, 0, 5));
    Event event;
    event.title = u"Event"_s;
    Indicator indicator;
    indicator.title = u"Indicator"_s;
    Brief brief;
    brief.title = u"Brief"_s;
    m_project->edit([&](Writer &writer) -> Result<> {
        must(addExcerpt(writer, excerpt));
        must(setTags(writer, u"source"_s, keep.id.number, {u"one"_s, u"both"_s}));
        must(setTags(writer, u"source"_s, drop.id.number, {u"Both"_s, u"two"_s}));
        must(setTags(writer, u"excerpt"_s, excerpt.id.number, {u"three"_s}));
        must(addEvent(writer, event));
        must(attachExcerpt(writer, event.id, excerpt, Stance::Disputes));
        must(addIndicator(writer, indicator));
        must(writer.run(u"INSERT INTO observation (id, indicator_id, at, note, source_id) VALUES (5, ?, '2026', 'x', ?)"_s,
            {indicator.id.number, drop.id.number}));
        must(addBrief(writer, brief));
        return writer.run(u"INSERT INTO rating (id, brief_id, reading, source_id, value) VALUES (6, ?, 'r', ?, 1), "
                          "(7, ?, 's', ?, 1), (8, ?, 's', ?, -1)"_s,
            {brief.id.number, drop.id.number, brief.id.number, drop.id.number, brief.id.number, keep.id.number});
    });
    merge(u"keep"_s, u"drop"_s);
    const auto holder = [&](const QString &table, int row) {
        return must(reader().number(u"SELECT source_id FROM %1 WHERE id = ?"_s.arg(table), {row}));
    };
    QCOMPARE(must(captures(reader(), keep.id)).size(), 2);
    QCOMPARE(must(excerpts(reader(), other.id)), QList{excerpt});
    QCOMPARE(must(tags(reader(), u"source"_s, keep.id.number)), (QStringList{u"both"_s, u"one"_s, u"two"_s}));
    QCOMPARE(must(tags(reader(), u"excerpt"_s, excerpt.id.number)), QStringList{u"three"_s});
    const QList<Evidence> said = must(evidenceFrom(reader(), keep.id));
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().excerpt, excerpt.id);
    QCOMPARE(holder(u"observation"_s, 5), keep.id.number);
    QCOMPARE(holder(u"rating"_s, 6), keep.id.number);
    QCOMPARE(must(reader().number(u"SELECT value FROM rating WHERE reading = 's'"_s)), -1);
    QCOMPARE(must((*m_project)->problems()), QStringList());
    QCOMPARE(must(alteredCaptures(reader())), QStringList());
}

void TestSourceMerging::stances_data()
{
    QTest::addColumn<QString>("keep"); ///< "+" corroborates, "-" disputes, "e" with an excerpt; empty when it says nothing
    QTest::addColumn<QString>("drop");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("other");
    QTest::newRow("the one alone") << u"+"_s << QString() << u"+"_s << false;
    QTest::newRow("the other alone") << QString() << u"-e"_s << u"- drop"_s << false;
    QTest::newRow("the same") << u"+"_s << u"+"_s << u"+"_s << false;
    QTest::newRow("the same, its excerpt") << u"+"_s << u"+e"_s << u"+ drop"_s << false;
    QTest::newRow("the same, both have excerpts") << u"+e"_s << u"+e"_s << u"+ keep"_s << false;
    QTest::newRow("different") << u"+"_s << u"-"_s << u"+"_s << true;
    QTest::newRow("different, own excerpt") << u"+e"_s << u"-"_s << u"+ keep"_s << true;
    QTest::newRow("different, its excerpt") << u"+"_s << u"-e"_s << u"- drop"_s << true;
    QTest::newRow("different, both have excerpts") << u"-e"_s << u"+e"_s << u"- keep"_s << true;
}

void TestSourceMerging::stances()
{
    QFETCH(QString, keep);
    QFETCH(QString, drop);
    Event event;
    event.title = u"Event"_s;
    m_project->edit([&](Writer &writer) { return addEvent(writer, event); });
    QHash<Id<Excerpt>, QString> names{{Id<Excerpt>(), QString()}};
    for (const auto &[key, says] : {std::pair(u"keep"_s, keep), std::pair(u"drop"_s, drop)}) {
        const Source source = add(key);
        Excerpt excerpt = must(excerptOf(addCaptureOf(source, u"one two"_s), 0, 3));
        names.insert(excerpt.id, u' ' + key);
        if (says.isEmpty())
            continue;
        m_project->edit([&](Writer &writer) -> Result<> {
            must(addExcerpt(writer, excerpt));
            Evidence evidence{{}, event.id, source.id, says.startsWith(u'+') ? Stance::Corroborates : Stance::Disputes,
                says.endsWith(u'e') ? excerpt.id : Id<Excerpt>()};
            return addEvidence(writer, evidence);
        });
    }
    const SourceMerge merged = merge(u"keep"_s, u"drop"_s);
    const QList<Evidence> left = must(evidenceOf(reader(), event.id));
    QCOMPARE(left.size(), 1);
    QTEST((left[0].stance == Stance::Corroborates ? u"+"_s : u"-"_s) + names.value(left[0].excerpt), "said");
    QTEST(merged.otherStance == QList{event.id}, "other");
}

void TestSourceMerging::origins_data()
{
    QTest::addColumn<QString>("before"); ///< "below>above"
    QTest::addColumn<QString>("after");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("own") << u"keep>a"_s << u"keep>a"_s;
    QTest::newRow("the other's") << u"drop>a"_s << u"keep>a"_s;
    QTest::newRow("both") << u"keep>a drop>b"_s << u"keep>a"_s;
    QTest::newRow("what repeats them") << u"a>keep b>drop"_s << u"a>keep b>keep"_s;
    QTest::newRow("one repeats the other") << u"keep>drop"_s << QString();
    QTest::newRow("the other repeats it") << u"drop>keep"_s << QString();
    QTest::newRow("one repeats the other, which repeats") << u"keep>drop drop>a"_s << u"keep>a"_s;
    QTest::newRow("through another") << u"keep>a a>drop drop>b"_s << u"a>keep keep>b"_s;
    QTest::newRow("the other through another") << u"drop>a a>keep"_s << u"a>keep"_s;
    QTest::newRow("the other through another, which repeats") << u"drop>a a>keep keep>b"_s << u"a>keep keep>b"_s;
}

void TestSourceMerging::origins()
{
    QFETCH(QString, before);
    for (const QString &key : {u"a"_s, u"b"_s, u"drop"_s, u"keep"_s})
        add(key);
    m_project->edit([&](Writer &writer) -> Result<> {
        for (const QString &word : before.split(u' ', Qt::SkipEmptyParts)) {
            Source source = *must(sourceByKey(writer, word.section(u'>', 0, 0)));
            source.origin = id(word.section(u'>', 1));
            must(updateSource(writer, source));
        }
        return {};
    });
    const SourceMerge merged = merge(u"keep"_s, u"drop"_s);
    QStringList after;
    QHash<Id<Source>, QString> keys;
    for (const Source &source : must(sources(reader())))
        keys.insert(source.id, source.key);
    for (const Source &source : must(sources(reader()))) {
        if (source.origin.isValid())
            after.append(source.key + u'>' + keys.value(source.origin));
    }
    QTEST(after.join(u' '), "after");
    QCOMPARE(merged.kept, must(source(reader(), merged.kept.id)));
}

void TestSourceMerging::decisionsMove()
{
    const Source keep = add(u"keep"_s, [](Source &source) { source.publisher = u"P"_s; source.title = u"The same title"_s; });
    const Source drop = add(u"drop"_s, [](Source &source) { source.publisher = u"P"_s; source.title = u"The same title"_s; });
    const Source third = add(u"third"_s, [](Source &source) { source.publisher = u"P"_s; source.title = u"The same title"_s; });
    m_project->edit([&](Writer &writer) -> Result<> {
        must(keepApart(writer, third.id, drop.id));
        return keepApart(writer, keep.id, drop.id);
    });
    QCOMPARE(must(duplicates(reader(), 9)).size(), 1);
    merge(u"keep"_s, u"drop"_s);
    QCOMPARE(must(duplicates(reader(), 9)), QList<Duplicate>());
}

void TestSourceMerging::briefsCiteTheKept()
{
    add(u"keep"_s);
    add(u"drop"_s);
    QList<Brief> made(2);
    Revision kept;
    m_project->edit([&](Writer &writer) -> Result<> {
        for (Brief &brief : made) {
            brief.title = u"Brief"_s;
            must(addBrief(writer, brief));
        }
        kept.brief = made[1].id;
        kept.at = QDateTime(QDate(2026, 5, 29), QTime(9, 12), QTimeZone::UTC);
        must(addRevision(writer, kept, packText(u"Before: @drop."_s)));
        must(updateBriefText(writer, made[0].id, u"So [@drop, p. 2; @keep] and @drop too, but not `@drop`."_s));
        return updateBriefText(writer, made[1].id, u"Not drop."_s);
    });
    const qsizetype actions = must((*m_project)->history()).size();
    merge(u"keep"_s, u"drop"_s);
    QCOMPARE(must((*m_project)->history()).size(), actions + 1);
    QCOMPARE(must(brief(reader(), made[0].id))->text, u"So [@keep, p. 2; @keep] and @keep too, but not `@drop`."_s);
    QCOMPARE(must(brief(reader(), made[1].id))->text, u"Not drop."_s);
    QCOMPARE(must(revisionText(reader(), must(revisions(reader(), made[1].id)).value(0).id)), u"Before: @keep."_s);
}

void TestSourceMerging::isRefused()
{
    const Source keep = add(u"keep"_s);
    const Dump before = dump(reader());
    for (const auto &[other, why] : {std::pair(keep.id, u"They are one source already."_s),
             std::pair(Id<Source>{99}, u"One of them is not there any more."_s)}) {
        const auto done = (*m_project)->edit(u"Merge"_s, [&](Writer &writer) -> Result<> {
            const auto merged = mergeSources(writer, keep.id, other);
            return merged ? Result<>() : failure(merged);
        });
        QVERIFY(!done);
        QCOMPARE(done.error().what, u"The sources were not merged."_s);
        QCOMPARE(done.error().why, why);
    }
    QCOMPARE(difference(before, dump(reader())), QString());
}

void TestSourceMerging::isTakenBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Whatever hangs on six sources, merging them down to one takes back to what was there, step by step.
void TestSourceMerging::isTakenBack()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto below = [&](int number) { return int(random() % unsigned(number)); };
    QList<Source> all;
    for (int i = 0; i < 6; ++i) {
        all.append(add(u"s%1"_s.arg(i), [&](Source &source) {
            source.note = below(2) == 0 ? u"note"_s : QString();
            source.address = below(2) == 0 ? u"https://example.org/%1"_s.arg(i) : QString();
            source.origin = i > 0 && below(2) == 0 ? all[below(i)].id : Id<Source>();
        }));
    }
    m_project->edit([&](Writer &writer) -> Result<> {
        QList<Event> events(4);
        for (Event &event : events) {
            event.title = u"Event"_s;
            must(addEvent(writer, event));
        }
        QString text;
        for (const Source &source : all) {
            must(setTags(writer, u"source"_s, source.id.number, {u"t%1"_s.arg(below(3)), u"t%1"_s.arg(below(3))}));
            for (int i = below(3); i > 0; --i) {
                Capture capture = must(captureOfText(source.id, u"one two three"_s, QDateTime::currentDateTimeUtc()));
                must(addCapture(writer, capture));
                Excerpt excerpt = must(excerptOf(capture, 0, 3 + below(8)));
                must(addExcerpt(writer, excerpt));
                must(attachExcerpt(writer, events[below(4)].id, excerpt, below(2) == 0 ? Stance::Disputes : Stance::Corroborates));
            }
            text += u"So [@%1] and @%1.\n\n"_s.arg(source.key);
        }
        Brief brief;
        brief.title = u"Brief"_s;
        brief.text = text;
        return addBrief(writer, brief);
    });
    QList<Dump> before;
    while (all.size() > 1) {
        const Source drop = all.takeAt(below(int(all.size())));
        before.append(dump(reader()));
        merge(all[below(int(all.size()))].key, drop.key);
        QCOMPARE(must((*m_project)->problems()), QStringList());
    }
    while (!before.isEmpty()) {
        must((*m_project)->undo());
        QCOMPARE(difference(before.takeLast(), dump(reader())), QString());
    }
}

QTEST_GUILESS_MAIN(TestSourceMerging)
#include "tst_sourcemerging.moc"
