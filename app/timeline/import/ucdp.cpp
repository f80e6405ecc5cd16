#include "app/timeline/import/tableimporter.h"

#include <QCoreApplication>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

/// UCDP Georeferenced Event Dataset, 49 columns. An event lies somewhere between date_start and date_end; how far apart they
/// are is what date_prec says of our knowledge, never how long the event took. Summary events (date_prec 5) too.
class Ucdp : public TableFormat
{
public:
    Result<> begin(const std::function<int(const char *)> &index) override
    {
        m_id = index("id");
        m_start = index("date_start");
        m_end = index("date_end");
        m_type = index("type_of_violence");
        m_conflict = index("conflict_name");
        m_dyad = index("dyad_name");
        m_sideA = index("side_a");
        m_sideB = index("side_b");
        m_office = index("source_office");
        m_headline = index("source_headline");
        m_article = index("source_article");
        for (const char *name : {"where_description", "adm_2", "adm_1", "country"})
            m_places.push_back(index(name));
        m_where = index("where_coordinates");
        m_latitude = index("latitude");
        m_longitude = index("longitude");
        m_low = index("low");
        m_best = index("best");
        m_high = index("high");
        if (m_id >= 0 && m_start >= 0 && m_dyad >= 0)
            return {};
        return failure(Words::tr("Nothing was imported."), Words::tr("It has not the columns of UCDP GED (id, date_start, dyad_name)."),
            Words::tr("Choose another format."), Error::Kind::Invalid);
    }

    Result<ImportedEvent> read(const TableRow &row) override
    {
        ImportedEvent event;
        event.externalId = row.text(m_id);
        if (event.externalId.isEmpty())
            return refuseRow(Words::tr("id is empty."));
        const auto date = dateOf(row);
        if (!date)
            return failure(date);
        setDate(event, *date);
        const auto place = coordinatesOf(row.text(m_latitude), row.text(m_longitude));
        if (!place)
            return failure(place);
        event.coordinates = *place;
        const QByteArrayView type = row.bytes(m_type);
        event.lane = type == "1" ? Words::tr("State-based conflict") : type == "2" ? Words::tr("Non-state conflict") : type == "3" ? Words::tr("One-sided violence") : QString();
        event.title = row.isEmpty(m_dyad) ? row.text(m_conflict) : row.text(m_dyad);
        if (event.title.isEmpty())
            return refuseRow(Words::tr("dyad_name is empty."));
        event.place = joined({row.text(m_where), row.text(m_places[3])}, u", "_s);
        event.summary = joined({row.text(m_headline), row.text(m_places[0])}, u"\n"_s);
        for (const int side : {m_sideA, m_sideB}) {
            if (const QString name = row.text(side); !name.isEmpty() && !event.actors.contains(name))
                event.actors.append(name);
        }
        event.casualtiesLow = row.count(m_low);
        event.casualtiesBest = row.count(m_best);
        event.casualtiesHigh = row.count(m_high);
        const QString office = row.text(m_office);
        const QString article = row.text(m_article);
        if (!office.isEmpty() || !article.isEmpty())
            event.sources.append({office.isEmpty() ? article : office, office, {}, {}});
        return event;
    }

private:
    Result<Edtf> dateOf(const TableRow &row)
    {
        const auto first = m_dates.dayOf(row.text(m_start));
        const auto last = row.isEmpty(m_end) ? first : m_dates.dayOf(row.text(m_end));
        if (!first || !last || *last < *first)
            return refuseRow(Words::tr("“%1” to “%2” is no span of days.").arg(row.text(m_start), row.text(m_end)));
        return m_dates.edtf(ImportDates::within(*first, *last));
    }

    ImportDates m_dates;
    int m_id = -1, m_start = -1, m_end = -1, m_type = -1, m_conflict = -1, m_dyad = -1, m_sideA = -1, m_sideB = -1;
    int m_office = -1, m_headline = -1, m_article = -1, m_where = -1, m_latitude = -1, m_longitude = -1;
    int m_low = -1, m_best = -1, m_high = -1;
    std::vector<int> m_places;
};

} // namespace

const QStringList &ucdpColumns()
{
    static const QStringList columns = u"id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
        "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
        "source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 "
        "adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a "
        "deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"_s.split(u' ');
    return columns;
}

std::unique_ptr<TableFormat> ucdpTable()
{
    return std::make_unique<Ucdp>();
}

} // namespace redoubt
