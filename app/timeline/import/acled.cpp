#include "app/timeline/import/tableimporter.h"

#include <QCoreApplication>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

/// ACLED, the 31 columns of 2023 and later (ACLED codebook). time_precision: 1 the day is known, 2 the week in which the day
/// lies, 3 the month.
class Acled : public TableFormat
{
public:
    Result<> begin(const std::function<int(const char *)> &index) override
    {
        m_id = index("event_id_cnty");
        m_date = index("event_date");
        m_precision = index("time_precision");
        m_type = index("event_type");
        m_subType = index("sub_event_type");
        for (const char *name : {"actor1", "assoc_actor_1", "actor2", "assoc_actor_2"})
            m_actors.push_back(index(name));
        for (const char *name : {"location", "admin1", "country"})
            m_places.push_back(index(name));
        m_latitude = index("latitude");
        m_longitude = index("longitude");
        m_source = index("source");
        m_notes = index("notes");
        m_fatalities = index("fatalities");
        m_tags = index("tags");
        if (m_id >= 0 && m_date >= 0 && m_type >= 0)
            return {};
        return failure(Words::tr("Nothing was imported."), Words::tr("It has not the columns of ACLED (event_id_cnty, event_date, event_type)."),
            Words::tr("Choose another format."), Error::Kind::Invalid);
    }

    Result<ImportedEvent> read(const TableRow &row) override
    {
        ImportedEvent event;
        event.externalId = row.text(m_id);
        if (event.externalId.isEmpty())
            return refuseRow(Words::tr("event_id_cnty is empty."));
        const auto date = dateOf(row);
        if (!date)
            return failure(date);
        setDate(event, *date);
        const auto place = coordinatesOf(row.text(m_latitude), row.text(m_longitude));
        if (!place)
            return failure(place);
        event.coordinates = *place;
        event.lane = row.text(m_type);
        event.summary = row.text(m_notes);
        for (const int column : m_places) {
            const QString part = row.text(column);
            if (!part.isEmpty() && !event.place.endsWith(part))
                event.place += (event.place.isEmpty() ? QString() : u", "_s) + part;
        }
        for (const int column : m_actors) {
            for (const QString &name : row.list(column)) {
                if (!event.actors.contains(name))
                    event.actors.append(name);
            }
        }
        const QString kind = row.isEmpty(m_subType) ? event.lane : row.text(m_subType);
        const QString sides = joined({row.text(m_actors[0]), row.text(m_actors[2])}, u" – "_s);
        event.title = joined({kind, sides}, u": "_s);
        if (event.title.isEmpty())
            return refuseRow(Words::tr("Neither a type nor an actor says what happened."));
        event.casualtiesBest = row.count(m_fatalities);
        for (const QString &name : row.list(m_source))
            event.sources.append({name, name, {}, {}});
        for (const QString &tag : row.list(m_tags)) {
            // "crowd size=about 50" tells of this event only.
            if (!tag.contains(u'='))
                event.tags.append(tag);
        }
        return event;
    }

private:
    Result<Edtf> dateOf(const TableRow &row)
    {
        const QByteArrayView precision = row.bytes(m_precision);
        if (precision.isEmpty() || precision == "1")
            return m_dates.read(row.text(m_date));
        const auto day = m_dates.dayOf(row.text(m_date));
        if (!day || (precision != "2" && precision != "3"))
            return refuseRow(Words::tr("“%1” with time_precision %2 says no date.").arg(row.text(m_date), row.text(m_precision)));
        if (precision == "3")
            return m_dates.edtf(ImportDates::partly(day->year, day->month, 0));
        // The week from Monday to Sunday in which it lies; 1970-01-01 was a Thursday.
        const qint64 number = dayNumber(day->year, day->month, day->day);
        const qint64 monday = number - ((number + 3) % 7 + 7) % 7;
        return m_dates.edtf(ImportDates::within(civilDay(monday), civilDay(monday + 6)));
    }

    ImportDates m_dates{ImportDates::Order::DayFirst};
    int m_id = -1, m_date = -1, m_precision = -1, m_type = -1, m_subType = -1, m_latitude = -1, m_longitude = -1;
    int m_source = -1, m_notes = -1, m_fatalities = -1, m_tags = -1;
    std::vector<int> m_actors;
    std::vector<int> m_places;
};

} // namespace

std::unique_ptr<TableFormat> acledTable()
{
    return std::make_unique<Acled>();
}

} // namespace redoubt
