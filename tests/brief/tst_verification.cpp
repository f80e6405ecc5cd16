#include "app/brief/verification.h"
#include "tests/support/slowness.h"

#include <QElapsedTimer>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

QString statusText(const Verification &verification)
{
    switch (verification.status) {
    case Verification::Status::Exact:
        return u"exact"_s;
    case Verification::Status::Altered:
        return u"altered"_s;
    case Verification::Status::NotFound:
        return u"not found"_s;
    case Verification::Status::NothingCaptured:
        return u"nothing captured"_s;
    }
    return {};
}

const QString nato = u"The Secretary General condemned the strike. \"Russia's reckless behaviour is a danger to us all.\" The "
                     "alliance, he said, is \"ready to defend every inch of allied territory\".\n\nHe has been in contact with "
                     "the Romanian authorities. Allies remain in consultation."_s;

} // namespace

class TestVerification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("folded");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("only space") << u" \n\t"_s << u""_s;
        QTest::newRow("marks") << u"“a” «b» ‘c’ \"d\" ’e"_s << u"'a' 'b' 'c' 'd' 'e"_s;
        QTest::newRow("spaces inside of marks") << u"il dit «\u00A0oui\u00A0» et « non »."_s << u"il dit 'oui' et 'non'."_s;
        QTest::newRow("marks the other way round") << u"er sagt »ja« und »nein«."_s << u"er sagt 'ja' und 'nein'."_s;
        QTest::newRow("marks of direction") << u"\u200Ea\u202Bb\u2069"_s << u"ab"_s;
        QTest::newRow("white space") << u"  a\u00A0\u202Fb\r\n\r\nc "_s << u"a b c"_s;
        QTest::newRow("dashes") << u"a–b — c − d--e"_s << u"a-b-c-d-e"_s;
        QTest::newRow("soft hyphens") << u"ter\u00ADri\u00AD\ntory"_s << u"territory"_s;
        QTest::newRow("no width") << u"\uFEFFa\u200Bb"_s << u"ab"_s;
        QTest::newRow("ellipsis") << u"a… b"_s << u"a... b"_s;
        QTest::newRow("ligatures") << u"e\uFB03cient \uFB02ight"_s << u"efficient flight"_s;
        QTest::newRow("decomposed") << u"Gala\u021Bi Galat\u0326i"_s << u"Gala\u021Bi Gala\u021Bi"_s;
        QTest::newRow("Angstrom") << u"\u212B"_s << u"\u00C5"_s;
        QTest::newRow("Hangul") << u"\u1112\u1161\u11AB"_s << u"\uD55C"_s;
        QTest::newRow("pairs") << u"a😀b"_s << u"a😀b"_s;
        QTest::newRow("lone surrogate") << u"a"_s + QChar(0xD800) + u"b"_s << u"a"_s + QChar(0xD800) + u"b"_s;
        QTest::newRow("letter case stays") << u"NATO"_s << u"NATO"_s;
    }

    void folds()
    {
        QFETCH(QString, original);
        QFETCH(QString, folded);
        QCOMPARE(FoldedText(original).text(), folded);
    }

    void findsTheWayBack_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QString>("stretch");
        QTest::newRow("plain") << u"one two three"_s << u"two"_s << u"two"_s;
        QTest::newRow("behind space") << u"one \n\n two  three"_s << u"two"_s << u"two"_s;
        QTest::newRow("over space") << u"one \n\n two  three"_s << u"one two"_s << u"one \n\n two"_s;
        QTest::newRow("ligature") << u"an e\uFB03cient \uFB02ight"_s << u"efficient"_s << u"e\uFB03cient"_s;
        QTest::newRow("combined") << u"in Galat\u0326 now"_s << u"Gala\u021B"_s << u"Galat\u0326"_s;
        QTest::newRow("behind combined") << u"Galat\u0326i now"_s << u"now"_s << u"now"_s;
        QTest::newRow("soft hyphen") << u"the ter\u00AD\nritory ends"_s << u"territory"_s << u"ter\u00AD\nritory"_s;
        QTest::newRow("dash") << u"war — and peace"_s << u"war-and"_s << u"war — and"_s;
        QTest::newRow("to the end") << u"so it ends \n"_s << u"ends"_s << u"ends"_s;
    }

    void findsTheWayBack()
    {
        QFETCH(QString, original);
        QFETCH(QString, needle);
        QFETCH(QString, stretch);
        const FoldedText folded(original);
        const qsizetype place = folded.text().indexOf(needle);
        QVERIFY(place >= 0);
        const qsizetype start = folded.originalStart(place);
        QCOMPARE(original.mid(start, folded.originalEnd(place + needle.size()) - start), stretch);
    }

    void verifies_data()
    {
        QTest::addColumn<QString>("quotation");
        QTest::addColumn<QString>("captured");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("nearest");
        QTest::addColumn<QString>("difference");

        const auto row = [](const char *name, const QString &quotation, const QString &status, const QString &nearest = {},
                             const QString &difference = {}, const QString &captured = nato) {
            QTest::newRow(name) << quotation << captured << status << nearest << difference;
        };
        const QString inch = u"ready to defend every inch of allied territory"_s;
        row("word for word", inch, u"exact"_s, inch);
        row("full stop of the sentence around", u"every inch of allied territory."_s, u"exact"_s,
            u"every inch of allied territory"_s);
        row("comma of the sentence around", u"every inch of allied territory,"_s, u"exact"_s,
            u"every inch of allied territory"_s);
        row("curly apostrophe", u"Russia’s reckless behaviour is a danger to us all."_s, u"exact"_s,
            u"Russia's reckless behaviour is a danger to us all"_s);
        row("broken lines", u"ready to defend\nevery  inch\u00A0of allied terri\u00ADtory"_s, u"exact"_s, inch);
        row("over paragraphs", u"allied territory\". He has been in contact"_s, u"exact"_s,
            u"allied territory\". He has been in contact"_s);
        row("letter case differs", u"Ready to defend every inch of allied territory"_s, u"altered"_s, inch,
            u"{-Ready-} {+ready+} to defend every inch of allied territory"_s);
        row("part of a word", u"very inch of allied territory"_s, u"altered"_s, u"every inch of allied territory"_s,
            u"{-very-} {+every+} inch of allied territory"_s);
        row("a word left out", u"ready to defend every inch of territory"_s, u"altered"_s, inch,
            u"ready to defend every inch of {+allied+} territory"_s);
        row("a word put in", u"ready to defend every single inch of allied territory"_s, u"altered"_s, inch,
            u"ready to defend every {-single-} inch of allied territory"_s);
        row("first word differs", u"prepared to defend every inch of allied territory"_s, u"altered"_s, inch,
            u"{-prepared-} {+ready+} to defend every inch of allied territory"_s);
        row("last word differs", u"ready to defend every inch of allied soil"_s, u"altered"_s, inch,
            u"ready to defend every inch of allied {-soil-} {+territory+}"_s);
        row("words behind the end", u"ready to defend every inch of allied territory forever"_s, u"altered"_s, inch,
            u"ready to defend every inch of allied territory {-forever-}"_s);
        row("two changes", u"ready to protect each inch of allied territory"_s, u"altered"_s, inch,
            u"ready to {-protect each-} {+defend every+} inch of allied territory"_s);
        row("another sentence", u"We will answer this attack with all our might"_s, u"not found"_s);
        row("only small words in common", u"of the and to the in a"_s, u"not found"_s);
        row("joined", u"ready to defend […] allied territory"_s, u"exact"_s, u"ready to defend […] allied territory"_s);
        row("joined by dots", u"ready to defend ... allied territory"_s, u"exact"_s,
            u"ready to defend […] allied territory"_s);
        row("joined by spaced dots", u"ready to defend . . . allied territory"_s, u"exact"_s,
            u"ready to defend […] allied territory"_s);
        row("joined by an ellipsis", u"Russia's reckless behaviour … Allies remain in consultation."_s, u"exact"_s,
            u"Russia's reckless behaviour […] Allies remain in consultation"_s);
        row("dots at both ends", u"... every inch of allied territory ..."_s, u"exact"_s,
            u"every inch of allied territory"_s);
        row("joined in another order", u"allied territory […] ready to defend"_s, u"altered"_s,
            u"allied territory […] ready to defend"_s, u"allied territory […] ready to defend"_s);
        row("joined and altered", u"ready to defend […] NATO territory"_s, u"altered"_s,
            u"ready to defend […] allied territory"_s, u"ready to defend […] {-NATO-} {+allied+} territory"_s);
        row("insertion that explains", u"He [Rutte] has been in contact"_s, u"exact"_s, u"He has been in contact"_s);
        row("insertion that replaces", u"every inch of [NATO] territory"_s, u"exact"_s, u"every inch of allied territory"_s);
        row("insertion within a word", u"[R]eady to defend every inch"_s, u"exact"_s, u"eady to defend every inch"_s);
        row("insertion at the end", u"Allies remain in consult[ing]"_s, u"exact"_s, u"Allies remain in consult"_s);
        row("insertion for too much", u"The Secretary General [x] territory"_s, u"altered"_s,
            u"The Secretary General"_s, u"The Secretary General [x] {-territory-}"_s);
        row("insertion and alteration", u"every inch of [NATO] soil and territory"_s, u"altered"_s,
            u"every inch of allied territory"_s, u"every inch of [NATO] {-soil and-} {+allied+} territory"_s);
        row("nested marks", u"‘Russia's reckless behaviour is a danger to us all.’ The alliance"_s, u"exact"_s,
            u"\"Russia's reckless behaviour is a danger to us all.\" The alliance"_s);
        row("only dots", u"…"_s, u"not found"_s);
        row("nothing captured", u"every inch"_s, u"nothing captured"_s, {}, {}, u" \n"_s);
        row("Chinese without spaces", u"立即撤军"_s, u"exact"_s, u"立即撤军"_s, {}, u"发言人表示必须立即撤军。"_s);
        row("German", u"keinen Zoll breit"_s, u"exact"_s, u"keinen Zoll breit"_s, {},
            u"Er sagte: „Wir weichen keinen Zoll breit.“"_s);
        row("dots that were said", u"Well... we shall see"_s, u"exact"_s, u"Well […] we shall see"_s, {},
            u"“Well… we shall see,” he said."_s);
    }

    void verifies()
    {
        QFETCH(QString, quotation);
        QFETCH(QString, captured);
        QFETCH(QString, status);
        QFETCH(QString, nearest);
        QFETCH(QString, difference);
        const Verification found = verify(quotation, QStringList{captured});
        QCOMPARE(statusText(found), status);
        QCOMPARE(found.nearest, nearest);
        QCOMPARE(differenceText(found.difference), difference);
    }

    void saysWhere()
    {
        const Verification found = verify(u"danger […] every inch", {u"Another text."_s, nato});
        QCOMPARE(found.capture, 1);
        QCOMPARE(found.passages.size(), 2);
        QCOMPARE(nato.mid(found.passages[0].offset, found.passages[0].length), u"danger"_s);
        QCOMPARE(nato.mid(found.passages[1].offset, found.passages[1].length), u"every inch"_s);
        QVERIFY(verify(u"allied territory […] ready to defend", {nato}).otherOrder);
    }

    void takesTheBestCapture()
    {
        const Verification found = verify(u"ready to defend every inch of our territory",
            {u"They are ready to defend most of their territory."_s, nato});
        QCOMPARE(found.capture, 1);
    }

    void hasNoCaptures() { QCOMPARE(verify(u"every inch", QStringList()).status, Verification::Status::NothingCaptured); }

    void staysLinear_data()
    {
        QTest::addColumn<QString>("quotation");
        QTest::addColumn<QString>("captured");
        const qsizetype many = 200'000;
        QTest::newRow("one letter, no end") << QString(many, u'a') + u'b' << QString(5 * many, u'a');
        QTest::newRow("one letter inside a word") << QString(many / 2, u'a') << QString(5 * many, u'a');
        QTest::newRow("the same word") << u"war "_s.repeated(many) + u"peace"_s << u"war "_s.repeated(many);
        QTest::newRow("joins") << u"a […] "_s.repeated(5'000) + u"b"_s << u"a "_s.repeated(many);
        QTest::newRow("insertions") << u"war [x] "_s.repeated(5'000) + u"peace"_s << u"war "_s.repeated(many);
        QTest::newRow("open brackets") << QString(many, u'[') << QString(many, u'[');
        QTest::newRow("dots") << u". "_s.repeated(many) << u". "_s.repeated(many);
        QTest::newRow("marks upon a letter") << QString(many, QChar(0x0301)) << u"a"_s + QString(many, QChar(0x0316));
        QTest::newRow("spaces") << u" a"_s.repeated(many) << QString(many, u' ');
    }

    void staysLinear()
    {
        QFETCH(QString, quotation);
        QFETCH(QString, captured);
        QElapsedTimer timer;
        timer.start();
        const Verification found = verify(quotation, QStringList{captured});
        QVERIFY(found.status != Verification::Status::NothingCaptured || captured.trimmed().isEmpty());
        QVERIFY2(timer.elapsed() < 5'000 * slowness, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestVerification)
#include "tst_verification.moc"
