#pragma once

#include "app/brief/typedchange.h"

namespace redoubt {

/// Comments of a brief, `<!-- … -->`: for the writer, not printed, not counted. Makes one of what is selected, of the whole line
/// when nothing is, or takes the marks off where the selection lies in one. `text` holds whole lines around the selection.
/// What is made a comment at the start of a line gets a line of its own, since all that follows a comment on a line that begins
/// with it belongs to it for CommonMark; paragraphs are commented out from a line before to a line behind them.
[[nodiscard]] TypedChange toggleComment(QStringView text, TextRange selection);

} // namespace redoubt
