#include "ui/timeline/timelinegestures.h"

#include "app/timeline/datetext.h"
#include "app/timeline/shift.h"
#include "ui/look/look.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QMouseEvent>

namespace redoubt {

namespace {

constexpr int flickMotions = 5;      // of look::motion() that a flick lasts
constexpr qint64 trailLength = 100;  // milliseconds before the release that tell its speed
constexpr qint64 leastTrail = 12;    // of these; below it no speed can be told
constexpr double leastSpeed = 0.25;  // pixels a millisecond

} // namespace

TimelineGestures::TimelineGestures(TimelineView &view)
    : QObject(&view)
    , m_view(view)
{
    m_clock.start();
    m_flick.setEasingCurve(QEasingCurve::OutCubic);
    m_flick.setStartValue(0.0);
}

double TimelineGestures::alongWidget(QPointF point) const
{
    return m_view.shown().along(point);
}

void TimelineGestures::press(const QMouseEvent &event)
{
    stop();
    m_view.stopGliding();
    m_isPressed = true;
    m_doing = Doing::Nothing;
    m_pressedAt = m_at = event.position();
    m_isWithShift = event.modifiers().testFlag(Qt::ShiftModifier);
    m_scaleAtPress = m_view.scale();
    m_trail = {{m_clock.elapsed(), alongWidget(m_at)}};
    const QRectF strip = m_view.shown().overview;
    m_isOnOverview = strip.contains(m_at);
    m_grip = gripAt(m_at);
    m_part = m_view.overview().partAt(m_view.direction(), strip, m_view.scale(), m_at);
    if (!m_isOnOverview)
        return;
    m_doing = Doing::MovingWindow;
    if (m_part == Overview::Part::Outside) {
        // The window comes to the pointer, and goes on with it.
        const QPointF middle = m_view.overview().window(m_view.direction(), strip, m_view.scale()).center();
        m_part = Overview::Part::Window;
        m_scaleAtPress = m_view.overview().dragged(m_part, m_scaleAtPress, alongWidget(m_at) - alongWidget(middle));
        m_view.glideTo(m_scaleAtPress);
    }
}

void TimelineGestures::begin(const QMouseEvent &event)
{
    if (m_doing != Doing::Nothing || (event.position() - m_pressedAt).manhattanLength() <= QApplication::startDragDistance())
        return;
    m_doing = m_isWithShift ? Doing::Drawing : m_grip ? Doing::MovingEvent : Doing::Panning;
    if (m_grip)
        m_date = m_view.texts().whole(m_grip->id).date;
    m_view.setCursor(m_doing == Doing::Drawing ? Qt::CrossCursor : Qt::ClosedHandCursor);
}

bool TimelineGestures::move(const QMouseEvent &event)
{
    if (!m_isPressed)
        return false;
    m_at = event.position();
    begin(event);
    const double by = alongWidget(m_at) - alongWidget(m_pressedAt);
    m_trail.append({m_clock.elapsed(), alongWidget(m_at)});
    switch (m_doing) {
    case Doing::Panning:
        m_view.setScale(m_scaleAtPress.panned(-by));
        break;
    case Doing::MovingWindow:
        m_view.stopGliding();
        m_view.setScale(m_view.overview().dragged(m_part, m_scaleAtPress, by));
        break;
    case Doing::Drawing:
        Q_EMIT bandChanged();
        break;
    case Doing::MovingEvent:
        if (m_grip->part == Grip::Part::Whole && !m_view.rect().contains(m_at.toPoint()))
            carryOut();
        else
            moveEvent();
        break;
    case Doing::Nothing:
        break;
    }
    return true;
}

void TimelineGestures::carryOut()
{
    const Id<Event> id = m_grip->id;
    cancel();
    Q_EMIT eventCarriedOut(id);
}

bool TimelineGestures::release(const QMouseEvent &event)
{
    if (!m_isPressed)
        return false;
    m_isPressed = false;
    m_at = event.position();
    m_view.unsetCursor();
    const Doing done = m_doing;
    const auto drawn = band();
    m_doing = Doing::Nothing;
    if (done == Doing::Panning)
        flick();
    if (done == Doing::MovingEvent) {
        m_view.setDragged({}, {});
        if (!m_movedDate.isEmpty() && m_movedDate != m_date)
            Q_EMIT eventMoved(m_grip->id, m_movedDate.text);
    }
    if (drawn) {
        Q_EMIT bandChanged();
        Q_EMIT bandDrawn(drawn->first, drawn->second);
    }
    return done != Doing::Nothing;
}

bool TimelineGestures::cancel()
{
    m_flick.stop();
    if (!m_isPressed)
        return false;
    m_isPressed = false;
    m_view.unsetCursor();
    m_view.stopGliding();
    m_view.setDragged({}, {});
    if (m_doing == Doing::Panning || m_doing == Doing::MovingWindow)
        m_view.setScale(m_scaleAtPress);
    m_doing = Doing::Nothing;
    Q_EMIT bandChanged();
    return true;
}

/// Marks can be moved, and the ends of spans that are long enough to tell them apart; cards pan.
std::optional<TimelineGestures::Grip> TimelineGestures::gripAt(QPointF point) const
{
    const TimelineLayout &shown = m_view.shown();
    const PlacedEvent *event = shown.placed(shown.entryAt(point));
    if (!event || !m_view.isMovable())
        return {};
    static constexpr double reach = look::tight + look::hair;
    const double slack = look::tight;
    if (!event->mark.adjusted(-slack, -slack, slack, slack).contains(point))
        return {};
    const MarkShape &shape = event->shape;
    Grip grip{m_view.sight().entries.at(event->entry).id, Grip::Part::Whole};
    if (shape.isPoint || shape.isWithin || shape.fadeTo - shape.fadeFrom < reach * 6)
        return grip;
    const double at = shown.along(point);
    const auto isNear = [&](double edge) { return std::abs(at - edge) <= reach; };
    if (!shape.openStart && (isNear(shape.fadeFrom) || isNear(shape.coreFrom)))
        grip.part = Grip::Part::Start;
    else if (!shape.openEnd && (isNear(shape.fadeTo) || isNear(shape.coreTo)))
        grip.part = Grip::Part::End;
    return grip;
}

void TimelineGestures::moveEvent()
{
    const double pixels = alongWidget(m_at) - alongWidget(m_pressedAt);
    const auto seconds = qint64(std::clamp(pixels * m_scaleAtPress.secondsPerPixel, -1e18, 1e18));
    const Bounds &bounds = m_date.bounds;
    const auto moved = m_grip->part == Grip::Part::Start && bounds.startEarliest
                           ? withStart(m_date, *bounds.startEarliest + seconds)
                       : m_grip->part == Grip::Part::End && bounds.endLatest
                           ? withEnd(m_date, *bounds.endLatest + seconds)
                           : shifted(m_date, seconds);
    const auto date = moved ? readEdtf(*moved) : Result<Edtf>(failure(moved));
    m_movedDate = date ? *date : Edtf();
    m_label = date ? dateText(*date) : date.error().why;
    m_view.setDragged(m_grip->id, date ? *date : m_date);
}

std::optional<std::pair<double, double>> TimelineGestures::band() const
{
    if (m_doing != Doing::Drawing)
        return {};
    const double length = m_view.scale().length;
    return std::minmax({std::clamp(alongWidget(m_pressedAt), 0.0, length), std::clamp(alongWidget(m_at), 0.0, length)});
}

Qt::CursorShape TimelineGestures::cursorAt(QPointF point) const
{
    const TimelineLayout &shown = m_view.shown();
    const bool down = shown.direction == TimeDirection::Down;
    switch (m_view.overview().partAt(shown.direction, shown.overview, m_view.scale(), point)) {
    case Overview::Part::Start:
    case Overview::Part::End:
        return down ? Qt::SizeVerCursor : Qt::SizeHorCursor;
    case Overview::Part::Window:
        return Qt::OpenHandCursor;
    case Overview::Part::Outside:
        break;
    }
    if (const auto grip = gripAt(point); grip && grip->part != Grip::Part::Whole)
        return down ? Qt::SizeVerCursor : Qt::SizeHorCursor;
    const bool isClickable = shown.entryAt(point) >= 0 || shown.clusterAt(point) >= 0 || shown.titleAt(point) >= 0;
    return isClickable ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

/// The time line runs out as it was thrown: its first speed is that of the last moves.
void TimelineGestures::flick()
{
    const qint64 now = m_clock.elapsed();
    m_trail.removeIf([&](const auto &step) { return now - step.first > trailLength; });
    if (look::motion() == 0 || m_trail.size() < 2)
        return;
    const qint64 lasted = m_trail.last().first - m_trail.first().first;
    if (lasted < leastTrail)
        return;
    const double speed = (m_trail.last().second - m_trail.first().second) / double(lasted);
    if (std::abs(speed) < leastSpeed)
        return;
    const int duration = look::motion() * flickMotions;
    // An OutCubic curve begins three times as fast as its mean.
    const double distance = speed * duration / 3;
    const TimeScale from = m_view.scale();
    m_flick.disconnect(this);
    m_flick.setDuration(duration);
    m_flick.setEndValue(distance);
    connect(&m_flick, &QVariantAnimation::valueChanged, this,
        [this, from](const QVariant &value) { m_view.setScale(from.panned(-value.toDouble())); });
    m_flick.start();
}

} // namespace redoubt
