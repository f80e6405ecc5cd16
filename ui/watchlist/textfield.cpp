#include "ui/watchlist/textfield.h"

#include "ui/look/look.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace redoubt {

TextField::TextField(const QString &name, bool paragraphs, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_paragraphs(paragraphs)
{
    setProperty("boxed", true);
    setAccessibleName(name);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &TextField::fit);
    fit();
}

void TextField::setStored(const QString &text)
{
    const bool isTyped = isAltered() && this->text() != text;
    const bool isAnswered = this->text() == m_offered && text != m_stored;
    if (isTyped && !isAnswered)
        m_stored = text;
    else
        reset(text);
}

void TextField::reset(const QString &text)
{
    m_stored = text;
    m_offered.reset();
    if (toPlainText() == text)
        return;
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, int(text.size())));
    setTextCursor(cursor);
}

QString TextField::text() const
{
    return m_paragraphs ? toPlainText().trimmed() : toPlainText().simplified();
}

void TextField::commit()
{
    const QString now = text();
    if (now == m_stored)
        return;
    m_offered = now;
    Q_EMIT committed(now);
}

void TextField::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::ControlModifier) {
        event->ignore();
    } else if (isReturn && !(m_paragraphs && event->modifiers() == Qt::ShiftModifier)) {
        commit();
    } else if (event->key() == Qt::Key_Escape) {
        if (isAltered() && !m_isDraft)
            reset(m_stored);
        else
            event->ignore();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void TextField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        commit();
}

void TextField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void TextField::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(m_paragraphs ? source->text() : source->text().simplified());
}

void TextField::fit()
{
    // The size of a plain text's document is in lines.
    const int lines = std::max(1, int(document()->documentLayout()->documentSize().height()));
    const QMargins margins = contentsMargins();
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * int(document()->documentMargin()) + 2 * frameWidth()
        + margins.top() + margins.bottom());
}

} // namespace redoubt
