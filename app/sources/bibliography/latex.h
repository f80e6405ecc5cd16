#pragma once

#include <QString>

namespace redoubt {

/// What to do with `\textit{…}` and its like: leave them out, or write them as CSL's rich text (`<i>…</i>`).
enum class LatexMarkup { Plain, Rich };

/// LaTeX as BibTeX files hold it in Unicode: accents, letters, symbols, dashes, quotation marks, `~`; braces are left out; what
/// is between `$` stays as it is, and so do commands that are not known, with their arguments in braces. Line ends stay,
/// other white space is simplified.
[[nodiscard]] QString fromLatex(QStringView latex, LatexMarkup markup = LatexMarkup::Plain);

/// Text with what LaTeX takes for its own marks escaped; all other characters stay Unicode. CSL's rich text becomes commands.
[[nodiscard]] QString toLatex(const QString &text);

/// For addresses and identifiers: `\url{…}` around and `\_ \% \& \#` are taken off, all else stays.
[[nodiscard]] QString fromLatexVerbatim(QStringView latex);

} // namespace redoubt
