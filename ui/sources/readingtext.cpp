#include "ui/sources/readingtext.h"

#include "ui/look/look.h"
#include "ui/look/typestep.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QWheelEvent>

namespace redoubt {

namespace {

constexpr int measure = 72;            // characters in a line
constexpr double lineHeight = 1.5;     // of the type size
constexpr qsizetype longestBlock = 4096; // a block is laid out as a whole

bool endsParagraph(QChar letter)
{
    return letter == u'\n' || letter == u'\f' || letter == QChar::ParagraphSeparator;
}

/// Where a paragraph that is longer than a block is cut: behind white space, or where there is none, between two letters.
QList<qsizetype> cutsOf(QStringView text)
{
    QList<qsizetype> cuts;
    qsizetype start = 0;
    qsizetype space = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (endsParagraph(text[i])) {
            start = i + 1;
            space = -1;
        } else if (i - start >= longestBlock) {
            start = space > start ? space : text[i].isLowSurrogate() ? i - 1 : i;
            cuts.append(start);
            space = -1;
        } else if (text[i].isSpace()) {
            space = i + 1;
        }
    }
    return cuts;
}

QFont typeOf(int step)
{
    return look::stepped(look::writingFont(), step);
}

} // namespace

ReadingText::ReadingText(QWidget *parent)
    : QTextEdit(parent)
{
    setFrameShape(NoFrame);
    setReadOnly(true);
    setAcceptRichText(false);
    setAcceptDrops(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFont(typeOf(0));
}

void ReadingText::setTypeSize(int step)
{
    step = std::clamp(step, smallestType, largestType);
    if (std::exchange(m_typeSize, step) == step)
        return;
    const QTextCursor first = cursorForPosition({0, pageGap() + look::group});
    const qsizetype place = inText(first.position());
    const int top = cursorRect(first).top();
    const qsizetype start = selectionStart();
    const qsizetype end = selectionEnd();
    setFont(typeOf(step));
    build();
    scrollTo(place, top);
    const int scrolled = verticalScrollBar()->value();
    selectPassage(start, end);
    verticalScrollBar()->setValue(scrolled);
}

QList<qsizetype> ReadingText::occurrences(const QString &text) const
{
    QList<qsizetype> places;
    if (text.isEmpty())
        return places;
    for (qsizetype at = m_text.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
        at = m_text.indexOf(text, at + text.size(), Qt::CaseInsensitive))
        places.append(at);
    return places;
}

void ReadingText::selectPassage(qsizetype start, qsizetype end)
{
    QTextCursor cursor(document());
    const int last = document()->characterCount() - 1;
    cursor.setPosition(std::min(inDocument(start), last));
    cursor.setPosition(std::min(inDocument(end), last), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

qsizetype ReadingText::firstShown() const
{
    // Above the first line there is no gap.
    if (verticalScrollBar()->value() == verticalScrollBar()->minimum())
        return 0;
    return inText(cursorForPosition({0, pageGap() + look::group}).position());
}

void ReadingText::scrollTo(qsizetype position)
{
    scrollTo(position, pageGap() + look::related);
}

void ReadingText::scrollTo(qsizetype position, int top)
{
    // Brings the text up to there into shape, and with it the range of the scroll bar.
    selectPassage(position, position);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect().top() - top);
}

QVariant ReadingText::loadResource(int, const QUrl &)
{
    return {};
}

void ReadingText::showText(const QString &text, const QList<Part> &parts, const QList<qsizetype> &pages)
{
    m_text = text;
    m_parts = parts;
    m_pages = pages;
    m_cuts = cutsOf(text);
    build();
}

/// The document is filled before it is shown: else each paragraph would be laid out at once, and not when it comes into view.
void ReadingText::build()
{
    auto *text = new QTextDocument(this);
    text->setUndoRedoEnabled(false);
    text->setDefaultFont(font());
    write(text);
    leaveRoom(text);
    const std::unique_ptr<QTextDocument> before(document()->parent() == this ? document() : nullptr);
    setDocument(text);
    fit();
}

/// Each line end becomes the end of a block, as does each cut.
void ReadingText::write(QTextDocument *document)
{
    QTextBlockFormat format;
    format.setLineHeight(100 * lineHeight * QFontInfo(font()).pixelSize() / QFontMetricsF(font()).height(),
        QTextBlockFormat::ProportionalHeight);
    QTextCursor cursor(document);
    cursor.setBlockFormat(format);
    QString shown = m_text;
    shown.replace(u'\f', u'\n');
    qsizetype from = 0;
    auto part = m_parts.cbegin();
    const auto writeUntil = [&](qsizetype to) {
        while (from < to) {
            while (part != m_parts.cend() && part->end <= from)
                ++part;
            const qsizetype end = part == m_parts.cend() ? to : std::min(to, part->end);
            cursor.insertText(shown.sliced(from, end - from), part == m_parts.cend() ? QTextCharFormat() : part->format);
            from = end;
        }
    };
    for (const qsizetype cut : std::as_const(m_cuts)) {
        writeUntil(cut);
        cursor.insertBlock();
    }
    writeUntil(shown.size());
}

void ReadingText::leaveRoom(QTextDocument *document) const
{
    QTextCursor cursor(document);
    for (const qsizetype page : m_pages) {
        cursor.setPosition(std::min(inDocument(page), document->characterCount() - 1));
        QTextBlockFormat format = cursor.blockFormat();
        format.setTopMargin(pageGap());
        cursor.setBlockFormat(format);
    }
}

int ReadingText::pageGap() const
{
    return QFontMetrics(look::font(look::Text::Caption)).height() + 2 * look::related;
}

int ReadingText::inDocument(qsizetype position) const
{
    const auto before = std::ranges::upper_bound(m_cuts, position) - m_cuts.cbegin();
    return int(position + before);
}

qsizetype ReadingText::inText(int position) const
{
    // The block that begins at a cut begins one unit further for each cut up to it.
    qsizetype low = 0;
    qsizetype high = m_cuts.size();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (m_cuts[middle] + middle < position)
            low = middle + 1;
        else
            high = middle;
    }
    return position - low;
}

bool ReadingText::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QTextEdit::event(event);
}

void ReadingText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT findRequested();
    } else if (event->key() == Qt::Key_Escape) {
        if (textCursor().hasSelection())
            selectPassage(selectionEnd(), selectionEnd());
        else
            Q_EMIT escaped();
    } else {
        QTextEdit::keyPressEvent(event);
    }
}

void ReadingText::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QTextEdit::wheelEvent(event);
    if (const int turned = event->angleDelta().y(); turned != 0)
        Q_EMIT typeSizeAsked(turned > 0 ? 1 : -1);
    event->accept();
}

void ReadingText::resizeEvent(QResizeEvent *event)
{
    fit();
    QTextEdit::resizeEvent(event);
}

void ReadingText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

/// What is copied is the text as it was given, without the places where it was cut.
QMimeData *ReadingText::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    const qsizetype start = selectionStart();
    copied->setText(m_text.sliced(start, selectionEnd() - start).replace(u'\f', u'\n'));
    return copied;
}

void ReadingText::fit()
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

} // namespace redoubt
