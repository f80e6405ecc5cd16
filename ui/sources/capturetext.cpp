#include "ui/sources/capturetext.h"

#include "ui/look/look.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>

namespace redoubt {

namespace {

constexpr int measure = 72;       // characters in a line
constexpr double lineHeight = 1.5; // of the type size
constexpr int narrowest = 24;     // characters that the text keeps beside a margin
constexpr int mostSpeaker = 16;   // characters of a speaker in the margin

} // namespace

CaptureText::CaptureText(QWidget *parent)
    : QTextEdit(parent)
    , m_keepButton(new QPushButton(viewport()))
{
    setObjectName(u"captureText"_s);
    setAccessibleName(tr("Captured text"));
    setFrameShape(NoFrame);
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFont(look::writingFont());
    viewport()->setMouseTracking(true);
    m_keepButton->setObjectName(u"keepButton"_s);
    m_keepButton->setFocusPolicy(Qt::NoFocus);
    m_keepButton->setCursor(Qt::ArrowCursor);
    m_keepButton->hide();
    connect(this, &QTextEdit::selectionChanged, this, [this] {
        if (!textCursor().hasSelection())
            m_keepButton->hide();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_keepButton, &QWidget::hide);
}

void CaptureText::setCapture(const Capture &capture)
{
    if (m_capture == capture)
        return;
    m_capture = capture;
    m_excerpts.clear();
    m_chosen = {};
    // Filled before it is shown: else each paragraph would be laid out at once, and not when it comes into view.
    auto *text = new QTextDocument(this);
    text->setUndoRedoEnabled(false);
    text->setDefaultFont(font());
    QTextBlockFormat format;
    format.setLineHeight(100 * lineHeight * QFontInfo(font()).pixelSize() / QFontMetricsF(font()).height(),
        QTextBlockFormat::ProportionalHeight);
    QTextCursor cursor(text);
    cursor.setBlockFormat(format);
    // Each line end becomes the end of a block, so that positions stay those of the text.
    cursor.insertText(capture.text);
    const std::unique_ptr<QTextDocument> before(document()->parent() == this ? document() : nullptr);
    setDocument(text);
    fit();
}

void CaptureText::setExcerpts(const QList<Excerpt> &excerpts)
{
    m_excerpts = excerpts;
    fit();
    viewport()->update();
}

void CaptureText::setChosen(Id<Excerpt> id)
{
    m_chosen = id;
    viewport()->update();
}

void CaptureText::showExcerpt(Id<Excerpt> id)
{
    const auto found = std::ranges::find(std::as_const(m_excerpts), id, &Excerpt::id);
    if (found == m_excerpts.cend())
        return;
    setChosen(id);
    const auto isInView = [&] {
        const auto rects = strokes(*found);
        return !rects.isEmpty() && rects.first().top() >= 0 && rects.last().bottom() <= viewport()->height();
    };
    if (isInView())
        return;
    // Brings the text up to there into shape, and with it the range of the scroll bar.
    selectPassage(found->start, found->start);
    const auto rects = strokes(*found);
    if (rects.isEmpty())
        return;
    const qreal top = rects.first().top();
    const qreal bottom = rects.last().bottom();
    const int height = viewport()->height();
    const qreal wanted = bottom - top < height ? (top + bottom - height) / 2 : top - look::page;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(wanted));
}

void CaptureText::setKeepAction(QAction *action)
{
    m_keep = action;
    m_keepButton->setText(action->text());
    m_keepButton->setIcon(action->icon());
    m_keepButton->setToolTip(action->toolTip());
    connect(m_keepButton, &QPushButton::clicked, action, &QAction::trigger);
}

QList<qsizetype> CaptureText::occurrences(const QString &text) const
{
    QList<qsizetype> places;
    if (text.isEmpty())
        return places;
    for (qsizetype at = m_capture.text.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
        at = m_capture.text.indexOf(text, at + text.size(), Qt::CaseInsensitive))
        places.append(at);
    return places;
}

void CaptureText::selectPassage(qsizetype start, qsizetype end)
{
    QTextCursor cursor(document());
    const qsizetype last = document()->characterCount() - 1;
    cursor.setPosition(int(std::min(start, last)));
    cursor.setPosition(int(std::min(end, last)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void CaptureText::showPassage(qsizetype start, qsizetype end)
{
    selectPassage(start, end);
    const QRect place = cursorRect();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + place.center().y() - viewport()->height() / 2);
}

QVariant CaptureText::loadResource(int, const QUrl &)
{
    return {};
}

bool CaptureText::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QTextEdit::event(event);
}

void CaptureText::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT findRequested();
    } else if (enter && event->modifiers() == Qt::NoModifier) {
        if (const Excerpt *excerpt = excerptAt(cursorRect().center()))
            Q_EMIT excerptClicked(excerpt->id);
    } else if (event->key() == Qt::Key_Escape) {
        if (textCursor().hasSelection())
            selectPassage(selectionEnd(), selectionEnd());
        else
            Q_EMIT escaped();
    } else {
        QTextEdit::keyPressEvent(event);
        placeKeepButton();
    }
}

void CaptureText::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    QTextEdit::mousePressEvent(event);
}

void CaptureText::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    if (textCursor().hasSelection())
        placeKeepButton();
    else if (const Excerpt *excerpt = excerptAt(m_pressed))
        Q_EMIT excerptClicked(excerpt->id);
}

void CaptureText::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    const Excerpt *excerpt = excerptAt(event->position().toPoint());
    viewport()->setCursor(excerpt && !event->buttons() ? Qt::PointingHandCursor : Qt::IBeamCursor);
    viewport()->setToolTip(excerpt ? excerpt->note.toHtmlEscaped() : QString());
}

void CaptureText::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    if (m_keep)
        menu.addAction(m_keep);
    QAction *copyText = menu.addAction(tr("Copy"), QKeySequence::Copy, this, &QTextEdit::copy);
    copyText->setEnabled(textCursor().hasSelection());
    menu.addAction(tr("Select all"), QKeySequence::SelectAll, this, &QTextEdit::selectAll);
    menu.addSeparator();
    menu.addAction(tr("Find in text…"), QKeySequence::Find, this, &CaptureText::findRequested);
    menu.exec(event->globalPos());
}

void CaptureText::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        int top = std::numeric_limits<int>::min();
        const int first = cursorForPosition({0, 0}).block().position();
        const QTextBlock lastBlock = cursorForPosition({0, viewport()->height()}).block();
        for (const Excerpt &excerpt : std::as_const(m_excerpts)) {
            if (excerpt.end < first || excerpt.start > lastBlock.position() + lastBlock.length())
                continue;
            drawExcerpt(painter, excerpt);
            top = drawSpeaker(painter, excerpt, top);
        }
    }
    QTextEdit::paintEvent(event);
}

void CaptureText::resizeEvent(QResizeEvent *event)
{
    fit();
    QTextEdit::resizeEvent(event);
    m_keepButton->hide();
}

void CaptureText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

/// Centres the text with the margin beside it, and gives it lines of a length that reads well.
void CaptureText::fit()
{
    const int character = QFontMetrics(font()).averageCharWidth();
    const int width = viewport()->width();
    const int margin = marginWidth();
    const int side = width > measure * character ? look::page : look::group;
    const int text = std::min(width - 2 * side - margin, measure * character);
    const int left = std::max(side, (width - text - margin) / 2);
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    const auto was = format;
    format.setLeftMargin(left);
    format.setRightMargin(std::max(0, width - left - text));
    format.setTopMargin(look::related);
    format.setBottomMargin(look::page);
    if (format != was)
        document()->rootFrame()->setFrameFormat(format);
}

int CaptureText::marginWidth() const
{
    const QFontMetrics small(look::font(look::Text::Caption));
    int widest = 0;
    for (const Excerpt &excerpt : m_excerpts) {
        for (const QString &word : excerpt.speaker.split(u' ', Qt::SkipEmptyParts))
            widest = std::max(widest, small.horizontalAdvance(word));
    }
    if (widest == 0)
        return 0;
    const int most = std::min(mostSpeaker * small.averageCharWidth(),
        viewport()->width() - 2 * look::group - narrowest * QFontMetrics(font()).averageCharWidth());
    return std::max(0, std::min(widest + look::related + look::tight, most));
}

void CaptureText::placeKeepButton()
{
    if (!m_keep || !m_keep->isEnabled() || !textCursor().hasSelection()) {
        m_keepButton->hide();
        return;
    }
    m_keepButton->adjustSize();
    const QRect end = cursorRect();
    const int left = std::clamp(end.center().x() - m_keepButton->width() / 2, look::related,
        std::max(look::related, viewport()->width() - m_keepButton->width() - look::related));
    const int below = end.bottom() + look::tight;
    const bool fits = below + m_keepButton->height() < viewport()->height();
    m_keepButton->move(left, fits ? below : end.top() - m_keepButton->height() - look::tight);
    m_keepButton->show();
}

const Excerpt *CaptureText::excerptAt(const QPoint &point) const
{
    const Excerpt *found = nullptr;
    for (const Excerpt &excerpt : m_excerpts) {
        const auto rects = strokes(excerpt);
        const bool hit = std::ranges::any_of(rects, [&](const QRectF &rect) { return rect.contains(point); });
        // Of several, the shortest is the one that cannot be reached elsewhere.
        if (hit && (!found || excerpt.exact.size() < found->exact.size()))
            found = &excerpt;
    }
    return found;
}

/// One rectangle a line, in the viewport's coordinates.
QList<QRectF> CaptureText::strokes(const Excerpt &excerpt) const
{
    QList<QRectF> rects;
    const QPointF shift(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    const QFontMetricsF metrics(font());
    for (QTextBlock block = document()->findBlock(int(excerpt.start)); block.isValid() && block.position() < excerpt.end;
        block = block.next()) {
        const QPointF origin = document()->documentLayout()->blockBoundingRect(block).topLeft() + shift;
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int first = std::max(int(excerpt.start) - block.position(), line.textStart());
            int last = std::min(int(excerpt.end) - block.position(), line.textStart() + line.textLength());
            while (last > first && block.text().at(last - 1).isSpace())
                --last;
            if (first >= last)
                continue;
            const qreal from = line.cursorToX(first);
            const qreal to = line.cursorToX(last);
            const qreal base = line.y() + line.ascent();
            rects.append(QRectF(QPointF(std::min(from, to), base - metrics.ascent()),
                QPointF(std::max(from, to), base + metrics.descent()))
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
    for (const QRectF &rect : strokes(excerpt)) {
        painter.setBrush(colours.marker);
        painter.drawRoundedRect(rect, look::tight / 2, look::tight / 2);
        if (excerpt.id == m_chosen)
            painter.fillRect(QRectF(rect.left(), rect.bottom() - look::hair, rect.width(), 2 * look::hair), colours.accent);
    }
}

/// In the margin beside the first line, below `top`; gives the lower end of what was drawn.
int CaptureText::drawSpeaker(QPainter &painter, const Excerpt &excerpt, int top) const
{
    const auto rects = strokes(excerpt);
    const int width = marginWidth();
    if (rects.isEmpty())
        return top;
    const look::Colours &colours = look::colours(palette());
    const QTextFrameFormat format = document()->rootFrame()->frameFormat();
    const qreal left = viewport()->width() - format.rightMargin() + look::tight;
    const bool isChosen = excerpt.id == m_chosen;
    painter.fillRect(QRectF(left, rects.first().top(), look::tight / 2, rects.last().bottom() - rects.first().top()),
        isChosen ? colours.accent : colours.marker);
    if (width == 0 || excerpt.speaker.isEmpty())
        return top;
    painter.setFont(look::font(look::Text::Caption, isChosen));
    painter.setPen(isChosen ? colours.accent : colours.inkSoft);
    const QRect place(int(left) + look::related, std::max(top, int(rects.first().top())), width - look::related, viewport()->height());
    QRect drawn;
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, excerpt.speaker, &drawn);
    return drawn.bottom() + look::tight;
}

} // namespace redoubt
