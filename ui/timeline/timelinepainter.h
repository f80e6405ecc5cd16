#pragma once

#include "ui/look/look.h"
#include "ui/timeline/layout.h"
#include "ui/timeline/timelinedata.h"

class QPainter;

namespace redoubt {

/// Draws the timeline: knows the look, the fonts and the words, and nothing of input.
class TimelinePainter
{
public:
    explicit TimelinePainter(const look::Colours &colours);

    [[nodiscard]] TimelineMetrics metrics(TimeDirection direction, const TimelineData &data) const;
    /// For the layout.
    [[nodiscard]] static TimelineEntry entry(const TimelineItem &item);
    /// See TimelineInput::cardSizes.
    [[nodiscard]] std::array<QSizeF, 3> cardSizes(const TimelineItem &item, double breadth) const;

    struct Scene
    {
        const TimelineData &data;
        const TimelineLayout &layout;
        const TimeScale &scale;
        int chosen = -1;
        int hovered = -1;
        bool hasFocus = false;
        std::optional<qint64> now;
        QSet<Id<Event>> related; ///< to what is chosen elsewhere
    };
    void paint(QPainter &painter, const Scene &scene) const;

private:
    void paintAxis(QPainter &painter, const Scene &scene) const;
    void paintNow(QPainter &painter, const Scene &scene) const;
    void paintLegend(QPainter &painter, const Scene &scene) const;
    void paintLanes(QPainter &painter, const Scene &scene) const;
    void paintMark(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const;
    void paintPoint(
        QPainter &painter, const TimelineItem &item, const PlacedEvent &placed, const QColor &colour) const;
    void paintSpan(
        QPainter &painter, const Scene &scene, const PlacedEvent &placed, const QColor &colour) const;
    void paintArrow(QPainter &painter, const Scene &scene, const PlacedEvent &placed, const QColor &colour,
        bool atEnd) const;
    void paintLeader(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const;
    void paintCard(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const;
    [[nodiscard]] double titleHeight(const QString &title, double breadth) const;
    void paintTitle(QPainter &painter, const TimelineItem &item, const QRectF &place, QFont font) const;
    void paintWhole(QPainter &painter, const Scene &scene, const TimelineItem &item, QRectF inside) const;

    look::Colours m_colours;
    QFont m_caption;
    QFont m_captionHeavy;
    QFont m_body;
    QFont m_heavy;
};

} // namespace redoubt
