#include "app/timeline/import/eventimport.h"

#include "app/timeline/import/importwriter.h"
#include "app/timeline/import/rejects.h"
#include "app/timeline/import/rowfeed.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

constexpr int sampleRows = 200;
constexpr size_t removedAtOnce = 1000;

/// "acled-2024" of "acled-2024.csv".
QString nameOf(const QString &path)
{
    const QString base = QFileInfo(path).completeBaseName();
    return base.isEmpty() ? QFileInfo(path).fileName() : base;
}

/// The names of the first rows.
Result<QStringList> firstIds(const ImportFile &file)
{
    auto importer = openImport(file);
    if (!importer)
        return failure(importer);
    RowFeed feed(**importer, {});
    std::vector<FedRow> batch;
    if (auto read = feed.next(batch); !read)
        return failure(read);
    QStringList ids;
    for (const FedRow &fed : batch) {
        if (fed.row.problem.isEmpty() && !fed.row.isRemark && ids.size() < sampleRows)
            ids.append(fed.row.event.externalId);
    }
    return ids;
}

Result<> useSavedMapping(const Reader &reader, ImportFile &file)
{
    if (*file.format != ImportFormat::Csv || file.mapping)
        return {};
    const auto columns = columnsOf(file.path);
    if (!columns)
        return failure(columns);
    auto saved = mappingFor(reader, *columns);
    if (saved)
        file.mapping = std::move(*saved);
    return saved ? Result<>() : failure(saved);
}

class Run
{
public:
    Run(const ImportOptions &options, const ImportHooks &hooks, JobState *state)
        : m_options(options)
        , m_hooks(hooks)
        , m_state(state)
    {
    }

    Result<> prepare(const Reader &reader);
    /// `edit` is null when only to see what would be.
    Result<> write(const Reader &reader, LargeEdit *edit);
    /// Not one row of a new data set was good: nothing is to stay of it.
    [[nodiscard]] bool isEmpty() const { return !m_isLater && m_report.added + m_report.updated + m_report.unchanged == 0; }

    [[nodiscard]] const ImportReport &report() const { return m_report; }
    [[nodiscard]] Result<> keepRejects() { return m_rejects ? m_rejects->commit() : Result<>(); }

private:
    /// A row that was there before, with what the file says of it now.
    struct Met
    {
        FedRow *fed;
        ImportWriter::Known known;
    };

    Result<> writeBatch(ImportWriter &writer, LargeEdit *edit, std::vector<FedRow> &batch);
    Result<> addNew(ImportWriter &writer, const std::vector<FedRow *> &fresh);
    Result<> updateMet(ImportWriter &writer, LargeEdit *edit, const std::vector<Met> &met);
    Result<> removeGone(ImportWriter &writer, LargeEdit *edit, const Reader &reader);
    [[nodiscard]] Result<std::vector<QString>> goneRows(const Reader &reader);
    Result<> reject(const ImportedRow &row, const QString &why);
    Result<> rejectTwice(const ImportedRow &row);
    [[nodiscard]] Result<std::optional<ImportWriter::Known>> findKnown(ImportWriter &writer, const ImportedEvent &event) const;
    [[nodiscard]] Result<> checkStopped() const;
    Result<ImportWriter> begin(const Reader &reader, LargeEdit &edit);

    const ImportOptions &m_options;
    const ImportHooks &m_hooks;
    JobState *m_state;
    std::unique_ptr<EventImporter> m_importer;
    std::unique_ptr<Rejects> m_rejects;
    DataSet m_dataSet;
    bool m_isLater = false;
    QSet<qint64> m_seen;    ///< rows of the data set that the file has; of a later version only
    QSet<QString> m_adopted; ///< keys of events that no row told of before
    QSet<QString> m_counted; ///< new names of a dry run
    ImportReport m_report;
};

Result<> Run::prepare(const Reader &reader)
{
    ImportFile file = m_options.file;
    if (!file.format) {
        const auto format = guessFormat(file.path);
        if (!format)
            return failure(format);
        file.format = *format;
    }
    const bool isGiven = file.mapping.has_value();
    if (auto saved = useSavedMapping(reader, file); !saved)
        return saved;
    const auto ids = firstIds(file);
    if (!ids)
        return failure(ids);
    const auto earlier = earlierVersion(reader, *file.format, nameOf(file.path), *ids);
    if (!earlier)
        return failure(earlier);
    if (*earlier) {
        m_dataSet = **earlier;
        m_isLater = true;
        if (!isGiven && !m_dataSet.mapping.columns.isEmpty())
            file.mapping = m_dataSet.mapping;
    } else {
        m_dataSet.name = nameOf(file.path);
        m_dataSet.format = *file.format;
    }
    auto importer = openImport(file);
    if (!importer)
        return failure(importer);
    m_importer = std::move(*importer);
    m_dataSet.mapping = m_importer->mapping();
    m_dataSet.columns = m_importer->columns();
    m_dataSet.file = QFileInfo(file.path).fileName();
    m_report.format = *file.format;
    m_report.dataSet = m_dataSet.name;
    if (m_options.rejects.isEmpty())
        return {};
    m_rejects = std::make_unique<Rejects>(m_options.rejects, m_importer->columns(), m_importer->separator());
    return m_rejects->open();
}

Result<> Run::checkStopped() const
{
    if (m_state && m_state->isStopped())
        return failure(Words::tr("Nothing was imported."), Words::tr("It was stopped."), {}, Error::Kind::Cancelled);
    return {};
}

Result<> Run::reject(const ImportedRow &row, const QString &why)
{
    ++m_report.skipped;
    if (m_report.errors.size() < ImportReport::mostErrors)
        m_report.errors.append({row.line, why});
    return m_rejects ? m_rejects->add(row, why) : Result<>();
}

Result<> Run::rejectTwice(const ImportedRow &row)
{
    return reject(row, Words::tr("The file has “%1” twice.").arg(row.event.externalId.left(60)));
}

Result<std::optional<ImportWriter::Known>> Run::findKnown(ImportWriter &writer, const ImportedEvent &event) const
{
    const bool hasKeys = m_report.format == ImportFormat::EdtfCsv && !event.key.isEmpty();
    auto known = m_isLater ? writer.find(event.externalId) : Result<std::optional<ImportWriter::Known>>();
    return known && !*known && hasKeys ? writer.adopt(event) : known;
}

Result<ImportWriter> Run::begin(const Reader &reader, LargeEdit &edit)
{
    // A row is entered before its event, so that one of a known name is found before anything else of it is written.
    auto begun = m_isLater ? edit.writer().run(u"PRAGMA defer_foreign_keys = ON"_s) : edit.add([&] { return addDataSet(edit.writer(), m_dataSet); });
    if (!begun)
        return failure(begun);
    ImportWriter writer(reader, &edit.writer(), m_dataSet.id, m_hooks);
    if (m_isLater)
        return writer;
    auto words = edit.wordsInserter("event");
    if (!words)
        return failure(words);
    writer.enterWordsIn(std::move(*words));
    edit.trustReferences();
    return writer;
}

Result<> Run::write(const Reader &reader, LargeEdit *edit)
{
    m_dataSet.importedAt = QDateTime::currentDateTimeUtc();
    auto target = edit ? begin(reader, *edit) : ImportWriter(reader, nullptr, m_dataSet.id, m_hooks);
    if (!target)
        return failure(target);
    RowFeed feed(*m_importer, m_report.format == ImportFormat::Csv ? m_dataSet.name : QString(importFormatNames.name(m_report.format)));
    std::vector<FedRow> batch;
    for (;;) {
        if (auto read = feed.next(batch); !read)
            return read;
        if (batch.empty())
            break;
        if (auto stopped = checkStopped(); !stopped)
            return stopped;
        if (auto written = writeBatch(*target, edit, batch); !written)
            return written;
        if (m_state)
            m_state->setProgress(feed.progress() * 0.95);
    }
    if (m_isLater) {
        if (auto removed = removeGone(*target, edit, reader); !removed)
            return removed;
    }
    m_dataSet.sha256 = m_importer->sha256();
    if (edit && isEmpty())
        return failure(Words::tr("Nothing was imported."), Words::tr("Not one row gave an event."), {}, Error::Kind::Invalid);
    const bool changes = m_report.added + m_report.updated + m_report.removed > 0;
    return edit && (changes || !m_isLater) ? edit->change([&] { return updateDataSet(edit->writer(), m_dataSet); }) : Result<>();
}

Result<> Run::addNew(ImportWriter &writer, const std::vector<FedRow *> &fresh)
{
    Result<std::vector<qint64>> added;
    if (!m_options.dryRun)
        added = writer.add(fresh);
    if (!added)
        return failure(added);
    for (size_t i = 0; i < fresh.size(); ++i) {
        const ImportedRow &row = fresh[i]->row;
        const bool isTwice = m_options.dryRun ? m_counted.contains(row.event.externalId) : added->at(i) == 0;
        if (isTwice) {
            if (auto rejected = rejectTwice(row); !rejected)
                return rejected;
            continue;
        }
        ++m_report.added;
        if (m_options.dryRun)
            m_counted.insert(row.event.externalId);
        else if (m_isLater)
            m_seen.insert(added->at(i));
    }
    return {};
}

Result<> Run::writeBatch(ImportWriter &writer, LargeEdit *edit, std::vector<FedRow> &batch)
{
    std::vector<Met> met;
    std::vector<FedRow *> fresh;
    for (FedRow &fed : batch) {
        if (fed.row.isRemark)
            continue;
        if (!fed.row.problem.isEmpty()) {
            if (auto rejected = reject(fed.row, fed.row.problem); !rejected)
                return rejected;
            continue;
        }
        const auto known = findKnown(writer, fed.row.event);
        if (!known)
            return failure(known);
        const bool isTwice = *known && ((*known)->id != 0 ? m_seen.contains((*known)->id) : m_adopted.contains(fed.row.event.externalId));
        if (isTwice) {
            if (auto rejected = rejectTwice(fed.row); !rejected)
                return rejected;
        } else if (*known) {
            met.push_back({&fed, **known});
            if ((*known)->id != 0)
                m_seen.insert((*known)->id);
            else
                m_adopted.insert(fed.row.event.externalId);
        } else {
            fresh.push_back(&fed);
        }
    }
    const auto addAll = [&] { return addNew(writer, fresh); };
    if (auto added = edit && !fresh.empty() ? edit->add(addAll) : addAll(); !added)
        return added;
    return updateMet(writer, edit, met);
}

Result<> Run::updateMet(ImportWriter &writer, LargeEdit *edit, const std::vector<Met> &met)
{
    const auto updateAll = [&]() -> Result<> {
        for (const Met &row : met) {
            // What was removed by the user stays so, whatever the data set says.
            if (!row.known.event.isValid() || (row.known.id != 0 && row.known.raw == row.fed->row.raw)) {
                ++m_report.unchanged;
                continue;
            }
            const auto updated = writer.update(row.known, *row.fed);
            if (!updated)
                return failure(updated);
            m_seen.insert(updated->row);
            ++(updated->changed ? m_report.updated : m_report.unchanged);
            m_report.keptFields += updated->keptFields;
        }
        return {};
    };
    return edit && !met.empty() ? edit->change(updateAll) : updateAll();
}

Result<std::vector<QString>> Run::goneRows(const Reader &reader)
{
    std::vector<QString> gone;
    qint64 seen = 0;
    const auto read = reader.each(u"SELECT id, external_id FROM data_row WHERE data_set_id = ?"_s, {m_dataSet.id.number}, [&](const QSqlQuery &row) {
        if (m_seen.contains(row.value(0).toLongLong()))
            ++seen;
        else
            gone.push_back(row.value(1).toString());
    });
    if (!read)
        return failure(read);
    const qint64 met = m_options.dryRun ? seen : seen - m_report.added;
    if (met < qint64(gone.size()))
        m_report.missing = qint64(std::exchange(gone, {}).size());
    return gone;
}

Result<> Run::removeGone(ImportWriter &writer, LargeEdit *edit, const Reader &reader)
{
    const auto rows = goneRows(reader);
    if (!rows)
        return failure(rows);
    const std::vector<QString> &gone = *rows;
    for (size_t from = 0; from < gone.size(); from += removedAtOnce) {
        const size_t to = std::min(from + removedAtOnce, gone.size());
        const auto removeSome = [&]() -> Result<> {
            for (size_t i = from; i < to; ++i) {
                const auto known = writer.find(gone[i]);
                if (!known || !*known)
                    return known ? Result<>() : failure(known);
                const auto touched = writer.isTouched(**known);
                if (!touched)
                    return failure(touched);
                ++(*touched ? m_report.kept : m_report.removed);
                if (*touched || !edit)
                    continue;
                if (auto removed = writer.remove(**known); !removed)
                    return removed;
            }
            return {};
        };
        if (auto stopped = checkStopped(); !stopped)
            return stopped;
        if (auto removed = edit ? edit->change(removeSome) : removeSome(); !removed)
            return removed;
    }
    return {};
}

} // namespace

Result<ImportReport> importEvents(Project &project, const ImportOptions &options, const ImportHooks &hooks, JobState *state)
{
    Run run(options, hooks, state);
    if (auto prepared = run.prepare(project.reader()); !prepared)
        return failure(prepared);
    const QString what = Words::tr("Import “%1”").arg(QFileInfo(options.file.path).fileName());
    const auto done = options.dryRun ? run.write(project.reader(), nullptr)
                                     : project.editLarge(what, [&](LargeEdit &edit) {
                                           auto written = run.write(edit.writer(), &edit);
                                           return written ? run.keepRejects() : written;
                                       });
    if (!done && !(run.isEmpty() && done.error().kind == Error::Kind::Invalid && run.report().skipped > 0))
        return failure(done);
    if (!done || options.dryRun) {
        if (auto kept = run.keepRejects(); !kept)
            return failure(kept);
    }
    return run.report();
}

Result<ImportPreview> previewImport(const ImportFile &file, int rows)
{
    ImportFile known = file;
    if (!known.format) {
        const auto format = guessFormat(file.path);
        if (!format)
            return failure(format);
        known.format = *format;
    }
    auto importer = openImport(known);
    if (!importer)
        return failure(importer);
    ImportPreview preview{*known.format, (*importer)->columns(), (*importer)->mapping(), {}};
    while (preview.rows.size() < rows) {
        ImportedRow row;
        const auto more = (*importer)->next(row);
        if (!more)
            return failure(more);
        if (!*more)
            break;
        if (!row.isRemark)
            preview.rows.append(row);
    }
    return preview;
}

} // namespace redoubt
