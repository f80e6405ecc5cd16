#include "ui/brief/focusmode.h"

#include "app/brief/sentences.h"
#include "ui/brief/brieftextedit.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTextBlock>

namespace redoubt {

namespace {

constexpr int longestRead = 8000; // letters of a paragraph that sentences are looked for in

} // namespace

FocusMode::FocusMode(BriefTextEdit &editor)
    : QObject(&editor)
    , m_editor(editor)
{
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &FocusMode::follow);
    connect(&editor, &BriefTextEdit::edited, this, &FocusMode::dim);
    // The marks of a text do not go over to the one that takes its place.
    connect(editor.document(), &QTextDocument::contentsChange, this, [this](int position) {
        if (position == 0)
            m_before = m_behind = -1;
    });
    editor.installEventFilter(this);
}

void FocusMode::setOn(bool on)
{
    if (std::exchange(m_on, on) == on)
        return;
    dim();
    Q_EMIT switched(on);
}

void FocusMode::setLit(Lit lit)
{
    m_lit = lit;
    dimAnew();
}

void FocusMode::setTypewriter(bool on)
{
    m_typewriter = on;
    follow();
}

void FocusMode::follow()
{
    dim();
    // What is clicked stays below the pointer.
    if (m_typewriter && QApplication::mouseButtons() == Qt::NoButton)
        m_editor.centerCursor();
}

TextRange FocusMode::litRange() const
{
    const QTextCursor cursor = m_editor.textCursor();
    const QTextBlock line = cursor.block();
    if (m_lit == Lit::Paragraph || line.length() > longestRead)
        return {line.position(), line.length() - 1};
    const TextRange sentence = sentenceAround(line.text(), cursor.positionInBlock());
    return {line.position() + sentence.offset, sentence.length};
}

void FocusMode::dimAnew()
{
    m_before = m_behind = -1;
    dim();
}

bool FocusMode::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        dimAnew();
    if (m_on && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT leaveWanted();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void FocusMode::dim()
{
    if (!m_on || m_lit == Lit::All) {
        m_before = m_behind = -1;
        if (!m_editor.extraSelections().isEmpty())
            m_editor.setExtraSelections({});
        return;
    }
    const TextRange lit = litRange();
    const int end = m_editor.document()->characterCount() - 1;
    const qsizetype behind = end - lit.end();
    // The marks move with the text; what is typed within them needs no others.
    if (lit.offset == m_before && behind == m_behind)
        return;
    m_before = lit.offset;
    m_behind = behind;
    QTextEdit::ExtraSelection dimmed;
    dimmed.format.setForeground(look::colours(m_editor.palette()).inkFaint);
    dimmed.cursor = QTextCursor(m_editor.document());
    dimmed.cursor.setPosition(int(lit.offset), QTextCursor::KeepAnchor);
    QTextEdit::ExtraSelection other = dimmed;
    other.cursor.setPosition(int(lit.end()));
    other.cursor.setPosition(end, QTextCursor::KeepAnchor);
    m_editor.setExtraSelections({dimmed, other});
}

} // namespace redoubt
