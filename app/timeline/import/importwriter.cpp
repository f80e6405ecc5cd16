#include "app/timeline/import/importwriter.h"

#include "app/project/key.h"
#include "app/project/projectinfo.h"

namespace redoubt {

using namespace Qt::StringLiterals;
using Field = Fingerprint::Field;

namespace {

constexpr qsizetype mostTagsKept = 20'000;
constexpr int laneColours = 8;

RowInserter &optional(RowInserter &row, const std::optional<qint64> &value)
{
    return value ? row.number(*value) : row.null();
}

RowInserter &optional(RowInserter &row, const std::optional<int> &value)
{
    return value ? row.number(*value) : row.null();
}

/// Takes over a field of what the data set says now.
void take(ImportedEvent &ours, const ImportedEvent &theirs, Field field)
{
    switch (field) {
    case Field::Title:
        ours.title = theirs.title;
        break;
    case Field::Date:
        ours.date = theirs.date;
        ours.bounds = theirs.bounds;
        break;
    case Field::Lane:
        ours.lane = theirs.lane;
        break;
    case Field::Place:
        ours.place = theirs.place;
        break;
    case Field::Coordinates:
        ours.coordinates = theirs.coordinates;
        break;
    case Field::Summary:
        ours.summary = theirs.summary;
        break;
    case Field::Actors:
        ours.actors = theirs.actors;
        break;
    case Field::Certainty:
        ours.certainty = theirs.certainty;
        break;
    case Field::Casualties:
        ours.casualtiesLow = theirs.casualtiesLow;
        ours.casualtiesBest = theirs.casualtiesBest;
        ours.casualtiesHigh = theirs.casualtiesHigh;
        break;
    case Field::Tags:
        ours.tags = theirs.tags;
        break;
    }
}

} // namespace

ImportWriter::ImportWriter(const Reader &reader, Writer *writer, Id<DataSet> dataSet, const ImportHooks &hooks)
    : m_reader(reader)
    , m_writer(writer)
    , m_dataSet(dataSet)
    , m_hooks(hooks)
    , m_references(References::to(reader, u"event"_s, {u"event_actor"_s, u"data_row"_s}))
{
    if (!writer)
        return;
    m_rows = writer->inserter(u"data_row"_s, {u"id"_s, u"data_set_id"_s, u"external_id"_s, u"event_id"_s, u"raw"_s, u"imported"_s});
    m_events = writer->inserter(u"event"_s,
        {u"id"_s, u"key"_s, u"title"_s, u"date"_s, u"start_earliest"_s, u"start_latest"_s, u"end_earliest"_s, u"end_latest"_s, u"lane_id"_s, u"place"_s,
            u"latitude"_s, u"longitude"_s, u"summary"_s, u"certainty"_s, u"casualties_low"_s, u"casualties_best"_s, u"casualties_high"_s});
    m_actors = writer->inserter(u"event_actor"_s, {u"id"_s, u"event_id"_s, u"position"_s, u"name"_s});
    m_taggings = writer->inserter(u"tagging"_s, {u"id"_s, u"tag_id"_s, u"kind"_s, u"item"_s});
}

Result<> ImportWriter::settleLane(ImportedEvent &event, Fingerprint &print)
{
    if (!std::exchange(m_lanesKnown, true)) {
        const auto known = lanes(m_reader);
        if (!known)
            return failure(known);
        for (const Lane &lane : *known)
            m_lanes.insert(lane.key.toLower(), lane);
        for (const Lane &lane : *known)
            m_lanes.insert(lane.title.toLower(), lane);
    }
    const auto known = m_lanes.constFind(event.lane.toLower());
    if (known == m_lanes.cend() || known->title == event.lane)
        return {};
    event.lane = known->title;
    print.values[size_t(Field::Lane)] = fingerprint(event).of(Field::Lane);
    return {};
}

Result<qint64> ImportWriter::laneOf(const QString &title)
{
    if (title.isEmpty())
        return 0;
    if (const auto known = m_lanes.constFind(title.toLower()); known != m_lanes.cend())
        return known->id.number;
    const auto key = freeKey(m_reader, u"lane"_s, title);
    const auto count = laneCount(m_reader);
    if (!key || !count)
        return !key ? failure(key) : failure(count);
    const Lane lane{Id<Lane>::make(), *key, title, int(*count), int(*count % laneColours), false};
    if (auto added = addLane(*m_writer, lane); !added)
        return failure(added);
    m_lanes.insert(title.toLower(), lane);
    return lane.id.number;
}

Result<qint64> ImportWriter::tagOf(const QString &name)
{
    const QString folded = name.toLower();
    if (const qint64 known = m_tags.value(folded))
        return known;
    const auto tag = findOrAddTag(*m_writer, name);
    if (!tag)
        return tag;
    if (m_tags.size() >= mostTagsKept)
        m_tags.clear();
    m_tags.insert(folded, *tag);
    return tag;
}

Result<> ImportWriter::insertEvent(Id<Event> id, const QString &key, const ImportedEvent &event)
{
    const auto lane = laneOf(event.lane);
    if (!lane)
        return failure(lane);
    RowInserter &row = *m_events;
    row.number(id.number).text(key).text(event.title).text(event.date);
    for (const auto *bound : {&event.bounds.startEarliest, &event.bounds.startLatest, &event.bounds.endEarliest, &event.bounds.endLatest})
        optional(row, *bound);
    optional(row, *lane != 0 ? std::optional(*lane) : std::nullopt).text(event.place);
    if (event.coordinates)
        row.real(event.coordinates->latitude).real(event.coordinates->longitude);
    else
        row.null().null();
    row.text(event.summary).text(QString(certaintyNames.name(event.certainty)));
    optional(optional(optional(row, event.casualtiesLow), event.casualtiesBest), event.casualtiesHigh);
    return row.insert();
}

Result<> ImportWriter::writeEvent(Id<Event> id, const ImportedEvent &event)
{
    const bool namesKey = !event.key.isEmpty();
    const auto firstKey = namesKey ? Result<QString>(event.key) : freeKey(m_reader, u"event"_s, event.title);
    if (!firstKey)
        return failure(firstKey);
    auto written = insertEvent(id, *firstKey, event);
    if (!written && written.error().kind == Error::Kind::Refused && namesKey) {
        const auto key = freeKey(m_reader, u"event"_s, event.key);
        if (!key)
            return failure(key);
        written = insertEvent(id, *key, event);
    }
    for (qsizetype i = 0; written && i < event.actors.size(); ++i)
        written = m_actors->number(newIdNumber()).number(id.number).number(i).text(event.actors.at(i)).insert();
    for (qsizetype i = 0; written && i < event.tags.size(); ++i) {
        const auto tag = tagOf(event.tags.at(i));
        written = tag ? m_taggings->number(newIdNumber()).number(*tag).text(u"event").number(id.number).insert() : Result<>(failure(tag));
    }
    if (!written || !m_hooks.attachSources || event.sources.isEmpty())
        return written;
    const auto attached = m_hooks.attachSources(*m_writer, id, event.sources);
    return attached ? Result<>() : failure(attached);
}

Result<qint64> ImportWriter::add(ImportedEvent event, const QString &raw, Fingerprint print)
{
    if (auto settled = settleLane(event, print); !settled)
        return failure(settled);
    const auto id = Id<Event>::make();
    const qint64 row = newIdNumber();
    auto kept = m_rows->number(row).number(m_dataSet.number).text(event.externalId).number(id.number).text(raw).bytes(print.bytes()).insert();
    if (!kept && kept.error().kind == Error::Kind::Refused)
        return 0;
    if (kept)
        kept = writeEvent(id, event);
    return kept ? Result<qint64>(row) : failure(kept);
}

Result<std::optional<ImportWriter::Known>> ImportWriter::find(const QString &externalId) const
{
    return m_reader.first(u"SELECT id, event_id, raw, imported FROM data_row WHERE data_set_id = ? AND external_id = ?"_s, {m_dataSet.number, externalId},
        [](const QSqlQuery &row) {
            return Known{row.value(0).toLongLong(), {row.value(1).toLongLong()}, row.value(2).toString(), Fingerprint::fromBytes(row.value(3).toByteArray())};
        });
}

Result<std::optional<ImportedEvent>> ImportWriter::present(Id<Event> id) const
{
    const auto found = event(m_reader, id);
    const auto tagged = tags(m_reader, u"event"_s, id.number);
    if (!found || !tagged)
        return !found ? failure(found) : failure(tagged);
    if (!*found)
        return std::optional<ImportedEvent>();
    const Event &now = **found;
    const auto lane = m_reader.first(u"SELECT title FROM lane WHERE id = ?"_s, {now.lane.number}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!lane)
        return failure(lane);
    ImportedEvent ours;
    ours.key = now.key;
    ours.title = now.title;
    ours.date = now.date;
    ours.bounds = now.bounds;
    ours.lane = lane->value_or(QString());
    ours.place = now.place;
    ours.coordinates = now.coordinates;
    ours.summary = now.summary;
    ours.actors = now.actors;
    ours.certainty = now.certainty;
    ours.casualtiesLow = now.casualtiesLow;
    ours.casualtiesBest = now.casualtiesBest;
    ours.casualtiesHigh = now.casualtiesHigh;
    ours.tags = *tagged;
    return std::optional(ours);
}

Result<std::optional<ImportWriter::Known>> ImportWriter::adopt(const ImportedEvent &theirs)
{
    const auto found = eventByKey(m_reader, theirs.key);
    if (!found)
        return failure(found);
    if (!*found)
        return std::optional<Known>();
    const auto ours = present((*found)->id);
    if (!ours)
        return failure(ours);
    Known known{0, (*found)->id, {}, fingerprint(ours->value_or(ImportedEvent()))};
    return std::optional(known);
}

Result<ImportWriter::Update> ImportWriter::update(const Known &known, ImportedEvent theirs, const QString &raw, Fingerprint print)
{
    Update result;
    result.row = known.id;
    if (auto settled = settleLane(theirs, print); !settled)
        return failure(settled);
    const auto ours = present(known.event);
    if (!ours)
        return failure(ours);
    ImportedEvent merged = ours->value_or(theirs);
    const Fingerprint now = fingerprint(merged);
    for (size_t i = 0; *ours && i < Fingerprint::fields; ++i) {
        if (print.values[i] == known.imported.values[i] || print.values[i] == now.values[i])
            continue;
        const bool isOurs = now.values[i] != known.imported.values[i];
        result.keptFields += isOurs ? 1 : 0;
        if (isOurs)
            continue;
        take(merged, theirs, Field(i));
        result.changed = true;
    }
    if (!m_writer)
        return result;
    if (result.changed) {
        const auto lane = laneOf(merged.lane);
        if (!lane)
            return failure(lane);
        const Event event{known.event, merged.key, merged.title, merged.date, merged.bounds, {*lane}, merged.place, merged.coordinates, merged.summary,
            merged.actors, merged.certainty, merged.casualtiesLow, merged.casualtiesBest, merged.casualtiesHigh};
        auto written = updateEvent(*m_writer, event);
        if (written)
            written = setTags(*m_writer, u"event"_s, known.event.number, merged.tags);
        if (!written)
            return failure(written);
    }
    auto noted = note(known, theirs, raw, print, result);
    return noted ? Result<Update>(result) : failure(noted);
}

Result<> ImportWriter::note(const Known &known, const ImportedEvent &theirs, const QString &raw, Fingerprint print, Update &update)
{
    print.references = known.imported.references;
    if (m_hooks.attachSources && !theirs.sources.isEmpty()) {
        const auto attached = m_hooks.attachSources(*m_writer, known.event, theirs.sources);
        if (!attached)
            return failure(attached);
        print.references += quint32(*attached);
    }
    if (known.id != 0)
        return m_writer->update(u"data_row"_s, known.id, {u"raw"_s, u"imported"_s}, {raw, print.bytes()});
    update.row = newIdNumber();
    return m_rows->number(update.row).number(m_dataSet.number).text(theirs.externalId).number(known.event.number).text(raw).bytes(print.bytes()).insert();
}

Result<bool> ImportWriter::isTouched(const Known &known) const
{
    if (!known.event.isValid())
        return false;
    const auto ours = present(known.event);
    if (!m_references || !ours)
        return !ours ? failure(ours) : failure(m_references);
    if (!*ours)
        return false;
    if (fingerprint(**ours).values != known.imported.values || (m_hooks.isMentioned && m_hooks.isMentioned((*ours)->key)))
        return true;
    const auto references = m_references->count(m_reader, known.event.number);
    return references ? Result<bool>(*references > known.imported.references) : failure(references);
}

Result<> ImportWriter::remove(const Known &known)
{
    if (known.event.isValid()) {
        if (auto removed = removeEvent(*m_writer, known.event); !removed)
            return removed;
    }
    return m_writer->remove(u"data_row"_s, known.id);
}

} // namespace redoubt
