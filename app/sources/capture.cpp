#include "app/sources/capture.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace redoubt {

namespace {

constexpr qsizetype longestText = 32 * 1024 * 1024;

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// What can be written as UTF-8 and read back unit for unit.
QString cleaned(QString text)
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

Capture readCapture(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .source = {row.value(1).toLongLong()},
        .capturedAt = QDateTime::fromString(row.value(2).toString(), Qt::ISODate),
        .address = row.value(3).toString(),
        .mediaType = row.value(4).toString(),
        .bytes = {},
        .sha256 = row.value(5).toString(),
        .text = row.value(6).toString()};
}

} // namespace

Result<QList<Capture>> captures(const Reader &reader, Id<Source> source)
{
    return reader.all(u"SELECT id, source_id, captured_at, address, media_type, sha256, text FROM capture "
                      "WHERE source_id = ? ORDER BY captured_at DESC, id DESC"_s,
        {source.number}, readCapture);
}

Result<std::optional<Capture>> latestCapture(const Reader &reader, Id<Source> source)
{
    return reader.first(u"SELECT id, source_id, captured_at, address, media_type, sha256, text FROM capture "
                        "WHERE source_id = ? ORDER BY captured_at DESC, id DESC LIMIT 1"_s,
        {source.number}, readCapture);
}

Result<std::optional<Capture>> capture(const Reader &reader, Id<Capture> id)
{
    return reader.first(u"SELECT id, source_id, captured_at, address, media_type, sha256, text FROM capture "
                        "WHERE id = ?"_s,
        {id.number}, readCapture);
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
    const QString clean = cleaned(text);
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
    capture.sha256 = sha256(bytes);
    capture.text = clean;
    return capture;
}

Result<> addCapture(Writer &writer, Capture &capture)
{
    if (!capture.id.isValid())
        capture.id = Id<Capture>::make();
    return writer.insert(u"capture"_s,
        {u"id"_s, u"source_id"_s, u"captured_at"_s, u"address"_s, u"media_type"_s, u"bytes"_s, u"sha256"_s, u"text"_s},
        {capture.id.number, capture.source.number, capture.capturedAt.toString(Qt::ISODate), capture.address,
            capture.mediaType, capture.bytes, capture.sha256, capture.text});
}

Result<> removeCapture(Writer &writer, Id<Capture> id)
{
    return writer.remove(u"capture"_s, id.number);
}

Result<QStringList> alteredCaptures(const Reader &reader)
{
    QStringList keys;
    auto read = reader.each(u"SELECT source.key, capture.bytes, capture.sha256 FROM capture "
                            "JOIN source ON source.id = capture.source_id ORDER BY source.key"_s,
        {}, [&](const QSqlQuery &row) {
            if (sha256(row.value(1).toByteArray()) != row.value(2).toString())
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

} // namespace redoubt
