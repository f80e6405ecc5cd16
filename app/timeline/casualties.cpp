#include "app/timeline/casualties.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Casualties)
};

} // namespace

Casualties casualties(const Event &event)
{
    return {event.casualtiesLow, event.casualtiesBest, event.casualtiesHigh};
}

void setCasualties(Event &event, const Casualties &casualties)
{
    event.casualtiesLow = casualties.low;
    event.casualtiesBest = casualties.best;
    event.casualtiesHigh = casualties.high;
}

Result<> checkCasualties(const Casualties &casualties)
{
    const auto &[low, best, high] = casualties;
    const auto refused = [](const QString &why) {
        return failure(Words::tr("The casualties were not changed."), why,
            Words::tr("Put them in order, or leave empty what nobody says."), Error::Kind::Invalid);
    };
    if (low && best && *low > *best)
        return refused(Words::tr("The lowest count is above the best."));
    if (best && high && *best > *high)
        return refused(Words::tr("The best count is above the highest."));
    if (low && high && *low > *high)
        return refused(Words::tr("The lowest count is above the highest."));
    return {};
}

Result<std::optional<int>> readCount(const QString &text)
{
    static const QRegularExpression grouped(u"^(?:[0-9]{1,10}|[0-9]{1,3}(?:[ ,.'’\u00a0\u2009\u202f][0-9]{3})+)$"_s);
    QString digits = text.trimmed();
    if (digits.isEmpty())
        return std::optional<int>();
    const bool isNumber = grouped.match(digits).hasMatch();
    digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    bool fits = false;
    const int count = digits.toInt(&fits);
    if (!isNumber || !fits) {
        return failure(Words::tr("The casualties were not changed."),
            Words::tr("“%1” is no count of people.").arg(text.trimmed().left(40)), Words::tr("Write it in digits, as in 12."),
            Error::Kind::Invalid);
    }
    return std::optional(count);
}

} // namespace redoubt
