#include "app/brief/document.h"
#include "app/timeline/edtf.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

QString textOf(const QString &path)
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/sample/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> keysOf(const QJsonArray &values)
{
    QSet<QString> keys;
    for (const QJsonValue &value : values)
        keys << value[u"key"].toString();
    return keys;
}

void collectLinks(const QList<Span> &spans, QStringList &addresses)
{
    for (const Span &span : spans) {
        if (span.kind == Span::Kind::ProjectLink)
            addresses << span.address;
        collectLinks(span.children, addresses);
    }
}

void collect(const QList<Block> &blocks, QList<Block::Kind> &kinds, QStringList &addresses)
{
    for (const Block &block : blocks) {
        kinds << block.kind;
        collectLinks(block.spans, addresses);
        collect(block.children, kinds, addresses);
    }
}

} // namespace

/// The sample is written by hand; here its parts are held together.
class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void briefHasItsShape();
    void briefCitesAndLinksWhatIsThere();
    void excerptsAreInTheirCaptures();
    void datesAreEdtf();
    void forecastsSumToOne();
    void keysResolve();

private:
    QJsonArray list(QStringView name) const { return m_sample[name].toArray(); }

    QJsonObject m_sample;
    Document m_brief;
};

void TestSample::initTestCase()
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(textOf(u"sample.json"_s).toUtf8(), &error);
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    m_sample = json.object();
    m_brief = readDocument(textOf(m_sample[u"brief"][u"file"].toString()));
}

void TestSample::briefHasItsShape()
{
    QList<SectionRole> roles;
    for (const OutlineEntry &entry : outline(m_brief))
        roles << entry.role;
    const QList<SectionRole> expected{
        SectionRole::Incident, SectionRole::Received, SectionRole::Different, SectionRole::Watch};
    QCOMPARE(roles, expected);

    QList<Block::Kind> kinds;
    QStringList addresses;
    collect(m_brief.blocks, kinds, addresses);
    QCOMPARE(kinds.count(Block::Kind::Argdown), 1);
    QCOMPARE(kinds.count(Block::Kind::Timeline), 1);
    QCOMPARE(kinds.count(Block::Kind::WatchList), 1);
    QCOMPARE(kinds.count(Block::Kind::BlockQuote), 1);
    QCOMPARE(kinds.count(Block::Kind::Raw), 0);

    const int words = wordCount(m_brief);
    QVERIFY2(words >= 800 && words <= 1100, qPrintable(QString::number(words)));
}

void TestSample::briefCitesAndLinksWhatIsThere()
{
    const QSet<QString> sources = keysOf(list(u"sources"));
    QSet<QString> cited;
    for (const CitationCluster &cluster : citations(m_brief)) {
        for (const Citation &citation : cluster.citations)
            cited << citation.key;
    }
    QCOMPARE(cited, sources);

    QList<Block::Kind> kinds;
    QStringList addresses;
    collect(m_brief.blocks, kinds, addresses);
    QSet<QString> known;
    for (const QString &key : keysOf(list(u"events")))
        known << u"event:"_s + key;
    for (const QString &key : keysOf(list(u"indicators")))
        known << u"indicator:"_s + key;
    QVERIFY(addresses.size() > 12);
    QCOMPARE(QSet<QString>(addresses.begin(), addresses.end()) - known, QSet<QString>());
}

void TestSample::excerptsAreInTheirCaptures()
{
    const QString notice = u"Sample text written for Redoubt; not the published document.\n"_s;
    for (const QJsonValue &source : list(u"sources")) {
        const QString key = source[u"key"].toString();
        QVERIFY2(!source[u"captures"].toArray().isEmpty(), qPrintable(key));
        for (const QJsonValue &capture : source[u"captures"].toArray()) {
            const QString text = textOf(capture[u"file"].toString());
            QVERIFY2(text.startsWith(notice), qPrintable(key));
            for (const QJsonValue &excerpt : source[u"excerpts"].toArray()) {
                const QString exact = excerpt[u"exact"].toString();
                QVERIFY2(text.count(exact) == 1, qPrintable(key + u": "_s + exact));
            }
        }
    }
}

void TestSample::datesAreEdtf()
{
    int uncertain = 0;
    for (const QJsonValue &event : list(u"events")) {
        const auto date = readEdtf(event[u"date"].toString());
        QVERIFY2(date.has_value(), qPrintable(event[u"key"].toString()));
        uncertain += date->isApproximate() || date->isUncertain();
    }
    QVERIFY(uncertain >= 3);
    for (const QJsonValue &source : list(u"sources"))
        QVERIFY2(readEdtf(source[u"published"].toString()), qPrintable(source[u"key"].toString()));
    for (const QJsonValue &indicator : list(u"indicators"))
        QVERIFY2(readEdtf(indicator[u"due"].toString()), qPrintable(indicator[u"key"].toString()));
}

void TestSample::forecastsSumToOne()
{
    for (const QJsonValue &indicator : list(u"indicators")) {
        QMap<QString, double> sums;
        for (const QJsonValue &outcome : indicator[u"outcomes"].toArray()) {
            for (const QJsonValue &forecast : outcome[u"forecasts"].toArray())
                sums[forecast[u"at"].toString()] += forecast[u"probability"].toDouble();
        }
        QVERIFY(!sums.isEmpty());
        for (const auto &[at, sum] : sums.asKeyValueRange())
            QVERIFY2(qFuzzyCompare(sum, 1.0), qPrintable(indicator[u"key"].toString() + u' ' + at));
    }
}

void TestSample::keysResolve()
{
    const QSet<QString> lanes = keysOf(list(u"lanes"));
    const QSet<QString> events = keysOf(list(u"events"));
    const QSet<QString> sources = keysOf(list(u"sources"));
    QCOMPARE(lanes.size(), 4);
    QCOMPARE(keysOf(list(u"indicators")).size(), 4);
    for (const QJsonValue &event : list(u"events")) {
        QVERIFY2(lanes.contains(event[u"lane"].toString()), qPrintable(event[u"key"].toString()));
        for (const QJsonValue &source : event[u"sources"].toArray())
            QVERIFY2(sources.contains(source[u"source"].toString()), qPrintable(event[u"key"].toString()));
    }
    for (const QJsonValue &link : list(u"links"))
        QVERIFY(events.contains(link[u"from"].toString()) && events.contains(link[u"to"].toString()));
    for (const QJsonValue &source : list(u"sources")) {
        const QString origin = source[u"origin"].toString();
        QVERIFY2(origin.isEmpty() || sources.contains(origin), qPrintable(source[u"key"].toString()));
    }
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
