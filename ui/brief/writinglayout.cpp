#include "ui/brief/writinglayout.h"

#include "ui/look/look.h"

#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextDocument>

namespace redoubt {

WritingLayout::WritingLayout(QTextDocument *document)
    : QPlainTextDocumentLayout(document)
{
}

qreal WritingLayout::spaceFactor() const
{
    const QFont font = document()->defaultFont();
    if (m_factor < 0 || font != m_font) {
        m_font = font;
        m_factor = std::max(look::writingLineHeight * QFontInfo(font).pixelSize() / QFontMetrics(font).height() - 1, 0.02) / 2;
    }
    return m_factor;
}

qreal WritingLayout::spaceFor(qreal lineHeight) const
{
    return lineHeight * spaceFactor();
}

QRectF WritingLayout::blockBoundingRect(const QTextBlock &block) const
{
    if (block.length() > longest && block.isVisible() && block.layout()->lineCount() == 0)
        layOutLong(block);
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    QTextLayout *layout = block.isValid() ? block.layout() : nullptr;
    if (!layout || layout->lineCount() == 0 || !block.isVisible())
        return rect;

    // The base class sets lines without a space each time that it lays a block out; the first line's place tells.
    const bool isSpaced = layout->lineAt(0).y() > 0;
    qreal height = 0;
    for (int i = 0; !isSpaced && i < layout->lineCount(); ++i) {
        QTextLine line = layout->lineAt(i);
        line.setPosition({line.x(), height + spaceFor(line.height())});
        height += line.height() + 2 * spaceFor(line.height());
    }
    const QTextLine last = layout->lineAt(layout->lineCount() - 1);
    const bool isLast = !block.next().isValid();
    rect.setHeight(last.y() + last.height() + spaceFor(last.height()) + (isLast ? document()->documentMargin() : 0));
    return rect;
}

void WritingLayout::setFormats(const QTextBlock &block, const QList<QTextLayout::FormatRange> &formats)
{
    QTextLayout *layout = block.layout();
    if (layout->formats() == formats)
        return;
    const QScopedValueRollback quiet(m_quiet, layout->lineCount() == 0);
    layout->setFormats(formats);
    // Tells this layout, at once, or with the change of the text that is under way.
    document()->markContentsDirty(block.position(), 0);
}

void WritingLayout::layOutLong(const QTextBlock &block) const
{
    QTextLayout &layout = *block.layout();
    QTextOption option = document()->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAnywhere);
    layout.setTextOption(option);
    const qreal margin = document()->documentMargin();
    const qreal width = documentSize().width();
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(width - 2 * margin);
        line.setPosition({margin, height});
        height += line.height();
    }
    layout.endLayout();
    QTextBlock(block).setLineCount(layout.lineCount());
}

void WritingLayout::documentChanged(int from, int removed, int added)
{
    if (m_quiet)
        return;
    const QTextBlock block = document()->findBlock(from);
    const bool sameCount = std::exchange(m_blockCount, document()->blockCount()) == m_blockCount;
    if (!sameCount || block.length() <= longest)
        return QPlainTextDocumentLayout::documentChanged(from, removed, added);
    // The base class would lay it out at once, in its own way.
    block.layout()->clearLayout();
    requestUpdate();
    Q_EMIT documentSizeChanged(documentSize());
}

} // namespace redoubt
