#include "ui/brief/focusmode.h"

#include "app/brief/sentences.h"
#include "ui/brief/brieftextedit.h"

#include <QApplication>
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
    dim();
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

void FocusMode::dim()
{
    if (!m_on || m_lit == Lit::All) {
        m_before = m_behind = -1;
        m_editor.setMarks(BriefTextEdit::Mark::Dimmed, {});
        return;
    }
    const TextRange lit = litRange();
    const qsizetype behind = m_editor.document()->characterCount() - 1 - lit.end();
    // The marks move with the text; what is typed within them needs no others.
    if (lit.offset == m_before && behind == m_behind)
        return;
    m_before = lit.offset;
    m_behind = behind;
    m_editor.setMarks(BriefTextEdit::Mark::Dimmed, {{0, m_before}, {lit.end(), behind}});
}

} // namespace redoubt
