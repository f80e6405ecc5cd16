#pragma once

#include "app/project/project.h"
#include "app/sources/excerpt.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace redoubt {

class CaptureText;
class EmptyState;
class ExcerptBar;
class FindBar;

/// Shows what was captured of a source, the latest capture first, with its excerpts.
class SourceReader : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *paste = nullptr;
        QAction *keep = nullptr;
        QAction *attach = nullptr;
        QAction *copyQuotation = nullptr;
        QAction *removeExcerpt = nullptr;
    };

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

    Project &m_project;
    Id<Source> m_source;
    QList<Capture> m_captures;
    QStackedWidget *m_pages;
    EmptyState *m_nothing;
    QComboBox *m_chooser;
    QLabel *m_only; ///< in the chooser's place while there is one capture
    QLabel *m_hash;
    FindBar *m_find;
    CaptureText *m_text;
    ExcerptBar *m_excerptBar;
};

} // namespace redoubt
