#include "ui/timeline/layout.h"

#include <limits>

using namespace Qt::StringLiterals;

// What a layout says of itself.

namespace redoubt {

namespace {

QString text(const QRectF &rect)
{
    return u"%1,%2 %3x%4"_s.arg(qRound(rect.x()))
        .arg(qRound(rect.y()))
        .arg(qRound(rect.width()))
        .arg(qRound(rect.height()));
}

} // namespace

int TimelineLayout::entryAt(QPointF point) const
{
    // What was drawn last lies on top.
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        if (event->card.contains(point))
            return event->entry;
    }
    if (clusterAt(point) >= 0)
        return -1; // it covers what is near
    int nearest = -1;
    double least = std::numeric_limits<double>::max();
    for (const PlacedEvent &event : events) {
        const double reach = std::min(event.mark.width(), event.mark.height()) / 2;
        if (!event.mark.adjusted(-reach, -reach, reach, reach).contains(point))
            continue;
        const QPointF apart = point - event.mark.center();
        const double distance = QPointF::dotProduct(apart, apart);
        if (distance <= least) {
            least = distance;
            nearest = event.entry;
        }
    }
    return nearest;
}

int TimelineLayout::clusterAt(QPointF point) const
{
    const auto found = std::ranges::find_if(
        clusters, [&](const PlacedCluster &cluster) { return cluster.mark.contains(point); });
    return found == clusters.end() ? -1 : found->cluster;
}

int TimelineLayout::titleAt(QPointF point) const
{
    const auto found =
        std::ranges::find_if(lanes, [&](const PlacedLane &lane) { return lane.title.contains(point); });
    return found == lanes.end() ? -1 : found->lane;
}

const PlacedEvent *TimelineLayout::placed(int entry) const
{
    const auto found = std::ranges::find(events, entry, &PlacedEvent::entry);
    return found == events.end() ? nullptr : &*found;
}

double TimelineLayout::along(QPointF point) const
{
    return direction == TimeDirection::Across ? point.x() - content.left() : point.y() - content.top();
}

QString TimelineLayout::dump() const
{
    static const QStringList styles{u"no card"_s, u"line"_s, u"short"_s, u"whole"_s};
    QStringList lines;
    for (const PlacedLane &lane : lanes)
        lines.append(
            u"lane %1 area %2 track %3"_s.arg(QString::number(lane.lane), text(lane.area), text(lane.track)));
    for (const PlacedEvent &event : events) {
        const MarkShape &shape = event.shape;
        QString line = u"event %1 %2 %3 %4"_s.arg(QString::number(event.entry),
            shape.isPoint    ? u"point"_s
            : shape.isWithin ? u"within"_s
                             : u"span"_s,
            text(event.mark), styles.at(int(event.style)));
        if (event.style != CardStyle::None)
            line += u' ' + text(event.card);
        lines.append(line);
    }
    for (const PlacedProfile &placed : profiles)
        lines.append(u"profile %1 %2"_s.arg(QString::number(placed.profile), text(placed.area)));
    for (const PlacedCluster &placed : clusters)
        lines.append(u"cluster %1 %2"_s.arg(QString::number(placed.cluster), text(placed.mark)));
    return lines.join(u'\n');
}

} // namespace redoubt
