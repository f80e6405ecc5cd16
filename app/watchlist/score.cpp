#include "app/watchlist/score.h"

#include <array>

namespace redoubt {

namespace {

constexpr int binCount = 5;

struct Sum
{
    int count = 0;
    double forecast = 0;
    int occurred = 0;
    double squares = 0;

    void add(double probability, bool cameTrue)
    {
        ++count;
        forecast += probability;
        occurred += cameTrue;
        const double error = probability - (cameTrue ? 1 : 0);
        squares += error * error;
    }
};

template<class Visit>
void eachJudged(const Indicator &indicator, Visit visit)
{
    if (!indicator.isResolved())
        return;
    for (const Outcome &outcome : indicator.outcomes) {
        if (const Forecast *forecast = forecastBefore(outcome, indicator.resolvedAt))
            visit(forecast->probability, outcome.occurred);
    }
}

} // namespace

const Forecast *latestForecast(const Outcome &outcome)
{
    return outcome.forecasts.isEmpty() ? nullptr : &outcome.forecasts.constLast();
}

const Forecast *forecastBefore(const Outcome &outcome, const QDateTime &moment)
{
    const Forecast *found = nullptr;
    for (const Forecast &forecast : outcome.forecasts) {
        if (forecast.at < moment)
            found = &forecast;
    }
    return found;
}

Score score(const QList<Indicator> &indicators)
{
    Score result;
    Sum all;
    std::array<Sum, binCount> bins;
    for (const Indicator &indicator : indicators) {
        const int before = all.count;
        eachJudged(indicator, [&](double probability, bool cameTrue) {
            all.add(probability, cameTrue);
            bins[size_t(std::min(int(probability * binCount), binCount - 1))].add(probability, cameTrue);
        });
        result.indicators += all.count > before;
    }
    result.forecasts = all.count;
    result.brier = all.count > 0 ? all.squares / all.count : 0;
    for (size_t i = 0; i < bins.size(); ++i) {
        const Sum &bin = bins[i];
        if (bin.count > 0)
            result.bins.append({double(i) / binCount, double(i + 1) / binCount, bin.count, bin.forecast / bin.count,
                double(bin.occurred) / bin.count});
    }
    return result;
}

std::optional<double> brier(const Indicator &indicator)
{
    Sum sum;
    eachJudged(indicator, [&sum](double probability, bool cameTrue) { sum.add(probability, cameTrue); });
    return sum.count > 0 ? std::optional(sum.squares / sum.count) : std::nullopt;
}

} // namespace redoubt
