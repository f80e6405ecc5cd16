#include "ui/brief/writinglayout.h"

#include "ui/look/look.h"

#include <QTextBlock>
#include <QTextLayout>

namespace redoubt {

WritingLayout::WritingLayout(QTextDocument *document)
    : QPlainTextDocumentLayout(document)
{
}

qreal WritingLayout::spaceFor(qreal lineHeight) const
{
    const QFontMetrics metrics(document()->defaultFont());
    const qreal size = QFontInfo(document()->defaultFont()).pixelSize();
    return lineHeight * std::max(look::writingLineHeight * size / metrics.height() - 1, 0.02) / 2;
}

QRectF WritingLayout::blockBoundingRect(const QTextBlock &block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    QTextLayout *layout = block.isValid() ? block.layout() : nullptr;
    if (!layout || layout->lineCount() == 0 || !block.isVisible())
        return rect;

    // The base class sets lines without a space each time that it lays a block out; the first line's place tells.
    const bool isSpaced = layout->lineAt(0).y() > 0;
    qreal height = 0;
    for (int i = 0; i < layout->lineCount(); ++i) {
        QTextLine line = layout->lineAt(i);
        if (!isSpaced)
            line.setPosition({line.x(), height + spaceFor(line.height())});
        height += line.height() + 2 * spaceFor(line.height());
    }
    const bool isLast = !block.next().isValid();
    rect.setHeight(height + (isLast ? document()->documentMargin() : 0));
    return rect;
}

} // namespace redoubt
