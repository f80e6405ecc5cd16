#include "app/sources/bibliography/bibtex.h"
#include "app/sources/bibliography/bibtexentries.h"
#include "app/sources/bibliography/latex.h"
#include "app/sources/bibliography/personnames.h"
#include "tests/sources/bibliographytest.h"

using namespace redoubt;

class TestBibtex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_data();
    void entries();
    void problems_data();
    void problems();
    void latex_data();
    void latex();
    void latexIsWritten_data();
    void latexIsWritten();
    void names_data();
    void names();
    void namesAreWritten_data();
    void namesAreWritten();
    void fields_data();
    void fields();
    void dates_data();
    void dates();
    void types_data();
    void types();
    void inheritance_data();
    void inheritance();
    void comesBack_data();
    void comesBack();
    void changedFieldsAreWrittenAnew();
    void looksLikeBibtex();
};

namespace {

/// "article:key[title=A|year=B] …"
QString text(const QList<TaggedEntry> &entries)
{
    QStringList list;
    for (const TaggedEntry &entry : entries) {
        QStringList fields;
        for (const auto &[name, value] : entry.fields)
            fields.append(name + u'=' + QString(value).replace(u'\n', u'/'));
        list.append(entry.type + u':' + entry.id + u'[' + fields.join(u'|') + u']');
    }
    return list.join(u' ');
}

BibliographyItem only(const QString &bibtex)
{
    const Bibliography read = readBibtex(bibtex);
    return read.items.size() == 1 ? read.items.first() : BibliographyItem();
}

QString entry(const char *type, const char *fields)
{
    return u'@' + QString::fromUtf8(type) + u"{key,\n"_s + QString::fromUtf8(fields) + u"\n}\n"_s;
}

} // namespace

void TestBibtex::entries_data()
{
    QTest::addColumn<QString>("bibtex");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *bibtex, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(bibtex) << QString::fromUtf8(expected);
    };
    row("braces", "@article{k, title = {A}, year = {2026}}", "article:k[title=A|year=2026]");
    row("quotation marks", "@article{k, title = \"A\"}", "article:k[title=A]");
    row("number", "@article{k, year = 2026}", "article:k[year=2026]");
    row("comma at the end", "@article{k, title = {A},}", "article:k[title=A]");
    row("parentheses", "@article(k, title = {A (b)})", "article:k[title=A (b)]");
    row("capitals", "@ARTICLE{K, TITLE = {A}}", "article:K[title=A]");
    row("spaces", "@article { k ,\n title\n=\n{A} }", "article:k[title=A]");
    row("nested braces", "@article{k, title = {A {B {C}} D}}", "article:k[title=A {B {C}} D]");
    row("quotation marks in braces", "@article{k, title = {A \"B\" C}}", "article:k[title=A \"B\" C]");
    row("quotation marks guarded", "@article{k, title = \"A {\"}B{\"} C\"}", "article:k[title=A {\"}B{\"} C]");
    row("a brace alone in quotation marks", "@article{k, title = \"A} B\"}", "article:k[title=A{\\textbraceright} B]");
    row("an escaped brace alone in quotation marks", "@article{k, title = \"A \\} B\\\\} C\"}", "article:k[title=A {\\textbraceright} B\\\\{\\textbraceright} C]");
    row("braces escaped", "@article{k, title = {A \\{ B}}", "article:k[title=A {\\textbraceleft} B]");
    row("backslash before the end", "@article{k, file = {C:\\}, title = {A}}", "article:k[file=C:\\|title=A]");
    row("line ends", "@article{k,\r\n title = {A\r\n B}\r\n}", "article:k[title=A\r/ B]");
    row("joined", "@article{k, title = {A} # \" B\" # { C}}", "article:k[title=A B C]");
    row("macro", "@string{nato = {NATO}}@article{k, publisher = nato}", "article:k[publisher=NATO]");
    row("macro in capitals", "@STRING(NATO = \"Alliance\")\n@article{k, publisher = nato # { press}}", "article:k[publisher=Alliance press]");
    row("macro of macros", "@string{a = {A}}@string{b = a # {B}}@misc{k, title = b}", "misc:k[title=AB]");
    row("month", "@misc{k, month = may}", "misc:k[month=may]");
    row("month and day", "@misc{k, month = may # \"~29\"}", "misc:k[month=may~29]");
    row("month in capitals", "@misc{k, month = May}", "misc:k[month=may]");
    row("preamble", "@preamble{\"\\newcommand{\\x}{y}\"}@misc{k, title = {A}}", "misc:k[title=A]");
    row("comment", "@comment{ @misc{no, title = {B}} }@misc{k, title = {A}}", "misc:k[title=A]");
    row("comment line", "@comment jabref\n@misc{k, title = {A}}", "misc:k[title=A]");
    row("metadata", "@Comment{jabref-meta: databaseType:bibtex;}\n@misc{k, title = {A}}", "misc:k[title=A]");
    row("text between", "Some text.\n@misc{k, title = {A}}\nMore.\n@misc{l, title = {B}}", "misc:k[title=A] misc:l[title=B]");
    row("mail address", "me@example.org wrote\n@misc{k, title = {A}}", "misc:k[title=A]");
    row("percent", "% @misc{no, title = {B}}\n@misc{k, title = {A}}", "misc:k[title=A]");
    row("percent within", "@misc{k,\n % a remark\n title = {A}, % one more\n year = 2026}", "misc:k[title=A|year=2026]");
    row("percent in a value", "@misc{k, title = {A 100\\% sure % thing}}", "misc:k[title=A 100\\% sure % thing]");
    row("at in a value", "@misc{k, title = {me@example.org}}", "misc:k[title=me@example.org]");
    row("no comma between", "@misc{k, title = {A} year = {2026}}", "misc:k[title=A|year=2026]");
    row("no comma behind the key", "@misc{k\n title = {A}}", "misc:k[title=A]");
    row("no key", "@misc{title = {A}}", "misc:[title=A]");
    row("empty key", "@misc{, title = {A}}", "misc:[title=A]");
    row("key with marks", "@misc{DBLP:conf/a+b_2026.x, title = {A}}", "misc:DBLP:conf/a+b_2026.x[title=A]");
    row("empty values", "@misc{k, note = {}, title = {A}, x = \"\"}", "misc:k[title=A]");
    row("only a key", "@misc{k}", "misc:k[]");
    row("same key twice", "@misc{k, title = {A}}@misc{k, title = {B}}", "misc:k[title=A] misc:k[title=B]");
    row("on one line", "@misc{k, title={A}}@book{l, title={B}}", "misc:k[title=A] book:l[title=B]");
    row("field names with marks", "@misc{k, bdsk-url-1 = {A}, x_y = {B}}", "misc:k[bdsk-url-1=A|x_y=B]");
    row("semicolon", "@misc{k, title = {A}; year = 2026}", "misc:k[title=A|year=2026]");
    row("nothing", "", "");
}

void TestBibtex::entries()
{
    QFETCH(QString, bibtex);
    const BibtexEntries read = bibtexEntries(bibtex);
    QTEST(text(read.entries), "expected");
    QVERIFY2(read.problems.isEmpty(), qPrintable(read.problems.value(0).message));
}

void TestBibtex::problems_data()
{
    QTest::addColumn<QString>("bibtex");
    QTest::addColumn<QString>("expected"); ///< entries
    QTest::addColumn<QList<int>>("lines");
    QTest::addColumn<bool>("lost");
    const auto row = [](const char *name, const char *bibtex, const char *expected, const QList<int> &lines, bool lost = true) {
        QTest::newRow(name) << QString::fromUtf8(bibtex) << QString::fromUtf8(expected) << lines << lost;
    };
    const char *const good = "misc:g[title=G]";
    row("brace not closed", "@misc{k,\n title = {A\n}\n\n@misc{g, title = {G}}", good, {1});
    row("quotation mark not closed", "\n@misc{k,\n title = \"A\n}\n@misc{g, title = {G}}", good, {2});
    row("no equals", "@misc{k, title {A}}\n@misc{g, title = {G}}", good, {1});
    row("no value", "@misc{k, = {A}}\n@misc{g, title = {G}}", good, {1});
    row("cut off", "@misc{g, title = {G}}\n@misc{k, title = {A}", good, {2});
    row("cut off in a value", "@misc{g, title = {G}}\n@misc{k, title = {A", good, {2});
    row("cut off behind the key", "@misc{g, title = {G}}\n@misc{k,", good, {2});
    row("bad string", "@string{x}\n@misc{g, title = {G}}", good, {1});
    row("two", "@misc{a, title}\n@misc{g, title = {G}}\n@misc{b, title}", good, {1, 3});
    row("unknown macro", "@misc{g, title = G}", good, {1}, false);
    const QByteArray deep = "@misc{k, title = {" + QByteArray(300, '{') + QByteArray(300, '}') + "}}\n@misc{g, title = {G}}";
    row("too deep", deep.constData(), good, {1});
}

void TestBibtex::problems()
{
    QFETCH(QString, bibtex);
    QFETCH(bool, lost);
    const BibtexEntries read = bibtexEntries(bibtex);
    QTEST(text(read.entries), "expected");
    QList<int> lines;
    for (const BibliographyProblem &problem : read.problems) {
        lines.append(int(problem.line));
        QCOMPARE(problem.lost, lost);
        QVERIFY(!problem.message.isEmpty());
    }
    QTEST(lines, "lines");
}

void TestBibtex::latex_data()
{
    QTest::addColumn<QString>("latex");
    QTest::addColumn<QString>("expected");
    const char *const pairs[][2] = {{"plain", "plain"}, {"{\\\"o}", "ö"}, {"\\\"o", "ö"}, {"\\\"{o}", "ö"}, {"{\\\"{o}}", "ö"}, {"\\'e", "é"}, {"\\`a", "à"},
        {"\\^i", "î"}, {"\\^{\\i}", "î"}, {"\\'{\\i}", "í"}, {"\\'\\i", "í"}, {"\\~n", "ñ"}, {"\\c{c}", "ç"}, {"\\c c", "ç"}, {"\\v{s}", "š"}, {"\\v s", "š"},
        {"\\u{a}", "ă"}, {"\\H{o}", "ő"}, {"\\k{a}", "ą"}, {"\\r{a}", "å"}, {"\\.z", "ż"}, {"\\=a", "ā"}, {"\\d{t}", "ṭ"}, {"\\c{t}", "ţ"}, {"\\b{b}", "ḇ"},
        {"\\ss", "ß"}, {"Stra{\\ss}e", "Straße"}, {"Stra\\ss{}e", "Straße"}, {"\\o", "ø"}, {"\\O re", "Øre"}, {"\\L\\'od\\'z", "Łódź"}, {"{\\L}{\\'o}d{\\'z}", "Łódź"},
        {"\\ae\\oe", "æœ"}, {"\\AA", "Å"}, {"\\aa", "å"}, {"\\dj", "đ"}, {"\\th\\dh", "þð"}, {"\\i", "ı"}, {"a -- b", "a – b"}, {"1--2", "1–2"}, {"a---b", "a—b"},
        {"``a''", "“a”"}, {"`a'", "‘a'"}, {"it's", "it's"}, {"a~b", "a\u00a0b"}, {"a\\ b", "a b"}, {"\\&", "&"}, {"\\% \\$ \\# \\_ \\{ \\}", "% $ # _ { }"},
        {"{NATO} and {EU}", "NATO and EU"}, {"{{Whole}}", "Whole"}, {"\\textit{a} b", "a b"}, {"\\emph{a}", "a"}, {"\\textbf{a {B}}", "a B"}, {"{\\it a}", "a"},
        {"{\\em a} b", "a b"}, {"\\textsc{a}", "a"}, {"\\url{http://a.b/c}", "http://a.b/c"}, {"$x^2$", "$x^2$"}, {"a $\\alpha_{1}$ b", "a $\\alpha_{1}$ b"},
        {"5\\$", "5$"}, {"a $ b", "a $ b"}, {"\\textendash", "–"}, {"a\\textemdash{}b", "a—b"}, {"\\ldots", "…"}, {"\\dots{}", "…"}, {"\\copyright", "©"},
        {"\\texteuro 5", "€5"}, {"\\textregistered", "®"}, {"\\S 4", "§4"}, {"\\textquoteright s", "’s"}, {"\\enquote{a}", "“a”"}, {"\\LaTeX", "LaTeX"},
        {"\\unknown{a} b", "\\unknown{a} b"}, {"\\unknown", "\\unknown"}, {"a\n b", "a\nb"}, {"a   b", "a b"}, {"\\", "\\"}, {"a\\\\b", "a b"}, {"", ""},
        {"G\\\"odel", "Gödel"}, {"Dvo\\v{r}\\'{a}k", "Dvořák"}, {"\\'{E}", "É"}, {"\\'", ""}, {"{", ""}, {"}", ""}, {"\\~{}", "~"}, {"\\^{}", "^"}, {"\\textasciitilde", "~"},
        {"\\textbackslash{}n", "\\n"}, {"\\t{oo}", "o͡o"}, {"\\\"\\i", "ï"}, {"Erd{\\H{o}}s", "Erdős"}, {"\\v{\\i}", "ǐ"}, {"\\textsuperscript{2}", "2"}, {"\\-a", "a"},
        {"\\'{a}\\'{b}", "áb́"}, {"Gal\\u{a}\\c{t}i", "Galăţi"}, {"\\textgreater\\textless", "><"}, {"日本\\\"o", "日本ö"}};
    for (const auto &[latex, expected] : pairs)
        QTest::newRow(*latex ? latex : "empty") << QString::fromUtf8(latex) << QString::fromUtf8(expected);
}

void TestBibtex::latex()
{
    QFETCH(QString, latex);
    QTEST(fromLatex(latex), "expected");
}

void TestBibtex::latexIsWritten_data()
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("expected");
    const char *const pairs[][2] = {{"Łódź", "Łódź"}, {"A & B", "A \\& B"}, {"100 % $5 #1 a_b", "100 \\% \\$5 \\#1 a\\_b"}, {"<i>a</i> b", "\\textit{a} b"},
        {"H<sub>2</sub>O", "H\\textsubscript{2}O"}, {"a < b", "a < b"}, {"<i>a", "\\textit{a}"}, {"a</i>", "a</i>"}, {"a\\b", "a{\\textbackslash}b"},
        {"{a}", "{\\textbraceleft}a{\\textbraceright}"}, {"~^", "{\\textasciitilde}{\\textasciicircum}"}, {"a\u00a0b", "a~b"}, {"", ""}};
    for (const auto &[plain, expected] : pairs)
        QTest::newRow(*plain ? plain : "empty") << QString::fromUtf8(plain) << QString::fromUtf8(expected);
}

void TestBibtex::latexIsWritten()
{
    QFETCH(QString, plain);
    QTEST(toLatex(plain), "expected");
    QCOMPARE(fromLatex(toLatex(plain), LatexMarkup::Rich), plain == u"<i>a"_s ? u"<i>a</i>"_s : plain);
}

void TestBibtex::names_data()
{
    QTest::addColumn<QString>("latex");
    QTest::addColumn<QString>("expected"); ///< "family|given|particle|suffix", or "=literal"
    const char *const pairs[][2] = {{"Mark Rutte", "Rutte|Mark||"}, {"Rutte, Mark", "Rutte|Mark||"}, {"Mark Rutte and Kaja Kallas", "Rutte|Mark||; Kallas|Kaja||"},
        {"Ursula von der Leyen", "Leyen|Ursula|von der|"}, {"von der Leyen, Ursula", "Leyen|Ursula|von der|"}, {"Ludwig van Beethoven", "Beethoven|Ludwig|van|"},
        {"King, Jr., Martin Luther", "King|Martin Luther||Jr."}, {"de la Vall{\\'e}e Poussin, Charles Louis", "Vallée Poussin|Charles Louis|de la|"},
        {"{NATO}", "=NATO"}, {"{Barnes and Noble, Inc.}", "=Barnes and Noble, Inc."}, {"{NATO} and Mark Rutte", "=NATO; Rutte|Mark||"}, {"Plato", "Plato|||"},
        {"Rutte, Mark and others", "Rutte|Mark||; =others"}, {"{\\'E}mile Zola", "Zola|Émile||"}, {"K. G{\\\"o}del", "Gödel|K.||"}, {"Jean de {La Fontaine}", "La Fontaine|Jean|de|"},
        {"{van Gogh}, Vincent", "van Gogh|Vincent||"}, {"Donald~E. Knuth", "Knuth|Donald E.||"}, {"A  AND  B", "A|||; B|||"}, {"Alexander Sanders", "Sanders|Alexander||"},
        {"family=Leyen, given=Ursula, prefix=von der", "Leyen|Ursula|von der|"}, {"family=King, given=M., given-i=M, suffix=Jr.", "King|M.||Jr."}, {"", ""},
        {"and", "and|||"}, {"de Gaulle", "Gaulle||de|"}, {"Rutte,", "Rutte|||"}, {"{\\relax Ch}arles Darwin", "Darwin|Charles||"}, {"A and\nB", "A|||; B|||"},
        {"Maria {\\c{S}}erban", "Şerban|Maria||"}, {"{Simon and Schuster}", "=Simon and Schuster"}};
    for (const auto &[latex, expected] : pairs)
        QTest::newRow(*latex ? latex : "empty") << QString::fromUtf8(latex) << QString::fromUtf8(expected);
}

void TestBibtex::names()
{
    QFETCH(QString, latex);
    QStringList list;
    const QJsonArray names = namesFromBibtex(latex);
    for (const QJsonValue value : names) {
        const QJsonObject name = value.toObject();
        list.append(name.contains(u"literal"_s) ? u'=' + name[u"literal"_s].toString()
                                                : QStringList{name[u"family"_s].toString(), name[u"given"_s].toString(), name[u"non-dropping-particle"_s].toString(),
                                                      name[u"suffix"_s].toString()}.join(u'|'));
    }
    QTEST(list.join(u"; "_s), "expected");
    QCOMPARE(namesFromBibtex(bibtexNames(names)), names);
}

void TestBibtex::namesAreWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const char *const pairs[][2] = {{"{'family':'Rutte','given':'Mark'}", "Rutte, Mark"}, {"{'literal':'NATO'}", "{NATO}"}, {"{'family':'Plato'}", "Plato"},
        {"{'family':'van Gogh','given':'V.'}", "{van Gogh}, V."}, {"{'family':'Leyen','given':'U.','non-dropping-particle':'von der'}", "von der Leyen, U."},
        {"{'family':'King','given':'M. L.','suffix':'Jr.'}", "King, Jr., M. L."}, {"{'family':'Smith, Jones','given':'A'}", "{Smith, Jones}, A"},
        {"{'family':'de Gaulle'}", "{de Gaulle},"}, {"{'family':'A & B','given':'C'}", "A \\& B, C"}};
    for (const auto &[name, expected] : pairs)
        QTest::newRow(expected) << QString::fromUtf8(name) << QString::fromUtf8(expected);
}

void TestBibtex::namesAreWritten()
{
    QFETCH(QString, name);
    const QJsonObject object = json(name.toUtf8().constData());
    QTEST(bibtexNames({object}), "expected");
    QCOMPARE(namesFromBibtex(bibtexNames({object})), QJsonArray{object});
}

void TestBibtex::fields_data()
{
    QTest::addColumn<QString>("bibtex");
    QTest::addColumn<QJsonObject>("expected");
    const auto row = [](const char *name, const char *type, const char *fields, const char *expected) {
        QTest::newRow(name) << entry(type, fields) << json(expected);
    };
    row("id", "misc", "title = {A}", "{'id':'key'}");
    row("title", "article", "title = {The {NATO} line}", "{'title':'The NATO line'}");
    row("title with italics", "article", "title = {On \\textit{Galați}}", "{'title':'On <i>Galați</i>'}");
    row("subtitle", "article", "title = {A}, subtitle = {B}", "{'title':'A: B'}");
    row("subtitle behind a question", "article", "title = {A?}, subtitle = {B}", "{'title':'A? B'}");
    row("broken lines", "article", "title = {A\n    long title}", "{'title':'A long title'}");
    row("journal", "article", "journal = {Survival}", "{'container-title':'Survival'}");
    row("journaltitle", "article", "journaltitle = {Survival}, shortjournal = {Surv.}", "{'container-title':'Survival','container-title-short':'Surv.'}");
    row("booktitle", "incollection", "booktitle = {B}", "{'container-title':'B'}");
    row("proceedings", "inproceedings", "booktitle = {B}, eventtitle = {C}, venue = {Riga}", "{'container-title':'B','event-title':'C','event-place':'Riga'}");
    row("volume and number", "article", "volume = 1, number = 2, pages = {3--9}", "{'volume':'1','issue':'2','page':'3-9'}");
    row("pages with an en dash", "article", "pages = {3–9}", "{'page':'3-9'}");
    row("pages, many", "article", "pages = {3--9, 12}", "{'page':'3-9, 12'}");
    row("number of a report", "techreport", "number = {RR-1}, institution = {RAND}", "{'number':'RR-1','publisher':'RAND'}");
    row("number in a series", "book", "series = {S}, number = 3", "{'collection-title':'S','collection-number':'3','issue':null}");
    row("publisher", "book", "publisher = {OUP}, address = {Oxford}", "{'publisher':'OUP','publisher-place':'Oxford'}");
    row("location", "book", "location = {Oxford}", "{'publisher-place':'Oxford'}");
    row("school", "phdthesis", "school = {KCL}", "{'publisher':'KCL','genre':'PhD thesis'}");
    row("howpublished", "misc", "howpublished = {Press service}", "{'publisher':'Press service'}");
    row("howpublished with an address", "misc", "howpublished = {\\url{https://example.org/a_b}}", "{'URL':'https://example.org/a_b','publisher':null}");
    row("url", "online", "url = {https://example.org/a_b?c=1%202&d}", "{'URL':'https://example.org/a_b?c=1%202&d'}");
    row("url escaped", "online", "url = {https://example.org/a\\_b\\%20c}", "{'URL':'https://example.org/a_b%20c'}");
    row("url in a command", "online", "url = {\\url{https://example.org/a}}", "{'URL':'https://example.org/a'}");
    row("urldate", "online", "urldate = {2026-05-29}", "{'accessed':{'date-parts':[[2026,5,29]]}}");
    row("doi", "article", "doi = {10.1000/a_b}", "{'DOI':'10.1000/a_b'}");
    row("numbers", "book", "isbn = {978}, issn = {1234-5678}, pmid = {7}", "{'ISBN':'978','ISSN':'1234-5678','PMID':'7'}");
    row("edition", "book", "edition = {2nd}, volumes = 3, pagetotal = 320, chapter = 4", "{'edition':'2nd','number-of-volumes':'3','number-of-pages':'320','chapter-number':'4'}");
    row("editor", "book", "editor = {A, B}, translator = {C, D}", "{'editor':[{'family':'A','given':'B'}],'translator':[{'family':'C','given':'D'}]}");
    row("bookauthor", "inbook", "bookauthor = {A, B}", "{'container-author':[{'family':'A','given':'B'}]}");
    row("abstract", "article", "abstract = {One.\n  Two.}", "{'abstract':'One.\\nTwo.'}");
    row("note", "article", "note = {One}", "{'note':'One'}");
    row("annote", "article", "annote = {One}", "{'annote':'One'}");
    row("several annotes", "article", "annote = {One}, annote = {Two}", "{'annote':'One\\n\\nTwo'}");
    row("annotation", "article", "annotation = {One}", "{'annote':'One'}");
    row("type", "report", "type = {Working paper}", "{'genre':'Working paper'}");
    row("langid", "article", "langid = {ngerman}", "{'language':'de'}");
    row("language", "article", "language = {Romanian}", "{'language':'ro'}");
    row("language by its tag", "article", "language = {pt-BR}", "{'language':'pt-BR'}");
    row("unknown language", "article", "language = {klingon}", "{'language':'klingon'}");
    row("shorttitle", "article", "shorttitle = {S}", "{'title-short':'S'}");
    row("original", "book", "origdate = {1832}, origtitle = {Vom Kriege}", "{'original-date':{'date-parts':[[1832]]},'original-title':'Vom Kriege'}");
    row("pubstate", "article", "pubstate = {inpress}", "{'status':'inpress'}");
    row("subtype", "article", "entrysubtype = {newspaper}", "{'type':'article-newspaper'}");
    row("subtype of ours", "online", "entrysubtype = {post}", "{'type':'post'}");
    row("subtype of another's", "article", "entrysubtype = {sub}", "{'type':'article-journal'}");
}

void TestBibtex::fields()
{
    QFETCH(QString, bibtex);
    QFETCH(QJsonObject, expected);
    QCOMPARE(membersOf(only(bibtex).csl, expected), jsonText(expected));
}

void TestBibtex::dates_data()
{
    QTest::addColumn<QString>("bibtex");
    QTest::addColumn<QJsonObject>("expected");
    const auto row = [](const char *fields, const char *issued) { QTest::newRow(fields) << entry("misc", fields) << json(issued); };
    row("year = 2026", "{'date-parts':[[2026]]}");
    row("year = {2026}, month = may", "{'date-parts':[[2026,5]]}");
    row("year = {2026}, month = {May}", "{'date-parts':[[2026,5]]}");
    row("year = {2026}, month = 5", "{'date-parts':[[2026,5]]}");
    row("year = {2026}, month = may, day = 29", "{'date-parts':[[2026,5,29]]}");
    row("year = {2026}, month = may # \"~29\"", "{'date-parts':[[2026,5,29]]}");
    row("year = {2026}, month = \"29~\" # may", "{'date-parts':[[2026,5,29]]}");
    row("year = {2026}, month = {Spring}", "{'date-parts':[[2026]],'season':1}");
    row("year = {2026}, month = {nonsense}", "{'date-parts':[[2026]]}");
    row("date = {2026-05-29}", "{'date-parts':[[2026,5,29]]}");
    row("date = {2026-05}", "{'date-parts':[[2026,5]]}");
    row("date = {2026-05-29/2026-06-02}", "{'date-parts':[[2026,5,29],[2026,6,2]]}");
    row("date = {2026~}", "{'circa':true,'date-parts':[[2026]]}");
    row("date = {2026?}", "{'circa':true,'date-parts':[[2026]],'edtf':'2026?'}");
    row("date = {2026/}", "{'date-parts':[[2026]],'edtf':'2026/'}");
    row("date = {2026/..}", "{'date-parts':[[2026]],'edtf':'2026/..'}");
    row("date = {2026-21}", "{'date-parts':[[2026]],'season':1}");
    row("date = {2026-05-29T03:10:00Z}", "{'date-parts':[[2026,5,29]],'edtf':'2026-05-29T03:10:00Z'}");
    row("date = {-0044}", "{'date-parts':[[-44]]}");
    row("date = {2026-05-29}, year = 2025", "{'date-parts':[[2026,5,29]]}");
    row("year = {c. 2026}", "{'circa':true,'date-parts':[[2026]]}");
    row("year = {[2026]}", "{'date-parts':[[2026]]}");
    row("year = {in press}", "{'literal':'in press'}");
    row("date = {forthcoming}", "{'literal':'forthcoming'}");
}

void TestBibtex::dates()
{
    QFETCH(QString, bibtex);
    QFETCH(QJsonObject, expected);
    QCOMPARE(jsonText(only(bibtex).csl.value(u"issued"_s).toObject()), jsonText(expected));
}

void TestBibtex::types_data()
{
    QTest::addColumn<QString>("bibtex");
    QTest::addColumn<QString>("csl");
    const char *const pairs[][2] = {{"article", "article-journal"}, {"book", "book"}, {"mvbook", "book"}, {"booklet", "pamphlet"}, {"collection", "collection"},
        {"inbook", "chapter"}, {"incollection", "chapter"}, {"suppbook", "chapter"}, {"inproceedings", "paper-conference"}, {"conference", "paper-conference"},
        {"proceedings", "book"}, {"manual", "book"}, {"misc", "document"}, {"online", "webpage"}, {"electronic", "webpage"}, {"www", "webpage"}, {"patent", "patent"},
        {"periodical", "periodical"}, {"report", "report"}, {"techreport", "report"}, {"thesis", "thesis"}, {"phdthesis", "thesis"}, {"mastersthesis", "thesis"},
        {"unpublished", "manuscript"}, {"dataset", "dataset"}, {"software", "software"}, {"reference", "book"}, {"inreference", "entry-encyclopedia"}, {"review", "review"},
        {"legislation", "legislation"}, {"jurisdiction", "legal_case"}, {"legal", "regulation"}, {"letter", "personal_communication"}, {"movie", "motion_picture"},
        {"video", "broadcast"}, {"audio", "song"}, {"image", "figure"}, {"artwork", "graphic"}, {"standard", "standard"}, {"newspaper", "article-newspaper"},
        {"nosuch", "document"}, {"set", "document"}};
    for (const auto &[bibtex, csl] : pairs)
        QTest::newRow(bibtex) << QString::fromLatin1(bibtex) << QString::fromLatin1(csl);
}

void TestBibtex::types()
{
    QFETCH(QString, bibtex);
    const BibliographyItem item = only(u"@%1{key, title = {A}}"_s.arg(bibtex));
    QTEST(item.csl.value(u"type"_s).toString(), "csl");
    const QByteArray written = writeBibtex({item});
    QVERIFY2(written.startsWith('@' + bibtex.toLatin1() + "{key,\n"), written);
}

void TestBibtex::inheritance_data()
{
    QTest::addColumn<QString>("bibtex");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *bibtex, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(bibtex) << QString::fromUtf8(expected);
    };
    row("booktitle", "@inproceedings{a, crossref = {P}}@proceedings{p, title = {T}, year = 2026}",
        "inproceedings:a[crossref=P|booktitle=T|year=2026] proceedings:p[title=T|year=2026]");
    row("own stays", "@inproceedings{a, year = 2025, crossref = {p}}@proceedings{p, title = {T}, year = 2026}",
        "inproceedings:a[year=2025|crossref=p|booktitle=T] proceedings:p[title=T|year=2026]");
    row("own date stays", "@incollection{a, date = {2025}, crossref = {p}}@book{p, year = 2026, month = may}", "incollection:a[date=2025|crossref=p] book:p[year=2026|month=may]");
    row("journal", "@article{a, crossref = {p}}@periodical{p, title = {T}}", "article:a[crossref=p|journaltitle=T] periodical:p[title=T]");
    row("author of the book", "@inbook{a, crossref = {p}}@book{p, author = {X}}", "inbook:a[crossref=p|bookauthor=X] book:p[author=X]");
    row("author of a collection", "@incollection{a, crossref = {p}}@book{p, author = {X}}", "incollection:a[crossref=p] book:p[author=X]");
    row("not its keywords", "@inbook{a, crossref = {p}}@book{p, keywords = {x}, pages = {1}}", "inbook:a[crossref=p] book:p[keywords=x|pages=1]");
    row("xdata", "@xdata{x, publisher = {OUP}, location = {Oxford}}@book{a, title = {A}, xdata = {x}}", "book:a[title=A|publisher=OUP|location=Oxford]");
    row("two xdata", "@xdata{x, publisher = {P}}@xdata{y, location = {L}}@book{a, xdata = {x, y}}", "book:a[publisher=P|location=L]");
    row("xdata of xdata", "@xdata{x, xdata = {y}}@xdata{y, location = {L}}@book{a, xdata = {x}}", "book:a[location=L]");
    row("nobody there", "@book{a, crossref = {p}}", "book:a[crossref=p]");
    row("itself", "@book{a, title = {A}, crossref = {a}}", "book:a[title=A|crossref=a]");
    row("a circle", "@book{a, crossref = {b}, title = {A}}@book{b, crossref = {a}, year = 1}", "book:a[crossref=b|title=A|year=1] book:b[crossref=a|year=1|title=A]");
}

void TestBibtex::inheritance()
{
    QFETCH(QString, bibtex);
    BibtexEntries read = bibtexEntries(bibtex);
    inheritFields(read.entries);
    QTEST(text(read.entries), "expected");
}

void TestBibtex::comesBack_data()
{
    fields_data();
    const auto row = [](const char *name, const char *type, const char *fields) { QTest::newRow(name) << entry(type, fields) << QJsonObject(); };
    row("unknown fields", "misc", "title = {A}, file = {:C\\:/a.pdf:PDF}, timestamp = {2026}, owner = {me}, bdsk-url-1 = {x}");
    row("guarded title", "article", "title = {The {NATO} line: {\\\"U}ber $x^2$}");
    row("keywords", "article", "keywords = {war; sea}, title = {A}");
    row("date fields", "article", "year = 2026, month = may # \"~29\", title = {A}");
    row("date and year", "article", "date = {2026-05-29}, year = 2026");
    row("accents", "book", "author = {G{\\\"o}del, Kurt and {\\L}ukasiewicz, Jan}, title = {\\'Etudes}");
    row("eprint", "misc", "eprint = {2601.00001}, archiveprefix = {arXiv}, primaryclass = {cs.CL}");
    row("twice", "misc", "note = {One}, note = {Two}");
    row("crossref", "inbook", "crossref = {other}, title = {A}");
    row("no title", "misc", "author = {A, B}");
    row("nothing", "misc", "");
}

/// Read, written and read again is the same, and the file has the fields that it had.
void TestBibtex::comesBack()
{
    QFETCH(QString, bibtex);
    const Bibliography read = readBibtex(bibtex);
    const QString written = QString::fromUtf8(writeBibtex(read.items));
    Bibliography again = readBibtex(written);
    QCOMPARE(again.items.size(), 1);
    again.items[0].line = read.items.at(0).line;
    QCOMPARE(jsonText(again.items.at(0).csl), jsonText(read.items.at(0).csl));
    QCOMPARE(again.items.at(0).tags, read.items.at(0).tags);
    auto before = bibtexEntries(bibtex).entries.at(0).fields;
    auto after = bibtexEntries(written).entries.at(0).fields;
    std::ranges::sort(before);
    std::ranges::sort(after);
    QCOMPARE(after, before);
}

void TestBibtex::changedFieldsAreWrittenAnew()
{
    BibliographyItem item = only(entry("article", "title = {{Old}}, journal = {{The} Journal}, year = 2026, month = {5}, owner = {me}"));
    item.csl.insert(u"title"_s, u"New & better"_s);
    const QByteArray written = writeBibtex({item});
    QVERIFY2(written.contains("title = {New \\& better}"), written);
    QVERIFY2(!written.contains("Old"), written);
    QVERIFY2(written.contains("journal = {{The} Journal}"), written);
    QVERIFY2(written.contains("owner = {me}"), written);
    QVERIFY2(written.contains("month = {5}"), written);
}

void TestBibtex::looksLikeBibtex()
{
    BibliographyItem item;
    item.csl = json("{'id':'nato-2026','type':'article-newspaper','title':'On <i>Galați</i> & more','author':[{'family':'Rutte','given':'Mark'},{'literal':'NATO'}],"
                    "'issued':{'date-parts':[[2026,5]]},'container-title':'BBC','page':'3-9','language':'en-GB','note':'{x}'}");
    item.tags = {u"sea"_s, u"war"_s};
    const Bibliography again = readBibtex(QString::fromUtf8(writeBibtex({item})));
    QCOMPARE(QString::fromUtf8(writeBibtex({item})), u"@article{nato-2026,\n    author = {Rutte, Mark and {NATO}},\n    title = {On \\textit{Galați} \\& more},\n"
        "    year = {2026},\n    month = may,\n    journaltitle = {BBC},\n    pages = {3--9},\n    langid = {british},\n"
        "    note = {{\\textbraceleft}x{\\textbraceright}},\n    entrysubtype = {newspaper},\n    keywords = {sea, war}\n}\n\n"_s);
    QCOMPARE(jsonText(again.items.at(0).csl), jsonText(item.csl));
    QCOMPARE(again.items.at(0).tags, item.tags);
}

QTEST_GUILESS_MAIN(TestBibtex)
#include "tst_bibtex.moc"
