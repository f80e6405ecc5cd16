#include "app/timeline/calendar.h"

#include <QTest>

#include <limits>

using namespace redoubt;

class TestCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_data();
    void days();
    void everyDayFollowsTheOneBefore();
    void agreesWithQt();
    void monthsAreCarried();
    void secondsStopAtTheirLimits();
};

void TestCalendar::days_data()
{
    QTest::addColumn<qint64>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<qint64>("number");

    QTest::newRow("epoch") << qint64(1970) << 1 << 1 << qint64(0);
    QTest::newRow("day before the epoch") << qint64(1969) << 12 << 31 << qint64(-1);
    QTest::newRow("leap day") << qint64(2000) << 2 << 29 << qint64(11016);
    QTest::newRow("day after the leap day") << qint64(2000) << 3 << 1 << qint64(11017);
    QTest::newRow("first day of year 1") << qint64(1) << 1 << 1 << qint64(-719162);
    QTest::newRow("first day of year 0") << qint64(0) << 1 << 1 << qint64(-719528);
    QTest::newRow("last day of year -1") << qint64(-1) << 12 << 31 << qint64(-719529);
    QTest::newRow("400 years before the epoch") << qint64(1570) << 1 << 1 << qint64(-146097);
    QTest::newRow("40,000 years after it") << qint64(41970) << 1 << 1 << qint64(14609700);
}

void TestCalendar::days()
{
    QFETCH(qint64, year);
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(qint64, number);
    QCOMPARE(dayNumber(year, month, day), number);
    QCOMPARE(civilDay(dayNumber(year, month, day)), (CivilDay{year, month, day}));
}

void TestCalendar::everyDayFollowsTheOneBefore()
{
    CivilDay day{-401, 12, 31};
    for (qint64 number = dayNumber(-400, 1, 1); number <= dayNumber(401, 1, 1); ++number) {
        const CivilDay next = civilDay(number);
        const bool sameMonth = next.day == day.day + 1 && next.month == day.month && next.year == day.year;
        const bool nextMonth = next.day == 1 && day.day == daysInMonth(day.year, day.month) &&
                               next.year * 12 + next.month == day.year * 12 + day.month + 1;
        QVERIFY2(sameMonth || nextMonth, qPrintable(QString::number(number)));
        QCOMPARE(dayNumber(next.year, next.month, next.day), number);
        day = next;
    }
}

void TestCalendar::agreesWithQt()
{
    const QDate epoch(1970, 1, 1);
    for (qint64 number = -900'000; number <= 3'000'000; number += 773) {
        const QDate date = epoch.addDays(number);
        const CivilDay day = civilDay(number);
        const int year = date.year() > 0 ? date.year() : date.year() + 1; // QDate has no year 0
        QCOMPARE(day, (CivilDay{year, date.month(), date.day()}));
    }
}

void TestCalendar::monthsAreCarried()
{
    QCOMPARE(dayNumber(2025, 13, 1), dayNumber(2026, 1, 1));
    QCOMPARE(dayNumber(2025, 0, 1), dayNumber(2024, 12, 1));
    QCOMPARE(dayNumber(2025, -11, 1), dayNumber(2024, 1, 1));
    QCOMPARE(dayNumber(0, 0, 31), dayNumber(-1, 12, 31));
    QCOMPARE(civilDay(dayNumber(yearLimit, 2, 29)), (CivilDay{yearLimit, 2, 29}));
    QCOMPARE(civilDay(dayNumber(-yearLimit, 2, 29)), (CivilDay{-yearLimit, 2, 29}));
}

void TestCalendar::secondsStopAtTheirLimits()
{
    QCOMPARE(firstSecond(1), 86400);
    QCOMPARE(firstSecond(-1), -86400);
    QCOMPARE(firstSecond(dayNumber(yearLimit, 1, 1)), std::numeric_limits<qint64>::max());
    QCOMPARE(firstSecond(dayNumber(-yearLimit, 1, 1)), std::numeric_limits<qint64>::min());
    QCOMPARE(saturatingAdd(std::numeric_limits<qint64>::max(), 1), std::numeric_limits<qint64>::max());
    QCOMPARE(saturatingAdd(std::numeric_limits<qint64>::min(), -1), std::numeric_limits<qint64>::min());
    QCOMPARE(dayOfSecond(-1), -1);
    QCOMPARE(dayOfSecond(86399), 0);
    QCOMPARE(dayOfSecond(86400), 1);
}

QTEST_APPLESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
