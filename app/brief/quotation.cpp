#include "app/brief/quotation.h"

#include "app/base/foldedtext.h"
#include "app/brief/quotationmarks.h"
#include "app/brief/reading.h"
#include "app/brief/sentences.h"

namespace redoubt {

namespace {

class QuotationFinder
{
public:
    explicit QuotationFinder(const Document &document)
        : m_notes(Reading::notesOf(document))
    {
        visit(document.blocks);
    }

    QList<Quotation> found;

private:
    void visit(const QList<Block> &blocks)
    {
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const Block &block = blocks[i];
            if (block.kind == Block::Kind::BlockQuote) {
                visitBlockQuote(blocks, i);
                continue;
            }
            visitSpans(block.spans);
            for (const QList<Block::Cell> &row : block.rows) {
                for (const Block::Cell &cell : row)
                    visitSpans(cell.spans);
            }
            visit(block.children);
        }
    }

    void visitSpans(const QList<Span> &spans)
    {
        if (spans.isEmpty())
            return;
        Reading reading;
        reading.append(spans, m_notes);
        if (reading.cited().isEmpty())
            return;
        const QList<TextRange> pairs = quotationMarkPairs(reading.text());
        const QList<qsizetype> ends = sentenceEnds(reading, pairs);
        for (qsizetype i = 0; i < pairs.size(); ++i) {
            const QString wording = reading.wording(pairs[i].offset + 1, pairs[i].end() - 1);
            const Reading::Cited *cited = citationFor(reading, pairs, ends, i);
            if (!cited || FoldedText(wording).text().isEmpty())
                continue;
            const TextRange opening = reading.inBrief(pairs[i].offset, pairs[i].offset + 1);
            const TextRange closing = reading.inBrief(pairs[i].end() - 1, pairs[i].end());
            // Marks in a piece that does not map letter by letter have the whole piece as their place.
            found.append({{opening.offset, std::max(opening.end(), closing.end()) - opening.offset},
                {opening.end(), std::max<qsizetype>(0, closing.offset - opening.end())}, wording, cited->keys, cited->range,
                false});
        }
    }

    const Reading::Cited *citationFor(const Reading &reading, const QList<TextRange> &pairs,
        const QList<qsizetype> &ends, qsizetype index) const
    {
        const TextRange pair = pairs[index];
        const auto sentence = std::upper_bound(ends.cbegin(), ends.cend(), pair.offset);
        const qsizetype sentenceStart = sentence == ends.cbegin() ? 0 : *std::prev(sentence);
        const qsizetype sentenceEnd = sentence == ends.cend() ? reading.text().size() : *sentence;

        const auto inside = reading.citedFrom(pair.offset);
        if (inside != reading.cited().cend() && inside->position < pair.end())
            return &*inside;
        const auto next = inside;
        const bool hasNext = next != reading.cited().cend() && next->position < sentenceEnd;
        const bool hasBefore = next != reading.cited().cbegin() && std::prev(next)->position >= sentenceStart;
        if (hasBefore && std::prev(next)->inText) {
            const bool belongsToOther = hasNext && index + 1 < pairs.size() && pairs[index + 1].offset < next->position;
            if (!hasNext || next->inText || belongsToOther)
                return &*std::prev(next);
        }
        if (hasNext)
            return &*next;
        return hasBefore ? &*std::prev(next) : nullptr;
    }

    void visitBlockQuote(const QList<Block> &siblings, qsizetype index)
    {
        const Block &block = siblings[index];
        Reading reading;
        reading.append(block.children, m_notes);
        qsizetype start = 0;
        qsizetype end = reading.text().size();
        std::optional<Reading::Cited> cited;
        if (!reading.cited().isEmpty()) {
            cited = reading.cited().last();
            end = wordingEnd(reading);
        } else {
            cited = citedBeside(siblings, index);
        }
        const QString trimmed = reading.wording(start, end);
        if (!cited || FoldedText(trimmed).text().isEmpty())
            return;
        while (reading.text()[start].isSpace() || reading.text()[start] == Reading::citationMark)
            ++start;
        while (reading.text()[end - 1].isSpace() || reading.text()[end - 1] == Reading::citationMark)
            --end;
        const QList<TextRange> pairs = quotationMarkPairs(reading.text().sliced(start, end - start));
        if (pairs.size() == 1 && pairs[0].length == end - start && end - start > 2) {
            ++start;
            --end;
        }
        found.append({block.range, reading.inBrief(start, end), reading.wording(start, end), cited->keys, cited->range,
            true});
    }

    /// Where the quoted words of a block quote end: before a citation at its end and the name of who said it.
    static qsizetype wordingEnd(const Reading &reading)
    {
        const QStringView text = reading.text();
        const qsizetype last = reading.cited().last().position;
        const QStringView behind = text.sliced(last + 1);
        if (std::ranges::any_of(behind, [](QChar c) { return c.isLetterOrNumber(); }))
            return text.size();
        const qsizetype line = text.first(last).lastIndexOf(u'\n') + 1;
        const QStringView attribution = text.sliced(line, last - line).trimmed();
        if (line > 0 && !attribution.isEmpty() && (attribution[0] == u'—' || attribution[0] == u'–' || attribution[0] == u'-'))
            return line;
        return last;
    }

    /// The citation that follows a block quote at once, or that stands in the sentence that leads to it.
    [[nodiscard]] std::optional<Reading::Cited> citedBeside(const QList<Block> &siblings, qsizetype index) const
    {
        if (index + 1 < siblings.size() && siblings[index + 1].kind == Block::Kind::Paragraph) {
            Reading next;
            next.append(siblings[index + 1].spans, m_notes);
            const bool starts = !next.cited().isEmpty()
                && std::ranges::none_of(next.text().first(next.cited().first().position),
                    [](QChar c) { return c.isLetterOrNumber(); });
            if (starts && !next.cited().first().inText)
                return next.cited().first();
        }
        if (index > 0 && siblings[index - 1].kind == Block::Kind::Paragraph) {
            Reading before;
            before.append(siblings[index - 1].spans, m_notes);
            if (before.cited().isEmpty() || !leadsOn(before.text()))
                return std::nullopt;
            QList<qsizetype> ends = sentenceEnds(before, quotationMarkPairs(before.text()));
            while (!ends.isEmpty() && ends.last() >= before.text().size())
                ends.removeLast();
            if (ends.isEmpty() || before.cited().last().position >= ends.last())
                return before.cited().last();
        }
        return std::nullopt;
    }

    static bool leadsOn(QStringView text)
    {
        while (!text.isEmpty() && (text.last().isSpace() || text.last() == Reading::citationMark))
            text.chop(1);
        return text.endsWith(u':');
    }

    Reading::Notes m_notes;
};

} // namespace

QList<Quotation> quotations(const Document &document)
{
    return QuotationFinder(document).found;
}

} // namespace redoubt
