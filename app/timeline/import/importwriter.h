#pragma once

#include "app/project/largeedit.h"
#include "app/project/references.h"
#include "app/project/rowinserter.h"
#include "app/timeline/import/eventimport.h"
#include "app/timeline/import/rowfeed.h"

namespace redoubt {

/// Writes the rows of a data set into the project. Inner to the import.
class ImportWriter
{
public:
    /// Without a writer nothing can be written: to see what an import would do.
    ImportWriter(const Reader &reader, Writer *writer, Id<DataSet> dataSet, const ImportHooks &hooks);

    /// From now on the words of events that are added are for `index` (LargeEdit::wordsInserter).
    void enterWordsIn(std::unique_ptr<RowInserter> index) { m_words = std::move(index); }

    /// Rows that are new, and their events, whose lanes become the project's. Says of each the id that it has now; 0 when the data
    /// set has one of that name already. Table by table, which costs less than row by row.
    Result<std::vector<qint64>> add(const std::vector<FedRow *> &rows);

    /// What is kept of a row.
    struct Known
    {
        qint64 id = 0;
        Id<Event> event; ///< none when the user has removed it
        QByteArray raw; ///< UTF-8
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
    Result<Update> update(const Known &known, FedRow &fed);

    /// The event that a file of this project's own format names by its key, though no row tells of it yet.
    [[nodiscard]] Result<std::optional<Known>> adopt(const ImportedEvent &event);

    /// Whether the user has worked on the event of a row: changed it, linked it, given it sources.
    [[nodiscard]] Result<bool> isTouched(const Known &known) const;

    Result<> remove(const Known &known);

private:
    struct Added
    {
        const FedRow *fed;
        Id<Event> event;
    };
    Result<> addEvents(const std::vector<Added> &added);
    Result<> addActors(const std::vector<Added> &added);
    Result<> addTags(const std::vector<Added> &added);
    Result<> addSources(const std::vector<Added> &added);
    Result<> addWords(const std::vector<Added> &added);
    Result<> insertEvent(RowInserter &row, Id<Event> id, QByteArrayView key, const FedRow &fed);
    /// Writes the event's lane as the project does, which may have it by its key or in other letters.
    Result<> settleLane(FedRow &fed);
    /// None for no title.
    Result<std::optional<qint64>> laneOf(const QString &title);
    void know(const Lane &lane);
    [[nodiscard]] const Lane *knownLane(const QString &name) const;
    Result<> note(const Known &known, FedRow &fed, Update &update);
    Result<qint64> tagOf(const QString &name);
    [[nodiscard]] Result<std::optional<ImportedEvent>> present(Id<Event> id) const;

    const Reader &m_reader;
    Writer *m_writer;
    Id<DataSet> m_dataSet;
    const ImportHooks &m_hooks;
    std::unique_ptr<RowInserter> m_rows;
    std::unique_ptr<RowInserter> m_keyedEvents;
    std::unique_ptr<RowInserter> m_events;
    std::unique_ptr<RowInserter> m_actors;
    std::unique_ptr<RowInserter> m_taggings;
    std::unique_ptr<RowInserter> m_words;
    QHash<QString, Lane> m_lanes; ///< title, and key and title in small letters → lane
    bool m_lanesKnown = false;
    QHash<QString, qint64> m_tags;
    Result<References> m_references;
};

} // namespace redoubt
