#pragma once

#include "app/sources/source.h"

#include <QDateTime>

namespace redoubt {

/// What was archived of a source at a moment. Never altered: a later capture stands beside it.
struct Capture
{
    Id<Capture> id;
    Id<Source> source;
    QDateTime capturedAt; ///< UTC
    QString address;      ///< after redirects; empty for pasted text
    QString mediaType = u"text/plain"_s;
    QByteArray bytes;
    QString sha256; ///< of `bytes`, lower-case hex
    QString text;   ///< the plain text of it; line ends are LF

    bool operator==(const Capture &) const = default;
};

/// Without their bytes, latest first.
[[nodiscard]] Result<QList<Capture>> captures(const Reader &reader, Id<Source> source);

/// Without their bytes.
[[nodiscard]] Result<std::optional<Capture>> latestCapture(const Reader &reader, Id<Source> source);
[[nodiscard]] Result<std::optional<Capture>> capture(const Reader &reader, Id<Capture> id);
[[nodiscard]] Result<qint64> captureCount(const Reader &reader);

/// A capture of text that the user pasted, at `at`. Line ends become LF; a byte-order mark, NUL and halves of surrogate
/// pairs go. Refused when there is no text in it, or more than 32 MiB of it.
[[nodiscard]] Result<Capture> captureOfText(Id<Source> source, const QString &text, const QDateTime &at);

Result<> addCapture(Writer &writer, Capture &capture);
Result<> removeCapture(Writer &writer, Id<Capture> id);

/// The keys of sources with a capture whose bytes no longer have their SHA-256.
[[nodiscard]] Result<QStringList> alteredCaptures(const Reader &reader);

} // namespace redoubt
