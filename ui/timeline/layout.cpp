#include "ui/timeline/layout.h"

#include "ui/timeline/cards.h"

#include <numeric>
#include <span>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

// Far outside any view.
constexpr double farAway = 1e6;

/// A rectangle said along and across the time line.
QRectF rectangle(TimeDirection direction, double along, double across, double length, double breadth)
{
    return direction == TimeDirection::Across ? QRectF(along, across, length, breadth)
                                              : QRectF(across, along, breadth, length);
}

QPointF pointAt(TimeDirection direction, double along, double across)
{
    return direction == TimeDirection::Across ? QPointF(along, across) : QPointF(across, along);
}

double breadthOf(TimeDirection direction, QSizeF size, const TimelineMetrics &metrics)
{
    return (direction == TimeDirection::Across ? size.height() : size.width()) - metrics.overview;
}

double breadthOf(const TimelineInput &input)
{
    return breadthOf(input.direction, input.size, input.metrics);
}

/// Where the lanes begin, across.
double contentOf(TimeDirection direction, const TimelineMetrics &metrics)
{
    return metrics.axis + (direction == TimeDirection::Across ? metrics.top : metrics.gap);
}

constexpr int mostRows = 3;

/// Where the time line begins, along.
double startOf(TimeDirection direction, const TimelineMetrics &metrics)
{
    return direction == TimeDirection::Across ? metrics.laneTitle : metrics.top;
}

/// An event on its way through the steps of the layout.
struct Placing
{
    int entry = 0;
    MarkShape shape;
    double from = 0; ///< of the visible mark, along, from the scale's origin
    double to = 0;
    int row = 0;
};

class Layouter
{
public:
    explicit Layouter(const TimelineInput &input)
        : m_input(input)
        , m_metrics(input.metrics)
        , m_start(startOf(input.direction, input.metrics))
        , m_length(input.scale.length)
    {
    }

    TimelineLayout layOut()
    {
        m_layout.direction = m_input.direction;
        placeAxis();
        findVisible();
        packRows();
        placeLanes();
        placeProfiles();
        placeClusters();
        placeMarks();
        placeAllCards();
        std::ranges::stable_partition(
            m_layout.events, [&](const PlacedEvent &event) { return event.entry != m_input.chosen; });
        return m_layout;
    }

private:
    void placeAxis()
    {
        const double breadth = breadthOf(m_input);
        m_layout.axis = rectangle(m_input.direction, m_start,
            m_input.direction == TimeDirection::Across ? m_metrics.top : 0, m_length, m_metrics.axis);
        m_content = contentOf(m_input.direction, m_metrics);
        m_layout.content =
            rectangle(m_input.direction, m_start, m_content, m_length, std::max(0.0, breadth - m_content));
        m_layout.span = QRectF(0, 0, m_input.size.width(), m_metrics.top);
        m_layout.overview = rectangle(m_input.direction, m_start, breadth, m_length, m_metrics.overview);
    }

    void findVisible()
    {
        for (int i = 0; i < m_input.entries.size(); ++i) {
            const MarkShape shape = shapeOf(m_input.entries[i], m_input.scale, m_metrics);
            const double half = shape.isPoint ? m_metrics.mark / 2 : 0;
            const double from = shape.isPoint ? shape.middle() - half : shape.fadeFrom;
            const double to = shape.isPoint ? shape.middle() + half : shape.fadeTo;
            if (to >= 0 && from <= m_length)
                m_placing.append({i, shape, std::max(from, 0.0), std::min(to, m_length), 0});
        }
    }

    /// Marks of a lane that would cover each other stand in rows beside each other, as far as there is room.
    void packRows()
    {
        const int allowed =
            rowsOfMarks(m_input.direction, m_input.size, m_metrics, m_input.lanes.size());
        m_rows = QList<int>(m_input.lanes.size(), 1);
        for (const Profile &profile : m_input.profiles)
            m_rows[profile.lane] = m_input.lanes[profile.lane].collapsed ? 1 : allowed;
        QList<std::array<double, mostRows>> ends(m_input.lanes.size());
        for (auto &lane : ends)
            lane.fill(-farAway);
        for (Placing &placing : m_placing) {
            const int lane = m_input.entries[placing.entry].lane;
            if (m_input.lanes[lane].collapsed)
                continue;
            const auto rows = std::span(ends[lane]).first(size_t(allowed));
            // Round marks may overlap by a third before they need another row.
            const double from = placing.shape.isPoint ? placing.from + m_metrics.mark / 3 : placing.from;
            const auto free = std::ranges::find_if(rows, [&](double end) { return end <= from; });
            placing.row =
                int(free == rows.end() ? std::ranges::min_element(rows) - rows.begin() : free - rows.begin());
            rows[size_t(placing.row)] = placing.to;
            m_rows[lane] = std::max(m_rows[lane], placing.row + 1);
        }
    }

    void placeLanes()
    {
        const bool across = m_input.direction == TimeDirection::Across;
        const double breadth = breadthOf(m_input);
        double tracks = 0;
        int open = 0;
        for (int i = 0; i < m_input.lanes.size(); ++i) {
            tracks += m_rows[i] * m_metrics.track + m_metrics.gap;
            open += m_input.lanes[i].collapsed ? 0 : 1;
        }
        const double spare = across && open > 0 ? std::max(0.0, breadth - m_content - tracks) / open : 0;
        double at = m_content;
        for (int i = 0; i < m_input.lanes.size(); ++i) {
            const double track = m_rows[i] * m_metrics.track;
            const double whole = track + m_metrics.gap + (m_input.lanes[i].collapsed ? 0 : spare);
            PlacedLane lane{i, rectangle(m_input.direction, m_start, at, m_length, whole),
                rectangle(m_input.direction, m_start, at + m_metrics.gap / 2, m_length, track), {}};
            if (across)
                lane.title = QRectF(0, at, m_metrics.laneTitle, whole);
            else
                lane.title = titleAbove(i);
            m_layout.lanes.append(lane);
            at += whole;
        }
        m_tracksEnd = at;
    }

    /// Where time runs down, titles share the second line above it.
    [[nodiscard]] QRectF titleAbove(int lane) const
    {
        const double share = (m_input.size.width() - m_metrics.gap * 4) / double(m_input.lanes.size());
        return {m_metrics.gap * 2 + lane * share, m_metrics.top / 2, share, m_metrics.top / 2};
    }

    /// A profile has all of its lane where time runs across, and the marks' rows where it runs down.
    void placeProfiles()
    {
        for (int i = 0; i < m_input.profiles.size(); ++i) {
            const Profile &profile = m_input.profiles[i];
            const PlacedLane &lane = m_layout.lanes[profile.lane];
            const double from = std::clamp(profile.edges.front(), 0.0, m_length);
            const double to = std::clamp(profile.edges.back(), 0.0, m_length);
            const bool across = m_input.direction == TimeDirection::Across;
            const double top = across ? lane.area.top() + m_metrics.gap / 2 : lane.track.left();
            const double breadth = across ? lane.area.height() - m_metrics.gap / 2 : lane.track.width();
            m_layout.profiles.append({i, rectangle(m_input.direction, m_start + from, top, to - from, breadth)});
        }
    }

    void placeClusters()
    {
        const TimeScale &scale = m_input.scale;
        for (int i = 0; i < m_input.clusters.size(); ++i) {
            const Cluster &cluster = m_input.clusters[i];
            const double at = (scale.position(cluster.starts.first) + scale.position(cluster.starts.last)) / 2;
            if (at < -m_metrics.cluster / 2 || at > m_length + m_metrics.cluster / 2)
                continue;
            const QRectF track = m_layout.lanes[cluster.lane].track;
            const QPointF middle = m_input.direction == TimeDirection::Across
                                       ? QPointF(m_start + at, track.center().y())
                                       : QPointF(track.center().x(), m_start + at);
            const double half = m_metrics.track / 2 + m_metrics.mark / 8;
            m_layout.clusters.append({i, QRectF(middle - QPointF(half, half), middle + QPointF(half, half))});
        }
    }

    void placeMarks()
    {
        for (const Placing &placing : std::as_const(m_placing)) {
            const QRectF track = m_layout.lanes[m_input.entries[placing.entry].lane].track;
            const double across = (m_input.direction == TimeDirection::Across ? track.top() : track.left()) +
                                  (placing.row + 0.5) * m_metrics.track;
            PlacedEvent event{placing.entry, placing.shape, {}, {}, CardStyle::None, {}};
            event.mark = rectangle(m_input.direction, m_start + placing.from, across - m_metrics.mark / 2,
                std::max(placing.to - placing.from, 1.0), m_metrics.mark);
            event.anchor = pointAt(m_input.direction, m_start + anchorOf(placing), across);
            m_layout.events.append(event);
        }
    }

    /// Spans are pointed at where they certainly go on, moments in the middle.
    [[nodiscard]] double anchorOf(const Placing &placing) const
    {
        const MarkShape &shape = placing.shape;
        const double at = shape.isPoint || shape.isWithin ? (placing.from + placing.to) / 2
                                                          : shape.coreFrom + m_metrics.mark / 2;
        return std::clamp(at, placing.from, std::max(placing.from, placing.to));
    }

    void placeAllCards()
    {
        if (m_input.direction == TimeDirection::Down) {
            const double room = breadthOf(m_input) - m_tracksEnd - m_metrics.gap * 2;
            const int columns =
                std::clamp(int(room / m_metrics.cardColumn), room > m_metrics.cardColumn / 3 ? 1 : 0, 3);
            QList<int> all(m_layout.events.size());
            std::iota(all.begin(), all.end(), 0);
            take(placeCardsOf(all, {m_tracksEnd + m_metrics.gap, columns, columns > 0 ? room / columns : 0}));
            return;
        }
        for (const PlacedLane &lane : std::as_const(m_layout.lanes)) {
            QList<int> inLane;
            for (int i = 0; i < m_layout.events.size(); ++i) {
                const int entry = m_layout.events[i].entry;
                if (m_input.entries[entry].lane == lane.lane && entry != m_input.chosen)
                    inLane.append(i);
            }
            if (m_input.lanes[lane.lane].collapsed || inLane.isEmpty())
                continue;
            placeCardsOfLane(inLane, lane);
        }
        placeChosenAcross();
    }

    /// In rows of short cards or of lines, whichever shows more.
    void placeCardsOfLane(const QList<int> &inLane, const PlacedLane &lane)
    {
        const double room = lane.area.bottom() - lane.track.bottom() - m_metrics.gap;
        const auto cards = m_input.cardSizes(m_layout.events[inLane.first()].entry, 0);
        std::optional<Placed> best;
        for (const size_t style : {size_t(1), size_t(0)}) {
            const double breadth = cards.at(style).height();
            const int rows = int((room + m_metrics.gap / 2) / (breadth + m_metrics.gap / 2));
            const auto placed = placeCardsOf(
                inLane, {lane.track.bottom() + m_metrics.gap / 2, rows, breadth + m_metrics.gap / 2});
            if (!best || placed.shown > best->shown)
                best = placed;
        }
        take(*best);
    }

    /// Where time runs across, lanes are lower than a whole card: that of the chosen event lies over its
    /// neighbours.
    void placeChosenAcross()
    {
        const auto chosen = std::ranges::find(m_layout.events, m_input.chosen, &PlacedEvent::entry);
        if (chosen == m_layout.events.end())
            return;
        const QSizeF size = m_input.cardSizes(chosen->entry, 0)[2];
        const QRectF content = m_layout.content;
        const double left = std::clamp(chosen->anchor.x() - m_metrics.mark / 2, content.left(),
            std::max(content.left(), content.right() - size.width()));
        const double below = chosen->mark.bottom() + m_metrics.gap;
        const double above = chosen->mark.top() - m_metrics.gap - size.height();
        const double top = below + size.height() <= content.bottom() ? below : std::max(above, content.top());
        chosen->style = CardStyle::Whole;
        chosen->card = QRectF(QPointF(left, top), size);
        for (PlacedEvent &event : m_layout.events) {
            if (event.entry != m_input.chosen && event.card.intersects(chosen->card)) {
                event.style = CardStyle::None;
                event.card = {};
            }
        }
    }

    /// Rows beside each other that share cards.
    struct Rows
    {
        double across = 0; ///< of the first
        int count = 0;
        double breadth = 0; ///< of each
    };

    /// Cards that found a place, of events of the layout.
    struct Placed
    {
        QList<int> events;
        QList<std::pair<CardStyle, QRectF>> cards;
        int shown = 0;
    };

    [[nodiscard]] Placed placeCardsOf(QList<int> events, Rows rows) const
    {
        const bool isAcross = m_input.direction == TimeDirection::Across;
        const double column = rows.breadth - (rows.count > 1 ? m_metrics.gap : 0);
        const auto markOf = [&](int i) { return m_layout.along(m_layout.events[i].anchor); };
        std::ranges::stable_sort(events, {}, markOf);
        thin(events, rows.count);
        prepare(events);
        QList<CardWish> wishes;
        QList<std::array<QSizeF, 3>> sizes;
        for (const int i : std::as_const(events)) {
            const int entry = m_layout.events[i].entry;
            sizes.append(m_input.cardSizes(entry, isAcross ? 0 : column));
            CardWish wish;
            wish.desired = markOf(i) - (isAcross ? m_metrics.mark / 2 : m_metrics.cardAnchor);
            for (size_t style = 0; style < 3; ++style)
                wish.lengths[style] = isAcross ? sizes.last()[style].width() : sizes.last()[style].height();
            wish.isChosen = entry == m_input.chosen;
            wish.style = isAcross ? largestWithin(sizes.last(), rows.breadth) : 2;
            wishes.append(wish);
        }
        placeCards(wishes, rows.count, m_length, m_metrics.gap / 2, m_metrics.mark * 3);
        Placed placed{events, {}, 0};
        for (qsizetype i = 0; i < wishes.size(); ++i) {
            const CardWish &wish = wishes[i];
            if (wish.style < 0) {
                placed.cards.append({CardStyle::None, {}});
                continue;
            }
            const auto style = size_t(wish.style);
            placed.cards.append({CardStyle(wish.style + 1),
                rectangle(m_input.direction, m_start + wish.position, rows.across + wish.row * rows.breadth,
                    wish.lengths.at(style), isAcross ? sizes[i].at(style).height() : column)});
            ++placed.shown;
        }
        return placed;
    }

    void take(const Placed &placed)
    {
        for (qsizetype i = 0; i < placed.events.size(); ++i) {
            PlacedEvent &event = m_layout.events[placed.events[i]];
            std::tie(event.style, event.card) = placed.cards[i];
        }
    }

    /// Of more events than the rows could ever have cards for, those that are not near to another are left.
    void thin(QList<int> &events, int rows) const
    {
        const double least =
            m_input.direction == TimeDirection::Across ? m_metrics.cardColumn / 3 : m_metrics.track;
        if (double(events.size()) <= rows * m_length / least)
            return;
        QList<double> ends(std::max(rows, 1), -farAway);
        events.removeIf([&](int i) {
            const PlacedEvent &event = m_layout.events[i];
            const double at = m_layout.along(event.anchor);
            double &end = *std::ranges::min_element(ends);
            if (event.entry != m_input.chosen && at < end)
                return true;
            end = at + least;
            return false;
        });
    }

    void prepare(const QList<int> &events) const
    {
        if (!m_input.prepareCards)
            return;
        QList<int> entries;
        for (const int i : events)
            entries.append(m_layout.events[i].entry);
        m_input.prepareCards(entries);
    }

    static int largestWithin(const std::array<QSizeF, 3> &cards, double breadth)
    {
        for (int style = 2; style > 0; --style) {
            if (cards.at(size_t(style)).height() <= breadth)
                return style;
        }
        return 0;
    }

    const TimelineInput &m_input;
    const TimelineMetrics &m_metrics;
    double m_start;
    double m_length;
    double m_content = 0;
    double m_tracksEnd = 0;
    QList<Placing> m_placing;
    QList<int> m_rows;
    TimelineLayout m_layout;
};

} // namespace

int rowsOfMarks(TimeDirection direction, QSizeF size, const TimelineMetrics &metrics, qsizetype lanes)
{
    static constexpr double shareOfTracks = 0.4;
    const double count = std::max(1.0, double(lanes));
    const double breadth = breadthOf(direction, size, metrics) - contentOf(direction, metrics);
    // Where tracks leave no room for a column of cards they have all the room.
    const bool haveAll = direction == TimeDirection::Down &&
                         breadth - count * (metrics.track + metrics.gap) < metrics.cardColumn / 3;
    const double room = breadth * (haveAll ? 1 : shareOfTracks) / count;
    return std::clamp(int((room - metrics.gap) / metrics.track), 1, mostRows);
}

double timeLength(TimeDirection direction, QSizeF size, const TimelineMetrics &metrics)
{
    const double whole = direction == TimeDirection::Across ? size.width() : size.height();
    return std::max(1.0, whole - startOf(direction, metrics) - metrics.gap);
}

TimelineLayout layOut(const TimelineInput &input)
{
    return Layouter(input).layOut();
}

} // namespace redoubt
