#pragma once

#include "app/timeline/eventedits.h"
#include "ui/timeline/timelinedata.h"

namespace redoubt {

/// A row of the chronology table, as far as it is read from the project.
struct ChronologyRow
{
    Event event;
    QString dateText; ///< in the user's language
    QStringList tags;
    SourceCount sources;
    ShakenEvent shaken{}; ///< what of them is retracted
};

enum class ChronologyColumn { Date, Title, Lane, Place, Actors, Certainty, Sources, Tags, Casualties, Key };
inline constexpr int chronologyColumns = 10;

/// By these a column is remembered; they are not shown.
inline constexpr Names<ChronologyColumn, chronologyColumns> chronologyColumnNames{{{
    {ChronologyColumn::Date, "date"_L1}, {ChronologyColumn::Title, "title"_L1}, {ChronologyColumn::Lane, "lane"_L1},
    {ChronologyColumn::Place, "place"_L1}, {ChronologyColumn::Actors, "actors"_L1},
    {ChronologyColumn::Certainty, "certainty"_L1}, {ChronologyColumn::Sources, "sources"_L1},
    {ChronologyColumn::Tags, "tags"_L1}, {ChronologyColumn::Casualties, "casualties"_L1},
    {ChronologyColumn::Key, "key"_L1}}}};

[[nodiscard]] QString columnTitle(ChronologyColumn column);
/// What a cell says; the lane's title is the caller's.
[[nodiscard]] QString cellText(const ChronologyRow &row, ChronologyColumn column, const QString &lane);

/// "2–5 (3)": low to high and the best estimate, "3" where there is only that.
[[nodiscard]] QString casualtiesCell(const Event &event);
[[nodiscard]] Result<Casualties> readCasualties(const QString &text);

/// Names between commas, each once.
[[nodiscard]] QStringList namesIn(const QString &text);

/// Those of some events, by id.
[[nodiscard]] Result<QHash<Id<Event>, ChronologyRow>> readChronologyRows(
    const Reader &reader, const QList<Id<Event>> &ids);

} // namespace redoubt
