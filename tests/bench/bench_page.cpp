// bench_page [--small]: the main text of made-up pages and of those under tests/data/pages, and the same by Mozilla's
// Readability with jsdom where they are installed ($REDOUBT_PEERS, packaging/bench --peers): from the bytes to the text, in
// one process, after a warm-up. The physical limit is the HTML parser alone, on the pages as they are. The mark: twenty
// times as fast a page as Readability. Each runs several times and counts with its best.

#include "app/sources/page.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <gumbo.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double leastFactor = 20;
constexpr int runs = 5;

QByteArray sentence(int number)
{
    static const QByteArrayList subjects{"The ministry", "A spokesperson", "The coast guard", "One resident", "The operator of the cable"};
    static const QByteArrayList verbs{"said on Friday", "confirmed", "denied, for the third time,", "told reporters"};
    static const QByteArrayList objects{"that the aircraft had crossed the river", "that nobody had been hurt, as far as was known",
        "that an investigation had begun", "that the ship had changed its name twice", "that the repair would take two weeks"};
    return subjects[number % 5] + ' ' + verbs[number % 4] + ' ' + objects[number % 7 % 5] + ". ";
}

/// A news article as sites serve it: most of it is not the article.
QByteArray newsPage(int seed, int paragraphs)
{
    QByteArray menu;
    for (int i = 0; i < 60; ++i)
        menu += "<li class=\"menu-item\"><a href=\"/section/" + QByteArray::number(i) + "\"><span>Section " + QByteArray::number(i) + "</span></a></li>";
    QByteArray teasers;
    for (int i = 0; i < 40; ++i)
        teasers += "<div class=\"teaser col-4\"><a href=\"/a/" + QByteArray::number(i) + "\"><img src=\"t.jpg\" alt=\"\"><h3>" + sentence(seed + i) + "</h3></a></div>";
    QByteArray text;
    for (int i = 0; i < paragraphs; ++i) {
        text += "<p class=\"paragraph\">" + sentence(seed + i * 3) + "<a href=\"/b\">" + sentence(seed + i * 3 + 1) + "</a>" + sentence(seed + i * 3 + 2).repeated(4) + "</p>\n";
        if (i % 6 == 5)
            text += "<h2>Part " + QByteArray::number(i / 6) + "</h2><div class=\"ad-break\"><script>ads.push(" + QByteArray::number(i) + ");</script></div>";
    }
    const QByteArray script = "<script>var a = function (b) { return b < 3 ? '<p>' : \"</p>\"; }; /* " + QByteArray("tracking ").repeated(800) + "*/</script>";
    const QByteArray style = "<style>" + QByteArray(".teaser > a:hover { color: #123456; margin: 0 auto }\n").repeated(200) + "</style>";
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + sentence(seed) + " - The Courier</title>" + style + script +
           "</head><body><header class=\"header\"><nav><ul class=\"menu\">" + menu + "</ul></nav></header><main><article class=\"story\"><h1>" +
           sentence(seed) + "</h1><div class=\"article-body\">" + text + "</div></article><aside class=\"sidebar\">" + teasers +
           "</aside></main><footer class=\"footer\"><ul>" + menu + "</ul></footer>" + script + "</body></html>";
}

QList<QByteArray> pages(bool small)
{
    QList<QByteArray> made;
    for (int i = 0; i < (small ? 10 : 60); ++i)
        made.append(newsPage(i * 17, 12 + i % 5 * 25));
    const QDir folder(QStringLiteral(TEST_DATA "/pages"));
    for (const QString &name : folder.entryList({u"*.html"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            made.append(file.readAll());
    }
    return made;
}

/// The best of several runs, in milliseconds.
double best(auto &&work)
{
    double least = 0;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        const double taken = double(timer.nsecsElapsed()) / 1e6;
        least = i == 0 ? taken : std::min(least, taken);
    }
    return least;
}

void parseAlone(const QByteArray &page)
{
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, page.constData(), size_t(page.size()));
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

/// Milliseconds for all the pages; 0 when it is not installed.
double measurePeer(const QList<QByteArray> &made)
{
    const QTemporaryDir folder;
    for (qsizetype i = 0; i < made.size(); ++i) {
        QFile file(folder.filePath(u"%1.html"_s.arg(i, 4, 10, QChar(u'0'))));
        if (!file.open(QIODevice::WriteOnly) || file.write(made[i]) < 0)
            return 0;
    }
    constexpr int longest = 600'000;
    QProcess process;
    process.start(u"node"_s, {QStringLiteral(SOURCE_DIR "/tests/peers/readability_pages.mjs"), folder.path(), QString::number(runs)});
    const bool ran = process.waitForStarted() && process.waitForFinished(longest) && process.exitCode() == 0;
    return ran ? process.readAllStandardOutput().trimmed().toDouble() : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QList<QByteArray> made = pages(application.arguments().contains(u"--small"));
    double megabytes = 0;
    for (const QByteArray &page : made)
        megabytes += double(page.size()) / 1e6;
    const auto count = double(made.size());

    qsizetype read = 0;
    const double ours = best([&] {
        read = 0;
        for (const QByteArray &page : made)
            read += readPage(page).has_value();
    });
    const double limit = best([&] {
        for (const QByteArray &page : made)
            parseAlone(page);
    });
    std::printf("%lld pages, %.1f MB, %lld with a main text\n", static_cast<long long>(made.size()), megabytes, static_cast<long long>(read));
    std::printf("Redoubt: %.2f ms a page, %.0f MB/s\n", ours / count, megabytes * 1000 / ours);
    std::printf("Limit, the HTML parser alone: %.2f ms a page, %.0f MB/s\n", limit / count, megabytes * 1000 / limit);
    const double theirs = measurePeer(made);
    if (theirs <= 0) {
        std::printf("Readability with jsdom: not installed (packaging/bench --peers)\n");
        return 0;
    }
    const bool met = theirs / ours >= leastFactor;
    std::printf("Readability with jsdom: %.2f ms a page, %.1f MB/s\n", theirs / count, megabytes * 1000 / theirs);
    std::printf("Readability with jsdom takes %.1f times as long a page (mark: %.0f)%s\n", theirs / ours, leastFactor, met ? "" : " MISSED");
    return met ? 0 : 1;
}
