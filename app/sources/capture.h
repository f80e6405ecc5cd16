#pragma once

#include "app/sources/capture/packing.h"
#include "app/sources/source.h"

#include <QDateTime>
#include <QSet>

namespace redoubt {

/// An address that answered with a redirect instead of a document.
struct Hop
{
    QString address;
    int status = 0; ///< 301, 302, 303, 307 or 308

    bool operator==(const Hop &) const = default;
};

/// What was archived of a source at a moment. Never altered: a later capture stands beside it.
struct Capture
{
    Id<Capture> id;
    Id<Source> source;
    QDateTime capturedAt; ///< UTC
    QString address;      ///< after redirects; empty for pasted text
    QList<Hop> hops;      ///< the redirects before it, in order
    int status = 0;       ///< of HTTP; 0 when not fetched
    QString headers;      ///< of the answer, "Name: value" a line, without cookies
    QString etag;         ///< these two as the server wrote them, to ask later whether it has changed
    QString lastModified;
    QString mediaType = u"text/plain"_s;
    QString title;     ///< as the document says itself
    int pageCount = 0; ///< of a PDF
    QByteArray bytes;  ///< the body, after the transfer's own compression
    QString sha256;    ///< of `bytes`, lower-case hex
    QString text;      ///< the plain text of it; line ends are LF, pages are separated by a form feed

    bool operator==(const Capture &) const = default;
};

/// Without their bytes, latest first.
[[nodiscard]] Result<QList<Capture>> captures(const Reader &reader, Id<Source> source);

/// Without their bytes.
[[nodiscard]] Result<std::optional<Capture>> latestCapture(const Reader &reader, Id<Source> source);
[[nodiscard]] Result<std::optional<Capture>> capture(const Reader &reader, Id<Capture> id);
[[nodiscard]] Result<qint64> captureCount(const Reader &reader);
/// Those of some sources of which something was captured.
[[nodiscard]] Result<QSet<Id<Source>>> capturedAmong(const Reader &reader, const QList<Id<Source>> &sources);

/// The bytes as they came, however the file keeps them. Error::Kind::Damaged when they no longer have their SHA-256.
[[nodiscard]] Result<QByteArray> captureBytes(const Reader &reader, Id<Capture> id);

/// Lower-case hex.
[[nodiscard]] QString sha256Of(const QByteArray &bytes);

/// What can be written as UTF-8 and read back unit for unit: line ends become LF; a byte-order mark, NUL and halves of
/// surrogate pairs go.
[[nodiscard]] QString cleanText(QString text);

/// A capture of text that the user pasted, at `at`, cleaned. Refused when there is no text in it, or more than 32 MiB of it.
[[nodiscard]] Result<Capture> captureOfText(Id<Source> source, const QString &text, const QDateTime &at);

/// The capture gets an id where it has none. `bytes` are those of the capture, where they were packed already on another thread.
Result<> addCapture(Writer &writer, Capture &capture);
Result<> addCapture(Writer &writer, Capture &capture, const PackedBytes &bytes);
Result<> removeCapture(Writer &writer, Id<Capture> id);

/// The keys of sources with a capture whose bytes no longer have their SHA-256.
[[nodiscard]] Result<QStringList> alteredCaptures(const Reader &reader);

} // namespace redoubt
