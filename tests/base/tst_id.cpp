#include "app/base/id.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <thread>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 100'000;

QList<qint64> burst()
{
    QList<qint64> ids(many);
    std::ranges::generate(ids, newIdNumber);
    return ids;
}

/// What this executable does when it is started as a second process: a burst of ids on standard output.
int printIds()
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    for (const qint64 id : burst())
        out.write(QByteArray::number(id) + '\n');
    return 0;
}

} // namespace

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positiveAndIncreasing();
    void holdsItsTime();
    void differentInThreads();
    void differentInProcesses();
    void typed();
};

void TestId::positiveAndIncreasing()
{
    qint64 before = 0;
    for (const qint64 id : burst()) {
        QVERIFY(id > before);
        before = id;
    }
}

void TestId::holdsItsTime()
{
    const auto moment = [](qint64 id) { return QDateTime::fromMSecsSinceEpoch((id >> 21) + 1577836800000); };
    // After a burst the ids run ahead of the clock, by a millisecond for each 32 of them.
    QVERIFY(qAbs(moment(newIdNumber()).msecsTo(QDateTime::currentDateTimeUtc())) < many / 32 + 2000);
}

void TestId::differentInThreads()
{
    std::array<QList<qint64>, 4> lists;
    {
        std::array<std::jthread, 4> threads;
        for (size_t i = 0; i < threads.size(); ++i)
            threads[i] = std::jthread([&list = lists[i]] { list = burst(); });
    }
    QSet<qint64> all;
    for (const QList<qint64> &list : lists) {
        QVERIFY(std::ranges::is_sorted(list));
        all.unite(QSet(list.begin(), list.end()));
    }
    QCOMPARE(all.size(), many * qsizetype(lists.size()));
}

void TestId::differentInProcesses()
{
    std::array<QProcess, 3> processes;
    for (QProcess &process : processes)
        process.start(QCoreApplication::applicationFilePath(), {u"--print-ids"_s});
    QSet<QByteArray> all;
    for (QProcess &process : processes) {
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), many);
        all.unite(QSet(lines.begin(), lines.end()));
    }
    QCOMPARE(all.size(), many * qsizetype(processes.size()));
}

void TestId::typed()
{
    struct Thing;
    QVERIFY(!Id<Thing>().isValid());
    const Id<Thing> first = Id<Thing>::make();
    const Id<Thing> second = Id<Thing>::make();
    QVERIFY(first.isValid());
    QVERIFY(first < second);
    QVERIFY(first == Id<Thing>{first.number});
    QCOMPARE((QSet<Id<Thing>>{first, second, first}).size(), 2);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == "--print-ids"_L1)
        return printIds();
    TestId test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_id.moc"
