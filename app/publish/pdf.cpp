#include "app/publish/pdf.h"

#include "app/publish/pdffinish.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimeZone>

#include <cairo-pdf.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Pdf)
};

std::unexpected<Error> cancelled()
{
    return failure(Tr::tr("The PDF was not written."), Tr::tr("You stopped it."), {}, Error::Kind::Cancelled);
}

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int size)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), qsizetype(size));
    return CAIRO_STATUS_SUCCESS;
}

void draw(cairo_t *cairo, const GlyphRun &run)
{
    std::vector<cairo_glyph_t> glyphs;
    glyphs.reserve(run.glyphs.size());
    for (const GlyphRun::Glyph &glyph : run.glyphs)
        glyphs.push_back({glyph.index, double(glyph.x), double(glyph.y)});
    std::vector<cairo_text_cluster_t> clusters;
    clusters.reserve(run.clusters.size());
    for (const GlyphRun::Cluster &cluster : run.clusters)
        clusters.push_back({cluster.bytes, cluster.glyphs});
    cairo_set_source_rgb(cairo, run.colour.red, run.colour.green, run.colour.blue);
    cairo_set_scaled_font(cairo, run.font.get());
    cairo_show_text_glyphs(cairo, run.text.constData(), int(run.text.size()), glyphs.data(), int(glyphs.size()), clusters.data(),
        int(clusters.size()), run.backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0));
}

void draw(cairo_t *cairo, const Shape &shape)
{
    const Colour &colour = shape.colour;
    if (shape.opacity != shape.endOpacity) {
        cairo_pattern_t *fade = cairo_pattern_create_linear(shape.x, 0, shape.x + shape.width, 0);
        cairo_pattern_add_color_stop_rgba(fade, 0, colour.red, colour.green, colour.blue, shape.opacity);
        cairo_pattern_add_color_stop_rgba(fade, 1, colour.red, colour.green, colour.blue, shape.endOpacity);
        cairo_set_source(cairo, fade);
        cairo_pattern_destroy(fade);
    } else {
        cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, shape.opacity);
    }
    const double round = std::min({shape.round, shape.width / 2, shape.height / 2});
    if (round > 0) {
        constexpr double quarter = 1.5707963267948966;
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, shape.x + shape.width - round, shape.y + round, round, -quarter, 0);
        cairo_arc(cairo, shape.x + shape.width - round, shape.y + shape.height - round, round, 0, quarter);
        cairo_arc(cairo, shape.x + round, shape.y + shape.height - round, round, quarter, 2 * quarter);
        cairo_arc(cairo, shape.x + round, shape.y + round, round, 2 * quarter, 3 * quarter);
        cairo_close_path(cairo);
    } else {
        cairo_rectangle(cairo, shape.x, shape.y, shape.width, shape.height);
    }
    cairo_fill(cairo);
}

void draw(cairo_t *cairo, const Piece &piece)
{
    for (const Mark &mark : piece.marks)
        std::visit([cairo](const auto &what) { draw(cairo, what); }, mark);
}

/// All decoration of a page is one artifact, below its content: cairo leaves the mark of an artifact out that has no text,
/// and every page has its number.
void draw(cairo_t *cairo, const Pages &pages, const Page &page)
{
    cairo_tag_begin(cairo, "Artifact", nullptr);
    for (const Piece &piece : page.pieces) {
        if (piece.element < 0)
            draw(cairo, piece);
    }
    cairo_tag_end(cairo, "Artifact");
    const Piece *before = nullptr;
    for (const Piece &piece : page.pieces) {
        if (!isContent(piece))
            continue;
        if (!before || !continuesContent(pages, *before, piece)) {
            if (before)
                cairo_tag_end(cairo, "Span");
            cairo_tag_begin(cairo, "Span", nullptr);
        }
        draw(cairo, piece);
        before = &piece;
    }
    if (before)
        cairo_tag_end(cairo, "Span");
}

void describe(cairo_surface_t *surface, const Publication &publication)
{
    const auto set = [surface](cairo_pdf_metadata_t field, const QString &value) {
        if (!value.isEmpty())
            cairo_pdf_surface_set_metadata(surface, field, value.toUtf8().constData());
    };
    set(CAIRO_PDF_METADATA_TITLE, publication.title);
    set(CAIRO_PDF_METADATA_AUTHOR, publication.byline);
    set(CAIRO_PDF_METADATA_SUBJECT, publication.project);
    set(CAIRO_PDF_METADATA_KEYWORDS, publication.keywords.join(u", "_s));
    set(CAIRO_PDF_METADATA_CREATOR, u"Redoubt " REDOUBT_VERSION ""_s);
    // A brief without a date still gives the same bytes each time.
    const QDateTime created = publication.created.isValid() ? publication.created.toUTC()
                                                            : QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC);
    set(CAIRO_PDF_METADATA_CREATE_DATE, created.toString(Qt::ISODate));
    set(CAIRO_PDF_METADATA_MOD_DATE, created.toString(Qt::ISODate));
}

void addBookmarks(cairo_surface_t *surface, const std::vector<Bookmark> &bookmarks)
{
    std::vector<std::pair<int, int>> open; // level and id
    for (const Bookmark &bookmark : bookmarks) {
        while (!open.empty() && open.back().first >= bookmark.level)
            open.pop_back();
        const int parent = open.empty() ? CAIRO_PDF_OUTLINE_ROOT : open.back().second;
        const QByteArray place = "page=" + QByteArray::number(bookmark.page + 1) + " pos=[0 " + QByteArray::number(bookmark.y) + ']';
        const int id = cairo_pdf_surface_add_outline(
            surface, parent, bookmark.title.toUtf8().constData(), place.constData(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
        open.emplace_back(bookmark.level, id);
    }
}

} // namespace

Result<QByteArray> pdfBytes(const Pages &pages, const Publication &publication, JobState *job)
{
    QByteArray drawn;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, &drawn, pages.size.width(), pages.size.height());
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_7);
    describe(surface, publication);
    cairo_t *cairo = cairo_create(surface);
    bool stopped = false;
    for (size_t i = 0; i < pages.pages.size() && !stopped; ++i) {
        draw(cairo, pages, pages.pages[i]);
        cairo_show_page(cairo);
        if (job) {
            job->setProgress(0.6 + 0.3 * double(i + 1) / double(pages.pages.size()));
            stopped = job->isStopped();
        }
    }
    addBookmarks(surface, pages.bookmarks);
    const cairo_status_t drawing = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const cairo_status_t status = drawing != CAIRO_STATUS_SUCCESS ? drawing : cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (stopped)
        return cancelled();
    if (status != CAIRO_STATUS_SUCCESS)
        return failure(Tr::tr("The PDF could not be drawn."), QString::fromUtf8(cairo_status_to_string(status)));
    return finishPdf(drawn, pages, publication);
}

Result<WrittenPdf> writePdf(const Publication &publication, Paper paper, const QString &file, JobState *job)
{
    const Result<Pages> pages = setInPages(publication, paper, job);
    if (!pages)
        return failure(pages);
    const Result<QByteArray> bytes = pdfBytes(*pages, publication, job);
    if (!bytes)
        return failure(bytes);
    if (job && job->isStopped())
        return cancelled();

    QSaveFile target(file);
    const auto failed = [&target, &file](const QString &why) {
        const bool full = target.error() == QFileDevice::ResourceError || target.error() == QFileDevice::WriteError;
        return failure(Tr::tr("The PDF could not be written to “%1”.").arg(file), why,
            full ? Tr::tr("Make room on that disk, or choose another place.")
                 : Tr::tr("Choose a folder that you may write to, and a file name that is not a folder's."),
            full ? Error::Kind::DiskFull : Error::Kind::NotAllowed);
    };
    // A device would be replaced by a file.
    if (const QFileInfo there(file); there.exists() && !there.isFile() && !there.isDir())
        return failed(Tr::tr("It is not a file."));
    if (!target.open(QIODevice::WriteOnly))
        return failed(target.errorString());
    const bool written = target.write(*bytes) == bytes->size() && target.flush();
    const QString why = target.errorString();
    if (!written) {
        target.cancelWriting();
        return failed(why);
    }
    if (!target.commit())
        return failed(target.errorString());
    if (job)
        job->setProgress(1);
    return WrittenPdf{int(pages->pages.size()), bytes->size()};
}

} // namespace redoubt
