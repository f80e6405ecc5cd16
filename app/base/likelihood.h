#pragma once

#include "app/base/names.h"

#include <QLocale>

#include <span>

namespace redoubt {

enum class LikelihoodScale { Icd203, Phia };

inline constexpr Names<LikelihoodScale, 2> scaleNames{
    {{{LikelihoodScale::Icd203, "icd203"_L1}, {LikelihoodScale::Phia, "phia"_L1}}}};

/// The name of a scale as it is shown: "ICD 203", "PHIA yardstick".
[[nodiscard]] QString scaleText(LikelihoodScale scale);

/// A range of probabilities and the words that a scale has for it. The numbers are those of `product.md`: ICD 203 leaves 0 and
/// 100 % without words, PHIA leaves gaps between its bands.
struct LikelihoodBand
{
    int low = 0;  ///< per cent, belongs to the band
    int high = 0; ///< per cent, belongs to the band when the next one does not begin there
    bool belowHigh = false; ///< written with "<": up to `high`, but not `high` itself
    /// In English, as the scale has them; the second may be null. ICD 203 asks a text to stay within one of the two rows.
    std::array<const char *, 2> phrases{};
};

/// From the least likely to the most.
[[nodiscard]] std::span<const LikelihoodBand> likelihoodBands(LikelihoodScale scale);

/// The band of a probability from 0 to 1; one on the border of two belongs to the higher. Null where the scale has no words.
[[nodiscard]] const LikelihoodBand *likelihoodBand(LikelihoodScale scale, double probability);

/// The band of an English phrase in whatever letter case; null when it is none of the scale's.
[[nodiscard]] const LikelihoodBand *likelihoodBand(LikelihoodScale scale, QStringView phrase);

/// The first phrase of the band in the user's language: "likely".
[[nodiscard]] QString likelihoodText(const LikelihoodBand &band);

/// The numbers of the band: "55–80 %".
[[nodiscard]] QString bandText(const LikelihoodBand &band, const QLocale &locale = QLocale());

/// A probability from 0 to 1 in whole per cent: "62 %". It says "<1 %" and ">99 %" rather than round to a certainty.
[[nodiscard]] QString percentText(double probability, const QLocale &locale = QLocale());

} // namespace redoubt
