#include "app/timeline/link.h"

using namespace Qt::StringLiterals;

namespace redoubt {

Result<QList<Link>> links(const Reader &reader)
{
    return reader.all(u"SELECT id, from_event, to_event, kind, note FROM link ORDER BY id"_s, {}, [](const QSqlQuery &row) {
        return Link{{row.value(0).toLongLong()}, {row.value(1).toLongLong()}, {row.value(2).toLongLong()},
            linkKindNames.value(row.value(3).toString()).value_or(LinkKind::SameIncident), row.value(4).toString()};
    });
}

Result<> addLink(Writer &writer, Link &link)
{
    if (!link.id.isValid())
        link.id = Id<Link>::make();
    return writer.insert(u"link"_s, {u"id"_s, u"from_event"_s, u"to_event"_s, u"kind"_s, u"note"_s},
        {link.id.number, link.from.number, link.to.number, QString(linkKindNames.name(link.kind)), link.note});
}

Result<> removeLink(Writer &writer, Id<Link> id)
{
    return writer.remove(u"link"_s, id.number);
}

} // namespace redoubt
