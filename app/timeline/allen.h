#pragma once

#include "app/timeline/edtf.h"

#include <array>

namespace redoubt {

/// The thirteen relations of two intervals: J. F. Allen, "Maintaining knowledge about temporal intervals",
/// Communications of the ACM 26 (1983), 832–843. One meets the other when no second lies between them, while
/// before() in edtf.h holds for both Before and Meets.
enum class Allen {
    Before,
    Meets,
    Overlaps,
    Starts,
    During,
    Finishes,
    Equals,
    FinishedBy,
    Contains,
    StartedBy,
    OverlappedBy,
    MetBy,
    After,
};

inline constexpr int allenCount = 13;

/// Whether a stands in a relation to b: yes where every pair of intervals within the bounds does, possibly
/// where some do. An interval within bounds starts and ends within them, and does not end before it starts.
/// Two open starts are the same moment, and so are two open ends.
[[nodiscard]] std::array<Truth, allenCount> allenRelations(const Bounds &a, const Bounds &b);
[[nodiscard]] Truth allen(Allen relation, const Bounds &a, const Bounds &b);

/// The relation of b to a where a has this one to b.
[[nodiscard]] Allen converse(Allen relation);

} // namespace redoubt
