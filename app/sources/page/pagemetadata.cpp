#include "app/sources/page/pagemetadata.h"

#include "app/sources/page/pagedate.h"
#include "app/sources/page/titles.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype longestField = 2000;

using Index = PageTree::Index;
constexpr Index none = PageTree::none;

QString attribute(const PageTree &page, Index node, const char *name)
{
    return QString::fromUtf8(page.attribute(node, name)).trimmed();
}

/// "DC.Title", "dcterms:title" and "dc:title" are one name.
QString canonicalName(const QString &written)
{
    QString name = written.toLower().simplified().remove(u' ').replace(u'.', u':');
    if (name.startsWith(u"dcterms:") || name.startsWith(u"dcterm:"))
        name = u"dc:"_s + name.section(u':', 1);
    return name;
}

/// The contents of <meta> by name; of two with one name the later one counts.
class MetaElements
{
public:
    explicit MetaElements(const PageTree &page)
    {
        for (const Index meta : page.elements(page.root(), {GUMBO_TAG_META})) {
            const QString content = attribute(page, meta, "content");
            if (content.isEmpty())
                continue;
            for (const char *naming : {"property", "name"}) {
                // One attribute may list several names.
                const QString written = attribute(page, meta, naming);
                for (const QString &name : written.split(u' ', Qt::SkipEmptyParts))
                    m_contents.insert(canonicalName(name), content);
            }
            if (const QString header = attribute(page, meta, "http-equiv"); !header.isEmpty())
                m_contents.insert(header.toLower(), content);
        }
    }

    [[nodiscard]] QString first(std::initializer_list<QStringView> names) const
    {
        for (const QStringView name : names) {
            if (const QString content = m_contents.value(name.toString()); !content.isEmpty())
                return content;
        }
        return {};
    }

    [[nodiscard]] QString firstDate(std::initializer_list<QStringView> names) const
    {
        for (const QStringView name : names) {
            if (const QString date = declaredDate(m_contents.value(name.toString())); !date.isEmpty())
                return date;
        }
        return {};
    }

private:
    QHash<QString, QString> m_contents;
};

QString bylineOf(const MetaElements &meta)
{
    const QString byline = meta.first({u"dc:creator", u"author", u"parsely-author"});
    if (!byline.isEmpty())
        return byline;
    const QString author = meta.first({u"article:author"});
    return author.contains(u"://") ? QString() : author;
}

PageMetadata ofMeta(const MetaElements &meta)
{
    PageMetadata found;
    found.title = meta.first({u"dc:title", u"og:title", u"weibo:article:title", u"weibo:webpage:title", u"title", u"twitter:title",
        u"parsely-title"});
    found.byline = bylineOf(meta);
    found.site = meta.first({u"og:site_name", u"application-name"});
    found.published = meta.firstDate({u"article:published_time", u"og:published_time", u"datepublished", u"dc:date:issued", u"dc:issued",
        u"dc:date", u"dc:created", u"date", u"pubdate", u"publish-date", u"publication_date", u"publishdate", u"parsely-pub-date",
        u"sailthru:date", u"citation_publication_date", u"citation_date", u"dc:date:created"});
    found.language = languageTag(meta.first({u"content-language", u"dc:language"}));
    if (found.language.isEmpty())
        found.language = languageTag(meta.first({u"og:locale"}));
    found.description =
        meta.first({u"dc:description", u"og:description", u"weibo:article:description", u"description", u"twitter:description"});
    return found;
}

/// The first <time> or element of microdata that tells when it was published.
QString dateInMarkup(const PageTree &page)
{
    QString any;
    for (Index node = page.root(); node != none; node = page.following(node, page.root())) {
        if (!page.isElement(node) || (!page.is(node, GUMBO_TAG_TIME) && !page.has(node, "itemprop")))
            continue;
        const QString written = page.has(node, "datetime") ? attribute(page, node, "datetime") : attribute(page, node, "content");
        const QString date = declaredDate(written.isEmpty() && page.is(node, GUMBO_TAG_TIME) ? page.wholeText(node) : written);
        if (date.isEmpty())
            continue;
        if (page.attribute(node, "itemprop").contains("datePublished") || page.has(node, "pubdate"))
            return date;
        if (any.isEmpty() && page.is(node, GUMBO_TAG_TIME) && !page.isInside(node, GUMBO_TAG_ASIDE) && !page.isInside(node, GUMBO_TAG_NAV))
            any = date;
    }
    return any;
}

PageMetadata ofMarkup(const PageTree &page)
{
    PageMetadata found;
    found.language = languageTag(attribute(page, page.root(), "lang"));
    if (found.language.isEmpty())
        found.language = languageTag(attribute(page, page.root(), "xml:lang"));
    found.published = dateInMarkup(page);
    return found;
}

/// Values of attributes are sometimes escaped twice.
QString unescaped(QString text)
{
    if (text.contains(u'&')) {
        text.replace(u"&quot;"_s, u"\""_s).replace(u"&#39;"_s, u"'"_s).replace(u"&apos;"_s, u"'"_s);
        text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&nbsp;"_s, u" "_s).replace(u"&amp;"_s, u"&"_s);
    }
    return text.left(longestField).simplified();
}

} // namespace

void PageMetadata::complete(const PageMetadata &others)
{
    for (QString PageMetadata::*field : {&PageMetadata::title, &PageMetadata::byline, &PageMetadata::site, &PageMetadata::published,
             &PageMetadata::language, &PageMetadata::description}) {
        if ((this->*field).isEmpty())
            this->*field = unescaped(others.*field);
    }
}

QString languageTag(const QString &written)
{
    static const QRegularExpression form(u"\\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\\z"_s);
    QString tag = written.section(u',', 0, 0).trimmed().replace(u'_', u'-');
    if (!form.match(tag).hasMatch())
        return {};
    QStringList parts = tag.toLower().split(u'-');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        QString &part = parts[i];
        if (part.size() == 2)
            part = part.toUpper();
        else if (part.size() == 4 && part.front().isLetter())
            part.front() = part.front().toUpper();
    }
    return parts.join(u'-');
}

PageMetadata readMetadata(const PageTree &page, const QList<QByteArray> &structuredData)
{
    const QString title = titleOf(page);
    PageMetadata found;
    found.language = ofMarkup(page).language; // what is written beats what is said of it
    found.complete(readStructuredData(structuredData, title));
    found.complete(ofMeta(MetaElements(page)));
    found.complete(ofMarkup(page));
    if (found.title.isEmpty())
        found.title = title;
    return found;
}

} // namespace redoubt
