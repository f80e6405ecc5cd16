#include "app/sources/feed/feedfield.h"

#include "app/sources/feed/feedtext.h"
#include "app/sources/feed/feedxml.h"

#include <QRegularExpression>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

bool isBase64(const FeedField &field)
{
    if (field.mode == "base64"_L1)
        return true;
    const QString &type = field.type;
    return type.contains(u'/') && !type.startsWith(u"text/") && !type.endsWith(u"+xml") && !type.endsWith(u"/xml") && !type.contains(u"html");
}

QString decodedBase64(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.simplified().remove(u' ').toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? QString::fromUtf8(*decoded) : text;
}

FeedMarkup markupOf(const FeedField &field, FeedMarkup untyped)
{
    if (field.mode == "xml"_L1)
        return FeedMarkup::Text;
    if (field.type.isEmpty())
        return untyped;
    if (field.type.contains(u"xhtml"))
        return field.mode == "escaped"_L1 ? FeedMarkup::Html : FeedMarkup::Text;
    if (field.type.contains(u"html"))
        return FeedMarkup::Html;
    return untyped == FeedMarkup::Text ? FeedMarkup::Text : FeedMarkup::Either;
}

} // namespace

FeedField readFeedField(FeedXml &xml)
{
    FeedField field{.name = xml.name(), .base = xml.base()};
    field.type = xml.attribute(u"type"_s).trimmed().toLower();
    field.mode = xml.attribute(u"mode"_s).trimmed().toLower();
    field.rel = xml.attribute(u"rel"_s).trimmed().toLower();
    for (const QString &name : {u"href"_s, u"url"_s, u"uri"_s}) {
        if (!field.hasHref && xml.hasAttribute(name)) {
            field.hasHref = true;
            field.href = xml.attribute(name);
        }
    }
    field.saysItIsPermanent = xml.attribute(u"ispermalink"_s) == "true"_L1;
    field.isPermanent = field.saysItIsPermanent || !xml.hasAttribute(u"ispermalink"_s);
    const int level = xml.depth();
    QString part;
    qsizetype partFrom = 0;
    for (;;) {
        const auto token = xml.next(field.text);
        if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::NoToken || (token == QXmlStreamReader::EndElement && xml.depth() == level))
            break;
        const QString name = xml.name().section(u':', -1);
        field.hasMarkup = true;
        if (isBlockElement(name))
            field.text += u'\n';
        if (token == QXmlStreamReader::EndElement && xml.depth() == level + 1)
            field.parts.insert(part, field.text.sliced(partFrom).simplified());
        if (token == QXmlStreamReader::StartElement && xml.depth() == level + 1) {
            part = name;
            partFrom = field.text.size();
        }
        if (token == QXmlStreamReader::StartElement && isHiddenElement(name))
            xml.skip();
    }
    return field;
}

QString plainText(const FeedField &field, FeedMarkup untyped)
{
    if (field.hasMarkup)
        return withoutC1(tidyLines(field.text));
    const bool wasBase64 = isBase64(field);
    const QString text = wasBase64 ? decodedBase64(field.text) : field.text;
    const FeedMarkup markup = wasBase64 ? FeedMarkup::Either : markupOf(field, untyped);
    const bool isHtml = markup == FeedMarkup::Html || (markup == FeedMarkup::Either && looksLikeHtml(text));
    return withoutC1(isHtml ? textOfHtml(text) : text.trimmed());
}

QString personName(const FeedField &field)
{
    static const QRegularExpression mailFirst(u"\\A\\S+@\\S+\\s*\\(([^()]+)\\)\\z"_s);
    static const QRegularExpression mailLast(u"\\A(.*\\S)\\s*[<(]\\S+@\\S+[>)]\\z"_s);
    for (const QString &part : {u"name"_s, u"email"_s}) {
        if (const QString value = field.parts.value(part); !value.isEmpty())
            return withoutC1(value);
    }
    const QString text = plainText(field, FeedMarkup::Either).simplified();
    for (const QRegularExpression *pattern : {&mailFirst, &mailLast}) {
        if (const auto match = pattern->match(text); match.hasMatch())
            return match.captured(1).simplified();
    }
    return text;
}

} // namespace redoubt
