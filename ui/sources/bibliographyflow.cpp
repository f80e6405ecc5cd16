#include "ui/sources/bibliographyflow.h"

#include "app/sources/bibliography/bibliography.h"
#include "ui/workbench/jobstrip.h"
#include "ui/workbench/panel.h"

#include <QFileDialog>
#include <QMainWindow>
#include <QStatusBar>

namespace redoubt {

namespace {

struct Ending
{
    QString filter;
    QString suffix;
};

QList<Ending> endings()
{
    return {{BibliographyFlow::tr("CSL-JSON (*.json)"), u"json"_s}, {BibliographyFlow::tr("BibTeX (*.bib)"), u"bib"_s}, {BibliographyFlow::tr("RIS (*.ris)"), u"ris"_s}};
}

} // namespace

BibliographyFlow::BibliographyFlow(Project &project, Panel *panel)
    : QObject(panel)
    , m_project(project)
    , m_panel(panel)
    , m_strip(new JobStrip(panel))
{
}

BibliographyFlow::~BibliographyFlow()
{
    delete m_strip;
}

void BibliographyFlow::placeStrip()
{
    QWidget *window = m_panel;
    while (window && !qobject_cast<QMainWindow *>(window))
        window = window->parentWidget();
    if (auto *main = qobject_cast<QMainWindow *>(window); main && m_strip->parentWidget() == m_panel)
        main->statusBar()->addPermanentWidget(m_strip);
}

bool BibliographyFlow::isRunning() const
{
    return m_strip->isRunning();
}

void BibliographyFlow::choose()
{
    const QString path = QFileDialog::getOpenFileName(m_panel, tr("Import bibliography"), {},
        tr("Bibliographies (*.ris *.bib *.bibtex *.json *.txt)") + u";;"_s + tr("All files (*)"));
    if (!path.isEmpty())
        start(path);
}

void BibliographyFlow::start(const QString &path)
{
    if (isRunning())
        return;
    // A project that cannot be written says so before anything is read.
    if (!m_panel->tell(m_panel->flush()) || !m_panel->tell(m_project.edit(tr("Import bibliography"), [](Writer &) { return Result<>(); })))
        return;
    if (!m_project.lend()) {
        m_panel->notice()->show({tr("Nothing was imported."), tr("The project cannot be changed now."), tr("Wait until the other long work is done."), Error::Kind::InUse});
        return;
    }
    auto outcome = std::make_shared<Result<Outcome>>();
    const auto work = [project = m_project.path(), path, outcome](JobState &state) -> Result<QString> {
        const auto lent = Project::openLent(project);
        if (!lent) {
            *outcome = failure(lent);
            return failure(lent);
        }
        Changes changes;
        QObject::connect(lent->get(), &Project::changed, lent->get(), [&changes](const Changes &made) { changes = made; });
        const auto report = importBibliography(**lent, {path, std::nullopt, false}, &state);
        *outcome = report ? Result<Outcome>(Outcome{*report, changes}) : Result<Outcome>(failure(report));
        // Stopped too late is done.
        return report ? Result<QString>(QString()) : failure(report);
    };
    placeStrip();
    m_panel->notice()->close();
    m_strip->start(tr("Importing “%1”").arg(QFileInfo(path).fileName()), work, [this, outcome, path](const Result<QString> &) { finish(outcome, path); },
        [this, path] { finish(std::make_shared<Result<Outcome>>(failure({}, {}, {}, Error::Kind::Cancelled)), path); });
}

void BibliographyFlow::finish(const std::shared_ptr<Result<Outcome>> &outcome, const QString &path)
{
    m_project.settle(*outcome ? (*outcome)->changes : Changes());
    if (*outcome)
        tell((*outcome)->report, path);
    else if (outcome->error().kind == Error::Kind::Cancelled)
        m_panel->notice()->show(Notice::Severity::Done, tr("The import was stopped; nothing was changed."));
    else
        m_panel->notice()->show(outcome->error());
    Q_EMIT ended();
}

QString BibliographyFlow::reportText(const BibliographyReport &report)
{
    const QLocale locale;
    QString text = tr("%1: %2 added, %3 changed, %4 unchanged, %5 skipped.")
                       .arg(bibliographyFormatText(report.format), locale.toString(report.added), locale.toString(report.updated),
                           locale.toString(report.unchanged), locale.toString(report.skipped));
    if (report.keptFields > 0)
        text += u' ' + tr("%n field(s) say something else in the file; those of the project stay.", nullptr, int(report.keptFields));
    return text;
}

void BibliographyFlow::tell(const BibliographyReport &report, const QString &path)
{
    QString text = reportText(report);
    if (report.errors.isEmpty()) {
        const bool changed = report.added + report.updated > 0;
        return m_panel->notice()->show(Notice::Severity::Done, text, changed ? tr("Undo") : QString(), [this] { m_panel->tell(m_project.undo()); });
    }
    text += u' ' + tr("(line %1: %2)").arg(report.errors.first().line).arg(report.errors.first().message);
    m_panel->notice()->show(Notice::Severity::Warning, text, tr("Show report"),
        [this, report, file = QFileInfo(path).fileName()] { Q_EMIT reportAsked(report, file); });
}

QString BibliographyFlow::withEnding(const QString &path, const QString &filter)
{
    if (!QFileInfo(path).suffix().isEmpty())
        return path;
    const QList<Ending> all = endings();
    const auto chosen = std::ranges::find(all, filter, &Ending::filter);
    return path + u'.' + (chosen == all.end() ? all.first() : *chosen).suffix;
}

QString BibliographyFlow::askWhereTo(const QString &name) const
{
    QStringList filters;
    for (const Ending &ending : endings())
        filters.append(ending.filter);
    QString filter = filters.first();
    const QString folder = QFileInfo(m_project.path()).absolutePath();
    const QString path = QFileDialog::getSaveFileName(m_panel, tr("Export bibliography"), u"%1/%2.json"_s.arg(folder, name), filters.join(u";;"_s), &filter);
    if (path.isEmpty())
        return {};
    const QString whole = withEnding(path, filter);
    // The dialog has asked about the name as it was typed only.
    if (whole != path && QFileInfo::exists(whole)) {
        m_panel->notice()->show({tr("Nothing was exported."), tr("“%1” is there already.").arg(QDir::toNativeSeparators(whole)),
            tr("Give the whole name with its ending to replace it, or another name."), Error::Kind::Exists});
        return {};
    }
    return whole;
}

} // namespace redoubt
