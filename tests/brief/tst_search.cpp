#include "app/brief/brief.h"
#include "app/brief/projectsearch.h"
#include "app/project/projectinfo.h"
#include "app/project/schema.h"
#include "app/project/secondreader.h"
#include "app/project/sqlite.h"
#include "app/sources/excerpt.h"
#include "app/timeline/edtf.h"
#include "app/timeline/event.h"
#include "tests/support/temporaryproject.h"

#include <sqlite3.h>

using namespace redoubt;

/// Search over the whole project.
class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void refused_data();
    void refused();
    void tellsWhere();
    void ranks();
    void begunWordsAreNotRanked();
    void begunInOldRowsOnly();
    void limit();
    void stopped();
    void fromAnotherThread();
    void followsChanges();
    void hostileText();
    void olderFile();

private:
    /// "capture/nato-2026 source/nato-2026": what is found, sorted.
    QString found(const QString &text, Typed typed = Typed::Whole)
    {
        QStringList all;
        for (const SearchResult &result : must(searchProject(m_project.reader(), readSearch(text, typed), 100)))
            all.append(u"%1/%2"_s.arg(QString(searchKindNames.name(result.kind)), result.key));
        all.sort();
        return all.join(u' ');
    }
    SearchResult first(const QString &text)
    {
        return must(searchProject(m_project.reader(), readSearch(text), 100)).value(0);
    }
    Capture add(Writer &writer, Source source, const QString &text);

    TemporaryProject m_project;
    Source m_nato;
};

Capture TestSearch::add(Writer &writer, Source source, const QString &text)
{
    must(addSource(writer, source));
    Capture capture = must(captureOfText(source.id, text, QDateTime::currentDateTimeUtc()));
    must(addCapture(writer, capture));
    return capture;
}

void TestSearch::initTestCase()
{
    const auto source = [](const QString &key, const QString &title, SourceType type, const QString &language, const QString &published) {
        Source made;
        made.key = key;
        made.title = title;
        made.type = type;
        made.language = language;
        made.published = published;
        return made;
    };
    m_project.edit([&](Writer &writer) -> Result<> {
        m_nato = source(u"nato"_s, u"Statement on Galați"_s, SourceType::Statement, u"en-GB"_s, u"2026-05-29"_s);
        m_nato.publisher = u"NATO"_s;
        m_nato.grade = {u'A', 2};
        const Capture text = add(writer, m_nato, u"Allies are ready to defend every inch of allied territory. 😀 A drone fell."_s);
        m_nato = *must(sourceByKey(writer, u"nato"_s));
        must(addTag(writer, u"source"_s, m_nato.id.number, u"air"_s));
        Excerpt excerpt = must(excerptOf(text, 11, 57));
        excerpt.speaker = u"Mark Rutte"_s;
        must(addExcerpt(writer, excerpt));
        add(writer, source(u"xinhua"_s, u"新华社"_s, SourceType::Wire, u"zh"_s, u"2025-09"_s), u"一架无人机坠落在罗马尼亚加拉茨。"_s);
        add(writer, source(u"nhk"_s, u"NHK"_s, SourceType::Broadcast, u"ja"_s, u"2025-XX"_s), u"無人機がルーマニアに墜落したドローンだ"_s);
        add(writer, source(u"aljazeera"_s, u"الجزيرة"_s, SourceType::Article, u"ar"_s, QString()), u"سقطت طَائِرَةٌ مُسَيَّرة في رومانيا، وقال أحمد"_s);
        add(writer, source(u"tass"_s, u"ТАСС"_s, SourceType::Wire, u"ru"_s, QString()), u"Дрон упал в Галаце, сообщили ёмко"_s);
        add(writer, source(u"kathi"_s, u"Καθημερινή"_s, SourceType::Article, u"el"_s, QString()), u"Επίθεση στους δρόμους ΟΔΟΣ"_s);
        add(writer, source(u"faz"_s, u"FAZ"_s, SourceType::Article, u"de"_s, QString()), u"Die große Straße in Łódź"_s);
        Source gone = source(u"hoax"_s, u"Hoax"_s, SourceType::Post, QString(), QString());
        gone.retracted = true;
        add(writer, gone, u"Territory of nonsense"_s);
        Event event;
        event.title = u"Drone over Galați"_s;
        event.key = u"galati"_s;
        event.date = u"2026-05-29"_s;
        event.bounds = must(readEdtf(event.date)).bounds;
        event.summary = u"It fell on a house."_s;
        must(addEvent(writer, event));
        Brief brief;
        brief.key = u"read"_s;
        brief.title = u"A different read"_s;
        brief.byline = u"J. Doe"_s;
        brief.text = u"## The incident\n\nA drone fell on territory of an ally."_s;
        return addBrief(writer, brief);
    });
}

void TestSearch::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    const auto row = [](const char *name, const QString &text, const QString &keys) { QTest::newRow(name) << text << keys; };
    row("nothing", u"submarine"_s, QString());
    row("in every kind", u"drone"_s, u"brief/read capture/nato event/galati"_s);
    row("all words in one, not in several", u"drone fell house"_s, u"event/galati"_s);
    row("all words of one", u"territory drone"_s, u"brief/read capture/nato"_s);
    row("phrase", u"\"every inch of\""_s, u"capture/nato excerpt/nato"_s);
    row("not in that order", u"\"inch every\""_s, QString());
    row("not", u"territory -nonsense -ally"_s, u"capture/nato excerpt/nato"_s);
    row("or", u"house OR nonsense"_s, u"capture/hoax event/galati"_s);
    row("or binds closer", u"drone house OR inch"_s, u"capture/nato event/galati"_s);
    row("prefix", u"terr*"_s, u"brief/read capture/hoax capture/nato excerpt/nato"_s);
    row("whole words only", u"terr"_s, QString());
    row("without the accent", u"galati"_s, u"event/galati source/nato"_s);
    row("with another accent", u"gálåtí"_s, u"event/galati source/nato"_s);
    row("operators are words", u"drone AND fell"_s, QString());
    row("Chinese within a row", u"无人机"_s, u"capture/xinhua"_s);
    row("two Chinese words", u"加拉茨 坠落"_s, u"capture/xinhua"_s);
    row("Chinese not in that order", u"机人无"_s, QString());
    row("one Chinese letter", u"茨"_s, u"capture/xinhua"_s);
    row("Chinese title", u"新华"_s, u"source/xinhua"_s);
    row("Japanese", u"ドローン"_s, u"capture/nhk"_s);
    row("half-width", u"ﾄﾞﾛｰﾝ"_s, u"capture/nhk"_s);
    row("Japanese Chinese letters", u"墜落"_s, u"capture/nhk"_s);
    row("Arabic without harakat", u"طائرة مسيرة"_s, u"capture/aljazeera"_s);
    row("Arabic with others", u"طَائِرة"_s, u"capture/aljazeera"_s);
    row("Arabic with tatweel", u"طـــائرة"_s, u"capture/aljazeera"_s);
    row("another alef", u"احمد"_s, u"capture/aljazeera"_s);
    row("Cyrillic", u"ДРОН емко"_s, u"capture/tass"_s);
    row("Greek", u"επιθεση οδος"_s, u"capture/kathi"_s);
    row("sharp s", u"GROSSE strasse"_s, u"capture/faz"_s);
    row("ss is sharp s", u"straße lodz"_s, u"capture/faz"_s);
    row("grade", u"grade:A"_s, u"source/nato"_s);
    row("grade, the information", u"grade:2 drone"_s, u"capture/nato"_s);
    row("grade, both", u"grade:A3"_s, QString());
    row("type", u"type:wire"_s, u"source/tass source/xinhua"_s);
    row("one of two", u"type:broadcast OR grade:A"_s, u"source/nato source/nhk"_s);
    row("excluded type", u"territory -type:post"_s, u"brief/read capture/nato excerpt/nato"_s);
    row("kind", u"kind:excerpt territory"_s, u"excerpt/nato"_s);
    row("excluded kind", u"drone -kind:event"_s, u"brief/read capture/nato"_s);
    row("kind alone", u"kind:excerpt"_s, u"excerpt/nato"_s);
    row("after", u"after:2026"_s, QString());
    row("after a day", u"after:2026-05-28"_s, u"event/galati source/nato"_s);
    row("before, possibly", u"before:2025-09"_s, u"source/nhk"_s);
    row("by the speaker", u"by:rutte"_s + u" inch"_s, u"excerpt/nato"_s);
    row("by the byline", u"by:doe"_s, u"brief/read"_s);
    row("publisher", u"publisher:nato drone"_s, u"capture/nato"_s);
    row("tag of the source", u"tag:AIR inch"_s, u"capture/nato excerpt/nato"_s);
    row("language", u"lang:en"_s, u"brief/read source/nato"_s);
    row("retracted", u"retracted:yes"_s, u"source/hoax"_s);
    row("not retracted", u"territory retracted:no"_s, u"capture/nato excerpt/nato"_s);
    row("condition without a word that is there", u"type:wire -drone -галаце"_s, u"source/tass source/xinhua"_s);
    row("excluded word and a condition", u"type:wire -тасс"_s, u"source/xinhua"_s);
    row("unknown name is text", u"colour:red"_s, QString());
}

void TestSearch::finds()
{
    QFETCH(QString, text);
    QTEST(found(text), "keys");
}

void TestSearch::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QString() << u"The search has no word and no condition."_s;
    QTest::newRow("signs") << u"* - ( \" 🔥"_s << u"The search has no word and no condition."_s;
    QTest::newRow("only not") << u"-drone -type:post"_s << u"The search says only what shall not be found."_s;
}

void TestSearch::refused()
{
    QFETCH(QString, text);
    const auto result = searchProject(m_project.reader(), readSearch(text), 10);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Invalid);
    QTEST(result.error().why, "why");
}

void TestSearch::tellsWhere()
{
    const SearchResult inCapture = first(u"kind:capture drone"_s);
    const Capture text = *must(capture(m_project.reader(), {inCapture.capture}));
    QCOMPARE(text.text.sliced(inCapture.place.start, inCapture.place.length), u"drone"_s);
    QCOMPARE(inCapture.title, u"Statement on Galați"_s);
    QCOMPARE(inCapture.snippet.text.sliced(inCapture.snippet.marks.first().start, 5), u"drone"_s);
    const SearchResult inExcerpt = first(u"kind:excerpt inch"_s);
    QCOMPARE(text.text.sliced(inExcerpt.place.start, inExcerpt.place.length), u"inch"_s);
    QCOMPARE(inExcerpt.capture, inCapture.capture);
    const SearchResult bySpeaker = first(u"kind:excerpt rutte"_s);
    QVERIFY(text.text.sliced(bySpeaker.place.start, bySpeaker.place.length).startsWith(u"ready to defend"));
    QVERIFY(bySpeaker.snippet.text.contains(u"Mark Rutte"));
    const SearchResult inBrief = first(u"kind:brief ally"_s);
    const Brief brief = *must(briefByKey(m_project.reader(), u"read"_s));
    QCOMPARE(brief.text.sliced(inBrief.place.start, inBrief.place.length), u"ally"_s);
}

void TestSearch::ranks()
{
    TemporaryProject project;
    project.edit([&](Writer &writer) -> Result<> {
        for (const auto &[key, text] : {std::pair(u"a"_s, u"A long text in which the word tanker stands once among very many others"_s),
                 {u"b"_s, u"tanker tanker tanker"_s}, {u"c"_s, u"nothing of it"_s}}) {
            Source source;
            source.key = key;
            source.title = key;
            add(writer, source, text);
        }
        return {};
    });
    const auto results = must(searchProject(project.reader(), readSearch(u"tanker"_s), 10));
    QCOMPARE(results.size(), 2);
    QCOMPARE(results.at(0).key, u"b"_s);
    QVERIFY(results.at(0).score > results.at(1).score);
    QVERIFY(results.at(1).score > 0);
}

void TestSearch::begunWordsAreNotRanked()
{
    for (const auto &[text, isRanked] : {std::pair(u"t"_s, false), {u"ter"_s, false}, {u"terr"_s, true}}) {
        for (const SearchResult &result : must(searchProject(m_project.reader(), readSearch(text, Typed::SoFar), 10)))
            QCOMPARE(result.score > 0, isRanked);
    }
    QCOMPARE(found(u"terri"_s, Typed::SoFar), found(u"territory"_s));
    QCOMPARE(found(u"无"_s, Typed::SoFar), u"capture/xinhua"_s);
}

/// Behind very many newer rows that are read in vain the index is asked.
void TestSearch::begunInOldRowsOnly()
{
    TemporaryProject project;
    project.edit([&](Writer &writer) {
        return writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500) INSERT INTO source (id, key, title) "
                          "SELECT i, 's' || i, CASE WHEN i < 5 THEN 'Galați ' ELSE 'Report ' END || i FROM n"_s);
    });
    const auto count = [&](const QString &text) {
        return must(searchProject(project.reader(), readSearch(text, Typed::SoFar), 20)).size();
    };
    QCOMPARE(count(u"ga"_s), 4);
    QCOMPARE(count(u"xq"_s), 0);
    QCOMPARE(count(u"re"_s), 20);
    QCOMPARE(count(u"galati 3"_s), 1);
    QCOMPARE(count(u"-galati re"_s), 20);
    QCOMPARE(count(u"-3 ga"_s), 3);
    QCOMPARE(must(searchProject(project.reader(), readSearch(u"ga"_s, Typed::SoFar), 1)).first().key, u"s4"_s);
}

void TestSearch::limit()
{
    for (const int most : {0, 1, 2}) {
        for (const QString &text : {u"drone"_s, u"d*"_s, u"kind:source"_s})
            QCOMPARE(must(searchProject(m_project.reader(), readSearch(text), most)).size(), most);
    }
}

void TestSearch::stopped()
{
    JobState state;
    state.stop();
    const auto result = searchProject(m_project.reader(), readSearch(u"drone"_s), 10, &state);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    QVERIFY(!found(u"drone"_s).isEmpty());
    // What reads very much stops within.
    m_project.reader().stopWith(&state);
    const auto count = m_project.reader().number(
        u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT count(*) FROM n"_s);
    m_project.reader().stopWith(nullptr);
    QVERIFY(!count);
    QCOMPARE(count.error().kind, Error::Kind::Cancelled);
}

void TestSearch::fromAnotherThread()
{
    const auto second = must(SecondReader::open(m_project.path()));
    QCOMPARE(must(searchProject(second->reader(), readSearch(u"加拉茨"_s), 10)).size(), 1);
}

void TestSearch::followsChanges()
{
    const QString before = found(u"galati"_s);
    Source changed = m_nato;
    changed.title = u"乌克兰"_s;
    m_project.edit([&](Writer &writer) { return updateSource(writer, changed); });
    QCOMPARE(found(u"galati"_s), u"event/galati"_s);
    QCOMPARE(found(u"乌克"_s), u"source/nato"_s);
    must(m_project->undo());
    QCOMPARE(found(u"galati"_s), before);
    QCOMPARE(found(u"乌克"_s), QString());
    must(m_project->redo());
    m_project.reopen();
    QCOMPARE(found(u"乌克"_s), u"source/nato"_s);
    must(m_project->undo());
    m_project.edit([&](Writer &writer) { return removeSource(writer, m_nato.id); });
    QCOMPARE(found(u"inch"_s), QString());
    must(m_project->undo());
    QCOMPARE(found(u"inch"_s), u"capture/nato excerpt/nato"_s);
    QCOMPARE(must(m_project->problems()), QStringList());
}

void TestSearch::hostileText()
{
    for (const char *text : {"\"", "\"\"", "*", "a*b*", "NEAR(", "a AND", "NOT a", "{title}:a", "a:b:c", "^a", "a+b", "(a", "'; DROP TABLE source; --",
             "a\\", "\"a\\\"", "-", "OR", "a OR", "a\tOR\nb", "%", "_", "\xff\xfe", "a\xcc\x81"}) {
        const auto result = searchProject(m_project.reader(), readSearch(QString::fromUtf8(text), Typed::SoFar), 10);
        QVERIFY2(result || result.error().kind == Error::Kind::Invalid, text);
    }
    QVERIFY(found(QString(100'000, u'茨').left(900)).isEmpty());
}

/// A file of the step before has the words of its rows after it was brought up to date.
void TestSearch::olderFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.redoubt"_s);
    int step = 0;
    while (!schema::steps().at(step).contains("search_words"))
        ++step;
    {
        sqlite3 *db = nullptr;
        sqlite3_open(path.toUtf8().constData(), &db);
        must(schema::migrate(db, step));
        must(sqlite::execute(db, "INSERT INTO project (id, created_at) VALUES (1, '2026-01-01T00:00:00Z')"));
        must(sqlite::execute(db, "INSERT INTO source (id, key, title) VALUES (1, 'old', 'Große 无人机')"));
        must(sqlite::execute(db, "INSERT INTO event (id, key, title, date) VALUES (1, 'strike', 'Strike', '2022')"));
        sqlite3_close(db);
    }
    const auto project = must(Project::open(path));
    QCOMPARE(must(searchProject(project->reader(), readSearch(u"人机 grosse"_s), 10)).size(), 1);
    QCOMPARE(must(searchProject(project->reader(), readSearch(u"strike"_s), 10)).size(), 1);
    QCOMPARE(must(project->problems()), QStringList());
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
