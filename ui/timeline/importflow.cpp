#include "ui/timeline/importflow.h"

#include "app/brief/importhooks.h"
#include "ui/timeline/importdialog.h"
#include "ui/workbench/jobstrip.h"
#include "ui/workbench/panel.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMimeData>
#include <QStatusBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

const QString rejectsName = u"rejects.csv"_s;

/// The local file of what is dragged; empty when it is anything else.
QString fileOf(const QMimeData *data)
{
    const auto addresses = data->urls();
    return addresses.size() == 1 && addresses.first().isLocalFile() ? addresses.first().toLocalFile() : QString();
}

} // namespace

ImportFlow::ImportFlow(Project &project, Panel *panel)
    : QObject(panel)
    , m_project(project)
    , m_panel(panel)
    , m_strip(new JobStrip(panel))
{
    panel->setAcceptDrops(true);
    panel->installEventFilter(this);
}

ImportFlow::~ImportFlow()
{
    delete m_strip;
}

void ImportFlow::placeStrip()
{
    QWidget *window = m_panel;
    while (window && !qobject_cast<QMainWindow *>(window))
        window = window->parentWidget();
    if (auto *main = qobject_cast<QMainWindow *>(window); main && m_strip->parentWidget() == m_panel)
        main->statusBar()->addPermanentWidget(m_strip);
}

ImportDialog *ImportFlow::dialog() const
{
    return m_dialog;
}

bool ImportFlow::isRunning() const
{
    return m_strip->isRunning();
}

void ImportFlow::choose()
{
    const QString path = QFileDialog::getOpenFileName(m_panel, tr("Import events"), {},
        tr("Data sets (*.csv *.tsv *.tab *.txt *.json *.xml)") + u";;"_s + tr("All files (*)"));
    if (!path.isEmpty())
        preview(path);
}

void ImportFlow::preview(const QString &path)
{
    if (m_dialog || isRunning() || m_project.isReadOnly())
        return;
    m_dialog = new ImportDialog(m_project, path, m_panel);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this] { start(m_dialog->file()); });
    m_dialog->open();
}

void ImportFlow::start(const ImportFile &file)
{
    if (isRunning())
        return;
    if (!m_project.lend()) {
        m_panel->notice()->show({tr("Nothing was imported."), tr("The project cannot be changed now."), {}, Error::Kind::InUse});
        return;
    }
    m_rejects = std::make_shared<QTemporaryDir>();
    const ImportOptions options{file, false, m_rejects->filePath(rejectsName)};
    auto outcome = std::make_shared<Result<Outcome>>();
    const auto work = [path = m_project.path(), options, outcome, folder = m_rejects](JobState &state) -> Result<QString> {
        const auto project = Project::openLent(path);
        if (!project) {
            *outcome = failure(project);
            return failure(project);
        }
        Changes changes;
        QObject::connect(project->get(), &Project::changed, project->get(), [&changes](const Changes &made) { changes = made; });
        const auto report = importEvents(**project, options, importHooks((*project)->reader()), &state);
        *outcome = report ? Result<Outcome>(Outcome{*report, changes}) : Result<Outcome>(failure(report));
        // Stopped too late is done.
        return report ? Result<QString>(QString()) : failure(report);
    };
    placeStrip();
    m_panel->notice()->close();
    m_strip->start(tr("Importing “%1”").arg(QFileInfo(file.path).fileName()), work, [this, outcome](const Result<QString> &) { finish(outcome); },
        [this] { finish(std::make_shared<Result<Outcome>>(failure({}, {}, {}, Error::Kind::Cancelled))); });
}

void ImportFlow::finish(const std::shared_ptr<Result<Outcome>> &outcome)
{
    m_project.settle(*outcome ? (*outcome)->changes : Changes());
    if (*outcome)
        tell((*outcome)->report);
    else if (outcome->error().kind == Error::Kind::Cancelled)
        m_panel->notice()->show(Notice::Severity::Done, tr("The import was stopped; nothing was changed."));
    else
        m_panel->notice()->show(outcome->error());
    Q_EMIT ended();
}

void ImportFlow::tell(const ImportReport &report)
{
    const QLocale locale;
    QString text = tr("Imported: %1 added, %2 changed, %3 removed.").arg(locale.toString(report.added), locale.toString(report.updated), locale.toString(report.removed));
    if (report.skipped == 0)
        return m_panel->notice()->show(Notice::Severity::Done, text, tr("Undo"), [this] { m_panel->tell(m_project.undo()); });
    text += u' ' + tr("%n rows gave no event", nullptr, int(report.skipped)) + u' ' + tr("(line %1: %2)").arg(report.errors.first().line).arg(report.errors.first().message);
    m_panel->notice()->show(Notice::Severity::Warning, text, tr("Save rejected rows…"), [this] { saveRejects(); });
}

void ImportFlow::saveRejects()
{
    const QString path = QFileDialog::getSaveFileName(m_panel, tr("Save rejected rows"), rejectsName, tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    QFile::remove(path);
    if (!QFile::copy(m_rejects->filePath(rejectsName), path))
        m_panel->notice()->show({tr("The rejected rows were not saved."), tr("“%1” could not be written.").arg(path), tr("Choose another folder."), Error::Kind::NotAllowed});
}

bool ImportFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_panel || (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop))
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = fileOf(drop->mimeData());
    if (path.isEmpty() || m_project.isReadOnly())
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        preview(path);
    return true;
}

} // namespace redoubt
