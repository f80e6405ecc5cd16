#pragma once

#include "app/base/names.h"
#include "app/timeline/import/importdates.h"
#include "app/timeline/import/importedevent.h"

#include <QJsonObject>

#include <memory>

namespace redoubt {

enum class ImportFormat { Csv, Acled, Ucdp, Gdelt, Gtd, TimelineJs, TimeMap, Simile, EdtfCsv };

inline constexpr Names<ImportFormat, 9> importFormatNames{
    {{{ImportFormat::Csv, "csv"_L1}, {ImportFormat::Acled, "acled"_L1}, {ImportFormat::Ucdp, "ucdp"_L1}, {ImportFormat::Gdelt, "gdelt"_L1},
        {ImportFormat::Gtd, "gtd"_L1}, {ImportFormat::TimelineJs, "timelinejs"_L1}, {ImportFormat::TimeMap, "timemap"_L1},
        {ImportFormat::Simile, "simile"_L1}, {ImportFormat::EdtfCsv, "edtf-csv"_L1}}}};

/// The name of a format for people: "ACLED", "CSV with columns of your choice".
[[nodiscard]] QString formatText(ImportFormat format);

/// Which column of a table says what of an event: field ("title", "date", "end", "lane", …, see mappedFields()) → name of
/// the column. `order` is of dates in numbers.
struct ColumnMapping
{
    QHash<QString, QString> columns;
    ImportDates::Order order = ImportDates::Order::Unknown;

    [[nodiscard]] QJsonObject json() const;
    /// Fails on fields that there are not, and on values that are no text.
    [[nodiscard]] static Result<ColumnMapping> fromJson(const QJsonObject &json);

    bool operator==(const ColumnMapping &) const = default;
};

/// The fields that a mapping knows, in the order in which they are asked for, and what they are called on the screen.
[[nodiscard]] const QStringList &mappedFields();
[[nodiscard]] QString fieldText(const QString &field);

/// The mapping that the names of the columns suggest: "Headline" is a title, "When" a date. In several languages' words.
[[nodiscard]] ColumnMapping guessMapping(const QStringList &columns);

/// Reads a file of one format, row by row. For one thread.
class EventImporter
{
public:
    virtual ~EventImporter() = default;

    /// False at the end. What is wrong with a row is said in the row; the error of the result ends the import.
    virtual Result<bool> next(ImportedRow &row) = 0;

    [[nodiscard]] virtual double progress() const = 0;
    /// The names of the columns of a table; empty for other formats and for tables without them.
    [[nodiscard]] virtual QStringList columns() const { return {}; }
    [[nodiscard]] virtual ColumnMapping mapping() const { return {}; }
    /// Of the file, once it has been read to its end.
    [[nodiscard]] virtual QString sha256() const = 0;
    /// What stands between the fields of `ImportedRow::raw`; 0 where it is no row of a table.
    [[nodiscard]] virtual char separator() const { return 0; }
};

struct ImportFile
{
    QString path;
    std::optional<ImportFormat> format;    ///< guessed when not given
    std::optional<ColumnMapping> mapping; ///< for csv; guessed when not given
};

/// The format that the beginning of the file looks like; tables that nobody knows are csv.
[[nodiscard]] Result<ImportFormat> guessFormat(const QString &path);

/// The names in the first line of a table.
[[nodiscard]] Result<QStringList> columnsOf(const QString &path);

/// An importer that stands before the first row. `file.format` must be given.
[[nodiscard]] Result<std::unique_ptr<EventImporter>> openImport(const ImportFile &file);

} // namespace redoubt
