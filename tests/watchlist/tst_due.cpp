#include "app/watchlist/due.h"

#include <QTest>

#include <algorithm>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 6, 1);

Indicator dueOn(QDate day)
{
    Indicator indicator;
    indicator.title = u"Due"_s;
    if (day.isValid())
        indicator.dueLatest = day.endOfDay(QTimeZone::UTC).toSecsSinceEpoch();
    return indicator;
}

} // namespace

class TestDue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void days_data();
    void days();
    void noLastDay();
    void resolvedIsNeverOverdue();
    void texts_data();
    void texts();
    void order();
};

void TestDue::days_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("left");
    QTest::addColumn<bool>("overdue");
    QTest::newRow("yesterday") << QDate(2026, 5, 31) << -1 << true;
    QTest::newRow("today") << today << 0 << false;
    QTest::newRow("tomorrow") << QDate(2026, 6, 2) << 1 << false;
    QTest::newRow("over a leap day") << QDate(2028, 3, 1) << 639 << false;
}

void TestDue::days()
{
    QFETCH(QDate, day);
    const Indicator indicator = dueOn(day);
    QCOMPARE(lastDay(indicator), day);
    QTEST(int(daysLeft(indicator, today).value()), "left");
    QTEST(isOverdue(indicator, today), "overdue");
}

void TestDue::noLastDay()
{
    Indicator openEnded = dueOn({});
    QCOMPARE(daysLeft(openEnded, today), std::nullopt);
    QVERIFY(!isOverdue(openEnded, today));
    openEnded.dueLatest = std::numeric_limits<qint64>::max();
    QVERIFY(!lastDay(openEnded).isValid());
    openEnded.dueLatest = std::numeric_limits<qint64>::min();
    QVERIFY(!lastDay(openEnded).isValid());
}

void TestDue::resolvedIsNeverOverdue()
{
    Indicator indicator = dueOn(today.addDays(-3));
    QVERIFY(isOverdue(indicator, today));
    indicator.resolvedAt = today.startOfDay(QTimeZone::UTC);
    QVERIFY(!isOverdue(indicator, today));
}

void TestDue::texts_data()
{
    QTest::addColumn<qint64>("days");
    QTest::addColumn<QString>("expected");
    QTest::newRow("today") << qint64(0) << u"today"_s;
    QTest::newRow("one day") << qint64(1) << u"1 d"_s;
    QTest::newRow("days") << qint64(20) << u"20 d"_s;
    QTest::newRow("weeks") << qint64(21) << u"3 wk"_s;
    QTest::newRow("weeks round down") << qint64(59) << u"8 wk"_s;
    QTest::newRow("months") << qint64(60) << u"2 mo"_s;
    QTest::newRow("many months") << qint64(729) << u"24 mo"_s;
    QTest::newRow("years") << qint64(730) << u"2 y"_s;
    QTest::newRow("overdue") << qint64(-1) << u"1 d overdue"_s;
    QTest::newRow("long overdue") << qint64(-30) << u"4 wk overdue"_s;
    QTest::newRow("absurd") << qint64(1'000'000'000'000) << u"5,883,516 y"_s;
}

void TestDue::texts()
{
    QFETCH(qint64, days);
    QTEST(daysLeftText(days), "expected");
}

void TestDue::order()
{
    const auto named = [](const QString &title, QDate day, int position, QDate resolved = {}) {
        Indicator indicator = dueOn(day);
        indicator.title = title;
        indicator.position = position;
        if (resolved.isValid())
            indicator.resolvedAt = resolved.startOfDay(QTimeZone::UTC);
        return indicator;
    };
    QList list{named(u"resolved before"_s, today.addDays(-90), 0, today.addDays(-50)),
        named(u"open-ended 2"_s, {}, 2), named(u"in a week"_s, today.addDays(7), 5), named(u"open-ended 1"_s, {}, 1),
        named(u"resolved last"_s, {}, 6, today), named(u"long overdue"_s, today.addDays(-9), 7),
        named(u"overdue"_s, today.addDays(-1), 0), named(u"in a week, before"_s, today.addDays(7), 3)};
    std::ranges::sort(list, watchedBefore);
    QStringList titles;
    for (const Indicator &indicator : std::as_const(list))
        titles.append(indicator.title);
    QCOMPARE(titles.join(u'\n'), u"long overdue\noverdue\nin a week, before\nin a week\nopen-ended 1\nopen-ended 2\n"
                                 "resolved last\nresolved before"_s);
}

QTEST_GUILESS_MAIN(TestDue)
#include "tst_due.moc"
