#pragma once

#include "app/project/project.h"
#include "app/sources/excerpt.h"
#include "ui/workbench/lazy.h"

#include <QWidget>

class QStackedWidget;

namespace redoubt {

class CaptureHeader;
class CaptureText;
class Comparison;
class EmptyState;
class ExcerptBar;
class FindBar;
class PageView;
class PictureView;

/// Shows what was captured of a source, the latest capture first: its text with its excerpts, what changed since an earlier capture,
/// the pages of a PDF, or a picture.
class SourceReader : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *capture = nullptr;
        QAction *paste = nullptr;
        QAction *keep = nullptr;
        QAction *attach = nullptr;
        QAction *dispute = nullptr;
        QAction *compare = nullptr; ///< these two can be checked
        QAction *showPages = nullptr;
        QAction *copyQuotation = nullptr;
        QAction *removeExcerpt = nullptr;
    };

    enum class View { Text, Comparison, Pages, Picture };

    SourceReader(Project &project, const Actions &actions, QWidget *parent = nullptr);

    /// Shows the latest capture of a source; none shows nothing.
    void setSource(Id<Source> id);

    /// Chooses an excerpt of the source and moves it into view, in whichever capture it stands; none chooses none.
    void choose(Id<Excerpt> id);
    [[nodiscard]] std::optional<Excerpt> chosen() const;

    /// Shows a capture of the source, and selects a passage of its text in view; none where the length is 0.
    void showPlace(Id<Capture> capture, qsizetype start, qsizetype length);

    /// The next or previous excerpt in the text, around the end.
    void stepExcerpt(int by);

    [[nodiscard]] Id<Source> source() const { return m_source; }
    [[nodiscard]] CaptureText *text() const { return m_text; }
    void openFind();
    void editSpeaker();

    /// All captures of the source, the latest first.
    [[nodiscard]] const QList<Capture> &captures() const { return m_captures; }
    /// The excerpt as Markdown with its citation.
    [[nodiscard]] QString quote(const Excerpt &excerpt) const;

    [[nodiscard]] View view() const { return m_view; }
    [[nodiscard]] bool canCompare() const { return m_captures.size() > 1; }
    [[nodiscard]] bool hasPages() const;
    /// Shows what the capture can be shown as; else its text, or the picture that it is. Text and pages keep the page.
    void setView(View view);

    /// The type, or what is shown of a page or picture, one step larger or smaller; 0 as usual.
    void zoom(int by);
    void setTypeSize(int step);
    [[nodiscard]] int typeSize() const;

Q_SIGNALS:
    void excerptChosen(redoubt::Id<redoubt::Excerpt> id);
    void failed(const redoubt::Error &error);
    void escaped();
    /// Another capture, another selection or another excerpt: what the actions can do may have changed.
    void stateChanged();

private:
    void refresh(const Changes &changes);
    void load();
    void show(int number);
    /// False where it is none of the source.
    bool showCapture(Id<Capture> id);
    void loadExcerpts();
    void sayRetraction();
    void layOut(const Actions &actions);

    // readerviews.cpp: what the capture is shown as
    Comparison *makeComparison();
    PageView *makePages();
    PictureView *makePicture();
    [[nodiscard]] bool isPicture() const;
    void showView(View view);
    void leaveView();

    Project &m_project;
    Id<Source> m_source;
    QList<Capture> m_captures;
    QStackedWidget *m_pages; ///< nothing or something
    EmptyState *m_nothing;
    CaptureHeader *m_header;
    QStackedWidget *m_views; ///< the text first
    FindBar *m_find;
    CaptureText *m_text;
    ExcerptBar *m_excerptBar;
    View m_view = View::Text;
    Lazy<Comparison> m_comparison;
    Lazy<PageView> m_pageView;
    Lazy<PictureView> m_picture;
};

} // namespace redoubt
