#pragma once

#include <QTextEdit>

namespace redoubt {

/// A text from outside, to read: plain text only, in lines of a length that reads well. Nothing is loaded, nothing runs, nothing can
/// be changed. Positions are UTF-16 units of the text as it was given; paragraphs of more than a few thousand letters are
/// laid out in pieces, so the document's own positions may be others behind them.
class ReadingText : public QTextEdit
{
    Q_OBJECT

public:
    static constexpr int smallestType = -4;
    static constexpr int largestType = 8;

    explicit ReadingText(QWidget *parent = nullptr);

    [[nodiscard]] const QString &shownText() const { return m_text; }

    /// Steps of a tenth above or below the usual size, kept within the bounds above.
    void setTypeSize(int step);
    [[nodiscard]] int typeSize() const { return m_typeSize; }

    /// The places of all occurrences of `text`, in order.
    [[nodiscard]] QList<qsizetype> occurrences(const QString &text) const;

    [[nodiscard]] qsizetype selectionStart() const { return inText(textCursor().selectionStart()); }
    [[nodiscard]] qsizetype selectionEnd() const { return inText(textCursor().selectionEnd()); }
    void selectPassage(qsizetype start, qsizetype end);

    /// The position that is read first on the screen: near the upper edge, below the number of a page.
    [[nodiscard]] qsizetype firstShown() const;
    /// Scrolls a position to there.
    void scrollTo(qsizetype position);

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void findRequested();
    void escaped();
    /// By the wheel: one step up or down.
    void typeSizeAsked(int by);

protected:
    /// A stretch of the text up to `end` that is drawn in a way of its own.
    struct Part
    {
        qsizetype end = 0;
        QTextCharFormat format;
    };

    /// Shows another text; `parts`, in order, cover all of it, or there are none. Room for a line is left above each of `pages`.
    void showText(const QString &text, const QList<Part> &parts = {}, const QList<qsizetype> &pages = {});

    [[nodiscard]] int inDocument(qsizetype position) const;
    [[nodiscard]] qsizetype inText(int position) const;

    /// Centres the text with the margin beside it.
    void fit();
    /// The width beside the text that is kept free.
    [[nodiscard]] virtual int marginWidth() const { return 0; }
    /// The height that is left free above a page.
    [[nodiscard]] int pageGap() const;

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void build();
    void scrollTo(qsizetype position, int top);
    void write(QTextDocument *document);
    void leaveRoom(QTextDocument *document) const;

    QString m_text;
    QList<Part> m_parts;
    QList<qsizetype> m_pages;
    QList<qsizetype> m_cuts; ///< of the text: where a paragraph goes on in another block
    int m_typeSize = 0;
};

} // namespace redoubt
