#include "app/brief/brief.h"

#include "app/project/key.h"

#include <QCoreApplication>

#include <algorithm>

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

namespace {

/// Gives all briefs their place in the list as their position.
Result<> number(Writer &writer, QList<Brief> all)
{
    for (int place = 0; place < int(all.size()); ++place) {
        if (std::exchange(all[place].position, place) == place)
            continue;
        if (auto moved = updateBrief(writer, all[place]); !moved)
            return moved;
    }
    return {};
}

std::unexpected<Error> gone()
{
    return failure(QCoreApplication::translate("redoubt::Brief", "The brief was not changed."),
        QCoreApplication::translate("redoubt::Brief", "It is not in the project any more."), {}, Error::Kind::Refused);
}

} // namespace

Result<> moveBrief(Writer &writer, Id<Brief> id, int by)
{
    auto all = briefs(writer);
    if (!all)
        return failure(all);
    const auto place = std::ranges::find(*all, id, &Brief::id) - all->begin();
    if (place == all->size())
        return gone();
    const qsizetype other = place + by;
    if (other < 0 || other >= all->size())
        return {};
    all->swapItemsAt(place, other);
    return number(writer, *std::move(all));
}

Result<Brief> copyBrief(Writer &writer, Id<Brief> id, const QString &title)
{
    auto all = briefs(writer);
    if (!all)
        return failure(all);
    const auto first = std::ranges::find(*all, id, &Brief::id);
    if (first == all->end())
        return gone();
    Brief copy = *first;
    copy.id = {};
    copy.key.clear();
    copy.title = title;
    copy.position = int(first - all->begin()) + 1;
    if (auto added = addBrief(writer, copy); !added)
        return failure(added);
    all->insert(copy.position, copy);
    if (auto numbered = number(writer, *std::move(all)); !numbered)
        return failure(numbered);
    return copy;
}

} // namespace redoubt
