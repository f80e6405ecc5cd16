#pragma once

#include "app/base/job.h"
#include "app/timeline/chronology.h"

#include <vector>

namespace redoubt {

/// What a chronology can be put in order by, besides its own order of time.
enum class EventOrder { Title, Lane, Place, Actor, Certainty, Tag, Casualties, Key };

/// All rows of the chronology in ascending order: texts folded (app/base/folding.h) and by their first actor or tag in
/// the event, lanes by position. Rows without a value stand last, equal ones in the order of time. May run on a thread
/// of its own while nothing changes the chronology; stopped it fails with Error::Kind::Cancelled.
[[nodiscard]] Result<std::vector<int>> rowsInOrder(
    const Reader &reader, const Chronology &chronology, EventOrder order, const JobState *state = nullptr);

/// The places of numbers in their order, equal ones as they stand; those that are empty last.
[[nodiscard]] std::vector<int> placesInOrder(const std::vector<std::optional<qint64>> &numbers);

} // namespace redoubt
