#include "app/brief/revision.h"

#include "app/brief/document.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QTimeZone>
#include <QtEndian>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Revision)
};

constexpr qsizetype lengthBytes = 4;
constexpr quint32 longestUnpacked = 512 * 1024 * 1024;

QDateTime timeFrom(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

Revision readRevision(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .brief = {row.value(1).toLongLong()},
        .at = timeFrom(row.value(2)),
        .name = row.value(3).toString(),
        .words = row.value(4).isNull() ? -1 : row.value(4).toInt()};
}

std::unexpected<Error> damaged()
{
    return failure(Words::tr("The version could not be read."), Words::tr("Its bytes are damaged."),
        Words::tr("Choose another version, or go back to a copy of the project."), Error::Kind::Damaged);
}

std::unexpected<Error> gone(const QString &what)
{
    return failure(what, Words::tr("The version is not there any more."), Words::tr("Choose another version."), Error::Kind::Refused);
}

std::unexpected<Error> nameless(const QString &what)
{
    return failure(what, Words::tr("It has no name."), Words::tr("Give it a name."), Error::Kind::Refused);
}

/// The length is checked before anything is made room for.
Result<QString> unpacked(const QByteArray &bytes)
{
    if (bytes.size() < lengthBytes)
        return damaged();
    const auto length = qFromBigEndian<quint32>(bytes.constData());
    if (length > longestUnpacked)
        return damaged();
    const QByteArray text = length == 0 ? QByteArray() : qUncompress(bytes);
    if (text.size() != qsizetype(length))
        return damaged();
    return QString::fromUtf8(text);
}

/// The text of a brief when it is time to keep it; else nothing.
Result<QString> textToKeep(const Reader &reader, Id<Brief> id, const QDateTime &now)
{
    const auto last = reader.first(u"SELECT max(at) FROM revision WHERE brief_id = ? AND name = ''"_s, {id.number}, [](const QSqlQuery &row) { return timeFrom(row.value(0)); });
    if (!last)
        return failure(last);
    if (last->has_value() && (*last)->isValid() && (*last)->secsTo(now) < secondsBetweenRevisions)
        return QString();
    const auto present = brief(reader, id);
    return present ? Result<QString>(present->value_or(Brief()).text) : Result<QString>(failure(present));
}

Result<bool> isLatest(const Reader &reader, Id<Brief> id, const PackedText &text)
{
    const auto same = reader.number(u"SELECT packed IS ? FROM revision WHERE brief_id = ? ORDER BY at DESC, id DESC LIMIT 1"_s, {text.bytes, id.number});
    return same ? Result<bool>(*same != 0) : Result<bool>(failure(same));
}

/// Takes away what thinnedOut() says.
Result<> thinOut(Writer &writer, Id<Brief> id, const QDateTime &now)
{
    QList<qint64> ids;
    const auto times = writer.all(u"SELECT id, at FROM revision WHERE brief_id = ? AND name = '' ORDER BY at DESC, id DESC"_s, {id.number}, [&](const QSqlQuery &row) {
        ids.append(row.value(0).toLongLong());
        return timeFrom(row.value(1));
    });
    if (!times)
        return failure(times);
    for (const qsizetype superfluous : thinnedOut(*times, now)) {
        if (auto removed = writer.remove(u"revision"_s, ids.at(superfluous)); !removed)
            return removed;
    }
    return {};
}

} // namespace

PackedText packText(const QString &text)
{
    return {qCompress(text.toUtf8()), wordCount(readDocument(text))};
}

Result<QList<Revision>> revisions(const Reader &reader, Id<Brief> brief)
{
    return reader.all(u"SELECT id, brief_id, at, name, words FROM revision WHERE brief_id = ? ORDER BY at DESC, id DESC"_s, {brief.number}, readRevision);
}

Result<std::optional<Revision>> revision(const Reader &reader, Id<Revision> id)
{
    return reader.first(u"SELECT id, brief_id, at, name, words FROM revision WHERE id = ?"_s, {id.number}, readRevision);
}

Result<QString> revisionText(const Reader &reader, Id<Revision> id)
{
    const auto text = reader.first(u"SELECT text, packed FROM revision WHERE id = ?"_s, {id.number},
        [](const QSqlQuery &row) { return row.value(1).isNull() ? Result<QString>(row.value(0).toString()) : unpacked(row.value(1).toByteArray()); });
    if (!text)
        return failure(text);
    return text->value_or(gone(Words::tr("The version could not be read.")));
}

Result<> addRevision(Writer &writer, Revision &revision, const PackedText &text)
{
    if (!revision.id.isValid())
        revision.id = Id<Revision>::make();
    revision.words = text.words;
    return writer.insert(u"revision"_s, {u"id"_s, u"brief_id"_s, u"at"_s, u"name"_s, u"text"_s, u"packed"_s, u"words"_s},
        {revision.id.number, revision.brief.number, revision.at.toUTC().toString(Qt::ISODateWithMs), revision.name, u""_s, text.bytes, text.words});
}

Result<> updateRevisionText(Writer &writer, Id<Revision> id, const QString &text)
{
    const PackedText packed = packText(text);
    return writer.update(u"revision"_s, id.number, {u"text"_s, u"packed"_s, u"words"_s}, {u""_s, packed.bytes, packed.words});
}

Result<> writeBriefText(Writer &writer, Id<Brief> id, const QString &text, const QDateTime &now)
{
    const auto before = textToKeep(writer, id, now);
    if (!before)
        return failure(before);
    if (!before->isEmpty() && *before != text) {
        const PackedText packed = packText(*before);
        const auto isKept = isLatest(writer, id, packed);
        if (!isKept)
            return failure(isKept);
        Revision kept{{}, id, now, {}};
        if (auto added = *isKept ? Result<>() : addRevision(writer, kept, packed); !added)
            return added;
        if (auto thinned = thinOut(writer, id, now); !thinned)
            return thinned;
    }
    return updateBriefText(writer, id, text);
}

QList<qsizetype> thinnedOut(const QList<QDateTime> &times, const QDateTime &now)
{
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    constexpr qint64 month = 30 * day;
    constexpr qint64 firstMonday = 4 * day; // 1970-01-05
    QList<qsizetype> superfluous;
    QSet<std::pair<qint64, qint64>> taken;
    for (qsizetype i = 0; i < times.size(); ++i) {
        const qint64 at = times.at(i).toSecsSinceEpoch();
        const qint64 age = now.toSecsSinceEpoch() - at;
        if (age < hour)
            continue;
        const qint64 width = age < day ? hour : age < month ? day : 7 * day;
        const qint64 from = width == 7 * day ? firstMonday : 0;
        const std::pair stretch{width, (at - from) / width};
        if (taken.contains(stretch))
            superfluous.append(i);
        taken.insert(stretch);
    }
    return superfluous;
}

Result<> keepOverwritten(Writer &writer, Id<Brief> id, const QString &text, const QDateTime &now)
{
    if (text.isEmpty())
        return {};
    const PackedText packed = packText(text);
    const auto kept = writer.number(u"SELECT EXISTS (SELECT 1 FROM revision WHERE brief_id = ? AND (packed = ? OR (packed IS NULL AND text = ?)))"_s,
        {id.number, packed.bytes, text});
    if (!kept)
        return failure(kept);
    if (*kept != 0)
        return {};
    Revision revision{{}, id, now, {}};
    return addRevision(writer, revision, packed);
}

Result<> nameVersion(Writer &writer, Id<Brief> id, const QString &name, const QDateTime &now)
{
    const QString what = Words::tr("The version was not kept.");
    if (name.trimmed().isEmpty())
        return nameless(what);
    const auto present = brief(writer, id);
    if (!present)
        return failure(present);
    if (!*present)
        return failure(what, Words::tr("The brief is not there any more."), {}, Error::Kind::Refused);
    Revision revision{{}, id, now, name.trimmed()};
    return addRevision(writer, revision, packText((*present)->text));
}

Result<> renameVersion(Writer &writer, Id<Revision> id, const QString &name)
{
    const QString what = Words::tr("The version was not named.");
    if (name.trimmed().isEmpty())
        return nameless(what);
    const auto known = revision(writer, id);
    if (!known)
        return failure(known);
    if (!*known)
        return gone(what);
    return writer.update(u"revision"_s, id.number, {u"name"_s}, {name.trimmed()});
}

Result<> removeVersion(Writer &writer, Id<Revision> id)
{
    const auto known = revision(writer, id);
    if (!known)
        return failure(known);
    if (!*known)
        return gone(Words::tr("The version was not deleted."));
    return writer.remove(u"revision"_s, id.number);
}

Result<> restoreVersion(Writer &writer, Id<Revision> id, const QDateTime &now)
{
    const auto wanted = revision(writer, id);
    if (!wanted)
        return failure(wanted);
    if (!*wanted)
        return gone(Words::tr("The version was not brought back."));
    const auto text = revisionText(writer, id);
    const auto present = brief(writer, (*wanted)->brief);
    if (!text || !present)
        return !text ? Result<>(failure(text)) : Result<>(failure(present));
    if (auto kept = keepOverwritten(writer, (*wanted)->brief, present->value_or(Brief()).text, now); !kept)
        return kept;
    return updateBriefText(writer, (*wanted)->brief, *text);
}

Result<Revision> versionNamed(const Reader &reader, Id<Brief> brief, const QString &name)
{
    const auto all = revisions(reader, brief);
    if (!all)
        return failure(all);
    QStringList names;
    for (const Revision &known : *all) {
        if (!known.name.isEmpty() && known.name == name.trimmed())
            return known;
        if (!known.name.isEmpty() && !names.contains(known.name))
            names.append(known.name);
    }
    return failure(Words::tr("The version was not found."),
        names.isEmpty() ? Words::tr("The brief has no version with a name.") : Words::tr("There is no version “%1”.").arg(name),
        names.isEmpty() ? Words::tr("Name one in the brief panel (Ctrl+S).") : Words::tr("Choose one of: %1.").arg(QLocale().createSeparatedList(names)),
        Error::Kind::Refused);
}

} // namespace redoubt
