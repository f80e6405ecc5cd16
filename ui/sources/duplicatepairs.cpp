#include "ui/sources/duplicatepairs.h"

#include "app/project/projectinfo.h"
#include "app/sources/bibliography/sourceitem.h"
#include "ui/sources/sourcefields.h"
#include "ui/sources/sourcetext.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::DuplicatePairs)
};

Result<DuplicatePair::Side> sideOf(const Reader &reader, Id<Source> id)
{
    const auto card = sourceCard(reader, id);
    const auto tagged = tags(reader, u"source"_s, id.number);
    if (!card || !tagged)
        return !card ? failure(card) : failure(tagged);
    DuplicatePair::Side side{card->value_or(SourceCard()), *tagged, {}};
    const auto origin = source(reader, side.card.source.origin);
    if (!origin)
        return failure(origin);
    side.origin = origin->value_or(Source()).title;
    return side;
}

QStringList fieldNames(const Source &one, const Source &other)
{
    QStringList names = one.fields.keys() + other.fields.keys();
    names.removeDuplicates();
    const QStringList columns = columnVariables(one) + columnVariables(other);
    names.removeIf([&](const QString &name) { return columns.contains(name) || cslKind(name) == CslKind::Other; });
    return names;
}

QString retraction(const Source &source)
{
    return source.retracted ? Words::tr("✕ retracted") : QString();
}

qint64 weight(const DuplicatePair::Side &side)
{
    return qint64(side.card.captures) + side.card.excerpts + side.card.events;
}

qsizetype saying(const DuplicatePair::Side &side)
{
    const Source &source = side.card.source;
    const QStringList columns{source.author, source.publisher, source.published, source.address, source.language, source.note};
    return std::ranges::count_if(columns, [](const QString &column) { return !column.isEmpty(); }) + source.fields.size() + side.tags.size();
}

} // namespace

Result<QList<DuplicatePair>> duplicatePairs(const Reader &reader, int most, JobState &job)
{
    const auto found = duplicates(reader, most, &job);
    if (!found)
        return failure(found);
    QList<DuplicatePair> pairs;
    for (const Duplicate &duplicate : *found) {
        const auto first = sideOf(reader, duplicate.first);
        const auto second = sideOf(reader, duplicate.second);
        if (!first || !second)
            return !first ? failure(first) : failure(second);
        pairs.append({duplicate, *first, *second});
    }
    return pairs;
}

QList<PairLine> differences(const DuplicatePair &pair)
{
    const Source &one = pair.first.card.source;
    const Source &other = pair.second.card.source;
    QList<PairLine> lines{{Words::tr("Title"), one.title.simplified(), other.title.simplified()}, {Words::tr("Type"), sourceTypeText(one.type), sourceTypeText(other.type)},
        {Words::tr("Author"), one.author, other.author}, {Words::tr("Publisher"), one.publisher, other.publisher},
        {Words::tr("Published"), sourcetext::published(one.published), sourcetext::published(other.published)},
        {Words::tr("Address"), one.address, other.address}, {Words::tr("Language"), one.language, other.language}};
    for (const QString &name : fieldNames(one, other))
        lines.append({sourcefields::label(name), sourcefields::text(one, name), sourcefields::text(other, name)});
    lines += {{Words::tr("Grade"), one.grade.text(), other.grade.text()}, {Words::tr("Origin"), pair.first.origin.simplified(), pair.second.origin.simplified()},
        {Words::tr("Status"), retraction(one), retraction(other)}, {Words::tr("Tags"), pair.first.tags.join(u", "_s), pair.second.tags.join(u", "_s)},
        {Words::tr("Note"), one.note.simplified(), other.note.simplified()},
        {Words::tr("Captured"), sourcetext::captured(pair.first.card), sourcetext::captured(pair.second.card)},
        {Words::tr("Holds"), sourcetext::counts(pair.first.card), sourcetext::counts(pair.second.card)}};
    lines.removeIf([](const PairLine &line) { return line.first == line.second; });
    return lines;
}

bool isFirstRicher(const DuplicatePair &pair)
{
    if (weight(pair.first) != weight(pair.second))
        return weight(pair.first) > weight(pair.second);
    return saying(pair.first) >= saying(pair.second);
}

} // namespace redoubt
