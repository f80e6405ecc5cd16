#pragma once

#include "app/base/job.h"
#include "app/project/project.h"
#include "app/timeline/import/dataset.h"

#include <functional>

namespace redoubt {

/// The sources that a data set names for an event.
struct EventSources
{
    Id<Event> event;
    const QList<ImportedSource> *sources = nullptr; ///< owned by the row
};

/// What other rooms do for an import: they own what it attaches to events. For one import; gone before the project is closed.
struct ImportHooks
{
    /// Makes the sources those of the events, as far as they are not yet; returns how many it added.
    std::function<Result<int>(Writer &, const QList<EventSources> &)> attachSources;
    /// Whether something in the project's texts speaks of the event with this key.
    std::function<bool(const QString &key)> isMentioned;
};

struct RowError
{
    qint64 line = 0;
    QString message;

    bool operator==(const RowError &) const = default;
};

/// What an import did, or would do.
struct ImportReport
{
    static constexpr qsizetype mostErrors = 1000;

    ImportFormat format = ImportFormat::Csv;
    QString dataSet;
    qint64 added = 0;
    qint64 updated = 0;   ///< events that changed as the data set changed
    qint64 unchanged = 0; ///< rows that say what they said before, or nothing that the user did not write himself since
    qint64 removed = 0;   ///< events whose row is gone from the data set
    qint64 kept = 0;      ///< events whose row is gone, but that the user has worked on
    qint64 missing = 0;   ///< rows that are not in the file, which holds a part of the data set only: nothing is done about them
    qint64 skipped = 0;   ///< rows that gave no event
    qint64 keptFields = 0; ///< fields that changed in the data set and were written by the user since: his stay
    QList<RowError> errors; ///< of the skipped rows, the first `mostErrors`

    bool operator==(const ImportReport &) const = default;
};

struct ImportOptions
{
    ImportFile file;
    bool dryRun = false; ///< nothing is changed
    QString rejects;     ///< a file for the skipped rows, written anew; none when empty
};

/// Reads a file into the project as one action. Rows that are wrong are skipped and reported, the others become events. When
/// the file is a later version of a data set (earlierVersion()), its events follow it field by field, but for the fields that
/// the user has written himself. Cancelling and every other error leave the project as it was.
///
/// Events whose row is gone are removed where the user has not worked on them, provided that the file has at least half of the
/// earlier rows: else it is taken for a part of the data set.
[[nodiscard]] Result<ImportReport> importEvents(
    Project &project, const ImportOptions &options, const ImportHooks &hooks, JobState *state = nullptr);

/// The first rows as they would become events, and what the import would be. For a preview.
struct ImportPreview
{
    ImportFormat format = ImportFormat::Csv;
    QStringList columns;   ///< of a table
    ColumnMapping mapping; ///< given or guessed
    QList<ImportedRow> rows;
};
[[nodiscard]] Result<ImportPreview> previewImport(const ImportFile &file, int rows);

} // namespace redoubt
