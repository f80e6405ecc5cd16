// bench_verify [--small]: quotations of 40 to 400 letters against captures of 10 KB, each against its own, as a brief cites them.
// Marks: one that is exact takes at most 3 times as long as memmem needs to find its folded words in the folded capture, an altered
// one less than 5 ms, and one that is not there less than 5 ms as well.

#include "app/brief/verification.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <random>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double mostFactor = 3;
constexpr double mostAltered = 5; // ms
constexpr int runs = 5;

/// Sentences with the marks, dashes and spaces that folding is about.
QString textOf(qsizetype length, unsigned seed)
{
    std::mt19937 random(seed);
    QString text;
    while (text.size() < length) {
        QString word;
        for (auto letters = 1 + random() % 10; letters > 0; --letters)
            word += QChar(u'a' + int(random() % 22));
        static const QStringList marks{u" "_s, u" "_s, u" "_s, u" "_s, u" "_s, u", "_s, u". "_s, u" – "_s, u"’s "_s, u"\n"_s, u"  "_s};
        text += (random() % 30 == 0 ? u"“%1” "_s.arg(word) : word) + marks[qsizetype(random() % size_t(marks.size()))];
    }
    return text;
}

struct Pair
{
    FoldedText capture;
    QString quotation;
    FoldedText folded; ///< the quotation
};

/// From the start of a word to the end of one.
QString passageOf(const QString &text, std::mt19937 &random)
{
    const qsizetype start = text.indexOf(u' ', qsizetype(random() % size_t(text.size() - 600))) + 1;
    const qsizetype end = text.indexOf(u' ', start + 40 + qsizetype(random() % 360));
    return text.sliced(start, end - start).simplified();
}

QList<Pair> pairs(int number)
{
    QList<Pair> all;
    std::mt19937 random(3);
    for (int i = 0; i < number; ++i) {
        const QString text = textOf(10'000, unsigned(i + 1));
        const QString quotation = passageOf(text, random);
        all.append({FoldedText(text), quotation, FoldedText(quotation)});
    }
    return all;
}

/// Every sixth word is another one, one is gone and two are new.
QString altered(const QString &quotation)
{
    QStringList words = quotation.split(u' ');
    for (qsizetype i = 2; i < words.size(); i += 6)
        words[i] = u"other"_s;
    words.removeAt(words.size() / 2);
    words.insert(words.size() / 3, u"quite new"_s);
    return words.join(u' ');
}

double best(const std::function<void()> &work)
{
    double least = -1;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        const double took = double(timer.nsecsElapsed()) / 1e6;
        least = least < 0 ? took : std::min(least, took);
    }
    return least;
}

bool measureExact(const QList<Pair> &all)
{
    qsizetype found = 0;
    qsizetype hits = 0;
    const double ours = best([&] {
        found = 0;
        for (const Pair &pair : all)
            found += verify(pair.quotation, std::span(&pair.capture, 1)).status == Verification::Status::Exact;
    });
    const double bare = best([&] {
        hits = 0;
        for (const Pair &pair : all) {
            const QStringView text = pair.capture.text();
            const QStringView words = pair.folded.text();
            hits += memmem(text.utf16(), size_t(text.size()) * 2, words.utf16(), size_t(words.size()) * 2) != nullptr;
        }
    });
    const double ratio = ours / bare;
    std::printf("exact: %.2f µs each, memmem: %.2f µs, ratio %.2f (goal <= %.0f)\n", ours * 1000 / double(all.size()),
        bare * 1000 / double(all.size()), ratio, mostFactor);
    std::printf("  found: %lld, by memmem: %lld, of %lld\n", found, hits, all.size());
    return ratio <= mostFactor && found == all.size();
}

/// The slowest of them, each at its best.
bool measureOthers(const char *name, const QList<Pair> &all, Verification::Status wanted, const std::function<QString(qsizetype)> &quotation)
{
    double most = 0;
    double sum = 0;
    int right = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString words = quotation(i);
        bool isRight = false;
        const double took = best([&] { isRight = verify(words, std::span(&all[i].capture, 1)).status == wanted; });
        right += isRight;
        most = std::max(most, took);
        sum += took;
    }
    std::printf("%s: %.2f ms each, the slowest %.2f ms (goal <= %.0f), %d of %lld\n", name, sum / double(all.size()), most, mostAltered, right, all.size());
    return most <= mostAltered && right == all.size();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QList<Pair> all = pairs(QCoreApplication::arguments().contains(u"--small"_s) ? 100 : 1000);
    const double folding = best([&] {
        for (const Pair &pair : all)
            (void)FoldedText(pair.capture.original());
    });
    std::printf("folding a capture, once: %.2f µs each\n", folding * 1000 / double(all.size()));
    bool met = measureExact(all);
    met = measureOthers("altered", all, Verification::Status::Altered, [&](qsizetype i) { return altered(all[i].quotation); }) && met;
    met = measureOthers("not there", all, Verification::Status::NotFound, [&](qsizetype i) { return textOf(all[i].quotation.size(), unsigned(5000 + i)); }) && met;
    return met ? 0 : 1;
}
