#include "app/sources/capturedifference.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace redoubt {

namespace {

constexpr qsizetype mostCells = 250'000;
constexpr int deepest = 24;

struct Span
{
    qsizetype from = 0;
    qsizetype to = 0;

    [[nodiscard]] qsizetype size() const { return to - from; }
};

struct Pair
{
    qsizetype before = 0;
    qsizetype after = 0;
};

/// Both texts cut into pieces, in numbers: equal pieces have equal numbers.
struct Numbered
{
    std::vector<int> before;
    std::vector<int> after;
    int count = 0;
};

/// Finds pieces that stand in both lists in one order.
class Matcher
{
public:
    explicit Matcher(Numbered numbered)
        : m_lists(std::move(numbered))
        , m_seen(size_t(m_lists.count))
    {
    }

    /// In order.
    std::vector<Pair> pairs()
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

    void match(Span before, Span after, int depth)
    {
        for (; before.size() > 0 && after.size() > 0 && areSame(before.from, after.from); ++before.from, ++after.from)
            m_pairs.push_back({before.from, after.from});
        qsizetype atEnd = 0;
        for (; before.size() > 0 && after.size() > 0 && areSame(before.to - 1, after.to - 1); --before.to, --after.to)
            ++atEnd;
        if (before.size() > 0 && after.size() > 0) {
            const std::vector<Pair> anchors = depth < deepest ? anchorsOf(before, after) : std::vector<Pair>();
            if (anchors.empty())
                compareInFull(before, after);
            else
                matchBetween(anchors, before, after, depth);
        }
        for (qsizetype i = 0; i < atEnd; ++i)
            m_pairs.push_back({before.to + i, after.to + i});
    }

    void matchBetween(const std::vector<Pair> &anchors, Span before, Span after, int depth)
    {
        for (const Pair &anchor : anchors) {
            match({before.from, anchor.before}, {after.from, anchor.after}, depth + 1);
            m_pairs.push_back(anchor);
            before.from = anchor.before + 1;
            after.from = anchor.after + 1;
        }
        match(before, after, depth + 1);
    }

    /// The longest row of pieces that stand once in each of the two and in the same order.
    std::vector<Pair> anchorsOf(Span before, Span after)
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
        std::vector<Pair> unique;
        for (qsizetype i = after.from; i < after.to; ++i) {
            const Seen &seen = m_seen[size_t(m_lists.after[size_t(i)])];
            if (seen.before == 1 && seen.after == 1)
                unique.push_back({seen.place, i});
        }
        return longestRising(unique);
    }

    /// By the lengths of the rows that end in each pair.
    static std::vector<Pair> longestRising(const std::vector<Pair> &pairs)
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
        std::vector<Pair> row(ends.size());
        size_t at = ends.empty() ? SIZE_MAX : ends.back();
        for (auto place = row.rbegin(); place != row.rend(); ++place, at = previous[at])
            *place = pairs[at];
        return row;
    }

    /// The longest common row of all, by a table; nothing where that would be too large.
    void compareInFull(Span before, Span after)
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

    Numbered m_lists;
    std::vector<Seen> m_seen;
    std::vector<Pair> m_pairs;
};

using Pieces = std::vector<QStringView>;

/// With their line ends.
Pieces paragraphsOf(QStringView text)
{
    Pieces pieces;
    while (!text.isEmpty()) {
        const qsizetype newline = text.indexOf(u'\n');
        pieces.push_back(text.first(newline < 0 ? text.size() : newline + 1));
        text = text.sliced(pieces.back().size());
    }
    return pieces;
}

/// Words, and what is between them.
Pieces wordsOf(QStringView text)
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

Numbered numbered(const Pieces &before, const Pieces &after)
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
    Numbered lists{number(before), number(after), 0};
    lists.count = int(numbers.size());
    return lists;
}

/// Pieces in a row are one stretch of their text.
QStringView joined(const Pieces &pieces, Span span)
{
    if (span.size() == 0)
        return {};
    const QStringView last = pieces[size_t(span.to - 1)];
    return {pieces[size_t(span.from)].data(), last.data() + last.size()};
}

class DifferenceWriter
{
public:
    void compareParagraphs(QStringView before, QStringView after)
    {
        compare(paragraphsOf(before), paragraphsOf(after), [this](QStringView removed, QStringView added) {
            if (removed.isEmpty() || added.isEmpty())
                return change(removed, added);
            compare(wordsOf(removed), wordsOf(added), [this](QStringView from, QStringView to) { change(from, to); });
        });
    }

    QList<TextRun> finished()
    {
        flush();
        return std::move(m_runs);
    }

private:
    template<class Differ>
    void compare(const Pieces &before, const Pieces &after, const Differ &differ)
    {
        Span beforeGap;
        Span afterGap;
        const auto tell = [&](Pair next) {
            beforeGap.to = next.before;
            afterGap.to = next.after;
            if (beforeGap.size() > 0 || afterGap.size() > 0)
                differ(joined(before, beforeGap), joined(after, afterGap));
            beforeGap.from = next.before + 1;
            afterGap.from = next.after + 1;
        };
        for (const Pair &pair : Matcher(numbered(before, after)).pairs()) {
            tell(pair);
            keep(before[size_t(pair.before)]);
        }
        tell({qsizetype(before.size()), qsizetype(after.size())});
    }

    /// Spaces between two changes are part of them: else every word of a sentence written anew would be a change of its own.
    void keep(QStringView text)
    {
        const bool isSpaces = text.trimmed().isEmpty() && !text.contains(u'\n');
        if (isSpaces && (!m_removed.isEmpty() || !m_added.isEmpty())) {
            m_spaces += text;
            return;
        }
        flush();
        append(text);
    }

    void append(QStringView text)
    {
        if (m_runs.isEmpty() || m_runs.last().kind != TextRun::Kind::Unchanged)
            m_runs.append({TextRun::Kind::Unchanged, {}});
        m_runs.last().text += text;
    }

    void change(QStringView removed, QStringView added)
    {
        m_removed += m_spaces;
        m_removed += removed;
        m_added += m_spaces;
        m_added += added;
        m_spaces.clear();
    }

    void flush()
    {
        if (!m_removed.isEmpty())
            m_runs.append({TextRun::Kind::Removed, std::exchange(m_removed, {})});
        if (!m_added.isEmpty())
            m_runs.append({TextRun::Kind::Added, std::exchange(m_added, {})});
        if (!m_spaces.isEmpty())
            append(std::exchange(m_spaces, {}));
    }

    QList<TextRun> m_runs;
    QString m_removed;
    QString m_added;
    QString m_spaces; ///< behind the change
};

} // namespace

QList<TextRun> textDifference(QStringView before, QStringView after)
{
    DifferenceWriter writer;
    writer.compareParagraphs(before, after);
    return writer.finished();
}

} // namespace redoubt
