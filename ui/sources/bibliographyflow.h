#pragma once

#include "app/project/project.h"
#include "app/sources/bibliographyimport.h"

#include <QObject>
#include <QPointer>

namespace redoubt {

class JobStrip;
class Panel;

/// Bibliographies in and out, from within a panel. A file is chosen and read into the project on a thread of its own while the window
/// goes on reading; it is one action. What came of it stands in the panel's notice.
class BibliographyFlow : public QObject
{
    Q_OBJECT

public:
    /// Lives no longer than the panel.
    BibliographyFlow(Project &project, Panel *panel);
    ~BibliographyFlow() override;

    /// Asks for a file, and imports it.
    void choose();
    /// RIS, BibTeX or CSL-JSON, whichever its content is.
    void start(const QString &path);

    /// Asks where to, with this name at first; the path has the ending of the chosen format. Empty when nothing was chosen.
    [[nodiscard]] QString askWhereTo(const QString &name) const;
    /// What a file gets when its name has no ending: that of the filter chosen in the dialog.
    [[nodiscard]] static QString withEnding(const QString &path, const QString &filter);

    [[nodiscard]] bool isRunning() const;

    /// What came of an import, in a sentence.
    [[nodiscard]] static QString reportText(const BibliographyReport &report);

Q_SIGNALS:
    /// An import has ended, in whatever way.
    void ended();
    /// There is more to say than the notice does: what was skipped, with lines and reasons.
    void reportAsked(const redoubt::BibliographyReport &report, const QString &file);

private:
    struct Outcome
    {
        BibliographyReport report;
        Changes changes;
    };
    void placeStrip();
    void finish(const std::shared_ptr<Result<Outcome>> &outcome, const QString &path);
    void tell(const BibliographyReport &report, const QString &path);

    Project &m_project;
    Panel *m_panel;
    QPointer<JobStrip> m_strip; ///< in the status line of the window
};

} // namespace redoubt
