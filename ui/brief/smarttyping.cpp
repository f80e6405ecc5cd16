#include "ui/brief/smarttyping.h"

#include "app/brief/comment.h"
#include "app/brief/listediting.h"
#include "app/brief/listlines.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/surroundings.h"

#include <QKeyEvent>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int reachInLine = 4000; // letters that are looked at before and behind a typed mark

const QuotationStyle straight{u"\""_s, u"\""_s, u"'"_s, u"'"_s};

bool isOfList(const QString &line)
{
    return listItem(line) || !quoteMarks(line).isEmpty();
}

} // namespace

SmartTyping::SmartTyping(BriefTextEdit &editor)
    : QObject(&editor)
    , m_editor(editor)
    , m_style(quotationStyle({}))
{
    editor.installEventFilter(this);
}

void SmartTyping::setLanguage(const QString &language)
{
    m_style = quotationStyle(language);
}

bool SmartTyping::changeTable(TableAct act)
{
    const QTextBlock line = m_editor.textCursor().block();
    if (!mayBeTableRow(line.text()) || !isProse(line))
        return false;
    const Surroundings around = Surroundings::of(m_editor);
    const qsizetype cursor = m_editor.textCursor().position() - around.offset;
    const auto change = redoubt::changeTable(around.text, cursor, act);
    if (change)
        m_editor.carryOut(*change, around.offset);
    return change.has_value();
}

bool SmartTyping::renumberList()
{
    const Surroundings around = Surroundings::of(m_editor);
    const auto change = redoubt::renumberList(around.text, around.selection.offset);
    if (change)
        m_editor.carryOut(*change, around.offset);
    return change.has_value();
}

void SmartTyping::toggleComment()
{
    const Surroundings around = Surroundings::of(m_editor);
    m_editor.carryOut(redoubt::toggleComment(around.text, around.selection), around.offset);
}

bool SmartTyping::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !m_editor.isReadOnly())
        return press(*static_cast<QKeyEvent *>(event));
    return QObject::eventFilter(watched, event);
}

bool SmartTyping::press(const QKeyEvent &key)
{
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~Qt::KeypadModifier;
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return modifiers == Qt::NoModifier && breakLine();
    case Qt::Key_Tab:
        return modifiers == Qt::NoModifier && tab(true);
    case Qt::Key_Backtab:
        return modifiers == Qt::ShiftModifier && tab(false);
    default:
        return key.text().size() == 1 && !(modifiers & ~Qt::ShiftModifier) && type(key.text().front());
    }
}

bool SmartTyping::breakLine()
{
    const QTextBlock line = m_editor.textCursor().block();
    if (m_editor.textCursor().hasSelection())
        return false;
    if (changeTable(TableAct::NextRow))
        return true;
    if (!isOfList(line.text()) || !isProse(line))
        return false;
    const Surroundings around = Surroundings::of(m_editor);
    const auto change = breakListLine(around.text, around.selection.offset);
    if (change)
        m_editor.carryOut(*change, around.offset);
    return change.has_value();
}

bool SmartTyping::tab(bool forwards)
{
    const QTextBlock line = m_editor.document()->findBlock(m_editor.textCursor().selectionStart());
    if (changeTable(forwards ? TableAct::NextCell : TableAct::PreviousCell))
        return true;
    if (!listItem(line.text()) || !isProse(line))
        return false;
    const Surroundings around = Surroundings::of(m_editor);
    const auto change = shiftListItems(around.text, around.selection, forwards);
    if (change)
        m_editor.carryOut(*change, around.offset);
    return change.has_value();
}

bool SmartTyping::type(QChar letter)
{
    QTextCursor cursor = m_editor.textCursor();
    if (cursor.hasSelection())
        return wrapSelection(letter);
    if (!m_setsMarks || !u"\"'->"_s.contains(letter) || !isProse(cursor.block()))
        return false;
    cursor.insertText(letter);
    m_editor.setTextCursor(cursor);
    m_editor.ensureCursorVisible();
    replaceTyped();
    return true;
}

/// Of words within a line; a longer selection is replaced, as by any other letter.
bool SmartTyping::wrapSelection(QChar letter)
{
    const QTextCursor cursor = m_editor.textCursor();
    const QTextBlock line = m_editor.document()->findBlock(cursor.selectionStart());
    const auto marks = marksAround(letter, m_setsMarks ? m_style : straight);
    if (marks.first.isEmpty() || !line.contains(cursor.selectionEnd()) || !isProse(line))
        return false;
    const TextRange selection{cursor.selectionStart() - line.position(), cursor.selectionEnd() - cursor.selectionStart()};
    m_editor.carryOut(wrap(line.text(), selection, marks), line.position());
    return true;
}

void SmartTyping::replaceTyped()
{
    QTextCursor around = m_editor.textCursor();
    const QTextBlock line = around.block();
    const int column = around.positionInBlock();
    const int from = std::max(0, column - reachInLine);
    around.setPosition(line.position() + from);
    around.setPosition(line.position() + std::min(line.length() - 1, column + reachInLine), QTextCursor::KeepAnchor);
    if (const auto change = afterTyping(around.selectedText(), column - from, m_style))
        m_editor.carryOut(*change, line.position() + from);
}

} // namespace redoubt
