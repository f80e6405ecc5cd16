#include "app/sources/source.h"

#include "app/project/key.h"
#include "app/project/projectinfo.h"
#include "app/sources/citationkey.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Source)
};

const QStringList columns{u"key"_s, u"type"_s, u"title"_s, u"author"_s, u"publisher"_s, u"published"_s,
    u"address"_s, u"language"_s, u"reliability"_s, u"credibility"_s, u"status"_s, u"retracted_at"_s, u"retraction_note"_s,
    u"note"_s, u"fields"_s};

QString fieldsText(const QJsonObject &fields)
{
    return QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

QJsonObject readFields(const QByteArray &text)
{
    return text == "{}" ? QJsonObject() : QJsonDocument::fromJson(text).object();
}

QVariantList values(const Source &source)
{
    return {source.key, QString(sourceTypeNames.name(source.type)), source.title, source.author,
        source.publisher, source.published, source.address, source.language,
        QString(source.grade.reliability), source.grade.credibility,
        source.retracted ? u"retracted"_s : u"active"_s, source.retractedAt, source.retractionNote, source.note,
        fieldsText(source.fields)};
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
        .retractedAt = row.value(12).toString(),
        .retractionNote = row.value(13).toString(),
        .note = row.value(14).toString(),
        .origin = {row.value(16).toLongLong()},
        .fields = readFields(row.value(15).toString().toUtf8())};
}

QString select(const QString &tail)
{
    return u"SELECT source.id, %1, origin.repeats_id FROM source LEFT JOIN origin ON origin.source_id = source.id %2"_s
        .arg(columns.join(u", "_s), tail);
}

Result<> writeOrigin(Writer &writer, const Source &source)
{
    const auto circle =
        writer.number(u"WITH RECURSIVE above(id) AS (SELECT ? UNION SELECT repeats_id FROM origin "
                      "JOIN above ON origin.source_id = above.id) "
                      "SELECT count(*) FROM above WHERE id = ?"_s,
            {source.origin.number, source.id.number});
    if (!circle)
        return failure(circle);
    if (*circle > 0) {
        return failure(Words::tr("The origin was not changed."), Words::tr("The chosen source itself goes back to this one."),
            Words::tr("Choose the source that was published first as the origin of both."), Error::Kind::Refused);
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

/// Says it in words before the file's own rule would.
Result<> checkKeyIsFree(const Reader &reader, const Source &source)
{
    const auto holder = sourceByKey(reader, source.key);
    if (!holder)
        return failure(holder);
    if (*holder && (*holder)->id != source.id) {
        return failure(Words::tr("The source was not kept."),
            Words::tr("“%1” has the key “%2” already.").arg((*holder)->title, source.key), Words::tr("Choose another key."),
            Error::Kind::Refused);
    }
    return {};
}

} // namespace

QString sourceTypeText(SourceType type)
{
    switch (type) {
    case SourceType::Article:
        return Words::tr("Article");
    case SourceType::Wire:
        return Words::tr("Wire report");
    case SourceType::Statement:
        return Words::tr("Official statement");
    case SourceType::Speech:
        return Words::tr("Speech");
    case SourceType::Interview:
        return Words::tr("Interview");
    case SourceType::Post:
        return Words::tr("Social post");
    case SourceType::Report:
        return Words::tr("Report");
    case SourceType::Dataset:
        return Words::tr("Data set");
    case SourceType::Broadcast:
        return Words::tr("Broadcast");
    case SourceType::Law:
        return Words::tr("Law");
    case SourceType::Page:
        return Words::tr("Web page");
    case SourceType::Book:
        return Words::tr("Book");
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

Result<std::optional<Source>> sourceByAddress(const Reader &reader, const QStringList &spellings)
{
    static const QString sql = select(u"WHERE address = ? AND address <> '' ORDER BY key LIMIT 1"_s);
    for (const QString &spelling : spellings) {
        auto found = reader.first(sql, {spelling}, readSource);
        if (!found || *found)
            return found;
    }
    return std::optional<Source>();
}

QUrl webAddress(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return web && url.isValid() && !url.host().isEmpty() ? url : QUrl();
}

bool isCitable(const QString &key)
{
    static const QRegularExpression citable(
        uR"(\A[\p{L}\p{N}_]++([-.:/][\p{L}\p{N}_]++)*+\z)"_s, QRegularExpression::UseUnicodePropertiesOption);
    return citable.match(key).hasMatch();
}

Result<> checkSource(const Source &source)
{
    const QString what = Words::tr("The source was not kept.");
    if (source.title.trimmed().isEmpty())
        return failure(what, Words::tr("It has no title."), Words::tr("Give it a title, or the first words of the text."), Error::Kind::Invalid);
    if (!source.key.isEmpty() && !isCitable(source.key)) {
        return failure(what, Words::tr("“%1” cannot be cited.").arg(source.key),
            Words::tr("Make the key of letters and digits, with single hyphens or dots between them."), Error::Kind::Invalid);
    }
    if (!source.address.isEmpty() && webAddress(source.address).isEmpty()) {
        return failure(what, Words::tr("“%1” is not an address of the web.").arg(source.address),
            Words::tr("Write an address that begins with https:// or http://, or none."), Error::Kind::Invalid);
    }
    return {};
}

Result<> addSource(Writer &writer, Source &source)
{
    if (auto valid = checkSource(source); !valid)
        return valid;
    if (!source.id.isValid())
        source.id = Id<Source>::make();
    if (source.key.isEmpty()) {
        auto key = newCitationKey(writer, source);
        if (!key)
            return failure(key);
        source.key = *key;
    }
    if (auto unique = checkKeyIsFree(writer, source); !unique)
        return unique;
    auto added =
        writer.insert(u"source"_s, QStringList{u"id"_s} + columns, QVariantList{source.id.number} + values(source));
    return added ? writeOrigin(writer, source) : added;
}

Result<> updateSource(Writer &writer, const Source &source)
{
    if (auto valid = checkSource(source); !valid)
        return valid;
    if (source.key.isEmpty()) {
        return failure(Words::tr("The source was not changed."), Words::tr("It has no key."),
            Words::tr("Give it a key, by which briefs cite it."), Error::Kind::Invalid);
    }
    if (auto unique = checkKeyIsFree(writer, source); !unique)
        return unique;
    auto changed = writer.update(u"source"_s, source.id.number, columns, values(source));
    return changed ? writeOrigin(writer, source) : changed;
}

Result<> removeSource(Writer &writer, Id<Source> id)
{
    if (auto untagged = setTags(writer, u"source"_s, id.number, {}); !untagged)
        return untagged;
    return writer.remove(u"source"_s, id.number);
}

Result<qint64> sourceCount(const Reader &reader)
{
    return reader.number(u"SELECT count(*) FROM source"_s);
}

} // namespace redoubt
