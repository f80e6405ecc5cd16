#include "app/timeline/import/tableimporter.h"

#include <QCoreApplication>
#include <QUrl>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

/// The twenty root codes of CAMEO.
QString cameoRoot(int root)
{
    switch (root) {
    case 1: return Words::tr("Make public statement");
    case 2: return Words::tr("Appeal");
    case 3: return Words::tr("Express intent to cooperate");
    case 4: return Words::tr("Consult");
    case 5: return Words::tr("Engage in diplomatic cooperation");
    case 6: return Words::tr("Engage in material cooperation");
    case 7: return Words::tr("Provide aid");
    case 8: return Words::tr("Yield");
    case 9: return Words::tr("Investigate");
    case 10: return Words::tr("Demand");
    case 11: return Words::tr("Disapprove");
    case 12: return Words::tr("Reject");
    case 13: return Words::tr("Threaten");
    case 14: return Words::tr("Protest");
    case 15: return Words::tr("Exhibit force posture");
    case 16: return Words::tr("Reduce relations");
    case 17: return Words::tr("Coerce");
    case 18: return Words::tr("Assault");
    case 19: return Words::tr("Fight");
    case 20: return Words::tr("Use unconventional mass violence");
    default: return {};
    }
}

/// GDELT 2.0 event files: 61 columns between tabs, no header, no quotation marks.
class Gdelt : public TableFormat
{
public:
    Result<> begin(const std::function<int(const char *)> &index) override
    {
        m_id = index("GlobalEventID");
        m_day = index("SQLDATE");
        m_actor1 = index("Actor1Name");
        m_actor2 = index("Actor2Name");
        m_code = index("EventCode");
        m_root = index("EventRootCode");
        m_place = index("ActionGeo_FullName");
        m_latitude = index("ActionGeo_Lat");
        m_longitude = index("ActionGeo_Long");
        m_address = index("SOURCEURL");
        if (m_id >= 0 && m_day >= 0 && m_code >= 0)
            return {};
        return failure(Words::tr("Nothing was imported."), Words::tr("It has not the columns of GDELT 2.0 (GlobalEventID, SQLDATE, EventCode)."),
            Words::tr("Choose another format."), Error::Kind::Invalid);
    }

    Result<ImportedEvent> read(const TableRow &row) override
    {
        ImportedEvent event;
        event.externalId = row.text(m_id);
        if (event.externalId.isEmpty())
            return refuseRow(Words::tr("GlobalEventID is empty."));
        const QString day = row.text(m_day);
        const auto date = m_dates.read(day);
        if (!date)
            return refuseRow(Words::tr("SQLDATE “%1” is no day.").arg(day.left(40)));
        setDate(event, *date);
        const auto place = coordinatesOf(row.text(m_latitude), row.text(m_longitude));
        if (!place)
            return failure(place);
        event.coordinates = *place;
        event.place = row.text(m_place);
        // The root code has two digits, also as the beginning of the whole code.
        const QByteArrayView code = row.bytes(m_code);
        const QString kind = cameoRoot((row.isEmpty(m_root) ? code.first(std::min<qsizetype>(2, code.size())) : row.bytes(m_root)).toInt());
        if (kind.isEmpty())
            return refuseRow(Words::tr("EventCode “%1” is none of CAMEO's.").arg(QString::fromUtf8(code.first(std::min<qsizetype>(20, code.size())))));
        event.lane = kind;
        const QString first = row.text(m_actor1);
        const QString second = row.text(m_actor2);
        event.title = joined({first, kind, second}, u" – "_s);
        event.tags = {u"CAMEO "_s + QString::fromUtf8(code)};
        for (const QString &name : {first, second}) {
            if (!name.isEmpty() && !event.actors.contains(name))
                event.actors.append(name);
        }
        if (const QString address = row.text(m_address); !address.isEmpty()) {
            const QString host = QUrl(address).host();
            event.sources.append({host.isEmpty() ? address : host, host, host.isEmpty() ? QString() : address, {}});
        }
        return event;
    }

private:
    ImportDates m_dates;
    int m_id = -1, m_day = -1, m_actor1 = -1, m_actor2 = -1, m_code = -1, m_root = -1;
    int m_place = -1, m_latitude = -1, m_longitude = -1, m_address = -1;
};

QStringList actorColumns(const QString &actor)
{
    QStringList columns;
    for (const char *part : {"Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"})
        columns.append(actor + QString::fromLatin1(part));
    return columns;
}

QStringList placeColumns(const QString &place)
{
    QStringList columns;
    for (const char *part : {"Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"})
        columns.append(place + QString::fromLatin1(part));
    return columns;
}

} // namespace

const QStringList &gdeltColumns()
{
    static const QStringList columns = QStringList{u"GlobalEventID"_s, u"SQLDATE"_s, u"MonthYear"_s, u"Year"_s, u"FractionDate"_s}
        + actorColumns(u"Actor1"_s) + actorColumns(u"Actor2"_s)
        + QStringList{u"IsRootEvent"_s, u"EventCode"_s, u"EventBaseCode"_s, u"EventRootCode"_s, u"QuadClass"_s, u"GoldsteinScale"_s, u"NumMentions"_s,
              u"NumSources"_s, u"NumArticles"_s, u"AvgTone"_s}
        + placeColumns(u"Actor1Geo_"_s) + placeColumns(u"Actor2Geo_"_s) + placeColumns(u"ActionGeo_"_s) + QStringList{u"DATEADDED"_s, u"SOURCEURL"_s};
    return columns;
}

std::unique_ptr<TableFormat> gdeltTable()
{
    return std::make_unique<Gdelt>();
}

} // namespace redoubt
