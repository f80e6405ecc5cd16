#include "app/sources/feed/opml.h"

#include "app/sources/feed/feeddocument.h"
#include "app/sources/feed/feedxml.h"

#include <QCoreApplication>
#include <QLocale>
#include <QXmlStreamWriter>

#include <algorithm>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Feed)
};

/// An outline with those in it, as they are written.
struct Folder
{
    QString name;
    QList<qsizetype> feeds{};
    QList<Folder> folders{};
};

Result<OpmlList> refused(const QString &why)
{
    return failure(Words::tr("The list of feeds was not read."), why, Words::tr("Export it again from the program that it comes from."), Error::Kind::Invalid);
}

QString titleOf(const FeedXml &xml)
{
    const QString text = xml.attribute(u"text"_s).trimmed();
    return text.isEmpty() ? xml.attribute(u"title"_s).trimmed() : text;
}

QString addressOf(const FeedXml &xml)
{
    const QString type = xml.attribute(u"type"_s).trimmed().toLower();
    const QString address = xml.attribute(u"xmlurl"_s).trimmed();
    return address.isEmpty() && (type == "rss"_L1 || type == "atom"_L1) ? xml.attribute(u"url"_s).trimmed() : address;
}

/// Outlines nest as deep as FeedXml lets them.
void readOutlines(FeedXml &xml, OpmlList &list, const QStringList &folder)
{
    while (xml.next() == QXmlStreamReader::StartElement) {
        if (xml.name() != "outline"_L1) {
            xml.skip();
            continue;
        }
        const QString title = titleOf(xml);
        QStringList inner = folder;
        if (const QString address = addressOf(xml); !address.isEmpty())
            list.feeds.append(OpmlFeed{title, address, xml.attribute(u"htmlurl"_s).trimmed(), folder, xml.line()});
        else if (!title.isEmpty())
            inner += title;
        readOutlines(xml, list, inner);
    }
}

void readHead(FeedXml &xml, OpmlList &list)
{
    while (xml.next() == QXmlStreamReader::StartElement) {
        const bool isTitle = xml.name() == "title"_L1;
        QString text;
        while (xml.next(text) == QXmlStreamReader::StartElement)
            xml.skip();
        if (isTitle)
            list.title = text.simplified();
    }
}

Folder &folderAt(Folder &root, const QStringList &path)
{
    Folder *at = &root;
    for (const QString &name : path) {
        const auto found = std::ranges::find(at->folders, name, &Folder::name);
        if (found != at->folders.end()) {
            at = &*found;
            continue;
        }
        at->folders.append(Folder{name});
        at = &at->folders.last();
    }
    return *at;
}

void writeFolder(QXmlStreamWriter &xml, const Folder &folder, const QList<OpmlFeed> &feeds)
{
    for (const qsizetype index : folder.feeds) {
        const OpmlFeed &feed = feeds.at(index);
        xml.writeEmptyElement(u"outline"_s);
        xml.writeAttribute(u"type"_s, u"rss"_s);
        xml.writeAttribute(u"text"_s, feed.title);
        xml.writeAttribute(u"title"_s, feed.title);
        xml.writeAttribute(u"xmlUrl"_s, feed.address);
        if (!feed.site.isEmpty())
            xml.writeAttribute(u"htmlUrl"_s, feed.site);
    }
    for (const Folder &inner : folder.folders) {
        xml.writeStartElement(u"outline"_s);
        xml.writeAttribute(u"text"_s, inner.name);
        xml.writeAttribute(u"title"_s, inner.name);
        writeFolder(xml, inner, feeds);
        xml.writeEndElement();
    }
}

} // namespace

Result<OpmlList> readOpml(const QByteArray &bytes)
{
    if (bytes.size() > feedlimits::largestFile) {
        return refused(Words::tr("It has more than %1.").arg(QLocale().formattedDataSize(feedlimits::largestFile)));
    }
    const QString text = decodeFeed(bytes);
    if (QStringView(text).trimmed().isEmpty())
        return refused(Words::tr("It is empty."));
    FeedXml xml(text);
    OpmlList list;
    if (xml.next() == QXmlStreamReader::StartElement && xml.name() != "opml"_L1)
        return refused(Words::tr("It begins with “%1” where a list of feeds has “opml”.").arg(xml.name().left(40)));
    while (!xml.hasFailed() && xml.next() == QXmlStreamReader::StartElement) {
        if (xml.name() == "body"_L1)
            readOutlines(xml, list, {});
        else if (xml.name() == "head"_L1)
            readHead(xml, list);
        else
            xml.skip();
    }
    return xml.hasFailed() ? refused(xml.problem()) : Result<OpmlList>(std::move(list));
}

QByteArray writeOpml(const OpmlList &list)
{
    Folder root;
    for (qsizetype i = 0; i < list.feeds.size(); ++i)
        folderAt(root, list.feeds.at(i).folder).feeds.append(i);
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"opml"_s);
    xml.writeAttribute(u"version"_s, u"2.0"_s);
    xml.writeStartElement(u"head"_s);
    xml.writeTextElement(u"title"_s, list.title);
    xml.writeEndElement();
    xml.writeStartElement(u"body"_s);
    writeFolder(xml, root, list.feeds);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

} // namespace redoubt
