#include "app/base/foldedwords.h"

#include "app/base/folding.h"

#include <QHash>

#include <algorithm>

namespace redoubt {

std::vector<quint32> wordsOf(QByteArrayView utf8, qsizetype shortest)
{
    QByteArray text;
    appendFolded(utf8, text);
    std::vector<quint32> words;
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype from = at;
        qsizetype letters = 0;
        for (; at < text.size() && isLetter(text[at]); ++at)
            letters += (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80 ? 0 : 1;
        if (letters >= shortest)
            words.push_back(quint32(qHash(QByteArrayView(text).sliced(from, at - from), size_t(7))));
        at += at == from ? 1 : 0;
    }
    std::ranges::sort(words);
    const auto [first, last] = std::ranges::unique(words);
    words.erase(first, last);
    return words;
}

int inCommon(const std::vector<quint32> &a, const std::vector<quint32> &b)
{
    int count = 0;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        count += a[i] == b[j] ? 1 : 0;
        const bool advanceA = a[i] <= b[j];
        const bool advanceB = b[j] <= a[i];
        i += advanceA ? 1 : 0;
        j += advanceB ? 1 : 0;
    }
    return count;
}

} // namespace redoubt
