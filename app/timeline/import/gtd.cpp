#include "app/timeline/import/tableimporter.h"

#include "app/timeline/naturaldate.h"

#include <QCoreApplication>

#include <limits>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

/// Global Terrorism Database. iday and imonth are 0 when they are not known; approxdate then tells in words what is.
class Gtd : public TableFormat
{
public:
    Result<> begin(const std::function<int(const char *)> &index) override
    {
        m_id = index("eventid");
        m_year = index("iyear");
        m_month = index("imonth");
        m_day = index("iday");
        m_approximate = index("approxdate");
        m_doubt = index("doubtterr");
        m_type = index("attacktype1_txt");
        m_target = index("target1");
        m_latitude = index("latitude");
        m_longitude = index("longitude");
        m_summary = index("summary");
        m_killed = index("nkill");
        m_wounded = index("nwound");
        for (const char *name : {"city", "provstate", "country_txt"})
            m_places.push_back(index(name));
        for (const char *name : {"gname", "gname2", "gname3"})
            m_groups.push_back(index(name));
        for (const char *name : {"scite1", "scite2", "scite3"})
            m_citations.push_back(index(name));
        if (m_id >= 0 && m_year >= 0 && m_month >= 0 && m_day >= 0)
            return {};
        return failure(Words::tr("Nothing was imported."), Words::tr("It has not the columns of GTD (eventid, iyear, imonth, iday)."),
            Words::tr("Choose another format."), Error::Kind::Invalid);
    }

    Result<ImportedEvent> read(const TableRow &row) override
    {
        ImportedEvent event;
        event.externalId = row.text(m_id);
        if (event.externalId.isEmpty())
            return refuseRow(Words::tr("eventid is empty."));
        const auto date = dateOf(row);
        if (!date)
            return failure(date);
        setDate(event, *date);
        const auto place = coordinatesOf(row.text(m_latitude), row.text(m_longitude));
        if (!place)
            return failure(place);
        event.coordinates = *place;
        for (const int column : m_places) {
            if (const QString part = row.text(column); !part.isEmpty() && part != "Unknown"_L1 && !event.place.endsWith(part))
                event.place += (event.place.isEmpty() ? QString() : u", "_s) + part;
        }
        for (const int column : m_groups) {
            if (const QString name = row.text(column); !name.isEmpty() && name != "Unknown"_L1 && !event.actors.contains(name))
                event.actors.append(name);
        }
        event.lane = row.text(m_type);
        const QString sides = joined({event.actors.value(0), row.text(m_target)}, u" – "_s);
        event.title = joined({event.lane, sides.isEmpty() ? event.place : sides}, u": "_s);
        if (event.title.isEmpty())
            return refuseRow(Words::tr("Neither a type of attack nor a target says what happened."));
        event.summary = row.text(m_summary);
        event.certainty = row.bytes(m_doubt) == "1" ? Certainty::Disputed : Certainty::Reported;
        const auto killed = row.count(m_killed);
        const auto wounded = row.count(m_wounded);
        if (killed && wounded)
            event.casualtiesBest = int(std::min<qint64>(qint64(*killed) + *wounded, std::numeric_limits<int>::max()));
        else
            event.casualtiesLow = killed ? killed : wounded;
        for (const int column : m_citations) {
            if (const QString text = row.text(column); !text.isEmpty())
                event.sources.append({text, {}, {}, {}});
        }
        return event;
    }

private:
    Result<Edtf> dateOf(const TableRow &row)
    {
        const auto year = row.number(m_year);
        const auto month = row.number(m_month);
        const auto day = row.number(m_day);
        if (!year || !month || !day || *year < 1 || *year > 9999 || *month < 0 || *month > 12 || *day < 0 || *day > 31)
            return refuseRow(Words::tr("%1-%2-%3 is no date.").arg(row.text(m_year), row.text(m_month), row.text(m_day)));
        const QString known = ImportDates::partly(*year, int(*month), int(*month) == 0 ? 0 : int(*day));
        if (const QString words = row.text(m_approximate); !words.isEmpty() && (*day == 0 || *month == 0)) {
            // In words it may be anything; it counts when it lies within what the numbers say.
            const auto said = readDate(words);
            const auto numbers = m_dates.edtf(known);
            if (said && numbers && said->bounds.startEarliest && said->bounds.endLatest && *said->bounds.startEarliest >= *numbers->bounds.startEarliest
                && *said->bounds.endLatest <= *numbers->bounds.endLatest) {
                if (auto within = m_dates.edtf(asOneOf(*said)))
                    return within;
            }
        }
        return m_dates.edtf(known);
    }

    /// The event lies within the days of an interval, it does not take them.
    static QString asOneOf(const Edtf &date)
    {
        if (date.form != EdtfExpression::Form::Interval)
            return date.text;
        return u"[%1..%2]"_s.arg(date.text.section(u'/', 0, 0), date.text.section(u'/', 1, 1));
    }

    ImportDates m_dates;
    int m_id = -1, m_year = -1, m_month = -1, m_day = -1, m_approximate = -1, m_doubt = -1, m_type = -1, m_target = -1;
    int m_latitude = -1, m_longitude = -1, m_summary = -1, m_killed = -1, m_wounded = -1;
    std::vector<int> m_places;
    std::vector<int> m_groups;
    std::vector<int> m_citations;
};

} // namespace

std::unique_ptr<TableFormat> gtdTable()
{
    return std::make_unique<Gtd>();
}

} // namespace redoubt
