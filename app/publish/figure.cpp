#include "app/project/projectinfo.h"
#include "app/publish/composer.h"
#include "app/publish/drawing.h"
#include "app/publish/eventexport.h"
#include "app/publish/outfile.h"

#include <QCoreApplication>
#include <QImage>
#include <QImageWriter>

#include <cairo-svg.h>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Figure)
};

// In points. As wide as A4 across, less its margins.
constexpr double sheetWidth = 770;
constexpr double sheetMargin = 12;
constexpr double dotsPerInch = 300;
constexpr double fewestDotsPerInch = 96;
constexpr double pointsPerInch = 72;
/// Cairo draws no taller image.
constexpr double mostDots = 32'000;

/// The figure and its caption, one below the other.
struct Sheet
{
    std::vector<Strip> strips;
    double height = 0;
};

Sheet sheetOf(const Publication &publication)
{
    // The composer keeps the margins of a page on both sides.
    Composer composer(publication, {sheetWidth - 2 * sheetMargin + 2 * style::sideMargin, 0});
    Sheet sheet{composer.composeFigure(), 2 * sheetMargin};
    for (const Strip &strip : sheet.strips)
        sheet.height += (&strip == &sheet.strips.front() ? 0 : strip.before) + strip.height;
    return sheet;
}

void draw(cairo_t *cairo, const Sheet &sheet)
{
    paintWhite(cairo);
    cairo_translate(cairo, sheetMargin - style::sideMargin, sheetMargin);
    for (const Strip &strip : sheet.strips) {
        if (&strip != &sheet.strips.front())
            cairo_translate(cairo, 0, strip.before);
        for (const Piece &piece : strip.pieces)
            redoubt::draw(cairo, piece);
        cairo_translate(cairo, 0, strip.height);
    }
}

std::unexpected<Error> notDrawn(cairo_status_t status)
{
    return failure(Tr::tr("The figure could not be drawn."), QString::fromUtf8(cairo_status_to_string(status)));
}

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int size)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), qsizetype(size));
    return CAIRO_STATUS_SUCCESS;
}

Result<> writeSvg(OutFile &out, const Sheet &sheet, const QString &title)
{
    QByteArray bytes;
    const Surface surface(cairo_svg_surface_create_for_stream(append, &bytes, sheetWidth, sheet.height));
    cairo_svg_surface_restrict_to_version(surface.get(), CAIRO_SVG_VERSION_1_2);
    {
        const Cairo cairo(cairo_create(surface.get()));
        draw(cairo.get(), sheet);
        if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS)
            return notDrawn(status);
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return notDrawn(status);
    // What a reader who does not see the figure is told of it.
    const qsizetype within = bytes.indexOf('>', bytes.indexOf("<svg")) + 1;
    bytes.insert(within, "\n<title>" + title.toHtmlEscaped().toUtf8() + "</title>");
    return out.write(bytes);
}

Result<> writePng(OutFile &out, const Sheet &sheet, const QString &title)
{
    const double dots = std::min(dotsPerInch, mostDots * pointsPerInch / sheet.height);
    if (dots < fewestDotsPerInch) {
        return failure(Tr::tr("The figure could not be drawn."), Tr::tr("It would be too tall for a picture."),
            Tr::tr("Choose some lanes or a shorter time, or export it as SVG."), Error::Kind::Invalid);
    }
    const double scale = dots / pointsPerInch;
    QImage image = drawnImage({sheetWidth, sheet.height}, scale, [&](cairo_t *cairo) { draw(cairo, sheet); });
    if (image.isNull())
        return notDrawn(CAIRO_STATUS_NO_MEMORY);
    constexpr double inchesPerMetre = 1 / 0.0254;
    image.setDotsPerMeterX(qRound(dots * inchesPerMetre));
    image.setDotsPerMeterY(qRound(dots * inchesPerMetre));
    QImageWriter writer(&out.device(), "png");
    writer.setText(u"Title"_s, title);
    if (!writer.write(image))
        return std::unexpected(out.failed());
    return {};
}

/// What the figure shows of the events: their titles, lanes and bounds.
Result<WrittenEvents> gather(const Reader &reader, const EventChoice &choose, JobState *job, Publication &publication)
{
    const auto rows = lanes(reader);
    if (!rows)
        return failure(rows);
    for (const Lane &lane : *rows)
        publication.lanes.append(lane.title);
    WrittenEvents found;
    const auto all = eachExportedEvent(
        reader, choose,
        [&](const ExportedEvent &exported) -> Result<> {
            const Bounds &bounds = exported.event.bounds;
            const bool isPlaced = bounds.startEarliest || bounds.startLatest || bounds.endEarliest || bounds.endLatest;
            ++(isPlaced ? found.events : found.leftOut);
            if (!isPlaced)
                return {};
            PublishedEvent event;
            event.title = exported.event.title;
            event.lane = exported.lane;
            event.earliestStart = bounds.startEarliest;
            event.latestStart = bounds.startLatest;
            event.earliestEnd = bounds.endEarliest;
            event.latestEnd = bounds.endLatest;
            publication.events.append(event);
            return {};
        },
        job);
    if (!all)
        return failure(all);
    return found;
}

} // namespace

Result<WrittenEvents> writeFigure(
    const Reader &reader, const QString &file, FigureFormat format, const EventChoice &choose, JobState *job)
{
    const auto info = projectInfo(reader);
    if (!info)
        return failure(info);
    Publication publication;
    publication.language = info->language;
    auto written = gather(reader, choose, job, publication);
    if (!written)
        return written;
    if (written->events == 0) {
        return failure(Tr::tr("Nothing was exported."), Tr::tr("No event has a place in time to draw."),
            Tr::tr("Choose other lanes or another time."), Error::Kind::Invalid);
    }
    const Sheet sheet = sheetOf(publication);
    const QString title = u"%1 — %2"_s.arg(info->title, Tr::tr("%n event(s)", nullptr, int(written->events)));
    OutFile out(file);
    if (auto opened = out.open(); !opened)
        return failure(opened);
    auto drawn = format == FigureFormat::Svg ? writeSvg(out, sheet, title) : writePng(out, sheet, title);
    if (!drawn)
        return failure(drawn);
    const auto size = out.commit();
    if (!size)
        return failure(size);
    written->bytes = *size;
    return written;
}

} // namespace redoubt
