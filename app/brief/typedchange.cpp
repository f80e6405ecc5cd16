#include "app/brief/typedchange.h"

namespace redoubt {

TypedChange changeBetween(QStringView before, QStringView after, TextRange selection)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype same = 0;
    while (same < shorter && before[same] == after[same])
        ++same;
    if (same > 0 && before[same - 1].isHighSurrogate())
        --same;
    qsizetype sameAtEnd = 0;
    while (same + sameAtEnd < shorter && before[before.size() - 1 - sameAtEnd] == after[after.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    if (sameAtEnd > 0 && before[before.size() - sameAtEnd].isLowSurrogate())
        --sameAtEnd;
    return {{same, before.size() - same - sameAtEnd}, after.sliced(same, after.size() - same - sameAtEnd).toString(), selection};
}

} // namespace redoubt
