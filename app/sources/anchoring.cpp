#include "app/sources/anchoring.h"

#include "app/base/editdistance.h"
#include "app/base/textsearch.h"
#include "app/sources/textindex.h"

#include <algorithm>
#include <map>

namespace redoubt {

namespace {

constexpr size_t mostPlaces = 64;  ///< where one passage stands that are compared
constexpr size_t mostSeeds = 16;   ///< places of one piece of a passage that is not there as a whole
constexpr size_t mostTries = 3;    ///< stretches of the text that are compared letter by letter
constexpr qsizetype seed = 10;     ///< characters of such a piece
constexpr qsizetype leastFound = 8; ///< characters of a passage and its context that have to be there
constexpr qsizetype leastContext = 4;
constexpr qsizetype shortestAlike = 16; ///< shorter ones are too much like too many
constexpr qsizetype longestWord = 24;
constexpr qsizetype longest = 2048; ///< what is compared letter by letter; of longer passages both ends are
constexpr double leastBetween = 0.4;
constexpr double leastAlike = 2.0 / 3.0;

/// A stretch of folded text, and how much of what was looked for it is.
struct Found
{
    qsizetype start = 0;
    qsizetype end = 0;
    double score = 0;
};

qsizetype commonEnd(QStringView a, QStringView b)
{
    if (b.endsWith(u' '))
        b.chop(1);
    const auto [first, second] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    return first - a.rbegin();
}

qsizetype commonStart(QStringView a, QStringView b)
{
    if (b.startsWith(u' '))
        b = b.sliced(1);
    return std::ranges::mismatch(a, b).in1 - a.begin();
}

/// Looks for one excerpt in an indexed text.
class Seeker
{
public:
    Seeker(const Excerpt &excerpt, const TextIndex &index)
        : m_index(index)
        , m_text(index.text().text())
        , m_exactText(excerpt.exact)
        , m_prefixText(excerpt.prefix)
        , m_suffixText(excerpt.suffix)
        , m_exact(m_exactText.text())
        , m_prefix(m_prefixText.text())
        , m_suffix(m_suffixText.text())
        , m_startsWord(!isInWord(excerpt.prefix.right(1) + excerpt.exact.left(1), 1))
        , m_endsWord(!isInWord(excerpt.exact.right(1) + excerpt.suffix.left(1), 1))
        , m_isAtStart(excerpt.start == 0)
    {
        const qsizetype original = index.text().original().size();
        m_expected = original == 0 ? 0 : qsizetype(double(std::min(excerpt.start, original)) / double(original) * double(m_text.size()));
    }

    [[nodiscard]] Anchoring anchoring() const
    {
        if (m_exact.isEmpty() || m_text.isEmpty())
            return {};
        if (const auto found = exact())
            return inOriginal(Anchoring::Kind::Exact, *found);
        const auto inContext = between();
        const bool isBetween = inContext && !m_prefix.isEmpty() && !m_suffix.isEmpty();
        if (!isBetween && m_exact.size() >= shortestAlike) {
            const auto found = approximate(m_exact, m_expected);
            if (found && (!inContext || found->score > inContext->score))
                return inOriginal(Anchoring::Kind::Approximate, wholeWords(*found));
        }
        return inContext ? inOriginal(Anchoring::Kind::Context, *inContext) : Anchoring();
    }

private:
    [[nodiscard]] Anchoring inOriginal(Anchoring::Kind kind, const Found &found) const
    {
        return {kind, m_index.text().originalStart(found.start), m_index.text().originalEnd(found.end), found.score};
    }

    [[nodiscard]] qsizetype contextAt(qsizetype start, qsizetype end) const
    {
        return commonEnd(m_prefix, m_text.first(start)) + commonStart(m_suffix, m_text.sliced(end));
    }

    [[nodiscard]] std::optional<Found> exact() const
    {
        const qsizetype context = m_prefix.size() + m_suffix.size();
        std::optional<Found> best;
        for (const qsizetype place : m_index.places(m_exact, m_expected, mostPlaces)) {
            const qsizetype end = place + m_exact.size();
            if ((m_startsWord && isInWord(m_text, place)) || (m_endsWord && isInWord(m_text, end)))
                continue;
            const qsizetype found = m_exact.size() + contextAt(place, end);
            if (found < std::min(leastFound, m_exact.size() + context))
                continue;
            const double score = double(found) / double(m_exact.size() + context);
            const bool nearer = best && std::abs(place - m_expected) < std::abs(best->start - m_expected);
            if (!best || score > best->score || (score == best->score && nearer))
                best = Found{place, end, score};
        }
        return best;
    }

    /// What stands between the prefix and the suffix, where both are there; one is empty at an end of the text.
    [[nodiscard]] std::optional<Found> between() const
    {
        const auto tells = [](QStringView context) { return context.isEmpty() || context.size() >= leastContext; };
        if (!tells(m_prefix) || !tells(m_suffix) || m_prefix.size() + m_suffix.size() < leastFound || (m_prefix.isEmpty() && !m_isAtStart))
            return {};
        std::vector<qsizetype> starts{0};
        if (!m_prefix.isEmpty()) {
            starts = m_index.places(m_prefix, m_expected - m_prefix.size(), mostSeeds);
            for (qsizetype &start : starts)
                start += m_prefix.size();
        }
        std::optional<Found> best;
        for (const qsizetype start : starts) {
            const auto found = upToSuffix(start);
            if (found && (!best || found->score > best->score))
                best = found;
        }
        return best;
    }

    [[nodiscard]] std::optional<Found> upToSuffix(qsizetype start) const
    {
        const qsizetype farthest = std::min(m_text.size(), start + 2 * m_exact.size() + 64);
        qsizetype end = m_suffix.isEmpty() && farthest == m_text.size() ? farthest : -1;
        if (!m_suffix.isEmpty()) {
            const QStringView near = m_text.first(std::min(m_text.size(), farthest + m_suffix.size()));
            end = placeOf(near, m_suffix, start);
        }
        while (start < end && m_text[start] == u' ')
            ++start;
        while (end > start && m_text[end - 1] == u' ')
            --end;
        if (end <= start)
            return {};
        const QStringView passage = m_text.sliced(start, end - start);
        const int distance = editDistance(m_exact.left(2 * longest), passage.left(2 * longest));
        const auto whole = double(std::min(2 * longest, std::max(m_exact.size(), passage.size())));
        const double score = 1 - double(distance) / whole;
        return score >= leastBetween ? std::optional(Found{start, end, score}) : std::nullopt;
    }

    /// Where a passage would begin if a piece of it is where it should be, those with the most such pieces first.
    [[nodiscard]] std::vector<qsizetype> likelyStarts(QStringView passage, qsizetype expected) const
    {
        const qsizetype width = passage.size() / 4 + 16;
        const qsizetype length = std::min(seed, passage.size() / 2);
        const qsizetype step = std::max<qsizetype>(length / 2, passage.size() / 64);
        std::map<qsizetype, int> votes;
        for (qsizetype at = 0; at + length <= passage.size(); at += step) {
            for (const qsizetype place : m_index.places(passage.sliced(at, length), expected + at, mostSeeds))
                ++votes[(place - at) / width];
        }
        std::vector<qsizetype> starts;
        for (const auto &[slot, number] : votes)
            starts.push_back(slot);
        const auto vote = [&](qsizetype slot) { return votes.at(slot) + (votes.contains(slot + 1) ? votes.at(slot + 1) : 0); };
        std::ranges::sort(starts, [&](qsizetype a, qsizetype b) {
            const int first = vote(a), second = vote(b);
            return first != second ? first > second : std::abs(a * width - expected) < std::abs(b * width - expected);
        });
        starts.resize(std::min(starts.size(), mostTries));
        for (qsizetype &start : starts)
            start *= width;
        return starts;
    }

    [[nodiscard]] std::optional<Found> approximate(QStringView passage, qsizetype expected) const
    {
        if (passage.size() > longest)
            return approximateEnds(passage, expected);
        const qsizetype slack = passage.size() / 2 + 32;
        std::optional<Found> best;
        for (const qsizetype start : likelyStarts(passage, expected)) {
            const qsizetype from = std::clamp<qsizetype>(start - slack, 0, m_text.size());
            const qsizetype to = std::clamp<qsizetype>(start + passage.size() + 2 * slack, from, m_text.size());
            const NearestPlace near = nearestPlace(passage, m_text.sliced(from, to - from));
            const double score = 1 - double(near.distance) / double(passage.size());
            if (near.end > near.start && score >= leastAlike && (!best || score > best->score))
                best = Found{from + near.start, from + near.end, score};
        }
        return best;
    }

    [[nodiscard]] std::optional<Found> approximateEnds(QStringView passage, qsizetype expected) const
    {
        const qsizetype part = longest / 2;
        const auto first = approximate(passage.first(part), expected);
        if (!first)
            return {};
        const auto last = approximate(passage.last(part), first->start + passage.size() - part);
        if (!last || last->start < first->end)
            return {};
        const double ratio = double(last->end - first->start) / double(passage.size());
        if (ratio < leastAlike || ratio > 1 / leastAlike)
            return {};
        return Found{first->start, last->end, std::min(first->score, last->score)};
    }

    [[nodiscard]] Found wholeWords(Found found) const
    {
        const Found first = found;
        while (m_startsWord && isInWord(m_text, found.start) && first.start - found.start < longestWord)
            --found.start;
        while (m_endsWord && isInWord(m_text, found.end) && found.end - first.end < longestWord)
            ++found.end;
        while (found.start + 1 < found.end && m_text[found.start] == u' ')
            ++found.start;
        while (found.end - 1 > found.start && m_text[found.end - 1] == u' ')
            --found.end;
        return found;
    }

    const TextIndex &m_index;
    QStringView m_text;
    FoldedText m_exactText;
    FoldedText m_prefixText;
    FoldedText m_suffixText;
    QStringView m_exact;
    QStringView m_prefix;
    QStringView m_suffix;
    bool m_startsWord;
    bool m_endsWord;
    bool m_isAtStart;
    qsizetype m_expected = 0; ///< where it should stand in the folded text
};

/// It stands where it stood.
bool isUnmoved(const Excerpt &excerpt, QStringView text)
{
    const qsizetype from = excerpt.start - excerpt.prefix.size();
    const QString all = excerpt.prefix + excerpt.exact + excerpt.suffix;
    return from >= 0 && from <= text.size() - all.size() && text.sliced(from, all.size()) == all;
}

} // namespace

Anchoring anchor(const Excerpt &excerpt, const QString &text)
{
    return anchorAll({excerpt}, text).first();
}

QList<Anchoring> anchorAll(const QList<Excerpt> &excerpts, const QString &text)
{
    std::optional<TextIndex> index;
    QList<Anchoring> all;
    all.reserve(excerpts.size());
    for (const Excerpt &excerpt : excerpts) {
        if (isUnmoved(excerpt, text)) {
            all.append({Anchoring::Kind::Exact, excerpt.start, excerpt.start + excerpt.exact.size(), 1});
            continue;
        }
        if (!index)
            index.emplace(text);
        all.append(Seeker(excerpt, *index).anchoring());
    }
    return all;
}

} // namespace redoubt
