#pragma once

#include "app/brief/brief.h"
#include "app/brief/finder.h"

namespace redoubt {

/// What was found in one brief.
struct PlacesInBrief
{
    Id<Brief> brief;
    QString title;
    QString text; ///< that it was found in
    QList<Replacement> places;

    bool operator==(const PlacesInBrief &) const = default;
};

/// The briefs of a project in which something is found, by position, with what would come in its place (see Finder::replacements()).
[[nodiscard]] Result<QList<PlacesInBrief>> placesInBriefs(const Reader &reader, const Finder &finder, const QString &by, const JobState &state);

/// Makes the replacements; meant for Project::edit, which makes it one action. Kept versions stay as they are. Refused when a brief
/// has another text by now.
Result<> replaceInBriefs(Writer &writer, const QList<PlacesInBrief> &chosen);

/// A place with the letters of its line around it.
struct PlaceInLine
{
    QString before; ///< begins with … where something of the line is left out
    QString found;  ///< line ends in it are shown as ⏎
    QString behind;

    bool operator==(const PlaceInLine &) const = default;
};
[[nodiscard]] PlaceInLine placeInLine(const QString &text, TextRange range);

} // namespace redoubt
