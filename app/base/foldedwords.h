#pragma once

#include <QByteArrayView>

#include <vector>

namespace redoubt {

/// Hashes of the words of a text, letter case and accents aside (see folding.h): those of at least `shortest` letters or
/// digits; sorted, each once. For comparing very many titles.
[[nodiscard]] std::vector<quint32> wordsOf(QByteArrayView utf8, qsizetype shortest);

/// How many two sorted lists have in common.
[[nodiscard]] int inCommon(const std::vector<quint32> &a, const std::vector<quint32> &b);

} // namespace redoubt
