#include "app/sources/bibliography/keptfields.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace redoubt {

namespace {

using Groups = QMap<QString, QStringList>;

Groups grouped(const TaggedEntry &entry)
{
    Groups groups;
    for (const auto &[name, value] : entry.fields)
        groups[name].append(value);
    return groups;
}

void removeField(TaggedEntry &entry, const QString &name)
{
    entry.fields.removeIf([&](const auto &field) { return field.first == name; });
}

/// In the place of the first of that name, or at the end.
void replaceField(TaggedEntry &entry, const QString &name, const QStringList &values)
{
    qsizetype at = 0;
    while (at < entry.fields.size() && entry.fields.at(at).first != name)
        ++at;
    removeField(entry, name);
    at = std::min(at, entry.fields.size());
    for (const QString &value : values)
        entry.fields.insert(at++, std::pair(name, value));
}

/// The item without what is kept of the format.
QJsonObject withoutKept(const TaggedFormat &format, QJsonObject csl)
{
    QJsonObject custom = csl.take(u"custom"_s).toObject();
    custom.remove(format.name);
    if (!custom.isEmpty())
        csl.insert(u"custom"_s, custom);
    return csl;
}

/// Whether the entry reads as the item, or as what can be written of it; what is kept in `custom` and the line do not count.
bool saysTheSame(const TaggedFormat &format, const TaggedEntry &entry, const BibliographyItem &item)
{
    const BibliographyItem read = format.read(entry);
    if (read.csl == withoutKept(format, item.csl) && haveSameTags(read.tags, item.tags))
        return true;
    const BibliographyItem plain = format.read(format.write(item));
    return read.csl == plain.csl && haveSameTags(read.tags, plain.tags);
}

/// Whether what the field alone says is what the item says; a field that says nothing is of no harm.
bool isStillTrue(const TaggedFormat &format, const TaggedEntry &entry, const QString &name, const QStringList &values, const BibliographyItem &item)
{
    TaggedEntry alone{entry.type, {}, {}, 1};
    for (const QString &value : values)
        alone.fields.append(std::pair(name, value));
    const BibliographyItem said = format.read(alone);
    const BibliographyItem plain = format.read(format.write(item));
    for (auto member = said.csl.begin(); member != said.csl.end(); ++member) {
        if (member.key() != u"type" && member.key() != u"custom" && plain.csl.value(member.key()) != member.value())
            return false;
    }
    return said.tags.isEmpty() || haveSameTags(said.tags, plain.tags);
}

QJsonObject keptOf(const TaggedFormat &format, const BibliographyItem &item)
{
    return item.csl.value(u"custom"_s).toObject().value(format.name).toObject();
}

QStringList strings(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList list;
    for (const QJsonValue one : value.toArray())
        list.append(one.toString());
    return list;
}

BibliographyItem readOnce(const TaggedFormat &format, const TaggedEntry &entry)
{
    BibliographyItem item = format.read(entry);
    item.line = entry.line;
    const TaggedEntry written = format.write(item);
    const Groups original = grouped(entry);
    const Groups groups = grouped(written);
    QJsonObject fields;
    for (const auto &[name, values] : original.asKeyValueRange()) {
        if (groups.value(name) != values)
            fields.insert(name, values.size() == 1 ? QJsonValue(values.first()) : QJsonValue(QJsonArray::fromStringList(values)));
    }
    QJsonArray without;
    for (const QString &name : groups.keys()) {
        if (!original.contains(name))
            without.append(name);
    }
    QJsonObject kept;
    if (written.type != entry.type)
        kept.insert(u"type"_s, entry.type);
    if (!fields.isEmpty())
        kept.insert(u"fields"_s, fields);
    if (!without.isEmpty())
        kept.insert(u"without"_s, without);
    if (!kept.isEmpty()) {
        QJsonObject custom = item.csl.value(u"custom"_s).toObject();
        custom.insert(format.name, kept);
        item.csl.insert(u"custom"_s, custom);
    }
    return item;
}

} // namespace

QString TaggedEntry::value(QStringView name) const
{
    for (const auto &[field, text] : fields) {
        if (field == name)
            return text;
    }
    return {};
}

BibliographyItem readKeeping(const TaggedFormat &format, const TaggedEntry &entry)
{
    BibliographyItem item = readOnce(format, entry);
    if (keptOf(format, item).isEmpty())
        return item;
    // Fields whose order cannot be kept are kept as they will stand.
    BibliographyItem again = readOnce(format, writeKeeping(format, item));
    again.line = item.line;
    const bool isSame = withoutKept(format, again.csl) == withoutKept(format, item.csl) && haveSameTags(again.tags, item.tags);
    return isSame ? again : item;
}

QList<BibliographyItem> readKeeping(const TaggedFormat &format, const QList<TaggedEntry> &entries, const JobState *state)
{
    QList<BibliographyItem> items;
    items.reserve(entries.size());
    for (const TaggedEntry &entry : entries) {
        if (state && state->isStopped())
            break;
        items.append(readKeeping(format, entry));
    }
    return items;
}

TaggedEntry writeKeeping(const TaggedFormat &format, const BibliographyItem &item)
{
    const TaggedEntry plain = format.write(item);
    const QJsonObject kept = keptOf(format, item);
    if (kept.isEmpty())
        return plain;
    TaggedEntry typed = plain;
    if (kept.contains(u"type"_s))
        typed.type = kept.value(u"type"_s).toString();
    if (!saysTheSame(format, typed, item))
        typed.type = plain.type;
    const QJsonObject fields = kept.value(u"fields"_s).toObject();

    TaggedEntry whole = typed;
    for (const QString &name : strings(kept.value(u"without"_s)))
        removeField(whole, name);
    for (auto field = fields.begin(); field != fields.end(); ++field)
        replaceField(whole, field.key(), strings(field.value()));
    if (saysTheSame(format, whole, item))
        return whole;
    // Something was changed since: field by field then.
    TaggedEntry entry = typed;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        TaggedEntry changed = entry;
        replaceField(changed, field.key(), strings(field.value()));
        if (saysTheSame(format, changed, item) && isStillTrue(format, changed, field.key(), strings(field.value()), item))
            entry = changed;
    }
    return entry;
}

} // namespace redoubt
