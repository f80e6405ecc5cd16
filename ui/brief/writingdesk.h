#pragma once

#include "app/brief/brief.h"

#include <QSplitter>

class QAction;

namespace redoubt {

class BriefTextEdit;
class PreviewPane;
class Project;

/// The text of a brief with what may stand beside it: a second view of the same text below, and the pages, right of it where there is
/// room and else below. The editor is always the view that is written in: when the other one is entered the two change places, and
/// with them cursors and places on the screen, so that nothing is seen of it.
class WritingDesk : public QSplitter
{
    Q_OBJECT

public:
    /// Both must live longer.
    WritingDesk(const Project &project, BriefTextEdit &editor, QWidget *parent = nullptr);
    ~WritingDesk() override;

    /// The brief whose text is in the editor; its properties may have changed.
    void setBrief(Id<Brief> brief);

    void showTwoViews(bool two);
    void showPages(bool shown);
    /// Stops reading the project, which may be closed then.
    void stop();

    /// The view that is not written in; none while there is one view.
    [[nodiscard]] BriefTextEdit *otherView() const { return m_other; }
    /// None before they are shown for the first time.
    [[nodiscard]] PreviewPane *pages() const { return m_pages; }

Q_SIGNALS:
    void pagesClosed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void enterOther();
    void fitDirection();

    const Project &m_project;
    BriefTextEdit &m_editor;
    QSplitter *m_views;
    BriefTextEdit *m_other = nullptr;
    PreviewPane *m_pages = nullptr;
    Id<Brief> m_brief;
    bool m_isPassingOn = false; ///< the mouse was pressed in the other view, whose place the editor has taken
};

} // namespace redoubt
