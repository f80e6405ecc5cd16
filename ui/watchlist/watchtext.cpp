#include "ui/watchlist/watchtext.h"

#include "app/base/likelihood.h"
#include "app/timeline/datetext.h"
#include "app/watchlist/due.h"
#include "app/watchlist/score.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt::watchtext {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::WatchText)
};

QString day(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return dayText(moment.toSecsSinceEpoch() + local.offsetFromUtc());
}

QString due(const Indicator &indicator)
{
    if (indicator.due.isEmpty())
        return Texts::tr("open-ended");
    const auto date = readEdtf(indicator.due);
    return Texts::tr("due %1").arg(date ? dateText(*date) : indicator.due);
}

QString line(const Outcome &outcome)
{
    QString text = outcome.label;
    if (const Forecast *forecast = latestForecast(outcome))
        text = Texts::tr("%1, %2", "Words only, 38 %").arg(text, percentText(forecast->probability));
    return outcome.reading.isEmpty() ? text : Texts::tr("%1 → %2", "outcome → what it means").arg(text, outcome.reading);
}

} // namespace

const Outcome *leading(const Indicator &indicator)
{
    const Outcome *found = nullptr;
    double highest = -1;
    for (const Outcome &outcome : indicator.outcomes) {
        const Forecast *forecast = latestForecast(outcome);
        if (forecast && forecast->probability > highest) {
            found = &outcome;
            highest = forecast->probability;
        }
    }
    return found;
}

const Outcome *occurred(const Indicator &indicator)
{
    const auto found = std::ranges::find(indicator.outcomes, true, &Outcome::occurred);
    return found == indicator.outcomes.end() ? nullptr : &*found;
}

QString result(const Indicator &indicator)
{
    const Outcome *outcome = occurred(indicator);
    return outcome ? outcome->label : Texts::tr("None of the outcomes");
}

QString when(const Indicator &indicator, QDate today)
{
    if (indicator.isResolved())
        return day(indicator.resolvedAt);
    const auto days = daysLeft(indicator, today);
    return days ? daysLeftText(*days) : Texts::tr("open-ended");
}

QString likelihood(double probability)
{
    const LikelihoodBand *band = likelihoodBand(LikelihoodScale::Icd203, probability);
    return band ? Texts::tr("%1 %2", "likely 55–80 %").arg(likelihoodText(*band), bandText(*band)) : QString();
}

QString toolTip(const Indicator &indicator)
{
    QStringList lines{indicator.title};
    if (!indicator.question.isEmpty())
        lines.append(indicator.question);
    if (indicator.isResolved())
        lines.append(Texts::tr("Resolved on %1: %2").arg(day(indicator.resolvedAt), result(indicator)));
    else
        lines.append(due(indicator));
    for (const Outcome &outcome : indicator.outcomes)
        lines.append(line(outcome));
    return lines.join(u'\n');
}

QString spoken(const Indicator &indicator, QDate today)
{
    QStringList parts{indicator.title};
    if (indicator.isResolved()) {
        parts.append(Texts::tr("resolved on %1: %2").arg(day(indicator.resolvedAt), result(indicator)));
        return parts.join(u". "_s);
    }
    parts.append(indicator.due.isEmpty() ? due(indicator)
                                         : Texts::tr("%1, %2", "due 31 July, 8 wk").arg(due(indicator), when(indicator, today)));
    if (const Outcome *first = leading(indicator)) {
        const double probability = latestForecast(*first)->probability;
        parts.append(Texts::tr("%1: %2, %3", "Words only: likely 55–80 %, 62 %")
                         .arg(first->label, likelihood(probability), percentText(probability)));
    }
    for (const Outcome &outcome : indicator.outcomes)
        parts.append(line(outcome));
    return parts.join(u". "_s);
}

} // namespace redoubt::watchtext
