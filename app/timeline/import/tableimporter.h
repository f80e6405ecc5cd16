#pragma once

#include "app/timeline/import/eventimporter.h"
#include "app/timeline/import/recordreader.h"

namespace redoubt {

/// The fields of a row by column. A column that there is not has the number -1 and reads as empty.
class TableRow
{
public:
    explicit TableRow(const TextRecord &record)
        : m_record(record)
    {
    }

    [[nodiscard]] QByteArrayView bytes(int column) const
    {
        return column >= 0 && column < int(m_record.fields.size()) ? m_record.fields[size_t(column)].trimmed() : QByteArrayView();
    }
    [[nodiscard]] QString text(int column) const { return QString::fromUtf8(bytes(column)); }
    [[nodiscard]] bool isEmpty(int column) const { return bytes(column).isEmpty(); }
    /// A number of people; nothing where there is none. "3.0" is 3.
    [[nodiscard]] std::optional<int> count(int column) const;
    [[nodiscard]] std::optional<qint64> number(int column) const;
    /// Texts between `separator`, without empty ones and repetitions.
    [[nodiscard]] QStringList list(int column, char separator = ';') const;

private:
    const TextRecord &m_record;
};

/// What a table of one format makes of its rows; one file a format.
class TableFormat
{
public:
    virtual ~TableFormat() = default;

    /// `index(name)` gives the number of a column by its name in lower case. Fails when the columns are not of the format.
    virtual Result<> begin(const std::function<int(const char *)> &index) = 0;

    /// The error's `why` says what is wrong with the row.
    virtual Result<ImportedEvent> read(const TableRow &row) = 0;

    [[nodiscard]] virtual bool isRemark(const TableRow &) const { return false; }
};

struct TableShape
{
    QStringList columns{}; ///< of a table without a header, by which a header is told from a first row; empty: there is one
    bool quotes = true;
    char separator = 0; ///< 0: guessed
};

[[nodiscard]] Result<std::unique_ptr<EventImporter>> openTable(const QString &path, std::unique_ptr<TableFormat> format, const TableShape &shape = {}, const ColumnMapping &mapping = {});

/// The header of a table, and some of its rows.
struct TableSample
{
    QStringList columns;
    QList<QStringList> rows;
    char separator = ',';
};
[[nodiscard]] Result<TableSample> sampleTable(const QString &path, int rows);

[[nodiscard]] std::unique_ptr<TableFormat> acledTable();
[[nodiscard]] std::unique_ptr<TableFormat> ucdpTable();
[[nodiscard]] const QStringList &ucdpColumns();
[[nodiscard]] std::unique_ptr<TableFormat> gdeltTable();
[[nodiscard]] const QStringList &gdeltColumns();
[[nodiscard]] std::unique_ptr<TableFormat> gtdTable();
[[nodiscard]] std::unique_ptr<TableFormat> timelineJsTable();
[[nodiscard]] std::unique_ptr<TableFormat> mappedTable(const ColumnMapping &mapping);
[[nodiscard]] std::unique_ptr<TableFormat> edtfTable();

/// Texts that are not both empty become a pair of degrees; fails when they are no place on Earth.
[[nodiscard]] Result<std::optional<Coordinates>> coordinatesOf(const QString &latitude, const QString &longitude);

/// "why" as the error of a row.
[[nodiscard]] std::unexpected<Error> refuseRow(const QString &why);

/// Puts the date into the event.
void setDate(ImportedEvent &event, const Edtf &date);

/// The non-empty ones, with `separator` between them.
[[nodiscard]] QString joined(const QStringList &parts, const QString &separator);

} // namespace redoubt
