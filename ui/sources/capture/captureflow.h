#pragma once

#include "ui/sources/capture/capturequeuemodel.h"
#include "ui/sources/capture/capturereport.h"
#include "ui/sources/capture/documentsread.h"

#include <QPointer>
#include <QThreadPool>

namespace redoubt {

class CapturePane;
class Panel;

/// Capturing from within a panel: the queue of addresses with its pane, documents that were read, and what came of it in the
/// panel's notice. Addresses are fetched only by start(). Going stops what is under way; what has come stays.
class CaptureFlow : public QObject
{
    Q_OBJECT

public:
    /// Lives no longer than the panel and the project.
    CaptureFlow(Project &project, Panel *panel, const CaptureLimits &limits = {});
    ~CaptureFlow() override;

    /// Made when it is first asked for; belongs to the panel.
    [[nodiscard]] CapturePane *pane();

    /// Fetches addresses. With a source they become captures of it, else of the sources that have these addresses, or of new ones.
    void start(const QStringList &addresses, Id<Source> into = {});

    /// Keeps documents in one action: as captures of a source, or each as a new one. False when nothing was kept.
    bool keep(DocumentsRead &&read, const std::optional<Source> &into);

    [[nodiscard]] bool isRunning() const { return m_queue.isRunning(); }

Q_SIGNALS:
    /// "Capturing 2 of 4 · 45 %"; empty when nothing is under way.
    void statusChanged(const QString &text);
    /// The source of the one address that was captured.
    void arrived(redoubt::Id<redoubt::Source> source);
    /// A source that the user wants to see, or has just made of a document.
    void chosen(redoubt::Id<redoubt::Source> source);
    void paneWanted();
    void paneClosed();

private:
    void tellStatus();
    void finish();
    void tell(const CaptureReport &report, const QList<Id<Source>> &made);
    void show(const CaptureReport &report, const std::optional<Lookalike> &like);
    void showFailure();

    Project &m_project;
    Panel *m_panel;
    CaptureQueue m_queue;
    CaptureQueueModel m_model;
    QPointer<CapturePane> m_pane; ///< shows the model
    QThreadPool m_threads;
    qsizetype m_told = 0; ///< how many of the queue's items were over and told of
};

} // namespace redoubt
