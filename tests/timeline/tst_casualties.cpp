#include "app/timeline/casualties.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// Counts of people, and how they contradict each other.
class TestCasualties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count"); ///< -1 for none, -2 when it is refused
        const auto row = [](const QString &text, int count) { QTest::newRow(qPrintable(text.left(30))) << text << count; };
        row(QString(), -1);
        row(u"  "_s, -1);
        row(u"0"_s, 0);
        row(u" 12 "_s, 12);
        row(u"007"_s, 7);
        row(u"1,200"_s, 1200);
        row(u"1 200"_s, 1200);
        row(u"1.200"_s, 1200);
        row(u"1’234’567"_s, 1'234'567);
        row(u"1\u202f200"_s, 1200);
        row(u"2147483647"_s, 2'147'483'647);
        row(u"2147483648"_s, -2);
        row(u"1,20"_s, -2);
        row(u"12.5"_s, -2);
        row(u"-1"_s, -2);
        row(u"two"_s, -2);
        row(u"about 12"_s, -2);
        row(u"1e3"_s, -2);
        row(QString(100'000, u'9'), -2);
    }

    void counts()
    {
        QFETCH(QString, text);
        const auto count = readCount(text);
        QTEST(count ? count->value_or(-1) : -2, "count");
        if (!count)
            QVERIFY(count.error().why.size() < 100 && !count.error().remedy.isEmpty());
    }

    void order_data()
    {
        QTest::addColumn<QList<int>>("counts"); ///< low, best, high; -1 for none
        QTest::addColumn<QString>("why");
        QTest::newRow("nothing known") << QList<int>{-1, -1, -1} << QString();
        QTest::newRow("all the same") << QList<int>{2, 2, 2} << QString();
        QTest::newRow("in order") << QList<int>{0, 2, 5} << QString();
        QTest::newRow("only the best") << QList<int>{-1, 2, -1} << QString();
        QTest::newRow("low above best") << QList<int>{3, 2, -1} << u"The lowest count is above the best."_s;
        QTest::newRow("best above high") << QList<int>{-1, 6, 5} << u"The best count is above the highest."_s;
        QTest::newRow("low above high") << QList<int>{6, -1, 5} << u"The lowest count is above the highest."_s;
    }

    void order()
    {
        QFETCH(QList<int>, counts);
        const auto one = [&](int i) { return counts[i] < 0 ? std::nullopt : std::optional(counts[i]); };
        const auto checked = checkCasualties({one(0), one(1), one(2)});
        QTEST(checked ? QString() : checked.error().why, "why");
    }
};

QTEST_GUILESS_MAIN(TestCasualties)
#include "tst_casualties.moc"
