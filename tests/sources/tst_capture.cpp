#include "app/sources/capture.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;

/// Captures: what is kept of pasted text, that it is never altered, and that tampering is seen.
class TestCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pastedTextIsCleaned_data();
    void pastedTextIsCleaned();
    void refusals_data();
    void refusals();
    void isReadBackWithItsHash();
    void latestComesFirst();
    void isNeverAltered();
    void removedAndBroughtBack();
    void tamperingIsSeen();
    void earlierCapturesStayReadable();

private:
    [[nodiscard]] Capture add(const QString &text, const QDateTime &at)
    {
        Capture capture = must(captureOfText(m_source.id, text, at));
        m_project->edit([&](Writer &writer) { return addCapture(writer, capture); });
        return capture;
    }

    std::unique_ptr<TemporaryProject> m_project;
    Source m_source;
    const QDateTime m_at{QDate(2026, 5, 29), QTime(3, 10), QTimeZone::UTC};
};

void TestCapture::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_source = Source();
    m_source.title = u"Wire"_s;
    m_project->edit([&](Writer &writer) { return addSource(writer, m_source); });
}

void TestCapture::pastedTextIsCleaned_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain") << u" a b\n"_s << u" a b\n"_s;
    QTest::newRow("CRLF") << u"a\r\nb\rc\r\r\nd"_s << u"a\nb\nc\n\nd"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s << u"ab"_s;
    QTest::newRow("byte-order mark") << QChar(QChar::ByteOrderMark) + u"a"_s << u"a"_s;
    QTest::newRow("pair stays") << u"a🛰b"_s << u"a🛰b"_s;
    QTest::newRow("lone high surrogate") << u"a"_s + QChar(0xd83d) + u"b"_s << u"ab"_s;
    QTest::newRow("lone low surrogate") << QChar(0xdef0) + u"ab"_s << u"ab"_s;
    QTest::newRow("high surrogate at the end") << u"ab"_s + QChar(0xd83d) << u"ab"_s;
    QTest::newRow("markup stays text") << u"<b>a</b>"_s << u"<b>a</b>"_s;
}

void TestCapture::pastedTextIsCleaned()
{
    QFETCH(QString, pasted);
    QFETCH(QString, kept);
    const Capture capture = add(pasted, m_at);
    QCOMPARE(capture.text, kept);
    QCOMPARE(capture.bytes, kept.toUtf8());
    QCOMPARE(must(latestCapture(m_project->reader(), m_source.id))->text, kept);
}

void TestCapture::refusals_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("error");
    const QString nothing = u"The text was not kept as a capture. There is no text in it. "
                            "Copy the text of the document first."_s;
    const QString tooLong =
        u"The text was not kept as a capture. It is longer than 32 MiB. Keep the part that matters."_s;
    QTest::newRow("empty") << QString() << nothing;
    QTest::newRow("white space") << u" \r\n\t"_s << nothing;
    QTest::newRow("only NUL") << QString(3, QChar(0)) << nothing;
    QTest::newRow("huge") << QString(32 * 1024 * 1024 + 1, u'a') << tooLong;
    QTest::newRow("huge in UTF-8") << QString(11 * 1024 * 1024, u'€') << tooLong;
}

void TestCapture::refusals()
{
    QFETCH(QString, pasted);
    const auto capture = captureOfText(m_source.id, pasted, m_at);
    QVERIFY(!capture);
    QTEST(capture.error().text(), "error");
    QCOMPARE(capture.error().kind, Error::Kind::Invalid);
}

void TestCapture::isReadBackWithItsHash()
{
    Capture capture = add(u"abc"_s, m_at.toOffsetFromUtc(7200));
    QCOMPARE(capture.sha256, u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    QCOMPARE(capture.capturedAt, m_at);
    capture.bytes.clear();
    QCOMPARE(must(redoubt::capture(m_project->reader(), capture.id)), capture);
    QCOMPARE(must(redoubt::capture(m_project->reader(), Id<Capture>{1})), std::nullopt);
}

void TestCapture::latestComesFirst()
{
    QCOMPARE(must(latestCapture(m_project->reader(), m_source.id)), std::nullopt);
    const Capture second = add(u"second"_s, m_at.addSecs(1));
    const Capture first = add(u"first"_s, m_at);
    const Capture sameMoment = add(u"third"_s, m_at.addSecs(1));
    QStringList texts;
    for (const Capture &capture : must(captures(m_project->reader(), m_source.id)))
        texts.append(capture.text);
    QCOMPARE(texts, QStringList({u"third"_s, u"second"_s, u"first"_s}));
    QCOMPARE(must(latestCapture(m_project->reader(), m_source.id))->id, sameMoment.id);
}

void TestCapture::isNeverAltered()
{
    const Capture capture = add(u"as it was"_s, m_at);
    const auto altered = (*m_project)->edit(u"Alter"_s, [&](Writer &writer) {
        return writer.update(u"capture"_s, capture.id.number, {u"text"_s}, {u"as it was not"_s});
    });
    QVERIFY(!altered);
    QVERIFY2(altered.error().text().contains(u"A capture is never altered; capture the source again instead."_s),
        qPrintable(altered.error().text()));
    QCOMPARE(must(redoubt::capture(m_project->reader(), capture.id))->text, u"as it was"_s);
}

void TestCapture::removedAndBroughtBack()
{
    const Capture capture = add(u"text"_s, m_at);
    m_project->edit([&](Writer &writer) { return removeCapture(writer, capture.id); });
    QVERIFY(must(captures(m_project->reader(), m_source.id)).isEmpty());
    must((*m_project)->undo());
    QCOMPARE(must(alteredCaptures(m_project->reader())), QStringList());
    QCOMPARE(must(captures(m_project->reader(), m_source.id)).size(), 1);
}

void TestCapture::tamperingIsSeen()
{
    const Capture good = add(u"good"_s, m_at);
    QCOMPARE(must(alteredCaptures(m_project->reader())), QStringList());
    Capture bad = must(captureOfText(m_source.id, u"bad"_s, m_at));
    bad.bytes = "other";
    m_project->edit([&](Writer &writer) { return addCapture(writer, bad); });
    QCOMPARE(must(alteredCaptures(m_project->reader())), QStringList{m_source.key});
    QCOMPARE(must(captureBytes(m_project->reader(), good.id)), QByteArray("good"));
    QCOMPARE(captureBytes(m_project->reader(), bad.id).error().kind, Error::Kind::Damaged);
}

void TestCapture::earlierCapturesStayReadable()
{
    const Capture capture = must(captureOfText(m_source.id, u"abc"_s, m_at));
    m_project->edit([&](Writer &writer) {
        return writer.insert(u"capture"_s, {u"id"_s, u"source_id"_s, u"captured_at"_s, u"bytes"_s, u"sha256"_s, u"text"_s},
            {capture.id.number, m_source.id.number, m_at.toString(Qt::ISODate), QByteArray("abc"), capture.sha256, u"abc"_s});
    });
    QCOMPARE(must(captureBytes(m_project->reader(), capture.id)), QByteArray("abc"));
    QCOMPARE(must(alteredCaptures(m_project->reader())), QStringList());
    QCOMPARE(must(redoubt::capture(m_project->reader(), capture.id))->hops, QList<Hop>());
}

QTEST_GUILESS_MAIN(TestCapture)
#include "tst_capture.moc"
