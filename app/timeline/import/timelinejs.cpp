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

/// The parts of a date of TimelineJS; each may be empty.
struct Parts
{
    QString year;
    QString month;
    QString day;
    QString time;
};

/// EDTF of them; empty when the year is. An error when they are no date.
Result<QString> edtfOf(const Parts &parts)
{
    if (parts.year.isEmpty())
        return QString();
    bool good[3] = {true, true, true};
    const qint64 year = parts.year.toLongLong(&good[0]);
    const int month = parts.month.isEmpty() ? 0 : parts.month.toInt(&good[1]);
    const int day = parts.day.isEmpty() || month == 0 ? 0 : parts.day.toInt(&good[2]);
    if (!good[0] || !good[1] || !good[2] || month < 0 || month > 12 || day < 0)
        return refuseRow(Words::tr("“%1” is no date.").arg(joined({parts.year, parts.month, parts.day}, u"-"_s).left(60)));
    return ImportDates::partly(year, month, day) + (day != 0 ? ImportDates::time(parts.time) : QString());
}

/// The earlier and the later date, the later possibly empty, as the event's date.
Result<> setSpan(ImportedEvent &event, const Result<QString> &start, const Result<QString> &end, ImportDates &dates)
{
    if (!start || !end)
        return !start ? failure(start) : failure(end);
    if (start->isEmpty())
        return refuseRow(Words::tr("It has no start."));
    const auto date = dates.edtf(end->isEmpty() || *end == *start ? *start : *start + u'/' + *end);
    if (!date)
        return refuseRow(joined({date.error().what, date.error().why}, u" "_s));
    setDate(event, *date);
    return {};
}

Parts partsOf(const QJsonObject &date)
{
    QString time;
    if (const QString hour = textOf(date[u"hour"_s]); !hour.isEmpty()) {
        const QString minute = textOf(date[u"minute"_s]);
        const QString second = textOf(date[u"second"_s]);
        time = u"%1:%2:%3"_s.arg(hour, minute.isEmpty() ? u"00"_s : minute.rightJustified(2, u'0'), second.isEmpty() ? u"00"_s : second.rightJustified(2, u'0'));
    }
    return {textOf(date[u"year"_s]), textOf(date[u"month"_s]), textOf(date[u"day"_s]), time};
}

/// "2012,1,26", "2012,1,26,15,30" of the first TimelineJS, and "1/26/2012", which its tables write.
Result<QString> oldDate(const QString &text, ImportDates &dates)
{
    const QStringList parts = text.trimmed().split(u',');
    bool isYear = false;
    parts.first().trimmed().toInt(&isYear);
    if (text.trimmed().isEmpty())
        return QString();
    if (isYear) {
        const auto part = [&](qsizetype i) { return parts.value(i).trimmed(); };
        const QString time = part(3).isEmpty() ? QString() : u"%1:%2"_s.arg(part(3), part(4).isEmpty() ? u"00"_s : part(4).rightJustified(2, u'0'));
        return edtfOf({part(0), part(1), part(2), time});
    }
    const auto date = dates.read(text);
    return date ? Result<QString>(date->text) : refuseRow(Words::tr("“%1” is no date.").arg(text.left(60)));
}

void addMedia(ImportedEvent &event, const QString &address, const QString &credit, const QString &caption)
{
    if (!address.startsWith(u"http"))
        return;
    const QString title = withoutTags(caption);
    const QString publisher = withoutTags(credit);
    event.sources.append({title.isEmpty() ? publisher.isEmpty() ? address : publisher : title, publisher, address, {}});
}

Result<> readSlide(ImportedEvent &event, const QJsonObject &slide, ImportDates &dates)
{
    const QJsonObject text = slide[u"text"_s].toObject();
    event.externalId = textOf(slide[u"unique_id"_s]);
    event.title = withoutTags(text[u"headline"_s].toString());
    event.summary = withoutTags(text[u"text"_s].toString());
    if (event.title.isEmpty())
        event.title = event.summary.section(u'\n', 0, 0).left(120).trimmed();
    if (event.title.isEmpty())
        event.title = withoutTags(slide[u"display_date"_s].toString());
    event.lane = textOf(slide[u"group"_s]);
    const QJsonObject media = slide[u"media"_s].toObject();
    addMedia(event, media[u"url"_s].toString(), media[u"credit"_s].toString(), media[u"caption"_s].toString());
    return setSpan(event, edtfOf(partsOf(slide[u"start_date"_s].toObject())), edtfOf(partsOf(slide[u"end_date"_s].toObject())), dates);
}

Result<> readOldSlide(ImportedEvent &event, const QJsonObject &slide, ImportDates &dates)
{
    event.title = withoutTags(slide[u"headline"_s].toString());
    event.summary = withoutTags(slide[u"text"_s].toString());
    event.lane = slide[u"tag"_s].toString().trimmed();
    const QJsonObject asset = slide[u"asset"_s].toObject();
    addMedia(event, asset[u"media"_s].toString(), asset[u"credit"_s].toString(), asset[u"caption"_s].toString());
    return setSpan(event, oldDate(textOf(slide[u"startDate"_s]), dates), oldDate(textOf(slide[u"endDate"_s]), dates), dates);
}

struct Slides
{
    QJsonArray events;
    QJsonArray eras;
    QList<qint64> eventLines;
    QList<qint64> eraLines;
    bool isOld = false;
    ImportDates dates{ImportDates::Order::MonthFirst};
};

ImportedRow slideRow(Slides &slides, qsizetype i)
{
    const bool isEra = i >= slides.events.size();
    const qsizetype at = isEra ? i - slides.events.size() : i;
    const QJsonObject slide = (isEra ? slides.eras : slides.events).at(at).toObject();
    ImportedRow row;
    row.line = (isEra ? slides.eraLines : slides.eventLines).value(at, 1);
    row.raw = QJsonDocument(slide).toJson(QJsonDocument::Compact);
    const auto read = slides.isOld ? readOldSlide(row.event, slide, slides.dates) : readSlide(row.event, slide, slides.dates);
    if (!read)
        row.problem = read.error().why;
    else if (row.event.title.isEmpty())
        row.problem = Words::tr("It has no headline.");
    if (isEra)
        row.event.lane = Words::tr("Eras");
    return row;
}

/// The table from which TimelineJS is fed, of today (Year, Month, Day, …) and of its first version (Start Date, …).
class TimelineJsTable : public TableFormat
{
public:
    Result<> begin(const std::function<int(const char *)> &index) override
    {
        m_index = {{"headline", index("headline")}, {"text", index("text")}, {"media", index("media")}, {"credit", index("media credit")},
            {"caption", index("media caption")}, {"type", index("type")}, {"group", index("group")}, {"tag", index("tag")}, {"year", index("year")},
            {"month", index("month")}, {"day", index("day")}, {"time", index("time")}, {"end year", index("end year")}, {"end month", index("end month")},
            {"end day", index("end day")}, {"end time", index("end time")}, {"start date", index("start date")}, {"end date", index("end date")}};
        m_isOld = at("start date") >= 0;
        if (at("headline") >= 0 && (m_isOld || at("year") >= 0))
            return {};
        return failure(Words::tr("Nothing was imported."), Words::tr("It has not the columns of TimelineJS (Year or Start Date, and Headline)."),
            Words::tr("Choose another format."), Error::Kind::Invalid);
    }

    [[nodiscard]] bool isRemark(const TableRow &row) const override
    {
        return row.text(at("type")).compare("title"_L1, Qt::CaseInsensitive) == 0;
    }

    Result<ImportedEvent> read(const TableRow &row) override
    {
        ImportedEvent event;
        event.title = withoutTags(row.text(at("headline")));
        event.summary = withoutTags(row.text(at("text")));
        event.lane = row.text(at(m_isOld ? "tag" : "group"));
        if (event.title.isEmpty())
            return refuseRow(Words::tr("The headline is empty."));
        if (row.text(at("type")).compare("era"_L1, Qt::CaseInsensitive) == 0)
            event.lane = Words::tr("Eras");
        const auto start = m_isOld ? oldDate(row.text(at("start date")), m_dates)
                                   : edtfOf({row.text(at("year")), row.text(at("month")), row.text(at("day")), row.text(at("time"))});
        const auto end = m_isOld ? oldDate(row.text(at("end date")), m_dates)
                                 : edtfOf({row.text(at("end year")), row.text(at("end month")), row.text(at("end day")), row.text(at("end time"))});
        if (auto dated = setSpan(event, start, end, m_dates); !dated)
            return failure(dated);
        addMedia(event, row.text(at("media")), row.text(at("credit")), row.text(at("caption")));
        return event;
    }

private:
    [[nodiscard]] int at(const char *name) const { return m_index.value(name, -1); }

    QHash<QByteArray, int> m_index;
    bool m_isOld = false;
    ImportDates m_dates{ImportDates::Order::MonthFirst};
};

} // namespace

Result<std::unique_ptr<EventImporter>> openTimelineJs(const QString &path)
{
    const auto file = readJsonFile(path);
    if (!file)
        return failure(file);
    const QJsonObject root = file->document.object();
    const QJsonObject old = root[u"timeline"_s].toObject();
    auto slides = std::make_shared<Slides>();
    slides->isOld = old.contains(u"date"_s);
    slides->events = slides->isOld ? old[u"date"_s].toArray() : root[u"events"_s].toArray();
    slides->eras = slides->isOld ? old[u"era"_s].toArray() : root[u"eras"_s].toArray();
    slides->eventLines = file->lines.value(slides->isOld ? u"date"_s : u"events"_s);
    slides->eraLines = file->lines.value(slides->isOld ? u"era"_s : u"eras"_s);
    if (!slides->isOld && !root[u"events"_s].isArray()) {
        return failure(Words::tr("Nothing was imported."), Words::tr("It has no list of events, as TimelineJS has."), Words::tr("Choose another format."),
            Error::Kind::Invalid);
    }
    return importList(file->sha256, slides->events.size() + slides->eras.size(), [slides](qsizetype i) { return slideRow(*slides, i); });
}

std::unique_ptr<TableFormat> timelineJsTable()
{
    return std::make_unique<TimelineJsTable>();
}

} // namespace redoubt
