#pragma once

#include "app/brief/brief.h"

#include <span>

namespace redoubt {

/// A row of a likelihood scale: its phrases and the probabilities that they stand for.
struct LikelihoodBand
{
    std::span<const QLatin1StringView> phrases; ///< as published, in English and lower case; the usual one first
    double low = 0;                             ///< 0 to 1
    double high = 0;
    bool highExcluded = false;                  ///< up to, not including: "<50 %"

    [[nodiscard]] bool contains(double probability) const;
    /// "55–80 %" in the numbers of the locale.
    [[nodiscard]] QString rangeText() const;
};

/// The rows of a scale from the least likely to the likeliest. ICD 203 (US, 2015) in its two wordings, and the PHIA
/// Probability Yardstick (UK), whose gaps are deliberate.
[[nodiscard]] std::span<const LikelihoodBand> likelihoodBands(LikelihoodScale scale);

/// The row that has this phrase, case apart; null when it is none of the scale.
[[nodiscard]] const LikelihoodBand *likelihoodBand(LikelihoodScale scale, QStringView phrase);

/// The row of a probability; null in a gap. A bound that two rows share belongs to the row nearer to the middle of the
/// scale: 0.2 is "unlikely", 0.8 is "likely", 0.45 and 0.55 are "roughly even chance".
[[nodiscard]] const LikelihoodBand *likelihoodBand(LikelihoodScale scale, double probability);

/// The name of a scale as it is shown: "ICD 203", "PHIA yardstick".
[[nodiscard]] QString scaleText(LikelihoodScale scale);

} // namespace redoubt
