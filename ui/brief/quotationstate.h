#pragma once

#include "app/brief/draft.h"

#include <QColor>
#include <QPalette>

namespace redoubt {

/// How the state of a quotation is shown: always by a mark and words, never by colour alone.
[[nodiscard]] QString quotationGlyph(Verification::Status status);
[[nodiscard]] QColor quotationColour(Verification::Status status, const QPalette &palette);

/// What lies behind the words of a quotation: its colour, so thin that ink on it reads as on paper.
[[nodiscard]] QColor quotationWash(Verification::Status status, const QPalette &palette);

/// One sentence: "Word for word as captured of “NATO Secretary General”."; `title` is that of the source, if it is known.
[[nodiscard]] QString quotationSentence(const DraftQuotation &checked, const QString &title);

/// The difference of an altered one as rich text: words that are not in the capture struck out, captured ones underlined.
[[nodiscard]] QString differenceHtml(const QList<WordChange> &difference, const QPalette &palette);

} // namespace redoubt
