// bench_import [--small]: a million rows of ACLED shape into a project (events with bounds, lanes, actors and sources, the raw
// rows, full text, and a history that can take it back) against `sqlite3`'s own .import of the same file into a bare table
// with the same indexes: of the events' keys, starts and lanes, and of who took part. How long that takes with an index of the words
// as well, which a project has, is printed too. All are processes of their own; what they wait for the disk counts. Then the same
// once more from within the timeline's panel, while a clock ticks on its event loop: how long the window does not answer, until it
// shows what came. The marks: at most 3 times as long, less than 200 MB of memory, and never 100 ms without an answer.

#include "app/brief/importhooks.h"
#include "app/project/project.h"
#include "ui/look/look.h"
#include "ui/timeline/importflow.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDate>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <array>
#include <cstdio>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double mostFactor = 3;
constexpr double mostMemory = 200; // MB
constexpr double mostSilence = 100; // ms

const QByteArray columns = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
                           "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,"
                           "geo_precision,source,source_scale,notes,fatalities,tags,timestamp";

constexpr std::array actors{"Military Forces of Russia (2000-) Air Force", "Military Forces of Ukraine (2019-)", "Protesters (France)", "Civilians (Ukraine)",
    "Police Forces of India", "Rioters (Kenya)", "Unidentified Armed Group (Mali)"};
constexpr std::array types{"Political violence,Explosions/Remote violence,Shelling/artillery/missile attack", "Political violence,Battles,Armed clash",
    "Demonstrations,Protests,Peaceful protest", "Strategic developments,Strategic developments,Other"};
constexpr std::array sources{"Institute for the Study of War; Liveuamap", "Ministry of Defence of Ukraine", "AFP; Reuters"};
constexpr std::array words{"the", "military", "forces", "shelled", "village", "near", "line", "contact", "using", "artillery", "no", "casualties", "were",
    "reported", "local", "sources", "civilians", "houses", "damaged", "attack", "drone", "intercepted", "air", "defence", "region"};

bool makeData(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(columns + '\n');
    QRandomGenerator random(1);
    const auto any = [&random](const auto &list) { return QByteArray(list[random.bounded(quint32(list.size()))]); };
    for (int i = 0; i < rows; ++i) {
        const QDate day = QDate(2018, 1, 1).addDays(qint64(i) * 2900 / rows);
        const QByteArray place = "Town " + QByteArray::number(random.bounded(30'000));
        QByteArray notes = "On " + QLocale::c().toString(day, u"d MMMM yyyy"_s).toUtf8() + ',';
        for (int word = 0; word < 17; ++word)
            notes += ' ' + any(words);
        const QByteArrayList fields{"UKR" + QByteArray::number(1000 + i), QLocale::c().toString(day, u"dd MMMM yyyy"_s).toUtf8(), QByteArray::number(day.year()),
            QByteArray::number(random.bounded(20) < 18 ? 1 : 2 + random.bounded(2)), any(types), any(actors), "", "State forces", any(actors),
            random.bounded(2) ? "Civilians (Ukraine)" : "", "Civilians", "State forces-Civilians", "", "804", "Europe", "Ukraine", "Donetsk", "Bakhmutskyi",
            "Soledarska", place, QByteArray::number(44 + random.bounded(8.0), 'f', 4), QByteArray::number(22 + random.bounded(18.0), 'f', 4), "1", any(sources),
            "National", '"' + notes + ", near " + place + ".\"", QByteArray::number(random.bounded(10) ? 0 : 3), "", QByteArray::number(1'700'000'000 + i)};
        if (file.write(fields.join(',') + '\n') < 0)
            return false;
    }
    return file.flush();
}

/// What a process of its own does: exit code 0 when all rows are in; prints its peak of memory in MB.
int importIt(const QString &projectPath, const QString &data)
{
    const auto project = Project::open(projectPath);
    if (!project) {
        std::printf("%s\n", qPrintable(project.error().text()));
        return 2;
    }
    (*project)->keepOthersOut();
    const auto report = importEvents(**project, {{data, {}, {}}, false, {}}, importHooks((*project)->reader()));
    if (!report || report->skipped > 0) {
        std::printf("%s\n", report ? "rows were skipped" : qPrintable(report.error().text()));
        return 2;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%.0f\n", double(usage.ru_maxrss) / 1024);
    return 0;
}

/// What another process of its own does: imports from within the panel; prints the longest time in ms in which its event loop
/// did not come round, while the import ran and after its end.
int importInPanel(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    const auto project = Project::open(application.arguments().at(2));
    if (!project)
        return 2;
    Selection selection;
    TimelinePanel panel(**project, selection);
    panel.resize(look::usualWindow);
    panel.show();
    const auto *view = panel.findChild<TimelineView *>();
    auto *flow = panel.findChild<ImportFlow *>();
    std::array<double, 2> longest{};
    QElapsedTimer sinceTick;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &panel, [&] {
        const bool hasEnded = !flow->isRunning();
        double &most = longest[hasEnded ? 1 : 0];
        most = std::max(most, double(sinceTick.nsecsElapsed()) / 1e6);
        sinceTick.start();
        if (hasEnded && view->chronology().size() > 0)
            QTimer::singleShot(500, &application, &QApplication::quit);
    });
    QTimer::singleShot(500, &panel, [&] {
        sinceTick.start();
        tick.start(1);
        flow->start({application.arguments().at(3), {}, {}});
    });
    QApplication::exec();
    std::printf("%.1f %.1f\n", longest[0], longest[1]);
    return 0;
}

/// Seconds; 0 when it failed. What was written before is on the disk by then: who comes last does not wait for the others.
double run(const QString &program, const QStringList &arguments, const QByteArray &input, QByteArray &output)
{
    QProcess process;
    QElapsedTimer timer;
    sync();
    timer.start();
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const bool isDone = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    output = process.readAllStandardOutput() + (isDone ? QByteArray() : process.readAllStandardError());
    return isDone ? seconds : 0;
}

enum class Indexed { Values, ValuesAndWords };

QByteArray script(const QString &data, Indexed indexed)
{
    // The words of what becomes an event's title, place and summary.
    const QByteArray wordIndex = indexed == Indexed::Values ? QByteArray()
                                                        : QByteArray("CREATE VIRTUAL TABLE event_search USING fts5(sub_event_type, actor1, actor2, location, notes, "
                                                                     "content = 'event', tokenize = 'ascii');\nINSERT INTO event_search (event_search) VALUES ('rebuild');\n");
    QByteArrayList texts;
    for (const QByteArray &column : columns.split(','))
        texts.append(column + " TEXT");
    return "CREATE TABLE event (" + texts.join(", ")
        + ");\nCREATE UNIQUE INDEX event_key ON event (event_id_cnty);\nCREATE INDEX event_start ON event (event_date);\nCREATE INDEX event_lane ON event (event_type);\n"
          "CREATE UNIQUE INDEX event_actor ON event (event_id_cnty, actor1);\n.mode csv\n.import --skip 1 "
        + data.toUtf8() + " event\n.mode list\n" + wordIndex + "SELECT count(*) FROM event;\n";
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && QByteArrayView(argv[1]) == "--panel")
        return importInPanel(argc, argv);
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--import"_L1)
        return importIt(arguments.at(2), arguments.at(3));
    const int rows = arguments.contains(u"--small"_s) ? 5000 : 1'000'000;
    // On the disk of the build, not on one that is only memory.
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    const QString data = folder.filePath(u"acled.csv"_s);
    const QString project = folder.filePath(u"bench.redoubt"_s);
    if (!makeData(data, rows) || !Project::create(project, u"Benchmark"_s))
        return 2;
    QByteArray bareCount;
    QByteArray wordsCount;
    const double bare = run(u"sqlite3"_s, {folder.filePath(u"bare.db"_s)}, script(data, Indexed::Values), bareCount);
    const double withWords = run(u"sqlite3"_s, {folder.filePath(u"words.db"_s)}, script(data, Indexed::ValuesAndWords), wordsCount);
    QByteArray memory;
    const double ours = run(QCoreApplication::applicationFilePath(), {u"--import"_s, project, data}, {}, memory);
    if (bare <= 0 || withWords <= 0 || ours <= 0 || bareCount.trimmed().toInt() != rows) {
        std::printf("did not run: %s %s\n", bareCount.constData(), memory.constData());
        return 2;
    }
    const double ratio = ours / bare;
    const double megabytes = memory.trimmed().toDouble();
    std::printf("%d rows, %.0f MB: %.1f s, sqlite3 .import: %.1f s, ratio %.2f (goal <= %.1f)\n", rows, double(QFile(data).size()) / 1e6, ours, bare, ratio, mostFactor);
    std::printf("sqlite3 .import with an index of the words too: %.1f s, ratio %.2f\n", withWords, ours / withWords);
    std::printf("peak of memory: %.0f MB (goal < %.0f)\n", megabytes, mostMemory);
    const QString second = folder.filePath(u"window.redoubt"_s);
    QByteArray silences;
    if (!Project::create(second, u"Benchmark"_s) || run(QCoreApplication::applicationFilePath(), {u"--panel"_s, second, data}, {}, silences) <= 0) {
        std::printf("did not run: %s\n", silences.constData());
        return 2;
    }
    const auto during = silences.trimmed().split(' ').constFirst().toDouble();
    const auto after = silences.trimmed().split(' ').constLast().toDouble();
    std::printf("the window did not answer for %.0f ms at most while it ran, %.0f ms when its events came (goal < %.0f)\n", during, after, mostSilence);
    return ratio <= mostFactor && megabytes < mostMemory && std::max(during, after) < mostSilence ? 0 : 1;
}
