#pragma once

#include "app/timeline/event.h"

namespace redoubt {

/// How many people an event killed or injured, as far as anyone says.
struct Casualties
{
    std::optional<int> low;
    std::optional<int> best;
    std::optional<int> high;

    bool operator==(const Casualties &) const = default;
};

[[nodiscard]] Casualties casualties(const Event &event);
void setCasualties(Event &event, const Casualties &casualties);

/// The lowest is at most the best, and that at most the highest, as far as they are known.
Result<> checkCasualties(const Casualties &casualties);

/// "12", "1,200", "1 200"; nothing where the text is empty.
[[nodiscard]] Result<std::optional<int>> readCount(const QString &text);

} // namespace redoubt
