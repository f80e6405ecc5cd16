#include "app/publish/csvline.h"
#include "app/publish/eventexport.h"
#include "app/publish/outfile.h"
#include "app/timeline/cells.h"
#include "app/timeline/edtf.h"
#include "app/timeline/isotime.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr QByteArrayView header = "key,title,date,earliest,latest,lane,place,latitude,longitude,certainty,actors,tags,summary,"
                                  "casualties_low,casualties_best,casualties_high,sources\r\n";

QString number(const std::optional<int> &value)
{
    return value ? QString::number(*value) : QString();
}

/// The fewest digits that read back as the same number.
QString degrees(double value)
{
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

QByteArray line(const ExportedEvent &exported)
{
    const Event &event = exported.event;
    const auto &at = event.coordinates;
    // Dates and numbers cannot be formulas, and other programs shall read them as they are.
    const QString date = readEdtf(event.date) ? event.date : textCell(event.date);
    return csvLine({event.key, textCell(event.title), date, isoTimeText(event.bounds.startEarliest),
        isoTimeText(event.bounds.endLatest), textCell(exported.lane), textCell(event.place),
        at ? degrees(at->latitude) : QString(), at ? degrees(at->longitude) : QString(),
        QString(certaintyNames.name(event.certainty)), listCell(event.actors), listCell(exported.tags),
        textCell(event.summary), number(event.casualtiesLow), number(event.casualtiesBest), number(event.casualtiesHigh),
        listCell(exported.sources)});
}

} // namespace

Result<WrittenEvents> writeCsv(const Reader &reader, const QString &file, const EventChoice &choose, JobState *job)
{
    OutFile out(file);
    if (auto opened = out.open(); !opened)
        return failure(opened);
    if (auto begun = out.write(header.toByteArray()); !begun)
        return failure(begun);
    WrittenEvents written;
    const auto all = eachExportedEvent(
        reader, choose,
        [&](const ExportedEvent &exported) {
            ++written.events;
            return out.write(line(exported));
        },
        job);
    if (!all)
        return failure(all);
    const auto size = out.commit();
    if (!size)
        return failure(size);
    written.bytes = *size;
    return written;
}

} // namespace redoubt
