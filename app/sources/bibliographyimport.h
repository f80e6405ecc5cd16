#pragma once

#include "app/base/job.h"
#include "app/project/project.h"
#include "app/sources/bibliography/bibliographyitem.h"

namespace redoubt {

/// What an import of references did, or would do.
struct BibliographyReport
{
    static constexpr qsizetype mostErrors = 1000;

    BibliographyFormat format = BibliographyFormat::Ris;
    qint64 added = 0;
    qint64 updated = 0;    ///< sources that were there, and got what they had not
    qint64 unchanged = 0;  ///< references that say nothing new
    qint64 skipped = 0;    ///< references that could not be read
    qint64 keptFields = 0; ///< fields that say something else than the file: they stay as they are in the project
    QList<BibliographyProblem> errors; ///< the first `mostErrors`

    bool operator==(const BibliographyReport &) const = default;
};

struct BibliographyImport
{
    QString file;
    std::optional<BibliographyFormat> format; ///< guessed when none is given
    bool dryRun = false;                      ///< nothing is changed
};

/// Reads a bibliography into the project as one action. A reference is a source that is there already when both have the same
/// key (or the key that the source had when it was imported) and title, the same DOI, the same address, or the same title and
/// date where nothing speaks against it; such a source gets the fields and tags that it has not, and keeps all it has. Every
/// other reference becomes a source, whose key is the reference's where that can be cited and is free. Its keywords become tags.
///
/// References that cannot be read are reported with their line. Cancelling and every other error leave the project as it was.
[[nodiscard]] Result<BibliographyReport> importBibliography(Project &project, const BibliographyImport &import, JobState *state = nullptr);

} // namespace redoubt
