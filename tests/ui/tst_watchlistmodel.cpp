#include "app/timeline/event.h"
#include "tests/ui/watchlistfixture.h"
#include "ui/watchlist/watchlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace redoubt;
using namespace Qt::StringLiterals;

class TestWatchListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_case = std::make_unique<WatchListFixture>(); }
    void cleanup() { m_case.reset(); }
    void modelOrder();
    void modelFilter_data();
    void modelFilter();
    void modelFollowsWithoutReset();
    void modelSpeaks();

private:
    std::unique_ptr<WatchListFixture> m_case;
};

void TestWatchListModel::modelOrder()
{
    m_case->add(watched(u"open-ended"_s, {}));
    m_case->add(watched(u"in July"_s, u"2026-07"_s));
    m_case->add(watched(u"overdue"_s, u"2026-05-30"_s));
    const Indicator done = m_case->add(watched(u"done"_s, u"2026-01-01"_s));
    m_case->file.edit([&](Writer &writer) { return resolve(writer, done.id, {}, day(9)); });
    WatchListModel model(m_case->file.project());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setToday(today);
    QVERIFY(model.reload());
    const auto dump = [&model] {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.index(row).data().toString());
        return rows.join(u", "_s);
    };
    QCOMPARE(dump(), u"overdue, in July, open-ended, 1 resolved"_s);
    QCOMPARE(model.overdue(), 1);
    QCOMPARE(model.passing(), 4);
    model.setResolvedShown(true);
    QCOMPARE(dump(), u"overdue, in July, open-ended, 1 resolved, done"_s);
    m_case->file.edit([&](Writer &writer) { return redoubt::reopen(writer, done.id); });
    QCOMPARE(dump(), u"done, overdue, in July, open-ended"_s);
    must(m_case->file.project().undo());
    QCOMPARE(dump(), u"overdue, in July, open-ended, 1 resolved, done"_s);
    model.setResolvedShown(false);
    QCOMPARE(dump(), u"overdue, in July, open-ended, 1 resolved"_s);
    model.setToday(QDate(2026, 8, 1));
    QCOMPARE(model.overdue(), 2);
}

void TestWatchListModel::modelFilter_data()
{
    using Due = WatchFilter::Due;
    using Status = WatchFilter::Status;
    QTest::addColumn<WatchFilter>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, Due due, Status status, const QString &expected) {
        QTest::newRow(name) << WatchFilter{text, due, status} << expected;
    };
    row("all", {}, Due::Any, Status::Any, u"overdue, soon, July, open-ended, 1 resolved"_s);
    row("word of the title", u"OVER"_s, Due::Any, Status::Any, u"overdue"_s);
    row("word of a reading", u"creeps"_s, Due::Any, Status::Open, u"overdue, soon, July, open-ended"_s);
    row("all words have to be there", u"july words"_s, Due::Any, Status::Any, u"July"_s);
    row("nothing", u"xyz"_s, Due::Any, Status::Any, u""_s);
    row("overdue", {}, Due::Overdue, Status::Any, u"overdue"_s);
    row("week", {}, Due::Week, Status::Any, u"soon"_s);
    row("month", {}, Due::Month, Status::Any, u"soon"_s);
    row("open-ended", {}, Due::OpenEnded, Status::Any, u"open-ended"_s);
    row("open", {}, Due::Any, Status::Open, u"overdue, soon, July, open-ended"_s);
    row("resolved are not folded when asked for", {}, Due::Any, Status::Resolved, u"done"_s);
}

void TestWatchListModel::modelFilter()
{
    m_case->add(watched(u"open-ended"_s, {}));
    m_case->add(watched(u"July"_s, u"2026-07"_s));
    m_case->add(watched(u"soon"_s, u"2026-06-08"_s));
    m_case->add(watched(u"overdue"_s, u"2026-05-31"_s));
    Indicator done = watched(u"done"_s, u"2026-05-31"_s);
    done.resolvedAt = day(9);
    done.outcomes[1].reading.clear();
    m_case->add(done);
    WatchListModel model(m_case->file.project());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setToday(today);
    QVERIFY(model.reload());
    QFETCH(WatchFilter, filter);
    model.setFilter(filter);
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row).data().toString());
    QTEST(rows.join(u", "_s), "expected");
}

void TestWatchListModel::modelFollowsWithoutReset()
{
    Indicator first = m_case->add(watched(u"first"_s, u"2026-06-10"_s));
    m_case->add(watched(u"second"_s, u"2026-06-20"_s));
    WatchListModel model(m_case->file.project());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.reload());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy altered(&model, &QAbstractItemModel::dataChanged);
    first.title = u"renamed"_s;
    m_case->file.edit([&](Writer &writer) { return updateIndicator(writer, first); });
    QCOMPARE(altered.size(), 1);
    QCOMPARE(altered.first().first().toModelIndex(), model.index(0));
    QCOMPARE(model.index(0).data().toString(), u"renamed"_s);
    first.due = u"2026-06-30"_s;
    m_case->file.edit([&](Writer &writer) { return updateIndicator(writer, first); });
    QCOMPARE(moved.size(), 1);
    QCOMPARE(model.index(1).data().toString(), u"renamed"_s);
    Event event;
    event.title = u"Elsewhere"_s;
    altered.clear();
    m_case->file.edit([&](Writer &writer) { return addEvent(writer, event); });
    QCOMPARE(altered.size(), 0);
    QCOMPARE(reset.size(), 0);
}

void TestWatchListModel::modelSpeaks()
{
    const Indicator indicator = m_case->add(watched(u"Posture"_s, u"2026-07-31"_s));
    WatchListModel model(m_case->file.project());
    model.setToday(today);
    QVERIFY(model.reload());
    const auto said = [&](int role) { return model.indexOf(indicator.id).data(role).toString().replace(u'\u202f', u' '); };
    QCOMPARE(said(Qt::AccessibleTextRole),
        u"Posture. due 31 Jul 2026, 2 mo. More than words: likely 55–80 %, 62 %. "
         "More than words, 62 % → deterrence renewed. Words only, 38 % → the line creeps"_s);
    QCOMPARE(said(Qt::ToolTipRole), u"Posture\ndue 31 Jul 2026\nMore than words, 62 % → deterrence renewed\n"
                                     "Words only, 38 % → the line creeps"_s);
    model.setResolvedShown(true);
    m_case->file.edit([&](Writer &writer) { return resolve(writer, indicator.id, indicator.outcomes[1].id, day(30)); });
    QCOMPARE(said(Qt::AccessibleTextRole), u"Posture. resolved on 30 May 2026: Words only"_s);
    QCOMPARE(model.indexOf(indicator.id).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
}

QTEST_MAIN(TestWatchListModel)
#include "tst_watchlistmodel.moc"
