#pragma once

#include <QFont>
#include <QPlainTextDocumentLayout>
#include <QTextLayout>

namespace redoubt {

/// Lays out a plain text for reading: lines stand look::writingLineHeight sizes of the text apart, the space shared above and below
/// them. Blocks are laid out when they are looked at, as by the base class. A block of more than `longest` letters, which has no
/// spaces to speak of, is cut where the line ends: to look for the ends of its words takes minutes.
class WritingLayout : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    static constexpr int longest = 16'000;

    explicit WritingLayout(QTextDocument *document);

    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock &block) const override;

    /// Above and below a line as high as this.
    [[nodiscard]] qreal spaceFor(qreal lineHeight) const;

    /// Sets a block in these formats. One that nobody has looked at yet costs nothing more.
    void setFormats(const QTextBlock &block, const QList<QTextLayout::FormatRange> &formats);

protected:
    void documentChanged(int from, int removed, int added) override;

private:
    [[nodiscard]] qreal spaceFactor() const;
    void layOutLong(const QTextBlock &block) const;

    int m_blockCount = 1;
    bool m_quiet = false; ///< only formats change, where nobody looks
    mutable QFont m_font; ///< that m_factor holds for
    mutable qreal m_factor = -1;
};

} // namespace redoubt
