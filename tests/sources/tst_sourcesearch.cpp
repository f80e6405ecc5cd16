#include "app/sources/excerpt.h"
#include "app/sources/search.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

/// Full-text search over sources, their captures and excerpts.
class TestSourceSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void followsChanges();

private:
    QString found(const QString &text)
    {
        const auto matches = must(sourcesMatching(m_project.reader(), text));
        if (!matches)
            return u"no question"_s;
        QStringList keys;
        for (const Source &source : must(sources(m_project.reader()))) {
            if (matches->contains(source.id))
                keys.append(source.key);
        }
        return keys.join(u' ');
    }

    TemporaryProject m_project;
    Source m_nato;
};

void TestSourceSearch::initTestCase()
{
    m_nato.key = u"nato-2026"_s;
    m_nato.title = u"Secretary General on Galați"_s;
    m_nato.publisher = u"NATO"_s;
    Source czech;
    czech.key = u"pavel-2026"_s;
    czech.title = u"Show its teeth"_s;
    czech.author = u"Petr Pavel"_s;
    Source empty;
    empty.key = u"empty"_s;
    empty.title = u"Nothing of it was captured"_s;
    m_project.edit([&](Writer &writer) -> Result<> {
        for (Source *source : {&m_nato, &czech, &empty})
            must(addSource(writer, *source));
        Capture capture = must(captureOfText(
            m_nato.id, u"The alliance is ready to defend every inch of allied territory."_s, QDateTime::currentDateTimeUtc()));
        must(addCapture(writer, capture));
        Excerpt excerpt = must(excerptOf(capture, 4, 12));
        excerpt.speaker = u"Mark Rutte"_s;
        return addExcerpt(writer, excerpt);
    });
}

void TestSourceSearch::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    QTest::newRow("empty") << QString() << u"no question"_s;
    QTest::newRow("white space") << u"  \t"_s << u"no question"_s;
    QTest::newRow("signs only") << u"* - \" ( ) ^ : +"_s << u"no question"_s;
    QTest::newRow("title") << u"teeth"_s << u"pavel-2026"_s;
    QTest::newRow("beginning of a word") << u"tee"_s << u"pavel-2026"_s;
    QTest::newRow("not the middle of a word") << u"eeth"_s << QString();
    QTest::newRow("key") << u"2026"_s << u"nato-2026 pavel-2026"_s;
    QTest::newRow("middle of a key") << u"ato-20"_s << u"nato-2026"_s;
    QTest::newRow("author") << u"petr"_s << u"pavel-2026"_s;
    QTest::newRow("letter case") << u"nATo"_s << u"nato-2026"_s;
    QTest::newRow("without the accent") << u"galati"_s << u"nato-2026"_s;
    QTest::newRow("captured text") << u"inch"_s << u"nato-2026"_s;
    QTest::newRow("speaker") << u"rutte"_s << u"nato-2026"_s;
    QTest::newRow("words in different places") << u"inch rutte general"_s << u"nato-2026"_s;
    QTest::newRow("one word is missing") << u"inch pavel"_s << QString();
    QTest::newRow("phrase") << u"\"every inch of\""_s << u"nato-2026"_s;
    QTest::newRow("phrase in another order") << u"“inch every”"_s << QString();
    QTest::newRow("phrase has whole words") << u"\"every inc\""_s << QString();
    QTest::newRow("unfinished phrase") << u"\"every inc"_s << u"nato-2026"_s;
    QTest::newRow("operators are words") << u"inch OR NOT NEAR"_s << QString();
    QTest::newRow("column filter is text") << u"title:teeth"_s << QString();
    QTest::newRow("NUL") << u"in"_s + QChar(0) + u"ch"_s << u"nato-2026"_s;
    QTest::newRow("huge") << u"x"_s.repeated(100'000) << QString();
}

void TestSourceSearch::finds()
{
    QFETCH(QString, text);
    QTEST(found(text), "keys");
}

void TestSourceSearch::followsChanges()
{
    Source changed = m_nato;
    changed.title = u"Something else"_s;
    m_project.edit([&](Writer &writer) { return updateSource(writer, changed); });
    QCOMPARE(found(u"galati"_s), QString());
    must(m_project->undo());
    QCOMPARE(found(u"galati"_s), u"nato-2026"_s);
    m_project.edit([&](Writer &writer) { return removeSource(writer, m_nato.id); });
    QCOMPARE(found(u"inch"_s), QString());
    must(m_project->undo());
    QCOMPARE(found(u"inch"_s), u"nato-2026"_s);
}

QTEST_GUILESS_MAIN(TestSourceSearch)
#include "tst_sourcesearch.moc"
