// bench_pdf [PAGES] [--small]: a made-up brief of about that many pages (300; with --small 30) as PDF, and the same text by
// Typst and WeasyPrint where they are installed ($REDOUBT_PEERS, packaging/bench --peers). The marks: five times as fast a page
// as either, under 150 MB. Each runs three times and counts with its best: other work on the machine only ever adds.

#include "app/publish/pdf.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double leastFactor = 5;
constexpr double mostMegabytes = 150;
constexpr int paragraphsOfAPage = 5;
constexpr int runs = 3;

/// The same sentences in each program's own language.
struct Texts
{
    QString markdown;
    QString typst;
    QString html;
};

QString sentence(int number)
{
    static const QStringList subjects{u"The alliance"_s, u"Each incursion"_s, u"A credible threshold"_s, u"The official finding"_s,
        u"Deterrence"_s, u"The received reading"_s, u"An attentive adversary"_s};
    static const QStringList verbs{u"affirms"_s, u"tests"_s, u"redefines"_s, u"presupposes"_s, u"exhausts"_s};
    static const QStringList objects{u"what had been promised in considerably firmer language"_s, u"the patience of its neighbours"_s,
        u"a line that was drawn for another purpose altogether"_s, u"the interval between warning and consequence"_s,
        u"an arrangement that nobody had intended to be permanent"_s, u"the cost of doing nothing"_s};
    return u"%1 %2 %3. "_s.arg(subjects[number % 7], verbs[number % 5], objects[number % 6]);
}

Texts texts(int pages)
{
    Texts made;
    made.typst = u"#set page(paper: \"a4\", numbering: \"1 of 1\")\n#set par(justify: true)\n#set text(lang: \"en\", size: 10pt)\n"
                 "= A generated brief\n"_s;
    made.html = u"<!doctype html><html lang=en><meta charset=utf-8><title>A generated brief</title><style>@page{size:A4;margin:2.8cm;"
                "@bottom-right{content:counter(page) ' of ' counter(pages)}}body{font:10pt/14.5pt 'Noto Serif',serif;text-align:justify;"
                "hyphens:auto}.n{float:footnote;font-size:8pt}</style><h1>A generated brief</h1>"_s;
    int number = 0;
    for (int i = 0; i < pages * paragraphsOfAPage; ++i) {
        if (i % 12 == 0) {
            const QString heading = u"Section %1"_s.arg(i / 12 + 1);
            made.markdown += u"## "_s + heading + u"\n\n"_s;
            made.typst += u"\n== "_s + heading + u"\n\n"_s;
            made.html += u"<h2>"_s + heading + u"</h2>"_s;
        }
        QString prose;
        for (int k = 0; k < 9; ++k)
            prose += sentence(number++);
        prose = prose.trimmed();
        const QString note = u"Statement %1, p. %2."_s.arg(i).arg(i % 90 + 1);
        made.markdown += prose + u"[^%1]\n\n[^%1]: "_s.arg(i) + note + u"\n\n"_s;
        made.typst += prose + u"#footnote["_s + note + u"]\n\n"_s;
        made.html += u"<p>"_s + prose + u"<span class=n>"_s + note + u"</span></p>"_s;
    }
    return made;
}

double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

double processorMilliseconds()
{
    return double(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

struct Own
{
    WrittenPdf written;
    double milliseconds = 0;
    double processor = 0;
};

Result<Own> measure(const QString &markdown, const QString &out)
{
    QElapsedTimer timer;
    timer.start();
    const double before = processorMilliseconds();
    Publication publication;
    publication.title = u"A generated brief"_s;
    publication.language = u"en-GB"_s;
    publication.text = readDocument(markdown);
    const Result<WrittenPdf> written = writePdf(publication, Paper::A4, out);
    if (!written)
        return failure(written);
    return Own{*written, double(timer.nsecsElapsed()) / 1e6, processorMilliseconds() - before};
}

int pagesOf(const QString &file)
{
    QProcess info;
    info.start(u"pdfinfo"_s, {file});
    info.waitForFinished();
    for (const QByteArray &line : info.readAll().split('\n')) {
        if (line.startsWith("Pages:"))
            return line.mid(6).trimmed().toInt();
    }
    return 0;
}

/// Milliseconds a page; 0 when the program is not there.
double measurePeer(const QString &name, const QString &program, const QString &script, const QString &source, const QString &suffix)
{
    QTemporaryDir folder;
    const QString in = folder.filePath(u"brief."_s + suffix);
    const QString out = folder.filePath(u"brief.pdf"_s);
    QFile file(in);
    if (!file.open(QIODevice::WriteOnly) || file.write(source.toUtf8()) < 0)
        return 0;
    file.close();
    constexpr int longest = 600'000;
    double milliseconds = 0;
    for (int i = 0; i < runs; ++i) {
        QProcess process;
        process.start(program, {QStringLiteral(SOURCE_DIR "/tests/peers/") + script, in, out});
        const bool ran = process.waitForStarted() && process.waitForFinished(longest) && process.exitCode() == 0;
        const double taken = ran ? process.readAllStandardOutput().trimmed().toDouble() : 0;
        if (taken <= 0)
            break;
        milliseconds = i == 0 ? taken : std::min(milliseconds, taken);
    }
    const int pages = milliseconds > 0 ? pagesOf(out) : 0;
    if (pages == 0) {
        std::printf("%s: not installed (packaging/bench --peers)\n", qPrintable(name));
        return 0;
    }
    std::printf("%s: %.2f ms a page (%d pages)\n", qPrintable(name), milliseconds / pages, pages);
    return milliseconds / pages;
}

bool compare(const QString &name, double ours, double theirs)
{
    if (theirs <= 0)
        return true;
    const bool met = theirs / ours >= leastFactor;
    std::printf("%s takes %.1f times as long a page (mark: %.0f)%s\n", qPrintable(name), theirs / ours, leastFactor,
        met ? "" : " MISSED");
    return met;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    int wanted = 300;
    for (const QString &argument : application.arguments().mid(1))
        wanted = argument == u"--small" ? 30 : argument.toInt();
    const Texts made = texts(wanted);
    QTemporaryDir folder;
    const QString out = folder.filePath(u"brief.pdf"_s);

    Own own;
    double peak = 0;
    for (int i = 0; i < runs; ++i) {
        const Result<Own> run = measure(made.markdown, out);
        if (!run) {
            std::printf("%s\n", qPrintable(run.error().text()));
            return 1;
        }
        own = i == 0 || run->milliseconds < own.milliseconds ? *run : own;
        peak = i == 0 ? peakMegabytes() : peak; // of a process that writes one brief; the peers' are not in it
    }
    const double ours = own.milliseconds / own.written.pages;
    const bool small = peak < mostMegabytes;
    std::printf("Redoubt: %.2f ms a page (%d pages, %lld bytes)\n", ours, own.written.pages, static_cast<long long>(own.written.bytes));
    std::printf("Redoubt: %.2f ms of processor time a page\n", own.processor / own.written.pages);
    std::printf("Redoubt: %.0f MB at most (mark: %.0f)%s\n", peak, mostMegabytes, small ? "" : " MISSED");
    const double typst = measurePeer(u"Typst"_s, u"node"_s, u"typst_pdf.mjs"_s, made.typst, u"typ"_s);
    const double weasyPrint = measurePeer(u"WeasyPrint"_s, u"python3"_s, u"weasyprint_pdf.py"_s, made.html, u"html"_s);
    const bool beatsTypst = compare(u"Typst"_s, ours, typst);
    const bool beatsWeasyPrint = compare(u"WeasyPrint"_s, ours, weasyPrint);
    return beatsTypst && beatsWeasyPrint && small ? 0 : 1;
}
