#include "app/watchlist/due.h"

#include <QCoreApplication>

#include <tuple>

namespace redoubt {

namespace {

constexpr int daysInWeek = 7;
constexpr int daysInMonth = 30;
constexpr int daysInYear = 365;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Due)

public:
    static QString span(qint64 days)
    {
        const int number = int(std::min<qint64>(days, std::numeric_limits<int>::max()));
        if (number < 3 * daysInWeek)
            return tr("%Ln d", "days, abbreviated", number);
        if (number < 2 * daysInMonth)
            return tr("%Ln wk", "weeks, abbreviated", number / daysInWeek);
        if (number < 2 * daysInYear)
            return tr("%Ln mo", "months, abbreviated", number / daysInMonth);
        return tr("%Ln y", "years, abbreviated", number / daysInYear);
    }

    static QString today() { return tr("today"); }
    static QString overdue(qint64 days) { return tr("%1 overdue", "12 d overdue").arg(span(days)); }
};

} // namespace

QDate lastDay(const Indicator &indicator)
{
    if (!indicator.dueLatest)
        return {};
    constexpr qint64 secondsInDay = 86400;
    constexpr qint64 farthest = secondsInDay * daysInYear * 1'000'000;
    if (*indicator.dueLatest > farthest || *indicator.dueLatest < -farthest)
        return {};
    return QDateTime::fromSecsSinceEpoch(*indicator.dueLatest, QTimeZone::UTC).date();
}

std::optional<qint64> daysLeft(const Indicator &indicator, QDate today)
{
    const QDate last = lastDay(indicator);
    return last.isValid() ? std::optional(today.daysTo(last)) : std::nullopt;
}

bool isOverdue(const Indicator &indicator, QDate today)
{
    return !indicator.isResolved() && daysLeft(indicator, today).value_or(0) < 0;
}

QString daysLeftText(qint64 days)
{
    if (days == 0)
        return Texts::today();
    return days > 0 ? Texts::span(days) : Texts::overdue(-days);
}

bool watchedBefore(const Indicator &a, const Indicator &b)
{
    const auto rank = [](const Indicator &indicator) {
        const qint64 never = std::numeric_limits<qint64>::max();
        const qint64 when = indicator.isResolved() ? -indicator.resolvedAt.toMSecsSinceEpoch()
                                                   : indicator.dueLatest.value_or(never);
        return std::tuple(indicator.isResolved(), when, indicator.position, indicator.id);
    };
    return rank(a) < rank(b);
}

} // namespace redoubt
