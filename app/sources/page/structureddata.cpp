#include "app/sources/page/pagedate.h"
#include "app/sources/page/pagemetadata.h"
#include "app/sources/page/titles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int deepestGraph = 4;

/// The objects of a script: itself, those in an array, and those in its @graph.
void collect(const QJsonValue &value, int depth, QList<QJsonObject> &items)
{
    if (depth > deepestGraph)
        return;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collect(item, depth + 1, items);
        return;
    }
    const QJsonObject object = value.toObject();
    if (object.isEmpty())
        return;
    items.append(object);
    collect(object[u"@graph"], depth + 1, items);
}

bool hasType(const QJsonObject &item, bool (*fits)(const QString &type))
{
    const QJsonValue type = item[u"@type"];
    if (!type.isArray())
        return fits(type.toString());
    return std::ranges::any_of(type.toArray(), [&](const QJsonValue &one) { return fits(one.toString()); });
}

bool isArticle(const QString &type)
{
    static const QStringList others{
        u"Report"_s, u"SocialMediaPosting"_s, u"BlogPosting"_s, u"LiveBlogPosting"_s, u"DiscussionForumPosting"_s, u"APIReference"_s};
    const QString name = type.section(u'/', -1);
    return name.startsWith(u"Article") || name.endsWith(u"Article") || others.contains(name);
}

bool isWebPage(const QString &type)
{
    return type.section(u'/', -1) == u"WebPage";
}

/// The name of a person or an organization, or of several.
QString namesOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().trimmed();
    if (value.isObject())
        return value[u"name"].toString().trimmed();
    QStringList names;
    for (const QJsonValue &one : value.toArray()) {
        if (const QString name = namesOf(one.isArray() ? QJsonValue() : one); !name.isEmpty())
            names.append(name);
    }
    return names.join(u", ");
}

QString titleOfArticle(const QJsonObject &article, const QString &title)
{
    const QString name = article[u"name"].toString().trimmed();
    const QString headline = article[u"headline"].toString().trimmed();
    if (name.isEmpty() || headline.isEmpty() || name == headline)
        return name.isEmpty() ? headline : name;
    const bool isHeadline = titleLikeness(titleWords(headline), title) > 0.75 && titleLikeness(titleWords(name), title) <= 0.75;
    return isHeadline ? headline : name;
}

QJsonValue parsed(const QByteArray &script)
{
    QByteArray json = script.trimmed();
    if (json.startsWith("<![CDATA["))
        json = json.sliced(9);
    if (json.endsWith("]]>"))
        json.chop(3);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace

PageMetadata readStructuredData(const QList<QByteArray> &scripts, const QString &title)
{
    QList<QJsonObject> items;
    for (const QByteArray &script : scripts)
        collect(parsed(script), 0, items);
    PageMetadata found;
    const auto article = std::ranges::find_if(std::as_const(items), [](const QJsonObject &item) { return hasType(item, isArticle); });
    if (article != items.cend()) {
        found.title = titleOfArticle(*article, title);
        found.byline = namesOf((*article)[u"author"]);
        found.site = namesOf((*article)[u"publisher"]);
        found.published = declaredDate((*article)[u"datePublished"].toString());
        found.language = languageTag((*article)[u"inLanguage"].toString());
        found.description = (*article)[u"description"].toString().trimmed();
    }
    for (const QJsonObject &item : std::as_const(items)) {
        if (found.published.isEmpty() && hasType(item, isWebPage))
            found.published = declaredDate(item[u"datePublished"].toString());
    }
    return found;
}

} // namespace redoubt
