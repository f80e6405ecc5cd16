#include "app/base/editdistance.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace redoubt {

namespace {

constexpr int wordBits = 64;

/// The column of the table of distances that stands for a position of the text, as its differences from row to row, by
/// Myers (1999), in words of 64 rows.
class Column
{
public:
    explicit Column(QStringView pattern)
        : m_words((pattern.size() + wordBits - 1) / wordBits)
        , m_last(quint64(1) << ((pattern.size() - 1) % wordBits))
        , m_more(size_t(m_words), ~quint64(0))
        , m_less(size_t(m_words), 0)
        , m_none(size_t(m_words), 0)
        , m_distance(int(pattern.size()))
    {
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            std::vector<quint64> &rows = m_rows[pattern[i].unicode()];
            rows.resize(size_t(m_words));
            rows[size_t(i / wordBits)] |= quint64(1) << (i % wordBits);
        }
    }

    /// Of the whole pattern to what was read so far.
    [[nodiscard]] int distance() const { return m_distance; }

    /// `top` is by how much the row above the first grows: 1 where the text counts from its start, else 0.
    void read(QChar character, int top)
    {
        const auto found = m_rows.constFind(character.unicode());
        const std::vector<quint64> &rows = found == m_rows.cend() ? m_none : *found;
        int carried = top;
        for (qsizetype i = 0; i < m_words; ++i)
            carried = step(size_t(i), rows[size_t(i)], carried, i == m_words - 1 ? m_last : quint64(1) << (wordBits - 1));
        m_distance += carried;
    }

private:
    int step(size_t word, quint64 same, int carried, quint64 last)
    {
        const quint64 more = m_more[word];
        const quint64 less = m_less[word];
        const quint64 down = same | less;
        if (carried < 0)
            same |= 1;
        const quint64 across = (((same & more) + more) ^ more) | same;
        quint64 grows = less | ~(across | more);
        quint64 falls = more & across;
        const int carry = (grows & last) != 0 ? 1 : (falls & last) != 0 ? -1 : 0;
        grows = grows << 1 | (carried > 0 ? 1 : 0);
        falls = falls << 1 | (carried < 0 ? 1 : 0);
        m_more[word] = falls | ~(down | grows);
        m_less[word] = grows & down;
        return carry;
    }

    qsizetype m_words;
    quint64 m_last; ///< the bit of the last row
    std::vector<quint64> m_more;
    std::vector<quint64> m_less;
    std::vector<quint64> m_none;
    QHash<char16_t, std::vector<quint64>> m_rows;
    int m_distance;
};

} // namespace

int editDistance(QStringView a, QStringView b)
{
    if (a.isEmpty() || b.isEmpty())
        return int(std::max(a.size(), b.size()));
    Column column(a);
    for (const QChar c : b)
        column.read(c, 1);
    return column.distance();
}

NearestPlace nearestPlace(QStringView pattern, QStringView text)
{
    NearestPlace place{0, 0, int(pattern.size())};
    if (pattern.isEmpty())
        return place;
    Column forwards(pattern);
    for (qsizetype i = 0; i < text.size(); ++i) {
        forwards.read(text[i], 0);
        if (forwards.distance() < place.distance)
            place = {0, i + 1, forwards.distance()};
    }
    QString reversed(pattern.size(), Qt::Uninitialized);
    std::ranges::reverse_copy(pattern, reversed.begin());
    Column backwards(reversed);
    int best = int(pattern.size());
    place.start = place.end;
    for (qsizetype i = place.end; i > 0; --i) {
        backwards.read(text[i - 1], 0);
        if (backwards.distance() < best) {
            best = backwards.distance();
            place.start = i - 1;
        }
    }
    return place;
}

} // namespace redoubt
