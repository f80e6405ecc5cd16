#pragma once

#include "ui/timeline/timelinepainter.h"

#include <QVariantAnimation>
#include <QWidget>

namespace redoubt {

/// The chronology on a true time scale, down a tall widget or across a wide one.
///
/// The wheel zooms at the pointer (Shift pans), dragging pans. The arrow keys along time step from event to
/// event, those across it from lane to lane; + and − zoom, Home and End show all and choose the first or the
/// last event, Return edits, Delete deletes.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// What to show. The visible span stays, until something is shown for the first time.
    void setData(const TimelineData &data);
    [[nodiscard]] const TimelineData &data() const { return m_data; }

    /// Highlights an event and brings it into sight; none when it is not shown. Says nothing back.
    void choose(Id<Event> id);
    [[nodiscard]] Id<Event> chosen() const { return m_chosen; }

    /// Marks the events that belong to what is chosen in another panel.
    void setRelated(const QSet<Id<Event>> &events);
    [[nodiscard]] const QSet<Id<Event>> &related() const { return m_related; }

    [[nodiscard]] const TimeScale &scale() const { return m_scale; }
    [[nodiscard]] const TimelineLayout &shown() const { return m_layout; }
    [[nodiscard]] TimeDirection direction() const { return m_layout.direction; }

    void fitAll();
    /// About the chosen event where it is in sight, else about the middle.
    void zoom(double factor);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void eventChosen(redoubt::Id<redoubt::Event> id);
    void editRequested(redoubt::Id<redoubt::Event> id);
    void deleteRequested(redoubt::Id<redoubt::Event> id);
    /// A double click where no event is.
    void newRequested(qint64 second);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOutAgain();
    void setScale(const TimeScale &scale);
    void glideTo(const TimeScale &scale);
    void bringIntoSight(int item);
    void chooseItem(int item);
    void stepAlong(int step);
    void stepAcross(int step);
    void describe();
    [[nodiscard]] QString toolTipOf(int item) const;
    [[nodiscard]] TimeScale fittingScale() const;

    TimelineData m_data;
    Id<Event> m_chosen;
    QSet<Id<Event>> m_related;
    TimeScale m_scale;
    TimelineLayout m_layout;
    int m_hovered = -1;
    bool m_isFitted = true; ///< shows all, and goes on to when the size changes
    std::optional<QPointF> m_pressedAt;
    TimeScale m_scaleAtPress;
    bool m_isDragging = false;
    QVariantAnimation m_glide;
};

} // namespace redoubt
