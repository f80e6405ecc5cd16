#include "app/sources/feed/feeddiscovery.h"

#include "app/sources/page/tagreader.h"
#include "app/sources/source.h"

namespace redoubt {

namespace {

/// A page says it in its head.
constexpr qsizetype longestHead = 1024 * 1024;

bool namesFeed(QByteArrayView markup, qsizetype at)
{
    const QByteArray type = attributeOf(markup, at, "type").toByteArray().trimmed().toLower();
    const QByteArrayList relations = attributeOf(markup, at, "rel").toByteArray().toLower().simplified().split(' ');
    return relations.contains("alternate")
        && (type == "application/rss+xml" || type == "application/atom+xml" || type == "application/rdf+xml" || type == "application/feed+json");
}

QUrl linkOf(QByteArrayView markup, qsizetype at, const QUrl &base)
{
    const QByteArray link = attributeOf(markup, at, "href").toByteArray().trimmed().replace("&amp;", "&");
    return link.isEmpty() ? QUrl() : base.resolved(QUrl(QString::fromUtf8(link)));
}

} // namespace

QString feedOfPage(const QByteArray &html, const QString &address)
{
    const QByteArrayView markup = QByteArrayView(html).first(std::min(html.size(), longestHead));
    QUrl base(address);
    for (qsizetype at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
        const char next = at + 1 < markup.size() ? markup.at(at + 1) : '\0';
        const MarkupTag tag = readTag(markup, at);
        const qsizetype start = at;
        if (tag.name.isEmpty())
            at = next == '!' || next == '?' ? endOfDeclaration(markup, at) : at + 1;
        else
            at = tag.end;
        if (tag.isEnd)
            continue;
        if (tag.is("script")) {
            const qsizetype end = findScriptEnd(markup, at);
            at = end < 0 ? markup.size() : end;
        } else if (tag.is("base")) {
            base = linkOf(markup, start, base);
        } else if (tag.is("link") && namesFeed(markup, start)) {
            const QString found = linkOf(markup, start, base).toString(QUrl::FullyEncoded);
            if (!webAddress(found).isEmpty())
                return found;
        }
    }
    return {};
}

} // namespace redoubt
