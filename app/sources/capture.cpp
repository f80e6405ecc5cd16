#include "app/sources/capture.h"

#include "app/base/idlist.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace redoubt {

namespace {

constexpr qsizetype longestText = 32 * 1024 * 1024;

QString hopsText(const QList<Hop> &hops)
{
    QJsonArray array;
    for (const Hop &hop : hops)
        array.append(QJsonObject{{u"address"_s, hop.address}, {u"status"_s, hop.status}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<Hop> readHops(const QByteArray &json)
{
    QList<Hop> hops;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array)
        hops.append({value[u"address"_s].toString(), value[u"status"_s].toInt()});
    return hops;
}

Capture readCapture(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .source = {row.value(1).toLongLong()},
        .capturedAt = QDateTime::fromString(row.value(2).toString(), Qt::ISODate),
        .address = row.value(3).toString(),
        .hops = readHops(row.value(4).toByteArray()),
        .status = row.value(5).toInt(),
        .headers = row.value(6).toString(),
        .etag = row.value(7).toString(),
        .lastModified = row.value(8).toString(),
        .mediaType = row.value(9).toString(),
        .title = row.value(10).toString(),
        .pageCount = row.value(11).toInt(),
        .bytes = {},
        .sha256 = row.value(12).toString(),
        .text = row.value(13).toString()};
}

QString select(const QString &tail)
{
    return u"SELECT id, source_id, captured_at, address, hops, status, headers, etag, last_modified, media_type, title, page_count, "
           "sha256, text FROM capture "_s + tail;
}

/// NULL for what there is none of.
QVariant orNothing(int number)
{
    return number > 0 ? QVariant(number) : QVariant();
}

} // namespace

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString cleanText(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            clean += c;
            clean += text.at(++i);
        } else if (!c.isSurrogate() && !c.isNull() && c != QChar::ByteOrderMark) {
            clean += c;
        }
    }
    return clean;
}

Result<QList<Capture>> captures(const Reader &reader, Id<Source> source)
{
    static const QString sql = select(u"WHERE source_id = ? ORDER BY captured_at DESC, id DESC"_s);
    return reader.all(sql, {source.number}, readCapture);
}

Result<std::optional<Capture>> latestCapture(const Reader &reader, Id<Source> source)
{
    static const QString sql = select(u"WHERE source_id = ? ORDER BY captured_at DESC, id DESC LIMIT 1"_s);
    return reader.first(sql, {source.number}, readCapture);
}

Result<std::optional<Capture>> capture(const Reader &reader, Id<Capture> id)
{
    static const QString sql = select(u"WHERE id = ?"_s);
    return reader.first(sql, {id.number}, readCapture);
}

Result<QByteArray> captureBytes(const Reader &reader, Id<Capture> id)
{
    const QString what = QCoreApplication::translate("redoubt::Capture", "The capture could not be read.");
    struct Kept
    {
        PackedBytes packed;
        QString text;
        QString sha256;
    };
    const auto kept = reader.first(u"SELECT encoding, bytes, text, sha256 FROM capture WHERE id = ?"_s, {id.number}, [](const QSqlQuery &row) {
        return Kept{{row.value(0).toString(), row.value(1).toByteArray()}, row.value(2).toString(), row.value(3).toString()};
    });
    if (!kept)
        return failure(kept);
    if (!*kept)
        return failure(what, QCoreApplication::translate("redoubt::Capture", "It is not there any more."));
    auto bytes = unpacked((*kept)->packed, (*kept)->text);
    if (bytes && sha256Of(*bytes) != (*kept)->sha256) {
        return failure(what, QCoreApplication::translate("redoubt::Capture", "Its bytes no longer have their SHA-256: they were altered."),
            QCoreApplication::translate("redoubt::Capture", "Capture the source again, or go back to a copy of the project."),
            Error::Kind::Damaged);
    }
    return bytes;
}

Result<Capture> captureOfText(Id<Source> source, const QString &text, const QDateTime &at)
{
    const QString what = QCoreApplication::translate("redoubt::Capture", "The text was not kept as a capture.");
    const auto tooLong = [&] {
        return failure(what, QCoreApplication::translate("redoubt::Capture", "It is longer than 32 MiB."),
            QCoreApplication::translate("redoubt::Capture", "Keep the part that matters."), Error::Kind::Invalid);
    };
    if (text.size() > longestText)
        return tooLong();
    const QString clean = cleanText(text);
    if (clean.trimmed().isEmpty()) {
        return failure(what, QCoreApplication::translate("redoubt::Capture", "There is no text in it."),
            QCoreApplication::translate("redoubt::Capture", "Copy the text of the document first."),
            Error::Kind::Invalid);
    }
    const QByteArray bytes = clean.toUtf8();
    if (bytes.size() > longestText)
        return tooLong();
    Capture capture;
    capture.id = Id<Capture>::make();
    capture.source = source;
    capture.capturedAt = at.toUTC();
    capture.bytes = bytes;
    capture.sha256 = sha256Of(bytes);
    capture.text = clean;
    return capture;
}

Result<> addCapture(Writer &writer, Capture &capture)
{
    return addCapture(writer, capture, packed(capture.bytes, capture.text));
}

Result<> addCapture(Writer &writer, Capture &capture, const PackedBytes &bytes)
{
    if (!capture.id.isValid())
        capture.id = Id<Capture>::make();
    // An empty array would be NULL.
    const QByteArray kept = bytes.bytes.isNull() ? QByteArray("") : bytes.bytes;
    return writer.insert(u"capture"_s,
        {u"id"_s, u"source_id"_s, u"captured_at"_s, u"address"_s, u"hops"_s, u"status"_s, u"headers"_s, u"etag"_s, u"last_modified"_s,
            u"media_type"_s, u"title"_s, u"page_count"_s, u"encoding"_s, u"bytes"_s, u"sha256"_s, u"text"_s},
        {capture.id.number, capture.source.number, capture.capturedAt.toString(Qt::ISODate), capture.address, hopsText(capture.hops),
            orNothing(capture.status), capture.headers, capture.etag, capture.lastModified, capture.mediaType, capture.title,
            orNothing(capture.pageCount), bytes.encoding, kept, capture.sha256, capture.text});
}

Result<> removeCapture(Writer &writer, Id<Capture> id)
{
    return writer.remove(u"capture"_s, id.number);
}

Result<QStringList> alteredCaptures(const Reader &reader)
{
    QStringList keys;
    auto read = reader.each(u"SELECT source.key, capture.encoding, capture.bytes, capture.text, capture.sha256 FROM capture "
                            "JOIN source ON source.id = capture.source_id ORDER BY source.key"_s,
        {}, [&](const QSqlQuery &row) {
            const auto bytes = unpacked({row.value(1).toString(), row.value(2).toByteArray()}, row.value(3).toString());
            if (!bytes || sha256Of(*bytes) != row.value(4).toString())
                keys.append(row.value(0).toString());
        });
    if (!read)
        return failure(read);
    return keys;
}

Result<qint64> captureCount(const Reader &reader)
{
    return reader.number(u"SELECT count(*) FROM capture"_s);
}

Result<QSet<Id<Source>>> capturedAmong(const Reader &reader, const QList<Id<Source>> &sources)
{
    QSet<Id<Source>> captured;
    const auto read = reader.eachRaw(u"SELECT DISTINCT source_id FROM capture WHERE source_id IN (SELECT value FROM json_each(?))"_s,
        {idList(sources)}, [&](const RawRow &row) {
            captured.insert({row.number(0)});
            return true;
        });
    if (!read)
        return failure(read);
    return captured;
}

} // namespace redoubt
