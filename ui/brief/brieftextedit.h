#pragma once

#include "app/brief/typedchange.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <memory>

namespace redoubt {

class BriefHighlighter;
class Syntax;
class TextMarks;
class WritingLayout;
class WrittenText;

/// Where a brief is written: plain Markdown, set for reading. A measure of at most 72 characters stands in the middle; left of
/// it is room for a margin. The Tab key moves the focus, as in a form; text has no use for it.
class BriefTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit BriefTextEdit(std::shared_ptr<Syntax> syntax, QWidget *parent = nullptr);
    /// A second view of the text of another one, with its marks; as wide as that, as lines are broken once. The other one must live longer.
    explicit BriefTextEdit(BriefTextEdit &first, QWidget *parent = nullptr);

    /// Another text, with nothing to undo.
    void setText(const QString &text);
    /// The same text as changed elsewhere: only the part that differs is replaced, as one step of the undo stack;
    /// the cursor and the place on the screen stay.
    void takeText(const QString &text);

    /// Replaces a range by text as one step of the undo stack.
    void replace(TextRange range, const QString &text);
    /// Changes the text that begins at `offset` as one step of the undo stack, which what is typed next does not join.
    void carryOut(const TypedChange &change, qsizetype offset);
    /// Puts a mark (`**`) on both sides of the selection, or takes it off when it is there.
    void toggleAround(const QString &mark);

    [[nodiscard]] TextMarks &marks() { return *m_marks; }
    [[nodiscard]] bool isOnScreen(TextRange range) const;
    /// Sets and lays out what is on the screen, before it is painted; see Panel::settle.
    void settle();
    /// Scrolls a position to the upper third; the cursor and the focus stay.
    void scrollTo(qsizetype position);
    /// Puts the cursor there and scrolls to it.
    void goTo(qsizetype position);
    /// Selects a passage and scrolls to it; the focus stays.
    void showPassage(TextRange range);

    /// The free strip left of the text, in the coordinates of this widget.
    [[nodiscard]] QRect marginArea() const;
    /// The line that a position stands on, in the coordinates of the viewport.
    [[nodiscard]] QRect lineOf(qsizetype position) const;
    [[nodiscard]] TextRange shownRange() const;
    /// False for what is folded away.
    [[nodiscard]] bool isUnfolded(qsizetype position) const { return document()->findBlock(int(position)).isVisible(); }

    /// What is written, with \n as line ends; toPlainText() takes too long for a large text, and loses spaces that do not break.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString text(TextRange range) const;
    [[nodiscard]] WrittenText &written() const { return *m_written; }

Q_SIGNALS:
    /// The text is another one. QPlainTextEdit::textChanged comes too when only its looks are.
    void edited();
    /// The strip of marginArea() or what stands beside it has moved.
    void marginMoved();
    /// The text has been painted: what stands over it can be, on the viewport.
    void painted();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void setUp();
    void fitLook();
    void fitMeasure();
    void drawMarks(const QRect &area, bool behind);
    [[nodiscard]] QPointF onLine(QPointF point) const;

    WritingLayout *m_layout;
    WrittenText *m_written;
    BriefHighlighter *m_highlighter;
    TextMarks *m_marks;
    bool m_isFirst = true; ///< the text is its own
    int m_revision = 0;
};

} // namespace redoubt
