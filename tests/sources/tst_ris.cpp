#include "app/sources/bibliography/ris.h"
#include "app/sources/bibliography/bibliography.h"
#include "tests/sources/bibliographytest.h"

using namespace redoubt;

class TestRis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records_data();
    void records();
    void problems();
    void fields_data();
    void fields();
    void types_data();
    void types();
    void dates_data();
    void dates();
    void tags_data();
    void tags();
    void comesBack_data();
    void comesBack();
    void changedFieldsAreWrittenAnew();
    void linesThatLookLikeTags();
};

namespace {

/// "JOUR[TI=A|AU=B] …"
QString text(const RisRecords &read)
{
    QStringList list;
    for (const TaggedEntry &entry : read.entries) {
        QStringList fields;
        for (const auto &[tag, value] : entry.fields)
            fields.append(tag + u'=' + QString(value).replace(u'\n', u'/'));
        list.append(entry.type + u'[' + fields.join(u'|') + u']');
    }
    return list.join(u' ');
}

BibliographyItem only(const QString &ris)
{
    const Bibliography read = readRis(ris);
    return read.items.size() == 1 ? read.items.first() : BibliographyItem();
}

QString record(const char *type, const char *lines)
{
    return u"TY  - "_s + QString::fromUtf8(type) + u'\n' + QString::fromUtf8(lines) + u"\nER  - \n"_s;
}

} // namespace

void TestRis::records_data()
{
    QTest::addColumn<QString>("ris");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *ris, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(ris) << QString::fromUtf8(expected);
    };
    row("plain", "TY  - JOUR\nTI  - A\nER  - \n", "JOUR[TI=A]");
    row("two", "TY  - JOUR\nTI  - A\nER  - \n\nTY  - BOOK\nTI  - B\nER  - \n", "JOUR[TI=A] BOOK[TI=B]");
    row("CRLF", "TY  - JOUR\r\nTI  - A\r\nER  - \r\n", "JOUR[TI=A]");
    row("CR", "TY  - JOUR\rTI  - A\rER  - \r", "JOUR[TI=A]");
    row("no line end", "TY  - JOUR\nTI  - A\nER  -", "JOUR[TI=A]");
    row("ER without space", "TY  - JOUR\nTI  - A\nER  -\nTY  - BOOK\nER  -", "JOUR[TI=A] BOOK[]");
    row("no ER at the end", "TY  - JOUR\nTI  - A\n", "JOUR[TI=A]");
    row("no ER between", "TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B\nER  - ", "JOUR[TI=A] BOOK[TI=B]");
    row("blank lines before", "\n\n  \nTY  - JOUR\nTI  - A\nER  - ", "JOUR[TI=A]");
    row("a heading before", "Provider: Somebody\nContent: text/plain\n\nTY  - JOUR\nTI  - A\nER  - ", "JOUR[TI=A]");
    row("one space", "TY - JOUR\nTI - A\nER - ", "JOUR[TI=A]");
    row("no space behind", "TY  -JOUR\nTI  - A\nER  -", "JOUR[TI=A]");
    row("a tab", "TY\t- JOUR\nTI\t- A\nER\t- ", "JOUR[TI=A]");
    row("small letters", "ty  - jour\nti  - A\ner  - ", "JOUR[TI=A]");
    row("small type", "TY  - jour\nTI  - A\nER  - ", "JOUR[TI=A]");
    row("small words in capitals", "TY  - JOUR\nAB  - it\nis  - so\nER  - ", "JOUR[AB=it/is  - so]");
    row("a dash in the text", "TY  - JOUR\nAB  - it is\nUN - based\nER - ", "JOUR[AB=it is/UN - based]");
    row("indented", "  TY  - JOUR\n  TI  - A\n  ER  - \n", "JOUR[TI=A]");
    row("continued", "TY  - JOUR\nTI  - A\nlong title\nER  - ", "JOUR[TI=A/long title]");
    row("continued with blanks", "TY  - JOUR\nAB  - One\n\nTwo\n\nTI  - A\nER  - ", "JOUR[AB=One//Two|TI=A]");
    row("value on the next line", "TY  - JOUR\nAB  - \nOne\nER  - ", "JOUR[AB=One]");
    row("repeated", "TY  - JOUR\nAU  - A\nAU  - B\nER  - ", "JOUR[AU=A|AU=B]");
    row("empty values", "TY  - JOUR\nAU  - \nTI  -\nVL  - 1\nER  - ", "JOUR[VL=1]");
    row("unknown tags", "TY  - JOUR\nZ9  - x\nC8  - y\nER  - ", "JOUR[Z9=x|C8=y]");
    row("a hyphen in the value", "TY  - JOUR\nTI  - A - B\nER  - ", "JOUR[TI=A - B]");
    row("not a tag", "TY  - JOUR\nAB  - a\nUN-based\nER  - ", "JOUR[AB=a/UN-based]");
    row("text behind ER", "TY  - JOUR\nTI  - A\nER  - \nthe end\n", "JOUR[TI=A]");
    row("nothing", "", "");
    row("no record", "Dear all,\nthis is no RIS.\n", "");
    row("only TY", "TY  - JOUR", "JOUR[]");
    row("two ER", "TY  - JOUR\nER  - \nER  - \n", "JOUR[]");
    row("no-break space", "TY  - JOUR\nTI\302\240 - A\nER  - ", "JOUR[TI=A]");
}

void TestRis::records()
{
    QFETCH(QString, ris);
    const RisRecords read = risRecords(ris);
    QTEST(text(read), "expected");
    QCOMPARE(read.problems.size(), 0);
}

void TestRis::problems()
{
    const RisRecords read = risRecords(u"\nTI  - A\nAU  - B\nER  - \nTY  - JOUR\nER  - \nAU  - C\n"_s);
    QCOMPARE(text(read), u"JOUR[]"_s);
    QCOMPARE(read.problems.size(), 2);
    QCOMPARE(read.problems.at(0), (BibliographyProblem{2, u"“TI” stands before any “TY  - ”."_s, true}));
    QCOMPARE(read.problems.at(1).line, 7);
    QCOMPARE(read.entries.at(0).line, 5);
}

void TestRis::fields_data()
{
    QTest::addColumn<QString>("ris");
    QTest::addColumn<QJsonObject>("expected");
    const auto row = [](const char *name, const char *type, const char *lines, const char *expected) {
        QTest::newRow(name) << record(type, lines) << json(expected);
    };
    row("title", "JOUR", "TI  - A  title", "{'title':'A title'}");
    row("T1", "JOUR", "T1  - A", "{'title':'A'}");
    row("CT", "JOUR", "CT  - A", "{'title':'A'}");
    row("continued title", "JOUR", "TI  - A\n long one", "{'title':'A long one'}");
    row("author", "JOUR", "AU  - Rutte, Mark", "{'author':[{'family':'Rutte','given':'Mark'}]}");
    row("A1", "JOUR", "A1  - Rutte, Mark", "{'author':[{'family':'Rutte','given':'Mark'}]}");
    row("two authors", "JOUR", "AU  - A, B\nAU  - C, D", "{'author':[{'family':'A','given':'B'},{'family':'C','given':'D'}]}");
    row("body", "JOUR", "AU  - NATO", "{'author':[{'literal':'NATO'}]}");
    row("suffix last", "JOUR", "AU  - King, Martin Luther, Jr.", "{'author':[{'family':'King','given':'Martin Luther','suffix':'Jr.'}]}");
    row("much behind the name", "JOUR", "AU  - King, Martin, A, B", "{'author':[{'family':'King','given':'Martin','suffix':'A, B'}]}");
    row("two suffixes", "JOUR", "AU  - King, Jr., III", "{'author':[{'family':'King','given':'Jr.','suffix':'III'}]}");
    row("suffix between", "JOUR", "AU  - King, Jr., Martin Luther", "{'author':[{'family':'King','given':'Martin Luther','suffix':'Jr.'}]}");
    row("one name", "JOUR", "AU  - Plato,", "{'author':[{'family':'Plato'}]}");
    row("particle", "JOUR", "AU  - van der Berg, J.", "{'author':[{'family':'van der Berg','given':'J.'}]}");
    row("journal", "JOUR", "T2  - Survival", "{'container-title':'Survival'}");
    row("JF", "JOUR", "JF  - Survival", "{'container-title':'Survival'}");
    row("JO alone", "JOUR", "JO  - Survival", "{'container-title':'Survival'}");
    row("JO beside JF", "JOUR", "JO  - Surv.\nJF  - Survival", "{'container-title':'Survival','container-title-short':'Surv.'}");
    row("J2", "JOUR", "J2  - Surv.", "{'container-title-short':'Surv.','container-title':null}");
    row("JA", "JOUR", "JA  - Surv.", "{'container-title-short':'Surv.'}");
    row("volume, issue, pages", "JOUR", "VL  - 1\nIS  - 2\nSP  - 3\nEP  - 9", "{'volume':'1','issue':'2','page':'3-9'}");
    row("SP with all", "JOUR", "SP  - 3-9", "{'page':'3-9'}");
    row("SP with all and EP", "JOUR", "SP  - 3-9\nEP  - 9", "{'page':'3-9'}");
    row("SP alone", "JOUR", "SP  - 3", "{'page':'3'}");
    row("EP before SP", "JOUR", "EP  - 9\nSP  - 3", "{'page':'3-9'}");
    row("pages of a book", "BOOK", "SP  - 320", "{'number-of-pages':'320','page':null}");
    row("CP is an issue", "JOUR", "CP  - 2", "{'issue':'2'}");
    row("number of a report", "RPRT", "SN  - RR-1", "{'number':'RR-1','ISBN':null}");
    row("IS of a report", "RPRT", "IS  - RR-1", "{'number':'RR-1','issue':null}");
    row("M1", "RPRT", "M1  - RR-1", "{'number':'RR-1'}");
    row("ISSN", "JOUR", "SN  - 1234-5678", "{'ISSN':'1234-5678'}");
    row("ISBN", "BOOK", "SN  - 978-0-00-000000-2", "{'ISBN':'978-0-00-000000-2'}");
    row("publisher", "BOOK", "PB  - OUP\nCY  - Oxford", "{'publisher':'OUP','publisher-place':'Oxford'}");
    row("PP", "BOOK", "PP  - Oxford", "{'publisher-place':'Oxford'}");
    row("editor of a book", "BOOK", "A3  - A, B", "{'editor':[{'family':'A','given':'B'}]}");
    row("series editor of a book", "BOOK", "A2  - A, B", "{'collection-editor':[{'family':'A','given':'B'}]}");
    row("ED", "BOOK", "ED  - A, B", "{'editor':[{'family':'A','given':'B'}]}");
    row("editor of a chapter", "CHAP", "A2  - A, B", "{'editor':[{'family':'A','given':'B'}]}");
    row("series editor of a chapter", "CHAP", "A3  - A, B", "{'collection-editor':[{'family':'A','given':'B'}]}");
    row("translator", "BOOK", "A4  - A, B", "{'translator':[{'family':'A','given':'B'}]}");
    row("book of a chapter", "CHAP", "T2  - The book", "{'container-title':'The book'}");
    row("BT of a chapter", "CHAP", "BT  - The book", "{'container-title':'The book'}");
    row("BT of a book", "BOOK", "BT  - The book", "{'title':'The book'}");
    row("series of a book", "BOOK", "T2  - The series", "{'collection-title':'The series'}");
    row("series of a chapter", "CHAP", "T3  - The series", "{'collection-title':'The series'}");
    row("conference", "CPAPER", "T2  - The meeting\nCY  - Riga\nC1  - Berlin\nC3  - Proceedings", "{'event-title':'The meeting','event-place':'Riga','publisher-place':'Berlin','container-title':'Proceedings'}");
    row("court", "CASE", "A2  - U.S.\nVL  - 5\nSP  - 137\nPB  - Supreme Court\nSV  - 12-3", "{'container-title':'U.S.','volume':'5','page':'137','authority':'Supreme Court','number':'12-3'}");
    row("bill", "BILL", "A2  - Smith, A\nT3  - House\nET  - 112\nM1  - H.R. 1", "{'contributor':[{'family':'Smith','given':'A'}],'authority':'House','chapter-number':'112','number':'H.R. 1'}");
    row("hearing", "HEAR", "T2  - Committee\nT3  - Senate", "{'section':'Committee','authority':'Senate'}");
    row("patent", "PAT", "A2  - EPO\nM1  - 7\nPB  - Owner", "{'authority':'EPO','number':'7','publisher':'Owner'}");
    row("data", "DATA", "A2  - NATO\nET  - 3", "{'producer':[{'literal':'NATO'}],'version':'3'}");
    row("numbers of a chapter", "CHAP", "SE  - 4\nSV  - 7\nM1  - 2", "{'chapter-number':'4','collection-number':'7','number-of-volumes':'2'}");
    row("number of a book in its series", "BOOK", "M1  - 7", "{'collection-number':'7'}");
    row("keywords of EndNote", "JOUR", "KW  - a, b\nc; d", "{'keyword':null}");
    row("abstract", "JOUR", "AB  - One\nTwo", "{'abstract':'One\\nTwo'}");
    row("N2", "JOUR", "N2  - One", "{'abstract':'One'}");
    row("note", "JOUR", "N1  - One\nTwo", "{'note':'One\\nTwo'}");
    row("notes", "JOUR", "N1  - One\nN1  - Two", "{'note':'One\\n\\nTwo'}");
    row("RN", "JOUR", "RN  - One", "{'annote':'One'}");
    row("DOI", "JOUR", "DO  - 10.1000/x", "{'DOI':'10.1000/x'}");
    row("DOI as an address", "JOUR", "DO  - https://doi.org/10.1000/x", "{'DOI':'10.1000/x'}");
    row("DOI with a prefix", "JOUR", "DO  - doi:10.1000/x", "{'DOI':'10.1000/x'}");
    row("DOI in M3", "JOUR", "M3  - 10.1000/x", "{'DOI':'10.1000/x','genre':null}");
    row("genre", "RPRT", "M3  - Working paper", "{'genre':'Working paper'}");
    row("address", "ELEC", "UR  - https://example.org/a", "{'URL':'https://example.org/a'}");
    row("addresses", "ELEC", "UR  - https://example.org/a\nUR  - https://example.org/b", "{'URL':'https://example.org/a'}");
    row("language", "JOUR", "LA  - en", "{'language':'en'}");
    row("edition", "BOOK", "ET  - 2", "{'edition':'2'}");
    row("version", "COMP", "ET  - 2", "{'version':'2','edition':null}");
    row("archive", "JOUR", "DB  - JSTOR\nAN  - 17\nDP  - Crossref\nCN  - QA", "{'archive':'JSTOR','archive_location':'17','source':'Crossref','call-number':'QA'}");
    row("volumes", "BOOK", "NV  - 3", "{'number-of-volumes':'3'}");
    row("short title", "BOOK", "ST  - Short", "{'title-short':'Short'}");
    row("id", "JOUR", "ID  - rutte2026", "{'id':'rutte2026'}");
    row("id of a database", "JOUR", "ID  - 4711", "{'id':null}");
    row("accessed", "ELEC", "Y2  - 2026/05/29/", "{'accessed':{'date-parts':[[2026,5,29]]}}");
    row("recipient", "PCOMM", "A2  - A, B", "{'recipient':[{'family':'A','given':'B'}]}");
    row("history of a case", "CASE", "OP  - upheld", "{'references':'upheld'}");
    row("letters", "JOUR", "TI  - Galați: “Łódź” – 東京", "{'title':'Galați: “Łódź” – 東京'}");
}

void TestRis::fields()
{
    QFETCH(QString, ris);
    QFETCH(QJsonObject, expected);
    QCOMPARE(membersOf(only(ris).csl, expected), jsonText(expected));
}

void TestRis::types_data()
{
    QTest::addColumn<QString>("ris");
    QTest::addColumn<QString>("csl");
    const char *const pairs[][2] = {{"JOUR", "article-journal"}, {"EJOUR", "article-journal"}, {"MGZN", "article-magazine"}, {"NEWS", "article-newspaper"},
        {"BOOK", "book"}, {"EBOOK", "book"}, {"EDBOOK", "book"}, {"CHAP", "chapter"}, {"ECHAP", "chapter"}, {"CONF", "paper-conference"},
        {"CPAPER", "paper-conference"}, {"RPRT", "report"}, {"GOVDOC", "report"}, {"THES", "thesis"}, {"ELEC", "webpage"}, {"WEB", "webpage"},
        {"BLOG", "post-weblog"}, {"DATA", "dataset"}, {"DBASE", "dataset"}, {"STAT", "legislation"}, {"BILL", "bill"}, {"CASE", "legal_case"},
        {"LEGAL", "regulation"}, {"HEAR", "hearing"}, {"PAT", "patent"}, {"STAND", "standard"}, {"MPCT", "motion_picture"}, {"VIDEO", "motion_picture"},
        {"SOUND", "song"}, {"MUSIC", "performance"}, {"PCOMM", "personal_communication"}, {"ICOMM", "personal_communication"}, {"SLIDE", "speech"},
        {"MAP", "map"}, {"ART", "graphic"}, {"FIGURE", "figure"}, {"COMP", "software"}, {"ENCYC", "entry-encyclopedia"}, {"DICT", "entry-dictionary"},
        {"MANSCPT", "manuscript"}, {"UNPB", "manuscript"}, {"PAMP", "pamphlet"}, {"GEN", "document"}, {"NOSUCH", "document"}, {"CLSWK", "classic"},
        {"AGGR", "collection"}, {"INPR", "article"}, {"SER", "book"}, {"ABST", "article-journal"}, {"CTLG", "article-magazine"}, {"JFULL", "periodical"},
        {"ADVS", "motion_picture"}, {"MULTI", "broadcast"}, {"UNBILL", "bill"}, {"GRANT", "report"}, {"CHART", "figure"}, {"EQUA", "document"},
        {"ANCIENT", "classic"}};
    for (const auto &[ris, csl] : pairs)
        QTest::newRow(ris) << QString::fromLatin1(ris) << QString::fromLatin1(csl);
}

void TestRis::types()
{
    QFETCH(QString, ris);
    const BibliographyItem item = only(u"TY  - %1\nTI  - A\nER  - \n"_s.arg(ris));
    QTEST(item.csl.value(u"type"_s).toString(), "csl");
    QVERIFY(writeRis({item}).startsWith("TY  - " + ris.toLatin1() + "\r\n"));
}

void TestRis::dates_data()
{
    QTest::addColumn<QString>("ris");
    QTest::addColumn<QJsonObject>("expected");
    const auto row = [](const char *lines, const char *issued) {
        QTest::newRow(lines) << record("JOUR", lines) << json(issued);
    };
    row("PY  - 2026", "{'date-parts':[[2026]]}");
    row("PY  - 2026///", "{'date-parts':[[2026]]}");
    row("PY  - 2026/05//", "{'date-parts':[[2026,5]]}");
    row("PY  - 2026/05/29/", "{'date-parts':[[2026,5,29]]}");
    row("PY  - 2026/05/29", "{'date-parts':[[2026,5,29]]}");
    row("PY  - 2026/5/9", "{'date-parts':[[2026,5,9]]}");
    row("Y1  - 2026/05/29", "{'date-parts':[[2026,5,29]]}");
    row("PY  - 2026\nDA  - 2026/05/29/", "{'date-parts':[[2026,5,29]]}");
    row("DA  - 2026/05/29\nPY  - 2026", "{'date-parts':[[2026,5,29]]}");
    row("PY  - 2026\nDA  - May 29", "{'date-parts':[[2026,5,29]]}");
    row("PY  - 2026///Spring", "{'date-parts':[[2026]],'season':1}");
    row("PY  - 2026///Fall", "{'date-parts':[[2026]],'season':3}");
    row("DA  - 2026-05-29", "{'date-parts':[[2026,5,29]]}");
    row("PY  - May 2026", "{'date-parts':[[2026,5]]}");
    row("PY  - c2026", "{'date-parts':[[2026]]}");
    row("PY  - 2026/13/45/", "{'date-parts':[[2026]],'season':1}");
    row("PY  - in press", "{'literal':'in press'}");
    row("PY  - 0044///", "{'date-parts':[[44]]}");
}

void TestRis::dates()
{
    QFETCH(QString, ris);
    QFETCH(QJsonObject, expected);
    QCOMPARE(jsonText(only(ris).csl.value(u"issued"_s).toObject()), jsonText(expected));
}

void TestRis::tags_data()
{
    QTest::addColumn<QString>("ris");
    QTest::addColumn<QStringList>("tags");
    QTest::newRow("each") << record("JOUR", "KW  - war\nKW  - sea, the") << QStringList{u"war"_s, u"sea, the"_s};
    QTest::newRow("lines") << record("JOUR", "KW  - war\nsea\nair") << QStringList{u"war"_s, u"sea"_s, u"air"_s};
    QTest::newRow("semicolons") << record("JOUR", "KW  - war; sea;") << QStringList{u"war"_s, u"sea"_s};
    QTest::newRow("twice") << record("JOUR", "KW  - war\nKW  - War") << QStringList{u"war"_s};
    QTest::newRow("none") << record("JOUR", "TI  - A") << QStringList();
}

void TestRis::tags()
{
    QFETCH(QString, ris);
    QTEST(only(ris).tags, "tags");
}

void TestRis::comesBack_data()
{
    fields_data();
    const auto row = [](const char *name, const char *type, const char *lines) { QTest::newRow(name) << record(type, lines) << QJsonObject(); };
    row("unknown", "JOUR", "Z9  - kept\nC8  - too\nU1  - 1\nU1  - 2\nL1  - file:///a.pdf\nAD  - Bucharest");
    row("DOI twice", "JOUR", "DO  - 10.1000/x\nM3  - 10.1000/x\nUR  - https://doi.org/10.1000/x");
    row("alternative tags", "JOUR", "T1  - A\nA1  - B, C\nJF  - D\nY1  - 2026/05/29/Spring\nN2  - E\nKW  - a; b");
    row("spaces at the ends of lines", "JOUR", "N1  - One \n two \t\nthree");
    row("pages that are words", "CHAP", "SP  - ty - chap");
    row("a name that goes on", "CHAP", "A2  - C, D, Jr.\n A");
    row("no title", "JOUR", "AU  - A, B");
    row("nothing", "GEN", "");
}

/// Read, written and read again is the same, and the file has the tags that it had.
void TestRis::comesBack()
{
    QFETCH(QString, ris);
    const Bibliography read = readRis(ris);
    const QByteArray written = writeRis(read.items);
    Bibliography again = readRis(QString::fromUtf8(written));
    again.items[0].line = read.items.at(0).line;
    QCOMPARE(jsonText(again.items.at(0).csl), jsonText(read.items.at(0).csl));
    QCOMPARE(again.items.at(0).tags, read.items.at(0).tags);
    auto before = risRecords(ris).entries.at(0).fields;
    auto after = risRecords(QString::fromUtf8(written)).entries.at(0).fields;
    std::ranges::sort(before);
    std::ranges::sort(after);
    for (auto *list : {&before, &after}) {
        for (auto &field : *list)
            field.second = field.second.simplified();
    }
    QCOMPARE(after, before);
}

void TestRis::changedFieldsAreWrittenAnew()
{
    BibliographyItem item = only(record("JOUR", "T1  - Old\nPY  - 2026///Spring\nZ9  - kept"));
    item.csl.insert(u"title"_s, u"New"_s);
    const QByteArray written = writeRis({item});
    QVERIFY2(written.contains("TI  - New\r\n"), written);
    QVERIFY2(!written.contains("Old"), written);
    QVERIFY2(written.contains("Z9  - kept\r\n"), written);
    QVERIFY2(written.contains("2026///Spring"), written);
}

void TestRis::linesThatLookLikeTags()
{
    BibliographyItem item;
    item.csl = json("{'type':'report','title':'A','note':'one\\nTY  - JOUR\\n ER  - \\nlast'}");
    const Bibliography again = readRis(QString::fromUtf8(writeRis({item})));
    QCOMPARE(again.items.size(), 1);
    QCOMPARE(again.items.at(0).csl.value(u"note"_s).toString(), u"one\nTY  - JOUR\n ER  - \nlast"_s);
}

QTEST_GUILESS_MAIN(TestRis)
#include "tst_ris.moc"
