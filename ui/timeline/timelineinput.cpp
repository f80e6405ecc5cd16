#include "ui/timeline/timelinegestures.h"
#include "ui/timeline/timelineview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QToolTip>

#include <cmath>

// What keys, the wheel and the mouse do in the view.

namespace redoubt {

namespace {

constexpr double zoomStep = 1.5;
constexpr double pageStep = 0.9; // of the visible span

} // namespace

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setScale(m_scale.zoomed(1 + gesture->value(), shown().along(gesture->position())));
            return true;
        }
    }
    return QWidget::event(event);
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    static constexpr double zoomOfANotch = 1.2;
    static constexpr double notch = 120;
    stopGliding();
    m_gestures->stop();
    const QPoint turned = event->angleDelta();
    const bool pans = event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y());
    const int turn = std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y();
    if (pans)
        setScale(m_scale.panned(-turn / notch * look::page * 2));
    else
        setScale(m_scale.zoomed(std::pow(zoomOfANotch, turn / notch), shown().along(event->position())));
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton)
        return;
    // What can be dragged is chosen when it is let go: the brief goes to where it is mentioned, away from where it is to be dropped.
    const int entry = shown().entryAt(event->position());
    const bool mayBeDragged = entry >= 0 && event->button() == Qt::LeftButton && m_gestures->grips(event->position());
    m_pressedMark = mayBeDragged ? m_sight.entries.at(entry).id : Id<Event>();
    if (entry >= 0 && !mayBeDragged)
        chooseRow(m_sight.entries.at(entry).row);
    if (event->button() == Qt::LeftButton)
        m_gestures->press(*event);
    m_isPressed = event->button() == Qt::LeftButton;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_gestures->move(*event))
        hoverAt(event->position());
}

void TimelineView::hoverAt(QPointF point)
{
    const int hovered = shown().entryAt(point);
    const int cluster = hovered < 0 ? m_layout.clusterAt(point) : -1;
    setCursor(m_gestures->cursorAt(point));
    const bool isOther = std::exchange(m_hovered, hovered) != hovered;
    if (std::exchange(m_hoveredCluster, cluster) != cluster || isOther)
        update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_isPressed, false))
        return;
    const bool wasDragged = m_gestures->release(*event);
    if (const int row = m_chronology->row(std::exchange(m_pressedMark, {})); row >= 0)
        chooseRow(row);
    if (wasDragged)
        return;
    if (const int title = shown().titleAt(event->position()); title >= 0)
        Q_EMIT foldRequested(m_chronology->lanes().at(title).id);
    else if (const int cluster = m_layout.clusterAt(event->position());
             cluster >= 0 && m_layout.entryAt(event->position()) < 0)
        openCluster(cluster, event->globalPosition().toPoint());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const int entry = shown().entryAt(event->position()); entry >= 0)
        Q_EMIT editRequested(m_sight.entries.at(entry).id);
    else if (m_layout.content.contains(event->position()) && m_layout.clusterAt(event->position()) < 0)
        Q_EMIT newRequested(m_scale.second(m_layout.along(event->position())));
}

void TimelineView::leaveEvent(QEvent *)
{
    const bool was = m_hovered >= 0 || m_hoveredCluster >= 0;
    m_hovered = m_hoveredCluster = -1;
    if (was)
        update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool down = direction() == TimeDirection::Down;
    const int chosen = m_chronology->row(m_chosen);
    const int last = m_chronology->size() - 1;
    const auto along = [&](int step) { stepAlong(isShown(chosen) ? chosen + step : step > 0 ? 0 : last, step); };
    switch (event->key()) {
    case Qt::Key_Left:
        return down ? stepAcross(-1) : along(-1);
    case Qt::Key_Right:
        return down ? stepAcross(1) : along(1);
    case Qt::Key_Up:
        return down ? along(-1) : stepAcross(-1);
    case Qt::Key_Down:
        return down ? along(1) : stepAcross(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(zoomStep);
    case Qt::Key_Minus:
        return zoom(1 / zoomStep);
    case Qt::Key_PageUp:
        return glideTo(m_scale.panned(-m_scale.length * pageStep));
    case Qt::Key_PageDown:
        return glideTo(m_scale.panned(m_scale.length * pageStep));
    case Qt::Key_Home:
        fitAll();
        return stepAlong(0, 1);
    case Qt::Key_End:
        fitAll();
        return stepAlong(last, -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isShown(chosen))
            Q_EMIT editRequested(m_chosen);
        return;
    case Qt::Key_Delete:
        if (isShown(chosen))
            Q_EMIT deleteRequested(m_chosen);
        return;
    case Qt::Key_Escape:
        if (m_gestures->cancel())
            return;
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace redoubt
