#include "app/brief/revision.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Revision)
};

/// The text of a brief, when it is time to keep it and it is not kept yet.
Result<std::optional<QString>> textToKeep(const Reader &reader, Id<Brief> id, const QDateTime &now)
{
    const auto due = reader.first(u"SELECT max(at) FROM revision WHERE brief_id = ? AND name = ''"_s, {id.number},
        [&](const QSqlQuery &row) {
            const QDateTime last = QDateTime::fromString(row.value(0).toString(), Qt::ISODateWithMs);
            return !last.isValid() || last.secsTo(now) >= secondsBetweenRevisions;
        });
    if (!due)
        return failure(due);
    if (!due->value_or(true))
        return std::optional<QString>();
    return reader.first(u"SELECT text FROM brief WHERE id = ? AND text <> '' AND text IS NOT "
                        "(SELECT text FROM revision WHERE brief_id = brief.id ORDER BY at DESC, id DESC LIMIT 1)"_s,
        {id.number}, [](const QSqlQuery &row) { return row.value(0).toString(); });
}

} // namespace

Result<> writeBriefText(Writer &writer, Id<Brief> id, const QString &text, const QDateTime &now)
{
    const auto kept = textToKeep(writer, id, now);
    if (!kept)
        return failure(kept);
    if (*kept && **kept != text) {
        Revision revision{{}, id, now, {}, **kept};
        if (auto added = addRevision(writer, revision); !added)
            return added;
    }
    return updateBriefText(writer, id, text);
}

Result<> keepOverwritten(Writer &writer, Id<Brief> id, const QString &text, const QDateTime &now)
{
    const auto kept = writer.first(u"SELECT 1 FROM revision WHERE brief_id = ? AND text = ?"_s, {id.number, text}, [](const QSqlQuery &) { return true; });
    if (!kept)
        return failure(kept);
    if (*kept || text.isEmpty())
        return {};
    Revision revision{{}, id, now, {}, text};
    return addRevision(writer, revision);
}

Result<> nameVersion(Writer &writer, Id<Brief> id, const QString &name, const QDateTime &now)
{
    if (name.trimmed().isEmpty())
        return failure(Words::tr("The version was not kept."), Words::tr("It has no name."), Words::tr("Give it a name."), Error::Kind::Refused);
    const auto present = brief(writer, id);
    if (!present)
        return failure(present);
    if (!*present)
        return failure(Words::tr("The version was not kept."), Words::tr("The brief is not there any more."), {}, Error::Kind::Refused);
    Revision revision{{}, id, now, name.trimmed(), (*present)->text};
    return addRevision(writer, revision);
}

} // namespace redoubt
