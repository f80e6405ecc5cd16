#include "app/commands/samplereader.h"

#include "app/brief/brief.h"
#include "app/brief/projectwords.h"
#include "app/checks/check.h"
#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/timeline/edtf.h"
#include "app/timeline/link.h"
#include "app/watchlist/indicator.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace redoubt {

namespace {

std::unexpected<Error> wrong(const QString &why)
{
    return failure(QCoreApplication::translate("redoubt::Sample", "The sample could not be made."), why, {},
        Error::Kind::General);
}

QString text(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString();
}

QDateTime time(const QJsonObject &object, QLatin1StringView name)
{
    return QDateTime::fromString(text(object, name), Qt::ISODate);
}

std::optional<int> number(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

Source sourceFrom(const QJsonObject &object)
{
    Source source;
    source.key = text(object, "key"_L1);
    source.type = sourceTypeNames.value(text(object, "type"_L1)).value_or(SourceType::Article);
    source.title = text(object, "title"_L1);
    source.author = text(object, "author"_L1);
    source.publisher = text(object, "publisher"_L1);
    source.published = text(object, "published"_L1);
    source.address = text(object, "address"_L1);
    source.language = text(object, "language"_L1);
    source.grade = {text(object, "reliability"_L1).front(), object.value("credibility"_L1).toInt(6)};
    source.note = text(object, "note"_L1);
    return source;
}

Result<Event> eventFrom(const QJsonObject &object)
{
    Event event;
    event.key = text(object, "key"_L1);
    event.title = text(object, "title"_L1);
    const auto date = readEdtf(text(object, "date"_L1));
    if (!date)
        return failure(date);
    event.date = date->text;
    event.bounds = date->bounds;
    event.place = text(object, "place"_L1);
    if (object.contains("latitude"_L1))
        event.coordinates = Coordinates{object.value("latitude"_L1).toDouble(), object.value("longitude"_L1).toDouble()};
    event.summary = text(object, "summary"_L1);
    for (const QJsonValue &actor : object.value("actors"_L1).toArray())
        event.actors.append(actor.toString());
    event.certainty = certaintyNames.value(text(object, "certainty"_L1)).value_or(Certainty::Reported);
    event.casualtiesLow = number(object, "casualties_low"_L1);
    event.casualtiesBest = number(object, "casualties_best"_L1);
    event.casualtiesHigh = number(object, "casualties_high"_L1);
    return event;
}

Result<Indicator> indicatorFrom(const QJsonObject &object)
{
    Indicator indicator;
    indicator.key = text(object, "key"_L1);
    indicator.title = text(object, "title"_L1);
    indicator.question = text(object, "question"_L1);
    indicator.due = text(object, "due"_L1);
    if (!indicator.due.isEmpty()) {
        const auto due = readEdtf(indicator.due);
        if (!due)
            return failure(due);
        indicator.dueLatest = due->bounds.endLatest;
    }
    indicator.threshold = text(object, "threshold"_L1);
    indicator.note = text(object, "note"_L1);
    for (const QJsonValue &value : object.value("outcomes"_L1).toArray()) {
        const QJsonObject described = value.toObject();
        Outcome outcome;
        outcome.label = text(described, "label"_L1);
        outcome.reading = text(described, "reading"_L1);
        for (const QJsonValue &forecast : described.value("forecasts"_L1).toArray()) {
            const QJsonObject given = forecast.toObject();
            outcome.forecasts.append(
                {{}, time(given, "at"_L1), given.value("probability"_L1).toDouble(), text(given, "note"_L1)});
        }
        indicator.outcomes.append(outcome);
    }
    return indicator;
}

} // namespace

SampleReader::SampleReader(Writer &writer, const QString &folder)
    : m_writer(writer)
    , m_folder(folder)
{
}

Result<QByteArray> SampleReader::file(const QString &name) const
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(file.errorString());
    return file.readAll();
}

Result<qint64> SampleReader::known(const QString &kind, const QString &key) const
{
    const auto found = m_ids.constFind(kind + u'/' + key);
    if (found == m_ids.constEnd())
        return wrong(u"%1 %2?"_s.arg(kind, key));
    return *found;
}

Result<> SampleReader::read()
{
    const auto json = file(u"sample.json"_s);
    if (!json)
        return failure(json);
    QJsonParseError parsed;
    const QJsonObject root = QJsonDocument::fromJson(*json, &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        return wrong(parsed.errorString());

    auto info = projectInfo(m_writer);
    if (!info)
        return failure(info);
    const QJsonObject project = root.value("project"_L1).toObject();
    info->title = text(project, "title"_L1);
    info->language = text(project, "language"_L1);
    auto done = updateProjectInfo(m_writer, *info);
    for (const QJsonValue &word : project.value("words"_L1).toArray())
        done = done ? addProjectWord(m_writer, word.toString()) : done;
    if (done)
        done = readSources(root.value("sources"_L1).toArray());
    if (done)
        done = readLanes(root.value("lanes"_L1).toArray());
    if (done)
        done = readEvents(root.value("events"_L1).toArray());
    if (done)
        done = readLinks(root.value("links"_L1).toArray());
    if (done)
        done = readIndicators(root.value("indicators"_L1).toArray());
    return done ? readBrief(root.value("brief"_L1).toObject()) : done;
}

Result<> SampleReader::readSources(const QJsonArray &list)
{
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        Source source = sourceFrom(object);
        if (auto added = addSource(m_writer, source); !added)
            return added;
        m_ids.insert(u"source/"_s + source.key, source.id.number);
        auto read = readCaptures(object, source.id.number);
        if (read)
            read = readTags(object, u"source"_s, source.id.number);
        if (!read)
            return read;
    }
    for (const QJsonValue &value : list) {
        const QString originKey = text(value.toObject(), "origin"_L1);
        if (originKey.isEmpty())
            continue;
        auto source = sourceByKey(m_writer, text(value.toObject(), "key"_L1));
        const auto origin = known(u"source"_s, originKey);
        if (!source || !origin)
            return source ? failure(origin) : failure(source);
        (*source)->origin = {*origin};
        if (auto changed = updateSource(m_writer, **source); !changed)
            return changed;
    }
    return {};
}

Result<> SampleReader::readCaptures(const QJsonObject &source, qint64 id)
{
    std::optional<Capture> latest;
    for (const QJsonValue &value : source.value("captures"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        const auto bytes = file(text(object, "file"_L1));
        if (!bytes)
            return failure(bytes);
        auto capture = captureOfText({id}, QString::fromUtf8(*bytes), time(object, "at"_L1));
        if (!capture)
            return failure(capture);
        if (auto added = addCapture(m_writer, *capture); !added)
            return added;
        if (!latest || latest->capturedAt < capture->capturedAt)
            latest = *capture;
    }
    return latest ? readExcerpts(source, *latest) : Result<>();
}

Result<> SampleReader::readExcerpts(const QJsonObject &source, const Capture &capture)
{
    for (const QJsonValue &value : source.value("excerpts"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        const QString exact = text(object, "exact"_L1);
        const qsizetype start = capture.text.indexOf(exact);
        if (start < 0)
            return wrong(exact);
        auto excerpt = excerptOf(capture, start, start + exact.size());
        if (!excerpt)
            return failure(excerpt);
        excerpt->speaker = text(object, "speaker"_L1);
        excerpt->note = text(object, "note"_L1);
        if (auto added = addExcerpt(m_writer, *excerpt); !added)
            return added;
        m_excerpts.insert(exact, excerpt->id.number);
    }
    return {};
}

Result<> SampleReader::readLanes(const QJsonArray &list)
{
    int position = 0;
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        const Lane lane{Id<Lane>::make(), text(object, "key"_L1), text(object, "title"_L1), position++,
            object.value("color"_L1).toInt(), false};
        if (auto added = addLane(m_writer, lane); !added)
            return added;
        m_ids.insert(u"lane/"_s + lane.key, lane.id.number);
    }
    return {};
}

Result<> SampleReader::readEvents(const QJsonArray &list)
{
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        auto event = eventFrom(object);
        const auto lane = known(u"lane"_s, text(object, "lane"_L1));
        if (!event || !lane)
            return event ? failure(lane) : failure(event);
        event->lane = {*lane};
        auto added = addEvent(m_writer, *event);
        if (added)
            added = readEvidence(object, event->id.number);
        if (added)
            added = readTags(object, u"event"_s, event->id.number);
        if (!added)
            return added;
        m_ids.insert(u"event/"_s + event->key, event->id.number);
    }
    return {};
}

Result<> SampleReader::readEvidence(const QJsonObject &event, qint64 id)
{
    for (const QJsonValue &value : event.value("sources"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        const auto source = known(u"source"_s, text(object, "source"_L1));
        if (!source)
            return failure(source);
        Evidence evidence{{}, {id}, {*source},
            stanceNames.value(text(object, "stance"_L1)).value_or(Stance::Corroborates),
            {m_excerpts.value(text(object, "excerpt"_L1))}};
        if (auto added = addEvidence(m_writer, evidence); !added)
            return added;
    }
    return {};
}

Result<> SampleReader::readLinks(const QJsonArray &list)
{
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        const auto from = known(u"event"_s, text(object, "from"_L1));
        const auto to = known(u"event"_s, text(object, "to"_L1));
        if (!from || !to)
            return from ? failure(to) : failure(from);
        Link link{{}, {*from}, {*to}, linkKindNames.value(text(object, "kind"_L1)).value_or(LinkKind::SameIncident),
            text(object, "note"_L1)};
        if (auto added = addLink(m_writer, link); !added)
            return added;
    }
    return {};
}

Result<> SampleReader::readIndicators(const QJsonArray &list)
{
    int position = 0;
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        auto indicator = indicatorFrom(object);
        if (!indicator)
            return failure(indicator);
        indicator->position = position++;
        for (const QJsonValue &key : object.value("events"_L1).toArray()) {
            const auto event = known(u"event"_s, key.toString());
            if (!event)
                return failure(event);
            indicator->events.append(Id<Event>{*event});
        }
        auto added = addIndicator(m_writer, *indicator);
        if (added)
            added = readObservations(object, indicator->id.number);
        if (!added)
            return added;
    }
    return {};
}

Result<> SampleReader::readObservations(const QJsonObject &indicator, qint64 id)
{
    for (const QJsonValue &value : indicator.value("observations"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        Observation observation{{}, {id}, time(object, "at"_L1), text(object, "note"_L1),
            {m_ids.value(u"event/"_s + text(object, "event"_L1))},
            {m_ids.value(u"source/"_s + text(object, "source"_L1))}};
        if (auto added = addObservation(m_writer, observation); !added)
            return added;
    }
    return {};
}

Result<> SampleReader::readBrief(const QJsonObject &object)
{
    const auto words = file(text(object, "file"_L1));
    if (!words)
        return failure(words);
    Brief brief;
    brief.key = text(object, "key"_L1);
    brief.title = text(object, "title"_L1);
    brief.byline = text(object, "byline"_L1);
    brief.dateline = text(object, "dateline"_L1);
    brief.language = text(object, "language"_L1);
    brief.scale = scaleNames.value(text(object, "scale"_L1)).value_or(LikelihoodScale::Icd203);
    brief.textTemplate = text(object, "template"_L1);
    brief.text = QString::fromUtf8(*words);
    if (auto added = addBrief(m_writer, brief); !added)
        return added;
    for (const QJsonValue &value : object.value("ignored"_L1).toArray()) {
        const QJsonObject one = value.toObject();
        const QString exact = text(one, "exact"_L1);
        const Finding finding{.rule = text(one, "rule"_L1), .range = {brief.text.indexOf(exact), exact.size()}};
        if (auto kept = ignoreFinding(m_writer, brief.id, finding, brief.text, text(one, "reason"_L1), time(one, "at"_L1)); !kept)
            return kept;
    }
    return {};
}

Result<> SampleReader::readTags(const QJsonObject &item, const QString &kind, qint64 id)
{
    for (const QJsonValue &tag : item.value("tags"_L1).toArray()) {
        if (auto added = addTag(m_writer, kind, id, tag.toString()); !added)
            return added;
    }
    return {};
}

} // namespace redoubt
