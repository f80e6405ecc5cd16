#pragma once

#include "app/sources/excerpt.h"
#include "ui/sources/readingtext.h"

#include <functional>

class QPushButton;

namespace redoubt {

/// A captured text to read. Excerpts are marker strokes under the text, with their speakers and notes in the margin; above each page
/// of a PDF stands its number. The stroke of the chosen excerpt can be dragged into a text.
class CaptureText : public ReadingText
{
    Q_OBJECT

public:
    explicit CaptureText(QWidget *parent = nullptr);

    void setCapture(const Capture &capture);
    void setExcerpts(const QList<Excerpt> &excerpts);

    /// Draws one of the excerpts as the chosen one; none when the id is none.
    void setChosen(Id<Excerpt> id);
    [[nodiscard]] Id<Excerpt> chosen() const { return m_chosen; }

    /// Moves the excerpt, or a passage, into view.
    void showExcerpt(Id<Excerpt> id);
    void showPassage(qsizetype start, qsizetype end);

    [[nodiscard]] const Capture &capture() const { return m_capture; }
    [[nodiscard]] const QList<Excerpt> &excerpts() const { return m_excerpts; }

    /// Of a text in pages, from 0: the one that a position stands on, and where one begins.
    [[nodiscard]] int pageOf(qsizetype position) const;
    [[nodiscard]] qsizetype startOfPage(int page) const;

    /// What a click on the floating button beside a selection does; owned elsewhere.
    void setKeepAction(QAction *action);
    /// What is dropped where an excerpt is dragged to.
    void setQuoting(std::function<QString(const Excerpt &)> quote) { m_quote = std::move(quote); }

Q_SIGNALS:
    void excerptClicked(redoubt::Id<redoubt::Excerpt> id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] int marginWidth() const override;

private:
    void placeKeepButton();
    [[nodiscard]] const Excerpt *excerptAt(const QPoint &point) const;
    [[nodiscard]] bool isOnChosen(const QPoint &point) const;
    void dragChosen();

    // capturestrokes.cpp: how excerpts and pages are drawn
    [[nodiscard]] QList<QRectF> strokes(qsizetype start, qsizetype end) const;
    void drawExcerpt(QPainter &painter, const Excerpt &excerpt) const;
    int drawMargin(QPainter &painter, const Excerpt &excerpt, int top) const;
    void drawPages(QPainter &painter, int first, int last) const;

    Capture m_capture;
    QList<Excerpt> m_excerpts;
    QList<qsizetype> m_pages; ///< where each page begins; empty where there are none
    Id<Excerpt> m_chosen;
    QAction *m_keep = nullptr;
    QPushButton *m_keepButton;
    QPoint m_pressed;
    bool m_mayDrag = false;
    std::function<QString(const Excerpt &)> m_quote;
};

} // namespace redoubt
