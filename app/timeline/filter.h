#pragma once

#include "app/base/job.h"
#include "app/timeline/chronology.h"
#include "app/timeline/edtf.h"

#include <functional>
#include <vector>

namespace redoubt {

/// What a condition of a filter asks for. Texts are compared folded (app/base/folding.h): "galati" finds "Galați".
enum class FilterField {
    Word,      ///< in title, place, summary, actors, key, date as written, or the title of the lane; also within a word
    Text,      ///< in title, place or summary
    Lane,      ///< key or title; "none" for events without a lane, unless a lane is called so
    Certainty, ///< one of certaintyNames
    Tag,
    Actor,  ///< in the name of an actor
    Place,  ///< in the place
    Source, ///< a key
    // The value is EDTF; of an uncertain date all that it may mean counts.
    From,   ///< overlaps what begins with the date
    To,     ///< overlaps what ends with the date
    After,  ///< overlaps what begins when the date is over
    Before, ///< overlaps what ends before the date begins
    In,     ///< overlaps the date
};

inline constexpr Names<FilterField, 13> filterFieldNames{
    {{{FilterField::Word, ""_L1}, {FilterField::Text, "text"_L1}, {FilterField::Lane, "lane"_L1},
        {FilterField::Certainty, "certainty"_L1}, {FilterField::Tag, "tag"_L1}, {FilterField::Actor, "actor"_L1},
        {FilterField::Place, "place"_L1}, {FilterField::Source, "source"_L1}, {FilterField::From, "from"_L1},
        {FilterField::To, "to"_L1}, {FilterField::After, "after"_L1}, {FilterField::Before, "before"_L1},
        {FilterField::In, "in"_L1}}}};

struct FilterTerm
{
    FilterField field = FilterField::Word;
    QString value;
    bool isExcluded = false; ///< what it asks for shall not be

    bool operator==(const FilterTerm &) const = default;
};

/// Which events are asked for. Terms hold together, except that of several for the same lane, certainty, tag, actor, place,
/// source or span (In) one is enough. Names of lanes, tags and sources are meant whole; where none is like that, those that
/// begin with the value.
///
/// Its text, which is kept in projects and typed by users, is that of filterquery.h.
struct EventFilter
{
    QList<FilterTerm> terms;

    [[nodiscard]] bool isEmpty() const { return terms.isEmpty(); }

    bool operator==(const EventFilter &) const = default;
};

/// One for each row of a chronology: No, hidden; Possibly, its dates may lie in the span; Yes. Empty = all Yes.
using Matches = std::vector<Truth>;

/// How many rows are not No.
[[nodiscard]] int shownCount(const Matches &matches, int rows);

/// The events that a source with this key tells of: app/sources/evidence.h has it, of a room that this one does not know.
using EventsToldBy = std::function<Result<std::vector<Id<Event>>>(const Reader &, const QString &key)>;

/// Where only spans, lanes and certainties are asked for this is done in memory; texts are looked for in all events that
/// are left. With `within`, what an earlier filter found that this one narrows, only in those. May run on a thread of its
/// own, with a reader of that thread, while nothing changes the chronology; stopped it fails with Error::Kind::Cancelled.
[[nodiscard]] Result<Matches> matches(const Reader &reader, const Chronology &chronology, const EventFilter &filter,
    const EventsToldBy &toldBy, const JobState *state = nullptr, const Matches *within = nullptr);

} // namespace redoubt
