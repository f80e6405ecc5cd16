#include "app/sources/feed/jsonfeed.h"

#include "app/sources/feed/feeddate.h"
#include "app/sources/feed/feedtext.h"
#include "app/sources/feed/feedxml.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Feed)
};

QString place(QByteArrayView json, qsizetype at)
{
    const QByteArrayView before = json.first(std::min(at, json.size()));
    return Words::tr("Line %1, column %2: %3").arg(before.count('\n') + 1).arg(before.size() - before.lastIndexOf('\n'));
}

/// Where it nests too deep or a text is too long; -1 where nothing is.
qsizetype overLimit(QByteArrayView json)
{
    int depth = 0;
    qsizetype textFrom = -1;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (textFrom >= 0) {
            if (at - textFrom > feedlimits::largestField)
                return textFrom;
            if (c == '\\')
                ++at;
            else if (c == '"')
                textFrom = -1;
        } else if (c == '"') {
            textFrom = at;
        } else if (c == '{' || c == '[') {
            if (++depth > feedlimits::deepestNesting)
                return at;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return -1;
}

QString textOf(const QJsonValue &value)
{
    const QString text = value.isString() ? value.toString().trimmed() : QString();
    return withoutC1(looksLikeHtml(text) ? textOfHtml(text) : text);
}

/// Texts as they are; numbers as they would be written.
QString idOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toVariant().toString();
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString().trimmed();
}

QStringList authorsOf(const QJsonObject &object)
{
    QJsonArray authors = object[u"authors"].toArray();
    if (authors.isEmpty())
        authors = {object[u"author"]};
    QStringList names;
    for (const auto &author : std::as_const(authors)) {
        const QString name = textOf(author[u"name"]).simplified();
        if (!name.isEmpty())
            names.append(name);
    }
    names.removeDuplicates();
    return names;
}

QString summaryOf(const QJsonObject &item)
{
    if (const QString summary = textOf(item[u"summary"]); !summary.isEmpty())
        return summary;
    const QString text = item[u"content_text"].toString().trimmed();
    return text.isEmpty() ? withoutC1(textOfHtml(item[u"content_html"].toString())) : text;
}

FeedEntry entryOf(const QJsonObject &item, const QString &base, const QStringList &feedAuthors)
{
    FeedEntry entry{.id = idOf(item[u"id"]), .title = textOf(item[u"title"]).simplified(), .link = {}, .published = {}, .summary = summaryOf(item), .authors = authorsOf(item)};
    for (const auto &name : {"url"_L1, "external_url"_L1}) {
        if (const QString address = item[name].toString(); entry.link.isEmpty() && !address.isEmpty())
            entry.link = resolvedAddress(base, address);
    }
    for (const auto &name : {"date_published"_L1, "date_modified"_L1}) {
        if (entry.published.isEmpty())
            entry.published = feedDate(item[name].toString());
    }
    if (entry.authors.isEmpty())
        entry.authors = feedAuthors;
    return entry;
}

} // namespace

Result<FeedDocument> readJsonFeed(const QString &text, const QString &address)
{
    const QByteArray json = text.toUtf8();
    if (const qsizetype at = overLimit(json); at >= 0) {
        return noFeed(place(json, at).arg(json[at] == '"' ? Words::tr("A field has more than %1 MiB.").arg(feedlimits::largestField / 1024 / 1024)
                                                           : Words::tr("It nests deeper than %1 levels.").arg(feedlimits::deepestNesting)));
    }
    QJsonParseError error;
    const QJsonObject feed = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return noFeed(place(json, error.offset).arg(error.errorString()));
    // Many say no version; a list of items is what makes a feed.
    if (!feed[u"items"].isArray())
        return noFeed(Words::tr("It is JSON, but no JSON Feed."));
    const QString own = feed[u"feed_url"].toString().trimmed();
    const QString base = own.isEmpty() ? address : own;
    FeedDocument document{.title = textOf(feed[u"title"]).simplified(), .link = resolvedAddress(base, feed[u"home_page_url"].toString()), .address = own, .items = {}};
    const QStringList authors = authorsOf(feed);
    const QJsonArray items = feed[u"items"].toArray();
    for (const auto &item : items) {
        if (item.isObject())
            document.items.append(entryOf(item.toObject(), base, authors));
    }
    return document;
}

} // namespace redoubt
