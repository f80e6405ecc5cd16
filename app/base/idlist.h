#pragma once

#include "app/base/id.h"

#include <QString>

namespace redoubt {

/// Ids as SQL takes many of them: `WHERE id IN (SELECT value FROM json_each(?))`.
template<class Ids>
[[nodiscard]] QString idList(const Ids &ids)
{
    QByteArray text = "[";
    for (const auto &id : ids) {
        if (text.size() > 1)
            text += ',';
        text += QByteArray::number(id.number);
    }
    return QString::fromLatin1(text + ']');
}

} // namespace redoubt
