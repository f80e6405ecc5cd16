#include "ui/timeline/countplot.h"

namespace redoubt {

namespace {

constexpr double gapOfRows = 0.16; ///< of a row's height
constexpr double widest = 40;      ///< pixels of a bar

} // namespace

int CountPlot::at(QPointF position) const
{
    for (int i = 0; i < bars.size(); ++i) {
        const QRectF both = bars[i].certain.united(bars[i].possible);
        const double base = both.bottom();
        if (position.x() >= both.left() - 1 && position.x() <= both.right() + 1 && position.y() <= base + 1
            && position.y() >= base - rowHeight * (1 - gapOfRows))
            return i;
    }
    return -1;
}

CountPlot CountPlot::of(const PeriodCounts &counts, const QRectF &area, double lineHeight, const QLocale &locale)
{
    CountPlot plot;
    plot.area = area;
    if (counts.size() == 0)
        return plot;
    QList<int> lanes;
    for (int lane = 0; lane < int(counts.counts.size()); ++lane) {
        bool hasAny = false;
        for (const auto &count : counts.counts[size_t(lane)]) {
            plot.most = std::max(plot.most, count.certain + count.possible);
            hasAny = hasAny || count.certain + count.possible > 0;
        }
        if (hasAny)
            lanes.append(lane);
    }
    if (lanes.isEmpty())
        return plot;
    plot.time = TimeScale::fitting(counts.span(0).first, counts.span(counts.size() - 1).second, area.width(), 0);
    plot.dates = ticks(plot.time, lineHeight * 5, locale);
    plot.rowHeight = area.height() / double(lanes.size());
    const double tallest = plot.rowHeight * (1 - gapOfRows);
    for (qsizetype row = 0; row < lanes.size(); ++row) {
        const double base = area.top() + double(row + 1) * plot.rowHeight;
        plot.rows.append({lanes[row], base});
        const auto &all = counts.counts[size_t(lanes[row])];
        for (int period = 0; period < int(all.size()); ++period) {
            const auto &count = all[size_t(period)];
            if (count.certain + count.possible == 0)
                continue;
            const auto [first, last] = counts.span(period);
            const double from = area.left() + plot.time.position(first);
            const double to = area.left() + plot.time.position(last);
            const double gap = to - from > 4 ? 1 : 0;
            const double width = std::clamp(to - from - gap, 1.0, widest);
            const double left = (from + to - width) / 2;
            const double solid = tallest * count.certain / plot.most;
            const double light = tallest * count.possible / plot.most;
            plot.bars.append({lanes[row], period, {left, base - solid, width, solid}, {left, base - solid - light, width, light}});
        }
    }
    return plot;
}

} // namespace redoubt
