#include "ui/timeline/lagplot.h"

#include "app/timeline/calendar.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::LagPlot)
};

constexpr double minute = 60;
constexpr double hour = 3600;
constexpr double day = 86400;
constexpr double month = 30.436875 * day;
constexpr double year = 365.2425 * day;
constexpr double tickDistance = 2.2; ///< lines between two labels at least
constexpr double room = 0.06;        ///< of the height, above and below

double bent(double seconds, double knee)
{
    const double size = std::abs(seconds) / knee;
    const double height = size <= 1 ? size : 1 + std::log10(size) * 2;
    return std::copysign(height, seconds);
}

/// Round lags, shortest first, with their names.
QList<std::pair<double, QString>> roundLags()
{
    return {{0, Words::tr("at once")}, {10 * minute, Words::tr("10 min")}, {30 * minute, Words::tr("30 min")},
        {hour, Words::tr("1 h")}, {3 * hour, Words::tr("3 h")}, {12 * hour, Words::tr("12 h")}, {day, Words::tr("1 day")},
        {3 * day, Words::tr("3 days")}, {7 * day, Words::tr("1 week")}, {14 * day, Words::tr("2 weeks")},
        {month, Words::tr("1 month")}, {3 * month, Words::tr("3 months")}, {year, Words::tr("1 year")},
        {3 * year, Words::tr("3 years")}, {10 * year, Words::tr("10 years")}, {100 * year, Words::tr("100 years")},
        {1000 * year, Words::tr("1,000 years")}};
}

double middle(const Bounds &bounds)
{
    const qint64 from = bounds.startEarliest.value_or(0);
    return double(from) + double(bounds.startLatest.value_or(from) - from) / 2;
}

} // namespace

double LagPlot::y(double seconds) const
{
    return area.bottom() - (bent(seconds, knee) - low) / (high - low) * area.height();
}

int LagPlot::at(QPointF position, double reach) const
{
    int nearest = -1;
    double best = reach;
    for (int i = 0; i < marks.size(); ++i) {
        const Mark &mark = marks[i];
        const double across = std::max({0.0, mark.left - position.x(), position.x() - mark.right});
        const double down = std::max({0.0, mark.top - position.y(), position.y() - mark.bottom});
        if (const double away = std::hypot(across, down); away <= best) {
            best = away;
            nearest = i;
        }
    }
    return nearest;
}

LagPlot LagPlot::of(const QList<LagPoint> &points, const QRectF &area, double lineHeight, const QLocale &locale)
{
    LagPlot plot;
    plot.area = area;
    if (points.isEmpty())
        return plot;
    double from = middle(points.first().at), to = from, least = 0, most = 0;
    qint64 coarsest = 1;
    for (const LagPoint &point : points) {
        from = std::min(from, middle(point.at));
        to = std::max(to, middle(point.at));
        least = std::min(least, double(*point.lag.least));
        most = std::max(most, double(*point.lag.most));
        coarsest = std::max(coarsest, point.lag.unit);
    }
    plot.knee = coarsest >= qint64(day) ? day : hour;
    const double span = bent(std::max(most, plot.knee), plot.knee) - bent(least, plot.knee);
    plot.high = bent(std::max(most, plot.knee), plot.knee) + span * room;
    plot.low = bent(least, plot.knee) - span * room;
    const double margin = std::max(double(secondsOfDay), (to - from) * 0.04);
    plot.time = TimeScale::fitting(qint64(from - margin), qint64(to + margin), area.width(), 0);
    plot.dates = ticks(plot.time, lineHeight * 5, locale);
    double last = std::numeric_limits<double>::max();
    for (const double sign : {1.0, -1.0}) {
        last = sign > 0 ? std::numeric_limits<double>::max() : plot.y(0);
        for (const auto &[lag, name] : roundLags()) {
            const double y = plot.y(lag * sign);
            if (y < area.top() || y > area.bottom() || (sign < 0 && lag <= 0) || std::abs(y - last) < lineHeight * tickDistance)
                continue;
            plot.heights.append({y, sign < 0 ? Words::tr("%1 before", "a lag").arg(name) : name, lag <= 0});
            last = y;
        }
    }
    for (int i = 0; i < points.size(); ++i) {
        const LagPoint &point = points[i];
        const double x = area.left() + plot.time.position(qint64(middle(point.at)));
        plot.marks.append({i, x, x, plot.y(double(*point.lag.most)), plot.y(double(*point.lag.least))});
    }
    if (const auto median = medianLag(points))
        plot.median = std::pair(plot.y(median->second), plot.y(median->first));
    return plot;
}

} // namespace redoubt
