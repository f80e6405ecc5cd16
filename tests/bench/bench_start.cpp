// bench_start [--small]: the time from starting the program to its painted window with the sample in it, against an empty
// QMainWindow that loads the same libraries; offscreen, and in an X server where Xvfb is installed. The mark: at most twice as long.

#include "app/commands/sample.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double mostFactor = 2;

/// Milliseconds until the program says that it is painted; negative when it does not.
double start(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const bool answered = process.waitForReadyRead() && process.readAllStandardOutput().startsWith("painted");
    const double elapsed = double(timer.nsecsElapsed()) / 1e6;
    process.waitForFinished();
    return answered ? elapsed : -1;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

bool compare(const QString &sample, const QProcessEnvironment &environment, int runs)
{
    QList<double> ours;
    QList<double> empty;
    for (int i = 0; i <= runs; ++i) {
        const double bare = start(QStringLiteral(EMPTY_WINDOW), {}, environment);
        const double whole = start(QStringLiteral(REDOUBT_EXECUTABLE), {u"--measure-start"_s, sample}, environment);
        if (bare < 0 || whole < 0) {
            std::fprintf(stderr, "A window was not painted.\n");
            return false;
        }
        if (i == 0)
            continue; // what is read from the disk for the first time
        empty.append(bare);
        ours.append(whole);
    }
    const double ratio = median(ours) / median(empty);
    std::printf("start (%s): %.0f ms, empty window: %.0f ms, ratio %.2f (goal <= %.1f)\n",
        qPrintable(environment.value(u"QT_QPA_PLATFORM"_s).section(u':', 0, 0)), median(ours), median(empty), ratio, mostFactor);
    return ratio <= mostFactor;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int runs = QCoreApplication::arguments().contains(u"--small"_s) ? 3 : 41;
    const QTemporaryDir folder;
    const QString sample = folder.filePath(u"sample.redoubt"_s);
    if (auto made = createSample(sample); !made) {
        std::fprintf(stderr, "%s\n", qPrintable(made.error().text()));
        return 2;
    }
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), folder.path());
    // In memory, as a session's runtime folder is.
    const QTemporaryDir runtime(u"/dev/shm/bench-XXXXXX"_s);
    if (runtime.isValid())
        environment.insert(u"XDG_RUNTIME_DIR"_s, runtime.path());
    // A session has a bus; where there is none, every program with a menu bar would wait for one to be started.
    if (!environment.contains(u"DBUS_SESSION_BUS_ADDRESS"_s))
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"XAUTHORITY"_s);
    // Of itself, this platform has a screen that is smaller than either window.
    QFile screen(folder.filePath(u"screen.json"_s));
    if (screen.open(QIODevice::WriteOnly))
        screen.write(R"({"screens": [{"name": "1", "x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    screen.close();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen:configfile="_s + screen.fileName());
    bool reached = compare(sample, environment, runs);

    QProcess server;
    const QString xvfb = QStandardPaths::findExecutable(u"Xvfb"_s);
    if (!xvfb.isEmpty()) {
        server.start(xvfb, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s, u"-nolisten"_s, u"tcp"_s});
        server.waitForReadyRead();
        environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(server.readAllStandardOutput().trimmed()));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        reached = compare(sample, environment, runs) && reached;
        server.terminate();
        server.waitForFinished();
    }
    return reached ? 0 : 1;
}
