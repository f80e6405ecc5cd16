#pragma once

#include "app/base/job.h"
#include "app/sources/bibliography/bibliography.h"

namespace redoubt {

struct WrittenSources
{
    qint64 sources = 0;
    qint64 bytes = 0;
};

/// The chosen sources as a bibliography: CSL-JSON, BibTeX or RIS by the name of `file`, which is replaced only once all is
/// written. Fails with another name, and with Error::Kind::Cancelled when the job was stopped.
[[nodiscard]] Result<WrittenSources> writeSources(
    const Reader &reader, const QString &file, const SourceChoice &choose = {}, const JobState *job = nullptr);

} // namespace redoubt
