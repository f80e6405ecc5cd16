#include "app/sources/bibliography/bibliography.h"
#include "app/sources/bibliography/csljson.h"
#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/bibliography/referencedates.h"
#include "app/sources/bibliography/referencetypes.h"
#include "app/sources/bibliography/sourceitem.h"
#include "tests/sources/bibliographytest.h"

#include <QJsonArray>

using namespace redoubt;

class TestCsl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refused_data();
    void refused();
    void problemsHaveTheirLine();
    void columns_data();
    void columns();
    void comesBack_data();
    void comesBack();
    void userChangesStandAbove_data();
    void userChangesStandAbove();
    void ownSourcesComeBack_data();
    void ownSourcesComeBack();
    void edtfThereAndBack_data();
    void edtfThereAndBack();
    void risDates_data();
    void risDates();
    void variables_data();
    void variables();
    void keywords_data();
    void keywords();
    void guesses_data();
    void guesses();
    void everyTypeOfCsl();
};

namespace {

QByteArray bytes(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QString columnsOf(const Source &source)
{
    return QStringList{sourceTypeNames.name(source.type), source.key, source.title, source.author, source.publisher, source.published, source.address, source.language, source.note}
        .join(u'|');
}

} // namespace

void TestCsl::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("problems");
    QTest::newRow("array") << bytes("[{'id':'a','type':'book'},{'id':'b','type':'book'}]") << 2 << 0;
    QTest::newRow("one") << bytes("{'id':'a','type':'book'}") << 1 << 0;
    QTest::newRow("items") << bytes("{'items':[{'id':'a','type':'book'}]}") << 1 << 0;
    QTest::newRow("not objects") << bytes("[1,'x',null,[],{},{'id':'a'}]") << 1 << 5;
    QTest::newRow("none") << bytes("[]") << 0 << 0;
    QTest::newRow("spaces") << bytes("\n [ {'id' : 1} ]\n") << 1 << 0;
}

void TestCsl::reads()
{
    QFETCH(QByteArray, text);
    const Bibliography read = must(readCslJson(text));
    QTEST(int(read.items.size()), "items");
    QTEST(int(read.problems.size()), "problems");
}

void TestCsl::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"Line 1 is not valid JSON"_s;
    QTest::newRow("cut off") << bytes("[{'id':'a'},\n{'id':") << u"Line 2 is not valid JSON"_s;
    QTest::newRow("text") << QByteArray("hello") << u"Line 1 is not valid JSON"_s;
    QTest::newRow("too deep") << QByteArray(300, '[') + QByteArray(300, ']') << u"nested more than 256 deep"_s;
}

void TestCsl::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    const auto read = readCslJson(text);
    QVERIFY(!read);
    QVERIFY2(read.error().why.contains(why), qPrintable(read.error().why));
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
}

void TestCsl::problemsHaveTheirLine()
{
    const Bibliography read = must(readCslJson(bytes("[\n{'id':'a',\n'x':[1,{'y':2}]},\n\n7,\n{'id':'b'}\n]")));
    QCOMPARE(read.items.at(0).line, 2);
    QCOMPARE(read.items.at(1).line, 6);
    QCOMPARE(read.problems, QList<BibliographyProblem>({{5, u"This is no reference, but 7."_s, true}}));
}

void TestCsl::columns_data()
{
    QTest::addColumn<QJsonObject>("item");
    QTest::addColumn<QString>("expected"); ///< type|key|title|author|publisher|published|address|language|note
    QTest::addColumn<QJsonObject>("fields");
    const auto row = [](const char *name, const char *item, const char *expected, const char *fields) {
        QTest::newRow(name) << json(item) << QString::fromUtf8(expected) << json(fields);
    };
    row("least", "{'id':'a','type':'book','title':'T'}", "book|a|T||||||", "{}");
    row("newspaper", "{'id':'a','type':'article-newspaper','title':'T','container-title':'BBC'}", "article|a|T||BBC||||", "{}");
    row("paper and house", "{'id':'a','type':'article-newspaper','title':'T','container-title':'BBC','publisher':'House'}", "article|a|T||BBC||||", "{'publisher':'House'}");
    row("site without a name", "{'id':'a','type':'webpage','title':'T','publisher':'NATO'}", "page|a|T||NATO||||", "{'publisher':'NATO'}");
    row("journal", "{'id':'a','type':'article-journal','title':'T','container-title':'Survival','volume':1}", "article|a|T||Survival||||", "{'type':'article-journal','volume':1}");
    row("chapter", "{'id':'a','type':'chapter','title':'T','container-title':'B','publisher':'OUP'}", "book|a|T||OUP||||", "{'type':'chapter','container-title':'B'}");
    row("a person", "{'id':'a','type':'book','title':'T','author':[{'family':'Rutte','given':'Mark'}]}", "book|a|T|Mark Rutte|||||", "{'author':[{'family':'Rutte','given':'Mark'}]}");
    row("a body", "{'id':'a','type':'book','title':'T','author':[{'literal':'NATO'}]}", "book|a|T|NATO|||||", "{}");
    row("particles", "{'id':'a','type':'book','title':'T','author':[{'family':'Leyen','given':'Ursula','non-dropping-particle':'von der'}]}", "book|a|T|Ursula von der Leyen|||||",
        "{'author':[{'family':'Leyen','given':'Ursula','non-dropping-particle':'von der'}]}");
    row("two", "{'id':'a','type':'book','title':'T','author':[{'literal':'NATO'},{'family':'Smith','given':'A.','suffix':'Jr.'}]}", "book|a|T|NATO; A. Smith Jr.|||||",
        "{'author':[{'literal':'NATO'},{'family':'Smith','given':'A.','suffix':'Jr.'}]}");
    row("day", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[[2026,5,29]]}}", "book|a|T|||2026-05-29|||", "{}");
    row("day of texts", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[['2026','5','29']]}}", "book|a|T|||2026-05-29|||", "{'issued':{'date-parts':[['2026','5','29']]}}");
    row("span", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[[2026,5],[2026,6]]}}", "book|a|T|||2026-05/2026-06|||", "{}");
    row("season", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[[2026]],'season':1}}", "book|a|T|||2026-21|||", "{}");
    row("season in words", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[[2026]],'season':'Winter'}}", "book|a|T|||2026-24|||", "{'issued':{'date-parts':[[2026]],'season':'Winter'}}");
    row("season as a month", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[[2026,15]]}}", "book|a|T|||2026-23|||", "{'issued':{'date-parts':[[2026,15]]}}");
    row("circa", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[[2026]],'circa':true}}", "book|a|T|||2026~|||", "{}");
    row("circa 1", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[[2026]],'circa':1}}", "book|a|T|||2026~|||", "{'issued':{'date-parts':[[2026]],'circa':1}}");
    row("raw", "{'id':'a','type':'book','title':'T','issued':{'raw':'29 May 2026'}}", "book|a|T|||2026-05-29|||", "{'issued':{'raw':'29 May 2026'}}");
    row("raw EDTF", "{'id':'a','type':'book','title':'T','issued':{'raw':'2026-05'}}", "book|a|T|||2026-05|||", "{'issued':{'raw':'2026-05'}}");
    row("literal with a year", "{'id':'a','type':'book','title':'T','issued':{'literal':'Winter of 1939 and after'}}", "book|a|T|||1939|||", "{'issued':{'literal':'Winter of 1939 and after'}}");
    row("literal", "{'id':'a','type':'book','title':'T','issued':{'literal':'in press'}}", "book|a|T||||||", "{'issued':{'literal':'in press'}}");
    row("date as a text", "{'id':'a','type':'book','title':'T','issued':'2026-05-29'}", "book|a|T|||2026-05-29|||", "{'issued':'2026-05-29'}");
    row("edtf", "{'id':'a','type':'book','title':'T','issued':{'edtf':'2026?'}}", "book|a|T|||2026?|||", "{'issued':{'edtf':'2026?'}}");
    row("before our era", "{'id':'a','type':'book','title':'T','issued':{'date-parts':[[-44,3,15]]}}", "book|a|T|||-0044-03-15|||", "{}");
    row("rich title", "{'id':'a','type':'book','title':'On <i>Galați</i> H<sub>2</sub>O'}", "book|a|On Galați H2O||||||", "{'title':'On <i>Galați</i> H<sub>2</sub>O'}");
    row("no case", "{'id':'a','type':'book','title':'The <span class=\\'nocase\\'>NATO</span> line'}", "book|a|The NATO line||||||", "{'title':'The <span class=\\'nocase\\'>NATO</span> line'}");
    row("address", "{'id':'a','type':'webpage','title':'T','URL':'https://example.org/a'}", "page|a|T||||https://example.org/a||", "{}");
    row("another address", "{'id':'a','type':'webpage','title':'T','URL':'ftp://example.org/a'}", "page|a|T||||||", "{'URL':'ftp://example.org/a'}");
    row("language", "{'id':'a','type':'book','title':'T','language':'ro-RO'}", "book|a|T|||||ro-RO|", "{}");
    row("note", "{'id':'a','type':'book','title':'T','note':'N'}", "book|a|T||||||N", "{}");
    row("note and annote", "{'id':'a','type':'book','title':'T','note':'N','annote':'M'}", "book|a|T||||||N\n\nM", "{'note':'N','annote':'M'}");
    row("annote", "{'id':'a','type':'book','title':'T','annote':'M'}", "book|a|T||||||M", "{'annote':'M'}");
    row("id as a number", "{'id':7,'type':'book','title':'T'}", "book|7|T||||||", "{}");
    row("id of Zotero", "{'id':'http://zotero.org/users/1/items/AB','type':'book','title':'T'}", "book||T||||||", "{'id':'http://zotero.org/users/1/items/AB'}");
    row("citation key", "{'id':'http://zotero.org/1','citation-key':'rutte2026','type':'book','title':'T'}", "book|rutte2026|T||||||", "{'id':'http://zotero.org/1'}");
    row("wire", "{'id':'a','type':'article-newspaper','genre':'Wire report','title':'T'}", "wire|a|T||||||", "{}");
    row("statement", "{'id':'a','type':'report','genre':'Press release','title':'T'}", "statement|a|T||||||", "{'type':'report','genre':'Press release'}");
    row("unknown type", "{'id':'a','type':'nonsense','title':'T'}", "report|a|T||||||", "{'type':'nonsense'}");
    row("no type", "{'id':'a','title':'T'}", "report|a|T||||||", "{}");
    row("further fields", "{'id':'a','type':'book','title':'T','DOI':'10.1/x','ISMN':'M','x-own':[1,{'a':null}]}", "book|a|T||||||", "{'DOI':'10.1/x','ISMN':'M','x-own':[1,{'a':null}]}");
    row("custom", "{'id':'a','type':'book','title':'T','custom':{'k':'v'}}", "book|a|T||||||", "{'custom':{'k':'v'}}");
    row("no title", "{'id':'a','type':'book','container-title':'C'}", "book|a|C||||||", "{'container-title':'C','custom':{'redoubt':{'title':'C'}}}");
    row("no title, an author", "{'id':'a','type':'book','author':[{'literal':'NATO'}],'issued':{'date-parts':[[2026]]}}", "book|a|NATO, 2026|NATO||2026|||", "{'custom':{'redoubt':{'title':'NATO, 2026'}}}");
    row("nothing", "{'x':1}", "report||Without a title||||||", "{'custom':{'redoubt':{'title':'Without a title'}},'x':1}");
}

void TestCsl::columns()
{
    QFETCH(QJsonObject, item);
    QFETCH(QJsonObject, fields);
    const Source source = sourceOfItem({item, {}});
    QTEST(columnsOf(source), "expected");
    QJsonObject kept = source.fields;
    if (kept.value(u"type"_s).isNull())
        kept.remove(u"type"_s);
    QCOMPARE(jsonText(kept), jsonText(fields));
}

void TestCsl::comesBack_data()
{
    columns_data();
}

/// What was read is written as it was, but for the key that stands for an id that cannot be cited, and what was not there.
void TestCsl::comesBack()
{
    QFETCH(QJsonObject, item);
    Source source = sourceOfItem({item, {}});
    if (source.key.isEmpty())
        source.key = u"made"_s;
    const Bibliography again = must(readCslJson(writeCslJson({itemOfSource(source, {})})));
    QJsonObject expected = item;
    QJsonObject written = again.items.at(0).csl;
    for (const QString &name : {u"id"_s, u"custom"_s, u"citation-key"_s, u"type"_s}) {
        expected.remove(name);
        written.remove(name);
    }
    QCOMPARE(jsonText(written), jsonText(expected));
    Source second = sourceOfItem(again.items.at(0));
    QCOMPARE(columnsOf(second), columnsOf(source));
    QCOMPARE(jsonText(second.fields), jsonText(source.fields));
}

void TestCsl::userChangesStandAbove_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QJsonObject>("expected");
    QTest::newRow("title") << u"title"_s << u"New"_s << json("{'title':'New'}");
    QTest::newRow("author") << u"author"_s << u"Kallas, Kaja; NATO"_s << json("{'author':[{'family':'Kallas','given':'Kaja'},{'literal':'NATO'}]}");
    QTest::newRow("no author") << u"author"_s << QString() << json("{'author':null}");
    QTest::newRow("publisher") << u"publisher"_s << u"ITV"_s << json("{'container-title':'ITV','publisher':'House'}");
    QTest::newRow("date") << u"published"_s << u"2025-21"_s << json("{'issued':{'date-parts':[[2025]],'season':1}}");
    QTest::newRow("no date") << u"published"_s << QString() << json("{'issued':null}");
    QTest::newRow("address") << u"address"_s << u"https://example.org/b"_s << json("{'URL':'https://example.org/b'}");
    QTest::newRow("note") << u"note"_s << u"Mine"_s << json("{'note':'Mine','annote':null}");
    QTest::newRow("type") << u"type"_s << u"dataset"_s << json("{'type':'dataset'}");
    QTest::newRow("wire") << u"type"_s << u"wire"_s << json("{'type':'article-newspaper','genre':'Wire report'}");
}

void TestCsl::userChangesStandAbove()
{
    QFETCH(QString, column);
    QFETCH(QString, value);
    QFETCH(QJsonObject, expected);
    Source source = sourceOfItem({json("{'id':'a','type':'article-magazine','title':'<b>Old</b>','author':[{'family':'Rutte','given':'Mark'}],'container-title':'BBC','publisher':'House',"
                                       "'issued':{'raw':'29 May 2026'},'URL':'https://example.org/a','note':'N','annote':'M'}"),
        {}});
    const QHash<QString, QString Source::*> members{{u"title"_s, &Source::title}, {u"author"_s, &Source::author}, {u"publisher"_s, &Source::publisher},
        {u"published"_s, &Source::published}, {u"address"_s, &Source::address}, {u"note"_s, &Source::note}};
    if (column == u"type")
        source.type = sourceTypeNames.value(value).value();
    else
        source.*members.value(column) = value;
    QCOMPARE(membersOf(itemOfSource(source, {}).csl, expected), jsonText(expected));
}

void TestCsl::ownSourcesComeBack_data()
{
    QTest::addColumn<SourceType>("type");
    QTest::addColumn<BibliographyFormat>("format");
    for (const auto &[type, name] : sourceTypeNames.table) {
        for (const auto &[format, formatName] : bibliographyFormatNames.table)
            QTest::addRow("%s as %s", name.data(), formatName.data()) << type << format;
    }
}

/// A source made in Redoubt is the same after a way through each format.
void TestCsl::ownSourcesComeBack()
{
    QFETCH(SourceType, type);
    QFETCH(BibliographyFormat, format);
    Source source;
    source.key = u"nato-2026"_s;
    source.type = type;
    source.title = u"Secretary General on Galați & more"_s;
    source.author = u"NATO; Council"_s;
    source.publisher = u"Press service"_s;
    source.published = u"2026-05-29~"_s;
    source.address = u"https://example.org/a_b?c=d#e"_s;
    source.language = u"en"_s;
    source.note = u"First line\nsecond {line}"_s;
    const QStringList tags{u"sea, the"_s, u"war"_s};
    const QByteArray text = writeBibliography({itemOfSource(source, tags)}, format);
    const Bibliography read = must(readBibliography(text, format));
    QCOMPARE(read.problems.size(), 0);
    QCOMPARE(read.items.size(), 1);
    Source again = sourceOfItem(read.items.at(0));
    QCOMPARE(columnsOf(again), columnsOf(source));
    QCOMPARE(read.items.at(0).tags, tags);
    QCOMPARE(writeBibliography({itemOfSource(again, read.items.at(0).tags)}, format), text);
}

void TestCsl::edtfThereAndBack_data()
{
    QTest::addColumn<QString>("edtf");
    for (const char *edtf : {"2026", "2026-05", "2026-05-29", "2026-21", "2026-24", "2026~", "2026?", "2026-05-29~", "2026-05?", "2026%", "2026/2027", "2026-05-29/2026-06-02", "2026/..", "../2026",
             "2026/", "/2026", "202X", "20XX", "2026-XX", "2026-05-XX", "[2026,2027]", "{2026,2027}", "[..2026]", "-0044", "-0044-03-15", "0000", "0044", "Y12026", "Y-12026", "2026-05-29T03:10",
             "2026-05-29T03:10:00Z", "2026~/2027", "2026-33", "1950S2", "Y1E5", "2026-21/2026-22", ""})
        QTest::newRow(*edtf ? edtf : "none") << QString::fromLatin1(edtf);
}

void TestCsl::edtfThereAndBack()
{
    QFETCH(QString, edtf);
    QCOMPARE(edtfOfCsl(cslOfEdtf(edtf)), edtf);
    QCOMPARE(edtfOfRis(risOfEdtf(edtf)), edtf);
    const QJsonValue date = cslOfEdtf(edtf);
    QVERIFY(edtf.isEmpty() || date.toObject().contains(u"date-parts"_s) || date.toObject().contains(u"literal"_s));
}

void TestCsl::risDates_data()
{
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("ris");
    const char *const pairs[][2] = {{"2026", "2026///"}, {"2026-05", "2026/05//"}, {"2026-05-29", "2026/05/29/"}, {"2026-21", "2026///2026-21"}, {"2026~", "2026///2026~"},
        {"2026-05/2026-06", "2026/05//2026-05/2026-06"}, {"", ""}};
    for (const auto &[edtf, ris] : pairs)
        QTest::newRow(*edtf ? edtf : "none") << QString::fromLatin1(edtf) << QString::fromLatin1(ris);
}

void TestCsl::risDates()
{
    QFETCH(QString, edtf);
    QTEST(risOfEdtf(edtf), "ris");
}

void TestCsl::variables_data()
{
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, CslKind kind) { QTest::newRow(name) << int(kind); };
    for (const char *name : {"title", "abstract", "container-title", "DOI", "URL", "PMCID", "keyword", "citation-key", "language", "shortTitle", "archive_collection", "volume-title"})
        row(name, CslKind::Text);
    for (const char *name : {"volume", "issue", "page", "number", "edition", "part-number", "supplement-number", "printing-number"})
        row(name, CslKind::Number);
    for (const char *name : {"author", "editor", "translator", "chair", "compiler", "guest", "host", "narrator", "script-writer", "series-creator", "editor-translator"})
        row(name, CslKind::Names);
    for (const char *name : {"issued", "accessed", "event-date", "available-date", "original-date", "submitted"})
        row(name, CslKind::Date);
    row("custom", CslKind::Other);
    row("type", CslKind::Other);
    row("x-own", CslKind::Unknown);
}

void TestCsl::variables()
{
    QFETCH(int, kind);
    QCOMPARE(int(cslKind(QString::fromLatin1(QTest::currentDataTag()))), kind);
}

void TestCsl::keywords_data()
{
    QTest::addColumn<QString>("keywords");
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QString>("written");
    QTest::newRow("commas") << u"war, sea"_s << QStringList{u"war"_s, u"sea"_s} << u"war, sea"_s;
    QTest::newRow("semicolons") << u"war, cold; sea"_s << QStringList{u"war, cold"_s, u"sea"_s} << u"war, cold; sea"_s;
    QTest::newRow("one with a comma") << u"war, cold;"_s << QStringList{u"war, cold"_s} << u"war, cold;"_s;
    QTest::newRow("empty parts") << u" , war ,, "_s << QStringList{u"war"_s} << u"war"_s;
    QTest::newRow("twice") << u"war, War"_s << QStringList{u"war"_s} << u"war"_s;
    QTest::newRow("none") << QString() << QStringList() << QString();
}

void TestCsl::keywords()
{
    QFETCH(QString, keywords);
    QFETCH(QStringList, tags);
    QCOMPARE(tagsIn(keywords), tags);
    QTEST(keywordsOf(tags), "written");
    QCOMPARE(tagsIn(keywordsOf(tags)), tags);
}

void TestCsl::guesses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("format");
    QTest::newRow("RIS") << QByteArray("TY  - JOUR\n") << u"ris"_s;
    QTest::newRow("RIS behind text") << QByteArray("\xef\xbb\xbfProvider: x\r\n\r\nTY  - JOUR\r\n") << u"ris"_s;
    QTest::newRow("RIS with CR") << QByteArray("TY  - JOUR\rTI  - A\r") << u"ris"_s;
    QTest::newRow("RIS that speaks of BibTeX") << QByteArray("TY  - JOUR\nAB  - see\n@article{x\n") << u"ris"_s;
    QTest::newRow("BibTeX") << QByteArray("@article{x,") << u"bibtex"_s;
    QTest::newRow("BibTeX behind a comment") << QByteArray("% Encoding: UTF-8\n\n@Article(x,") << u"bibtex"_s;
    QTest::newRow("CSL") << bytes("[{'id':1,'type':'article-journal'}]") << u"csljson"_s;
    QTest::newRow("one CSL") << bytes("{'type' : 'webpage'}") << u"csljson"_s;
    QTest::newRow("TimelineJS") << bytes("{'title':{'text':{}},'events':[{'type':'title'}]}") << QString();
    QTest::newRow("table") << QByteArray("id,date,title\n1,2026,A\n") << QString();
    QTest::newRow("text") << QByteArray("me@example.org\n") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestCsl::guesses()
{
    QFETCH(QByteArray, text);
    const auto format = guessBibliographyFormat(text);
    QTEST(format ? QString(bibliographyFormatNames.name(*format)) : QString(), "format");
}

/// Each has a row of its own in the table, and is the same after RIS and BibTeX.
void TestCsl::everyTypeOfCsl()
{
    const QString types = u"article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia "
                          "figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
                          "personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage"_s;
    for (const QString &type : types.split(u' ')) {
        QCOMPARE(QString(referenceTypeOfCsl(type).csl), type);
        for (const BibliographyFormat format : {BibliographyFormat::Ris, BibliographyFormat::Bibtex}) {
            const QByteArray text = writeBibliography({{QJsonObject{{u"type"_s, type}, {u"title"_s, u"A"_s}}, {}}}, format);
            const Bibliography read = must(readBibliography(text, format));
            QVERIFY2(read.items.at(0).csl.value(u"type"_s).toString() == type, text.constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestCsl)
#include "tst_csl.moc"
