#include "app/timeline/cells.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// How texts stand in the cells of our CSV, and that they come back.
class TestCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("a title") << u"Drone hits flats in Galați"_s << u"Drone hits flats in Galați"_s;
        QTest::newRow("formula") << u"=HYPERLINK(\"http://a\",\"b\")"_s << u"'=HYPERLINK(\"http://a\",\"b\")"_s;
        QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
        QTest::newRow("minus") << u"-2 killed"_s << u"'-2 killed"_s;
        QTest::newRow("at") << u"@SUM(1)"_s << u"'@SUM(1)"_s;
        QTest::newRow("wide equals") << u"＝1+1"_s << u"'＝1+1"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
        QTest::newRow("return") << u"\r=1"_s << u"'\r=1"_s;
        QTest::newRow("guarded already") << u"'=1"_s << u"''=1"_s;
        QTest::newRow("twice") << u"''=1"_s << u"'''=1"_s;
        QTest::newRow("only an apostrophe") << u"'"_s << u"'"_s;
        QTest::newRow("an apostrophe before a word") << u"'s-Gravenhage"_s << u"'s-Gravenhage"_s;
        QTest::newRow("sign within") << u"a=b"_s << u"a=b"_s;
        QTest::newRow("space before") << u" =1"_s << u" =1"_s;
    }

    void texts()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(textCell(text), cell);
        QCOMPARE(fromTextCell(cell), text);
    }

    void lists_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QString>("cell");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("one") << QStringList{u"NATO"_s} << u"NATO"_s;
        QTest::newRow("two") << QStringList{u"NATO"_s, u"Romania"_s} << u"NATO; Romania"_s;
        QTest::newRow("with a comma") << QStringList{u"Rutte, Mark"_s, u"EU"_s} << u"Rutte, Mark; EU"_s;
        QTest::newRow("with a semicolon") << QStringList{u"a;b"_s, u"c"_s} << u"a\\;b; c"_s;
        QTest::newRow("with a backslash") << QStringList{u"a\\"_s, u"b\\;"_s} << u"a\\\\; b\\\\\\;"_s;
        QTest::newRow("formula") << QStringList{u"=1"_s, u"=2"_s} << u"'=1; =2"_s;
    }

    void lists()
    {
        QFETCH(QStringList, texts);
        QFETCH(QString, cell);
        QCOMPARE(listCell(texts), cell);
        QCOMPARE(fromListCell(cell), texts);
    }

    void listsOfOthers_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("joined");
        QTest::newRow("no spaces") << u"a;b"_s << u"a|b"_s;
        QTest::newRow("nothing between") << u";;a; ;b;"_s << u"a|b"_s;
        QTest::newRow("backslash of a path") << u"C:\\temp; b"_s << u"C:\\temp|b"_s;
        QTest::newRow("ends in a backslash") << u"a\\"_s << u"a\\"_s;
    }

    void listsOfOthers()
    {
        QFETCH(QString, cell);
        QTEST(fromListCell(cell).join(u'|'), "joined");
    }
};

QTEST_GUILESS_MAIN(TestCells)
#include "tst_cells.moc"
