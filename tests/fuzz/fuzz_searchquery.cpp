#include "app/base/snippet.h"
#include "app/base/words.h"
#include "app/brief/searchquery.h"
#include "app/project/fulltext.h"

#include <sqlite3.h>

#include <cstdlib>

using namespace redoubt;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Whatever words come out of it, FTS5 takes them.
void checkMatch(const SearchTerm &term)
{
    static sqlite3 *const db = [] {
        sqlite3 *made = nullptr;
        sqlite3_open(":memory:", &made);
        sqlite3_exec(made, "CREATE VIRTUAL TABLE t USING fts5(a, content = '', tokenize = 'ascii')", nullptr, nullptr, nullptr);
        return made;
    }();
    const SoughtWords words = soughtWords(term.value, term.isPrefix);
    require(!words.words.isEmpty());
    const QByteArray match = matchText(words).toUtf8();
    sqlite3_stmt *statement = nullptr;
    require(sqlite3_prepare_v2(db, "SELECT rowid FROM t WHERE t MATCH ?", -1, &statement, nullptr) == SQLITE_OK);
    sqlite3_bind_text(statement, 1, match.constData(), int(match.size()), SQLITE_STATIC);
    require(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_finalize(statement);
}

} // namespace

/// Whatever is typed is read, its text reads as the same, FTS5 understands it, and its words are found in it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromUtf8(bytes);
    const QDate today(2026, 5, 29);
    SearchQuery query = readSearch(text, Typed::Whole, today);
    for (const SearchProblem &problem : std::as_const(query.problems))
        require(problem.start >= 0 && problem.length > 0 && problem.start + problem.length <= text.size() && !problem.text.isEmpty());
    QList<SoughtWords> sought;
    for (const SearchTerm &term : std::as_const(query.terms)) {
        if (term.field != SearchField::Word)
            continue;
        checkMatch(term);
        sought.append(soughtWords(term.value, term.isPrefix));
    }
    query.problems.clear();
    require(readSearch(searchText(query), Typed::Whole, today) == query);

    const Snippet snippet = snippetOf(text, sought);
    require(snippet.place.start + snippet.place.length <= text.size());
    for (const SnippetMark &mark : snippet.marks)
        require(mark.start >= 0 && mark.length > 0 && mark.start + mark.length <= snippet.text.size());

    const QByteArray words = searchWords(bytes);
    require(QString::fromUtf8(words).toUtf8() == words);
    return 0;
}
