#include "app/sources/feed/feedxml.h"

#include "app/base/entity.h"
#include "app/sources/feed/feeddocument.h"
#include "app/sources/feed/feedprologue.h"
#include "app/sources/feed/feedtags.h"

#include <QCoreApplication>
#include <QSet>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Feed)
};

/// Before names in namespaces that no feed uses. An unknown default namespace of the root or the channel is that of the feed all the same.
const QString foreignPrefix = u"?"_s;

/// The usual prefix of a namespace; empty for those of the feeds themselves. Nothing for an unknown one.
std::optional<QString> usualPrefix(const QString &address)
{
    static const QSet<QString> feeds{u""_s, u"http://backend.userland.com/rss2"_s, u"http://blogs.law.harvard.edu/tech/rss"_s, u"http://purl.org/rss/1.0/"_s,
        u"http://my.netscape.com/rdf/simple/0.9/"_s, u"http://channel.netscape.com/rdf/simple/0.9/"_s, u"http://example.com/newformat#"_s,
        u"http://example.com/necho"_s, u"http://purl.org/echo/"_s, u"uri/of/echo/namespace#"_s, u"http://purl.org/pie/"_s, u"http://purl.org/atom/ns#"_s,
        u"http://www.w3.org/2005/atom"_s, u"http://purl.org/rss/1.0/modules/rss091#"_s, u"http://purl.org/net/rss1.1#"_s, u"http://purl.org/rss/2.0/"_s};
    static const QHash<QString, QString> others{{u"http://purl.org/dc/elements/1.1/"_s, u"dc"_s}, {u"http://purl.org/dc/elements/1.0/"_s, u"dc"_s},
        {u"http://purl.org/dc/terms/"_s, u"dcterms"_s}, {u"http://purl.org/rss/1.0/modules/content/"_s, u"content"_s},
        {u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s, u"rdf"_s}, {u"http://www.w3.org/1999/xhtml"_s, u"xhtml"_s},
        {u"http://www.itunes.com/dtds/podcast-1.0.dtd"_s, u"itunes"_s}, {u"http://example.com/dtds/podcast-1.0.dtd"_s, u"itunes"_s},
        {u"http://search.yahoo.com/mrss"_s, u"media"_s}, {u"http://search.yahoo.com/mrss/"_s, u"media"_s},
        {u"http://www.w3.org/xml/1998/namespace"_s, u"xml"_s}, {u"http://purl.org/rss/1.0/modules/link/"_s, u"l"_s},
        {u"http://www.w3.org/2000/svg"_s, u"svg"_s}};
    const QString lower = address.trimmed().toLower();
    if (feeds.contains(lower) || lower.contains(u"backend.userland.com/rss"))
        return QString();
    const auto written = others.constFind(lower);
    const auto found = written == others.constEnd() ? others.constFind(lower + u'/') : written;
    return found == others.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

/// What references of the document stand for. Unknown ones stay as they are.
class FeedXml::Entities : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        const auto own = declared.constFind(name);
        const bool isOwn = own != declared.constEnd();
        const QString value = isOwn ? *own : entityText(name);
        grown += value.size();
        // What comes back is read as markup, and an empty text as none.
        if (grown > feedlimits::largestField || (isOwn && value.isEmpty()))
            return u" "_s;
        if (isOwn)
            return value;
        return value.isEmpty() ? u"&amp;"_s + name + u';' : value.toHtmlEscaped();
    }

    QHash<QString, QString> declared;
    qint64 grown = 0;
};

FeedXml::FeedXml(const QString &text)
    : m_entities(std::make_unique<Entities>())
{
    FeedPrologue prologue = withoutPrologue(text);
    if (!prologue.problem.isEmpty()) {
        refuse(prologue.text, prologue.problemAt, prologue.problem);
        return;
    }
    const QString repaired = repairedXml(prologue.text);
    if (const qsizetype at = overfullTag(repaired); at >= 0) {
        refuse(repaired, at, Words::tr("A tag has more than %1 attributes.").arg(mostAttributes));
        return;
    }
    m_entities->declared = std::move(prologue.entities);
    m_xml.setNamespaceProcessing(false);
    m_xml.setEntityResolver(m_entities.get());
    m_xml.addData(withFittingTags(repaired));
}

FeedXml::~FeedXml() = default;

void FeedXml::refuse(const QString &text, qsizetype at, const QString &why)
{
    const QStringView before = QStringView(text).first(at);
    m_problem = Words::tr("Line %1, column %2: %3").arg(QString::number(before.count(u'\n') + 1), QString::number(before.size() - before.lastIndexOf(u'\n')), why);
}

void FeedXml::fail(const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = Words::tr("Line %1, column %2: %3").arg(QString::number(m_xml.lineNumber()), QString::number(m_xml.columnNumber() + 1), why);
}

/// The usual prefix for one of the document; those that are not declared are taken as the usual ones.
QString FeedXml::usualOf(const QString &prefix) const
{
    for (auto open = m_open.crbegin(); open != m_open.crend(); ++open) {
        if (const auto found = open->prefixes.constFind(prefix); found != open->prefixes.constEnd())
            return *found;
    }
    return prefix.toLower();
}

QString FeedXml::usualName(QStringView written, bool isElement) const
{
    const qsizetype colon = written.indexOf(u':');
    const QString local = written.sliced(colon + 1).toString().toLower();
    if (colon < 0 && !isElement)
        return local;
    const QString prefix = written.first(std::max<qsizetype>(colon, 0)).toString();
    const QString usual = usualOf(prefix);
    return usual.isEmpty() ? local : usual + u':' + local;
}

void FeedXml::begin()
{
    Open open{base()};
    const bool isOuter = m_open.isEmpty() || m_xml.qualifiedName() == u"channel";
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        const QStringView name = attribute.qualifiedName();
        if (name != u"xmlns" && !name.startsWith(u"xmlns:"))
            continue;
        const QString prefix = name.size() > 6 ? name.sliced(6).toString() : QString();
        const auto usual = usualPrefix(attribute.value().toString());
        open.prefixes.insert(prefix, usual.value_or(prefix.isEmpty() ? (isOuter ? QString() : foreignPrefix) : foreignPrefix + prefix.toLower()));
    }
    m_open.append(open);
    m_name = usualName(m_xml.qualifiedName(), true);
    m_attributes.clear();
    for (const QXmlStreamAttribute &attribute : attributes)
        m_attributes.insert(usualName(attribute.qualifiedName(), false), attribute.value().toString());
    const QString written = m_attributes.contains(u"xml:base"_s) ? attribute(u"xml:base"_s) : attribute(u"base"_s);
    if (!written.isEmpty())
        m_open.last().base = resolvedAddress(m_open.last().base, written);
    if (m_open.size() > feedlimits::deepestNesting)
        fail(Words::tr("It nests deeper than %1 levels.").arg(feedlimits::deepestNesting));
}

QXmlStreamReader::TokenType FeedXml::next()
{
    QString unused;
    return next(unused);
}

QXmlStreamReader::TokenType FeedXml::next(QString &text)
{
    if (std::exchange(m_endsNext, false))
        m_open.removeLast();
    if (m_hasBegun && m_open.isEmpty())
        return QXmlStreamReader::NoToken;
    while (!hasFailed()) {
        const auto token = m_xml.readNext();
        if (m_entities->grown > feedlimits::largestField)
            fail(Words::tr("Its entities grow to more than %1 characters.").arg(feedlimits::largestField));
        else if (m_xml.hasError())
            fail(m_xml.errorString());
        else if (token == QXmlStreamReader::Characters)
            text += m_xml.text();
        if (text.size() > feedlimits::largestField)
            fail(Words::tr("A field has more than %1 MiB.").arg(feedlimits::largestField / 1024 / 1024));
        if (hasFailed() || (token != QXmlStreamReader::StartElement && token != QXmlStreamReader::EndElement))
            continue;
        if (token == QXmlStreamReader::StartElement) {
            begin();
            m_hasBegun = true;
        } else {
            m_name = usualName(m_xml.qualifiedName(), true);
            m_endsNext = true;
        }
        if (!hasFailed())
            return token;
    }
    return QXmlStreamReader::Invalid;
}

void FeedXml::skip()
{
    const qsizetype level = m_open.size();
    for (;;) {
        QString unused;
        const auto token = next(unused);
        if ((token == QXmlStreamReader::EndElement && m_open.size() == level) || token == QXmlStreamReader::Invalid || token == QXmlStreamReader::NoToken)
            return;
    }
}

} // namespace redoubt
