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
    int colour = 0; ///< 0 to 7

    bool operator==(const Excerpt &) const = default;
};

/// The excerpt of [start, end) of a capture's text; what lies outside of the text and white space at both ends are left
/// out, and surrogate pairs are kept whole. Refused when nothing is left.
[[nodiscard]] Result<Excerpt> excerptOf(const Capture &capture, qsizetype start, qsizetype end);

/// Those of one capture, or of all captures of a source, by their place.
[[nodiscard]] Result<QList<Excerpt>> excerpts(const Reader &reader, Id<Capture> capture);
[[nodiscard]] Result<QList<Excerpt>> excerpts(const Reader &reader, Id<Source> source);
[[nodiscard]] Result<std::optional<Excerpt>> excerpt(const Reader &reader, Id<Excerpt> id);
[[nodiscard]] Result<qint64> excerptCount(const Reader &reader);

/// The passage as Markdown for a brief, with its citation: in quotation marks, or as a block quote where it has paragraphs or
/// quotation marks of its own. Markdown's own signs in it are escaped.
[[nodiscard]] QString quotation(const Excerpt &excerpt, const QString &sourceKey);

Result<> addExcerpt(Writer &writer, Excerpt &excerpt);
/// Changes speaker, note and colour; the passage itself stays.
Result<> updateExcerpt(Writer &writer, const Excerpt &excerpt);
Result<> removeExcerpt(Writer &writer, Id<Excerpt> id);

} // namespace redoubt
