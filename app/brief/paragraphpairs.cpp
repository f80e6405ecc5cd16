#include "app/brief/paragraphpairs.h"

#include <QHash>

#include <algorithm>

namespace redoubt {

namespace {

constexpr double alikeInPlace = 0.4;
constexpr double alikeElsewhere = 0.6;
constexpr size_t fewestWordsToMove = 4;
/// Words that more paragraphs have say nothing of which two belong together.
constexpr size_t mostParagraphsOfAWord = 32;
constexpr size_t mostCandidates = 4;
/// Gaps in which every two paragraphs are compared.
constexpr qsizetype smallGap = 8;

/// The words of a paragraph as numbers, sorted.
using Bag = std::vector<size_t>;

Bag bagOf(QStringView text)
{
    Bag bag;
    for (const QStringView piece : wordPieces(text)) {
        if (piece.front().isLetterOrNumber() || piece.front().isSurrogate())
            bag.push_back(qHash(piece));
    }
    std::ranges::sort(bag);
    return bag;
}

/// The share of words that both have, 0 to 1; 0 for what is not alike.
double likeness(const Bag &a, const Bag &b)
{
    // Far from equally long they need not be looked through.
    if (2 * double(std::min(a.size(), b.size())) < alikeInPlace * double(a.size() + b.size()))
        return 0;
    size_t common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j)
            ++common, ++i, ++j;
        else if (*i < *j)
            ++i;
        else
            ++j;
    }
    return a.empty() && b.empty() ? 0 : 2 * double(common) / double(a.size() + b.size());
}

/// A paragraph that is not the same at its place.
struct Lone
{
    qsizetype number = 0; ///< in its text
    qsizetype gap = 0;    ///< how many paragraphs that are the same stand before it
    bool isHeading = false;
    Bag bag;
    bool isTaken = false;
};

struct Candidate
{
    double likeness = 0;
    bool inPlace = false;
    size_t before = 0; ///< of the lone ones
    size_t after = 0;
};

std::vector<Lone> loneOf(const QList<Paragraph> &paragraphs, const std::vector<PiecePair> &same, qsizetype PiecePair::*side)
{
    std::vector<Lone> lone;
    size_t gap = 0;
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        if (gap < same.size() && same[gap].*side == i)
            ++gap;
        else
            lone.push_back({i, qsizetype(gap), paragraphs[i].isHeading, bagOf(paragraphs[i].text), false});
    }
    return lone;
}

class Pairing
{
public:
    Pairing(const QList<Paragraph> &before, const QList<Paragraph> &after, const JobState *job)
        : m_before(before)
        , m_after(after)
        , m_job(job)
    {
    }

    std::optional<ParagraphPairs> run()
    {
        findSame();
        m_loneBefore = loneOf(m_before, m_same, &PiecePair::before);
        m_loneAfter = loneOf(m_after, m_same, &PiecePair::after);
        if (isStopped())
            return {};
        takeEqual();
        for (size_t i = 0; i < m_loneBefore.size(); ++i)
            m_gaps[m_loneBefore[i].gap].push_back(i);
        findWords();
        for (size_t i = 0; i < m_loneAfter.size(); ++i) {
            if (isStopped())
                return {};
            if (!m_loneAfter[i].isTaken)
                findCandidates(i);
        }
        takeAlike();
        return divided();
    }

private:
    [[nodiscard]] bool isStopped() const { return m_job && m_job->isStopped(); }

    void findSame()
    {
        const auto pieces = [](const QList<Paragraph> &paragraphs) {
            Pieces list;
            list.reserve(size_t(paragraphs.size()));
            for (const Paragraph &paragraph : paragraphs)
                list.push_back(paragraph.text);
            return list;
        };
        m_same = commonPieces(numbered(pieces(m_before), pieces(m_after)));
    }

    /// To the letter, elsewhere.
    void takeEqual()
    {
        QHash<QStringView, std::vector<size_t>> places;
        for (size_t i = m_loneBefore.size(); i-- > 0;)
            places[m_before[m_loneBefore[i].number].text].push_back(i);
        for (size_t i = 0; i < m_loneAfter.size(); ++i) {
            const auto found = places.find(m_after[m_loneAfter[i].number].text);
            if (found == places.end() || found->empty() || !mayMove(m_loneAfter[i]))
                continue;
            m_taken.push_back({1, m_loneBefore[found->back()].gap == m_loneAfter[i].gap, found->back(), i});
            m_loneBefore[found->back()].isTaken = m_loneAfter[i].isTaken = true;
            found->pop_back();
        }
    }

    static bool mayMove(const Lone &lone) { return lone.isHeading || lone.bag.size() >= fewestWordsToMove; }

    void findWords()
    {
        for (size_t i = 0; i < m_loneBefore.size(); ++i) {
            const Bag &bag = m_loneBefore[i].bag;
            for (size_t word = 0; word < bag.size() && !m_loneBefore[i].isTaken; ++word) {
                if (word > 0 && bag[word] == bag[word - 1])
                    continue;
                std::vector<size_t> &places = m_places[bag[word]];
                if (places.size() <= mostParagraphsOfAWord)
                    places.push_back(i);
            }
        }
    }

    void findCandidates(size_t after)
    {
        const Lone &lone = m_loneAfter[after];
        QHash<size_t, int> shared;
        for (size_t word = 0; word < lone.bag.size(); ++word) {
            const auto places = m_places.constFind(lone.bag[word]);
            const bool isAgain = word > 0 && lone.bag[word] == lone.bag[word - 1];
            if (isAgain || places == m_places.constEnd() || places->size() > mostParagraphsOfAWord)
                continue;
            for (const size_t before : *places)
                ++shared[before];
        }
        std::vector<std::pair<int, size_t>> best;
        for (auto entry = shared.cbegin(); entry != shared.cend(); ++entry)
            best.push_back({-entry.value(), entry.key()});
        const size_t most = std::min(mostCandidates, best.size());
        std::ranges::partial_sort(best, best.begin() + ptrdiff_t(most));
        for (size_t i = 0; i < most; ++i)
            addCandidate(best[i].second, after);
        const auto gap = m_gaps.constFind(lone.gap);
        if (gap == m_gaps.constEnd() || qsizetype(gap->size()) > smallGap)
            return;
        for (const size_t before : *gap) {
            if (!std::ranges::contains(best.begin(), best.begin() + ptrdiff_t(most), before, &std::pair<int, size_t>::second))
                addCandidate(before, after);
        }
    }

    void addCandidate(size_t beforeNumber, size_t afterNumber)
    {
        const Lone &before = m_loneBefore[beforeNumber];
        const Lone &after = m_loneAfter[afterNumber];
        if (before.isTaken || before.isHeading != after.isHeading)
            return;
        const bool inPlace = before.gap == after.gap;
        const double share = likeness(before.bag, after.bag);
        if (share >= alikeElsewhere ? inPlace || (mayMove(before) && mayMove(after)) : inPlace && share >= alikeInPlace)
            m_candidates.push_back({share, inPlace, beforeNumber, afterNumber});
    }

    /// The most alike first; of two that are alike the same, the one at its place.
    void takeAlike()
    {
        std::ranges::stable_sort(m_candidates, [](const Candidate &a, const Candidate &b) {
            return a.likeness != b.likeness ? a.likeness > b.likeness : a.inPlace && !b.inPlace;
        });
        for (const Candidate &candidate : m_candidates) {
            Lone &before = m_loneBefore[candidate.before];
            Lone &after = m_loneAfter[candidate.after];
            if (before.isTaken || after.isTaken)
                continue;
            before.isTaken = after.isTaken = true;
            m_taken.push_back(candidate);
        }
    }

    /// Those between the same neighbours and in their order are in place, all others have moved.
    ParagraphPairs divided()
    {
        std::ranges::sort(m_taken, {}, &Candidate::after);
        std::vector<PiecePair> between;
        for (const Candidate &pair : m_taken) {
            if (pair.inPlace)
                between.push_back({m_loneBefore[pair.before].number, m_loneAfter[pair.after].number});
        }
        ParagraphPairs pairs;
        const std::vector<PiecePair> rising = longestRising(between);
        std::ranges::merge(m_same, rising, std::back_inserter(pairs.inPlace), {}, &PiecePair::after, &PiecePair::after);
        for (const Candidate &pair : m_taken) {
            const PiecePair numbers{m_loneBefore[pair.before].number, m_loneAfter[pair.after].number};
            const bool inPlace = std::ranges::binary_search(rising, numbers.after, {}, &PiecePair::after);
            if (!inPlace && pair.likeness >= alikeElsewhere)
                pairs.moved.push_back(numbers);
        }
        return pairs;
    }

    const QList<Paragraph> &m_before;
    const QList<Paragraph> &m_after;
    const JobState *m_job;
    std::vector<PiecePair> m_same;
    std::vector<Lone> m_loneBefore;
    std::vector<Lone> m_loneAfter;
    QHash<qsizetype, std::vector<size_t>> m_gaps;   ///< the lone ones of the earlier text in each
    QHash<size_t, std::vector<size_t>> m_places; ///< of each word: those of the earlier text that have it
    std::vector<Candidate> m_candidates;
    std::vector<Candidate> m_taken;
};

} // namespace

std::optional<ParagraphPairs> pairParagraphs(const QList<Paragraph> &before, const QList<Paragraph> &after, const JobState *job)
{
    return Pairing(before, after, job).run();
}

} // namespace redoubt
