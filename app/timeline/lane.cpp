#include "app/timeline/lane.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

const QStringList columns{u"key"_s, u"title"_s, u"position"_s, u"colour"_s, u"collapsed"_s};

QVariantList values(const Lane &lane)
{
    return {lane.key, lane.title, lane.position, lane.colour, int(lane.collapsed)};
}

} // namespace

Result<QList<Lane>> lanes(const Reader &reader)
{
    return reader.all(u"SELECT id, key, title, position, colour, collapsed FROM lane ORDER BY position, id"_s, {},
        [](const QSqlQuery &row) {
            return Lane{{row.value(0).toLongLong()}, row.value(1).toString(), row.value(2).toString(),
                row.value(3).toInt(), row.value(4).toInt(), row.value(5).toBool()};
        });
}

Result<> addLane(Writer &writer, const Lane &lane)
{
    return writer.insert(u"lane"_s, QStringList{u"id"_s} + columns, QVariantList{lane.id.number} + values(lane));
}

Result<> updateLane(Writer &writer, const Lane &lane)
{
    return writer.update(u"lane"_s, lane.id.number, columns, values(lane));
}

Result<> removeLane(Writer &writer, Id<Lane> id)
{
    return writer.remove(u"lane"_s, id.number);
}

Result<qint64> laneCount(const Reader &reader)
{
    return reader.number(u"SELECT count(*) FROM lane"_s);
}

} // namespace redoubt
