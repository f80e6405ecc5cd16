#include "app/commands/command.h"

#include "app/sources/feed/feeddocument.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::FeedCommand)
};

QJsonObject jsonOf(const FeedEntry &item)
{
    return {{u"id"_s, item.id}, {u"title"_s, item.title}, {u"link"_s, item.link},
        {u"published"_s, item.published.isEmpty() ? QJsonValue() : QJsonValue(feedTime(item.published))}, {u"summary"_s, item.summary},
        {u"authors"_s, QJsonArray::fromStringList(item.authors)}};
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const auto bytes = readFeedFile(parser.positionalArguments().first());
    if (!bytes)
        return failure(bytes);
    const auto feed = readFeed(*bytes, parser.value(u"url"_s));
    if (!feed)
        return failure(feed);
    QString text = feed->title + u'\n' + (feed->link.isEmpty() ? QString() : feed->link + u'\n') + u'\n';
    QJsonArray items;
    for (const FeedEntry &item : feed->items) {
        items.append(jsonOf(item));
        text += u"%1  %2\n"_s.arg(item.published.left(10).leftJustified(10), item.title.isEmpty() ? item.link : item.title);
    }
    return Answer{text, QJsonObject{{u"title"_s, feed->title}, {u"link"_s, feed->link}, {u"items"_s, items}}};
}

} // namespace

Command feedCommand()
{
    return {u"feed"_s, u"XML [--url URL]"_s, Words::tr("Reads a feed file."),
        Words::tr("RSS, RDF, Atom, CDF and JSON Feed. Titles and summaries are plain text, dates are in UTC. Nothing is fetched. Exits 1 when it is no feed "
                  "or is broken, and says where."),
        {{u"url"_s, Words::tr("the address that the feed came from; what is relative in it is relative to that"), u"URL"_s}}, 1, 1, run};
}

} // namespace redoubt
