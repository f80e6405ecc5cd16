#include "app/sources/source.h"
#include "app/timeline/event.h"
#include "tests/support/temporaryproject.h"
#include "ui/brief/completionmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlace_data();
    void findsThePlace();
    void looksNearTheCursorOnly();
    void findsByWords_data();
    void findsByWords();
    void usedOnesComeFirst();
    void saysWhatAPhraseMeans();
    void manySourcesAreFast();
    void readsTheProject();
};

void TestCompletion::findsThePlace_data()
{
    QTest::addColumn<QString>("line"); // the cursor is at the ¦
    QTest::addColumn<bool>("asked");
    QTest::addColumn<QString>("fence");
    QTest::addColumn<QString>("place");
    const QString none;
    QTest::newRow("source") << u"see [@na¦to]"_s << false << none << u"0 nato"_s;
    QTest::newRow("mail address") << u"j@e¦"_s << false << none << none;
    QTest::newRow("event") << u"[it](event:gal¦ati) x"_s << false << none << u"1 galati"_s;
    QTest::newRow("event, nothing yet") << u"[it](event:¦)"_s << false << none << u"1 "_s;
    QTest::newRow("indicator") << u"[it](indicator:po¦"_s << false << none << u"2 po"_s;
    QTest::newRow("another address") << u"[it](https:¦"_s << false << none << none;
    QTest::newRow("role") << u"## A {.¦}"_s << false << none << u"3 "_s;
    QTest::newRow("role among others") << u"## A {#a .rec¦}"_s << false << none << u"3 rec"_s;
    QTest::newRow("no role in text") << u"A {.rec¦}"_s << false << none << none;
    QTest::newRow("statement") << u"[Dro¦"_s << false << u"argdown"_s << u"4 Dro"_s;
    QTest::newRow("argument") << u"  - <A cl¦"_s << false << u"argdown"_s << u"5 A cl"_s;
    QTest::newRow("an arrow is no argument") << u"  <-¦"_s << false << u"argdown"_s << none;
    QTest::newRow("a bracket in text") << u"[Dro¦"_s << false << none << none;
    QTest::newRow("phrase") << u"It is unli¦"_s << false << none << u"6 unli"_s;
    QTest::newRow("phrase of two words") << u"It is Very l¦"_s << false << none << u"6 Very l"_s;
    QTest::newRow("too short to disturb") << u"It is unl¦"_s << false << none << none;
    QTest::newRow("within a word") << u"It is unli¦mited"_s << false << none << none;
    QTest::newRow("the end of a word") << u"childlike¦"_s << false << none << none;
    QTest::newRow("in code") << u"unli¦"_s << false << u"python"_s << none;
    QTest::newRow("asked for") << u"It is un¦"_s << true << none << u"6 un"_s;
    QTest::newRow("asked for, nothing yet") << u"It is ¦"_s << true << none << u"6 "_s;
}

void TestCompletion::findsThePlace()
{
    QFETCH(QString, line);
    QFETCH(bool, asked);
    QFETCH(QString, fence);
    const qsizetype cursor = line.indexOf(u'¦');
    line.remove(cursor, 1);
    const auto found = completionPlace({line, cursor, LikelihoodScale::Icd203, [&] { return fence; }}, asked);
    const QString place
        = found ? u"%1 %2"_s.arg(int(found->kind)).arg(line.mid(found->written.offset, found->written.length)) : QString();
    QTEST(place, "place");
}

void TestCompletion::looksNearTheCursorOnly()
{
    const auto nanoseconds = [](const QString &line) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 200; ++i)
            (void)completionPlace({line, line.size(), LikelihoodScale::Icd203, [] { return QString(); }});
        return timer.nsecsElapsed();
    };
    const QString words = u"A [word](x) and another "_s;
    (void)nanoseconds(words);
    const qint64 usual = nanoseconds(words.repeated(20));
    const qint64 large = nanoseconds(words.repeated(40'000));
    QVERIFY2(large < 20 * usual, qPrintable(u"%1 against %2 ns"_s.arg(large).arg(usual)));
}

static QList<CompletionItem> fewSources()
{
    return {CompletionItem::of(u"nato-2026"_s, u"NATO statement"_s, u"NATO · 29 May 2026"_s, u"A2"_s),
        CompletionItem::of(u"pavel-2026"_s, u"Președintele vorbește"_s), CompletionItem::of(u"x-1"_s, u"On “Natural” gas"_s),
        CompletionItem::of(u"y-1"_s, u"Signature"_s)};
}

static QString shown(const CompletionModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row).data().toString());
    return texts.join(u' ');
}

void TestCompletion::findsByWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("all") << u""_s << u"nato-2026 pavel-2026 x-1 y-1"_s;
    QTest::newRow("start of the key") << u"pa"_s << u"pavel-2026"_s;
    QTest::newRow("part of the key") << u"2026"_s << u"nato-2026 pavel-2026"_s;
    QTest::newRow("word of the title") << u"stat"_s << u"nato-2026"_s;
    QTest::newRow("without accents") << u"presed"_s << u"pavel-2026"_s;
    QTest::newRow("capitals") << u"NATO"_s << u"nato-2026"_s;
    QTest::newRow("starts before words before the rest") << u"nat"_s << u"nato-2026 x-1 y-1"_s;
    QTest::newRow("a space before it") << u" nato"_s << u"nato-2026"_s;
    QTest::newRow("nothing") << u"xyz"_s << u""_s;
}

void TestCompletion::findsByWords()
{
    QFETCH(QString, typed);
    CompletionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setItems(fewSources(), {});
    model.narrow(typed);
    QTEST(shown(model), "found");
}

void TestCompletion::usedOnesComeFirst()
{
    CompletionModel model;
    model.setItems(fewSources(), {{u"x-1"_s, 3}, {u"y-1"_s, 9}, {u"pavel-2026"_s, 1}});
    model.narrow({});
    QCOMPARE(shown(model), u"y-1 x-1 pavel-2026 nato-2026"_s);
    // What only has it somewhere inside stays behind, however often it is used.
    model.narrow(u"nat"_s);
    QCOMPARE(shown(model), u"x-1 nato-2026 y-1"_s);
}

void TestCompletion::saysWhatAPhraseMeans()
{
    CompletionModel model;
    model.setItems(likelihoodItems(LikelihoodScale::Phia), {});
    model.narrow(u"highly u"_s);
    QCOMPARE(shown(model), u"highly unlikely"_s);
    QCOMPARE(model.index(0).data(CompletionModel::AsideRole).toString(), bandText(*likelihoodBand(LikelihoodScale::Phia, u"highly unlikely")));
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"10"_s));
}

void TestCompletion::manySourcesAreFast()
{
    QList<CompletionItem> items;
    for (int i = 0; i < 10'000; ++i) {
        items.append(CompletionItem::of(u"source-%1-2026"_s.arg(i), u"A statement of the ministry on the strike number %1"_s.arg(i),
            u"Ministry of Defence · 29 May 2026"_s, u"B2"_s));
    }
    CompletionModel model;
    model.setItems(items, {});
    QElapsedTimer timer;
    timer.start();
    qsizetype found = 0;
    for (const CompletionItem &item : items)
        found += item.folded.count(u"q"_s) + item.folded.count(u"e"_s);
    const qint64 once = timer.nsecsElapsed();
    QVERIFY(found > 0);
    for (const QString &typed : {u""_s, u"s"_s, u"so"_s, u"source-99"_s, u"strike"_s, u"nothing"_s}) {
        timer.start();
        model.narrow(typed);
        QVERIFY2(timer.nsecsElapsed() < 10 * once, qPrintable(u"%1: %2 against %3 ns"_s.arg(typed).arg(timer.nsecsElapsed()).arg(once)));
        QVERIFY(model.rowCount() <= 50);
    }
}

void TestCompletion::readsTheProject()
{
    TemporaryProject made;
    Source source;
    source.key = u"nato"_s;
    source.title = u"Statement"_s;
    made.edit([&](Writer &writer) { return addSource(writer, source); });
    CompletionItems items(made.project());
    QVERIFY(items.of(CompletionKind::Source).isEmpty());
    QTRY_COMPARE(items.of(CompletionKind::Source).size(), 1);
    QCOMPARE(items.of(CompletionKind::Source).first().text, u"nato"_s);
    source.title = u"Changed"_s;
    made.edit([&](Writer &writer) { return updateSource(writer, source); });
    QTRY_COMPARE(items.of(CompletionKind::Source).first().title, u"Changed"_s);
    QTRY_COMPARE(items.of(CompletionKind::Event).size(), 0);
}

QTEST_MAIN(TestCompletion)
#include "tst_completion.moc"
