#include "app/publish/sourceexport.h"
#include "ui/sources/bibliographyflow.h"
#include "ui/sources/duplicatespane.h"
#include "ui/sources/importreportpane.h"
#include "ui/sources/sourcefilter.h"
#include "ui/sources/sourceinspector.h"
#include "ui/sources/sourcelistmodel.h"
#include "ui/sources/sourcespanel.h"

#include <QDesktopServices>

/// What can be done with the library of sources as a whole: duplicates, bibliographies, keys. Actions of SourcesPanel.
namespace redoubt {

void SourcesPanel::makeLibraryActions()
{
    m_act.rename = makeAct(u"renameSource"_s, {}, tr("Change citation key"), tr("Change the key of the source, and every citation of it"), Qt::SHIFT | Qt::Key_F2, &SourcesPanel::renameKey);
    m_act.duplicates = makeAct(u"findDuplicates"_s, {}, tr("Find duplicates"), tr("Show pairs of sources that are perhaps the same document"), Qt::CTRL | Qt::ALT | Qt::Key_D, &SourcesPanel::showDuplicates);
    m_act.importBibliography = makeAct(u"importBibliography"_s, {}, tr("Import bibliography…"), tr("Read sources from a RIS, BibTeX or CSL-JSON file"), {}, &SourcesPanel::importBibliography);
    m_act.exportBibliography = makeAct(u"exportBibliography"_s, u"export"_s, tr("Export bibliography…"), tr("Write the sources of the list as CSL-JSON, BibTeX or RIS"), {}, &SourcesPanel::exportBibliography);
    m_act.exportSource = makeAct(u"exportSource"_s, {}, tr("Export source…"), tr("Write the chosen source as CSL-JSON, BibTeX or RIS"), {}, &SourcesPanel::exportSource);
}

void SourcesPanel::addLibraryToMenus()
{
    addMoreSeparator();
    for (QAction *action : {m_act.rename, m_act.duplicates, m_act.importBibliography, m_act.exportBibliography, m_act.exportSource})
        addMoreAction(action);
}

void SourcesPanel::updateLibraryActions()
{
    for (QAction *action : {m_act.rename, m_act.exportSource})
        action->setEnabled(m_source.isValid());
    m_act.duplicates->setEnabled(m_model->rowCount() > 1);
    m_act.exportBibliography->setEnabled(m_filter->rowCount() > 0);
}

void SourcesPanel::connectLibrary(SourceInspector *inspector)
{
    connect(inspector, &SourceInspector::renamed, this, [this](const QString &newKey, const Renaming &renaming) {
        finished(renaming.citations == 0 ? tr("The key is @%1 now; no brief cites the source.").arg(newKey)
                                         : tr("The key is @%1 now: %2 in %3 changed.")
                                               .arg(newKey, tr("%n citation(s)", nullptr, renaming.citations), tr("%n brief(s)", nullptr, renaming.briefs)));
    });
}

void SourcesPanel::renameKey()
{
    m_inspector->setSource(m_source);
    showPage(1);
    updateState();
    m_inspector->focusKey();
}

DuplicatesPane *SourcesPanel::makeDuplicates()
{
    auto *pane = new DuplicatesPane(m_project, this);
    connect(pane, &DuplicatesPane::closed, this, [this] { showPane(nullptr); });
    connect(pane, &DuplicatesPane::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(pane, &DuplicatesPane::chosen, this, [this](Id<Source> id) { m_selection.select(Thing::of(id)); });
    connect(pane, &DuplicatesPane::merged, this, [this](Id<Source> kept, const QString &text) {
        m_selection.select(Thing::of(kept));
        finished(text);
    });
    connect(pane, &DuplicatesPane::keptApart, this, &SourcesPanel::finished);
    return pane;
}

void SourcesPanel::showDuplicates()
{
    if (tell(flush()))
        showPane(m_duplicates.get());
}

BibliographyFlow *SourcesPanel::makeBibliography()
{
    auto *flow = new BibliographyFlow(m_project, this);
    connect(flow, &BibliographyFlow::reportAsked, this, [this](const BibliographyReport &report, const QString &file) {
        m_importReport->show(report, file);
        showPane(m_importReport.get());
    });
    return flow;
}

ImportReportPane *SourcesPanel::makeImportReport()
{
    auto *pane = new ImportReportPane(this);
    connect(pane, &ImportReportPane::closed, this, [this] { showPane(nullptr); });
    return pane;
}

void SourcesPanel::importBibliography()
{
    m_bibliography->choose();
}

void SourcesPanel::exportBibliography()
{
    const QString file = m_bibliography->askWhereTo(QFileInfo(m_project.path()).completeBaseName());
    if (file.isEmpty())
        return;
    QSet<Id<Source>> shown;
    if (m_filter->rowCount() < m_model->rowCount()) {
        for (int row = 0; row < m_filter->rowCount(); ++row)
            shown.insert(m_filter->at(m_filter->index(row, 0)));
    }
    exportTo(file, shown);
}

void SourcesPanel::exportSource()
{
    const int row = m_model->rowOf(m_source);
    if (row < 0)
        return;
    const QString file = m_bibliography->askWhereTo(m_model->card(row).source.key);
    if (!file.isEmpty())
        exportTo(file, {m_source});
}

void SourcesPanel::exportTo(const QString &file, const QSet<Id<Source>> &chosen)
{
    if (QFileInfo::exists(file) && QFileInfo(file).canonicalFilePath() == QFileInfo(m_project.path()).canonicalFilePath()) {
        notice()->show({tr("Nothing was exported."), tr("“%1” is the project itself.").arg(QDir::toNativeSeparators(file)), tr("Choose another name."), Error::Kind::Refused});
        return;
    }
    if (!tell(flush()))
        return;
    const auto work = [path = m_project.path(), file, chosen](JobState &state) -> Result<QString> {
        const auto project = Project::open(path, Project::Mode::ReadOnly);
        if (!project)
            return failure(project);
        const auto isMeant = [&](const Source &source) { return chosen.isEmpty() || chosen.contains(source.id); };
        const auto written = writeSources((*project)->reader(), file, isMeant, &state);
        if (!written)
            return failure(written);
        return tr("%n source(s) exported to %1.", nullptr, int(written->sources)).arg(QDir::toNativeSeparators(file));
    };
    runLong(tr("Exporting sources"), work, [this, file](const Result<QString> &done) {
        if (tell(done)) {
            notice()->show(Notice::Severity::Done, *done, tr("Show it"), [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
        }
    });
}

} // namespace redoubt
