#pragma once

#include "app/publish/pages.h"

namespace redoubt {

struct WrittenPdf
{
    int pages = 0;
    qint64 bytes = 0;
};

/// The pages as a tagged PDF 1.7 that names itself PDF/UA-1: structure tree with alternative texts, bookmarks, links
/// (outside: what publishableAddress lets through; inside: notes and back, events), language, XMP and page labels. All
/// fonts are embedded as subsets. The same pages and publication give the same bytes. Nothing in it is active.
[[nodiscard]] Result<QByteArray> pdfBytes(const Pages &pages, const Publication &publication, JobState *job = nullptr);

/// Sets the publication and writes it. The file appears only when all of it is on the disk: after a failure, or when the
/// job was stopped, what was there before is there still.
[[nodiscard]] Result<WrittenPdf> writePdf(
    const Publication &publication, Paper paper, const QString &file, JobState *job = nullptr);

} // namespace redoubt
