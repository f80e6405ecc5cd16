// bench_library [--small]: the library of sources. Marks: 200 excerpts are found again in 1 MB within 100 ms; duplicates among
// 100,000 sources within 1.5 s, those of one within half a second; the tree of origins within 250 ms. Beside each stands
// what reading the same once takes.

#include "app/base/foldedtext.h"
#include "app/project/project.h"
#include "app/sources/anchoring.h"
#include "app/sources/duplicates.h"
#include "app/sources/origins.h"
#include "app/sources/resting.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

/// Sources as they come from feeds and searches: every hundredth a second time, a third repeating another.
Result<> content(Writer &writer, int number)
{
    auto done = writer.run(
        u"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO source (id, key, title, publisher, published, "
        "address, status) SELECT i, 's' || i, CASE i % 20 WHEN 0 THEN 'Statement of the ministry' ELSE 'Drone ' || ((i - i % 100 / 99) * 7919 % 100003) || "
        "' strikes ' || (i * 31 % 997) || ' flats near place ' || (i % 5000) || ', officials say' END, 'Agency ' || (i % 200), "
        "date('2020-01-01', '+' || (i % 2000) || ' days'), 'https://www.example.org/news/' || (i - i % 100 / 99) || '?utm_source=feed', "
        "CASE i % 500 WHEN 0 THEN 'retracted' ELSE 'active' END FROM n"_s.arg(number));
    if (done)
        done = writer.run(u"INSERT INTO origin (id, source_id, repeats_id) SELECT id, id, id - 1 - id % 7 FROM source WHERE id % 3 = 0 AND id > 8"_s);
    if (done)
        done = writer.run(u"INSERT INTO event (id, key, title, date) SELECT id, 'e' || id, 'Event', '2022' FROM source WHERE id % 5 = 0"_s);
    if (done)
        done = writer.run(u"INSERT INTO event_source (id, event_id, source_id) SELECT e.id * 4 + k.value, e.id, e.id - k.value FROM event e, "
                          "json_each('[0,1,2]') k"_s);
    return done;
}

QString textOf(qsizetype length)
{
    std::mt19937 random(5);
    QString text;
    while (text.size() < length) {
        for (auto letters = 1 + random() % 9; letters > 0; --letters)
            text += QChar(u'a' + int(random() % 20));
        text += random() % 12 == 0 ? u". "_s : u" "_s;
    }
    return text;
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

bool isMet(const char *what, double took, double most, const char *limit, double least)
{
    std::printf("%s: %.1f ms (goal <= %.0f; %s: %.1f ms)\n", what, took, most, limit, least);
    return took >= 0 && took <= most;
}

bool anchors()
{
    const QString before = textOf(1'000'000);
    Capture capture;
    capture.text = before;
    QList<Excerpt> excerpts;
    QString later = u"Updated. "_s + before;
    for (int i = 0; i < 200; ++i) {
        excerpts.append(excerptOf(capture, 4'900 * i, 4'900 * i + 40 + 7 * (i % 60)).value_or(Excerpt()));
        if (i % 4 == 0) // other words between the same ones
            later.replace(9 + 4'900 * i + 20, 3, u"###"_s);
        if (i % 8 == 0) // and other words around them
            later.replace(9 + std::max(0, 4'900 * i - 10), 8, u"--------"_s);
    }
    qsizetype lost = 0;
    const double took = milliseconds([&] {
        const QList<Anchoring> found = anchorAll(excerpts, later);
        lost = std::ranges::count(found, Anchoring::Kind::Lost, &Anchoring::kind);
        return true;
    });
    const double folding = milliseconds([&] { return !FoldedText(later).text().isEmpty(); });
    std::printf("excerpts lost: %d\n", int(lost));
    return isMet("200 excerpts in 1 MB", took, 100, "folding the text", folding) && lost == 0;
}

bool queries(const Reader &reader, int number)
{
    const double rows = milliseconds([&] {
        return reader.eachRaw(u"SELECT id, title, publisher, published, address, fields FROM source"_s, {},
            [](const RawRow &row) { return !row.text(1).isEmpty(); }).has_value();
    });
    const double pairs = milliseconds([&] {
        return reader.eachRaw(u"SELECT source_id, repeats_id FROM origin"_s, {}, [](const RawRow &row) { return row.number(0) > 0; }).has_value();
    });
    qsizetype found = 0;
    const double all = milliseconds([&] {
        const auto result = duplicates(reader, 100'000);
        found = result ? result->size() : -1;
        return result.has_value();
    });
    std::printf("duplicates: %d of %d sources\n", int(found), number);
    const auto one = sourceByKey(reader, u"s99"_s);
    if (!one || !*one)
        return false;
    const double single = milliseconds([&] { return duplicatesOf(reader, **one, 10).has_value(); });
    const double tree = milliseconds([&] { return originTree(reader).has_value(); });
    const double shaken = milliseconds([&] { return shakenEvents(reader).has_value(); });
    const double resting = milliseconds([&] { return restingOn(reader, (*one)->id).has_value(); });
    return int(isMet("duplicates among all", all, 1500, "reading the rows", rows)) + int(isMet("duplicates of one", single, 500, "reading the rows", rows))
        + int(isMet("tree of origins", tree, 250, "reading the pairs", pairs)) + int(isMet("events on retracted sources", shaken, 100, "reading the pairs", pairs))
        + int(isMet("what rests on a source", resting, 10, "reading the pairs", pairs)) == 5;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int number = QCoreApplication::arguments().contains(u"--small"_s) ? 5'000 : 100'000;
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    const QString path = folder.filePath(u"library.redoubt"_s);
    if (!Project::create(path, u"Benchmark"_s, [&](Writer &writer) { return content(writer, number); }))
        return 2;
    const auto project = Project::open(path, Project::Mode::ReadOnly);
    if (!project)
        return 2;
    const bool anchored = anchors();
    return queries((*project)->reader(), number) && anchored ? 0 : 1;
}
