#include "app/sources/sourceregister.h"

#include "app/project/key.h"

#include <QCryptographicHash>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

/// The same for the same address in every import, so that one index finds it among millions.
QString keyOfAddress(const QUrl &address)
{
    const QByteArray hash = QCryptographicHash::hash(address.toEncoded(), QCryptographicHash::Sha1).toHex().first(10);
    return keyFrom(address.host()).left(28) + u'-' + QString::fromLatin1(hash);
}

} // namespace

Result<Id<Source>> SourceRegister::find(Writer &writer, const NamedSource &named)
{
    const QUrl address = webAddress(named.address);
    Source source;
    source.title = named.title.simplified();
    source.publisher = named.publisher.simplified();
    source.address = address.isEmpty() ? QString() : named.address.trimmed();
    source.key = !named.key.isEmpty() ? named.key : !address.isEmpty() ? keyOfAddress(address) : keyFrom(source.title);
    source.type = address.isEmpty() ? SourceType::Report : SourceType::Page;
    const auto there = sourceByKey(writer, source.key);
    if (!there)
        return failure(there);
    if (*there && (!named.key.isEmpty() || (*there)->title == source.title || (!source.address.isEmpty() && (*there)->address == source.address)))
        return (*there)->id;
    if (*there)
        source.key.clear();
    auto added = addSource(writer, source);
    if (!added && added.error().kind == Error::Kind::Invalid)
        return Id<Source>();
    return added ? Result<Id<Source>>(source.id) : failure(added);
}

Result<bool> SourceRegister::attach(Writer &writer, Id<Event> event, Id<Source> source)
{
    if (!m_evidence)
        m_evidence = writer.inserter(u"event_source"_s, {u"id"_s, u"event_id"_s, u"source_id"_s});
    auto added = m_evidence->number(newIdNumber()).number(event.number).number(source.number).insert();
    if (!added && added.error().kind != Error::Kind::Refused)
        return failure(added);
    return added.has_value();
}

} // namespace redoubt
