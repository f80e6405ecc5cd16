#pragma once

#include "app/brief/typedchange.h"

#include <optional>

namespace redoubt {

/// What can be done in a table of GitHub Flavored Markdown. Whatever is done, the columns stand aligned afterwards.
enum class TableAct {
    Align,
    NextCell,     ///< behind the last cell a new row begins
    PreviousCell,
    NextRow,      ///< the cell below; in a last row without text the table is left, and the row goes
    InsertRowAbove,
    InsertRowBelow,
    RemoveRow,
    MoveRowUp,
    MoveRowDown,
    InsertColumnLeft,
    InsertColumnRight,
    RemoveColumn,
    MoveColumnLeft,
    MoveColumnRight,
    AlignLeft,
    AlignCentre,
    AlignRight,
};

/// Does it at the cursor, which goes to a cell and selects its text. `text` holds the lines around the cursor. Nothing when the
/// cursor is in no table; a change of nothing but the alignment where the table has no such place (the header row stays where it
/// is, and the last column cannot go). No cell is lost: a row that is longer than the others makes them longer. Columns are
/// aligned by display width up to a width at which a row would be broken into many lines.
[[nodiscard]] std::optional<TypedChange> changeTable(QStringView text, qsizetype cursor, TableAct act);

/// Whether a line may be one of a table: what is asked before changeTable() is called with the lines around it.
[[nodiscard]] bool mayBeTableRow(QStringView line);

/// A table without text, with a header row and this many rows below.
[[nodiscard]] QString emptyTable(int rows, int columns);

} // namespace redoubt
