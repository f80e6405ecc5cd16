#include "app/publish/patternexport.h"

#include "app/publish/csvline.h"
#include "app/publish/outfile.h"
#include "app/timeline/cells.h"
#include "app/timeline/isotime.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

Result<qint64> writeLines(const QString &file, const QByteArray &lines)
{
    OutFile out(file);
    if (auto opened = out.open(); !opened)
        return failure(opened);
    if (auto written = out.write(lines); !written)
        return failure(written);
    return out.commit();
}

QString number(const std::optional<qint64> &value)
{
    return value ? QString::number(*value) : QString();
}

} // namespace

Result<qint64> writeLags(const Reader &reader, const QString &file, LinkKind kind, const QList<LagPoint> &lags)
{
    QByteArray lines = csvLine({u"kind"_s, u"cause"_s, u"cause_title"_s, u"cause_date"_s, u"effect"_s, u"effect_title"_s,
        u"effect_date"_s, u"least_seconds"_s, u"most_seconds"_s});
    for (const LagPoint &point : lags) {
        QStringList cells{QString(linkKindNames.name(kind))};
        for (const Id<Event> id : {point.cause, point.effect}) {
            const auto found = event(reader, id);
            if (!found)
                return failure(found);
            const Event named = found->value_or(Event());
            cells += {named.key, textCell(named.title), named.date};
        }
        lines += csvLine(cells + QStringList{number(point.lag.least), number(point.lag.most)});
    }
    return writeLines(file, lines);
}

Result<qint64> writeCounts(const QString &file, const PeriodCounts &counts)
{
    QByteArray lines = csvLine({u"from"_s, u"to"_s, u"lane"_s, u"certain"_s, u"possible"_s});
    for (int period = 0; period < counts.size(); ++period) {
        const auto [first, last] = counts.span(period);
        for (qsizetype lane = 0; lane < counts.lanes.size(); ++lane) {
            const auto &count = counts.counts[size_t(lane)][size_t(period)];
            lines += csvLine({isoTimeText(first).section(u'T', 0, 0), isoTimeText(last).section(u'T', 0, 0),
                textCell(counts.lanes[lane].title), QString::number(count.certain), QString::number(count.possible)});
        }
    }
    return writeLines(file, lines);
}

} // namespace redoubt
