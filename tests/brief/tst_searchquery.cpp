#include "app/brief/searchquery.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// What people type into a search, and how it is understood.
class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void soFar_data();
    void soFar();
    void problems_data();
    void problems();
    void tooMuch();
};

void TestSearchQuery::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read"); ///< as searchText() writes it
    const auto row = [](const char *name, const QString &text, const QString &read) { QTest::newRow(name) << text << read; };
    row("empty", QString(), QString());
    row("white space", u" \t\n"_s, QString());
    row("words", u"  drone   Galați "_s, u"drone Galați"_s);
    row("phrase", u"\"every inch\""_s, u"\"every inch\""_s);
    row("curly phrase", u"“every inch”"_s, u"\"every inch\""_s);
    row("phrase without an end", u"\"every inch"_s, u"\"every inch\""_s);
    row("a lone quotation mark", u"drone \""_s, u"drone"_s);
    row("marks within", u"\"a \\\"b\\\" c\\\\\""_s, u"\"a \\\"b\\\" c\\\\\""_s);
    row("mark within a word", u"5\"tall"_s, u"\"5\\\"tall\""_s);
    row("not", u"drone -exercise -\"air show\""_s, u"drone -exercise -\"air show\""_s);
    row("hyphen within", u"anti-tank"_s, u"anti-tank"_s);
    row("a lone minus", u"drone - -- -"_s, u"drone"_s);
    row("prefix", u"dro* \"every in\"* **"_s, u"dro* \"every in\"*"_s);
    row("star in quotation marks", u"\"dro*\""_s, u"\"dro*\""_s);
    row("or", u"drone OR uav OR \"flying bomb\" galati"_s, u"drone OR uav OR \"flying bomb\" galati"_s);
    row("or at the ends", u"OR drone OR"_s, u"drone"_s);
    row("or twice", u"drone OR OR uav"_s, u"drone OR uav"_s);
    row("or is a word", u"or \"OR\" ORBIT"_s, u"or \"OR\" ORBIT"_s);
    row("or of conditions", u"type:wire OR grade:A"_s, u"type:wire OR grade:A"_s);
    row("grade", u"grade:a grade:2 GRADE:b2"_s, u"grade:A grade:2 grade:B2"_s);
    row("begun names", u"type:stat kind:cap retracted:y"_s, u"type:statement kind:capture retracted:yes"_s);
    row("text conditions", u"by:\"Mark Rutte\" publisher:NATO tag:air lang:EN-gb"_s, u"by:\"Mark Rutte\" publisher:NATO tag:air lang:en-gb"_s);
    row("dates", u"after:2025-09 before:\"29 May 2026\""_s, u"after:2025-09 before:2026-05-29"_s);
    row("excluded condition", u"drone -type:post"_s, u"drone -type:post"_s);
    row("unknown name", u"colour:red http://a.b/c"_s, u"\"colour:red\" \"http://a.b/c\""_s);
    row("name without a value", u"drone type: grade:\"\""_s, u"drone"_s);
    row("name in quotation marks", u"\"type:wire\""_s, u"\"type:wire\""_s);
    row("signs and emoji", u"( ) ^ + ~ { } : 🔥 ☢️ ;--"_s, QString());
    row("FTS5's own words", u"a AND b NOT c NEAR(d e, 2) title:x {a b}:c"_s, u"a AND b NOT c NEAR(d e, 2) \"title:x\" {a \"b}:c\""_s);
    row("NUL", u"dr"_s + QChar(0) + u"one"_s, u"drone"_s);
    row("half of a pair", u"a"_s + QChar(0xd800), u"a"_s + QChar(0xd800));
}

void TestSearchQuery::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const SearchQuery query = readSearch(text);
    QCOMPARE(searchText(query), read);
    QVERIFY(query.problems.isEmpty());
    QCOMPARE(readSearch(read), query);
}

void TestSearchQuery::soFar_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    QTest::newRow("last word") << u"over galat"_s << u"over galat*"_s;
    QTest::newRow("ended word") << u"over galat "_s << u"over galat"_s;
    QTest::newRow("in a phrase") << u"\"over galat"_s << u"\"over galat\""_s;
    QTest::newRow("condition") << u"by:rutt"_s << u"by:rutt"_s;
    QTest::newRow("excluded") << u"a -galat"_s << u"a -galat"_s;
    QTest::newRow("star") << u"galat*"_s << u"galat*"_s;
}

void TestSearchQuery::soFar()
{
    QFETCH(QString, text);
    QTEST(searchText(readSearch(text, Typed::SoFar)), "read");
}

void TestSearchQuery::problems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QString &text, const QString &read, const QString &problem) {
        QTest::newRow(name) << text << read << problem;
    };
    row("grade", u"drone grade:G"_s, u"drone"_s, u"6+7 There is no grade “G”; write A to F, 1 to 6, or both: B2."_s);
    row("half a grade", u"grade:B-"_s, QString(), u"0+8 There is no grade “B-”; write A to F, 1 to 6, or both: B2."_s);
    row("kind", u"kind:photo a"_s, u"a"_s, u"0+10 There is no kind “photo”, only source, event, brief, excerpt, capture."_s);
    row("retracted", u"retracted:maybe"_s, QString(), u"0+15 “retracted:” is “yes” or “no”, not “maybe”."_s);
    row("by", u"by:???"_s, QString(), u"0+6 “???” has no letter or digit."_s);
    row("or not", u"a OR -b"_s, u"a"_s, u"5+2 OR joins only what shall be found: write “-” terms without it."_s);
    row("or of unlike things", u"a OR grade:A b"_s, u"a b"_s,
        u"5+7 OR joins words with words and conditions with conditions: write them side by side."_s);
}

void TestSearchQuery::problems()
{
    QFETCH(QString, text);
    const SearchQuery query = readSearch(text);
    QTEST(searchText(query), "read");
    QCOMPARE(query.problems.size(), 1);
    const SearchProblem &problem = query.problems.first();
    QTEST(u"%1+%2 %3"_s.arg(problem.start).arg(problem.length).arg(problem.text), "problem");
}

void TestSearchQuery::tooMuch()
{
    const SearchQuery many = readSearch(u"a "_s.repeated(70));
    QCOMPARE(many.terms.size(), 64);
    QCOMPARE(many.problems.size(), 6);
    const SearchQuery longOne = readSearch(u"x"_s.repeated(100'000) + u" b"_s);
    QCOMPARE(searchText(longOne), u"b"_s);
    QCOMPARE(longOne.problems.size(), 1);
    QVERIFY(!readSearch(u"after:soon"_s).problems.isEmpty());
}

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
