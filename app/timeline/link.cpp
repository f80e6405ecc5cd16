#include "app/timeline/link.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

const QString selectLinks = u"SELECT id, from_event, to_event, kind, note FROM link "_s;

Link readLink(const QSqlQuery &row)
{
    return {{row.value(0).toLongLong()}, {row.value(1).toLongLong()}, {row.value(2).toLongLong()},
        linkKindNames.value(row.value(3).toString()).value_or(LinkKind::SameIncident), row.value(4).toString()};
}

} // namespace

std::optional<CauseAndEffect> causeAndEffect(const Link &link)
{
    switch (link.kind) {
    case LinkKind::ResponseTo:
    case LinkKind::Escalates:
        return CauseAndEffect{link.to, link.from};
    case LinkKind::PrecedentOf:
        return CauseAndEffect{link.from, link.to};
    case LinkKind::SameIncident:
        break;
    }
    return {};
}

Result<QList<Link>> links(const Reader &reader)
{
    static const QString sql = selectLinks + u"ORDER BY id"_s;
    return reader.all(sql, {}, readLink);
}

Result<QList<Link>> linksOf(const Reader &reader, Id<Event> event)
{
    static const QString sql = selectLinks + u"WHERE from_event = ? OR to_event = ? ORDER BY id"_s;
    return reader.all(sql, {event.number, event.number}, readLink);
}

Result<> addLink(Writer &writer, Link &link)
{
    if (!link.id.isValid())
        link.id = Id<Link>::make();
    return writer.insert(u"link"_s, {u"id"_s, u"from_event"_s, u"to_event"_s, u"kind"_s, u"note"_s},
        {link.id.number, link.from.number, link.to.number, QString(linkKindNames.name(link.kind)), link.note});
}

Result<> updateLink(Writer &writer, const Link &link)
{
    return writer.update(u"link"_s, link.id.number, {u"kind"_s, u"note"_s}, {QString(linkKindNames.name(link.kind)), link.note});
}

Result<> removeLink(Writer &writer, Id<Link> id)
{
    return writer.remove(u"link"_s, id.number);
}

} // namespace redoubt
