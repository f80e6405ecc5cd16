#pragma once

#include <QList>
#include <QStringView>

namespace redoubt {

/// Where `needle`, which is not empty, stands in `text` at or behind `from`; -1 when nowhere.
[[nodiscard]] qsizetype placeOf(QStringView text, QStringView needle, qsizetype from);

/// Of Knuth, Morris and Pratt: how much of the start of `needle` ends before each of its positions too.
[[nodiscard]] QList<qsizetype> bordersOf(QStringView needle);

/// Calls accept(position) for each place of `needle`, which is not empty, at or behind `from` until it says true. Linear
/// whatever the texts: after a few refusals the search no longer goes back.
template<class Accept>
void eachPlace(QStringView text, QStringView needle, qsizetype from, Accept accept)
{
    constexpr int restarts = 16;
    for (int i = 0; i < restarts; ++i) {
        const qsizetype place = placeOf(text, needle, from);
        if (place < 0 || accept(place))
            return;
        from = place + 1;
    }
    const QList<qsizetype> border = bordersOf(needle);
    for (qsizetype i = from, k = 0; i < text.size(); ++i) {
        while (k >= 0 && (k == needle.size() || needle[k] != text[i]))
            k = border[k];
        if (++k == needle.size() && accept(i + 1 - k))
            return;
    }
}

/// Whether a word goes on over `position`. In scripts that are written without spaces none does.
[[nodiscard]] bool isInWord(QStringView text, qsizetype position);

} // namespace redoubt
