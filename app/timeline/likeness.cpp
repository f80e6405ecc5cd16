#include "app/timeline/likeness.h"

#include "app/base/folding.h"
#include "app/timeline/calendar.h"
#include "app/timeline/coordinates.h"

#include <QHash>

#include <algorithm>

namespace redoubt {

namespace {

constexpr qint64 vaguest = 31 * secondsOfDay;
constexpr double farthest = 50;       ///< kilometres
constexpr double leastLikeness = 0.25;
constexpr double leastWithoutPlace = 0.6; ///< of the titles, where a place is unknown or named otherwise
constexpr double leastScore = 0.6;

int inCommon(const std::vector<quint32> &a, const std::vector<quint32> &b)
{
    int count = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        count += a[i] == b[j] ? 1 : 0;
        const bool advanceA = a[i] <= b[j];
        const bool advanceB = b[j] <= a[i];
        i += advanceA ? 1 : 0;
        j += advanceB ? 1 : 0;
    }
    return count;
}

} // namespace

bool Traits::isPlaced() const
{
    return to - from <= vaguest;
}

std::vector<quint32> wordsOf(QByteArrayView utf8, qsizetype shortest)
{
    QByteArray text;
    appendFolded(utf8, text);
    std::vector<quint32> words;
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype from = at;
        qsizetype letters = 0;
        for (; at < text.size() && isLetter(text[at]); ++at)
            letters += (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80 ? 0 : 1;
        if (letters >= shortest)
            words.push_back(quint32(qHash(QByteArrayView(text).sliced(from, at - from), size_t(7))));
        at += at == from ? 1 : 0;
    }
    std::ranges::sort(words);
    const auto [first, last] = std::ranges::unique(words);
    words.erase(first, last);
    return words;
}

std::optional<Candidate> compared(const Traits &a, const Traits &b)
{
    const qint64 days = std::max<qint64>(0, dayOfSecond(std::max(a.from, b.from)) - dayOfSecond(std::min(a.to, b.to)));
    if (!a.isPlaced() || !b.isPlaced() || days > mostDaysApart)
        return {};
    Candidate found;
    found.first = {a.id};
    found.second = {b.id};
    found.daysApart = days;
    found.commonWords = inCommon(a.words, b.words);
    if (const size_t all = a.words.size() + b.words.size(); all > 0)
        found.likeness = 2.0 * found.commonWords / double(all);
    if (found.likeness < leastLikeness)
        return {};
    const auto shorter = std::min(a.place.size(), b.place.size());
    found.samePlace = shorter > 0 && size_t(inCommon(a.place, b.place)) == shorter;
    if (a.at && b.at)
        found.kilometres = distance(*a.at, *b.at);
    const bool isNear = found.samePlace || (found.kilometres && *found.kilometres <= farthest);
    const bool isFar = found.kilometres && *found.kilometres > farthest;
    if (isFar || (!isNear && found.likeness < leastWithoutPlace))
        return {};
    const double time = 1 - double(found.daysApart) / double(mostDaysApart + 1);
    const double sharpness = std::max(a.to - a.from, b.to - b.from) > 7 * secondsOfDay ? 0.6 : 1;
    const double place = found.kilometres ? std::max(found.samePlace ? 0.8 : 0.0, 1 - *found.kilometres / farthest / 2)
                         : found.samePlace ? 0.9
                                           : 0.4;
    found.score = 0.35 * time * sharpness + 0.25 * place + 0.4 * found.likeness;
    return found.score >= leastScore ? std::optional(found) : std::nullopt;
}

} // namespace redoubt
