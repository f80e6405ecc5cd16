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

QStringList rowColumns()
{
    return {u"id"_s, u"data_set_id"_s, u"external_id"_s, u"event_id"_s, u"raw"_s, u"imported"_s};
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
    m_rows = writer->inserter(u"data_row"_s, rowColumns(), RowWriting::ManyAllowed);
    const QStringList columns{u"id"_s, u"key"_s, u"title"_s, u"date"_s, u"start_earliest"_s, u"start_latest"_s, u"end_earliest"_s, u"end_latest"_s, u"lane_id"_s, u"place"_s,
        u"latitude"_s, u"longitude"_s, u"summary"_s, u"certainty"_s, u"casualties_low"_s, u"casualties_best"_s, u"casualties_high"_s};
    m_keyedEvents = writer->inserter(u"event"_s, columns, RowWriting::ManyAllowed);
    m_events = writer->inserter(u"event"_s, columns);
    m_actors = writer->inserter(u"event_actor"_s, {u"id"_s, u"event_id"_s, u"position"_s, u"name"_s}, RowWriting::Many);
    m_taggings = writer->inserter(u"tagging"_s, {u"id"_s, u"tag_id"_s, u"kind"_s, u"item"_s}, RowWriting::Many);
}

void ImportWriter::know(const Lane &lane)
{
    m_lanes.insert(lane.title.toLower(), lane);
    m_lanes.insert(lane.title, lane);
}

const Lane *ImportWriter::knownLane(const QString &name) const
{
    auto known = m_lanes.constFind(name);
    if (known == m_lanes.cend())
        known = m_lanes.constFind(name.toLower());
    return known == m_lanes.cend() ? nullptr : &*known;
}

Result<> ImportWriter::settleLane(FedRow &fed)
{
    if (!std::exchange(m_lanesKnown, true)) {
        const auto known = lanes(m_reader);
        if (!known)
            return failure(known);
        for (const Lane &lane : *known)
            m_lanes.insert(lane.key.toLower(), lane);
        for (const Lane &lane : *known)
            know(lane);
    }
    ImportedEvent &event = fed.row.event;
    const Lane *known = knownLane(event.lane);
    if (!known || known->title == event.lane)
        return {};
    event.lane = known->title;
    fed.print.values[size_t(Field::Lane)] = fingerprint(event).of(Field::Lane);
    return {};
}

Result<std::optional<qint64>> ImportWriter::laneOf(const QString &title)
{
    if (title.isEmpty())
        return std::optional<qint64>();
    if (const Lane *known = knownLane(title))
        return known->id.number;
    const auto key = freeKey(m_reader, u"lane"_s, title);
    const auto count = laneCount(m_reader);
    if (!key || !count)
        return !key ? failure(key) : failure(count);
    const Lane lane{Id<Lane>::make(), *key, title, int(*count), int(*count % laneColours), false};
    if (auto added = addLane(*m_writer, lane); !added)
        return failure(added);
    know(lane);
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

Result<> ImportWriter::insertEvent(RowInserter &row, Id<Event> id, QByteArrayView key, const FedRow &fed)
{
    const ImportedEvent &event = fed.row.event;
    const PackedTexts &texts = fed.texts;
    const auto lane = laneOf(event.lane);
    if (!lane)
        return failure(lane);
    row.number(id.number).utf8(key).utf8(texts.at(PackedTexts::Title)).utf8(texts.at(PackedTexts::Date));
    for (const auto *bound : {&event.bounds.startEarliest, &event.bounds.startLatest, &event.bounds.endEarliest, &event.bounds.endLatest})
        optional(row, *bound);
    optional(row, *lane).utf8(texts.at(PackedTexts::Place));
    if (event.coordinates)
        row.real(event.coordinates->latitude).real(event.coordinates->longitude);
    else
        row.null().null();
    row.utf8(texts.at(PackedTexts::Summary)).utf8(certaintyNames.name(event.certainty));
    optional(optional(optional(row, event.casualtiesLow), event.casualtiesBest), event.casualtiesHigh);
    return row.insert();
}

/// Those that have a key of their own first; the others, and those whose key was taken, get one.
Result<> ImportWriter::addEvents(const std::vector<Added> &added)
{
    for (const auto &[fed, event] : added) {
        if (fed->row.event.key.isEmpty())
            continue;
        if (auto written = insertEvent(*m_keyedEvents, event, fed->texts.at(PackedTexts::Key), *fed); !written)
            return written;
    }
    const auto refused = m_keyedEvents->finish();
    if (!refused)
        return failure(refused);
    auto next = refused->cbegin();
    for (const auto &[fed, event] : added) {
        const QString &wanted = fed->row.event.key;
        const bool isRefused = next != refused->cend() && *next == event.number;
        next += isRefused ? 1 : 0;
        if (!wanted.isEmpty() && !isRefused)
            continue;
        const auto key = freeKey(m_reader, u"event"_s, wanted.isEmpty() ? fed->row.event.title : wanted);
        if (!key)
            return failure(key);
        if (auto written = insertEvent(*m_events, event, key->toUtf8(), *fed); !written)
            return written;
    }
    return {};
}

Result<> ImportWriter::addActors(const std::vector<Added> &added)
{
    for (const auto &[fed, event] : added) {
        for (qsizetype i = 0; i < fed->row.event.actors.size(); ++i) {
            if (auto written = m_actors->number(newIdNumber()).number(event.number).number(i).utf8(fed->texts.at(PackedTexts::FirstActor + i)).insert(); !written)
                return written;
        }
    }
    const auto finished = m_actors->finish();
    return finished ? Result<>() : failure(finished);
}

Result<> ImportWriter::addTags(const std::vector<Added> &added)
{
    for (const auto &[fed, event] : added) {
        for (const QString &name : fed->row.event.tags) {
            const auto tag = tagOf(name);
            if (!tag)
                return failure(tag);
            if (auto written = m_taggings->number(newIdNumber()).number(*tag).text(u"event").number(event.number).insert(); !written)
                return written;
        }
    }
    const auto finished = m_taggings->finish();
    return finished ? Result<>() : failure(finished);
}

Result<> ImportWriter::addSources(const std::vector<Added> &added)
{
    if (!m_hooks.attachSources)
        return {};
    QList<EventSources> all;
    for (const auto &[fed, event] : added)
        all.append({event, &fed->row.event.sources});
    const auto attached = m_hooks.attachSources(*m_writer, all);
    return attached ? Result<>() : failure(attached);
}

Result<> ImportWriter::addWords(const std::vector<Added> &added)
{
    for (const auto &[fed, event] : added) {
        const PackedTexts &texts = fed->texts;
        if (!m_words)
            break;
        m_words->number(event.number).utf8(texts.at(PackedTexts::TitleWords)).utf8(texts.at(PackedTexts::PlaceWords)).utf8(texts.at(PackedTexts::SummaryWords));
        if (auto written = m_words->insert(); !written)
            return written;
    }
    return {};
}

Result<std::vector<qint64>> ImportWriter::add(const std::vector<FedRow *> &rows)
{
    std::vector<qint64> ids;
    std::vector<Added> added;
    for (FedRow *fed : rows) {
        if (auto settled = settleLane(*fed); !settled)
            return failure(settled);
        added.emplace_back(fed, Id<Event>::make());
        ids.push_back(newIdNumber());
        const QByteArrayView name = fed->texts.at(PackedTexts::ExternalId);
        m_rows->number(ids.back()).number(m_dataSet.number).utf8(name).number(added.back().event.number).utf8(fed->row.raw).bytes(fed->print.bytes());
        if (auto written = m_rows->insert(); !written)
            return failure(written);
    }
    const auto twice = m_rows->finish();
    if (!twice)
        return failure(twice);
    auto at = ids.begin();
    for (qint64 row : *twice) {
        at = std::find(at, ids.end(), row);
        added[size_t(at - ids.begin())].fed = nullptr;
        *at = 0;
    }
    std::erase_if(added, [](const Added &one) { return !one.fed; });
    for (const auto write : {&ImportWriter::addEvents, &ImportWriter::addActors, &ImportWriter::addTags, &ImportWriter::addSources, &ImportWriter::addWords}) {
        if (auto written = (this->*write)(added); !written)
            return failure(written);
    }
    return ids;
}

Result<std::optional<ImportWriter::Known>> ImportWriter::find(const QString &externalId) const
{
    return m_reader.first(u"SELECT id, event_id, CAST(raw AS BLOB), imported FROM data_row WHERE data_set_id = ? AND external_id = ?"_s, {m_dataSet.number, externalId},
        [](const QSqlQuery &row) {
            return Known{row.value(0).toLongLong(), {row.value(1).toLongLong()}, row.value(2).toByteArray(), Fingerprint::fromBytes(row.value(3).toByteArray())};
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

Result<ImportWriter::Update> ImportWriter::update(const Known &known, FedRow &fed)
{
    Update result;
    result.row = known.id;
    if (auto settled = settleLane(fed); !settled)
        return failure(settled);
    const ImportedEvent &theirs = fed.row.event;
    const Fingerprint &print = fed.print;
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
        const Event event{known.event, merged.key, merged.title, merged.date, merged.bounds, {lane->value_or(0)}, merged.place, merged.coordinates, merged.summary,
            merged.actors, merged.certainty, merged.casualtiesLow, merged.casualtiesBest, merged.casualtiesHigh};
        auto written = updateEvent(*m_writer, event);
        if (written)
            written = setTags(*m_writer, u"event"_s, known.event.number, merged.tags);
        if (!written)
            return failure(written);
    }
    auto noted = note(known, fed, result);
    return noted ? Result<Update>(result) : failure(noted);
}

Result<> ImportWriter::note(const Known &known, FedRow &fed, Update &update)
{
    const ImportedEvent &theirs = fed.row.event;
    Fingerprint &print = fed.print;
    print.references = known.imported.references;
    if (m_hooks.attachSources && !theirs.sources.isEmpty()) {
        const auto attached = m_hooks.attachSources(*m_writer, {{known.event, &theirs.sources}});
        if (!attached)
            return failure(attached);
        print.references += quint32(*attached);
    }
    if (known.id != 0)
        return m_writer->update(u"data_row"_s, known.id, {u"raw"_s, u"imported"_s}, {QString::fromUtf8(fed.row.raw), print.bytes()});
    update.row = newIdNumber();
    return m_writer->insert(
        u"data_row"_s, rowColumns(), {update.row, m_dataSet.number, theirs.externalId, known.event.number, QString::fromUtf8(fed.row.raw), print.bytes()});
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
