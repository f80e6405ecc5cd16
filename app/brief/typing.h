#pragma once

#include "app/brief/typedchange.h"

#include <optional>

namespace redoubt {

/// What a language sets quotations in, from the Unicode locale data: double marks for the key ", single ones for the key '.
/// French marks stand apart from the text by a no-break space, except in Switzerland.
struct QuotationStyle
{
    QString open;
    QString close;
    QString innerOpen;
    QString innerClose;

    bool operator==(const QuotationStyle &) const = default;
};

/// Of a BCP 47 language; English for one that is not known.
[[nodiscard]] QuotationStyle quotationStyle(const QString &language);

/// What takes the place of the character before the cursor, which was just typed in prose: quotation marks and apostrophes for
/// straight ones, an en dash for two hyphens, an em dash for three. Nothing where isVerbatim() holds, behind a backslash, in
/// rules and the lines below table headers. `line` is a line of the text, or as much of it around the cursor as matters.
[[nodiscard]] std::optional<TypedChange> afterTyping(QStringView line, qsizetype cursor, const QuotationStyle &style);

/// The marks that typing this character puts around a selection: `*`, `_`, a backtick, `[`, `(`, quotation marks. Empty for any other.
[[nodiscard]] std::pair<QString, QString> marksAround(QChar typed, const QuotationStyle &style);

/// Puts marks around what is selected, which stays selected; spaces at its ends stay outside.
[[nodiscard]] TypedChange wrap(QStringView text, TextRange selection, const std::pair<QString, QString> &marks);

} // namespace redoubt
