#include "ui/brief/findfield.h"

#include <QKeyEvent>

namespace redoubt {

namespace {

constexpr qsizetype most = 30;

} // namespace

void FindField::setHistory(const QStringList &history)
{
    m_history = history.first(std::min(most, history.size()));
    m_place = -1;
}

void FindField::remember()
{
    m_place = -1;
    if (text().isEmpty())
        return;
    m_history.removeAll(text());
    m_history.prepend(text());
    m_history.resize(std::min(most, m_history.size()));
}

void FindField::step(qsizetype direction)
{
    if (m_place < 0 || text() != m_history.value(m_place)) {
        m_typed = text();
        m_place = -1;
    }
    qsizetype next = m_place + direction;
    while (next >= 0 && next < m_history.size() && m_history[next] == text())
        next += direction;
    if (next >= m_history.size() || next < -1)
        return;
    m_place = next;
    setText(next < 0 ? m_typed : m_history[next]);
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        step(event->key() == Qt::Key_Up ? 1 : -1);
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace redoubt
