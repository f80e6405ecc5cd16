#include "app/base/textdifference.h"
#include "tests/support/slowness.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// "same [-removed-][+added+]"
QString marked(const QList<TextRun> &runs)
{
    QString text;
    for (const TextRun &run : runs) {
        text += run.kind == TextRun::Kind::Unchanged ? run.text
                : run.kind == TextRun::Kind::Removed ? u"[-"_s + run.text + u"-]"_s
                                                     : u"[+"_s + run.text + u"+]"_s;
    }
    return text;
}

/// One of the two texts that the runs were made of.
QString without(const QList<TextRun> &runs, TextRun::Kind kind)
{
    QString text;
    for (const TextRun &run : runs)
        text += run.kind == kind ? QString() : run.text;
    return text;
}

QString words(QRandomGenerator &random, int count, int vocabulary)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u'w' + QString::number(random.bounded(vocabulary)) + (random.bounded(12) == 0 ? u'\n' : u' ');
    return text;
}

} // namespace

/// The difference between two texts.
class TestTextDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_data();
    void differences();
    void isTrueOfAnyTexts_data();
    void isTrueOfAnyTexts();
    void isQuick_data();
    void isQuick();
};

void TestTextDifference::differences_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("difference");
    const auto row = [](const char *name, const QString &before, const QString &after, const QString &difference) {
        QTest::newRow(name) << before << after << difference;
    };
    row("both empty", {}, {}, {});
    row("same", u"a b\nc"_s, u"a b\nc"_s, u"a b\nc"_s);
    row("from nothing", {}, u"a b"_s, u"[+a b+]"_s);
    row("to nothing", u"a b"_s, {}, u"[-a b-]"_s);
    row("a word", u"They will defend it."_s, u"They must defend it."_s, u"They [-will-][+must+] defend it."_s);
    row("a word more", u"every inch"_s, u"every single inch"_s, u"every [+single +]inch"_s);
    row("a word less", u"every single inch"_s, u"every inch"_s, u"every [-single -]inch"_s);
    row("words in a row", u"one two three four"_s, u"one deux trois four"_s, u"one [-two three-][+deux trois+] four"_s);
    row("punctuation", u"It fell."_s, u"It fell?"_s, u"It fell[-.-][+?+]"_s);
    row("a paragraph more", u"a\nc\n"_s, u"a\nb\nc\n"_s, u"a\n[+b\n+]c\n"_s);
    row("a paragraph less", u"a\nb\nc\n"_s, u"a\nc\n"_s, u"a\n[-b\n-]c\n"_s);
    row("paragraphs that moved", u"a\nb\nc\nd\n"_s, u"a\nc\nb\nd\n"_s, u"a\n[+c\n+]b\n[-c\n-]d\n"_s);
    row("a word in a paragraph", u"one\nthe cat sat\nthree"_s, u"one\nthe dog sat\nthree"_s, u"one\nthe [-cat-][+dog+] sat\nthree"_s);
    row("another letter", u"Galati"_s, u"Galați"_s, u"[-Galati-][+Galați+]"_s);
    row("pairs of units", u"a 🛰 b"_s, u"a 🛸 b"_s, u"a [-🛰-][+🛸+] b"_s);
    row("repeats", u"a a a a"_s, u"a a a"_s, u"a a a[- a-]"_s);
}

void TestTextDifference::differences()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(marked(textDifference(before, after)), "difference");
}

void TestTextDifference::isTrueOfAnyTexts_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("vocabulary");
    for (const int vocabulary : {1, 2, 10, 1000}) {
        for (const int count : {1, 7, 60, 2000})
            QTest::addRow("%d words of %d", count, vocabulary) << count << vocabulary;
    }
}

void TestTextDifference::isTrueOfAnyTexts()
{
    QFETCH(int, count);
    QFETCH(int, vocabulary);
    QRandomGenerator random(quint32(count * 7 + vocabulary));
    for (int i = 0; i < 10; ++i) {
        const QString before = words(random, count, vocabulary);
        const QString after = words(random, random.bounded(count) + 1, vocabulary);
        const QList<TextRun> runs = textDifference(before, after);
        QCOMPARE(without(runs, TextRun::Kind::Added), before);
        QCOMPARE(without(runs, TextRun::Kind::Removed), after);
        for (qsizetype run = 1; run < runs.size(); ++run) {
            QVERIFY(runs.at(run).kind != runs.at(run - 1).kind);
            QVERIFY(!(runs.at(run - 1).kind == TextRun::Kind::Added && runs.at(run).kind == TextRun::Kind::Removed));
        }
    }
}

void TestTextDifference::isQuick_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QRandomGenerator random(1);
    const QString text = words(random, 200'000, 20'000);
    QString edited = text;
    for (int i = 0; i < 2000; ++i)
        edited.replace(random.bounded(int(edited.size())), 1, u"x"_s);
    QTest::newRow("edited here and there") << text << edited;
    QTest::newRow("another text") << text << words(random, 200'000, 20'000);
    QTest::newRow("few words") << words(random, 300'000, 5) << words(random, 300'000, 5);
    QTest::newRow("one paragraph") << QString(text).replace(u'\n', u' ') << QString(edited).replace(u'\n', u' ');
    QTest::newRow("one letter") << QString(1'000'000, u'a') << QString(999'999, u'a');
    QTest::newRow("only marks") << QString(1'000'000, u'.') << QString(999'000, u'.') + QString(1000, u',');
    QTest::newRow("only line ends") << QString(1'000'000, u'\n') << QString(900'000, u'\n');
    QString backwards;
    for (int i = 200'000; i > 0; --i)
        backwards += u"w%1 "_s.arg(i);
    QString forwards;
    for (int i = 0; i < 200'000; ++i)
        forwards += u"w%1 "_s.arg(i);
    QTest::newRow("backwards") << forwards << backwards;
}

void TestTextDifference::isQuick()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QElapsedTimer timer;
    timer.start();
    const QList<TextRun> runs = textDifference(before, after);
    const qint64 took = timer.elapsed();
    QCOMPARE(without(runs, TextRun::Kind::Added), before);
    QVERIFY2(took < 1500 * slowness, qPrintable(QString::number(took)));
}

QTEST_GUILESS_MAIN(TestTextDifference)
#include "tst_textdifference.moc"
