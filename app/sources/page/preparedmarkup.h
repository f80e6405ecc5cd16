#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>

namespace redoubt {

/// A page's markup as it is given to the HTML parser: without what is never text (scripts, styles, drawings, templates, what
/// comments say), and with no more nesting than the parser bears.
struct PreparedMarkup
{
    QByteArray html;
    QList<QByteArray> structuredData; ///< the scripts of the type application/ld+json
};

/// The parser looks through its open elements at each tag, and opens those for formatting that were left open again in each
/// paragraph. Where a page would make that too much work, its formatting tags and the tags below `deepestNesting` are left
/// out; their text stays. Fails when it has more than two million tags.
[[nodiscard]] Result<PreparedMarkup> prepareMarkup(QByteArrayView utf8);

inline constexpr int deepestNesting = 256;

} // namespace redoubt
