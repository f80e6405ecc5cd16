#include "app/timeline/import/tableimporter.h"

#include "app/timeline/cells.h"

#include <QCoreApplication>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

constexpr qsizetype longestTitle = 120;

/// What a column of a field is called in files, in small letters and digits only.
const QHash<QString, QStringList> &knownNames()
{
    static const QHash<QString, QStringList> names{
        {u"id"_s, {u"id"_s, u"eventid"_s, u"externalid"_s, u"uid"_s, u"uuid"_s, u"identifier"_s, u"incidentid"_s, u"caseid"_s, u"kennung"_s}},
        {u"title"_s, {u"title"_s, u"headline"_s, u"event"_s, u"name"_s, u"incident"_s, u"titel"_s, u"titre"_s, u"what"_s, u"subject"_s, u"ereignis"_s}},
        {u"date"_s, {u"date"_s, u"startdate"_s, u"start"_s, u"eventdate"_s, u"when"_s, u"datum"_s, u"from"_s, u"day"_s, u"datetime"_s, u"begin"_s, u"timestamp"_s, u"year"_s, u"fecha"_s}},
        {u"end"_s, {u"end"_s, u"enddate"_s, u"to"_s, u"until"_s, u"ende"_s, u"dateend"_s}},
        {u"lane"_s, {u"lane"_s, u"category"_s, u"type"_s, u"eventtype"_s, u"group"_s, u"kind"_s, u"class"_s, u"kategorie"_s}},
        {u"place"_s, {u"place"_s, u"location"_s, u"where"_s, u"city"_s, u"ort"_s, u"lieu"_s, u"site"_s, u"town"_s, u"country"_s}},
        {u"latitude"_s, {u"latitude"_s, u"lat"_s, u"y"_s}},
        {u"longitude"_s, {u"longitude"_s, u"lon"_s, u"lng"_s, u"long"_s, u"x"_s}},
        {u"summary"_s, {u"summary"_s, u"description"_s, u"notes"_s, u"text"_s, u"details"_s, u"desc"_s, u"note"_s, u"body"_s, u"beschreibung"_s}},
        {u"actors"_s, {u"actors"_s, u"actor"_s, u"actor1"_s, u"who"_s, u"people"_s, u"parties"_s, u"perpetrator"_s, u"akteure"_s}},
        {u"certainty"_s, {u"certainty"_s, u"status"_s, u"verification"_s}},
        {u"casualties_low"_s, {u"casualtieslow"_s, u"low"_s, u"deathslow"_s}},
        {u"casualties_best"_s, {u"casualties"_s, u"casualtiesbest"_s, u"fatalities"_s, u"deaths"_s, u"killed"_s, u"best"_s, u"nkill"_s}},
        {u"casualties_high"_s, {u"casualtieshigh"_s, u"high"_s, u"deathshigh"_s}},
        {u"tags"_s, {u"tags"_s, u"tag"_s, u"keywords"_s, u"labels"_s}},
        {u"source"_s, {u"source"_s, u"sources"_s, u"publisher"_s, u"quelle"_s, u"outlet"_s}},
        {u"address"_s, {u"url"_s, u"link"_s, u"address"_s, u"sourceurl"_s, u"href"_s, u"uri"_s}}};
    return names;
}

QString lettersOf(const QString &name)
{
    QString small;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            small += c;
    }
    return small;
}

/// A table with columns of any names.
class MappedTable : public TableFormat
{
public:
    explicit MappedTable(const ColumnMapping &mapping)
        : m_mapping(mapping)
        , m_dates(mapping.order)
    {
    }

    Result<> begin(const std::function<int(const char *)> &index) override
    {
        for (const auto &[field, column] : m_mapping.columns.asKeyValueRange()) {
            const int found = index(column.toUtf8().constData());
            if (found < 0) {
                return failure(Words::tr("Nothing was imported."), Words::tr("There is no column “%1”, which the mapping names for “%2”.").arg(column, field),
                    Words::tr("Name one of the columns in the first line of the file."), Error::Kind::Invalid);
            }
            m_columns.insert(field, found);
        }
        if (!m_columns.contains(u"date"_s) || (!m_columns.contains(u"title"_s) && !m_columns.contains(u"summary"_s))) {
            return failure(Words::tr("Nothing was imported."), Words::tr("No column is known to hold the dates, or none the titles."),
                Words::tr("Say which columns do, with a mapping."), Error::Kind::Invalid);
        }
        return {};
    }

    Result<ImportedEvent> read(const TableRow &row) override
    {
        ImportedEvent event;
        const auto text = [&](const QString &field) { return row.text(m_columns.value(field, -1)); };
        event.externalId = text(u"id"_s);
        event.summary = text(u"summary"_s);
        event.title = text(u"title"_s);
        if (event.title.isEmpty())
            event.title = event.summary.section(u'\n', 0, 0).left(longestTitle).trimmed();
        if (event.title.isEmpty())
            return refuseRow(Words::tr("The title is empty."));
        const QString start = text(u"date"_s);
        if (start.isEmpty())
            return refuseRow(Words::tr("The date is empty."));
        const auto date = m_dates.span(start, text(u"end"_s));
        if (!date)
            return refuseRow(joined({date.error().what, date.error().why}, u" "_s));
        setDate(event, *date);
        const auto place = coordinatesOf(text(u"latitude"_s), text(u"longitude"_s));
        if (!place)
            return failure(place);
        event.coordinates = *place;
        event.lane = text(u"lane"_s);
        event.place = text(u"place"_s);
        event.actors = row.list(m_columns.value(u"actors"_s, -1));
        event.tags = row.list(m_columns.value(u"tags"_s, -1));
        event.certainty = certaintyNames.value(text(u"certainty"_s).toLower()).value_or(Certainty::Reported);
        event.casualtiesLow = row.count(m_columns.value(u"casualties_low"_s, -1));
        event.casualtiesBest = row.count(m_columns.value(u"casualties_best"_s, -1));
        event.casualtiesHigh = row.count(m_columns.value(u"casualties_high"_s, -1));
        addSources(event, row);
        return event;
    }

private:
    void addSources(ImportedEvent &event, const TableRow &row) const
    {
        const QStringList names = row.list(m_columns.value(u"source"_s, -1));
        const QString address = row.text(m_columns.value(u"address"_s, -1));
        if (!address.isEmpty()) {
            event.sources.append({names.isEmpty() ? address : names.join(u"; "_s), names.join(u"; "_s), address, {}});
            return;
        }
        for (const QString &name : names)
            event.sources.append({name, name, {}, {}});
    }

    ColumnMapping m_mapping;
    ImportDates m_dates;
    QHash<QString, int> m_columns;
};

/// The chronology as Redoubt exports it.
class EdtfTable : public TableFormat
{
public:
    Result<> begin(const std::function<int(const char *)> &index) override
    {
        for (const char *name : {"key", "title", "date", "lane", "place", "latitude", "longitude", "certainty", "actors", "tags", "summary",
                 "casualties_low", "casualties_best", "casualties_high", "sources"})
            m_columns.insert(QByteArray(name), index(name));
        if (m_columns.value("key") >= 0 && m_columns.value("title") >= 0 && m_columns.value("date") >= 0)
            return {};
        return failure(Words::tr("Nothing was imported."), Words::tr("It has not the columns of an exported chronology (key, title, date)."),
            Words::tr("Choose another format."), Error::Kind::Invalid);
    }

    Result<ImportedEvent> read(const TableRow &row) override
    {
        ImportedEvent event;
        const auto column = [&](const char *name) { return m_columns.value(name, -1); };
        event.key = row.text(column("key"));
        event.externalId = event.key;
        event.title = fromTextCell(row.text(column("title")));
        if (event.title.isEmpty())
            return refuseRow(Words::tr("The title is empty."));
        const QString text = fromTextCell(row.text(column("date")));
        const auto date = text.isEmpty() ? Result<Edtf>(Edtf()) : m_dates.edtf(text);
        if (!date)
            return refuseRow(joined({date.error().what, date.error().why}, u" "_s));
        setDate(event, *date);
        const auto place = coordinatesOf(row.text(column("latitude")), row.text(column("longitude")));
        if (!place)
            return failure(place);
        event.coordinates = *place;
        event.lane = fromTextCell(row.text(column("lane")));
        event.place = fromTextCell(row.text(column("place")));
        event.summary = fromTextCell(row.text(column("summary")));
        event.actors = fromListCell(row.text(column("actors")));
        event.tags = fromListCell(row.text(column("tags")));
        const QString certainty = row.text(column("certainty"));
        const auto known = certainty.isEmpty() ? std::optional(Certainty::Reported) : certaintyNames.value(certainty);
        if (!known)
            return refuseRow(Words::tr("“%1” is no certainty; it is confirmed, reported, disputed or retracted.").arg(certainty.left(40)));
        event.certainty = *known;
        event.casualtiesLow = row.count(column("casualties_low"));
        event.casualtiesBest = row.count(column("casualties_best"));
        event.casualtiesHigh = row.count(column("casualties_high"));
        for (const QString &key : fromListCell(row.text(column("sources"))))
            event.sources.append({key, {}, {}, key});
        return event;
    }

private:
    ImportDates m_dates;
    QHash<QByteArray, int> m_columns;
};

} // namespace

const QStringList &mappedFields()
{
    static const QStringList fields{u"title"_s, u"date"_s, u"end"_s, u"lane"_s, u"place"_s, u"latitude"_s, u"longitude"_s, u"summary"_s, u"actors"_s,
        u"certainty"_s, u"casualties_low"_s, u"casualties_best"_s, u"casualties_high"_s, u"tags"_s, u"source"_s, u"address"_s, u"id"_s};
    return fields;
}

QString fieldText(const QString &field)
{
    static const QHash<QString, const char *> names{{u"title"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Title")},
        {u"date"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Date")}, {u"end"_s, QT_TRANSLATE_NOOP("redoubt::Import", "End")},
        {u"lane"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Lane")}, {u"place"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Place")},
        {u"latitude"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Latitude")}, {u"longitude"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Longitude")},
        {u"summary"_s, QT_TRANSLATE_NOOP("redoubt::Import", "What happened")}, {u"actors"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Actors")},
        {u"certainty"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Certainty")},
        {u"casualties_low"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Casualties, at least")},
        {u"casualties_best"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Casualties")},
        {u"casualties_high"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Casualties, at most")},
        {u"tags"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Tags")}, {u"source"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Source")},
        {u"address"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Address of the source")}, {u"id"_s, QT_TRANSLATE_NOOP("redoubt::Import", "Identifier")}};
    const char *name = names.value(field);
    return name ? QCoreApplication::translate("redoubt::Import", name) : field;
}

ColumnMapping guessMapping(const QStringList &columns)
{
    ColumnMapping mapping;
    QSet<QString> taken;
    for (const QString &field : mappedFields()) {
        // A name that comes first in the list says it better than a later one.
        for (const QString &name : knownNames().value(field)) {
            const auto found = std::ranges::find_if(columns, [&](const QString &column) { return lettersOf(column) == name && !taken.contains(column); });
            if (found == columns.end())
                continue;
            mapping.columns.insert(field, *found);
            taken.insert(*found);
            break;
        }
    }
    if (!mapping.columns.contains(u"latitude"_s) || !mapping.columns.contains(u"longitude"_s)) {
        mapping.columns.remove(u"latitude"_s);
        mapping.columns.remove(u"longitude"_s);
    }
    return mapping;
}

std::unique_ptr<TableFormat> mappedTable(const ColumnMapping &mapping)
{
    return std::make_unique<MappedTable>(mapping);
}

std::unique_ptr<TableFormat> edtfTable()
{
    return std::make_unique<EdtfTable>();
}

} // namespace redoubt
