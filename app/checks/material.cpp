#include "app/checks/material.h"

#include "app/checks/checkedbrief.h"
#include "app/sources/capture.h"
#include "app/sources/citationkey.h"
#include "app/sources/origins.h"
#include "app/sources/resting.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::CheckMaterial)
};

Result<QString> keyOf(const Reader &reader, Id<Source> id, QHash<Id<Source>, QString> &known)
{
    if (const auto found = known.constFind(id); found != known.cend())
        return *found;
    const auto read = source(reader, id);
    if (!read)
        return failure(read);
    return *known.insert(id, *read ? (*read)->key : QString());
}

/// For so many keys at most; a text with more of them has another trouble.
constexpr qsizetype mostUnknown = 20;

Result<> readNearKeys(const Reader &reader, const QSet<QString> &keys, CheckMaterial &material)
{
    QStringList unknown;
    for (const QString &key : keys) {
        if (!material.sources.contains(key))
            unknown.append(key);
    }
    if (unknown.isEmpty())
        return {};
    const auto all = sources(reader);
    if (!all)
        return failure(all);
    unknown.sort();
    for (const QString &key : unknown.first(std::min(mostUnknown, unknown.size())))
        material.near.insert(key, nearestKeys(*all, key));
    return {};
}

Result<> readSources(const Reader &reader, const QSet<QString> &keys, CheckMaterial &material)
{
    QHash<Id<Source>, Source> cited;
    QHash<Id<Source>, QString> known;
    for (const QString &key : keys) {
        const auto read = sourceByKey(reader, key);
        if (!read)
            return failure(read);
        if (*read) {
            cited.insert((*read)->id, **read);
            known.insert((*read)->id, key);
        }
    }
    const QList<Id<Source>> ids = cited.keys();
    const auto captured = capturedAmong(reader, ids);
    const auto origins = originsOf(reader, ids);
    const auto fallen = retractionsAmong(reader, QSet<Id<Source>>(ids.begin(), ids.end()));
    if (!captured || !origins || !fallen)
        return !captured ? failure(captured) : !origins ? failure(origins) : failure(fallen);
    for (const Source &one : std::as_const(cited)) {
        const auto origin = keyOf(reader, origins->value(one.id, one.id), known);
        if (!origin)
            return failure(origin);
        CheckedSource checked{one.title, one.grade, {}, *origin, captured->contains(one.id)};
        if (const Id<Source> why = fallen->value(one.id); why.isValid()) {
            const auto retracted = source(reader, why);
            if (!retracted)
                return failure(retracted);
            if (*retracted)
                checked.retraction = retractionText(one.id, **retracted);
        }
        material.sources.insert(one.key, checked);
    }
    return {};
}

} // namespace

Result<CheckMaterial> checkMaterial(const Reader &reader, Id<Brief> id, const Document &document)
{
    const auto about = brief(reader, id);
    if (!about)
        return failure(about);
    if (!*about)
        return failure(Words::tr("The brief was not checked."), Words::tr("It is no longer in the project."));
    CheckMaterial material{.language = (*about)->language, .scale = (*about)->scale};

    QSet<QString> cited;
    QSet<QString> events;
    QSet<QString> linked;
    for (const Mention &mention : mentions(document) + arguedMentions(document)) {
        QSet<QString> &keys = mention.kind == Mention::Kind::Source ? cited
            : mention.kind == Mention::Kind::Event                  ? events
                                                                    : linked;
        keys.insert(mention.key);
    }
    if (const auto read = readSources(reader, cited, material); !read)
        return failure(read);
    if (const auto read = readNearKeys(reader, cited, material); !read)
        return failure(read);
    for (const QString &key : std::as_const(events)) {
        const auto read = eventByKey(reader, key);
        if (!read)
            return failure(read);
        if (const auto &event = *read)
            material.events.insert(key, {event->title, event->date, event->actors});
    }
    const auto watched = indicators(reader);
    const auto ignored = ignorings(reader, id);
    if (!watched || !ignored)
        return !watched ? failure(watched) : failure(ignored);
    for (const Indicator &indicator : *watched) {
        material.hasIndicators = material.hasIndicators || !indicator.isResolved();
        if (linked.contains(indicator.key))
            material.indicators.insert(indicator.key);
    }
    material.ignored = *ignored;
    return material;
}

} // namespace redoubt
