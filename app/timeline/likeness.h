#pragma once

#include "app/base/foldedwords.h"
#include "app/timeline/candidates.h"

namespace redoubt {

/// What of an event counts when it is compared with others. Inner to app/timeline.
struct Traits
{
    qint64 id = 0;
    qint64 from = 0; ///< earliest start
    qint64 to = 0;   ///< latest end
    std::optional<Coordinates> at;
    std::vector<quint32> words; ///< of the title, sorted hashes
    std::vector<quint32> place; ///< of the place, sorted hashes

    /// A date vaguer than a month says nothing about being at the same time.
    [[nodiscard]] bool isPlaced() const;
};

inline constexpr qint64 mostDaysApart = 3;

/// Nothing where they are no candidates.
[[nodiscard]] std::optional<Candidate> compared(const Traits &a, const Traits &b);

} // namespace redoubt
