#include "app/brief/replacing.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Replacing)
};

constexpr qsizetype mostBefore = 40;  // letters of the line
constexpr qsizetype mostFound = 120;
constexpr qsizetype mostBehind = 120;

} // namespace

Result<QList<PlacesInBrief>> placesInBriefs(const Reader &reader, const Finder &finder, const QString &by, const JobState &state)
{
    const auto all = briefs(reader);
    if (!all)
        return failure(all);
    QList<PlacesInBrief> found;
    for (const Brief &brief : *all) {
        const auto places = finder.replacements(brief.text, {0, brief.text.size()}, by, state);
        if (!places)
            return failure(places);
        if (!places->isEmpty())
            found.append({brief.id, brief.title, brief.text, *places});
    }
    return found;
}

Result<> replaceInBriefs(Writer &writer, const QList<PlacesInBrief> &chosen)
{
    for (const PlacesInBrief &places : chosen) {
        const auto present = brief(writer, places.brief);
        if (!present)
            return failure(present);
        if (!*present || (*present)->text != places.text) {
            return failure(Words::tr("Nothing was replaced."), Words::tr("“%1” has another text by now.").arg(places.title),
                Words::tr("Look at what is found now, and replace again."), Error::Kind::Refused);
        }
        if (auto written = updateBriefText(writer, places.brief, withReplacements(places.text, places.places)); !written)
            return written;
    }
    return {};
}

PlaceInLine placeInLine(const QString &text, TextRange range)
{
    const QStringView whole(text);
    const QStringView ahead = whole.first(range.offset).last(std::min(range.offset, mostBefore));
    const QStringView rest = whole.sliced(range.end()).first(std::min(text.size() - range.end(), mostBehind));
    const qsizetype start = ahead.lastIndexOf(u'\n') + 1;
    const qsizetype end = rest.indexOf(u'\n');
    const bool isCutBefore = start == 0 && ahead.size() < range.offset;
    const bool isCutBehind = end < 0 && range.end() + rest.size() < text.size();
    PlaceInLine place;
    place.before = (isCutBefore ? u"…"_s : QString()) + ahead.sliced(start).toString();
    place.found = text.sliced(range.offset, std::min(range.length, mostFound)).replace(u'\n', u'⏎');
    if (range.length > mostFound)
        place.found += u'…';
    place.behind = (end < 0 ? rest : rest.first(end)).toString() + (isCutBehind ? u"…"_s : QString());
    return place;
}

} // namespace redoubt
