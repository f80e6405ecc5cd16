#include "ui/timeline/sourcesofevent.h"

#include "app/sources/source.h"
#include "ui/timeline/timelinedata.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr std::array allStances{Stance::Corroborates, Stance::Disputes};
constexpr qsizetype longestQuote = 240;

int placeOf(Stance stance)
{
    return int(std::ranges::find(allStances, stance) - allStances.begin());
}

QString quote(const Excerpt &excerpt)
{
    QString text = excerpt.exact.simplified();
    if (text.size() > longestQuote)
        text = text.first(longestQuote - 1).trimmed() + u'…';
    return excerpt.speaker.isEmpty() ? u"“%1”"_s.arg(text) : u"%2: “%1”"_s.arg(text, excerpt.speaker);
}

} // namespace

SourcesOfEvent::SourcesOfEvent(Project &project, QWidget *parent)
    : RelationRows({tr("corroborated by"), tr("disputed by")}, tr("Add a source"), parent)
    , m_project(project)
{
    setObjectName(u"event-sources"_s);
    connect(this, &RelationRows::added, this, [this](qint64 source, int stance) {
        Evidence evidence{{}, m_event, {source}, allStances.at(size_t(stance)), {}};
        write(tr("Add a source to “%1”"), [&](Writer &writer) { return addEvidence(writer, evidence); });
    });
    connect(this, &RelationRows::kindChanged, this, [this](qint64 row, int stance) {
        change(row, [=](Evidence &evidence) { evidence.stance = allStances.at(size_t(stance)); });
    });
    connect(this, &RelationRows::passageChosen, this,
        [this](qint64 row, qint64 passage) { change(row, [=](Evidence &evidence) { evidence.excerpt = {passage}; }); });
    connect(this, &RelationRows::removed, this, [this](qint64 row) {
        write(tr("Take a source from “%1”"), [=](Writer &writer) { return removeEvidence(writer, {row}); });
    });
    connect(this, &RelationRows::followed, this, [this](qint64 row) {
        if (const Evidence *evidence = given(row))
            Q_EMIT sourceFollowed(evidence->source);
    });
    connect(this, &RelationRows::searched, this, &SourcesOfEvent::offer);
}

void SourcesOfEvent::show(Id<Event> event, const QString &title)
{
    m_event = event;
    m_title = title;
    const Reader &reader = m_project.reader();
    const auto all = evidenceOf(reader, event);
    if (!all) {
        Q_EMIT failed(all.error());
        return;
    }
    m_given = *all;
    QSet<Id<Source>> given;
    for (const Evidence &evidence : std::as_const(m_given))
        given.insert(evidence.source);
    const auto fallen = retractionsAmong(reader, given);
    if (!fallen)
        Q_EMIT failed(fallen.error());
    QList<Row> rows;
    for (const Evidence &evidence : std::as_const(m_given)) {
        const auto told = source(reader, evidence.source).value_or(std::nullopt);
        if (!told)
            continue;
        Row row{evidence.id.number, placeOf(evidence.stance), u"%1 %2"_s.arg(told->grade.text(), told->title),
            u"%1 · %2"_s.arg(told->title, told->key), {}, false, false, {}, evidence.excerpt.number};
        for (const Excerpt &excerpt : excerpts(reader, evidence.source).value_or(QList<Excerpt>())) {
            row.passages.append({excerpt.id.number, quote(excerpt)});
            if (excerpt.id == evidence.excerpt)
                row.detail = quote(excerpt);
        }
        if (fallen && fallen->contains(evidence.source))
            row.retraction = retractionOf(evidence.source, fallen->value(evidence.source));
        rows.append(row);
    }
    setRows(rows);
    offer();
}

QString SourcesOfEvent::retractionOf(Id<Source> id, Id<Source> fallen) const
{
    const auto retracted = source(m_project.reader(), fallen).value_or(std::nullopt);
    return retracted ? retractionText(id, *retracted) : QString();
}

QString SourcesOfEvent::countText() const
{
    const Reader &reader = m_project.reader();
    return supportText(sourceCount(reader, m_event).value_or(SourceCount()),
        shakenEventsOf(reader, {m_event}).value_or(QHash<Id<Event>, ShakenEvent>()).value(m_event));
}

/// The sources that the event does not have yet.
void SourcesOfEvent::offer()
{
    QList<Choice> choices;
    for (const Source &source : sources(m_project.reader()).value_or(QList<Source>())) {
        if (!std::ranges::contains(m_given, source.id, &Evidence::source))
            choices.append({source.id.number, u"%1 · %2"_s.arg(source.title, source.key)});
    }
    setChoices(choices);
}

const Evidence *SourcesOfEvent::given(qint64 row) const
{
    const auto found = std::ranges::find(m_given, Id<Evidence>{row}, &Evidence::id);
    return found == m_given.cend() ? nullptr : &*found;
}

void SourcesOfEvent::change(qint64 row, const std::function<void(Evidence &)> &work)
{
    const Evidence *before = given(row);
    if (!before)
        return;
    Evidence changed = *before;
    work(changed);
    write(tr("Change what a source says of “%1”"), [&](Writer &writer) { return updateEvidence(writer, changed); });
}

void SourcesOfEvent::write(const QString &what, const std::function<Result<>(Writer &)> &work)
{
    if (const auto written = m_project.edit(what.arg(m_title), work); !written)
        Q_EMIT failed(written.error());
}

} // namespace redoubt
