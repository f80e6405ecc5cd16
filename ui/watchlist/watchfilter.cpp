#include "ui/watchlist/watchfilter.h"

#include "app/watchlist/due.h"

#include <algorithm>

namespace redoubt {

namespace {

constexpr int week = 7;
constexpr int month = 30;

bool passesDue(WatchFilter::Due due, const Indicator &indicator, QDate today)
{
    if (due == WatchFilter::Due::Any)
        return true;
    if (indicator.isResolved())
        return false;
    const auto days = daysLeft(indicator, today);
    switch (due) {
    case WatchFilter::Due::Any:
        break;
    case WatchFilter::Due::Overdue:
        return days && *days < 0;
    case WatchFilter::Due::Week:
        return days && *days >= 0 && *days <= week;
    case WatchFilter::Due::Month:
        return days && *days >= 0 && *days <= month;
    case WatchFilter::Due::OpenEnded:
        return !days;
    }
    return true;
}

bool holds(const Indicator &indicator, QStringView word)
{
    const auto isIn = [word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return isIn(indicator.title) || isIn(indicator.question) || isIn(indicator.threshold) || isIn(indicator.note)
        || std::ranges::any_of(indicator.outcomes,
            [&](const Outcome &outcome) { return isIn(outcome.label) || isIn(outcome.reading); });
}

} // namespace

bool WatchFilter::passes(const Indicator &indicator, QDate today) const
{
    if (status != Status::Any && indicator.isResolved() != (status == Status::Resolved))
        return false;
    if (!passesDue(due, indicator, today))
        return false;
    const auto words = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](QStringView word) { return holds(indicator, word); });
}

} // namespace redoubt
