#pragma once

#include <QTextBlock>
#include <QWidget>

namespace redoubt {

class BriefTextEdit;

/// Folds the sections of a brief: what stands below a heading, up to the next one of its level or above, is hidden. Marks left of
/// the headings fold and unfold. What is folded opens when the cursor goes into it, and when its heading is gone, so that no text
/// is ever out of reach. A section within another unfolds with it.
class Folding : public QWidget
{
    Q_OBJECT

public:
    explicit Folding(BriefTextEdit &editor);

    /// Of the section that the cursor stands in.
    void toggleAtCursor();
    void foldAll();
    void unfoldAll();

    [[nodiscard]] bool isFolded(const QTextBlock &heading) const;

    /// The folded headings, as the numbers and the text of their lines. A line that says something else is left alone.
    using Folds = QList<std::pair<int, QString>>;
    [[nodiscard]] Folds folds() const;
    void setFolds(const Folds &folds);

    /// Where the mark of a heading is drawn; empty when it is not on the screen.
    [[nodiscard]] QRect markOf(const QTextBlock &heading) const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void fit();
    void fold(const QTextBlock &heading);
    void unfold(const QTextBlock &heading);
    void toggle(const QTextBlock &heading);
    void setShown(QTextBlock first, const QTextBlock &end, bool shown);
    void reveal(QTextBlock hidden);
    void revealCursor();
    void revealOrphans();
    void paintEllipses();
    [[nodiscard]] QList<QTextBlock> headingsOnScreen() const;
    [[nodiscard]] QTextBlock headingAt(QPoint point) const;

    BriefTextEdit &m_editor;
    QPair<int, int> m_changed; ///< between these positions the text is another one
};

} // namespace redoubt
