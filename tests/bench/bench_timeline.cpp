// bench_timeline [--small]: how long the timeline takes to load and to draw 10 k, 100 k and 1 M events in 12 lanes at 1600×900, and
// what they take up. Then vis-timeline with the 100 k events (tests/peers/vis_timeline.mjs), where it is installed ($REDOUBT_PEERS,
// packaging/bench --peers). Marks: at 1 M every frame in under 16 ms (p99), less than twice the time of one at 10 k, under 150
// bytes an event, and panning ten times as fast as vis-timeline does with 100 k.

#include "app/project/project.h"
#include "ui/look/look.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double mostFrame = 16;
constexpr double mostFactor = 2;
constexpr double mostBytes = 150;
constexpr double leastLead = 10;
constexpr int lanes = 12;
constexpr qint64 daySeconds = 86400;

/// Days, months, spans of days, minutes and long approximate spans, denser towards the end of 26 years.
const QString insertEvents = uR"(
WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1),
t(i, at, days) AS (SELECT i, 946684800 + CAST(820000000 * sqrt((i * 2654435761 % 4294967296) / 4294967296.0) AS INTEGER),
    1 + i * 7919 % 60 FROM n),
d(i, first, last, date) AS (SELECT i,
    CASE WHEN i % 20 < 14 THEN at / 86400 * 86400 WHEN i % 20 < 16 THEN unixepoch(at, 'unixepoch', 'start of month')
        WHEN i % 20 = 18 THEN at / 60 * 60 ELSE at / 86400 * 86400 END,
    CASE WHEN i % 20 < 14 THEN at / 86400 * 86400 + 86399
        WHEN i % 20 < 16 THEN unixepoch(at, 'unixepoch', 'start of month', '+1 month') - 1
        WHEN i % 20 = 18 THEN at / 60 * 60 + 59
        WHEN i % 20 = 19 THEN (at / 86400 + days * 20) * 86400 + 86399 ELSE (at / 86400 + days) * 86400 + 86399 END,
    CASE WHEN i % 20 < 14 THEN date(at, 'unixepoch') WHEN i % 20 < 16 THEN strftime('%Y-%m', at, 'unixepoch')
        WHEN i % 20 = 18 THEN strftime('%Y-%m-%dT%H:%MZ', at, 'unixepoch')
        WHEN i % 20 = 19 THEN date(at, 'unixepoch') || '/' || date(at + days * 20 * 86400, 'unixepoch') || '~'
        ELSE date(at, 'unixepoch') || '/' || date(at + days * 86400, 'unixepoch') END FROM t)
INSERT INTO event (id, key, title, date, start_earliest, start_latest, end_earliest, end_latest, lane_id, place, summary, certainty)
SELECT i, 'e' || i, 'Report ' || i || CASE i % 3 WHEN 0 THEN ' of a drone near the border' WHEN 1 THEN ': cable damaged'
    ELSE ', answered by the ministry with a statement' END, date, first, min(first + 86399, last),
    max(last - 86399, first), last, 1 + i % %2, 'Galați', 'What happened on that day, in a sentence that says a little.',
    CASE i % 4 WHEN 0 THEN 'reported' WHEN 1 THEN 'disputed' ELSE 'confirmed' END FROM d)"_s;

Result<> content(Writer &writer, int events)
{
    for (int i = 0; i < lanes; ++i) {
        const QString name = u"Lane %1"_s.arg(i + 1);
        if (auto added = addLane(writer, {{i + 1}, u"lane-%1"_s.arg(i + 1), name, i, i % 8, false}); !added)
            return added;
    }
    return writer.run(QString(insertEvents).replace(u"%1"_s, QString::number(events)).replace(u"%2"_s, QString::number(lanes)));
}

struct Times
{
    QList<double> milliseconds;

    [[nodiscard]] double part(double share) const
    {
        QList<double> sorted = milliseconds;
        std::ranges::sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.at(std::min(sorted.size() - 1, qsizetype(double(sorted.size()) * share)));
    }

    void add(const QJsonArray &more)
    {
        for (const QJsonValue time : more)
            milliseconds.append(time.toDouble());
    }
};

struct Figures
{
    double median = 0;
    double p99 = 0;
    double pan = 0; ///< median
    double bytes = 0;
};

/// What is in use of the heap, in bytes.
double heap()
{
    const auto info = mallinfo2();
    return double(info.uordblks + info.hblkhd);
}

class Run
{
public:
    Run(TimelineView &view, int frames)
        : m_view(view)
        , m_frames(frames)
        , m_image(view.size(), QImage::Format_RGB32)
    {
        m_whole = view.scale();
    }

    void overview()
    {
        const Times times = measure(m_frames / 4, [&](int) { m_view.setScale(m_whole); });
        print("whole chronology", times);
    }

    /// At steps of zoom from all to days.
    void pan()
    {
        Times all;
        for (const double factor : {4.0, 40.0, 400.0, 4000.0, 40000.0}) {
            const TimeScale start = m_whole.zoomed(factor, m_whole.length * 0.8);
            all.milliseconds += measure(m_frames, [&](int i) { m_view.setScale(start.panned(i * 23)); }).milliseconds;
        }
        print("pan", all);
        m_pan = all.part(0.5);
    }

    void zoom()
    {
        Times all;
        for (const double at : {0.2, 0.5, 0.95}) {
            const double about = m_whole.length * at;
            TimeScale scale = m_whole;
            all.milliseconds += measure(m_frames, [&](int i) {
                scale = scale.zoomed(i < m_frames / 2 ? 1.12 : 1 / 1.12, about);
                m_view.setScale(scale);
            }).milliseconds;
        }
        print("zoom", all);
    }

    [[nodiscard]] Figures figures() const { return {m_all.part(0.5), m_all.part(0.99), m_pan, 0}; }

private:
    Times measure(int frames, const std::function<void(int)> &step)
    {
        Times times;
        QElapsedTimer timer;
        for (int i = 0; i < frames; ++i) {
            timer.start();
            step(i);
            m_view.render(&m_image);
            times.milliseconds.append(double(timer.nsecsElapsed()) / 1e6);
        }
        return times;
    }

    void print(const char *name, const Times &times)
    {
        std::printf("  %-16s median %6.2f ms   p99 %6.2f ms   most %6.2f ms\n", name, times.part(0.5), times.part(0.99), times.part(1));
        m_all.milliseconds += times.milliseconds;
    }

    TimelineView &m_view;
    int m_frames;
    QImage m_image;
    TimeScale m_whole;
    Times m_all;
    double m_pan = 0;
};

QString projectOf(const QString &folder, int events)
{
    return u"%1/%2.redoubt"_s.arg(folder).arg(events);
}

std::optional<Figures> measure(const QString &folder, int events, int frames)
{
    const QString path = projectOf(folder, events);
    if (!Project::create(path, u"Benchmark"_s, [&](Writer &writer) { return content(writer, events); }))
        return {};
    const auto project = Project::open(path, Project::Mode::ReadOnly);
    if (!project)
        return {};
    QElapsedTimer timer;
    const double before = heap();
    timer.start();
    auto read = Chronology::read((*project)->reader());
    if (!read || read->size() != events)
        return {};
    const double reading = double(timer.nsecsElapsed()) / 1e6;
    TimelineView view((*project)->reader());
    view.resize(look::usualWindow);
    timer.start();
    view.setChronology(std::make_shared<const Chronology>(std::move(*read)), std::make_shared<const std::vector<Truth>>(size_t(events), Truth::Yes));
    const double indexing = double(timer.nsecsElapsed()) / 1e6;
    const double bytes = (heap() - before) / events;
    std::printf("%d events: read in %.0f ms, indexed in %.0f ms, %.0f bytes an event\n", events, reading, indexing, bytes);
    Run run(view, frames);
    run.overview();
    run.pan();
    run.zoom();
    Figures figures = run.figures();
    figures.bytes = bytes;
    return figures;
}

/// The events of a project as vis-timeline takes them: what takes up more than a day has an end.
bool writeForPeer(const QString &projectPath, const QString &file)
{
    const auto project = Project::open(projectPath, Project::Mode::ReadOnly);
    QJsonArray items;
    const auto read = project ? (*project)->reader().each(u"SELECT id, lane_id, title, start_earliest, end_latest FROM event"_s, {}, [&](const QSqlQuery &row) {
        const qint64 start = row.value(3).toLongLong();
        const qint64 end = row.value(4).toLongLong() + 1;
        QJsonObject item{{u"id"_s, row.value(0).toLongLong()}, {u"group"_s, row.value(1).toLongLong()}, {u"content"_s, row.value(2).toString()},
            {u"start"_s, start * 1000}};
        if (end - start > daySeconds)
            item.insert(u"end"_s, end * 1000);
        items.append(item);
    }) : Result<>(failure(project));
    QJsonArray groups;
    for (int i = 1; i <= lanes; ++i)
        groups.append(QJsonObject{{u"id"_s, i}, {u"content"_s, u"Lane %1"_s.arg(i)}});
    QFile out(file);
    const QByteArray json = QJsonDocument(QJsonObject{{u"groups"_s, groups}, {u"items"_s, items}}).toJson(QJsonDocument::Compact);
    return read && out.open(QIODevice::WriteOnly) && out.write(json) == json.size();
}

/// The median of vis-timeline's frames of panning, in ms; 0 when it is not installed.
double measurePeer(const QString &projectPath, const QString &folder, bool isSmall)
{
    const QString events = folder + u"/events.json"_s;
    const int seconds = isSmall ? 30 : 240;
    QProcess process;
    if (!writeForPeer(projectPath, events))
        return 0;
    process.start(u"node"_s, {QStringLiteral(SOURCE_DIR "/tests/peers/vis_timeline.mjs"), events, QString::number(look::usualWindow.width()),
        QString::number(look::usualWindow.height()), isSmall ? u"3"_s : u"20"_s, QString::number(seconds)});
    constexpr int startAndEnd = 60'000;
    const bool ran = process.waitForStarted() && process.waitForFinished(seconds * 1000 + startAndEnd) && process.exitCode() == 0;
    const QJsonObject figures = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    Times pan;
    for (const QJsonValue ofScale : figures[u"pan"_s].toObject())
        pan.add(ofScale.toArray());
    Times zoom;
    zoom.add(figures[u"zoom"_s].toArray());
    if (!ran || pan.milliseconds.isEmpty()) {
        std::printf("vis-timeline: not installed (packaging/bench --peers) %s\n", process.readAllStandardError().constData());
        return 0;
    }
    std::printf("vis-timeline: loaded in %.0f ms, pan median %.1f ms p99 %.1f ms (%lld frames), zoom median %.1f ms p99 %.1f ms (%lld frames)\n",
        figures[u"load"_s].toDouble(), pan.part(0.5), pan.part(0.99), qlonglong(pan.milliseconds.size()), zoom.part(0.5), zoom.part(0.99),
        qlonglong(zoom.milliseconds.size()));
    return pan.part(0.5);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    const bool isSmall = QCoreApplication::arguments().contains(u"--small"_s);
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    const QList<int> sizes = isSmall ? QList<int>{1000, 10'000} : QList<int>{10'000, 100'000, 1'000'000};
    QList<Figures> figures;
    for (const int events : sizes) {
        const auto measured = measure(folder.path(), events, isSmall ? 20 : 200);
        if (!measured)
            return 2;
        figures.append(*measured);
    }
    const Figures most = figures.last();
    const double factor = most.median / figures.first().median;
    const int shared = sizes.at(sizes.size() - 2);
    const double peer = measurePeer(projectOf(folder.path(), shared), folder.path(), isSmall);
    std::printf("p99 of all frames %.2f ms (goal < %.0f)\n", most.p99, mostFrame);
    std::printf("frame at %d against %d events: %.2f times (goal < %.0f)\n", sizes.last(), sizes.first(), factor, mostFactor);
    std::printf("%.0f bytes an event (goal < %.0f)\n", most.bytes, mostBytes);
    if (peer > 0) {
        std::printf("pan of vis-timeline at %d against ours: %.0f times, against ours at %d: %.0f times (goal >= %.0f)\n", shared, peer / figures.at(figures.size() - 2).pan,
            sizes.last(), peer / most.pan, leastLead);
    }
    const bool leads = peer <= 0 || peer / most.pan >= leastLead;
    return most.p99 < mostFrame && factor < mostFactor && most.bytes < mostBytes && leads ? 0 : 1;
}
