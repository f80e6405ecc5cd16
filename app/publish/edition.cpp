#include "app/publish/edition.h"

#include "app/base/likelihood.h"
#include "app/project/projectinfo.h"
#include "app/publish/changes.h"
#include "app/sources/evidence.h"
#include "app/timeline/datetext.h"
#include "app/timeline/event.h"
#include "app/watchlist/score.h"

#include <QCoreApplication>
#include <QSet>

namespace redoubt {

namespace {

struct Edition
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Edition)
};

/// What the project holds, read once.
struct Holdings
{
    QList<Event> events;
    QHash<Id<Lane>, QString> lanes;
    QStringList laneOrder;
    QList<Source> sources;
    QHash<Id<Source>, Source> sourceById;
    QMultiHash<Id<Event>, Id<Source>> evidence;
    QList<Indicator> indicators;
};

Result<Holdings> read(const Reader &reader)
{
    const auto happened = events(reader);
    const auto rows = lanes(reader);
    const auto documents = sources(reader);
    const auto proofs = evidence(reader);
    const auto watched = indicators(reader);
    if (!happened)
        return failure(happened);
    if (!rows)
        return failure(rows);
    if (!documents)
        return failure(documents);
    if (!proofs)
        return failure(proofs);
    if (!watched)
        return failure(watched);
    Holdings holdings{*happened, {}, {}, *documents, {}, {}, *watched};
    for (const Lane &lane : *rows) {
        holdings.lanes.insert(lane.id, lane.title);
        holdings.laneOrder.append(lane.title);
    }
    for (const Source &source : *documents)
        holdings.sourceById.insert(source.id, source);
    for (const Evidence &proof : *proofs)
        holdings.evidence.insert(proof.event, proof.source);
    return holdings;
}

QString dateWords(const QString &edtf, const QLocale &locale)
{
    const auto date = readEdtf(edtf);
    return date ? dateText(*date, locale) : edtf;
}

QString certaintyText(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Confirmed:
        return Edition::tr("confirmed");
    case Certainty::Reported:
        return Edition::tr("reported");
    case Certainty::Disputed:
        return Edition::tr("disputed");
    case Certainty::Retracted:
        return Edition::tr("retracted");
    }
    return {};
}

PublishedEvent published(const Event &event, const Holdings &holdings, const QLocale &locale)
{
    QStringList keys;
    for (Id<Source> source : holdings.evidence.values(event.id))
        keys.append(holdings.sourceById.value(source).key);
    keys.sort();
    return {.key = event.key,
        .title = event.title,
        .date = dateWords(event.date, locale),
        .lane = holdings.lanes.value(event.lane),
        .place = event.place,
        .certainty = certaintyText(event.certainty),
        .sources = keys,
        .earliestStart = event.bounds.startEarliest,
        .latestStart = event.bounds.startLatest,
        .earliestEnd = event.bounds.endEarliest,
        .latestEnd = event.bounds.endLatest};
}

PublishedIndicator published(const Indicator &indicator, const QLocale &locale)
{
    PublishedIndicator result{.key = indicator.key,
        .question = indicator.question.isEmpty() ? indicator.title : indicator.question,
        .due = indicator.due.isEmpty() ? QString() : dateWords(indicator.due, locale),
        .status = {},
        .outcomes = {}};
    for (const Outcome &outcome : indicator.outcomes) {
        const Forecast *latest = latestForecast(outcome);
        result.outcomes.append(
            {outcome.label, outcome.reading, latest ? std::optional(latest->probability) : std::nullopt});
        if (outcome.occurred)
            result.status = Edition::tr("resolved: %1").arg(outcome.label);
    }
    if (indicator.isResolved() && result.status.isEmpty())
        result.status = Edition::tr("resolved: none of the outcomes");
    return result;
}

/// "Rutte, Mark" and "Mark Rutte" → "Rutte"; an institution ("Ministry of Defence", or the publisher itself) stays whole.
QString shortAuthor(const Source &source)
{
    static constexpr qsizetype mostWordsOfAPerson = 3;
    if (source.author.isEmpty())
        return source.publisher.isEmpty() ? source.title : source.publisher;
    if (source.author.contains(u','))
        return source.author.section(u',', 0, 0);
    const QStringList words = source.author.split(u' ', Qt::SkipEmptyParts);
    const bool isPerson = source.author != source.publisher && words.size() <= mostWordsOfAPerson
        && std::ranges::all_of(words, [](const QString &word) { return !word.front().isLower(); });
    return isPerson ? words.last() : source.author;
}

PublishedSource published(const Source &source, const Holdings &holdings, const QLocale &locale)
{
    QStringList parts{source.author, u"“%1”"_s.arg(source.title), source.publisher == source.author ? QString() : source.publisher,
        source.published.isEmpty() ? QString() : dateWords(source.published, locale)};
    parts.removeAll(QString());
    PublishedSource result{.key = source.key,
        .author = shortAuthor(source),
        .note = parts.join(u", "_s),
        .brief = u"%1, “%2”"_s.arg(shortAuthor(source), source.title),
        .grade = source.grade.text(),
        .origin = {},
        .address = source.address};
    if (source.retracted)
        result.note += u" — "_s + Edition::tr("retracted");
    if (source.origin.isValid()) {
        const Source origin = holdings.sourceById.value(source.origin);
        result.origin = u"%1, “%2”"_s.arg(shortAuthor(origin), origin.title);
    }
    return result;
}

/// The keys that the text cites and those of the sources that the events rest on, with all their origins.
QSet<QString> usedKeys(const Document &text, const Holdings &holdings)
{
    QSet<QString> keys;
    for (const CitationCluster &cluster : citations(text)) {
        for (const Citation &citation : cluster.citations)
            keys.insert(citation.key);
    }
    for (Id<Source> source : holdings.evidence)
        keys.insert(holdings.sourceById.value(source).key);
    for (const Source &source : holdings.sources) {
        if (!keys.contains(source.key))
            continue;
        Source above = source;
        for (int depth = 0; above.origin.isValid() && depth < 100; ++depth) {
            above = holdings.sourceById.value(above.origin);
            keys.insert(above.key);
        }
    }
    return keys;
}

QString sourceStatement(const QList<PublishedSource> &listed)
{
    const auto own = std::ranges::count_if(listed, [](const PublishedSource &source) { return source.origin.isEmpty(); });
    return Edition::tr("This brief rests on %n sources.", nullptr, int(listed.size())) + u' '
        + Edition::tr("%n of them report on their own account; the others repeat one of these.", nullptr, int(own));
}

} // namespace

Result<Publication> publicationOf(const Reader &reader, const Brief &brief, Id<Revision> since)
{
    const auto info = projectInfo(reader);
    if (!info)
        return failure(info);
    const auto holdings = read(reader);
    if (!holdings)
        return failure(holdings);
    const QLocale locale(brief.language);

    Publication publication;
    publication.title = brief.title;
    publication.byline = brief.byline;
    publication.dateline = brief.dateline;
    publication.project = info->title;
    publication.language = brief.language;
    publication.endnotes = brief.endnotes;
    publication.created = info->createdAt;
    publication.text = readDocument(brief.text);
    publication.lanes = holdings->laneOrder;
    for (const Event &event : holdings->events)
        publication.events.append(published(event, *holdings, locale));
    for (const Indicator &indicator : holdings->indicators)
        publication.watchList.append(published(indicator, locale));
    const QSet<QString> used = usedKeys(publication.text, *holdings);
    for (const Source &source : holdings->sources) {
        if (used.contains(source.key))
            publication.sources.append(published(source, *holdings, locale));
    }
    if (!publication.sources.isEmpty())
        publication.sourceStatement = sourceStatement(publication.sources);
    publication.likelihoodName = scaleText(brief.scale);
    for (const LikelihoodBand &band : likelihoodBands(brief.scale))
        publication.likelihood.append({likelihoodText(band), band.low, band.high});
    if (since.isValid()) {
        auto changes = changesSince(reader, since, publication);
        if (!changes)
            return failure(changes);
        publication.changes = *std::move(changes);
    }
    return publication;
}

} // namespace redoubt
