#include "app/sources/decoding.h"
#include "app/sources/page.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/pages/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString dump(const Result<Page> &page)
{
    if (!page)
        return u"not read: %1\n"_s.arg(page.error().why);
    return u"title: %1\nbyline: %2\nsite: %3\npublished: %4\nlanguage: %5\nexcerpt: %6\n\n%7\n"_s.arg(
        page->title, page->byline, page->site, page->published, page->language, page->excerpt, page->text);
}

/// A paragraph that is long enough to be the main text of a page.
const QByteArray prose = "<p>The quick report, with a comma or two, says what happened on the river, when it happened, and who "
                         "told the reporter so, at a length that lets it count as the main text of a page.</p>";

QString textOf(const QByteArray &html)
{
    const Result<Page> page = readPage(html);
    return page ? page->text : u"not read: "_s + page.error().why;
}

} // namespace

class PageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void page_data();
    void page();
    void refused_data();
    void refused();
    void nesting_data();
    void nesting();
    void truncated();
    void metadata_data();
    void metadata();
    void text_data();
    void text();
    void encoding_data();
    void encoding();
};

/// Each page under tests/data/pages, and beside it what is to be read in it.
void PageTest::page_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(QStringLiteral(TEST_DATA "/pages")).entryList({u"*.html"_s}, QDir::Files);
    QVERIFY(names.size() >= 9);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name.chopped(5);
}

void PageTest::page()
{
    QFETCH(QString, name);
    const Result<Page> page = readPage(contents(name + u".html"_s), QUrl(u"https://www.example.org/2026/page.html"_s));
    QCOMPARE(dump(page), QString::fromUtf8(contents(name + u".txt"_s)));
}

void PageTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const QString noText = u"It has no main text: there is nothing in it to read, or a script would have to fetch it."_s;
    QTest::newRow("empty") << QByteArray() << u"It is empty."_s;
    QTest::newRow("blank") << QByteArray(" \n\t ") << u"It is empty."_s;
    QTest::newRow("only a script") << QByteArray("<html><body><div id=app></div><script>document.write('<p>Hello</p>')</script></body></html>")
                                   << noText;
    QTest::newRow("a script without an end") << QByteArray("<p></p><script>document.write('<p>Hello</p>')") << noText;
    QTest::newRow("a tag without an end") << QByteArray("<html><body class='") << noText;
    QTest::newRow("frames") << QByteArray("<html><frameset cols='50%,50%'><frame src=a><frame src=b></frameset></html>") << noText;
    QTest::newRow("only what is hidden") << QByteArray("<div style='display:none'>" + prose + "</div>") << noText;
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\2\0\0\0\xd3\x10\x3f\x31", 33) << u"It is no text."_s;
    QTest::newRow("too large") << QByteArray(32 * 1024 * 1024 + 1, 'a') << u"It has more than 32 MiB."_s;
    QTest::newRow("too many tags") << QByteArray("<p>").repeated(2'000'001) << u"It has more than 2,000,000 tags."_s;
}

void PageTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    const Result<Page> page = readPage(bytes);
    QVERIFY(!page);
    QCOMPARE(page.error().why, why);
    QCOMPARE(page.error().kind, Error::Kind::Invalid);
    QVERIFY(!page.error().remedy.isEmpty());
}

void PageTest::nesting_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    for (const int depth : {300, 10'000, 500'000}) {
        const auto row = [&](const char *name, const QByteArray &open, const QByteArray &close) {
            QTest::addRow("%d × %s", depth, name) << open.repeated(depth) << close.repeated(depth);
        };
        row("div", "<div>", "</div>");
        row("div without end", "<div>", "");
        row("list", "<ul><li>", "</li></ul>");
        row("list without end", "<ul><li>", "");
        row("table", "<table><tr><td>", "</td></tr></table>");
        row("unknown", "<x-a>", "</x-a>");
        row("bold", "<b>", "</b>");
        row("fonts", "<font size=1><p>", "");
        row("items of two kinds", "<li><dd>", "");
        row("ends that do not fit", "<div><table><tr><td></div>", "");
        row("spans and items", "<span><li></span><cite><dd></cite>", "");
        row("ends of paragraphs that are not open", "<li><dd>", "</p>");
        row("links", "<a href=x><div>", "");
        row("svg", "<svg><g>", "");
        row("scripts in a comment of a script", "<script><!--", "<script></script>");
        row("ends hidden in a script", "<script><!--<script></script>", "");
        row("select", "<select><table><input><div></table>", "");
        row("template", "<template><td>", "");
    }
    QByteArray attributes;
    for (int i = 0; i < 200'000; ++i)
        attributes += " a" + QByteArray::number(i) + "=1";
    QTest::newRow("attributes") << QByteArray("<div" + attributes + ">") << QByteArray("</div>");
    QTest::newRow("fonts opened again") << QByteArray([] {
        QByteArray fonts;
        for (int i = 0; i < 2000; ++i)
            fonts += "<font size=" + QByteArray::number(i) + ">";
        return "<p>" + fonts + "</p>" + QByteArray("<p>x</p>").repeated(20'000);
    }()) << QByteArray();
}

/// What is nested too deep is flattened: the text is there, within a few times what a flat page takes. That is a tenth as long, to
/// take less time.
void PageTest::nesting()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray deep = "<html><body>" + before + prose + after;
    const QByteArray paragraph = "<p>x</p>";
    const QByteArray flat = "<html><body>" + paragraph.repeated(deep.size() / paragraph.size() / 10);
    const auto timed = [](const QByteArray &page, QString &text) {
        QElapsedTimer timer;
        timer.start();
        text = textOf(page);
        return timer.elapsed();
    };
    QString text;
    const qint64 peer = timed(flat, text);
    const qint64 milliseconds = timed(deep, text);
    QVERIFY2(text.contains(u"The quick report") || text.startsWith(u"not read:"), qPrintable(text.left(200)));
    QVERIFY2(milliseconds < 200 + 50 * peer, qPrintable(u"%1 ms, a tenth of it flat %2 ms"_s.arg(milliseconds).arg(peer)));
}

/// Wherever a page is cut off, it is read as far as it goes, or refused.
void PageTest::truncated()
{
    const QByteArray whole = contents(u"article.html"_s);
    qsizetype longest = 0;
    for (qsizetype size = 0; size <= whole.size(); size += 7) {
        const Result<Page> page = readPage(whole.first(size));
        if (page)
            longest = std::max(longest, page->text.size());
        else
            QVERIFY(!page.error().why.isEmpty());
    }
    QCOMPARE_GE(longest, 1000);
}

void PageTest::metadata_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QByteArray &head, const QString &field, const QString &value) {
        QTest::newRow(name) << head << field << value;
    };
    row("title", "<title>Cable cut off the coast of Gotland</title>", u"title"_s, u"Cable cut off the coast of Gotland"_s);
    row("title with the site", "<title>Cable cut off the coast of Gotland - The Baltic Times</title>", u"title"_s,
        u"Cable cut off the coast of Gotland"_s);
    row("title that would be too short", "<title>Cable cut off Gotland - The Baltic Times</title>", u"title"_s,
        u"Cable cut off Gotland - The Baltic Times"_s);
    row("title of Open Graph", "<title>x</title><meta property='og:title' content='Cable &amp; ship'>", u"title"_s, u"Cable & ship"_s);
    row("two names of one meta", "<meta property='dc:title og:title' content='Both'>", u"title"_s, u"Both"_s);
    row("author", "<meta name=author content='By  Jane Doe'>", u"byline"_s, u"Jane Doe"_s);
    row("author that is an address", "<meta property='article:author' content='https://example.com/jane'>", u"byline"_s, u""_s);
    row("creator", "<meta name='DC.creator' content='J. Doe'>", u"byline"_s, u"J. Doe"_s);
    row("site", "<meta property='og:site_name' content='Courier'>", u"site"_s, u"Courier"_s);
    row("host", "", u"site"_s, u"example.org"_s);
    row("published", "<meta property='article:published_time' content='2026-05-29T03:10:00.000+0300'>", u"published"_s,
        u"2026-05-29T03:10:00+03:00"_s);
    row("published at midnight", "<meta name=date content='2026-05-29T00:00:00Z'>", u"published"_s, u"2026-05-29"_s);
    row("published in a month", "<meta name='dcterms.issued' content='2026-05'>", u"published"_s, u"2026-05"_s);
    row("published in digits", "<meta name=citation_date content='20260529'>", u"published"_s, u"2026-05-29"_s);
    row("published with slashes", "<meta name=citation_date content='2026/05/29'>", u"published"_s, u"2026-05-29"_s);
    row("published in a mail's form", "<meta name=pubdate content='Fri, 29 May 2026 03:10:00 +0300'>", u"published"_s, u"2026-05-29T00:10:00Z"_s);
    row("no date", "<meta name=date content='yesterday'>", u"published"_s, u""_s);
    row("no such day", "<meta name=date content='2026-02-30'>", u"published"_s, u""_s);
    row("locale", "<meta property='og:locale' content='pt_br'>", u"language"_s, u"pt-BR"_s);
    row("no language", "<meta http-equiv='content-language' content='English, please'>", u"language"_s, u""_s);
    row("description", "<meta name=description content='In short:\n a cut.'>", u"excerpt"_s, u"In short: a cut."_s);
    row("JSON-LD", "<script type='application/ld+json'>[{\"@context\":\"https://schema.org\",\"@type\":\"BlogPosting\",\"author\":\"Ann\"}]</script>",
        u"byline"_s, u"Ann"_s);
    row("JSON-LD in CDATA", "<script type=application/ld+json><![CDATA[{\"@type\":\"Report\",\"datePublished\":\"2020\"}]]></script>",
        u"published"_s, u"2020"_s);
    row("JSON-LD that is none", "<script type=application/ld+json>{\"@type\": </script>", u"byline"_s, u""_s);
    row("JSON-LD of another kind", "<script type=application/ld+json>{\"@type\":\"Recipe\",\"author\":\"Ann\"}</script>", u"byline"_s, u""_s);
}

void PageTest::metadata()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, field);
    QFETCH(QString, value);
    const Result<Page> page = readPage("<html><head>" + head + "</head><body>" + prose, QUrl(u"https://www.example.org/a"_s));
    QVERIFY(page);
    const QHash<QString, QString> fields{{u"title"_s, page->title}, {u"byline"_s, page->byline}, {u"site"_s, page->site},
        {u"published"_s, page->published}, {u"language"_s, page->language}, {u"excerpt"_s, page->excerpt}};
    QCOMPARE(fields.value(field), value);
}

void PageTest::text_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *body, const QString &text) { QTest::newRow(name) << QByteArray(body) << text; };
    row("line break", "<p>one<br>two</p>", u"one\ntwo"_s);
    row("line breaks", "one<br><br><br>two", u"one\n\ntwo"_s);
    row("numbers", "<ol start=9><li>a</li><li>b</li></ol>", u"9. a\n10. b"_s);
    row("paragraphs of an item", "<ul><li><p>a</p><p>b</p></li></ul>", u"• a\n\nb"_s);
    row("list within a list", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", u"• a\n• b\n• c"_s);
    row("row", "<table><tr><th>a</th><th>b</th></tr><tr><td></td><td>d<br>e</td></tr></table>", u"a\tb\n\td e"_s);
    row("as it stands", "<pre>a\n  b\n\n\tc\n</pre>", u"a\n  b\n\n\tc"_s);
    row("white space", "<p> a\n\t b  <b> c</b> </p>", u"a b c"_s);
    row("fixed space", "<p>10&nbsp;km, a&nbsp; b</p>", u"10\u00a0km, a b"_s);
    row("entities", "<p>&amp;lt; &hellip; &#x20ac; &notreal; &#0;x</p>", u"&lt; … € ¬real; \ufffdx"_s);
    row("private letters", "<p>A letter: \xf3\xb0\x80\x80 &amp;</p><p>A text that is long itself.</p>",
        u"A letter: \U000f0000 &\n\nA text that is long itself."_s);
    row("private letters by number", "<p>&#xF0000; &#983041; &#0000983041;</p><p>A text that is long.</p><p>Another that is long.</p>",
        u"\U000f0000 \U000f0001 \U000f0001\n\nA text that is long.\n\nAnother that is long."_s);
    row("control characters", "<p>A text that is long\x01</p><p>A text that is long\xc2\x85</p><p>A text that is long\x7f</p>",
        u"A text that is long\ufffd\n\nA text that is long\ufffd\n\nA text that is long\ufffd"_s);
    row("letters of other planes", "<p>\xf0\x9f\x98\x80 smiles at a text that is long &#128512;</p>", u"\U0001f600 smiles at a text that is long \U0001f600"_s);
    row("words that a tag parts", "<p>un<b>believ</b>able</p>", u"unbelievable"_s);
    row("text beside a block", "one<p>two</p>three", u"one\n\ntwo\n\nthree"_s);
    row("link of a script", "<p><a href='javascript:x()'>a link</a></p>", u"a link"_s);
    row("a lone sign", "<p>a < b, a <3 b, a <> b</p>", u"a < b, a <3 b, a <> b"_s);
}

void PageTest::text()
{
    QFETCH(QByteArray, body);
    QTEST(textOf("<html><body>" + body + "</body></html>"), "text");
}

void PageTest::encoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("charset");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &charset, const QString &encoding, const QString &text) {
        QTest::newRow(name) << bytes << charset << encoding << text;
    };
    row("empty", "", {}, u"UTF-8"_s, {});
    row("UTF-8", "h\xc3\xa9", {}, u"UTF-8"_s, u"hé"_s);
    row("UTF-8 with a mark", "\xef\xbb\xbfh\xc3\xa9", u"koi8-r"_s, u"UTF-8"_s, u"hé"_s);
    row("no UTF-8", "h\xe9\x80", {}, u"windows-1252"_s, u"hé€"_s);
    row("UTF-16", QByteArray("\xff\xfeh\0\xe9\0", 6), {}, u"UTF-16LE"_s, u"hé"_s);
    row("UTF-16, large end first", QByteArray("\xfe\xff\0h\0\xe9", 6), u"utf-8"_s, u"UTF-16BE"_s, u"hé"_s);
    row("header", "\xcf\xf0", u" Windows-1251 "_s, u"windows-1251"_s, u"Пр"_s);
    row("header in quotes", "\xf0\xd2", u"\"koi8-r\""_s, u"KOI8-R"_s, u"Пр"_s);
    row("header that is unknown", "h\xc3\xa9", u"x-klingon"_s, u"UTF-8"_s, u"hé"_s);
    row("label of Latin-1", "\x93\xe9\x94", u"ISO-8859-1"_s, u"windows-1252"_s, u"“é”"_s);
    row("meta", "<meta charset=euc-kr>\xc7\xd1", {}, u"EUC-KR"_s, u"<meta charset=euc-kr>한"_s);
    row("meta in the old form", "<META http-equiv=Content-Type content='text/html; charset=gb2312'>\xd6\xd0", {}, u"GBK"_s,
        u"<META http-equiv=Content-Type content='text/html; charset=gb2312'>中"_s);
    row("header before meta", "<meta charset=gbk>\xa4\xa4", u"big5"_s, u"Big5"_s, u"<meta charset=gbk>中"_s);
    row("meta in a comment", "<!-- <meta charset=gbk> -->\xe9", {}, u"windows-1252"_s, u"<!-- <meta charset=gbk> -->é"_s);
    row("meta that cannot be true", "<meta charset=utf-16>h\xc3\xa9", {}, u"UTF-8"_s, u"<meta charset=utf-16>hé"_s);
    row("XML", "<?xml version='1.0' encoding='Shift_JIS'?>\x8a\x43", {}, u"Shift_JIS"_s, u"<?xml version='1.0' encoding='Shift_JIS'?>海"_s);
    row("cut within a character", "h\xc3\xa9\xc3", {}, u"UTF-8"_s, u"hé"_s);
    row("a last letter that could be a cut character", "caf\xe9", {}, u"windows-1252"_s, u"café"_s);
}

void PageTest::encoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, charset);
    QTEST(encodingOf(bytes, charset), "encoding");
    QTEST(decodeText(bytes, charset), "text");
}

} // namespace redoubt

QTEST_GUILESS_MAIN(redoubt::PageTest)
#include "tst_page.moc"
