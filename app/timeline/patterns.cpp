#include "app/timeline/patterns.h"

#include "app/timeline/calendar.h"
#include "app/timeline/datetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Patterns)
};

using Limits = std::numeric_limits<qint64>;

bool isHidden(const std::vector<Truth> &matches, int row)
{
    return !matches.empty() && matches[size_t(row)] == Truth::No;
}

bool isLimit(const std::optional<qint64> &second)
{
    return !second || *second == Limits::min() || *second == Limits::max();
}

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

qint64 periodOf(qint64 second, int months)
{
    const CivilDay day = civilDay(dayOfSecond(second));
    return floorDiv(day.year * 12 + day.month - 1, months);
}

/// From when to when the shown events reach, as far as they have limits.
std::optional<std::pair<qint64, qint64>> extent(const Chronology &chronology, const std::vector<Truth> &matches)
{
    qint64 from = Limits::max();
    qint64 to = Limits::min();
    for (int row = 0; row < chronology.size(); ++row) {
        if (isHidden(matches, row))
            continue;
        const Bounds bounds = chronology.bounds(row);
        for (const auto &bound : {bounds.startEarliest, bounds.startLatest, bounds.endEarliest, bounds.endLatest}) {
            if (isLimit(bound))
                continue;
            from = std::min(from, *bound);
            to = std::max(to, *bound);
        }
    }
    return from <= to ? std::optional(std::pair(from, to)) : std::nullopt;
}

/// The periods from and to which something goes; nothing where it goes nowhere.
struct Range
{
    int from = 0;
    int to = -1;
    [[nodiscard]] bool contains(int period) const { return period >= from && period <= to; }
};

struct Reach
{
    Range possible;
    Range certain;
};

/// What an event covers of the periods.
Reach reachOf(const Bounds &bounds, const PeriodCounts &counts)
{
    const int last = counts.size() - 1;
    const auto place = [&](const std::optional<qint64> &second, int none) {
        return isLimit(second) ? none : int(std::clamp<qint64>(periodOf(*second, counts.months) - counts.first, 0, last));
    };
    Reach reach;
    reach.possible = {place(bounds.startEarliest, 0), place(bounds.endLatest, last)};
    // It certainly was going on from its latest start to its earliest end, and in a period in which all of its start or all of
    // its end lies, and between the two.
    const Range begins{place(bounds.startEarliest, 0), place(bounds.startLatest, last)};
    const Range ends{place(bounds.endEarliest, 0), place(bounds.endLatest, last)};
    const bool knowsStart = !isLimit(bounds.startEarliest) && !isLimit(bounds.startLatest) && begins.from == begins.to;
    const bool knowsEnd = !isLimit(bounds.endEarliest) && !isLimit(bounds.endLatest) && ends.from == ends.to;
    if (!isLimit(bounds.startLatest) && !isLimit(bounds.endEarliest) && *bounds.startLatest <= *bounds.endEarliest)
        reach.certain = {begins.to, ends.from};
    else if (knowsStart || knowsEnd)
        reach.certain = {knowsStart ? begins.from : ends.from, knowsEnd ? ends.to : begins.to};
    return reach;
}

/// Adds up from left to right what was noted at the ends of ranges.
void sumUp(std::vector<PeriodCounts::Count> &counts)
{
    for (size_t i = 1; i < counts.size(); ++i) {
        counts[i].certain += counts[i - 1].certain;
        counts[i].possible += counts[i - 1].possible;
    }
}

void note(std::vector<PeriodCounts::Count> &counts, const Range &range, int PeriodCounts::Count::*what, int by)
{
    if (range.to < range.from)
        return;
    counts[size_t(range.from)].*what += by;
    if (size_t(range.to) + 1 < counts.size())
        counts[size_t(range.to) + 1].*what -= by;
}

} // namespace

Result<QList<LagPoint>> lags(
    const Reader &reader, const Chronology &chronology, LinkKind kind, const std::vector<Truth> &matches)
{
    const auto all = links(reader);
    if (!all)
        return failure(all);
    const auto dateOf = [&](Id<Event> id) -> std::optional<Edtf> {
        const int row = chronology.row(id);
        if (row < 0 || isHidden(matches, row))
            return {};
        const auto found = event(reader, id);
        const auto date = found && *found ? readEdtf((*found)->date) : Result<Edtf>(Edtf());
        return date ? std::optional(*date) : std::nullopt;
    };
    QList<LagPoint> points;
    for (const Link &link : *all) {
        const auto order = causeAndEffect(link);
        if (link.kind != kind || !order)
            continue;
        const auto cause = dateOf(order->cause);
        const auto effect = dateOf(order->effect);
        if (!cause || !effect)
            continue;
        const LagPoint point{order->cause, order->effect, cause->bounds, lagBetween(*cause, *effect)};
        if (point.lag.least && point.lag.most && !isLimit(point.at.startEarliest))
            points.append(point);
    }
    std::ranges::stable_sort(points, listedBefore, &LagPoint::at);
    return points;
}

std::optional<std::pair<double, double>> medianLag(const QList<LagPoint> &lags)
{
    if (lags.isEmpty())
        return {};
    const auto median = [&](std::optional<qint64> Lag::*bound) {
        std::vector<double> all;
        for (const LagPoint &point : lags)
            all.push_back(double((point.lag.*bound).value_or(0)));
        std::ranges::sort(all);
        const size_t half = all.size() / 2;
        return all.size() % 2 == 1 ? all[half] : (all[half - 1] + all[half]) / 2;
    };
    return std::pair(median(&Lag::least), median(&Lag::most));
}

std::pair<qint64, qint64> PeriodCounts::span(int period) const
{
    const auto start = [this](qint64 number) {
        const qint64 month = number * months;
        return firstSecond(dayNumber(floorDiv(month, 12), int(month - floorDiv(month, 12) * 12) + 1, 1));
    };
    return {start(first + period), start(first + period + 1) - 1};
}

PeriodCounts countsByPeriod(const Chronology &chronology, const std::vector<Truth> &matches)
{
    PeriodCounts all;
    all.lanes = chronology.lanes();
    const auto reach = extent(chronology, matches);
    if (!reach)
        return all;
    const auto periods = [&] { return periodOf(reach->second, all.months) - periodOf(reach->first, all.months) + 1; };
    for (all.months = 1; periods() > mostPeriods;)
        all.months *= all.months == 1 ? 12 : 10;
    all.first = periodOf(reach->first, all.months);
    all.counts.assign(size_t(all.lanes.size()), std::vector<PeriodCounts::Count>(size_t(periods())));
    for (int row = 0; row < chronology.size(); ++row) {
        if (isHidden(matches, row))
            continue;
        const Reach reaches = reachOf(chronology.bounds(row), all);
        auto &counts = all.counts[size_t(chronology.lane(row))];
        const bool isSure = matches.empty() || matches[size_t(row)] == Truth::Yes;
        note(counts, reaches.possible, &PeriodCounts::Count::possible, 1);
        if (isSure) {
            note(counts, reaches.certain, &PeriodCounts::Count::certain, 1);
            note(counts, reaches.certain, &PeriodCounts::Count::possible, -1);
        }
    }
    for (auto &counts : all.counts)
        sumUp(counts);
    return all;
}

QList<Id<Event>> eventsOfPeriod(const Chronology &chronology, const std::vector<Truth> &matches, const PeriodCounts &counts,
    int lane, int period, int most)
{
    QList<Id<Event>> found;
    for (int row = 0; row < chronology.size() && found.size() < most; ++row) {
        if (!isHidden(matches, row) && chronology.lane(row) == lane
            && reachOf(chronology.bounds(row), counts).possible.contains(period))
            found.append(chronology.id(row));
    }
    return found;
}

QString periodText(const PeriodCounts &counts, int period)
{
    const qint64 number = counts.first + period;
    if (counts.months == 1)
        return monthText(floorDiv(number, 12), int(number - floorDiv(number, 12) * 12) + 1, QLocale::LongFormat);
    const qint64 years = counts.months / 12;
    if (years == 1)
        return yearText(number);
    return Words::tr("%1 – %2", "from a year to a year").arg(yearText(number * years), yearText((number + 1) * years - 1));
}

} // namespace redoubt
