#include "app/base/snippet.h"

#include "app/base/words.h"

#include <algorithm>
#include <deque>
#include <vector>

namespace redoubt {

namespace {

constexpr qsizetype mostUnits = 160;  ///< of a snippet
constexpr qsizetype unitsBefore = 40; ///< before what is found
constexpr qsizetype mostBehind = 1024 * 1024;

/// An occurrence, in bytes.
struct Found
{
    size_t which = 0;
    qsizetype start = 0;
    qsizetype end = 0;
};

struct Passed
{
    QByteArray word;
    qsizetype start = 0;
};

class Finder
{
public:
    Finder(QByteArrayView text, std::span<const SoughtWords> sought)
        : m_reader(text)
        , m_sought(sought)
    {
        for (const SoughtWords &words : sought)
            m_longest = std::max(m_longest, words.words.size());
    }

    /// The occurrences of the best passage.
    std::deque<Found> best()
    {
        qsizetype last = -1;
        while ((last < 0 || m_reader.start() < last) && m_reader.next()) {
            if (m_most == m_sought.size() && m_reader.end() - m_best.front().start > mostUnits - unitsBefore)
                break;
            remember();
            for (size_t i = 0; i < m_sought.size(); ++i) {
                if (!endsHere(m_sought[i]))
                    continue;
                const auto words = size_t(m_sought[i].words.size());
                add({i, m_passed[m_passed.size() - words].start, m_reader.end()});
                last = last < 0 ? m_reader.start() + mostBehind : last;
            }
        }
        return m_best;
    }

private:
    void remember()
    {
        if (std::ssize(m_passed) == m_longest)
            m_passed.pop_front();
        m_passed.push_back({m_longest > 1 ? m_reader.word().toByteArray() : QByteArray(), m_reader.start()});
    }

    bool endsHere(const SoughtWords &sought) const
    {
        const QByteArrayView last = sought.words.last();
        const bool fits = sought.isPrefix ? m_reader.word().startsWith(last) : m_reader.word() == last;
        if (!fits || sought.words.size() > std::ssize(m_passed))
            return false;
        const auto first = m_passed.end() - sought.words.size();
        return std::equal(sought.words.begin(), sought.words.end() - 1, first,
            [](const QByteArray &word, const Passed &passed) { return word == passed.word; });
    }

    void add(const Found &found)
    {
        while (!m_near.empty() && found.end - m_near.front().start > mostUnits - unitsBefore)
            m_near.pop_front();
        m_near.push_back(found);
        std::vector<char> seen(m_sought.size());
        size_t different = 0;
        for (const Found &one : m_near)
            different += std::exchange(seen[one.which], 1) ? 0 : 1;
        const bool goesOn = !m_best.empty() && m_best.front().start == m_near.front().start;
        if (different > m_most || (different == m_most && goesOn)) {
            m_most = different;
            m_best = m_near;
        }
    }

    WordReader m_reader;
    std::span<const SoughtWords> m_sought;
    qsizetype m_longest = 1;
    std::deque<Passed> m_passed; ///< the last words
    std::deque<Found> m_near;    ///< what fits into one passage
    std::deque<Found> m_best;
    size_t m_most = 0; ///< different things in the best passage
};

/// Moves a place to where a word begins, if one does nearby.
qsizetype wordStart(QStringView text, qsizetype at)
{
    for (qsizetype i = at; i < std::min(text.size(), at + unitsBefore / 2); ++i) {
        if (i == 0 || text[i - 1].isSpace())
            return i;
    }
    return at < text.size() && text[at].isLowSurrogate() ? at + 1 : at;
}

qsizetype wordEnd(QStringView text, qsizetype at)
{
    for (qsizetype i = at; i > std::max<qsizetype>(0, at - unitsBefore / 2); --i) {
        if (i == text.size() || text[i].isSpace())
            return i;
    }
    return at > 0 && text[at - 1].isHighSurrogate() ? at - 1 : at;
}

} // namespace

Snippet snippetOf(const QString &text, std::span<const SoughtWords> sought)
{
    const QByteArray bytes = text.toUtf8();
    const auto found = sought.empty() ? std::deque<Found>() : Finder(bytes, sought).best();
    const auto unitsIn = [&](qsizetype from, qsizetype to) {
        const auto unitsOf = [](char byte) { return (uchar(byte) & 0xc0) == 0x80 ? 0 : uchar(byte) >= 0xf0 ? 2 : 1; };
        qsizetype units = 0;
        for (const char byte : QByteArrayView(bytes).sliced(from, to - from))
            units += unitsOf(byte);
        return units;
    };
    QList<SnippetMark> marks;
    qsizetype byte = 0;
    qsizetype unit = 0;
    for (const Found &one : found) {
        if (one.start < byte)
            continue;
        const qsizetype start = unit + unitsIn(byte, one.start);
        unit = start + unitsIn(one.start, one.end);
        byte = one.end;
        marks.append({start, unit - start});
    }
    Snippet snippet;
    snippet.place = marks.isEmpty() ? SnippetMark() : marks.first();
    const qsizetype wanted = std::max<qsizetype>(0, snippet.place.start - unitsBefore);
    const qsizetype from = wanted == 0 ? 0 : std::min(wordStart(text, wanted), snippet.place.start);
    const qsizetype to = from + mostUnits >= text.size() ? text.size() : wordEnd(text, from + mostUnits);
    snippet.text = text.sliced(from, std::max(from, to) - from);
    for (QChar &c : snippet.text)
        c = c.isSpace() ? u' ' : c;
    const qsizetype cut = from > 0 ? 1 : 0;
    for (const SnippetMark &mark : std::as_const(marks)) {
        if (mark.start + mark.length <= to)
            snippet.marks.append({mark.start - from + cut, mark.length});
    }
    snippet.text = (from > 0 ? QStringLiteral("…") : QString()) + snippet.text + (to < text.size() ? QStringLiteral("…") : QString());
    return snippet;
}

} // namespace redoubt
