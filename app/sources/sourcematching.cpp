#include "app/sources/sourcematching.h"

#include "app/base/folding.h"
#include "app/project/key.h"
#include "app/sources/bibliography/bibliographyitem.h"
#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/bibliography/personnames.h"
#include "app/sources/bibliography/referencedates.h"
#include "app/sources/bibliography/sourceitem.h"
#include "app/sources/citationkey.h"

#include <QJsonArray>

#include <algorithm>

namespace redoubt {

namespace {

QString addressOf(const Source &source)
{
    QUrl url = webAddress(source.address);
    if (url.isEmpty())
        return {};
    url.setScheme(u"https"_s);
    const QString text = url.adjusted(QUrl::NormalizePathSegments).toString(QUrl::FullyEncoded);
    return text.endsWith(u'/') ? text.chopped(1) : text;
}

QStringList namesOf(const Source &source)
{
    QStringList names{source.key, cslText(source.fields.value(u"id"_s)), cslText(source.fields.value(u"citation-key"_s))};
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

/// One of them is empty, or they say the same.
bool agree(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() || folded(a) == folded(b);
}

/// Whether two of one title and date can be one: "Editorial" of one year is many.
bool canBeOne(const Source &a, const Source &b)
{
    if (a.published.isEmpty() && folded(a.author) != folded(b.author))
        return false;
    const auto field = [](const Source &source, const QString &name) { return withoutMarkup(cslText(source.fields.value(name))); };
    for (const QString &name : {u"container-title"_s, u"volume"_s, u"issue"_s, u"page"_s, u"number"_s, u"ISBN"_s}) {
        if (!agree(field(a, name), field(b, name)))
            return false;
    }
    return agree(a.author, b.author) && agree(a.publisher, b.publisher) && agree(doiOf(a), doiOf(b));
}

struct Column
{
    QString Source::*value;
    const char *csl;
};

constexpr Column columns[] = {{&Source::author, "author"}, {&Source::publisher, nullptr}, {&Source::published, "issued"}, {&Source::address, "URL"},
    {&Source::language, "language"}, {&Source::note, "note"}};

/// The CSL of columns in which the two differ: what the file says of those does not go in.
QStringList closedFields(const Source &there, const Source &incoming)
{
    QStringList closed;
    for (const Column &column : columns) {
        if (column.csl && there.*column.value != incoming.*column.value)
            closed.append(QString::fromLatin1(column.csl));
    }
    if (closed.contains(u"note"_s))
        closed.append(u"annote"_s);
    if (there.title != incoming.title)
        closed.append(u"title"_s);
    if (there.type != incoming.type)
        closed += {u"type"_s, u"genre"_s};
    return closed;
}

/// Whether the reference says the very same as the source, under the same name or without one.
bool areTwins(const TaggedSource &there, const TaggedSource &incoming)
{
    const QStringList names = namesOf(there.source);
    const QStringList others = namesOf(incoming.source);
    if (!others.isEmpty() && std::ranges::none_of(others, [&](const QString &name) { return names.contains(name); }))
        return false;
    Source a = there.source;
    Source b = incoming.source;
    b.id = a.id;
    b.key = a.key;
    b.grade = a.grade;
    b.retracted = a.retracted;
    b.origin = a.origin;
    a.fields.remove(u"id"_s);
    b.fields.remove(u"id"_s);
    return a == b && haveSameTags(there.tags, incoming.tags);
}

void mergeCustom(const QJsonObject &incoming, QJsonObject &fields)
{
    QJsonObject custom = fields.value(u"custom"_s).toObject();
    for (auto member = incoming.begin(); member != incoming.end(); ++member) {
        if (!custom.contains(member.key()))
            custom.insert(member.key(), member.value());
    }
    if (!custom.isEmpty())
        fields.insert(u"custom"_s, custom);
}

} // namespace

MergedSource merged(const TaggedSource &there, const TaggedSource &incoming)
{
    MergedSource merged{there, false, 0};
    Source &result = merged.result.source;
    for (const Column &column : columns) {
        QString &value = result.*column.value;
        const QString &other = incoming.source.*column.value;
        if (value.isEmpty())
            value = other;
        else if (!other.isEmpty() && value != other)
            ++merged.keptFields;
    }
    merged.keptFields += (result.title != incoming.source.title ? 1 : 0) + (result.type != incoming.source.type ? 1 : 0);
    const QStringList closed = closedFields(result, incoming.source);
    const QJsonObject &fields = incoming.source.fields;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (closed.contains(field.key()))
            continue;
        if (field.key() == u"custom")
            mergeCustom(field.value().toObject(), result.fields);
        else if (!result.fields.contains(field.key()))
            result.fields.insert(field.key(), field.value());
        else if (result.fields.value(field.key()) != field.value())
            ++merged.keptFields;
    }
    for (const QString &tag : incoming.tags) {
        if (!merged.result.tags.contains(tag, Qt::CaseInsensitive))
            merged.result.tags.append(tag);
    }
    merged.changed = merged.result != there;
    return merged;
}

SourceMatching::SourceMatching(const QList<TaggedSource> &sources, const QString &citationKeys)
    : m_sources(sources)
    , m_citationKeys(citationKeys)
{
    for (qsizetype place = 0; place < m_sources.size(); ++place)
        enter(place);
}

void SourceMatching::enter(qsizetype place)
{
    const Source &source = m_sources.at(place).source;
    const QString title = folded(source.title);
    m_keys.insert(source.key);
    for (const QString &name : namesOf(source))
        m_byName.insert(name + u'\n' + title, place);
    if (const QString doi = doiOf(source); !doi.isEmpty())
        m_byDoi.insert(doi, place);
    if (const QString address = addressOf(source); !address.isEmpty())
        m_byAddress.insert(address, place);
    m_byTitle.insert(title + u'\n' + source.published, place);
}

/// No more than a person could tell apart.
static QList<qsizetype> some(const QMultiHash<QString, qsizetype> &index, const QString &name)
{
    static constexpr qsizetype most = 200;
    QList<qsizetype> places;
    const auto [first, last] = index.equal_range(name);
    for (auto place = first; place != last && places.size() < most; ++place)
        places.append(*place);
    return places;
}

QList<QList<qsizetype>> SourceMatching::candidates(const TaggedSource &incoming) const
{
    const Source &source = incoming.source;
    const QString title = folded(source.title);
    QList<qsizetype> byName;
    for (const QString &name : namesOf(source))
        byName += some(m_byName, name + u'\n' + title);
    const QString doi = doiOf(source);
    const QString address = addressOf(source);
    QList<qsizetype> byTitle = some(m_byTitle, title + u'\n' + source.published);
    byTitle.removeIf([&](qsizetype place) { return !canBeOne(m_sources.at(place).source, source); });
    return {byName, doi.isEmpty() ? QList<qsizetype>() : some(m_byDoi, doi), byTitle,
        address.isEmpty() ? QList<qsizetype>() : some(m_byAddress, address)};
}

/// One to which the reference adds nothing and that it does not speak against, else the first.
qsizetype SourceMatching::best(const QList<qsizetype> &places, const TaggedSource &incoming) const
{
    qsizetype first = -1;
    for (const qsizetype place : places) {
        const MergedSource both = merged(m_sources.at(place), incoming);
        if (!both.changed && both.keptFields == 0)
            return place;
        if (first < 0 || place < first)
            first = place;
    }
    return first;
}

qsizetype SourceMatching::find(const TaggedSource &incoming)
{
    const auto all = candidates(incoming);
    qsizetype twin = -1;
    for (const QList<qsizetype> &places : all) {
        for (const qsizetype place : places) {
            if ((twin < 0 || m_claimed.contains(twin)) && areTwins(m_sources.at(place), incoming))
                twin = place;
        }
    }
    if (twin >= 0) {
        m_claimed.insert(twin);
        return twin;
    }
    for (QList<qsizetype> places : all) {
        places.removeIf([&](qsizetype place) { return m_claimed.contains(place); });
        if (const qsizetype place = best(places, incoming); place >= 0) {
            m_claimed.insert(place);
            return place;
        }
    }
    return -1;
}

QString SourceMatching::freeKey(const QString &wanted)
{
    if (!m_keys.contains(wanted))
        return wanted;
    qint64 &number = m_numbers[wanted];
    QString key;
    do
        key = wanted + u'-' + QString::number(++number + 1);
    while (m_keys.contains(key));
    return key;
}

qsizetype SourceMatching::add(TaggedSource tagged)
{
    Source &source = tagged.source;
    const QString wanted = source.key;
    source.key = freeKey(wanted.isEmpty() ? citationKey(m_citationKeys, source) : wanted);
    if (!wanted.isEmpty() && source.key != wanted && !source.fields.contains(u"id"_s))
        source.fields.insert(u"id"_s, wanted);
    m_sources.append(tagged);
    enter(m_sources.size() - 1);
    m_claimed.insert(m_sources.size() - 1);
    return m_sources.size() - 1;
}

} // namespace redoubt
