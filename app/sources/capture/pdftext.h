#pragma once

#include "app/base/job.h"
#include "app/base/result.h"

namespace redoubt {

/// What a PDF says, and of itself.
struct PdfText
{
    QString text; ///< page by page, with a form feed between two pages and nowhere else; empty pages where they are only pictures
    QString title;
    QString author;
    int pages = 0;

    bool operator==(const PdfText &) const = default;
};

/// Reads the text of a PDF. Error::Kind::Invalid for one that is damaged, that asks for a password, and that holds more than
/// 32 MiB of text. May be called from any thread; they take turns.
[[nodiscard]] Result<PdfText> readPdf(const QByteArray &bytes, JobState *state = nullptr);

} // namespace redoubt
