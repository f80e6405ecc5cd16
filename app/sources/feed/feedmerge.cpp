#include "app/sources/feed/feeds.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace redoubt {

namespace {

const QStringList itemColumns{u"item"_s, u"title"_s, u"link"_s, u"published"_s, u"summary"_s, u"authors"_s};

QVariantList values(const FeedEntry &entry)
{
    return {entry.id, entry.title, entry.link, entry.published, entry.summary,
        QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(entry.authors)).toJson(QJsonDocument::Compact))};
}

bool saysTheSame(const FeedItem &item, const FeedEntry &entry)
{
    return FeedEntry{item.item, item.title, item.link, item.published, item.summary, item.authors} == entry;
}

/// What an item without an id is known by.
QString idOf(const FeedEntry &entry)
{
    if (!entry.id.isEmpty())
        return entry.id;
    if (!entry.link.isEmpty())
        return entry.link;
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString &text : {entry.title, entry.published, entry.summary})
        hash.addData(text.toUtf8() + '\0');
    return u"sha1:"_s + QString::fromLatin1(hash.result().toHex());
}

/// The first of the entries with each id.
QList<FeedEntry> named(const QList<FeedEntry> &entries)
{
    QSet<QString> ids;
    QList<FeedEntry> result;
    for (FeedEntry entry : entries) {
        entry.id = idOf(entry);
        if (!ids.contains(entry.id))
            result.append(entry);
        ids.insert(entry.id);
    }
    return result;
}

/// Items of the project by what identifies them; those whose link is not theirs alone are not in `byLink`.
struct Known
{
    QHash<QString, FeedItem> byId;
    QHash<QString, FeedItem> byLink;
};

Known knownFrom(const QList<FeedItem> &items, const QList<FeedEntry> &entries)
{
    QSet<QString> now;
    QHash<QString, int> uses;
    for (const FeedEntry &entry : entries) {
        now.insert(entry.id);
        ++uses[entry.link];
    }
    Known known;
    QHash<QString, int> held;
    for (const FeedItem &item : items)
        ++held[item.link];
    for (const FeedItem &item : items) {
        known.byId.insert(item.item, item);
        if (!item.link.isEmpty() && !now.contains(item.item) && held.value(item.link) == 1 && uses.value(item.link) == 1)
            known.byLink.insert(item.link, item);
    }
    return known;
}

} // namespace

Result<FeedMerge> mergeItems(Writer &writer, Id<Feed> feed, const QList<FeedEntry> &items)
{
    const auto there = feedItems(writer, {.feed = feed});
    if (!there)
        return failure(there);
    const QList<FeedEntry> entries = named(items);
    const Known known = knownFrom(*there, entries);
    FeedMerge merge;
    for (const FeedEntry &entry : entries) {
        const auto byId = known.byId.constFind(entry.id);
        const auto byLink = known.byLink.constFind(entry.link);
        const bool isThere = byId != known.byId.constEnd() || byLink != known.byLink.constEnd();
        if (!isThere) {
            auto added = writer.insert(u"feed_item"_s, QStringList{u"id"_s, u"feed_id"_s} + itemColumns, QVariantList{newIdNumber(), feed.number} + values(entry));
            if (!added)
                return failure(added);
            ++merge.added;
            continue;
        }
        const FeedItem &item = byId != known.byId.constEnd() ? *byId : *byLink;
        if (saysTheSame(item, entry)) {
            ++merge.unchanged;
            continue;
        }
        if (auto updated = writer.update(u"feed_item"_s, item.id.number, itemColumns, values(entry)); !updated)
            return failure(updated);
        ++merge.updated;
    }
    return merge;
}

} // namespace redoubt
