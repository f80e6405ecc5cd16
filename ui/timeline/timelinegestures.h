#pragma once

#include "ui/timeline/overview.h"

#include <QElapsedTimer>
#include <QObject>
#include <QVariantAnimation>

class QMouseEvent;

namespace redoubt {

class TimelineView;

/// What a pressed mouse does on a timeline: pans, goes on panning after a flick, draws a span, moves the window of the
/// overview, moves an event or an end of it.
class TimelineGestures : public QObject
{
    Q_OBJECT

public:
    explicit TimelineGestures(TimelineView &view);

    void press(const QMouseEvent &event);
    /// False while nothing is dragged.
    bool move(const QMouseEvent &event);
    /// True when something was dragged.
    bool release(const QMouseEvent &event);
    /// Puts everything back to where it was before the press; false when nothing was being dragged.
    bool cancel();
    /// Ends the motion that a flick left.
    void stop() { m_flick.stop(); }

    /// The span that is being drawn, along the time line; nothing when none is.
    [[nodiscard]] std::optional<std::pair<double, double>> band() const;

    /// What stands beside the pointer while an event is dragged: its date, or why it cannot be moved.
    [[nodiscard]] QString label() const { return m_doing == Doing::MovingEvent ? m_label : QString(); }
    [[nodiscard]] QPointF pointer() const { return m_at; }

    /// What a press at a point would take hold of; whether that is an event.
    [[nodiscard]] Qt::CursorShape cursorAt(QPointF point) const;
    [[nodiscard]] bool grips(QPointF point) const { return gripAt(point).has_value(); }

Q_SIGNALS:
    void bandChanged();
    void bandDrawn(double from, double to);
    void eventCarriedOut(redoubt::Id<redoubt::Event> id);
    void eventMoved(redoubt::Id<redoubt::Event> id, const QString &date);

private:
    enum class Doing { Nothing, Panning, Drawing, MovingWindow, MovingEvent };

    /// Of an event that a press takes hold of.
    struct Grip
    {
        enum class Part { Whole, Start, End };
        Id<Event> id;
        Part part = Part::Whole;
    };
    [[nodiscard]] std::optional<Grip> gripAt(QPointF point) const;
    void moveEvent();
    void carryOut();

    [[nodiscard]] double alongWidget(QPointF point) const;
    void begin(const QMouseEvent &event);
    void flick();

    TimelineView &m_view;
    Doing m_doing = Doing::Nothing;
    bool m_isPressed = false;
    QPointF m_pressedAt;
    QPointF m_at;
    bool m_isWithShift = false;
    Overview::Part m_part = Overview::Part::Outside;
    bool m_isOnOverview = false;
    TimeScale m_scaleAtPress;
    std::optional<Grip> m_grip;
    Edtf m_date;       ///< of the event at the press
    Edtf m_movedDate;  ///< empty where it cannot be moved
    QString m_label;
    QElapsedTimer m_clock;
    QList<std::pair<qint64, double>> m_trail; ///< of the last moves: milliseconds, position
    QVariantAnimation m_flick;
};

} // namespace redoubt
