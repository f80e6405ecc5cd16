#pragma once

#include "app/base/foldedtext.h"

#include <vector>

namespace redoubt {

/// A text, folded, in which many passages are looked for: where every eight characters stand. Takes about twenty times the
/// time of reading it once, and four bytes a character. Inner to app/sources.
class TextIndex
{
public:
    explicit TextIndex(const QString &text);

    [[nodiscard]] const FoldedText &text() const { return m_text; }

    /// Where folded text that is not empty stands, word for word: the places nearest to `expected`, at most `most` of
    /// them, in no order. Costs by the places that are looked at, and is bounded for texts that repeat themselves.
    [[nodiscard]] std::vector<qsizetype> places(QStringView needle, qsizetype expected, size_t most) const;

private:
    static constexpr qsizetype gram = 8;

    [[nodiscard]] size_t bucketOf(QStringView eight) const;
    [[nodiscard]] std::vector<qsizetype> placesOfShort(QStringView needle, qsizetype expected, size_t most) const;

    FoldedText m_text;
    int m_shift = 0;                ///< of a hash, to a bucket
    std::vector<quint32> m_starts;  ///< of each bucket in m_places, and the end of the last
    std::vector<quint32> m_places;  ///< ascending within a bucket
};

} // namespace redoubt
