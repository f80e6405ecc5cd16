#pragma once

#include "ui/look/look.h"
#include "ui/timeline/eventtexts.h"
#include "ui/timeline/overview.h"

#include <QPixmap>
#include <QSet>

class QPainter;

namespace redoubt {

/// A link as it is drawn: an arrow between two points, with words.
struct DrawnLink
{
    QPointF from;
    QPointF to;
    QString text;
    bool isReversed = false; ///< the effect is certainly before its cause
};

/// Draws the timeline: knows the look, the fonts and the words, and nothing of input. Keeps what it drew of marks that
/// repeat, so it is best kept as long as the look is the same.
class TimelinePainter
{
public:
    explicit TimelinePainter(const look::Colours &colours);

    [[nodiscard]] TimelineMetrics metrics(TimeDirection direction, const QList<Lane> &lanes) const;
    /// See TimelineInput::cardSizes.
    [[nodiscard]] std::array<QSizeF, 3> cardSizes(const EventTexts::Brief &text, double breadth) const;

    struct Scene
    {
        const QList<Lane> &lanes;
        const Sight &sight;
        EventTexts &texts;
        const TimelineLayout &layout;
        const TimeScale &scale;
        const Overview &overview;
        const QTimeZone &zone;
        int chosen = -1; ///< an entry
        int hovered = -1;
        int hoveredCluster = -1;
        bool hasFocus = false;
        std::optional<qint64> now;
        const QSet<Id<Event>> &related; ///< to what is chosen elsewhere
        const QList<DrawnLink> &links;
    };
    void paint(QPainter &painter, const Scene &scene) const;
    void paintLabel(QPainter &painter, QPointF at, const QString &text, const QRectF &within) const;

private:
    void paintAxis(QPainter &painter, const Scene &scene) const;
    void paintNow(QPainter &painter, const Scene &scene) const;
    void paintOverview(QPainter &painter, const Scene &scene) const;
    void paintLaneTitle(QPainter &painter, const PlacedLane &placed, const Lane &lane, bool down) const;
    void paintLinks(QPainter &painter, const Scene &scene) const;
    void paintLinkNames(QPainter &painter, const Scene &scene) const;
    void paintLinkName(QPainter &painter, const QRectF &place, const QString &text, bool warns) const;
    void paintLanes(QPainter &painter, const Scene &scene) const;
    void paintProfile(QPainter &painter, const Scene &scene, const PlacedProfile &placed) const;
    void paintCluster(QPainter &painter, const Scene &scene, const PlacedCluster &placed) const;
    void paintMark(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const;
    void paintPoint(QPainter &painter, const TimelineEntry &entry, QPointF middle, const QColor &colour) const;
    void paintSpan(
        QPainter &painter, const Scene &scene, const PlacedEvent &placed, const QColor &colour) const;
    void paintArrow(QPainter &painter, const Scene &scene, const PlacedEvent &placed, const QColor &colour,
        bool atEnd) const;
    void paintLeader(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const;
    void paintCard(QPainter &painter, const Scene &scene, const PlacedEvent &placed) const;
    [[nodiscard]] double titleHeight(const QString &title, double breadth) const;
    void paintTitle(QPainter &painter, const QString &title, bool isRetracted, const QRectF &place, QFont font) const;
    void paintWhole(QPainter &painter, const Scene &scene, const TimelineEntry &entry, QRectF inside) const;

    look::Colours m_colours;
    QFont m_caption;
    QFont m_captionHeavy;
    QFont m_body;
    QFont m_heavy;
    mutable QHash<quint64, QPixmap> m_marks; ///< round marks, by what they say
};

} // namespace redoubt
