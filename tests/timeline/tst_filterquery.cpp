#include "app/timeline/filterquery.h"

#include <QRandomGenerator>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 5, 30);

/// `word(drone) -lane(Incidents) !certainty(x)`: the terms, with ! before those that have a problem.
QString dump(const QString &query)
{
    QStringList lines;
    for (const QueryTerm &term : readQuery(query, today)) {
        const QString name = filterFieldNames.name(term.term.field);
        lines.append(u"%1%2%3(%4)"_s.arg(term.problem.isEmpty() ? QString() : u"!"_s,
            term.term.isExcluded ? u"-"_s : QString(), name.isEmpty() ? u"word"_s : name, term.term.value));
    }
    return lines.join(u' ');
}

} // namespace

class TestFilterQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void termsKnowTheirPlace();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void changesKeepTheRest();
    void anyTextIsRead();
    void hugeTexts();
};

void TestFilterQuery::reads_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("terms");
    const auto row = [](const QString &query, const QString &terms) { QTest::newRow(qPrintable(query)) << query << terms; };
    row({}, {});
    row(u" \t\n"_s, {});
    row(u"drone"_s, u"word(drone)"_s);
    row(u" drone  Galați\tflats "_s, u"word(drone) word(Galați) word(flats)"_s);
    row(u"-drone"_s, u"-word(drone)"_s);
    row(u"-"_s, {});
    row(u"--drone"_s, u"-word(-drone)"_s);
    row(u"\"in the night\""_s, u"word(in the night)"_s);
    row(u"“in the night” rest"_s, u"word(in the night) word(rest)"_s);
    row(u"-\"in the night\""_s, u"-word(in the night)"_s);
    row(u"\"not closed"_s, u"word(not closed)"_s);
    row(u"\"\""_s, {});
    row(u"\"a \\\"b\\\" \\\\ \\c\""_s, u"word(a \"b\" \\ \\c)"_s);
    row(u"it\"s"_s, u"word(it\"s)"_s);
    row(u"\"a\"b"_s, u"word(a) word(b)"_s);
    row(u"lane:Incidents"_s, u"lane(Incidents)"_s);
    row(u"LANE:Incidents"_s, u"lane(Incidents)"_s);
    row(u"-lane:\"War in Ukraine\""_s, u"-lane(War in Ukraine)"_s);
    row(u"lane: Incidents"_s, u"word(Incidents)"_s);
    row(u"lane:"_s, {});
    row(u"lane:\"\""_s, {});
    row(u"\"lane:Incidents\""_s, u"word(lane:Incidents)"_s);
    row(u"lane:lane:x"_s, u"lane(lane:x)"_s);
    row(u"https://example.org/a:b"_s, u"word(https://example.org/a:b)"_s);
    row(u"03:10"_s, u"word(03:10)"_s);
    row(u":x"_s, u"word(:x)"_s);
    row(u"word:x"_s, u"word(word:x)"_s);
    row(u"tag:a actor:Russia place:Galați source:nato-2026 text:x"_s,
        u"tag(a) actor(Russia) place(Galați) source(nato-2026) text(x)"_s);
    row(u"certainty:disputed"_s, u"certainty(disputed)"_s);
    row(u"certainty:Re"_s, u"certainty(reported)"_s);
    row(u"certainty:maybe"_s, u"!certainty(maybe)"_s);
    row(u"after:2025-09 before:2026 in:2025"_s, u"after(2025-09) before(2026) in(2025)"_s);
    row(u"from:\"late 2022\" to:yesterday"_s, u"from(2022-39) to(2026-05-29)"_s);
    row(u"in:202X -in:2025-05?"_s, u"in(202X) -in(2025-05?)"_s);
    row(u"in:2026-02-30"_s, u"!in(2026-02-30)"_s);
}

void TestFilterQuery::reads()
{
    QFETCH(QString, query);
    QTEST(dump(query), "terms");
}

void TestFilterQuery::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("problem");
    QTest::newRow("certainty") << u"certainty:maybe"_s
                               << u"There is no certainty “maybe”, only confirmed, reported, disputed, retracted."_s;
    QTest::newRow("date") << u"in:2026-02-30"_s << u"That month has no such day."_s;
    QTest::newRow("words") << u"after:someday"_s << u"“someday” was not understood."_s;
}

void TestFilterQuery::saysWhatIsWrong()
{
    QFETCH(QString, query);
    QFETCH(QString, problem);
    const auto terms = readQuery(query, today);
    QVERIFY2(terms.first().problem.contains(problem), qPrintable(terms.first().problem));
    QVERIFY(filterOf(terms).isEmpty());
}

void TestFilterQuery::termsKnowTheirPlace()
{
    const QString query = u"  a -lane:\"b c\"  \"d"_s;
    QStringList texts;
    for (const QueryTerm &term : readQuery(query))
        texts.append(query.sliced(term.start, term.length));
    QCOMPARE(texts.join(u'|'), u"a|-lane:\"b c\"|\"d"_s);
}

void TestFilterQuery::writesWhatItReads_data()
{
    QTest::addColumn<FilterTerm>("term");
    QTest::addColumn<QString>("text");
    const auto row = [](const FilterTerm &term, const QString &text) { QTest::newRow(qPrintable(text)) << term << text; };
    row({FilterField::Word, u"drone"_s}, u"drone"_s);
    row({FilterField::Word, u"drone"_s, true}, u"-drone"_s);
    row({FilterField::Word, u"in the night"_s}, u"\"in the night\""_s);
    row({FilterField::Word, u"-5"_s}, u"\"-5\""_s);
    row({FilterField::Word, u"lane:x"_s}, u"\"lane:x\""_s);
    row({FilterField::Word, u"a”b"_s}, u"\"a\\”b\""_s);
    row({FilterField::Word, u"\\"_s}, u"\\"_s);
    row({FilterField::Word, u"a \\"_s}, u"\"a \\\\\""_s);
    row({FilterField::Lane, u"War in Ukraine"_s, true}, u"-lane:\"War in Ukraine\""_s);
    row({FilterField::Place, u"-5"_s}, u"place:-5"_s);
    row({FilterField::In, u"2025-09?"_s}, u"in:2025-09?"_s);
    row({FilterField::From, u"2025-09-09/2025-09-10"_s}, u"from:2025-09-09/2025-09-10"_s);
    row({FilterField::Certainty, u"disputed"_s}, u"certainty:disputed"_s);
}

void TestFilterQuery::writesWhatItReads()
{
    QFETCH(FilterTerm, term);
    QTEST(queryText(term), "text");
    const auto terms = readQuery(queryText(term), today);
    QCOMPARE(terms.size(), 1);
    QCOMPARE(terms.first().term, term);
}

void TestFilterQuery::changesKeepTheRest()
{
    const QString query = u"drone  LANE:incidents -tag:\"a b\" in:2025"_s;
    QCOMPARE(withTerm(query, {FilterField::Actor, u"Russia"_s}), query + u" actor:Russia"_s);
    QCOMPARE(withTerm(u" "_s, {FilterField::Actor, u"Russia"_s}), u"actor:Russia"_s);
    QCOMPARE(withoutTerms(query, FilterField::Lane, u"Incidents"_s), u"drone -tag:\"a b\" in:2025"_s);
    QCOMPARE(withoutTerms(query, FilterField::Tag, u"a b"_s), u"drone  LANE:incidents in:2025"_s);
    QCOMPARE(withoutTerms(u"tag:a tag:A -tag:a"_s, FilterField::Tag, u"a"_s), QString());
    QCOMPARE(withoutTerm(query, readQuery(query).first()), u"LANE:incidents -tag:\"a b\" in:2025"_s);
    QCOMPARE(withoutTerm(query, readQuery(query).last()), u"drone  LANE:incidents -tag:\"a b\""_s);
    QVERIFY(hasTerm(query, {FilterField::Lane, u"INCIDENTS"_s}));
    QVERIFY(!hasTerm(query, {FilterField::Lane, u"INCIDENTS"_s, true}));
    QVERIFY(hasTerm(query, {FilterField::Tag, u"a b"_s, true}));
}

/// Whatever is typed is read, each term stands where it says, and writing the filter and reading it again changes nothing.
void TestFilterQuery::anyTextIsRead()
{
    const QStringList pieces{u"-"_s, u"\""_s, u"“"_s, u"”"_s, u"\\"_s, u":"_s, u" "_s, u"\n"_s, u"lane:"_s, u"in:"_s,
        u"certainty:"_s, u"2025"_s, u"disp"_s, u"a"_s, u"ț"_s, u"😀"_s, QString(QChar(0xd83d)), QString(QChar::Null), u"/.."_s};
    QRandomGenerator random(7);
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int count = random.bounded(12); count > 0; --count)
            text += pieces.at(random.bounded(int(pieces.size())));
        qsizetype end = 0;
        const auto terms = readQuery(text, today);
        for (const QueryTerm &term : terms) {
            QVERIFY(term.start >= end && term.length > 0 && term.start + term.length <= text.size());
            end = term.start + term.length;
        }
        const EventFilter filter = filterOf(terms);
        QVERIFY2(filterOf(readQuery(queryText(filter), today)) == filter, qPrintable(text));
    }
}

void TestFilterQuery::hugeTexts()
{
    QString many;
    for (int i = 0; i < 20'000; ++i)
        many += u"tag:a "_s;
    const auto terms = readQuery(many);
    QCOMPARE(terms.size(), 20'000);
    QCOMPARE(filterOf(terms).terms.size(), 64);
    QCOMPARE(readQuery(QString(200'000, u'"')).size(), 0);
    QCOMPARE(readQuery(QString(200'000, u'x')).size(), 1);
    QCOMPARE(readQuery(u"in:"_s + QString(200'000, u'[')).first().problem.isEmpty(), false);
}

QTEST_GUILESS_MAIN(TestFilterQuery)
#include "tst_filterquery.moc"
