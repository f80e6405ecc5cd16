#pragma once

#include "ui/timeline/timelinepainter.h"

#include <QVariantAnimation>
#include <QWidget>

namespace redoubt {

class TimelineGestures;

/// A link of the chosen event.
struct TimelineLink
{
    Id<Event> from;
    Id<Event> to;
    QString text; ///< "response to · 3 days later"
    bool isReversed = false; ///< the effect is certainly before its cause

    bool operator==(const TimelineLink &) const = default;
};

/// The chronology on a true time scale, down a tall widget or across a wide one.
///
/// The wheel zooms at the pointer (Shift pans), dragging pans and goes on after a flick, Shift and dragging choose a span. The
/// arrow keys along time step from event to event, those across it from lane to lane; + and − zoom, Page Up and Page Down
/// pan, Home and End show all and choose the first or the last event, Return edits, Delete deletes. A click on the title
/// of a lane folds it, one on a cluster opens it. The strip at the edge shows the whole chronology; its window can be
/// dragged, and so can its ends.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    /// The texts of cards are read from `reader`, which stays with its owner.
    explicit TimelineView(const Reader &reader, QWidget *parent = nullptr);
    ~TimelineView() override;

    /// What to show; `matches` has one for each row, none stands for no filter. Their density is made here unless it is given. The
    /// visible span stays, until something is shown for the first time.
    void setChronology(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const std::vector<Truth>> matches = {},
        std::optional<Density> density = {});
    [[nodiscard]] const Chronology &chronology() const { return *m_chronology; }
    [[nodiscard]] const Density &density() const { return m_density; }
    [[nodiscard]] bool isShown(int row) const;

    /// The texts of cards; forget what an edit changed before setting the chronology that follows it.
    [[nodiscard]] EventTexts &texts() const { return m_texts; }

    /// What ticks and spans are written in.
    void setZone(const QTimeZone &zone);

    /// Highlights an event and brings it into sight; none when it is not shown. Says nothing back.
    void choose(Id<Event> id);
    [[nodiscard]] Id<Event> chosen() const { return m_chosen; }

    /// Marks the events that belong to what is chosen in another panel.
    void setRelated(const QSet<Id<Event>> &events);
    [[nodiscard]] const QSet<Id<Event>> &related() const { return m_related; }

    /// Draws these as curves, and the events at their ends one by one.
    void setLinks(const QList<TimelineLink> &links);
    [[nodiscard]] const QList<TimelineLink> &links() const { return m_links; }

    /// Whether events may be dragged to another time.
    void setMovable(bool isMovable) { m_isMovable = isMovable; }
    [[nodiscard]] bool isMovable() const { return m_isMovable; }
    /// Draws an event as if it had another date, while it is dragged; none ends it.
    void setDragged(Id<Event> id, const Edtf &date);

    [[nodiscard]] const TimeScale &scale() const { return m_scale; }
    [[nodiscard]] const TimelineLayout &shown() const;
    [[nodiscard]] const Sight &sight() const;
    [[nodiscard]] const Overview &overview() const { return m_overview; }
    [[nodiscard]] TimeDirection direction() const;
    /// Null when the event is not drawn one by one.
    [[nodiscard]] const PlacedEvent *placed(Id<Event> id) const;

    /// What is shown, in the light colours and without pointer and focus, as large as the widget: for a print.
    void drawPicture(QPainter &painter) const;

    void fitAll();
    /// About the chosen event where it is in sight, else about the middle.
    void zoom(double factor);
    /// Shows a scale at once, or moves to it.
    void setScale(const TimeScale &scale);
    void glideTo(const TimeScale &scale);
    void stopGliding();
    /// Zooms until the events of a cluster come apart; lists them where they never do.
    void openCluster(int cluster, QPoint at);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void eventChosen(redoubt::Id<redoubt::Event> id);
    void editRequested(redoubt::Id<redoubt::Event> id);
    void deleteRequested(redoubt::Id<redoubt::Event> id);
    /// A double click where no event is.
    void newRequested(qint64 second);
    /// A span was drawn: its first and last second.
    void spanChosen(qint64 from, qint64 to);
    /// An event was dragged to another date, in EDTF.
    /// It was dragged beyond the timeline, and stands where it stood.
    void eventCarriedOut(redoubt::Id<redoubt::Event> id);
    void dateChosen(redoubt::Id<redoubt::Event> id, const QString &date);
    void foldRequested(redoubt::Id<redoubt::Lane> lane);

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
    void showScale(const TimeScale &scale);
    void layOutLater();
    void layOutNow() const;
    void bringIntoSight(int row);
    void chooseRow(int row);
    void stepAlong(int row, int step);
    void stepAcross(int step);
    void hoverAt(QPointF point);
    void describe();
    [[nodiscard]] std::span<const Truth> matches() const;
    [[nodiscard]] QString toolTipOf(Id<Event> id) const;
    [[nodiscard]] QString toolTipAt(QPointF point) const;
    [[nodiscard]] QList<DrawnLink> drawnLinks() const;
    [[nodiscard]] QPointF pointOf(Id<Event> id) const;
    /// Returns the entry that is chosen, or -1.
    int paintShown(QPainter &painter, const TimelinePainter &by, bool isOnScreen) const;
    void paintGestures(QPainter &painter);
    [[nodiscard]] TimelineMetrics metrics() const;
    [[nodiscard]] TimeScale fittingScale() const;

    std::shared_ptr<const Chronology> m_chronology;
    std::shared_ptr<const std::vector<Truth>> m_matches;
    Density m_density;
    mutable EventTexts m_texts;
    QTimeZone m_zone{QTimeZone::UTC};
    Id<Event> m_chosen;
    QSet<Id<Event>> m_related;
    QList<TimelineLink> m_links;
    bool m_isMovable = false;
    Id<Event> m_dragged;
    Edtf m_draggedDate;
    TimeScale m_scale;
    std::unique_ptr<TimelinePainter> m_painter;
    TimelineGestures *m_gestures;
    Overview m_overview;
    // What follows from the above, made when it is first asked for.
    mutable Sight m_sight;
    mutable TimelineLayout m_layout;
    mutable bool m_isStale = true;
    bool m_isPressed = false;
    Id<Event> m_pressedMark; ///< chosen when it is let go
    int m_hovered = -1;
    int m_hoveredCluster = -1;
    bool m_isFitted = true; ///< shows all, and goes on to when the size changes
    QVariantAnimation m_glide;
};

} // namespace redoubt
