#include "ui/brief/completionitems.h"

#include "app/sources/source.h"
#include "app/timeline/datetext.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype mostEvents = 20'000;

std::unexpected<Error> cancelled()
{
    return failure({}, {}, {}, Error::Kind::Cancelled);
}

Result<QList<CompletionItem>> readSources(const Reader &reader, JobState &state)
{
    const auto all = sources(reader);
    if (!all)
        return failure(all);
    QList<CompletionItem> items;
    items.reserve(all->size());
    for (const Source &source : *all) {
        if (state.isStopped())
            return cancelled();
        QStringList details{source.publisher, readableDate(source.published)};
        details.removeAll(QString());
        items.append(CompletionItem::of(source.key, source.title, details.join(u" · "_s), source.grade.text()));
    }
    return items;
}

Result<QList<CompletionItem>> readEvents(const Reader &reader, JobState &state)
{
    QList<Event> latest;
    const auto done = eachEvent(reader, [&](const Event &event) {
        if (latest.size() == mostEvents)
            latest.removeFirst();
        latest.append(event);
        return !state.isStopped();
    });
    if (!done)
        return failure(done);
    QList<CompletionItem> items;
    items.reserve(latest.size());
    for (auto event = latest.crbegin(); event != latest.crend(); ++event) {
        if (state.isStopped())
            return cancelled();
        items.append(CompletionItem::of(event->key, event->title, readableDate(event->date)));
    }
    return items;
}

Result<QList<CompletionItem>> readIndicators(const Reader &reader, JobState &)
{
    const auto all = indicators(reader);
    if (!all)
        return failure(all);
    QList<CompletionItem> items;
    for (const Indicator &indicator : *all)
        items.append(CompletionItem::of(indicator.key, indicator.title, indicator.question));
    return items;
}

} // namespace

QString foldedLetters(const QString &text)
{
    QString letters = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    letters.removeIf([](QChar c) { return c.isMark(); });
    return letters;
}

CompletionItem CompletionItem::of(const QString &text, const QString &title, const QString &detail, const QString &aside)
{
    return {text, title, detail, aside, foldedLetters(u' ' + text + u' ' + title + u' ' + detail)};
}

QList<CompletionItem> roleItems()
{
    return {CompletionItem::of(u"incident"_s, CompletionItems::tr("What happened, when, where, and who says so")),
        CompletionItem::of(u"received"_s, CompletionItems::tr("What most commentators will conclude, at its strongest")),
        CompletionItem::of(u"different"_s, CompletionItems::tr("Why that reading is incomplete")),
        CompletionItem::of(u"watch"_s, CompletionItems::tr("What would tell the two readings apart"))};
}

QList<CompletionItem> likelihoodItems(LikelihoodScale scale)
{
    QList<CompletionItem> items;
    for (const LikelihoodBand &band : likelihoodBands(scale)) {
        for (const char *phrase : band.phrases) {
            if (phrase)
                items.append(CompletionItem::of(QString::fromLatin1(phrase), scaleText(scale), {}, bandText(band)));
        }
    }
    return items;
}

CompletionItems::CompletionItems(const Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
{
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        const std::array<bool, 3> changed{changes.touchesAny({u"source"}), changes.touchesAny({u"event"}), changes.touchesAny({u"indicator"})};
        for (size_t i = 0; i < changed.size(); ++i) {
            if (changed[i])
                m_kept[i].isFresh = false;
        }
    });
}

const QList<CompletionItem> &CompletionItems::of(CompletionKind kind)
{
    if (!m_kept.at(size_t(kind)).isFresh)
        read(kind);
    return m_kept.at(size_t(kind)).items;
}

CompletionItems::Work CompletionItems::workOf(CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::Source:
        return &readSources;
    case CompletionKind::Event:
        return &readEvents;
    default:
        return &readIndicators;
    }
}

void CompletionItems::read(CompletionKind kind)
{
    Kept &kept = m_kept.at(size_t(kind));
    kept.isFresh = true;
    if (!kept.read)
        kept.read = std::make_unique<NewestRead>(m_project);
    kept.read->start<QList<CompletionItem>>(workOf(kind), [this, kind, &kept](Result<QList<CompletionItem>> items) {
        if (!items)
            return; // what cannot be read is told by those who read it for themselves
        kept.items = *std::move(items);
        Q_EMIT arrived(kind);
    });
}

} // namespace redoubt
