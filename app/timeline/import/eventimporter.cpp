#include "app/timeline/import/eventimporter.h"

#include "app/timeline/import/listimporter.h"
#include "app/timeline/import/tableimporter.h"

#include <QCoreApplication>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

constexpr int sampleRows = 500;

bool hasAll(const QStringList &columns, std::initializer_list<QLatin1StringView> names)
{
    return std::ranges::all_of(names, [&](QLatin1StringView name) {
        return std::ranges::any_of(columns, [&](const QString &column) { return column.compare(name, Qt::CaseInsensitive) == 0; });
    });
}

ImportFormat formatOfTable(const TableSample &sample)
{
    const QStringList &columns = sample.columns;
    if (hasAll(columns, {"event_id_cnty"_L1, "event_date"_L1, "event_type"_L1}))
        return ImportFormat::Acled;
    if (hasAll(columns, {"dyad_name"_L1, "date_start"_L1, "date_prec"_L1}))
        return ImportFormat::Ucdp;
    if (hasAll(columns, {"eventid"_L1, "iyear"_L1, "imonth"_L1, "iday"_L1}))
        return ImportFormat::Gtd;
    if (hasAll(columns, {"headline"_L1, "year"_L1}) || hasAll(columns, {"headline"_L1, "start date"_L1}))
        return ImportFormat::TimelineJs;
    if (hasAll(columns, {"key"_L1, "title"_L1, "date"_L1, "earliest"_L1, "latest"_L1}))
        return ImportFormat::EdtfCsv;
    if (hasAll(columns, {"globaleventid"_L1, "sqldate"_L1}))
        return ImportFormat::Gdelt;
    bool isNumber = false;
    columns.value(0).toLongLong(&isNumber);
    if (isNumber && sample.separator == '\t' && columns.size() == gdeltColumns().size())
        return ImportFormat::Gdelt;
    if (isNumber && columns.size() == ucdpColumns().size())
        return ImportFormat::Ucdp;
    return ImportFormat::Csv;
}

bool isJson(QByteArrayView start)
{
    return start.startsWith('{') || start.startsWith('[');
}

/// The order of day and month that some date of the sample gives away.
ImportDates::Order orderIn(const TableSample &sample, const ColumnMapping &mapping)
{
    for (const QString &field : {u"date"_s, u"end"_s}) {
        const auto column = sample.columns.indexOf(mapping.columns.value(field));
        if (column < 0)
            continue;
        for (const QStringList &row : sample.rows) {
            if (const auto order = ImportDates::orderOf(row.value(column)); order != ImportDates::Order::Unknown)
                return order;
        }
    }
    return ImportDates::Order::Unknown;
}

Result<std::unique_ptr<EventImporter>> openCsv(const ImportFile &file)
{
    const auto sample = sampleTable(file.path, sampleRows);
    if (!sample)
        return failure(sample);
    ColumnMapping mapping = file.mapping ? *file.mapping : guessMapping(sample->columns);
    if (mapping.order == ImportDates::Order::Unknown)
        mapping.order = orderIn(*sample, mapping);
    return openTable(file.path, mappedTable(mapping), {.separator = sample->separator}, mapping);
}

Result<QByteArray> beginning(const QString &path)
{
    TextInput input(path);
    if (auto opened = input.open(); !opened)
        return failure(opened);
    QByteArray text;
    if (const auto more = input.read(text); !more)
        return failure(more);
    return text.trimmed();
}

Result<std::unique_ptr<EventImporter>> openTimelineJsOfEitherKind(const QString &path)
{
    const auto start = beginning(path);
    if (!start)
        return failure(start);
    return isJson(*start) ? openTimelineJs(path) : openTable(path, timelineJsTable());
}

} // namespace

QString formatText(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Csv:
        return Words::tr("Table (CSV, TSV)");
    case ImportFormat::Acled:
        return Words::tr("ACLED");
    case ImportFormat::Ucdp:
        return Words::tr("UCDP GED");
    case ImportFormat::Gdelt:
        return Words::tr("GDELT 2.0 events");
    case ImportFormat::Gtd:
        return Words::tr("Global Terrorism Database");
    case ImportFormat::TimelineJs:
        return Words::tr("TimelineJS");
    case ImportFormat::TimeMap:
        return Words::tr("TimeMap");
    case ImportFormat::Simile:
        return Words::tr("SIMILE timeline");
    case ImportFormat::EdtfCsv:
        return Words::tr("Chronology of Redoubt (CSV)");
    }
    return {};
}

QJsonObject ColumnMapping::json() const
{
    QJsonObject object;
    for (const auto &[field, column] : columns.asKeyValueRange())
        object.insert(field, column);
    if (order != ImportDates::Order::Unknown)
        object.insert(u"order"_s, order == ImportDates::Order::DayFirst ? u"day-first"_s : u"month-first"_s);
    return object;
}

Result<ColumnMapping> ColumnMapping::fromJson(const QJsonObject &json)
{
    const auto refuse = [](const QString &why) {
        return failure(Words::tr("The mapping could not be read."), why,
            Words::tr("It is JSON: {\"title\": \"Headline\", \"date\": \"When\", …} with fields out of: %1.").arg(mappedFields().join(u", "_s)), Error::Kind::Invalid);
    };
    ColumnMapping mapping;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!it.value().isString())
            return refuse(Words::tr("What it says of “%1” is no text.").arg(it.key().left(60)));
        const QString value = it.value().toString();
        if (it.key() == "order"_L1) {
            if (value != "day-first"_L1 && value != "month-first"_L1)
                return refuse(Words::tr("The order of dates is day-first or month-first."));
            mapping.order = value == "day-first"_L1 ? ImportDates::Order::DayFirst : ImportDates::Order::MonthFirst;
        } else if (!mappedFields().contains(it.key())) {
            return refuse(Words::tr("There is no field “%1”.").arg(it.key().left(60)));
        } else if (!value.isEmpty()) {
            mapping.columns.insert(it.key(), value);
        }
    }
    return mapping;
}

Result<ImportFormat> guessFormat(const QString &path)
{
    const auto start = beginning(path);
    if (!start)
        return failure(start);
    if (start->startsWith('<'))
        return ImportFormat::Simile;
    if (isJson(*start)) {
        // Members of TimelineJS that TimeMap has not.
        const bool isTimelineJs = start->startsWith('{')
            && (start->contains("\"start_date\"") || start->contains("\"startDate\"") || start->contains("\"timeline\"") || start->contains("\"headline\""));
        return isTimelineJs ? ImportFormat::TimelineJs : ImportFormat::TimeMap;
    }
    const auto sample = sampleTable(path, 1);
    if (!sample)
        return failure(sample);
    return formatOfTable(*sample);
}

Result<QStringList> columnsOf(const QString &path)
{
    const auto sample = sampleTable(path, 0);
    return sample ? Result<QStringList>(sample->columns) : failure(sample);
}

Result<std::unique_ptr<EventImporter>> openImport(const ImportFile &file)
{
    switch (*file.format) {
    case ImportFormat::Csv:
        return openCsv(file);
    case ImportFormat::Acled:
        return openTable(file.path, acledTable());
    case ImportFormat::Ucdp:
        return openTable(file.path, ucdpTable(), {.columns = ucdpColumns()});
    case ImportFormat::Gdelt:
        return openTable(file.path, gdeltTable(), {.columns = gdeltColumns(), .quotes = false, .separator = '\t'});
    case ImportFormat::Gtd:
        return openTable(file.path, gtdTable());
    case ImportFormat::TimelineJs:
        return openTimelineJsOfEitherKind(file.path);
    case ImportFormat::TimeMap:
        return openTimeMap(file.path);
    case ImportFormat::Simile:
        return openSimile(file.path);
    case ImportFormat::EdtfCsv:
        return openTable(file.path, edtfTable());
    }
    return failure({}, {});
}

} // namespace redoubt
