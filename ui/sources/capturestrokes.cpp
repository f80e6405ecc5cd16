#include "ui/look/look.h"
#include "ui/sources/capturetext.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>

/// How excerpts and pages are drawn in a captured text: the painting of CaptureText.
namespace redoubt {

namespace {

constexpr int narrowest = 24;   // characters that the text keeps beside a margin
constexpr int mostSpeaker = 16; // characters of a speaker in the margin
constexpr int noteLines = 3;    // of a note in the margin
constexpr int wideForNotes = 48; // characters: a narrower text keeps its width, and the note is in the tool tip

const QColor &strokeColour(const look::Colours &colours, const Excerpt &excerpt)
{
    return colours.markers[size_t(std::clamp(excerpt.colour, 0, int(colours.markers.size()) - 1))];
}

} // namespace

void CaptureText::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        int top = std::numeric_limits<int>::min();
        const QTextBlock lastBlock = cursorForPosition({0, viewport()->height()}).block();
        const qsizetype first = inText(cursorForPosition({0, 0}).block().position());
        const qsizetype last = inText(lastBlock.position() + lastBlock.length());
        drawPages(painter, pageOf(first), pageOf(last));
        for (const Excerpt &excerpt : std::as_const(m_excerpts)) {
            if (excerpt.end < first || excerpt.start > last)
                continue;
            drawExcerpt(painter, excerpt);
            top = drawMargin(painter, excerpt, top);
        }
    }
    ReadingText::paintEvent(event);
}

int CaptureText::marginWidth() const
{
    const QFontMetrics small(look::font(look::Text::Caption));
    const bool hasRoomForNotes = viewport()->width() > wideForNotes * QFontMetrics(font()).averageCharWidth();
    int widest = 0;
    for (const Excerpt &excerpt : m_excerpts) {
        for (const QString &word : excerpt.speaker.split(u' ', Qt::SkipEmptyParts))
            widest = std::max(widest, small.horizontalAdvance(word));
        if (hasRoomForNotes && !excerpt.note.isEmpty())
            widest = std::max(widest, mostSpeaker * small.averageCharWidth());
    }
    if (widest == 0)
        return 0;
    const int most = std::min(mostSpeaker * small.averageCharWidth(),
        viewport()->width() - 2 * look::group - narrowest * QFontMetrics(font()).averageCharWidth());
    return std::max(0, std::min(widest + look::related + look::tight, most));
}

/// One rectangle a line, in the viewport's coordinates.
QList<QRectF> CaptureText::strokes(qsizetype start, qsizetype end) const
{
    QList<QRectF> rects;
    const int from = inDocument(start);
    const int to = inDocument(end);
    const QPointF shift(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    const QFontMetricsF metrics(font());
    for (QTextBlock block = document()->findBlock(from); block.isValid() && block.position() < to; block = block.next()) {
        const QPointF origin = document()->documentLayout()->blockBoundingRect(block).topLeft() + shift;
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int first = std::max(from - block.position(), line.textStart());
            int last = std::min(to - block.position(), line.textStart() + line.textLength());
            while (last > first && block.text().at(last - 1).isSpace())
                --last;
            if (first >= last)
                continue;
            const qreal left = line.cursorToX(first);
            const qreal right = line.cursorToX(last);
            const qreal base = line.y() + line.ascent();
            rects.append(QRectF(QPointF(std::min(left, right), base - metrics.ascent()),
                QPointF(std::max(left, right), base + metrics.descent()))
                             .adjusted(-look::tight / 2, 0, look::tight / 2, 0)
                             .translated(origin));
        }
    }
    return rects;
}

void CaptureText::drawExcerpt(QPainter &painter, const Excerpt &excerpt) const
{
    const look::Colours &colours = look::colours(palette());
    painter.setPen(Qt::NoPen);
    for (const QRectF &rect : strokes(excerpt.start, excerpt.end)) {
        painter.setBrush(strokeColour(colours, excerpt));
        painter.drawRoundedRect(rect, look::tight / 2, look::tight / 2);
        if (excerpt.id == m_chosen)
            painter.fillRect(QRectF(rect.left(), rect.bottom() - look::hair, rect.width(), 2 * look::hair), colours.accent);
    }
}

/// Speaker and note in the margin beside the first line, below `top`; gives the lower end of what was drawn.
int CaptureText::drawMargin(QPainter &painter, const Excerpt &excerpt, int top) const
{
    const auto rects = strokes(excerpt.start, excerpt.end);
    const int width = marginWidth();
    if (rects.isEmpty())
        return top;
    const look::Colours &colours = look::colours(palette());
    const QTextFrameFormat format = document()->rootFrame()->frameFormat();
    const qreal left = viewport()->width() - format.rightMargin() + look::tight;
    const bool isChosen = excerpt.id == m_chosen;
    painter.fillRect(QRectF(left, rects.first().top(), look::tight / 2, rects.last().bottom() - rects.first().top()),
        isChosen ? colours.accent : strokeColour(colours, excerpt));
    if (width <= look::related)
        return top;
    QRect place(int(left) + look::related, std::max(top, int(rects.first().top())), width - look::related, viewport()->height());
    const auto write = [&](const QString &text, const QFont &font, const QColor &colour) {
        QRect drawn;
        painter.setFont(font);
        painter.setPen(colour);
        QStringList words = text.split(u' ');
        for (QString &word : words)
            word = painter.fontMetrics().elidedText(word, Qt::ElideRight, place.width());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words.join(u' '), &drawn);
        place.setTop(drawn.bottom() + look::hair);
    };
    if (!excerpt.speaker.isEmpty())
        write(excerpt.speaker, look::font(look::Text::Caption, isChosen), isChosen ? colours.accent : colours.inkSoft);
    if (!excerpt.note.isEmpty()) {
        QFont font = look::font(look::Text::Caption);
        font.setItalic(true);
        const int room = (noteLines - 1) * place.width() + place.width() / 2;
        write(QFontMetrics(font).elidedText(excerpt.note.simplified(), Qt::ElideRight, room), font, colours.inkSoft);
    }
    const bool isEmpty = excerpt.speaker.isEmpty() && excerpt.note.isEmpty();
    return isEmpty ? top : place.top() + look::tight;
}

/// The number of each page, in the room above it, with a line up to the margin.
void CaptureText::drawPages(QPainter &painter, int first, int last) const
{
    const look::Colours &colours = look::colours(palette());
    const QTextFrameFormat format = document()->rootFrame()->frameFormat();
    painter.setFont(look::font(look::Text::Caption));
    for (int page = first; page <= last && page < m_pages.size(); ++page) {
        const QTextBlock block = document()->findBlock(inDocument(m_pages[page]));
        // The rectangle of a block lies below its margin.
        const qreal bottom = document()->documentLayout()->blockBoundingRect(block).top() - verticalScrollBar()->value();
        const QRectF room(format.leftMargin(), bottom - pageGap(), viewport()->width() - format.leftMargin() - format.rightMargin(), pageGap());
        const QString words = tr("Page %1").arg(locale().toString(page + 1));
        painter.setPen(colours.inkFaint);
        QRectF drawn;
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, words, &drawn);
        painter.fillRect(QRectF(drawn.right() + look::related, room.center().y(), room.right() - drawn.right() - look::related, look::hair), colours.line);
    }
}

} // namespace redoubt
