#include "app/timeline/calendar.h"
#include "app/timeline/edtf.h"

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
    void farYearsRepeatEvery400();
    void farDaysFollowTheOneBefore();
    void farDaysReadBack();
    void datesOfFarYears_data();
    void datesOfFarYears();
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

void TestCalendar::farYearsRepeatEvery400()
{
    // 400 years are a whole number of weeks and of days, wherever they begin.
    quint64 state = 20260529;
    for (int i = 0; i < 20'000; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const qint64 year = qint64(state >> 11) % (yearLimit - 400) * (i % 2 ? 1 : -1);
        const int month = 1 + int(state >> 7 & 0xff) % 12;
        const int day = 1 + int(state & 0x7f) % daysInMonth(year, month);
        QCOMPARE(dayNumber(year + 400, month, day) - dayNumber(year, month, day), 146097);
        QCOMPARE(isLeapYear(year + 400), isLeapYear(year));
        QCOMPARE(isLeapYear(-year), isLeapYear(year));
        QCOMPARE(dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1), isLeapYear(year) ? 366 : 365);
    }
}

void TestCalendar::farDaysFollowTheOneBefore()
{
    for (const qint64 year : {qint64(-999'999'999'999), qint64(-170'000'002), qint64(-10'000), qint64(9'999),
             qint64(10'000), qint64(170'000'002), qint64(292'277'026'596), qint64(999'999'999'999)}) {
        CivilDay day{year, 12, 30};
        qint64 number = dayNumber(year, 12, 30);
        for (int i = 0; i < 800; ++i) {
            const CivilDay next = civilDay(++number);
            const bool sameMonth =
                next.day == day.day + 1 && next.month == day.month && next.year == day.year;
            const bool nextMonth = next.day == 1 && day.day == daysInMonth(day.year, day.month) &&
                                   next.year * 12 + next.month == day.year * 12 + day.month + 1;
            QVERIFY2(sameMonth || nextMonth, qPrintable(QString::number(number)));
            day = next;
        }
    }
}

void TestCalendar::farDaysReadBack()
{
    quint64 state = 19830321;
    for (int i = 0; i < 50'000; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const qint64 number = qint64(state >> 15) * (i % 2 ? 1 : -1) % 365'000'000'000'000;
        const CivilDay day = civilDay(number);
        QVERIFY(
            day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysInMonth(day.year, day.month));
        QCOMPARE(dayNumber(day.year, day.month, day.day), number);
        if (std::abs(number) < std::numeric_limits<qint64>::max() / secondsOfDay) {
            QCOMPARE(dayOfSecond(firstSecond(number)), number);
            QCOMPARE(dayOfSecond(firstSecond(number) + secondsOfDay - 1), number);
            QCOMPARE(dayOfSecond(firstSecond(number) - 1), number - 1);
        }
    }
}

void TestCalendar::datesOfFarYears_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("year");
    for (const qint64 year : {10'000LL, 10'001LL, 12'400LL, 99'999LL, 170'000'002LL, 292'277'000'000LL}) {
        QTest::addRow("Y%lld", year) << QStringLiteral("Y%1").arg(year) << qint64(year);
        QTest::addRow("Y-%lld", year) << QStringLiteral("Y-%1").arg(year) << qint64(-year);
    }
}

void TestCalendar::datesOfFarYears()
{
    QFETCH(QString, text);
    QFETCH(qint64, year);
    const auto date = readEdtf(text);
    QVERIFY(date);
    QCOMPARE(date->bounds.startEarliest, firstSecond(dayNumber(year, 1, 1)));
    QCOMPARE(date->bounds.endLatest, firstSecond(dayNumber(year + 1, 1, 1)) - 1);
    QCOMPARE(*date->bounds.endLatest - *date->bounds.startEarliest + 1,
        (isLeapYear(year) ? 366 : 365) * secondsOfDay);
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
