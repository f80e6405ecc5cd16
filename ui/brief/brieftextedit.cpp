#include "ui/brief/brieftextedit.h"

#include "ui/brief/briefhighlighter.h"
#include "ui/brief/textmarks.h"
#include "ui/brief/writinglayout.h"
#include "ui/brief/writtentext.h"
#include "ui/look/look.h"
#include "ui/workbench/draggedtext.h"

#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int measure = 72; // characters

/// The event as if it had happened elsewhere in the same widget.
QMouseEvent moved(const QMouseEvent &event, QPointF position)
{
    return QMouseEvent(event.type(), position, event.globalPosition() + position - event.position(), event.button(),
        event.buttons(), event.modifiers(), event.pointingDevice());
}

} // namespace

BriefTextEdit::BriefTextEdit(std::shared_ptr<Syntax> syntax, QWidget *parent)
    : QPlainTextEdit(parent)
{
    auto *written = new QTextDocument(this);
    m_layout = new WritingLayout(written);
    written->setDocumentLayout(m_layout);
    written->setDocumentMargin(look::group);
    setDocument(written);
    m_written = new WrittenText(*written, this);
    m_highlighter = new BriefHighlighter(std::move(syntax), *m_layout, this);
    m_marks = new TextMarks(written, this);
    setUp();
}

BriefTextEdit::BriefTextEdit(BriefTextEdit &first, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_layout(first.m_layout)
    , m_written(first.m_written)
    , m_highlighter(first.m_highlighter)
    , m_marks(first.m_marks)
    , m_isFirst(false)
{
    // Before the text is its own too: a font that is set is set to all of it.
    setFont(first.font());
    setDocument(first.document());
    setReadOnly(first.isReadOnly());
    m_revision = document()->revision();
    setUp();
}

void BriefTextEdit::setUp()
{
    connect(m_marks, &TextMarks::changed, viewport(), qOverload<>(&QWidget::update));

    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setCenterOnScroll(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCursorWidth(look::writingCursor);
    setAccessibleName(tr("Text of the brief"));
    fitLook();
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int scrolled) {
        const bool onlyCursor = scrolled == 0 && rect.width() <= look::page;
        if (!onlyCursor)
            Q_EMIT marginMoved();
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (std::exchange(m_revision, document()->revision()) != m_revision)
            Q_EMIT edited();
    });
}

void BriefTextEdit::setText(const QString &text)
{
    const QString normal = WrittenText::normal(text);
    setPlainText(WrittenText::shown(normal));
    m_written->take(normal);
    moveCursor(QTextCursor::Start);
    // The cursor passes over what is folded.
    QTextCursor cursor = textCursor();
    cursor.setVisualNavigation(true);
    setTextCursor(cursor);
}

QString BriefTextEdit::text() const
{
    return m_written->text();
}

QString BriefTextEdit::text(TextRange range) const
{
    return m_written->text(range);
}

void BriefTextEdit::takeText(const QString &text)
{
    const QString present = this->text();
    const qsizetype shorter = std::min(present.size(), text.size());
    qsizetype same = 0;
    while (same < shorter && present[same] == text[same])
        ++same;
    qsizetype sameAtEnd = 0;
    while (same + sameAtEnd < shorter && present[present.size() - 1 - sameAtEnd] == text[text.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    if (same == present.size() && same == text.size())
        return;
    const int place = verticalScrollBar()->value();
    replace({same, present.size() - same - sameAtEnd}, text.sliced(same, text.size() - same - sameAtEnd));
    verticalScrollBar()->setValue(place);
}

void BriefTextEdit::replace(TextRange range, const QString &text)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(range.offset));
    cursor.setPosition(int(range.end()), QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

QMimeData *BriefTextEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto *copied = new QMimeData;
    copied->setText(text(TextRange{cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart()}));
    return copied;
}

void BriefTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (!isDraggedInLine(*source))
        return QPlainTextEdit::insertFromMimeData(source);
    QTextCursor cursor = textCursor();
    const QChar before = document()->characterAt(cursor.selectionStart() - 1);
    const QChar after = document()->characterAt(cursor.selectionEnd());
    const bool opens = before.category() == QChar::Punctuation_Open || before.category() == QChar::Punctuation_InitialQuote;
    QString text = source->text().trimmed();
    if (!before.isNull() && !before.isSpace() && !opens)
        text.prepend(u' ');
    if (after.isLetterOrNumber() || after.category() == QChar::Punctuation_Open || after.category() == QChar::Punctuation_InitialQuote)
        text.append(u' ');
    cursor.insertText(text);
}

void BriefTextEdit::carryOut(const TypedChange &change, qsizetype offset)
{
    QTextCursor cursor = textCursor();
    if (change.range.length > 0 || !change.text.isEmpty()) {
        const int start = int(offset + change.range.offset);
        const int end = int(offset + change.range.end());
        // An insertion would be joined by what is inserted behind it next; a removal is not.
        cursor.beginEditBlock();
        cursor.setPosition(end);
        cursor.insertText(change.text + u' ');
        cursor.deletePreviousChar();
        cursor.setPosition(start);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        cursor.endEditBlock();
    }
    cursor.setPosition(int(offset + change.selection.offset));
    cursor.setPosition(int(offset + change.selection.end()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void BriefTextEdit::toggleAround(const QString &mark)
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::WordUnderCursor);
    const QString chosen = cursor.selectedText();
    const int length = int(mark.size());
    const int start = cursor.selectionStart();
    const int end = cursor.selectionEnd();
    QTextCursor around(document());
    around.setPosition(std::max(0, start - length));
    around.setPosition(std::min(end + length, document()->characterCount() - 1), QTextCursor::KeepAnchor);
    const bool isMarked = around.selectedText() == mark + chosen + mark;
    if (isMarked)
        around.insertText(chosen);
    else
        cursor.insertText(mark + chosen + mark);
    const int from = isMarked ? start - length : start + length;
    cursor.setPosition(from);
    cursor.setPosition(from + int(chosen.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

TextRange BriefTextEdit::shownRange() const
{
    const QTextCursor first = cursorForPosition({0, 0});
    const QTextCursor last = cursorForPosition({viewport()->width(), viewport()->height()});
    return {first.position(), last.position() - first.position()};
}

bool BriefTextEdit::isOnScreen(TextRange range) const
{
    const TextRange shown = shownRange();
    return range.end() >= shown.offset && range.offset <= shown.end();
}

void BriefTextEdit::scrollTo(qsizetype position)
{
    const QTextBlock block = document()->findBlock(int(position));
    const int lines = viewport()->height() / std::max(1, lineOf(position).height());
    verticalScrollBar()->setValue(block.firstLineNumber() - lines / 6);
}

void BriefTextEdit::goTo(qsizetype position)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(int(position), document()->characterCount() - 1));
    setTextCursor(cursor);
    scrollTo(position);
}

void BriefTextEdit::showPassage(TextRange range)
{
    const auto within = [&](qsizetype position) { return int(std::min<qsizetype>(position, document()->characterCount() - 1)); };
    QTextCursor cursor = textCursor();
    cursor.setPosition(within(range.offset));
    cursor.setPosition(within(range.end()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    scrollTo(range.offset);
}

QRect BriefTextEdit::marginArea() const
{
    return {0, 0, viewport()->x(), height()};
}

QRect BriefTextEdit::lineOf(qsizetype position) const
{
    QTextCursor cursor(document());
    cursor.setPosition(std::min(int(position), document()->characterCount() - 1));
    return cursorRect(cursor);
}

bool BriefTextEdit::event(QEvent *event)
{
    // With nothing of its own to undo, the key is the window's, which undoes actions.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Undo) && !document()->isUndoAvailable())
            || (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable())) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void BriefTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        fitLook();
}

void BriefTextEdit::paintEvent(QPaintEvent *event)
{
    settle();
    drawMarks(event->rect(), true);
    QPlainTextEdit::paintEvent(event);
    drawMarks(event->rect(), false);
    Q_EMIT painted();
}

void BriefTextEdit::settle()
{
    qreal top = contentOffset().y();
    for (QTextBlock block = firstVisibleBlock(); !m_highlighter->isDone() && block.isValid() && top < viewport()->height(); block = block.next()) {
        m_highlighter->show(block);
        block.layout()->setCacheEnabled(true); // it is drawn next, with the letters that laying it out has shaped
        top += blockBoundingRect(block).height();
    }
}

void BriefTextEdit::drawMarks(const QRect &area, bool behind)
{
    QPainter painter(viewport());
    painter.setClipRect(area);
    QPointF origin = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && origin.y() <= area.bottom(); block = block.next()) {
        const qreal height = blockBoundingRect(block).height();
        if (block.isVisible() && origin.y() + height >= area.top()) {
            if (behind)
                m_marks->drawBehind(painter, block, origin, palette());
            else
                m_marks->drawOver(painter, block, origin, palette());
        }
        origin.ry() += height;
    }
}

void BriefTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitMeasure();
}

/// Between two lines the nearer one is meant; the base class takes the end of the one above.
QPointF BriefTextEdit::onLine(QPointF point) const
{
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.next().isValid() && top + blockBoundingRect(block).height() <= point.y()) {
        top += blockBoundingRect(block).height();
        block = block.next();
    }
    const QTextLayout *layout = block.layout();
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QRectF line = layout->lineAt(i).rect().translated(0, top);
        const qreal space = m_layout->spaceFor(line.height());
        if (point.y() < line.bottom() + space || i == layout->lineCount() - 1)
            return {point.x(), std::clamp(point.y(), line.top() + 1, line.bottom() - 1)};
    }
    return point;
}

void BriefTextEdit::mousePressEvent(QMouseEvent *event)
{
    QMouseEvent there = moved(*event, onLine(event->position()));
    QPlainTextEdit::mousePressEvent(&there);
}

void BriefTextEdit::mouseMoveEvent(QMouseEvent *event)
{
    const bool isOutside = event->position().y() < 0 || event->position().y() > viewport()->height();
    QMouseEvent there = moved(*event, isOutside ? event->position() : onLine(event->position()));
    QPlainTextEdit::mouseMoveEvent(&there);
}

void BriefTextEdit::mouseDoubleClickEvent(QMouseEvent *event)
{
    QMouseEvent there = moved(*event, onLine(event->position()));
    QPlainTextEdit::mouseDoubleClickEvent(&there);
}

void BriefTextEdit::fitLook()
{
    const QFont font = look::writingFont();
    if (font != this->font())
        setFont(font);
    if (m_isFirst)
        m_highlighter->fit(palette(), font);
    fitMeasure();
}

void BriefTextEdit::fitMeasure()
{
    const QFontMetricsF metrics(font());
    const int wanted = qCeil(metrics.averageCharWidth() * measure + 2 * document()->documentMargin());
    const int room = width() - verticalScrollBar()->sizeHint().width();
    const int margin = qCeil(metrics.height()) + look::group;
    const int text = std::min(wanted, room - margin);
    const int left = std::max(margin, (room - text) / 2);
    setViewportMargins(left, 0, std::max(0, room - left - text), 0);
    Q_EMIT marginMoved();
}

} // namespace redoubt
