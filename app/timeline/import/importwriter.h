#pragma once

#include "app/project/largeedit.h"
#include "app/project/references.h"
#include "app/project/rowinserter.h"
#include "app/timeline/import/eventimport.h"
#include "app/timeline/import/fingerprint.h"

namespace redoubt {

/// Writes the rows of a data set into the project. Inner to the import.
class ImportWriter
{
public:
    /// Without a writer nothing can be written: to see what an import would do.
    ImportWriter(const Reader &reader, Writer *writer, Id<DataSet> dataSet, const ImportHooks &hooks);

    /// A row that is new, and its event. The id of the row; 0 when the data set has one of that name already.
    Result<qint64> add(ImportedEvent event, const QString &raw, Fingerprint print);

    /// What is kept of a row.
    struct Known
    {
        qint64 id = 0;
        Id<Event> event; ///< none when the user has removed it
        QString raw;
        Fingerprint imported;
    };
    [[nodiscard]] Result<std::optional<Known>> find(const QString &externalId) const;

    struct Update
    {
        bool changed = false; ///< the event is another one than before
        qint64 row = 0;
        int keptFields = 0;
    };
    /// Three-way, field by field. Without a writer only says what would be.
    Result<Update> update(const Known &known, ImportedEvent event, const QString &raw, Fingerprint print);

    /// The event that a file of this project's own format names by its key, though no row tells of it yet.
    [[nodiscard]] Result<std::optional<Known>> adopt(const ImportedEvent &event);

    /// Whether the user has worked on the event of a row: changed it, linked it, given it sources.
    [[nodiscard]] Result<bool> isTouched(const Known &known) const;

    Result<> remove(const Known &known);

private:
    Result<> writeEvent(Id<Event> id, const ImportedEvent &event);
    Result<> insertEvent(Id<Event> id, const QString &key, const ImportedEvent &event);
    /// Writes the event's lane as the project does, which may have it by its key or in other letters.
    Result<> settleLane(ImportedEvent &event, Fingerprint &print);
    Result<qint64> laneOf(const QString &title);
    Result<> note(const Known &known, const ImportedEvent &event, const QString &raw, Fingerprint print, Update &update);
    Result<qint64> tagOf(const QString &name);
    [[nodiscard]] Result<std::optional<ImportedEvent>> present(Id<Event> id) const;

    const Reader &m_reader;
    Writer *m_writer;
    Id<DataSet> m_dataSet;
    const ImportHooks &m_hooks;
    std::unique_ptr<RowInserter> m_rows;
    std::unique_ptr<RowInserter> m_events;
    std::unique_ptr<RowInserter> m_actors;
    std::unique_ptr<RowInserter> m_taggings;
    QHash<QString, Lane> m_lanes; ///< key and title in small letters → lane
    bool m_lanesKnown = false;
    QHash<QString, qint64> m_tags;
    Result<References> m_references;
};

} // namespace redoubt
