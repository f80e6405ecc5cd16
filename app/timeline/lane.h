#pragma once

#include "app/base/id.h"
#include "app/project/reader.h"

namespace redoubt {

/// A row of the timeline that events belong to.
struct Lane
{
    Id<Lane> id;
    QString key;
    QString title;
    int position = 0;
    int colour = 0; ///< 0 to 7, an entry of the colour-blind-safe set
    bool collapsed = false;

    bool operator==(const Lane &) const = default;
};

/// By position.
[[nodiscard]] Result<QList<Lane>> lanes(const Reader &reader);
[[nodiscard]] Result<qint64> laneCount(const Reader &reader);

Result<> addLane(Writer &writer, const Lane &lane);
Result<> updateLane(Writer &writer, const Lane &lane);

/// Its events stay, without a lane.
Result<> removeLane(Writer &writer, Id<Lane> id);

} // namespace redoubt
