#include "ui/brief/passagecard.h"

#include "ui/brief/brieftextedit.h"
#include "ui/look/look.h"

#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

namespace redoubt {

PassageCard::PassageCard(BriefTextEdit &editor)
    : QFrame(&editor)
    , m_editor(editor)
{
    connect(&editor, &BriefTextEdit::edited, this, &QWidget::hide);
    connect(&editor, &BriefTextEdit::marginMoved, this, &PassageCard::place);
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
    hide();
}

void PassageCard::showAt(TextRange passage)
{
    m_passage = passage;
    for (auto *other : m_editor.findChildren<PassageCard *>(Qt::FindDirectChildrenOnly))
        other->setVisible(other == this);
    place();
    raise();
}

/// Below the line where the passage ends, or above its first one when there is no room.
void PassageCard::place()
{
    if (!isVisible())
        return;
    const QRect area = m_editor.viewport()->geometry();
    const int cardWidth = std::max(area.width() - look::group, 0);
    setFixedSize(cardWidth, layout()->totalHeightForWidth(cardWidth));
    const QRect last = m_editor.lineOf(m_passage.end()).translated(area.topLeft());
    const QRect first = m_editor.lineOf(m_passage.offset).translated(area.topLeft());
    const int below = last.bottom() + look::related;
    const bool fits = below + height() <= area.bottom() || first.top() - look::related - height() < area.top();
    move(area.left() + look::related, fits ? below : first.top() - look::related - height());
}

void PassageCard::leave()
{
    hide();
    m_editor.setFocus(Qt::OtherFocusReason);
}

void PassageCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    // Nothing else goes on to the text below, which would write it.
    event->accept();
}

bool PassageCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched == m_editor.viewport() && isVisible())
        hide();
    if (isVisible() && watched == &m_editor && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        hide();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void PassageCard::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), look::radius, look::radius);
}

} // namespace redoubt
