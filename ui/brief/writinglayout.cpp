#include "ui/brief/writinglayout.h"

#include "ui/look/look.h"

#include <QTextBlock>
#include <QTextLayout>

namespace redoubt {

WritingLayout::WritingLayout(QTextDocument *document)
    : QPlainTextDocumentLayout(document)
{
}

QRectF WritingLayout::blockBoundingRect(const QTextBlock &block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    QTextLayout *layout = block.isValid() ? block.layout() : nullptr;
    if (!layout || layout->lineCount() == 0 || !block.isVisible())
        return rect;

    // The base class sets lines without a space each time that it lays a block out; the first line's place tells.
    const auto space = [](const QTextLine &line) { return line.height() * (look::writingLineHeight - 1); };
    const bool isSpaced = layout->lineAt(0).y() > 0;
    qreal height = 0;
    for (int i = 0; i < layout->lineCount(); ++i) {
        QTextLine line = layout->lineAt(i);
        if (!isSpaced)
            line.setPosition({line.x(), height + space(line) / 2});
        height += line.height() + space(line);
    }
    const bool isLast = !block.next().isValid();
    rect.setHeight(height + (isLast ? document()->documentMargin() : 0));
    return rect;
}

} // namespace redoubt
