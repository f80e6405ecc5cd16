#pragma once

#include "app/brief/citation.h"

namespace redoubt {

/// What an editor changes for the writer: a stretch of a text, what takes its place, and what is selected then (where the cursor
/// stands when that is empty), in positions of the changed text.
struct TextChange
{
    TextRange range;
    QString text;
    TextRange selection;

    bool operator==(const TextChange &) const = default;
};

/// From one text to another, as the stretch in which they differ.
[[nodiscard]] TextChange changeBetween(QStringView before, QStringView after, TextRange selection);

} // namespace redoubt
