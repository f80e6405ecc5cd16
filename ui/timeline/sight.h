#pragma once

#include "app/timeline/density.h"
#include "ui/timeline/markshape.h"

namespace redoubt {

/// Events of a lane so near to each other that one round mark stands for them.
struct Cluster
{
    int lane = 0;
    int count = 0;
    Extent starts; ///< where the first and the last of them begin

    /// They do not come apart, however far one zooms in.
    [[nodiscard]] bool isOneMoment() const { return starts.first == starts.last; }
};

/// How many events of a lane are going on, or may be, in columns side by side.
struct Profile
{
    int lane = 0;
    std::vector<double> edges; ///< of the columns, in pixels from the scale's origin; one more than counts
    std::vector<int> counts;
};

/// What of a chronology is drawn at a scale, and how: few events one by one, crowds as clusters, and where crowd stands
/// by crowd as a profile. Crowds are made in steps of absolute time, so that they stay together while one pans.
struct Sight
{
    QList<TimelineEntry> entries; ///< in the order of time
    QList<Cluster> clusters;
    QList<Profile> profiles;
    int most = 0; ///< the largest count of any profile
};

struct SightInput
{
    const Chronology &chronology;
    const Density &density;
    std::span<const Truth> matches; ///< see Density
    TimeScale scale;
    TimelineMetrics metrics;
    int rows = 1;            ///< of marks that an open lane has room for
    std::vector<int> always; ///< rows of the chronology that are drawn one by one in whatever crowd
};

[[nodiscard]] Sight sightOf(const SightInput &input);

[[nodiscard]] TimelineEntry entryOf(const Chronology &chronology, int row, std::span<const Truth> matches = {});

} // namespace redoubt
