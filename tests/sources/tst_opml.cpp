#include "app/sources/feed/opml.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// Lists of feeds, in and out.
class TestOpml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data();
    void lists();
    void refused_data();
    void refused();
    void comesBack_data();
    void comesBack();
    void isWrittenSo();
};

void TestOpml::lists_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("read"); ///< title, then a line a feed: folder|title|address|site@line
    const auto row = [](const char *name, const char *bytes, const char *read) { QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(read); };
    row("flat", "<opml version=\"1.0\"><head><title>L</title></head><body>\n<outline text=\"A\" type=\"rss\" xmlUrl=\"http://a/\" htmlUrl=\"http://h/\"/>\n<outline title=\"B\" xmlUrl=\"http://b/\"/></body></opml>",
        "L\n|A|http://a/|http://h/@2\n|B|http://b/|@3");
    row("folders", "<opml><body><outline text=\"F\"><outline text=\"G\"><outline text=\"A\" xmlUrl=\"http://a/\"/></outline><outline text=\"B\" xmlUrl=\"http://b/\"/></outline><outline text=\"C\" xmlUrl=\"http://c/\"/></body></opml>",
        "\nF/G|A|http://a/|@1\nF|B|http://b/|@1\n|C|http://c/|@1");
    row("a folder without a name", "<opml><body><outline><outline text=\"A\" xmlUrl=\"http://a/\"/></outline></body></opml>", "\n|A|http://a/|@1");
    row("feeds within a feed", "<opml><body><outline text=\"A\" xmlUrl=\"http://a/\"><outline text=\"B\" xmlUrl=\"http://b/\"/></outline></body></opml>", "\n|A|http://a/|@1\n|B|http://b/|@1");
    row("names in any case", "<OPML><BODY><OUTLINE TEXT=\"A\" XMLURL=\"http://a/\"/></BODY></OPML>", "\n|A|http://a/|@1");
    row("the address as url", "<opml><body><outline text=\"A\" type=\"rss\" url=\"http://a/\"/><outline text=\"L\" type=\"link\" url=\"http://l/\"/></body></opml>", "\n|A|http://a/|@1");
    row("nothing is included", "<opml><body><outline text=\"I\" type=\"include\" url=\"http://i/\"/></body></opml>", "");
    row("bare ampersand", "<opml><body><outline text=\"A & B\" xmlUrl=\"http://a/?b&c\"/></body></opml>", "\n|A & B|http://a/?b&c|@1");
    row("empty", "<opml><head/><body/></opml>", "");
    row("other elements", "<opml><x><outline xmlUrl=\"http://x/\"/></x><body><y/><outline text=\"A\" xmlUrl=\"http://a/\"><z/></outline></body></opml>", "\n|A|http://a/|@1");
}

void TestOpml::lists()
{
    QFETCH(QByteArray, bytes);
    const auto list = readOpml(bytes);
    QVERIFY2(list, list ? "" : qPrintable(list.error().text()));
    QString text = list->title;
    for (const OpmlFeed &feed : list->feeds)
        text += u"\n%1|%2|%3|%4@%5"_s.arg(feed.folder.join(u'/'), feed.title, feed.address, feed.site, QString::number(feed.line));
    QTEST(text, "read");
}

void TestOpml::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << u"It is empty."_s;
    QTest::newRow("a feed") << QByteArray("<rss/>") << u"It begins with “rss” where a list of feeds has “opml”."_s;
    QTest::newRow("cut off") << QByteArray("<opml>\n<body>\n<outline") << u"Line 3, column "_s;
    QTest::newRow("deep") << "<opml><body>" + QByteArray("<outline text=\"x\">").repeated(300) << u"It nests deeper than 256 levels."_s;
    QTest::newRow("bomb") << QByteArray("<!DOCTYPE opml [<!ENTITY a \"&a;&a;\">]><opml/>") << u"is made of others"_s;
    QTest::newRow("large") << QByteArray(64 * 1024 * 1024 + 1, 'x') << u"It has more than 64"_s;
    QTest::newRow("text") << QByteArray("none") << u"Line 1, column "_s;
}

void TestOpml::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const auto list = readOpml(bytes);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, Error::Kind::Invalid);
    QVERIFY2(list.error().why.contains(part), qPrintable(list.error().why));
}

void TestOpml::comesBack_data()
{
    QTest::addColumn<OpmlList>("list");
    QTest::newRow("empty") << OpmlList{};
    QTest::newRow("flat") << OpmlList{u"L"_s, {{u"A"_s, u"http://a/"_s, u"http://h/"_s, {}}, {u"B"_s, u"http://b/"_s, {}, {}}}};
    QTest::newRow("folders") << OpmlList{u"L"_s, {{u"A"_s, u"http://a/"_s, {}, {}}, {u"B"_s, u"http://b/"_s, {}, {u"F"_s}}, {u"C"_s, u"http://c/"_s, {}, {u"F"_s, u"G / H"_s}}, {u"D"_s, u"http://d/"_s, {}, {u"K"_s}}}};
    QTest::newRow("hostile") << OpmlList{u"<&>\"'"_s, {{u"\"A\" <b> & ș 🛰"_s, u"http://a/?b=1&c=\"2\""_s, u"http://h/"_s, {u"<F> & \"G\""_s}}}};
}

void TestOpml::comesBack()
{
    QFETCH(OpmlList, list);
    auto read = readOpml(writeOpml(list));
    QVERIFY(read);
    for (OpmlFeed &feed : read->feeds)
        feed.line = 0;
    QCOMPARE(*read, list);
}

void TestOpml::isWrittenSo()
{
    const OpmlList list{u"L"_s, {{u"A"_s, u"http://a/"_s, u"http://h/"_s, {u"F"_s}}}};
    QCOMPARE(QString::fromUtf8(writeOpml(list)),
        uR"(<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>L</title>
  </head>
  <body>
    <outline text="F" title="F">
      <outline type="rss" text="A" title="A" xmlUrl="http://a/" htmlUrl="http://h/"/>
    </outline>
  </body>
</opml>
)"_s);
}

QTEST_GUILESS_MAIN(TestOpml)
#include "tst_opml.moc"
