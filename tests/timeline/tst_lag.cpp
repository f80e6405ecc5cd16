#include "app/timeline/lag.h"

#include <QTest>

#include <limits>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86400;

Lag between(const QString &cause, const QString &effect)
{
    const auto from = readEdtf(cause);
    const auto to = readEdtf(effect);
    return from && to ? lagBetween(*from, *to) : Lag{-1, 1};
}

QString number(std::optional<qint64> seconds)
{
    return seconds ? QString::number(*seconds) : u"∞"_s;
}

} // namespace

class TestLag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void lags_data();
    void lags();
    void lengths_data();
    void lengths();
    void spans_data();
    void spans();
    void effectsBeforeCauses_data();
    void effectsBeforeCauses();
    void everyStartIsWithinTheLag();
    void limitsDoNotOverflow();
};

void TestLag::lags_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("effect");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *cause, const char *effect, const char *text) {
        QTest::addRow("%s and %s", cause, effect)
            << QString::fromUtf8(cause) << QString::fromUtf8(effect) << QString::fromUtf8(text);
    };
    row("2026-05-29T03:10", "2026-05-29T06:50", "3 h 40 min later");
    row("2026-05-29T03:10Z", "2026-05-29T06:50+03:00", "40 min later");
    row("2026-05-29T06:50+03:00", "2026-05-29T03:10Z", "40 min before");
    row("2026-05-29T03:10:00Z", "2026-05-29T03:10:07Z", "7 s later");
    row("2026-05-29T03:10:00Z", "2026-05-29T03:12:05Z", "2 min 5 s later");
    row("2026-05-29T03:10:45Z", "2026-05-29T03:12Z", "2 min later");
    row("2026-05-29T03:10Z", "2026-05-29T03:10Z", "in the same minute");
    row("2026-05-29T03:10:00Z", "2026-05-29T03:10:00Z", "at the same moment");
    row("2026-05-29T23:50", "2026-05-30T00:05", "15 min later");
    row("2026-05-29T03:10", "2026-05-31T04:20", "2 days 1 h later");
    row("2026-05-29T03:10", "2026-06-05T03:10", "7 days later");
    row("2025-09-09", "2025-09-13", "4 days later");
    row("2025-09-13", "2025-09-09", "4 days before");
    row("2025-09-09", "2025-09-09", "the same day");
    row("2025-09-09T22:00", "2025-09-10", "1 days later");
    row("2025-09-09T22:00", "2025-09-09", "the same day");
    row("2024-02-28", "2024-03-01", "2 days later");
    row("2023-02-28", "2023-03-01", "1 days later");
    row("[2025-09-09..2025-09-10]", "[2025-09-14..2025-09-18]", "4–9 days later");
    row("[2025-09-14..2025-09-18]", "[2025-09-09..2025-09-10]", "4–9 days before");
    row("2025-09-09/2025-09-10", "2025-09-13", "4 days later");
    row("2025-09-09", "2025-09-13/2025-10", "4 days later");
    row("2025-09-09", "2025-09", "up to 21 days later, possibly before");
    row("2025-09-28", "2025-09", "up to 2 days later, possibly before");
    row("2025-09-30", "2025-09", "up to 29 days before");
    row("2025-09-01", "2025-09", "up to 29 days later");
    row("2025-09", "2025-09-10", "up to 9 days later, possibly before");
    row("2025-09-09", "2025-10", "22–52 days later");
    row("2025-09", "2025-11", "1–3 months later");
    row("2025-09", "2025-10", "up to 2 months later");
    row("2025-09-09", "2026-03", "6–7 months later");
    row("2025-09-09", "2025-12-31", "about 4 months later");
    row("2022-03", "2024-03", "about 2 years later");
    row("2022-02-24", "2026-05-29", "about 4 years later");
    row("2014", "2016", "1–3 years later");
    row("2014", "2015", "up to 2 years later");
    row("2014", "2014", "up to 12 months later, possibly before");
    row("1984", "2022", "37–39 years later");
    row("-0043-03-15", "2026-05-29", "about 2,069 years later");
    row("Y-170000002", "2026", "170,002,027–170,002,029 years later");
    row("2025-09-09/..", "2025-09-13", "4 days later");
    row("2025-09-09", "2025-09-13/..", "4 days later");
    row("[2025-09-12..]", "2025-09-09", "at least 3 days before");
    row("2025-09-09", "[2025-09-12..]", "at least 3 days later");
    row("2025-09-09", "[..2025-09-12]", "up to 3 days later, possibly before");
    row("2025-09-09", "[..2025-09-07]", "at least 2 days before");
    row("[2025-09-01..]", "2025-09-09", "up to 8 days later, possibly before");
    row("[..2025-09-12]", "2025-09-09", "up to 3 days before, possibly later");
    row("[2025-09-12..]", "[2025-09-12..]", "it is not known how much later");
    row("../2024", "2025", "it is not known how much later");
    row("/2024", "2025", "at least 1 days later");
    row("Y99999999999999999999", "2025", "it is not known how much later");
}

void TestLag::lags()
{
    QFETCH(QString, cause);
    QFETCH(QString, effect);
    QFETCH(QString, text);
    QCOMPARE(lagText(between(cause, effect)), text);
}

void TestLag::lengths_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<qint64>("unit");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 seconds, qint64 unit, const char *text) {
        QTest::addRow("%lld of %lld", seconds, unit) << seconds << unit << QString::fromUtf8(text);
    };
    row(1, 1, "1 s later");
    row(59, 1, "59 s later");
    row(60, 1, "1 min later");
    row(61, 1, "1 min 1 s later");
    row(599, 1, "9 min 59 s later");
    row(600, 1, "10 min later");
    row(629, 1, "10 min later");
    row(630, 1, "11 min later");
    row(3599, 1, "1 h later");
    row(3600, 1, "1 h later");
    row(13199, 1, "3 h 40 min later");
    row(86399, 1, "24 h later");
    row(day, 60, "1 days later");
    row(day, day, "1 days later");
    row(4 * day - 1, 1, "4 days later");
    row(4 * day, 60, "4 days later");
    row(99 * day, day, "99 days later");
    row(100 * day, day, "about 3 months later");
    row(730 * day, day, "about 24 months later");
    row(731 * day, day, "about 2 years later");
    row(-13200, 60, "3 h 40 min before");
    row(-day, day, "1 days before");
}

void TestLag::lengths()
{
    QFETCH(qint64, seconds);
    QFETCH(qint64, unit);
    QFETCH(QString, text);
    QCOMPARE(lagText({seconds, seconds, unit}), text);
}

void TestLag::spans_data()
{
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 least, qint64 most, const char *text) {
        QTest::addRow("%lld to %lld", least, most) << least << most << QString::fromUtf8(text);
    };
    row(10, 90, "10–90 s later");
    row(0, 90, "up to 90 s later");
    row(600, 2700, "10–45 min later");
    row(3600, 10700, "60–178 min later");
    row(3600, 18000, "1–5 h later");
    row(10'000, 11'000, "about 3 h later");
    row(day, 3 * day, "24–72 h later");
    row(day, 30 * day, "1–30 days later");
    row(89 * day, 92 * day, "89–92 days later");
    row(-30 * day, -day, "1–30 days before");
    row(-30 * day, 0, "up to 30 days before");
    row(-30 * day, 1800, "up to 30 min later, possibly before");
}

void TestLag::spans()
{
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    QFETCH(QString, text);
    QCOMPARE(lagText({least, most, 1}), text);
}

void TestLag::effectsBeforeCauses_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("effect");
    QTest::addColumn<int>("truth");
    const auto row = [](const char *cause, const char *effect, Truth truth) {
        QTest::addRow("%s and %s", cause, effect)
            << QString::fromUtf8(cause) << QString::fromUtf8(effect) << int(truth);
    };
    row("2025-09-09", "2025-09-10", Truth::No);
    row("2025-09-09", "2025-09-09", Truth::No);
    row("2025-09-10", "2025-09-09", Truth::Yes);
    row("2025-09-09T12:00", "2025-09-09", Truth::No);
    row("2025-09-09T12:01", "2025-09-09T12:00", Truth::Yes);
    row("2025-09", "2025-09-09", Truth::Possibly);
    row("2025-09", "2025-08", Truth::Yes);
    row("2025", "2025/2026", Truth::Possibly);
    row("2025", "../2026", Truth::Possibly);
    row("2025-09-10", "[..2025-09-09]", Truth::Yes);
    row("2022/2026", "2023", Truth::No);
    row("2022-02-24/..", "2023", Truth::No);
}

void TestLag::effectsBeforeCauses()
{
    QFETCH(QString, cause);
    QFETCH(QString, effect);
    QFETCH(int, truth);
    QCOMPARE(int(effectBeforeCause(between(cause, effect))), truth);
}

void TestLag::everyStartIsWithinTheLag()
{
    // Whatever days are meant, their distance is within the lag, and both ends of the lag are reached.
    for (qint64 from = -4; from <= 4; ++from) {
        for (qint64 fromLast = from; fromLast <= 4; ++fromLast) {
            for (qint64 to = -4; to <= 4; ++to) {
                for (qint64 toLast = to; toLast <= 4; ++toLast) {
                    Edtf cause;
                    Edtf effect;
                    cause.bounds = {
                        from * day, (fromLast + 1) * day - 1, from * day, (fromLast + 1) * day - 1};
                    effect.bounds = {to * day, (toLast + 1) * day - 1, to * day, (toLast + 1) * day - 1};
                    qint64 least = std::numeric_limits<qint64>::max();
                    qint64 most = std::numeric_limits<qint64>::min();
                    for (qint64 a = from; a <= fromLast; ++a) {
                        for (qint64 b = to; b <= toLast; ++b) {
                            least = std::min(least, b - a);
                            most = std::max(most, b - a);
                        }
                    }
                    QCOMPARE(lagBetween(cause, effect), (Lag{least * day, most * day, day}));
                }
            }
        }
    }
}

void TestLag::limitsDoNotOverflow()
{
    using Limits = std::numeric_limits<qint64>;
    const std::optional<qint64> ends[] = {
        {}, Limits::min(), Limits::min() + 1, -1, 0, 1, Limits::max() - 1, Limits::max()};
    for (const auto &least : ends) {
        for (const auto &most : ends) {
            Edtf cause;
            Edtf effect;
            cause.bounds = {least, most, least, most};
            effect.bounds = {most, least, most, least};
            QVERIFY(!lagText(lagBetween(cause, effect)).isEmpty());
            if (least.value_or(Limits::min()) <= most.value_or(Limits::max())) {
                for (const qint64 unit : {qint64(1), qint64(60), day})
                    QVERIFY2(!lagText({least, most, unit}).isEmpty(),
                        qPrintable(number(least) + u' ' + number(most)));
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestLag)
#include "tst_lag.moc"
