#include "app/sources/bibliography/sourceitem.h"

#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/bibliography/personnames.h"
#include "app/sources/bibliography/referencedates.h"
#include "app/sources/bibliography/referencetypes.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Bibliography)
};

const QString own = u"redoubt"_s; ///< the member of `custom` that is ours

QJsonValue ownValue(const QJsonObject &csl, const QString &name)
{
    return csl.value(u"custom"_s).toObject().value(own).toObject().value(name);
}

void setOwn(QJsonObject &csl, const QString &name, const QString &value)
{
    QJsonObject custom = csl.value(u"custom"_s).toObject();
    QJsonObject ours = custom.value(own).toObject();
    setText(ours, name, value);
    if (ours.isEmpty())
        custom.remove(own);
    else
        custom.insert(own, ours);
    if (custom.isEmpty())
        csl.remove(u"custom"_s);
    else
        csl.insert(u"custom"_s, custom);
}

/// Where the one who publishes is the paper, the site or the station, and not the house behind it.
bool isOfAContainer(const QString &type)
{
    static const QStringList types{u"article-newspaper"_s, u"article-magazine"_s, u"article-journal"_s, u"post"_s, u"post-weblog"_s, u"webpage"_s,
        u"broadcast"_s, u"review"_s, u"review-book"_s};
    return types.contains(type);
}

QString plain(const QJsonObject &csl, const QString &name)
{
    return withoutMarkup(cslText(csl.value(name)));
}

QString notesOf(const QJsonObject &csl)
{
    QStringList notes;
    for (const QString &name : {u"note"_s, u"annote"_s}) {
        if (const QString note = cslText(csl.value(name)).trimmed(); !note.isEmpty() && !notes.contains(note))
            notes.append(note);
    }
    return notes.join(u"\n\n"_s);
}

/// Of what there is when there is no title.
QString madeTitle(const QJsonObject &csl)
{
    if (const QString made = ownValue(csl, u"title"_s).toString(); !made.isEmpty())
        return made;
    for (const QString &name : {u"title-short"_s, u"shortTitle"_s, u"reviewed-title"_s, u"event-title"_s, u"container-title"_s, u"collection-title"_s, u"genre"_s,
             u"URL"_s, u"DOI"_s, u"note"_s}) {
        if (const QString text = plain(csl, name); !text.isEmpty())
            return text.left(200);
    }
    const QString who = readableNames(csl.value(u"author"_s).toArray());
    const QString when = edtfOfCsl(csl.value(u"issued"_s));
    if (!who.isEmpty())
        return when.isEmpty() ? who : who + u", "_s + when;
    const QString id = plain(csl, u"id"_s);
    return id.isEmpty() ? Words::tr("Without a title") : id;
}

/// The fewest fields by which the source is of the CSL type that the item has.
QJsonObject fieldsOfType(Source source, const QJsonObject &csl)
{
    const QJsonObject genre = csl.contains(u"genre"_s) ? QJsonObject{{u"genre"_s, csl.value(u"genre"_s)}} : QJsonObject();
    for (const QJsonObject &fields : {QJsonObject(), genre}) {
        source.fields = fields;
        const QJsonObject again = itemOfSource(source, {}).csl;
        if (again.value(u"type"_s) == csl.value(u"type"_s) && again.value(u"genre"_s) == csl.value(u"genre"_s) && ownValue(again, u"type"_s) == ownValue(csl, u"type"_s))
            return fields;
    }
    QJsonObject fields = genre;
    fields.insert(u"type"_s, csl.value(u"type"_s));
    return fields;
}

/// Leaves in `fields` what the columns do not give back.
void leaveRest(Source &source, const BibliographyItem &item)
{
    source.fields = item.csl;
    for (const QString &name : {u"id"_s, u"citation-key"_s}) {
        if (cslText(source.fields.value(name)) == source.key)
            source.fields.remove(name);
    }
    Source bare = source;
    bare.fields = QJsonObject{{u"type"_s, item.csl.value(u"type"_s)}};
    if (const QString title = ownValue(item.csl, u"title"_s).toString(); !title.isEmpty())
        setOwn(bare.fields, u"title"_s, title);
    const QJsonObject again = itemOfSource(bare, item.tags).csl;
    for (auto column = again.begin(); column != again.end(); ++column) {
        if (source.fields.value(column.key()) == column.value() && column.key() != u"custom" && column.key() != u"type")
            source.fields.remove(column.key());
    }
    const QJsonObject type = fieldsOfType(bare, item.csl);
    for (const QString &name : {u"type"_s, u"genre"_s}) {
        if (type.contains(name))
            source.fields.insert(name, type.value(name));
        else
            source.fields.remove(name);
    }
    setOwn(source.fields, u"type"_s, {});
}

} // namespace

QString doiOf(const Source &source)
{
    QString doi = cslText(source.fields.value(u"DOI"_s)).trimmed().toLower();
    for (const QString &prefix : {u"https://"_s, u"http://"_s, u"dx."_s, u"doi.org/"_s, u"doi:"_s}) {
        if (doi.startsWith(prefix))
            doi = doi.sliced(prefix.size()).trimmed();
    }
    return doi;
}

Source sourceOfItem(const BibliographyItem &item)
{
    const QJsonObject &csl = item.csl;
    const QString type = cslText(csl.value(u"type"_s));
    Source source;
    for (const QString &name : {u"citation-key"_s, u"id"_s}) {
        if (const QString key = cslText(csl.value(name)).trimmed(); source.key.isEmpty() && !key.isEmpty() && isCitable(key))
            source.key = key;
    }
    source.type = sourceTypeNames.value(ownValue(csl, u"type"_s).toString()).value_or(referenceTypeOfCsl(type, plain(csl, u"genre"_s)).type);
    source.title = plain(csl, u"title"_s);
    source.author = readableNames(csl.value(u"author"_s).toArray());
    const QString container = plain(csl, u"container-title"_s);
    source.publisher = isOfAContainer(type) && !container.isEmpty() ? container : plain(csl, u"publisher"_s);
    source.published = edtfOfCsl(csl.value(u"issued"_s));
    const QString address = cslText(csl.value(u"URL"_s)).trimmed();
    source.address = webAddress(address).isEmpty() ? QString() : address;
    source.language = cslText(csl.value(u"language"_s)).trimmed();
    source.note = notesOf(csl);
    BibliographyItem named = item;
    // An id that cannot be cited: itemOfSource() has put it aside.
    if (const QString id = ownValue(csl, u"id"_s).toString(); !id.isEmpty()) {
        named.csl.insert(u"id"_s, id);
        setOwn(named.csl, u"id"_s, {});
    }
    if (source.title.isEmpty()) {
        source.title = madeTitle(csl);
        setOwn(named.csl, u"title"_s, source.title);
    }
    leaveRest(source, named);
    return source;
}

namespace {

/// The CSL of a column: what the fields keep of it as long as that says the same.
void setColumn(QJsonObject &csl, const QJsonObject &fields, const QString &name, const QString &column, const QString &kept, const QJsonValue &made)
{
    if (column == kept && fields.contains(name))
        csl.insert(name, fields.value(name));
    else if (column.isEmpty())
        csl.remove(name);
    else
        csl.insert(name, made);
}

void setType(const Source &source, QJsonObject &csl)
{
    const QString kept = cslText(source.fields.value(u"type"_s));
    const QString genre = withoutMarkup(cslText(source.fields.value(u"genre"_s)));
    if (!kept.isEmpty() && referenceTypeOfCsl(kept, genre).type == source.type)
        return;
    const ReferenceType &type = referenceTypeOf(source.type);
    csl.insert(u"type"_s, QString(type.csl));
    if (type.genre && genre.isEmpty())
        csl.insert(u"genre"_s, QString::fromLatin1(type.genre));
    const QString now = cslText(csl.value(u"genre"_s));
    setOwn(csl, u"type"_s, referenceTypeOfCsl(QString(type.csl), now).type == source.type ? QString() : QString(sourceTypeNames.name(source.type)));
}

/// The variable that the column of the publisher says, in an item that has its type.
QString publisherVariable(const Source &source, const QJsonObject &csl)
{
    const QString container = withoutMarkup(cslText(source.fields.value(u"container-title"_s)));
    const QString publisher = withoutMarkup(cslText(source.fields.value(u"publisher"_s)));
    const bool isTheHouse = container.isEmpty() && !publisher.isEmpty() && publisher == source.publisher;
    return isOfAContainer(cslText(csl.value(u"type"_s))) && !isTheHouse ? u"container-title"_s : u"publisher"_s;
}

void setPublisher(const Source &source, QJsonObject &csl)
{
    const QString name = publisherVariable(source, csl);
    setColumn(csl, source.fields, name, source.publisher, withoutMarkup(cslText(source.fields.value(name))), source.publisher);
}

void setNotes(const Source &source, QJsonObject &csl)
{
    if (notesOf(source.fields) == source.note)
        return;
    csl.remove(u"annote"_s);
    setText(csl, u"note"_s, source.note);
}

} // namespace

QStringList columnVariables(const Source &source)
{
    QJsonObject csl = source.fields;
    setType(source, csl);
    return {u"id"_s, u"citation-key"_s, u"type"_s, u"title"_s, u"author"_s, publisherVariable(source, csl), u"issued"_s, u"URL"_s, u"language"_s, u"note"_s,
        u"annote"_s, u"keyword"_s};
}

BibliographyItem itemOfSource(const Source &source, const QStringList &tags)
{
    BibliographyItem item{source.fields, tags};
    QJsonObject &csl = item.csl;
    const QJsonObject &fields = source.fields;
    if (const QString id = cslText(fields.value(u"id"_s)); !id.isEmpty() && id != source.key)
        setOwn(csl, u"id"_s, id);
    setText(csl, u"id"_s, source.key);
    setType(source, csl);
    if (ownValue(fields, u"title"_s).toString() == source.title) {
        csl.remove(u"title"_s);
    } else {
        setOwn(csl, u"title"_s, {});
        setColumn(csl, fields, u"title"_s, source.title, withoutMarkup(cslText(fields.value(u"title"_s))), source.title);
    }
    setColumn(csl, fields, u"author"_s, source.author, readableNames(fields.value(u"author"_s).toArray()), namesFromReadable(source.author));
    setPublisher(source, csl);
    setColumn(csl, fields, u"issued"_s, source.published, edtfOfCsl(fields.value(u"issued"_s)), cslOfEdtf(source.published));
    const QString address = cslText(fields.value(u"URL"_s)).trimmed();
    if (!source.address.isEmpty() || !webAddress(address).isEmpty())
        setColumn(csl, fields, u"URL"_s, source.address, address, source.address);
    setColumn(csl, fields, u"language"_s, source.language, cslText(fields.value(u"language"_s)).trimmed(), source.language);
    setNotes(source, csl);
    if (!haveSameTags(tagsIn(cslText(fields.value(u"keyword"_s))), tags))
        setText(csl, u"keyword"_s, keywordsOf(tags));
    return item;
}

} // namespace redoubt
