#include "app/publish/pdf.h"

#include "app/publish/drawing.h"
#include "app/publish/outfile.h"
#include "app/publish/pdffinish.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <cairo-pdf.h>

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

/// All decoration of a page is one artifact, below its content: cairo leaves the mark of an artifact out that has no text,
/// and every page has its number.
void draw(cairo_t *cairo, const Pages &pages, const SetPage &page)
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

    OutFile target(file);
    if (auto opened = target.open(); !opened)
        return failure(opened);
    if (auto written = target.write(*bytes); !written)
        return failure(written);
    const auto size = target.commit();
    if (!size)
        return failure(size);
    if (job)
        job->setProgress(1);
    return WrittenPdf{int(pages->pages.size()), *size};
}

} // namespace redoubt
