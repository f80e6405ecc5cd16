#pragma once

#include <QPlainTextDocumentLayout>

namespace redoubt {

/// The layout of QPlainTextEdit with space between the lines, which it leaves out. Half of the space stands above a line,
/// half below, so that a block's lines keep the same distance across blocks.
class WritingLayout : public QPlainTextDocumentLayout
{
public:
    explicit WritingLayout(QTextDocument *document);

    [[nodiscard]] QRectF blockBoundingRect(const QTextBlock &block) const override;
};

} // namespace redoubt
