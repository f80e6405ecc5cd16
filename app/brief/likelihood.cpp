#include "app/brief/likelihood.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace redoubt {

namespace {

template<size_t N>
using Phrases = std::array<QLatin1StringView, N>;

constexpr Phrases<2> almostNoChance{"almost no chance"_L1, "remote"_L1};
constexpr Phrases<2> veryUnlikely{"very unlikely"_L1, "highly improbable"_L1};
constexpr Phrases<2> unlikely{"unlikely"_L1, "improbable"_L1};
constexpr Phrases<2> even{"roughly even chance"_L1, "roughly even odds"_L1};
constexpr Phrases<2> likely{"likely"_L1, "probable"_L1};
constexpr Phrases<2> veryLikely{"very likely"_L1, "highly probable"_L1};
constexpr Phrases<2> almostCertain{"almost certain"_L1, "nearly certain"_L1};

constexpr Phrases<1> remoteChance{"remote chance"_L1};
constexpr Phrases<1> highlyUnlikely{"highly unlikely"_L1};
constexpr Phrases<1> unlikelyOnly{"unlikely"_L1};
constexpr Phrases<1> realistic{"realistic possibility"_L1};
constexpr Phrases<1> highlyLikely{"highly likely"_L1};
constexpr Phrases<1> almostCertainOnly{"almost certain"_L1};

constexpr std::array icd203{
    LikelihoodBand{almostNoChance, 0.01, 0.05}, LikelihoodBand{veryUnlikely, 0.05, 0.20},
    LikelihoodBand{unlikely, 0.20, 0.45}, LikelihoodBand{even, 0.45, 0.55}, LikelihoodBand{likely, 0.55, 0.80},
    LikelihoodBand{veryLikely, 0.80, 0.95}, LikelihoodBand{almostCertain, 0.95, 0.99}};

constexpr std::array phia{
    LikelihoodBand{remoteChance, 0.00, 0.05}, LikelihoodBand{highlyUnlikely, 0.10, 0.20},
    LikelihoodBand{unlikelyOnly, 0.25, 0.35}, LikelihoodBand{realistic, 0.40, 0.50, true},
    LikelihoodBand{likely, 0.55, 0.75}, LikelihoodBand{highlyLikely, 0.80, 0.90},
    LikelihoodBand{almostCertainOnly, 0.95, 1.00, true}};

} // namespace

bool LikelihoodBand::contains(double probability) const
{
    return probability >= low && (highExcluded ? probability < high : probability <= high);
}

QString LikelihoodBand::rangeText() const
{
    const QLocale locale;
    const QString from = locale.toString(std::lround(low * 100));
    const QString to = locale.toString(std::lround(high * 100));
    return highExcluded ? QCoreApplication::translate("redoubt::LikelihoodBand", "%1–<%2 %").arg(from, to)
                        : QCoreApplication::translate("redoubt::LikelihoodBand", "%1–%2 %").arg(from, to);
}

std::span<const LikelihoodBand> likelihoodBands(LikelihoodScale scale)
{
    return scale == LikelihoodScale::Icd203 ? std::span<const LikelihoodBand>(icd203) : std::span<const LikelihoodBand>(phia);
}

const LikelihoodBand *likelihoodBand(LikelihoodScale scale, QStringView phrase)
{
    for (const LikelihoodBand &band : likelihoodBands(scale)) {
        for (QLatin1StringView known : band.phrases) {
            if (phrase.compare(known, Qt::CaseInsensitive) == 0)
                return &band;
        }
    }
    return nullptr;
}

const LikelihoodBand *likelihoodBand(LikelihoodScale scale, double probability)
{
    const LikelihoodBand *nearest = nullptr;
    for (const LikelihoodBand &band : likelihoodBands(scale)) {
        if (!band.contains(probability))
            continue;
        const auto fromMiddle = [](const LikelihoodBand &b) { return std::abs((b.low + b.high) / 2 - 0.5); };
        if (!nearest || fromMiddle(band) < fromMiddle(*nearest))
            nearest = &band;
    }
    return nearest;
}

QString scaleText(LikelihoodScale scale)
{
    return scale == LikelihoodScale::Icd203 ? QCoreApplication::translate("redoubt::LikelihoodScale", "ICD 203")
                                            : QCoreApplication::translate("redoubt::LikelihoodScale", "PHIA yardstick");
}

} // namespace redoubt
