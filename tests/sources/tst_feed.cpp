#include "app/sources/feed/feeddocument.h"
#include "app/sources/feed/feedtext.h"
#include "app/sources/feed/feedxml.h"
#include "tests/support/slowness.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// What was read, a line an item: id|title|link|published|summary|authors.
QString dump(const Result<FeedDocument> &feed)
{
    if (!feed)
        return u"! "_s + feed.error().why;
    QString text = feed->title + u'|' + feed->link;
    for (const FeedEntry &item : feed->items)
        text += u'\n' + QStringList{item.id, item.title, item.link, item.published, item.summary, item.authors.join(u"; "_s)}.join(u'|');
    return text;
}

QByteArray rss(const QByteArray &item)
{
    return "<rss version=\"2.0\"><channel><item>" + item + "</item></channel></rss>";
}

QByteArray atom(const QByteArray &entry, const QByteArray &attributes = {})
{
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\" " + attributes + "><entry>" + entry + "</entry></feed>";
}

QByteArray atom03(const QByteArray &entry)
{
    return "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry>" + entry + "</entry></feed>";
}

FeedEntry onlyItem(const QByteArray &bytes, const QString &address = {})
{
    const auto feed = readFeed(bytes, address);
    if (!feed)
        qWarning("%s", qPrintable(feed.error().text()));
    return feed && feed->items.size() == 1 ? feed->items.first() : FeedEntry{.id = u"not one item"_s, .title = {}, .link = {}, .published = {}, .summary = {}, .authors = {}};
}

} // namespace

/// Reading feed documents.
class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents_data();
    void documents();
    void titles_data();
    void titles();
    void links_data();
    void links();
    void ids_data();
    void ids();
    void dates_data();
    void dates();
    void summaries_data();
    void summaries();
    void authors_data();
    void authors();
    void encodings_data();
    void encodings();
    void madeGood_data();
    void madeGood();
    void refused_data();
    void refused();
    void bombsAreRefusedQuickly_data();
    void bombsAreRefusedQuickly();
    void html_data();
    void html();
    void files();
};

void TestFeed::documents_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *name, const char *bytes, const char *read) { QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(read); };
    row("rss 2.0",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title><link>http://n.example/</link><description>d</description>"
        "<image><title>Logo</title><link>http://logo.example/</link></image><textInput><title>Search</title><link>http://s.example/</link></textInput>"
        "<item><title>Drone</title><link>http://n.example/1</link><guid isPermaLink=\"false\">g1</guid><pubDate>Fri, 29 May 2026 03:10:00 GMT</pubDate>"
        "<description>It &lt;b&gt;fell&lt;/b&gt;.</description><author>a@n.example (Ana)</author></item><item><title>Cable</title></item></channel></rss>",
        "News|http://n.example/\ng1|Drone|http://n.example/1|2026-05-29T03:10:00Z|It fell.|Ana\n|Cable||||");
    row("image before the title", "<rss><channel><image><title>Logo</title><link>http://l/</link></image><title>News</title><link>http://n/</link></channel></rss>", "News|http://n/");
    row("rss 0.91", "<rss version=\"0.91\"><channel><title>N</title><item><title>A</title><link>http://a/</link></item></channel></rss>", "N|\n|A|http://a/|||");
    row("items beside the channel", "<rss><channel><title>N</title></channel><item><title>A</title></item></rss>", "N|\n|A||||");
    row("rss 1.0",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        "<channel rdf:about=\"http://n/rss\"><title>N</title><link>http://n/</link><items><rdf:Seq><rdf:li resource=\"http://n/1\"/></rdf:Seq></items></channel>"
        "<image rdf:about=\"x\"><title>I</title></image>"
        "<item rdf:about=\"http://n/1\"><title>A</title><link>http://n/1?x</link><description>D</description><dc:date>2026-05-29</dc:date><dc:creator>Ana</dc:creator></item></rdf:RDF>",
        "N|http://n/\nhttp://n/1|A|http://n/1?x|2026-05-29|D|Ana");
    row("rss 0.90", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>N</title></channel><item><title>A</title></item></rdf:RDF>",
        "N|\n|A||||");
    row("rss 1.0, prefixes in disguise",
        "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:s=\"http://purl.org/rss/1.0/\" xmlns:z=\"http://purl.org/dc/elements/1.1/\" xmlns:dc=\"http://other.example/\">"
        "<s:channel><s:title>N</s:title></s:channel><s:item r:about=\"i\"><dc:title>wrong</dc:title><dc:description>wrong</dc:description><s:title>A</s:title><z:date>2026</z:date></s:item></r:RDF>",
        "N|\ni|A||2026||");
    row("rss 1.1", "<Channel xmlns=\"http://purl.org/net/rss1.1#\"><title>N</title><items><item><title>A</title></item></items></Channel>", "N|\n|A||||");
    row("names of another namespace are others",
        "<rss xmlns:x=\"http://x.example/\"><channel><x:title>w</x:title><title>N</title><item><x:title>w</x:title><x:link>http://w/</x:link><title>A</title><description>D</description><x:description>w</x:description></item></channel></rss>",
        "N|\n|A|||D|");
    row("another default namespace within", "<rss><channel><item><title xmlns=\"http://x.example/\">w</title><title>A</title></item></channel></rss>", "|\n|A||||");
    row("an unknown default namespace", "<rss xmlns=\"http://x.example/\"><channel><title>N</title></channel></rss>", "N|");
    row("atom 1.0",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>N</title><id>urn:n</id><link rel=\"self\" href=\"http://n/f\"/><link href=\"http://n/\"/><updated>2026-01-01T00:00:00Z</updated>"
        "<author><name>Ana</name></author><entry><id>urn:1</id><title>A</title><link href=\"http://n/1\"/><updated>2026-05-29T03:10:00Z</updated><published>2026-05-28T00:00:00Z</published><summary>S</summary></entry>"
        "<entry><id>urn:2</id><title>B</title><author><name>Ben</name><email>b@n</email></author><author><name>Cy</name></author><content type=\"html\">&lt;p>C&lt;/p></content></entry></feed>",
        "N|http://n/\nurn:1|A|http://n/1|2026-05-28T00:00:00Z|S|Ana\nurn:2|B|||C|Ben; Cy");
    row("atom with a prefix", "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>N</a:title><a:entry><a:title>A</a:title></a:entry></a:feed>", "N|\n|A||||");
    row("atom 0.3", "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>N</title><entry><id>1</id><title>A</title><issued>2026-05-29</issued><modified>2026-06-01</modified></entry></feed>",
        "N|\n1|A||2026-05-29||");
    row("atom of old", "<feed xmlns=\"http://example.com/necho\"><title>N</title></feed>", "N|");
    row("atom entry alone", "<entry xmlns=\"http://www.w3.org/2005/Atom\"><id>1</id><title>A</title></entry>", "|\n1|A||||");
    row("a source within an entry is another feed", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><source><title>W</title><id>w</id><link href=\"http://w/\"/></source><title>A</title></entry></feed>", "|\n|A||||");
    row("nested names do not count", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><image><title>W</title><id>w</id></image><title>A</title><id>a</id></entry></feed>", "|\na|A||||");
    row("cdf", "<CHANNEL HREF=\"http://n/\"><TITLE>N</TITLE><ABSTRACT>x</ABSTRACT><ITEM HREF=\"http://n/1\" LASTMOD=\"2026-05-29T03:10\"><TITLE>A</TITLE><ABSTRACT>D</ABSTRACT></ITEM></CHANNEL>",
        "N|http://n/\n|A|http://n/1|2026-05-29T03:10:00Z|D|");
    row("dublin core for all", "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><dc:title>N</dc:title><item><dc:title>A</dc:title><dc:description>D</dc:description><dc:creator>Ana</dc:creator></item></channel></rss>",
        "N|\n|A|||D|Ana");
    row("media", "<rss xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><item><media:group><media:title>M</media:title><media:description>D</media:description></media:group></item></channel></rss>", "|\n|M|||D|");
    row("json feed 1.1",
        R"({"version":"https://jsonfeed.org/version/1.1","title":"N &amp; M","home_page_url":"http://n/","feed_url":"http://n/f.json","authors":[{"name":"Ana"}],"items":[{"id":"1","url":"http://n/1","title":"A","date_published":"2026-05-29T03:10:00+03:00","summary":"S","content_text":"C"},{"id":2,"external_url":"/x","content_html":"<p>C &eacute;</p>","date_modified":"2026","author":{"name":"Ben"}},7]})",
        "N & M|http://n/\n1|A|http://n/1|2026-05-29T00:10:00Z|S|Ana\n2||http://n/x|2026|C é|Ben");
    row("json feed 1.0", R"( {"version":"https://jsonfeed.org/version/1","items":[]})", "|");
    row("json feed without a version", R"({"items":[{"id":true,"title":" A\n "},{"id":null},{"id":["x"]}]})", "|\ntrue|A||||\n|||||\n|||||");
    row("empty channel", "<rss><channel/></rss>", "|");
    row("unknown roots within are passed over", "<rss><bogus xmlns=\"http://www.w3.org/1999/xlink\"/><channel><title>N</title></channel></rss>", "N|");
}

void TestFeed::documents()
{
    QFETCH(QByteArray, bytes);
    QTEST(dump(readFeed(bytes)), "read");
}

void TestFeed::titles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const QByteArray &bytes, const char *title) { QTest::newRow(name) << bytes << QString::fromUtf8(title); };
    const auto rssRow = [&](const char *name, const QByteArray &title, const char *expected) { row(name, rss("<title>" + title + "</title>"), expected); };
    const auto atomRow = [&](const char *name, const QByteArray &type, const QByteArray &title, const char *expected) { row(name, atom("<title " + type + ">" + title + "</title>"), expected); };
    const auto oldRow = [&](const char *name, const QByteArray &type, const QByteArray &title, const char *expected) { row(name, atom03("<title " + type + ">" + title + "</title>"), expected); };
    rssRow("plain", "A drone", "A drone");
    rssRow("lines", "\n  A\n  drone \t", "A drone");
    rssRow("less than", "1 &lt; 2", "1 < 2");
    rssRow("less and more", "1 &lt; 2 &gt; 0", "1 < 2 > 0");
    rssRow("more", "1 &gt; 2", "1 > 2");
    rssRow("ampersand", "AT&amp;T", "AT&T");
    rssRow("numbered ampersand", "AT&#38;T", "AT&T");
    rssRow("apostrophe", "Mark's &amp; co", "Mark's & co");
    rssRow("twice escaped", "AT&amp;amp;T", "AT&T");
    rssRow("escaped entity", "caf&amp;eacute;", "café");
    rssRow("escaped markup", "A &lt;b&gt;drone&lt;/b&gt;", "A drone");
    rssRow("a tag that is meant", "Use of &lt;b&gt; in titles", "Use of <b> in titles");
    rssRow("no tag of HTML", "vector&lt;int&gt;&lt;/int&gt;", "vector<int></int>");
    rssRow("cdata", "<![CDATA[A drone]]>", "A drone");
    rssRow("cdata with markup", "<![CDATA[A <b>drone</b> &amp; more]]>", "A drone & more");
    rssRow("cdata with an image", "<![CDATA[A drone <img src=\"x\"/>]]>", "A drone");
    rssRow("parts of cdata", "A <![CDATA[<i>big</i>]]> drone", "A big drone");
    rssRow("naked markup", "A <b>big</b> drone", "A big drone");
    rssRow("unknown entity", "caf&eacute;&nbsp;noir &hellip;", "café noir …");
    rssRow("entity of nobody", "a &nosuch; b", "a &nosuch; b");
    rssRow("reference of Windows", "a &#147;b&#148;", "a “b”");
    rssRow("script", "safe&lt;script&gt;alert(1)&lt;/script&gt; title", "safe title");
    rssRow("comment within", "A <!-- x -- y --> drone", "A drone");
    rssRow("instruction within", "A <?php x ?>drone", "A drone");
    row("first of two", rss("<title>A</title><title>B</title>"), "A");
    row("second where the first is empty", rss("<title/><title>B</title>"), "B");
    atomRow("text", "", "A &lt;b&gt;", "A <b>");
    atomRow("type text", "type=\"text\"", "A &lt;b&gt;x&lt;/b&gt; &amp;amp;", "A <b>x</b> &amp;");
    atomRow("type html", "type=\"html\"", "A &lt;b&gt;x&lt;/b&gt; &amp;amp; &amp;lt;", "A x & <");
    atomRow("type html, twice", "type=\"html\"", "&amp;lt;b&amp;gt;", "<b>");
    atomRow("type html, cdata", "type=\"html\"", "<![CDATA[A <b>x</b> &amp; y]]>", "A x & y");
    atomRow("type xhtml", "type=\"xhtml\"", "<div xmlns=\"http://www.w3.org/1999/xhtml\">A <b>x</b> &amp; &lt;b&gt;</div>", "A x & <b>");
    atomRow("type xhtml with a prefix", "type=\"xhtml\"", "<h:div xmlns:h=\"http://www.w3.org/1999/xhtml\">A <h:b>x</h:b></h:div>", "A x");
    atomRow("type text/html", "type=\"text/html\"", "A &lt;b&gt;x&lt;/b&gt;", "A x");
    atomRow("base64", "type=\"application/octet-stream\"", "RXhhbXBsZSA8Yj5BdG9tPC9iPg==", "Example Atom");
    atomRow("type html, script", "type=\"html\"", "safe&lt;script>x&lt;/script> title", "safe title");
    atomRow("script in xhtml", "type=\"xhtml\"", "<div xmlns=\"http://www.w3.org/1999/xhtml\">safe<script>x</script> title</div>", "safe title");
    oldRow("old plain", "", "A drone", "A drone");
    oldRow("old escaped", "type=\"text/html\" mode=\"escaped\"", "&lt;b>x&lt;/b> &amp;#38; &amp;#x26; &amp;amp;", "x & & &");
    oldRow("old ampersand 1", "type=\"text/html\" mode=\"escaped\"", "&#38;", "&");
    oldRow("old ampersand 2", "type=\"text/html\" mode=\"escaped\"", "&#38;#38;", "&");
    oldRow("old ampersand 3", "type=\"text/html\" mode=\"escaped\"", "&amp;amp;", "&");
    oldRow("old ampersand 4", "type=\"text/html\" mode=\"escaped\"", "<![CDATA[&amp;]]>", "&");
    oldRow("old ampersand 5", "type=\"text/html\" mode=\"escaped\"", "&lt;strong>&amp;amp;&lt;/strong>", "&");
    oldRow("old xml", "type=\"application/xhtml+xml\" mode=\"xml\"", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><strong>&amp;</strong></div>", "&");
    oldRow("old xml without elements", "type=\"text/html\" mode=\"xml\"", "&amp;amp;", "&amp;");
    oldRow("old base64", "mode=\"base64\" type=\"text/html\"", "\nRXhhbXBsZSA8Yj5BdG9tPC9iPg==\n", "Example Atom");
    oldRow("old base64 that is none", "mode=\"base64\"", "A drone!", "A drone!");
}

void TestFeed::titles()
{
    QFETCH(QByteArray, bytes);
    QTEST(onlyItem(bytes).title, "title");
}

void TestFeed::links_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("link");
    const auto row = [](const char *name, const QByteArray &bytes, const char *link) { QTest::newRow(name) << bytes << QString::fromUtf8(link); };
    row("rss", rss("<link> http://a/b?c=1&amp;d=2 </link>"), "http://a/b?c=1&d=2");
    row("rss, twice escaped", rss("<link>http://a/?c=1&amp;amp;d=2</link>"), "http://a/?c=1&d=2");
    row("rss, bare ampersand", rss("<link>http://a/?c=1&d=2</link>"), "http://a/?c=1&d=2");
    row("rss, cdata", rss("<link><![CDATA[http://a/?c=1&d=2]]></link>"), "http://a/?c=1&d=2");
    row("guid for a link", rss("<guid>http://a/</guid>"), "http://a/");
    row("guid that says so", rss("<guid isPermaLink=\"true\">http://a/</guid>"), "http://a/");
    row("guid that is none", rss("<guid isPermaLink=\"false\">http://a/</guid>"), "");
    row("guid that is no address", rss("<guid>12345</guid>"), "");
    row("guid and link", rss("<guid>http://g/</guid><link>http://a/</link>"), "http://a/");
    row("link in atom's namespace", rss("<link xmlns=\"http://www.w3.org/2005/Atom\" rel=\"self\" href=\"http://s/\"/><link>http://a/</link>"), "http://a/");
    row("script", rss("<link>javascript:alert(1)</link>"), "");
    row("script, then guid", rss("<link>JavaScript:alert(1)</link><guid>http://g/</guid>"), "http://g/");
    row("data", rss("<link>data:text/html,x</link>"), "");
    row("relative without a base", rss("<link>/x</link>"), "/x");
    row("rss with a base", "<rss xml:base=\"http://a/b/\"><channel><item><link>c</link></item></channel></rss>", "http://a/b/c");
    row("link's own base", rss("<link xml:base=\"http://a/b/\">c</link>"), "http://a/b/c");
    row("atom", atom("<link href=\"http://a/\"/>"), "http://a/");
    row("atom, alternate first", atom("<link rel=\"via\" href=\"http://v/\"/><link rel=\"alternate\" href=\"http://a/\"/><link rel=\"enclosure\" href=\"http://e/\"/>"), "http://a/");
    row("atom, html first", atom("<link href=\"http://p/\" type=\"application/pdf\"/><link href=\"http://a/\" type=\"text/html\"/>"), "http://a/");
    row("atom, xhtml", atom("<link href=\"http://p/\" type=\"application/pdf\"/><link href=\"http://a/\" type=\"application/xhtml+xml\"/>"), "http://a/");
    row("atom, only another type", atom("<link href=\"http://p/\" type=\"application/pdf\"/>"), "http://p/");
    row("atom, only self", atom("<link rel=\"self\" href=\"http://s/\"/>"), "");
    row("atom, the relation as an address", atom("<link rel=\"http://www.iana.org/assignments/relation/alternate\" href=\"http://a/\"/>"), "http://a/");
    row("atom, id for a link", atom("<id>http://i/</id>"), "http://i/");
    row("atom, id that is none", atom("<id>tag:a,2026:1</id>"), "");
    row("atom, text for href", atom("<link rel=\"enclosure\">http://e/</link><link>http://a/</link>"), "http://a/");
    row("base of the feed", atom("<link href=\"c\"/>", "xml:base=\"http://a/b/\""), "http://a/b/c");
    row("bases in each other", atom("<link xml:base=\"c/\" href=\"d\"/>", "xml:base=\"http://a/b/\""), "http://a/b/c/d");
    row("base that replaces", atom("<link xml:base=\"http://z/\" href=\"d\"/>", "xml:base=\"http://a/b/\""), "http://z/d");
    row("base that ends", atom("<title xml:base=\"http://z/\">t</title><link href=\"d\"/>", "xml:base=\"http://a/b/\""), "http://a/b/d");
    row("up", atom("<link href=\"../../d?e#f\"/>", "xml:base=\"http://a/b/c/\""), "http://a/d?e#f");
    row("from the root", atom("<link href=\"/d\"/>", "xml:base=\"http://a/b/c/\""), "http://a/d");
    row("scheme only", atom("<link href=\"//z/d\"/>", "xml:base=\"https://a/b\""), "https://z/d");
    row("query only", atom("<link href=\"?q\"/>", "xml:base=\"http://a/b\""), "http://a/b?q");
    row("spelled as it is", atom("<link href=\"HTTP://A/%7Eb/../c\"/>", "xml:base=\"http://a/b\""), "HTTP://A/%7Eb/../c");
    row("letters of the world", atom("<link href=\"/ș\"/>", "xml:base=\"http://galati.example/\""), "http://galati.example/ș");
    row("letters of the world, as percent", atom("<link href=\"%C8%99?a=%C8%99\"/>", "xml:base=\"http://galati.example/%7Ex/\""), "http://galati.example/%7Ex/%C8%99?a=%C8%99");
    row("dots at the end", atom("<link href=\"./..\"/>", "xml:base=\"http://a/b/c/d\""), "http://a/b/");
    row("above the root", atom("<link href=\"../../../d\"/>", "xml:base=\"http://a/b\""), "http://a/d");
    row("fragment only", atom("<link href=\"#f\"/>", "xml:base=\"http://a/b?c#d\""), "http://a/b?c#f");
    row("base without a path", atom("<link href=\"d\"/>", "xml:base=\"http://a\""), "http://a/d");
    row("base that is no place", atom("<link href=\"d\"/>", "xml:base=\"urn:x\""), "d");
    row("script in disguise", R"x({"items":[{"url":"\u0001java\nscript:alert(1)"}]})x", "");
    row("script as a base", R"x({"feed_url":"javascript://a/%0a","items":[{"url":"alert(1)"}]})x", "alert(1)");
}

void TestFeed::links()
{
    QFETCH(QByteArray, bytes);
    QTEST(onlyItem(bytes).link, "link");
}

void TestFeed::ids_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const QByteArray &bytes, const char *id) { QTest::newRow(name) << bytes << QString::fromUtf8(id); };
    row("guid", rss("<guid> http://g/ </guid>"), "http://g/");
    row("guid, no address", rss("<guid isPermaLink=\"false\">a b</guid>"), "a b");
    row("none", rss("<title>t</title>"), "");
    row("not the link", rss("<link>http://a/</link>"), "");
    row("atom", atom("<id>urn:uuid:1225c695</id>"), "urn:uuid:1225c695");
    row("spelled as it is", atom("<id>HTTP://www.A.example/~b/%7e/</id>", "xml:base=\"http://z/\""), "HTTP://www.A.example/~b/%7e/");
    row("relative", atom("<id>/x</id>", "xml:base=\"http://a/b/\""), "http://a/x");
    row("a relative path", atom("<id>x/y</id>", "xml:base=\"http://a/b/\""), "http://a/b/x/y");
    row("words", atom("<id>Correct Value</id>", "xml:base=\"http://a/b/\""), "Correct Value");
    row("about", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><item rdf:about=\"http://a/\"/></rdf:RDF>", "http://a/");
    row("guid before about", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><item rdf:about=\"http://a/\"><guid>g</guid></item></rdf:RDF>", "g");
}

void TestFeed::ids()
{
    QFETCH(QByteArray, bytes);
    QTEST(onlyItem(bytes).id, "id");
}

void TestFeed::dates_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("published");
    const auto row = [](const char *name, const char *fields, const char *published) { QTest::newRow(name) << QByteArray(fields) << QString::fromUtf8(published); };
    row("pubDate", "<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>", "2004-01-01T19:48:21Z");
    row("dc:date", "<dc:date>2004-01-01</dc:date>", "2004-01-01");
    row("issued", "<dcterms:issued>2004-01</dcterms:issued>", "2004-01");
    row("created", "<dcterms:created>2004</dcterms:created>", "2004");
    row("modified", "<dcterms:modified>2004</dcterms:modified>", "2004");
    row("published before created", "<dcterms:created>2003</dcterms:created><pubDate>1 Feb 2004</pubDate>", "2004-02-01");
    row("created before modified", "<dcterms:modified>2005</dcterms:modified><dcterms:created>2003</dcterms:created>", "2003");
    row("atom's", "<updated>2005</updated><published>2004</published>", "2004");
    row("one that is none", "<pubDate>soon</pubDate><dc:date>2004</dc:date>", "2004");
    row("expires", "<expirationDate>2004</expirationDate>", "");
    row("none", "<pubDate/>", "");
}

void TestFeed::dates()
{
    QFETCH(QByteArray, fields);
    const QByteArray bytes = "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><channel><item>" + fields + "</item></channel></rss>";
    QTEST(onlyItem(bytes).published, "published");
}

void TestFeed::summaries_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("summary");
    const auto row = [](const char *name, const QByteArray &bytes, const char *summary) { QTest::newRow(name) << bytes << QString::fromUtf8(summary); };
    row("description", rss("<description>A &lt;b&gt;b&lt;/b&gt;</description>"), "A b");
    row("paragraphs", rss("<description>&lt;p&gt;A\nb&lt;/p&gt;&lt;p&gt;C&lt;br/&gt;D&lt;/p&gt;</description>"), "A b\nC\nD");
    row("content where it is alone", rss("<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><![CDATA[<p>C</p>]]></content:encoded>"), "C");
    row("description before content", rss("<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">C</content:encoded><description>D</description>"), "D");
    row("content without a declaration", rss("<content:encoded>C</content:encoded>"), "C");
    row("body", rss("<body xmlns=\"http://www.w3.org/1999/xhtml\"><p>A</p><p>B</p></body>"), "A\nB");
    row("naked markup", rss("<description><p>A &amp; <em>b</em></p></description>"), "A & b");
    row("podcast", rss("<itunes:summary xmlns:itunes=\"http://www.itunes.com/DTDs/PodCast-1.0.dtd\">P</itunes:summary>"), "P");
    row("atom summary", atom("<summary>A &lt;b&gt;</summary><content>C</content>"), "A <b>");
    row("atom content", atom("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>A</p><ul><li>b</li><li>c</li></ul></div></content>"), "A\nb\nc");
    row("atom content elsewhere", atom("<content src=\"http://c/\" type=\"text/html\"/>"), "");
}

void TestFeed::summaries()
{
    QFETCH(QByteArray, bytes);
    QTEST(onlyItem(bytes).summary, "summary");
}

void TestFeed::authors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("authors");
    const auto row = [](const char *name, const QByteArray &bytes, const char *authors) { QTest::newRow(name) << bytes << QString::fromUtf8(authors); };
    row("mail and name", rss("<author>ana@a.example (Ana Pop)</author>"), "Ana Pop");
    row("name and mail", rss("<author>Ana Pop &lt;ana@a.example&gt;</author>"), "Ana Pop");
    row("mail", rss("<author>ana@a.example</author>"), "ana@a.example");
    row("creators", rss("<dc:creator>Ana</dc:creator><dc:creator>Ben</dc:creator><dc:creator>Ana</dc:creator>"), "Ana|Ben");
    row("atom mail", atom("<author><email>a@b.example</email></author>"), "a@b.example");
    row("atom name", atom("<author><uri>http://a/</uri><name> Ana\nPop </name></author>"), "Ana Pop");
    row("none", rss("<author/>"), "");
}

void TestFeed::authors()
{
    QFETCH(QByteArray, bytes);
    QTEST(onlyItem(bytes).authors.join(u'|'), "authors");
}

void TestFeed::encodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const char *encoding, const char *declared, const QByteArray &mark, const char *title) {
        QTest::newRow(name) << QByteArray(encoding) << QByteArray(declared) << mark << QString::fromUtf8(title);
    };
    row("utf-8", "UTF-8", "utf-8", "", "Galați 🛰");
    row("utf-8, not declared", "UTF-8", "", "", "Galați 🛰");
    row("utf-8, mark", "UTF-8", "", "\xef\xbb\xbf", "Galați");
    row("utf-8, mark, declared another", "UTF-8", "iso-8859-1", "\xef\xbb\xbf", "Galați");
    row("utf-16le, mark", "UTF-16LE", "utf-16", "\xff\xfe", "Galați 🛰");
    row("utf-16be, mark", "UTF-16BE", "utf-16", "\xfe\xff", "Galați 🛰");
    row("utf-16le, no mark", "UTF-16LE", "utf-16", "", "Galați");
    row("utf-16be, no mark", "UTF-16BE", "utf-16be", "", "Galați");
    row("utf-16 declared utf-8", "UTF-16LE", "utf-8", "\xff\xfe", "Galați");
    row("utf-32le, mark", "UTF-32LE", "utf-32", QByteArray("\xff\xfe\0\0", 4), "Galați 🛰");
    row("utf-32be, mark", "UTF-32BE", "utf-32", QByteArray("\0\0\xfe\xff", 4), "Galați");
    row("utf-32be, no mark", "UTF-32BE", "ucs-4", "", "Galați");
    row("latin 1", "ISO-8859-1", "iso-8859-1", "", "Café");
    row("latin 1 declared utf-8", "ISO-8859-1", "utf-8", "", "Café");
    row("latin 1, not declared", "ISO-8859-1", "", "", "Café");
    row("utf-8 declared latin 1", "UTF-8", "iso-8859-1", "", "Galați");
    row("utf-8 declared utf-16", "UTF-8", "utf-16", "", "Galați");
    row("windows-1252", "windows-1252", "windows-1252", "", "“Café” – €");
    row("windows-1252 declared latin 1", "windows-1252", "iso-8859-1", "", "“Café” – €");
    row("windows-1251", "windows-1251", "windows-1251", "", "Галац");
    row("windows-1250", "windows-1250", "windows-1250", "", "Łódź");
    row("koi8-r", "KOI8-R", "koi8-r", "", "Галац");
    row("iso-8859-7", "ISO-8859-7", "iso-8859-7", "", "Γαλάτσι");
    row("shift_jis", "Shift_JIS", "shift_jis", "", "日本");
    row("euc-kr", "EUC-KR", "euc-kr", "", "한국");
    row("gb2312", "GB18030", "gb2312", "", "中国");
    row("big5", "Big5", "big5", "", "中國");
    row("ebcdic", "IBM037", "ibm037", "", "Cafe");
    row("unknown name", "UTF-8", "no-such-thing", "", "Galați");
}

void TestFeed::encodings()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, declared);
    QFETCH(QByteArray, mark);
    QFETCH(QString, title);
    const QString declaration = declared.isEmpty() ? QString() : u"<?xml version=\"1.0\" encoding=\""_s + QString::fromLatin1(declared) + u"\"?>"_s;
    QStringEncoder encoder(encoding.constData(), QStringEncoder::Flag::Stateless);
    QVERIFY(encoder.isValid());
    const QByteArray body = encoder.encode(declaration + u"<rss><channel><title>"_s + title + u"</title></channel></rss>"_s);
    QCOMPARE(dump(readFeed(mark + body)), title + u'|');
}

void TestFeed::madeGood_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *name, const QByteArray &bytes, const char *read) { QTest::newRow(name) << bytes << QString::fromUtf8(read); };
    const QByteArray feed = "<rss><channel><title>N</title></channel></rss>";
    row("white space before", "\n\n  <?xml version=\"1.0\"?>" + feed, "N|");
    row("a comment before", "<!-- x --><?xml version=\"1.0\"?>" + feed, "N|");
    row("a warning before", "<br />\n<b>Warning</b>: x in <b>y</b>\n<?xml version=\"1.0\"?>" + feed, "N|");
    row("words before", "Warning: x\n" + feed, "N|");
    row("text behind", feed + "\n<!-- page made in 0.1 s --><script>x</script> & more", "N|");
    row("a style sheet", "<?xml version=\"1.0\"?><?xml-stylesheet href=\"x.xsl\"?>" + feed, "N|");
    row("a document type", "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">" + feed, "N|");
    row("a long document type", "<!DOCTYPE rss [ <!-- > ' --> <!ELEMENT a (b)> <!ENTITY c \"]>\"> ]>" + feed, "N|");
    row("own entities", "<!DOCTYPE rss [<!ENTITY n \"No&#x21;\"> <!ENTITY p 'C:\\d\\1'>]><rss><channel><title>&n; &p;</title></channel></rss>", "No! C:\\d\\1|");
    row("own markup", "<!DOCTYPE rss [<!ENTITY n \"<b>No</b>\">]><rss><channel><title>&n;</title></channel></rss>", "No|");
    row("an entity that is a file", "<!DOCTYPE rss [<!ENTITY n SYSTEM \"file:///etc/passwd\">]><rss><channel><title>a&n;b</title></channel></rss>", "a&n;b|");
    row("an entity in an attribute", "<feed><title>N</title><link href=\"http://a/?x&eacute;\"/></feed>", "N|http://a/?xé");
    row("control characters", "<rss><channel><title>N\x01\x0bO</title></channel></rss>", "N O|");
    row("a number that is none", "<rss><channel><title>N&#0;O</title></channel></rss>", "N\uFFFDO|");
    row("a number too large", "<rss><channel><title>N&#x110000;</title></channel></rss>", "N\uFFFD|");
    row("an ampersand at the end", "<rss><channel><title>N &</title></channel></rss>", "N &|");
    row("ampersands in cdata", "<rss><channel><title><![CDATA[a & b &x; &]]></title></channel></rss>", "a & b &x; &|");
    row("a prefix that is not declared", "<rss><channel><title>N</title><x:y z:w=\"1\"/></channel></rss>", "N|");
    row("upper case", "<RSS><CHANNEL><TITLE>N</TITLE></CHANNEL></RSS>", "N|");
    row("a letter cut in two", "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><title>Galați – \xc8</title></channel></rss>", "Galați – \uFFFD|");
    row("a declaration that the text contradicts", "<?xml version=\"1.0\" encoding=\"euc-jp\"?><rss><channel><title>Galați – é</title></channel></rss>", "Galați – é|");
    row("much white space before", QByteArray(5000, '\n') + feed, "N|");
    row("an ampersand before a letter", "<rss><channel><title>R&ª; &é;</title></channel></rss>", "R&ª; &é;|");
    row("a misspelt end", "<rss><channel><title>N</titel><link>http://a/</link></channel></rss>", "N|http://a/");
    row("the end of another", "<rss><channel><title>N</link><item><title>I</title></item></channel></rss>", "N|\n|I||||");
    row("a misspelt start", "<rss><channel><titel>N</title><item><title>I</title></item></channel></rss>", "|\n|I||||");
    row("one case and the other", "<rss><channel><title>N</TITLE><link>http://a/</link></channel></rss>", "N|http://a/");
    row("HTML that does not end", "<rss><channel><item><description>a<br>b<p>c</description></item></channel></rss>", "|\n||||a\nb\nc|");
    row("an end of HTML too many", "<rss><channel><item><description>a</p> <b>b</b> c</description><title>I</title></item></channel></rss>", "|\n|I|||a b c|");
    row("HTML that crosses", "<rss><channel><item><description><b><i>a</b> b</i></description><title>I</title></item></channel></rss>", "|\n|I|||a b|");
    row("an end in cdata", "<rss><channel><title><![CDATA[a</b>]]></title></channel></rss>", "a|");
    row("an end in an attribute", "<feed><title a=\"/>\">N</title></feed>", "N|");
    row("a misspelt end of all", "<rss><channel><title>N</title></channel></rs>", "N|");
    row("two ends too many", "<rss><channel><title>N</title></item></entry></channel></rss>", "N|");
    row("line ends of the Mac", "<rss>\r<channel>\r<title>N</title>\r</channel></rss>", "N|");
}

void TestFeed::madeGood()
{
    QFETCH(QByteArray, bytes);
    QTEST(dump(readFeed(bytes)), "read");
}

void TestFeed::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part"); ///< of the reason
    const auto row = [](const char *name, const QByteArray &bytes, const char *part) { QTest::newRow(name) << bytes << QString::fromUtf8(part); };
    row("empty", "", "It is empty.");
    row("white space", " \n\t", "It is empty.");
    row("text", "nothing of the kind", "Line 1, column ");
    row("binary", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "Line ");
    row("a web page", "<!DOCTYPE html><html><head><title>x</title></head></html>", "It is a web page, no feed.");
    row("opml", "<opml version=\"2.0\"><body/></opml>", "It is a list of feeds (OPML), no feed.");
    row("other XML", "<svg/>", "It begins with “svg”, which is no feed.");
    row("cut off", "<rss>\n<channel>\n<title>N", "Line 3, column ");
    row("cut off in cdata", "<rss><channel><title><![CDATA[N", "Line 1, column ");
    row("cut off in a comment", "<rss><channel><!-- N", "Line 1, column ");
    row("tags cross", "<rss>\n <channel></rss>", "Line 2, column ");
    row("an item that does not end", "<rss><channel>\n<item><title>I</title></channel></rss>", "Line 2, column ");
    row("a field that does not end", "<rss><channel><item>\n<title>I</item></channel></rss>", "Line 2, column ");
    row("cut off behind a misspelt end", "<rss>\n<channel><title>N</titel>", "Line 2, column ");
    row("attribute twice", "<rss a=\"1\" a=\"2\"/>", "Line 1, column ");
    row("no quotes", "<rss a=1/>", "Line 1, column ");
    row("deep", "<rss>" + QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300) + "</rss>", "It nests deeper than 256 levels.");
    row("deep containers", QByteArray("<channel>").repeated(300), "It nests deeper than 256 levels.");
    row("many attributes", "<rss>\n<a " + QByteArray("b=\"=\" ").repeated(257) + "/></rss>", "Line 2, column 1: A tag has more than 256 attributes.");
    row("large field", "<rss><channel><title>" + QByteArray(17 * 1024 * 1024, 'x') + "</title></channel></rss>", "A field has more than 16 MiB.");
    row("large file", QByteArray(64 * 1024 * 1024 + 1, ' '), "a feed may have 64");
    row("many items", "<rss><channel>" + QByteArray("<item/>").repeated(200'001), "It has more than 200000 items.");
    row("json", "{\"a\": 1}", "It is JSON, but no JSON Feed.");
    row("json without items", R"({"version":"https://jsonfeed.org/version/1"})", "It is JSON, but no JSON Feed.");
    row("broken json", "{\"version\":\n \"x\",,}", "Line 2, column ");
    row("deep json", "{\"a\":" + QByteArray("[").repeated(300), "It nests deeper than 256 levels.");
    row("large json field", "{\"a\":\"" + QByteArray(17 * 1024 * 1024, 'x') + "\"}", "A field has more than 16 MiB.");
}

void TestFeed::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const auto feed = readFeed(bytes);
    QVERIFY(!feed);
    QCOMPARE(feed.error().kind, Error::Kind::Invalid);
    QCOMPARE(feed.error().what, u"The feed was not read."_s);
    QVERIFY2(feed.error().why.contains(part), qPrintable(feed.error().why));
}

void TestFeed::bombsAreRefusedQuickly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QByteArray laughs = "<!DOCTYPE rss [\n<!ENTITY a \"ha\">\n";
    for (char c = 'b'; c < 'l'; ++c)
        laughs += "<!ENTITY " + QByteArray(1, c) + " \"" + ('&' + QByteArray(1, char(c - 1)) + ';').repeated(10) + "\">\n";
    QTest::newRow("laughs") << laughs + "]><rss><channel><title>&k;</title></channel></rss>" << u"Line 3, column 1: The entity “b” is made of others"_s;
    QTest::newRow("hidden laughs") << QByteArray("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&#38;a;&#x26;a;\">]><rss/>") << u"is made of others"_s;
    QTest::newRow("itself") << QByteArray("<!DOCTYPE rss [<!ENTITY a \"&a;\">]><rss><title>&a;</title></rss>") << u"is made of others"_s;
    QTest::newRow("parameters") << QByteArray("<!DOCTYPE rss [<!ENTITY a \"%b;\">]><rss/>") << u"is made of others"_s;
    QTest::newRow("a long one") << "<!DOCTYPE rss [<!ENTITY a \"" + QByteArray(1'000'000, 'x') + "\">]><rss/>" << u"of more than 1000 characters"_s;
    QByteArray attributes, people;
    QByteArray prefixes = "<x";
    for (int i = 0; i < 100'000; ++i) {
        attributes += " a" + QByteArray::number(i) + "=\"1\"";
        people += "<author>" + QByteArray::number(i) + "</author>";
        if (i < 50'000)
            prefixes += (i % 250 == 0 ? "><x xmlns:a" : " xmlns:a") + QByteArray::number(i) + "=\"http://x/\"";
    }
    QTest::newRow("attributes") << "<rss" + attributes + "/>" << u"A tag has more than 256 attributes."_s;
    QTest::newRow("authors") << "<rss><channel><item>" + people << u"Premature end"_s;
    QTest::newRow("prefixes") << "<rss>" + prefixes + ">" + QByteArray("<y xmlns:b=\"x\"/>").repeated(100'000) << u"Premature end"_s;
    QTest::newRow("ends of nothing") << "<rss>" + QByteArray("</y>").repeated(2'000'000) + "<a>" << u"Premature end"_s;
    QTest::newRow("starts and ends of others") << "<rss>" + QByteArray("<a><b></c><d>").repeated(1'000'000) << u"It nests deeper"_s;
    QTest::newRow("often") << "<!DOCTYPE rss [<!ENTITY a \"" + QByteArray(1000, 'x') + "\">]><rss><channel><title>" + QByteArray("&a;").repeated(5'000'000) << u"Its entities grow"_s;
}

void TestFeed::bombsAreRefusedQuickly()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    QElapsedTimer timer;
    timer.start();
    const auto feed = readFeed(bytes);
    QVERIFY(!feed);
    QVERIFY2(feed.error().why.contains(part), qPrintable(feed.error().why));
    QVERIFY(timer.elapsed() < 5000 * slowness);
}

void TestFeed::html_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *html, const char *text) { QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(text); };
    row("text", " a  b\nc ", "a b c");
    row("references", "&lt;&#233;&#xE9;&eacute;&nbsp;&hellip;&nosuch;&amp;amp;&", "<ééé …&nosuch;&amp;&");
    row("attributes with marks", "a<img alt='>' title=\">\">b", "ab");
    row("a mark that opens no value", "a<b' >c</b> d", "ac d");
    row("comments", "a<!-- <p> -->b<!---->c", "abc");
    row("a comment without end", "a<!-- b", "a<!-- b");
    row("styles", "a<style>p{}</style>b<SCRIPT>x</script >c", "abc");
    row("a script without end", "a<script>b", "a");
    row("no tags", "a < b <3 <", "a < b <3 <");
    row("cut off", "a <b c", "a <b c");
    row("blocks", "<h1>A</h1><p>b<p>c<br>d<ul><li>e<li>f</ul>", "A\nb\nc\nd\ne\nf");
    row("surrogates", "&#xD800;&#x1F6F0;", "\uFFFD🛰");
}

void TestFeed::html()
{
    QFETCH(QString, html);
    QTEST(textOfHtml(html), "text");
}

void TestFeed::files()
{
    const QTemporaryDir folder;
    QCOMPARE(readFeedFile(folder.path()).error().why, u"It is a folder."_s);
    QVERIFY(readFeedFile(folder.filePath(u"none"_s)).error().text().startsWith(u"“none” was not read. No such file"_s));
    QFile file(folder.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(64 * 1024 * 1024 + 1));
    QCOMPARE(readFeedFile(file.fileName()).error().kind, Error::Kind::Invalid);
    QVERIFY(file.resize(5));
    QCOMPARE(readFeedFile(file.fileName()).value().size(), 5);
}

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
