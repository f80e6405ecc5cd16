#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/timeline/filterquery.h"
#include "tests/support/temporaryproject.h"
#include "ui/look/look.h"
#include "ui/timeline/chronologytable.h"
#include "ui/timeline/datefield.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>

using namespace redoubt;

class TestChronologyTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsWhatIsInTheProject();
    void saysWhatIsRetracted();
    void sorts_data();
    void sorts();
    void manyAreSortedMeanwhile();
    void theFilterHidesAndSoftens();
    void aCellIsChangedByKeys_data();
    void aCellIsChangedByKeys();
    void whatIsNotUnderstoodIsNotWritten_data();
    void whatIsNotUnderstoodIsNotWritten();
    void escapeLeavesTheCell();
    void aLaneIsChosenForAllSelected();
    void aTextGoesToAllSelected();
    void titlesAreOfOneOnly();
    void selectionStaysWithTheEvents();
    void oneSelectionBothWays();
    void copiesWhatIsShown();
    void deletesWhatIsSelected();
    void columnsAreRemembered();
    void aReadOnlyProjectIsNotChanged();
    void casualties_data();
    void casualties();

private:
    void open();
    void follow(const Changes &changes);
    void filter(QStringView query);
    [[nodiscard]] std::shared_ptr<const Matches> found() const;
    /// The first letters of the titles in the order of the rows, ~ before those that are only possibly meant.
    [[nodiscard]] QString rows() const;
    [[nodiscard]] ChronologyModel *model() const { return m_table->chronology(); }
    void startEditing(const QString &title, ChronologyColumn column);
    [[nodiscard]] QLineEdit *editor() const;
    [[nodiscard]] int rowOf(QStringView title) const;
    [[nodiscard]] Event eventNow(QStringView title) const;
    void select(const QStringList &titles);

    std::unique_ptr<TemporaryProject> m_project;
    std::shared_ptr<Chronology> m_chronology;
    std::shared_ptr<const Matches> m_matches;
    QString m_query;
    std::unique_ptr<ChronologyTable> m_table;
    Id<Lane> m_incidents{11};
    Id<Lane> m_responses{12};
};

void TestChronologyTable::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    look::apply(*qApp, look::Scheme::Light);
    QApplication::setEffectEnabled(Qt::UI_General, false);
}

void TestChronologyTable::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_project->edit([this](Writer &writer) -> Result<> {
        must(addLane(writer, {m_incidents, u"incidents"_s, u"Incidents"_s, 0, 3, false}));
        must(addLane(writer, {m_responses, u"responses"_s, u"Responses"_s, 1, 4, false}));
        const auto add = [&](const QString &title, const QString &date, Id<Lane> lane, const QString &place) {
            Event event;
            event.title = title;
            event.date = date;
            event.bounds = readEdtf(date)->bounds;
            event.lane = lane;
            event.place = place;
            event.actors = QStringList{u"Russia"_s, title.left(1)};
            event.certainty = title.startsWith(u'B') ? Certainty::Disputed : Certainty::Confirmed;
            must(addEvent(writer, event));
            return event.id;
        };
        const auto a = add(u"A drone"_s, u"2022-03-10"_s, m_incidents, u"Zagreb"_s);
        add(u"B drones"_s, u"2025"_s, m_responses, u"Ärmel"_s);
        add(u"C drone"_s, u"2025-09-09/2025-09-10"_s, {}, QString());
        add(u"D drone"_s, u"2026-05-29"_s, m_incidents, u"Galați"_s);
        Source source;
        source.title = u"S"_s;
        must(addSource(writer, source));
        Evidence evidence;
        evidence.event = a;
        evidence.source = source.id;
        must(addEvidence(writer, evidence));
        return setTags(writer, u"event"_s, a.number, {u"air"_s, u"sea"_s});
    });
    open();
}

void TestChronologyTable::open()
{
    m_query.clear();
    m_table = std::make_unique<ChronologyTable>(m_project->project());
    new QAbstractItemModelTester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_table.get());
    m_chronology = std::make_shared<Chronology>(must(Chronology::read(m_project->reader())));
    m_matches = std::make_shared<const Matches>();
    connect(&m_project->project(), &Project::changed, m_table.get(), [this](const Changes &changes) { follow(changes); });
    m_table->setChronology(m_chronology, m_matches);
    m_table->resize(1400, 400);
    m_table->show();
    m_table->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    m_table->setFocus();
}

void TestChronologyTable::cleanup()
{
    m_table.reset();
    m_project.reset();
}

/// As the panel does.
void TestChronologyTable::follow(const Changes &changes)
{
    model()->stop();
    model()->forget(changes);
    must(m_chronology->follow(m_project->reader(), changes));
    m_matches = found();
    m_table->setChronology(m_chronology, m_matches);
}

std::shared_ptr<const Matches> TestChronologyTable::found() const
{
    return std::make_shared<const Matches>(
        must(matches(m_project->reader(), *m_chronology, filterOf(readQuery(m_query)), eventsToldBy)));
}

void TestChronologyTable::filter(QStringView query)
{
    m_query = query.toString();
    m_matches = found();
    m_table->setMatches(m_matches);
}

QString TestChronologyTable::rows() const
{
    QString text;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, int(ChronologyColumn::Title));
        text += Truth(index.data(ChronologyModel::TruthRole).toInt()) == Truth::Possibly ? u"~"_s : QString();
        text += index.data().toString().left(1);
    }
    return text;
}

int TestChronologyTable::rowOf(QStringView title) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->textAt(row, ChronologyColumn::Title).startsWith(title))
            return row;
    }
    return -1;
}

Event TestChronologyTable::eventNow(QStringView title) const
{
    return must(redoubt::event(m_project->reader(), model()->idAt(rowOf(title)))).value_or(Event());
}

void TestChronologyTable::startEditing(const QString &title, ChronologyColumn column)
{
    const QModelIndex index = model()->index(rowOf(title), int(column));
    m_table->selectionModel()->setCurrentIndex(index,
        m_table->selectionModel()->isRowSelected(index.row()) ? QItemSelectionModel::NoUpdate
                                                              : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTest::keyClick(m_table.get(), Qt::Key_F2);
}

QLineEdit *TestChronologyTable::editor() const
{
    return m_table->viewport()->findChild<QLineEdit *>();
}

void TestChronologyTable::select(const QStringList &titles)
{
    m_table->clearSelection();
    for (const QString &title : titles)
        m_table->selectionModel()->select(model()->index(rowOf(title), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TestChronologyTable::showsWhatIsInTheProject()
{
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column)
        cells.append(model()->index(0, column).data().toString());
    QCOMPARE(cells.join(u'|'), u"10 Mar 2022|A drone|Incidents|Zagreb|Russia, A|confirmed|1|air, sea||a-drone"_s);
    QCOMPARE(rows(), u"ABCD"_s);
    QCOMPARE(model()->index(0, 2).data(ChronologyModel::ColourRole).toInt(), 3);
    QCOMPARE(model()->index(2, 2).data(ChronologyModel::ColourRole).toInt(), -1);
    QCOMPARE(model()->headerData(6, Qt::Horizontal).toString(), u"Sources"_s);
    QVERIFY(model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"2022-03-10"));
}

void TestChronologyTable::saysWhatIsRetracted()
{
    const auto cell = [&] { return model()->index(0, int(ChronologyColumn::Sources)); };
    QCOMPARE(cell().data().toString(), u"1"_s);
    Source source = must(sources(m_project->reader())).first();
    source.retracted = true;
    m_project->edit([&](Writer &writer) { return updateSource(writer, source); });
    QCOMPARE(cell().data().toString(), u"0 of 1 · ✕ 1 retracted"_s);
    QCOMPARE(cell().data(Qt::ToolTipRole).toString(), u"✕ 1 of 1 source(s) retracted · none left"_s);
    must((*m_project)->undo());
    QCOMPARE(cell().data().toString(), u"1"_s);
}

void TestChronologyTable::sorts_data()
{
    QTest::addColumn<ChronologyColumn>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    QTest::newRow("date") << ChronologyColumn::Date << u"ABCD"_s << u"DCBA"_s;
    QTest::newRow("title") << ChronologyColumn::Title << u"ABCD"_s << u"DCBA"_s;
    QTest::newRow("lane") << ChronologyColumn::Lane << u"ADBC"_s << u"CBDA"_s;
    QTest::newRow("place") << ChronologyColumn::Place << u"BDAC"_s << u"CADB"_s;
    QTest::newRow("certainty") << ChronologyColumn::Certainty << u"ACDB"_s << u"BDCA"_s;
    QTest::newRow("sources") << ChronologyColumn::Sources << u"ABCD"_s << u"DCBA"_s;
    QTest::newRow("tags") << ChronologyColumn::Tags << u"ABCD"_s << u"DCBA"_s;
    QTest::newRow("key") << ChronologyColumn::Key << u"ABCD"_s << u"DCBA"_s;
}

void TestChronologyTable::sorts()
{
    QFETCH(ChronologyColumn, column);
    m_table->showColumn(column, true);
    m_table->sortByColumn(int(column), Qt::AscendingOrder);
    QTEST(rows(), "ascending");
    const QHeaderView *header = m_table->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(int(column)) + header->sectionSize(int(column)) / 2, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QTEST(rows(), "descending");
}

void TestChronologyTable::manyAreSortedMeanwhile()
{
    m_project->edit([](Writer &writer) {
        return writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
                          "INSERT INTO event (id, key, title, date, start_earliest, start_latest, end_earliest, end_latest) "
                          "SELECT i, 'e' || i, printf('%06d', 30001 - i), '1970', i, i, i, i FROM n"_s);
    });
    QCOMPARE(model()->rowCount(), 30'004);
    QCOMPARE(model()->textAt(0, ChronologyColumn::Title), u"030000"_s);
    m_table->choose({2});
    m_table->sortByColumn(int(ChronologyColumn::Title), Qt::AscendingOrder);
    QVERIFY(model()->isSorting());
    QCOMPARE(model()->textAt(0, ChronologyColumn::Title), u"030000"_s);
    QTRY_VERIFY(!model()->isSorting());
    QCOMPARE(model()->textAt(0, ChronologyColumn::Title), u"000001"_s);
    QCOMPARE(model()->textAt(30'003, ChronologyColumn::Title), u"D drone"_s);
    QCOMPARE(m_table->chosen(), Id<Event>{2});
    // An edit while it is sorted: the others stay where they are.
    m_project->edit([](Writer &writer) { return writer.run(u"UPDATE event SET title = '000000' WHERE id = 1"_s); });
    QTRY_VERIFY(!model()->isSorting());
    QCOMPARE(model()->idAt(0), Id<Event>{1});
    m_project->edit([](Writer &writer) { return writer.run(u"DELETE FROM event WHERE id > 29990 AND id < 30001"_s); });
    QTRY_VERIFY(!model()->isSorting());
    QCOMPARE(model()->rowCount(), 29'994);
    QCOMPARE(model()->idAt(0), Id<Event>{1});
}

void TestChronologyTable::theFilterHidesAndSoftens()
{
    filter(u"in:2025-09");
    QCOMPARE(rows(), u"~BC"_s);
    QVERIFY(model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"Possibly"));
    m_table->sortByColumn(int(ChronologyColumn::Title), Qt::DescendingOrder);
    QCOMPARE(rows(), u"C~B"_s);
    filter(u"drone -in:2025");
    QCOMPARE(rows(), u"DA"_s);
    filter({});
    QCOMPARE(rows(), u"DCBA"_s);
}

void TestChronologyTable::aCellIsChangedByKeys_data()
{
    QTest::addColumn<ChronologyColumn>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("cell");
    QTest::newRow("title") << ChronologyColumn::Title << u"Another drone"_s << u"Another drone"_s;
    QTest::newRow("date in words") << ChronologyColumn::Date << u"late 2022"_s << u"late 2022"_s;
    QTest::newRow("EDTF") << ChronologyColumn::Date << u"2014-03~"_s << u"c. March 2014"_s;
    QTest::newRow("place") << ChronologyColumn::Place << u" Here "_s << u"Here"_s;
    QTest::newRow("no place") << ChronologyColumn::Place << QString() << QString();
    QTest::newRow("actors") << ChronologyColumn::Actors << u"NATO,  Romania , NATO"_s << u"NATO, Romania"_s;
    QTest::newRow("tags") << ChronologyColumn::Tags << u"sea, war"_s << u"sea, war"_s;
    QTest::newRow("casualties") << ChronologyColumn::Casualties << u"2-5 (3)"_s << u"2–5 (3)"_s;
}

void TestChronologyTable::aCellIsChangedByKeys()
{
    QFETCH(ChronologyColumn, column);
    QFETCH(QString, typed);
    QFETCH(QString, cell);
    m_table->showColumn(column, true);
    const qsizetype actions = m_project->project().history()->size();
    const QString before = model()->textAt(0, column);
    const Id<Event> id = model()->idAt(0);
    startEditing(u"A"_s, column);
    QVERIFY(editor());
    editor()->selectAll();
    QTest::keyClick(editor(), Qt::Key_Delete);
    QTest::keyClicks(editor(), typed);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_VERIFY(!editor());
    QCOMPARE(model()->textAt(model()->rowOf(id), column), cell);
    QCOMPARE(m_project->project().history()->size(), actions + 1);
    QCOMPARE(m_table->chosen(), id);
    QVERIFY(m_project->project().undo());
    QCOMPARE(model()->textAt(model()->rowOf(id), column), before);
}

void TestChronologyTable::whatIsNotUnderstoodIsNotWritten_data()
{
    QTest::addColumn<ChronologyColumn>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("date") << ChronologyColumn::Date << u"the other day"_s << false;
    QTest::newRow("title") << ChronologyColumn::Title << u" "_s << false;
    QTest::newRow("casualties") << ChronologyColumn::Casualties << u"many"_s << true;
}

void TestChronologyTable::whatIsNotUnderstoodIsNotWritten()
{
    QFETCH(ChronologyColumn, column);
    QFETCH(QString, typed);
    m_table->showColumn(column, true);
    QSignalSpy failed(m_table.get(), &ChronologyTable::failed);
    const Event before = eventNow(u"A");
    startEditing(u"A"_s, column);
    editor()->selectAll();
    QTest::keyClicks(editor(), typed);
    QTest::keyClick(editor(), Qt::Key_Return);
    // What is no date stays in its field.
    QTRY_COMPARE(editor() != nullptr, column == ChronologyColumn::Date);
    QTEST(failed.count() == 1, "isTold");
    QCOMPARE(eventNow(u"A"), before);
}

void TestChronologyTable::escapeLeavesTheCell()
{
    for (const ChronologyColumn column : {ChronologyColumn::Date, ChronologyColumn::Place}) {
        const Event before = eventNow(u"A");
        startEditing(u"A"_s, column);
        QTest::keyClicks(editor(), u"2014"_s);
        QTest::keyClick(editor(), Qt::Key_Escape);
        QTRY_VERIFY(!editor());
        QCOMPARE(eventNow(u"A"), before);
    }
}

void TestChronologyTable::aLaneIsChosenForAllSelected()
{
    select({u"A"_s, u"C"_s, u"D"_s});
    const qsizetype actions = m_project->project().history()->size();
    startEditing(u"C"_s, ChronologyColumn::Lane);
    auto *choice = m_table->viewport()->findChild<QComboBox *>();
    QVERIFY(choice);
    QTRY_VERIFY(choice->view()->isVisible());
    QTest::keyClick(choice->view(), Qt::Key_End);
    QTest::keyClick(choice->view(), Qt::Key_Return);
    QTRY_COMPARE(eventNow(u"C").lane, m_responses);
    QCOMPARE(eventNow(u"A").lane, m_responses);
    QCOMPARE(eventNow(u"D").lane, m_responses);
    QCOMPARE(m_project->project().history()->size(), actions + 1);
    QVERIFY(m_project->project().undoText().contains(u'3'));
    QVERIFY(m_project->project().undo());
    QCOMPARE(eventNow(u"C").lane, Id<Lane>());
    QCOMPARE(eventNow(u"A").lane, m_incidents);
}

void TestChronologyTable::aTextGoesToAllSelected()
{
    select({u"B"_s, u"C"_s});
    startEditing(u"B"_s, ChronologyColumn::Place);
    editor()->selectAll();
    QTest::keyClicks(editor(), u"Everywhere"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(eventNow(u"B").place, u"Everywhere"_s);
    QCOMPARE(eventNow(u"C").place, u"Everywhere"_s);
    QCOMPARE(eventNow(u"A").place, u"Zagreb"_s);
    QCOMPARE(m_table->selectedEvents().size(), 2);
}

void TestChronologyTable::titlesAreOfOneOnly()
{
    select({u"B"_s, u"C"_s});
    startEditing(u"B"_s, ChronologyColumn::Title);
    editor()->selectAll();
    QTest::keyClicks(editor(), u"E drone"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(rows(), u"AECD"_s);
}

void TestChronologyTable::selectionStaysWithTheEvents()
{
    select({u"A"_s, u"D"_s});
    m_table->sortByColumn(int(ChronologyColumn::Title), Qt::DescendingOrder);
    const auto selected = [this] {
        QString titles;
        for (const Id<Event> id : m_table->selectedEvents())
            titles += model()->textAt(model()->rowOf(id), ChronologyColumn::Title).left(1);
        return titles;
    };
    QCOMPARE(selected(), u"DA"_s);
    filter(u"-in:2025");
    QCOMPARE(selected(), u"DA"_s);
    m_project->edit([this](Writer &writer) { return setDate(writer, {eventNow(u"A").id}, *readEdtf(u"2027")); });
    filter({});
    QCOMPARE(selected(), u"DA"_s);
    m_table->sortByColumn(int(ChronologyColumn::Date), Qt::AscendingOrder);
    QCOMPARE(rows(), u"BCDA"_s);
    QCOMPARE(selected(), u"DA"_s);
}

void TestChronologyTable::oneSelectionBothWays()
{
    QSignalSpy chosen(m_table.get(), &ChronologyTable::eventChosen);
    m_table->choose(model()->idAt(1));
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(m_table->selectedEvents(), QList{model()->idAt(1)});
    QTest::keyClick(m_table.get(), Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().first().value<Id<Event>>(), model()->idAt(2));
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->visualRect(model()->index(0, 1)).center());
    QCOMPARE(chosen.last().first().value<Id<Event>>(), model()->idAt(0));
    QSignalSpy opened(m_table.get(), &ChronologyTable::openRequested);
    QTest::keyClick(m_table.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(opened.last().first().value<Id<Event>>(), model()->idAt(0));
    m_table->choose({});
    QVERIFY(m_table->selectedEvents().isEmpty());
}

void TestChronologyTable::copiesWhatIsShown()
{
    m_project->edit([this](Writer &writer) -> Result<> {
        must(setPlace(writer, {eventNow(u"A").id}, u"Line\nbreak \"here\""_s));
        return setTitle(writer, {eventNow(u"B").id}, u"B\ttab"_s);
    });
    for (int column = 0; column < chronologyColumns; ++column)
        m_table->showColumn(ChronologyColumn(column), column < 2 || column == int(ChronologyColumn::Place));
    m_table->horizontalHeader()->moveSection(1, 0);
    QTest::keyClick(m_table.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_table->selectedEvents().size(), 4);
    m_table->selectionModel()->select(m_table->model()->index(3, 0), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
        u"Title\tDate\tPlace\n"
        "A drone\t10 Mar 2022\t\"Line\nbreak \"\"here\"\"\"\n"
        "\"B\ttab\"\t2025\tÄrmel\n"
        "C drone\t9–10 Sept 2025\t\n"_s);
}

void TestChronologyTable::deletesWhatIsSelected()
{
    QSignalSpy deleted(m_table.get(), &ChronologyTable::deleteRequested);
    select({u"A"_s, u"D"_s});
    QTest::keyClick(m_table.get(), Qt::Key_Delete);
    QCOMPARE(deleted.count(), 1);
    const auto ids = deleted.first().first().value<QList<Id<Event>>>();
    QCOMPARE(ids, m_table->selectedEvents());
    m_project->edit([&](Writer &writer) { return removeEvents(writer, ids); });
    QCOMPARE(rows(), u"BC"_s);
    QVERIFY(m_project->project().undo());
    QCOMPARE(rows(), u"ABCD"_s);
}

void TestChronologyTable::columnsAreRemembered()
{
    m_table->showColumn(ChronologyColumn::Tags, true);
    m_table->showColumn(ChronologyColumn::Place, false);
    m_table->horizontalHeader()->moveSection(0, 1);
    m_table->sortByColumn(int(ChronologyColumn::Title), Qt::DescendingOrder);
    const QByteArray kept = m_table->arrangement();
    open();
    QCOMPARE(rows(), u"ABCD"_s);
    m_table->setArrangement(kept);
    QVERIFY(m_table->isShown(ChronologyColumn::Tags));
    QVERIFY(!m_table->isShown(ChronologyColumn::Place));
    QCOMPARE(m_table->horizontalHeader()->logicalIndex(0), 1);
    QCOMPARE(rows(), u"DCBA"_s);
    for (const QByteArray &broken : {QByteArray(), QByteArray("x"), kept.first(20), QByteArray(10'000, '\xff')})
        m_table->setArrangement(broken);
    QCOMPARE(rows(), u"DCBA"_s);
}

void TestChronologyTable::aReadOnlyProjectIsNotChanged()
{
    m_table.reset();
    m_project->reopen(Project::Mode::ReadOnly);
    open();
    QSignalSpy deleted(m_table.get(), &ChronologyTable::deleteRequested);
    startEditing(u"A"_s, ChronologyColumn::Place);
    QVERIFY(!editor());
    QTest::keyClick(m_table.get(), Qt::Key_Delete);
    QCOMPARE(deleted.count(), 0);
}

void TestChronologyTable::casualties_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("cell"); ///< empty where it is refused, unless nothing was typed
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("one number") << u"3"_s << u"3"_s;
    QTest::newRow("a range") << u"2-5"_s << u"2–5"_s;
    QTest::newRow("a dash") << u" 2 – 5 "_s << u"2–5"_s;
    QTest::newRow("with the best") << u"2–5 (3)"_s << u"2–5 (3)"_s;
    QTest::newRow("at least") << u"2-"_s << u"2–"_s;
    QTest::newRow("at most") << u"-5"_s << u"–5"_s;
    for (const auto &wrong : {u"5-2"_s, u"2-5 (7)"_s, u"2-5 (1)"_s, u"two"_s, u"99999999999"_s, u"2-99999999999"_s, u"2--5"_s, u"3 (4)"_s})
        QTest::newRow(qPrintable(wrong)) << wrong << QString();
}

void TestChronologyTable::casualties()
{
    QFETCH(QString, typed);
    QFETCH(QString, cell);
    const auto read = readCasualties(typed);
    QCOMPARE(read.has_value(), typed.isEmpty() || !cell.isEmpty());
    Event event;
    if (read) {
        event.casualtiesLow = read->low;
        event.casualtiesBest = read->best;
        event.casualtiesHigh = read->high;
    }
    QCOMPARE(casualtiesCell(event), cell);
}

QTEST_MAIN(TestChronologyTable)
#include "tst_chronologytable.moc"
