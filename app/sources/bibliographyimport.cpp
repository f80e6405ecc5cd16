#include "app/sources/bibliographyimport.h"

#include "app/project/projectinfo.h"
#include "app/sources/bibliography/bibliography.h"
#include "app/sources/bibliography/sourceitem.h"
#include "app/sources/sourcematching.h"
#include "app/timeline/import/textinput.h"

#include <QCoreApplication>

#include <algorithm>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Bibliography)
};

/// What is to be written.
struct Plan
{
    QList<TaggedSource> added;
    QList<TaggedSource> updated;
};

Error cancelled()
{
    return {Words::tr("The import was cancelled."), Words::tr("Nothing was changed."), {}, Error::Kind::Cancelled};
}

Result<QList<TaggedSource>> sourcesThere(const Reader &reader)
{
    const auto all = sources(reader);
    if (!all)
        return failure(all);
    QHash<qint64, QStringList> tagsOf;
    if (auto read = eachTag(reader, u"source"_s, [&](qint64 item, const QString &name) { tagsOf[item].append(name); }); !read)
        return failure(read);
    QList<TaggedSource> list;
    for (const Source &source : *all)
        list.append({source, tagsOf.value(source.id.number)});
    return list;
}

Result<Plan> planOf(const Reader &reader, const QList<BibliographyItem> &items, BibliographyReport &report, JobState *state)
{
    const auto there = sourcesThere(reader);
    const auto info = projectInfo(reader);
    if (!there || !info)
        return !there ? failure(there) : failure(info);
    SourceMatching matching(*there, info->citationKeys);
    QList<qsizetype> added;
    QSet<qsizetype> updated;
    for (const BibliographyItem &item : items) {
        if (state && state->isStopped())
            return std::unexpected(cancelled());
        const TaggedSource incoming{sourceOfItem(item), item.tags};
        const qsizetype place = matching.find(incoming);
        if (place < 0) {
            added.append(matching.add(incoming));
            ++report.added;
            continue;
        }
        const MergedSource both = merged(matching.at(place), incoming);
        report.keptFields += both.keptFields;
        ++(both.changed ? report.updated : report.unchanged);
        if (both.changed) {
            matching.replace(place, both.result);
            updated.insert(place);
        }
    }
    Plan plan;
    for (const qsizetype place : std::as_const(added))
        plan.added.append(matching.at(place));
    for (const qsizetype place : std::as_const(updated))
        plan.updated.append(matching.at(place));
    return plan;
}

Result<> carryOut(Writer &writer, Plan &plan, JobState *state)
{
    const qsizetype total = plan.added.size() + plan.updated.size();
    qsizetype done = 0;
    const auto write = [&](TaggedSource &tagged, bool isNew) -> Result<> {
        if (state && state->isStopped())
            return std::unexpected(cancelled());
        if (state)
            state->setProgress(double(done++) / double(total));
        auto written = isNew ? addSource(writer, tagged.source) : updateSource(writer, tagged.source);
        return written ? setTags(writer, u"source"_s, tagged.source.id.number, tagged.tags) : written;
    };
    for (TaggedSource &tagged : plan.added) {
        if (auto written = write(tagged, true); !written)
            return written;
    }
    for (TaggedSource &tagged : plan.updated) {
        if (auto written = write(tagged, false); !written)
            return written;
    }
    return {};
}

Result<Bibliography> readFile(const BibliographyImport &import, BibliographyReport &report, QString &name, const JobState *state)
{
    TextInput input(import.file);
    name = input.fileName();
    if (auto opened = input.open(); !opened)
        return failure(opened);
    const auto text = input.readAll();
    if (!text)
        return failure(text);
    const auto format = import.format ? import.format : guessBibliographyFormat(QByteArrayView(*text).first(std::min<qsizetype>(text->size(), 64 * 1024)));
    if (!format) {
        return failure(Words::tr("“%1” was not read.").arg(name),
            text->trimmed().isEmpty() ? Words::tr("The file is empty.") : Words::tr("It does not look like RIS, BibTeX or CSL-JSON."),
            Words::tr("Export the references as one of these from the program that they come from."), Error::Kind::Invalid);
    }
    report.format = *format;
    return readBibliography(*text, *format, state);
}

} // namespace

Result<BibliographyReport> importBibliography(Project &project, const BibliographyImport &import, JobState *state)
{
    BibliographyReport report;
    QString name;
    const auto read = readFile(import, report, name, state);
    if (!read)
        return read.error().kind == Error::Kind::Cancelled ? std::unexpected(cancelled()) : failure(read);
    report.skipped = std::ranges::count(read->problems, true, &BibliographyProblem::lost);
    report.errors = read->problems.first(std::min(read->problems.size(), BibliographyReport::mostErrors));
    auto plan = planOf(project.reader(), read->items, report, state);
    if (!plan)
        return failure(plan);
    if (import.dryRun || (plan->added.isEmpty() && plan->updated.isEmpty()))
        return report;
    auto done = project.edit(Words::tr("Import sources from “%1”").arg(name), [&](Writer &writer) { return carryOut(writer, *plan, state); });
    if (!done)
        return failure(done);
    return report;
}

} // namespace redoubt
