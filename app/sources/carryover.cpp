#include "app/project/projectinfo.h"
#include "app/sources/anchoring.h"

#include <QCoreApplication>
#include <QSet>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Excerpt)
};

std::unexpected<Error> refused(const QString &why, const QString &remedy)
{
    return failure(Words::tr("The excerpt was not carried over."), why, remedy, Error::Kind::Refused);
}

} // namespace

Result<Excerpt> carryOver(Writer &writer, const Excerpt &excerpt, const Capture &later)
{
    return carryOver(writer, excerpt, later, anchor(excerpt, later.text));
}

Result<Excerpt> carryOver(Writer &writer, const Excerpt &excerpt, const Capture &later, const Anchoring &found)
{
    const auto from = capture(writer, excerpt.capture);
    if (!from)
        return failure(from);
    if (!*from || (*from)->source != later.source) {
        return refused(Words::tr("The capture is one of another source."),
            Words::tr("Choose a capture of the source that the excerpt is from."));
    }
    if (found.kind == Anchoring::Kind::Lost) {
        return refused(Words::tr("Its passage is not in that capture."),
            Words::tr("Select the passage in the reader, if it is there in other words."));
    }
    auto carried = excerptOf(later, found.start, found.end);
    if (!carried)
        return carried;
    const auto there = excerpts(writer, later.id);
    if (!there)
        return failure(there);
    for (const Excerpt &other : *there) {
        if (other.start == carried->start && other.end == carried->end)
            return other;
    }
    carried->speaker = excerpt.speaker;
    carried->note = excerpt.note;
    carried->colour = excerpt.colour;
    const auto names = tags(writer, u"excerpt"_s, excerpt.id.number);
    if (!names)
        return failure(names);
    if (auto added = addExcerpt(writer, *carried); !added)
        return failure(added);
    if (auto tagged = setTags(writer, u"excerpt"_s, carried->id.number, *names); !tagged)
        return failure(tagged);
    return carried;
}

QList<FoundAgain> findAgain(const QList<Excerpt> &earlier, const QList<Excerpt> &there, const QString &text)
{
    QSet<std::pair<qsizetype, qsizetype>> taken;
    for (const Excerpt &excerpt : there)
        taken.insert({excerpt.start, excerpt.end});
    const QList<Anchoring> places = anchorAll(earlier, text);
    QList<FoundAgain> found;
    for (qsizetype i = 0; i < earlier.size(); ++i) {
        const Anchoring &place = places[i];
        const bool isLost = place.kind == Anchoring::Kind::Lost;
        if (!isLost && taken.contains({place.start, place.end}))
            continue;
        if (!isLost)
            taken.insert({place.start, place.end});
        found.append({earlier[i], place});
    }
    return found;
}

} // namespace redoubt
