#include "app/watchlist/score.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QDateTime day(int number)
{
    return QDate(2026, 6, number).startOfDay(QTimeZone::UTC);
}

Outcome outcome(bool occurred, std::initializer_list<std::pair<int, double>> forecasts)
{
    Outcome result;
    result.occurred = occurred;
    for (const auto &[at, probability] : forecasts)
        result.forecasts.append({{}, day(at), probability, {}});
    return result;
}

Indicator open(QList<Outcome> outcomes)
{
    Indicator result;
    result.outcomes = std::move(outcomes);
    return result;
}

Indicator resolved(int at, QList<Outcome> outcomes)
{
    Indicator result;
    result.resolvedAt = day(at);
    result.outcomes = std::move(outcomes);
    return result;
}

QString dump(const Score &score)
{
    QString text = u"%1 indicators, %2 forecasts, Brier %3"_s.arg(score.indicators).arg(score.forecasts).arg(score.brier, 0, 'f', 4);
    for (const CalibrationBin &bin : score.bins) {
        text += u"\n%1-%2: %3 at %4, occurred %5"_s.arg(bin.from, 0, 'f', 1).arg(bin.to, 0, 'f', 1).arg(bin.count)
                    .arg(bin.meanForecast, 0, 'f', 2).arg(bin.shareOccurred, 0, 'f', 2);
    }
    return text;
}

} // namespace

class TestScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scores_data();
    void scores();
    void enough();
    void oneIndicator();
};

void TestScore::scores_data()
{
    QTest::addColumn<QList<Indicator>>("indicators");
    QTest::addColumn<QString>("expected");

    QTest::newRow("none") << QList<Indicator>() << u"0 indicators, 0 forecasts, Brier 0.0000"_s;
    QTest::newRow("perfect") << QList{resolved(9, {outcome(true, {{1, 1.0}}), outcome(false, {{1, 0.0}})})}
                             << u"1 indicators, 2 forecasts, Brier 0.0000\n"
                                "0.0-0.2: 1 at 0.00, occurred 0.00\n0.8-1.0: 1 at 1.00, occurred 1.00"_s;
    QTest::newRow("worst") << QList{resolved(9, {outcome(false, {{1, 1.0}}), outcome(true, {{1, 0.0}})})}
                           << u"1 indicators, 2 forecasts, Brier 1.0000\n"
                              "0.0-0.2: 1 at 0.00, occurred 1.00\n0.8-1.0: 1 at 1.00, occurred 0.00"_s;
    QTest::newRow("always fifty") << QList{resolved(9, {outcome(true, {{1, 0.5}}), outcome(false, {{1, 0.5}})})}
                                  << u"1 indicators, 2 forecasts, Brier 0.2500\n"
                                     "0.4-0.6: 2 at 0.50, occurred 0.50"_s;
    QTest::newRow("one outcome") << QList{resolved(9, {outcome(true, {{1, 0.7}})})}
                                 << u"1 indicators, 1 forecasts, Brier 0.0900\n"
                                    "0.6-0.8: 1 at 0.70, occurred 1.00"_s;
    QTest::newRow("the last before counts, not the first, nor one at or after the resolution")
        << QList{resolved(9, {outcome(true, {{1, 0.2}, {8, 0.9}, {9, 0.1}, {10, 0.3}})})}
        << u"1 indicators, 1 forecasts, Brier 0.0100\n0.8-1.0: 1 at 0.90, occurred 1.00"_s;
    QTest::newRow("forecast only afterwards") << QList{resolved(9, {outcome(true, {{10, 1.0}})})}
                                              << u"0 indicators, 0 forecasts, Brier 0.0000"_s;
    QTest::newRow("open") << QList{resolved(9, {outcome(true, {{1, 0.9}})}), open({outcome(false, {{1, 0.4}})})}
                          << u"1 indicators, 1 forecasts, Brier 0.0100\n0.8-1.0: 1 at 0.90, occurred 1.00"_s;
    QTest::newRow("none of the outcomes occurred")
        << QList{resolved(9, {outcome(false, {{1, 0.6}}), outcome(false, {{1, 0.4}})})}
        << u"1 indicators, 2 forecasts, Brier 0.2600\n"
           "0.4-0.6: 1 at 0.40, occurred 0.00\n0.6-0.8: 1 at 0.60, occurred 0.00"_s;
    QTest::newRow("every forecast weighs the same")
        << QList{resolved(9, {outcome(true, {{1, 1.0}})}),
               resolved(9, {outcome(true, {{1, 0.0}}), outcome(false, {{1, 0.0}}), outcome(false, {{1, 0.0}})})}
        << u"2 indicators, 4 forecasts, Brier 0.2500\n"
           "0.0-0.2: 3 at 0.00, occurred 0.33\n0.8-1.0: 1 at 1.00, occurred 1.00"_s;
}

void TestScore::scores()
{
    QFETCH(QList<Indicator>, indicators);
    QTEST(dump(score(indicators)), "expected");
}

void TestScore::enough()
{
    QList<Indicator> list(Score::enough - 1, resolved(9, {outcome(true, {{1, 0.5}})}));
    QVERIFY(!score(list).isEnough());
    list.append(resolved(9, {outcome(true, {})}));
    QVERIFY(!score(list).isEnough());
    list.append(list.first());
    QVERIFY(score(list).isEnough());
}

void TestScore::oneIndicator()
{
    const Indicator indicator = resolved(9, {outcome(true, {{1, 0.5}, {2, 0.8}}), outcome(false, {{1, 0.2}})});
    QCOMPARE(brier(indicator).value(), 0.04);
    QCOMPARE(latestForecast(indicator.outcomes.first())->probability, 0.8);
    QCOMPARE(forecastBefore(indicator.outcomes.first(), day(1)), nullptr);
    QVERIFY(!brier(open(indicator.outcomes)));
    QVERIFY(!brier(resolved(9, {outcome(true, {})})));
}

QTEST_GUILESS_MAIN(TestScore)
#include "tst_score.moc"
