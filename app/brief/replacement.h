#pragma once

#include "app/brief/citation.h"

namespace redoubt {

/// A place in a text and what comes there.
struct Replacement
{
    TextRange range;
    QString text;

    bool operator==(const Replacement &) const = default;
};

/// Puts the replacements, which are in the order of the text and do not overlap, into it.
[[nodiscard]] QString withReplacements(const QString &text, const QList<Replacement> &replacements);

} // namespace redoubt
