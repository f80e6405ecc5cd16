#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace redoubt {

/// A page's markup as it is given to the HTML parser: without what is never text (scripts, styles, drawings, templates, what
/// comments say), and with no more nesting than the parser bears. The parser takes letter by letter what it copies in the end, so
/// that one letter stands for each longer text that holds nothing for it to read: one of the first private plane, in the
/// order of the texts from firstPlaceholder on.
struct PreparedMarkup
{
    QByteArray html;
    QList<QByteArray> structuredData; ///< the scripts of the type application/ld+json
    std::vector<QByteArrayView> texts; ///< what the letters stand for, in the markup as it was given

    static constexpr char32_t firstPlaceholder = 0xf0000;
    static constexpr char32_t lastPlaceholder = 0xffffd;
    static constexpr char placeholderLead = '\xf3'; ///< the first byte of each in UTF-8
};

/// The parser looks through its open elements at each tag, and opens those for formatting that were left open again in each
/// paragraph. Where a page would make that too much work, its formatting tags and the tags below `deepestNesting` are left
/// out; their text stays. Fails when it has more than two million tags. The markup has to stay as long as what is returned.
[[nodiscard]] Result<PreparedMarkup> prepareMarkup(QByteArrayView utf8);

inline constexpr int deepestNesting = 256;

} // namespace redoubt
