#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr double zoomStep = 1.5;

TimeDirection directionFor(QSize size)
{
    return size.width() > size.height() * 1.2 ? TimeDirection::Across : TimeDirection::Down;
}

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"timeline-view"_s);
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_glide.setEasingCurve(QEasingCurve::OutQuad);
}

void TimelineView::setData(const TimelineData &data)
{
    const bool wasEmpty = m_data.items.isEmpty();
    m_data = data;
    m_hovered = -1;
    m_isFitted = m_isFitted || wasEmpty;
    if (m_isFitted)
        m_scale = fittingScale();
    layOutAgain();
    describe();
}

void TimelineView::choose(Id<Event> id)
{
    if (m_chosen == id)
        return;
    m_chosen = id;
    bringIntoSight(m_data.indexOf(id));
    layOutAgain();
    describe();
}

void TimelineView::setRelated(const QSet<Id<Event>> &events)
{
    if (std::exchange(m_related, events) != events)
        update();
}

void TimelineView::fitAll()
{
    m_isFitted = true;
    glideTo(fittingScale());
}

void TimelineView::zoom(double factor)
{
    m_isFitted = false;
    const PlacedEvent *chosen = m_layout.placed(m_data.indexOf(m_chosen));
    glideTo(m_scale.zoomed(factor, chosen ? m_layout.along(chosen->anchor) : m_scale.length / 2));
}

QSize TimelineView::sizeHint() const
{
    return {look::page * 14, look::page * 24};
}

QSize TimelineView::minimumSizeHint() const
{
    return {look::page * 6, look::page * 5};
}

TimeScale TimelineView::fittingScale() const
{
    qint64 from = std::numeric_limits<qint64>::max();
    qint64 to = std::numeric_limits<qint64>::min();
    for (const TimelineItem &item : m_data.items) {
        const Bounds &b = item.event.bounds;
        for (const auto &bound : {b.startEarliest, b.startLatest, b.endEarliest, b.endLatest}) {
            if (!bound || *bound == std::numeric_limits<qint64>::max() ||
                *bound == std::numeric_limits<qint64>::min())
                continue;
            from = std::min(from, *bound);
            to = std::max(to, *bound);
        }
    }
    const TimeDirection direction = directionFor(size());
    const double length =
        timeLength(direction, size(), TimelinePainter(look::colours(palette())).metrics(direction, m_data));
    if (from > to) {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        static constexpr qint64 halfAYear = 180 * 86400;
        return TimeScale::fitting(now - halfAYear, now + halfAYear, length, 0);
    }
    return TimeScale::fitting(
        from, to, length, direction == TimeDirection::Across ? look::page * 2 : look::page);
}

void TimelineView::layOutAgain()
{
    const TimelinePainter painter(look::colours(palette()));
    TimelineInput input;
    input.direction = directionFor(size());
    input.size = size();
    input.scale = m_scale;
    input.metrics = painter.metrics(input.direction, m_data);
    for (const Lane &lane : m_data.lanes)
        input.lanes.append({lane.id, lane.title, lane.colour, lane.collapsed});
    for (const TimelineItem &item : m_data.items)
        input.entries.append(TimelinePainter::entry(item));
    input.chosen = m_data.indexOf(m_chosen);
    input.cardSizes = [&](int entry, double breadth) {
        return painter.cardSizes(m_data.items[entry], breadth);
    };
    m_layout = layOut(input);
    update();
}

void TimelineView::setScale(const TimeScale &scale)
{
    m_scale = scale;
    layOutAgain();
}

void TimelineView::glideTo(const TimeScale &scale)
{
    m_glide.stop();
    m_glide.disconnect(this);
    const int duration = look::motion();
    if (duration == 0 || !isVisible()) {
        setScale(scale);
        return;
    }
    const TimeScale from = m_scale;
    m_glide.setDuration(duration);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this, from, scale](const QVariant &value) {
        const double part = value.toDouble();
        TimeScale between = scale;
        if (part < 1) {
            between.secondsPerPixel =
                from.secondsPerPixel * std::pow(scale.secondsPerPixel / from.secondsPerPixel, part);
            between.origin = from.origin + qint64((double(scale.origin) - double(from.origin)) * part);
        }
        setScale(between);
    });
    m_glide.start();
}

void TimelineView::bringIntoSight(int item)
{
    if (item < 0)
        return;
    const TimelinePainter painter(look::colours(palette()));
    const auto metrics = painter.metrics(directionFor(size()), m_data);
    const MarkShape shape = shapeOf(TimelinePainter::entry(m_data.items[item]), m_scale, metrics);
    const double edge = std::min(double(look::page), m_scale.length / 4);
    if (shape.fadeTo >= edge && shape.fadeFrom <= m_scale.length - edge)
        return;
    m_isFitted = false;
    glideTo(m_scale.panned((shape.fadeTo < edge ? shape.fadeTo : shape.fadeFrom) - m_scale.length / 2));
}

void TimelineView::chooseItem(int item)
{
    if (item < 0 || item >= m_data.items.size())
        return;
    const Id<Event> id = m_data.items[item].event.id;
    choose(id);
    Q_EMIT eventChosen(id);
}

void TimelineView::stepAlong(int step)
{
    const int chosen = m_data.indexOf(m_chosen);
    if (chosen < 0)
        chooseItem(step > 0 ? 0 : int(m_data.items.size()) - 1);
    else
        chooseItem(std::clamp(chosen + step, 0, int(m_data.items.size()) - 1));
}

void TimelineView::stepAcross(int step)
{
    const int chosen = m_data.indexOf(m_chosen);
    if (chosen < 0) {
        stepAlong(1);
        return;
    }
    const auto middle = [this](int item) {
        const Bounds &b = m_data.items[item].event.bounds;
        return double(b.startEarliest.value_or(b.endLatest.value_or(0)));
    };
    for (int lane = m_data.items[chosen].lane + step; lane >= 0 && lane < m_data.lanes.size(); lane += step) {
        int nearest = -1;
        for (int i = 0; i < m_data.items.size(); ++i) {
            const bool nearer = nearest < 0 || std::abs(middle(i) - middle(chosen)) <
                                                   std::abs(middle(nearest) - middle(chosen));
            if (m_data.items[i].lane == lane && nearer)
                nearest = i;
        }
        if (nearest >= 0) {
            chooseItem(nearest);
            return;
        }
    }
}

void TimelineView::describe()
{
    const int item = m_data.indexOf(m_chosen);
    setAccessibleDescription(
        item >= 0 ? toolTipOf(item) : tr("%n event(s), none chosen", nullptr, int(m_data.items.size())));
}

QString TimelineView::toolTipOf(int item) const
{
    const TimelineItem &shown = m_data.items[item];
    const QString date = shown.dateText == shown.event.date
                             ? shown.dateText
                             : u"%1 (%2)"_s.arg(shown.dateText, shown.event.date);
    QStringList lines{shown.event.title, date,
        u"%1 · %2"_s.arg(m_data.lanes.value(shown.lane).title, certaintyText(shown.event.certainty)),
        shown.event.place, sourceCountText(shown.sources)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int item = m_layout.entryAt(help->pos());
        if (item >= 0) {
            QToolTip::showText(help->globalPos(), toolTipOf(item), this);
            return true;
        }
        for (const PlacedLane &lane : m_layout.lanes) {
            if (lane.title.contains(help->pos()) || lane.track.contains(help->pos())) {
                QToolTip::showText(help->globalPos(), m_data.lanes.at(lane.lane).title, this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            m_isFitted = false;
            setScale(m_scale.zoomed(1 + gesture->value(), m_layout.along(gesture->position())));
            return true;
        }
    }
    return QWidget::event(event);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const TimelinePainter::Scene scene{m_data, m_layout, m_scale, m_data.indexOf(m_chosen), m_hovered,
        hasFocus(), QDateTime::currentSecsSinceEpoch(), m_related};
    TimelinePainter(look::colours(palette())).paint(painter, scene);
    if (m_data.items.isEmpty()) {
        painter.setPen(look::colours(palette()).inkSoft);
        painter.drawText(
            m_layout.content, Qt::AlignCenter | Qt::TextWordWrap, tr("No event matches the filter."));
    }
    if (hasFocus() && scene.chosen < 0) {
        painter.setPen(QPen(look::colours(palette()).accent, look::hair));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    const TimeDirection direction = directionFor(size());
    const double length =
        timeLength(direction, size(), TimelinePainter(look::colours(palette())).metrics(direction, m_data));
    if (m_isFitted) {
        m_scale = fittingScale();
    } else if (m_scale.length > 0) {
        m_scale.secondsPerPixel = std::clamp(
            m_scale.secondsPerPixel * m_scale.length / length, TimeScale::finest, TimeScale::coarsest);
        m_scale.length = length;
    }
    layOutAgain();
}

void TimelineView::changeEvent(QEvent *event)
{
    const bool looksChange = event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
                             event->type() == QEvent::LocaleChange;
    if (looksChange)
        layOutAgain();
    QWidget::changeEvent(event);
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    static constexpr double zoomOfANotch = 1.2;
    static constexpr double notch = 120;
    m_glide.stop();
    m_isFitted = false;
    const QPoint turned = event->angleDelta();
    const bool pans = event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y());
    const int turn = std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y();
    if (pans)
        setScale(m_scale.panned(-turn / notch * look::page * 2));
    else
        setScale(m_scale.zoomed(std::pow(zoomOfANotch, turn / notch), m_layout.along(event->position())));
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton)
        return;
    chooseItem(m_layout.entryAt(event->position()));
    if (event->button() == Qt::LeftButton) {
        m_glide.stop();
        m_pressedAt = event->position();
        m_scaleAtPress = m_scale;
        m_isDragging = false;
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedAt) {
        const QPointF moved = event->position() - *m_pressedAt;
        if (m_isDragging || moved.manhattanLength() > QApplication::startDragDistance()) {
            m_isDragging = true;
            m_isFitted = false;
            setCursor(Qt::ClosedHandCursor);
            setScale(m_scaleAtPress.panned(m_layout.along(*m_pressedAt) - m_layout.along(event->position())));
        }
        return;
    }
    const int hovered = m_layout.entryAt(event->position());
    setCursor(hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, hovered) != hovered)
        update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *)
{
    m_pressedAt.reset();
    m_isDragging = false;
    unsetCursor();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int item = m_layout.entryAt(event->position());
    if (item >= 0)
        Q_EMIT editRequested(m_data.items[item].event.id);
    else if (m_layout.content.contains(event->position()))
        Q_EMIT newRequested(m_scale.second(m_layout.along(event->position())));
}

void TimelineView::leaveEvent(QEvent *)
{
    if (std::exchange(m_hovered, -1) >= 0)
        update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool down = direction() == TimeDirection::Down;
    switch (event->key()) {
    case Qt::Key_Left:
        return down ? stepAcross(-1) : stepAlong(-1);
    case Qt::Key_Right:
        return down ? stepAcross(1) : stepAlong(1);
    case Qt::Key_Up:
        return down ? stepAlong(-1) : stepAcross(-1);
    case Qt::Key_Down:
        return down ? stepAlong(1) : stepAcross(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(zoomStep);
    case Qt::Key_Minus:
        return zoom(1 / zoomStep);
    case Qt::Key_Home:
    case Qt::Key_End:
        fitAll();
        return chooseItem(event->key() == Qt::Key_Home ? 0 : int(m_data.items.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_data.indexOf(m_chosen) >= 0)
            Q_EMIT editRequested(m_chosen);
        return;
    case Qt::Key_Delete:
        if (m_data.indexOf(m_chosen) >= 0)
            Q_EMIT deleteRequested(m_chosen);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace redoubt
