#pragma once

#include "app/brief/citation.h"

namespace redoubt {

/// What an editor changes for the writer: a stretch of a text, what takes its place, and what is selected then (where the cursor
/// stands when that is empty), in positions of the changed text.
struct TypedChange
{
    TextRange range;
    QString text;
    TextRange selection;

    bool operator==(const TypedChange &) const = default;
};

/// From one text to another, as the stretch in which they differ.
[[nodiscard]] TypedChange changeBetween(QStringView before, QStringView after, TextRange selection);

} // namespace redoubt
