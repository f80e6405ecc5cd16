#pragma once

#include "app/brief/document.h"

namespace redoubt {

/// The lines of one table, as cells. Inner to app/brief.
struct TableLines
{
    struct Cell
    {
        qsizetype row = 0; ///< 0 is the header
        qsizetype column = 0;
        qsizetype offset = 0; ///< of the cursor in the cell's text
    };

    QString prefix; ///< what stands before each line: an indent, the marks of a quotation
    QList<QStringList> rows;
    QList<Block::Align> columns;
    qsizetype firstLine = 0; ///< among the lines that were read
    qsizetype lineCount = 0;

    /// The table that the line `index` belongs to.
    [[nodiscard]] static std::optional<TableLines> read(const QStringList &lines, qsizetype index);
    /// The cell of a place in one of its lines. The line below the header counts as the header.
    [[nodiscard]] Cell cellAt(const QString &line, qsizetype lineOfTable, qsizetype position) const;

    /// Its lines, aligned.
    [[nodiscard]] QStringList write() const;
    /// Where the text of a cell stands in its line of write().
    [[nodiscard]] TextRange cellRange(const QStringList &written, const Cell &cell) const;
    /// The line of write() that a row is.
    [[nodiscard]] static qsizetype lineOf(qsizetype row) { return row == 0 ? 0 : row + 1; }

    [[nodiscard]] QStringList emptyRow() const { return QStringList(columns.size()); }

private:
    [[nodiscard]] QList<qsizetype> widths() const;
};

} // namespace redoubt
