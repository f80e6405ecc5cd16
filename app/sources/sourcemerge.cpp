#include "app/sources/sourcemerge.h"

#include "app/project/projectinfo.h"
#include "app/project/references.h"
#include "app/sources/duplicates.h"
#include "app/sources/evidence.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::SourceMerge)
};

/// Whether `above` is `below` or one of its origins.
Result<bool> goesBackTo(const Reader &reader, Id<Source> below, Id<Source> above)
{
    const auto found = reader.number(u"WITH RECURSIVE climb(id) AS (SELECT ? UNION SELECT repeats_id FROM origin "
                                     "JOIN climb ON origin.source_id = climb.id) SELECT count(*) FROM climb WHERE id = ?"_s,
        {below.number, above.number});
    if (!found)
        return failure(found);
    return *found > 0;
}

Result<Id<Source>> mergedOrigin(const Reader &reader, const Source &keep, const Source &drop)
{
    const auto throughDrop = goesBackTo(reader, keep.id, drop.id);
    if (!throughDrop)
        return failure(throughDrop);
    if (keep.origin.isValid() && !*throughDrop)
        return keep.origin;
    const auto circle = goesBackTo(reader, drop.origin, keep.id);
    if (!circle)
        return failure(circle);
    return *circle ? Id<Source>() : drop.origin;
}

void fill(QString &field, const QString &other)
{
    if (field.trimmed().isEmpty())
        field = other;
}

Source filled(Source keep, const Source &drop)
{
    fill(keep.author, drop.author);
    fill(keep.publisher, drop.publisher);
    fill(keep.published, drop.published);
    fill(keep.address, drop.address);
    fill(keep.language, drop.language);
    fill(keep.retractedAt, drop.retractedAt);
    fill(keep.retractionNote, drop.retractionNote);
    keep.retracted = keep.retracted || drop.retracted;
    if (keep.grade.reliability == u'F')
        keep.grade.reliability = drop.grade.reliability;
    if (keep.grade.credibility == 6)
        keep.grade.credibility = drop.grade.credibility;
    if (keep.note.trimmed().isEmpty())
        keep.note = drop.note;
    else if (!drop.note.trimmed().isEmpty() && !keep.note.contains(drop.note.trimmed()))
        keep.note += u"\n\n"_s + drop.note;
    return keep;
}

/// The further bibliographic fields; those of the kept source count first.
Result<> mergeFields(Writer &writer, Id<Source> keep, Id<Source> drop)
{
    return writer.run(u"UPDATE source SET fields = json_patch(other.fields, source.fields) FROM (SELECT fields FROM source "
                      "WHERE id = ?) AS other WHERE id = ? AND json_valid(other.fields) AND json_valid(source.fields) "
                      "AND json_type(other.fields) = 'object' AND json_type(source.fields) = 'object' "
                      "AND other.fields NOT IN ('{}', source.fields)"_s,
        {drop.number, keep.number});
}

Result<> mergeTags(Writer &writer, Id<Source> keep, Id<Source> drop)
{
    const auto own = tags(writer, u"source"_s, keep.number);
    const auto others = tags(writer, u"source"_s, drop.number);
    if (!own || !others)
        return own ? failure(others) : failure(own);
    if (auto gone = setTags(writer, u"source"_s, drop.number, {}); !gone)
        return gone;
    return setTags(writer, u"source"_s, keep.number, *own + *others);
}

/// The captures are the kept source's by now, so that their excerpts may be given.
Result<> mergeEvidence(Writer &writer, SourceMerge &merge, Id<Source> drop)
{
    const auto own = evidenceFrom(writer, merge.kept.id);
    const auto others = evidenceFrom(writer, drop);
    if (!own || !others)
        return own ? failure(others) : failure(own);
    QHash<Id<Event>, Evidence> known;
    for (const Evidence &evidence : *own)
        known.insert(evidence.event, evidence);
    for (Evidence other : *others) {
        auto said = known.find(other.event);
        if (said == known.end()) {
            other.source = merge.kept.id;
            if (auto moved = updateEvidence(writer, other); !moved)
                return moved;
            continue;
        }
        if (said->stance != other.stance)
            merge.otherStance.append(other.event);
        if (said->excerpt.isValid() || !other.excerpt.isValid())
            continue;
        said->stance = other.stance;
        said->excerpt = other.excerpt;
        if (auto changed = updateEvidence(writer, *said); !changed)
            return changed;
    }
    return {};
}

/// What was kept apart from the one is kept apart from the other.
Result<> mergeDecisions(Writer &writer, Id<Source> keep, Id<Source> drop)
{
    const auto read = [&](Id<Source> of) {
        return writer.all(u"SELECT other_id FROM not_same_source WHERE source_id = ? UNION ALL "
                          "SELECT source_id FROM not_same_source WHERE other_id = ?"_s,
            {of.number, of.number}, [](const QSqlQuery &row) { return Id<Source>{row.value(0).toLongLong()}; });
    };
    const auto own = read(keep);
    const auto others = read(drop);
    if (!own || !others)
        return own ? failure(others) : failure(own);
    for (const Id<Source> other : *others) {
        if (other == keep || own->contains(other))
            continue;
        if (auto kept = keepApart(writer, keep, other); !kept)
            return kept;
    }
    return {};
}

Result<> mergeRows(Writer &writer, SourceMerge &merge, Id<Source> drop)
{
    const Id<Source> keep = merge.kept.id;
    auto done = updateSource(writer, merge.kept);
    if (done)
        done = mergeFields(writer, keep, drop);
    if (done)
        done = writer.run(u"UPDATE origin SET repeats_id = ? WHERE repeats_id = ?"_s, {keep.number, drop.number});
    if (done)
        done = mergeTags(writer, keep, drop);
    if (done)
        done = moveReferences(writer, u"source"_s, drop.number, keep.number,
            {u"origin"_s, u"event_source"_s, u"not_same_source"_s});
    if (done)
        done = mergeEvidence(writer, merge, drop);
    if (done)
        done = mergeDecisions(writer, keep, drop);
    return done ? removeSource(writer, drop) : done;
}

} // namespace

Result<SourceMerge> mergeSourceRows(Writer &writer, Id<Source> keep, Id<Source> drop)
{
    const auto kept = source(writer, keep);
    const auto dropped = source(writer, drop);
    if (!kept || !dropped)
        return kept ? failure(dropped) : failure(kept);
    if (!*kept || !*dropped || keep == drop) {
        return failure(Words::tr("The sources were not merged."),
            keep == drop ? Words::tr("They are one source already.") : Words::tr("One of them is not there any more."),
            Words::tr("Choose two sources of the list."), Error::Kind::Refused);
    }
    SourceMerge merge{filled(**kept, **dropped), {}};
    const auto origin = mergedOrigin(writer, **kept, **dropped);
    if (!origin)
        return failure(origin);
    merge.kept.origin = *origin;
    if (auto done = mergeRows(writer, merge, drop); !done)
        return failure(done);
    const auto now = source(writer, keep);
    if (!now)
        return failure(now);
    merge.kept = now->value_or(merge.kept);
    return merge;
}

} // namespace redoubt
