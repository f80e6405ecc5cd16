#include "ui/sources/standing.h"

#include "app/brief/brief.h"
#include "app/sources/origins.h"
#include "app/timeline/event.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Standing)
};

constexpr qsizetype longestQuote = 200;

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestQuote ? line : line.first(longestQuote - 1).trimmed() + u'…';
}

/// Where a citation stood before a stop there is a space left.
QString withoutGaps(QString sentence)
{
    static const QRegularExpression gap(u"\\s+(?=[.,;:!?])"_s);
    return sentence.remove(gap);
}

using Children = QHash<Id<Source>, QList<Id<Source>>>;

void climbDown(const QHash<Id<Source>, Source> &members, const Children &children, OriginBranch branch, QList<OriginBranch> &into)
{
    into.append(branch);
    const QList<Id<Source>> below = children.value(branch.source.id);
    if (branch.depth > 0)
        branch.goesOn.append(!branch.isLast);
    for (const Id<Source> child : below)
        climbDown(members, children, {members.value(child), branch.depth + 1, child == below.last(), branch.goesOn}, into);
}

/// From the source itself to its origin.
Result<QList<Source>> wayToOrigin(const Reader &reader, Id<Source> id, Id<Source> origin)
{
    QList<Source> way;
    while (id.isValid()) {
        const auto found = source(reader, id);
        if (!found)
            return failure(found);
        if (!*found)
            break;
        way.append(**found);
        id = id == origin ? Id<Source>() : (*found)->origin;
    }
    return way;
}

} // namespace

Result<OriginFamily> originFamily(const Reader &reader, Id<Source> id)
{
    const auto origins = originsOf(reader, {id});
    if (!origins)
        return failure(origins);
    const Id<Source> origin = origins->value(id, id);
    const auto way = wayToOrigin(reader, id, origin);
    const auto others = goingBackTo(reader, origin);
    if (!way || !others)
        return !way ? failure(way) : failure(others);
    OriginFamily family;
    if (way->isEmpty())
        return family;
    family.sources = others->size() + 1;
    QHash<Id<Source>, Source> members;
    for (const Source &member : *way)
        members.insert(member.id, member);
    QList<Id<Source>> order{origin};
    for (const Id<Source> other : *others) {
        if (!members.contains(other)) {
            if (members.size() >= OriginFamily::most)
                continue;
            const auto found = source(reader, other);
            if (!found)
                return failure(found);
            if (!*found)
                continue;
            members.insert(other, **found);
        }
        order.append(other);
    }
    Children children;
    for (const Id<Source> member : std::as_const(order).sliced(1)) {
        const Id<Source> repeated = members.value(member).origin;
        children[members.contains(repeated) ? repeated : origin].append(member);
    }
    climbDown(members, children, {members.value(origin), 0, true, {}}, family.branches);
    for (const Source &above : way->sliced(1)) {
        if (above.retracted && !family.retracted.id.isValid())
            family.retracted = above;
    }
    return family;
}

Result<RestingLines> restingLines(const Reader &reader, Id<Source> source)
{
    const auto resting = restingOn(reader, source);
    const auto sentences = sentencesRestingOn(reader, source);
    const auto all = briefs(reader);
    if (!resting || !sentences || !all)
        return !resting ? failure(resting) : !sentences ? failure(sentences) : failure(all);
    RestingLines found{{}, resting->events.size(), resting->excerpts.size(), sentences->size()};
    for (const RestingEvent &told : resting->events.first(std::min(found.events, RestingLines::most))) {
        const auto event = redoubt::event(reader, told.evidence.event);
        if (!event)
            return failure(event);
        const bool disputes = told.evidence.stance == Stance::Disputes;
        const QString left = disputes                ? Words::tr("it disputes this")
                           : told.standing == 0   ? Words::tr("▲ no source left")
                                                     : Words::tr("%n independent origin(s) left", nullptr, told.standing);
        found.lines.append({RestingLine::Kind::Event, told.evidence.event.number, {}, event->value_or(Event()).title.simplified(), left,
            !disputes && told.standing == 0});
    }
    for (const Excerpt &excerpt : resting->excerpts.first(std::min(found.excerpts, RestingLines::most)))
        found.lines.append({RestingLine::Kind::Excerpt, excerpt.id.number, {}, Words::tr("“%1”").arg(shortened(excerpt.exact)), excerpt.speaker.simplified(), false});
    for (const CitingSentence &sentence : sentences->first(std::min(found.sentences, RestingLines::most))) {
        const auto brief = std::ranges::find(*all, sentence.brief, &Brief::id);
        const auto cited = sourceByKey(reader, sentence.key);
        if (!cited)
            return failure(cited);
        found.lines.append({RestingLine::Kind::Sentence, sentence.brief.number, cited->value_or(Source()).id, shortened(withoutGaps(sentence.text)),
            brief == all->end() ? QString() : brief->title.simplified(), false});
    }
    return found;
}

} // namespace redoubt
