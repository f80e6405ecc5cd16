// bench_search [--small]: search over 100,000 articles of 7 KB against the bare FTS5 statement on the same index through SQLite's C
// interface, each with the snippets of the first 20. Marks: at most 1.3 times the bare statement, for words that are only begun
// 2 times the unranked one, and an index of at most 0.6 of the text.

#include "app/base/words.h"
#include "app/brief/projectsearch.h"
#include "app/project/largeedit.h"
#include "app/project/project.h"
#include "app/project/rowinserter.h"
#include "app/project/secondreader.h"
#include "app/project/sqlite.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace redoubt;

namespace {

constexpr double mostFactor = 1.3;
constexpr double mostBegun = 2;
constexpr double mostIndex = 0.6;
constexpr int shown = 20;
constexpr int articleBytes = 7000;
constexpr int knownWords = 60'000;

/// Words made of syllables; the rank of a word says how rare it is.
QList<QByteArray> vocabulary()
{
    static const QByteArrayList syllables{"ba", "den", "kor", "li", "mas", "tre", "von", "sil", "pro", "ga", "lat", "ru", "sch", "an", "der",
        "is", "to", "wen", "fi", "com"};
    QList<QByteArray> words;
    for (int rank = 0; rank < knownWords; ++rank) {
        QByteArray word;
        for (int rest = rank + 1; rest > 0; rest /= int(syllables.size()))
            word += syllables.at(rest % int(syllables.size()));
        words.append(word);
    }
    return words;
}

class Articles
{
public:
    Articles()
    {
        double sum = 0;
        for (int rank = 1; rank <= knownWords; ++rank)
            m_sums.push_back(sum += 1.0 / rank);
    }

    [[nodiscard]] const QByteArray &word(int rank) const { return m_words.at(rank); }

    QByteArray next()
    {
        QByteArray text;
        text.reserve(articleBytes + 20);
        while (text.size() < articleBytes) {
            const double at = m_random.generateDouble() * m_sums.back();
            text += m_words.at(std::ranges::lower_bound(m_sums, at) - m_sums.begin());
            text += m_random.bounded(12) == 0 ? ". " : " ";
        }
        return text;
    }

private:
    QList<QByteArray> m_words = vocabulary();
    std::vector<double> m_sums;
    QRandomGenerator m_random{1};
};

Result<> fill(Project &project, Articles &articles, int count)
{
    return project.editLarge(u"Fill"_s, [&](LargeEdit &edit) -> Result<> {
        const auto sourceWords = edit.wordsInserter("source");
        const auto captureWords = edit.wordsInserter("capture");
        if (!sourceWords || !captureWords)
            return sourceWords ? failure(captureWords) : failure(sourceWords);
        const auto sources = edit.writer().inserter(u"source"_s, {u"id"_s, u"key"_s, u"title"_s});
        const auto captures = edit.writer().inserter(u"capture"_s,
            {u"id"_s, u"source_id"_s, u"captured_at"_s, u"bytes"_s, u"sha256"_s, u"text"_s});
        const QString sha256 = u"0"_s.repeated(64);
        for (int from = 1; from <= count; from += 1000) {
            const auto added = edit.add([&]() -> Result<> {
                QByteArrayList texts;
                for (int id = from; id < std::min(from + 1000, count + 1); ++id) {
                    auto done = sources->number(id).text(u"article-%1"_s.arg(id)).text(u"Article %1"_s.arg(id)).insert();
                    texts.append(articles.next());
                    if (done) {
                        done = captures->number(id).number(id).text(u"2026-05-29T00:00:00Z").bytes("x").text(sha256).utf8(texts.last()).insert();
                    }
                    if (!done)
                        return done;
                }
                for (int id = from; id < from + int(texts.size()); ++id) {
                    auto done = (*sourceWords)->number(id).text(u"article %1"_s.arg(id)).utf8({}).utf8({}).utf8({}).insert();
                    if (done)
                        done = (*captureWords)->number(id).utf8(searchWords(texts.at(id - from))).insert();
                    if (!done)
                        return done;
                }
                return {};
            });
            if (!added)
                return added;
        }
        return {};
    });
}

/// The fastest of some runs in ms; -1 when it fails.
double milliseconds(const std::function<bool()> &work)
{
    QElapsedTimer timer;
    double best = -1;
    for (int i = 0; i < 5; ++i) {
        timer.start();
        if (!work())
            return -1;
        const double took = double(timer.nsecsElapsed()) / 1e6;
        best = best < 0 ? took : std::min(best, took);
    }
    return best;
}

class BareSqlite
{
public:
    explicit BareSqlite(const QString &path)
    {
        sqlite3_open_v2(path.toUtf8().constData(), &m_db, SQLITE_OPEN_READONLY, nullptr);
        (void)sqlite::harden(m_db);
    }
    ~BareSqlite() { sqlite3_close(m_db); }
    BareSqlite(const BareSqlite &) = delete;
    BareSqlite &operator=(const BareSqlite &) = delete;

    bool search(const QByteArray &match, const char *order)
    {
        const QByteArray sql = QByteArray("SELECT rowid, snippet(capture_search, 0, '[', ']', '...', 25) FROM capture_search "
                                          "WHERE capture_search MATCH ? ORDER BY ") + order + " LIMIT " + QByteArray::number(shown);
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            return false;
        sqlite3_bind_text(statement, 1, match.constData(), int(match.size()), SQLITE_STATIC);
        int step = SQLITE_ROW;
        while (step == SQLITE_ROW)
            step = sqlite3_step(statement);
        sqlite3_finalize(statement);
        return step == SQLITE_DONE;
    }

    double number(const char *sql) { return sqlite::text(m_db, sql).value_or(QString()).toDouble(); }

private:
    sqlite3 *m_db = nullptr;
};

bool compare(const Reader &reader, BareSqlite &bare, const char *name, const QString &typed, const QByteArray &match, bool isBegun)
{
    qsizetype found = 0;
    const double ours = milliseconds([&] {
        const auto results = searchProject(reader, readSearch(typed, isBegun ? Typed::SoFar : Typed::Whole), shown);
        found = results ? results->size() : 0;
        return results.has_value();
    });
    const double theirs = milliseconds([&] { return bare.search(match, isBegun ? "rowid DESC" : "rank"); });
    const double factor = ours / theirs;
    const double most = isBegun ? mostBegun : mostFactor;
    std::printf("%-22s %8.1f ms, bare FTS5 %s %8.1f ms: %.2f (goal <= %.1f), %lld shown\n", name, ours, isBegun ? "unranked" : "ranked",
        theirs, factor, most, qlonglong(found));
    std::fflush(stdout);
    // Beneath this nobody waits, and what is compared is the four other indexes that are asked too.
    return ours >= 0 && theirs >= 0 && (factor <= most || ours < 5);
}

bool stopsSoon(const QString &path, const QString &typed)
{
    const auto second = SecondReader::open(path);
    if (!second)
        return false;
    JobState state;
    state.stop();
    QElapsedTimer timer;
    timer.start();
    const auto result = searchProject((*second)->reader(), readSearch(typed, Typed::SoFar), shown, &state);
    std::printf("%-22s %8.1f ms\n", "stopped", double(timer.nsecsElapsed()) / 1e6);
    return !result && result.error().kind == Error::Kind::Cancelled;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int count = QCoreApplication::arguments().contains(u"--small"_s) ? 1000 : 100'000;
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    const QString path = folder.filePath(u"search.redoubt"_s);
    if (!Project::create(path, u"Benchmark"_s))
        return 2;
    const auto project = Project::open(path);
    Articles articles;
    QElapsedTimer timer;
    timer.start();
    if (!project || !fill(**project, articles, count))
        return 2;
    std::printf("%d articles made and indexed in %.1f s\n", count, double(timer.elapsed()) / 1000);
    const auto second = SecondReader::open(path);
    if (!second)
        return 2;
    BareSqlite bare(path);
    const double text = bare.number("SELECT sum(length(text)) FROM capture") / 1e6;
    const double index = bare.number("SELECT (SELECT sum(length(block)) FROM capture_search_data) + (SELECT sum(length(sz)) FROM capture_search_docsize)") / 1e6;
    std::printf("text %.0f MB, index %.0f MB: %.2f (goal <= %.1f)\n", text, index, index / text, mostIndex);
    bool met = index / text <= mostIndex;

    const auto word = [&](int rank) { return QString::fromLatin1(articles.word(rank)); };
    const auto quoted = [](const QString &words) { return u"\""_s + words + u'"'; };
    const auto once = [&](const char *name, const QString &typed) {
        met = compare((*second)->reader(), bare, name, typed, typed.startsWith(u'"') ? typed.toUtf8() : quoted(typed).toUtf8(), false) && met;
    };
    once("a rare word", word(50'000));
    once("a word", word(3000));
    once("a common word", word(100));
    once("a very common word", word(0));
    once("a phrase", quoted(word(20) + u' ' + word(31)));
    for (int letters = 1; letters <= 4; ++letters) {
        const QString begun = u"galat"_s.left(letters);
        if (letters < 4) {
            met = compare((*second)->reader(), bare, qPrintable(u"as typed: "_s + begun), begun, quoted(begun).toUtf8() + " *", true) && met;
        } else {
            met = compare((*second)->reader(), bare, "a word that goes on", begun + u'*', quoted(begun).toUtf8() + " *", false) && met;
        }
    }
    met = stopsSoon(path, u"g"_s) && met;
    return met ? 0 : 1;
}
