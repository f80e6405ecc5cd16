#include "app/sources/capture/pdftext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfDocument>
#include <QPdfSelection>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 32 * 1024 * 1024;
/// What the library puts in the place of a hyphen that divides a word at the end of a line, and of that end.
constexpr QChar divided{0xFFFE};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::PdfText)
};

std::unexpected<Error> invalid(const QString &why, const QString &remedy)
{
    return failure(Words::tr("The PDF was not read."), why, remedy, Error::Kind::Invalid);
}

std::unexpected<Error> notLoaded(QPdfDocument::Error error)
{
    switch (error) {
    case QPdfDocument::Error::IncorrectPassword:
        return invalid(Words::tr("It is protected by a password."), Words::tr("Save a copy of it without a password, and capture that."));
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return invalid(Words::tr("It is protected in a way that is not known here."), Words::tr("Print it into a new PDF, and capture that."));
    default:
        return invalid(Words::tr("It is damaged."), Words::tr("Get the document again from where it came from."));
    }
}

} // namespace

Result<PdfText> readPdf(const QByteArray &bytes, JobState *state)
{
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return notLoaded(QPdfDocument::Error::Unknown);
    QPdfDocument document;
    document.load(&buffer);
    if (document.error() != QPdfDocument::Error::None)
        return notLoaded(document.error());
    PdfText pdf;
    pdf.pages = document.pageCount();
    if (document.status() != QPdfDocument::Status::Ready || pdf.pages <= 0)
        return notLoaded(QPdfDocument::Error::InvalidFileFormat);
    for (int page = 0; page < pdf.pages; ++page) {
        if (state && state->isStopped())
            return failure(Words::tr("The PDF was not read."), Words::tr("It was stopped."), {}, Error::Kind::Cancelled);
        if (page > 0)
            pdf.text += u'\f';
        pdf.text += document.getAllText(page).text().replace(u'\f', u' ').remove(divided);
        if (pdf.text.size() > longestText)
            return invalid(Words::tr("It holds more than 32 MiB of text."), Words::tr("Take the pages that matter into a PDF of their own."));
        if (state)
            state->setProgress(double(page + 1) / pdf.pages);
    }
    pdf.title = document.metaData(QPdfDocument::MetaDataField::Title).toString().simplified();
    pdf.author = document.metaData(QPdfDocument::MetaDataField::Author).toString().simplified();
    return pdf;
}

} // namespace redoubt
