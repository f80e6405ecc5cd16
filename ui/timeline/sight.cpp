#include "ui/timeline/sight.h"

#include "app/timeline/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace redoubt {

namespace {

constexpr int marksOfRow = 3;   // that a step of time has room for
constexpr int crowdsOfRun = 3;  // from which on a profile is drawn
constexpr int columnsOfStep = 16;
constexpr int longOnesOfRow = 6;

qint64 floorTo(qint64 value, qint64 step)
{
    const qint64 rest = value % step;
    return saturatingAdd(value, -(rest < 0 ? rest + step : rest));
}

/// A power of two of seconds that is at least so many pixels.
qint64 stepOf(double pixels, const TimeScale &scale)
{
    const double seconds = std::max(1.0, pixels * scale.secondsPerPixel);
    return qint64(1) << std::min(61, int(std::ceil(std::log2(seconds))));
}

class Looker
{
public:
    explicit Looker(const SightInput &input)
        : m_input(input)
        , m_step(stepOf(input.metrics.cluster, input.scale))
    {
        // What an unknown end fades over, and marks about the border.
        const double margin = input.metrics.fade + input.metrics.cluster * 2;
        const qint64 last = input.scale.second(input.scale.length + margin);
        qint64 edge = floorTo(input.scale.second(-margin), m_step);
        m_edges.push_back(edge);
        while (edge < last) {
            const qint64 next = saturatingAdd(edge, m_step);
            if (next == edge)
                break;
            edge = next;
            m_edges.push_back(edge);
        }
    }

    Sight look()
    {
        for (int lane = 0; lane < m_input.density.lanes(); ++lane) {
            if (m_input.density.size(lane) > 0)
                lookAt(lane);
        }
        m_rows.insert(m_rows.end(), m_input.always.begin(), m_input.always.end());
        std::ranges::sort(m_rows);
        const auto repeated = std::ranges::unique(m_rows);
        m_rows.erase(repeated.begin(), repeated.end());
        m_sight.entries.reserve(qsizetype(m_rows.size()));
        for (const int row : m_rows)
            m_sight.entries.append(entryOf(m_input.chronology, row, m_input.matches));
        return std::move(m_sight);
    }

private:
    void lookAt(int lane)
    {
        const bool isCollapsed = m_input.chronology.lanes().at(lane).collapsed;
        const int rows = isCollapsed ? 1 : m_input.rows;
        const bool areAllShown = findLongOnes(lane, rows);
        const size_t steps = m_edges.size() - 1;
        m_places.clear();
        for (const qint64 edge : m_edges)
            m_places.push_back(m_input.density.startingBefore(lane, edge));
        m_isCrowd.assign(steps, false);
        for (size_t i = 0; i < steps; ++i)
            m_isCrowd[i] = m_places[i + 1] - m_places[i] > marksOfRow * rows;
        for (size_t from = 0; from < steps;) {
            size_t to = from + 1;
            while (to < steps && m_isCrowd[to] == m_isCrowd[from])
                ++to;
            if (!m_isCrowd[from])
                addSingles(lane, m_places[from], m_places[to]);
            else if (to - from >= crowdsOfRun && areAllShown)
                addProfile(lane, from, to);
            else if (to - from < crowdsOfRun)
                addClusters(lane, from, to);
            from = to;
        }
        if (!areAllShown)
            addProfile(lane, 0, steps);
    }

    /// Adds those that are too long for crowds, the longest ones of them when they are many; false when some stay out.
    bool findLongOnes(int lane, int rows)
    {
        const Extent span{m_edges.front(), m_edges.back()};
        const int most = longOnesOfRow * rows;
        m_long.clear();
        qint64 length = saturatingAdd(m_step, m_step);
        for (int attempt = 0; attempt < 4; ++attempt) {
            if (auto found = m_input.density.longOnes(lane, span, length, most)) {
                m_long = std::move(*found);
                m_rows.insert(m_rows.end(), m_long.begin(), m_long.end());
                return attempt == 0;
            }
            if (__builtin_mul_overflow(length, 4, &length))
                break;
        }
        return false;
    }

    [[nodiscard]] bool isLong(int lane, int place) const
    {
        return m_input.density.extent(lane, place).length() >= saturatingAdd(m_step, m_step);
    }

    void addSingles(int lane, int from, int to)
    {
        const auto rows = m_input.density.rows(lane, from, to);
        for (size_t i = 0; i < rows.size(); ++i) {
            if (!isLong(lane, from + int(i)))
                m_rows.push_back(rows[i]);
        }
    }

    void addClusters(int lane, size_t from, size_t to)
    {
        for (size_t i = from; i < to; ++i) {
            Cluster cluster{lane, m_places[i + 1] - m_places[i],
                {m_input.density.extent(lane, m_places[i]).first,
                    m_input.density.extent(lane, m_places[i + 1] - 1).first}};
            for (const int row : m_long) {
                const qint64 first = extentOf(m_input.chronology.bounds(row)).first;
                cluster.count -= first >= m_edges[i] && first < m_edges[i + 1] ? 1 : 0;
            }
            if (cluster.count > 0)
                m_sight.clusters.append(cluster);
        }
    }

    void addProfile(int lane, size_t from, size_t to)
    {
        const qint64 width = std::max<qint64>(1, m_step / columnsOfStep);
        std::vector<qint64> edges;
        Profile profile{lane, {}, {}};
        for (qint64 edge = m_edges[from]; edge <= m_edges[to];) {
            edges.push_back(edge);
            profile.edges.push_back(m_input.scale.position(edge));
            const qint64 next = saturatingAdd(edge, width);
            if (next == edge)
                break;
            edge = next;
        }
        profile.counts = m_input.density.profile(lane, edges);
        if (profile.counts.empty())
            return;
        m_sight.most = std::max(m_sight.most, std::ranges::max(profile.counts));
        m_sight.profiles.append(std::move(profile));
    }

    const SightInput &m_input;
    qint64 m_step;
    std::vector<qint64> m_edges; ///< of the steps
    Sight m_sight;
    std::vector<int> m_rows;
    // Of the lane that is looked at.
    std::vector<int> m_long;
    std::vector<int> m_places; ///< in its order, of each edge
    std::vector<bool> m_isCrowd;
};

} // namespace

TimelineEntry entryOf(const Chronology &chronology, int row, std::span<const Truth> matches)
{
    return {chronology.id(row), chronology.lane(row), chronology.bounds(row), chronology.isApproximateStart(row),
        chronology.isApproximateEnd(row), chronology.certainty(row), row,
        !matches.empty() && matches[size_t(row)] == Truth::Possibly};
}

Sight sightOf(const SightInput &input)
{
    return Looker(input).look();
}

} // namespace redoubt
