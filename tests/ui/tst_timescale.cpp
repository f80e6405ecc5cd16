#include "app/timeline/edtf.h"
#include "ui/timeline/timescale.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

qint64 at(const char *edtf)
{
    return *readEdtf(QString::fromUtf8(edtf))->bounds.startEarliest;
}

/// "[2022] . Apr . Jul": labels, those of a turn in brackets, and a dot for a tick between them.
QString dump(const QList<Tick> &list)
{
    QStringList texts;
    for (const Tick &tick : list)
        texts.append(tick.label.isEmpty() ? u"."_s : tick.isTurn ? u"[%1]"_s.arg(tick.label) : tick.label);
    return texts.join(u' ');
}

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

} // namespace

class TestTimeScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positions();
    void zoomKeepsWhatIsUnderThePointer();
    void zoomStopsAtItsLimits();
    void fits();
    void ticks_data();
    void ticks();
    void ticksAtEveryZoom();
    void ticksOfATimeZone();
    void spans_data();
    void spans();
};

void TestTimeScale::positions()
{
    const TimeScale scale{1000, 10, 500};
    QCOMPARE(scale.position(1000), 0.0);
    QCOMPARE(scale.position(2000), 100.0);
    QCOMPARE(scale.second(100), 2000);
    QCOMPARE(scale.last(), 6000);
    QCOMPARE(scale.panned(50).origin, 1500);
    QVERIFY(scale.position(std::numeric_limits<qint64>::max()) > 1e17);
    QVERIFY(TimeScale({-1000, 1e15, 500}).position(std::numeric_limits<qint64>::min()) < -9000);
    QCOMPARE(TimeScale({0, 1e15, 5e6}).last(), 9200000000000000000LL);
}

void TestTimeScale::zoomKeepsWhatIsUnderThePointer()
{
    TimeScale scale{at("2022-02-24"), 86400, 800};
    const qint64 under = scale.second(300);
    for (const double factor : {1.25, 2.0, 8.0, 0.5, 0.1}) {
        scale = scale.zoomed(factor, 300);
        QVERIFY(std::abs(scale.position(under) - 300) < 0.01);
    }
}

void TestTimeScale::zoomStopsAtItsLimits()
{
    TimeScale scale{0, 86400, 800};
    QCOMPARE(scale.zoomed(1e30, 400).secondsPerPixel, TimeScale::finest);
    QCOMPARE(scale.zoomed(1e-30, 400).secondsPerPixel, TimeScale::coarsest);
}

void TestTimeScale::fits()
{
    const TimeScale scale = TimeScale::fitting(at("2022"), at("2026"), 1000, 50);
    QVERIFY(std::abs(scale.position(at("2022")) - 50) < 0.01);
    QVERIFY(std::abs(scale.position(at("2026")) - 950) < 0.01);
    const TimeScale moment = TimeScale::fitting(at("2022"), at("2022"), 1000, 50);
    QVERIFY(std::abs(moment.position(at("2022")) - 500) < 4);
}

void TestTimeScale::ticks_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<double>("distance");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *from, const char *to, double distance,
                         const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << distance
                            << QString::fromUtf8(expected);
    };
    row("minutes", "2026-05-29T03:10", "2026-05-29T03:15", 100, "03:10 03:11 03:12 03:13 03:14 03:15");
    row("hours over midnight", "2026-05-28T20:00", "2026-05-29T04:00", 100,
        "20:00 . . . 21:00 . . . 22:00 . . . 23:00 . . . [29 May] . . . 01:00 . . . 02:00 . . . 03:00 . . . "
        "04:00");
    row("days over a month's end", "2026-05-29", "2026-06-03", 100,
        "[29 May] . . . 12:00 . . . [30 May] . . . 12:00 . . . [31 May] . . . 12:00 . . . [1 Jun] . . . "
        "12:00 . . . [2 Jun] . . . 12:00 . . . [3 Jun]");
    row("tens of days", "2024-02-01", "2024-03-05", 200, "[Feb] . 11 . 21 . [Mar]");
    row("months", "2025-10", "2026-03", 100,
        "Oct . . . . . Nov . . . . . Dec . . . . . [2026] . . . . . Feb . . . . . Mar");
    row("quarters", "2024", "2026", 80,
        "[2024] . . Apr . . Jul . . Oct . . [2025] . . Apr . . Jul . . Oct . . [2026]");
    row("years", "2022", "2026", 80,
        "[2022] . . . . . Jul . . . . . [2023] . . . . . Jul . . . . . [2024] . . . . . Jul . . . . . [2025] "
        ". . . . . Jul . . . . . [2026]");
    row("decades", "1900", "1950", 80,
        "1900 . . . . 1905 . . . . 1910 . . . . 1915 . . . . 1920 . . . . 1925 . . . . 1930 "
        ". . . . 1935 . . . . 1940 . . . . 1945 . . . . 1950");
    row("through year 0", "-0200", "0200", 200, "201 BC . . . . 101 BC . . . . 1 BC . . . . 100 . . . . 200");
    row("geology", "Y-300000000", "Y-100000000", 200,
        "300,000,001 BC . . . . 250,000,001 BC . . . . 200,000,001 BC . . . . 150,000,001 BC . . . . "
        "100,000,001 BC");
}

void TestTimeScale::ticks()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(double, distance);
    QFETCH(QString, expected);
    const qint64 first = *readEdtf(from)->bounds.startEarliest;
    const qint64 last = *readEdtf(to)->bounds.startEarliest;
    const TimeScale scale{first, (double(last) - double(first)) / 1000, 1000.0001};
    QCOMPARE(dump(redoubt::ticks(scale, distance, english)), expected);
}

void TestTimeScale::ticksAtEveryZoom()
{
    for (double perPixel = TimeScale::finest; perPixel <= TimeScale::coarsest; perPixel *= 1.7) {
        const TimeScale scale = TimeScale{at("2026-05-29"), perPixel, 900}.panned(-450);
        const auto list = redoubt::ticks(scale, 60, english);
        QVERIFY2(list.size() <= 120, qPrintable(QString::number(perPixel)));
        double before = -1e9;
        for (const Tick &tick : list) {
            QVERIFY(tick.position >= 0 && tick.position <= 900);
            if (tick.label.isEmpty())
                continue;
            QVERIFY2(tick.position - before > 50, qPrintable(QString::number(perPixel)));
            before = tick.position;
        }
        if (perPixel < 1e13)
            QVERIFY2(before > 0, qPrintable(QString::number(perPixel)));
    }
}

void TestTimeScale::ticksOfATimeZone()
{
    const QTimeZone zone("Europe/Bucharest");
    const qint64 summer = at("2026-05-28T20:00Z");
    QCOMPARE(toZone(summer, zone), summer + 3 * 3600);
    QCOMPARE(fromZone(toZone(summer, zone), zone), summer);
    QCOMPARE(toZone(at("2026-01-28"), zone), at("2026-01-28") + 2 * 3600);
    QCOMPARE(toZone(at("Y-300000000"), zone) - at("Y-300000000"), toZone(at("0001"), zone) - at("0001"));
    const TimeScale scale{summer, 4 * 3600 / 1000.0, 1000.0001};
    QCOMPARE(dump(redoubt::ticks(scale, 200, english, zone)), u"23:00 . . . [29 May] . . . 01:00 . . . 02:00 . . . 03:00"_s);
    QCOMPARE(spanText(scale, english, zone), u"28 May 2026, 23:00 – 29 May 2026, 03:00"_s);
    // The day on which the clocks go forward has 23 hours.
    const qint64 night = at("2026-03-28T22:00Z");
    const auto days = redoubt::ticks({night, 60, 2880}, 400, english, zone);
    QVERIFY(std::ranges::any_of(days, [](const Tick &tick) { return tick.label == u"30 Mar" && std::abs(tick.position - 1380) < 1; }));
}

void TestTimeScale::spans_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *from, const char *to, const char *expected) {
        QTest::newRow(expected) << QString::fromUtf8(from) << QString::fromUtf8(to)
                                << QString::fromUtf8(expected);
    };
    row("2022-02", "2026-06", "2022 – 2026");
    row("2025-09-04", "2026-06-20", "Sept 2025 – Jun 2026");
    row("2026-05-20", "2026-06-04", "20 May 2026 – 4 Jun 2026");
    row("2026-05-29T03:00", "2026-05-29T05:20", "29 May 2026, 03:00 – 05:20");
    row("2026-05-28T22:00", "2026-05-29T05:20", "28 May 2026, 22:00 – 29 May 2026, 05:20");
    row("-0200", "0200", "201 BC – 200");
}

void TestTimeScale::spans()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, expected);
    const qint64 first = *readEdtf(from)->bounds.startEarliest;
    const qint64 last = *readEdtf(to)->bounds.startEarliest;
    QCOMPARE(spanText({first, (double(last) - double(first)) / 1000, 1000}, english), expected);
}

QTEST_APPLESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
