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

Result<> SourceRegister::attach(Writer &writer, Id<Event> event, Id<Source> source)
{
    if (!m_evidence)
        m_evidence = writer.inserter(u"event_source"_s, {u"id"_s, u"event_id"_s, u"source_id"_s}, RowWriting::ManyAllowed);
    ++m_attached;
    return m_evidence->number(newIdNumber()).number(event.number).number(source.number).insert();
}

Result<int> SourceRegister::finish()
{
    const int attached = std::exchange(m_attached, 0);
    if (attached == 0)
        return 0;
    const auto known = m_evidence->finish();
    return known ? Result<int>(attached - int(known->size())) : failure(known);
}

} // namespace redoubt
