#include "app/base/entity.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestEntity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void oftenAsked();
};

void TestEntity::reads_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("letters");

    QTest::newRow("letter") << u"&eacute;"_s << u"é"_s;
    QTest::newRow("markup") << u"&lt;"_s << u"<"_s;
    QTest::newRow("ampersand") << u"&amp;"_s << u"&"_s;
    QTest::newRow("capitals are others") << u"&Eacute;"_s << u"É"_s;
    QTest::newRow("in capitals") << u"&AMP;"_s << u"&"_s;
    QTest::newRow("white space") << u"&Tab;"_s << u"\t"_s;
    QTest::newRow("a line") << u"&NewLine;"_s << u"\n"_s;
    QTest::newRow("space that does not break") << u"&nbsp;"_s << u"\u00a0"_s;
    QTest::newRow("semicolon") << u"&semi;"_s << u";"_s;
    QTest::newRow("two letters") << u"&ngE;"_s << u"\u2267\u0338"_s;
    QTest::newRow("beyond the first plane") << u"&Afr;"_s << u"𝔄"_s;
    QTest::newRow("the longest") << u"&CounterClockwiseContourIntegral;"_s << u"∳"_s;
    QTest::newRow("digits in the name") << u"&frac12;"_s << u"½"_s;
    QTest::newRow("number") << u"&#233;"_s << u"é"_s;
    QTest::newRow("hexadecimal") << u"&#xE9;"_s << u"é"_s;
    QTest::newRow("hexadecimal, capital") << u"&#Xe9;"_s << u"é"_s;
    QTest::newRow("number beyond the first plane") << u"&#128752;"_s << u"🛰"_s;
    QTest::newRow("the last number") << u"&#x10FFFF;"_s << u"\U0010FFFF"_s;

    const QString none = u"\uFFFD"_s;
    QTest::newRow("zero") << u"&#0;"_s << none;
    QTest::newRow("half of a pair") << u"&#xD83D;"_s << none;
    QTest::newRow("too large") << u"&#x110000;"_s << none;
    QTest::newRow("far too large") << u"&#99999999999;"_s << none;

    for (const char *unknown : {"&nope;", "&notit;", "&ltx;", "&eacute ;", "&;", "&#;", "&#x;", "&#12ab;", "&#xG;", "&#+5;", "&#-5;", "&#٣;", "&é;", "&a&b;", "&<b>;", "&x y;"})
        QTest::newRow(unknown) << QString::fromUtf8(unknown) << QString::fromUtf8(unknown);
    const QString tooLong = u'&' + QString(40, u'a') + u';';
    QTest::newRow("too long") << tooLong << tooLong;
}

void TestEntity::reads()
{
    QFETCH(QString, reference);
    QFETCH(QString, letters);
    QCOMPARE(readEntity(reference), letters);
    QCOMPARE(entityText(reference.sliced(1).chopped(1)), letters == reference ? QString() : letters);
}

/// More names than are kept.
void TestEntity::oftenAsked()
{
    for (int i = 0; i < 5000; ++i)
        QCOMPARE(entityText(u"none%1"_s.arg(i)), QString());
    QCOMPARE(entityText(u"eacute"), u"é"_s);
}

QTEST_GUILESS_MAIN(TestEntity)
#include "tst_entity.moc"
