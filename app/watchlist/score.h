#pragma once

#include "app/watchlist/indicator.h"

namespace redoubt {

/// Resolved outcomes that were given probabilities in one fifth of the scale, and how many of them came true.
struct CalibrationBin
{
    double from = 0; ///< belongs to the bin
    double to = 0;   ///< belongs to the next bin; 1 belongs to the last
    int count = 0;
    double meanForecast = 0;  ///< 0 to 1
    double shareOccurred = 0; ///< 0 to 1

    bool operator==(const CalibrationBin &) const = default;
};

/// How good the forecasts of resolved indicators were.
struct Score
{
    int indicators = 0; ///< resolved ones that had a forecast
    int forecasts = 0;  ///< outcomes of theirs that had one
    double brier = 0;   ///< the mean of (p − outcome)² over these: 0 is perfect, 1 the worst; 0.25 is what saying 50 % always gives
    QList<CalibrationBin> bins; ///< those with anything in them, ascending

    /// Below this a few lucky or unlucky ones decide all.
    static constexpr int enough = 5;
    [[nodiscard]] bool isEnough() const { return indicators >= enough; }

    bool operator==(const Score &) const = default;
};

/// The last forecast; null when there is none.
[[nodiscard]] const Forecast *latestForecast(const Outcome &outcome);

/// The last forecast that was given before `moment`; null when there is none.
[[nodiscard]] const Forecast *forecastBefore(const Outcome &outcome, const QDateTime &moment);

/// Of each outcome the last forecast before the indicator was resolved counts.
[[nodiscard]] Score score(const QList<Indicator> &indicators);

/// The Brier score of one indicator; empty while it is open or when it had no forecast.
[[nodiscard]] std::optional<double> brier(const Indicator &indicator);

} // namespace redoubt
