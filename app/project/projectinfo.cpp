#include "app/project/projectinfo.h"

#include "app/base/id.h"

using namespace Qt::StringLiterals;

namespace redoubt {

Result<ProjectInfo> projectInfo(const Reader &reader)
{
    const auto info = reader.first(
        u"SELECT title, language, time_zone, created_at, citation_keys FROM project"_s, {}, [](const QSqlQuery &row) {
            return ProjectInfo{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                QDateTime::fromString(row.value(3).toString(), Qt::ISODateWithMs), row.value(4).toString()};
        });
    if (!info)
        return failure(info);
    return info->value_or(ProjectInfo());
}

Result<> updateProjectInfo(Writer &writer, const ProjectInfo &info)
{
    return writer.update(u"project"_s, 1, {u"title"_s, u"language"_s, u"time_zone"_s, u"citation_keys"_s},
        {info.title, info.language, info.timeZone, info.citationKeys});
}

Result<qint64> findOrAddTag(Writer &writer, const QString &name)
{
    const auto known = writer.number(u"SELECT id FROM tag WHERE name = ?"_s, {name});
    if (!known || *known != 0)
        return known;
    const qint64 tag = newIdNumber();
    auto made = writer.insert(u"tag"_s, {u"id"_s, u"name"_s}, {tag, name});
    return made ? Result<qint64>(tag) : failure(made);
}

Result<> addTag(Writer &writer, const QString &kind, qint64 item, const QString &name)
{
    const auto tag = findOrAddTag(writer, name);
    if (!tag)
        return failure(tag);
    return writer.insert(
        u"tagging"_s, {u"id"_s, u"tag_id"_s, u"kind"_s, u"item"_s}, {newIdNumber(), *tag, kind, item});
}

Result<> setTags(Writer &writer, const QString &kind, qint64 item, const QStringList &names)
{
    const auto before = tags(writer, kind, item);
    if (!before)
        return failure(before);
    QStringList wanted;
    for (const QString &name : names) {
        if (const QString clean = name.simplified(); !clean.isEmpty() && !wanted.contains(clean, Qt::CaseInsensitive))
            wanted.append(clean);
    }
    for (const QString &name : *before) {
        if (wanted.contains(name, Qt::CaseInsensitive))
            continue;
        auto taken = writer.run(u"DELETE FROM tagging WHERE kind = ? AND item = ? "
                                "AND tag_id = (SELECT id FROM tag WHERE name = ?)"_s,
            {kind, item, name});
        if (!taken)
            return taken;
    }
    for (const QString &name : wanted) {
        if (before->contains(name, Qt::CaseInsensitive))
            continue;
        if (auto added = addTag(writer, kind, item, name); !added)
            return added;
    }
    return {};
}

Result<QStringList> tags(const Reader &reader, const QString &kind, qint64 item)
{
    const auto names = reader.all(u"SELECT name FROM tag JOIN tagging ON tagging.tag_id = tag.id "
                                  "WHERE kind = ? AND item = ? ORDER BY name"_s,
        {kind, item}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!names)
        return failure(names);
    return QStringList(*names);
}

Result<> eachTag(const Reader &reader, const QString &kind, const std::function<void(qint64, const QString &)> &visit)
{
    return reader.each(u"SELECT item, name FROM tag JOIN tagging ON tagging.tag_id = tag.id WHERE kind = ? ORDER BY name"_s,
        {kind}, [&](const QSqlQuery &row) { visit(row.value(0).toLongLong(), row.value(1).toString()); });
}

Result<QStringList> allTags(const Reader &reader)
{
    const auto names = reader.all(
        u"SELECT name FROM tag ORDER BY name"_s, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!names)
        return failure(names);
    return QStringList(*names);
}

Result<> eachTagged(
    const Reader &reader, const QString &kind, const QString &tag, const std::function<void(qint64)> &visit)
{
    return reader.eachRaw(u"SELECT item FROM tagging WHERE kind = ? AND tag_id = (SELECT id FROM tag WHERE name = ?)"_s,
        {kind, tag}, [&](const RawRow &row) {
            visit(row.number(0));
            return true;
        });
}

} // namespace redoubt
