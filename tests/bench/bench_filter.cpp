// bench_filter [--small]: filters and orders of a large chronology. Marks: what is decided in memory takes less than a
// frame and a half, a text is found within a second, and narrowed within a frame.

#include "app/project/project.h"
#include "app/sources/evidence.h"
#include "app/timeline/filterquery.h"
#include "app/timeline/ordering.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double mostInMemory = 25; // ms
constexpr double mostText = 1000;   // ms
constexpr double mostNarrowed = 100;

/// Events of the shape that an import of a conflict data set has: a sentence or three each, in lanes, with two actors.
Result<> content(Writer &writer, int events)
{
    auto done = writer.run(u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) "
                           "INSERT INTO lane (id, key, title, position) SELECT i, 'lane-' || i, 'Lane ' || i, i FROM n"_s);
    if (done) {
        done = writer.run(
            u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO event (id, key, title, date, "
            "start_earliest, start_latest, end_earliest, end_latest, lane_id, place, certainty, summary) SELECT i, 'e' || i, "
            "'Shelling reported, event ' || (i * 7919 % 100003), '2022', i * 100, i * 100 + 86399, i * 100, i * 100 + 86399, "
            "1 + i % 12, CASE i % 50 WHEN 0 THEN 'Galați, Romania' ELSE 'Settlement ' || (i % 3001) END, "
            "CASE i % 9 WHEN 0 THEN 'disputed' ELSE 'reported' END, "
            "'On this day artillery fire was reported near the settlement by several local channels; the number of those "
            "hurt is not known, and the sources do not agree on who fired first. Report ' || i FROM n"_s.arg(events));
    }
    if (done) {
        done = writer.run(u"INSERT INTO event_actor (id, event_id, position, name) SELECT id * 2, id, 0, 'Military Forces ' || (id % 40) "
                          "FROM event UNION ALL SELECT id * 2 + 1, id, 1, 'Civilians ' || (id % 11) FROM event"_s);
    }
    return done;
}

double milliseconds(const std::function<bool()> &work)
{
    QElapsedTimer timer;
    double best = -1;
    for (int i = 0; i < 3; ++i) {
        timer.start();
        if (!work())
            return -1;
        const double took = double(timer.nsecsElapsed()) / 1e6;
        best = best < 0 ? took : std::min(best, took);
    }
    return best;
}

bool isMet(const char *what, double took, double most)
{
    std::printf("%s: %.1f ms (goal <= %.0f)\n", what, took, most);
    return took >= 0 && took <= most;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int events = QCoreApplication::arguments().contains(u"--small"_s) ? 10'000 : 1'000'000;
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    const QString path = folder.filePath(u"filter.redoubt"_s);
    if (!Project::create(path, u"Benchmark"_s, [&](Writer &writer) { return content(writer, events); }))
        return 2;
    const auto project = Project::open(path, Project::Mode::ReadOnly);
    if (!project)
        return 2;
    const Reader &reader = (*project)->reader();
    const auto chronology = Chronology::read(reader);
    if (!chronology)
        return 2;
    int shown = 0;
    const auto filter = [&](const char *query, const Matches *within = nullptr) {
        return milliseconds([&, query] {
            const auto found = matches(reader, *chronology, filterOf(readQuery(QString::fromUtf8(query))), eventsToldBy, nullptr, within);
            shown = found ? shownCount(*found, chronology->size()) : -1;
            return found.has_value();
        });
    };
    std::printf("%d events, %lld MB\n", events, QFileInfo(path).size() / 1'000'000);
    bool met = isMet("lane, certainty and span", filter("lane:\"lane 3\" certainty:disputed after:1971"), mostInMemory);
    met = isMet("a word", filter("alați"), mostText) && met;
    std::printf("  %d found\n", shown);
    met = isMet("two words and an actor", filter("galați shelling actor:civilians"), mostText) && met;
    const auto wide = matches(reader, *chronology, filterOf(readQuery(u"galat")), eventsToldBy);
    met = isMet("one letter more", filter("galati", wide ? &*wide : nullptr), mostNarrowed) && met;
    for (const auto &[order, name] : {std::pair(EventOrder::Title, "order by title"), {EventOrder::Actor, "order by actor"},
             {EventOrder::Certainty, "order by certainty"}}) {
        const double took = milliseconds([&] { return rowsInOrder(reader, *chronology, order).has_value(); });
        met = isMet(name, took, 2 * mostText) && met;
    }
    return met ? 0 : 1;
}
