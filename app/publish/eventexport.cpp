#include "app/publish/eventexport.h"

#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/sources/source.h"

#include <QCoreApplication>

#include <algorithm>

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::EventExport)
};

/// What belongs to events, as numbers, sorted by event.
class Belongings
{
public:
    void add(qint64 event, qsizetype name) { m_pairs.emplace_back(event, name); }
    void sort() { std::ranges::stable_sort(m_pairs, {}, &std::pair<qint64, qsizetype>::first); }

    [[nodiscard]] QStringList of(qint64 event, const QStringList &names) const
    {
        QStringList found;
        for (const auto &[owner, name] : std::ranges::equal_range(m_pairs, event, {}, &std::pair<qint64, qsizetype>::first))
            found.append(names.at(name));
        return found;
    }

private:
    std::vector<std::pair<qint64, qsizetype>> m_pairs;
};

struct Surroundings
{
    QHash<Id<Lane>, QString> lanes;
    QStringList sourceKeys;
    Belongings sources;
    QStringList tagNames;
    Belongings tags;
};

Result<Surroundings> surroundings(const Reader &reader)
{
    const auto rows = lanes(reader);
    if (!rows)
        return failure(rows);
    const auto documents = sources(reader);
    if (!documents)
        return failure(documents);
    const auto proofs = evidence(reader);
    if (!proofs)
        return failure(proofs);
    Surroundings around;
    for (const Lane &lane : *rows)
        around.lanes.insert(lane.id, lane.title);
    QHash<Id<Source>, qsizetype> sourcePlaces;
    for (const Source &source : *documents) {
        sourcePlaces.insert(source.id, around.sourceKeys.size());
        around.sourceKeys.append(source.key);
    }
    for (const Evidence &proof : *proofs)
        around.sources.add(proof.event.number, sourcePlaces.value(proof.source));
    around.sources.sort();
    QHash<QString, qsizetype> tagPlaces;
    const auto tagged = eachTag(reader, QStringLiteral("event"), [&](qint64 event, const QString &name) {
        auto place = tagPlaces.constFind(name);
        if (place == tagPlaces.constEnd()) {
            place = tagPlaces.insert(name, around.tagNames.size());
            around.tagNames.append(name);
        }
        around.tags.add(event, *place);
    });
    if (!tagged)
        return failure(tagged);
    around.tags.sort();
    return around;
}

} // namespace

Result<> eachExportedEvent(const Reader &reader, const EventChoice &choose,
    const std::function<Result<>(const ExportedEvent &)> &visit, JobState *job)
{
    const auto around = surroundings(reader);
    if (!around)
        return failure(around);
    const auto count = eventCount(reader);
    if (!count)
        return failure(count);
    qint64 seen = 0;
    Result<> visited;
    const auto read = eachEvent(reader, [&](const Event &event) {
        if (job) {
            job->setProgress(double(++seen) / double(std::max(seen, *count)));
            if (job->isStopped()) {
                visited = failure(Tr::tr("The events were not exported."), Tr::tr("You stopped it."), {}, Error::Kind::Cancelled);
                return false;
            }
        }
        if (choose && !choose(event))
            return true;
        visited = visit({event, around->lanes.value(event.lane), around->tags.of(event.id.number, around->tagNames),
            around->sources.of(event.id.number, around->sourceKeys)});
        return visited.has_value();
    });
    return read ? visited : read;
}

Result<WrittenEvents> writeEvents(
    const Reader &reader, const QString &file, EventFormat format, const EventChoice &choose, JobState *job)
{
    switch (format) {
    case EventFormat::Csv:
        return writeCsv(reader, file, choose, job);
    case EventFormat::TimelineJs:
        return writeTimelineJs(reader, file, choose, job);
    case EventFormat::Svg:
        return writeFigure(reader, file, FigureFormat::Svg, choose, job);
    case EventFormat::Png:
        break;
    }
    return writeFigure(reader, file, FigureFormat::Png, choose, job);
}

} // namespace redoubt
