#pragma once

#include "app/brief/brief.h"
#include "ui/workbench/newestread.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QSpinBox;
class QToolButton;

namespace redoubt {

class BriefTextEdit;
class PageSheets;
class ViewedPages;

/// The pages of the brief in an editor as its PDF will have them. They are set on a thread of its own, with a reader of its own, when
/// nothing was typed for a moment, and only while the pane is seen; the pages before stay until then. The line of the cursor is
/// marked and kept on the screen; a click goes to the place in the text.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    /// Both must live longer.
    PreviewPane(const Project &project, BriefTextEdit &editor, QWidget *parent = nullptr);
    ~PreviewPane() override;

    /// The brief whose text is in the editor; its properties may have changed.
    void setBrief(Id<Brief> brief);
    /// What is printed with the text, or the text, has changed.
    void refresh();
    /// Stops reading the project, which may be closed then.
    void stop();

    [[nodiscard]] PageSheets *sheets() const { return m_sheets; }
    /// What is said above the pages; empty while all is well.
    [[nodiscard]] QString message() const;
    /// Whether the pages are those of the present text.
    [[nodiscard]] bool isUpToDate() const;

Q_SIGNALS:
    /// A position of the text was chosen on a page.
    void placeChosen(qsizetype position);
    void closed();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Pages = std::shared_ptr<const ViewedPages>;
    struct Edit
    {
        int from = 0;
        int removed = 0;
        int added = 0;
    };
    QWidget *makeBar();
    QToolButton *addButton(QWidget *bar, const QString &name, const QString &icon, const QString &words);
    void start();
    void take(const Result<Pages> &pages);
    void followCursor();
    void showView();
    void showWork();
    /// From the text that the shown pages are made from to the present one, and back.
    [[nodiscard]] qsizetype now(qsizetype source) const;
    [[nodiscard]] qsizetype onPages(qsizetype position) const;

    const Project &m_project;
    BriefTextEdit &m_editor;
    PageSheets *m_sheets;
    QLabel *m_message;
    QLabel *m_work;
    QLabel *m_count;
    QLabel *m_zoom;
    QSpinBox *m_number;
    QTimer m_pause;
    QTimer m_working; ///< tells how far it is
    QElapsedTimer m_elapsed;
    NewestRead m_reading;
    Id<Brief> m_brief;
    QList<Edit> m_edits;    ///< of the text since the shown pages were begun
    qsizetype m_begun = 0;  ///< how many of them had been made when the pages that are being set were begun
    bool m_isOld = true;    ///< the pages are those of another text or project
};

} // namespace redoubt
