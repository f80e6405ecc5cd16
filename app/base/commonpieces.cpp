#include "app/base/commonpieces.h"

#include <QHash>

#include <algorithm>

namespace redoubt {

namespace {

constexpr qsizetype mostCells = 250'000;
constexpr int deepest = 24;

/// Finds pieces that stand in both lists in one order.
class Matcher
{
public:
    explicit Matcher(NumberedPieces numbered)
        : m_lists(std::move(numbered))
        , m_seen(size_t(m_lists.count))
    {
    }

    /// In order.
    std::vector<PiecePair> pairs()
    {
        match({0, qsizetype(m_lists.before.size())}, {0, qsizetype(m_lists.after.size())}, 0);
        return std::move(m_pairs);
    }

private:
    struct Seen
    {
        int before = 0;
        int after = 0;
        qsizetype place = 0; ///< in `before`
    };

    [[nodiscard]] bool areSame(qsizetype before, qsizetype after) const
    {
        return m_lists.before[size_t(before)] == m_lists.after[size_t(after)];
    }

    void match(PieceSpan before, PieceSpan after, int depth)
    {
        for (; before.size() > 0 && after.size() > 0 && areSame(before.from, after.from); ++before.from, ++after.from)
            m_pairs.push_back({before.from, after.from});
        qsizetype atEnd = 0;
        for (; before.size() > 0 && after.size() > 0 && areSame(before.to - 1, after.to - 1); --before.to, --after.to)
            ++atEnd;
        if (before.size() > 0 && after.size() > 0) {
            const std::vector<PiecePair> anchors = depth < deepest ? anchorsOf(before, after) : std::vector<PiecePair>();
            if (anchors.empty())
                compareInFull(before, after);
            else
                matchBetween(anchors, before, after, depth);
        }
        for (qsizetype i = 0; i < atEnd; ++i)
            m_pairs.push_back({before.to + i, after.to + i});
    }

    void matchBetween(const std::vector<PiecePair> &anchors, PieceSpan before, PieceSpan after, int depth)
    {
        for (const PiecePair &anchor : anchors) {
            match({before.from, anchor.before}, {after.from, anchor.after}, depth + 1);
            m_pairs.push_back(anchor);
            before.from = anchor.before + 1;
            after.from = anchor.after + 1;
        }
        match(before, after, depth + 1);
    }

    /// The longest row of pieces that stand once in each of the two and in the same order.
    std::vector<PiecePair> anchorsOf(PieceSpan before, PieceSpan after)
    {
        for (qsizetype i = before.from; i < before.to; ++i)
            m_seen[size_t(m_lists.before[size_t(i)])] = {};
        for (qsizetype i = after.from; i < after.to; ++i)
            m_seen[size_t(m_lists.after[size_t(i)])] = {};
        for (qsizetype i = before.from; i < before.to; ++i) {
            Seen &seen = m_seen[size_t(m_lists.before[size_t(i)])];
            ++seen.before;
            seen.place = i;
        }
        for (qsizetype i = after.from; i < after.to; ++i)
            ++m_seen[size_t(m_lists.after[size_t(i)])].after;
        std::vector<PiecePair> unique;
        for (qsizetype i = after.from; i < after.to; ++i) {
            const Seen &seen = m_seen[size_t(m_lists.after[size_t(i)])];
            if (seen.before == 1 && seen.after == 1)
                unique.push_back({seen.place, i});
        }
        return longestRising(unique);
    }

    /// The longest common row of all, by a table; nothing where that would be too large.
    void compareInFull(PieceSpan before, PieceSpan after)
    {
        if (before.size() > mostCells / after.size())
            return;
        const qsizetype width = after.size() + 1;
        std::vector<int> lengths(size_t((before.size() + 1) * width), 0);
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.size() - 1; j >= 0; --j) {
                lengths[size_t(i * width + j)] = areSame(before.from + i, after.from + j)
                                                     ? lengths[size_t((i + 1) * width + j + 1)] + 1
                                                     : std::max(lengths[size_t((i + 1) * width + j)], lengths[size_t(i * width + j + 1)]);
            }
        }
        for (qsizetype i = 0, j = 0; i < before.size() && j < after.size();) {
            if (areSame(before.from + i, after.from + j))
                m_pairs.push_back({before.from + i++, after.from + j++});
            else if (lengths[size_t((i + 1) * width + j)] >= lengths[size_t(i * width + j + 1)])
                ++i;
            else
                ++j;
        }
    }

    NumberedPieces m_lists;
    std::vector<Seen> m_seen;
    std::vector<PiecePair> m_pairs;
};

} // namespace

/// By the lengths of the rows that end in each pair.
std::vector<PiecePair> longestRising(const std::vector<PiecePair> &pairs)
{
    std::vector<size_t> ends;
    std::vector<size_t> previous(pairs.size(), SIZE_MAX);
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto end = std::ranges::lower_bound(ends, pairs[i].before, {}, [&](size_t at) { return pairs[at].before; });
        if (end != ends.begin())
            previous[i] = *std::prev(end);
        if (end == ends.end())
            ends.push_back(i);
        else
            *end = i;
    }
    std::vector<PiecePair> row(ends.size());
    size_t at = ends.empty() ? SIZE_MAX : ends.back();
    for (auto place = row.rbegin(); place != row.rend(); ++place, at = previous[at])
        *place = pairs[at];
    return row;
}

std::vector<PiecePair> commonPieces(NumberedPieces pieces)
{
    return Matcher(std::move(pieces)).pairs();
}

Pieces wordPieces(QStringView text)
{
    Pieces pieces;
    const auto kind = [](QChar c) { return c.isSpace() ? 0 : c.isLetterOrNumber() || c.isSurrogate() || c.isMark() ? 1 : 2; };
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        const int first = kind(text[at]);
        while (end < text.size() && kind(text[end]) == first && first != 2)
            ++end;
        pieces.push_back(text.sliced(at, end - at));
        at = end;
    }
    return pieces;
}

NumberedPieces numbered(const Pieces &before, const Pieces &after)
{
    QHash<QStringView, int> numbers;
    const auto number = [&](const Pieces &pieces) {
        std::vector<int> list;
        list.reserve(pieces.size());
        for (const QStringView piece : pieces) {
            auto known = numbers.constFind(piece);
            if (known == numbers.constEnd())
                known = numbers.insert(piece, int(numbers.size()));
            list.push_back(*known);
        }
        return list;
    };
    NumberedPieces lists{number(before), number(after), 0};
    lists.count = int(numbers.size());
    return lists;
}

} // namespace redoubt
