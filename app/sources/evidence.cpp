#include "app/sources/evidence.h"

#include "app/base/idlist.h"
#include "app/sources/origins.h"

#include <QCoreApplication>
#include <QSet>

#include <vector>

namespace redoubt {

namespace {

const QString selectEvidence = u"SELECT id, event_id, source_id, stance, excerpt_id FROM event_source "_s;

Evidence readEvidence(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .event = {row.value(1).toLongLong()},
        .source = {row.value(2).toLongLong()},
        .stance = stanceNames.value(row.value(3).toString()).value_or(Stance::Corroborates),
        .excerpt = {row.value(4).toLongLong()}};
}

QVariantList values(const Evidence &evidence)
{
    return {evidence.event.number, evidence.source.number, QString(stanceNames.name(evidence.stance)),
        evidence.excerpt.isValid() ? QVariant(evidence.excerpt.number) : QVariant()};
}

/// `told` selects the events and sources that count, in the order of the events.
Result<QHash<Id<Event>, SourceCount>> countSources(const Reader &reader, const QString &told, const QVariantList &values)
{
    std::vector<std::pair<Id<Event>, Id<Source>>> pairs;
    QSet<Id<Source>> sources;
    const auto read = reader.eachRaw(told, values, [&](const RawRow &row) {
        pairs.emplace_back(Id<Event>{row.number(0)}, Id<Source>{row.number(1)});
        sources.insert(pairs.back().second);
        return true;
    });
    const auto origins = read ? originsOf(reader, sources.values()) : failure(read);
    if (!origins)
        return failure(origins);
    QHash<Id<Event>, SourceCount> counts;
    QSet<Id<Source>> independent;
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto &[event, source] = pairs[i];
        if (i == 0 || pairs[i - 1].first != event)
            independent.clear();
        independent.insert(origins->value(source));
        SourceCount &count = counts[event];
        ++count.sources;
        count.independent = int(independent.size());
    }
    return counts;
}

Result<Id<Source>> sourceOf(const Reader &reader, Id<Excerpt> excerpt)
{
    const auto found = reader.number(u"SELECT source_id FROM excerpt JOIN capture ON capture.id = capture_id WHERE excerpt.id = ?"_s,
        {excerpt.number});
    return found ? Result<Id<Source>>(Id<Source>{*found}) : failure(found);
}

Result<> checkExcerpt(const Reader &reader, const Evidence &evidence)
{
    if (!evidence.excerpt.isValid())
        return {};
    const auto source = sourceOf(reader, evidence.excerpt);
    if (!source)
        return failure(source);
    if (*source != evidence.source) {
        return failure(QCoreApplication::translate("redoubt::Evidence", "What the source says of the event was not kept."),
            QCoreApplication::translate("redoubt::Evidence", "The excerpt is one of another source."),
            QCoreApplication::translate("redoubt::Evidence", "Choose an excerpt of this source."), Error::Kind::Refused);
    }
    return {};
}

const QStringList columns{u"event_id"_s, u"source_id"_s, u"stance"_s, u"excerpt_id"_s};

} // namespace

Result<QList<Evidence>> evidence(const Reader &reader)
{
    static const QString sql = selectEvidence + u"ORDER BY id"_s;
    return reader.all(sql, {}, readEvidence);
}

Result<QList<Evidence>> evidenceOf(const Reader &reader, Id<Event> event)
{
    static const QString sql = selectEvidence + u"WHERE event_id = ? ORDER BY id"_s;
    return reader.all(sql, {event.number}, readEvidence);
}

Result<QList<Evidence>> evidenceFrom(const Reader &reader, Id<Source> source)
{
    static const QString sql = selectEvidence + u"WHERE source_id = ? ORDER BY id"_s;
    return reader.all(sql, {source.number}, readEvidence);
}

Result<QList<Evidence>> evidenceBy(const Reader &reader, Id<Excerpt> excerpt)
{
    static const QString sql = selectEvidence + u"WHERE excerpt_id = ? ORDER BY id"_s;
    return reader.all(sql, {excerpt.number}, readEvidence);
}

Result<std::vector<Id<Event>>> eventsToldBy(const Reader &reader, const QString &key)
{
    std::vector<Id<Event>> events;
    const QString wanted = key.toLower();
    const auto isThere = reader.number(u"SELECT count(*) FROM source WHERE lower(key) = ?"_s, {wanted});
    if (!isThere)
        return failure(isThere);
    const QString which = *isThere > 0 ? u"lower(key) = ?"_s : u"instr(lower(key), ?) = 1"_s;
    const auto read = reader.eachRaw(
        u"SELECT event_id FROM event_source WHERE source_id IN (SELECT id FROM source WHERE %1)"_s.arg(which), {wanted},
        [&](const RawRow &row) {
            events.push_back({row.number(0)});
            return true;
        });
    if (!read)
        return failure(read);
    return events;
}

Result<QHash<Id<Event>, SourceCount>> sourceCounts(const Reader &reader)
{
    return countSources(reader, u"SELECT event_id, source_id FROM event_source ORDER BY event_id"_s, {});
}

Result<QHash<Id<Event>, SourceCount>> sourceCountsOf(const Reader &reader, const QList<Id<Event>> &events)
{
    return countSources(reader,
        u"SELECT event_id, source_id FROM event_source WHERE event_id IN (SELECT value FROM json_each(?)) ORDER BY event_id"_s,
        {idList(events)});
}

Result<SourceCount> sourceCount(const Reader &reader, Id<Event> event)
{
    const auto counts = sourceCountsOf(reader, {event});
    if (!counts)
        return failure(counts);
    return counts->value(event);
}

Result<> addEvidence(Writer &writer, Evidence &evidence)
{
    if (!evidence.id.isValid())
        evidence.id = Id<Evidence>::make();
    if (auto own = checkExcerpt(writer, evidence); !own)
        return own;
    return writer.insert(
        u"event_source"_s, QStringList{u"id"_s} + columns, QVariantList{evidence.id.number} + values(evidence));
}

Result<> updateEvidence(Writer &writer, const Evidence &evidence)
{
    if (auto own = checkExcerpt(writer, evidence); !own)
        return own;
    return writer.update(u"event_source"_s, evidence.id.number, columns, values(evidence));
}

Result<> removeEvidence(Writer &writer, Id<Evidence> id)
{
    return writer.remove(u"event_source"_s, id.number);
}

Result<Evidence> attachExcerpt(Writer &writer, Id<Event> event, const Excerpt &excerpt, Stance stance)
{
    const auto source = sourceOf(writer, excerpt.id);
    if (!source)
        return failure(source);
    static const QString sql = selectEvidence + u"WHERE event_id = ? AND source_id = ?"_s;
    const auto before = writer.first(sql, {event.number, source->number}, readEvidence);
    if (!before)
        return failure(before);
    Evidence evidence{(*before).value_or(Evidence()).id, event, *source, stance, excerpt.id};
    const auto written = *before ? updateEvidence(writer, evidence) : addEvidence(writer, evidence);
    return written ? Result<Evidence>(evidence) : failure(written);
}

} // namespace redoubt
