#include "app/sources/feed/feeds.h"

#include "app/sources/source.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Feed)
};

const QStringList feedColumns{u"address"_s, u"title"_s, u"site"_s, u"folder"_s, u"etag"_s, u"last_modified"_s, u"refreshed_at"_s, u"problem"_s, u"gone"_s};

QString jsonText(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listFrom(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).toVariant().toStringList();
}

QVariantList values(const Feed &feed)
{
    return {feed.address, feed.title, feed.site, jsonText(feed.folder), feed.etag, feed.lastModified,
        feed.refreshedAt.isValid() ? feed.refreshedAt.toUTC().toString(Qt::ISODate) : u""_s, feed.problem, feed.gone ? 1 : 0};
}

Feed readRow(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .address = row.value(1).toString(),
        .title = row.value(2).toString(),
        .site = row.value(3).toString(),
        .folder = listFrom(row.value(4).toString()),
        .etag = row.value(5).toString(),
        .lastModified = row.value(6).toString(),
        .refreshedAt = QDateTime::fromString(row.value(7).toString(), Qt::ISODate),
        .problem = row.value(8).toString(),
        .gone = row.value(9).toInt() != 0};
}

QString selectFeeds(const QString &tail)
{
    return u"SELECT id, %1 FROM feed %2"_s.arg(feedColumns.join(u", "_s), tail);
}

FeedItem readItem(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .feed = {row.value(1).toLongLong()},
        .item = row.value(2).toString(),
        .title = row.value(3).toString(),
        .link = row.value(4).toString(),
        .published = row.value(5).toString(),
        .summary = row.value(6).toString(),
        .authors = listFrom(row.value(7).toString()),
        .state = feedItemStateNames.value(row.value(8).toString()).value_or(FeedItemState::New),
        .source = {row.value(9).toLongLong()}};
}

const QString selectItems = u"SELECT id, feed_id, item, title, link, published, summary, authors, state, source_id FROM feed_item "_s;

/// A title where there is none, an address of the web, and no other feed's.
Result<> complete(const Reader &reader, Feed &feed)
{
    feed.address = feed.address.trimmed();
    feed.title = feed.title.simplified();
    if (feed.title.isEmpty())
        feed.title = feed.address;
    const QString what = Words::tr("The feed was not kept.");
    if (feed.title.isEmpty())
        return failure(what, Words::tr("It has neither a title nor an address."), Words::tr("Give it one of the two."), Error::Kind::Invalid);
    if (feed.address.isEmpty())
        return {};
    if (webAddress(feed.address).isEmpty()) {
        return failure(what, Words::tr("“%1” is not an address of the web.").arg(feed.address),
            Words::tr("Write an address that begins with https:// or http://."), Error::Kind::Invalid);
    }
    const auto holder = feedByAddress(reader, feed.address);
    if (!holder)
        return failure(holder);
    if (*holder && (*holder)->id != feed.id) {
        return failure(what, Words::tr("The feed “%1” has this address already.").arg((*holder)->title), Words::tr("Use that one."), Error::Kind::Exists);
    }
    return {};
}

/// A source that has this address.
Result<Id<Source>> sourceWithAddress(const Reader &reader, const QString &address)
{
    if (address.isEmpty())
        return Id<Source>();
    const auto number = reader.number(u"SELECT id FROM source WHERE address = ? ORDER BY id LIMIT 1"_s, {address});
    return number ? Result<Id<Source>>(Id<Source>{*number}) : failure(number);
}

Source sourceFrom(const FeedItem &item, const Feed &feed)
{
    Source source;
    source.address = webAddress(item.link).isEmpty() ? QString() : item.link;
    source.title = item.title.isEmpty() ? item.link : item.title;
    source.author = item.authors.join(u"; "_s);
    source.publisher = feed.title;
    source.published = item.published;
    return source;
}

} // namespace

Result<QList<Feed>> feeds(const Reader &reader)
{
    static const QString sql = selectFeeds(u"ORDER BY folder, title COLLATE NOCASE, id"_s);
    return reader.all(sql, {}, readRow);
}

Result<std::optional<Feed>> feed(const Reader &reader, Id<Feed> id)
{
    static const QString sql = selectFeeds(u"WHERE id = ?"_s);
    return reader.first(sql, {id.number}, readRow);
}

Result<std::optional<Feed>> feedByAddress(const Reader &reader, const QString &address)
{
    static const QString sql = selectFeeds(u"WHERE address = ? AND address <> ''"_s);
    return reader.first(sql, {address}, readRow);
}

Result<QList<FeedItem>> feedItems(const Reader &reader, const FeedItemChoice &choice)
{
    QStringList conditions{u"1"_s};
    QVariantList given;
    if (choice.feed) {
        conditions += u"feed_id = ?"_s;
        given += choice.feed->number;
    }
    if (choice.state) {
        conditions += u"state = ?"_s;
        given += QString(feedItemStateNames.name(*choice.state));
    }
    return reader.all(selectItems + u"WHERE "_s + conditions.join(u" AND "_s) + u" ORDER BY published DESC, id"_s, given, readItem);
}

Result<std::optional<FeedItem>> feedItem(const Reader &reader, Id<FeedItem> id)
{
    return reader.first(selectItems + u"WHERE id = ?"_s, {id.number}, readItem);
}

Result<QHash<Id<Feed>, qint64>> newItemCounts(const Reader &reader)
{
    QHash<Id<Feed>, qint64> counts;
    auto done = reader.each(u"SELECT feed_id, count(*) FROM feed_item WHERE state = 'new' GROUP BY feed_id"_s, {},
        [&](const QSqlQuery &row) { counts.insert({row.value(0).toLongLong()}, row.value(1).toLongLong()); });
    return done ? Result<QHash<Id<Feed>, qint64>>(std::move(counts)) : failure(done);
}

Result<> addFeed(Writer &writer, Feed &feed)
{
    if (!feed.id.isValid())
        feed.id = Id<Feed>::make();
    if (auto good = complete(writer, feed); !good)
        return good;
    return writer.insert(u"feed"_s, QStringList{u"id"_s} + feedColumns, QVariantList{feed.id.number} + values(feed));
}

Result<> updateFeed(Writer &writer, const Feed &feed)
{
    Feed changed = feed;
    if (auto good = complete(writer, changed); !good)
        return good;
    return writer.update(u"feed"_s, changed.id.number, feedColumns, values(changed));
}

Result<> renameFeed(Writer &writer, Id<Feed> id, const QString &title)
{
    if (title.simplified().isEmpty())
        return failure(Words::tr("The feed was not renamed."), Words::tr("The name is empty."), Words::tr("Write a name."), Error::Kind::Invalid);
    return writer.update(u"feed"_s, id.number, {u"title"_s}, {title.simplified()});
}

Result<> removeFeed(Writer &writer, Id<Feed> id)
{
    return writer.remove(u"feed"_s, id.number);
}

Result<> setFeedItemState(Writer &writer, Id<FeedItem> id, FeedItemState state)
{
    return writer.update(u"feed_item"_s, id.number, {u"state"_s}, {QString(feedItemStateNames.name(state))});
}

Result<Id<Source>> addItemAsSource(Writer &writer, Id<FeedItem> id)
{
    const auto item = feedItem(writer, id);
    if (!item)
        return failure(item);
    if (!*item)
        return failure(Words::tr("The source was not added."), Words::tr("The item is not in the project any more."), {}, Error::Kind::Refused);
    if ((*item)->source.isValid())
        return (*item)->source;
    const auto from = feed(writer, (*item)->feed);
    if (!from)
        return failure(from);
    Source source = sourceFrom(**item, from->value_or(Feed()));
    const auto known = sourceWithAddress(writer, source.address);
    if (!known)
        return failure(known);
    source.id = *known;
    if (!source.id.isValid()) {
        if (auto added = addSource(writer, source); !added)
            return failure(added);
    }
    auto kept = writer.update(u"feed_item"_s, id.number, {u"state"_s, u"source_id"_s}, {QString(feedItemStateNames.name(FeedItemState::Kept)), source.id.number});
    return kept ? Result<Id<Source>>(source.id) : failure(kept);
}

} // namespace redoubt
