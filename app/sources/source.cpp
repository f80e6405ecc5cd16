#include "app/sources/source.h"

#include "app/project/key.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("redoubt::Source", text);
}

const QStringList columns{u"key"_s, u"type"_s, u"title"_s, u"author"_s, u"publisher"_s, u"published"_s, u"address"_s,
    u"language"_s, u"reliability"_s, u"credibility"_s, u"status"_s, u"note"_s};

QVariantList values(const Source &source)
{
    return {source.key, QString(sourceTypeNames.name(source.type)), source.title, source.author, source.publisher,
        source.published, source.address, source.language, QString(source.grade.reliability),
        source.grade.credibility, source.retracted ? u"retracted"_s : u"active"_s, source.note};
}

Source readSource(const QSqlQuery &row)
{
    const QString reliability = row.value(9).toString();
    return {.id = {row.value(0).toLongLong()},
        .key = row.value(1).toString(),
        .type = sourceTypeNames.value(row.value(2).toString()).value_or(SourceType::Article),
        .title = row.value(3).toString(),
        .author = row.value(4).toString(),
        .publisher = row.value(5).toString(),
        .published = row.value(6).toString(),
        .address = row.value(7).toString(),
        .language = row.value(8).toString(),
        .grade = {reliability.isEmpty() ? QChar(u'F') : reliability.front(), row.value(10).toInt()},
        .retracted = row.value(11).toString() == "retracted"_L1,
        .note = row.value(12).toString(),
        .origin = {row.value(13).toLongLong()}};
}

QString select(const QString &tail)
{
    return u"SELECT source.id, %1, origin.repeats_id FROM source LEFT JOIN origin ON origin.source_id = source.id %2"_s
        .arg(columns.join(u", "_s), tail);
}

Result<> writeOrigin(Writer &writer, const Source &source)
{
    const auto circle = writer.number(u"WITH RECURSIVE above(id) AS (SELECT ? UNION SELECT repeats_id FROM origin "
                                      "JOIN above ON origin.source_id = above.id) "
                                      "SELECT count(*) FROM above WHERE id = ?"_s,
        {source.origin.number, source.id.number});
    if (!circle)
        return failure(circle);
    if (*circle > 0) {
        return failure(tr("The origin was not changed."), tr("The chosen source itself goes back to this one."),
            tr("Choose the source that was published first as the origin of both."), Error::Kind::Refused);
    }
    const auto before =
        writer.number(u"SELECT repeats_id FROM origin WHERE source_id = ?"_s, {source.id.number});
    if (!before)
        return failure(before);
    if (*before == source.origin.number)
        return {};
    if (!source.origin.isValid())
        return writer.run(u"DELETE FROM origin WHERE source_id = ?"_s, {source.id.number});
    if (*before != 0) {
        return writer.run(u"UPDATE origin SET repeats_id = ? WHERE source_id = ?"_s,
            {source.origin.number, source.id.number});
    }
    return writer.insert(u"origin"_s, {u"id"_s, u"source_id"_s, u"repeats_id"_s},
        {newIdNumber(), source.id.number, source.origin.number});
}

} // namespace

QString Grade::text() const
{
    return reliability + QString::number(credibility);
}

QString Grade::reliabilityText() const
{
    switch (reliability.unicode()) {
    case u'A':
        return tr("Completely reliable");
    case u'B':
        return tr("Usually reliable");
    case u'C':
        return tr("Fairly reliable");
    case u'D':
        return tr("Not usually reliable");
    case u'E':
        return tr("Unreliable");
    default:
        return tr("Reliability cannot be judged");
    }
}

QString Grade::credibilityText() const
{
    switch (credibility) {
    case 1:
        return tr("Confirmed by other sources");
    case 2:
        return tr("Probably true");
    case 3:
        return tr("Possibly true");
    case 4:
        return tr("Doubtfully true");
    case 5:
        return tr("Improbable");
    default:
        return tr("Truth cannot be judged");
    }
}

QString sourceTypeText(SourceType type)
{
    switch (type) {
    case SourceType::Article:
        return tr("Article");
    case SourceType::Wire:
        return tr("Wire report");
    case SourceType::Statement:
        return tr("Official statement");
    case SourceType::Speech:
        return tr("Speech");
    case SourceType::Interview:
        return tr("Interview");
    case SourceType::Post:
        return tr("Social post");
    case SourceType::Report:
        return tr("Report");
    case SourceType::Dataset:
        return tr("Data set");
    case SourceType::Broadcast:
        return tr("Broadcast");
    case SourceType::Law:
        return tr("Law");
    case SourceType::Page:
        return tr("Web page");
    case SourceType::Book:
        return tr("Book");
    }
    return {};
}

Result<QList<Source>> sources(const Reader &reader)
{
    static const QString sql = select(u"ORDER BY key"_s);
    return reader.all(sql, {}, readSource);
}

Result<std::optional<Source>> source(const Reader &reader, Id<Source> id)
{
    static const QString sql = select(u"WHERE source.id = ?"_s);
    return reader.first(sql, {id.number}, readSource);
}

Result<std::optional<Source>> sourceByKey(const Reader &reader, const QString &key)
{
    static const QString sql = select(u"WHERE key = ?"_s);
    return reader.first(sql, {key}, readSource);
}

Result<> addSource(Writer &writer, Source &source)
{
    if (!source.id.isValid())
        source.id = Id<Source>::make();
    if (source.key.isEmpty()) {
        auto key = freeKey(writer, u"source"_s, source.title);
        if (!key)
            return failure(key);
        source.key = *key;
    }
    auto added =
        writer.insert(u"source"_s, QStringList{u"id"_s} + columns, QVariantList{source.id.number} + values(source));
    return added ? writeOrigin(writer, source) : added;
}

Result<> updateSource(Writer &writer, const Source &source)
{
    auto changed = writer.update(u"source"_s, source.id.number, columns, values(source));
    return changed ? writeOrigin(writer, source) : changed;
}

Result<> removeSource(Writer &writer, Id<Source> id)
{
    return writer.remove(u"source"_s, id.number);
}

Result<qint64> sourceCount(const Reader &reader)
{
    return reader.number(u"SELECT count(*) FROM source"_s);
}

} // namespace redoubt
