#pragma once

#include "app/sources/excerpt.h"

#include <QTextEdit>

class QPushButton;

namespace redoubt {

/// A captured text to read: plain text only, nothing is loaded, nothing can be changed. Excerpts are marker strokes under the
/// text, with their speakers in the margin. Positions are UTF-16 units of the capture's text.
class CaptureText : public QTextEdit
{
    Q_OBJECT

public:
    explicit CaptureText(QWidget *parent = nullptr);

    void setCapture(const Capture &capture);
    void setExcerpts(const QList<Excerpt> &excerpts);

    /// Draws one of the excerpts as the chosen one; none when the id is none.
    void setChosen(Id<Excerpt> id);
    [[nodiscard]] Id<Excerpt> chosen() const { return m_chosen; }

    /// Moves the excerpt into view.
    void showExcerpt(Id<Excerpt> id);

    [[nodiscard]] const Capture &capture() const { return m_capture; }
    [[nodiscard]] const QList<Excerpt> &excerpts() const { return m_excerpts; }
    [[nodiscard]] qsizetype selectionStart() const { return textCursor().selectionStart(); }
    [[nodiscard]] qsizetype selectionEnd() const { return textCursor().selectionEnd(); }

    /// What a click on the floating button beside a selection does; owned elsewhere.
    void setKeepAction(QAction *action);

    /// The places of all occurrences of `text`, in order.
    [[nodiscard]] QList<qsizetype> occurrences(const QString &text) const;
    void selectPassage(qsizetype start, qsizetype end);
    /// Selects it in the middle of the view.
    void showPassage(qsizetype start, qsizetype end);

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void excerptClicked(redoubt::Id<redoubt::Excerpt> id);
    void findRequested();
    void escaped();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void placeKeepButton();
    [[nodiscard]] const Excerpt *excerptAt(const QPoint &point) const;
    [[nodiscard]] QList<QRectF> strokes(const Excerpt &excerpt) const;
    [[nodiscard]] int marginWidth() const;
    void drawExcerpt(QPainter &painter, const Excerpt &excerpt) const;
    int drawSpeaker(QPainter &painter, const Excerpt &excerpt, int top) const;

    Capture m_capture;
    QList<Excerpt> m_excerpts;
    Id<Excerpt> m_chosen;
    QAction *m_keep = nullptr;
    QPushButton *m_keepButton;
    QPoint m_pressed;
};

} // namespace redoubt
