#pragma once

#include "app/project/project.h"
#include "app/timeline/import/eventimport.h"

#include <QObject>
#include <QPointer>

class QTemporaryDir;

namespace redoubt {

class ImportDialog;
class JobStrip;
class Panel;

/// Import of events from within a panel: a file is chosen or dropped on the panel, its preview shown, and the import runs on a
/// thread of its own while the window goes on reading. What came of it stands in the panel's notice.
class ImportFlow : public QObject
{
    Q_OBJECT

public:
    /// Lives no longer than the panel.
    ImportFlow(Project &project, Panel *panel);
    ~ImportFlow() override;

    /// Asks for a file.
    void choose();
    /// Shows what would come of a file.
    void preview(const QString &path);
    /// Imports it.
    void start(const ImportFile &file);

    /// The preview that is open; null when none is.
    [[nodiscard]] ImportDialog *dialog() const;
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    /// An import has ended, in whatever way.
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Outcome
    {
        ImportReport report;
        Changes changes;
    };
    void finish(const std::shared_ptr<Result<Outcome>> &outcome);
    void placeStrip();
    void tell(const ImportReport &report);
    void saveRejects();

    Project &m_project;
    Panel *m_panel;
    QPointer<JobStrip> m_strip; ///< in the status line of the window
    QPointer<ImportDialog> m_dialog;
    std::shared_ptr<QTemporaryDir> m_rejects; ///< where the skipped rows of the last import are
};

} // namespace redoubt
