#include "app/timeline/import/listimporter.h"
#include "app/timeline/import/tableimporter.h"
#include "app/timeline/import/textinput.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Import)
};

/// The attributes of an `event`, and its text.
struct SimileEvent
{
    qint64 line = 1;
    QJsonObject attributes;
    QString text;

    [[nodiscard]] QString value(QLatin1StringView name) const { return attributes[name].toString().trimmed(); }
};

/// "May 28 2006 09:00:00 GMT+0200", "Sat May 20 1961 00:00:00 GMT-0600" as EDTF; other dates as they are.
QString plainDate(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(\A(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{1,4})(?: (\d{2}:\d{2}:\d{2}))?(?: ?(?:GMT|UTC)?([+-]\d{2}):?(\d{2}))?(?: ?(?:GMT|UTC|Z))?\z)"_s);
    static const QStringList months{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s, u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    const auto match = pattern.match(text.simplified());
    const auto month = months.indexOf(match.captured(1).left(3).toLower());
    if (!match.hasMatch() || month < 0)
        return text;
    const QString day = ImportDates::partly(match.captured(3).toInt(), int(month) + 1, match.captured(2).toInt());
    const QString time = match.captured(4);
    // Midnight in Greenwich is how a day is written there.
    const bool hasZone = match.capturedLength(5) > 0;
    if (time.isEmpty() || (time == "00:00:00"_L1 && !hasZone))
        return day;
    return day + u'T' + time + (hasZone ? match.captured(5) + u':' + match.captured(6) : u"Z"_s);
}

/// From `first` to `last`, as one date that lies between them or, where EDTF has none, about the first.
QString oneDate(ImportDates &dates, const QString &first, const QString &last, bool inInterval)
{
    if (last.isEmpty() || last == first)
        return first;
    const auto from = dates.dayOf(first);
    const auto to = dates.dayOf(last);
    if (!from || !to || *to < *from)
        return first + u'~';
    const QString within = ImportDates::within(*from, *to);
    return inInterval && within.startsWith(u'[') ? first.section(u'T', 0, 0) + u'~' : within;
}

Result<QString> edtfOf(const QString &text, ImportDates &dates)
{
    if (text.isEmpty())
        return QString();
    const auto date = dates.read(plainDate(text));
    return date ? Result<QString>(date->text) : refuseRow(Words::tr("“%1” is no date.").arg(text.left(60)));
}

/// SIMILE: a moment between `start` and `end` unless isDuration says that it took that long; latestStart and earliestEnd bound
/// the inner ends of a duration.
Result<Edtf> dateOf(const SimileEvent &event, ImportDates &dates)
{
    const auto start = edtfOf(event.value("start"_L1), dates);
    const auto end = edtfOf(event.value("end"_L1), dates);
    const auto latestStart = edtfOf(event.value("latestStart"_L1), dates);
    const auto earliestEnd = edtfOf(event.value("earliestEnd"_L1), dates);
    for (const auto *part : {&start, &end, &latestStart, &earliestEnd}) {
        if (!*part)
            return failure(*part);
    }
    if (start->isEmpty())
        return refuseRow(Words::tr("It has no start."));
    const bool lasts = event.value("isDuration"_L1) == "true"_L1 || event.value("durationEvent"_L1) == "true"_L1;
    const QString text = lasts ? joined({oneDate(dates, *start, *latestStart, true), end->isEmpty() ? QString() : oneDate(dates, earliestEnd->isEmpty() ? *end : *earliestEnd, *end, true)}, u"/"_s)
                               : oneDate(dates, *start, end->isEmpty() ? *latestStart : *end, false);
    auto date = dates.edtf(text);
    return date ? std::move(date) : refuseRow(joined({date.error().what, date.error().why}, u" "_s));
}

ImportedRow rowOf(const SimileEvent &source, ImportDates &dates)
{
    ImportedRow row;
    row.line = source.line;
    QJsonObject raw = source.attributes;
    raw.insert(u"text"_s, source.text);
    row.raw = QJsonDocument(raw).toJson(QJsonDocument::Compact);
    row.event.externalId = source.value("eventID"_L1);
    row.event.title = withoutTags(source.value("title"_L1));
    row.event.summary = withoutTags(source.text);
    if (row.event.title.isEmpty())
        row.problem = Words::tr("It has no title.");
    const auto date = dateOf(source, dates);
    if (!date)
        row.problem = date.error().why;
    else
        setDate(row.event, *date);
    if (const QString link = source.value("link"_L1); link.startsWith(u"http"))
        row.event.sources.append({row.event.title.isEmpty() ? link : row.event.title, {}, link, {}});
    return row;
}

} // namespace

Result<std::unique_ptr<EventImporter>> openSimile(const QString &path)
{
    TextInput input(path);
    if (auto opened = input.open(); !opened)
        return failure(opened);
    const auto text = input.readAll();
    if (!text)
        return failure(text);
    const QString what = Words::tr("“%1” was not read.").arg(input.fileName());
    // Decoded already; what the declaration says of bytes holds no more.
    QXmlStreamReader xml(QString::fromUtf8(*text));
    auto events = std::make_shared<QList<SimileEvent>>();
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            return failure(what, Words::tr("Line %1 has a document type declaration; such a file is not read, as it can make other files a part of it.").arg(xml.lineNumber()),
                Words::tr("Take the declaration out."), Error::Kind::Invalid);
        }
        if (token == QXmlStreamReader::EndElement)
            --depth;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (++depth > TextInput::deepestNesting)
            return failure(what, Words::tr("It nests deeper than %1 levels.").arg(TextInput::deepestNesting), {}, Error::Kind::Invalid);
        if (depth == 1 && xml.name() != "data"_L1)
            return failure(what, Words::tr("Its root is “%1” where SIMILE has “data”.").arg(xml.name().toString().left(40)), Words::tr("Choose another format."), Error::Kind::Invalid);
        if (depth != 2 || xml.name() != "event"_L1)
            continue;
        SimileEvent event;
        event.line = xml.lineNumber();
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            event.attributes.insert(attribute.name().toString(), attribute.value().toString());
        event.text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        --depth;
        events->append(event);
    }
    if (xml.hasError())
        return failure(what, Words::tr("It is no XML: line %1: %2").arg(QString::number(xml.lineNumber()), xml.errorString()), Words::tr("Export it again from the program that it comes from."), Error::Kind::Invalid);
    auto dates = std::make_shared<ImportDates>(ImportDates::Order::MonthFirst);
    return importList(input.sha256(), events->size(), [events, dates](qsizetype i) { return rowOf(events->at(i), *dates); });
}

} // namespace redoubt
