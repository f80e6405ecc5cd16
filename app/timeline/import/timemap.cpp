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

constexpr qsizetype longestTitle = 120;

/// An association of TimeMap: what its id stands for.
struct Association
{
    QString title;
    bool isCategory = false;
};

struct TimeMap
{
    QJsonArray events;
    QList<qint64> lines;
    QHash<QString, QJsonObject> sources;
    QHash<QString, Association> associations;
    ImportDates dates{ImportDates::Order::MonthFirst};
};

/// The rows of a list, or those of an object that has them by their ids.
QJsonArray listOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    QJsonArray list;
    const QJsonObject byId = value.toObject();
    for (auto it = byId.begin(); it != byId.end(); ++it) {
        QJsonObject row = it.value().toObject();
        if (!row.contains(u"id"_s))
            row.insert(u"id"_s, it.key());
        list.append(row);
    }
    return list;
}

/// The first of these members that says something.
QString firstOf(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString text = textOf(object[name]); !text.isEmpty())
            return text;
    }
    return {};
}

/// Texts of a list, or of one text with commas; objects stand for their key and value.
QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    if (value.isString())
        texts = value.toString().split(u',');
    for (const QJsonValue part : value.toArray())
        texts.append(part.isObject() ? firstOf(part.toObject(), {"id"_L1, "value"_L1, "title"_L1}) : textOf(part));
    for (QString &text : texts)
        text = text.trimmed();
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

QString webPart(const QString &address)
{
    return address.startsWith(u"http") ? address : QString();
}

/// The address of a source: `url`, or the first of its `paths`.
ImportedSource sourceOf(const QJsonObject &source, const QString &id)
{
    QString address = webPart(firstOf(source, {"url"_L1, "path"_L1}));
    for (const QJsonValue path : source[u"paths"_s].toArray()) {
        if (address.isEmpty())
            address = webPart(textOf(path));
    }
    QString title = firstOf(source, {"title"_L1, "description"_L1}).left(longestTitle);
    if (title.isEmpty())
        title = address.isEmpty() ? id : address;
    return {title, {}, address, {}};
}

void addSources(ImportedEvent &event, const QJsonValue &value, const TimeMap &map)
{
    QJsonArray references = value.toArray();
    if (value.isString()) {
        for (const QString &id : textsOf(value))
            references.append(id);
    }
    for (const QJsonValue reference : std::as_const(references)) {
        const QString id = reference.isObject() ? firstOf(reference.toObject(), {"id"_L1}) : textOf(reference);
        const QJsonObject known = map.sources.value(id);
        ImportedSource source = reference.isObject() ? sourceOf(reference.toObject(), id) : sourceOf(known, id);
        if (known.isEmpty() && !reference.isObject())
            source.address = webPart(id);
        if (!source.title.isEmpty() && !event.sources.contains(source))
            event.sources.append(source);
    }
}

Result<> readIncident(ImportedEvent &event, const QJsonObject &incident, TimeMap &map)
{
    event.externalId = firstOf(incident, {"id"_L1, "civId"_L1});
    event.summary = withoutTags(firstOf(incident, {"description"_L1, "desc"_L1}));
    event.title = firstOf(incident, {"title"_L1});
    if (event.title.isEmpty()) {
        const QString line = event.summary.section(u'\n', 0, 0);
        event.title = line.size() <= longestTitle ? line : line.left(line.lastIndexOf(u' ', longestTitle - 1)).left(longestTitle - 1) + u'…';
    }
    event.place = firstOf(incident, {"location"_L1});
    if (event.title.isEmpty())
        event.title = event.place;
    if (event.title.isEmpty())
        return refuseRow(Words::tr("Neither a description nor a location says what happened."));
    const QString day = firstOf(incident, {"date"_L1});
    const QString time = ImportDates::time(firstOf(incident, {"time"_L1}));
    if (day.isEmpty())
        return refuseRow(Words::tr("The date is empty."));
    auto date = map.dates.read(day);
    if (date && !time.isEmpty() && time != "T00:00:00"_L1 && date->precision == Precision::Day)
        date = map.dates.edtf(date->text + time);
    if (!date)
        return refuseRow(joined({date.error().what, date.error().why}, u" "_s));
    setDate(event, *date);
    const auto place = coordinatesOf(firstOf(incident, {"latitude"_L1, "lat"_L1}), firstOf(incident, {"longitude"_L1, "long"_L1, "lng"_L1}));
    if (!place)
        return failure(place);
    event.coordinates = *place;
    event.lane = firstOf(incident, {"category"_L1});
    for (const QString &id : textsOf(incident[u"associations"_s]) + textsOf(incident[u"filters"_s])) {
        const Association association = map.associations.value(id, {id, false});
        if (association.isCategory && event.lane.isEmpty())
            event.lane = association.title;
        else if (!association.isCategory && !event.tags.contains(association.title))
            event.tags.append(association.title);
    }
    addSources(event, incident.contains(u"sources"_s) ? incident[u"sources"_s] : incident[u"source"_s], map);
    return {};
}

void readAssociations(TimeMap &map, const QJsonValue &value)
{
    for (const QJsonValue entry : listOf(value)) {
        const QJsonObject association = entry.toObject();
        const QString id = firstOf(association, {"id"_L1, "title"_L1});
        QString title = firstOf(association, {"title"_L1});
        const QJsonArray path = association[u"filter_paths"_s].toArray();
        if (title.isEmpty() && !path.isEmpty())
            title = textOf(path.last());
        if (!id.isEmpty())
            map.associations.insert(id, {title.isEmpty() ? id : title, firstOf(association, {"mode"_L1}).compare("category"_L1, Qt::CaseInsensitive) == 0});
    }
}

} // namespace

Result<std::unique_ptr<EventImporter>> openTimeMap(const QString &path)
{
    const auto file = readJsonFile(path);
    if (!file)
        return failure(file);
    auto map = std::make_shared<TimeMap>();
    QJsonObject root = file->document.object();
    if (const QJsonValue data = root.value(u"data"_s); data.isObject() && !root.contains(u"events"_s))
        root = data.toObject();
    const bool isList = file->document.isArray();
    map->events = isList ? file->document.array() : listOf(root.value(u"events"_s));
    map->lines = file->lines.value(isList ? QString() : u"events"_s);
    if (!isList && root.value(u"events"_s).isUndefined()) {
        return failure(Words::tr("Nothing was imported."), Words::tr("It has no list of events, as TimeMap has."), Words::tr("Choose another format."), Error::Kind::Invalid);
    }
    for (const QJsonValue source : listOf(root.value(u"sources"_s)))
        map->sources.insert(firstOf(source.toObject(), {"id"_L1}), source.toObject());
    readAssociations(*map, root.value(u"associations"_s));
    return importList(file->sha256, map->events.size(), [map](qsizetype i) {
        const QJsonObject incident = map->events.at(i).toObject();
        ImportedRow row;
        row.line = map->lines.value(i, 1);
        row.raw = QJsonDocument(incident).toJson(QJsonDocument::Compact);
        if (const auto read = readIncident(row.event, incident, *map); !read)
            row.problem = read.error().why;
        return row;
    });
}

} // namespace redoubt
