#include "app/sources/evidence.h"
#include "app/timeline/event.h"
#include "tests/project/otherprogram.h"
#include "tests/support/temporaryproject.h"
#include "tests/support/slowness.h"
#include "ui/look/look.h"
#include "ui/sources/sourcedelegate.h"
#include "ui/sources/sourcefilter.h"
#include "ui/sources/sourcetext.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QListView>
#include <QSignalSpy>

using namespace redoubt;

/// The list of sources: its model follows the project row by row, its filter and orders, its cards.
class TestSourceList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followsEdits();
    void tellsWhatItCannotRead_data();
    void tellsWhatItCannotRead();
    void tellsWhatItCannotFollow_data();
    void tellsWhatItCannotFollow();
    void touchesOnlyWhatChanged();
    void titleOfAnOriginIsFollowed();
    void relatedRows();
    void filters_data();
    void filters();
    void orders_data();
    void orders();
    void cardSaysAll_data();
    void cardSaysAll();
    void cardsAreOfOneHeight_data();
    void cardsAreOfOneHeight();
    void hundredThousand();

private:
    Source add(const QString &title, const Grade &grade = {}, const QString &published = {}, Id<Source> origin = {})
    {
        Source source{.id = {}, .key = {}, .title = title, .author = {}, .publisher = {}, .published = published, .address = {}, .language = {}, .grade = grade, .retractedAt = {}, .retractionNote = {}, .note = {}, .origin = origin};
        m_project->edit([&](Writer &writer) { return addSource(writer, source); });
        return source;
    }

    Excerpt addCaptured(const Source &source)
    {
        Excerpt excerpt;
        m_project->edit([&](Writer &writer) -> Result<> {
            Capture capture = must(captureOfText(source.id, u"every inch of allied territory"_s, m_at));
            must(addCapture(writer, capture));
            excerpt = must(excerptOf(capture, 0, 10));
            return addExcerpt(writer, excerpt);
        });
        return excerpt;
    }

    [[nodiscard]] QString keys() const
    {
        QStringList list;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            list.append(m_filter->index(row, 0).data(SourceListModel::CardRole).value<SourceCard>().source.key);
        return list.join(u' ');
    }

    /// "row:first-last" of each dataChanged since the last call.
    static QString ranges(QSignalSpy &spy)
    {
        QStringList list;
        for (const auto &call : std::as_const(spy))
            list.append(u"%1-%2"_s.arg(call.at(0).toModelIndex().row()).arg(call.at(1).toModelIndex().row()));
        spy.clear();
        list.sort();
        return list.join(u' ');
    }

    const QDateTime m_at{QDate(2026, 5, 29), QTime(9, 12), QTimeZone::UTC};
    std::unique_ptr<TemporaryProject> m_project;
    std::unique_ptr<SourceListModel> m_model;
    std::unique_ptr<SourceFilter> m_filter;
};

void TestSourceList::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_model = std::make_unique<SourceListModel>(m_project->project());
    m_filter = std::make_unique<SourceFilter>(*m_model);
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    new QAbstractItemModelTester(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_filter.get());
}

void TestSourceList::cleanup()
{
    m_filter.reset();
    m_model.reset();
    m_project.reset();
}

void TestSourceList::followsEdits()
{
    QCOMPARE(keys(), QString());
    const Source b = add(u"B"_s);
    Source a = add(u"A"_s);
    QCOMPARE(keys(), u"a b"_s);
    a.key = u"c"_s;
    m_project->edit([&](Writer &writer) { return updateSource(writer, a); });
    QCOMPARE(keys(), u"b c"_s);
    m_project->edit([&](Writer &writer) { return removeSource(writer, b.id); });
    QCOMPARE(keys(), u"c"_s);
    QCOMPARE(m_model->rowOf(a.id), 0);
    must((*m_project)->undo());
    QCOMPARE(keys(), u"b c"_s);
    must((*m_project)->undo());
    QCOMPARE(keys(), u"a b"_s);
    // What was loaded anew is what was followed.
    const SourceListModel fresh(m_project->project());
    for (int row = 0; row < fresh.rowCount(); ++row)
        QCOMPARE(m_model->card(m_model->rowOf(fresh.card(row).source.id)), fresh.card(row));
}

void TestSourceList::tellsWhatItCannotRead_data()
{
    QTest::addColumn<QString>("missing");
    for (const char *table : {"source", "origin", "capture", "excerpt", "event_source"})
        QTest::newRow(table) << QString::fromLatin1(table);
}

void TestSourceList::tellsWhatItCannotRead()
{
    QFETCH(QString, missing);
    add(u"A"_s);
    const OtherProgram other(m_project->project().path());
    QCOMPARE(other.run(u"ALTER TABLE %1 RENAME TO elsewhere"_s.arg(missing)), QString());
    SourceListModel model(m_project->project());
    QSignalSpy told(&model, &SourceListModel::failed);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(told.first().first().value<Error>().why.contains(missing), qPrintable(told.first().first().value<Error>().text()));
}

void TestSourceList::tellsWhatItCannotFollow_data()
{
    QTest::addColumn<QString>("missing");
    for (const char *table : {"capture", "excerpt", "event_source", "origin"})
        QTest::newRow(table) << QString::fromLatin1(table);
}

void TestSourceList::tellsWhatItCannotFollow()
{
    QFETCH(QString, missing);
    add(u"A"_s);
    const OtherProgram other(m_project->project().path());
    QCOMPARE(other.run(u"ALTER TABLE %1 RENAME TO elsewhere"_s.arg(missing)), QString());
    QSignalSpy told(m_model.get(), &SourceListModel::failed);
    Changes changes;
    changes.rows[missing] = {1, 2};
    Q_EMIT m_project->project().changed(changes);
    QVERIFY(!told.isEmpty());
    QVERIFY2(told.first().first().value<Error>().why.contains(missing), qPrintable(told.first().first().value<Error>().text()));
}

void TestSourceList::touchesOnlyWhatChanged()
{
    add(u"A"_s);
    const Source b = add(u"B"_s);
    const Source c = add(u"C"_s);
    Event event;
    event.title = u"Strike"_s;
    m_project->edit([&](Writer &writer) { return addEvent(writer, event); });
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

    const Excerpt excerpt = addCaptured(b);
    QCOMPARE(ranges(changed), u"1-1"_s);
    QCOMPARE(m_model->card(1).excerpts, 1);
    Evidence evidence{.id = {}, .event = event.id, .source = c.id, .excerpt = {}};
    m_project->edit([&](Writer &writer) { return addEvidence(writer, evidence); });
    QCOMPARE(ranges(changed), u"2-2"_s);
    QCOMPARE(m_model->card(2).events, 1);
    // Rows that are gone are known by what they hung on.
    m_project->edit([&](Writer &writer) { return removeExcerpt(writer, excerpt.id); });
    QCOMPARE(ranges(changed), u"1-1"_s);
    m_project->edit([&](Writer &writer) { return removeEvent(writer, event.id); });
    QCOMPARE(ranges(changed), u"2-2"_s);
    QCOMPARE(m_model->card(2).events, 0);
    m_project->edit([&](Writer &writer) { return removeCapture(writer, excerpt.capture); });
    QCOMPARE(ranges(changed), u"1-1"_s);
    QCOMPARE(m_model->card(1).captures, 0);
    // A note on an excerpt changes no card.
    must((*m_project)->undo());
    must((*m_project)->undo());
    must((*m_project)->undo());
    changed.clear();
    Excerpt noted = excerpt;
    noted.note = u"twice"_s;
    m_project->edit([&](Writer &writer) { return updateExcerpt(writer, noted); });
    QCOMPARE(ranges(changed), QString());
    QCOMPARE(reset.size(), 0);
}

void TestSourceList::titleOfAnOriginIsFollowed()
{
    Source wire = add(u"Wire"_s);
    const Source outlet = add(u"Outlet"_s, {}, {}, wire.id);
    const QModelIndex index = m_model->index(m_model->rowOf(outlet.id));
    QCOMPARE(index.data(SourceListModel::OriginRole).toString(), u"Wire"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    wire.title = u"Agency"_s;
    m_project->edit([&](Writer &writer) { return updateSource(writer, wire); });
    QCOMPARE(ranges(changed), u"0-0 1-1"_s);
    QCOMPARE(index.data(SourceListModel::OriginRole).toString(), u"Agency"_s);
    m_project->edit([&](Writer &writer) { return removeSource(writer, wire.id); });
    QCOMPARE(m_model->index(0).data(SourceListModel::OriginRole).toString(), QString());
}

void TestSourceList::relatedRows()
{
    const Source a = add(u"A"_s);
    const Source b = add(u"B"_s);
    add(u"C"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setRelated({a.id, b.id});
    QCOMPARE(ranges(changed), u"0-0 1-1"_s);
    m_model->setRelated({b.id});
    QCOMPARE(ranges(changed), u"0-0"_s);
    QVERIFY(!m_model->index(0).data(SourceListModel::RelatedRole).toBool());
    QVERIFY(m_model->index(1).data(SourceListModel::RelatedRole).toBool());
}

void TestSourceList::filters_data()
{
    QTest::addColumn<SourceFilter::Grades>("grades");
    QTest::addColumn<QString>("keys");
    using Grades = SourceFilter::Grades;
    QTest::newRow("nothing") << Grades::All << u"doubt good poor unrated"_s;
    QTest::newRow("reliable") << Grades::Reliable << u"doubt good"_s;
    QTest::newRow("probable") << Grades::Probable << u"good"_s;
    QTest::newRow("doubtful") << Grades::Doubtful << u"doubt poor"_s;
    QTest::newRow("not rated") << Grades::NotRated << u"unrated"_s;
}

void TestSourceList::filters()
{
    QFETCH(SourceFilter::Grades, grades);
    add(u"Good"_s, {u'A', 2});
    add(u"Doubt"_s, {u'B', 4});
    m_filter->setGrades(grades);
    add(u"Poor"_s, {u'E', 3}); // filtered although the choice was there before
    add(u"Unrated"_s);
    QTEST(keys(), "keys");
    m_filter->setGrades(SourceFilter::Grades::All);
    QCOMPARE(keys(), u"doubt good poor unrated"_s);
}

void TestSourceList::orders_data()
{
    QTest::addColumn<SourceFilter::Order>("order");
    QTest::addColumn<QString>("keys");
    QTest::newRow("key") << SourceFilter::Order::Key << u"a b c d"_s;
    QTest::newRow("newest, without a date last") << SourceFilter::Order::Newest << u"c b a d"_s;
    QTest::newRow("grade") << SourceFilter::Order::Grade << u"d c a b"_s;
}

void TestSourceList::orders()
{
    QFETCH(SourceFilter::Order, order);
    add(u"A"_s, {u'B', 1}, u"2022-02-24"_s);
    add(u"B"_s, {}, u"[2025-09-09,2025-09-10]"_s);
    add(u"C"_s, {u'A', 3}, u"2026-05~"_s);
    add(u"D"_s, {u'A', 1});
    m_filter->setOrder(order);
    QTEST(keys(), "keys");
}

void TestSourceList::cardSaysAll_data()
{
    QTest::addColumn<bool>("captured");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing captured")
        << false
        << u"NATO <b>on</b> Galați; Official statement, 29 May 2026; A2: Reliable · Probably true; origin: itself; nothing captured ○"_s;
    QTest::newRow("captured")
        << true
        << u"NATO <b>on</b> Galați; Official statement, 29 May 2026; A2: Reliable · Probably true; origin: itself; captured 29 May 2026 ✓; %1"_s
               .arg(QCoreApplication::translate("redoubt::SourceText", "%n excerpt(s)", nullptr, 1));
}

void TestSourceList::cardSaysAll()
{
    QFETCH(bool, captured);
    Source source = add(u"NATO <b>on</b> Galați"_s, {u'A', 2}, u"2026-05-29"_s);
    source.type = SourceType::Statement;
    m_project->edit([&](Writer &writer) { return updateSource(writer, source); });
    if (captured)
        addCaptured(source);
    QTEST(m_model->index(0).data(Qt::AccessibleTextRole).toString(), "said");
    const QString tip = m_model->index(0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"NATO &lt;b&gt;on&lt;/b&gt; Galați"_s) && tip.contains(u"@nato-b-on-b-galati"_s), qPrintable(tip));
}

void TestSourceList::cardsAreOfOneHeight_data()
{
    QTest::addColumn<int>("scale");
    QTest::newRow("100 %") << 100;
    QTest::newRow("200 %") << 200;
}

void TestSourceList::cardsAreOfOneHeight()
{
    QFETCH(int, scale);
    const QFont before = QApplication::font();
    QFont larger = before;
    larger.setPointSizeF(before.pointSizeF() * scale / 100);
    QApplication::setFont(larger);
    const auto restore = qScopeGuard([&] { QApplication::setFont(before); });

    addCaptured(add(u"A very long title that does not fit into a narrow list, "_s.repeated(5)));
    Source retracted = add(u"Short"_s);
    retracted.retracted = true;
    m_project->edit([&](Writer &writer) { return updateSource(writer, retracted); });
    QListView view;
    view.setItemDelegate(new SourceDelegate(&view));
    view.setModel(m_filter.get());
    view.resize(360, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.visualRect(m_filter->index(0, 0)).height(), view.visualRect(m_filter->index(1, 0)).height());
    const int narrow = view.visualRect(m_filter->index(0, 0)).height();
    QVERIFY(narrow > 3 * QFontMetrics(larger).height());
    view.resize(1600, 600);
    view.doItemsLayout();
    QVERIFY(view.visualRect(m_filter->index(0, 0)).height() < narrow);
    QVERIFY(!view.grab().isNull());
}

void TestSourceList::hundredThousand()
{
    m_project->edit([](Writer &writer) -> Result<> {
        for (int i = 0; i < 100'000; ++i) {
            Source source;
            source.key = u"s-%1"_s.arg(i);
            source.title = u"Source %1"_s.arg(i);
            auto added = writer.insert(u"source"_s, {u"id"_s, u"key"_s, u"title"_s}, {i + 1, source.key, source.title});
            if (!added)
                return added;
        }
        return {};
    });
    QCOMPARE(m_filter->rowCount(), 100'000);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QElapsedTimer timer;
    timer.start();
    Source one = *must(source(m_project->reader(), Id<Source>{5000}));
    const int steps = 20;
    for (int i = 0; i < steps; ++i) {
        one.grade.credibility = 1 + i % 6;
        m_project->edit([&](Writer &writer) { return updateSource(writer, one); });
    }
    qInfo("an edit among 100,000 sources: %lld ms", timer.elapsed() / steps);
    QCOMPARE(changed.size(), steps);
    QVERIFY(timer.elapsed() / steps < 250 * slowness);
}

QTEST_MAIN(TestSourceList)
#include "tst_sourcelist.moc"
