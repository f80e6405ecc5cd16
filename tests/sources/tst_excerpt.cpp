#include "app/sources/excerpt.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

/// Excerpts: the passage that a range of a capture gives, and its way into a brief.
class TestExcerpt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passage_data();
    void passage();
    void nothingSelected_data();
    void nothingSelected();
    void contextEndsAtThirtyTwo();
    void quotationIsCited_data();
    void quotationIsCited();
    void isKeptChangedAndRemoved();
};

namespace {

Capture captured(const QString &text)
{
    Capture capture;
    capture.id = Id<Capture>{7};
    capture.text = text;
    return capture;
}

} // namespace

void TestExcerpt::passage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("passage");
    QTest::newRow("within") << u"one two three"_s << 4 << 7 << u"one |two| three"_s;
    QTest::newRow("all") << u"one"_s << 0 << 3 << u"|one|"_s;
    QTest::newRow("white space goes") << u"one \n two\t three"_s << 3 << 10 << u"one \n |two|\t three"_s;
    QTest::newRow("no-break space goes") << u"a\u00a0b c"_s << 1 << 3 << u"a\u00a0|b| c"_s;
    QTest::newRow("behind the end") << u"one two"_s << 4 << 1000 << u"one |two|"_s;
    QTest::newRow("before the start") << u"one two"_s << -5 << 3 << u"|one| two"_s;
    QTest::newRow("over lines") << u"a\nb\nc"_s << 0 << 3 << u"|a\nb|\nc"_s;
    QTest::newRow("start inside a pair") << u"a🛰b"_s << 2 << 4 << u"a|🛰b|"_s;
    QTest::newRow("end inside a pair") << u"a🛰b"_s << 0 << 2 << u"|a🛰|b"_s;
    QTest::newRow("inside one pair") << u"a🛰b"_s << 2 << 2 << u"a|🛰|b"_s;
}

void TestExcerpt::passage()
{
    QFETCH(QString, text);
    QFETCH(int, start);
    QFETCH(int, end);
    const Excerpt excerpt = must(excerptOf(captured(text), start, end));
    QTEST(u"%1|%2|%3"_s.arg(excerpt.prefix, excerpt.exact, excerpt.suffix), "passage");
    QCOMPARE(text.sliced(excerpt.start, excerpt.end - excerpt.start), excerpt.exact);
    QCOMPARE(excerpt.capture, Id<Capture>{7});
}

void TestExcerpt::nothingSelected_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::newRow("empty text") << QString() << 0 << 0;
    QTest::newRow("empty range") << u"abc"_s << 1 << 1;
    QTest::newRow("reversed") << u"abc"_s << 2 << 1;
    QTest::newRow("white space") << u"a \n b"_s << 1 << 4;
    QTest::newRow("outside") << u"abc"_s << 5 << 9;
}

void TestExcerpt::nothingSelected()
{
    QFETCH(QString, text);
    QFETCH(int, start);
    QFETCH(int, end);
    const auto excerpt = excerptOf(captured(text), start, end);
    QVERIFY(!excerpt);
    QCOMPARE(excerpt.error().text(),
        u"No excerpt was kept. No text is selected. Select a passage in the reader first."_s);
}

void TestExcerpt::contextEndsAtThirtyTwo()
{
    const QString text = QString(40, u'a') + u"X"_s + QString(40, u'b');
    const Excerpt plain = must(excerptOf(captured(text), 40, 41));
    QCOMPARE(plain.prefix, QString(32, u'a'));
    QCOMPARE(plain.suffix, QString(32, u'b'));
    // A pair that the limit would cut is left out whole.
    const QString pairs = u"🛰"_s + QString(31, u'a') + u"X"_s + QString(31, u'b') + u"🛰"_s;
    const Excerpt cut = must(excerptOf(captured(pairs), 33, 34));
    QCOMPARE(cut.exact, u"X"_s);
    QCOMPARE(cut.prefix, QString(31, u'a'));
    QCOMPARE(cut.suffix, QString(31, u'b'));
}

void TestExcerpt::quotationIsCited_data()
{
    QTest::addColumn<QString>("passage");
    QTest::addColumn<QString>("markdown");
    QTest::newRow("a phrase") << u"every inch"_s << u"“every inch” [@nato-2026]"_s;
    QTest::newRow("Markdown's signs") << u"a *b* [c] _d_ <e> @f #1"_s
                                      << u"“a \\*b\\* \\[c\\] \\_d\\_ \\<e\\> \\@f \\#1” [@nato-2026]"_s;
    QTest::newRow("own quotation marks") << u"He said “no” twice"_s << u"> He said “no” twice [@nato-2026]\n"_s;
    QTest::newRow("paragraphs") << u"One.\n\n\nTwo."_s << u"> One.\n> \n> Two. [@nato-2026]\n"_s;
    QTest::newRow("no list in it") << u"Said:\n- one\n1. two"_s
                                   << u"> Said:\n> \\- one\n> \\1. two [@nato-2026]\n"_s;
}

void TestExcerpt::quotationIsCited()
{
    QFETCH(QString, passage);
    const Excerpt excerpt = must(excerptOf(captured(passage), 0, int(passage.size())));
    QTEST(quotation(excerpt, u"nato-2026"_s), "markdown");
}

void TestExcerpt::isKeptChangedAndRemoved()
{
    TemporaryProject project;
    Source source;
    source.title = u"Wire"_s;
    Capture capture;
    Excerpt first;
    Excerpt second;
    project.edit([&](Writer &writer) -> Result<> {
        must(addSource(writer, source));
        capture = must(captureOfText(source.id, u"one two three"_s, QDateTime::currentDateTimeUtc()));
        must(addCapture(writer, capture));
        second = must(excerptOf(capture, 8, 13));
        first = must(excerptOf(capture, 0, 7));
        must(addExcerpt(writer, second));
        return addExcerpt(writer, first);
    });
    QCOMPARE(must(excerpts(project.reader(), capture.id)), (QList{first, second}));
    QCOMPARE(must(excerpts(project.reader(), source.id)), (QList{first, second}));

    Excerpt said = first;
    said.speaker = u"Mark Rutte"_s;
    said.note = u"twice"_s;
    said.exact = u"this stays as it was"_s;
    project.edit([&](Writer &writer) { return updateExcerpt(writer, said); });
    said.exact = first.exact;
    QCOMPARE(must(excerpt(project.reader(), first.id)), said);

    project.edit([&](Writer &writer) { return removeExcerpt(writer, first.id); });
    QCOMPARE(must(excerpt(project.reader(), first.id)), std::nullopt);
    must(project->undo());
    QCOMPARE(must(excerpt(project.reader(), first.id)), said);
}

QTEST_GUILESS_MAIN(TestExcerpt)
#include "tst_excerpt.moc"
