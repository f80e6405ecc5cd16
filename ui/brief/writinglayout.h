#pragma once

#include <QPlainTextDocumentLayout>

namespace redoubt {

/// The layout of QPlainTextEdit with space between the lines, which it leaves out. Half of the space stands above a line,
/// half below, so that a block's lines keep the same distance across blocks. Larger and smaller text keeps the proportion.
class WritingLayout : public QPlainTextDocumentLayout
{
public:
    explicit WritingLayout(QTextDocument *document);

    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock &block) const override;

    /// The space above and below a line of this height.
    [[nodiscard]] qreal spaceFor(qreal lineHeight) const;
};

} // namespace redoubt
