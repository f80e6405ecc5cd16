#include "ui/sources/capture/captureflow.h"

#include "app/project/project.h"
#include "ui/sources/capture/capturepane.h"
#include "ui/workbench/panel.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace redoubt {

CaptureFlow::CaptureFlow(Project &project, Panel *panel, const CaptureLimits &limits)
    : QObject(panel)
    , m_project(project)
    , m_panel(panel)
    , m_queue(project, limits)
    , m_model(m_queue)
{
    m_threads.setMaxThreadCount(1);
    connect(&m_queue, &CaptureQueue::changed, this, &CaptureFlow::tellStatus);
    connect(&m_queue, &CaptureQueue::finished, this, &CaptureFlow::finish);
}

CaptureFlow::~CaptureFlow()
{
    delete m_pane;
    m_threads.waitForDone();
}

CapturePane *CaptureFlow::pane()
{
    if (!m_pane) {
        m_pane = new CapturePane(m_model, m_panel);
        connect(m_pane, &CapturePane::asked, this, &CaptureFlow::start);
        connect(m_pane, &CapturePane::chosen, this, &CaptureFlow::chosen);
        connect(m_pane, &CapturePane::closed, this, &CaptureFlow::paneClosed);
    }
    return m_pane;
}

void CaptureFlow::start(const QStringList &addresses, Id<Source> into)
{
    m_panel->notice()->close();
    for (const QString &address : addresses)
        m_model.add(address, into);
    tellStatus();
}

void CaptureFlow::tellStatus()
{
    const QList<CaptureItem> items = m_model.since(m_told);
    if (!m_queue.isRunning() || items.isEmpty()) {
        Q_EMIT statusChanged({});
        return;
    }
    double whole = 0;
    for (const CaptureItem &item : items)
        whole += item.isOver() ? 1 : item.progress;
    const auto over = std::ranges::count_if(items, &CaptureItem::isOver);
    const QLocale locale;
    Q_EMIT statusChanged(tr("Capturing %1 of %2 · %3 %")
            .arg(locale.toString(std::min<qsizetype>(over + 1, items.size())), locale.toString(items.size()), locale.toString(int(whole * 100 / double(items.size())))));
}

void CaptureFlow::finish()
{
    const QList<CaptureItem> over = m_model.since(m_told);
    m_told = m_queue.items().size();
    tellStatus();
    if (over.isEmpty())
        return;
    QList<Id<Source>> made;
    for (const CaptureItem &item : over) {
        if (item.state == CaptureItem::State::Done && item.isNewSource)
            made.append(item.source);
    }
    if (over.size() == 1 && over.first().state == CaptureItem::State::Done)
        Q_EMIT arrived(over.first().source);
    tell(captureReport(over), made);
}

bool CaptureFlow::keep(DocumentsRead &&read, const std::optional<Source> &into)
{
    QList<Source> kept;
    const auto titleOf = [&] { return into ? into->title : read.documents.isEmpty() ? QString() : sourceOf(read.documents.first(), {}).title; };
    const QString what = read.documents.size() == 1 ? tr("Capture “%1”").arg(titleOf()) : tr("Capture %1 documents").arg(QLocale().toString(read.documents.size()));
    const auto done = m_project.edit(what, [&](Writer &writer) -> Result<> {
        for (Captured &document : read.documents) {
            Source source = into ? *into : sourceOf(document, document.capture.address);
            if (auto added = addCaptured(writer, source, document); !added)
                return added;
            kept.append(source);
        }
        return {};
    });
    if (!m_panel->tell(done))
        return false;
    QList<Id<Source>> made;
    for (const Source &source : std::as_const(kept))
        made.append(source.id);
    if (kept.size() == 1 || (into && !kept.isEmpty()))
        Q_EMIT chosen(kept.first().id);
    tell(documentsReport(kept.size(), titleOf(), read.failures), into ? QList<Id<Source>>() : made);
    return !kept.isEmpty();
}

void CaptureFlow::tell(const CaptureReport &report, const QList<Id<Source>> &made)
{
    if (made.isEmpty())
        return show(report, {});
    using Found = std::optional<Lookalike>;
    auto *watcher = new QFutureWatcher<Found>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, report] {
        watcher->deleteLater();
        show(report, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_threads, [path = m_project.path(), made] { return lookalike(path, made); }));
}

void CaptureFlow::show(const CaptureReport &report, const std::optional<Lookalike> &like)
{
    using Offer = CaptureReport::Offer;
    Notice *notice = m_panel->notice();
    if (report.offer == Offer::ShowFailure) {
        const QString also = like ? u' ' + tr("“%1” is perhaps the same as “%2”: %3.").arg(like->title, like->otherTitle, like->reason) : QString();
        return notice->show(report.severity, report.text + also, tr("Show"), [this] { showFailure(); });
    }
    if (like) {
        const QString text = report.text + u' ' + tr("“%1” is perhaps the same as “%2”: %3.").arg(like->title, like->otherTitle, like->reason);
        return notice->show(Notice::Severity::Warning, text, tr("Look at it"), [this, other = like->other] { Q_EMIT chosen(other); });
    }
    if (report.offer == Offer::Undo)
        return notice->show(report.severity, report.text, tr("Undo"), [this] { m_panel->tell(m_project.undo()); });
    if (report.offer == Offer::Show)
        return notice->show(report.severity, report.text, tr("Show"), [this] { Q_EMIT paneWanted(); });
    notice->show(report.severity, report.text);
}

void CaptureFlow::showFailure()
{
    Q_EMIT paneWanted();
    for (int row = m_model.rowCount() - 1; row >= 0; --row) {
        if (m_model.item(row).state == CaptureItem::State::Failed)
            return pane()->choose(row);
    }
}

} // namespace redoubt
