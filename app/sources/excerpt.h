#pragma once

#include "app/sources/capture.h"

namespace redoubt {

/// A passage of a capture, by the W3C Web Annotation model: a text quote selector (exact, prefix, suffix) and a text
/// position selector (start, end) in UTF-16 units of the capture's text.
struct Excerpt
{
    Id<Excerpt> id;
    Id<Capture> capture;
    QString exact;
    QString prefix; ///< up to 32 characters before
    QString suffix; ///< up to 32 characters behind
    qsizetype start = 0;
    qsizetype end = 0;
    QString speaker;
    QString note;

    bool operator==(const Excerpt &) const = default;
};

/// The excerpt of [start, end) of a capture's text, white space at both ends left out. Refused when nothing is left or the
/// range is outside of the text.
[[nodiscard]] Result<Excerpt> excerptOf(const Capture &capture, qsizetype start, qsizetype end);

/// Those of one capture, or of all captures of a source, by their place.
[[nodiscard]] Result<QList<Excerpt>> excerpts(const Reader &reader, Id<Capture> capture);
[[nodiscard]] Result<QList<Excerpt>> excerpts(const Reader &reader, Id<Source> source);
[[nodiscard]] Result<std::optional<Excerpt>> excerpt(const Reader &reader, Id<Excerpt> id);
[[nodiscard]] Result<qint64> excerptCount(const Reader &reader);

Result<> addExcerpt(Writer &writer, Excerpt &excerpt);
/// Changes speaker and note; the passage itself stays.
Result<> updateExcerpt(Writer &writer, const Excerpt &excerpt);
Result<> removeExcerpt(Writer &writer, Id<Excerpt> id);

} // namespace redoubt
