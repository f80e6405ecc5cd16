#include "app/sources/annotation.h"

#include "app/sources/anchoring.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Annotation)
};

constexpr qsizetype longestAnnotation = 16 * 1024 * 1024;
constexpr int deepest = 16;
constexpr auto colourClass = "colour-"_L1;

qsizetype charactersIn(QStringView text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

/// Where the character with this number begins, in UTF-16 units; the end of the text for those behind it.
qsizetype unitOf(QStringView text, qint64 character)
{
    qsizetype unit = 0;
    for (qint64 i = 0; i < character && unit < text.size(); ++i)
        unit += text[unit].isHighSurrogate() && unit + 1 < text.size() && text[unit + 1].isLowSurrogate() ? 2 : 1;
    return unit;
}

QJsonObject textualBody(const QString &value, const QString &purpose)
{
    return {{u"type"_s, u"TextualBody"_s}, {u"value"_s, value}, {u"format"_s, u"text/plain"_s}, {u"purpose"_s, purpose}};
}

/// One value, or the values of an array.
QList<QJsonValue> listOf(const QJsonValue &value)
{
    QList<QJsonValue> list;
    if (!value.isArray()) {
        list.append(value);
        return list;
    }
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        list.append(item);
    return list;
}

struct Selectors
{
    std::optional<QJsonObject> quote;
    std::optional<QJsonObject> position;
};

/// Each kind where it stands first; a selector that refines another counts before it.
void collect(const QJsonValue &selector, Selectors &found, int depth)
{
    for (const QJsonValue &value : listOf(selector)) {
        const QJsonObject object = value.toObject();
        if (depth < deepest && object.contains("refinedBy"_L1))
            collect(object["refinedBy"_L1], found, depth + 1);
        const QString type = object["type"_L1].toString();
        if (type == "TextQuoteSelector"_L1 && !found.quote && !object["exact"_L1].toString().isEmpty())
            found.quote = object;
        if (type == "TextPositionSelector"_L1 && !found.position && object["start"_L1].isDouble() && object["end"_L1].isDouble())
            found.position = object;
    }
}

void readBody(const QJsonObject &body, Excerpt &excerpt)
{
    const QString value = body["value"_L1].toString();
    const QString purpose = body["purpose"_L1].toString();
    if (purpose == "identifying"_L1)
        excerpt.speaker = value.simplified();
    else if (purpose != "tagging"_L1 && !value.trimmed().isEmpty())
        excerpt.note += excerpt.note.isEmpty() ? value : u"\n\n"_s + value;
}

void readColour(const QJsonValue &target, Excerpt &excerpt)
{
    const QString style = target["styleClass"_L1].toString();
    bool isNumber = false;
    const int colour = style.startsWith(colourClass) ? QStringView(style).sliced(colourClass.size()).toInt(&isNumber) : 0;
    if (isNumber && colour >= 0 && colour <= 7)
        excerpt.colour = colour;
}

std::unexpected<Error> refused(const QString &why, const QString &remedy)
{
    return failure(Words::tr("The annotation was not read."), why, remedy, Error::Kind::Invalid);
}

qint64 characterNumber(const QJsonValue &value)
{
    return qint64(std::clamp(value.toDouble(), 0.0, 1e12));
}

/// The passage that the selectors mean.
Result<Excerpt> located(const Selectors &selectors, const Capture &capture)
{
    Excerpt wanted;
    if (selectors.position) {
        wanted.start = unitOf(capture.text, characterNumber((*selectors.position)["start"_L1]));
        wanted.end = unitOf(capture.text, characterNumber((*selectors.position)["end"_L1]));
    }
    if (!selectors.quote)
        return excerptOf(capture, wanted.start, wanted.end);
    wanted.exact = (*selectors.quote)["exact"_L1].toString();
    wanted.prefix = (*selectors.quote)["prefix"_L1].toString().right(200);
    wanted.suffix = (*selectors.quote)["suffix"_L1].toString().left(200);
    const Anchoring found = anchor(wanted, capture.text);
    if (found.kind == Anchoring::Kind::Lost) {
        return refused(Words::tr("Its passage is not in the captured text: “%1”").arg(wanted.exact.left(80).simplified()),
            Words::tr("Choose the capture that was annotated, or capture the source again."));
    }
    return excerptOf(capture, found.start, found.end);
}

} // namespace

QJsonObject annotationOf(const Excerpt &excerpt, const Capture &capture, const Source &source)
{
    const qsizetype before = charactersIn(QStringView(capture.text).left(excerpt.start));
    const QJsonObject quote{{u"type"_s, u"TextQuoteSelector"_s}, {u"exact"_s, excerpt.exact}, {u"prefix"_s, excerpt.prefix},
        {u"suffix"_s, excerpt.suffix}};
    const QJsonObject position{{u"type"_s, u"TextPositionSelector"_s}, {u"start"_s, before},
        {u"end"_s, before + charactersIn(excerpt.exact)}};
    const QString address = capture.address.isEmpty() ? source.address : capture.address;
    QJsonObject target{{u"type"_s, u"SpecificResource"_s},
        {u"source"_s, address.isEmpty() ? u"urn:redoubt:source:"_s + source.key : address},
        {u"selector"_s, QJsonArray{quote, position}}};
    if (capture.capturedAt.isValid()) {
        target[u"state"_s] = QJsonObject{{u"type"_s, u"TimeState"_s},
            {u"sourceDate"_s, capture.capturedAt.toUTC().toString(Qt::ISODate)}};
    }
    if (excerpt.colour > 0)
        target[u"styleClass"_s] = colourClass + QString::number(excerpt.colour);
    QJsonArray body;
    if (!excerpt.note.isEmpty())
        body.append(textualBody(excerpt.note, u"commenting"_s));
    if (!excerpt.speaker.isEmpty())
        body.append(textualBody(excerpt.speaker, u"identifying"_s));
    QJsonObject annotation{{u"@context"_s, u"http://www.w3.org/ns/anno.jsonld"_s},
        {u"id"_s, u"urn:redoubt:excerpt:%1"_s.arg(excerpt.id.number)}, {u"type"_s, u"Annotation"_s},
        {u"motivation"_s, excerpt.note.isEmpty() ? u"highlighting"_s : u"commenting"_s}, {u"target"_s, target}};
    if (!body.isEmpty())
        annotation[u"body"_s] = body;
    return annotation;
}

Result<Excerpt> excerptFromAnnotation(const QByteArray &json, const Capture &capture)
{
    if (json.size() > longestAnnotation)
        return refused(Words::tr("It is longer than 16 MiB."), Words::tr("Take one annotation from it."));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError) {
        return refused(Words::tr("It is not JSON: %1 at character %2.").arg(parsed.errorString()).arg(parsed.offset),
            Words::tr("Choose a file that holds a W3C Web Annotation."));
    }
    const QJsonObject annotation = document.object();
    Selectors selectors;
    QJsonValue chosen;
    for (const QJsonValue &target : listOf(annotation["target"_L1])) {
        collect(target["selector"_L1], selectors, 0);
        chosen = target;
        if (selectors.quote || selectors.position)
            break;
    }
    if (!selectors.quote && !selectors.position) {
        return refused(Words::tr("It says neither what the passage is nor where."),
            Words::tr("Choose a W3C Web Annotation with a text quote selector or a text position selector."));
    }
    auto excerpt = located(selectors, capture);
    if (!excerpt)
        return excerpt;
    readColour(chosen, *excerpt);
    for (const QJsonValue &body : listOf(annotation["body"_L1])) {
        readBody(body.toObject(), *excerpt);
    }
    if (annotation["bodyValue"_L1].isString())
        readBody(QJsonObject{{u"value"_s, annotation["bodyValue"_L1]}}, *excerpt);
    return excerpt;
}

} // namespace redoubt
