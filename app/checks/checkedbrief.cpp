#include "app/checks/checkedbrief.h"

#include "app/brief/quotationmarks.h"
#include "app/brief/sentences.h"

namespace redoubt {

namespace {

using Kind = CheckedParagraph::Kind;

qsizetype trailingSpace(QStringView text)
{
    const auto last = std::find_if_not(text.rbegin(), text.rend(), [](QChar c) { return c.isSpace(); });
    return last - text.rbegin();
}

class ParagraphReader
{
public:
    ParagraphReader(const Document &document, const Draft &draft)
        : m_draft(draft)
        , m_notes(Reading::notesOf(document))
    {
        visit(document.blocks, Kind::Text);
    }

    QList<CheckedParagraph> paragraphs;

private:
    void visit(const QList<Block> &blocks, Kind kind)
    {
        for (const Block &block : blocks) {
            read(block.spans, block.kind == Block::Kind::Heading ? Kind::Heading : kind, block.range.offset);
            for (const QList<Block::Cell> &row : block.rows) {
                for (const Block::Cell &cell : row)
                    read(cell.spans, Kind::Cell, block.range.offset);
            }
            visit(block.children,
                block.kind == Block::Kind::BlockQuote ? Kind::Quote
                    : block.kind == Block::Kind::Footnote ? Kind::Note
                                                          : kind);
        }
    }

    void read(const QList<Span> &spans, Kind kind, qsizetype position)
    {
        if (spans.isEmpty())
            return;
        CheckedParagraph paragraph;
        paragraph.kind = kind;
        if (const DraftSection *section = m_draft.sectionAt(position); section && kind != Kind::Note)
            paragraph.role = section->entry.role;
        paragraph.reading.append(spans, m_notes);
        const Reading &reading = paragraph.reading;
        paragraph.quotations = quotationMarkPairs(reading.text());
        paragraph.own = reading.text().toString();
        for (const QList<TextRange> &places : {paragraph.quotations, reading.code()}) {
            for (const TextRange &place : places)
                std::fill_n(paragraph.own.begin() + place.offset, place.length, notOwn);
        }
        readSentences(paragraph);
        paragraphs.append(std::move(paragraph));
    }

    static void readSentences(CheckedParagraph &paragraph)
    {
        const Reading &reading = paragraph.reading;
        QList<qsizetype> ends = sentenceEnds(reading, paragraph.quotations);
        if (ends.isEmpty() || ends.last() < reading.text().size())
            ends.append(reading.text().size());
        qsizetype start = 0;
        for (const qsizetype end : std::as_const(ends)) {
            const QStringView text = reading.text().sliced(start, end - start);
            const qsizetype to = end - trailingSpace(text);
            const qsizetype from = start + std::max<qsizetype>(0, to - start - text.trimmed().size());
            start = end;
            if (from >= to)
                continue;
            CheckedSentence sentence{{from, to - from}, reading.inBrief(from, to)};
            for (auto cited = reading.citedFrom(from); cited != reading.cited().cend() && cited->position < to; ++cited) {
                const qsizetype first = sentence.keys.isEmpty() ? cited->range.offset : sentence.citations.offset;
                sentence.keys += cited->keys;
                sentence.citations = {first, cited->range.end() - first};
            }
            paragraph.sentences.append(std::move(sentence));
        }
    }

    const Draft &m_draft;
    Reading::Notes m_notes;
};

void addArgued(const QList<Block> &blocks, QList<Mention> &list)
{
    for (const Block &block : blocks) {
        addArgued(block.children, list);
        if (block.kind != Block::Kind::Argdown)
            continue;
        const bool asItStands = block.content.length == block.text.size();
        for (const CitationCluster &cluster : citationsIn(block.text)) {
            for (const Citation &citation : cluster.citations) {
                const TextRange place{block.content.offset + citation.range.offset, citation.range.length};
                list.append({Mention::Kind::Source, citation.key, asItStands ? place : block.content});
            }
        }
    }
}

} // namespace

QList<Mention> arguedMentions(const Document &document)
{
    QList<Mention> list;
    addArgued(document.blocks, list);
    return list;
}

QList<CheckedParagraph> checkedParagraphs(const Document &document, const Draft &draft)
{
    return ParagraphReader(document, draft).paragraphs;
}

std::span<const Mention> mentionsWithin(const Draft &draft, TextRange range)
{
    const auto place = [](const Mention &mention) { return mention.range.offset; };
    const auto first = std::ranges::lower_bound(draft.mentions, range.offset, {}, place);
    const auto last = std::ranges::lower_bound(first, draft.mentions.cend(), range.end(), {}, place);
    return {first, last};
}

const DraftSection *sectionOf(const Draft &draft, SectionRole role)
{
    const auto found = std::ranges::find(draft.sections, role, [](const DraftSection &section) { return section.entry.role; });
    return found == draft.sections.end() ? nullptr : &*found;
}

} // namespace redoubt
