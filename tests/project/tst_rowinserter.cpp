#include "app/project/rowinserter.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

/// Rows past Qt Sql, one by one and many at once.
class TestRowInserter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_project = std::make_unique<TemporaryProject>(); }

    void writes_data();
    void writes();
    void leavesOut_data();
    void leavesOut();
    void refusesOne();
    void refusesAmongMany();
    void kindsOfValues();
    void keepsTextsUntilTheyAreWritten();
    void nothingAfterTheEnd();

private:
    QList<qint64> ids()
    {
        return must(m_project->reader().all(u"SELECT id FROM tag ORDER BY id"_s, {}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); }));
    }
    Result<> edit(const std::function<Result<>(Writer &)> &work) { return m_project->project().edit(u"Add"_s, work); }

    std::unique_ptr<TemporaryProject> m_project;
};

void TestRowInserter::writes_data()
{
    QTest::addColumn<RowWriting>("writing");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("early"); ///< that are there before finish()
    QTest::newRow("one by one") << RowWriting::OneByOne << 3 << 3;
    QTest::newRow("none") << RowWriting::Many << 0 << 0;
    QTest::newRow("a few") << RowWriting::Many << 3 << 0;
    QTest::newRow("one less than a statement") << RowWriting::Many << 31 << 0;
    QTest::newRow("a statement") << RowWriting::Many << 32 << 32;
    QTest::newRow("one more") << RowWriting::Many << 33 << 32;
    QTest::newRow("several") << RowWriting::Many << 100 << 96;
    QTest::newRow("those that are allowed") << RowWriting::ManyAllowed << 100 << 96;
}

void TestRowInserter::writes()
{
    QFETCH(RowWriting, writing);
    QFETCH(int, rows);
    QFETCH(int, early);
    QVERIFY(edit([&](Writer &writer) -> Result<> {
        const auto tags = writer.inserter(u"tag"_s, {u"id"_s, u"name"_s}, writing);
        for (int i = 1; i <= rows; ++i) {
            if (auto added = tags->number(i).text(u"tag %1"_s.arg(i)).insert(); !added)
                return added;
        }
        const qsizetype there = ids().size();
        const auto leftOut = tags->finish();
        return there == early && leftOut && leftOut->empty() ? Result<>() : failure(u"%1 rows were there before the end"_s.arg(there), {});
    }));
    QCOMPARE(ids().size(), rows);
    if (rows > 0)
        must(m_project->project().undo());
    QCOMPARE(ids().size(), 0);
}

void TestRowInserter::leavesOut_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QList<int>>("same"); ///< rows that have the name of the first
    QTest::newRow("by themselves") << 5 << QList<int>{2, 5};
    QTest::newRow("in a statement") << 32 << QList<int>{2, 17, 32};
    QTest::newRow("in several") << 70 << QList<int>{31, 33, 64, 65, 70};
    QTest::newRow("all but one") << 3 << QList<int>{2, 3};
}

void TestRowInserter::leavesOut()
{
    QFETCH(int, rows);
    QFETCH(QList<int>, same);
    std::vector<qint64> leftOut;
    QVERIFY(edit([&](Writer &writer) -> Result<> {
        const auto tags = writer.inserter(u"tag"_s, {u"id"_s, u"name"_s}, RowWriting::ManyAllowed);
        for (int i = 1; i <= rows; ++i) {
            if (auto added = tags->number(i).text(u"tag %1"_s.arg(same.contains(i) ? 1 : i)).insert(); !added)
                return added;
        }
        const auto refused = tags->finish();
        leftOut = refused.value_or(std::vector<qint64>());
        return tags->finish()->empty() ? Result<>() : failure(u"They were told twice."_s, {});
    }));
    QCOMPARE(leftOut, std::vector<qint64>(same.cbegin(), same.cend()));
    QList<qint64> expected;
    for (int i = 1; i <= rows; ++i) {
        if (!same.contains(i))
            expected.append(i);
    }
    QCOMPARE(ids(), expected);
}

void TestRowInserter::refusesOne()
{
    QVERIFY(edit([&](Writer &writer) -> Result<> {
        const auto tags = writer.inserter(u"tag"_s, {u"id"_s, u"name"_s});
        auto added = tags->number(1).text(u"a").insert();
        const auto refused = tags->number(2).text(u"a").insert();
        if (added && !refused && refused.error().kind == Error::Kind::Refused)
            added = tags->number(3).text(u"b").insert();
        return added;
    }));
    QCOMPARE(ids(), (QList<qint64>{1, 3}));
}

void TestRowInserter::refusesAmongMany()
{
    const auto done = edit([&](Writer &writer) -> Result<> {
        const auto tags = writer.inserter(u"tag"_s, {u"id"_s, u"name"_s}, RowWriting::Many);
        for (int i = 1; i < 32; ++i) {
            if (auto waits = tags->number(i).text(u"tag %1"_s.arg(i)).insert(); !waits)
                return waits;
        }
        return tags->number(32).text(u"tag 9").insert();
    });
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Refused);
    QCOMPARE(ids(), QList<qint64>());
}

void TestRowInserter::kindsOfValues()
{
    QVERIFY(edit([&](Writer &writer) -> Result<> {
        const auto events = writer.inserter(u"event"_s, {u"id"_s, u"key"_s, u"title"_s, u"date"_s, u"latitude"_s, u"longitude"_s, u"lane_id"_s, u"place"_s}, RowWriting::Many);
        if (auto added = events->number(7).utf8("k").text(u"Galați 😀").utf8("2026").real(45.25).real(-0.5).null().utf8({}).insert(); !added)
            return added;
        const auto finished = events->finish();
        return finished ? Result<>() : failure(finished);
    }));
    const auto event = m_project->reader().first(u"SELECT id, key, title, latitude, longitude, lane_id IS NULL, place = '' FROM event"_s, {}, [](const QSqlQuery &row) {
        QStringList values;
        for (int i = 0; i < 7; ++i)
            values.append(row.value(i).toString());
        return values.join(u'|');
    });
    QCOMPARE(must(event), u"7|k|Galați 😀|45.25|-0.5|1|1"_s);
}

void TestRowInserter::keepsTextsUntilTheyAreWritten()
{
    QVERIFY(edit([&](Writer &writer) -> Result<> {
        const auto tags = writer.inserter(u"tag"_s, {u"id"_s, u"name"_s}, RowWriting::Many);
        for (int i = 1; i <= 40; ++i) {
            QString name = u"tag %1"_s.arg(i);
            auto added = tags->number(i).text(name).insert();
            name.fill(u'x');
            if (!added)
                return added;
        }
        const auto finished = tags->finish();
        return finished ? Result<>() : failure(finished);
    }));
    const auto names = m_project->reader().all(u"SELECT name FROM tag ORDER BY id"_s, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    QCOMPARE(names->size(), 40);
    QCOMPARE(names->first(), u"tag 1"_s);
    QCOMPARE(names->at(31), u"tag 32"_s);
    QCOMPARE(names->last(), u"tag 40"_s);
}

/// What a failure that ends the transaction leaves would be written on its own.
void TestRowInserter::nothingAfterTheEnd()
{
    QVERIFY(!edit([&](Writer &writer) -> Result<> {
        const auto tags = writer.inserter(u"tag"_s, {u"id"_s, u"name"_s}, RowWriting::Many);
        auto waits = tags->number(1).text(u"a").insert();
        if (!waits || !writer.run(u"ROLLBACK"_s))
            return failure(u"It was not broken off."_s, {});
        const auto finished = tags->finish();
        if (finished || !finished.error().why.contains(u"has been broken off"))
            qWarning("it was written");
        return finished ? Result<>() : failure(finished);
    }));
    QCOMPARE(ids(), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestRowInserter)
#include "tst_rowinserter.moc"
