#include "ui/sources/differencetext.h"

#include "ui/workbench/changeformat.h"

#include <QKeyEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace redoubt {

DifferenceText::DifferenceText(QWidget *parent)
    : ReadingText(parent)
{
    setObjectName(u"differenceText"_s);
    setAccessibleName(tr("Difference of two captures"));
}

void DifferenceText::setDifference(const QList<TextRun> &runs)
{
    m_runs = runs;
    m_changes.clear();
    m_current = -1;
    qsizetype at = 0;
    bool wasChange = false;
    for (const TextRun &run : runs) {
        const bool isChange = run.kind != TextRun::Kind::Unchanged;
        if (isChange && wasChange)
            m_changes.last().end += run.text.size();
        else if (isChange)
            m_changes.append({at, at + run.text.size()});
        wasChange = isChange;
        at += run.text.size();
    }
    showRuns();
}

void DifferenceText::showRuns()
{
    const look::Colours &colours = look::colours(palette());
    QString text;
    QList<Part> parts;
    for (const TextRun &run : std::as_const(m_runs)) {
        text += run.text;
        parts.append({text.size(), changeFormat(run.kind, colours)});
    }
    showText(text, parts);
}

void DifferenceText::step(int by)
{
    if (m_changes.isEmpty())
        return;
    const qsizetype from = m_current < 0 && by < 0 ? 0 : m_current;
    m_current = (from + by + m_changes.size()) % m_changes.size();
    reveal(m_changes.at(m_current));
    Q_EMIT stepped();
}

/// Its beginning comes to the upper third.
void DifferenceText::reveal(const Change &change)
{
    selectPassage(change.start, change.end);
    QTextCursor start(document());
    start.setPosition(textCursor().selectionStart());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(start).top() - viewport()->height() / 3);
}

void DifferenceText::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F7)
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        ReadingText::keyPressEvent(event);
}

void DifferenceText::changeEvent(QEvent *event)
{
    ReadingText::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_runs.isEmpty())
        showRuns();
}

} // namespace redoubt
