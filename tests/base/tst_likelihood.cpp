#include "app/base/likelihood.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestLikelihood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }
    void words_data();
    void words();
    void phrases_data();
    void phrases();
    void bandsAreInOrder_data();
    void bandsAreInOrder();
    void percents_data();
    void percents();
};

void TestLikelihood::words_data()
{
    QTest::addColumn<LikelihoodScale>("scale");
    QTest::addColumn<double>("probability");
    QTest::addColumn<QString>("expected");
    const auto icd = LikelihoodScale::Icd203;
    QTest::newRow("icd: zero has no words") << icd << 0.0 << u"none"_s;
    QTest::newRow("icd: certainty has no words") << icd << 1.0 << u"none"_s;
    QTest::newRow("icd: first") << icd << 0.01 << u"almost no chance 1–5 %"_s;
    QTest::newRow("icd: border 5") << icd << 0.05 << u"very unlikely 5–20 %"_s;
    QTest::newRow("icd: border 20") << icd << 0.20 << u"unlikely 20–45 %"_s;
    QTest::newRow("icd: below 45") << icd << 0.4499 << u"unlikely 20–45 %"_s;
    QTest::newRow("icd: even") << icd << 0.5 << u"roughly even chance 45–55 %"_s;
    QTest::newRow("icd: border 55 in binary") << icd << 0.55 << u"likely 55–80 %"_s;
    QTest::newRow("icd: 62") << icd << 0.62 << u"likely 55–80 %"_s;
    QTest::newRow("icd: border 80") << icd << 0.8 << u"very likely 80–95 %"_s;
    QTest::newRow("icd: last") << icd << 0.99 << u"almost certain 95–99 %"_s;
    QTest::newRow("icd: above the last") << icd << 0.995 << u"none"_s;
    const auto phia = LikelihoodScale::Phia;
    QTest::newRow("phia: zero") << phia << 0.0 << u"remote chance 0–5 %"_s;
    QTest::newRow("phia: gap") << phia << 0.07 << u"none"_s;
    QTest::newRow("phia: ends belong") << phia << 0.20 << u"highly unlikely 10–20 %"_s;
    QTest::newRow("phia: realistic possibility") << phia << 0.49 << u"realistic possibility 40–<50 %"_s;
    QTest::newRow("phia: 50 is in a gap") << phia << 0.5 << u"none"_s;
    QTest::newRow("phia: likely") << phia << 0.75 << u"likely 55–75 %"_s;
    QTest::newRow("phia: certainty has no words") << phia << 1.0 << u"none"_s;
}

void TestLikelihood::words()
{
    QFETCH(LikelihoodScale, scale);
    QFETCH(double, probability);
    const auto *band = likelihoodBand(scale, probability);
    QString text = band ? likelihoodText(*band) + u' ' + bandText(*band) : u"none"_s;
    QTEST(text.replace(u'\u202f', u' '), "expected");
}

void TestLikelihood::phrases_data()
{
    QTest::addColumn<LikelihoodScale>("scale");
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<int>("low");
    QTest::newRow("icd: first row") << LikelihoodScale::Icd203 << u"roughly even chance"_s << 45;
    QTest::newRow("icd: second row") << LikelihoodScale::Icd203 << u"highly improbable"_s << 5;
    QTest::newRow("icd: capital") << LikelihoodScale::Icd203 << u"Likely"_s << 55;
    QTest::newRow("icd: not a phrase of it") << LikelihoodScale::Icd203 << u"realistic possibility"_s << -1;
    QTest::newRow("icd: part of a phrase") << LikelihoodScale::Icd203 << u"roughly"_s << -1;
    QTest::newRow("phia: probable") << LikelihoodScale::Phia << u"probable"_s << 55;
    QTest::newRow("phia: not a phrase of it") << LikelihoodScale::Phia << u"improbable"_s << -1;
    QTest::newRow("empty") << LikelihoodScale::Phia << u""_s << -1;
}

void TestLikelihood::phrases()
{
    QFETCH(LikelihoodScale, scale);
    QFETCH(QString, phrase);
    const auto *band = likelihoodBand(scale, phrase);
    QTEST(band ? band->low : -1, "low");
}

void TestLikelihood::bandsAreInOrder_data()
{
    QTest::addColumn<LikelihoodScale>("scale");
    QTest::newRow("icd") << LikelihoodScale::Icd203;
    QTest::newRow("phia") << LikelihoodScale::Phia;
}

void TestLikelihood::bandsAreInOrder()
{
    QFETCH(LikelihoodScale, scale);
    int end = 0;
    for (const LikelihoodBand &band : likelihoodBands(scale)) {
        QVERIFY(band.low >= end);
        QVERIFY(band.high > band.low);
        QVERIFY(band.phrases.front());
        end = band.high;
    }
    QVERIFY(end <= 100);
}

void TestLikelihood::percents_data()
{
    QTest::addColumn<double>("probability");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << 0.0 << u"0 %"_s;
    QTest::newRow("a trace is not none") << 0.002 << u"<1 %"_s;
    QTest::newRow("usual") << 0.62 << u"62 %"_s;
    QTest::newRow("rounded") << 0.625 << u"63 %"_s;
    QTest::newRow("nearly all is not all") << 0.999 << u">99 %"_s;
    QTest::newRow("all") << 1.0 << u"100 %"_s;
}

void TestLikelihood::percents()
{
    QFETCH(double, probability);
    QTEST(percentText(probability).replace(u'\u202f', u' '), "expected");
}

QTEST_GUILESS_MAIN(TestLikelihood)
#include "tst_likelihood.moc"
