#pragma once

#include "app/base/job.h"
#include "app/sources/capture.h"
#include "app/sources/page.h"

namespace redoubt {

struct Fetched;

/// What a document is, by what stands in it.
enum class DocumentKind { Page, WebArchive, Pdf, Image, Text, Unknown };

/// A document with its text taken out and its bytes packed, ready to be kept. Made on any thread.
struct Captured
{
    Capture capture; ///< without a source
    PackedBytes packed;
    Page page; ///< what it says of itself; of a file without a title, the file's name
    QString remark; ///< why a page is kept without text; else empty

    bool operator==(const Captured &) const = default;
};

/// A document as it came.
struct DocumentBytes
{
    QByteArray bytes;
    QString address;   ///< empty when it has none
    QString mediaType; ///< as it was told; may be empty. What stands in the bytes counts for more
    QString charset;   ///< as it was told; may be empty
    QString name;      ///< of the file, for a title where it has none of its own
};

/// Text without a declaration is text where it holds no control characters.
[[nodiscard]] DocumentKind documentKind(const QByteArray &bytes, const QString &mediaType = {});

/// A page (HTML) or a web archive (MHTML) with its main text, a PDF with that of its pages, text in its encoding; a picture is
/// kept without text. Error::Kind::Invalid for what is empty, larger than 32 MiB (PDF: 128, picture: 64), damaged, or of
/// another kind.
[[nodiscard]] Result<Captured> captureOfBytes(const DocumentBytes &document, const QDateTime &at, JobState *state = nullptr);

/// The same of a file, whatever it is called. Folders and what cannot be read are refused too.
[[nodiscard]] Result<Captured> captureOfFile(const QString &path, const QDateTime &at, JobState *state = nullptr);

/// The same of HTML from the clipboard or of a drop, copied from the page at `address` where that is known.
[[nodiscard]] Result<Captured> captureOfHtml(const QString &html, const QString &address, const QDateTime &at);

/// The same of an answer that is not unchanged, with how it was fetched.
[[nodiscard]] Result<Captured> captureOfAnswer(const Fetched &fetched, const QDateTime &at, JobState *state = nullptr);

/// A source as the document says of itself, without an id and a key. `address` is the one that it was asked for at.
[[nodiscard]] Source sourceOf(const Captured &document, const QString &address);

/// Adds the capture to the source, and the source where it has no id yet: then its id and its key are filled in.
Result<> addCaptured(Writer &writer, Source &source, Captured &document);

} // namespace redoubt
