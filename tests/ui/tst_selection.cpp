#include "ui/workbench/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace redoubt;

class TestSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatChanged()
    {
        Selection selection;
        QSignalSpy spy(&selection, &Selection::changed);
        selection.select(Thing::of(Id<Event>{7}));
        selection.select(Thing::of(Id<Event>{7}));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(selection.current().event(), Id<Event>{7});
        QVERIFY(!selection.current().source().isValid());
    }

    void goesBackAndForward()
    {
        Selection selection;
        selection.select(Thing::of(Id<Event>{1}));
        selection.select(Thing::of(Id<Source>{2}));
        selection.select(Thing::of(Id<Indicator>{3}));
        selection.back();
        QCOMPARE(selection.current(), Thing::of(Id<Source>{2}));
        selection.back();
        QCOMPARE(selection.current(), Thing::of(Id<Event>{1}));
        QVERIFY(!selection.canGoBack());
        selection.back();
        QCOMPARE(selection.current(), Thing::of(Id<Event>{1}));
        selection.forward();
        selection.forward();
        QCOMPARE(selection.current(), Thing::of(Id<Indicator>{3}));
        QVERIFY(!selection.canGoForward());
    }

    void aNewChoiceEndsForward()
    {
        Selection selection;
        selection.select(Thing::of(Id<Event>{1}));
        selection.select(Thing::of(Id<Event>{2}));
        selection.back();
        selection.select(Thing::of(Id<Event>{3}));
        QVERIFY(!selection.canGoForward());
        selection.back();
        QCOMPARE(selection.current(), Thing::of(Id<Event>{1}));
    }

    void remembersAHundredSteps()
    {
        Selection selection;
        for (qint64 i = 1; i <= 300; ++i)
            selection.select(Thing::of(Id<Event>{i}));
        int steps = 0;
        for (; selection.canGoBack(); ++steps)
            selection.back();
        QCOMPARE(steps, 100);
    }

    void nothingIsNoThing() { QVERIFY(Thing::of(Id<Event>{}).isNone()); }
};

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
