#pragma once

#include "app/brief/citation.h"

class QTextBlock;

namespace redoubt {

class BriefTextEdit;

/// The lines around the cursor, as what edits a list or a table looks at. However long the brief is, these are few: 200 lines
/// each way, and no more once they are 64 thousand letters.
struct Surroundings
{
    QString text; ///< with \n as line ends
    qsizetype offset = 0; ///< of its start in the brief
    TextRange selection; ///< within it

    [[nodiscard]] static Surroundings of(const BriefTextEdit &editor);
};

/// Whether a line of a brief stands in a fence that began at most `reach` lines above it.
[[nodiscard]] bool isInFence(const QTextBlock &line, int reach = 2000);

/// Whether a line of a brief is prose: no code, no argument, no metadata.
[[nodiscard]] bool isProse(const QTextBlock &line);

} // namespace redoubt
