#pragma once

#include "app/brief/typedchange.h"

#include <optional>

namespace redoubt {

/// Writing lists and quotations. Each function takes the lines around the cursor (a list that begins above them counts from the
/// first number that it sees) and gives the change, or nothing where the key means what it always means. Indents and nesting
/// are those of CommonMark: what belongs to an item stands at least as far in as its text.

/// Return: goes on with the next bullet, number, empty task box or quote mark; numbers below follow. On an item without text it
/// goes one level out, and at the margin it ends the list.
[[nodiscard]] std::optional<TypedChange> breakListLine(QStringView text, qsizetype cursor);

/// Tab and Shift+Tab: the items that the selection touches go one level in (below the item before them) or out, with all that
/// belongs to them; numbers follow. Nothing changes where there is no such level.
[[nodiscard]] std::optional<TypedChange> shiftListItems(QStringView text, TextRange selection, bool inwards);

/// Numbers the list at the cursor from its first number on.
[[nodiscard]] std::optional<TypedChange> renumberList(QStringView text, qsizetype cursor);

} // namespace redoubt
