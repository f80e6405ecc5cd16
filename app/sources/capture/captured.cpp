#include "app/sources/capture/captured.h"

#include "app/sources/capture/mhtml.h"
#include "app/sources/capture/pdftext.h"
#include "app/sources/decoding.h"
#include "app/sources/fetch.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

#include <array>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Captured)
};

constexpr qsizetype mebibyte = 1024 * 1024;
constexpr qsizetype longestPage = 32 * mebibyte;
constexpr qsizetype longestPdf = 128 * mebibyte;
constexpr qsizetype longestImage = 64 * mebibyte;
constexpr qint64 mostPixels = 200'000'000;
constexpr qint64 mostDecoded = 60'000'000; ///< pixels; Qt decodes no larger ones either
constexpr qsizetype sniffed = 4096;

std::unexpected<Error> invalid(const QString &why, const QString &remedy)
{
    return failure(Words::tr("The document was not captured."), why, remedy, Error::Kind::Invalid);
}

struct ImageKind
{
    qsizetype at;
    QByteArrayView magic;
    QLatin1StringView mediaType;
};

constexpr std::array imageKinds{ImageKind{0, "\x89PNG\r\n\x1a\n", "image/png"_L1}, ImageKind{0, "\xff\xd8\xff", "image/jpeg"_L1},
    ImageKind{0, "GIF87a", "image/gif"_L1}, ImageKind{0, "GIF89a", "image/gif"_L1}, ImageKind{8, "WEBP", "image/webp"_L1},
    ImageKind{4, "ftypavif", "image/avif"_L1}, ImageKind{4, "ftypheic", "image/heic"_L1}, ImageKind{0, QByteArrayView("II*\0", 4), "image/tiff"_L1},
    ImageKind{0, QByteArrayView("MM\0*", 4), "image/tiff"_L1}};

/// Empty for what is no picture.
QString imageType(const QByteArray &bytes)
{
    for (const ImageKind &kind : imageKinds) {
        if (QByteArrayView(bytes).sliced(std::min(kind.at, bytes.size())).startsWith(kind.magic))
            return kind.mediaType;
    }
    return {};
}

bool isMarkedAsUnicode(const QByteArray &bytes)
{
    return bytes.startsWith("\xef\xbb\xbf") || bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
}

/// Whether it begins with a tag that pages begin with, behind white space, comments and declarations.
bool looksLikePage(const QByteArray &bytes)
{
    static const QRegularExpression start(uR"(\A\s*(<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|title|meta|link|script|style|article|main|div|p|h1|table|span|a|ul|ol|blockquote)\b)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    QByteArray head = bytes.first(std::min(sniffed, bytes.size()));
    head.replace("\xef\xbb\xbf", "").replace('\0', ""); // of UTF-16 the ASCII letters stay
    if (isMarkedAsUnicode(head))
        head = head.sliced(2);
    return start.match(QString::fromLatin1(head)).hasMatch();
}

bool looksLikeText(const QByteArray &bytes)
{
    if (isMarkedAsUnicode(bytes))
        return true;
    const QByteArrayView head = QByteArrayView(bytes).first(std::min(sniffed, bytes.size()));
    return std::ranges::none_of(head, [](char c) {
        return (uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1b') || c == '\x7f';
    });
}

std::unexpected<Error> tooLarge(qsizetype limit)
{
    return invalid(Words::tr("It is larger than %1 MiB.").arg(limit / mebibyte), Words::tr("Keep the part that matters."));
}

qsizetype limitOf(DocumentKind kind)
{
    return kind == DocumentKind::Pdf ? longestPdf : kind == DocumentKind::Image ? longestImage : longestPage;
}

/// A page without a main text (a list of links, a frame for a program) is archived all the same.
void takeText(Captured &read, Result<Page> &&page)
{
    if (page)
        read.page = *std::move(page);
    else
        read.remark = page.error().why;
    read.capture.text = read.page.text;
}

Result<> readPageInto(Captured &read, const DocumentBytes &document)
{
    read.capture.mediaType = document.mediaType == "application/xhtml+xml"_L1 ? document.mediaType : u"text/html"_s;
    takeText(read, readPage(document.bytes, QUrl(document.address), document.charset));
    return {};
}

Result<> readArchiveInto(Captured &read, const DocumentBytes &document)
{
    const auto archive = readWebArchive(document.bytes);
    if (!archive)
        return failure(archive);
    read.capture.mediaType = u"multipart/related"_s;
    takeText(read, readPage(archive->html, archive->address, archive->charset));
    if (read.capture.address.isEmpty() && !webAddress(archive->address.toString()).isEmpty())
        read.capture.address = QString::fromLatin1(archive->address.toEncoded(QUrl::RemoveUserInfo));
    return {};
}

Result<> readPdfInto(Captured &read, const DocumentBytes &document, JobState *state)
{
    auto pdf = readPdf(document.bytes, state);
    if (!pdf)
        return failure(pdf);
    read.page.title = pdf->title;
    read.page.byline = pdf->author;
    read.capture.pageCount = pdf->pages;
    read.capture.mediaType = u"application/pdf"_s;
    read.capture.text = std::move(pdf->text);
    return {};
}

/// A picture is looked at to see that it is whole; kinds that cannot be shown here are kept as they are.
Result<> readImageInto(Captured &read, const DocumentBytes &document)
{
    read.capture.mediaType = imageType(document.bytes);
    QBuffer buffer;
    buffer.setData(document.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QByteArray subtype = read.capture.mediaType.section(u'/', 1).toLatin1();
    if (!QImageReader::supportedMimeTypes().contains("image/" + subtype))
        return {};
    const QString damaged = Words::tr("The picture is damaged.");
    const QString remedy = Words::tr("Get it again from where it came from.");
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return invalid(damaged, remedy);
    const qint64 pixels = qint64(size.width()) * size.height();
    if (pixels > mostPixels)
        return invalid(Words::tr("The picture has %1 × %2 points, which is too many.").arg(size.width()).arg(size.height()), Words::tr("Make it smaller."));
    return pixels <= mostDecoded && reader.read().isNull() ? Result<>(invalid(damaged, remedy)) : Result<>();
}

Result<> readTextInto(Captured &read, const DocumentBytes &document)
{
    const bool isToldToBeText = document.mediaType.startsWith("text/"_L1) || document.mediaType.endsWith("xml"_L1) || document.mediaType.endsWith("json"_L1);
    read.capture.mediaType = isToldToBeText ? document.mediaType : u"text/plain"_s;
    read.capture.text = decodeText(document.bytes, document.charset);
    if (read.capture.text.trimmed().isEmpty())
        return invalid(Words::tr("There is nothing but white space in it."), Words::tr("Look at the file in an editor."));
    return {};
}

} // namespace

DocumentKind documentKind(const QByteArray &bytes, const QString &mediaType)
{
    if (bytes.first(std::min<qsizetype>(1024, bytes.size())).contains("%PDF-"))
        return DocumentKind::Pdf;
    if (!imageType(bytes).isEmpty())
        return DocumentKind::Image;
    if (!looksLikeText(bytes))
        return DocumentKind::Unknown;
    if (looksLikeWebArchive(bytes))
        return DocumentKind::WebArchive;
    if (mediaType == "text/html"_L1 || mediaType == "application/xhtml+xml"_L1 || looksLikePage(bytes))
        return DocumentKind::Page;
    return DocumentKind::Text;
}

Result<Captured> captureOfBytes(const DocumentBytes &document, const QDateTime &at, JobState *state)
{
    if (document.bytes.isEmpty())
        return invalid(Words::tr("It is empty."), Words::tr("Get it again from where it came from."));
    const DocumentKind kind = documentKind(document.bytes, document.mediaType);
    if (document.bytes.size() > limitOf(kind))
        return tooLarge(limitOf(kind));
    Captured read;
    read.capture.capturedAt = at.toUTC();
    read.capture.address = document.address;
    Result<> done;
    switch (kind) {
    case DocumentKind::Page:
        done = readPageInto(read, document);
        break;
    case DocumentKind::WebArchive:
        done = readArchiveInto(read, document);
        break;
    case DocumentKind::Pdf:
        done = readPdfInto(read, document, state);
        break;
    case DocumentKind::Image:
        done = readImageInto(read, document);
        break;
    case DocumentKind::Text:
        done = readTextInto(read, document);
        break;
    case DocumentKind::Unknown:
        return invalid(Words::tr("It is of a kind that is not known here."),
            Words::tr("Capture a web page, a web archive (MHTML), a PDF, plain text or a picture; save other documents as PDF first."));
    }
    if (!done)
        return failure(done);
    if (read.page.title.isEmpty())
        read.page.title = document.name;
    read.capture.id = Id<Capture>::make();
    read.capture.title = read.page.title;
    read.capture.text = cleanText(std::move(read.capture.text));
    read.capture.bytes = document.bytes;
    read.capture.sha256 = sha256Of(document.bytes);
    read.packed = packed(document.bytes, read.capture.text);
    return read;
}

Result<Captured> captureOfFile(const QString &path, const QDateTime &at, JobState *state)
{
    const QString what = Words::tr("“%1” was not captured.").arg(QFileInfo(path).fileName());
    const QFileInfo info(path);
    if (info.isDir())
        return failure(what, Words::tr("It is a folder."), Words::tr("Choose the files in it."), Error::Kind::Invalid);
    QFile file(path);
    if (info.exists() && !info.isFile())
        return failure(what, Words::tr("It is no file but a device or a pipe."), Words::tr("Choose a file."), Error::Kind::Invalid);
    if (!file.open(QIODevice::ReadOnly))
        return failure(what, Words::tr("It cannot be read: %1.").arg(file.errorString()), Words::tr("Check that it is there and that you may read it."));
    const QByteArray bytes = file.read(longestPdf + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(what, Words::tr("It cannot be read: %1.").arg(file.errorString()), Words::tr("Check that it is there and that you may read it."));
    auto document = bytes.size() > longestPdf ? Result<Captured>(tooLarge(longestPdf)) : captureOfBytes({bytes, {}, {}, {}, info.completeBaseName()}, at, state);
    if (!document)
        return failure(what, document.error().why, document.error().remedy, document.error().kind);
    return document;
}

Result<Captured> captureOfHtml(const QString &html, const QString &address, const QDateTime &at)
{
    if (html.trimmed().isEmpty())
        return invalid(Words::tr("It is empty."), Words::tr("Copy the text of the page first."));
    if (html.size() > longestPage)
        return tooLarge(longestPage);
    const auto url = fetchableAddress(address);
    return captureOfBytes({cleanText(html).toUtf8(), url ? QString::fromLatin1(url->toEncoded()) : QString(), u"text/html"_s, u"utf-8"_s, {}}, at);
}

Result<Captured> captureOfAnswer(const Fetched &fetched, const QDateTime &at, JobState *state)
{
    auto document = captureOfBytes({fetched.bytes, fetched.finalAddress, fetched.mediaType, fetched.charset, {}}, at, state);
    if (!document)
        return document;
    Capture &capture = document->capture;
    capture.address = fetched.finalAddress;
    capture.hops = fetched.hops;
    capture.status = fetched.status;
    capture.headers = fetched.headers;
    capture.etag = fetched.etag;
    capture.lastModified = fetched.lastModified;
    return document;
}

Source sourceOf(const Captured &document, const QString &address)
{
    const Page &page = document.page;
    const QString at = webAddress(address).isEmpty() ? document.capture.address : address;
    const QUrl url(at);
    Source source;
    source.type = document.capture.mediaType == "application/pdf"_L1 ? SourceType::Report
                  : page.byline.isEmpty() && page.published.isEmpty() ? SourceType::Page
                                                                      : SourceType::Article;
    source.title = !page.title.simplified().isEmpty() ? page.title.simplified() : QString(url.host() + url.path()).simplified();
    if (source.title.isEmpty())
        source.title = document.capture.text.simplified().left(80);
    if (source.title.isEmpty())
        source.title = Words::tr("Document without a title");
    source.author = page.byline;
    source.publisher = page.site;
    source.published = page.published;
    source.language = page.language;
    source.address = at;
    return source;
}

Result<> addCaptured(Writer &writer, Source &source, Captured &document)
{
    if (!source.id.isValid()) {
        if (auto added = addSource(writer, source); !added)
            return added;
    }
    document.capture.source = source.id;
    return addCapture(writer, document.capture, document.packed);
}

} // namespace redoubt
