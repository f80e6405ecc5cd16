#include "ui/timeline/chronologycells.h"

#include "app/project/projectinfo.h"
#include "app/sources/evidence.h"
#include "app/timeline/datetext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ChronologyTable)
};

QString sourcesCell(const SourceCount &count, const ShakenEvent &shaken)
{
    if (count.sources == 0)
        return {};
    if (shaken.fallen > 0)
        return Words::tr("%1 of %2 · ✕ %n retracted", nullptr, shaken.fallen).arg(shaken.standing).arg(count.sources);
    return count.independent == count.sources ? QString::number(count.sources)
                                              : Words::tr("%1 of %2").arg(count.independent).arg(count.sources);
}

} // namespace

QString columnTitle(ChronologyColumn column)
{
    switch (column) {
    case ChronologyColumn::Date:
        return Words::tr("Date");
    case ChronologyColumn::Title:
        return Words::tr("Title");
    case ChronologyColumn::Lane:
        return Words::tr("Lane");
    case ChronologyColumn::Place:
        return Words::tr("Place");
    case ChronologyColumn::Actors:
        return Words::tr("Actors");
    case ChronologyColumn::Certainty:
        return Words::tr("Certainty");
    case ChronologyColumn::Sources:
        return Words::tr("Sources");
    case ChronologyColumn::Tags:
        return Words::tr("Tags");
    case ChronologyColumn::Casualties:
        return Words::tr("Casualties");
    case ChronologyColumn::Key:
        break;
    }
    return Words::tr("Key");
}

QString cellText(const ChronologyRow &row, ChronologyColumn column, const QString &lane)
{
    switch (column) {
    case ChronologyColumn::Date:
        return row.dateText;
    case ChronologyColumn::Title:
        return row.event.title;
    case ChronologyColumn::Lane:
        return lane;
    case ChronologyColumn::Place:
        return row.event.place;
    case ChronologyColumn::Actors:
        return row.event.actors.join(u", "_s);
    case ChronologyColumn::Certainty:
        return certaintyText(row.event.certainty);
    case ChronologyColumn::Sources:
        return sourcesCell(row.sources, row.shaken);
    case ChronologyColumn::Tags:
        return row.tags.join(u", "_s);
    case ChronologyColumn::Casualties:
        return casualtiesCell(row.event);
    case ChronologyColumn::Key:
        break;
    }
    return row.event.key;
}

QString casualtiesCell(const Event &event)
{
    const auto number = [](std::optional<int> value) { return value ? QString::number(*value) : QString(); };
    if (!event.casualtiesLow && !event.casualtiesHigh)
        return number(event.casualtiesBest);
    const QString range = u"%1–%2"_s.arg(number(event.casualtiesLow), number(event.casualtiesHigh));
    return event.casualtiesBest ? u"%1 (%2)"_s.arg(range, number(event.casualtiesBest)) : range;
}

Result<Casualties> readCasualties(const QString &text)
{
    static const QRegularExpression shape(uR"(^(?:(\d*)\s*[-–—]\s*(\d*)\s*(?:\(\s*(\d+)\s*\))?|(\d+))?$)"_s);
    const auto refuse = [&] {
        return failure(Words::tr("The casualties were not changed."), Words::tr("“%1” was not understood.").arg(text),
            Words::tr("Write 3, or 2–5, or 2–5 (3) with the best estimate."), Error::Kind::Invalid);
    };
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return refuse();
    bool isSmall = true;
    const auto number = [&](int group) -> std::optional<int> {
        if (match.captured(group).isEmpty())
            return {};
        bool isNumber = false;
        const int value = match.captured(group).toInt(&isNumber);
        isSmall = isSmall && isNumber;
        return value;
    };
    const Casualties read{number(1), match.captured(4).isEmpty() ? number(3) : number(4), number(2)};
    const int low = read.low.value_or(0);
    const int high = read.high.value_or(std::numeric_limits<int>::max());
    const int best = read.best.value_or(low);
    if (!isSmall || low > high || best < low || best > high)
        return refuse();
    return read;
}

QStringList namesIn(const QString &text)
{
    QStringList names;
    for (const QString &part : text.split(u',')) {
        if (const QString name = part.simplified(); !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

Result<QHash<Id<Event>, ChronologyRow>> readChronologyRows(const Reader &reader, const QList<Id<Event>> &ids)
{
    const auto read = eventsWithIds(reader, ids);
    const auto counts = sourceCountsOf(reader, ids);
    const auto shaken = shakenEventsOf(reader, ids);
    if (!read || !counts)
        return !read ? failure(read) : failure(counts);
    if (!shaken)
        return failure(shaken);
    QHash<Id<Event>, ChronologyRow> rows;
    rows.reserve(read->size());
    for (const Event &event : *read) {
        const auto names = tags(reader, u"event"_s, event.id.number);
        if (!names)
            return failure(names);
        const auto date = readEdtf(event.date);
        rows.insert(event.id, {event, date ? dateText(*date) : event.date, *names, counts->value(event.id), shaken->value(event.id)});
    }
    return rows;
}

} // namespace redoubt
