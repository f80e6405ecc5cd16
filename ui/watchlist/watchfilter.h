#pragma once

#include "app/watchlist/indicator.h"

namespace redoubt {

/// Which indicators the watch list shows.
struct WatchFilter
{
    enum class Due { Any, Overdue, Week, Month, OpenEnded };
    enum class Status { Any, Open, Resolved };

    QString text; ///< all of its words have to be somewhere in the indicator, whatever the letter case
    Due due = Due::Any; ///< resolved indicators pass Any only
    Status status = Status::Any;

    [[nodiscard]] bool isEmpty() const { return *this == WatchFilter(); }
    [[nodiscard]] bool passes(const Indicator &indicator, QDate today) const;

    bool operator==(const WatchFilter &) const = default;
};

} // namespace redoubt
