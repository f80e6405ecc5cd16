#pragma once

#include "app/base/job.h"
#include "app/timeline/event.h"

namespace redoubt {

/// Which events are exported; without a function all of them.
using EventChoice = std::function<bool(const Event &)>;

/// An event with the names of what it refers to.
struct ExportedEvent
{
    Event event;
    QString lane;        ///< its title
    QStringList tags;
    QStringList sources; ///< keys, in the order in which they were added
};

/// The chosen events in the order of time, one after the other: the memory taken grows by a few dozen bytes an event
/// only. Ends with the first failure of visit(); with Error::Kind::Cancelled when the job was stopped.
Result<> eachExportedEvent(const Reader &reader, const EventChoice &choose,
    const std::function<Result<>(const ExportedEvent &)> &visit, JobState *job = nullptr);

/// What a writer of events returns.
struct WrittenEvents
{
    qint64 events = 0;
    qint64 leftOut = 0; ///< for which the format has no place
    qint64 bytes = 0;
};

/// RFC 4180 in UTF-8 with a header line: key, title, date, earliest, latest, lane, place, latitude, longitude, certainty,
/// actors, tags, summary, casualties_low, casualties_best, casualties_high, sources. `date` is EDTF; earliest and latest are
/// what it says, in UTC, empty where it has no limit. Texts and lists as timeline/cells.h writes them.
[[nodiscard]] Result<WrittenEvents> writeCsv(
    const Reader &reader, const QString &file, const EventChoice &choose = {}, JobState *job = nullptr);

/// The JSON that TimelineJS 3 opens. Texts are escaped for HTML; dates are shown in our words, and kept as EDTF in the
/// field `edtf`, with the other fields as they are in `redoubt`. Events without any bound are left out: TimelineJS cannot
/// place them.
[[nodiscard]] Result<WrittenEvents> writeTimelineJs(
    const Reader &reader, const QString &file, const EventChoice &choose = {}, JobState *job = nullptr);

/// The figure of a PDF's chronology on a sheet of its own: SVG, or PNG with 300 dots an inch (fewer where it would be too
/// tall for the format). Events without any bound are left out.
enum class FigureFormat { Svg, Png };
[[nodiscard]] Result<WrittenEvents> writeFigure(const Reader &reader, const QString &file, FigureFormat format,
    const EventChoice &choose = {}, JobState *job = nullptr);

enum class EventFormat { Csv, TimelineJs, Svg, Png };
[[nodiscard]] Result<WrittenEvents> writeEvents(const Reader &reader, const QString &file, EventFormat format,
    const EventChoice &choose = {}, JobState *job = nullptr);

} // namespace redoubt
