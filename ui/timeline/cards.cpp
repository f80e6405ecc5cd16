#include "ui/timeline/cards.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace redoubt {

namespace {

/// Cards that touch each other and so move together.
struct Crowd
{
    std::vector<CardWish *> cards;
    double weightedStart = 0; ///< sum over the cards of weight × (what the crowd's start would be for each)
    double weight = 0;
    double length = 0;

    [[nodiscard]] double start(double whole) const
    {
        return std::clamp(weightedStart / weight, 0.0, std::max(0.0, whole - length));
    }
};

double lengthOf(const CardWish &wish)
{
    return wish.lengths.at(size_t(wish.style));
}

Crowd crowdOf(CardWish *wish)
{
    static constexpr double heavy = 1e6;
    const double weight = wish->isChosen ? heavy : 1;
    return {{wish}, weight * wish->desired, weight, lengthOf(*wish)};
}

Crowd joined(Crowd first, const Crowd &second, double gap)
{
    const double offset = first.length + gap;
    first.weightedStart += second.weightedStart - second.weight * offset;
    first.weight += second.weight;
    first.length = offset + second.length;
    first.cards.insert(first.cards.end(), second.cards.begin(), second.cards.end());
    return first;
}

/// Least squares on a line: crowds that overlap become one, which stands at the mean of what its cards want.
std::vector<Crowd> settle(const std::vector<CardWish *> &row, double length, double gap)
{
    std::vector<Crowd> crowds;
    for (CardWish *wish : row) {
        Crowd crowd = crowdOf(wish);
        while (!crowds.empty() &&
               crowds.back().start(length) + crowds.back().length + gap > crowd.start(length)) {
            crowd = joined(std::move(crowds.back()), crowd, gap);
            crowds.pop_back();
        }
        crowds.push_back(std::move(crowd));
    }
    for (const Crowd &crowd : crowds) {
        double at = crowd.start(length);
        for (CardWish *wish : crowd.cards) {
            wish->position = at;
            at += lengthOf(*wish) + gap;
        }
    }
    return crowds;
}

/// Each card goes to the row that has room the soonest.
std::vector<std::vector<CardWish *>> deal(QList<CardWish> &wishes, int rows, double gap)
{
    std::vector<std::vector<CardWish *>> dealt(static_cast<size_t>(rows));
    std::vector<double> ends(static_cast<size_t>(rows), -1e9);
    for (CardWish &wish : wishes) {
        if (wish.style < 0)
            continue;
        const auto delay = [&](double end) { return std::max(0.0, end - wish.desired); };
        const auto soonest = std::ranges::min_element(ends, {}, delay);
        const size_t row = size_t(soonest - ends.begin());
        wish.row = int(row);
        dealt[row].push_back(&wish);
        ends[row] = std::max(ends[row], wish.desired) + lengthOf(wish) + gap;
    }
    return dealt;
}

bool shrink(const Crowd &crowd)
{
    bool shrunk = false;
    for (CardWish *wish : crowd.cards) {
        if (!wish->isChosen && wish->style > 0) {
            --wish->style;
            shrunk = true;
        }
    }
    return shrunk;
}

/// Where a card wants to be as far as the line's ends allow.
double wanted(const CardWish &wish, double length)
{
    return std::clamp(wish.desired, 0.0, std::max(0.0, length - lengthOf(wish)));
}

/// Leaves out what cannot stand within `farthest` of its place, from the first card on, around the chosen
/// one.
bool thin(const Crowd &crowd, double length, double gap, double farthest)
{
    const auto chosen =
        std::ranges::find_if(crowd.cards, [](const CardWish *wish) { return wish->isChosen; });
    double limit = chosen == crowd.cards.end() ? length : wanted(**chosen, length) - gap;
    double end = 0;
    bool thinned = false;
    for (CardWish *wish : crowd.cards) {
        const double place = wanted(*wish, length);
        if (wish->isChosen) {
            end = place + lengthOf(*wish) + gap;
            limit = length;
            continue;
        }
        const double position =
            std::max(std::min(std::max(place - farthest, end), limit - lengthOf(*wish)), 0.0);
        if (position < end || position + lengthOf(*wish) > limit || std::abs(position - place) > farthest) {
            wish->style = -1;
            thinned = true;
        } else {
            end = position + lengthOf(*wish) + gap;
        }
    }
    return thinned;
}

bool relieve(const Crowd &crowd, double length, double gap, double farthest)
{
    const auto isFar = [&](double limit) {
        return crowd.length > length || std::ranges::any_of(crowd.cards, [&](const CardWish *wish) {
            return !wish->isChosen && std::abs(wish->position - wanted(*wish, length)) > limit;
        });
    };
    static constexpr double patience = 3;
    if (!isFar(farthest))
        return false;
    return shrink(crowd) || (isFar(farthest * patience) && thin(crowd, length, gap, farthest * patience));
}

/// Where a crowd has dispersed, its cards become larger again as far as nothing has to move for it.
void grow(const std::vector<CardWish *> &row, const QList<CardWish> &wishes, const QList<int> &largest,
    double length, double gap)
{
    for (size_t i = 0; i < row.size(); ++i) {
        CardWish &wish = *row[i];
        const double end = i + 1 < row.size() ? row[i + 1]->position - gap : length;
        const int most = largest[&wish - wishes.constData()];
        while (wish.style < most && wish.lengths.at(size_t(wish.style) + 1) <= end - wish.position)
            ++wish.style;
    }
}

} // namespace

void placeCards(QList<CardWish> &wishes, int rows, double length, double gap, double farthest)
{
    if (rows <= 0) {
        std::ranges::for_each(wishes, [](CardWish &wish) { wish.style = -1; });
        return;
    }
    QList<int> largest;
    std::ranges::transform(wishes, std::back_inserter(largest), &CardWish::style);
    std::vector<std::vector<CardWish *>> dealt;
    for (bool again = true; again;) {
        again = false;
        dealt = deal(wishes, rows, gap);
        for (const auto &row : dealt) {
            for (const Crowd &crowd : settle(row, length, gap))
                again = relieve(crowd, length, gap, farthest) || again;
        }
    }
    for (const auto &row : dealt)
        grow(row, wishes, largest, length, gap);
}

} // namespace redoubt
