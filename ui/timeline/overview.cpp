#include "ui/timeline/overview.h"

#include <algorithm>

namespace redoubt {

namespace {

constexpr double leastWindow = 6;
constexpr double reach = 4; // about an edge of the window
constexpr double columnStep = 2;

} // namespace

Overview Overview::of(const Density &density, double length)
{
    Overview overview;
    const auto whole = density.whole();
    if (!whole || length < 1)
        return overview;
    overview.scale = TimeScale::fitting(whole->first, whole->last, length, leastWindow);
    overview.step = columnStep;
    std::vector<qint64> edges;
    for (double at = 0; at <= length; at += columnStep)
        edges.push_back(overview.scale.second(at));
    overview.counts.assign(edges.size() - 1, 0);
    for (int lane = 0; lane < density.lanes(); ++lane) {
        const auto counts = density.profile(lane, edges);
        std::ranges::transform(counts, overview.counts, overview.counts.begin(), std::plus());
    }
    overview.most = overview.counts.empty() ? 0 : std::ranges::max(overview.counts);
    return overview;
}

QRectF Overview::window(TimeDirection direction, const QRectF &strip, const TimeScale &shown) const
{
    if (counts.empty())
        return {};
    double from = std::clamp(scale.position(shown.origin), 0.0, scale.length);
    double to = std::clamp(scale.position(shown.last()), 0.0, scale.length);
    if (to - from < leastWindow) {
        from = std::clamp((from + to - leastWindow) / 2, 0.0, std::max(0.0, scale.length - leastWindow));
        to = from + leastWindow;
    }
    return direction == TimeDirection::Across
               ? QRectF(strip.left() + from, strip.top(), to - from, strip.height())
               : QRectF(strip.left(), strip.top() + from, strip.width(), to - from);
}

Overview::Part Overview::partAt(
    TimeDirection direction, const QRectF &strip, const TimeScale &shown, QPointF point) const
{
    const QRectF held = window(direction, strip, shown);
    if (held.isNull() || !strip.contains(point))
        return Part::Outside;
    const bool across = direction == TimeDirection::Across;
    const double at = across ? point.x() : point.y();
    const double from = across ? held.left() : held.top();
    const double to = across ? held.right() : held.bottom();
    if (to - from > reach * 3) {
        if (std::abs(at - from) <= reach)
            return Part::Start;
        if (std::abs(at - to) <= reach)
            return Part::End;
    }
    return at >= from - reach && at <= to + reach ? Part::Window : Part::Outside;
}

TimeScale Overview::dragged(Part part, const TimeScale &shown, double by) const
{
    const double seconds = by * scale.secondsPerPixel;
    if (part == Part::Window)
        return shown.panned(seconds / shown.secondsPerPixel);
    if (part == Part::Outside)
        return shown;
    const double before = shown.length * shown.secondsPerPixel;
    const double after = part == Part::Start ? before - seconds : before + seconds;
    return shown.zoomed(before / std::max(after, shown.length * TimeScale::finest),
        part == Part::Start ? shown.length : 0);
}

} // namespace redoubt
