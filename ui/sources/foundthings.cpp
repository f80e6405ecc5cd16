#include "ui/sources/foundthings.h"

#include "app/sources/search.h"
#include "app/timeline/event.h"
#include "ui/sources/sourcetext.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

constexpr int mostShown = 200;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::FoundThings)
};

Result<> addFacts(const Reader &reader, FoundThing &thing)
{
    if (thing.result.kind == SearchKind::Brief)
        return {};
    if (thing.result.kind == SearchKind::Event) {
        const auto found = event(reader, {thing.result.id});
        if (!found || !*found)
            return found ? Result<>() : failure(found);
        thing.date = (*found)->date;
        thing.retracted = (*found)->certainty == Certainty::Retracted;
        return {};
    }
    const auto found = sourceByKey(reader, thing.result.key);
    if (!found || !*found)
        return found ? Result<>() : failure(found);
    thing.grade = (*found)->grade.text();
    thing.date = (*found)->published;
    thing.retracted = (*found)->retracted;
    return {};
}

/// The one word that is looked for; empty where there is more in the question.
QString onlyWord(const SearchQuery &query)
{
    if (query.terms.size() != 1)
        return {};
    const SearchTerm &term = query.terms.first();
    return term.field == SearchField::Word && !term.isExcluded ? term.value : QString();
}

/// Keys are no words of the index; one who types a key, or a part of it, looks for that source.
Result<QList<SearchResult>> withKey(const Reader &reader, const QString &word)
{
    static constexpr qsizetype shortest = 3;
    static constexpr int most = 5;
    const QString part = word.startsWith(u'@') ? word.sliced(1) : word;
    if (part.size() < shortest)
        return QList<SearchResult>();
    const auto sources = sourcesWithKey(reader, part, most);
    if (!sources)
        return failure(sources);
    QList<SearchResult> results;
    for (const Source &source : *sources) {
        SearchResult result;
        result.id = source.id.number;
        result.key = source.key;
        result.title = source.title;
        result.snippet.text = sourcetext::who(source);
        results.append(std::move(result));
    }
    return results;
}

QStringList parts(const FoundThing &thing)
{
    const QString key = thing.result.kind == SearchKind::Event || thing.result.kind == SearchKind::Brief
                            ? QString()
                            : u'@' + thing.result.key;
    QStringList all{foundtext::kind(thing.result.kind), thing.grade, sourcetext::published(thing.date), key};
    all.removeAll(QString());
    return all;
}

QStringList spokenParts(const FoundThing &thing)
{
    QStringList all{thing.result.title.simplified()};
    if (thing.retracted)
        all.append(Words::tr("retracted"));
    all += parts(thing);
    if (!thing.result.snippet.text.isEmpty())
        all.append(thing.result.snippet.text);
    return all;
}

/// A snippet of fields without the date, which the row says in words.
Snippet withoutDate(const Snippet &snippet, const QString &date)
{
    const QString part = date + u" · "_s;
    const qsizetype at = date.isEmpty() ? -1 : snippet.text.indexOf(part);
    const auto isInside = [&](const SnippetMark &mark) { return mark.start < at + part.size() && mark.start + mark.length > at; };
    if (at < 0 || std::ranges::any_of(snippet.marks, isInside))
        return snippet;
    Snippet rest = snippet;
    rest.text.remove(at, part.size());
    for (SnippetMark &mark : rest.marks)
        mark.start -= mark.start > at ? part.size() : 0;
    return rest;
}

Result<FoundThings> described(const Reader &reader, const QList<SearchResult> &results)
{
    FoundThings found;
    found.isCut = results.size() > mostShown;
    for (const SearchResult &result : results.first(std::min<qsizetype>(results.size(), mostShown))) {
        FoundThing thing;
        thing.result = result;
        if (auto done = addFacts(reader, thing); !done)
            return failure(done);
        if (result.kind == SearchKind::Source || result.kind == SearchKind::Event)
            thing.result.snippet = withoutDate(result.snippet, thing.date);
        found.all.append(std::move(thing));
    }
    return found;
}

} // namespace

Result<FoundThings> foundThings(const Reader &reader, const SearchQuery &query, const JobState &state)
{
    const auto found = searchProject(reader, query, mostShown + 1, &state);
    if (!found)
        return failure(found);
    auto results = withKey(reader, onlyWord(query));
    if (!results)
        return failure(results);
    results->removeIf([&](const SearchResult &keyed) {
        return std::ranges::any_of(*found, [&](const SearchResult &result) { return result.kind == SearchKind::Source && result.id == keyed.id; });
    });
    return described(reader, *results + *found);
}

namespace foundtext {

QString kind(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Source:
        return Words::tr("Source");
    case SearchKind::Event:
        return Words::tr("Event");
    case SearchKind::Brief:
        return Words::tr("Brief");
    case SearchKind::Excerpt:
        return Words::tr("Excerpt");
    case SearchKind::Capture:
        break;
    }
    return Words::tr("Captured text");
}

QString icon(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Source:
        return u"sources"_s;
    case SearchKind::Event:
        return u"timeline"_s;
    case SearchKind::Brief:
        return u"brief"_s;
    case SearchKind::Excerpt:
        return u"excerpt"_s;
    case SearchKind::Capture:
        break;
    }
    return u"captured-text"_s;
}

QString facts(const FoundThing &thing)
{
    return parts(thing).join(u" · "_s);
}

QString toolTip(const FoundThing &thing)
{
    return u"<p style='white-space:pre-wrap'>"_s + spokenParts(thing).join(u'\n').toHtmlEscaped() + u"</p>"_s;
}

QString spoken(const FoundThing &thing)
{
    return spokenParts(thing).join(u"; "_s);
}

} // namespace foundtext

} // namespace redoubt
