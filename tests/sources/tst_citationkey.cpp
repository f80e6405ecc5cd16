#include "app/project/key.h"
#include "app/project/projectinfo.h"
#include "app/sources/citationkey.h"
#include "tests/sources/bibliographytest.h"

#include <QJsonArray>

using namespace redoubt;

class TestCitationKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patterns_data();
    void patterns();
    void standardIsTheTitle_data();
    void standardIsTheTitle();
    void patternIsRecognised_data();
    void patternIsRecognised();
    void newSourcesFollowTheProject();
    void fieldsAreReadBack();
};

namespace {

Source example()
{
    Source source;
    source.type = SourceType::Statement;
    source.title = u"The drone over Galați, a reading"_s;
    source.author = u"Ursula von der Leyen; Mark Rutte; NATO"_s;
    source.publisher = u"Press service"_s;
    source.published = u"2026-05-29~"_s;
    source.fields = json("{'author':[{'family':'Leyen','given':'Ursula','non-dropping-particle':'von der'},{'family':'Rutte','given':'Mark'},{'literal':'NATO'}]}");
    return source;
}

} // namespace

void TestCitationKey::patterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("expected");
    const char *const pairs[][2] = {{"{title}", "the-drone-over-galati-a-reading"}, {"{title:1}", "drone"}, {"{title:2}", "drone-over"}, {"{title:99}", "drone-over-galati-a-reading"},
        {"{author}", "leyen"}, {"{authors}", "leyen-rutte-nato"}, {"{authors:2}", "leyen-rutte"}, {"{year}", "2026"}, {"{date}", "2026-05-29"}, {"{publisher}", "press-service"},
        {"{type}", "statement"}, {"{author}-{year}-{title:2}", "leyen-2026-drone-over"}, {"{author}{year}", "leyen2026"}, {"src {year}", "src-2026"}, {"{nonsense}", "nonsense"},
        {"", "the-drone-over-galati-a-reading"}, {"---", "the-drone-over-galati-a-reading"}, {"{title:0}", "title-0"}, {"{AUTHOR}", "author"}};
    for (const auto &[pattern, expected] : pairs)
        QTest::newRow(*pattern ? pattern : "empty") << QString::fromLatin1(pattern) << QString::fromLatin1(expected);
}

void TestCitationKey::patterns()
{
    QFETCH(QString, pattern);
    QTEST(citationKey(pattern, example()), "expected");
}

void TestCitationKey::standardIsTheTitle_data()
{
    QTest::addColumn<QString>("title");
    for (const QString &title : {u"Drone hits flats in Galați"_s, u"…"_s, u"日本"_s, u"word "_s.repeated(50), u"{author}"_s, u"The"_s, u"a-b--c"_s})
        QTest::newRow(qPrintable(title)) << title;
}

void TestCitationKey::standardIsTheTitle()
{
    QFETCH(QString, title);
    Source source;
    source.title = title;
    QCOMPARE(citationKey(standardCitationKeys, source), keyFrom(title));
    // What is missing leaves no mark.
    QCOMPARE(citationKey(u"{author}-{year}-{title}"_s, source), keyFrom(title));
    QCOMPARE(citationKey(u"{author}-{year}"_s, source), keyFrom(title));
}

void TestCitationKey::patternIsRecognised_data()
{
    QTest::addColumn<bool>("valid");
    for (const char *valid : {"{title}", "{author}-{year}-{title:2}", "x{year}"})
        QTest::newRow(valid) << true;
    for (const char *wrong : {"", "x", "{}", "{tittle}", "{title", "{title:0}", "{title:x}", "{title}}"})
        QTest::newRow(*wrong ? wrong : "empty") << false;
}

void TestCitationKey::patternIsRecognised()
{
    QFETCH(bool, valid);
    const QByteArray tag = QTest::currentDataTag();
    QCOMPARE(isCitationPattern(tag == "empty" ? QString() : QString::fromLatin1(tag)), valid);
}

void TestCitationKey::newSourcesFollowTheProject()
{
    TemporaryProject project;
    const auto add = [&] {
        Source source = example();
        project.edit([&](Writer &writer) { return addSource(writer, source); });
        return source.key;
    };
    QCOMPARE(add(), u"the-drone-over-galati-a-reading"_s);
    project.edit([](Writer &writer) {
        ProjectInfo info = must(projectInfo(writer));
        info.citationKeys = u"{author}-{year}"_s;
        return updateProjectInfo(writer, info);
    });
    project.reopen();
    QCOMPARE(must(projectInfo(project.reader())).citationKeys, u"{author}-{year}"_s);
    QCOMPARE(add(), u"leyen-2026"_s);
    QCOMPARE(add(), u"leyen-2026-2"_s);
}

void TestCitationKey::fieldsAreReadBack()
{
    TemporaryProject project;
    Source source = example();
    source.fields.insert(u"DOI"_s, u"10.1000/x"_s);
    project.edit([&](Writer &writer) { return addSource(writer, source); });
    project.reopen();
    QCOMPARE(must(redoubt::source(project.reader(), source.id)), source);
    source.fields.remove(u"DOI"_s);
    project.edit([&](Writer &writer) { return updateSource(writer, source); });
    QCOMPARE(must(redoubt::source(project.reader(), source.id)), source);
}

QTEST_GUILESS_MAIN(TestCitationKey)
#include "tst_citationkey.moc"
