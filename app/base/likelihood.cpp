#include "app/base/likelihood.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace redoubt {

namespace {

constexpr std::array<LikelihoodBand, 7> icd203{{
    {1, 5, false,
        {QT_TRANSLATE_NOOP("redoubt::Likelihood", "almost no chance"), QT_TRANSLATE_NOOP("redoubt::Likelihood", "remote")}},
    {5, 20, false,
        {QT_TRANSLATE_NOOP("redoubt::Likelihood", "very unlikely"),
            QT_TRANSLATE_NOOP("redoubt::Likelihood", "highly improbable")}},
    {20, 45, false,
        {QT_TRANSLATE_NOOP("redoubt::Likelihood", "unlikely"), QT_TRANSLATE_NOOP("redoubt::Likelihood", "improbable")}},
    {45, 55, false,
        {QT_TRANSLATE_NOOP("redoubt::Likelihood", "roughly even chance"),
            QT_TRANSLATE_NOOP("redoubt::Likelihood", "roughly even odds")}},
    {55, 80, false,
        {QT_TRANSLATE_NOOP("redoubt::Likelihood", "likely"), QT_TRANSLATE_NOOP("redoubt::Likelihood", "probable")}},
    {80, 95, false,
        {QT_TRANSLATE_NOOP("redoubt::Likelihood", "very likely"),
            QT_TRANSLATE_NOOP("redoubt::Likelihood", "highly probable")}},
    {95, 99, false,
        {QT_TRANSLATE_NOOP("redoubt::Likelihood", "almost certain"),
            QT_TRANSLATE_NOOP("redoubt::Likelihood", "nearly certain")}},
}};

constexpr std::array<LikelihoodBand, 7> phia{{
    {0, 5, false, {QT_TRANSLATE_NOOP("redoubt::Likelihood", "remote chance"), nullptr}},
    {10, 20, false, {QT_TRANSLATE_NOOP("redoubt::Likelihood", "highly unlikely"), nullptr}},
    {25, 35, false, {"unlikely", nullptr}},
    {40, 50, true, {QT_TRANSLATE_NOOP("redoubt::Likelihood", "realistic possibility"), nullptr}},
    {55, 75, false, {"likely", "probable"}},
    {80, 90, false, {QT_TRANSLATE_NOOP("redoubt::Likelihood", "highly likely"), nullptr}},
    {95, 100, true, {"almost certain", nullptr}},
}};

} // namespace

QString scaleText(LikelihoodScale scale)
{
    return scale == LikelihoodScale::Icd203 ? QCoreApplication::translate("redoubt::Likelihood", "ICD 203")
                                            : QCoreApplication::translate("redoubt::Likelihood", "PHIA yardstick");
}

std::span<const LikelihoodBand> likelihoodBands(LikelihoodScale scale)
{
    return scale == LikelihoodScale::Icd203 ? std::span<const LikelihoodBand>(icd203) : phia;
}

const LikelihoodBand *likelihoodBand(LikelihoodScale scale, double probability)
{
    // 0.55 * 100 is not 55 in binary: a hundredth of a per cent is the finest that anyone gives.
    const double percent = std::round(probability * 1e4) / 1e2;
    const LikelihoodBand *found = nullptr;
    for (const LikelihoodBand &band : likelihoodBands(scale)) {
        if (percent >= band.low && (percent < band.high || (percent == band.high && !band.belowHigh)))
            found = &band;
    }
    return found;
}

const LikelihoodBand *likelihoodBand(LikelihoodScale scale, QStringView phrase)
{
    for (const LikelihoodBand &band : likelihoodBands(scale)) {
        for (const char *candidate : band.phrases) {
            if (candidate && phrase.compare(QLatin1StringView(candidate), Qt::CaseInsensitive) == 0)
                return &band;
        }
    }
    return nullptr;
}

QString likelihoodText(const LikelihoodBand &band)
{
    return QCoreApplication::translate("redoubt::Likelihood", band.phrases.front());
}

QString bandText(const LikelihoodBand &band, const QLocale &locale)
{
    const QString text = band.belowHigh ? QCoreApplication::translate("redoubt::Likelihood", "%1–<%2\u202f%", "40–<50 %")
                                        : QCoreApplication::translate("redoubt::Likelihood", "%1–%2\u202f%", "55–80 %");
    return text.arg(locale.toString(band.low), locale.toString(band.high));
}

QString percentText(double probability, const QLocale &locale)
{
    const auto percent = [&](int number) {
        return QCoreApplication::translate("redoubt::Likelihood", "%1\u202f%", "62 %").arg(locale.toString(number));
    };
    const int rounded = int(std::lround(probability * 100));
    if (rounded <= 0 && probability > 0)
        return u'<' + percent(1);
    if (rounded >= 100 && probability < 1)
        return u'>' + percent(99);
    return percent(rounded);
}

} // namespace redoubt
