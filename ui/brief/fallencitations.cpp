#include "ui/brief/fallencitations.h"

#include "app/sources/resting.h"

using namespace Qt::StringLiterals;

namespace redoubt {

FallenCitations::FallenCitations(const Project &project, QObject *parent)
    : QObject(parent)
    , m_read(project)
{
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (!changes.touchesAny({u"source", u"origin"}))
            return;
        m_reasons.reset();
        read(m_asked);
    });
}

void FallenCitations::read(const QString &text)
{
    m_asked = text;
    if (text.isEmpty() || (m_reasons && m_reasons->isEmpty())) {
        m_read.cancel();
        return take(text, {});
    }
    m_read.start<Reading>(
        [text, known = m_reasons](const Reader &reader, const JobState &state) -> Result<Reading> {
            auto reasons = known ? Result<Reasons>(*known) : readReasons(reader, state);
            if (!reasons)
                return failure(reasons);
            return Reading{*reasons, citationsIn(text, *reasons)};
        },
        [this, text](const Result<Reading> &reading) {
            if (!reading)
                return; // what cannot be read is told by those who read it for themselves
            m_reasons = reading->reasons;
            take(text, reading->citations);
        });
}

Result<FallenCitations::Reasons> FallenCitations::readReasons(const Reader &reader, const JobState &state)
{
    const auto fallen = retractions(reader);
    if (!fallen)
        return failure(fallen);
    Reasons reasons;
    for (const auto &[id, by] : fallen->asKeyValueRange()) {
        const auto cited = source(reader, id);
        const auto retracted = source(reader, by);
        if (!cited || !retracted)
            return cited ? failure(retracted) : failure(cited);
        if (*cited && *retracted) {
            reasons.insert((*cited)->key,
                tr("This rests on “%1”. %2").arg((*cited)->title.simplified(), retractionText(id, **retracted)));
        }
        if (state.isStopped())
            break; // nobody takes it
    }
    return reasons;
}

QList<FallenCitation> FallenCitations::citationsIn(const QString &text, const Reasons &reasons)
{
    QSet<QString> keys;
    for (const QString &key : reasons.keys()) {
        if (text.contains(key))
            keys.insert(key);
    }
    if (keys.isEmpty())
        return {};
    QList<CitingSentence> sentences = citingSentences(readDocument(text), keys);
    std::ranges::sort(sentences, {}, [](const CitingSentence &sentence) { return std::pair(sentence.citation.offset, sentence.key); });
    QList<FallenCitation> found;
    for (const CitingSentence &sentence : std::as_const(sentences)) {
        const QString why = reasons.value(sentence.key);
        if (!found.isEmpty() && found.last().range == sentence.citation)
            found.last().why += u'\n' + why;
        else
            found.append({sentence.citation, sentence.key, why});
    }
    return found;
}

void FallenCitations::take(const QString &text, const QList<FallenCitation> &citations)
{
    const bool isNothing = m_citations.isEmpty() && (!m_reasons || m_reasons->isEmpty());
    m_text = text;
    m_citations = citations;
    if (!isNothing)
        Q_EMIT found();
}

} // namespace redoubt
