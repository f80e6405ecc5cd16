#pragma once

#include "app/timeline/edtfsyntax.h"

namespace redoubt {

/// The one spelling of what an expression says, so that texts that say the same compare equal. It reads back
/// with the same members.
///
/// The standard names no canonical form; this one takes the shortest spelling that it allows. A qualifier
/// that holds for the first parts of a date up to one of them stands to the right of that one, any other to
/// the left of its part: `?2004-?06-?11` is `2004-06-11?`, and `~2004-?06` stays `2004~-?06`. A set has no
/// spaces and keeps its order. An offset has hours and minutes, and UTC is Z. The fraction of a second ends
/// with no zero. Masks, exponents, significant digits and 24:00 stay as they were written: each says
/// something of its own.
[[nodiscard]] QString canonicalText(const EdtfExpression &expression);

} // namespace redoubt
