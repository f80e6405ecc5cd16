#include "app/sources/bibliography/csljson.h"

#include "app/sources/bibliography/cslvariables.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Bibliography)
};

constexpr int deepest = 256;

/// How deep a JSON text is nested, and the lines where the values begin that stand `level` deep.
struct Shape
{
    int depth = 0;
    QList<QList<qint64>> lines{{}, {}, {}}; ///< of what begins directly within 0, 1 and 2 brackets
};

Shape shapeOf(QByteArrayView json)
{
    Shape shape;
    qint64 line = 1;
    int depth = 0;
    bool isNew = true; // a value may begin
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '\n')
            ++line;
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ':')
            continue;
        const bool isEnd = c == ']' || c == '}' || c == ',';
        if (isNew && !isEnd && depth < shape.lines.size())
            shape.lines[depth].append(line);
        isNew = c == ',' || c == '[' || c == '{';
        if (c == '"') {
            for (++i; i < json.size() && json[i] != '"'; ++i)
                i += json[i] == '\\' ? 1 : 0;
        }
        depth += c == '[' || c == '{' ? 1 : (c == ']' || c == '}') && depth > 0 ? -1 : 0;
        shape.depth = std::max(shape.depth, depth);
    }
    return shape;
}

qint64 lineOf(QByteArrayView json, qsizetype offset)
{
    return std::ranges::count(json.first(std::clamp<qsizetype>(offset, 0, json.size())), '\n') + 1;
}

BibliographyItem itemOf(const QJsonObject &object, qint64 line)
{
    BibliographyItem item{object, {}, line};
    item.tags = tagsIn(cslText(object.value(u"keyword"_s)));
    return item;
}

} // namespace

Result<Bibliography> readCslJson(const QByteArray &json)
{
    const QString what = Words::tr("The references were not read.");
    const Shape shape = shapeOf(json);
    if (shape.depth > deepest) {
        return failure(what, Words::tr("The file is nested more than %1 deep.").arg(deepest),
            Words::tr("Export it anew from the program that it comes from."), Error::Kind::Invalid);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull()) {
        return failure(what, Words::tr("Line %1 is not valid JSON: %2.").arg(QString::number(lineOf(json, error.offset)), error.errorString()),
            Words::tr("Export it anew from the program that it comes from."), Error::Kind::Invalid);
    }
    const QJsonObject whole = document.object();
    const bool isWrapped = whole.value(u"items"_s).isArray() && !whole.contains(u"type"_s);
    const QJsonArray items = document.isArray() ? document.array() : isWrapped ? whole.value(u"items"_s).toArray() : QJsonArray{whole};
    // The elements of an array at the top stand within one bracket; the rows of an object with `items` are not counted out.
    const QList<qint64> lines = document.isArray() ? shape.lines.at(1) : QList<qint64>();
    Bibliography read;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const qint64 line = lines.value(i, 1);
        if (items.at(i).isObject() && !items.at(i).toObject().isEmpty())
            read.items.append(itemOf(items.at(i).toObject(), line));
        else
            read.problems.append({line, Words::tr("This is no reference, but %1.").arg(QString::fromUtf8(QJsonDocument(QJsonArray{items.at(i)}).toJson(QJsonDocument::Compact)).chopped(1).sliced(1).left(40)), true});
    }
    return read;
}

QByteArray writeCslJson(const QList<BibliographyItem> &items)
{
    QJsonArray array;
    for (const BibliographyItem &item : items) {
        QJsonObject csl = item.csl;
        if (!haveSameTags(tagsIn(cslText(csl.value(u"keyword"_s))), item.tags))
            setText(csl, u"keyword"_s, keywordsOf(item.tags));
        if (!csl.contains(u"type"_s))
            csl.insert(u"type"_s, u"document"_s);
        array.append(csl);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

} // namespace redoubt
