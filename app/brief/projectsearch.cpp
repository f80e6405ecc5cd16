#include "app/brief/projectsearch.h"

#include "app/brief/brief.h"
#include "app/brief/searchconditions.h"
#include "app/project/fulltext.h"
#include "app/sources/excerpt.h"
#include "app/sources/sourcecard.h"
#include "app/timeline/event.h"

#include <QCoreApplication>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ProjectSearch)
};

struct Hit
{
    SearchKind kind = SearchKind::Source;
    TextHit hit;
    qsizetype rank = 0; ///< among those of its kind
};

using Sought = QList<SoughtWords>;

TextQuestion questionOf(const SearchQuery &query)
{
    TextQuestion question;
    for (const SearchTerm &term : query.terms) {
        if (term.field != SearchField::Word)
            continue;
        const SoughtWords words = soughtWords(term.value, term.isPrefix);
        if (term.isExcluded)
            question.excluded.append(words);
        else if (term.isAlternative && !question.groups.isEmpty())
            question.groups.last().append(words);
        else
            question.groups.append(QList<SoughtWords>{words});
    }
    return question;
}

/// Where no words are asked for, captures and excerpts of what is found would only repeat it.
QList<SearchKind> kindsOf(const SearchQuery &query, const TextQuestion &question)
{
    const bool namesKind = std::ranges::any_of(
        query.terms, [](const SearchTerm &term) { return term.field == SearchField::Kind && !term.isExcluded; });
    QList<SearchKind> kinds{SearchKind::Source, SearchKind::Event, SearchKind::Brief};
    if (namesKind || !question.groups.isEmpty())
        kinds += {SearchKind::Excerpt, SearchKind::Capture};
    return kinds;
}

Result<> checkAsked(const SearchQuery &query)
{
    if (query.isEmpty()) {
        return failure(Words::tr("Nothing was looked for."), Words::tr("The search has no word and no condition."),
            Words::tr("Write a word, or a condition such as “grade:A”."), Error::Kind::Invalid);
    }
    if (std::ranges::all_of(query.terms, &SearchTerm::isExcluded)) {
        return failure(Words::tr("Nothing was looked for."), Words::tr("The search says only what shall not be found."),
            Words::tr("Add a word or a condition without “-”, such as “kind:source”."), Error::Kind::Invalid);
    }
    return {};
}

Result<QList<Hit>> hitsOf(const Reader &reader, const SearchQuery &query, int most)
{
    const TextQuestion question = questionOf(query);
    QList<Hit> hits;
    for (const SearchKind kind : kindsOf(query, question)) {
        const auto conditions = SearchConditions::read(reader, query, kind);
        if (!conditions)
            return failure(conditions);
        if (conditions->excludeAll())
            continue;
        const auto found = textHits(reader, searchKindNames.name(kind), question, most, [&](qint64 row) { return conditions->pass(row); });
        if (!found)
            return failure(found);
        for (qsizetype i = 0; i < found->size(); ++i)
            hits.append({kind, found->at(i), i});
    }
    std::ranges::stable_sort(hits, [](const Hit &a, const Hit &b) {
        return a.hit.score != b.hit.score ? a.hit.score > b.hit.score : a.rank < b.rank;
    });
    return hits.first(std::min<qsizetype>(hits.size(), most));
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

Result<> describeSource(const Reader &reader, const Sought &sought, SearchResult &result)
{
    const auto found = source(reader, {result.id});
    if (!found || !*found)
        return found ? Result<>() : failure(found);
    result.key = (*found)->key;
    result.title = (*found)->title;
    result.snippet = snippetOf(joined({(*found)->author, (*found)->publisher, (*found)->note}), sought);
    return {};
}

Result<> describeEvent(const Reader &reader, const Sought &sought, SearchResult &result)
{
    const auto found = event(reader, {result.id});
    if (!found || !*found)
        return found ? Result<>() : failure(found);
    result.key = (*found)->key;
    result.title = (*found)->title;
    result.snippet = snippetOf(joined({(*found)->date, (*found)->place, (*found)->summary}), sought);
    return {};
}

Result<> describeBrief(const Reader &reader, const Sought &sought, SearchResult &result)
{
    const auto found = brief(reader, {result.id});
    if (!found || !*found)
        return found ? Result<>() : failure(found);
    result.key = (*found)->key;
    result.title = (*found)->title;
    result.snippet = snippetOf((*found)->text, sought);
    result.place = result.snippet.place;
    return {};
}

Result<> nameSource(const Reader &reader, Id<Source> id, SearchResult &result)
{
    const auto found = source(reader, id);
    if (!found || !*found)
        return found ? Result<>() : failure(found);
    result.key = (*found)->key;
    result.title = (*found)->title;
    return {};
}

Result<> describeExcerpt(const Reader &reader, const Sought &sought, SearchResult &result)
{
    const auto found = excerpt(reader, {result.id});
    if (!found || !*found)
        return found ? Result<>() : failure(found);
    const Excerpt &passage = **found;
    result.capture = passage.capture.number;
    result.snippet = snippetOf(passage.exact, sought);
    const SnippetMark place = result.snippet.place;
    result.place = place.length > 0 ? SnippetMark{passage.start + place.start, place.length}
                                    : SnippetMark{passage.start, passage.end - passage.start};
    if (place.length == 0)
        result.snippet = snippetOf(joined({passage.exact, passage.speaker, passage.note}), sought);
    const auto owner = sourceOfRow(reader, u"capture"_s, result.capture);
    return owner ? nameSource(reader, *owner, result) : failure(owner);
}

Result<> describeCapture(const Reader &reader, const Sought &sought, SearchResult &result)
{
    const auto found = capture(reader, {result.id});
    if (!found || !*found)
        return found ? Result<>() : failure(found);
    result.capture = result.id;
    result.snippet = snippetOf((*found)->text, sought);
    result.place = result.snippet.place;
    return nameSource(reader, (*found)->source, result);
}

Result<SearchResult> describe(const Reader &reader, const Hit &hit, const Sought &sought)
{
    SearchResult result;
    result.kind = hit.kind;
    result.id = hit.hit.row;
    result.score = hit.hit.score;
    Result<> done;
    switch (hit.kind) {
    case SearchKind::Source:
        done = describeSource(reader, sought, result);
        break;
    case SearchKind::Event:
        done = describeEvent(reader, sought, result);
        break;
    case SearchKind::Brief:
        done = describeBrief(reader, sought, result);
        break;
    case SearchKind::Excerpt:
        done = describeExcerpt(reader, sought, result);
        break;
    case SearchKind::Capture:
        done = describeCapture(reader, sought, result);
        break;
    }
    return done ? Result<SearchResult>(std::move(result)) : Result<SearchResult>(failure(done));
}

} // namespace

Result<QList<SearchResult>> searchProject(const Reader &reader, const SearchQuery &query, int most, const JobState *state)
{
    if (auto asked = checkAsked(query); !asked)
        return failure(asked);
    reader.stopWith(state);
    const auto leave = qScopeGuard([&] { reader.stopWith(nullptr); });
    const auto hits = hitsOf(reader, query, most);
    if (!hits)
        return failure(hits);
    Sought sought;
    for (const QList<SoughtWords> &group : questionOf(query).groups)
        sought += group;
    QList<SearchResult> results;
    for (const Hit &hit : *hits) {
        if (state && state->isStopped())
            return failure(Words::tr("Nothing was looked for."), Words::tr("It was stopped."), {}, Error::Kind::Cancelled);
        auto result = describe(reader, hit, sought);
        if (!result)
            return failure(result);
        if (!result->key.isEmpty()) // it is still there
            results.append(*std::move(result));
    }
    return results;
}

} // namespace redoubt
