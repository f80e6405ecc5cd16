#include "app/publish/breaking.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace redoubt {

namespace {

// How far a space may grow and shrink, in its own width.
constexpr double stretch = 0.6;
constexpr double shrink = 0.24;

constexpr double lineCost = 10;
constexpr double penaltyCost = 60;
constexpr double secondHyphenCost = 4000;
constexpr double tooWideCost = 1e7;
constexpr double mostBadness = 5000;
constexpr double shortLastLine = 90; ///< where lines are not justified, as in titles

struct Best
{
    double cost = std::numeric_limits<double>::infinity();
    int from = -1; ///< the place that the line before ends at; -1 is the start
};

double square(double value)
{
    return value * value;
}

class Search
{
public:
    Search(const std::vector<BreakPlace> &places, const BreakSettings &settings) : m_places(places), m_settings(settings) {}

    std::vector<int> run()
    {
        m_best.resize(m_places.size());
        int first = -1; // the earliest place a line to the current one can still begin at
        for (int to = 0; to < int(m_places.size()); ++to) {
            while (first < to - 1 && least(first, to) > width(first))
                ++first;
            // Once a line is found that can be, one that is less than half full is not looked at: nor are those behind it.
            bool isFound = false;
            for (int from = first; from < to; ++from) {
                if (isFound && !m_places[size_t(to)].forced && natural(from, to) < width(from) / 2)
                    break;
                isFound = consider(from, to) || isFound;
            }
            if (m_places[size_t(to)].forced)
                first = to;
        }
        std::vector<int> chosen;
        for (int at = int(m_places.size()) - 1; at >= 0; at = m_best[size_t(at)].from)
            chosen.push_back(at);
        std::ranges::reverse(chosen);
        return chosen;
    }

private:
    [[nodiscard]] double width(int from) const { return m_settings.width - (from < 0 ? m_settings.firstIndent : 0); }

    [[nodiscard]] double natural(int from, int to) const
    {
        return m_places[size_t(to)].endWidth - (from < 0 ? 0 : m_places[size_t(from)].nextWidth);
    }

    [[nodiscard]] int spaces(int from, int to) const
    {
        return m_places[size_t(to)].endSpaces - (from < 0 ? 0 : m_places[size_t(from)].nextSpaces);
    }

    /// The width with all spaces shrunk.
    [[nodiscard]] double least(int from, int to) const
    {
        return natural(from, to) - (m_settings.justified ? spaces(from, to) * m_settings.space * shrink : 0);
    }

    [[nodiscard]] double badness(int from, int to) const
    {
        const double missing = width(from) - natural(from, to);
        if (least(from, to) > width(from) + 0.01)
            return tooWideCost + -missing * 100;
        const bool last = m_places[size_t(to)].forced;
        if (!m_settings.justified)
            return !last ? 400 * square(missing / width(from)) : from >= 0 && natural(from, to) < width(from) * 0.3 ? shortLastLine : 0;
        if (last && missing >= 0)
            return natural(from, to) < 3 * m_settings.space * 4 && from >= 0 ? 30 : 0;
        const double give = std::max(1, spaces(from, to)) * m_settings.space * (missing >= 0 ? stretch : shrink);
        const double ratio = std::abs(missing) / give;
        return std::min(mostBadness, 100 * ratio * square(ratio));
    }

    /// Whether such a line can be, well or badly.
    bool consider(int from, int to)
    {
        const double before = from < 0 ? 0 : m_best[size_t(from)].cost;
        if (!std::isfinite(before))
            return false;
        const BreakPlace &place = m_places[size_t(to)];
        const double bad = badness(from, to);
        double cost = square(lineCost + bad + place.penalty * penaltyCost);
        if (place.hyphen && from >= 0 && m_places[size_t(from)].hyphen)
            cost += secondHyphenCost;
        if (before + cost < m_best[size_t(to)].cost)
            m_best[size_t(to)] = {before + cost, from};
        return bad < mostBadness;
    }

    const std::vector<BreakPlace> &m_places;
    const BreakSettings &m_settings;
    std::vector<Best> m_best;
};

} // namespace

std::vector<int> chooseBreaks(const std::vector<BreakPlace> &places, const BreakSettings &settings)
{
    return places.empty() ? std::vector<int>() : Search(places, settings).run();
}

} // namespace redoubt
