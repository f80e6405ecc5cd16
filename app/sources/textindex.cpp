#include "app/sources/textindex.h"

#include "app/base/textsearch.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

namespace redoubt {

namespace {

/// Characters of the text that a search compares before it goes over to one that never goes back.
constexpr qsizetype mostCompared = 1'000'000;
/// Characters around the expected place in which a short needle is looked for first.
constexpr qsizetype nearby = 32'768;
/// Of the grams of a needle, so many are asked for the one that stands in the fewest places.
constexpr qsizetype mostGrams = 64;

quint64 hashOf(const char16_t *eight)
{
    quint64 halves[2];
    std::memcpy(halves, eight, sizeof halves);
    return (halves[0] * 0x9E3779B97F4A7C15 ^ std::rotl(halves[1], 29)) * 0xD6E8FEB86659FD93;
}

/// Visits the numbers of an ascending row from the one nearest to `expected` outwards, until visit(number) says false.
template<class Visit>
void outwards(std::span<const quint32> row, qsizetype expected, Visit visit)
{
    auto above = size_t(std::ranges::lower_bound(row, expected, {}, [](quint32 place) { return qsizetype(place); }) - row.begin());
    size_t below = above;
    while (below > 0 || above < row.size()) {
        const bool up = below == 0 || (above < row.size() && qsizetype(row[above]) - expected <= expected - qsizetype(row[below - 1]));
        if (!visit(qsizetype(up ? row[above++] : row[--below])))
            return;
    }
}

} // namespace

TextIndex::TextIndex(const QString &text)
    : m_text(text)
{
    const QStringView all = m_text.text();
    const qsizetype grams = std::max<qsizetype>(0, all.size() - gram + 1);
    const int bits = std::clamp(int(std::bit_width(size_t(grams))) - 2, 8, 18);
    m_shift = 64 - bits;
    m_starts.assign((size_t(1) << bits) + 1, 0);
    m_places.resize(size_t(grams));
    std::vector<quint32> buckets(static_cast<size_t>(grams));
    for (qsizetype i = 0; i < grams; ++i) {
        const auto bucket = quint32(hashOf(all.utf16() + i) >> m_shift);
        buckets[size_t(i)] = bucket;
        ++m_starts[bucket + 1];
    }
    for (size_t i = 1; i < m_starts.size(); ++i)
        m_starts[i] += m_starts[i - 1];
    std::vector<quint32> next(m_starts.begin(), m_starts.end() - 1);
    for (size_t i = 0; i < buckets.size(); ++i)
        m_places[next[buckets[i]]++] = quint32(i);
}

size_t TextIndex::bucketOf(QStringView eight) const
{
    return size_t(hashOf(eight.utf16()) >> m_shift);
}

std::vector<qsizetype> TextIndex::placesOfShort(QStringView needle, qsizetype expected, size_t most) const
{
    std::vector<qsizetype> found;
    const QStringView all = m_text.text();
    for (const qsizetype reach : {nearby, all.size()}) {
        const qsizetype from = std::clamp<qsizetype>(expected - reach, 0, all.size());
        const qsizetype to = std::clamp<qsizetype>(expected + reach, from, all.size());
        eachPlace(all.first(to), needle, from, [&](qsizetype place) {
            found.push_back(place);
            return false;
        });
        if (!found.empty())
            break;
    }
    std::ranges::sort(found, {}, [&](qsizetype place) { return std::abs(place - expected); });
    found.resize(std::min(found.size(), most));
    return found;
}

std::vector<qsizetype> TextIndex::places(QStringView needle, qsizetype expected, size_t most) const
{
    if (needle.size() < gram)
        return placesOfShort(needle, expected, most);
    const QStringView all = m_text.text();
    const qsizetype last = needle.size() - gram;
    const qsizetype step = last / mostGrams + 1;
    qsizetype offset = 0;
    std::span<const quint32> rarest;
    for (qsizetype at = 0; at <= last; at += step) {
        const size_t bucket = bucketOf(needle.sliced(at, gram));
        const auto row = std::span(m_places).subspan(m_starts[bucket], m_starts[bucket + 1] - m_starts[bucket]);
        if (at == 0 || row.size() < rarest.size()) {
            rarest = row;
            offset = at;
        }
    }
    std::vector<qsizetype> found;
    qsizetype compared = 0;
    outwards(rarest, expected + offset, [&](qsizetype gramPlace) {
        const qsizetype place = gramPlace - offset;
        if (place >= 0 && place + needle.size() <= all.size()) {
            const bool begins = all[place] == needle[0] && all[place + last] == needle[last];
            compared += begins ? needle.size() : 1;
            if (begins && all.sliced(place, needle.size()) == needle)
                found.push_back(place);
        }
        return found.size() < most && compared < mostCompared;
    });
    if (compared >= mostCompared && found.empty()) {
        eachPlace(all, needle, 0, [&](qsizetype place) {
            found.push_back(place);
            return found.size() >= most;
        });
    }
    return found;
}

} // namespace redoubt
