#include "app/brief/importhooks.h"
#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/timeline/import/eventimport.h"
#include "app/timeline/link.h"
#include "tests/project/dump.h"
#include "tests/support/temporaryproject.h"

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

const QByteArray header = "id,date,title,lane,place,summary,deaths,tags,source,actors\n";

} // namespace

class TestDataSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void firstImport();
    void laterVersion();
    void nothingNewIsNoAction();
    void removedRows();
    void aPartRemovesNothing();
    void whatTheUserRemovedStaysRemoved();
    void rowsWithoutNames();
    void twiceInAFile();
    void keysThatAreTaken();
    void ownFormatChangesEvents();
    void dryRunChangesNothing();
    void allRowsWrong();
    void rejects();
    void cancelled();
    void unclosedProjectKeepsHistory();
    void manyRows();
    void failureLeavesNothing();
    void aMappingIsSaved();

private:
    QString file(const QByteArray &bytes, const QString &name = u"war.csv"_s);
    Result<ImportReport> import(const QByteArray &bytes, const QString &name = u"war.csv"_s, bool dryRun = false);
    [[nodiscard]] Event event(const QString &title);
    [[nodiscard]] qint64 count(const QString &table) { return m_project->reader().number(u"SELECT count(*) FROM "_s + table).value(); }
    /// "added updated unchanged removed kept missing skipped"
    static QString numbers(const Result<ImportReport> &report);

    std::unique_ptr<TemporaryProject> m_project;
    std::unique_ptr<QTemporaryDir> m_folder;
    ImportOptions m_options;
    bool m_failsAtSources = false;
    std::function<bool(const QString &)> m_isMentioned;
};

void TestDataSet::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {};
    m_failsAtSources = false;
    m_isMentioned = nullptr;
}

QString TestDataSet::file(const QByteArray &bytes, const QString &name)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

Result<ImportReport> TestDataSet::import(const QByteArray &bytes, const QString &name, bool dryRun)
{
    m_options.file.path = file(bytes, name);
    m_options.dryRun = dryRun;
    ImportHooks used = importHooks(m_project->reader());
    used.isMentioned = m_isMentioned;
    if (m_failsAtSources)
        used.attachSources = [](Writer &, const QList<EventSources> &) -> Result<int> { return failure(u"No."_s, u"Because."_s); };
    return importEvents(m_project->project(), m_options, used);
}

Event TestDataSet::event(const QString &title)
{
    const QList<Event> all = must(events(m_project->reader()));
    for (const Event &candidate : all) {
        if (candidate.title == title)
            return candidate;
    }
    return {};
}

QString TestDataSet::numbers(const Result<ImportReport> &report)
{
    if (!report)
        return report.error().text();
    return u"%1 %2 %3 %4 %5 %6 %7"_s.arg(report->added).arg(report->updated).arg(report->unchanged).arg(report->removed).arg(report->kept).arg(report->missing).arg(report->skipped);
}

void TestDataSet::firstImport()
{
    const Dump before = dump(m_project->reader());
    const auto report = import(header + "1,2022-03-10,Drone,Air,Zagreb,It fell.,2,\"air; night\",\"AFP; Reuters\",\"A; B; A\"\n2,late 2022,Missile,air,Poland,,,,AFP,\n");
    QCOMPARE(numbers(report), u"2 0 0 0 0 0 0"_s);
    QCOMPARE(report->format, ImportFormat::Csv);
    const Event drone = event(u"Drone"_s);
    QCOMPARE(drone.key, u"war-1"_s);
    QCOMPARE(drone.actors, (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(drone.casualtiesBest, 2);
    QCOMPARE(drone.bounds.startEarliest, readEdtf(u"2022-03-10").value().bounds.startEarliest);
    QCOMPARE(tags(m_project->reader(), u"event"_s, drone.id.number).value(), (QStringList{u"air"_s, u"night"_s}));
    QCOMPARE(event(u"Missile"_s).lane, drone.lane);
    QCOMPARE(count(u"lane"_s), m_project->reader().number(u"SELECT count(*) FROM lane WHERE title = 'Air'"_s).value());
    QCOMPARE(sourceCount(m_project->reader()).value(), 2);
    QCOMPARE(evidenceOf(m_project->reader(), drone.id).value().size(), 2);
    const auto row = dataRowOf(m_project->reader(), drone.id).value().value();
    QCOMPARE(row.externalId, u"1"_s);
    QVERIFY(row.raw.startsWith(u"1,2022-03-10,Drone"_s));
    const DataSet set = dataSet(m_project->reader(), row.dataSet).value().value();
    QCOMPARE(set.name, u"war"_s);
    QCOMPARE(set.file, u"war.csv"_s);
    QCOMPARE(set.columns.size(), 10);
    QCOMPARE(set.mapping.columns.value(u"casualties_best"_s), u"deaths"_s);
    QCOMPARE(set.sha256, QString::fromLatin1(sha256Of(m_options.file.path)));
    QCOMPARE(m_project->project().problems().value(), QStringList());
    const Dump after = dump(m_project->reader());
    QCOMPARE(m_project->project().undoText(), u"Import “war.csv”"_s);
    must(m_project->project().undo());
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
    must(m_project->project().redo());
    QCOMPARE(difference(after, dump(m_project->reader())), QString());
    must(m_project->project().undo());
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
    QCOMPARE(m_project->project().problems().value(), QStringList());
}

void TestDataSet::laterVersion()
{
    must(import(header + "1,2022-03-10,Drone,Air,Zagreb,Old.,2,a,AFP,A\n2,2022,Missile,Air,Poland,Old.,,,AFP,\n3,2023,Same,Air,,,,,,\n"));
    Event drone = event(u"Drone"_s);
    drone.place = u"Zagreb, Jarun"_s;
    drone.summary = u"Mine."_s;
    m_project->edit([&](Writer &writer) { return updateEvent(writer, drone); });
    const Dump before = dump(m_project->reader());
    // Place and summary of the first were written by the user; the data set changes the place's value not, the summary's yet.
    const auto report = import(header + "1,2022-03-11,Drone,Sea,Zagreb,New.,3,\"a; b\",AFP,B\n2,2022,Missile hits,Air,Poland,New.,,,AFP,\n3,2023,Same,Air,,,,,,\n4,2024,Added,Air,,,,,,\n");
    QCOMPARE(numbers(report), u"1 2 1 0 0 0 0"_s);
    QCOMPARE(report->keptFields, 1);
    const Event now = event(u"Drone"_s);
    QCOMPARE(now.id, drone.id);
    QCOMPARE(now.date, u"2022-03-11"_s);
    QCOMPARE(now.bounds, readEdtf(u"2022-03-11").value().bounds);
    QCOMPARE(now.place, u"Zagreb, Jarun"_s);
    QCOMPARE(now.summary, u"Mine."_s);
    QCOMPARE(now.casualtiesBest, 3);
    QCOMPARE(now.actors, QStringList{u"B"_s});
    QCOMPARE(tags(m_project->reader(), u"event"_s, now.id.number).value(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(now.lane != drone.lane);
    QCOMPARE(event(u"Missile hits"_s).summary, u"New."_s);
    QCOMPARE(dataSets(m_project->reader()).value().size(), 1);
    // What the user writes as the data set says it now is no difference any more; what he wrote stays over a third version too.
    const auto third = import(header + "1,2022-03-11,Drone,Sea,Zagreb!,Newer.,3,\"a; b\",AFP,B\n2,2022,Missile hits,Air,Poland,New.,,,AFP,\n3,2023,Same,Air,,,,,,\n4,2024,Added,Air,,,,,,\n");
    QCOMPARE(numbers(third), u"0 0 4 0 0 0 0"_s);
    QCOMPARE(third->keptFields, 2);
    must(m_project->project().undo());
    must(m_project->project().undo());
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
}

void TestDataSet::nothingNewIsNoAction()
{
    const QByteArray bytes = header + "1,2022,Drone,,,,,,,\n";
    must(import(bytes));
    QCOMPARE(numbers(import(bytes)), u"0 0 1 0 0 0 0"_s);
    QCOMPARE(m_project->project().history()->size(), 1);
}

void TestDataSet::removedRows()
{
    const QByteArray rows[] = {"1,2022,One,,,,,,AFP,\n", "2,2022,Two,,,,,,AFP,\n", "3,2022,Three,,,,,,AFP,\n", "4,2022,Four,,,,,,AFP,\n", "5,2022,Five,,,,,,AFP,\n", "6,2022,Six,,,,,,AFP,\n"};
    must(import(header + rows[0] + rows[1] + rows[2] + rows[3] + rows[4] + rows[5]));
    // Two is edited, Three linked, Four given a source, Five tagged: all of these have been worked on.
    Event two = event(u"Two"_s);
    two.summary = u"Mine."_s;
    Link link{{}, event(u"Three"_s).id, event(u"One"_s).id, LinkKind::Escalates, {}};
    Source source;
    source.title = u"My own"_s;
    m_project->edit([&](Writer &writer) {
        auto done = updateEvent(writer, two);
        if (done)
            done = addLink(writer, link);
        if (done)
            done = addSource(writer, source);
        Evidence evidence{{}, event(u"Four"_s).id, source.id, Stance::Disputes, {}};
        if (done)
            done = addEvidence(writer, evidence);
        return done ? addTag(writer, u"event"_s, event(u"Five"_s).id.number, u"mine"_s) : done;
    });
    m_isMentioned = [](const QString &key) { return key == "war-6"_L1; };
    QCOMPARE(numbers(import(header + rows[0] + "7,2022,Seven,,,,,,,\n8,2022,Eight,,,,,,,\n9,2022,Nine,,,,,,,\n")), u"3 0 1 0 0 5 0"_s);
    must(m_project->project().undo());
    must(import(header + rows[0] + rows[1] + rows[2] + rows[3] + rows[4] + rows[5] + "7,2022,Seven,,,,,,AFP,\n8,2022,Eight,,,,,,AFP,\n9,2022,Nine,,,,,,,\n10,2022,Ten,,,,,,,\n11,2022,Eleven,,,,,,,\n12,2022,Twelve,,,,,,,\n"));
    const Dump before = dump(m_project->reader());
    QCOMPARE(numbers(import(header + rows[0] + "8,2022,Eight,,,,,,AFP,\n9,2022,Nine,,,,,,,\n10,2022,Ten,,,,,,,\n11,2022,Eleven,,,,,,,\n12,2022,Twelve,,,,,,,\n")), u"0 0 6 1 5 0 0"_s);
    QVERIFY(!event(u"Seven"_s).id.isValid());
    for (const QString &kept : {u"Two"_s, u"Three"_s, u"Four"_s, u"Five"_s, u"Six"_s, u"Eight"_s})
        QVERIFY2(event(kept).id.isValid(), qPrintable(kept));
    must(m_project->project().undo());
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
}

void TestDataSet::aPartRemovesNothing()
{
    must(import(header + "1,2022,One,,,,,,,\n2,2022,Two,,,,,,,\n3,2022,Three,,,,,,,\n"));
    QCOMPARE(numbers(import(header + "3,2022,Three!,,,,,,,\n")), u"0 1 0 0 0 2 0"_s);
    QCOMPARE(eventCount(m_project->reader()).value(), 3);
    // Another file with the same rows is the same data set; one with others is another.
    QCOMPARE(numbers(import(header + "1,2022,One,,,,,,,\n2,2022,Two,,,,,,,\n3,2022,Three!,,,,,,,\n", u"renamed.csv"_s)), u"0 0 3 0 0 0 0"_s);
    QCOMPARE(numbers(import(header + "x,2022,X,,,,,,,\n", u"other.csv"_s)), u"1 0 0 0 0 0 0"_s);
    QCOMPARE(dataSets(m_project->reader()).value().size(), 2);
}

void TestDataSet::whatTheUserRemovedStaysRemoved()
{
    must(import(header + "1,2022,One,,,,,,,\n2,2022,Two,,,,,,,\n"));
    m_project->edit([&](Writer &writer) { return removeEvent(writer, event(u"One"_s).id); });
    QCOMPARE(numbers(import(header + "1,2022,One!,,,,,,,\n2,2022,Two,,,,,,,\n")), u"0 0 2 0 0 0 0"_s);
    QCOMPARE(eventCount(m_project->reader()).value(), 1);
}

void TestDataSet::rowsWithoutNames()
{
    const QByteArray plain = "date,title,summary\n";
    must(import(plain + "2022,Drone,a\n2022,Drone,b\n2023,Boat,c\n"));
    QCOMPARE(event(u"Boat"_s).key, u"boat"_s);
    QCOMPARE(numbers(import(plain + "2023,Boat,new\n2022,Drone,a\n2022,Drone,b\n")), u"0 1 2 0 0 0 0"_s);
    QCOMPARE(event(u"Boat"_s).summary, u"new"_s);
}

void TestDataSet::twiceInAFile()
{
    const auto report = import(header + "1,2022,One,,,,,,,\n1,2023,Again,,,,,,,\n2,2022,Two,,,,,,,\n");
    QCOMPARE(numbers(report), u"2 0 0 0 0 0 1"_s);
    QCOMPARE(report->errors, (QList<RowError>{{3, u"The file has “1” twice."_s}}));
    QCOMPARE(numbers(import(header + "1,2022,One,,,,,,,\n1,2023,Again,,,,,,,\n2,2022,Two,,,,,,,\n")), u"0 0 2 0 0 0 1"_s);
    QCOMPARE(numbers(import(header + "7,2022,One,,,,,,,\n7,2023,Again,,,,,,,\n", u"x.csv"_s, true)), u"1 0 0 0 0 0 1"_s);
}

/// By an event of the user's, and by another row.
void TestDataSet::keysThatAreTaken()
{
    Event own;
    own.key = u"war-2"_s;
    own.title = u"Own"_s;
    own.date = u"2022"_s;
    own.bounds = readEdtf(u"2022").value().bounds;
    m_project->edit([&](Writer &writer) { return addEvent(writer, own); });
    QCOMPARE(numbers(import(header + "1,2022,One,,,,,,,\n2,2022,Two,,,,,,,\na b,2022,Three,,,,,,,\na-b,2022,Four,,,,,x; y,AFP,\n5,2022,Five,,,,,,,\n")), u"5 0 0 0 0 0 0"_s);
    const QList<std::pair<QString, QString>> keys{{u"Own"_s, u"war-2"_s}, {u"One"_s, u"war-1"_s}, {u"Two"_s, u"war-2-2"_s}, {u"Three"_s, u"war-a-b"_s},
        {u"Four"_s, u"war-a-b-2"_s}, {u"Five"_s, u"war-5"_s}};
    for (const auto &[title, key] : keys)
        QCOMPARE(event(title).key, key);
    QCOMPARE(count(u"event_source"_s), 1);
    QCOMPARE(count(u"tagging"_s), 2);
    QCOMPARE(m_project->project().problems().value(), QStringList());
}

void TestDataSet::ownFormatChangesEvents()
{
    Event own;
    own.title = u"Drone"_s;
    own.date = u"2022"_s;
    own.bounds = readEdtf(u"2022").value().bounds;
    own.certainty = Certainty::Confirmed;
    m_project->edit([&](Writer &writer) { return addEvent(writer, own); });
    const QByteArray columns = "key,title,date,earliest,latest,lane,place,latitude,longitude,certainty,actors,tags,summary,casualties_low,casualties_best,casualties_high,sources\n";
    QCOMPARE(numbers(import(columns + "drone,Drone,2022-03?,,,,Zagreb,,,confirmed,,,,,,,\nnew,New,2023,,,,,,,reported,,,,,,,\ndrone,Again,2023,,,,,,,reported,,,,,,,\n")), u"1 1 0 0 0 0 1"_s);
    QCOMPARE(event(u"Drone"_s).id, own.id);
    QCOMPARE(event(u"Drone"_s).date, u"2022-03?"_s);
    QCOMPARE(event(u"Drone"_s).place, u"Zagreb"_s);
    QCOMPARE(event(u"New"_s).key, u"new"_s);
    must(m_project->project().undo());
    QCOMPARE(event(u"Drone"_s).date, u"2022"_s);
}

void TestDataSet::dryRunChangesNothing()
{
    must(import(header + "1,2022,One,,,,,,,\n2,2022,Two,,,,,,,\n3,2022,Three,,,,,,,\n"));
    const Dump before = dump(m_project->reader());
    QCOMPARE(numbers(import(header + "1,2022,One!,,,,,,,\n2,2022,Two,,,,,,,\n4,2022,New,,,,,,,\n,,,,,,,,,\n", u"war.csv"_s, true)), u"1 1 1 1 0 0 1"_s);
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
    QCOMPARE(m_project->project().history()->size(), 1);
}

void TestDataSet::allRowsWrong()
{
    const Dump before = dump(m_project->reader());
    QCOMPARE(numbers(import(header + "1,soon,One,,,,,,,\n2,,Two,,,,,,,\n")), u"0 0 0 0 0 0 2"_s);
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
    QVERIFY(!import(header));
}

void TestDataSet::rejects()
{
    m_options.rejects = m_folder->filePath(u"rejects.csv"_s);
    must(import(header + "1,2022,One,,,,,,,\n2,soon,\"Two, too\",,,,,,,\nshort\n3,2022,\"open\n"));
    QFile file(m_options.rejects);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()),
        u"line,reason,id,date,title,lane,place,summary,deaths,tags,source,actors\n3,“soon” could not be read as a date. “soon” was not understood.,2,soon,\"Two, too\",,,,,,,\n"
        "4,It has 1 fields where the table has 10 columns.,short\n5,A quotation mark is opened here and never closed.,\"3,2022,\"\"open\"\n"_s);
}

void TestDataSet::cancelled()
{
    const Dump before = dump(m_project->reader());
    QByteArray bytes = header;
    for (int i = 0; i < 5000; ++i)
        bytes += QByteArray::number(i) + ",2022,One,,,,,,,\n";
    m_options.file.path = file(bytes);
    JobState state;
    state.stop();
    const auto report = importEvents(m_project->project(), m_options, importHooks(m_project->reader()), &state);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Cancelled);
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
    QCOMPARE(m_project->project().history()->size(), 0);
}

void TestDataSet::unclosedProjectKeepsHistory()
{
    must(import(header + "1,2022,One,,,,,,,\n"));
    must(m_project->project().undo());
    // An action that changes nothing does not cut what can be repeated; one that does, does.
    QVERIFY(!import(header + "1,soon,One,,,,,,,\n").value().added);
    QCOMPARE(m_project->project().redoText(), u"Import “war.csv”"_s);
    must(m_project->project().redo());
    must(m_project->project().undo());
    must(import(header + "2,2022,Two,,,,,,,\n"));
    QCOMPARE(m_project->project().redoText(), QString());
    QCOMPARE(m_project->reader().number(u"SELECT count(*) FROM history_part WHERE seq NOT IN (SELECT seq FROM history)"_s).value(), 0);
}

void TestDataSet::manyRows()
{
    static constexpr int rows = 30'000;
    const Dump before = dump(m_project->reader());
    QByteArray bytes = header;
    for (int i = 0; i < rows; ++i)
        bytes += QByteArray::number(i) + ",2022,Title,Lane,Place,Text,1,\"a; b\",AFP,\"X; Y\"\n";
    QList<Changes> told;
    connect(&m_project->project(), &Project::changed, this, [&](const Changes &changes) { told.append(changes); });
    QCOMPARE(must(import(bytes)).added, rows);
    QVERIFY(told.last().whole.contains(u"event"_s));
    QVERIFY(told.last().touches(u"event"_s, 7));
    QCOMPARE(told.last().rows.value(u"data_set"_s).size(), 1);
    QVERIFY(!told.last().rows.contains(u"event"_s));
    const Dump after = dump(m_project->reader());
    QCOMPARE(after[u"event_actor"_s].size(), 2 * rows);
    for (int i = 0; i < 2; ++i) {
        must(m_project->project().undo());
        QVERIFY(dump(m_project->reader()) == before);
        must(m_project->project().redo());
        QVERIFY(dump(m_project->reader()) == after);
    }
    QVERIFY(told.last().whole.contains(u"event"_s));
    QCOMPARE(m_project->project().problems().value(), QStringList());
    bytes.replace("Title", "Other");
    QCOMPARE(must(import(bytes)).updated, rows);
    must(m_project->project().undo());
    QVERIFY(dump(m_project->reader()) == after);
    must(m_project->project().undo());
    QVERIFY(dump(m_project->reader()) == before);
}

void TestDataSet::failureLeavesNothing()
{
    const Dump before = dump(m_project->reader());
    m_failsAtSources = true;
    QByteArray bytes = header;
    for (int i = 0; i < 3000; ++i)
        bytes += QByteArray::number(i) + (i == 2500 ? ",2022,One,,,,,,AFP,\n" : ",2022,One,,,,,,,\n");
    QCOMPARE(numbers(import(bytes)), u"No. Because."_s);
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
    // A file that turns out not to be text half way through.
    QVERIFY(!import(bytes.replace("2700,2022", "2700,\xff")));
    QCOMPARE(difference(before, dump(m_project->reader())), QString());
    QCOMPARE(m_project->project().history()->size(), 0);
}

void TestDataSet::aMappingIsSaved()
{
    const QByteArray columns = "a,b,c\n";
    QVERIFY(!import(columns + "2022,Drone,North\n", u"first.csv"_s));
    m_options.file.mapping = ColumnMapping{{{u"date"_s, u"a"_s}, {u"title"_s, u"b"_s}, {u"place"_s, u"c"_s}}, ImportDates::Order::DayFirst};
    QCOMPARE(must(import(columns + "2022,Drone,North\n", u"first.csv"_s)).added, 1);
    m_options.file.mapping = {};
    // Another data set, of the same columns, but with dates of its own.
    QCOMPARE(must(import(columns + "1/31/2023,Missile,South\n", u"second.csv"_s)).added, 1);
    QCOMPARE(event(u"Missile"_s).date, u"2023-01-31"_s);
    QCOMPARE(event(u"Missile"_s).place, u"South"_s);
    QVERIFY(!import("a,b\n2022,Boat\n", u"third.csv"_s));
}

QTEST_GUILESS_MAIN(TestDataSet)
#include "tst_dataset.moc"
