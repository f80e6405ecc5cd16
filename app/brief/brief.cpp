#include "app/brief/brief.h"

#include "app/project/key.h"

namespace redoubt {

namespace {

const QStringList columns{u"key"_s, u"title"_s, u"byline"_s, u"dateline"_s, u"language"_s, u"scale"_s, u"template"_s,
    u"citation_style"_s, u"position"_s};

QVariantList values(const Brief &brief)
{
    return {brief.key, brief.title, brief.byline, brief.dateline, brief.language, QString(scaleNames.name(brief.scale)),
        brief.textTemplate, brief.endnotes ? u"endnotes"_s : u"footnotes"_s, brief.position};
}

Brief readBrief(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .key = row.value(1).toString(),
        .title = row.value(2).toString(),
        .byline = row.value(3).toString(),
        .dateline = row.value(4).toString(),
        .language = row.value(5).toString(),
        .scale = scaleNames.value(row.value(6).toString()).value_or(LikelihoodScale::Icd203),
        .textTemplate = row.value(7).toString(),
        .endnotes = row.value(8).toString() == "endnotes"_L1,
        .position = row.value(9).toInt(),
        .text = row.value(10).toString()};
}

QString select(const QString &tail)
{
    return u"SELECT id, %1, text FROM brief %2"_s.arg(columns.join(u", "_s), tail);
}

} // namespace

Result<QList<Brief>> briefs(const Reader &reader)
{
    static const QString sql = select(u"ORDER BY position, id"_s);
    return reader.all(sql, {}, readBrief);
}

Result<std::optional<Brief>> brief(const Reader &reader, Id<Brief> id)
{
    static const QString sql = select(u"WHERE id = ?"_s);
    return reader.first(sql, {id.number}, readBrief);
}

Result<std::optional<Brief>> briefByKey(const Reader &reader, const QString &key)
{
    static const QString sql = select(u"WHERE key = ?"_s);
    return reader.first(sql, {key}, readBrief);
}

Result<> addBrief(Writer &writer, Brief &brief)
{
    if (auto named = nameNew(writer, u"brief"_s, brief); !named)
        return named;
    return writer.insert(u"brief"_s, QStringList{u"id"_s, u"text"_s} + columns,
        QVariantList{brief.id.number, brief.text} + values(brief));
}

Result<> updateBrief(Writer &writer, const Brief &brief)
{
    return writer.update(u"brief"_s, brief.id.number, columns, values(brief));
}

Result<> updateBriefText(Writer &writer, Id<Brief> id, const QString &text)
{
    return writer.update(u"brief"_s, id.number, {u"text"_s}, {text});
}

Result<> removeBrief(Writer &writer, Id<Brief> id)
{
    return writer.remove(u"brief"_s, id.number);
}

} // namespace redoubt
