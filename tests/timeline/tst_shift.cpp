#include "app/timeline/calendar.h"
#include "app/timeline/shift.h"

#include <QRandomGenerator>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestShift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moves_data();
    void moves();
    void ends_data();
    void ends();
    void thereAndBack();
};

void TestShift::moves_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<double>("days");
    QTest::addColumn<QString>("expected"); // empty where it cannot be moved
    const auto row = [](const char *date, double days, const char *expected) {
        QTest::addRow("%s by %g", date, days) << QString::fromUtf8(date) << days << QString::fromUtf8(expected);
    };
    row("2026-05-29", 3, "2026-06-01");
    row("2026-05-29", 0.4, "2026-05-29");
    row("2026-05-29", 0.6, "2026-05-30");
    row("2026-01-01", -1, "2025-12-31");
    row("2024-02-28", 1, "2024-02-29");
    row("2026-05-29~", 1, "2026-05-30~");
    row("2026-05-29?", 1, "2026-05-30?");
    row("2026-?05-29", 3, "2026-?06-01");
    row("2026-05", 31, "2026-06");
    row("2026-05%", 10, "2026-05%");
    row("2026-12", 31, "2027-01");
    row("2026-01", -31, "2025-12");
    row("0000-01", -31, "-0001-12");
    row("2026", 400, "2027");
    row("0001", -800, "-0001");
    row("9999", 366, "Y10000");
    row("Y10000", -366, "9999");
    row("2026-21", 92, "2026-22");
    row("2026-24", 92, "2027-21");
    row("2026-33", -92, "2025-36");
    row("2026-39", 122, "2027-37");
    row("2026-40", 183, "2026-41");
    row("2026-05-29T03:10", 1.0 / 24, "2026-05-29T04:10");
    row("2026-05-29T23:10Z", 1.0 / 24, "2026-05-30T00:10Z");
    row("2026-05-29T03:10:20+03:00", 1.0 / 86400, "2026-05-29T03:10:21+03:00");
    row("2026-05-29T03:10-04:30", -1, "2026-05-28T03:10-04:30");
    row("2025-09-09/2025-09-10", 2, "2025-09-11/2025-09-12");
    row("2025-09-09~/2025-10", 31, "2025-10-10~/2025-11");
    row("2026-02/..", 29, "2026-03/..");
    row("/2026-02-03", 1, "/2026-02-04");
    row("2026-02-03/", 1, "2026-02-04/");
    row("../..", 1, "../..");
    row("{2026-01-01,2026-02-01}", 1, "");
    row("[..2026-02]", 1, "");
    row("156X-12-25", 1, "");
    row("2026-XX-01", 1, "");
    row("201X", 4000, "");
    row("1950S2", 1, "");
    row("Y3388E2S3", 1, "");
}

void TestShift::moves()
{
    QFETCH(QString, date);
    QFETCH(double, days);
    QFETCH(QString, expected);
    const auto edtf = readEdtf(date);
    QVERIFY(edtf);
    const auto moved = shifted(*edtf, qint64(days * 86400));
    QCOMPARE(moved.has_value(), !expected.isEmpty());
    if (moved)
        QCOMPARE(*moved, expected);
    else
        QVERIFY(!moved.error().why.isEmpty());
}

void TestShift::ends_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("isStart");
    QTest::addColumn<QString>("to"); // its first second for a start, its last for an end
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *date, bool isStart, const char *to, const char *expected) {
        QTest::addRow("%s %s %s", date, isStart ? "from" : "to", to)
            << QString::fromUtf8(date) << isStart << QString::fromUtf8(to) << QString::fromUtf8(expected);
    };
    row("2025-09-09/2025-09-10", false, "2025-09-14", "2025-09-09/2025-09-14");
    row("2025-09-09/2025-09-10", true, "2025-08-30", "2025-08-30/2025-09-10");
    row("2025-09-09/2025-12~", false, "2026-02", "2025-09-09/2026-02~");
    row("2025-09-09/2025-09-10", true, "2025-09-11", "");
    row("2025-09-09/..", false, "2026-01-01", "");
    row("2025-09-09/..", true, "2026-01-01", "2026-01-01/..");
    row("2025-09-09", false, "2026-01-01", "");
}

void TestShift::ends()
{
    QFETCH(QString, date);
    QFETCH(bool, isStart);
    QFETCH(QString, to);
    QFETCH(QString, expected);
    const Bounds bounds = readEdtf(to)->bounds;
    const auto edtf = readEdtf(date);
    const auto changed = isStart ? withStart(*edtf, *bounds.startEarliest) : withEnd(*edtf, *bounds.endLatest);
    QCOMPARE(changed ? *changed : QString(), expected);
}

/// Whole days there and back give the date again, with both bounds moved by them.
void TestShift::thereAndBack()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 2000; ++i) {
        const CivilDay day = civilDay(random.bounded(-2'000'000, 3'000'000));
        if (std::abs(day.year) > 9999)
            continue;
        const QString text = u"%1%2-%3-%4"_s.arg(day.year < 0 ? u"-"_s : QString())
                                 .arg(std::abs(day.year), 4, 10, QChar(u'0'))
                                 .arg(day.month, 2, 10, QChar(u'0'))
                                 .arg(day.day, 2, 10, QChar(u'0'));
        const auto edtf = readEdtf(text);
        QVERIFY2(edtf, qPrintable(text));
        const qint64 by = random.bounded(-5000, 5000) * secondsOfDay;
        const auto there = shifted(*edtf, by);
        QVERIFY(there);
        const auto moved = readEdtf(*there);
        QCOMPARE(*moved->bounds.startEarliest, *edtf->bounds.startEarliest + by);
        QCOMPARE(shifted(*moved, -by).value(), text);
    }
}

QTEST_APPLESS_MAIN(TestShift)
#include "tst_shift.moc"
