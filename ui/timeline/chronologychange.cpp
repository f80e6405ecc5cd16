#include "ui/timeline/chronologymodel.h"

#include "app/project/projectinfo.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

using Work = std::function<Result<>(Writer &)>;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ChronologyTable)
};

/// "Change the lane of “Drone hits flats”", or of how many events.
QString actionText(ChronologyColumn column, const QString &title, qsizetype count)
{
    const QString what = columnTitle(column).toLower();
    return count == 1 ? Words::tr("Change the %1 of “%2”").arg(what, title)
                      : Words::tr("Change the %1 of %n event(s)", nullptr, int(count)).arg(what);
}

Work setTagsOf(const QList<Id<Event>> &ids, const QStringList &names)
{
    return [=](Writer &writer) -> Result<> {
        for (const Id<Event> id : ids) {
            if (auto set = setTags(writer, u"event"_s, id.number, names); !set)
                return set;
        }
        return {};
    };
}

Result<Work> workOf(const QList<Id<Event>> &ids, ChronologyColumn column, const QVariant &value)
{
    const QString text = value.toString().trimmed();
    switch (column) {
    case ChronologyColumn::Date: {
        const auto date = readEdtf(text);
        if (!date)
            return failure(date);
        return Work([=](Writer &writer) { return setDate(writer, ids, *date); });
    }
    case ChronologyColumn::Title:
        return Work([=](Writer &writer) { return setTitle(writer, ids, text); });
    case ChronologyColumn::Lane:
        return Work([=](Writer &writer) { return setLane(writer, ids, {value.toLongLong()}); });
    case ChronologyColumn::Place:
        return Work([=](Writer &writer) { return setPlace(writer, ids, text); });
    case ChronologyColumn::Actors:
        return Work([=](Writer &writer) { return setActors(writer, ids, namesIn(text)); });
    case ChronologyColumn::Certainty:
        return Work([=](Writer &writer) { return setCertainty(writer, ids, Certainty(value.toInt())); });
    case ChronologyColumn::Tags:
        return setTagsOf(ids, namesIn(text));
    case ChronologyColumn::Casualties: {
        const auto casualties = readCasualties(text);
        if (!casualties)
            return failure(casualties);
        return Work([=](Writer &writer) { return setCasualties(writer, ids, *casualties); });
    }
    default:
        return Work([](Writer &) { return Result<>(); });
    }
}

} // namespace

bool ChronologyModel::change(const QList<Id<Event>> &ids, ChronologyColumn column, const QVariant &value)
{
    if (ids.isEmpty() || !isEditable(column))
        return false;
    if (column == ChronologyColumn::Title && value.toString().trimmed().isEmpty())
        return false;
    const auto work = workOf(ids, column, value);
    if (!work) {
        Q_EMIT failed(work.error());
        return false;
    }
    const int first = rowOf(ids.first());
    const QString title = first >= 0 ? textAt(first, ChronologyColumn::Title) : QString();
    const auto changed = m_project.edit(actionText(column, title, ids.size()), *work);
    if (!changed)
        Q_EMIT failed(changed.error());
    return changed.has_value();
}

} // namespace redoubt
