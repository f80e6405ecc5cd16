#include "app/sources/annotation.h"
#include "tests/support/temporaryproject.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace redoubt;

namespace {

Capture captured(const QString &text)
{
    Capture capture;
    capture.id = Id<Capture>{7};
    capture.text = text;
    capture.address = u"https://example.org/a"_s;
    capture.capturedAt = QDateTime(QDate(2026, 5, 29), QTime(3, 10), QTimeZone::UTC);
    return capture;
}

const QString text = u"The strike 🛰 was condemned. Allies are ready to defend every inch of allied territory, he said."_s;

/// An annotation whose target has this selector.
QByteArray annotation(const QByteArray &selector)
{
    return R"({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": {"source": "https://example.org/a", "selector": )"
        + selector + "}}";
}

} // namespace

/// Excerpts as W3C Web Annotations, out and in.
class TestAnnotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWritten();
    void sourceHasAName();
    void comesBack();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestAnnotation::isWritten()
{
    const Capture capture = captured(text);
    Excerpt excerpt = must(excerptOf(capture, text.indexOf(u"every"), text.indexOf(u" of allied")));
    excerpt.id = {42};
    excerpt.note = u"Twice."_s;
    excerpt.speaker = u"Mark Rutte"_s;
    excerpt.colour = 3;
    QCOMPARE(QString::fromUtf8(QJsonDocument(annotationOf(excerpt, capture, {})).toJson(QJsonDocument::Compact)),
        uR"({"@context":"http://www.w3.org/ns/anno.jsonld","body":[)"
        R"({"format":"text/plain","purpose":"commenting","type":"TextualBody","value":"Twice."},)"
        R"({"format":"text/plain","purpose":"identifying","type":"TextualBody","value":"Mark Rutte"}],)"
        R"("id":"urn:redoubt:excerpt:42","motivation":"commenting",)"
        R"("target":{"selector":[{"exact":"every inch","prefix":"ned. Allies are ready to defend ",)"
              R"("suffix":" of allied territory, he said.","type":"TextQuoteSelector"},)"
              R"({"end":65,"start":55,"type":"TextPositionSelector"}],"source":"https://example.org/a",)"
              R"("state":{"sourceDate":"2026-05-29T03:10:00Z","type":"TimeState"},"styleClass":"colour-3","type":"SpecificResource"},)"
              R"("type":"Annotation"})"_s);
}

void TestAnnotation::sourceHasAName()
{
    Capture capture = captured(text);
    capture.address.clear();
    const Excerpt excerpt = must(excerptOf(capture, 0, 10));
    Source source;
    source.key = u"nato-2026"_s;
    const auto named = [&] { return annotationOf(excerpt, capture, source)["target"_L1]["source"_L1].toString(); };
    QCOMPARE(named(), u"urn:redoubt:source:nato-2026"_s);
    source.address = u"https://nato.int/x"_s;
    QCOMPARE(named(), u"https://nato.int/x"_s);
    const QJsonObject written = annotationOf(excerpt, capture, source);
    QVERIFY(!written.contains("body"_L1));
    QCOMPARE(written["motivation"_L1].toString(), u"highlighting"_s);
}

void TestAnnotation::comesBack()
{
    const Capture capture = captured(text);
    Excerpt excerpt = must(excerptOf(capture, 4, 13));
    excerpt.note = u"a \"note\"\n\nin two"_s;
    excerpt.speaker = u"Ö"_s;
    excerpt.colour = 7;
    Excerpt read = must(excerptFromAnnotation(QJsonDocument(annotationOf(excerpt, capture, {})).toJson(), capture));
    QVERIFY(read.id != excerpt.id);
    read.id = excerpt.id;
    QCOMPARE(read, excerpt);
}

void TestAnnotation::reads_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("passage");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &selector, const QString &passage) {
        QTest::newRow(name) << annotation(selector) << passage << QString();
    };
    row("a quote", R"({"type": "TextQuoteSelector", "exact": "every inch"})", u"every inch"_s);
    row("a quote with context", R"([{"type": "TextQuoteSelector", "exact": "allied", "prefix": "inch of ", "suffix": " territory"}])", u"allied"_s);
    row("a quote in other marks", R"({"type": "TextQuoteSelector", "exact": "every  inch\u00A0of"})", u"every inch of"_s);
    row("a quote nearly so", R"({"type": "TextQuoteSelector", "exact": "ready to defend each inch of allied territory"})",
        u"ready to defend every inch of allied territory"_s);
    row("a position", R"({"type": "TextPositionSelector", "start": 55, "end": 65})", u"every inch"_s);
    row("a position over the end", R"({"type": "TextPositionSelector", "start": 55, "end": 1e300})", u"every inch of allied territory, he said."_s);
    row("a position of other text", R"([{"type": "TextPositionSelector", "start": 0, "end": 3}, {"type": "TextQuoteSelector", "exact": "every inch"}])",
        u"every inch"_s);
    row("among others", R"([{"type": "FragmentSelector", "value": "p1"}, 7, null, {"type": "TextQuoteSelector", "exact": "every inch"}])", u"every inch"_s);
    row("refined", R"({"type": "CssSelector", "value": "#main", "refinedBy": {"type": "TextQuoteSelector", "exact": "every inch"}})", u"every inch"_s);
    const QByteArray quote = R"({"type": "TextQuoteSelector", "exact": "every inch"})";
    QTest::newRow("several targets") << QByteArray(R"({"target": ["https://example.org/b", {"selector": )" + quote + "}]}") << u"every inch"_s << QString();
    QTest::newRow("a body of text") << QByteArray(R"({"bodyValue": "so he says", "target": {"selector": )" + quote + "}}") << u"every inch"_s << u"so he says"_s;
    QTest::newRow("bodies") << QByteArray(R"({"body": [{"value": "one"}, "https://example.org/body", {"value": "tag", "purpose": "tagging"}, {"value": "two"}],)"
                                          R"("target": {"selector": )" + quote + "}}")
                            << u"every inch"_s << u"one\n\ntwo"_s;
    QTest::newRow("a strange colour") << QByteArray(R"({"target": {"styleClass": "colour-99", "selector": )" + quote + "}}") << u"every inch"_s << QString();
}

void TestAnnotation::reads()
{
    QFETCH(QByteArray, json);
    const Excerpt excerpt = must(excerptFromAnnotation(json, captured(text)));
    QTEST(excerpt.exact, "passage");
    QTEST(excerpt.note, "said");
    QCOMPARE(excerpt.colour, 0);
    QCOMPARE(excerpt.capture, Id<Capture>{7});
}

void TestAnnotation::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("why");
    const QString neither = u"It says neither what the passage is nor where."_s;
    QTest::newRow("nothing") << QByteArray() << u"It is not JSON: "_s;
    QTest::newRow("not JSON") << QByteArray("<html>") << u"It is not JSON: "_s;
    QTest::newRow("cut off") << annotation("{}").chopped(3) << u"It is not JSON: "_s;
    QTest::newRow("too deep") << QByteArray(100'000, '[') << u"It is not JSON: "_s;
    QTest::newRow("a list") << QByteArray("[]") << neither;
    QTest::newRow("no target") << QByteArray("{}") << neither;
    QTest::newRow("an address alone") << QByteArray(R"({"target": "https://example.org/a"})") << neither;
    QTest::newRow("another selector") << annotation(R"({"type": "SvgSelector", "value": "<svg/>"})") << neither;
    QTest::newRow("a quote of nothing") << annotation(R"({"type": "TextQuoteSelector", "exact": ""})") << neither;
    QTest::newRow("a position in words") << annotation(R"({"type": "TextPositionSelector", "start": "1", "end": "2"})") << neither;
    QTest::newRow("not there") << annotation(R"({"type": "TextQuoteSelector", "exact": "nothing of the kind was ever said there"})")
                               << u"Its passage is not in the captured text: “nothing of the kind was ever said there”"_s;
    QTest::newRow("an empty position") << annotation(R"({"type": "TextPositionSelector", "start": 5, "end": -5})") << u"No text is selected."_s;
    QTest::newRow("too long") << QByteArray(16 * 1024 * 1024 + 1, ' ') << u"It is longer than 16 MiB."_s;
}

void TestAnnotation::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, why);
    const auto excerpt = excerptFromAnnotation(json, captured(text));
    QVERIFY(!excerpt);
    QVERIFY2(excerpt.error().why.startsWith(why), qPrintable(excerpt.error().why));
    QCOMPARE(excerpt.error().kind, Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(TestAnnotation)
#include "tst_annotation.moc"
