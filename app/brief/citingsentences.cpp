#include "app/brief/citingsentences.h"

#include "app/brief/brief.h"
#include "app/brief/quotationmarks.h"
#include "app/brief/sentences.h"
#include "app/sources/origins.h"

namespace redoubt {

namespace {

/// Those in a text that is not Markdown.
QList<Citation> citationsWithin(QStringView text)
{
    QList<Citation> found;
    for (const CitationCluster &cluster : citationsIn(text))
        found += cluster.citations;
    return found;
}

class SentenceFinder
{
public:
    SentenceFinder(const Document &document, const QSet<QString> &keys)
        : m_keys(keys)
        , m_notes(Reading::notesOf(document))
    {
        visit(document.blocks);
        std::ranges::stable_sort(found, {}, [](const CitingSentence &sentence) { return sentence.citation.offset; });
    }

    QList<CitingSentence> found;

private:
    void visit(const QList<Block> &blocks)
    {
        for (const Block &block : blocks) {
            visitSpans(block.spans);
            for (const QList<Block::Cell> &row : block.rows) {
                for (const Block::Cell &cell : row)
                    visitSpans(cell.spans);
            }
            if (block.kind == Block::Kind::Argdown)
                visitArgdown(block);
            visit(block.children);
        }
    }

    void visitSpans(const QList<Span> &spans)
    {
        Reading reading;
        reading.append(spans, m_notes);
        QList<qsizetype> ends;
        for (const Reading::Cited &cited : reading.cited()) {
            if (std::ranges::none_of(cited.keys, [&](const QString &key) { return m_keys.contains(key); }))
                continue;
            if (ends.isEmpty()) {
                ends = sentenceEnds(reading, quotationMarkPairs(reading.text()));
                ends.append(reading.text().size());
            }
            const auto next = std::ranges::upper_bound(ends, cited.position);
            const qsizetype start = next == ends.begin() ? 0 : *std::prev(next);
            const qsizetype end = next == ends.end() ? reading.text().size() : *next;
            for (const QString &key : QSet<QString>(cited.keys.begin(), cited.keys.end()) & m_keys)
                found.append({{}, key, cited.range, reading.inBrief(start, end), reading.wording(start, end).simplified()});
        }
    }

    /// Where its lines have marks of a list or a quotation before them, the fence is the place.
    void visitArgdown(const Block &block)
    {
        const bool asItStands = block.content.length == block.text.size();
        for (const Citation &citation : citationsWithin(block.text)) {
            if (!m_keys.contains(citation.key))
                continue;
            const qsizetype start = block.text.lastIndexOf(u'\n', citation.range.offset) + 1;
            const qsizetype behind = block.text.indexOf(u'\n', citation.range.end());
            const qsizetype end = behind < 0 ? block.text.size() : behind;
            const TextRange line{block.content.offset + start, end - start};
            const TextRange place{block.content.offset + citation.range.offset, citation.range.length};
            found.append({{}, citation.key, asItStands ? place : block.content, asItStands ? line : block.content,
                block.text.sliced(start, end - start).simplified()});
        }
    }

    const QSet<QString> &m_keys;
    Reading::Notes m_notes;
};

} // namespace

QList<CitingSentence> citingSentences(const Document &document, const QSet<QString> &keys)
{
    return SentenceFinder(document, keys).found;
}

Result<QList<CitingSentence>> sentencesCiting(const Reader &reader, const QSet<QString> &keys)
{
    const auto all = briefs(reader);
    if (!all)
        return failure(all);
    QList<CitingSentence> found;
    for (const Brief &brief : *all) {
        if (std::ranges::none_of(keys, [&](const QString &key) { return brief.text.contains(key); }))
            continue;
        for (CitingSentence &sentence : citingSentences(readDocument(brief.text), keys)) {
            sentence.brief = brief.id;
            found.append(std::move(sentence));
        }
    }
    return found;
}

Result<QList<CitingSentence>> sentencesRestingOn(const Reader &reader, Id<Source> source)
{
    const auto below = goingBackTo(reader, source);
    if (!below)
        return failure(below);
    QSet<QString> keys;
    for (const Id<Source> id : QList{source} + *below) {
        const auto found = redoubt::source(reader, id);
        if (!found)
            return failure(found);
        if (*found)
            keys.insert((*found)->key);
    }
    return sentencesCiting(reader, keys);
}

} // namespace redoubt
