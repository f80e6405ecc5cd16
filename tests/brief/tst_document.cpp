#include "app/brief/argumenttitles.h"
#include "app/brief/document.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace redoubt;

class TstDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSpans_data();
    void readsSpans();
    void readsBlocks_data();
    void readsBlocks();
    void readsAttributes_data();
    void readsAttributes();
    void asksForTheOutline();
    void asksForCitations();
    void asksForTheTitlesOfTheArgument();
    void countsWords_data();
    void countsWords();
    void limitsNesting();
    void leavesTooLongTextsAlone();
};

static void compareDump()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(u'\n' + dump(readDocument(text)), expected);
}

void TstDocument::readsSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("paragraph")
        << u"a *b* **c**"_s
        << uR"(
paragraph 0+11
  text 0+2 "a "
  emphasis 2+3
    text 3+1 "b"
  text 5+1 " "
  strong 6+5
    text 8+1 "c"
)"_s;
    QTest::newRow("nested emphasis")
        << u"***both*** and *a **b***"_s
        << uR"(
paragraph 0+24
  emphasis 0+10
    strong 1+8
      text 3+4 "both"
  text 10+5 " and "
  emphasis 15+9
    text 16+2 "a "
    strong 18+5
      text 20+1 "b"
)"_s;
    QTest::newRow("escaped marks keep their backslash")
        << u"x \\*y and [\\@z]"_s
        << uR"(
paragraph 0+15
  text 0+2 "x "
  text 2+2 "*"
  text 4+7 "y and ["
  text 11+2 "@"
  text 13+2 "z]"
)"_s;
    QTest::newRow("entities")
        << u"&eacute;&amp;&nope;&#233;&notit;&ngE;"_s
        << uR"(
paragraph 0+37
  text 0+8 "é"
  text 8+5 "&"
  text 13+6 "&nope;"
  text 19+6 "é"
  text 25+7 "&notit;"
  text 32+5 "≧̸"
)"_s;
    QTest::newRow("code behind an escaped backtick, and over lines")
        << u"\\`` a `\n``\nb\n``"_s
        << uR"(
paragraph 0+15
  text 0+2 "`"
  code 2+5 "a"
  soft-break 7+1
  code 8+7 "b"
)"_s;
    QTest::newRow("code over a line end")
        << u"> `a \n> b`"_s
        << uR"(
quote 0+10
  paragraph 2+8
    code 2+8 "a  b"
)"_s;
    QTest::newRow("tabs around a heading")
        << u"#\tA *b*\t"_s
        << uR"(
heading 0+8 1
  text 2+2 "A "
  emphasis 4+3
    text 5+1 "b"
)"_s;
    QTest::newRow("author in the text and others")
        << u"@x [p. 2; see *also* @y] says"_s
        << uR"(
paragraph 0+29
  citation 0+24 in-text (x at "p. 2") ("see also" y)
  text 24+5 " says"
)"_s;
    QTest::newRow("cyrillic before a link")
        << u"Как [да](https://e.org)"_s
        << uR"(
paragraph 0+23
  text 0+4 "Как "
  link 4+19 <https://e.org>
    text 5+2 "да"
)"_s;
    QTest::newRow("a letter of two units")
        << u"😀 *x*"_s
        << uR"(
paragraph 0+6
  text 0+3 "😀 "
  emphasis 3+3
    text 4+1 "x"
)"_s;
    QTest::newRow("code with backticks")
        << u"`` a`b `` `c`"_s
        << uR"(
paragraph 0+13
  code 0+9 "a`b"
  text 9+1 " "
  code 10+3 "c"
)"_s;
    QTest::newRow("link with title and angle brackets")
        << u"[a](<https://e.org/x y> \"T\")"_s
        << uR"(
paragraph 0+28
  link 0+28 <https://e.org/x y> "T"
    text 1+1 "a"
)"_s;
    QTest::newRow("link with brackets in its address")
        << u"[a](https://e.org/(x)) b"_s
        << uR"(
paragraph 0+24
  link 0+22 <https://e.org/(x)>
    text 1+1 "a"
  text 22+2 " b"
)"_s;
    QTest::newRow("autolink")
        << u"<https://e.org>"_s
        << uR"(
paragraph 0+15
  link 0+15 <https://e.org>
    text 1+13 "https://e.org"
)"_s;
    QTest::newRow("link by reference")
        << u"[a][r] [r]\n\n[r]: https://e.org"_s
        << uR"(
paragraph 0+10
  link 0+6 <https://e.org>
    text 1+1 "a"
  text 6+1 " "
  link 7+3 <https://e.org>
    text 8+1 "r"
)"_s;
    QTest::newRow("a label before brackets that are no address")
        << u"[a](b c) d\n\n[a]: https://e.org"_s
        << uR"(
paragraph 0+10
  link 0+3 <https://e.org>
    text 1+1 "a"
  text 3+7 "(b c) d"
)"_s;
    QTest::newRow("project links")
        << u"[a](event:galati) [b](indicator:severance)"_s
        << uR"(
paragraph 0+42
  project-link 0+17 <event:galati>
    text 1+1 "a"
  text 17+1 " "
  project-link 18+24 <indicator:severance>
    text 19+1 "b"
)"_s;
    QTest::newRow("image")
        << u"![alt *t*](p.png)"_s
        << uR"(
paragraph 0+17
  image 0+17 <p.png>
    text 2+4 "alt "
    emphasis 6+3
      text 7+1 "t"
)"_s;
    QTest::newRow("hard and soft break")
        << u"a\\\nb\nc  \nd"_s
        << uR"(
paragraph 0+10
  text 0+1 "a"
  hard-break 1+2
  text 3+1 "b"
  soft-break 4+1
  text 5+1 "c"
  hard-break 6+3
  text 9+1 "d"
)"_s;
    QTest::newRow("citation across lines of a quotation")
        << u"> a [see @x,\n> p. 2]"_s
        << uR"(
quote 0+20
  paragraph 2+18
    text 2+2 "a "
    citation 4+16 ("see" x at "p. 2")
)"_s;
    QTest::newRow("citation with emphasis inside")
        << u"[see *also* @x, p. 2; @y]"_s
        << uR"(
paragraph 0+25
  citation 0+25 ("see also" x at "p. 2") (y)
)"_s;
    QTest::newRow("in-text citation")
        << u"@x argues, as does -@y [p. 3]."_s
        << uR"(
paragraph 0+30
  citation 0+2 in-text (x)
  text 2+17 " argues, as does "
  citation 19+10 in-text (-y at "p. 3")
  text 29+1 "."
)"_s;
    QTest::newRow("no citation in code, links, escapes")
        << u"`@a` [@b](c) \\@d e@f.g"_s
        << uR"(
paragraph 0+22
  code 0+4 "@a"
  text 4+1 " "
  link 5+7 <c>
    text 6+2 "@b"
  text 12+1 " "
  text 13+2 "@"
  text 15+7 "d e@f.g"
)"_s;
    QTest::newRow("footnote")
        << u"a[^1] b[^2]\n\n[^1]: N [@x]\n    more\n\n    second\n\nafter"_s
        << uR"(
paragraph 0+11
  text 0+1 "a"
  footnote-reference 1+4 "1"
  text 5+6 " b[^2]"
footnote 13+33 "1"
  paragraph 19+15
    text 19+2 "N "
    citation 21+4 (x)
    soft-break 25+1
    text 30+4 "more"
  paragraph 40+6
    text 40+6 "second"
paragraph 48+5
  text 48+5 "after"
)"_s;
    QTest::newRow("heading with role and attributes")
        << u"## The *received* wisdom {.received #rw k=\"v w\"}"_s
        << uR"(
heading 0+48 2 received #rw .received k="v w"
  text 3+4 "The "
  emphasis 7+10
    text 8+8 "received"
  text 17+7 " wisdom"
)"_s;
    QTest::newRow("underlined heading")
        << u"A title\n=======\n\ntext"_s
        << uR"(
heading 0+15 1
  text 0+7 "A title"
paragraph 17+4
  text 17+4 "text"
)"_s;
    QTest::newRow("heading with closing marks and attributes")
        << u"# A # {.watch}"_s
        << uR"(
heading 0+14 1 watch .watch
  text 2+1 "A"
)"_s;
    QTest::newRow("heading with braces that are no attributes")
        << u"# A {b c}{d"_s
        << uR"(
heading 0+11 1
  text 2+9 "A {b c}{d"
)"_s;
    QTest::newRow("empty heading")
        << u"#\n\na"_s
        << uR"(
heading 0+1 1
paragraph 3+1
  text 3+1 "a"
)"_s;
}

void TstDocument::readsSpans()
{
    compareDump();
}

void TstDocument::readsBlocks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("tight and ordered lists")
        << u"- a\n- b\n\n3) c\n\n   d\n4) e"_s
        << uR"(
list 0+7 bullets tight
  item 0+3
    paragraph 2+1
      text 2+1 "a"
  item 4+3
    paragraph 6+1
      text 6+1 "b"
list 9+15 from 3
  item 9+10
    paragraph 12+1
      text 12+1 "c"
    paragraph 18+1
      text 18+1 "d"
  item 20+4
    paragraph 23+1
      text 23+1 "e"
)"_s;
    QTest::newRow("list in a quotation")
        << u"> - a\n>   - b"_s
        << uR"(
quote 0+13
  list 2+11 bullets tight
    item 2+11
      paragraph 4+1
        text 4+1 "a"
      list 10+3 bullets tight
        item 10+3
          paragraph 12+1
            text 12+1 "b"
)"_s;
    QTest::newRow("item whose text begins a line below")
        << u"-\n  a\n- b"_s
        << uR"(
list 0+9 bullets tight
  item 0+5
    paragraph 4+1
      text 4+1 "a"
  item 6+3
    paragraph 8+1
      text 8+1 "b"
)"_s;
    QTest::newRow("empty item")
        << u"-\n\na"_s
        << uR"(
list 0+1 bullets tight
  item 0+1
paragraph 3+1
  text 3+1 "a"
)"_s;
    QTest::newRow("table")
        << u"| A | B | C |\n|:--|--:|:-:|\n| 1 | *x* [@k] | |"_s
        << uR"(
table 0+46 l r c
  th
    text 2+1 "A"
  th
    text 6+1 "B"
  th
    text 10+1 "C"
  td
    text 30+1 "1"
  td
    emphasis 34+3
      text 35+1 "x"
    text 37+1 " "
    citation 38+4 (k)
  td
)"_s;
    QTest::newRow("table without rows")
        << u"|A|\n|-|"_s
        << uR"(
table 0+7 -
  th
    text 1+1 "A"
)"_s;
    QTest::newRow("fenced code")
        << u"```{.python #c}\nx\n\ny\n```\nz"_s
        << uR"(
code 0+24 #c .python language python "x\n\ny\n" content 16+5
paragraph 25+1
  text 25+1 "z"
)"_s;
    QTest::newRow("code in a list")
        << u"- ~~~\n  ::: x\n  ~~~\n- b"_s
        << uR"(
list 0+23 bullets tight
  item 0+19
    code 2+17 "::: x\n" content 8+6
  item 20+3
    paragraph 22+1
      text 22+1 "b"
)"_s;
    QTest::newRow("argdown")
        << u"```argdown\n[T]: x\n  + <A>\n```"_s
        << uR"(
argdown 0+29 language argdown "[T]: x\n  + <A>\n" content 11+15
)"_s;
    QTest::newRow("open fence at the end")
        << u"```argdown\n[T]: x"_s
        << uR"(
argdown 0+17 language argdown "[T]: x\n" content 11+6
)"_s;
    QTest::newRow("empty fence")
        << u"```\n```\na"_s
        << uR"(
code 0+7
paragraph 8+1
  text 8+1 "a"
)"_s;
    QTest::newRow("indented code")
        << u"a\n\n    code\n\nb"_s
        << uR"(
paragraph 0+1
  text 0+1 "a"
code 7+4 "code\n" content 7+5
paragraph 13+1
  text 13+1 "b"
)"_s;
    QTest::newRow("timeline")
        << u"::: {.timeline from=2022 to=2026 lanes=\"Incidents,Responses\"}\n:::"_s
        << uR"(
timeline 0+65 .timeline from="2022" to="2026" lanes="Incidents,Responses"
)"_s;
    QTest::newRow("divs in divs")
        << u"::: note\na\n:::: {.watchlist}\n::::\nb\n:::\nc"_s
        << uR"(
div 0+39 .note
  paragraph 9+1
    text 9+1 "a"
  watchlist 11+22 .watchlist
  paragraph 34+1
    text 34+1 "b"
paragraph 40+1
  text 40+1 "c"
)"_s;
    QTest::newRow("div that is never closed")
        << u"::: note\na"_s
        << uR"(
div 0+10 .note
  paragraph 9+1
    text 9+1 "a"
)"_s;
    QTest::newRow("closing colons without a div")
        << u"a\n\n:::\n"_s
        << uR"(
paragraph 0+1
  text 0+1 "a"
paragraph 3+3
  text 3+3 ":::"
)"_s;
    QTest::newRow("div marks in code are code")
        << u"```\n::: a\n```"_s
        << uR"(
code 0+13 "::: a\n" content 4+6
)"_s;
    QTest::newRow("thematic breaks")
        << u"***\n\n> * * *\n\n---\na"_s
        << uR"(
break 0+3
quote 5+7
  break 7+5
break 14+3
paragraph 18+1
  text 18+1 "a"
)"_s;
    QTest::newRow("raw HTML stays text")
        << u"<div onclick=x>\n*a*\n</div>\n\na <b>c</b>"_s
        << uR"(
raw 0+26 "<div onclick=x>\n*a*\n</div>\n"
paragraph 28+10
  text 28+2 "a "
  raw 30+3 "<b>"
  text 33+1 "c"
  raw 34+4 "</b>"
)"_s;
    QTest::newRow("indents of HTML and code")
        << u"a\n\n  <!-- b -->\n\n      c\n"_s
        << uR"(
paragraph 0+1
  text 0+1 "a"
raw 5+10 "  <!-- b -->\n"
code 23+1 "  c\n" content 23+2
)"_s;
    QTest::newRow("open comment swallows nothing of ours")
        << u"<!-- a\n::: note\nb\n:::"_s
        << uR"(
raw 0+6 "<!-- a\n"
div 7+14 .note
  raw 16+1 "b\n"
)"_s;
    QTest::newRow("metadata")
        << u"---\ntitle: \"A: b\"\nauthor: J\n---\n# H"_s
        << uR"(
metadata title = "A: b"
metadata author = "J"
heading 32+3 1
  text 34+1 "H"
)"_s;
    QTest::newRow("rule at the start is no metadata")
        << u"---\n\na"_s
        << uR"(
break 0+3
paragraph 5+1
  text 5+1 "a"
)"_s;
    QTest::newRow("rules around a heading are no metadata")
        << u"---\nFoo\n---\na"_s
        << uR"(
break 0+3
heading 4+7 2
  text 4+3 "Foo"
paragraph 12+1
  text 12+1 "a"
)"_s;
    QTest::newRow("line ends of other systems")
        << u"# a\r\n\r\nb\rc *d*"_s
        << uR"(
heading 0+3 1
  text 2+1 "a"
paragraph 7+7
  text 7+1 "b"
  soft-break 8+1
  text 9+2 "c "
  emphasis 11+3
    text 12+1 "d"
)"_s;
    QTest::newRow("null character")
        << u"a\0b"_s
        << uR"(
paragraph 0+3
  text 0+3 "a�b"
)"_s;
    QTest::newRow("strikeout")
        << u"~~a~~"_s
        << uR"(
paragraph 0+5
  strikeout 0+5
    text 2+1 "a"
)"_s;
    QTest::newRow("nothing")
        << u""_s
        << uR"(
)"_s;
}

void TstDocument::readsBlocks()
{
    compareDump();
}

void TstDocument::readsAttributes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all kinds") << u"{.a #b c=d e=\"f g\" h='i'}"_s << u"#b .a c=d e=f g h=i"_s;
    QTest::newRow("bare word is a class") << u"{timeline from=2022}"_s << u"# .timeline from=2022"_s;
    QTest::newRow("unnumbered") << u"{-}"_s << u"# .unnumbered"_s;
    QTest::newRow("empty") << u"{}"_s << u"#"_s;
    QTest::newRow("open quotation") << u"{a=\"b}"_s << u"none"_s;
    QTest::newRow("not a name") << u"{.a{b}"_s << u"none"_s;
    QTest::newRow("no braces") << u".a"_s << u"none"_s;
    QTest::newRow("empty id") << u"{#}"_s << u"none"_s;
}

void TstDocument::readsAttributes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::optional<Attributes> attributes = readAttributes(text);
    QString found = attributes ? u'#' + attributes->id : u"none"_s;
    if (attributes) {
        for (const QString &name : attributes->classes)
            found += u" ."_s + name;
        for (const auto &[name, value] : attributes->values)
            found += u' ' + name + u'=' + value;
    }
    QCOMPARE(found, expected);
}

void TstDocument::asksForTheOutline()
{
    const QString text = u"# Incident {.incident}\n\na\n\n### Part\n\n## Other\n\n::: note\n# Read {.different}\n:::\n\nend"_s;
    QStringList lines;
    for (const OutlineEntry &entry : outline(readDocument(text))) {
        lines += u"%1 %2 role %3: %4"_s.arg(entry.level).arg(entry.text).arg(int(entry.role))
                     .arg(text.sliced(entry.section.offset, entry.section.length).simplified());
    }
    QCOMPARE(lines.join(u'\n'), u"1 Incident role 1: # Incident {.incident} a ### Part ## Other ::: note\n"
                                "3 Part role 1: ### Part\n"
                                "2 Other role 1: ## Other ::: note\n"
                                "1 Read role 3: # Read {.different} ::: end"_s);
}

void TstDocument::asksForCitations()
{
    const QString text = u"@a says [@b; @c].\n\n| [@d] |\n|---|\n| x |\n\n> - *[@e]*\n\n[^n]: [@f]\n\n```\n[@no]\n```\n"_s;
    QStringList keys;
    for (const CitationCluster &cluster : citations(readDocument(text))) {
        for (const Citation &citation : cluster.citations) {
            keys += citation.key;
            QCOMPARE(text.sliced(citation.keyRange.offset, citation.keyRange.length), citation.key);
        }
    }
    QCOMPARE(keys.join(u' '), u"a b c d e f"_s);
}

void TstDocument::asksForTheTitlesOfTheArgument()
{
    const ArgumentTitles titles = argumentTitles(readDocument(u"[No]: text <no>\n\n```argdown\n[T b]: It [@a, p. 2] is [a link](https://e.org).\n"
                                                              "  <- <A>: Against\n  +> [T a]\n  - <A>\n  - \\[no] \\<no>\n<!-- x -->\n```\n\n"
                                                              "- ~~~argdown\n  <B c>\n  ~~~\n"_s));
    QCOMPARE(titles.statements.join(u'|'), u"T a|T b"_s);
    QCOMPARE(titles.arguments.join(u'|'), u"A|B c"_s);
}

void TstDocument::countsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("words");
    QTest::newRow("prose") << u"Russia's half-built drone — 39 seconds."_s << 5;
    QTest::newRow("citations do not count") << u"So it is [see @a, p. 3 and passim]."_s << 3;
    QTest::newRow("code and argdown do not count") << u"one `code`\n\n```argdown\n[T]: no\n```\n\n```\nno\n```"_s << 2;
    QTest::newRow("everything else counts")
        << u"---\ntitle: no\n---\n# one\n\n> two\n\n- three\n\n|four|\n|-|\n|five|\n\n[^a]: six"_s << 6;
    QTest::newRow("nothing") << u" \n"_s << 0;
}

void TstDocument::countsWords()
{
    QFETCH(QString, text);
    QTEST(wordCount(readDocument(text)), "words");
}

static int depth(const QList<Block> &blocks)
{
    int deepest = 0;
    for (const Block &block : blocks)
        deepest = std::max(deepest, 1 + depth(block.children));
    return deepest;
}

void TstDocument::limitsNesting()
{
    const Document quotes = readDocument(QString(100'000, u'>') + u" *deep* text"_s);
    QCOMPARE(depth(quotes.blocks), 257);
    QCOMPARE(wordCount(quotes), 2);
    const Document lists = readDocument(u"- "_s.repeated(100'000) + u"deep"_s);
    QVERIFY(depth(lists.blocks) <= 258);
    QCOMPARE(wordCount(lists), 1);
}

void TstDocument::leavesTooLongTextsAlone()
{
    const QString text(17 * 1024 * 1024, u'a');
    const Document document = readDocument(text);
    QVERIFY(!document.complete);
    QCOMPARE(document.blocks.size(), 1);
    QCOMPARE(document.blocks.constFirst().text.size(), text.size());
}

QTEST_APPLESS_MAIN(TstDocument)
#include "tst_document.moc"
