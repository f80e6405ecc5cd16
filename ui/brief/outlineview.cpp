#include "ui/brief/outlineview.h"

#include "ui/brief/outlinelist.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace redoubt {

OutlineView::OutlineView(QWidget *parent)
    : QListView(parent)
{
}

bool OutlineView::event(QEvent *event)
{
    // These keys are the window's elsewhere.
    if (event->type() == QEvent::ShortcutOverride && takeKey(*static_cast<QKeyEvent *>(event), true)) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

/// Whether the key rearranges; does it unless it is `only` asked.
bool OutlineView::takeKey(const QKeyEvent &event, bool only)
{
    const bool isAlone = event.modifiers() == Qt::AltModifier;
    const bool steps = isAlone && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
    const bool shifts = isAlone && (event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown);
    if (!m_canRearrange || (!steps && !shifts))
        return false;
    if (only || !currentIndex().isValid())
        return true;
    if (steps)
        Q_EMIT stepWanted(currentIndex().row(), event.key() == Qt::Key_Up ? -1 : 1);
    else
        Q_EMIT levelWanted(currentIndex().row(), event.key() == Qt::Key_PageUp ? -1 : 1);
    return true;
}

void OutlineView::keyPressEvent(QKeyEvent *event)
{
    if (m_isDragging && event->key() == Qt::Key_Escape)
        endDrag();
    else if (!takeKey(*event, false))
        QListView::keyPressEvent(event);
}

/// The next row that is not one of its subsections.
int OutlineView::rowBehind(int row) const
{
    const auto level = [this](int of) { return model()->index(of, 0).data(OutlineModel::LevelRole).toInt(); };
    int next = row + 1;
    while (next < model()->rowCount() && level(next) > level(row))
        ++next;
    return next;
}

/// Nothing where the dragged row would stay where it is.
std::optional<int> OutlineView::dropRow(QPoint point) const
{
    const QModelIndex index = indexAt({viewport()->width() / 2, point.y()});
    const int row = !index.isValid() ? (point.y() < 0 ? 0 : model()->rowCount())
                                     : index.row() + (point.y() > visualRect(index).center().y() ? 1 : 0);
    const bool stays = row >= m_dragged && row <= rowBehind(m_dragged);
    return stays ? std::nullopt : std::optional(row);
}

void OutlineView::endDrag()
{
    m_isDragging = false;
    m_dragged = -1;
    m_drop.reset();
    unsetCursor();
    viewport()->update();
}

void OutlineView::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = event->position().toPoint();
    m_dragged = event->button() == Qt::LeftButton && m_canRearrange ? indexAt(m_pressed).row() : -1;
}

void OutlineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const bool isPressed = m_dragged >= 0 && event->buttons().testFlag(Qt::LeftButton);
    if (!isPressed)
        return QListView::mouseMoveEvent(event);
    if (!m_isDragging && (point - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    setCursor(Qt::ClosedHandCursor);
    if (point.y() < 0 || point.y() > viewport()->height())
        verticalScrollBar()->triggerAction(point.y() < 0 ? QAbstractSlider::SliderSingleStepSub : QAbstractSlider::SliderSingleStepAdd);
    m_drop = dropRow(point);
    viewport()->update();
}

void OutlineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging) {
        m_dragged = -1;
        return QListView::mouseReleaseEvent(event);
    }
    const int row = m_dragged;
    const std::optional<int> drop = m_drop;
    endDrag();
    if (drop)
        Q_EMIT moveWanted(row, *drop);
}

void OutlineView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!m_menu || !m_canRearrange || !index.isValid())
        return;
    setCurrentIndex(index);
    const QPoint point = event->reason() == QContextMenuEvent::Mouse ? event->pos() : visualRect(index).center();
    m_menu->popup(viewport()->mapToGlobal(point));
}

void OutlineView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_drop)
        return;
    const bool isLast = *m_drop == model()->rowCount();
    const QRect row = visualRect(model()->index(isLast ? *m_drop - 1 : *m_drop, 0));
    QPainter painter(viewport());
    const int y = std::clamp(isLast ? row.bottom() : row.top(), look::hair, viewport()->height() - 2 * look::hair);
    painter.fillRect(look::related, y - look::hair, viewport()->width() - 2 * look::related, 2 * look::hair, look::colours(palette()).accent);
}

} // namespace redoubt
